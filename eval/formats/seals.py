"""Red round stamps: a ring, a five-pointed star, the firm's name along the ring."""

from __future__ import annotations

import math
from random import Random

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from eval.formats.fonts import chinese_font

__all__ = ["over", "round_seal"]

Pixels = NDArray[np.uint8]


def round_seal(
    words: str, *, size: int, rng: Random, below: str = "", ink: tuple[int, int, int] | None = None
) -> Image.Image:
    """A stamp of `size` pixels, see-through where there is no ink; worn and turned a little, as by hand."""
    scale = 2
    edge = size * scale
    picture = Image.new("L", (edge, edge), 0)
    draw = ImageDraw.Draw(picture)
    ring = max(3, edge // 34)
    draw.ellipse((ring, ring, edge - ring, edge - ring), outline=255, width=ring)
    draw.polygon(_star(edge / 2, edge / 2, edge * 0.17), fill=255)
    letter = ImageFont.truetype(str(chinese_font()), int(edge * (0.13 if len(words) < 14 else 0.10)))
    spread = min(250.0, 22.0 * len(words))
    for at, each in enumerate(words):
        angle = -90 - spread / 2 + spread * (at + 0.5) / len(words)
        _letter_on_ring(picture, each, letter, angle=angle, radius=edge * 0.385)
    if below:
        small = ImageFont.truetype(str(chinese_font()), int(edge * 0.085))
        draw.text((edge / 2, edge * 0.78), below, font=small, fill=255, anchor="mm")
    picture = picture.rotate(rng.uniform(-25, 25), resample=Image.Resampling.BICUBIC)
    pressed = np.asarray(picture.resize((size, size), Image.Resampling.LANCZOS), dtype=np.float32)
    worn = np.random.default_rng(rng.randrange(2**32)).random(
        (size // 6 + 1, size // 6 + 1), dtype=np.float32
    )
    patches = np.asarray(
        Image.fromarray((worn * 255).astype(np.uint8)).resize((size, size)), dtype=np.float32
    )
    pressed *= np.clip(0.62 + patches / 255 * 0.5, 0, 1)
    drawn = (rng.randint(195, 225), rng.randint(20, 50), rng.randint(25, 60))
    colour = ink or drawn
    out = Image.new("RGBA", (size, size), (*colour, 0))
    out.putalpha(Image.fromarray(pressed.astype(np.uint8)))
    return out


def over(page: Pixels, stamp: Image.Image, *, x: int, y: int) -> None:
    """Press the stamp on the page with its middle at x, y: what is black stays black under it."""
    half = stamp.width // 2
    left, top = x - half, y - half
    box = (
        max(left, 0),
        max(top, 0),
        min(left + stamp.width, page.shape[1]),
        min(top + stamp.height, page.shape[0]),
    )
    if box[0] >= box[2] or box[1] >= box[3]:
        return
    cut = stamp.crop((box[0] - left, box[1] - top, box[2] - left, box[3] - top))
    inked = np.asarray(cut, dtype=np.float32)
    share = inked[..., 3:] / 255
    part = page[box[1] : box[3], box[0] : box[2]].astype(np.float32)
    page[box[1] : box[3], box[0] : box[2]] = (part * (1 - share + share * inked[..., :3] / 255)).astype(
        np.uint8
    )


def _star(x: float, y: float, radius: float) -> list[tuple[float, float]]:
    points = []
    for at in range(10):
        length = radius if at % 2 == 0 else radius * 0.382
        angle = math.radians(-90 + 36 * at)
        points.append((x + length * math.cos(angle), y + length * math.sin(angle)))
    return points


def _letter_on_ring(
    picture: Image.Image, letter: str, font: ImageFont.FreeTypeFont, *, angle: float, radius: float
) -> None:
    size = int(font.size * 1.5)
    one = Image.new("L", (size, size), 0)
    ImageDraw.Draw(one).text((size / 2, size / 2), letter, font=font, fill=255, anchor="mm")
    one = one.rotate(-(angle + 90), resample=Image.Resampling.BICUBIC)
    middle = picture.width / 2
    x = middle + radius * math.cos(math.radians(angle)) - size / 2
    y = middle + radius * math.sin(math.radians(angle)) - size / 2
    picture.paste(255, (int(x), int(y)), one)
