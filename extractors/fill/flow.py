"""A document as one flow of lines in reading order, each knowing the cell that it stands in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from extractors.document import Block, Box, Cell, Document, Paragraph, Table, TextBox
from extractors.fill.wraps import Wraps

__all__ = ["CellSpot", "Flow", "Line", "TableSpot", "flow"]

_LIST_ROWS = (
    300  # a table with more rows is a list (the whole form has about 80): kept whole, no labels in it
)
# Zero-width and direction marks come in with pasted text; they would part words and boxes that stand together.
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_DEEPEST = 24  # tables in tables; readers allow more than any form uses


@dataclass(slots=True, eq=False)
class TableSpot:
    """A table, its lines being `start` to `end` (half-open)."""

    location: str  # "表 3"
    rows: int
    columns: int
    parent: CellSpot | None
    start: int
    end: int = 0
    cells: list[CellSpot] = field(default_factory=list)
    _grid: dict[tuple[int, int], CellSpot] = field(default_factory=dict)

    def at(self, row: int, column: int) -> CellSpot | None:
        """The cell that covers a place of the grid; None where there is no cell."""
        if not self._grid:
            for each in self.cells:
                for down in range(each.row, min(each.row + each.row_span, self.rows)):
                    for across in range(each.column, min(each.column + each.column_span, self.columns)):
                        self._grid.setdefault((down, across), each)
        return self._grid.get((row, column))

    def right_of(self, cell: CellSpot, row: int) -> Iterator[CellSpot]:
        """The cells to the right of `cell` in one of its rows; one merged over rows comes in its first only."""
        column = cell.column + cell.column_span
        while column < self.columns:
            found = self.at(row, column)
            if found is None:
                column += 1
                continue
            if row in (found.row, cell.row):
                yield found
            column = found.column + found.column_span


@dataclass(slots=True, eq=False)
class CellSpot:
    """A cell, its lines (those of tables inside it too) being `start` to `end` (half-open)."""

    table: TableSpot
    row: int
    column: int
    row_span: int
    column_span: int
    start: int
    end: int = 0
    page: int | None = None
    bbox: Box | None = None

    @property
    def location(self) -> str:
        return f"{self.table.location} 行 {self.row + 1}"


@dataclass(slots=True, eq=False)
class Line:
    """One line of a paragraph."""

    n: int  # place in the flow
    text: str  # as written
    paragraph: int  # from 1 in its container
    cell: CellSpot | None = None
    number: str = ""  # that Word generates before it
    level: int = 0
    toc: bool = False
    box: int = 0  # number of the text box it stands in
    table: Table | None = None  # a long list, kept whole: the line stands for it and has no text
    page: int | None = None
    bbox: Box | None = None
    ocr: float | None = None
    over: tuple[tuple[int, Box], ...] = ()  # where it goes on

    @property
    def location(self) -> str:
        if self.cell is not None:
            return self.cell.location
        return f"文本框 {self.box} 段落 {self.paragraph}" if self.box else f"段落 {self.paragraph}"


@dataclass(slots=True, eq=False)
class Flow:
    """All lines of a document's body, and its tables."""

    lines: list[Line] = field(default_factory=list)
    tables: list[TableSpot] = field(default_factory=list)
    wraps: Wraps | None = None  # tells which drawn lines are paragraphs


def flow(document: Document, *, wraps: Wraps | None = None) -> Flow:
    """The lines of the body; furniture, notes and hidden text are not among them."""
    made = Flow(wraps=wraps)
    _blocks(made, document.blocks, None, 0, "", 0)
    return made


def _blocks(
    made: Flow, blocks: tuple[Block, ...], cell: CellSpot | None, box: int, prefix: str, depth: int
) -> None:
    for block in blocks:
        if isinstance(block, Paragraph):
            _paragraph(made, block, cell, box)
        elif isinstance(block, Table):
            _table(made, block, cell, prefix, depth)
        else:
            assert isinstance(block, TextBox)
            _blocks(made, block.blocks, cell, block.ordinal, f"文本框 {block.ordinal} ", depth)


def _paragraph(made: Flow, block: Paragraph, cell: CellSpot | None, box: int) -> None:
    lines = made.lines
    number = block.number
    whole = made.wraps.text(block) if block.wraps and made.wraps is not None else block.text
    if not whole.isprintable():
        whole = _INVISIBLE.sub("", whole)
    for text in whole.split("\n") if "\n" in whole else (whole,):
        lines.append(
            Line(
                len(lines),
                text,
                block.ordinal,
                cell,
                number,
                block.level,
                block.toc,
                box,
                None,
                block.page,
                block.bbox,
                block.ocr,
                block.over,
            )
        )
        number = ""


def _table(made: Flow, block: Table, cell: CellSpot | None, prefix: str, depth: int) -> None:
    location = f"{cell.location} 表 {block.ordinal}" if cell is not None else f"{prefix}表 {block.ordinal}"
    spot = TableSpot(location, block.rows, block.columns, cell, len(made.lines))
    made.tables.append(spot)
    if block.rows > _LIST_ROWS or depth > _DEEPEST:
        made.lines.append(Line(len(made.lines), "", block.ordinal, cell, table=block))
    else:
        for each in block.cells:
            _cell(made, each, spot, depth)
    spot.end = len(made.lines)


def _cell(made: Flow, each: Cell, table: TableSpot, depth: int) -> None:
    spot = CellSpot(
        table,
        each.row,
        each.column,
        each.row_span,
        each.column_span,
        len(made.lines),
        0,
        each.page,
        each.bbox,
    )
    table.cells.append(spot)
    _blocks(made, each.blocks, spot, 0, "", depth + 1)
    if len(made.lines) == spot.start:  # a cell without a paragraph still has its place in the flow
        made.lines.append(Line(spot.start, "", 1, spot))
    spot.end = len(made.lines)
