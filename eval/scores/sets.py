"""Rules over sets: which filings of a drawn set they name, and which they should."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from eval.filings.mutant import Expected, Severity
from eval.filings.planted_sets import SetCase
from eval.filings.truth import Truth
from eval.scores.findings import Judged
from extractors.sets import Member, check_set
from notices.hebei_2022_719.form import SPEC
from notices.hebei_2022_719.rules import SET_RULES
from notices.hebei_2022_719.rules.sets import owner_of

__all__ = ["judge_set"]


def judge_set(case: SetCase, seed: int) -> Judged:
    """Check the set as `batch` does. A finding on a filing that nothing is planted in is false."""
    members = _members(case.truths(seed))
    report = check_set(members, spec=SPEC, rules=SET_RULES, owner=owner_of)
    named = [(number, each) for number, some in enumerate(report.findings) for each in some]
    planted = {(case.rule, number) for number in case.members}
    told = {(each.rule, number) for number, each in named}
    severity: Severity = SET_RULES[case.rule].severity
    extra: list[dict[str, Any]] = [
        each.as_dict() for number, each in named if (each.rule, number) not in planted
    ]
    near = () if case.members else tuple(each for each in extra if each["rule"] == case.rule)
    return Judged(
        sort="mutant" if case.members else "near miss",
        rule=case.rule,
        found=tuple(Expected(*each, severity) for each in _named(planted & told)),
        missed=tuple(Expected(*each, severity) for each in _named(planted - told)),
        errors=(*(each for each in extra if each["severity"] == "error" and each not in near), *near),
        warnings=tuple(each for each in extra if each["severity"] == "warning"),
        broken=tuple(code for code, why in report.rules_not_run.items() if why.startswith("检查程序")),
    )


def _named(pairs: set[tuple[str, int]]) -> list[tuple[str, str]]:
    return [(rule, str(number)) for rule, number in sorted(pairs)]


def _members(truths: Sequence[Truth]) -> list[Member]:
    return [
        Member(
            f"{number:02}.docx",
            {path: value for path, value in each.values.items() if value not in (None, [])},
            {},
        )
        for number, each in enumerate(truths)
    ]
