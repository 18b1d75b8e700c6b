"""Characters of no known meaning that may be boxes: their pictures are looked at."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from extractors.document import UNREADABLE_GLYPH
from extractors.page import Run
from extractors.readers.pdf.opened import Upright

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

__all__ = ["with_boxes_seen"]

_SCALE: Final = 200 / 72  # pixels a point
_MOST_PIXELS: Final = 40_000_000
_NEAR: Final = 0.6  # of a box's side: how far the box seen may be from the character


def with_boxes_seen(runs: Sequence[Run], page: PdfPage, place: Upright, *, turns: int) -> list[Run]:
    """The runs, each unreadable character that looks like a box as the box that it is."""
    if not any(UNREADABLE_GLYPH in run.text for run in runs):
        return list(runs)
    if place.width * place.height * _SCALE**2 > _MOST_PIXELS:
        return list(runs)
    import cv2
    import numpy as np

    from extractors.readers.picture.marks import marks
    from extractors.readers.picture.sheet import ink_of

    picture = page.render(scale=_SCALE, grayscale=True).to_numpy()
    grey = np.ascontiguousarray(np.rot90(picture.reshape(picture.shape[:2]), -turns))
    seen = [(*mark.middle, mark) for mark in marks(ink_of(cv2.medianBlur(grey, 1)), scale=_SCALE)]
    found: list[Run] = []
    for run in runs:
        text = run.text
        width = (run.x1 - run.x0) / max(len(text), 1)
        for at, character in enumerate(text):
            if character != UNREADABLE_GLYPH:
                continue
            x = (run.x0 + width * (at + 0.5)) * _SCALE
            y = (run.top + run.bottom) / 2 * _SCALE
            near = min(seen, key=lambda each: abs(each[0] - x) + abs(each[1] - y), default=None)
            if near is not None and max(abs(near[0] - x), abs(near[1] - y)) < _NEAR * max(near[2].side, 12.0):
                text = f"{text[:at]}{near[2].glyph}{text[at + 1 :]}"
        found.append(run._replace(text=text))
    return found
