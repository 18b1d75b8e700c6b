"""The sheet of paper on a photo: the bright four-sided thing that the page is on."""

from __future__ import annotations

from typing import Final, NamedTuple

from extractors.readers.picture.pixels import Array, Matrix

__all__ = ["Paper", "paper_of"]

_LEAST: Final = 0.25  # share of the picture that the sheet takes at least
_WHOLE: Final = 0.97  # from here on the picture is the sheet
_FILLED: Final = 0.93  # share of its four-sided outline that it fills
_BRIGHTER: Final = 25  # grey levels that it is brighter than what is around it
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
    _, bright = cv2.threshold(closed, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    bright = cv2.morphologyEx(bright, cv2.MORPH_OPEN, np.ones((9, 9), np.uint8))
    outlines, _ = cv2.findContours(bright, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    if not outlines:
        return None
    outline = max(outlines, key=cv2.contourArea)
    corners = _corners(cv2.convexHull(outline))
    if corners is None:
        return None
    area, total = cv2.contourArea(corners.astype(np.float32)), grey.shape[0] * grey.shape[1]
    if not _LEAST * total <= area <= _WHOLE * total or cv2.contourArea(outline) < _FILLED * area:
        return None
    inside = cv2.fillConvexPoly(np.zeros_like(grey), corners.astype(np.int32), 1) > 0
    if np.median(closed[inside]) - np.median(closed[~inside]) < _BRIGHTER:
        return None
    return _flattened(corners)


def _corners(hull: Array) -> Array | None:
    """Top left, top right, bottom right, bottom left of a hull that is four-sided."""
    import cv2
    import numpy as np

    around = cv2.arcLength(hull, closed=True)
    for slack in (0.01, 0.02, 0.03, 0.05):
        corners = cv2.approxPolyDP(hull, slack * around, closed=True).reshape(-1, 2).astype(np.float64)
        if len(corners) == 4:
            middle = corners.mean(axis=0)
            angle = np.arctan2(corners[:, 1] - middle[1], corners[:, 0] - middle[0])
            return corners[np.argsort(angle)]
        if len(corners) < 4:
            return None
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
