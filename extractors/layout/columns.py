"""Text set in two columns, as newspapers have it: what stands side by side is no line.

Columns are told from labels with answers beside them by their lines: these fill the column, and those of the
right one begin at one edge.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import median
from typing import NamedTuple, TypeAlias

from extractors.page import Run

__all__ = ["Band", "Columns", "bands_of", "gutter_of"]

Columns: TypeAlias = tuple[tuple[float, float], tuple[float, float]]  # left and right end of each, points

_MIDDLE = (0.3, 0.7)  # shares of the width between which the columns part
_LEAST_GAP = 8.0  # points between two columns
_STEP = 2.0  # points by which the middle is looked through
_CROSSED = 0.12  # share of the runs that may go over both: headings
_ROWS = 6  # lines that a column has at least
_BESIDE = 4  # of them, that have a line of the other beside them
_FULL, _FULL_LINES = 1.6, 0.35  # em that a line may end before its column does; share of lines that do so
_EDGE, _EDGE_LINES = 2.6, 0.85  # em by which lines are indented at most; share of lines that are


class Band(NamedTuple):
    """Runs of one column, or of what goes over both (`sides` None), to be read one after the other."""

    runs: list[Run]
    sides: tuple[float, float] | None = None  # left and right end of the column, points


def bands_of(runs: Sequence[Run], *, columns: Columns | None = None) -> list[Band]:
    """The runs in their order of reading: one band, where there are no columns.

    `columns` are those of other pages: then shorter lines are columns, too.
    """
    gutter = (columns[0][1] + columns[1][0]) / 2 if columns is not None else None
    if gutter is None and len(runs) >= 2 * _ROWS:
        gutter = gutter_of(runs)
    if gutter is None:
        return [Band(list(runs))]
    size = median(run.bottom - run.top for run in runs)
    bands: list[Band] = []
    for band in _parted(runs, gutter):
        left = [run for run in band if run.x1 <= gutter]
        right = [run for run in band if run.x0 >= gutter]
        if len(left) + len(right) == len(band) and _are_columns(left, right, size, known=columns is not None):
            bands.append(Band(left, columns[0] if columns is not None else _sides(left)))
            bands.append(Band(right, columns[1] if columns is not None else _sides(right)))
        elif bands and bands[-1].sides is None:
            bands[-1].runs.extend(band)
        else:
            bands.append(Band(band))
    return bands


def gutter_of(runs: Sequence[Run]) -> float | None:
    """Where hardly any run crosses the middle of the page, and many stand on both sides."""
    start, end = min(run.x0 for run in runs), max(run.x1 for run in runs)
    crossing: list[tuple[int, float]] = []
    x = start + _MIDDLE[0] * (end - start)
    while x < start + _MIDDLE[1] * (end - start):
        crossing.append((sum(run.x0 < x < run.x1 for run in runs), x))
        x += _STEP
    least = min(count for count, _ in crossing) if crossing else len(runs)
    if least > _CROSSED * len(runs):
        return None
    stretches: list[list[float]] = []
    for count, at in crossing:
        if count > least + 1:
            stretches.append([])
        elif stretches:
            stretches[-1].append(at)
        else:
            stretches.append([at])
    widest = max(stretches, key=len)
    if len(widest) * _STEP < _LEAST_GAP:
        return None
    return (widest[0] + widest[-1]) / 2


def _parted(runs: Sequence[Run], gutter: float) -> Iterator[list[Run]]:
    """From top to bottom: runs that cross the gutter apart from those that do not."""
    band: list[Run] = []
    crosses = False
    for run in sorted(runs, key=lambda each: each.top + each.bottom):
        over = run.x0 < gutter < run.x1
        if band and over != crosses:
            yield band
            band = []
        crosses = over
        band.append(run)
    if band:
        yield band


def _are_columns(left: Sequence[Run], right: Sequence[Run], size: float, *, known: bool) -> bool:
    if known:
        return bool(left and right)
    if min(len(left), len(right)) < _BESIDE or max(len(left), len(right)) < _ROWS:
        return False
    beside = sum(any(_share_line(one, other) for other in right) for one in left)
    return beside >= _BESIDE and all(_is_column(each, size) for each in (left, right))


def _share_line(one: Run, other: Run) -> bool:
    return one.top < (other.top + other.bottom) / 2 < one.bottom


def _is_column(runs: Sequence[Run], size: float) -> bool:
    left, right = _sides(runs)
    full = sum(right - run.x1 < _FULL * size for run in runs)
    begun = sum(run.x0 - left < _EDGE * size for run in runs)
    return full >= _FULL_LINES * len(runs) and begun >= _EDGE_LINES * len(runs)


def _sides(runs: Sequence[Run]) -> tuple[float, float]:
    return min(run.x0 for run in runs), max(run.x1 for run in runs)
