"""A small typesetter: blocks to pages of strokes and words, for engines that only draw.

Lines break at any character, as Chinese text may; rows of tables break over pages between their lines.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from eval.filings.word.nodes import Block, Inline, Par, Raw, RawBlock, Row, Tab, Text
from eval.formats.compositions import OFF, ON

__all__ = ["Frame", "Mark", "Paper", "Words", "typeset"]

_BOXES: Final = {"☑": True, "☐": False}  # the fonts of reports lack these
_PAD: Final = 4.0  # points between a cell's border and its words


class Words(NamedTuple):
    """Words on a baseline; all measures in points from the page's top left."""

    x: float
    y: float
    text: str
    size: float


class Mark(NamedTuple):
    """A box, ticked or not, standing on the baseline."""

    x: float
    y: float
    size: float
    ticked: bool


class Frame(NamedTuple):
    """A cell's border. `above`, `below`: whether these sides are drawn; inside a merged cell they are not."""

    x: float
    y: float
    width: float
    height: float
    above: bool = True
    below: bool = True


Drawn = Words | Mark | Frame


@dataclass(frozen=True, slots=True)
class Paper:
    """What is typeset on. `measure` gives the width of a character at a size."""

    measure: Callable[[str, float], float]
    size: float = 10.5
    leading: float = 1.7
    width: float = 595.3
    height: float = 841.9
    margin: float = 60.0


@dataclass(frozen=True, slots=True)
class _Line:
    """What stands side by side and stays together, placed from the line's own top left."""

    height: float
    drawn: tuple[Drawn, ...] = ()


@dataclass(slots=True)
class _Pages:
    paper: Paper
    pages: list[list[Drawn]] = field(default_factory=lambda: [[]])
    y: float = 0.0

    def __post_init__(self) -> None:
        self.y = self.paper.margin

    @property
    def room(self) -> float:
        return self.paper.height - self.paper.margin - self.y

    def turn(self) -> None:
        self.pages.append([])
        self.y = self.paper.margin

    def put(self, drawn: Iterable[Drawn], *, x: float, y: float) -> None:
        self.pages[-1] += [each._replace(x=each.x + x, y=each.y + y) for each in drawn]


def typeset(blocks: Iterable[Block], paper: Paper) -> list[list[Drawn]]:
    """The pages, each with what is drawn on it."""
    pages = _Pages(paper)
    width = paper.width - 2 * paper.margin
    for block in blocks:
        match block:
            case Par():
                _flow(_paragraph(block, width, paper), pages)
            case Tab():
                _table(block, pages, width)
            case RawBlock() if 'w:br w:type="page"' in block.xml:
                pages.turn()
            case RawBlock():
                raise ValueError("only page breaks can be typeset")
    return pages.pages


def _flow(lines: Iterable[_Line], pages: _Pages) -> None:
    for line in lines:
        if line.height > pages.room:
            pages.turn()
        pages.put(line.drawn, x=pages.paper.margin, y=pages.y)
        pages.y += line.height


def _paragraph(par: Par, width: float, paper: Paper) -> list[_Line]:
    size = paper.size * {"1": 1.4, "2": 1.2, "3": 1.1}.get(par.style or "", 1.0)
    height = size * paper.leading
    lines: list[list[tuple[float, str | bool]]] = [[]]
    x = 0.0
    for atom in _atoms(par.inlines):
        if atom == "\n":
            lines.append([])
            x = 0.0
            continue
        step = size * 1.05 if isinstance(atom, bool) else paper.measure(atom, size)
        if x + step > width and lines[-1]:
            lines.append([])
            x = 0.0
        lines[-1].append((x, atom))
        x += step
    shift = (width - x) / 2 if par.align == "center" and len(lines) == 1 else 0.0
    return [_Line(height, tuple(_pieces(line, size, height, shift))) for line in lines]


def _atoms(inlines: Iterable[Inline]) -> Iterator[str | bool]:
    for each in inlines:
        match each:
            case Text():
                yield from (_BOXES.get(letter, letter) for letter in each.text.replace("\t", "    "))
            case Raw() if each == ON:
                yield True
            case Raw() if each == OFF:
                yield False
            case Raw():
                raise ValueError("Word's own markup cannot be typeset")


