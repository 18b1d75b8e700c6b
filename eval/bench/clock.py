"""Timing several things side by side, so that a busy machine slows all of them alike."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable, Mapping
from typing import NamedTuple

__all__ = ["Ratio", "alternate", "ratio"]

Seconds = tuple[float, ...]


class Ratio(NamedTuple):
    """How many times as long as the floor: the median round, and the middle half of the rounds."""

    median: float
    low: float
    high: float

    def __str__(self) -> str:
        return f"{self.median:.2f}×（{self.low:.2f}–{self.high:.2f}）"


def alternate(verbs: Mapping[str, Callable[[], object]], *, rounds: int) -> dict[str, Seconds]:
    """Call each in turn, `rounds` times over, after one round that does not count; gives seconds by name.

    As in `timeit`, the garbage collector rests while a call is timed: the command line lets it rest too.
    """
    taken: dict[str, list[float]] = {name: [] for name in verbs}
    for number in range(rounds + 1):
        for name, verb in verbs.items():
            seconds = _timed(verb)
            if number:
                taken[name].append(seconds)
    return {name: tuple(each) for name, each in taken.items()}


def ratio(seconds: Seconds, floor: Seconds) -> Ratio:
    """Round by round against the floor of the same round."""
    each = [one / least for one, least in zip(seconds, floor, strict=True)]
    low, _, high = statistics.quantiles(each, n=4) if len(each) > 1 else (each[0],) * 3
    return Ratio(statistics.median(each), low, high)


def _timed(verb: Callable[[], object]) -> float:
    gc.collect()
    gc.disable()
    try:
        start = time.perf_counter()
        result = verb()
        seconds = time.perf_counter() - start
        del result  # freeing what was made is not part of it
    finally:
        gc.enable()
    return seconds
