"""Calibration: whether what is said with a confidence of 0.9 is right nine times in ten."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from eval.scores.figures import Rate

__all__ = ["Bin", "bins", "expected_error"]

_EDGES: Final = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.99, 1.0)


@dataclass(frozen=True, slots=True)
class Bin:
    """Values whose confidence is over `low` and at most `high`; the first bin holds its low end too."""

    low: float
    high: float
    said: float  # mean confidence
    right: Rate


def bins(pairs: Iterable[tuple[float, bool]]) -> list[Bin]:
    """(confidence, right) of each value that came out, by confidence; empty bins are left out."""
    known = list(pairs)
    found = []
    for low, high in itertools.pairwise(_EDGES):
        inside = [each for each in known if low < each[0] <= high or (low == each[0] == 0.0)]
        if inside:
            said = sum(confidence for confidence, _ in inside) / len(inside)
            found.append(Bin(low, high, said, Rate(sum(right for _, right in inside), len(inside))))
    return found


def expected_error(found: Sequence[Bin]) -> float | None:
    """Mean distance of what was said from what was right, by the bins' sizes; None without values."""
    total = sum(each.right.total for each in found)
    if not total:
        return None
    return (
        sum(abs(each.said - each.right.good / each.right.total) * each.right.total for each in found) / total
    )
