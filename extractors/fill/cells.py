"""What cells of a form hold, and which cells answer a label that fills a cell of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from extractors.fill.flow import CellSpot, Flow
from extractors.fill.labels import Hit
from extractors.fill.pieces import BOX, CHOICE, LONG, Piece
from extractors.form import Field
from extractors.text import is_blank, narrow, squeeze

__all__ = ["Cells"]

# Heads of columns that hold no answer.
_ASIDE = frozenset(
    [
        *(
            "备注",
            "说明",
            "单位",
            "计量单位",
            "填报说明",
            "填写说明",
            "佐证材料",
            "证明材料",
            "填报要求",
            "填写要求",
        ),
        *("要求", "指标说明", "口径说明", "示例", "填写示例", "样例", "提示", "注意事项"),
    ]
)
# The label once more, in English.
_FOREIGN = re.compile(r"[0-9().、* ]{0,6}[A-Za-z][A-Za-z ().,/:&'*\-]{1,60}")
_LEGEND = re.compile("请|打|单选|多选|勾选|划|标")  # how to tick, not a tick: （请在□内打√）
_YEAR_HEAD = re.compile(r"20[0-9]{2}年?度?.{0,4}")
_SUM_HEAD = re.compile("合计|累计|总数|总量|截至|目前|现有")
_HEAD = re.compile(r"序号|项目|年度|年份|指标|[0-9]{1,2}|20[0-9]{2}年?度?")
_LONGEST_REMARK = 40  # characters of a whole line in brackets


class Cells:
    """The cells of one document. `parts` are the fields whose labels may stand inside a field's place, by path."""

    def __init__(
        self, flow: Flow, hits: Iterable[Hit], printed: frozenset[str], parts: Mapping[str, frozenset[str]]
    ) -> None:
        self._flow = flow
        self._printed = printed
        self._parts = parts
        self._by_line: dict[int, list[Hit]] = {}
        for hit in hits:
            self._by_line.setdefault(hit.line.n, []).append(hit)
        self._label_cells = {
            id(hit.line.cell): hit
            for found in self._by_line.values()
            for hit in found
            if hit.line.cell is not None and self.fills(hit, hit.line.cell)
        }

    def fills(self, hit: Hit, cell: CellSpot) -> bool:
        """Whether the cell holds the label and nothing but the form's own words."""
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
        return squeeze(narrow(text)) in self._printed and BOX.search(text) is None

    def is_label(self, cell: CellSpot) -> bool:
        return id(cell) in self._label_cells

    def beside(self, cell: CellSpot, field: Field) -> tuple[Piece, ...]:
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
            if field.kind not in CHOICE and (BOX.search(self._text(below)) or self._ends_in_colon(cell)):
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
        """Whether the label is one of a row of heads; one whose row has no other cell heads what is under it."""
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


def _is_head(text: str) -> bool:
    """A row's number, or a year over a column."""
    return _HEAD.fullmatch(squeeze(narrow(text)).strip("().、")) is not None


def _remark(text: str) -> bool:
    """A whole line in brackets."""
    plain = narrow(text).strip().rstrip(":").rstrip()
    if not (plain.startswith("(") and plain.endswith(")") and len(plain) < _LONGEST_REMARK):
        return False
    return BOX.search(plain) is None or _LEGEND.search(plain) is not None
