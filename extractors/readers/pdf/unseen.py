"""Words that a page has and does not show: drawn with nothing, in a layer that is off, under something else.

Few pages have what could make words unseen; of those a picture is made, and words without ink in it are
hidden. What is drawn over a picture, as a scanner's software writes the text that it recognised, has ink
under it and stays.
"""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from extractors.document import Box
from extractors.page import Run
from extractors.readers.pdf.calls import calls
from extractors.readers.pdf.opened import Upright

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

__all__ = ["Hiding", "may_have_layers", "with_unseen_hidden"]

_PATH, _IMAGE = 2, 3  # FPDF_PAGEOBJ_*
_INVISIBLE: Final = frozenset((3, 7))  # modes: drawn with nothing, and used to cut
_LAYER: Final = "OC\0".encode("utf-16-le")
_MOST_MARKS: Final = 4  # looked at of an object
_MOST_COVERS: Final = 40  # looked at on a page
_ENDS: Final = 6  # texts drawn first and last, which are asked for what cuts them
_EVERY: Final = 5  # of those between
_MOST_UNDER: Final = 2_000  # texts that are looked for under each
_LEAST: Final = (30.0, 6.0)  # points wide and high: a smaller thing covers no words
_WHITE: Final = 245
_SCALE: Final = 1.5  # pixels a point
_MOST_PIXELS: Final = 20_000_000
_BELIEVED: Final = 0.3  # share of the words that a picture shows, where its fonts are on this machine
_INK: Final = 24  # of 255: how far the darkest is from the lightest where something is to be seen


class Hiding:
    """Told of a page's objects in their order, it knows whether some could make words unseen."""

    def __init__(self, raw: Any, *, layers: bool) -> None:
        self._raw = raw
        self._mode_of, self._marks_of = calls().mode_of, calls().marks_of
        self._layers = layers
        self._covers = 0
        self.found = False

    def text(self, item: int) -> None:
        if self._mode_of(item) in _INVISIBLE:
            self.found = True
        elif self._layers and not self.found and (count := self._marks_of(item)):
            self.found = _in_a_layer(item, count)

    def clipped(self, texts: Sequence[int]) -> None:
        """All texts of the page; of many, some and those at both ends are looked at."""
        if self.found:
            return
        clip_of = calls().clip_of
        looked_at = {*texts[:_ENDS], *texts[-_ENDS:], *texts[::_EVERY]}
        cut = ((item, clip) for item in looked_at if (clip := clip_of(item)))
        self.found = any(_is_cut_off(self._raw, item, clip) for item, clip in islice(cut, _MOST_COVERS))

    def cover(self, item: int, kind: int, texts: Sequence[int]) -> None:
        """A picture or a figure, and the texts that were drawn before it."""
        if self.found or self._covers >= _MOST_COVERS or kind not in (_PATH, _IMAGE):
            return
        cover = _cover(self._raw, item, kind)
        if cover is not None:
            self._covers += 1
            self.found = any(_under(self._raw, text, cover) for text in texts[-_MOST_UNDER:])


def may_have_layers(path: Path) -> bool:
    """Whether the file says that it has any; it may say so in what is packed."""
    data = path.read_bytes()
    return b"/OCProperties" in data or b"/ObjStm" in data


def _in_a_layer(item: int, count: int) -> bool:
    call = calls()
    name = ctypes.create_string_buffer(len(_LAYER) + 2)
    length = ctypes.c_ulong()
    for index in range(min(count, _MOST_MARKS)):
        mark = call.mark_of(item, index)
        told = call.name_of(mark, ctypes.addressof(name), len(name), ctypes.addressof(length))
        if told and name.raw[: len(_LAYER)] == _LAYER:
            return True
    return False


def _cover(raw: Any, item: int, kind: int) -> Box | None:
    """The box of a picture, or of a field filled with white, that is large enough to cover words."""
    thing = ctypes.cast(item, raw.FPDF_PAGEOBJECT)
    left, bottom, right, top = box = _bounds(raw, thing)
    if right - left < _LEAST[0] or top - bottom < _LEAST[1]:
        return None
    if kind == _PATH:
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        raw.FPDFPath_GetDrawMode(thing, fill, stroke)
        red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
        known = raw.FPDFPageObj_GetFillColor(thing, red, green, blue, alpha)
        if not (fill.value and known and min(red.value, green.value, blue.value) >= _WHITE):
            return None
    return box


def _is_cut_off(raw: Any, text: int, handle: int) -> bool:
    """Its middle lies outside of a path that it is cut by."""
    clip = ctypes.cast(handle, raw.FPDF_CLIPPATH)
    left, bottom, right, top = _bounds(raw, ctypes.cast(text, raw.FPDF_PAGEOBJECT))
    middle = (left + right) / 2, (bottom + top) / 2
    x, y = ctypes.c_float(), ctypes.c_float()
    for path in range(min(raw.FPDFClipPath_CountPaths(clip), _MOST_COVERS)):
        xs, ys = [], []
        for index in range(min(raw.FPDFClipPath_CountPathSegments(clip, path), _MOST_COVERS)):
            raw.FPDFPathSegment_GetPoint(raw.FPDFClipPath_GetPathSegment(clip, path, index), x, y)
            xs.append(x.value)
            ys.append(y.value)
        if xs and not (min(xs) <= middle[0] <= max(xs) and min(ys) <= middle[1] <= max(ys)):
            return True
    return False


def _under(raw: Any, text: int, cover: Box) -> bool:
    left, bottom, right, top = _bounds(raw, ctypes.cast(text, raw.FPDF_PAGEOBJECT))
    x, y = (left + right) / 2, (bottom + top) / 2
    return cover[0] < x < cover[2] and cover[1] < y < cover[3]


def _bounds(raw: Any, item: Any) -> Box:
    """In the page's own coordinates: left, bottom, right, top."""
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    raw.FPDFPageObj_GetBounds(item, left, bottom, right, top)
    return left.value, bottom.value, right.value, top.value


def with_unseen_hidden(runs: Sequence[Run], page: PdfPage, place: Upright, *, turns: int) -> list[Run]:
    """The runs, those hidden too that the page's picture shows nothing of."""
    if place.width * place.height * _SCALE**2 > _MOST_PIXELS:
        return list(runs)
    import numpy as np

    picture = page.render(scale=_SCALE, grayscale=True, may_draw_forms=False).to_numpy()
    grey = np.rot90(picture.reshape(picture.shape[:2]), -turns)
    seen = [_is_seen(grey, run) for run in runs]
    if sum(seen) < _BELIEVED * len(seen):
        return list(runs)
    return [run if known else run._replace(hidden=True) for run, known in zip(runs, seen, strict=True)]


def _is_seen(grey: Any, run: Run) -> bool:
    x0, top = max(int(run.x0 * _SCALE), 0), max(int(run.top * _SCALE), 0)
    part = grey[top : int(run.bottom * _SCALE) + 1, x0 : int(run.x1 * _SCALE) + 1]
    return part.size == 0 or not run.text.strip() or int(part.max()) - int(part.min()) >= _INK
