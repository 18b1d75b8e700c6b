"""Picture files: how many pages, how big, and their pixels.

Sizes are looked at before anything is decoded: a picture of a few kilobytes can unpack to gigabytes.
"""

from __future__ import annotations

import struct
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from extractors.errors import Corrupt, TooLarge
from extractors.guard.faults import shown
from extractors.page import Pages
from extractors.readers.picture.pixels import Array

__all__ = ["first_look", "page_size", "picture_of"]

MOST_PIXELS: Final = 80_000_000  # of one frame: A3 at 600 dpi has 70 million
MOST_FRAMES: Final = 500
_FORMATS: Final = ("PNG", "JPEG", "TIFF", "BMP", "GIF")  # of a phone, MPO opens as JPEG
# What Pillow raises of a file that is not what it says: its plugins check little.
_BROKEN: Final = (
    EOFError, IndexError, KeyError, OSError, OverflowError, RecursionError, SyntaxError, TypeError,
    ValueError, ZeroDivisionError, struct.error,
)  # fmt: skip
_LONG_A4, _SHORT_A4 = 842.0, 595.0  # points
_SANE: Final = (420.0, 1300.0)  # points: the longer side of a page, A6 to A3 and a little
_TURNED: Final = frozenset((5, 6, 7, 8))  # values of the EXIF orientation that swap width and height
_ORIENTATION: Final = 0x0112


def first_look(path: Path) -> Pages:
    """How many pages the picture file has; all are to be recognised. Raises Corrupt, TooLarge."""
    with _opened(path) as image:
        # A phone's second picture (MPO) is the same page again, and so are a GIF's.
        count = int(getattr(image, "n_frames", 1)) if image.format == "TIFF" else 1
        if count > MOST_FRAMES:
            raise TooLarge(f"“{shown(path.name)}”有 {count} 页，超过 {MOST_FRAMES} 页，请拆分后再提交。")
        for number in range(count):
            if count > 1:
                image.seek(number)
            _check_size(image, path)
    return Pages(count=count, read=(), unread=tuple(range(1, count + 1)))


def page_size(path: Path, number: int) -> tuple[float, float]:
    """Width and height in points, turned as its EXIF data say: by its resolution where sane, else as A4."""
    with _opened(path) as image:
        _go_to(image, number)
        width, height = image.size
        across, down = (float(each) for each in image.info.get("dpi", (0, 0)))
        if image.getexif().get(_ORIENTATION) in _TURNED:
            width, height, across, down = height, width, down, across
    if across > 1 and down > 1:
        points = width * 72 / across, height * 72 / down
        if _SANE[0] <= max(points) <= _SANE[1]:
            return points
    side = max(_LONG_A4 / max(width, height), _SHORT_A4 / min(width, height))
    return width * side, height * side


def picture_of(path: Path, number: int) -> Array:
    """Page `number` (from 1) as RGB, H x W x 3, turned as its EXIF data say. Raises Corrupt, TooLarge."""
    import numpy as np
    from PIL import Image, ImageOps

    with _opened(path) as image:
        _go_to(image, number)
        _check_size(image, path)
        upright = ImageOps.exif_transpose(image)
        if upright.mode in ("RGBA", "LA", "PA") or "transparency" in upright.info:
            above = upright.convert("RGBA")
            upright = Image.alpha_composite(Image.new("RGBA", above.size, "white"), above)
        if upright.mode.startswith("I;16") or upright.mode in ("I", "F"):
            return _eight_bits(np.asarray(upright, dtype=np.float64))
        return np.array(upright.convert("RGB"), dtype=np.uint8)


def _eight_bits(values: Array) -> Array:
    """Grey of 16 or 32 bits as RGB."""
    import numpy as np

    most = float(values.max(initial=0.0))
    full = 255.0 if most <= 255 else 65535.0 if most <= 65535 else most
    grey = (np.clip(values / full, 0.0, 1.0) * 255).astype(np.uint8)
    return np.repeat(grey[:, :, None], 3, axis=2)


def _go_to(image: Any, number: int) -> None:
    if number > 1:
        image.seek(number - 1)


def _check_size(image: Any, path: Path) -> None:
    width, height = image.size
    if width * height > MOST_PIXELS:
        raise TooLarge(
            f"“{shown(path.name)}”的图片有 {width}×{height} 像素，超过 {MOST_PIXELS // 10_000} 万像素，"
            "请降低分辨率（200–300 dpi 即可）后再提交。"
        )


@contextmanager
def _opened(path: Path) -> Iterator[Any]:
    """The file as Pillow has it; what Pillow says of it, said for people."""
    from PIL import Image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of bombs, where `_check_size` is stricter, and of odd EXIF data
            with Image.open(path, formats=_FORMATS) as image:
                yield image
    except Image.DecompressionBombError as error:
        raise TooLarge(
            f"“{shown(path.name)}”的图片大得不正常，请降低分辨率（200–300 dpi 即可）后再提交。"
        ) from error
    except _BROKEN as error:
        raise Corrupt(
            f"“{shown(path.name)}”不是完好的图片，无法打开，请重新扫描或另存为 PNG、JPG 后再提交。"
        ) from error
