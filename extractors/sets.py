"""A set of filings: what only shows when they are laid beside each other.

`check_set` goes through the filings once and keeps of each what its rules need; the narratives wait in a file
(see `passages`). A rule over a set is a declaration like any other, its docstring its page; its body sees a
`Filings`.
"""

from __future__ import annotations

import inspect
import logging
import pickle
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import ModuleType
from typing import Any, Final, NamedTuple

from extractors.form import Evidence, Form, FormSpec
from extractors.passages import Passages, Shared
from extractors.rules import Adjustment, Finding, Severity, Status
from extractors.text import narrow, squeeze

__all__ = [
    "Filings",
    "Kept",
    "Member",
    "SetReport",
    "SetRule",
    "SetViolation",
    "Text",
    "check_set",
    "collect_set_rules",
    "member_of",
    "member_of_result",
    "set_rule",
]

_LOG = logging.getLogger(__name__)
_BROKE: Final = "检查程序在这条规则上出错，未能判断；请把这份文件反馈给维护者。"
_OFF: Final = "按设置已关闭这条规则，没有检查。"
_AS_DECLARED: Final[Mapping[str, Adjustment]] = {}
_QUOTED = 120  # characters of a quote that are kept of each filing


class Member(NamedTuple):
    """One filing of a set, as it was read."""

    name: str  # its path in the set
    values: Mapping[str, Any]  # by dotted path; None or missing where there is no usable value
    evidence: Mapping[str, Sequence[Evidence]]


class Places:
    """The places of one filing's fields, packed: a set has ten thousand filings, and few are told of."""

    __slots__ = ("_packed",)

    def __init__(self, evidence: Mapping[str, tuple[Evidence, ...]]) -> None:
        self._packed = zlib.compress(pickle.dumps(evidence, protocol=pickle.HIGHEST_PROTOCOL), 1)

    def unpacked(self) -> Mapping[str, tuple[Evidence, ...]]:
        found: Mapping[str, tuple[Evidence, ...]] = pickle.loads(zlib.decompress(self._packed))  # noqa: S301 - ours
        return found


class Kept(NamedTuple):
    """What is kept of a filing while the set is checked: the values and places that a rule needs."""

    name: str
    values: Mapping[str, Any]
    evidence: Places  # with quotes cut short


class Text(NamedTuple):
    """A narrative that was compared."""

    member: int
    path: str


class SetViolation(NamedTuple):
    """One filing that a rule objects to."""

    member: int
    fields: tuple[str, ...] = ()
    values: Mapping[str, Any] = {}  # fills the placeholders of message and fix, beside {title}
    shown: tuple[str, ...] = ()  # fields that are not named, whose places are shown
    status: Status = "fail"


Body = Callable[["Filings"], Iterable["SetViolation | str"]]


@dataclass(frozen=True, slots=True, kw_only=True)
class SetRule:
    """One thing that a set as a whole must hold to. Words as on `extractors.rules.Rule`.

    A body that yields a sentence has nothing to judge by: it says why.
    """

    code: str
    severity: Severity
    title: str
    clause: str
    quote: str
    message: str
    fix: str
    body: Body
    keeps: tuple[str, ...] = ()  # fields whose values and places it looks at
    passages: int = 0  # characters in a row from which on shared narratives are told to it; 0: not needed
    needs: tuple[str, ...] = ()
    reviewer_severity: Severity | None = None

    @property
    def page(self) -> str:
        return inspect.getdoc(self.body) or ""


@dataclass(frozen=True, slots=True)
class SetReport:
    """What was found: the findings of each filing, in the order in which they came."""

    findings: tuple[tuple[Finding, ...], ...]
    rules_run: tuple[str, ...]
    rules_not_run: Mapping[str, str]  # code -> why


@dataclass(frozen=True, slots=True)
class Filings:
    """What a rule over a set sees."""

    spec: FormSpec
    members: Sequence[Kept]
    texts: Sequence[Text] = ()  # by number
    shared: Sequence[Shared] = field(default_factory=tuple)

    def value(self, member: int, path: str) -> Any:
        return self.members[member].values.get(path)

    def column(self, path: str) -> Iterator[tuple[int, Any]]:
        """Each filing that has a value there, with the value."""
        return (
            (n, value) for n, each in enumerate(self.members) if (value := each.values.get(path)) is not None
        )


def set_rule(code: str, **declaration: Any) -> Callable[[Body], SetRule]:
    """Declare the generator below as the rule `code`; see `SetRule` for the declaration's words."""
    return lambda body: SetRule(code=code, body=body, **declaration)


def collect_set_rules(*modules: ModuleType) -> dict[str, SetRule]:
    """The rules over sets declared in `modules`, by code."""
    found = (each for module in modules for each in vars(module).values() if isinstance(each, SetRule))
    return {each.code: each for each in found}


