"""An upright picture of a page into its words, lines and stamps."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from extractors.page import Rule, Run
from extractors.readers.picture import engine
from extractors.readers.picture.alike import Usual, box_like, usual_box
from extractors.readers.picture.blanks import with_blanks
from extractors.readers.picture.checks import check_near
from extractors.readers.picture.engine import Letter
from extractors.readers.picture.lines import Strip, strips
from extractors.readers.picture.marks import Mark, box_near, marks
from extractors.readers.picture.overlooked import overlooked, with_unread_marks
from extractors.readers.picture.pixels import Array
from extractors.readers.picture.raised import pieces
from extractors.readers.picture.ruling import Stroke, ruled, without
from extractors.readers.picture.sheet import ink_of
from extractors.readers.picture.words import Sight, em_of, is_letter, settled, text_of, with_unread

__all__ = ["Content", "read"]

# How much crops are narrowed at the first and further looks (the narrower, the less there is to look at, and
# what one width misses another shows), and how sure every letter must be for no further look.
_LOOKS: Final = ((0.78, 0.93), (1.05, 0.8), (0.9, 0.0))
_OVERLOOKED: Final = 0.66  # what a line's sureness is worth that has ink no letter accounts for
_ROOMY: Final = 20.0  # columns of a crop that a digit needs
_DIGITS: Final = frozenset("0123456789")
_PAPER: Final = 250
_NO_WORDS: Final = " _＿"  # what is written on says nothing
_FOOT: Final = 0.14  # share of a line's height at its foot, where underscores are
_ASKED: Final = 9  # lines that are asked which way up they are
_FEW: Final = 0.25  # share of them that may be wrong
_SURE_BOX: Final = 0.9  # support of the sides of a box that stands where no text was seen


class Content(NamedTuple):
    """What is on a page, in pixels."""

    runs: list[Run]
    rules: list[Rule]


def read(grey: Array, *, scale: float, sure_of_direction: bool = False) -> Content | None:
    """Read a straight, evenly lit page without stamps; `scale` is pixels a point.

    None if it stands on its head, which is looked at unless one is `sure_of_direction`.
    """
    ink = ink_of(grey)
    lines = ruled(ink, scale=scale)
    clean = without(grey, lines)
    clean_ink = ink_of(clean)
    found = marks(ink, scale=scale)
    usual = usual_box(found)
    places = _parted(strips(clean, clean_ink, lines, scale=scale), found)
    if not sure_of_direction and _is_upside_down(clean, places):
        return None
    of_strip, loose = _shared_out(found, places)
    runs: list[Run] = []
    for index, strip in enumerate(places):
        letters = _line(clean, clean_ink, strip, of_strip[index], usual=usual, scale=scale)
        runs += _runs(letters, strip, of_strip[index], clean_ink)
    runs += _lone(loose, usual)
    return Content(runs, [_rule(each) for each in lines])


def _parted(places: Sequence[Strip], found: Sequence[Mark]) -> list[Strip]:
    """The strips, of those that share a box at their ends the left one without it."""
    parted = [*places]
    for mark in found:
        y = mark.middle[1]
        around = [index for index, each in enumerate(parted) if each.top <= y <= each.bottom]
        begins = [index for index in around if abs(parted[index].x0 - mark.x0) < 0.6 * mark.side]
        for index in around if begins else ():
            each = parted[index]
            reaches_in = each.x0 < mark.x0 - mark.side and mark.x0 < each.x1 < mark.x1 + mark.side
            if index not in begins and reaches_in:
                parted[index] = each._replace(x1=round(mark.x0) - 1)
    return parted


def _is_upside_down(clean: Array, places: Sequence[Strip]) -> bool:
    """What most of the longest lines say; where they differ, what they read like both ways decides."""
    longest = sorted(places, key=lambda each: each.x0 - each.x1)[:_ASKED]
    if not longest:
        return False
    told = [engine.is_upside_down(_crop(clean, _start(each), squeeze=1.0)) > 0.5 for each in longest]
    if sum(told) <= _FEW * len(told):
        return False
    gain = 0.0
    for each in longest[:3]:
        crop = _crop(clean, _start(each), squeeze=1.0)
        gain += _mean(engine.read(crop[::-1, ::-1])) - _mean(engine.read(crop))
    return gain > 0


def _start(strip: Strip) -> Strip:
    """As much of a line as tells its direction."""
    return strip._replace(x1=min(strip.x1, strip.x0 + 8 * (strip.bottom - strip.top)))


def _mean(letters: Sequence[Letter]) -> float:
    return sum(each.sure for each in letters) / len(letters) if letters else 0.0


def _runs(letters: Sequence[Letter], strip: Strip, own: Sequence[Mark], ink: Array) -> Iterator[Run]:
    """The strip as one run, or as several where small raised numbers refer to footnotes."""
    line = ink[strip.top + strip.above : strip.bottom - strip.below, strip.x0 : strip.x1]
    width = line.shape[1]
    for part, start, end in pieces(letters, line, em=em_of(letters, strip)):
        if text := text_of(part):
            place = strip._replace(x0=strip.x0 + start, x1=strip.x0 + end)
            inside = [
                each for each in own if start <= each.middle[0] - strip.x0 < end or end - start == width
            ]
            yield Run(text, *_box(place, inside, ink), ocr=_sureness(part))


def _shared_out(found: Sequence[Mark], places: Sequence[Strip]) -> tuple[dict[int, list[Mark]], list[Mark]]:
    """Which marks stand in which strip, and those that stand in none."""
    of_strip: dict[int, list[Mark]] = defaultdict(list)
    loose = []
    for mark in found:
        x, y = mark.middle
        around = [
            index
            for index, each in enumerate(places)
            if each.x0 - 0.3 * mark.side <= x <= each.x1 + 0.3 * mark.side and each.top <= y <= each.bottom
        ]
        if around:
            nearest = min(around, key=lambda index: abs(places[index].top + places[index].bottom - 2 * y))
            of_strip[nearest].append(mark)
        else:
            loose.append(mark)
    return of_strip, loose


def _lone(loose: Sequence[Mark], usual: Usual | None) -> Iterator[Run]:
    """Boxes where no text was found: a tick in a cell of its own. They look like the `usual` ones."""
    for mark in loose:
        if usual is not None and not usual.fits(mark):
            continue
        if mark.support >= _SURE_BOX and mark.glyph not in "■●" and not is_letter(mark, (), ()):
            yield Run(mark.glyph, mark.x0, mark.top, mark.x1, mark.bottom, ocr=mark.support)


def _sight(ink: Array, y: float, usual: Usual | None, *, scale: float) -> Sight:
    """What is to be seen along a line whose middle is at `y`."""

    def worn_box(x: float, em: float) -> Mark | None:
        return box_near(ink, x, y, em=em, scale=scale)

    def check(x: float, em: float) -> Mark | None:
        return check_near(ink, x, y, em=em)

    def box(x: float, em: float) -> Mark | None:
        return None if usual is None else box_like(usual, ink, x, y, em=em, scale=scale)

    return Sight(worn_box, check, box, usual)


def _line(
    clean: Array, ink: Array, strip: Strip, own: Sequence[Mark], *, usual: Usual | None, scale: float
) -> list[Letter]:
    """What one strip says, its boxes among its letters. What is in doubt is looked at more than once."""
    columns = _columns(ink, strip)
    written = _columns(ink, strip, but_blanks=True)
    middle = (strip.top + strip.above + strip.bottom - strip.below) / 2

    sight = _sight(ink, middle, usual, scale=scale)
    best: tuple[tuple[int, bool, float], list[Letter], list[tuple[int, int]]] | None = None
    for squeeze, doubtful in _LOOKS:
        crop = _crop(clean, strip, squeeze=squeeze)
        letters = engine.read(crop)
        em = em_of(letters, strip)
        roomy = squeeze >= 1 or not _is_crowded(letters, crop.shape[1])
        letters = settled(letters, own, strip, sight=sight)
        letters, gaps = with_unread(letters, overlooked(letters, written, em=em), strip, sight)
        sure = _sureness(letters)
        rank = -len(gaps), roomy, sure
        if best is None or rank > best[0]:
            best = rank, with_blanks(with_unread_marks(letters, gaps, len(columns)), columns, em=em), gaps
        if not gaps and sure >= doubtful and roomy:
            break
    assert best is not None
    letters = best[1]
    return [each._replace(sure=each.sure * _OVERLOOKED) for each in letters] if best[2] else letters


def _is_crowded(letters: Sequence[Letter], wide: int) -> bool:
    """Whether digits stand so close on a crop, so many columns wide, that one may be skipped unnoticed.

    The model looks every eight columns and needs a look between two equal letters: of 44100 it says 4400.
    """
    apart = [
        (other.at - one.at) * wide
        for one, other in pairwise(letters)
        if one.text in _DIGITS and other.text in _DIGITS
    ]
    return bool(apart) and sum(apart) < _ROOMY * len(apart)


def _crop(clean: Array, strip: Strip, *, squeeze: float) -> Array:
    import cv2
    import numpy as np

    piece = clean[strip.top : strip.bottom, strip.x0 : strip.x1]
    height, width = piece.shape
    if strip.above or strip.below:
        piece = piece.copy()
        piece[: strip.above] = _PAPER
        piece[height - strip.below :] = _PAPER
    wide = max(2, round(width * engine.CROP_HEIGHT / height * squeeze / 8)) * 8
    shrinking = height > engine.CROP_HEIGHT
    scaled = cv2.resize(
        piece, (wide, engine.CROP_HEIGHT), interpolation=cv2.INTER_AREA if shrinking else cv2.INTER_CUBIC
    )
    return cv2.cvtColor(scaled, cv2.COLOR_GRAY2RGB).astype(np.uint8, copy=False)


def _sureness(letters: Sequence[Letter]) -> float:
    seen = [each.sure for each in letters if each.text.strip(_NO_WORDS)]
    return min(seen) if seen else 0.0


def _columns(ink: Array, strip: Strip, *, but_blanks: bool = False) -> Array:
    """Which columns of a strip are inked; `but_blanks`: by more than an underscore."""
    import numpy as np

    piece = ink[strip.top + strip.above : strip.bottom - strip.below, strip.x0 : strip.x1]
    rows = np.flatnonzero(piece.max(axis=1))
    if but_blanks and len(rows):
        foot = round(_FOOT * (rows[-1] + 1 - rows[0]))
        piece = piece[: rows[-1] + 1 - foot]
    return np.asarray(piece.max(axis=0))


def _box(strip: Strip, own: Sequence[Mark], ink: Array) -> tuple[float, float, float, float]:
    """The box around a strip's ink and its marks."""
    import numpy as np

    top, bottom = strip.top + strip.above, strip.bottom - strip.below
    piece = ink[top:bottom, strip.x0 : strip.x1]
    rows, columns = np.flatnonzero(piece.any(axis=1)), np.flatnonzero(piece.any(axis=0))
    sides = [(mark.x0, mark.top, mark.x1, mark.bottom) for mark in own]
    if len(rows):
        x0, y0 = strip.x0 + float(columns[0]), top + float(rows[0])
        sides.append((x0, y0, strip.x0 + float(columns[-1]) + 1, top + float(rows[-1]) + 1))
    if not sides:
        return float(strip.x0), float(top), float(strip.x1), float(bottom)
    return (
        min(each[0] for each in sides),
        min(each[1] for each in sides),
        max(each[2] for each in sides),
        max(each[3] for each in sides),
    )


def _rule(line: Stroke) -> Rule:
    if line.level:
        return Rule(line.start, line.at, line.end, line.at)
    return Rule(line.at, line.start, line.at, line.end)
