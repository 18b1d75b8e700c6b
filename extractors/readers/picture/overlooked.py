"""Ink that no letter of a reading accounts for: the recognition drops marks that it does not know."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from extractors.document import UNREADABLE_GLYPH
from extractors.readers.picture.engine import Letter
from extractors.readers.picture.pixels import Array
from extractors.readers.picture.words import is_han
from extractors.text import narrow

__all__ = ["overlooked", "with_unread_marks"]

# How far from its middle a letter's ink may be, in widths of a Chinese character; places are not exact.
_REACH_WIDE: Final = 0.68
_REACH: Final = 0.45
_REACH_MARK: Final = 0.36
_REACH_NARROW: Final = 0.38
_HALF: Final = 0.56  # where two letters stand wider apart than they are wide
_ROOM: Final = 1.45
_LEAST_MARK: Final = 0.08
_LEAST: Final = 0.28  # what is narrower is the rest of a letter
_NARROW: Final = frozenset("0123456789abcdefghijklnopqrstuvxyzIJ/")
_MARKS: Final = frozenset("()[]（）【】,，。.、;；:：'\"“”‘’!！|·-")


def overlooked(letters: Sequence[Letter], columns: Array, *, em: float) -> list[tuple[int, int]]:
    """Where on a line's picture (columns, half-open) there is ink without a letter.

    `columns`: for each column whether it is inked; `em`: the width of a Chinese character in columns.
    """
    import numpy as np

    left = np.array(columns, dtype=bool)
    places = [each.at * len(columns) for each in letters]
    for index, (each, at) in enumerate(zip(letters, places, strict=True)):
        reach = _reach(each.text) * em
        end = at + reach
        if index + 1 < len(letters) and _is_wide_gap(each, letters[index + 1], places[index + 1] - at, em=em):
            end = at + _HALF * em
        start = at - reach
        if index and _is_wide_gap(letters[index - 1], each, at - places[index - 1], em=em):
            start = at - _HALF * em
        left[max(0, int(start)) : int(end) + 1] = False
    edges = np.flatnonzero(np.diff(np.concatenate([[0], left.astype(np.int8), [0]])))
    pieces: list[tuple[int, int]] = []
    for start, end in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
        if pieces and start - pieces[-1][1] <= 0.1 * em:
            pieces[-1] = pieces[-1][0], end
        else:
            pieces.append((start, end))
    return [piece for piece in pieces if piece[1] - piece[0] >= _least(piece, letters, places) * em]


def _is_wide_gap(before: Letter, after: Letter, apart: float, *, em: float) -> bool:
    """Two Chinese characters with room for a mark between them."""
    return is_han(before.text) and is_han(after.text) and apart > _ROOM * em


def _least(piece: tuple[int, int], letters: Sequence[Letter], places: Sequence[float]) -> float:
    """Between two Chinese characters a 、 is narrow; beside others it may be the rest of a letter."""
    middle = (piece[0] + piece[1]) / 2
    before = [each for each, at in zip(letters, places, strict=True) if at < middle][-1:]
    after = [each for each, at in zip(letters, places, strict=True) if at > middle][:1]
    both = len(before + after) == 2 and all(is_han(each.text) for each in before + after)
    return _LEAST_MARK if both else _LEAST


def _reach(text: str) -> float:
    if text in _MARKS:
        return _REACH_MARK
    if text in _NARROW:
        return _REACH_NARROW
    return _REACH if text.isascii() else _REACH_WIDE


def with_unread_marks(letters: Sequence[Letter], gaps: Sequence[tuple[int, int]], width: int) -> list[Letter]:
    """The letters, and in a pair of brackets that holds ink and no letter a mark that can't be told."""
    result: list[Letter] = []
    for before, after in pairwise([*letters, Letter("", 2.0, 1.0)]):
        result.append(before)
        if narrow(before.text) == "(" and narrow(after.text) == ")":
            for start, end in gaps:
                at = (start + end) / 2 / width
                if before.at < at < after.at:
                    result.append(Letter(UNREADABLE_GLYPH, at, 0.5))
                    break
    return result
