"""What is written for a label: behind it, under it, in the cell to its right or below, or in the passage it heads."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from extractors.fill.flow import CellSpot, Flow, Line
from extractors.fill.labels import Hit
from extractors.fill.tick_tables import is_tick_table
from extractors.form import Field
from extractors.text import is_blank, narrow, squeeze

__all__ = ["CHOICE", "LONG", "Piece", "Region", "Regions", "join"]

_ASIDE = frozenset(
    "备注 说明 单位 计量单位 填报说明 填写说明 佐证材料 证明材料 填报要求 填写要求 要求 指标说明 口径说明 示例 填写示例 样例 提示 注意事项".split()
)
LONG = frozenset(["longtext", "honors", "names", "attachments"])  # kinds whose answers go on over lines
CHOICE = frozenset(["bool", "enum", "enums"])
_BOX = re.compile(r"[□☐◻◇○〇❑❒▢☑✓✔√■☒✗●◉⊠▣✅\ufffd\ufffc]|[\[(【〔（][ \u3000xX√✓]*[\])】〕）]")
_SHORT = 60  # characters of an answer on the line under a label that has no colon
_BLANK_LEFT = re.compile("(?:[ \u3000]{2,}|[_＿]+)$")  # a blank to write on stands behind the label itself
_SENTENCE = re.compile("[。；;:：]\\s*$")
_FOREIGN = re.compile(
    r"[0-9().、* ]{0,6}[A-Za-z][A-Za-z ().,/:&'*\-]{1,60}"
)  # the label once more, in English
_LEGEND = re.compile("请|打|单选|多选|勾选|划|标")  # how to tick, not a tick: （请在□内打√）
_YEAR_HEAD = re.compile(r"20[0-9]{2}年?度?.{0,4}")
_SUM_HEAD = re.compile("合计|累计|总数|总量|截至|目前|现有")
_HEAD = re.compile(r"序号|项目|年度|年份|指标|[0-9]{1,2}|20[0-9]{2}年?度?")
_ANNEX = re.compile(r"\s*附\s*件\s*\d{1,2}\s*(?:[:：.、\s]|$)")


class Piece(NamedTuple):
    """Part of a line: `start` to `end` (half-open) of its text."""

    line: Line
    start: int
    end: int

    @property
    def text(self) -> str:
        return self.line.text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Region:
    """Where the answer to one label stands: `pieces` in reading order, the label left out."""

    hit: Hit
    pieces: tuple[Piece, ...]
    beside: bool  # in other cells than the label's

    @property
    def span(self) -> tuple[int, int]:
        """First and last line, the label's included."""
        lines = [self.hit.line.n, *(piece.line.n for piece in self.pieces)]
        return min(lines), max(lines)


def join(pieces: Iterable[Piece]) -> str:
    """The pieces' text: cells of a row parted by tabs, everything else by line breaks."""
    text: list[str] = []
    before: Line | None = None
    for piece in pieces:
        if before is not None:
            text.append(_separator(before, piece.line))
        text.append(piece.text if piece.line.table is None else _list_text(piece.line))
        before = piece.line
    return "".join(text)


def _separator(one: Line, other: Line) -> str:
    a, b = one.cell, other.cell
    beside = a is not None and b is not None and a is not b and a.table is b.table and a.row == b.row
    return "\t" if beside else "\n"


def _list_text(line: Line) -> str:
    """A long list, a row a line."""
    assert line.table is not None
    rows: dict[int, list[str]] = {}
    for cell in line.table.cells:
        words = "\n".join(getattr(block, "text", "") for block in cell.blocks)
        rows.setdefault(cell.row, []).append(words)
    return "\n".join("\t".join(row) for row in rows.values())


