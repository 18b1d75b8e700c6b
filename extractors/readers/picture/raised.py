"""Small raised numbers, as footnotes are referred to by: told from the text that they stand behind."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Final

from extractors.readers.picture.engine import Letter
from extractors.readers.picture.pixels import Array

__all__ = ["Piece", "pieces"]

_HIGH: Final = 0.66  # of the line's height: a raised digit ends above this
_LOW: Final = 0.66  # and is no higher than this
_REACH: Final = 0.22  # widths of a Chinese character: half of a small digit

Piece = tuple[list[Letter], int, int]  # letters, and the columns (half-open) that are theirs


def pieces(letters: Sequence[Letter], ink: Array, *, em: float) -> list[Piece]:
    """The letters of a line in order, raised numbers apart. `ink`: the line's picture, 1 is ink."""
    import numpy as np

    rows = np.flatnonzero(ink.max(axis=1))
    width = ink.shape[1]
    if not len(rows) or not any(each.text.isdecimal() for each in letters):
        return [([*letters], 0, width)]
    top, height = int(rows[0]), int(rows[-1] - rows[0] + 1)

    def is_raised(letter: Letter) -> bool:
        if not letter.text.isdecimal():
            return False
        at = letter.at * width
        own = ink[:, max(0, round(at - _REACH * em)) : round(at + _REACH * em) + 1]
        inked = np.flatnonzero(own.max(axis=1)) if own.size else []
        if not len(inked):
            return False
        low = (inked[-1] + 1 - top) / height
        return bool(low < _HIGH and (inked[-1] + 1 - inked[0]) / height < _LOW)

    result: list[Piece] = []
    start = 0
    groups = [(raised, [*own]) for raised, own in groupby(letters, key=is_raised)]
    for index, (_, own) in enumerate(groups):
        following = groups[index + 1][1][0] if index + 1 < len(groups) else None
        end = width if following is None else round((own[-1].at + following.at) / 2 * width)
        result.append((own, start, end))
        start = end
    return result
