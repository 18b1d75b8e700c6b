"""How the lines of a page lean: measured on lines of text and on ruled lines."""

from __future__ import annotations

from typing import Final, NamedTuple

from extractors.readers.picture.pixels import Array
from extractors.readers.picture.sheet import ink_of, level_light

__all__ = ["Slopes", "slopes"]

_LONGEST_LEAN: Final = 0.35  # slopes beyond this are no lines of the page: 19 degrees
_COARSE: Final = 0.03  # step of the slopes that are tried
_ENOUGH: Final = 0.25  # of the picture's height, that upright lines must be long together
_ALIKE: Final = 0.004
_FEW: Final = 4  # lines from which growth can be told
_LONG: Final = 0.25  # of the picture's height: of lines that long, two are enough
_GROWS: Final = 4.0  # growth counts if it is this many times its own uncertainty


class Slopes(NamedTuple):
    """Slopes in the middle of the picture, and how they grow from there, per pixel.

    `level`: dy/dx of lines of text, growing with y; `upright`: dx/dy of upright lines, growing with x.
    `sideways`: lines of text run from the foot to the head of the picture, or from head to foot.
    """

    level: float
    level_growth: float
    upright: float
    upright_growth: float
    sideways: bool = False
    letters: float | None = None  # how high lines of text are, in pixels

    def is_straight(self, size: tuple[int, int], slack: float) -> bool:
        """Nowhere on the picture (width, height) is a slope beyond `slack`."""
        level = abs(self.level) + abs(self.level_growth) * size[1] / 2
        return max(level, abs(self.upright) + abs(self.upright_growth) * size[0] / 2) <= slack


class _Line(NamedTuple):
    slope: float
    x: float  # its middle, from the middle of the picture
    y: float
    length: float
    thick: float


