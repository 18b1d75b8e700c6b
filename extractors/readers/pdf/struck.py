"""Words with a line through them: deleted by whoever shows the changes, and no content."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from extractors.layout.lettering import Char
from extractors.page import Rule, Run

__all__ = ["parted", "through_words"]

_HIGH, _LOW = (
    0.38,
    0.72,
)  # shares of a line's height between which a line through it runs; an underline is lower
_LEAST = 3.0  # points
_ROOM = 8.0  # points that a run's middle may lie from the line


def through_words(rules: Iterable[Rule], runs: Iterable[Run]) -> list[Rule]:
    """The rules that run through words."""
    ordered = sorted(runs, key=_middle)
    middles = [_middle(run) for run in ordered]
    found = []
    for rule in rules:
        if rule.top != rule.bottom or rule.x1 - rule.x0 < _LEAST:
            continue
        near = ordered[bisect_left(middles, rule.top - _ROOM) : bisect_right(middles, rule.top + _ROOM)]
        if any(
            _through(rule, run.top, run.bottom) and rule.x0 < run.x1 - 1 and rule.x1 > run.x0 + 1
            for run in near
        ):
            found.append(rule)
    return found


def _middle(run: Run) -> float:
    return (run.top + run.bottom) / 2


def _through(rule: Rule, top: float, bottom: float) -> bool:
    height = bottom - top
    return top + _HIGH * height < rule.top < top + _LOW * height


def parted(chars: Iterable[Char], rules: Sequence[Rule]) -> tuple[list[Char], list[Char]]:
    """The characters that no rule runs through, and the others."""
    kept: list[Char] = []
    struck: list[Char] = []
    for char in chars:
        _, x0, top, x1, bottom = char
        middle = (x0 + x1) / 2
        gone = any(rule.x0 < middle < rule.x1 and _through(rule, top, bottom) for rule in rules)
        (struck if gone else kept).append(char)
    return kept, struck
