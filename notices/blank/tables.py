"""Grids as WordprocessingML tables."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from lxml import etree

from notices.blank.elements import Cell, Grid, Line, Row
from notices.blank.markup import twips, w
from notices.blank.paragraphs import paragraph

__all__ = ["table"]

_PADDING = 108  # twips at either side of a cell, as in the table style
_RULE: Final[dict[str, str | int]] = {"val": "single", "sz": 4, "space": 0, "color": "auto"}
_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")


def table(grid: Grid) -> etree._Element:
    """A table of fixed columns in the middle of the page."""
    widths = [twips(width) for width in grid.widths]
    rules = [w("tblBorders", *(w(side, **_RULE) for side in _SIDES))] if grid.ruled else []
    properties = w(
        "tblPr",
        w("tblW", w=sum(widths), type="dxa"),
        w("jc", val="center"),
        *rules,
        w("tblLayout", type="fixed"),
    )
    columns = w("tblGrid", *(w("gridCol", w=width) for width in widths))
    merged = [_goes_on(grid.rows, at) for at in range(len(grid.rows))]
    rows = (_row(row, widths, below) for row, below in zip(grid.rows, merged, strict=True))
    return w("tbl", properties, columns, *rows)


def _columns(row: Row) -> list[int]:
    """The column that each cell begins in."""
    return [sum(cell.columns for cell in row.cells[:at]) for at in range(len(row.cells))]


def _goes_on(rows: Sequence[Row], at: int) -> set[int]:
    """The columns whose cell goes on in the next row."""
    if at + 1 == len(rows):
        return set()
    below = rows[at + 1]
    return {column for column, cell in zip(_columns(below), below.cells, strict=True) if cell.below}


def _row(row: Row, widths: Sequence[int], goes_on: set[int]) -> etree._Element:
    starts = _columns(row)
    assert sum(cell.columns for cell in row.cells) == len(widths), f"a row does not fill its grid: {row}"
    cells = (
        _cell(
            cell,
            sum(widths[at : at + cell.columns]),
            opens=at in goes_on,
            top=row.breaks and not _is_label(cell),
        )
        for at, cell in zip(starts, row.cells, strict=True)
    )
    whole = [] if row.breaks else [w("cantSplit")]
    height = [w("trHeight", val=twips(row.height), hRule="atLeast")] if row.height else []
    return w("tr", w("trPr", *whole, *height), *cells)


def _is_label(cell: Cell) -> bool:
    return all(isinstance(each, Line) and each.style == "label" for each in cell.blocks)


def _cell(cell: Cell, width: int, *, opens: bool, top: bool) -> etree._Element:
    merge = [w("vMerge")] if cell.below else [w("vMerge", val="restart")] if opens else []
    rule = [w("tcBorders", w("bottom", **_RULE))] if cell.underlined else []
    properties = w(
        "tcPr",
        w("tcW", w=width, type="dxa"),
        *([w("gridSpan", val=cell.columns)] if cell.columns > 1 else []),
        *merge,
        *rule,
        w("vAlign", val="top" if top else "center"),
    )
    inside = [each for block in cell.blocks for each in paragraph(block, width=width - 2 * _PADDING)]
    return w("tc", properties, *(inside or [w("p")]))
