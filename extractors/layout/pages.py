"""One page: which words stand in which cell, and what stands in the open between the tables."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median
from typing import TypeAlias

from extractors.document import Box, Paragraph
from extractors.layout.columns import Columns, bands_of
from extractors.layout.lines import Line, lines_of, paragraphs
from extractors.layout.nested import unnested
from extractors.layout.ruling import Grid, grids
from extractors.layout.tables import Part, PartCell
from extractors.page import Page, Rule, Run

__all__ = ["Item", "Sheet", "Spot", "sheets_of"]

_FRAME = 0.85  # a cell that takes so much of a page's width and height is a frame around it
_SMALL = 18.0  # points: a lone cell that small is a box to tick, no table
_NOTE_RULE = 40.0, 0.5  # length of the rule over footnotes: least points, largest share of the page's width
_NOTE = re.compile(r"[\[〔(（]?(?:[0-9]{1,3}|[①-⑳*†])[\]〕)）]?(?![0-9年月日.、．])")
_OUT = 12.0  # points
_BESIDE = 4  # runs that stand behind others on their lines, from which on columns are looked for
_NOTE_SIZE = 0.85  # times the size of the text above it: a footnote that begins on the page before
SECOND_HALF = 1_000_000  # added to a page's number: its right half, where it is two pages
_LANDSCAPE = 1.2
_LEAST_SHARE = 0.05  # of the words of two pages side by side that stand on one of them
_GUTTER = 0.006  # share of the width, at each side of the middle, where nothing stands between two pages


@dataclass(frozen=True, slots=True)
class Item:
    """Lines that stand in the open, or a table, with their upper and lower ends."""

    top: float
    bottom: float
    lines: tuple[Line, ...] = ()
    part: Part | None = None
    sides: tuple[float, float] | None = None  # of the column that the lines stand in, where there are several


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a sheet is: how its boxes are told as boxes of its page, as it is shown."""

    number: int
    left: float
    page: Page

    @property
    def plain(self) -> bool:
        return not self.left and not self.page.turns and self.number == self.page.number

    def box(self, box: Box) -> Box:
        x0, top, x1, bottom = box[0] + self.left, box[1], box[2] + self.left, box[3]
        width, height = self.page.width, self.page.height
        match self.page.turns:
            case 0:
                return x0, top, x1, bottom
            case 1:  # turned clockwise: what is left now was at the foot
                return top, width - x1, bottom, width - x0
            case 2:
                return width - x1, height - bottom, width - x0, height - top
            case _:
                return height - bottom, x0, height - top, x1


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page, or one half of two printed side by side: what stands on it from top to bottom.

    `key` numbers it among all sheets, and is what the boxes on it have for a page number until all is done.
    """

    key: int
    spot: Spot
    box: Box
    items: tuple[Item, ...]
    hidden: tuple[Paragraph, ...] = ()
    notes: tuple[Paragraph, ...] = ()  # footnotes

    @property
    def columns(self) -> Columns | None:
        """The first two that its text is set in."""
        sides = [item.sides for item in self.items if item.sides is not None]
        return (sides[0], sides[1]) if len(sides) > 1 and sides[0][1] < sides[1][0] else None


def sheets_of(page: Page, *, columns: Columns | None = None) -> Iterator[Sheet]:
    """The page, or the halves of one that has two pages side by side, each with its own left edge at 0.

    `columns`: those of the whole file, if it has any.
    """
    middle = page.width / 2
    if not _two_up(page, middle):
        yield _sheet(page, Spot(page.number, 0.0, page), columns)
        return
    for start, end, key in ((0.0, middle, page.number), (middle, page.width, page.number + SECOND_HALF)):
        half = replace(
            page,
            number=key,
            width=middle,
            runs=tuple(
                run._replace(x0=run.x0 - start, x1=run.x1 - start)
                for run in page.runs
                if start <= run.x0 < end
            ),
            rules=tuple(
                Rule(x0 - start, top, x1 - start, bottom)
                for x0, top, x1, bottom in page.rules
                if start <= x0 < end
            ),
        )
        yield _sheet(half, Spot(page.number, start, page), None)


def _two_up(page: Page, middle: float) -> bool:
    if page.width < _LANDSCAPE * page.height:
        return False
    near, far = middle - _GUTTER * page.width, middle + _GUTTER * page.width
    crossed = any(
        each[0] < far and each[2] > near for each in (*page.rules, *(run[1:5] for run in page.runs))
    )
    if crossed:
        return False
    left = sum(run.x0 < middle for run in page.runs)
    return _LEAST_SHARE < left / max(len(page.runs), 1) < 1 - _LEAST_SHARE


def _sheet(page: Page, spot: Spot, columns: Columns | None) -> Sheet:
    box = 0.0, 0.0, page.width, page.height
    found = [grid for grid in grids(page.rules) if not _is_frame(grid, box) and not _is_box(grid)]
    inside, outside = _shared([run for run in page.runs if not run.hidden], found)
    parts, nested = _parts(page.number, found, inside)
    items = [
        Item(grid.ys[0], grid.ys[-1], part=part)
        for index, (grid, part) in enumerate(zip(found, parts, strict=True))
        if index not in nested
    ]
    hidden = lines_of((run for run in page.runs if run.hidden), page.number)
    lines = lines_of(outside, page.number)
    first_note = _footnotes(lines, page.rules, found, box)
    ordered = tuple(_in_order(items, lines[:first_note]))
    if first_note == len(lines) and (columns is not None or len(outside) - len(lines) >= _BESIDE):
        ordered = tuple(_in_columns(items, outside, page.number, columns)) or ordered
    return Sheet(
        page.number,
        spot,
        box,
        ordered,
        tuple(_apart(hidden)),
        tuple(_apart(lines[first_note:])),
    )


def _apart(lines: Iterable[Line]) -> Iterator[Paragraph]:
    """Each line as a paragraph: what is kept aside."""
    for line in lines:
        yield Paragraph(1, line.text, page=line.page, bbox=line.box, ocr=line.ocr)


def _footnotes(lines: Sequence[Line], rules: Iterable[Rule], found: Sequence[Grid], box: Box) -> int:
    """Index of the first line under a short rule at the page's foot, where footnotes begin; or the end."""
    for x0, y, x1, _ in rules:
        short = _NOTE_RULE[0] < x1 - x0 < _NOTE_RULE[1] * (box[2] - box[0])
        low = y > (box[1] + box[3]) / 2 and not any(grid.ys[0] - 2 < y < grid.ys[-1] + 2 for grid in found)
        if not (short and low) or any(grid.ys[-1] > y for grid in found):
            continue
        first = next((index for index, line in enumerate(lines) if line.top > y - 2), len(lines))
        underlined = any(abs(line.bottom - y) < 5.0 for line in lines)
        at_edge = first < len(lines) and abs(x0 - min(line.x0 for line in lines)) < 4.0
        if at_edge and not underlined and (_NOTE.match(lines[first].text) or _is_smaller(lines, first)):
            return first
    return len(lines)


