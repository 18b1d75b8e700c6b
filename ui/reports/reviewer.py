"""审核意见: one page on a platform for who decides on it, and everything that was found behind it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from extractors.form import Field
from extractors.rules import Finding
from ui.reports.blocks import (
    Blank,
    Block,
    Facts,
    Grid,
    Heading,
    NewPage,
    Paper,
    Span,
    Text,
    numbered,
    printable,
    span,
)
from ui.reports.draft import Draft, decision
from ui.reports.entries import grouped, in_printed_order, place, spots
from ui.reports.length import PAGE, height
from ui.reports.lists import attachments, found_attachments, ticks, unjudged
from ui.reports.medians import indicators
from ui.wording import STATES, VERDICTS, finding_label, value_text, verdict_sentence

__all__ = ["TITLE", "opinion"]

TITLE: Final = "申报材料审核意见"
_UNSURE: Final = 0.8  # of recognised words, below which a person should look
_FEWEST: Final = 3  # doubts that are told whatever the room
# Characters of a sentence, and of a doubt, the more the better: the whole is in the application, or behind.
_LENGTHS: Final = (110, 70, 45)
_NAME: Final = 34  # characters of a name
_ROOM: Final = (10, 36)  # mm to write in, at least and at most
_LARGE: Final = 1_000
_CHOICES: Final = "□ 同意推荐　　□ 补正后推荐　　□ 不予推荐"


def opinion(draft: Draft) -> Paper:
    findings = [each for each in draft.report.findings if each.severity != "info" or each.status == "review"]
    behind = numbered(
        [
            ("全部问题", _all(draft, findings)),
            ("附件核对表", attachments(draft)),
            ("要人工核对的事项", ticks(draft)),
            ("没有判断的规则", unjudged(draft)),
        ]
    )
    blocks = (*_one_page(draft, findings), NewPage(), Heading("附页"), *behind)
    footer = printable(f"{TITLE}　{_platform(draft)}　{draft.context.today:%Y-%m-%d}")
    return Paper(TITLE, blocks, footer, tight=True)


def _one_page(draft: Draft, findings: Sequence[Finding]) -> tuple[Block, ...]:
    """What is decided by, with as many doubts as there is room for; what is left over is room to write in."""
    opening, figures, evidence = (tuple(part(draft)) for part in (_opening, _indicators, _evidence))
    sentences = _sentences(draft)

    def page(doubts: int, longest: int, room: int) -> tuple[Block, ...]:
        parts: list[tuple[str, Iterable[Block]]] = [
            ("申报内容摘要（摘自申报书原文）", _summary(sentences, longest)),
            (f"关键指标{_scope(draft)}", figures),
            ("证明材料和填写情况", evidence),
            ("存疑之处", _doubts(draft, findings[:doubts], longest)),
            ("审核意见", _decision(draft, room)),
        ]
        return (*opening, *numbered(parts))

    least, most = _ROOM
    told, longest = len(findings), _LENGTHS[0]
    for longest in _LENGTHS:
        told = len(findings)
        while told > _FEWEST and height(page(told, longest, least)) > PAGE:
            told -= 1
        if height(page(told, longest, least)) <= PAGE:
            break
    left = int(PAGE - height(page(told, longest, least)))
    return page(told, longest, min(max(least + left, least), most))


def _platform(draft: Draft) -> str:
    return _said(draft, "platform.name", "cover.platform_name")


def _said(draft: Draft, *paths: str, unless: str = "（没有读到）") -> str:
    known = draft.form.spec.by_path
    told = (str(draft.form.value(path)) for path in paths if path in known and draft.form.filled(path))
    return printable(_cut(next(told, unless), _NAME))


def _opening(draft: Draft) -> Iterator[Block]:
    contact = (
        _said(draft, f"applicant.contact.{part}", unless="") for part in ("name", "mobile", "phone", "email")
    )
    yield Facts(
        (
            ("平台名称", _platform(draft)),
            ("平台类别", _said(draft, "platform.category", "cover.category")),
            ("申报单位", _said(draft, "applicant.name", "cover.applicant")),
            ("推荐单位", _said(draft, "cover.recommender")),
            ("单位地址", _said(draft, "applicant.address")),
            ("联系人", "　".join(filter(None, contact)) or "（没有读到）"),
            ("材料", printable(draft.name)),
            ("填报日期", _said(draft, "cover.filed_on")),
        ),
        pairs=2,
    )


def _summary(sentences: Sequence[tuple[str, str]], longest: int) -> Iterator[Block]:
    if not sentences:
        yield Text((span("申报书的文字介绍没有读到，或太短，没有摘要。", "faint"),))
    for number, (text, where) in enumerate(sentences, start=1):
        yield Text((span(f"{number}. {_cut(text, longest)}"), span(f"（{where}）", "faint")))


def _sentences(draft: Draft) -> Sequence[tuple[str, str]]:
    """What tells most of the long texts, with its field and its place."""
    from assistant.filing.filing import Filing
    from assistant.filing.sentences import sentences
    from assistant.filing.summary import key_sentences

    chosen = key_sentences(sentences(Filing(draft.form, draft.report)))
    return [(each.text, f"{each.field.title}，{place(draft.form, each.evidence)}") for each in chosen]


def _scope(draft: Draft) -> str:
    return f"（与{draft.medians.scope}的中位数相比）" if draft.medians is not None else ""


def _indicators(draft: Draft) -> Iterator[Block]:
    """Two figures a row; beside each the median, where there is a set to compare with."""
    cells = [_indicator(draft, each) for each in indicators(draft.form.spec)]
    if not cells:
        return
    half = -(-len(cells) // 2)
    blank = ("",) * len(cells[0])
    columns = {"指标": 18, "填报": 9} if draft.medians is None else {"指标": 16, "填报": 8, "中位数": 7}
    # A table's headings are its keys: of the second half they are told from the first's by a blank.
    doubled = {**columns, **{f"{heading} ": width for heading, width in columns.items()}}
    rows = ((*cells[at], *(cells[at + half] if at + half < len(cells) else blank)) for at in range(half))
    yield Grid(doubled, tuple(rows), tight=True)


def _indicator(draft: Draft, field: Field) -> tuple[str, ...]:
    answer = draft.form[field.path]
    said = printable(value_text(field, answer)) or STATES[answer.state].word
    if draft.medians is None:
        return field.title, said
    median = draft.medians.values.get(field.path)
    return field.title, said, "—" if median is None else _figure(median)


def _figure(value: float) -> str:
    """A large one without its fraction."""
    return f"{value:,.0f}" if abs(value) >= _LARGE else f"{value:,.6g}"


def _evidence(draft: Draft) -> Iterator[Block]:
    states = Counter(answer.state for _, answer in draft.form)
    counted = "，".join(f"{label.word} {states[state]}" for state, label in STATES.items() if states[state])
    listed = found_attachments(draft)
    missing = "、".join(f"附件{each['number']}" for each in listed if not each["found"])
    found = sum(bool(each["found"]) for each in listed)
    unsure = [
        field.title
        for field, answer in draft.form
        if answer.evidence and min(each.confidence for each in answer.evidence) < _UNSURE
    ]
    yield Text((span(f"栏目 {len(draft.form.spec.fields)} 项：{counted}。"),))
    if listed:
        lacking = f"找到 {found} 项，未找到{missing}" if found else "都没有找到"
        yield Text((span(f"附件 {len(listed)} 项：{lacking if missing else '都已找到'}。"),))
    if unsure:
        more = "等" if len(unsure) > 6 else ""
        named = "、".join(unsure[:6])
        yield Text((span(f"识别把握不大、请对照原件的 {len(unsure)} 项：{named}{more}。"),))


def _doubts(draft: Draft, findings: Sequence[Finding], longest: int) -> Iterator[Block]:
    """The verdict, and these findings."""
    label = VERDICTS[draft.report.verdict]
    yield Text((span(f"{label.word}。", "strong", label.colour), span(verdict_sentence(draft.report))))
    yield from (Text(_doubt(draft, each, longest)) for each in findings)
    yield Text((span("各条的改法、依据和没有列出的问题见附页。", "faint"),))


def _doubt(draft: Draft, finding: Finding, longest: int) -> tuple[Span, ...]:
    label = finding_label(finding)
    stands = spots(draft.form, finding)
    where = place(draft.form, stands[0]) if stands else ""
    told = "" if where in finding.message else f"{where}；"
    return (
        span(f"【{label.word}】", "strong", label.colour),
        span(_cut(finding.message, longest)),
        span(f"（{told}{finding.clause}）", "faint"),
    )


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[:longest]}……"


def _decision(draft: Draft, room: int) -> Iterator[Block]:
    words = decision(draft)
    yield Blank(
        (_CHOICES, f"推荐时写：{words.quote}", "意见和理由："),
        room=room,
        foot=("审核人（签字）：　　　　　　", "单位（盖章）：　　　　　　", "　　　　年　　月　　日"),
    )


def _all(draft: Draft, findings: Sequence[Finding]) -> Iterator[Block]:
    ordered = [each for group in in_printed_order(draft.form.spec, findings).values() for each in group]
    numbers = {id(finding): number for number, finding in enumerate(ordered, start=1)}
    yield from grouped(draft, findings, numbers=numbers, notes={})
