"""自查报告: what an applicant mends before sending, and what is left to look at by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final, NamedTuple

from extractors.rules import Finding
from ui.reports.blocks import Block, Facts, Grid, Heading, Paper, Text, numbered, printable, span
from ui.reports.draft import Draft
from ui.reports.entries import grouped
from ui.reports.lists import attachments, fields, ticks, unjudged
from ui.reports.since import Changes, EarlierFinding, changes
from ui.wording import VERDICTS, VIEWS, verdict_sentence

__all__ = ["TITLE", "selfcheck"]

TITLE: Final = "申报书自查报告"
_DRAFT: Final = "本报告由程序对照通知生成，供修改申报书用，不代替推荐单位和专家的审核。"


class _Class(NamedTuple):
    """Findings that are dealt with together."""

    title: str
    holds: Callable[[Finding], bool]


_CLASSES: Final = (
    _Class("先改这些错误", lambda each: each.severity == "error" and each.status == "fail"),
    _Class("请人工确认", lambda each: each.status == "review"),
    _Class("再看这些提醒", lambda each: each.severity == "warning" and each.status == "fail"),
    _Class("供参考的提示", lambda each: each.severity == "info" and each.status == "fail"),
)


def selfcheck(draft: Draft) -> Paper:
    changed = changes(draft.earlier, draft.form, draft.report) if draft.earlier is not None else None
    numbers = _numbers(draft)
    notes = _notes(draft, changed)
    parts: list[tuple[str, Iterator[Block]]] = [
        ("结论", _verdict(draft)),
        ("与上次检查相比", _compared(draft, changed, numbers)),
        *(
            (
                each.title,
                grouped(draft, filter(each.holds, draft.report.findings), numbers=numbers, notes=notes),
            )
            for each in _CLASSES
        ),
        ("附件核对表", attachments(draft)),
        ("要人工核对的事项", ticks(draft)),
        ("没有判断的规则", unjudged(draft)),
        ("附录：读到的全部栏目", fields(draft)),
    ]
    blocks = (*_opening(draft), *numbered(parts))
    return Paper(TITLE, blocks, footer=printable(f"{TITLE}　{draft.name}　{draft.context.today:%Y-%m-%d}"))


def _opening(draft: Draft) -> Iterator[Block]:
    yield Facts(
        (
            ("单位名称", _said(draft, "applicant.name", "cover.applicant")),
            ("平台名称", _said(draft, "platform.name", "cover.platform_name")),
            ("平台类别", _said(draft, "platform.category", "cover.category")),
            ("材料", printable(draft.name)),
            ("依据", draft.notice),
            ("核对", f"{draft.context.today:%Y-%m-%d}，以{VIEWS[draft.context.view]}的身份"),
        )
    )


def _said(draft: Draft, *paths: str) -> str:
    """The first of these fields that is filled."""
    known = draft.form.spec.by_path
    told = (str(draft.form.value(path)) for path in paths if path in known and draft.form.filled(path))
    return printable(next(told, "（没有读到）"))


def _verdict(draft: Draft) -> Iterator[Block]:
    label = VERDICTS[draft.report.verdict]
    yield Text((span(f"{label.word}。", "strong", label.colour), span(verdict_sentence(draft.report))))
    yield Text((span(_DRAFT, "faint"),))
    remarks = [
        f"{each.message}{f'（{each.location}）' if each.location else ''}" for each in draft.form.notices
    ]
    remarks += draft.form.warnings
    if remarks:
        yield Heading("读取材料时注意到", 2)
        yield from (Text((span(f"· {each}"),)) for each in remarks)


def _numbers(draft: Draft) -> Mapping[int, int]:
    """The number of each finding in the order in which they stand, by `id`."""
    from ui.reports.entries import in_printed_order

    ordered = [
        finding
        for each in _CLASSES
        for group in in_printed_order(draft.form.spec, filter(each.holds, draft.report.findings)).values()
        for finding in group
    ]
    return {id(finding): number for number, finding in enumerate(ordered, start=1)}


def _notes(draft: Draft, changed: Changes | None) -> Mapping[int, str]:
    if changed is None:
        return {}
    return {
        id(finding): "上次就有"
        if at in changed.remaining
        else "上次没有判断"
        if at in changed.newly_judged
        else "新出现"
        for at, finding in enumerate(draft.report.findings)
    }


def _compared(draft: Draft, changed: Changes | None, numbers: Mapping[int, int]) -> Iterator[Block]:
    if changed is None:
        return
    if changed.other:
        yield Text(
            (span("上次的检查结果是另一家单位或另一个平台的，请核对是否选错了文件。", "strong", "red"),)
        )
    counts = (
        f"改好 {len(changed.mended)} 处，新出现 {len(changed.new)} 处，还没有改 {len(changed.remaining)} 处"
        + (f"，另有 {len(changed.unjudged)} 处这次没有判断" if changed.unjudged else "")
        + "。"
    )
    yield Text((span(counts, "strong"),))
    yield from _listed("已经改好的", changed.mended)
    yield from _referred("新出现的", changed.new, draft, numbers)
    yield from _referred("还没有改的", changed.remaining, draft, numbers)
    yield from _listed("上次有、这次没有判断的（不能当作已改好）", changed.unjudged)


def _listed(title: str, findings: tuple[EarlierFinding, ...]) -> Iterator[Block]:
    if findings:
        yield Heading(f"{title}（{len(findings)}）", 2)
        rows = tuple(
            (printable(each.rule), printable(each.message), printable(each.clause)) for each in findings
        )
        yield Grid({"规则": 8, "上次的问题": 36, "依据": 16}, rows)


def _referred(title: str, at: frozenset[int], draft: Draft, numbers: Mapping[int, int]) -> Iterator[Block]:
    """Findings that stand below: their numbers."""
    if at:
        found = sorted((numbers[id(draft.report.findings[each])], each) for each in at)
        rows = tuple(
            (str(number), draft.report.findings[each].rule, printable(draft.report.findings[each].message))
            for number, each in found
        )
        yield Heading(f"{title}（{len(rows)}）", 2)
        yield Grid({"序号": 5, "规则": 8, "问题": 47}, rows)
