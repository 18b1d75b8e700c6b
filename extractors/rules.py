"""What a rule is: one declaration and one small generator; its docstring is its page.

The page of a rule (Markdown in the docstring) has a first line that says what it finds, then the sections
`## 为什么`, `## 反例` and `## 正例`. The examples are fenced `yaml` blocks of `path: what stands there`,
laid over a faultless form; the tests run them.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from types import ModuleType
from typing import Any, Literal, NamedTuple

from extractors.form import Evidence, Form

__all__ = [
    "Adjustment",
    "Context",
    "Finding",
    "Report",
    "Rule",
    "Severity",
    "Status",
    "Unjudged",
    "View",
    "Violation",
    "collect",
    "rule",
    "unusable",
]

Severity = Literal["error", "warning", "info"]
Status = Literal["fail", "review"]
View = Literal["applicant", "reviewer"]
Adjustment = Literal["off", "info", "warning"]  # a rule switched off, or down to this severity


@dataclass(frozen=True, slots=True)
class Context:
    """What a rule may know besides the form."""

    view: View = "applicant"
    today: date = field(default_factory=date.today)
    claimed: frozenset[str] = frozenset()  # fields that rules run before have already objected to
    adjusted: Mapping[str, Adjustment] = field(default_factory=dict)  # by code: what a user set otherwise


class Violation(NamedTuple):
    """One spot that a rule's body objects to.

    Besides `values` a text may use {title}, {titles}, {at} (its place, in brackets), {written}, {section}.
    """

    fields: tuple[str, ...]
    values: Mapping[str, Any] = {}  # fills the placeholders of message and fix
    status: Status = "fail"
    severity: Severity | None = None  # where it is not the rule's own
    message: str = ""  # where the rule's own template does not fit this spot
    fix: str = ""
    evidence: tuple[Evidence, ...] = ()  # beyond that of the named fields
    clause: str = ""  # where this spot has a clause of its own
    quote: str = ""


class Unjudged(NamedTuple):
    """One spot that a rule's body has nothing to judge by; yielded so that silence is no pass."""

    fields: tuple[str, ...]  # without usable values
    reason: str = ""  # one Chinese sentence, where the fields have values and still don't serve


Body = Callable[[Form, Context], Iterable[Violation | Unjudged]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One thing that the notice demands and a machine can look at."""

    code: str
    severity: Severity
    title: str  # what it finds, in a few Chinese words: allow ⟨title⟩ reads well
    clause: str  # key of the clause
    quote: str  # its words, verbatim
    message: str  # the fact about this spot, with {placeholders}
    fix: str  # what to do
    body: Body
    needs: tuple[str, ...] = ()  # fields without whose values the rule says nothing
    parts: int = 1  # things it judges apart from each other; with all of them `Unjudged` it did not run
    claims: bool = (
        False  # what it objects to is not a blank field as well: runs before REQ, feeds Context.claimed
    )
    reviewer_severity: Severity | None = None  # (R) of the catalogue

    @property
    def page(self) -> str:
        return inspect.getdoc(self.body) or ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One rule against one spot of one filing."""

    rule: str
    status: Status
    severity: Severity
    fields: tuple[str, ...]
    message: str
    fix: str
    clause: str
    clause_quote: str
    evidence: tuple[Evidence, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        return {
            "rule": self.rule,
            "status": self.status,
            "severity": self.severity,
            "fields": list(self.fields),
            "message": self.message,
            "fix": self.fix,
            "clause": self.clause,
            "clause_quote": self.clause_quote,
            "evidence": [each.as_dict() for each in self.evidence],
        }


@dataclass(frozen=True, slots=True)
class Report:
    """What was found, what ran, and what could not be judged."""

    findings: tuple[Finding, ...]
    rules_run: tuple[str, ...]
    rules_not_run: Mapping[str, str]  # code -> why
    rules_partly_run: Mapping[str, str] = field(
        default_factory=dict
    )  # code -> what of it could not be judged
    rules_adjusted: Mapping[str, Adjustment] = field(default_factory=dict)  # code -> what a user set it to

    @property
    def verdict(self) -> Literal["pass", "fail", "review"]:
        if any(each.severity == "error" and each.status == "fail" for each in self.findings):
            return "fail"
        return "review" if any(each.status == "review" for each in self.findings) else "pass"


def rule(code: str, **declaration: Any) -> Callable[[Body], Rule]:
    """Declare the generator below as the rule `code`; see `Rule` for the declaration's words."""
    return lambda body: Rule(code=code, body=body, **declaration)


def collect(*modules: ModuleType) -> dict[str, Rule]:
    """The rules declared in `modules`, by code, in the modules' order; a code declared twice is our bug."""
    catalogue: dict[str, Rule] = {}
    for each in _rules_of(modules):
        assert each.code not in catalogue, f"rule {each.code} is declared twice"
        catalogue[each.code] = each
    return catalogue


def _rules_of(modules: Iterable[ModuleType]) -> Iterator[Rule]:
    for module in modules:
        yield from (each for each in vars(module).values() if isinstance(each, Rule))


def unusable(form: Form, context: Context, *paths: str) -> tuple[str, ...]:
    """Those of `paths` that hold no value to judge by: not filled, or objected to already."""
    return tuple(path for path in paths if not form.filled(path) or path in context.claimed)