class Regions:
    """Finds regions in one document, given all places where a label may stand.

    `parts` are the fields whose labels may stand inside a field's own place, by its path.
    """

    def __init__(
        self, flow: Flow, hits: list[Hit], printed: frozenset[str], parts: Mapping[str, frozenset[str]]
    ) -> None:
        self._flow = flow
        self._printed = printed
        self._by_line: dict[int, list[Hit]] = {}
        for hit in hits:
            self._by_line.setdefault(hit.line.n, []).append(hit)
        self._parts = parts
        self._label_cells = {
            id(hit.line.cell): hit
            for hit in hits
            if hit.line.cell is not None and self._fills_cell(hit, hit.line.cell)
        }
        self._stops: list[tuple[int, int]] = []
        self._owners: Mapping[tuple[int, int], str] = {}
        self._inside: frozenset[str] = frozenset()

    def stop_at(self, chosen: Mapping[str, Hit], heads: Iterable[Hit]) -> None:
        """From now on regions end where a chosen label of another field, or one of these heads, stands."""
        self._owners = {hit.place: path for path, hit in chosen.items()}
        self._stops = sorted({*self._owners, *(hit.place for hit in heads)})

    def _next_stop(self, place: tuple[int, int]) -> tuple[int, int] | None:
        """The first stop behind a place; labels that may stand inside the present field's answer are none."""
        at = bisect_right(self._stops, place)
        while at < len(self._stops):
            if self._owners.get(self._stops[at], "") not in self._inside:
                return self._stops[at]
            at += 1
        return None

    def _fills_cell(self, hit: Hit, cell: CellSpot) -> bool:
        """Does the cell hold the label and nothing but the form's own words?"""
        if not hit.first or hit.manner != "whole":
            return False
        lines = self._flow.lines[cell.start : cell.end]
        last = hit.last.n if hit.last is not None else hit.line.n
        return all(
            hit.line.n <= line.n <= last
            or (line.table is None and self._says_nothing(line.text))
            or (line.n < hit.line.n and _FOREIGN.fullmatch(line.text))
            for line in lines
        )

    def _says_nothing(self, text: str) -> bool:
        if is_blank(text) or _remark(text):
            return True
        return squeeze(narrow(text)) in self._printed and _BOX.search(text) is None

    def is_label(self, cell: CellSpot) -> bool:
        return id(cell) in self._label_cells

    def find(self, hit: Hit, field: Field) -> Region:
        """The region of a chosen hit."""
        self._inside = self._parts.get(field.path, frozenset())
        cell = hit.line.cell
        if cell is not None and self._fills_cell(hit, cell):
            if pieces := self._beside(cell, field):
                return Region(hit, pieces, beside=True)
            if field.kind in LONG or field.passage:
                return Region(hit, tuple(self._below(cell)), beside=False)
            return Region(hit, (), beside=False)
        return Region(hit, tuple(self._behind(hit, field)), beside=False)

    def behind(self, hit: Hit) -> Iterator[Piece]:
        """The rest of the label's line and the lines under it, up to the next label of any kind."""
        line = hit.last or hit.line
        self._inside = frozenset()
        later = [other.start for other in self._by_line.get(line.n, ()) if other.start > hit.start]
        end = min([self._line_end(hit), *later])
        yield Piece(line, hit.end if hit.last is None else len(line.text), end)
        if end < len(line.text) or not is_blank(line.text[hit.end :]):
            return
        cell = line.cell
        for piece in self._lines(
            line.n + 1, self._limit(line.n + 1, cell.end if cell else len(self._flow.lines))
        ):
            if piece.line.n in self._by_line or len(piece.text) > 120 or piece.line.level:
                return
            yield piece

    # In other cells

    def _beside(self, cell: CellSpot, field: Field) -> tuple[Piece, ...]:
        """The cells to the right, in all rows of the label; else the one below a column's head."""
        across = field.kind in LONG or field.kind in CHOICE or field.passage
        right = list(self._right(cell, field, across=across))
        if right:
            if across:
                return self._whole(right)
            return self._one(right, field)
        if across and (under := list(self._under(cell, field))):
            return self._whole(under)
        below = cell.table.at(cell.row + cell.row_span, cell.column)
        if (
            below is not None
            and not self.is_label(below)
            and below.column == cell.column
            and cell.table.columns > 1
        ):
            if not self._heads_column(cell) or self._begins_with_label(below):
                return ()
            if field.kind not in CHOICE and (_BOX.search(self._text(below)) or self._ends_in_colon(cell)):
                return ()
            return self._whole([below])
        return ()

    def _right(self, cell: CellSpot, field: Field, *, across: bool) -> Iterator[CellSpot]:
        rows = range(cell.row, cell.row + cell.row_span)
        if across:
            rows = range(cell.row, self._end_of_group(cell))
        for row in rows:
            for right in cell.table.right_of(cell, row):
                if self.is_label(right) or (not across and self._begins_with_label(right, but=field.path)):
                    break
                yield right

    def _under(self, cell: CellSpot, field: Field) -> Iterator[CellSpot]:
        """What stands under a head of columns, down to the next label; labels of the head's own parts are in it."""
        table = cell.table
        row = [each for each in table.cells if each.row == cell.row and each is not cell]
        if not row or not all(self.is_label(each) or self._is_empty(each) for each in row):
            return
        end = cell.column + cell.column_span
        for each in table.cells:
            if each.row < cell.row + cell.row_span or not cell.column <= each.column < end:
                continue
            if (label := self._label_cells.get(id(each))) is not None:
                if any(target.name not in self._parts.get(field.path, ()) for target in label.targets):
                    return
                continue
            yield each

    def _end_of_group(self, cell: CellSpot) -> int:
        """The row after a label's last: empty cells under it belong to it, where nobody merged them."""
        row = cell.row + cell.row_span
        while row < cell.table.rows:
            under = cell.table.at(row, cell.column)
            right = cell.table.at(row, cell.column + cell.column_span)
            if (
                under is None
                or right is None
                or under.column != cell.column
                or under.column_span != cell.column_span
                or right is under
                or self.is_label(right)
                or not self._is_empty(under)
            ):
                break
            row = under.row + under.row_span
        return row

    def _heads_column(self, cell: CellSpot) -> bool:
        """Is the label one of a row of heads? A lone label whose row has no other cell heads what is under it."""
        row = [each for each in cell.table.cells if each.row == cell.row and each is not cell]
        others = [
            each for each in row if not (each.column == 0 and each.row_span > 1)
        ]  # the title of a group of rows
        return all(
            self.is_label(each) or self._is_empty(each) or _is_head(self._text(each)) for each in others
        )

    def _ends_in_colon(self, cell: CellSpot) -> bool:
        """`覆盖行业数（个）：` keeps its blank behind itself; what is under it is another's."""
        return narrow(self._text(cell)).rstrip(" _\n\u3000").endswith(":")

    def _begins_with_label(self, cell: CellSpot, *, but: str = "") -> bool:
        """Another label with its answer in one cell, such as `E-mail：…` under an empty `传真：`."""
        first = next((n for n in range(cell.start, cell.end) if self._flow.lines[n].text.strip()), -1)
        return any(
            hit.first and all(target.name != but for target in hit.targets)
            for hit in self._by_line.get(first, ())
        )

    def _one(self, right: list[CellSpot], field: Field) -> tuple[Piece, ...]:
        """The cell that holds a short answer: not the one of the unit or of a remark, the first with something in it."""
        cells = [each for each in right if not self._is_unit(each, field) and not self._is_aside(each)]
        written = [each for each in cells if not self._is_empty(each)]
        if field.kind in ("code", "date") and len(written) > 1:  # a box a character: |9|1|1|3|…
            short = [each for each in written if len(squeeze(self._text(each))) <= 4]
            if len(short) == len(written):
                return self._whole(written)
        dated = [each for each in written if _YEAR_HEAD.fullmatch(squeeze(self._text(self._top(each))))]
        if field.year is None and len(dated) > 1:  # a column a year: which one is asked for can't be told
            summed = [each for each in written if _SUM_HEAD.search(squeeze(self._text(self._top(each))))]
            return self._whole(summed[:1] or dated)
        return self._whole((written or cells or right)[:1])

    def _top(self, cell: CellSpot) -> CellSpot:
        return cell.table.at(0, cell.column) or cell

    def _is_unit(self, cell: CellSpot, field: Field) -> bool:
        words = squeeze(narrow(self._text(cell))).strip("()")
        return bool(field.unit) and (words == field.unit or words in field.unit.split("/"))

    def _is_aside(self, cell: CellSpot) -> bool:
        head = cell.table.at(0, cell.column)
        return head is not None and head is not cell and squeeze(self._text(head)) in _ASIDE

    def _is_empty(self, cell: CellSpot) -> bool:
        lines = self._flow.lines[cell.start : cell.end]
        return all(line.table is None and is_blank(line.text) for line in lines)

    def _text(self, cell: CellSpot) -> str:
        return "\n".join(line.text for line in self._flow.lines[cell.start : cell.end])

    def _whole(self, cells: Iterable[CellSpot]) -> tuple[Piece, ...]:
        return tuple(
            Piece(line, 0, len(line.text))
            for cell in cells
            for line in self._flow.lines[cell.start : cell.end]
        )

    def _below(self, cell: CellSpot) -> Iterator[Piece]:
        """What follows a cell that holds only a label: the rest of its table, or what stands after the table."""
        table = cell.table
        border = table.end if cell.end < table.end or table.parent is not None else len(self._flow.lines)
        yield from self._lines(cell.end, self._limit(cell.end, border))

    # In the label's own cell, or in the body

    def _behind(self, hit: Hit, field: Field) -> Iterator[Piece]:
        line = hit.last or hit.line
        end = self._line_end(hit)
        tail = Piece(line, hit.end if hit.last is None else len(line.text), end)
        cell = hit.line.cell
        border = cell.end if cell is not None else len(self._flow.lines)
        stop = self._limit(line.n + 1, border) if end == len(line.text) else line.n + 1
        if field.kind in LONG or field.passage:
            yield tail
            yield from self._lines(line.n + 1, stop)
        elif field.kind in CHOICE:
            yield tail
            yield from self._boxes(line.n + 1, stop, tail, field)
        elif not is_blank(tail.text) and not self._is_only_unit(tail.text, field):
            yield tail
        else:
            yield tail
            yield from self._next(line, stop, hit)

    def _is_only_unit(self, text: str, field: Field) -> bool:
        return bool(field.unit) and squeeze(narrow(text)).strip("()_:") in (
            field.unit,
            *field.unit.split("/"),
        )

    def _line_end(self, hit: Hit) -> int:
        """Where the next label on the same line begins."""
        line = hit.last or hit.line
        stop = self._next_stop((line.n, hit.start if hit.last is None else len(line.text)))
        return stop[1] if stop is not None and stop[0] == line.n else len(line.text)

    def _limit(self, first: int, border: int) -> int:
        """The line before which a region that goes on at line `first` ends."""
        stop = self._next_stop((first, -1))
        end = min(border, stop[0] if stop is not None else border)
        lines = self._flow.lines
        container = lines[first - 1].cell if first else None
        if end < border and (stopped := lines[end].cell) is not None and stopped is not container:
            end = max(first, self._outermost_start(stopped, container))
        for n in range(first, end):
            if lines[n].cell is None and len(lines[n].text) < 80 and _ANNEX.match(lines[n].text):
                return n
        return end

    @staticmethod
    def _outermost_start(cell: CellSpot, inside: CellSpot | None) -> int:
        """Where the table begins that a region runs into: its first rows are not the region's any more."""
        table = cell.table
        if inside is not None and inside.table is table:
            return cell.start
        while table.parent is not None and table.parent is not inside:
            table = table.parent.table
        return table.start

    def _lines(self, start: int, end: int) -> Iterator[Piece]:
        for line in self._flow.lines[start:end]:
            yield Piece(line, 0, len(line.text))

    def _boxes(self, start: int, end: int, tail: Piece, field: Field) -> Iterator[Piece]:
        """The lines on which a choice goes on: they carry boxes, or are the only thing written."""
        empty = is_blank(tail.text)
        for piece in self._lines(start, end):
            cell = piece.line.cell
            if (
                cell is not None
                and cell is not tail.line.cell
                and is_tick_table(self._flow, cell.table, field.options)
            ):
                yield from self._lines(cell.table.start, min(cell.table.end, end))
                return
            if is_blank(piece.text):
                continue
            if _BOX.search(piece.text) or (empty and len(squeeze(piece.text)) <= 40):
                yield piece
                empty = False
            else:
                return

    def _next(self, line: Line, stop: int, hit: Hit) -> Iterator[Piece]:
        """The answer on the line after its label, where it is no label and no heading itself."""
        for piece in self._lines(line.n + 1, stop):
            if is_blank(piece.text):
                if piece.line.paragraph > line.paragraph + 1:
                    return
                continue
            if piece.line.level or piece.line.n in self._by_line or len(piece.text) > 200 or piece.line.table:
                return
            if _BOX.search(piece.text):
                return
            if piece.line.cell is not line.cell:
                return
            if squeeze(narrow(piece.text)) in self._printed or _BLANK_LEFT.search(line.text):
                return
            bare = line.cell is None and hit.manner == "whole" and not _open(hit)
            if bare and (
                piece.line.paragraph != line.paragraph + 1
                or len(piece.text) > _SHORT
                or _SENTENCE.search(piece.text)
            ):
                return
            yield piece
            return


def _open(hit: Hit) -> bool:
    """Does the label end in a colon, or stand as a heading, so that its answer comes on the next line?"""
    return narrow(hit.line.text).rstrip().endswith(":") or hit.line.level > 0


def _is_head(text: str) -> bool:
    """A row's number, or a year over a column."""
    return _HEAD.fullmatch(squeeze(narrow(text)).strip("().、")) is not None


def _remark(text: str) -> bool:
    """A whole line in brackets."""
    plain = narrow(text).strip().rstrip(":").rstrip()
    if not (plain.startswith("(") and plain.endswith(")") and len(plain) < 40):
        return False
    return _BOX.search(plain) is None or _LEGEND.search(plain) is not None
