"""Lines of text on an upright page: found by the detection model, cut at ruled lines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from extractors.readers.picture import engine
from extractors.readers.picture.pixels import Array
from extractors.readers.picture.ruling import Stroke

__all__ = ["Strip", "strips"]

_DETAIL: Final = 1.14  # pixels a point that the detection looks at: 960 for the height of A4
_MOST: Final = 1920  # pixels of the longer side that it is given at most
_GRID: Final = 32  # its sides are multiples of it
_TEXT: Final = 0.3  # heat over which a pixel is of text
_LINE: Final = 0.5  # mean heat of what is a line
_GROWTH: Final = 1.6  # the model marks the core of a line; this is how much is around it (area to rim)
_NARROWEST: Final = 2.0  # points
_BORDER: Final = 0.22  # share of a strip's height where its neighbours may reach in
_BEYOND: Final = 0.12  # and how far out its own letters may reach
_INSIDE: Final = 1.2  # points that a ruled line must be inside of a strip to cut it


class Strip(NamedTuple):
    """Where one line stands in one cell, in pixels. `above` and `below`: rows that are of other lines."""

    x0: int
    top: int
    x1: int
    bottom: int
    above: int = 0
    below: int = 0


def strips(grey: Array, ink: Array, rules: list[Stroke], *, scale: float) -> list[Strip]:
    """The lines of a page without its ruled lines; `scale` is pixels a point."""
    uprights = [each for each in rules if not each.level]
    found = []
    for strip in _detected(grey, scale=scale):
        for piece in _cut(strip, uprights, scale=scale):
            tight = _trimmed(piece, ink, scale=scale)
            if tight is not None:
                found.append(tight)
    return found


def _detected(grey: Array, *, scale: float) -> Iterator[Strip]:
    import cv2
    import numpy as np

    height, width = grey.shape
    detail = min(_DETAIL / scale, _MOST / max(height, width))
    size = [max(_GRID, round(side * detail / _GRID) * _GRID) for side in (width, height)]
    small = cv2.cvtColor(cv2.resize(grey, size, interpolation=cv2.INTER_AREA), cv2.COLOR_GRAY2RGB)
    heat = engine.heat(small.astype(np.uint8, copy=False))
    mask = cv2.dilate((heat > _TEXT).astype(np.uint8), np.ones((2, 2), np.uint8))
    count, labels, stats, _ = cv2.connectedComponentsWithStats(mask)
    across, down = width / size[0], height / size[1]
    for index in range(1, count):
        x, y, w, h, _ = (int(each) for each in stats[index])
        own = labels[y : y + h, x : x + w] == index
        if min(w, h) < 3 or float(heat[y : y + h, x : x + w][own].mean()) < _LINE:
            continue
        rim = w * h * _GROWTH / (2 * (w + h))
        yield Strip(
            max(0, round((x - rim) * across)),
            max(0, round((y - rim) * down)),
            min(width, round((x + w + rim) * across)),
            min(height, round((y + h + rim) * down)),
        )


def _cut(strip: Strip, uprights: list[Stroke], *, scale: float) -> Iterator[Strip]:
    middle = (strip.top + strip.bottom) / 2
    inside = _INSIDE * scale
    start = strip.x0
    for rule in sorted(uprights, key=lambda each: each.at):
        if rule.start <= middle <= rule.end and start + inside < rule.at < strip.x1 - inside:
            yield strip._replace(x0=start, x1=round(rule.at - rule.thick / 2))
            start = round(rule.at + rule.thick / 2)
    yield strip._replace(x0=start)


def _trimmed(strip: Strip, ink: Array, *, scale: float) -> Strip | None:
    """The strip without empty ends, and without what reaches into it from the lines above and below."""
    import numpy as np

    beyond = round(_BEYOND * (strip.bottom - strip.top))
    rows = ink[:, strip.x0 : strip.x1]
    inside = rows[strip.top : strip.bottom].max(axis=1)
    above = _foreign(inside, rows[max(0, strip.top - beyond) : strip.top].max(axis=1)[::-1])
    below = _foreign(inside[::-1], rows[strip.bottom : strip.bottom + beyond].max(axis=1))
    top, bottom = strip.top + min(above, 0), strip.bottom - min(below, 0)
    above, below = max(above, 0), max(below, 0)
    piece = ink[top:bottom, strip.x0 : strip.x1]
    inked = np.flatnonzero(piece[above : len(piece) - below].max(axis=0))
    if not len(inked):
        return None
    margin = round(0.15 * (bottom - top))
    x0 = max(0, strip.x0 + int(inked[0]) - margin)
    x1 = min(ink.shape[1], strip.x0 + int(inked[-1]) + 1 + margin)
    if x1 - x0 < _NARROWEST * scale:
        return None
    return Strip(x0, top, x1, bottom, above, below)


def _foreign(inside: Array, outside: Array) -> int:
    """How many rows at one side of a strip are of another line; of which more would be its own, negative.

    Both begin at that side; a row is 1 where it is inked. Ink that goes on outside is another line's if paper
    parts it from what is inside; ink that soon ends outside is the foot of the strip's own letters.
    """
    if not inside[:2].any():
        return 0
    for index, inked in enumerate(outside.tolist()):
        if not inked:
            return -index
    return next((index for index in range(2, round(_BORDER * len(inside))) if not inside[index]), 0)
