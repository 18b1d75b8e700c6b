"""Lines that a program draws as many short ones: dashed and dotted borders of tables."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from extractors.document import Box
from extractors.page import Rule

__all__ = ["dashed"]

_FEWEST = 5  # dashes in a line
_GAP = 4.5  # points between two of them
_ON = 0.6  # points by which they may miss the line
_LONG = 12.0  # points: a shorter one is no line


def dashed(dashes: Sequence[Box]) -> Iterator[Rule]:
    """The lines that short ones make, each standing close behind the other."""
    level: list[tuple[float, float, float]] = []
    upright: list[tuple[float, float, float]] = []
    for x0, top, x1, bottom in dashes:
        dot = abs((x1 - x0) - (bottom - top)) < _ON
        if dot or x1 - x0 > bottom - top:
            level.append(((top + bottom) / 2, x0, x1))
        if dot or x1 - x0 <= bottom - top:
            upright.append(((x0 + x1) / 2, top, bottom))
    for at, start, end in _lines(level):
        yield Rule(start, at, end, at)
    for at, start, end in _lines(upright):
        yield Rule(at, start, at, end)


def _lines(dashes: Iterable[tuple[float, float, float]]) -> Iterator[tuple[float, float, float]]:
    """Where each line stands, from and to where it goes."""
    rows: dict[int, list[tuple[float, float, float]]] = defaultdict(list)
    for dash in dashes:
        rows[round(dash[0] / _ON)].append(dash)
    for row in rows.values():
        if len(row) < _FEWEST:
            continue
        row.sort(key=lambda dash: dash[1])
        at, start, end = row[0]
        count = 0
        for _, left, right in (*row, (at, float("inf"), float("inf"))):
            if left - end > _GAP:
                if count >= _FEWEST and end - start > _LONG:
                    yield at, start, end
                start, count = left, 0
            end, count = max(end, right) if count else right, count + 1
