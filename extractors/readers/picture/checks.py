"""Ticks without a box (√ ✓ ✔), told by their shape: the recognition drops them, or is unsure of them."""

from __future__ import annotations

from typing import Final

from extractors.readers.picture.marks import Mark
from extractors.readers.picture.pixels import Array

__all__ = ["check_near", "is_check"]

_LOW, _HIGH = 0.42, 1.5  # widths of a character: how high and wide a tick is
_OTHERS: Final = 1.08  # times its own ink may be where it is: strokes of letters have others beside them
_FOOT: Final = (0.12, 0.64)  # share of the width: where the lowest point is
_ARM: Final = 0.1  # of the width: how far the short leg begins to the left of it,
_BELOW: Final = 0.18  # and of the height: how much lower than the long leg
_RISES: Final = 0.9  # at least it is as high as this, from the top
_ALONE: Final = 0.2  # of the height: as far down there is the long leg only
_BEYOND: Final = 0.5  # of the width: it begins to the right of this
_STRAIGHT: Final = 0.94  # how well it goes along a line
_THICK: Final = 0.5  # of the width: how thick it mostly is
_BAR: Final = 0.12  # of the height: a root's bar is no thicker


def check_near(ink: Array, x: float, y: float, *, em: float) -> Mark | None:
    """The tick at a place of a page's ink (1 is ink); `em`: the width of a Chinese character in pixels."""
    import cv2

    reach = 0.8 * em
    left, top = max(0, round(x - reach)), max(0, round(y - reach))
    window = ink[top : round(y + reach), left : round(x + reach)]
    if not window.size or not window.any():
        return None
    count, labels, stats, _ = cv2.connectedComponentsWithStats(window)
    for index in range(1, count):
        a, b, w, h, _ = stats[index].tolist()
        fits = _LOW * em <= h <= _HIGH * em and _LOW * em <= w <= _HIGH * em
        if fits and a - 0.1 * em <= x - left <= a + w + 0.1 * em:
            piece = (labels[b : b + h, a : a + w] == index).astype("uint8")
            if is_check(piece) and window[b : b + h, a : a + w].sum() <= _OTHERS * piece.sum():
                return Mark("√", left + a, top + b, left + a + w, top + b + h, 1.0)
    return None


def is_check(piece: Array) -> bool:
    """A short leg down, a long leg up to the right and nothing else. `piece`: one glyph's ink, cut close."""
    import numpy as np

    piece = _without_bar(piece)
    height, width = piece.shape
    if height < 8 or width < 6:
        return False
    foot = float(np.flatnonzero(piece[height - max(1, height // 12) :].any(axis=0)).mean())
    rows = [_runs(row) for row in piece]
    if not _FOOT[0] * width <= foot <= _FOOT[1] * width or any(not 1 <= len(each) <= 2 for each in rows):
        return False
    arm = [y for y, each in enumerate(rows) if each[0][0] < foot - _ARM * width]
    top = rows[: max(2, round(_ALONE * height))]
    alone = all(len(each) == 1 for each in top) and top[0][0][0] >= _BEYOND * width
    if not alone or not arm or not _BELOW * height <= arm[0] <= _RISES * height:
        return False
    leg = np.array([each[-1] for each in rows[: round(0.88 * height)]], dtype=float)
    centre = leg.mean(axis=1)
    straight = np.corrcoef(np.arange(len(leg)), centre)[0, 1] if np.ptp(centre) > 0 else 0.0
    return bool(straight < -_STRAIGHT and np.median(leg[:, 1] - leg[:, 0]) <= _THICK * width)


def _without_bar(piece: Array) -> Array:
    """√ without the bar that some fonts draw over what is under the root."""
    import numpy as np

    height, width = piece.shape
    bar = max(1, round(_BAR * height))
    below = np.flatnonzero(piece[bar : 3 * bar + 1].any(axis=0))
    end = int(below[-1]) + 3 if len(below) else width
    if end >= 0.85 * width:
        return piece
    rows = np.flatnonzero(piece[:, :end].any(axis=1))
    return piece[rows[0] : rows[-1] + 1, :end]


def _runs(row: Array) -> list[tuple[int, int]]:
    """Where a row is inked: columns, half-open."""
    import numpy as np

    edges = np.flatnonzero(np.diff(np.concatenate([[0], row, [0]]).astype(np.int8)))
    return [*zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True)]
