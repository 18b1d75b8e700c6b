"""In a worker: a page as a picture, spots on it marked, strips cut out of it."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from extractors.document import Box
from extractors.errors import Corrupt, Unsupported
from extractors.guard import Kind, kind_of, read_bytes, refusal
from ui.pictures.photo import sheet_of

if TYPE_CHECKING:
    from PIL.Image import Image

__all__ = ["Sheet", "draw"]

_INCH: Final = 72.0
_HEAD: Final = 64  # bytes
_TOLD_BY_HEAD: Final[frozenset[Kind]] = frozenset({"pdf", "jpeg", "png", "tiff"})
_DPI: Final = 110  # of what is shown: 14 pt letters are 21 pixels high
_MOST_PIXELS: Final = 3_000_000  # of what is shown, whatever size the page says it has
_COLOURS: Final = 64  # of a PNG: paper has few, and reports are sent by e-mail
_ROOM: Final = 30.0  # points above and below a spot
_LOWEST, _HIGHEST = 90.0, 230.0  # points of a strip
_RED: Final = (200, 30, 30)
_YELLOW: Final = (255, 243, 176)
_AROUND: Final = 3.0  # points between the words and the line around them


class Sheet(NamedTuple):
    """A page, and what is to be marked on it."""

    number: int  # from 1
    spots: tuple[Box | None, ...]  # in points; None: the page without a mark
    whole: bool = False  # the whole page is wanted too
    recognised: bool = False  # the places are those that a picture of the page was read with


def draw(path: Path, sheet: Sheet) -> list[tuple[bytes, bytes]]:
    """A page of a paged file, once for each spot: PNG bytes of the strip around it, and of the whole page.

    Raises a ReadError: Unsupported for what has no pages or cannot be drawn here.
    """
    image, scale = _page(path, sheet)
    return [_drawn(image, spot, scale, whole=sheet.whole) for spot in sheet.spots]


def _page(path: Path, sheet: Sheet) -> tuple[Image, float]:
    """The page at the size that is shown, and its pixels per point."""
    from PIL import Image

    pixels, width = _rendered(path, sheet)
    image = Image.fromarray(pixels)
    most = (_MOST_PIXELS / (image.width * image.height)) ** 0.5
    shrunk = min(_DPI / _INCH * width / image.width, most, 1.0)
    if shrunk < 1.0:
        size = max(round(image.width * shrunk), 1), max(round(image.height * shrunk), 1)
        image = image.resize(size, Image.Resampling.LANCZOS, reducing_gap=2.0)
    return image, image.width / width


def _rendered(path: Path, sheet: Sheet) -> tuple[Any, float]:
    """The page's pixels, and its width in points."""
    number = sheet.number
    kind = _kind(path)
    match kind:
        case "pdf":
            from extractors.readers import pdf

            width, _ = pdf.page_size(path, number)
            if sheet.recognised:  # at the resolution that it was read with
                pixels = pdf.picture_of(path, number)
                return sheet_of(pixels, sheet.spots) or (pixels, width)
            return pdf.picture_of(path, number, dpi=_DPI), width
        case "ofd":
            from ui.pictures.ofd import lettered

            return lettered(path, number, dpi=_DPI)
        case "jpeg" | "png" | "tiff":
            from extractors.readers import picture

            if number > picture.first_look(path).count:
                raise Corrupt(f"“{path.name}”没有第 {number} 页。")
            width, _ = picture.page_size(path, number)
            pixels = picture.picture_of(path, number)
            return sheet_of(pixels, sheet.spots) or (pixels, width)
        case "docx" | "xlsx" | "xls" | "csv" | "doc" | "wps" | "rtf" | "odt" | "html" | "mhtml":
            raise Unsupported("这种文件没有固定的页，没有页面图。")
        case _:
            raise refusal(kind, name=path.name)


def _kind(path: Path) -> Kind:
    """By the first bytes where they tell: a scan may have hundreds of megabytes, and is drawn by the page."""
    with path.open("rb") as file:
        kind = kind_of(file.read(_HEAD))
    return kind if kind in _TOLD_BY_HEAD else kind_of(read_bytes(path))


def _drawn(image: Image, spot: Box | None, scale: float, *, whole: bool) -> tuple[bytes, bytes]:
    marked = image if spot is None else _marked(image, spot, scale)
    top, bottom = _strip(spot, image.height / scale)
    strip = marked.crop((0, round(top * scale), image.width, max(round(bottom * scale), 1)))
    return _png(strip), _png(marked) if whole else b""


def _marked(image: Image, spot: Box, scale: float) -> Image:
    from PIL import Image, ImageChops, ImageDraw

    left, top, right, bottom = (
        round((each + outward) * scale)
        for each, outward in zip(spot, (-_AROUND, -_AROUND, _AROUND, _AROUND), strict=True)
    )
    left, top = max(left, 1), max(top, 1)
    right, bottom = min(max(right, left + 4), image.width - 2), min(max(bottom, top + 4), image.height - 2)
    marked = image.copy()
    if left >= right or top >= bottom:  # the box is off the page: the page alone is shown
        return marked
    words = marked.crop((left, top, right, bottom))
    marked.paste(ImageChops.multiply(words, Image.new("RGB", words.size, _YELLOW)), (left, top))
    pen = max(round(1.6 * scale), 2)
    ImageDraw.Draw(marked).rectangle((left, top, right, bottom), outline=_RED, width=pen)
    return marked


def _strip(spot: Box | None, height: float) -> tuple[float, float]:
    """How far down a page the strip begins and ends, in points: the spot with room around it, or the head."""
    if spot is None:
        return 0.0, min(_HIGHEST, height)
    needed = spot[3] - spot[1] + 2 * _ROOM
    length = min(max(needed, _LOWEST), _HIGHEST, height)
    above = max((length - needed) / 2, 0.0) + _ROOM  # the head of what is longer than a strip
    top = min(max(spot[1] - above, 0.0), height - length)
    return top, top + length


def _png(image: Image) -> bytes:
    written = io.BytesIO()
    image.quantize(_COLOURS).save(written, "PNG", optimize=True)
    return written.getvalue()
