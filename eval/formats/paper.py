"""What happens to a page between the printer and the file: a scanner's or a telephone's doing, in pixels.

Every step takes a picture and the matrix from points of the source page to its pixels, and gives both.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from eval.formats.filed import Matrix

__all__ = ["Look", "Shot", "flat", "looked_at", "photographed", "turned"]

Pixels = NDArray[np.uint8]
Warp = NDArray[np.float64]
_POINTS: Final = 72.0


@dataclass(frozen=True, slots=True)
class Shot:
    """A picture of a page. `warp` maps points of the source page to pixels, 3 × 3."""

    pixels: Pixels
    warp: Warp

    def matrix(self, *, dpi: float) -> Matrix:
        """The same in points of the delivered page."""
        found = np.diag([_POINTS / dpi, _POINTS / dpi, 1.0]) @ self.warp
        values = [round(float(each), 9) for each in (found / found[2, 2]).ravel()]
        return tuple(values)  # type: ignore[return-value]


@dataclass(frozen=True, slots=True)
class Look:
    """How a scanner renders: `skew` in degrees at most, `noise`, `light` in grey levels, `blur` in pixels."""

    dpi: int = 200
    grey: bool = False
    black_and_white: bool = False
    quality: int = 85
    skew: float = 0.0
    noise: float = 0.0
    light: float = 0.0
    blur: float = 0.0


def flat(pixels: Pixels, *, dpi: int) -> Shot:
    return Shot(pixels, np.diag([dpi / _POINTS, dpi / _POINTS, 1.0]))


def looked_at(shot: Shot, look: Look, *, rng: Random) -> Shot:
    """The page after the scanner, before it is stored."""
    pixels, warp = shot.pixels, shot.warp
    if look.skew:
        pixels, warp = _skewed(pixels, warp, degrees=rng.uniform(-look.skew, look.skew))
    if look.blur:
        pixels = cv2.GaussianBlur(pixels, (0, 0), look.blur).astype(np.uint8)
    dice = np.random.default_rng(rng.randrange(2**32))
    if look.light:
        pixels = _uneven(pixels, dice, depth=look.light)
    if look.noise:
        spots = dice.normal(0, look.noise, pixels.shape[:2]).astype(np.float32)[..., None]
        pixels = np.clip(pixels.astype(np.float32) + spots, 0, 255).astype(np.uint8)
    if look.grey or look.black_and_white:
        pixels = np.repeat(cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY)[..., None], 3, axis=2)
    if look.black_and_white:
        pixels = np.where(pixels < 150, 0, 255).astype(np.uint8)
    return Shot(pixels, warp)


def turned(shot: Shot, degrees: int) -> Shot:
    """Laid on the glass the wrong way: 90, 180 or 270 degrees clockwise."""
    height, width = shot.pixels.shape[:2]
    turns = {
        0: np.eye(3),
        90: [[0, -1, height], [1, 0, 0], [0, 0, 1]],
        180: [[-1, 0, width], [0, -1, height], [0, 0, 1]],
    }
    turns[270] = [[0, 1, 0], [-1, 0, width], [0, 0, 1]]
    pixels = np.ascontiguousarray(np.rot90(shot.pixels, k=-degrees // 90))
    return Shot(pixels, np.asarray(turns[degrees], dtype=np.float64) @ shot.warp)


def photographed(shot: Shot, *, rng: Random, strength: float = 0.05) -> Shot:
    """A telephone's picture: the sheet on a desk, seen aslant, with a shadow across."""
    height, width = shot.pixels.shape[:2]
    room = int(0.07 * width)
    canvas = (width + 2 * room, height + 2 * room)
    corners = np.asarray([[0, 0], [width, 0], [width, height], [0, height]], dtype=np.float32)
    moved = (
        corners
        + room
        + np.asarray(
            [[rng.uniform(-strength, strength) * width for _ in range(2)] for _ in range(4)], dtype=np.float32
        )
    )
    slant = cv2.getPerspectiveTransform(corners, moved)
    dice = np.random.default_rng(rng.randrange(2**32))
    desk = _desk(canvas, dice, rng)
    sheet = cv2.warpPerspective(shot.pixels, slant, canvas, flags=cv2.INTER_AREA)
    mask = cv2.warpPerspective(np.full((height, width), 255, np.uint8), slant, canvas)
    edge = cv2.GaussianBlur(mask, (0, 0), 2).astype(np.float32)[..., None] / 255
    mixed = sheet.astype(np.float32) * edge + desk.astype(np.float32) * (1 - edge)
    mixed *= _shadow(canvas, rng)[..., None]
    grain = dice.normal(0, 3.0, mixed.shape[:2]).astype(np.float32)[..., None]
    tint = np.asarray([1.0, rng.uniform(0.95, 1.0), rng.uniform(0.86, 0.97)], dtype=np.float32)
    return Shot(np.clip(mixed * tint + grain, 0, 255).astype(np.uint8), slant.astype(np.float64) @ shot.warp)


def _skewed(pixels: Pixels, warp: Warp, *, degrees: float) -> tuple[Pixels, Warp]:
    height, width = pixels.shape[:2]
    turn = np.vstack([cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0), [0, 0, 1]])
    out = cv2.warpAffine(
        pixels, turn[:2], (width, height), flags=cv2.INTER_CUBIC, borderValue=(250, 250, 250)
    )
    return out.astype(np.uint8), turn @ warp


def _uneven(pixels: Pixels, dice: np.random.Generator, *, depth: float) -> Pixels:
    """Darker towards a side, as beside the spine of a book."""
    height, width = pixels.shape[:2]
    coarse = dice.uniform(0, depth, (3, 3)).astype(np.float32)
    darker = cv2.resize(coarse, (width, height), interpolation=cv2.INTER_CUBIC)
    found: Pixels = np.clip(pixels.astype(np.float32) - darker[..., None], 0, 255).astype(np.uint8)
    return found


def _desk(size: tuple[int, int], dice: np.random.Generator, rng: Random) -> Pixels:
    width, height = size
    wood = np.asarray(rng.choice(((120, 85, 55), (70, 70, 75), (165, 150, 130))), dtype=np.float32)
    grain = cv2.resize(dice.normal(0, 12, (height // 3 + 1, 12)).astype(np.float32), (width, height))
    found: Pixels = np.clip(wood + grain[..., None], 0, 255).astype(np.uint8)
    return found


def _shadow(size: tuple[int, int], rng: Random) -> NDArray[np.float32]:
    """Of the hand and the telephone: a soft edge across the sheet, at most a third darker."""
    width, height = size
    dark, level = rng.uniform(0.12, 0.32), rng.uniform(0.3, 0.8)
    across, down = np.meshgrid(np.linspace(0, 1, width), np.linspace(0, 1, height))
    lean = rng.uniform(-0.5, 0.5)
    edge = 1 / (1 + np.exp(-(down + lean * (across - 0.5) - level) * 14))
    return (1 - dark * edge).astype(np.float32)
