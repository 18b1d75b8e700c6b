"""What is drawn on a page: ruled lines, boxes to tick with what is drawn in them, and pictures.

A path counts by its bounds where it is thin, else by its segments. Forms (nested drawings) are looked into.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Any, TypeAlias

from extractors.document import Box
from extractors.page import Rule
from extractors.readers.pdf.calls import address, calls
from extractors.readers.pdf.dashes import dashed
from extractors.readers.pdf.opened import Upright
from extractors.readers.pdf.unseen import Hiding

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

__all__ = ["Drawings", "drawings"]

_THIN = 2.6  # points: what is thinner is a line
_SHORT = 4.0  # points: a shorter one is a stroke of a letter or a dash
_DOT = 0.2  # points: a dash is longer
_BOX = (4.5, 18.0)  # sides of a box to tick, points
_SQUARE = 0.25  # by how much its sides may differ
_DEEPEST, _MOST = 6, 20_000  # nested forms, and objects looked at on a page
_MOST_CORNERS = 80  # points of a box's outline, its corners being round
_MOST_SEGMENTS = 400  # of one path; one with more is a drawing
_PALE = 225  # of 255: a fill that light parts nothing and darkens nothing
_FIRST_TEXTS = 3  # text objects asked for how they are drawn
_TEXT, _PATH, _IMAGE, _SHADING, _FORM = 1, 2, 3, 4, 5  # FPDF_PAGEOBJ_*
_LINE, _CURVE, _MOVE = 0, 1, 2  # FPDF_SEGMENT_*

Matrix: TypeAlias = tuple[float, float, float, float, float, float]


@dataclass(slots=True)
class Drawings:
    """All in points of the page as it is shown."""

    rules: list[Rule] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)  # squares that may be boxes to tick
    filled: list[Box] = field(default_factory=list)  # small squares that are dark all over
    strokes: list[Box] = field(default_factory=list)  # small shapes that are no squares: maybe ticks
    dark: list[Box] = field(default_factory=list)  # larger dark fields, on which white text can be seen
    images: list[Box] = field(default_factory=list)
    paths: int = 0
    texts: int = 0
    hides_words: bool = False  # something on the page may make words unseen
    unseen_text: bool = False  # the first text objects are drawn invisibly: a scan's recognised text


def drawings(page: PdfPage, place: Upright, *, layers: bool = True) -> Drawings:
    """Look at all objects of a page; `layers`: whether the file may have some that are off."""
    from pypdfium2 import raw

    reader = _Reader(raw, place)
    call, handle = calls(), address(page.raw)
    get, kind_of = call.object_of, call.kind_of
    texts: list[int] = []
    hiding = Hiding(raw, layers=layers)
    for index in range(min(raw.FPDFPage_CountObjects(page), _MOST)):
        item = get(handle, index)
        kind = kind_of(item)
        if kind == _TEXT:
            if len(texts) < _FIRST_TEXTS:
                reader.text(ctypes.cast(item, raw.FPDF_PAGEOBJECT))
            texts.append(item)
            hiding.text(item)
        else:
            reader.item(ctypes.cast(item, raw.FPDF_PAGEOBJECT), kind, None, 0)
            if kind != _FORM and texts:
                hiding.cover(item, kind, texts)
    hiding.clipped(texts)
    reader.made.rules += dashed(reader.dashes)
    reader.made.texts = len(texts)
    reader.made.hides_words = hiding.found
    return reader.made


class _Reader:
    def __init__(self, raw: Any, place: Upright) -> None:
        self._raw = raw
        self._place = place
        self._sides = tuple(ctypes.c_float() for _ in range(4))
        self._colour = tuple(ctypes.c_uint() for _ in range(4))
        self._left = _MOST
        self.made = Drawings()
        self.dashes: list[Box] = []  # lines too short to be one

    def text(self, item: Any) -> None:
        if self._raw.FPDFTextObj_GetTextRenderMode(item) == 3:
            self.made.unseen_text = True

    def item(self, item: Any, kind: int, matrix: Matrix | None, depth: int) -> None:
        self._left -= 1
        if self._left < 0:
            return
        if kind == _PATH:
            self._path(item, matrix)
        elif kind == _IMAGE:
            self.made.images.append(self._bounds(item, matrix))
        elif kind == _FORM and depth < _DEEPEST:
            own = self._matrix(item)
            inner = own if matrix is None else _times(own, matrix)
            for index in range(min(self._raw.FPDFFormObj_CountObjects(item), _MOST)):
                child = self._raw.FPDFFormObj_GetObject(item, index)
                sort = self._raw.FPDFPageObj_GetType(child)
                if sort == _TEXT:
                    self.made.texts += 1
                else:
                    self.item(child, sort, inner, depth + 1)

    def _bounds(self, item: Any, matrix: Matrix | None) -> Box:
        left, bottom, right, top = self._sides
        self._raw.FPDFPageObj_GetBounds(item, left, bottom, right, top)
        corners = left.value, bottom.value, right.value, top.value
        if matrix is not None:
            corners = _moved(corners, matrix)
        return self._place.box(*corners)

    def _matrix(self, item: Any) -> Matrix:
        found = self._raw.FS_MATRIX()
        self._raw.FPDFPageObj_GetMatrix(item, found)
        return found.a, found.b, found.c, found.d, found.e, found.f

    def _path(self, item: Any, matrix: Matrix | None) -> None:
        made = self.made
        made.paths += 1
        box = self._bounds(item, matrix)
        width, height = box[2] - box[0], box[3] - box[1]
        if width < _THIN or height < _THIN:
            if max(width, height) >= _SHORT:
                if self._is_seen(item):
                    made.rules.append(_rule(box))
            elif max(width, height) > _DOT:
                self.dashes.append(box)
            return
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        self._raw.FPDFPath_GetDrawMode(item, fill, stroke)
        if width <= _BOX[1] and height <= _BOX[1]:
            self._small(item, box, filled=bool(fill.value), stroked=bool(stroke.value))
            return
        if fill.value and not stroke.value and self._is_dark(item):
            made.dark.append(box)
        if not self._is_seen(item):
            return
        own = self._matrix(item) if matrix is None else _times(self._matrix(item), matrix)
        for piece in self._pieces(item, own):
            x0, top, x1, bottom = self._place.box(*piece)
            thin = min(x1 - x0, bottom - top) < _THIN
            if (stroke.value or self._thin_fill) and thin and max(x1 - x0, bottom - top) >= _SHORT:
                made.rules.append(_rule((x0, top, x1, bottom)))

    def _small(self, item: Any, box: Box, *, filled: bool, stroked: bool) -> None:
        """A shape of a letter's size: a box, a box full of ink, or something drawn."""
        width, height = box[2] - box[0], box[3] - box[1]
        square = abs(width - height) <= _SQUARE * max(width, height) and min(width, height) >= _BOX[0]
        straight = self._is_rectangle(item)
        if square and straight and (stroked or (filled and not self._is_dark(item))):
            self.made.boxes.append(box)
            if filled and stroked and self._is_dark(item):
                self.made.filled.append(box)
        elif square and straight and filled:
            self.made.filled.append(box)
        elif self._is_seen(item):
            self.made.strokes.append(box)

    def _is_rectangle(self, item: Any) -> bool:
        """Its outline is level and upright lines, rounded corners allowed."""
        points = self._points(item)
        if not 3 <= len(points) <= _MOST_CORNERS:
            return False
        straight = diagonal = 0.0
        for (_, x, y), (kind, a, b) in pairwise(points):
            if kind != _LINE:
                continue
            long = abs(a - x) + abs(b - y)
            if min(abs(a - x), abs(b - y)) > 0.12 * long:
                diagonal += long
            else:
                straight += long
        return straight > 0 and diagonal < 0.1 * straight

    def _points(self, item: Any) -> list[tuple[int, float, float]]:
        raw = self._raw
        x, y = ctypes.c_float(), ctypes.c_float()
        points = []
        for index in range(min(raw.FPDFPath_CountSegments(item), _MOST_SEGMENTS)):
            segment = raw.FPDFPath_GetPathSegment(item, index)
            raw.FPDFPathSegment_GetPoint(segment, x, y)
            points.append((raw.FPDFPathSegment_GetType(segment), x.value, y.value))
        return points

    def _pieces(self, item: Any, matrix: Matrix) -> Iterator[tuple[float, float, float, float]]:
        """The straight pieces of a path; of a filled one, the thin rectangles that it is made of."""
        points = [(kind, *_point(x, y, matrix)) for kind, x, y in self._points(item)]
        outlines: list[list[tuple[int, float, float]]] = []
        for point in points:
            if point[0] == _MOVE or not outlines:
                outlines.append([])
            outlines[-1].append(point)
        self._thin_fill = False
        for outline in outlines:
            xs, ys = [x for _, x, _ in outline], [y for _, _, y in outline]
            box = min(xs), min(ys), max(xs), max(ys)
            if len(outline) >= 4 and min(box[2] - box[0], box[3] - box[1]) < _THIN:
                self._thin_fill = True
                yield box
                continue
            self._thin_fill = False
            closed = [*outline, (_LINE, *outline[0][1:])] if len(outline) >= 4 else outline
            for (_, x, y), (kind, a, b) in pairwise(closed):
                if kind == _LINE and min(abs(x - a), abs(y - b)) < 1.0:
                    yield min(x, a), min(y, b), max(x, a), max(y, b)

    def _is_dark(self, item: Any) -> bool:
        r, g, b, a = self._colour
        known = self._raw.FPDFPageObj_GetFillColor(item, r, g, b, a)
        return bool(known) and a.value > 40 and min(r.value, g.value, b.value) < 160

    def _is_seen(self, item: Any) -> bool:
        """Drawn in a colour that shows on white paper, as a line or as a field."""
        r, g, b, a = self._colour
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        self._raw.FPDFPath_GetDrawMode(item, fill, stroke)
        ask = self._raw.FPDFPageObj_GetStrokeColor if stroke.value else self._raw.FPDFPageObj_GetFillColor
        if not (fill.value or stroke.value):
            return False
        if not ask(item, r, g, b, a):
            return True
        return a.value > 20 and min(r.value, g.value, b.value) < _PALE


def _rule(box: Box) -> Rule:
    x0, top, x1, bottom = box
    if x1 - x0 >= bottom - top:
        middle = (top + bottom) / 2
        return Rule(x0, middle, x1, middle)
    middle = (x0 + x1) / 2
    return Rule(middle, top, middle, bottom)


def _point(x: float, y: float, matrix: Matrix) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _moved(box: Box, matrix: Matrix) -> Box:
    one, other = _point(box[0], box[1], matrix), _point(box[2], box[3], matrix)
    return min(one[0], other[0]), min(one[1], other[1]), max(one[0], other[0]), max(one[1], other[1])


def _times(one: Matrix, other: Matrix) -> Matrix:
    """First `one`, then `other`."""
    a, b, c, d, e, f = one
    g, h, i, j, k, m = other
    return (
        a * g + b * i,
        a * h + b * j,
        c * g + d * i,
        c * h + d * j,
        e * g + f * i + k,
        e * h + f * j + m,
    )
