"""Timing several things in turn, so that a busy machine slows all of them alike."""

from __future__ import annotations

import statistics
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final, NamedTuple

__all__ = ["Ratio", "Seconds", "alternate", "ratio"]

_ROOT: Final = Path(__file__).resolve().parents[2]
Seconds = tuple[float, ...]


class Ratio(NamedTuple):
    """How many times as long as the floor: the median round, and the middle half of the rounds."""

    median: float
    low: float
    high: float

    def __str__(self) -> str:
        return f"{self.median:.2f}× ({self.low:.2f}–{self.high:.2f})"


def alternate(stages: Sequence[str], path: Path, *, rounds: int) -> dict[str, Seconds]:
    """Each stage in turn, `rounds` times over, each time in a process of its own; gives seconds by stage."""
    taken: dict[str, list[float]] = {stage: [] for stage in stages}
    for _ in range(rounds):
        for stage in stages:
            taken[stage].append(_once(stage, path))
    return {stage: tuple(each) for stage, each in taken.items()}


def ratio(seconds: Seconds, floor: Seconds) -> Ratio:
    """Round by round against the floor of the same round."""
    each = [one / least for one, least in zip(seconds, floor, strict=True)]
    low, _, high = statistics.quantiles(each, n=4) if len(each) > 1 else (each[0],) * 3
    return Ratio(statistics.median(each), low, high)


def _once(stage: str, path: Path) -> float:
    command = [sys.executable, "-m", "eval.bench.once", stage, str(path)]
    done = subprocess.run(command, cwd=_ROOT, capture_output=True, text=True, check=True)  # noqa: S603 - ours
    return float(done.stdout)
