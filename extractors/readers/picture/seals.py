"""Red stamps: found by colour and shape, and taken away from over the text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from extractors.readers.picture.pixels import Array

__all__ = ["Stamp", "grey_without", "red_of", "stamps"]

_DETAIL: Final = 0.7  # pixels a point that shapes are looked at with
_GAP: Final = 4.0  # points between the parts of one stamp
_SMALLEST: Final = 33.0  # points: a name's stamp is 12 mm and more,
_BIGGEST: Final = 190.0  # an official one 3 to 5 cm
_ALONG_RIM: Final = 0.6  # share of the rim that must be red
_ALONG_RING: Final = 0.8  # and of one that was looked for
_TRIED: Final = 40  # circles that are looked at
_OBLONG: Final = 1.7  # an oval stamp is 45 by 30 mm
_BAND: Final = 0.09  # how wide the rim is, of half the side
_EMPTIER: Final = 0.75  # as red as this, compared to the rim, may the ring within be
_BINS: Final = 72
_LEAST_RED: Final = 18  # levels that red is over green and blue
_SATURATION: Final = 0.09  # and as a share of red
_ORANGE: Final = 0.75  # green may differ from blue by less than this share of what red differs from the lower
_FAINT: Final = 0.55  # share of the usual redness of what is red within a stamp
_FADED: Final = 0.76  # of paper: what of a stamp is darker than its most is no darker than this
_MARGIN: Final = 3.0  # points around a stamp where its edge is still red


class Stamp(NamedTuple):
    """Where a stamp is, in pixels."""

    x0: float
    top: float
    x1: float
    bottom: float
    round: bool


def red_of(image: Array, *, faint: float = 1.0) -> Array:
    """1 where an RGB picture (H x W x 3) is red, as the light of the photo goes.

    `faint`: share of the usual redness that is enough.
    """
    import cv2
    import numpy as np

    smooth = cv2.blur(image, (3, 3))  # a camera's noise is red here and blue there
    light = np.percentile(image[::8, ::8].reshape(-1, 3), 85, axis=0).clip(64, 255)
    red, green, blue = (
        cv2.convertScaleAbs(smooth[..., index], alpha=255.0 / float(light[index])) for index in range(3)
    )
    excess = cv2.subtract(red, cv2.max(green, blue))
    strong = (excess > _LEAST_RED * faint) & (excess > cv2.convertScaleAbs(red, alpha=_SATURATION * faint))
    no_orange = cv2.absdiff(green, blue) < cv2.convertScaleAbs(
        cv2.subtract(red, cv2.min(green, blue)), alpha=_ORANGE
    )
    return (strong & no_orange).astype(np.uint8)


def stamps(red: Array, *, scale: float) -> tuple[list[Stamp], Array]:
    """The stamps on an upright page, of where it is red, and the part of `red` that they are.

    `scale` is pixels a point. Red text that touches no stamp is not of that part; what reaches in from the
    page's side is: half of a stamp across pages.
    """
    import cv2
    import numpy as np

    height, width = red.shape
    detail = _DETAIL / scale
    size = max(1, round(width * detail)), max(1, round(height * detail))
    small = (cv2.resize(red * 255, size, interpolation=cv2.INTER_AREA) > 40).astype(np.uint8)
    if not small.any():
        return [], np.zeros_like(red)
    gap = max(2, round(_GAP * _DETAIL))
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (gap, gap))
    joined = cv2.morphologyEx(small, cv2.MORPH_CLOSE, kernel)
    count, labels, stats, _ = cv2.connectedComponentsWithStats(joined)
    found: list[Stamp] = []
    stamped = np.zeros_like(small)
    for index in range(1, count):
        x, y, w, h = (int(each) for each in stats[index][:4])
        if min(w, h) < _SMALLEST * _DETAIL:
            continue
        own = [*_of_component(small[y : y + h, x : x + w], x, y)]
        found += own
        if own or x == 0 or x + w == size[0]:
            stamped[labels == index] = 1
    found = [*_distinct(found)]
    for each in found:  # the star and the words inside may stand apart from the rim
        stamped[int(each.top) : int(each.bottom) + 1, int(each.x0) : int(each.x1) + 1] |= 1
    near = cv2.dilate(stamped, np.ones((3, 3), np.uint8))
    part = cv2.bitwise_and(red, cv2.resize(near, (width, height), interpolation=cv2.INTER_NEAREST))
    return [_scaled(each, 1 / detail) for each in found], part.astype(np.uint8, copy=False)


def _scaled(stamp: Stamp, by: float) -> Stamp:
    return Stamp(stamp.x0 * by, stamp.top * by, stamp.x1 * by, stamp.bottom * by, stamp.round)


def _of_component(piece: Array, x: int, y: int) -> Iterator[Stamp]:
    height, width = piece.shape
    long, short = max(width, height), min(width, height)
    if long <= _BIGGEST * _DETAIL and long <= _OBLONG * short:
        around, along_sides = _rim(piece, is_round=True), _rim(piece, is_round=False)
        if max(around, along_sides) >= _ALONG_RIM:
            yield Stamp(x, y, x + width, y + height, round=around >= along_sides)
            return
    rings = [*_rings(piece)]
    for each in rings:
        yield each._replace(x0=each.x0 + x, top=each.top + y, x1=each.x1 + x, bottom=each.bottom + y)
    if rings:
        yield from _squares_beside(piece, rings, x, y)


def _squares_beside(piece: Array, rings: list[Stamp], x: int, y: int) -> Iterator[Stamp]:
    """A square stamp that touches a round one."""
    import cv2

    rest = piece.copy()
    for each in rings:
        rest[max(0, int(each.top)) : int(each.bottom) + 1, max(0, int(each.x0)) : int(each.x1) + 1] = 0
    count, _, stats, _ = cv2.connectedComponentsWithStats(rest)
    for left, top, w, h, _ in stats[1:count].tolist():
        if min(w, h) < _SMALLEST * _DETAIL or max(w, h) > 1.6 * min(w, h):
            continue
        if _rim(rest[top : top + h, left : left + w], is_round=False) >= _ALONG_RIM:
            yield Stamp(x + left, y + top, x + left + w, y + top + h, round=False)


def _rim(piece: Array, *, is_round: bool) -> float:
    """How much of the way round is red, along the ellipse or the rectangle that fills the piece.

    Nothing, where it is as red within: red letters have no rim.
    """
    import numpy as np

    height, width = piece.shape
    y, x = np.nonzero(piece)
    across, down = (2 * x + 1) / width - 1, (2 * y + 1) / height - 1
    out = np.hypot(across, down) if is_round else np.maximum(np.abs(across), np.abs(down))
    band = max(_BAND, 2.5 / min(width, height))
    at_rim, within = np.abs(out - 1) < band, (out > 1 - 3 * band) & (out <= 1 - 1.5 * band)
    if within.sum() > _EMPTIER * at_rim.sum() * 1.5:
        return 0.0
    angle = np.arctan2(down[at_rim], across[at_rim])
    bins = np.unique(((angle + np.pi) / (2 * np.pi) * _BINS).astype(int) % _BINS)
    return len(bins) / _BINS


def _rings(piece: Array) -> Iterator[Stamp]:
    """Round stamps that touch each other or red text: circles in the piece."""
    import cv2

    least, most = round(0.5 * 75 * _DETAIL), round(0.5 * 150 * _DETAIL)
    if min(piece.shape) < 2 * least:
        return
    padded = cv2.copyMakeBorder(piece * 255, 8, 8, 8, 8, cv2.BORDER_CONSTANT, value=(0,))
    circles = cv2.HoughCircles(
        padded, cv2.HOUGH_GRADIENT, 1.5, minDist=6, param1=120, param2=22, minRadius=least, maxRadius=most
    )
    rings = []
    for cx, cy, r in [] if circles is None else circles[0][:_TRIED].tolist():
        x0, top, x1, low = round(cx - 8 - r), round(cy - 8 - r), round(cx - 8 + r), round(cy - 8 + r)
        if x0 < -2 or top < -2 or x1 > piece.shape[1] + 2 or low > piece.shape[0] + 2:
            continue
        along = _rim(piece[max(0, top) : low, max(0, x0) : x1], is_round=True)
        if along >= _ALONG_RING:
            rings.append((along, Stamp(x0, top, x1, low, round=True)))
    yield from _distinct([each for _, each in sorted(rings, key=lambda it: -it[0])])


def _distinct(found: list[Stamp]) -> Iterator[Stamp]:
    """Each stamp once, the first of those about one middle; those inside of another are its words."""
    kept: list[Stamp] = []
    for each in found:
        side = each.x1 - each.x0
        middle = (each.x0 + each.x1) / 2, (each.top + each.bottom) / 2
        if not any(_same_place(middle, side, it) for it in kept):
            kept.append(each)
    for each in kept:
        side = each.x1 - each.x0
        inside = any(
            it.x0 <= each.x0 and it.top <= each.top and it.x1 >= each.x1 and it.bottom >= each.bottom
            for it in kept
            if side < 0.7 * (it.x1 - it.x0)
        )
        if not inside:
            yield each


def _same_place(middle: tuple[float, float], side: float, other: Stamp) -> bool:
    wide = other.x1 - other.x0
    across = abs(middle[0] - (other.x0 + other.x1) / 2)
    down = abs(middle[1] - (other.top + other.bottom) / 2)
    return max(across, down) < 0.25 * min(side, wide) and 0.6 < side / wide < 1.7


def _within(found: list[Stamp], like: Array) -> Array:
    """1 inside of the stamps: what is faintly red there is of their words."""
    import cv2
    import numpy as np

    inside = np.zeros_like(like)
    for each in found:
        ends = (round(each.x0), round(each.top)), (round(each.x1), round(each.bottom))
        if each.round:
            middle = tuple((a + b) // 2 for a, b in zip(*ends, strict=True))
            half = tuple((b - a) // 2 + 2 for a, b in zip(*ends, strict=True))
            cv2.ellipse(inside, middle, half, 0, 0, 360, 1, -1)
        else:
            cv2.rectangle(inside, *ends, 1, -1)
    return inside


def grey_without(image: Array, stamped: Array, found: list[Stamp], *, scale: float) -> Array:
    """The page in grey, its stamps gone and the black text under them kept.

    `stamped` is 1 where they are. In the red channel a stamp is nearly as bright as paper and black ink is
    black: that channel is taken there, stretched until the stamp's red is as bright as paper.
    """
    import cv2
    import numpy as np

    grey = cv2.cvtColor(image, cv2.COLOR_RGB2GRAY).astype(np.uint8, copy=False)
    if not stamped.any():
        return grey
    stamped = cv2.bitwise_or(stamped, cv2.bitwise_and(_within(found, stamped), red_of(image, faint=_FAINT)))
    reach = 2 * round(_MARGIN * scale / 2) + 1
    near = cv2.dilate(stamped, np.ones((reach, reach), np.uint8))
    count, labels, stats, _ = cv2.connectedComponentsWithStats(near)
    edge = cv2.dilate(stamped, np.ones((5, 5), np.uint8)) > 0
    for index in range(1, count):
        x, y, w, h = (int(each) for each in stats[index][:4])
        place = np.s_[y : y + h, x : x + w]
        own = (labels[place] == index) & edge[place]
        channel = image[place][..., 0].astype(np.float32)
        red = channel[own & (stamped[place] > 0)]
        paper = float(np.percentile(channel[labels[place] == index], 95))
        pure = max(float(np.percentile(red, 20)), 60.0)
        bright = channel[own] * (paper / pure)
        grey[place][own] = np.clip(bright / _FADED, 0, paper).astype(np.uint8)
    return grey
