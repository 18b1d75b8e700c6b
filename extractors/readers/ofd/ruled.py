"""Shapes into ruled lines: strokes that are level or upright, and rectangles as thin as one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from extractors.page import Rule
from extractors.readers.ofd.paint import WHITE
from extractors.readers.ofd.paths import Point, Shape

__all__ = ["is_rectangle", "rules_of", "sides_of"]

_THIN = 3.0  # points: a filled rectangle up to that is a line
_SHORTEST = 3.0  # points: what is shorter is no table's
_SLOPE = 0.01  # of a line that is level all the same
_STRAY = 0.6  # points by which its ends may differ


def rules_of(shapes: Iterable[Shape]) -> Iterator[Rule]:
    """The ruled lines of a page in the order they are drawn; a white line is none."""
    for shape in shapes:
        if shape.stroke is not None and not shape.stroke.like(WHITE):
            yield from _stroked(shape)
        elif shape.fill is not None and not shape.fill.like(WHITE):
            yield from _filled(shape)


def _stroked(shape: Shape) -> Iterator[Rule]:
    for (x0, y0), (x1, y1) in sides_of(shape):
        across, down = abs(x1 - x0), abs(y1 - y0)
        if max(across, down) < _SHORTEST:
            continue
        if down <= max(_SLOPE * across, _STRAY if across > 4 * _STRAY else 0):
            y = (y0 + y1) / 2
            yield Rule(min(x0, x1), y, max(x0, x1), y)
        elif across <= max(_SLOPE * down, _STRAY if down > 4 * _STRAY else 0):
            x = (x0 + x1) / 2
            yield Rule(x, min(y0, y1), x, max(y0, y1))


def sides_of(shape: Shape) -> Iterator[tuple[Point, Point]]:
    """The straight sides; a figure that closes has one more. Curves have none."""
    if shape.curved:
        return
    yield from pairwise(shape.points)
    if shape.closed and shape.points[0] != shape.points[-1]:
        yield shape.points[-1], shape.points[0]


def _filled(shape: Shape) -> Iterator[Rule]:
    x0, top, x1, bottom = shape.box
    width, height = x1 - x0, bottom - top
    if not is_rectangle(shape) or max(width, height) < _SHORTEST or min(width, height) > _THIN:
        return
    if height <= width:
        yield Rule(x0, (top + bottom) / 2, x1, (top + bottom) / 2)
    else:
        yield Rule((x0 + x1) / 2, top, (x0 + x1) / 2, bottom)


def is_rectangle(shape: Shape) -> bool:
    """Four corners, sides level and upright."""
    corners = list(dict.fromkeys((round(x, 1), round(y, 1)) for x, y in shape.points))
    if shape.curved or len(shape.points) not in (4, 5) or not 2 <= len(corners) <= 4:
        return False
    return all(
        abs(x1 - x0) <= _STRAY or abs(y1 - y0) <= _STRAY for (x0, y0), (x1, y1) in pairwise(shape.points)
    )