def slopes(image: Array, *, either_way: bool = True) -> Slopes:
    """Measure an RGB picture of about 1000 pixels (H x W x 3); `either_way`: it may be sideways."""
    import cv2
    import numpy as np

    ink = ink_of(level_light(cv2.cvtColor(image, cv2.COLOR_RGB2GRAY).astype(np.uint8, copy=False)))
    if either_way and _is_sideways(ink):
        return Slopes(0, 0, 0, 0, sideways=True)
    lean = _lean(ink)
    if abs(lean) > _COARSE / 2:
        upright = -lean
        return Slopes(lean, 0.0, upright, 0.0)
    text = _lines(ink)
    level, growth = _fitted(text, by_y=True)
    rules = _rules(np.ascontiguousarray(ink.T))
    sides = [each for each in rules if each.length >= _LONG * ink.shape[0]]
    if len(sides) > 1 or _agree(rules, least=_ENOUGH * ink.shape[0]):
        seen, few = (sides, 2) if len(sides) > 1 else (rules, _FEW)
        upright, upright_growth = _fitted(
            [each._replace(x=each.y, y=each.x) for each in seen], by_y=False, few=few
        )
    else:
        upright, upright_growth = -level, 0.0
    heights = sorted(each.thick for each in text if each.thick > 4)
    letters = heights[len(heights) // 2] if heights else None
    return Slopes(level, growth, upright, upright_growth, letters=letters)


def _agree(rules: list[_Line], *, least: float) -> bool:
    """Enough of them, and leaning alike; strokes of letters one above the other do not."""
    import numpy as np

    if len(rules) < 2 or sum(each.length for each in rules) < least:
        return False
    slope = np.array([each.slope for each in rules])
    return bool(np.median(np.abs(slope - np.median(slope))) < _ALIKE)


def _is_sideways(ink: Array) -> bool:
    """Letters stand closer to each other than lines do, and so join into bars along the lines."""
    import cv2
    import numpy as np

    rules = cv2.morphologyEx(ink, cv2.MORPH_OPEN, np.ones((1, 41), np.uint8))
    rules = cv2.bitwise_or(rules, cv2.morphologyEx(ink, cv2.MORPH_OPEN, np.ones((41, 1), np.uint8)))
    text = ink.copy()
    text[cv2.dilate(rules, np.ones((3, 3), np.uint8)) > 0] = 0
    return _bars(np.ascontiguousarray(text.T)) > 1.5 * _bars(text) + 100


def _bars(text: Array) -> int:
    """How long the bars are, in all, that letters side by side make."""
    import cv2
    import numpy as np

    bars = cv2.morphologyEx(text, cv2.MORPH_CLOSE, np.ones((1, 11), np.uint8))
    count, _, stats, _ = cv2.connectedComponentsWithStats(bars)
    return int(
        sum(w - 40 for _, _, w, h, area in stats[1:count].tolist() if w > 40 and area / w < 30 and h < w)
    )


def _lean(ink: Array) -> float:
    """The slope at which rows of ink and rows of paper part best."""
    import numpy as np

    y, x = np.nonzero(ink)
    if len(y) < 50:
        return 0.0
    step = max(1, len(y) // 20_000)
    y, x = y[::step].astype(np.float32), x[::step].astype(np.float32)
    best = 0.0, -1.0
    for slope in np.arange(-_LONGEST_LEAN, _LONGEST_LEAN + 1e-6, _COARSE / 3):
        rows = np.bincount((y - slope * (x - ink.shape[1] / 2) + ink.shape[1]).astype(np.int64))
        change = np.diff(rows.astype(np.float64))
        sharp = float((change * change).sum())
        if sharp > best[1]:
            best = float(slope), sharp
    return best[0]


def _lines(ink: Array) -> list[_Line]:
    """Lines of text and level rules: letters smeared into bars, each bar's own slope."""
    import cv2
    import numpy as np

    bars = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, np.ones((1, 15), np.uint8))
    bars = cv2.morphologyEx(bars, cv2.MORPH_OPEN, np.ones((1, 9), np.uint8))
    return _leaning(bars, ink.shape, narrowest=60, thickest=26)


def _rules(ink: Array) -> list[_Line]:
    """Level rules only (of a turned picture: upright ones)."""
    import cv2
    import numpy as np

    thick = cv2.dilate(ink, np.ones((3, 1), np.uint8))
    runs = cv2.morphologyEx(thick, cv2.MORPH_OPEN, np.ones((1, 31), np.uint8))
    return _leaning(runs, ink.shape, narrowest=50, thickest=12)


def _leaning(bars: Array, shape: tuple[int, ...], *, narrowest: int, thickest: int) -> list[_Line]:
    import cv2
    import numpy as np

    count, labels, stats, _ = cv2.connectedComponentsWithStats(bars)
    found = []
    for index in range(1, count):
        x, y, w, h, area = stats[index].tolist()
        if w < narrowest or area / w > thickest or h > thickest + 0.1 * w or h > w / 2:
            continue
        own = labels[y : y + h, x : x + w] == index
        columns = np.arange(w)
        inked = own.sum(axis=0)
        seen = inked > 0
        centre = (own * np.arange(h)[:, None]).sum(axis=0)[seen] / inked[seen]
        slope = _robust_slope(columns[seen], centre)
        if slope is not None:
            middle = x + w / 2 - shape[1] / 2, y + float(centre.mean()) - shape[0] / 2
            found.append(_Line(slope, *middle, float(w), area / w))
    return found


def _robust_slope(x: Array, y: Array) -> float | None:
    import numpy as np

    keep = np.ones(len(x), bool)
    slope = 0.0
    for _ in range(3):
        if keep.sum() < 10:
            return None
        slope, start = np.polyfit(x[keep], y[keep], 1)
        off = np.abs(y - slope * x - start)
        keep = off <= max(1.0, 2 * float(np.median(off)))
    return float(slope)


def _fitted(lines: list[_Line], *, by_y: bool, few: int = _FEW) -> tuple[float, float]:
    """Slope in the middle, and its growth with y (or with x), of lines some of which are none."""
    import numpy as np

    if not lines:
        return 0.0, 0.0
    slope = np.array([each.slope for each in lines])
    place = np.array([each.y if by_y else each.x for each in lines])
    weight = np.array([each.length for each in lines])
    keep = np.ones(len(lines), bool)
    level = growth = 0.0
    for _ in range(4):
        level, growth = _weighted(slope[keep], place[keep], weight[keep], few=few)
        off = np.abs(slope - level - growth * place)
        keep = off <= max(0.002, 2.5 * float(np.median(off[keep])))
    return level, growth


def _weighted(slope: Array, place: Array, weight: Array, *, few: int) -> tuple[float, float]:
    import numpy as np

    middle = float(np.average(slope, weights=weight))
    if len(slope) < few:
        return middle, 0.0
    centre = float(np.average(place, weights=weight))
    spread = float(np.average((place - centre) ** 2, weights=weight))
    if spread < 60.0**2:
        return middle, 0.0
    growth = float(np.average((place - centre) * (slope - middle), weights=weight)) / spread
    rest = slope - middle - growth * (place - centre)
    error = (float(np.average(rest**2, weights=weight)) / spread / len(slope)) ** 0.5
    if abs(growth) < _GROWS * max(error, 1e-9):
        return middle, 0.0
    return middle - growth * centre, growth
