"""Markdown tables, and rates as people read them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from eval.scores.figures import Rate

__all__ = ["percent", "rate", "table"]


def percent(value: float | None, *, places: int = 1) -> str:
    """Never rounded up to a clean 100 %, nor down to a clean 0 %."""
    if value is None:
        return "–"
    shown = f"{value:.{places}%}"
    if (shown == f"{1:.{places}%}" and value < 1) or (shown == f"{0:.{places}%}" and value > 0):
        return f"{value:.3%}"
    return shown


def rate(found: Rate, *, sure: bool = True) -> str:
    """`99.2 % (98.7–99.5)`; a dash where nothing was counted."""
    if not found.total:
        return "–"
    low, high = found.sure
    return percent(found.value) + (f" ({low * 100:.1f}–{high * 100:.1f})" if sure else "")


def table(header: Sequence[str], rows: Iterable[Sequence[object]]) -> list[str]:
    """The lines of a table; what is a number or a rate stands to the right."""
    listed = [[_cell(each) for each in row] for row in rows]
    aligned = ["---" if at == 0 else "---:" for at in range(len(header))]
    return [_line(header), _line(aligned), *(_line(row) for row in listed), ""]


def _cell(value: object) -> str:
    text = rate(value) if isinstance(value, Rate) else "–" if value is None else str(value)
    return text.replace("|", "\\|").replace("\n", " ")


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
