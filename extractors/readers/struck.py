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
_BEYOND = 8.0  # points that such a line may stand out from its words
_CLOSE = 0.8  # of a line's height: what is that near is beside
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
        under = [
            run
            for run in near
            if _through(rule, run.top, run.bottom) and rule.x0 < run.x1 - 1 and rule.x1 > run.x0 + 1
        ]
        # A table's line goes on where no words are.
        if (
            under
            and min(run.x0 for run in under) - _BEYOND < rule.x0
            and rule.x1 < max(run.x1 for run in under) + _BEYOND
        ):
            found.append(rule)
    return found


def _middle(run: Run) -> float:
    return (run.top + run.bottom) / 2


def _through(rule: Rule, top: float, bottom: float) -> bool:
    height = bottom - top
    return top + _HIGH * height < rule.top < top + _LOW * height


def parted(chars: Iterable[Char], rules: Sequence[Rule]) -> tuple[list[Char], list[Char]]:
    """The characters that no rule runs through, and the others.

    Words are not parted by what is struck out between them: the one before takes its room.
    """
    kept: list[Char] = []
    struck: list[Char] = []
    gap: Char | None = None  # what is struck out since the last one kept, as one
    for char in chars:
        _, x0, top, x1, bottom = char
        middle = (x0 + x1) / 2
        if any(rule.x0 < middle < rule.x1 and _through(rule, top, bottom) for rule in rules):
            struck.append(char)
            begun = gap is not None and _beside(gap, char)
            gap = (*gap[:3], x1, gap[4]) if begun and gap is not None else char
            continue
        if gap is not None and _beside(gap, char):
            if kept and _beside(kept[-1], gap):
                kept[-1] = (*kept[-1][:3], x0, kept[-1][4])
            else:
                char = (char[0], gap[1], *char[2:])  # noqa: PLW2901
        gap = None
        kept.append(char)
    return kept, struck


def _beside(one: Char, other: Char) -> bool:
    """Right behind it, on the same line."""
    height = one[4] - one[2]
    return abs(other[1] - one[3]) < _CLOSE * height and one[2] < (other[2] + other[4]) / 2 < one[4]
