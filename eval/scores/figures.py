"""A score, of how many, and how sure."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random
from typing import Final, NamedTuple, TypeVar

__all__ = ["Failed", "Interval", "Rate", "bootstrapped", "rate_of"]

T = TypeVar("T")
_Z: Final = 1.959964  # 95 %
_RESAMPLES: Final = 1000
_FEW: Final = 4  # filings


class Interval(NamedTuple):
    """95 % confidence, both ends from 0 to 1."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Rate:
    """`good` of `total`. Nothing to count is no score, not a zero: `value` is None."""

    good: int
    total: int
    interval: Interval | None = None  # where it was not taken from the counts alone

    @property
    def value(self) -> float | None:
        return self.good / self.total if self.total else None

    @property
    def sure(self) -> Interval:
        """Wilson's score interval, unless cases that hang together were resampled."""
        return self.interval or _wilson(self.good, self.total)

    @property
    def error(self) -> float:
        """Half the width of the interval."""
        return (self.sure.high - self.sure.low) / 2


@dataclass(frozen=True, slots=True)
class Failed:
    """A scorer that broke on a case: neither right nor wrong, and told of."""

    case: str
    scorer: str
    error: str


def rate_of(items: Sequence[T], good: Callable[[T], bool]) -> Rate:
    return Rate(sum(map(good, items)), len(items))


def bootstrapped(groups: Sequence[tuple[int, int]], *, seed: int = 0) -> Rate:
    """Rate over (good, total) pairs, one a filing, with an interval from resampling whole filings.

    The fields of one filing stand and fall together, so they are not counted as independent draws.
    """
    good, total = sum(each[0] for each in groups), sum(each[1] for each in groups)
    # Where no resample differs, or hardly any can, Wilson knows what to make of it.
    if not total or good in (0, total) or len(groups) < _FEW:
        return Rate(good, total)
    rng = Random(seed)
    values = []
    for _ in range(_RESAMPLES):
        drawn = rng.choices(groups, k=len(groups))
        values.append(sum(each[0] for each in drawn) / max(sum(each[1] for each in drawn), 1))
    values.sort()
    edge = round(_RESAMPLES * 0.025)
    return Rate(good, total, Interval(values[edge], values[-edge - 1]))


def _wilson(good: int, total: int) -> Interval:
    if not total:
        return Interval(0.0, 1.0)
    share, square = good / total, _Z**2
    middle = (share + square / (2 * total)) / (1 + square / total)
    spread = _Z * math.sqrt(share * (1 - share) / total + square / (4 * total**2)) / (1 + square / total)
    return Interval(max(middle - spread, 0.0), min(middle + spread, 1.0))
