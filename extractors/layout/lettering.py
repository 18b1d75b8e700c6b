"""Characters with their boxes into runs: words that stand close together on one line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from extractors.page import Run

__all__ = ["Char", "em", "runs_of", "units"]

Char: TypeAlias = tuple[str, float, float, float, float]  # text, x0, top, x1, bottom

_LEAST = 0.1  # points: nothing is measured by a letter without a size
# All in heights of the line's characters, whose boxes are 1.0 to 1.5 em high.
_SAME_LINE = 0.35  # how far bottoms may lie apart
_APART = 0.45  # a wider gap parts runs: cells may stand that close, and a line puts its runs together again
_BACK = 0.4  # how far a character may reach back over the one before it
_OVER = 0.1  # how far a low character may reach out of the line
_SMALLER = 0.7  # letters that much smaller are another run's: a note's number, an index
_TWICE = 0.25  # a character drawn again that close is bold print


def units(text: str) -> float:
    """How many em a text takes: a Chinese character is one, a Latin one about half."""
    length = len(text)
    wide = (len(text.encode("utf-8", "surrogatepass")) - length) / 2
    return wide + (length - wide) * 0.5


def em(text: str, width: float, height: float) -> float:
    """The size of the letters in points: from their width, which fonts agree on more than on their height."""
    size = min(width / max(units(text), 0.5), height) if text else height
    return max(size, _LEAST)


def runs_of(chars: Iterable[Char]) -> Iterator[Run]:  # noqa: C901, PLR0915  one loop over each character of a file
    """Runs in the order of their first characters; blanks are kept inside a run only."""
    letters: list[str] = []
    left = right = top = bottom = last = 0.0
    for text, x0, y0, x1, y1 in chars:
        if letters:
            height = bottom - top
            gap = x0 - right
            level = y1 - bottom
            if y1 - y0 > _SMALLER * height:
                same = -_SAME_LINE * height < level < _SAME_LINE * height or (y0 < top and y1 > bottom)
            else:  # a mark or a stroke such as 一, whose box may be as low as its ink; a number is an index
                same = y0 > top - _OVER * height and level < _OVER * height and not text.isdigit()
            if y1 - y0 > height:  # noqa: PLR1730  a call of max for each character takes a tenth of the time
                height = y1 - y0
            if same and -_BACK * height < gap < _APART * height:
                if text == letters[-1] and x0 - last < _TWICE * height and x0 - last < 0.5 * (x1 - x0):
                    continue
                letters.append(text)
                last = x0
                if x1 > right:  # noqa: PLR1730
                    right = x1
                if y0 < top and text != " ":
                    top = y0
                if y1 > bottom and text != " ":
                    bottom = y1
                continue
            if run := _run(letters, left, top, right, bottom):
                yield run
        letters = [text]
        left, top, right, bottom, last = x0, y0, x1, y1, x0
    if letters and (run := _run(letters, left, top, right, bottom)):
        yield run


def _run(letters: list[str], left: float, top: float, right: float, bottom: float) -> Run | None:
    text = "".join(letters)
    bare = text.strip()
    if not bare:
        return None
    if len(bare) < len(text):  # the blanks' share of the width is taken off the ends
        share = (right - left) / max(units(text), 0.5)
        left += units(text[: len(text) - len(text.lstrip())]) * share
        right -= units(text[len(text.rstrip()) :]) * share
    return Run(bare, left, top, right, bottom)
