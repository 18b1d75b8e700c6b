"""What a draft report says, as tables for a workbook."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from extractors.form import Answer, Evidence, Field
from extractors.rules import Finding, Rule
from ui.grouping import by_section, fields_by_section
from ui.reports.blocks import printable
from ui.reports.draft import Draft
from ui.wording import STATES, VIEWS, finding_label, value_text, verdict_sentence

__all__ = ["Sheet", "facts", "printable", "sheets"]


class Sheet(NamedTuple):
    """One table of a report; every row has a cell for each column."""

    title: str
    columns: Mapping[str, int]  # heading -> width, in Chinese characters
    rows: tuple[tuple[str, ...], ...]


def facts(draft: Draft) -> dict[str, str]:
    """What stands over the tables: label -> text."""
    return {
        "文件": printable(draft.name),
        "依据": draft.notice,
        "核对日期": draft.context.today.isoformat(),
        "核对身份": VIEWS[draft.context.view],
        "结果": verdict_sentence(draft.report),
        "说明": "本报告由程序生成，是草稿，不代替推荐单位和专家的审核。",
    }


def sheets(draft: Draft) -> tuple[Sheet, ...]:
    return (_remarks(draft), _findings(draft), _unjudged(draft), _fields(draft))


def _remarks(draft: Draft) -> Sheet:
    rows = [(each.message, each.location) for each in draft.form.notices]
    rows += [(each, "") for each in draft.form.warnings]
    return _sheet("读取时注意到", {"内容": 50, "位置": 20}, rows)


def _findings(draft: Draft) -> Sheet:
    rows = (
        _finding(section, each)
        for section, group in by_section(draft.form.spec, draft.report.findings).items()
        for each in group
    )
    columns = {"程度": 6, "部分": 12, "问题": 30, "怎么改": 26, "位置": 14, "依据": 14, "原文": 24, "规则": 9}
    return _sheet("问题", columns, rows)


def _finding(section: str, finding: Finding) -> tuple[str, ...]:
    what = (finding_label(finding).word, section, finding.message, finding.fix)
    return (*what, _places(finding.evidence), finding.clause, finding.clause_quote, finding.rule)


def _unjudged(draft: Draft) -> Sheet:
    reasons = {**draft.report.rules_partly_run, **draft.report.rules_not_run}
    rows = ((code, _title(draft.rules, code), reason) for code, reason in reasons.items())
    return _sheet("未判断的规则", {"规则": 9, "查什么": 22, "原因": 50}, rows)


def _title(rules: Mapping[str, Rule], code: str) -> str:
    return rules[code].title if code in rules else ""


def _fields(draft: Draft) -> Sheet:
    rows = (
        _field(section, asked, answer)
        for section, group in fields_by_section(draft.form).items()
        for asked, answer in group
    )
    return _sheet("全部字段", {"部分": 12, "字段": 20, "状态": 8, "内容": 40, "位置": 24}, rows)


def _field(section: str, asked: Field, answer: Answer) -> tuple[str, ...]:
    content = value_text(asked, answer)
    return section, asked.title, STATES[answer.state].word, content, _places(answer.evidence)


def _places(evidence: Iterable[Evidence]) -> str:
    return "；".join(dict.fromkeys(each.location for each in evidence))


def _sheet(title: str, columns: Mapping[str, int], rows: Iterable[tuple[str, ...]]) -> Sheet:
    return Sheet(title, columns, tuple(tuple(printable(cell) for cell in row) for row in rows))
