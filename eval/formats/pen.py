"""Ticks set by hand on a printed form: printed ticks become empty boxes, and a pen goes over them."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from random import Random
from typing import Final

import cv2
import numpy as np

from eval.formats.paper import Pixels
from eval.formats.spots import Character

__all__ = ["HABITS", "filled_by_hand"]

_PRINTED: Final = frozenset("☑☒■")
_EMPTY: Final = frozenset("□☐")
_ALL: Final = _PRINTED | _EMPTY
_INKS: Final = (
    (25, 25, 30),
    (30, 45, 140),
    (20, 30, 95),
    (55, 60, 70),
)  # of pens: black, two blues, a worn one
_PAPER: Final = (255, 255, 255)
_FINE: Final = 4  # bits of a pixel that strokes are drawn to
_LOWER: Final = 0.16
_SIDE: Final = 0.74  # of a printed box, in heights of a character

Point = tuple[float, float]
Stroke = Sequence[Point]


def _tick(rng: Random) -> list[Stroke]:
    """From within the box, its long leg across the border."""
    start = (rng.uniform(-0.1, 0.3), rng.uniform(0.3, 0.6))
    foot = (rng.uniform(0.3, 0.55), rng.uniform(0.7, 1.05))
    return [[start, foot, (rng.uniform(0.95, 1.6), rng.uniform(-0.6, 0.15))]]


def _small_tick(rng: Random) -> list[Stroke]:
    return [[(0.2, rng.uniform(0.4, 0.6)), (0.42, 0.8), (rng.uniform(0.75, 0.95), rng.uniform(0.1, 0.3))]]


def _cross(rng: Random) -> list[Stroke]:
    low, high = rng.uniform(-0.2, 0.2), rng.uniform(0.8, 1.25)
    return [[(low, low), (high, high)], [(high, rng.uniform(-0.2, 0.2)), (rng.uniform(-0.2, 0.2), high)]]


def _scribble(rng: Random) -> list[Stroke]:
    rows = [0.1 + 0.8 * at / 7 for at in range(8)]
    return [[((0.1 if at % 2 else 0.9) + rng.uniform(-0.12, 0.12), y) for at, y in enumerate(rows)]]


HABITS: Final[Mapping[str, Callable[[Random], list[Stroke]]]] = {
    "tick": _tick,
    "small tick": _small_tick,
    "cross": _cross,
    "scribble": _scribble,
}


def filled_by_hand(
    pixels: Pixels, printed: Sequence[Character], *, dpi: int, rng: Random, habit: str | None = None
) -> None:
    """Draw on the picture of a page whose characters are `printed`; one habit and one pen a page."""
    marks = HABITS[habit or rng.choice(list(HABITS))]
    ink = rng.choice(_INKS)
    wide = rng.uniform(0.5, 1.1) * dpi / 72
    edge = rng.uniform(0.45, 0.8) * dpi / 72
    for each in printed:
        if each.text not in _ALL:
            continue
        x0, top, side = _cleared(pixels, each, dpi=dpi)
        _lines(pixels, _square(), x0, top, side, wide=edge, ink=(20, 20, 20))
        if each.text in _PRINTED:
            _lines(pixels, marks(rng), x0, top, side, wide=wide, ink=ink)


def _cleared(pixels: Pixels, each: Character, *, dpi: int) -> tuple[float, float, float]:
    """Paper where the character was; the place and side of the box in its stead."""
    dots = dpi / 72
    height = each.bottom - each.top
    x0, top, x1, low = each.x0 * dots, each.top * dots, each.x1 * dots, each.bottom * dots
    more = _LOWER * (low - top)  # boxes of some fonts stand lower than their letters
    cv2.rectangle(pixels, (round(x0), round(top)), (round(x1) - 1, round(low + more)), _PAPER, -1)
    side = min(_SIDE * height, 0.86 * (each.x1 - each.x0)) * dots
    return (x0 + x1 - side) / 2, (top + low - side) / 2, side


def _square() -> list[Stroke]:
    return [[(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0), (0.0, 0.0)]]


def _lines(
    pixels: Pixels,
    strokes: Sequence[Stroke],
    x0: float,
    top: float,
    side: float,
    *,
    wide: float,
    ink: tuple[int, ...],
) -> None:
    one = 1 << _FINE
    for stroke in strokes:
        points = np.asarray(
            [[(x0 + x * side) * one, (top + y * side) * one] for x, y in stroke], dtype=np.int32
        )
        thick = max(1, math.floor(wide + 0.5))
        cv2.polylines(
            pixels, [points], isClosed=False, color=ink, thickness=thick, lineType=cv2.LINE_AA, shift=_FINE
        )
