"""Tick boxes and bullets on a picture, told by their shape: four sides, and what is inside."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple, TypeAlias

from extractors.readers.picture.pixels import Array

__all__ = ["Mark", "box_near", "judged", "marks"]

_SMALLEST: Final = 5.5  # points: the side of a box
_BIGGEST: Final = 24.0
_SIDE: Final = 3.6  # points: the shortest straight piece that may be of a side
_SQUARE: Final = 0.22  # how much width and height may differ, of the longer
_COMMON: Final = 0.7  # how much of upper and lower side must stand one above the other
_SUPPORT: Final = 0.72  # how much of each side must be there
_EMPTY: Final = 0.035  # inked share of the inside up to which a box is blank
_MARKED: Final = 0.075  # and from which it is ticked
_FULL: Final = 0.85  # and from which it is filled
_SIDE_REACH: Final = 0.2  # how far a leaning side may reach in, of the inside
_ALONG_SIDE: Final = 0.5  # how much of a row or column of it is inked
_LONG: Final = 0.62  # of the inside: straight pieces of letters; a thick pen's strokes hold shorter ones
_SEEN: Final = 0.25  # of its side: of a box of whose inside less is seen nothing is known
_TALL: Final = 1.1  # times its width: boxes to tick are square
_LEG: Final = 0.05  # of the width: how far the legs of 口 reach down


Place: TypeAlias = tuple[int, int, int, int]  # x0, top, x1, bottom in pixels


class Mark(NamedTuple):
    """A box or bullet, in pixels. `glyph`: □, ☑, ☒, ■, ● or U+FFFD."""

    glyph: str
    x0: float
    top: float
    x1: float
    bottom: float
    support: float  # 0-1: how much of its sides is there
    straight: float = 0.0  # 0-1: how much of what is inside are straight strokes, as letters have
    legs: bool = False  # the uprights go on below the foot, as those of 口 do

    @property
    def middle(self) -> tuple[float, float]:
        return (self.x0 + self.x1) / 2, (self.top + self.bottom) / 2

    @property
    def side(self) -> float:
        return max(self.x1 - self.x0, self.bottom - self.top)


def marks(ink: Array, *, scale: float) -> list[Mark]:
    """Whatever has the shape of a box on an upright page; letters like 口 and 日 are among them."""
    found = [*_filled(ink, scale=scale)]
    for mark in _frames(ink, scale=scale):
        if not any(_overlaps(mark, other) for other in found):
            found.append(mark)
    return found


def box_near(ink: Array, x: float, y: float, *, em: float, scale: float) -> Mark | None:
    """The box around a place where the recognition saw one, its sides too worn to be found without that.

    `em`: the width of a Chinese character in pixels.
    """
    import cv2

    left, top = max(0, round(x - 0.75 * em)), max(0, round(y - 0.75 * em))
    window = ink[top : round(y + 0.75 * em), left : round(x + 0.75 * em)]
    if not window.any():
        return None
    count, _, stats, _ = cv2.connectedComponentsWithStats(window)
    around = [
        (left + a, top + b, left + a + w, top + b + h)
        for a, b, w, h, _ in stats[1:count].tolist()
        if 0.5 * em <= min(w, h) and max(w, h) <= 1.25 * em and abs(w - h) <= _SQUARE * max(w, h)
    ]
    if len(around) != 1:
        return None
    return judged(around[0], (0, 0), 0.5, ink, scale=scale)


def _overlaps(mark: Mark, other: Mark) -> bool:
    wide = min(mark.x1, other.x1) - max(mark.x0, other.x0)
    high = min(mark.bottom, other.bottom) - max(mark.top, other.top)
    return wide > 0.4 * min(mark.side, other.side) and high > 0.4 * min(mark.side, other.side)


def _filled(ink: Array, *, scale: float) -> Iterator[Mark]:
    import cv2

    count, _, stats, _ = cv2.connectedComponentsWithStats(ink)
    for x, y, w, h, area in stats[1:count].tolist():
        if not 3.0 * scale <= max(w, h) <= _BIGGEST * scale or abs(w - h) > 0.16 * max(w, h):
            continue
        share = area / (w * h)
        if share > 0.9 and max(w, h) >= _SMALLEST * scale:
            yield Mark("■", x, y, x + w, y + h, 1.0)
        elif 0.72 < share < 0.86 and _is_disc(ink[y : y + h, x : x + w]):
            yield Mark("●", x, y, x + w, y + h, 1.0)


def _is_disc(piece: Array) -> bool:
    import cv2
    import numpy as np

    height, width = piece.shape
    disc = cv2.ellipse(
        np.zeros_like(piece), (width // 2, height // 2), (width // 2, height // 2), 0, 0, 360, 1, -1
    )
    return bool((disc == piece).mean() > 0.93)


def _frames(ink: Array, *, scale: float) -> Iterator[Mark]:
    """Squares of straight sides; of those that overlap, the one with the best sides."""
    import cv2
    import numpy as np

    length = max(5, round(_SIDE * scale))
    level = cv2.morphologyEx(ink, cv2.MORPH_OPEN, np.ones((1, length), np.uint8))
    upright = cv2.morphologyEx(ink, cv2.MORPH_OPEN, np.ones((length, 1), np.uint8))
    candidates = sorted(
        _squares(_segments(level, scale=scale), level, upright, ink, scale=scale),
        key=lambda each: (-round(each.support, 1), -each.side),
    )
    kept: list[Mark] = []
    for each in candidates:
        if not any(_overlaps(each, other) for other in kept):
            kept.append(each)
    yield from kept


def _segments(level: Array, *, scale: float) -> Array:
    """x0, top, x1, bottom of level strokes that may be a side, from the top downwards."""
    import cv2
    import numpy as np

    count, _, stats, _ = cv2.connectedComponentsWithStats(level)
    x, y, w, h = stats[1:count, :4].T
    fits = (w >= 0.7 * _SMALLEST * scale) & (w <= 1.6 * _BIGGEST * scale) & (h <= 3.5 * scale)
    found = np.stack([x, y, x + w, y + h], axis=1)[fits]
    ordered: Array = found[found[:, 1].argsort(kind="stable")]
    return ordered


def _squares(segments: Array, level: Array, upright: Array, ink: Array, *, scale: float) -> Iterator[Mark]:
    for box, thick in dict.fromkeys(_pairs(segments, scale=scale)):
        support = _support(box, level, upright, scale=scale)
        if support >= _SUPPORT:
            yield judged(box, thick, support, ink, scale=scale)


def _pairs(segments: Array, *, scale: float) -> Iterator[tuple[Place, tuple[int, int]]]:
    """Upper and lower sides that may be of one box, as the box, and how thick they are."""
    import numpy as np

    reach = np.searchsorted(segments[:, 1], segments[:, 1] + _BIGGEST * scale)
    for index, (x0, top, x1, top_end) in enumerate(segments.tolist()):
        left, low, right, bottom = segments[index + 1 : reach[index]].T
        inner = np.minimum(right, x1) - np.maximum(left, x0)
        outer = np.maximum(right, x1) - np.minimum(left, x0)
        height = bottom - top
        side = np.maximum(inner, height)
        least = np.minimum(np.abs(inner - height), np.abs(outer - height))
        fits = (inner >= _COMMON * outer) & (low > top_end) & (side >= _SMALLEST * scale)
        for place in np.flatnonzero(fits & (least <= _SQUARE * side)).tolist():
            a, b, c, d = segments[index + 1 + place].tolist()
            thick = top_end - top, d - b
            # A tick may lengthen a side: the box is as wide as both are together, or as they have in common.
            for box in {(min(x0, a), top, max(x1, c), d), (max(x0, a), top, min(x1, c), d)}:
                if abs(box[2] - box[0] - d + top) <= _SQUARE * max(box[2] - box[0], d - top):
                    yield box, thick


def _support(
    box: Place,
    level: Array,
    upright: Array,
    *,
    scale: float,
) -> float:
    """How much of the weakest side is there."""
    x0, top, x1, bottom = box
    reach = max(2, round(1.1 * scale))
    sides = (
        level[top : top + reach + 1, x0:x1].any(axis=0).mean(),
        level[bottom - reach - 1 : bottom, x0:x1].any(axis=0).mean(),
        upright[top:bottom, max(0, x0 - 1) : x0 + reach + 1].any(axis=1).mean(),
        upright[top:bottom, x1 - reach - 1 : x1 + 1].any(axis=1).mean(),
    )
    return float(min(sides))


def judged(
    box: Place,
    thick: tuple[int, int],
    support: float,
    ink: Array,
    *,
    scale: float,
) -> Mark:
    """What is inside of a box."""
    import cv2
    import numpy as np

    x0, top, x1, bottom = box
    rim = max(min(thick), round(0.6 * scale)) + max(1, round(0.35 * scale))  # a pen may thicken one side
    inside = ink[top + rim : bottom - rim, x0 + rim : x1 - rim]
    if min(inside.shape) >= 3:
        inside = _within(inside)
    if min(inside.shape) < max(3, _SEEN * min(x1 - x0, bottom - top)):
        return Mark("\ufffd", x0, top, x1, bottom, support)
    share = float(inside.mean())
    straight = 0.0
    if share > _EMPTY:
        length = max(4, round(_LONG * min(inside.shape)))
        level = cv2.morphologyEx(inside, cv2.MORPH_OPEN, np.ones((1, length), np.uint8))
        upright = cv2.morphologyEx(inside, cv2.MORPH_OPEN, np.ones((length, 1), np.uint8))
        straight = float(cv2.bitwise_or(level, upright).sum() / inside.sum())
    legs = _has_legs(box, rim, ink)
    glyph = _glyph(inside, share)
    if glyph == "☒" and bottom - top > _TALL * (x1 - x0):
        glyph = "\ufffd"  # what a printer draws for a character that its font has not
    return Mark(glyph, x0, top, x1, bottom, support, straight, legs)


def _within(inside: Array) -> Array:
    """The inside of a box without what is left of its sides, where they lean or are thick."""
    rows, columns = inside.mean(axis=1), inside.mean(axis=0)
    top, bottom = _edge(rows), len(rows) - _edge(rows[::-1])
    left, right = _edge(columns), len(columns) - _edge(columns[::-1])
    return inside[top:bottom, left:right]


def _edge(shares: Array) -> int:
    """Up to where a side still is: it is inked along its length, and near the edge."""
    import numpy as np

    reach = round(_SIDE_REACH * len(shares))
    inked = np.flatnonzero(shares[:reach] > _ALONG_SIDE)
    return min(int(inked[-1]) + 2, reach + 1) if len(inked) and shares.mean() < _FULL else 0


def _has_legs(box: Place, rim: int, ink: Array) -> bool:
    x0, _, x1, bottom = box
    below = ink[bottom + 1 : bottom + 1 + max(1, round(_LEG * (x1 - x0)))]
    left, right = below[:, max(0, x0 - 1) : x0 + rim], below[:, x1 - rim : x1 + 1]
    between = below[:, x0 + rim : x1 - rim]
    return bool(below.size and left.any() and right.any() and not between.any())


def _glyph(inside: Array, share: float) -> str:
    if share <= _EMPTY:
        return "□"
    if share < _MARKED:
        return "\ufffd"
    if share >= _FULL:
        return "■"
    return "☒" if _is_crossed(inside) else "☑"


def _is_crossed(inside: Array) -> bool:
    """Both diagonals are there: ink in the middle and towards all four corners, none between them."""
    height, width = inside.shape
    across, down = max(1, width // 3), max(1, height // 3)
    corners = (
        inside[:down, :across],
        inside[:down, -across:],
        inside[-down:, :across],
        inside[-down:, -across:],
    )
    middle = inside[down:-down, across:-across]
    between = (
        inside[: down // 2 + 1, across:-across],
        inside[-(down // 2) - 1 :, across:-across],
        inside[down:-down, : across // 2 + 1],
        inside[down:-down, -(across // 2) - 1 :],
    )
    return (
        all(corner.mean() > 0.08 for corner in corners)
        and bool(middle.size and middle.mean() > 0.15)
        and all(not piece.size or piece.mean() < 0.12 for piece in between)
    )
