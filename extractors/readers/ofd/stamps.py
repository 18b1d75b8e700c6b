"""Stamps that were put on a page as pictures: as large as a seal, and red."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from typing import Final

from extractors.guard import Parts
from extractors.page import Seal
from extractors.readers.ofd.drawing import Drawing
from extractors.readers.ofd.geometry import POINTS
from extractors.readers.ofd.pictures import BROKEN

__all__ = ["stamps_of"]

_SMALLEST, _LARGEST = 15 * POINTS, 65 * POINTS  # the sides of a seal, in points
_LONGEST = 1.6  # one side to the other: oval seals measure 45 by 30 millimetres
_OFFICIAL = 28 * POINTS
_MOST = 8  # pictures looked at on a page
_BYTES = 4 << 20  # packed; a stamp takes some ten thousand
_PIXELS: Final = 4_000_000
_SIDE: Final = 48  # pixels of the small copy that is counted
_RED, _INKED = 0.6, (0.03, 0.9)  # share of the ink that is red; share of the picture that is ink


def stamps_of(drawing: Drawing, parts: Parts, number: int) -> Iterator[Seal]:
    """The seals among the pictures of a page."""
    looked_at = 0
    for picture in drawing.pictures:
        x0, top, x1, bottom = box = picture.box
        short, long = sorted((x1 - x0, bottom - top))
        if short < _SMALLEST or long > _LARGEST or long > _LONGEST * short:
            continue
        if parts.size(picture.part) > _BYTES:
            continue
        looked_at += 1
        if looked_at > _MOST:
            return
        if _is_red(parts[picture.part]):
            yield Seal(number, box, short >= _OFFICIAL)


def _is_red(data: bytes) -> bool:
    """Whether what is drawn in the picture is nearly all red. A picture that can't be decoded is no stamp."""
    from PIL import Image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # measured in the next lines
            image = Image.open(io.BytesIO(data), formats=("PNG", "JPEG", "BMP", "GIF", "WEBP"))
            if image.width * image.height > _PIXELS:
                return False
            small = image.convert("RGBA").resize((_SIDE, _SIDE))
    except (Image.DecompressionBombError, *BROKEN):
        return False
    raw = small.tobytes()
    inked = red = 0
    for r, g, b, alpha in zip(raw[::4], raw[1::4], raw[2::4], raw[3::4], strict=True):
        if alpha > 60 and min(r, g, b) < 200:
            inked += 1
            red += r > 110 and r - max(g, b) > 40
    share = inked / (_SIDE * _SIDE)
    return _INKED[0] <= share <= _INKED[1] and red >= _RED * inked
