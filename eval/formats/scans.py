"""Filings on paper: the pages of a PDF as pictures, stamped, and stored as offices store them."""

from __future__ import annotations

import io
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Final, Literal

import numpy as np
import pypdfium2
from PIL import Image

from eval.filings.script import Rendered
from eval.formats import seals
from eval.formats.filed import Filed, Patch, Sheet
from eval.formats.paper import Look, Pixels, Shot, flat, looked_at, photographed, turned
from eval.formats.pen import filled_by_hand
from eval.formats.spots import characters, spots_of
from eval.formats.wear import worn

__all__ = ["LOOKS", "Way", "pictures", "scanned"]

Store = Literal["pdf", "tiff", "jpg"]
LOOKS: Final[Mapping[str, Look]] = {
    "clean": Look(),
    "office": Look(grey=False, quality=75, skew=0.6, noise=4, light=10, blur=0.5),
    "grey300": Look(dpi=300, grey=True, quality=80, skew=0.5, noise=5),
    "coarse150": Look(dpi=150, grey=True, quality=55, skew=1.0, noise=4, blur=0.4),
    "fax": Look(dpi=200, black_and_white=True, skew=0.8, noise=14),
    "crooked": Look(quality=75, skew=3.0, noise=5, light=25, blur=0.5),
    "pressed": Look(quality=40, skew=1.0, noise=3, light=15, blur=0.3),
    "worn": Look(quality=50, skew=1.5, noise=10, light=45, blur=0.8),
}
_SEAL: Final = 119.0  # points: 42 mm across
_MADE: Final = time.struct_time((2022, 11, 18, 9, 0, 0, 4, 322, 0))


@dataclass(frozen=True, slots=True)
class Way:
    """From paper to files: stamped or not, ticked by hand, worn, each page turned anyhow, photographed.

    `ink` is the stamps' red, as the look of `seals` has it where none is told.
    """

    look: Look
    store: Store = "pdf"
    stamps: bool = True
    turns: bool = False
    photo: bool = False
    by_hand: bool = False
    wear: tuple[str, ...] = ()
    ink: tuple[int, int, int] | None = None


def scanned(
    case: str,
    truth: Rendered,
    source: bytes,
    *,
    way: Way,
    seed: int,
    pages: Sequence[int] | None = None,
) -> Filed:
    """The pages (from 1; all unless told) of the source PDF as pictures of paper."""
    look = way.look
    rng = Random(f"scan/{case}/{seed}")
    shots, sheets = [], []
    for number, printed in pictures(source, dpi=look.dpi, pages=pages):
        shot = printed
        if way.stamps:
            _stamp(shot.pixels, source, number, truth, look.dpi, rng, ink=way.ink)
        if way.by_hand:
            filled_by_hand(shot.pixels, characters(source, number), dpi=look.dpi, rng=rng)
        if way.wear:
            shot = Shot(worn(shot.pixels, way.wear, rng=rng, dpi=look.dpi), shot.warp)
        seen = photographed(shot, rng=rng) if way.photo else shot
        seen = looked_at(seen, look, rng=rng)
        upright = Patch(number, seen.matrix(dpi=look.dpi))
        seen = turned(seen, rng.choice((0, 90, 180, 270))) if way.turns else seen
        shots.append(seen)
        # Of a turned page boxes may be told as it lies in the file or as it is read.
        sheets.append((Patch(number, seen.matrix(dpi=look.dpi)), *([upright] if way.turns else [])))
    return Filed(
        case, _stored(case, shots, look, way.store), truth, source=source, sheets=tuple[Sheet, ...](sheets)
    )


def pictures(source: bytes, *, dpi: int, pages: Sequence[int] | None = None) -> Iterator[tuple[int, Shot]]:
    """Number and picture of each page."""
    document = pypdfium2.PdfDocument(source)
    try:
        for number in pages or range(1, len(document) + 1):
            bitmap = document[number - 1].render(scale=dpi / 72, rev_byteorder=True)
            pixels = np.ascontiguousarray(bitmap.to_numpy()[..., :3]).copy()
            yield number, flat(pixels, dpi=dpi)
    finally:
        document.close()


def _stamp(
    pixels: Pixels,
    source: bytes,
    number: int,
    truth: Rendered,
    dpi: int,
    rng: Random,
    *,
    ink: tuple[int, int, int] | None,
) -> None:
    """On the words that ask for a seal, or a little beside them: who presses it does not measure."""
    for spot in spots_of(source, number):
        firm = str(
            truth.values["cover.recommender" if spot.bureau else "cover.applicant"] or "河北某某科技有限公司"
        )
        size = int(_SEAL * dpi / 72)
        below = "" if spot.bureau else "合同专用章" if rng.random() < 0.1 else ""
        stamp = seals.round_seal(firm[:18], size=size, rng=rng, below=below, ink=ink)
        x = spot.x + rng.uniform(20, 90)
        y = spot.y + rng.uniform(-14, 14)
        seals.over(pixels, stamp, x=int(x * dpi / 72), y=int(y * dpi / 72))


def _stored(case: str, shots: Sequence[Shot], look: Look, store: Store) -> dict[str, bytes]:
    images = [_image(each, look) for each in shots]
    match store:
        case "pdf":
            out = io.BytesIO()
            first, *rest = images
            pressed = {} if look.black_and_white else {"quality": look.quality}
            first.save(
                out, "PDF", save_all=True, append_images=rest, resolution=look.dpi, creationDate=_MADE,
                modDate=_MADE, **pressed,
            )  # fmt: skip
            return {f"{case}.pdf": out.getvalue()}
        case "tiff":
            out = io.BytesIO()
            first, *rest = images
            how = "group4" if look.black_and_white else "tiff_lzw"
            first.save(
                out, "TIFF", save_all=True, append_images=rest, compression=how, dpi=(look.dpi, look.dpi)
            )
            return {f"{case}.tiff": out.getvalue()}
        case "jpg":
            return {
                f"{case}-{at:02}.jpg" if len(images) > 1 else f"{case}.jpg": _jpeg(each, look)
                for at, each in enumerate(images, 1)
            }


def _image(shot: Shot, look: Look) -> Image.Image:
    image = Image.fromarray(shot.pixels)
    if look.black_and_white:
        return image.convert("1", dither=Image.Dither.NONE)
    return image.convert("L") if look.grey else image


def _jpeg(image: Image.Image, look: Look) -> bytes:
    out = io.BytesIO()
    (image if image.mode != "1" else image.convert("L")).save(
        out, "JPEG", quality=look.quality, dpi=(look.dpi, look.dpi)
    )
    return out.getvalue()
