"""A picture made ready to be looked at: even light, one scale, ink told from paper."""

from __future__ import annotations

from typing import Final, NamedTuple

from extractors.readers.picture.pixels import Array

__all__ = ["Sheet", "ink_of", "level_light"]

_BACKGROUND_SCALE: Final = 8  # brightness changes slowly: it is taken from a picture this much smaller
_INK: Final = 0.72  # of the way from ink to paper: what is darker is ink


class Sheet(NamedTuple):
    """An upright page.

    `grey` and `ink` are H x W, uint8; `ink` is 1 where there is ink. `scale`: pixels a point.
    """

    grey: Array
    ink: Array
    scale: float


def level_light(grey: Array) -> Array:
    """The picture as if it were evenly lit: paper is white everywhere."""
    import cv2
    import numpy as np

    height, width = grey.shape
    small = (max(1, width // _BACKGROUND_SCALE), max(1, height // _BACKGROUND_SCALE))
    paper = cv2.resize(grey, small, interpolation=cv2.INTER_AREA)
    paper = cv2.dilate(paper, np.ones((7, 7), np.uint8))
    paper = cv2.medianBlur(paper, 13)
    paper = cv2.resize(paper, (width, height), interpolation=cv2.INTER_LINEAR)
    return cv2.divide(grey, np.maximum(paper, 32), scale=250).astype(np.uint8, copy=False)


def ink_of(grey: Array) -> Array:
    """1 where an evenly lit picture has ink, else 0."""
    import cv2
    import numpy as np

    darkest = float(np.percentile(grey[::4, ::4], 0.5))
    paper = float(np.median(grey[::4, ::4]))
    limit = darkest + _INK * max(paper - darkest, 40.0)
    return cv2.threshold(grey, min(limit, paper - 12), 1, cv2.THRESH_BINARY_INV)[1].astype(
        np.uint8, copy=False
    )
