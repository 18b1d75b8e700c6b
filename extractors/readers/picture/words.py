"""A line's characters put together: boxes as the picture shows them, whatever they were read as."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Final

from extractors.document import UNREADABLE_GLYPH
from extractors.readers.picture.engine import Letter
from extractors.readers.picture.lines import Strip
from extractors.readers.picture.marks import Mark

__all__ = ["em_of", "is_letter", "settled", "text_of"]

_BOXES: Final = frozenset("□☐☑☒◻◼■⊠⊡▢▣囗")  # what the recognition calls a box
_BLANKS: Final = frozenset("□☐◻▢囗")
_TICKS: Final = frozenset("√✓✔\u2228ˇvVyY×✗✘xX")
# What a box is taken for. A letter of this shape beside a box of another size may still be a letter.
_ALIKE: Final = frozenset("口日曰回目田囚区凶四图团国固因困围巳已己门们同冂凹门匚厂ロOoD0QqaBロコ山止丨|[]")
_BEFORE_MOUTH: Final = frozenset("接窗端出进入人家风港路关缺海汉周营户对牙隘井虎裂切伤河开闭张封借渡豁胃")
_AFTER_MOUTH: Final = frozenset("径号碑岸罩腔令头味语岸供粮感才哨译服")
_HOLLOW: Final = frozenset("口囗日曰回ロOoD0Q")  # of those, what a blank box is often surely taken for
_PLAIN: Final = frozenset("口囗日曰目田囚凶")  # a ticked box is surely taken for one of these, too
_STRAIGHT: Final = 0.3  # share of straight strokes inside of a letter: a tick has fewer
_ROUND: Final = frozenset("0OoDQ")
_SURE: Final = 0.85
_BULLETS: Final = "■●"
_SMALLEST: Final = (0.5, 0.3)  # widths of a character: smaller boxes and bullets are parts of letters
_DISTANCE: Final = 0.45  # widths of a character: how far a letter may be off to be what stands there
_ROOM: Final = 0.72  # widths of a character from a letter's middle to the middle of a box beside it
_LINE: Final = 1.45  # height of a strip, in widths of a character
_CAPITAL_I: Final = re.compile(r"(?<![A-Za-z])l(?=aa[Ss]|[oO][TtVv]\b|oT|P\b|T\b|D\b|SO|EC|DC)|(?<=I)l(?=oT)")


class _Box(Letter):
    """A letter that the picture's shapes gave."""


def settled(
    letters: Sequence[Letter],
    marks: Sequence[Mark],
    strip: Strip,
    *,
    look: Callable[[float, float], Mark | None] = lambda _x, _em: None,
) -> list[Letter]:
    """The letters of a strip with its marks in their places.

    `look` is asked for the box at a column (given the width of a character) that only the recognition saw.
    """
    width = strip.x1 - strip.x0
    em = em_of(letters, strip)
    result = [*letters]
    for mark in sorted(marks, key=lambda each: each.x0):
        if mark.side < _SMALLEST[mark.glyph in _BULLETS] * em:
            continue
        at = (mark.middle[0] - strip.x0) / width
        near = [each for each in result if abs(each.at - at) * width <= _DISTANCE * em and each.text != " "]
        if is_letter(mark, near, result) or (not near and not _has_room(at * width / em, result, width / em)):
            continue
        gone = {id(each) for each in near if _is_covered(each, mark, strip)}
        result = [each for each in result if id(each) not in gone]
        place = next((index for index, each in enumerate(result) if each.at > at), len(result))
        result.insert(place, _Box(mark.glyph, at, 1.0))
    return [
        each._replace(text=_second_look(each.text, look(strip.x0 + each.at * width, em)))
        if each.text in _BOXES and not isinstance(each, _Box)
        else each
        for each in result
    ]


def _second_look(guess: str, seen: Mark | None) -> str:
    """A worn box is told only where the picture and the recognition agree."""
    if seen is not None and (guess in _BLANKS) == (seen.glyph == "□"):
        return seen.glyph
    return UNREADABLE_GLYPH


def is_han(text: str) -> bool:
    return "\u4e00" <= text <= "\u9fff"


def em_of(letters: Sequence[Letter], strip: Strip) -> float:
    """The width of a Chinese character in pixels, from how far apart neighbours stand."""
    apart = sorted(
        (after.at - before.at) * (strip.x1 - strip.x0)
        for before, after in pairwise(letters)
        if is_han(before.text) and is_han(after.text)
    )
    height = strip.bottom - strip.top
    guess = height / _LINE
    return min(max(apart[len(apart) // 4], 0.72 * guess), 1.15 * guess) if len(apart) >= 4 else guess


def _has_room(at: float, letters: Sequence[Letter], end: float) -> bool:
    """No letter stands there nor reaches there; all in widths of a character."""
    places = [each.at * end for each in letters if each.text != " "]
    return all(abs(place - at) >= _ROOM for place in places)


def _is_covered(letter: Letter, mark: Mark, strip: Strip) -> bool:
    """It is the recognition's guess at the mark, and no letter beside it."""
    if letter.text in _BOXES or letter.text in _ALIKE or letter.text in _TICKS:
        return True
    x = strip.x0 + letter.at * (strip.x1 - strip.x0)
    return mark.x0 + 0.2 * mark.side < x < mark.x1 - 0.2 * mark.side


def is_letter(mark: Mark, near: Sequence[Letter], line: Sequence[Letter]) -> bool:
    """Whether what looks like a box is a letter of a word (接口, 国, 日)."""
    if mark.glyph in _BULLETS:
        return any(each.text not in _BOXES | _PLAIN and each.sure > _SURE for each in near)
    if any(each.text in _BOXES for each in near):
        return False
    if not near:
        return mark.straight > 0.45
    if mark.glyph == "□":
        return _is_mouth(mark, near, line)
    best = max(near, key=lambda each: each.sure)
    if best.text in _TICKS:
        return False
    return mark.straight > _STRAIGHT or (best.sure > 0.9 and best.text not in _PLAIN)


def _is_mouth(mark: Mark, near: Sequence[Letter], line: Sequence[Letter]) -> bool:
    if any(each.text in _ROUND and _is_in_a_word(each, line) for each in near):
        return True
    for each in near:
        if each.text not in _ALIKE or (each.sure > _SURE and each.text not in _HOLLOW):
            return True
        if each.text not in "口ロ":
            continue
        place = next(index for index, other in enumerate(line) if other is each)
        before = line[place - 1].text if place else ""
        after = line[place + 1].text if place + 1 < len(line) else ""
        if mark.legs or before in _BEFORE_MOUTH or after in _AFTER_MOUTH:
            return True
    return False


def _is_in_a_word(letter: Letter, line: Sequence[Letter]) -> bool:
    """A digit or Latin letter stands beside it."""
    place = next(index for index, other in enumerate(line) if other is letter)
    beside = [each.text for each in (*line[max(0, place - 1) : place], *line[place + 1 : place + 2])]
    return any(text.isascii() and text.isalnum() for text in beside)


def text_of(letters: Sequence[Letter]) -> str:
    """What the line says; sans-serif fonts have one shape for l and I, and IaaS is what is meant."""
    return _CAPITAL_I.sub("I", "".join(each.text for each in letters)).strip()
