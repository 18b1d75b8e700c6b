"""Characters with their boxes into runs: words that stand close together on one line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from extractors.page import Run

__all__ = ["Char", "blank", "em", "runs_of", "units"]

Char: TypeAlias = tuple[str, float, float, float, float]  # text, x0, top, x1, bottom

_LEAST = 0.1  # points: nothing is measured by a letter without a size
# All in heights of the line's characters, whose boxes are 1.0 to 1.5 em high.
_SAME_LINE = 0.35  # how far bottoms may lie apart
_APART = 0.45  # a wider gap parts runs: cells may stand that close, and a line puts its runs together again
_BACK = 0.4  # how far a character may reach back over the one before it
_OVER = 0.1  # how far a low character may reach out of the line
_SMALLER = 0.7  # letters that much smaller are another run's: a note's number, an index
_TWICE = 0.25  # a character drawn again that close is bold print
_ROOM = 0.12  # a narrower gap is none
# All in em.
_MARK_GAP = 0.15  # a wider gap beside a mark is a blank
_BOX_GAP = 0.35  # one behind a box is: a drawn one has no margin of its own
_WORD_GAP = 0.22  # one between Latin letters is
_WIDE_GAP = 0.35  # one between a Latin letter and a Chinese character: programs keep those apart
_HAN_GAP = 0.18  # one between Chinese characters, where the blank may be as narrow as a quarter
_BOXES = frozenset("□☐❑❏◻☑☒■\ufffd")
_MARKS = _BOXES | frozenset("√✓✔×✗[]()")
_RAISED = frozenset("0123456789[]()（）〔〕①②③④⑤⑥⑦⑧⑨⑩*†")  # what notes are referred to by
_LOOSE_GAP = 0.6  # one beside a mark, which has room of its own
_MOSTLY = 0.6  # of a run's gaps: it is spread
_BLANKS = frozenset(" \u3000\xa0")
_WIDE = "\u2e80"  # Chinese characters and marks are from here on


def units(text: str) -> float:
    """How many em a text takes: a Chinese character is one, a Latin one about half."""
    length = len(text)
    wide = (len(text.encode("utf-8", "surrogatepass")) - length) / 2
    return wide + (length - wide) * 0.5


def em(text: str, width: float, height: float) -> float:
    """The size of the letters in points: from their width, which fonts agree on more than on their height."""
    size = min(width / max(units(text), 0.5), height) if text else height
    return max(size, _LEAST)


def blank(one: str, other: str, gap: float) -> str:
    """The blank, if any, that a gap of so many em between two characters stands for."""
    if one in _MARKS or other in _MARKS:  # on which side of a tick the blank is tells whose it is
        behind_box = one in _BOXES and other not in _MARKS
        return " " if gap > (_BOX_GAP if behind_box else _MARK_GAP) else ""
    if not (one.isalnum() and other.isalnum()):
        return " " if gap > _LOOSE_GAP else ""
    if one >= _WIDE and other >= _WIDE:
        return " " if gap > _HAN_GAP else ""
    latin = one < _WIDE and other < _WIDE and not (one.isdigit() and other.isdigit())
    return " " if gap > (_WORD_GAP if latin else _WIDE_GAP) else ""


def runs_of(chars: Iterable[Char]) -> Iterator[Run]:  # noqa: C901, PLR0912, PLR0915  one loop over each character of a file
    """Runs in the order of their first characters; blanks are kept inside a run only."""
    letters: list[str] = []
    left = right = edge = top = bottom = last = 0.0
    spread = 0  # gaps between Chinese characters that were taken for blanks
    for text, x0, y0, x1, y1 in chars:
        if letters:
            height = bottom - top
            gap = x0 - right
            level = y1 - bottom
            if y1 - y0 > _SMALLER * height:
                same = -_SAME_LINE * height < level < _SAME_LINE * height or (
                    y0 < top and y1 > bottom and letters[-1] not in _RAISED
                )
            else:  # a mark or a stroke such as 一, whose box may be as low as its ink; a number is an index
                same = y0 > top - _OVER * height and level < _OVER * height and text not in _RAISED
            if y1 - y0 > height:  # noqa: PLR1730  a call of max for each character takes a tenth of the time
                height = y1 - y0
            if same and -_BACK * height < gap < _APART * height:
                if text == letters[-1] and x0 - last < _TWICE * height and x0 - last < 0.5 * (x1 - x0):
                    continue
                if gap > _ROOM * height and text not in _BLANKS and letters[-1] not in _BLANKS:
                    size = x1 - x0 if text >= _WIDE else right - last if letters[-1] >= _WIDE else height
                    if blank(letters[-1], text, gap / max(size, 0.5 * height)):
                        spread += letters[-1] >= _WIDE and text >= _WIDE
                        letters.append(" ")
                letters.append(text)
                last = x0
                if x1 > right:  # noqa: PLR1730
                    right = x1
                if text in _BLANKS:
                    continue
                edge = right
                if y0 < top:  # noqa: PLR1730
                    top = y0
                if y1 > bottom:  # noqa: PLR1730
                    bottom = y1
                continue
            yield Run(_words(letters, spread), left, top, edge, bottom)
            letters = []
            spread = 0
        if text.strip():
            letters = [text]
            left, top, right, bottom, last = x0, y0, x1, y1, x0
            edge = right
    if letters:
        yield Run(_words(letters, spread), left, top, edge, bottom)


def _words(letters: list[str], spread: int) -> str:
    """The text; of one whose characters all stand apart, as titles are set, without blanks."""
    if spread > 1 and spread > _MOSTLY * (len(letters) - 1 - spread):
        letters = [letter for letter in letters if letter not in _BLANKS]
    return "".join(letters).rstrip()