def _pieces(
    line: Sequence[tuple[float, str | bool]], size: float, height: float, shift: float
) -> Iterator[Drawn]:
    base = (height + size * 0.72) / 2
    words, start = "", 0.0
    for x, atom in line:
        if isinstance(atom, bool):
            if words:
                yield Words(start + shift, base, words, size)
            words = ""
            yield Mark(x + shift, base, size, atom)
            continue
        start = x if not words else start
        words += atom
    if words:
        yield Words(start + shift, base, words, size)


def _table(table: Tab, pages: _Pages, width: float) -> None:
    for at, row in enumerate(table.rows):
        following = table.rows[at + 1] if at + 1 < len(table.rows) else None
        _row(row, following, _columns(table, width), pages, borders=table.borders)
    pages.y += 4


def _columns(table: Tab, width: float) -> list[float]:
    count = max(sum(cell.span for cell in row.cells) for row in table.rows)
    if len(table.widths) == count:
        return [width * each / sum(table.widths) for each in table.widths]
    return [width / count] * count


def _row(row: Row, following: Row | None, columns: list[float], pages: _Pages, *, borders: bool) -> None:
    """The row, over as many pages as its cells need."""
    cells, at = [], 0
    under = _merged_columns(following)
    for cell in row.cells:
        width = sum(columns[at : at + cell.span])
        lines = _cell_lines(cell.blocks, width - 2 * _PAD, pages.paper) if cell.merge != "continue" else []
        cells.append((sum(columns[:at]), width, lines, cell.merge == "continue", at in under))
        at += cell.span
    first = True
    while True:
        highest = max((sum(line.height for line in each[2]) for each in cells), default=0.0)
        needed = max(highest, pages.paper.size * pages.paper.leading) + _PAD
        if needed > pages.room and pages.room < 3 * pages.paper.size * pages.paper.leading:
            pages.turn()
            continue
        height = min(needed, pages.room)
        last = height >= needed
        rest = []
        for x, width, lines, continued, goes_on in cells:
            fitting = _fitting(lines, height - _PAD)
            y = pages.y + _PAD / 2
            for line in lines[:fitting]:
                pages.put(line.drawn, x=pages.paper.margin + x + _PAD, y=y)
                y += line.height
            if borders:
                frame = Frame(
                    x, 0, width, height, above=not (continued and first), below=not (goes_on and last)
                )
                pages.put([frame], x=pages.paper.margin, y=pages.y)
            rest.append((x, width, lines[fitting:], continued, goes_on))
        pages.y += height
        cells, first = rest, False
        if last:
            return
        pages.turn()


def _fitting(lines: Sequence[_Line], room: float) -> int:
    used = 0.0
    for at, line in enumerate(lines):
        used += line.height
        if used > room + 0.01:
            return at
    return len(lines)


def _merged_columns(row: Row | None) -> set[int]:
    found, at = set(), 0
    for cell in row.cells if row else ():
        if cell.merge == "continue":
            found.add(at)
        at += cell.span
    return found


def _cell_lines(blocks: Iterable[Block], width: float, paper: Paper) -> list[_Line]:
    lines: list[_Line] = []
    for block in blocks:
        match block:
            case Par():
                lines += _paragraph(block, width, paper)
            case Tab():
                lines += [_inner_row(row, _columns(block, width - 2), paper) for row in block.rows]
            case RawBlock():
                raise ValueError("only page breaks can be typeset, and none in a cell")
    return lines


def _inner_row(row: Row, columns: list[float], paper: Paper) -> _Line:
    """A row of a table in a cell stays on one page."""
    cells, at = [], 0
    for cell in row.cells:
        width = sum(columns[at : at + cell.span])
        cells.append((sum(columns[:at]), width, _cell_lines(cell.blocks, width - 2 * _PAD, paper)))
        at += cell.span
    height = max(sum(line.height for line in lines) for _, _, lines in cells) + _PAD
    drawn: list[Drawn] = []
    for x, width, lines in cells:
        drawn.append(Frame(x, 0, width, height))
        y = _PAD / 2
        for line in lines:
            drawn += [each._replace(x=each.x + x + _PAD, y=each.y + y) for each in line.drawn]
            y += line.height
    return _Line(height, tuple(drawn))
