"""A line's characters put together: boxes as the picture shows them, whatever they were read as."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Final, NamedTuple, TypeAlias

from extractors.document import UNREADABLE_GLYPH
from extractors.readers.picture.alike import Usual
from extractors.readers.picture.engine import Letter
from extractors.readers.picture.lines import Strip
from extractors.readers.picture.marks import Mark

__all__ = ["Sight", "em_of", "is_letter", "settled", "text_of", "with_unread"]

_BOXES: Final = frozenset("□☐☑☒◻◼■⊠⊡▢▣囗")  # what the recognition calls a box
_BLANKS: Final = frozenset("□☐◻▢囗")
_CHECKS: Final = frozenset("√✓✔")
_TICKS: Final = frozenset("√✓✔\u2228ˇvVyY×✗✘xX")
# What a box is taken for. A letter of this shape beside a box of another size may still be a letter.
_ALIKE: Final = frozenset("口日曰回目田囚区凶四图团国固因困围巳已己门们同冂凹门匚厂ロOoD0QqaBロコ山止丨|[]")
_BEFORE_MOUTH: Final = frozenset("接窗端出进入人家风港路关缺海汉周营户对牙隘井虎裂切伤河开闭张封借渡豁胃")
_AFTER_MOUTH: Final = frozenset("径号碑岸罩腔令头味语岸供粮感才哨译服")
_HOLLOW: Final = frozenset("口囗日曰回ロOoD0Q")  # of those, what a blank box is often surely taken for
_PLAIN: Final = frozenset("口囗日曰目田囚凶")  # a ticked box is surely taken for one of these, too
# Letters with a frame all around: a box of the page's usual size that is read as another is a box.
_FRAMED: Final = _ALIKE | frozenset("园圆圈圃囤回西酉皿且甲由申白自面画血置国團國圍圖圓百首用甬角雨商高亩")
_BEFORE_MARK: Final = frozenset(" :：(（[【/|")
_FAR: Final = 1.9  # widths of a character between middles where there is a blank between two
_OWN: Final = 0.5  # and up to where ink is the letter's own
_SURELY: Final = 0.97
_PLAINLY: Final = 0.93  # support of a box in the place of a letter that is not sure
_WIDE: Final = (0.45, 1.6)  # widths of a character: ink that may be one mark
_STRAIGHT: Final = 0.3  # share of straight strokes inside of a letter: a tick has fewer
_BIG: Final = 0.66  # widths of a character: boxes to tick are as big as letters
_ROUND: Final = frozenset("0OoDQ")
_SURE: Final = 0.85
_BULLETS: Final = "■●"
_SMALLEST: Final = (0.5, 0.3)  # widths of a character: smaller boxes and bullets are parts of letters
_DISTANCE: Final = 0.45  # widths of a character: how far a letter may be off to be what stands there
_ROOM: Final = 0.72  # widths of a character from a letter's middle to the middle of a box beside it
_LINE: Final = 1.45  # height of a strip, in widths of a character
_CAPITAL_I: Final = re.compile(r"(?<![A-Za-z])l(?=aa[Ss]|[oO][TtVv]\b|oT|P\b|T\b|D\b|SO|EC|DC)|(?<=I)l(?=oT)")


Look: TypeAlias = Callable[[float, float], Mark | None]  # at a column, given the width of a character


def _nothing(_x: float, _em: float) -> Mark | None:
    return None


class Sight(NamedTuple):
    """What the picture shows on one line, apart from what it says."""

    worn_box: Look = _nothing  # the box that the recognition saw there
    check: Look = _nothing  # the tick without a box
    usual_box: Look = _nothing  # the box that looks like the page's others
    usual: Usual | None = None  # how those look

    def is_usual(self, mark: Mark) -> bool:
        """It is as big as the page's other boxes, and as clear."""
        return self.usual is not None and mark.support >= _SURE and self.usual.fits(mark)


_NO_SIGHT: Final = Sight()


class _Box(Letter):
    """A letter that the picture's shapes gave."""


def settled(
    letters: Sequence[Letter], marks: Sequence[Mark], strip: Strip, *, sight: Sight = _NO_SIGHT
) -> list[Letter]:
    """The letters of a strip with its marks in their places."""
    width = strip.x1 - strip.x0
    em = em_of(letters, strip)
    result = [*letters]
    for mark in sorted(marks, key=lambda each: each.x0):
        if mark.side < _SMALLEST[mark.glyph in _BULLETS] * em:
            continue
        at = (mark.middle[0] - strip.x0) / width
        near = [each for each in result if abs(each.at - at) * width <= _DISTANCE * em and each.text != " "]
        big = mark.side >= _BIG * em
        if not big and any(is_han(each.text) and each.text not in _FRAMED for each in near):
            continue  # some strokes of that letter
        alike = big and sight.is_usual(mark) and _begins_an_option(at, result, width / em)
        if is_letter(mark, near, result, alike=alike) or not (near or _has_room(at, result, width / em)):
            continue
        gone = {id(each) for each in near if _is_covered(each, mark, strip)}
        result = [each for each in result if id(each) not in gone]
        place = next((index for index, each in enumerate(result) if each.at > at), len(result))
        result.insert(place, _Box(mark.glyph, at, 1.0))
    return [
        each if isinstance(each, _Box) else _seen_again(index, result, strip, sight, em=em)
        for index, each in enumerate(result)
    ]


