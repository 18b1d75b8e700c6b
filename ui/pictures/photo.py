"""In a worker: the sheet of paper that a photo shows, flat, as the reader of pictures reads it.

Places in a photo are told in points of the sheet alone, so it is the sheet that they are marked on.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, NamedTuple

from extractors.document import Box

__all__ = ["Flat", "sheet_of"]

_DARK: Final = 0.6  # of the paper's brightness: what is darker is ink
_CLEARLY: Final = 1.5  # times as much ink under the marks tells that the sheet stands on its head


class Flat(NamedTuple):
    """Pixels (height × width × 3 bytes) and the width in points."""

    pixels: Any
    width: float


def sheet_of(pixels: Any, spots: Sequence[Box | None]) -> Flat | None:
    """The sheet on the photo; None where the picture is a page from edge to edge, as scanners make it.

    Which way up it was read only its text tells: there must be ink at the spots.
    """
    from extractors.readers.picture.upright import LONG_A4, turned_over, upright

    page = upright(pixels)
    if not page.photo:
        return None
    tall, wide = page.image.shape[:2]
    points = LONG_A4 / max(tall, wide)
    boxes = [tuple(each / points for each in spot) for spot in spots if spot is not None]
    over = turned_over(page)
    stands_on_head = _ink(over.image, boxes) > _CLEARLY * _ink(page.image, boxes)
    return Flat(over.image if stands_on_head else page.image, wide * points)


def _ink(image: Any, boxes: Sequence[tuple[float, ...]]) -> float:
    """The share of the boxes' pixels that is dark."""
    dark = pixels = 0
    for left, top, right, bottom in boxes:
        inside = image[max(round(top), 0) : max(round(bottom), 0), max(round(left), 0) : max(round(right), 0)]
        if inside.size:
            grey = inside.mean(axis=2)
            dark += int((grey < _DARK * grey.max()).sum())
            pixels += grey.size
    return dark / pixels if pixels else 0.0
