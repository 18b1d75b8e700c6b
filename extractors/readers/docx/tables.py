"""Tables as grids: each real cell once, with its place and its spans.

`w:tblGrid` is not believed; places come from counting cells and their spans, row by row.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple, TypeAlias

from lxml.etree import _Element

from extractors.document import Block, Cell, Paragraph, Table
from extractors.readers.docx import names as n
from extractors.readers.docx.controls import CheckBox, control_of, ticked
from extractors.readers.docx.drawings import branch
from extractors.readers.docx.names import VAL, W, is_on
from extractors.readers.docx.styles import has_fill
from extractors.readers.docx.walk import PLACEHOLDER, UNSAID, Walk, new_cell, new_paragraph

__all__ = ["table"]

Reader: TypeAlias = Callable[[Walk, _Element, str | None], tuple[Block, ...]]
_WIDEST = 1000  # columns; Word stops at 63


class Found(NamedTuple):
    """A `w:tc` of a row: why it is not seen, and the tick box control around it."""

    element: _Element
    gone: str | None
    box: CheckBox | None


class Grid:
    """The cells of one table in the making."""

    __slots__ = ("cells", "columns", "origins", "rows")

    def __init__(self) -> None:
        self.cells: list[Cell] = []
        self.rows = 0
        self.columns = 0
        self.origins: dict[int, int] = {}  # column to the cell that is merged downwards from there


def table(walk: Walk, element: _Element, ordinal: int, gone: str | None, read: Reader) -> Table:
    """Read a `w:tbl`; `read` gives the blocks of a cell."""
    outermost, grounds = walk.table == 0, walk.grounds
    if outermost:
        walk.table = ordinal
    walk.grounds += _coloured(walk, element)
    grid = Grid()
    for row, why in _rows(element, gone):
        reason = why if row in walk.marks.rows else why or _row_is_gone(row)
        if reason == PLACEHOLDER or reason is None:
            if outermost:
                walk.row = grid.rows + 1
            _row(walk, grid, row, reason, read)
            grid.rows += 1
        else:
            _lose(walk, row, reason)
    walk.grounds = grounds
    if outermost:
        walk.table = walk.row = 0
    return Table(ordinal, grid.rows, grid.columns, tuple(grid.cells))


def _row(walk: Walk, grid: Grid, row: _Element, gone: str | None, read: Reader) -> None:
    plain = walk.marks.rows.get(row)
    if plain is None or gone is not None or walk.fields:
        _close_row(walk, grid, row, gone, read)
        return
    texts, at = walk.marks.texts, grid.rows
    for column, (element, paragraphs) in enumerate(plain):
        blocks = _plain_cell(texts, paragraphs)
        if blocks is None:
            blocks = read(walk, element, None)
        grid.cells.append(new_cell((at, column, 1, 1, blocks, None, None)))
    grid.origins.clear()
    grid.columns = max(grid.columns, len(plain))


def _close_row(walk: Walk, grid: Grid, row: _Element, gone: str | None, read: Reader) -> None:
    origins: dict[int, int] = {}
    column, last = _indent(walk, row), -1
    found = list(_cells(row, gone))
    for number, cell in enumerate(found, start=1):
        properties = cell.element.find(n.TCPR)
        reason = cell.gone or ("deleted-text" if _has(properties, "cellDel") else None)
        if reason not in {None, PLACEHOLDER}:
            _lose(walk, cell.element, reason or "")
            continue
        span = _span(walk, grid, properties, _Room(column, len(found) - number))
        blocks = _cell_blocks(walk, cell, properties, reason, read)
        down = _merge(properties, "vMerge")
        if _merge(properties, "hMerge") == "continue" and last >= 0:
            _widen(grid, last, span, blocks)
        elif down == "continue" and column in grid.origins:
            last = origins[column] = grid.origins[column]
            _lengthen(grid, last, blocks)
        else:
            grid.cells.append(Cell(grid.rows, column, 1, span, blocks))
            last = len(grid.cells) - 1
            if down is not None:
                origins[column] = last
        column += span
    grid.origins = origins
    grid.columns = max(grid.columns, column)


def _plain_cell(texts: dict[_Element, str], cell: list[_Element]) -> tuple[Block, ...] | None:
    """The blocks of a cell of plain paragraphs; None where one of them needs a close look."""
    blocks = []
    for ordinal, paragraph in enumerate(cell, start=1):
        text = texts.get(paragraph)
        if text is None:
            return None
        blocks.append(new_paragraph((ordinal, text, *UNSAID)))
    return tuple(blocks)


def _cell_blocks(
    walk: Walk, cell: Found, properties: _Element | None, gone: str | None, read: Reader
) -> tuple[Block, ...]:
    grounds = walk.grounds
    walk.grounds += properties is not None and has_fill(properties.find(n.SHD))
    blocks = read(walk, cell.element, gone)
    walk.grounds = grounds
    return blocks if cell.box is None else tuple(ticked(blocks, cell.box))


def _rows(parent: _Element, gone: str | None) -> Iterator[tuple[_Element, str | None]]:
    """The rows of a table, out of their wrappers, with why they are not seen."""
    for child in parent:
        if child.tag == n.TR:
            yield child, gone
        else:
            for wrapper, reason, _ in _unwrapped(child, gone):
                yield from _rows(wrapper, reason)


def _cells(parent: _Element, gone: str | None, box: CheckBox | None = None) -> Iterator[Found]:
    for child in parent:
        if child.tag == n.TC:
            yield Found(child, gone, box)
        else:
            for wrapper, reason, around in _unwrapped(child, gone):
                yield from _cells(wrapper, reason, around or box)


def _unwrapped(element: _Element, gone: str | None) -> Iterator[tuple[_Element, str | None, CheckBox | None]]:
    """What a wrapper around rows or cells holds them in; nothing for what is no wrapper."""
    tag = element.tag
    if tag == n.SDT:
        content, control = element.find(n.SDT_CONTENT), control_of(element)
        if content is not None:
            yield content, gone or (PLACEHOLDER if control.placeholder else None), control.box
    elif tag == n.ALTERNATE:
        chosen = branch(element)
        if chosen is not None:
            yield chosen, gone, None
    elif tag in _WRAPPERS:
        yield element, gone or _WRAPPERS[tag], None


def _row_is_gone(row: _Element) -> str | None:
    properties = row.find(n.TRPR)
    if properties is None:
        return None
    if properties.find(n.DEL) is not None:
        return "deleted-text"
    hidden = properties.find(W + "hidden")
    return "hidden-text" if hidden is not None and is_on(hidden.get(VAL)) else None


def _lose(walk: Walk, element: _Element, reason: str) -> None:
    text = "".join([piece.text or "" for piece in element.iter(n.T, W + "delText")])
    walk.tally.lose(reason, text, ordinal=1, place=walk.place(1))


def _coloured(walk: Walk, element: _Element) -> bool:
    """Whether cells have a ground of their own by the table's properties or its style."""
    properties = element.find(n.TBLPR)
    if properties is None or not walk.marks.looks:
        return False
    style = properties.find(W + "tblStyle")
    return has_fill(properties.find(n.SHD)) or (style is not None and walk.styles.fills_cells(style.get(VAL)))