def _seen_again(index: int, line: Sequence[Letter], strip: Strip, sight: Sight, *, em: float) -> Letter:
    """A letter, or what the picture shows in its place: a box, a tick."""
    letter, width = line[index], strip.x1 - strip.x0
    x = strip.x0 + letter.at * width
    if letter.text in _BOXES:
        return letter._replace(text=_second_look(letter.text, sight.worn_box(x, em)))
    if _may_be_check(letter, line[index + 1 : index + 2]) and sight.check(x, em):
        return _Box("√", letter.at, 1.0)
    unsure = is_han(letter.text) and letter.sure < _SURELY and letter.text not in _FRAMED
    if unsure and _begins_an_option(letter.at, line, width / em):
        mark = sight.usual_box(x, em)
        if mark is not None and mark.support >= _PLAINLY and abs(mark.middle[0] - x) < _DISTANCE * em:
            return _Box(mark.glyph, letter.at, 1.0)
    return letter


def with_unread(
    letters: Sequence[Letter], gaps: Sequence[tuple[int, int]], strip: Strip, sight: Sight
) -> tuple[list[Letter], list[tuple[int, int]]]:
    """The letters with the marks that stand in `gaps` (columns where ink has no letter), and the other gaps.

    Where boxes are about, ink as wide as one that is nothing known is a mark that can't be told.
    """
    width = strip.x1 - strip.x0
    em = em_of(letters, strip)
    result, left = [*letters], []
    for gap in gaps:
        middle = (gap[0] + gap[1]) / 2
        x = strip.x0 + middle
        of_letter = any(is_han(each.text) and abs(each.at * width - middle) < _OWN * em for each in result)
        if of_letter or not _begins_an_option(middle / width, result, width / em):
            left.append(gap)
            continue
        mark = sight.check(x, em) or sight.usual_box(x, em)
        if mark is None:
            left.append(gap)
            if sight.usual is None or not _WIDE[0] * em <= gap[1] - gap[0] <= _WIDE[1] * em:
                continue
        at = (mark.middle[0] - strip.x0 if mark else middle) / width
        place = next((index for index, each in enumerate(result) if each.at > at), len(result))
        result.insert(place, _Box(mark.glyph if mark else UNREADABLE_GLYPH, at, 1.0))
    return result, left


def _may_be_check(letter: Letter, following: Sequence[Letter]) -> bool:
    if letter.text in _CHECKS:
        return True
    before_word = not following or following[0].text == " " or is_han(following[0].text)
    return letter.text in _TICKS and letter.sure < _SURE and before_word


def _begins_an_option(at: float, line: Sequence[Letter], length: float) -> bool:
    """Whether a mark may stand there: other marks are on the line, or no word goes on there.

    `length` is the line's, in widths of a character.
    """
    if any(isinstance(each, _Box) or each.text in _BOXES | _CHECKS for each in line):
        return True
    before = max(
        (each for each in line if each.at < at - 0.3 / length), key=lambda each: each.at, default=None
    )
    return before is None or before.text in _BEFORE_MARK or (at - before.at) * length >= _FAR


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
    guess = (strip.bottom - strip.top) / _LINE
    if not apart:
        return guess
    if len(apart) < 4:  # of a short word less is known, and a pen's tick may have made the strip high
        return min(max(apart[len(apart) // 2], 0.55 * guess), guess)
    return min(max(apart[len(apart) // 4], 0.72 * guess), 1.15 * guess)


def _has_room(at: float, letters: Sequence[Letter], length: float) -> bool:
    """No letter stands there nor reaches there; `length` is the line's, in widths of a character."""
    return all(abs(each.at - at) * length >= _ROOM for each in letters if each.text != " ")


def _is_covered(letter: Letter, mark: Mark, strip: Strip) -> bool:
    """It is the recognition's guess at the mark, and no letter beside it."""
    if letter.text in _BOXES or letter.text in _ALIKE or letter.text in _TICKS:
        return True
    x = strip.x0 + letter.at * (strip.x1 - strip.x0)
    return mark.x0 + 0.2 * mark.side < x < mark.x1 - 0.2 * mark.side


def is_letter(mark: Mark, near: Sequence[Letter], line: Sequence[Letter], *, alike: bool = False) -> bool:
    """Whether what looks like a box is a letter of a word (接口, 国, 日).

    `alike`: it is as big and as clear as the boxes of its page.
    """
    if mark.glyph in _BULLETS:
        return any(each.text not in _BOXES | _PLAIN and each.sure > _SURE for each in near)
    if any(each.text in _BOXES for each in near):
        return False
    if not near:
        return mark.straight > 0.45 and not alike
    if mark.glyph == "□":
        return _is_mouth(mark, near, line)
    best = max(near, key=lambda each: each.sure)
    if best.text in _TICKS or (alike and best.text not in _FRAMED and best.sure < _SURELY):
        return False
    if mark.glyph == UNREADABLE_GLYPH and is_han(best.text) and not alike:
        return best.text not in _FRAMED or best.sure > 0.9  # some strokes of it
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
