"""The tables that reports end with: attachments, what is done by hand, what was not judged, all fields."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from extractors.form import Answer, Field
from ui.grouping import fields_by_section
from ui.reports.blocks import Block, Grid, Heading, Text, printable, span
from ui.reports.draft import Draft, by_hand
from ui.reports.entries import places
from ui.wording import FINDING_LABELS, STATES, value_text

__all__ = ["attachments", "fields", "found_attachments", "ticks", "unjudged"]

_LONGEST: Final = 200  # characters of a narrative: it need not be read a second time
_OPEN, _DONE = "□", "☑"


def found_attachments(draft: Draft) -> tuple[Mapping[str, Any], ...]:
    """The attachments as the form's field has them; none where the form asks for none."""
    asked = next((each for each in draft.form.spec.fields if each.kind == "attachments"), None)
    return tuple(draft.form.value(asked.path) or ()) if asked is not None else ()


def attachments(draft: Draft) -> Iterator[Block]:
    """A line for each attachment that the form asks for: found, not found, not needed."""
    optional = {each.number for each in draft.form.spec.attachments if each.optional}
    rows = [_attachment(each, optional=each["number"] in optional) for each in found_attachments(draft)]
    if not rows:
        return
    found = sum(row[0] == _DONE for row in rows)
    yield Text(
        (span(f"共 {len(rows)} 项，找到 {found} 项。“找到”只说明有这份材料，内容是否齐全、真实要人看。"),)
    )
    yield Grid({"": 2, "附件": 26, "结果": 7, "文件和页": 25}, tuple(rows))


def _attachment(entry: Mapping[str, Any], *, optional: bool) -> tuple[str, ...]:
    result = "已找到" if entry["found"] else "可不交" if optional else "未找到"
    box = _DONE if entry["found"] else "—" if optional else _OPEN
    title = f"附件{entry['number']}　{entry['title']}"
    return box, printable(title), result, printable("\n".join(entry["files"]))


def ticks(draft: Draft) -> Iterator[Block]:
    """What the notice asks for and no file shows, each with a box to tick."""
    listed = by_hand(draft)
    yield Text((span("下面各项看文件看不出来，请对照纸质材料和原件逐项核对，做到一项勾一项。"),))
    for part in dict.fromkeys(each.part for each in listed):
        yield Heading(part, 2)
        rows = tuple(
            (_OPEN, each.what, "\n".join(f"{said.clause}：“{said.quote}”" for said in each.passages))
            for each in listed
            if each.part == part
        )
        yield Grid({"": 2, "核对什么": 26, "依据": 32}, rows)


def unjudged(draft: Draft) -> Iterator[Block]:
    """The rules that were not judged, wholly or in part, and those that a user set otherwise, with why."""
    report = draft.report
    told = {
        **{code: f"部分没有判断：{reason}" for code, reason in report.rules_partly_run.items()},
        **{
            code: f"按设置最多作为{FINDING_LABELS[to].word}。"
            for code, to in report.rules_adjusted.items()
            if to != "off"
        },
        **report.rules_not_run,
    }
    if told:
        yield Text((span("下面的规则没有判断，或按设置降低了程度，不能当作通过。"),))
        rows = tuple((code, _title(draft, code), printable(reason)) for code, reason in told.items())
        yield Grid({"规则": 8, "查什么": 18, "原因": 34}, rows)


def _title(draft: Draft, code: str) -> str:
    return draft.rules[code].title if code in draft.rules else "（整批比较）"


def fields(draft: Draft) -> Iterator[Block]:
    """Every field with what was read; long texts are cut."""
    for section, group in fields_by_section(draft.form).items():
        yield Heading(section, 2)
        rows = tuple(_field(draft, asked, answer) for asked, answer in group)
        yield Grid({"栏目": 13, "状态": 5, "内容": 32, "位置": 10}, rows, tight=True)


def _field(draft: Draft, asked: Field, answer: Answer) -> tuple[str, ...]:
    content = printable(value_text(asked, answer))
    if len(content) > _LONGEST:
        content = f"{content[:_LONGEST]}……（共 {len(content)} 个字符，全文见申报书）"
    where = places(draft.form, answer.evidence, most=2)
    return asked.title, STATES[answer.state].word, content, printable(where)
