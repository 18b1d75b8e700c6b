"""The sheet of paper on a photo: the bright four-sided thing that the page is on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from extractors.readers.picture.pixels import Array, Matrix

__all__ = ["Paper", "paper_of"]

_LEAST: Final = 0.25  # share of the picture that the sheet takes at least
_WHOLE: Final = 0.97  # from here on the picture is the sheet
_FILLED: Final = 0.9  # share of its four-sided outline that it fills
_STEPS: Final = (1.0, 0.88, 0.76, 1.12)  # of the usual limit between sheet and table: shadows lie on both
_BRIGHTER: Final = 9  # grey levels that the sheet is brighter than what is beside it, at its edge
_EDGE: Final = 9  # pixels from the edge where both are looked at
_SEEN: Final = 0.75  # share of each side where it is so
_AT_BORDER: Final = 6  # pixels: a side that close to the picture's border is not looked at
_OUT: Final = 0.12  # of the picture: how far beyond it a corner may be
_A4: Final = 2**0.5
_NEAR_A4: Final = 0.2  # how far from A4's the sides' ratio may be seen, and still be A4 seen aslant


class Paper(NamedTuple):
    """The homography from the photo to the sheet, and the sheet's size in pixels (width, height)."""

    forth: Matrix
    size: tuple[int, int]


def paper_of(image: Array) -> Paper | None:
    """The sheet on a picture (H x W x 3, RGB); None where the picture is the page itself, as scans are."""
    import cv2
    import numpy as np

    grey = cv2.GaussianBlur(cv2.cvtColor(image, cv2.COLOR_RGB2GRAY), (0, 0), 2)
    closed = cv2.morphologyEx(grey, cv2.MORPH_CLOSE, np.ones((15, 15), np.uint8))
    best: tuple[float, Array] | None = None
    for corners in _candidates(closed):
        clear = _clearness(corners, closed)
        if clear >= _SEEN and (best is None or clear > best[0]):
            best = clear, corners
    return None if best is None else _flattened(best[1])


def _candidates(closed: Array) -> Iterator[Array]:
    """Four-sided bright things, by several limits of what is bright: shadows lie across sheets."""
    import cv2
    import numpy as np

    total = closed.shape[0] * closed.shape[1]
    usual, _ = cv2.threshold(closed, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    for step in _STEPS:
        bright: Array = (closed > usual * step).astype(np.uint8)
        bright = cv2.morphologyEx(bright, cv2.MORPH_OPEN, np.ones((9, 9), np.uint8))
        outlines, _ = cv2.findContours(bright, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
        if not outlines:
            continue
        outline = max(outlines, key=cv2.contourArea)
        corners = _corners(cv2.convexHull(outline), closed.shape)
        if corners is None:
            continue
        area = cv2.contourArea(corners.astype(np.float32))
        if _LEAST * total <= area <= _WHOLE * total and cv2.contourArea(outline) >= _FILLED * area:
            yield corners


def _clearness(corners: Array, closed: Array) -> float:
    """Of the side that is least so: along how much of it the sheet ends there, and not its light."""
    import numpy as np

    height, width = closed.shape
    middle = corners.mean(axis=0)
    shares = []
    for start, end in zip(corners, np.roll(corners, -1, axis=0), strict=True):
        along = end - start
        out = np.array([along[1], -along[0]]) / max(float(np.hypot(*along)), 1.0)
        out = -out if out @ (middle - start) > 0 else out
        places = start + along * np.linspace(0.06, 0.94, 60)[:, None]
        inside, outside = places - out * _EDGE, places + out * _EDGE
        far = np.array([width - 1, height - 1]) - _AT_BORDER
        seen = ((outside > _AT_BORDER) & (outside < far)).all(axis=1)
        if seen.sum() < 10:
            continue
        a, b = (closed[tuple(each[seen].round().astype(int).clip(0).T[::-1])] for each in (inside, outside))
        shares.append(float((a.astype(int) - b > _BRIGHTER).mean()))
    return min(shares, default=0.0) if len(shares) >= 2 else 0.0


def _corners(hull: Array, shape: tuple[int, ...]) -> Array | None:
    """Top left, top right, bottom right, bottom left of a hull that is four-sided but for cut corners."""
    import cv2
    import numpy as np

    around = cv2.arcLength(hull, closed=True)
    corners = cv2.approxPolyDP(hull, 0.01 * around, closed=True).reshape(-1, 2).astype(np.float64)
    while len(corners) > 4:
        shorter = _without_shortest(corners, shape)
        if shorter is None:
            return None
        corners = shorter
    if len(corners) < 4:
        return None
    middle = corners.mean(axis=0)
    angle = np.arctan2(corners[:, 1] - middle[1], corners[:, 0] - middle[0])
    return np.asarray(corners[np.argsort(angle)])


def _without_shortest(corners: Array, shape: tuple[int, ...]) -> Array | None:
    """The outline with its shortest side gone: its neighbours go on until they meet."""
    import numpy as np

    sides = np.linalg.norm(np.roll(corners, -1, axis=0) - corners, axis=1)
    far = np.array(shape[1::-1]) * (1 + _OUT)
    for index in np.argsort(sides)[:2].tolist():
        before, start, end, after = (
            np.append(corners[(index + k) % len(corners)], 1.0) for k in (-1, 0, 1, 2)
        )
        x, y, w = np.cross(np.cross(before, start), np.cross(end, after))
        if abs(w) < 1e-6:
            continue
        meet = np.array([x / w, y / w])
        if (meet < far).all() and (meet > far * -_OUT).all():
            kept = corners.copy()
            kept[index] = meet
            return np.asarray(np.delete(kept, (index + 1) % len(kept), axis=0))
    return None


def _flattened(corners: Array) -> Paper:
    import cv2
    import numpy as np

    sides = np.linalg.norm(np.roll(corners, -1, axis=0) - corners, axis=1)
    width, height = (sides[0] + sides[2]) / 2, (sides[1] + sides[3]) / 2
    ratio = max(width, height) / min(width, height)
    if abs(ratio / _A4 - 1) < _NEAR_A4:
        long = max(width, height)
        width, height = (long / _A4, long) if height >= width else (long, long / _A4)
    size = round(width), round(height)
    target = np.array([[0, 0], [size[0], 0], [size[0], size[1]], [0, size[1]]], np.float32)
    forth = cv2.getPerspectiveTransform(corners.astype(np.float32), target)
    return Paper(forth.astype(np.float64), size)
