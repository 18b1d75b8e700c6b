"""Blanks between the letters of a line: from the picture, as the recognition tells few of them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from extractors.readers.picture.engine import Letter
from extractors.readers.picture.pixels import Array

__all__ = ["with_blanks"]

# In widths of a Chinese character: the paper between two letters from which on there is a blank.
_WIDE: Final = 0.62
_BESIDE_MARK: Final = 1.05  # a full-width mark is itself half blank
_BEFORE_BOX: Final = 0.27  # the option before it ends there: a narrow blank says so
_BOXES: Final = frozenset("□☑☒■√✓✔\ufffd")
_LATIN: Final = 0.42
_LATIN_SEEN: Final = 0.16  # where the recognition sees one too
_DIGITS: Final = 0.8  # full-width digits stand wide apart
_NUMBER: Final = frozenset("0123456789０１２３４５６７８９.,，．")
_MOST: Final = 6
_OPENING: Final = frozenset("（(《〈【〔[“‘")
_CLOSING: Final = frozenset("）)》〉】〕]”’，,。、：:；;！!？?．.")


def with_blanks(letters: Sequence[Letter], columns: Array, *, em: float) -> list[Letter]:
    """The letters with the blanks that are seen, one for each width of a character.

    `columns`: for each column of the line's picture, whether it is inked.
    """
    said = {id(before) for before, after in pairwise(letters) if after.text == " "}
    words = [each for each in letters if each.text != " "]
    result: list[Letter] = []
    for before, after in pairwise(words):
        result.append(before)
        start, end = (round(each.at * len(columns)) for each in (before, after))
        gap = _widest(columns[start:end]) / em
        if gap >= _least(before.text, after.text, said=id(before) in said):
            at = (before.at + after.at) / 2
            result += [Letter(" ", at, 1.0)] * min(_MOST, max(1, round(gap)))
    return result + words[-1:]


def _least(before: str, after: str, *, said: bool) -> float:
    if after in _BOXES and before not in _OPENING:
        return _BEFORE_BOX
    if before in _NUMBER and after in _NUMBER:
        return _DIGITS
    if before in _CLOSING or after in _OPENING:
        return _BESIDE_MARK
    if before.isascii() and after.isascii():
        return _LATIN_SEEN if said else _LATIN
    return _WIDE


def _widest(columns: Array) -> int:
    """The longest piece without ink."""
    import numpy as np

    inked = np.flatnonzero(columns)
    if not len(inked):
        return len(columns)
    return max(0, int(np.diff(inked).max(initial=1)) - 1)
