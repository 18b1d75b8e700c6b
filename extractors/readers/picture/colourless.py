"""Stamps on pages without colour: a ring is seen there, but not whether it is red."""

from __future__ import annotations

from typing import Final

from extractors.readers.picture.pixels import Array

__all__ = ["has_ring", "is_colourless"]

_COLOUR: Final = 24  # levels between the strongest and the weakest channel from which on there is colour
_SPECKS: Final = 0.0004  # share of a page's pixels that may have some
_DETAIL: Final = 1.0  # pixels a point that rings are looked for with
_SIZES: Final = (36.0, 70.0)  # points: half of what official stamps measure
_TRIED: Final = 12  # circles
_ROUND: Final = 0.84  # share of the way round that is inked
_EMPTIER: Final = 0.62  # as much ink as on the rim may be within it
_BAND: Final = 1.6  # points: half of how thick a rim is
_BINS: Final = 90


def is_colourless(image: Array) -> bool:
    """An RGB picture (H x W x 3) in black, white and grey: a page scanned so, or one with no colour on it."""
    import cv2
    import numpy as np

    small = cv2.resize(image, None, fx=0.25, fy=0.25, interpolation=cv2.INTER_AREA)
    return bool((np.ptp(small, axis=2) > _COLOUR).mean() <= _SPECKS)


def has_ring(ink: Array, *, scale: float) -> bool:
    """Whether a ring as large as a stamp is among the ink (1) of a page; `scale`: pixels a point."""
    import cv2
    import numpy as np

    detail = _DETAIL / scale
    small = cv2.resize(ink * 255, None, fx=detail, fy=detail, interpolation=cv2.INTER_AREA).astype(np.uint8)
    least, most = (round(each * _DETAIL) for each in _SIZES)
    circles = cv2.HoughCircles(
        small, cv2.HOUGH_GRADIENT, 1.5, minDist=8, param1=120, param2=40, minRadius=least, maxRadius=most
    )
    inked = small > 60
    found = [] if circles is None else circles[0][:_TRIED].tolist()
    return any(_is_ring(inked, x, y, r + step) for x, y, r in found for step in (-1.5, 0.0, 1.5))


def _is_ring(inked: Array, x: float, y: float, radius: float) -> bool:
    import numpy as np

    angle = np.linspace(0, 2 * np.pi, 4 * _BINS, endpoint=False)

    def along(r: float) -> Array:
        rows = np.clip(np.round(y + r * np.sin(angle)).astype(int), 0, inked.shape[0] - 1)
        columns = np.clip(np.round(x + r * np.cos(angle)).astype(int), 0, inked.shape[1] - 1)
        return np.asarray(inked[rows, columns])

    band = _BAND * _DETAIL
    rim = np.logical_or.reduce([along(radius + step) for step in (-band, 0.0, band)])
    within = np.logical_or.reduce([along(radius - 3.2 * band + step) for step in (-0.6, 0.6)])
    seen = rim.reshape(_BINS, 4).any(axis=1).mean()
    return bool(seen >= _ROUND and within.mean() <= _EMPTIER * rim.mean())
