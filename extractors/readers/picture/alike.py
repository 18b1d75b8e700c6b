"""The tick boxes of one page look alike: what one of them is taken for, the others say."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from extractors.readers.picture.marks import Mark, judged
from extractors.readers.picture.pixels import Array

__all__ = ["Usual", "box_like", "usual_box"]

_CLEAR: Final = 0.88  # support of the sides of a box that says how boxes look
_SAME: Final = 0.13  # how much sides of boxes of one page differ, of the longer
_FEW: Final = 2  # boxes that say how the others look
_SIDES: Final = 0.86  # how much of each side must be there of a box that only its likes tell of
_REACH: Final = 0.55  # widths of a character around a place where one is looked for


class Usual(NamedTuple):
    """Sides of the boxes of a page, in pixels."""

    width: float
    height: float

    def fits(self, mark: Mark) -> bool:
        """It is as big as the others."""
        wide, high = mark.x1 - mark.x0, mark.bottom - mark.top
        return abs(wide - self.width) <= _SAME * self.width and abs(high - self.height) <= _SAME * self.height


def usual_box(found: Sequence[Mark]) -> Usual | None:
    """How most of the blank boxes among `found` look; None where they are too few."""
    blank = [each for each in found if each.glyph == "□" and each.support >= _CLEAR and not each.legs]
    best: list[Mark] = []
    for one in blank:
        like = [each for each in blank if Usual(one.x1 - one.x0, one.bottom - one.top).fits(each)]
        if len(like) > len(best):
            best = like
    if len(best) < _FEW:
        return None
    wide = sorted(each.x1 - each.x0 for each in best)[len(best) // 2]
    high = sorted(each.bottom - each.top for each in best)[len(best) // 2]
    return Usual(wide, high)


def box_like(usual: Usual, ink: Array, x: float, y: float, *, em: float, scale: float) -> Mark | None:
    """The box around a place of a page's ink, its sides lost in the strokes of a pen. Pixels; see `Usual`."""
    import cv2
    import numpy as np

    wide, high = round(usual.width), round(usual.height)
    left, top = max(0, round(x - wide / 2 - _REACH * em)), max(0, round(y - high / 2 - _REACH * em))
    window = ink[top : round(y + high / 2 + _REACH * em), left : round(x + wide / 2 + _REACH * em)]
    if window.shape[0] <= high or window.shape[1] <= wide:
        return None
    level = _covered(cv2.dilate(window, np.ones((3, 1), np.uint8)), (wide, 1))
    upright = _covered(cv2.dilate(window, np.ones((1, 3), np.uint8)), (1, high))
    rows, columns = window.shape[0] - high + 1, window.shape[1] - wide + 1
    sides = np.minimum.reduce(
        [
            level[:rows, :columns],
            level[high - 1 :, :columns],
            upright[:rows, :columns],
            upright[:rows, wide - 1 :],
        ]
    )
    down, across = np.unravel_index(int(sides.argmax()), sides.shape)
    support = float(sides[down, across])
    if support < _SIDES:
        return None
    x0, y0 = left + int(across), top + int(down)
    return judged((x0, y0, x0 + wide, y0 + high), (0, 0), support, ink, scale=scale)


def _covered(ink: Array, size: tuple[int, int]) -> Array:
    """How much is inked of a stretch of `size` (width, height) that begins at each pixel with room for it."""
    import cv2
    import numpy as np

    share = cv2.boxFilter(ink.astype(np.float32), -1, size, anchor=(0, 0), borderType=cv2.BORDER_CONSTANT)
    return np.asarray(share[: ink.shape[0] - size[1] + 1, : ink.shape[1] - size[0] + 1])