def _has(properties: _Element | None, name: str) -> bool:
    return properties is not None and properties.find(W + name) is not None


def _merge(properties: _Element | None, name: str) -> str | None:
    """`restart`, `continue`, or None for a cell that is not merged in this direction."""
    merge = None if properties is None else properties.find(W + name)
    return None if merge is None else (merge.get(VAL) or "continue")


def _indent(walk: Walk, row: _Element) -> int:
    properties = row.find(n.TRPR)
    before = None if properties is None else properties.find(W + "gridBefore")
    return 0 if before is None else _width(walk, before, otherwise=0)


class _Room(NamedTuple):
    column: int
    cells_after: int


def _span(walk: Walk, grid: Grid, properties: _Element | None, room: _Room) -> int:
    asked = None if properties is None else properties.find(W + "gridSpan")
    if asked is None:
        return 1
    left = grid.columns - room.column - room.cells_after
    return max(1, _width(walk, asked, otherwise=left))


def _width(walk: Walk, asked: _Element, *, otherwise: int) -> int:
    """A number of columns; an absurd one is told of and not believed."""
    value = asked.get(VAL) or ""
    if value.isdecimal() and len(value) <= 4 and int(value) <= _WIDEST:
        return int(value)
    if value.isdecimal():
        message = "有表格单元格声明的跨列数不合常理，已按表格实际列数读取。"
        walk.tally.tell("absurd-span", message, walk.place(1))
    return otherwise


def _widen(grid: Grid, position: int, span: int, blocks: tuple[Block, ...]) -> None:
    cell = grid.cells[position]
    if cell.row == grid.rows:
        cell = cell._replace(column_span=cell.column_span + span)
    grid.cells[position] = cell._replace(blocks=_joined(cell.blocks, blocks))


def _lengthen(grid: Grid, position: int, blocks: tuple[Block, ...]) -> None:
    cell = grid.cells[position]
    grid.cells[position] = cell._replace(row_span=cell.row_span + 1, blocks=_joined(cell.blocks, blocks))


def _joined(first: tuple[Block, ...], more: tuple[Block, ...]) -> tuple[Block, ...]:
    """Blocks of two merged cells. Those of the second count on; nothing but blank lines is dropped."""
    if not any(not isinstance(block, Paragraph) or block.text.strip() for block in more):
        return first
    paragraphs = max((block.ordinal for block in first if isinstance(block, Paragraph)), default=0)
    tables = max((block.ordinal for block in first if isinstance(block, Table)), default=0)
    counted: list[Block] = []
    for block in more:
        if isinstance(block, Paragraph):
            counted.append(block._replace(ordinal=paragraphs + block.ordinal))
        elif isinstance(block, Table):
            counted.append(block._replace(ordinal=tables + block.ordinal))
        else:
            counted.append(block)
    return first + tuple(counted)


_WRAPPERS: dict[str, str | None] = {
    n.CUSTOM_XML: None,
    n.INS: None,
    n.MOVE_TO: None,
    n.DEL: "deleted-text",
    n.MOVE_FROM: "moved-text",
}
