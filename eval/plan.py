"""Which filings are drawn: seeds far from those that people tried, and the small share for the tests."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from eval.filings.mutants import MUTANTS, NEAR_MISSES, Mutant, NearMiss
from eval.filings.planted_copies import COPIES
from eval.filings.planted_sets import SETS
from eval.filings.styles import STYLES
from eval.jobs import COPY, SET, FilingJob, RuleJob
from eval.scores.findings import Sort

__all__ = ["PLANS", "Plan"]

_FILINGS_FROM: Final = 5000
_RULES_FROM: Final = 5500
# A printed, a headed and a worn form, and one whose labels stand beside long texts.
_RULE_STYLES: Final = ("printed_any_tick", "headings", "two_columns", "lived_in")


@dataclass(frozen=True, slots=True)
class Plan:
    filings: tuple[FilingJob, ...]
    rules: tuple[RuleJob, ...]
    every_question: int  # 1 for all, 3 for every third

    @property
    def seeds(self) -> str:
        ranges = [sorted({each.seed for each in jobs}) for jobs in (self.filings, self.rules)]
        return ", ".join(f"{each[0]}-{each[-1]}" for each in ranges)


def _filings(styles: Sequence[str], seeds: int) -> tuple[FilingJob, ...]:
    return tuple(
        FilingJob(style, seed) for style in styles for seed in range(_FILINGS_FROM, _FILINGS_FROM + seeds)
    )


def _rules(styles: Sequence[str]) -> tuple[RuleJob, ...]:
    """Each cause in each style that it makes sense in, every time in another company's filing."""
    causes: list[tuple[Sort, str, int, Mutant | NearMiss]] = [
        ("mutant", rule, at, each) for rule, some in MUTANTS.items() for at, each in enumerate(some)
    ]
    causes += [("near miss", miss.rule, at, miss) for at, miss in enumerate(NEAR_MISSES)]
    planted = (
        (style, cause) for style in styles for cause in causes if style in (cause[-1].styles or styles)
    )
    single = [
        RuleJob(sort, rule, at, style, _RULES_FROM + number)
        for number, (style, (sort, rule, at, _)) in enumerate(planted)
    ]
    return (*single, *_of_many_files(_RULES_FROM + len(single)))


def _of_many_files(seed: int) -> tuple[RuleJob, ...]:
    """Whole sets, and filings with a signed copy."""
    cases = [
        (rule, at, SET, bool(each.members)) for rule, some in SETS.items() for at, each in enumerate(some)
    ]
    cases += [
        (rule, at, COPY, bool(each.expected)) for rule, some in COPIES.items() for at, each in enumerate(some)
    ]
    return tuple(
        RuleJob("mutant" if planted else "near miss", rule, at, style, seed + number)
        for number, (rule, at, style, planted) in enumerate(cases)
    )


PLANS: Final = {
    "full": Plan(_filings(tuple(STYLES), 12), _rules(_RULE_STYLES), 1),
    "smoke": Plan(_filings(tuple(STYLES)[::3], 1), _rules(_RULE_STYLES)[::32], 1),
}
