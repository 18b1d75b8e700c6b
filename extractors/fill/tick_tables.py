"""Choices drawn as little tables: an option in one cell, its tick or nothing in the cell beside or beneath it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from extractors.document import UNREADABLE_GLYPH
from extractors.fill.flow import CellSpot, Flow, TableSpot
from extractors.form import Option
from extractors.text import key, narrow, squeeze

__all__ = ["boxed", "is_tick_table"]

_TICK = re.compile(r"[(\[【]?[√✓✔☑■●☒⊠xXvV]{1,2}[)\]】]?")
_EMPTY = re.compile(r"[(\[【]?[□☐○]?[)\]】]?")


def is_tick_table(flow: Flow, table: TableSpot, options: Sequence[Option]) -> bool:
    """Whether two cells or more hold nothing but an option each."""
    words = _words(options)
    return sum(1 for cell in table.cells if key(_text(flow, cell)) in words) > 1


def boxed(flow: Flow, cells: Iterable[CellSpot], options: Sequence[Option]) -> str | None:
    """Each option with a box as its tick cell has it, a line each; None where there is no such table.

    Where it can't be told which cell is whose, the boxes are unreadable.
    """
    words = _words(options)
    chosen = [cell for cell in cells if key(_text(flow, cell)) in words]
    if len(chosen) < 2 or len({id(cell.table) for cell in chosen}) > 1:
        return None
    ways = (_beside, _beneath)
    fitting = [marks for way in ways if (marks := _marks(flow, chosen, way)) is not None]
    ticked = [marks for marks in fitting if "☑" in marks]
    if not ticked:
        return None
    marks = ticked[0] if len(ticked) == 1 else [UNREADABLE_GLYPH] * len(chosen)
    return "\n".join(mark + _text(flow, cell) for mark, cell in zip(marks, chosen, strict=True))


def _marks(
    flow: Flow, chosen: list[CellSpot], way: Callable[[CellSpot], CellSpot | None]
) -> list[str] | None:
    marks = []
    for cell in chosen:
        found = way(cell)
        text = squeeze(narrow(_text(flow, found))) if found is not None else "?"
        if _TICK.fullmatch(text):
            marks.append("☑")
        elif _EMPTY.fullmatch(text):
            marks.append("□")
        else:
            return None
    return marks


def _beside(cell: CellSpot) -> CellSpot | None:
    return cell.table.at(cell.row, cell.column + cell.column_span)


def _beneath(cell: CellSpot) -> CellSpot | None:
    return cell.table.at(cell.row + cell.row_span, cell.column)


def _text(flow: Flow, cell: CellSpot) -> str:
    return "".join(line.text for line in flow.lines[cell.start : cell.end])


def _words(options: Sequence[Option]) -> frozenset[str]:
    return frozenset(
        key(word) for option in options for word in (option.value, option.label, *option.aliases)
    )
