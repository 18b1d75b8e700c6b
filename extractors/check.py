"""A form and a catalogue of rules make a report: what was found, what ran, what could not be judged."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, Final, NamedTuple

from extractors.form import Answer, Evidence, Form
from extractors.rules import (
    Adjustment,
    Context,
    Finding,
    Report,
    Rule,
    Severity,
    Unjudged,
    Violation,
    unusable,
)

__all__ = ["check", "name"]

_LOG = logging.getLogger(__name__)
_NONE_PLANNED: Final[Mapping[str, str]] = {}
_SHOWN = 40  # characters of an answer that a message repeats
_BROKE = "检查程序在这条规则上出错，未能判断；请把这份文件反馈给维护者。"
_RANK: Final[Mapping[Severity, int]] = {"error": 0, "warning": 2, "info": 3}


class _Outcome(NamedTuple):
    """What came of one rule: it ran where `reason` is empty or only some of its parts were unjudged."""

    findings: tuple[Finding, ...] = ()
    reason: str = ""
    ran: bool = False


_OFF: Final = _Outcome(reason="按设置已关闭这条规则，没有检查。")


def check(
    form: Form, *, rules: Mapping[str, Rule], context: Context, planned: Mapping[str, str] = _NONE_PLANNED
) -> Report:
    """Run `rules` over `form`. `planned` are codes of the catalogue that are not built, each with its reason.

    A rule that raises is our own bug: it is logged with its traceback and reported as not run. What the
    context switches off is not run; what it switches down is told with no more than that severity.
    """
    outcomes: dict[str, _Outcome] = {}
    for each in sorted(rules.values(), key=lambda rule: not rule.claims):
        outcome = _OFF if context.adjusted.get(each.code) == "off" else _judge(each, form, context)
        outcomes[each.code] = outcome
        if each.claims:
            objected = (path for finding in outcome.findings for path in finding.fields)
            context = replace(context, claimed=context.claimed.union(objected))
    in_order = {code: outcomes[code] for code in rules}
    return Report(
        findings=tuple(_most_serious_first(form, in_order.values())),
        rules_run=tuple(code for code, each in in_order.items() if each.ran),
        rules_not_run={**{code: each.reason for code, each in in_order.items() if not each.ran}, **planned},
        rules_partly_run={code: each.reason for code, each in in_order.items() if each.ran and each.reason},
        rules_adjusted={code: each for code, each in context.adjusted.items() if code in rules},
    )


def name(form: Form, path: str) -> str:
    """The field as people are shown it, told from its namesakes: `封面/平台名称`."""
    field = form.spec.by_path[path]
    namesakes = sum(1 for each in form.spec.fields if each.title == field.title)
    return field.title if namesakes == 1 else f"{field.clause.rpartition('/')[2]}/{field.title}"


def _judge(rule: Rule, form: Form, context: Context) -> _Outcome:
    if lacking := unusable(form, context, *rule.needs):
        return _Outcome(reason=_why(form, context, [Unjudged(lacking)]))
    try:
        spots = list(rule.body(form, context))
        findings = tuple(_finding(rule, form, context, each) for each in spots if isinstance(each, Violation))
    except Exception:  # noqa: BLE001 - one broken rule must not hide what the others find
        _LOG.exception("rule %s broke", rule.code)
        return _Outcome(reason=_BROKE)
    unjudged = [each for each in spots if isinstance(each, Unjudged)]
    reason = _why(form, context, unjudged) if unjudged else ""
    return _Outcome(findings=findings, reason=reason, ran=bool(findings) or len(unjudged) < rule.parts)


def _finding(rule: Rule, form: Form, context: Context, spot: Violation) -> Finding:
    said = {**_known(form, spot.fields), **spot.values}
    of_view = rule.reviewer_severity if context.view == "reviewer" else None
    return Finding(
        rule=rule.code,
        status=spot.status,
        severity=_no_more_than(context.adjusted.get(rule.code), spot.severity or of_view or rule.severity),
        fields=spot.fields,
        message=(spot.message or rule.message).format_map(said),
        fix=(spot.fix or rule.fix).format_map(said),
        clause=spot.clause or rule.clause,
        clause_quote=spot.quote or rule.quote,
        evidence=tuple(dict.fromkeys((*_evidence(form, spot.fields), *spot.evidence))),
    )


def _no_more_than(adjustment: Adjustment | None, severity: Severity) -> Severity:
    if adjustment is None or adjustment == "off":
        return severity
    return max(adjustment, severity, key=_RANK.__getitem__)


def _known(form: Form, fields: tuple[str, ...]) -> dict[str, Any]:
    """What every message may say about the fields it names."""
    if not fields:
        return {}
    first = form.spec.by_path[fields[0]]
    answer = form[first.path]
    section = next(each for each in form.spec.sections if each.key == first.section)
    return {
        "title": name(form, first.path),
        "titles": _quoted(form, fields),
        "at": _place(answer),
        "written": _short(answer.raw),
        "section": section.number + section.heading if section.number else section.clause.rpartition("/")[2],
    }


def _evidence(form: Form, fields: Iterable[str]) -> Iterator[Evidence]:
    for path in fields:
        yield from form[path].evidence


def _place(answer: Answer) -> str:
    return f"（{answer.evidence[0].location}）" if answer.evidence and answer.evidence[0].location else ""


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else line[:_SHOWN] + "…"


def _quoted(form: Form, paths: Iterable[str]) -> str:
    return "".join(f"“{name(form, path)}”" for path in paths)


def _why(form: Form, context: Context, spots: Iterable[Unjudged]) -> str:
    """Why the spots could not be judged, in one Chinese sentence."""
    spots = list(spots)
    clauses = list(dict.fromkeys(each.reason for each in spots if each.reason))
    paths = list(dict.fromkeys(path for each in spots if not each.reason for path in each.fields))
    clauses += [
        f"{lead}{_quoted(form, said)}{tail}"
        for kind, (lead, tail) in _LACKING.items()
        if (said := [path for path in paths if _lack(form, context, path) == kind])
    ]
    return "；".join(clauses) + "，无法判断。"


_LACKING: Final[Mapping[str, tuple[str, str]]] = {
    "blank": ("缺少", ""),
    "none": ("缺少", "（写的是“无”）"),
    "absent": ("没有找到", ""),
    "unreadable": ("没有读懂", ""),
    "claimed": ("", "本身要先改正"),
}


def _lack(form: Form, context: Context, path: str) -> str:
    return "claimed" if path in context.claimed else form[path].state


def _most_serious_first(form: Form, outcomes: Iterable[_Outcome]) -> list[Finding]:
    position = {field.path: index for index, field in enumerate(form.spec.fields)}

    def key(finding: Finding) -> tuple[int, int]:
        rank = _RANK[finding.severity] + (finding.severity == "error" and finding.status == "review")
        return rank, min((position[path] for path in finding.fields), default=len(position))

    return sorted((finding for each in outcomes for finding in each.findings), key=key)
