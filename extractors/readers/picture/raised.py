"""Small raised numbers, as footnotes are referred to by: told from the text that they stand behind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final, TypeAlias

from extractors.readers.picture.engine import Letter
from extractors.readers.picture.pixels import Array

__all__ = ["Piece", "pieces"]

_HIGH: Final = 0.66  # of the line's height: a raised digit ends above this
_LOW: Final = 0.66  # and is no higher than this
_LEAST: Final = 0.25  # nor lower than this, as commas and quotes are
_NEAR: Final = 0.22  # widths of a Chinese character between where a digit is read and where it is seen

Piece: TypeAlias = tuple[list[Letter], int, int]  # letters, and the columns (half-open) that are theirs


def pieces(letters: Sequence[Letter], ink: Array, *, em: float) -> list[Piece]:
    """The letters of a line in order, raised numbers apart. `ink`: the line's picture, 1 is ink."""
    width = ink.shape[1]
    places = [*_raised_places(ink, em=em)] if any(each.text.isdecimal() for each in letters) else []
    if not places:
        return [([*letters], 0, width)]

    def is_raised(letter: Letter) -> bool:
        near = any(abs(letter.at * width - place) < _NEAR * em for place in places)
        return near and letter.text.isdecimal()

    result: list[Piece] = []
    start = 0
    groups = [(raised, [*own]) for raised, own in groupby(letters, key=is_raised)]
    for index, (_, own) in enumerate(groups):
        following = groups[index + 1][1][0] if index + 1 < len(groups) else None
        end = width if following is None else round((own[-1].at + following.at) / 2 * width)
        result.append((own, start, end))
        start = end
    return result


def _raised_places(ink: Array, *, em: float) -> Iterator[float]:
    """Columns of the middles of small shapes in a line's upper part, with paper below."""
    import cv2
    import numpy as np

    rows = np.flatnonzero(ink.max(axis=1))
    if not len(rows):
        return
    top, height = int(rows[0]), int(rows[-1] - rows[0] + 1)
    count, _, stats, _ = cv2.connectedComponentsWithStats(np.ascontiguousarray(ink))
    for x, y, w, h, _ in stats[1:count].tolist():
        small = _LEAST * height <= h <= _LOW * height and 0.08 * em < w <= 0.5 * em
        if small and y + h - top < _HIGH * height and not ink[y + h + 1 :, x : x + w].any():
            yield x + w / 2
