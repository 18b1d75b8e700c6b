"""A page as a picture: its images and figures where they stand; letters are not drawn, there are no fonts."""

from __future__ import annotations

import io
import struct
import warnings
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

from extractors.errors import Corrupt, TooLarge, Unsupported
from extractors.guard import LIMITS, read_bytes
from extractors.readers.ofd.drawing import Drawing, Placed, Tally
from extractors.readers.ofd.geometry import POINTS, Matrix
from extractors.readers.ofd.outline import leaves
from extractors.readers.ofd.package import Package
from extractors.readers.ofd.paths import Shape
from extractors.readers.ofd.sheet import drawing_of

if TYPE_CHECKING:
    from PIL.Image import Image

__all__ = ["BROKEN", "picture_of"]

# What Pillow raises of a picture that is not what it says; its own UnidentifiedImageError is an OSError.
BROKEN = (
    EOFError, IndexError, KeyError, OSError, OverflowError, SyntaxError, TypeError, ValueError,
    ZeroDivisionError, struct.error,
)  # fmt: skip
_INCH = 72.0
_FORMATS = ("JPEG", "PNG", "BMP", "TIFF", "GIF", "JPEG2000", "WEBP")


def picture_of(path: Path, number: int, *, dpi: int = 200) -> Any:
    """Page `number`, from 1: a numpy array of height x width x 3 bytes (RGB).

    Raises Corrupt where there is no such page, Unsupported where none of its pictures can be shown, TooLarge.
    """
    import numpy as np

    package = Package(read_bytes(path), name=path.name)
    leaf = next(leaves(package, only=number), None)
    if leaf is None:
        raise Corrupt(f"“{path.name}”没有第 {number} 页。")
    width, height = leaf.sheet.width * POINTS, leaf.sheet.height * POINTS
    for each in (dpi, dpi // 2, 50):
        if width * height * (each / _INCH) ** 2 <= LIMITS.pixels:
            drawing, _ = drawing_of(leaf, Tally(path.name), upright=False)
            return np.asarray(_drawn(package, drawing, (width, height), each / _INCH, number))
    raise TooLarge(f"“{path.name}”第 {number} 页的页面过大，请按 A4 纸张大小重新导出后再提交。")


def _drawn(package: Package, drawing: Drawing, size: tuple[float, float], scale: float, number: int) -> Image:
    from PIL import Image

    canvas = Image.new("RGB", (max(round(size[0] * scale), 1), max(round(size[1] * scale), 1)), "white")
    steps: list[tuple[int, Placed | list[Shape]]] = [(each.order, each) for each in drawing.pictures]
    steps += [(order, list(group)) for order, group in groupby(drawing.shapes, key=lambda each: each.order)]
    unknown = 0
    for _, step in sorted(steps, key=lambda each: each[0]):
        if isinstance(step, list):
            _draw(canvas, step, scale)
        elif (image := _opened(package, step.part, number)) is not None:
            _put(canvas, image, step.place, scale)
        else:
            unknown += 1
    if unknown and unknown == len(steps):
        raise Unsupported(
            f"“{package.name}”第 {number} 页的图片格式无法识别，请把这一页导出为 PDF 或 JPG 再提交。"
        )
    return canvas


def _opened(package: Package, part: str, number: int) -> Image | None:
    """The decoded picture; None for one of a format that is not known (JBIG2 among them), or damaged."""
    from PIL import Image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # measured in the next line
            image = Image.open(io.BytesIO(package.parts[part]), formats=_FORMATS)
        if image.width * image.height > LIMITS.pixels:
            raise _too_many_pixels(package, number)
        return image.convert("RGBA")
    except Image.DecompressionBombError as error:
        raise _too_many_pixels(package, number) from error
    except BROKEN:
        return None


def _too_many_pixels(package: Package, number: int) -> TooLarge:
    return TooLarge(f"“{package.name}”第 {number} 页的图片像素过多，请压缩图片后重新导出再提交。")


def _put(canvas: Image, image: Image, place: Matrix, scale: float) -> None:
    """`place` leads from the unit square to points; the picture's pixels fill that square."""
    from PIL.Image import Resampling, Transform

    a, b, c, d, e, f = (each * scale for each in place)
    if abs(b) + abs(c) < 1e-6 and a >= 1 and d >= 1:
        size = min(round(a), 2 * canvas.width), min(round(d), 2 * canvas.height)
        fitted = image.resize(size, Resampling.BICUBIC, reducing_gap=2.0)
        canvas.paste(fitted, (round(e), round(f)), fitted)
        return
    area = a * d - b * c
    if abs(area) < 1:
        return
    across, down = image.width / area, image.height / area
    back = (d * across, -c * across, (c * f - d * e) * across, -b * down, a * down, (b * e - a * f) * down)
    turned = image.transform(canvas.size, Transform.AFFINE, back, Resampling.BILINEAR)
    canvas.paste(turned, (0, 0), turned)


def _draw(canvas: Image, shapes: list[Shape], scale: float) -> None:
    """The figures of one path: where they lie in one another, the inner one is a hole."""
    from PIL import Image, ImageChops, ImageDraw

    boxes = [shape.box for shape in shapes]
    left, top = min(box[0] for box in boxes) * scale, min(box[1] for box in boxes) * scale
    right, bottom = max(box[2] for box in boxes) * scale, max(box[3] for box in boxes) * scale
    if right < 0 or bottom < 0 or left > canvas.width or top > canvas.height:
        return
    origin = max(int(left), 0) - 1, max(int(top), 0) - 1
    size = min(int(right), canvas.width) - origin[0] + 2, min(int(bottom), canvas.height) - origin[1] + 2
    moved = [[(x * scale - origin[0], y * scale - origin[1]) for x, y in shape.points] for shape in shapes]
    first = shapes[0]
    if first.fill is not None:
        mask = Image.new("1", size)
        for points in moved:
            figure = Image.new("1", size)
            ImageDraw.Draw(figure).polygon(points, fill=1)
            mask = ImageChops.logical_xor(mask, figure)
        canvas.paste(tuple(int(min(max(each, 0), 255)) for each in first.fill[:3]), origin, mask)
    if first.stroke is not None:
        colour = tuple(int(min(max(each, 0), 255)) for each in first.stroke[:3])
        pen = ImageDraw.Draw(canvas)
        for shape, points in zip(shapes, moved, strict=True):
            whole = [*points, points[0]] if shape.closed else points
            line = [(x + origin[0], y + origin[1]) for x, y in whole]
            pen.line(line, fill=colour, width=max(round(shape.width * scale), 1))
