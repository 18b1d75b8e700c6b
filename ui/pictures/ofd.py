"""In a worker: an OFD page with its words. Its own fonts are not used: a Chinese one of this machine is."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path
from typing import Any, Final

from extractors.errors import Corrupt, Unsupported
from extractors.guard import read_bytes

__all__ = ["lettered"]

_MILLIMETRE: Final = 72 / 25.4  # points
_DESCENT: Final = 0.12  # of the em box, as the reader places letters
_SMALLEST, _LARGEST = 4, 400  # pixels of a letter
_FOLDERS: Final = (
    Path(os.environ.get("WINDIR", "C:/Windows")) / "Fonts",
    Path("/System/Library/Fonts"),
    Path("/Library/Fonts"),
    Path("/usr/share/fonts"),
    Path("/usr/local/share/fonts"),
)
_NAMES: Final = (
    "simsun.ttc", "Songti.ttc", "STSong.ttf", "NotoSerifCJK-Regular.ttc", "NotoSansCJK-Regular.ttc",
    "SourceHanSerifSC-Regular.otf", "msyh.ttc", "PingFang.ttc", "STHeiti Light.ttc", "wqy-zenhei.ttc",
    "wqy-microhei.ttc", "uming.ttc", "DroidSansFallbackFull.ttf",
)  # fmt: skip


@cache
def _font() -> Path:
    """A font with the characters of the form. Raises Unsupported."""
    for folder in _FOLDERS:
        if folder.is_dir():
            there = {each.name: each for each in folder.rglob("*.[to]t[cf]")}
            found = next((there[name] for name in _NAMES if name in there), None)
            if found is not None:
                return found
    raise Unsupported("本机没有中文字体，画不出 OFD 文件的页面。")


def lettered(path: Path, number: int, *, dpi: int) -> tuple[Any, float]:
    """The page's pixels (height × width × 3 bytes) and its width in points. Raises a ReadError."""
    import numpy as np
    from PIL import Image, ImageDraw

    from extractors.readers.ofd import picture_of
    from extractors.readers.ofd.drawing import Tally
    from extractors.readers.ofd.outline import leaves
    from extractors.readers.ofd.package import Package
    from extractors.readers.ofd.sheet import drawing_of

    package = Package(read_bytes(path), name=path.name)
    leaf = next(leaves(package, only=number), None)
    if leaf is None:
        raise Corrupt(f"“{path.name}”没有第 {number} 页。")
    drawing, _ = drawing_of(leaf, Tally(path.name), upright=False)
    if drawing.turns:
        raise Unsupported("这一页是横过来写的，没有画出页面。")
    image = Image.fromarray(picture_of(path, number, dpi=dpi))
    scale = image.width / drawing.width
    pen = ImageDraw.Draw(image)
    level = [each for each in drawing.letters if not each.letter.turns and not each.letter.slanted]
    for inked, is_unseen in zip(level, drawing.unseen(level), strict=True):
        letter, colour = inked.letter, inked.colour
        if is_unseen or colour is None or letter.text.isspace():
            continue
        height = (letter.bottom - letter.top) * _MILLIMETRE * scale
        at = letter.x0 * _MILLIMETRE * scale, letter.bottom * _MILLIMETRE * scale - _DESCENT * height
        fill = tuple(int(min(max(each, 0), 255)) for each in colour[:3])
        pen.text(at, letter.text, fill=fill, font=_sized(round(height)), anchor="ls")
    return np.asarray(image), drawing.width


@cache
def _sized(height: int) -> Any:
    from PIL import ImageFont

    return ImageFont.truetype(str(_font()), max(min(height, _LARGEST), _SMALLEST))
