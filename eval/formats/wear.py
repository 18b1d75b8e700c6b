"""What happens to paper before it lies on the glass: holes, staples, folds, the other side, a finger."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from random import Random
from typing import Final

import cv2
import numpy as np

from eval.formats.paper import Pixels

__all__ = ["WEAR", "worn"]

Step = Callable[[Pixels, Random, int], Pixels]


def _punched(pixels: Pixels, rng: Random, dpi: int) -> Pixels:
    """Two holes for the ring binder, black where the lid is open."""
    height = pixels.shape[0]
    shade = rng.choice((30, 90, 225))
    for y in (0.38, 0.64):
        place = round(rng.uniform(0.4, 0.6) * dpi), round(y * height)
        cv2.circle(pixels, place, round(0.11 * dpi), (shade, shade, shade), -1, cv2.LINE_AA)
    return pixels


def _stapled(pixels: Pixels, rng: Random, dpi: int) -> Pixels:
    """A staple's shadow and the corner folded back."""
    x, y, long = round(rng.uniform(0.25, 0.5) * dpi), round(rng.uniform(0.25, 0.45) * dpi), round(0.4 * dpi)
    cv2.line(pixels, (x, y + round(0.2 * long)), (x + long, y), (70, 70, 72), max(2, dpi // 70), cv2.LINE_AA)
    corner = np.asarray([[0, 0], [round(0.5 * dpi), 0], [0, round(0.5 * dpi)]], dtype=np.int32)
    cv2.fillConvexPoly(pixels, corner, (205, 205, 203))
    return pixels


def _folded(pixels: Pixels, rng: Random, dpi: int) -> Pixels:
    """Folded in the middle once: a faint dark line and a lighter one."""
    y = round(pixels.shape[0] * rng.uniform(0.46, 0.54))
    band = pixels[y : y + 6].astype(np.int16)
    band[:3] -= 38
    band[3:] -= 14
    pixels[y : y + 6] = np.clip(band, 0, 255)
    return pixels


def _shown_through(pixels: Pixels, rng: Random, dpi: int) -> Pixels:
    """What the other side says, mirrored, faint and soft. It is the same page moved: as much ink."""
    other = cv2.GaussianBlur(np.roll(pixels[:, ::-1], round(0.3 * dpi), axis=0), (0, 0), dpi / 110)
    ink = (255 - other.astype(np.float32)) * rng.uniform(0.1, 0.17)
    found: Pixels = np.clip(pixels.astype(np.float32) - ink, 0, 255).astype(np.uint8)
    return found


def _held(pixels: Pixels, rng: Random, dpi: int) -> Pixels:
    """A thumb on the margin."""
    height, width = pixels.shape[:2]
    x, y = rng.choice((0, width)), round(height * rng.uniform(0.6, 0.9))
    axes = round(rng.uniform(0.45, 0.65) * dpi), round(0.38 * dpi)
    thumb = cv2.ellipse(np.zeros((height, width), np.uint8), (x, y), axes, 0, 0, 360, 255, -1)
    share = cv2.GaussianBlur(thumb, (0, 0), dpi / 60).astype(np.float32)[..., None] / 255
    skin = np.asarray((205, 150, 125), np.float32)
    found: Pixels = (pixels.astype(np.float32) * (1 - share) + skin * share).astype(np.uint8)
    return found


def _curled(pixels: Pixels, rng: Random, dpi: int) -> Pixels:
    """Lines bend by a millimetre towards the spine."""
    height, width = pixels.shape[:2]
    x, y = np.meshgrid(np.arange(width, dtype=np.float32), np.arange(height, dtype=np.float32))
    bend = rng.uniform(0.5, 1.0) * dpi / 25.4
    lift = (bend * (1 - x / width) ** 3 * np.cos(np.pi * (y / height - 0.5))).astype(np.float32)
    found: Pixels = cv2.remap(pixels, x, y + lift, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE).astype(
        np.uint8
    )
    return found


def _faint(pixels: Pixels, rng: Random, dpi: int) -> Pixels:
    """Toner runs out: print is grey, and paler in streaks down the page."""
    width = pixels.shape[1]
    marks = np.asarray([rng.uniform(0.45, 0.8) for _ in range(9)], dtype=np.float32)[None]
    share = cv2.resize(marks, (width, 1), interpolation=cv2.INTER_CUBIC)[..., None]
    found: Pixels = np.clip(255 - (255 - pixels.astype(np.float32)) * share, 0, 255).astype(np.uint8)
    return found


WEAR: Final[Mapping[str, Step]] = {
    "punched": _punched,
    "stapled": _stapled,
    "folded": _folded,
    "shown through": _shown_through,
    "held": _held,
    "curled": _curled,
    "faint": _faint,
}


def worn(pixels: Pixels, steps: tuple[str, ...], *, rng: Random, dpi: int) -> Pixels:
    """The page after each of these, in order."""
    for name in steps:
        pixels = WEAR[name](pixels, rng, dpi)
    return pixels
