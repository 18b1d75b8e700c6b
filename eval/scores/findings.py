"""Rules: what was found in filings with one planted cause, with a near miss, and with nothing wrong."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

from eval.filings.mutant import Expected

__all__ = ["Judged", "Sort", "judge"]

Sort = Literal["mutant", "near miss", "faultless"]
Finding = Mapping[str, Any]
_SERIOUS: Final = ("error", "warning")


@dataclass(frozen=True, slots=True)
class Judged:
    """One filing after its check. A finding of the same rule on another field is not the planted one."""

    sort: Sort
    rule: str  # planted, or nearly so; "" for a faultless filing
    found: tuple[Expected, ...]  # of those planted
    missed: tuple[Expected, ...]
    errors: tuple[Finding, ...]  # that nothing in the filing calls for
    warnings: tuple[Finding, ...]
    broken: tuple[str, ...]  # rules that raised

    @property
    def right(self) -> bool:
        return not (self.missed or self.errors or self.broken)


def judge(
    sort: Sort,
    rule: str,
    expected: Sequence[Expected],
    result: Mapping[str, Any],
    *,
    excused: frozenset[str] = frozenset(),
) -> Judged:
    """Compare the findings of `result` with those expected. `excused` rules have a cause of their own."""
    findings: Sequence[Finding] = result["findings"]
    found = tuple(each for each in expected if any(_is(each, finding) for finding in findings))
    extra = [
        finding
        for finding in findings
        if not any(_is(each, finding) for each in expected) and finding["rule"] not in excused
    ]
    told = {name: tuple(each for each in extra if each["severity"] == name) for name in _SERIOUS}
    if sort == "near miss":  # of the rule that is nearly broken, whatever it finds is wrong
        own = tuple(each for each in extra if each["rule"] == rule and each["severity"] != "error")
        told["error"] += own
    return Judged(
        sort=sort,
        rule=rule,
        found=found,
        missed=tuple(each for each in expected if each not in found),
        errors=told["error"],
        warnings=told["warning"],
        broken=tuple(code for code, why in result["rules_not_run"].items() if why.startswith("检查程序")),
    )


def _is(expected: Expected, finding: Finding) -> bool:
    return (
        finding["rule"] == expected.rule
        and (expected.field in finding["fields"] if expected.field else not finding["fields"])
        and finding["severity"] == expected.severity
        and finding["status"] == expected.status
    )
