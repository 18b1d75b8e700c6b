"""What has changed since an earlier check of the same material: mended, new, remaining, not judged again."""

from __future__ import annotations

import codecs
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

from extractors.form import Form
from extractors.rules import Finding, Report
from ui.faults import UsageError

__all__ = ["Changes", "Earlier", "EarlierFinding", "changes", "load_earlier"]

_LARGEST: Final = 64 << 20  # bytes; the result of a filing has under one million
_NAMES: Final = ("applicant.name", "platform.name")
_HOW: Final = "请先用 shenbao check 路径 --json 保存检查结果，改好材料后再与它比较"


class EarlierFinding(NamedTuple):
    """A finding of the earlier check."""

    rule: str
    fields: tuple[str, ...]
    message: str
    clause: str


class Earlier(NamedTuple):
    """The result of an earlier check."""

    findings: tuple[EarlierFinding, ...]
    rules_run: frozenset[str]
    names: tuple[str, ...]  # of the applicant and the platform, as far as they were read


class Changes(NamedTuple):
    """The earlier check and this one, finding by finding."""

    mended: tuple[EarlierFinding, ...]
    unjudged: tuple[EarlierFinding, ...]  # gone, but their rule was not judged this time, or not wholly
    new: frozenset[int]  # places in `Report.findings`
    newly_judged: frozenset[int]  # those of the new ones whose rule was not judged the earlier time
    remaining: frozenset[int]
    other: bool  # the earlier check seems to be of another platform's material


def load_earlier(path: Path, *, notice: str) -> Earlier:
    """What `check --json` printed into a file. Raises UsageError, one sentence, for anything else."""
    name = path.name
    try:
        if path.stat().st_size > _LARGEST:
            raise UsageError(f"“{name}”太大，不像一份检查结果，{_HOW}。", code="too_large")
        data = path.read_bytes()
    except OSError as error:
        raise UsageError(f"打不开“{name}”，请检查路径和权限。", code="not_found") from error
    try:
        told = json.loads(_decoded(data))
        earlier = _earlier(told)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise UsageError(f"“{name}”不是检查结果，{_HOW}。") from error
    if told.get("notice") != notice:
        raise UsageError(f"“{name}”是按另一份通知检查的结果，不能比较。")
    return earlier


def _decoded(data: bytes) -> str:
    """PowerShell writes what it redirects in UTF-16, other tools put a mark before UTF-8."""
    wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    return data.decode("utf-16" if wide else "utf-8-sig")


def _earlier(told: Mapping[str, Any]) -> Earlier:
    findings = tuple(
        EarlierFinding(
            _text(each["rule"]),
            tuple(_text(field) for field in each["fields"]),
            _text(each["message"]),
            _text(each["clause"]),
        )
        for each in told["findings"]
    )
    run = frozenset(_text(code) for code in told["rules_run"])
    names = tuple(str(value) for path in _NAMES if (value := _at(told["submission"], path)))
    return Earlier(findings, run, names)


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is no text")
    return value


def _at(value: Any, path: str) -> Any:
    for part in path.split("."):
        value = value.get(part) if isinstance(value, Mapping) else None
    return value


def changes(earlier: Earlier, form: Form, report: Report) -> Changes:
    """Compare: a finding is the same where rule and fields are; among such, where the message is first."""
    left = list(earlier.findings)
    matched: set[int] = set()
    for with_message in (True, False):
        for at, finding in enumerate(report.findings):
            found = None if at in matched else _same(left, finding, with_message=with_message)
            if found is not None:
                left.remove(found)
                matched.add(at)
    judged = frozenset(report.rules_run) - report.rules_partly_run.keys()
    new = frozenset(range(len(report.findings))) - matched
    return Changes(
        mended=tuple(each for each in left if each.rule in judged),
        unjudged=tuple(each for each in left if each.rule not in judged),
        new=new,
        newly_judged=frozenset(at for at in new if report.findings[at].rule not in earlier.rules_run),
        remaining=frozenset(matched),
        other=_is_other(earlier, form),
    )


def _same(left: Sequence[EarlierFinding], finding: Finding, *, with_message: bool) -> EarlierFinding | None:
    return next(
        (
            each
            for each in left
            if (each.rule, each.fields) == (finding.rule, finding.fields)
            and (not with_message or each.message == finding.message)
        ),
        None,
    )


def _is_other(earlier: Earlier, form: Form) -> bool:
    """Neither the applicant's nor the platform's name is the same, where any is known."""
    known = form.spec.by_path
    names = {str(form.value(path)) for path in _NAMES if path in known and form.filled(path)}
    return bool(names and earlier.names) and not names & set(earlier.names)