def _is_smaller(lines: Sequence[Line], first: int) -> bool:
    """All from the line `first` on is set smaller than what stands above."""
    above = [line.size for line in lines[:first]]
    below = [line.size for line in lines[first:]]
    return len(above) > 2 and max(below) < _NOTE_SIZE * median(above)


def _is_frame(grid: Grid, box: Box) -> bool:
    if len(grid.places) > 1:
        return False
    x0, top, x1, bottom = grid.box
    return x1 - x0 > _FRAME * (box[2] - box[0]) and bottom - top > _FRAME * (box[3] - box[1])


def _is_box(grid: Grid) -> bool:
    x0, top, x1, bottom = grid.box
    return len(grid.places) == 1 and x1 - x0 < _SMALL and bottom - top < _SMALL


Words: TypeAlias = dict[tuple[int, int], list[Run]]  # by number of grid and of place


def _shared(runs: Sequence[Run], found: Sequence[Grid]) -> tuple[Words, list[Run]]:
    """Each run to the innermost cell around its middle, or to the open."""
    inside: Words = defaultdict(list)
    outside: list[Run] = []
    innermost = list(enumerate(found))[::-1]
    for run in runs:
        x, y = (run.x0 + run.x1) / 2, (run.top + run.bottom) / 2
        for index, grid in innermost:
            place = grid.at(x, y)
            if place is not None:
                inside[index, place].append(run)
                break
        else:
            outside.append(run)
    return inside, outside


