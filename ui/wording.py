"""What people are told in words, once: states, severities, verdicts, and how a value is written out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, Literal, NamedTuple

from extractors.form import Answer, Field, Kind, Section, State
from extractors.rules import Finding, Report, Severity, View

__all__ = [
    "FINDING_LABELS",
    "STATES",
    "VERDICTS",
    "VIEWS",
    "Colour",
    "Label",
    "finding_label",
    "section_title",
    "value_text",
    "verdict_sentence",
]

Colour = Literal["red", "orange", "blue", "green", "violet", "gray"]
Verdict = Literal["pass", "fail", "review"]


class Label(NamedTuple):
    """A word, and the colour that goes with it; the colour never stands alone."""

    word: str
    colour: Colour


STATES: Final[Mapping[State, Label]] = {
    "filled": Label("已填", "green"),
    "blank": Label("空白", "orange"),
    "none": Label("填“无”", "gray"),
    "unreadable": Label("无法识别", "red"),
    "absent": Label("未找到标签", "violet"),
}
FINDING_LABELS: Final[Mapping[Severity | Literal["review"], Label]] = {
    "error": Label("错误", "red"),
    "review": Label("待确认", "violet"),
    "warning": Label("提醒", "orange"),
    "info": Label("提示", "blue"),
}
VERDICTS: Final[Mapping[Verdict, Label]] = {
    "fail": Label("有错误要改", "red"),
    "review": Label("有待人工确认", "violet"),
    "pass": Label("没有查出错误", "green"),
}
VIEWS: Final[Mapping[View, str]] = {"applicant": "申报单位", "reviewer": "审核单位"}

_YES_NO: Final[Mapping[bool, str]] = {True: "是", False: "否"}


def _kind(finding: Finding) -> Severity | Literal["review"]:
    """What a person must judge is no error yet, whatever it would be worth."""
    return "review" if finding.status == "review" else finding.severity


def finding_label(finding: Finding) -> Label:
    return FINDING_LABELS[_kind(finding)]


def verdict_sentence(report: Report) -> str:
    """What came out and how much of it there is, with what was not judged."""
    kinds = Counter(_kind(each) for each in report.findings)
    counted = [f"{kinds[kind]} 处{label.word}" for kind, label in FINDING_LABELS.items() if kinds[kind]]
    found = f"查出 {'、'.join(counted)}" if counted else "没有查出问题"
    skipped = len(report.rules_not_run)
    open_questions = f"，另有 {skipped} 条未能判断" if skipped else ""
    return f"{found}；核对了 {len(report.rules_run)} 条规则{open_questions}。"


def section_title(section: Section) -> str:
    """As printed with its number; a section without one is called what its clause is called."""
    return f"{section.number}{section.heading}" if section.number else section.clause.rpartition("/")[2]


def value_text(field: Field, answer: Answer) -> str:
    """The value for reading, with its unit; what is not filled is shown as it was written, or as nothing."""
    if answer.state != "filled":
        return answer.raw.strip()
    value = answer.value
    if isinstance(value, bool):
        return _YES_NO[value]
    if isinstance(value, int | float):
        return f"{value:,} {field.unit}".strip()
    if isinstance(value, list | tuple):
        return _LISTED[field.kind](value)
    return str(value)


def _honors(values: Sequence[Mapping[str, Any]]) -> str:
    return "\n".join("，".join(str(part) for part in each.values() if part) for each in values)


def _attachments(values: Sequence[Mapping[str, Any]]) -> str:
    return "\n".join(
        f"附件{each['number']} {each['title']}：{'、'.join(each['files']) if each['found'] else '未见'}"
        for each in values
    )


_LISTED: Final[Mapping[Kind, Callable[[Sequence[Any]], str]]] = {
    "enums": "、".join,
    "names": "、".join,
    "honors": _honors,
    "attachments": _attachments,
}
