"""What a document has for attachments: its lines and its grids in reading order, with their pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from extractors.document import PICTURE_GLYPH, Document, Paragraph, Table
from extractors.fill.flow import Flow, Line, TableSpot
from extractors.fill.places import flow_of
from extractors.form import FormSpec
from extractors.text import is_blank, narrow

__all__ = ["Grid", "Item", "Spot", "items_of"]


class Spot(NamedTuple):
    """A place of a grid. A merged cell is `own` at its first place only; its text stands at all of them."""

    text: str
    own: bool = True
    wide: bool = False  # merged over all columns


@dataclass(slots=True, eq=False)
class Grid:
    """A table: rows of equally many places."""

    rows: list[list[Spot]]
    location: str  # "表 3"
    first: int = 0  # number of its first row in the table, from 0

    def place(self, row: int) -> str:
        return f"{self.location} 行 {self.first + row + 1}"


@dataclass(slots=True, eq=False)
class Item:
    """A line, or a grid that begins with this line."""

    line: Line
    grid: Grid | None = None

    @property
    def text(self) -> str:
        return self.line.text if self.grid is None else ""

    @property
    def page(self) -> int | None:
        return self.line.page if self.line.page is not None or self.line.cell is None else self.line.cell.page

    @property
    def written(self) -> bool:
        return self.grid is not None or not is_blank(self.line.text)

    @property
    def pictured(self) -> bool:
        return PICTURE_GLYPH in self.line.text


def items_of(document: Document, spec: FormSpec, *, after: int = -1) -> list[Item]:
    """The lines and grids of a document behind line `after` of its flow.

    A table of one column is a frame: its lines are lines. A title in the first row of a grid is a line too.
    """
    return list(_items(flow_of(document, spec), after))


def _items(made: Flow, after: int) -> Iterator[Item]:
    tables = {table.start: table for table in reversed(made.tables) if table.columns > 1}
    n = after + 1
    while n < len(made.lines):
        line = made.lines[n]
        if line.table is not None:
            yield from _split(_kept(line.table), line, None)
        elif (table := tables.get(n)) is not None and table.end > n:
            yield from _split(_grid(table, made), line, (table, made))
            n = table.end
            continue
        else:
            yield Item(line)
        n += 1


def _split(grid: Grid, line: Line, spot: tuple[TableSpot, Flow] | None) -> Iterator[Item]:
    """Rows of one cell before the first row of several are lines: titles. So is 附件6 in the middle."""
    start = 0
    for at, row in enumerate(grid.rows):
        told = [each for each in row if each.own and not is_blank(each.text)]
        if len(told) == 1 and (at == start or narrow(told[0].text).lstrip("【[( ").startswith("附件")):
            if at > start:
                yield Item(line, Grid(grid.rows[start:at], grid.location, start))
            yield Item(_line_of(told[0], at, line, spot))
            start = at + 1
        elif not told and at == start:
            start = at + 1
    if start < len(grid.rows):
        yield Item(line, Grid(grid.rows[start:], grid.location, start))


def _line_of(told: Spot, row: int, line: Line, spot: tuple[TableSpot, Flow] | None) -> Line:
    if spot is not None:
        table, made = spot
        cells = (cell for cell in table.cells if cell.row == row)
        for cell in cells:
            for each in made.lines[cell.start : cell.end]:
                if not is_blank(each.text):
                    return each
    return Line(line.n, told.text, line.paragraph, line.cell, page=line.page, bbox=line.bbox)


def _grid(table: TableSpot, made: Flow) -> Grid:
    rows = [[Spot("")] * table.columns for _ in range(table.rows)]
    for cell in table.cells:
        lines = made.lines[cell.start : cell.end]
        text = "\n".join(line.text for line in lines if line.table is None)
        _lay(rows, text, (cell.row, cell.column, cell.row_span, cell.column_span))
    return Grid(rows, table.location)


def _kept(table: Table) -> Grid:
    rows = [[Spot("")] * table.columns for _ in range(table.rows)]
    for cell in table.cells:
        text = "\n".join(block.text for block in cell.blocks if isinstance(block, Paragraph))
        _lay(rows, text, (cell.row, cell.column, cell.row_span, cell.column_span))
    return Grid(rows, f"表 {table.ordinal}")


def _lay(rows: list[list[Spot]], text: str, place: tuple[int, int, int, int]) -> None:
    top, left, down, across = place
    columns = len(rows[0]) if rows else 0
    wide = left == 0 and across >= columns
    for row in range(top, min(top + down, len(rows))):
        for column in range(left, min(left + across, columns)):
            rows[row][column] = Spot(text, own=(row, column) == (top, left), wide=wide)