def _parts(number: int, found: Sequence[Grid], inside: Words) -> tuple[list[Part], set[int]]:
    """A part for each grid, inner ones put into their cells; and which are inner."""
    parts = [_part(number, grid) for grid in found]
    nested: set[int] = set()
    held: dict[tuple[int, int], list[int]] = defaultdict(list)
    for index, grid in enumerate(found):
        around = _around(grid, found[:index])
        if around is not None:
            nested.add(index)
            held[around].append(index)
    for index in reversed(range(len(found))):  # the innermost first
        for place, cell in enumerate(parts[index].cells):
            inner = [(found[each].ys[0], parts[each]) for each in held.get((index, place), ())]
            lines = lines_of(inside.get((index, place), ()), number)
            cell.blocks = _blocks(lines, inner, left=cell.x0, right=cell.x1)
        parts[index] = unnested(parts[index])
    return parts, nested


def _part(number: int, grid: Grid) -> Part:
    cells = [
        PartCell(place.row, place.row_end, place.box[0], place.box[2], number, place.box)
        for place in grid.places
    ]
    return Part(len(grid.ys) - 1, grid.xs[0], grid.xs[-1], cells)


def _around(grid: Grid, larger: Sequence[Grid]) -> tuple[int, int] | None:
    """The cell of the smallest larger grid that the whole grid stands in."""
    x0, top, x1, bottom = grid.box
    for index in reversed(range(len(larger))):
        place = larger[index].at((x0 + x1) / 2, (top + bottom) / 2)
        if place is None:
            continue
        box = larger[index].places[place].box
        within = box[0] - _OUT <= x0 and x1 <= box[2] + _OUT  # a table may stick out of its cell
        if within and box[1] - 2 <= top and bottom <= box[3] + 2:
            return index, place
    return None


def _blocks(
    lines: list[Line], inner: list[tuple[float, Part]], *, left: float, right: float
) -> list[Paragraph | Part]:
    blocks: list[Paragraph | Part] = []
    for top, part in sorted(inner, key=lambda each: each[0]):
        above = [line for line in lines if line.top < top]
        lines = [line for line in lines if line.top >= top]
        blocks += paragraphs(above, left=left, right=right)
        blocks.append(part)
    return [*blocks, *paragraphs(lines, left=left, right=right)]


def _in_columns(
    tables: list[Item], outside: Sequence[Run], number: int, columns: Columns | None
) -> Iterator[Item]:
    """Tables and columns from top to bottom; nothing where there are no columns."""
    bands = bands_of(outside, columns=columns)
    if all(sides is None for _, sides in bands):
        return
    waiting = sorted(tables, key=lambda item: item.top)
    for at, (runs, sides) in enumerate(bands):
        bottom = max(run.bottom for run in runs)
        rest = [run for band, _ in bands[at + 1 :] for run in band]
        end = min((run.top for run in rest if run.top > bottom), default=float("inf"))
        own = [item for item in waiting if item.top < end and _stands_in(item, sides)]
        waiting = [item for item in waiting if item not in own]
        yield from (replace(item, sides=sides) for item in _in_order(own, lines_of(runs, number)))
    yield from waiting


def _stands_in(table: Item, sides: tuple[float, float] | None) -> bool:
    assert table.part is not None
    return sides is None or table.part.left < (sides[0] + sides[1]) / 2 < table.part.right


def _in_order(tables: list[Item], lines: Iterable[Line]) -> Iterator[Item]:
    """Tables and the lines between them; a line beside a table stands before it."""
    tables = sorted(tables, key=lambda item: item.top)
    waiting = list(lines)
    for table in tables:
        above = [line for line in waiting if (line.top + line.bottom) / 2 < table.bottom]
        waiting = waiting[len(above) :]
        if above:
            yield Item(above[0].top, above[-1].bottom, lines=tuple(above))
        yield table
    if waiting:
        yield Item(waiting[0].top, waiting[-1].bottom, lines=tuple(waiting))