def member_of(form: Form, *, name: str) -> Member:
    """A form as a member of a set."""
    values = {each.path: answer.value for each, answer in form if answer.state == "filled"}
    return Member(name, values, {each.path: answer.evidence for each, answer in form})


def member_of_result(result: Mapping[str, Any], spec: FormSpec, *, name: str) -> Member:
    """What `extract --json` or `check --json` printed, as a member of a set."""
    evidence = {
        path: tuple(
            Evidence(**{**each, "bbox": tuple(each["bbox"]) if each["bbox"] else None}) for each in listed
        )
        for path, listed in result["evidence"].items()
    }
    values = {each.path: _at(result["submission"], each.path) for each in spec.fields}
    return Member(name, values, evidence)


def _at(submission: Any, path: str) -> Any:
    for part in path.split("."):
        submission = None if submission is None else submission.get(part)
    return submission


def check_set(
    members: Iterable[Member],
    *,
    spec: FormSpec,
    rules: Mapping[str, SetRule],
    owner: Callable[[Member], str] = lambda member: member.name,
    adjusted: Mapping[str, Adjustment] = _AS_DECLARED,
) -> SetReport:
    """Run `rules` over a set. `members` is gone through once; `owner` tells whose filing one is.

    Two filings of one owner may say the same. A rule that raises is our own bug: it is logged and told of.
    `adjusted`: rules that a user switched off or down, as in `Context`.
    """
    off = {code: _OFF for code in rules if adjusted.get(code) == "off"}
    rules = {
        code: _switched_down(each, adjusted.get(code)) for code, each in rules.items() if code not in off
    }
    filings = _gathered(members, spec, rules.values(), owner)
    found: list[list[Finding]] = [[] for _ in filings.members]
    not_run: dict[str, str] = {}
    for rule in rules.values():
        try:
            spots = list(rule.body(filings))
        except Exception:  # noqa: BLE001 - one broken rule must not hide what the others find
            _LOG.exception("rule %s broke", rule.code)
            not_run[rule.code] = _BROKE
            continue
        for spot in spots:
            if isinstance(spot, SetViolation):
                found[spot.member].append(_finding(rule, filings, spot))
            else:
                not_run[rule.code] = spot
    run = tuple(code for code in rules if code not in not_run)
    return SetReport(tuple(tuple(each) for each in found), run, not_run | off)


def _switched_down(rule: SetRule, adjustment: Adjustment | None) -> SetRule:
    return rule if adjustment is None or adjustment == "off" else replace(rule, severity=adjustment)


def _gathered(
    members: Iterable[Member], spec: FormSpec, rules: Iterable[SetRule], owner: Callable[[Member], str]
) -> Filings:
    rules = list(rules)
    length = max((each.passages for each in rules), default=0)
    paths = frozenset(path for each in rules for path in each.keeps)
    narratives = [each.path for each in spec.fields if each.kind == "longtext"] if length else []
    places = paths | frozenset(narratives)
    printed = frozenset(squeeze(narrow(line)) for line in spec.printed)
    kept: list[Kept] = []
    texts: list[Text] = []
    owners: dict[str, int] = {}
    with Passages(length=length or 1) as passages:
        for number, member in enumerate(members):
            kept.append(_kept(member, paths, places))
            whose = owners.setdefault(owner(member), len(owners))
            for path in narratives:
                written = member.values.get(path)
                parts = (member.values.get(part.path) for part in spec.parts[path] if part.kind == "longtext")
                if written and len(written) >= length and not any(parts):
                    passages.add(_own_words(written, printed), owner=whose)
                    texts.append(Text(number, path))
        return Filings(spec, kept, texts, tuple(passages.shared()))


def _kept(member: Member, paths: frozenset[str], places: frozenset[str]) -> Kept:
    return Kept(
        member.name,
        {path: member.values[path] for path in paths if member.values.get(path) is not None},
        Places(
            {
                path: tuple(
                    each._replace(quote=each.quote[:_QUOTED]) for each in member.evidence.get(path, ())
                )
                for path in sorted(places)
            }
        ),
    )


def _own_words(text: str, printed: frozenset[str]) -> str:
    """A narrative as it is compared: no blanks, none of the form's own lines."""
    lines = (squeeze(line) for line in text.split("\n"))
    return "".join(line for line in lines if narrow(line) not in printed)


def _finding(rule: SetRule, filings: Filings, spot: SetViolation) -> Finding:
    member = filings.members[spot.member]
    titles = {"title": filings.spec.by_path[spot.fields[0]].title} if spot.fields else {}
    said = {**titles, **spot.values}
    evidence = member.evidence.unpacked()
    return Finding(
        rule=rule.code,
        status=spot.status,
        severity=rule.severity,
        fields=spot.fields,
        message=rule.message.format_map(said),
        fix=rule.fix.format_map(said),
        clause=rule.clause,
        clause_quote=rule.quote,
        evidence=tuple(
            dict.fromkeys(each for path in (*spot.fields, *spot.shown) for each in evidence.get(path, ()))
        ),
    )
