"""One filing before a reviewer: what it says, what was found, and the decision."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Final

import streamlit as st

from extractors.form import Form
from extractors.rules import Context
from notices import load
from ui.filenames import file_name
from ui.reports import FORMATS, TITLES, Draft
from ui.reports.medians import Medians, indicators, medians_of
from ui.store import Desk, StoreError
from ui.store.values import STATES, DecisionKind, Judged, Submission
from ui.widgets.fields import fields
from ui.widgets.findings import unjudged
from ui.widgets.review.correct import corrections
from ui.widgets.review.findings import judged_findings
from ui.widgets.review.keys import ReviewKey
from ui.widgets.spot import Filed
from ui.wording import VERDICTS, value_text, verdict_sentence
from ui.worker import NOTICE, demands

__all__ = ["opened"]

_DECISIONS: Final[dict[DecisionKind, str]] = {"approve": "通过", "return": "退回", "recommend": "推荐"}
_FIRST: Final = ("applicant.name", "platform.category", "platform.built_period", "platform.investment")
_ACTIONS: Final = {
    "saw": "查看",
    "added": "上传",
    "corrected": "更正",
    "withdrew": "撤销更正",
    "accepted": "认定问题属实",
    "dismissed": "不采纳问题",
    "open": "恢复问题",
    "decided": "审定",
    "exported": "导出",
    "handed-in": "提交",
    "taken-back": "撤回",
}


def opened(desk: Desk, submission_id: str) -> None:
    """Raises StoreError where there is no such filing for this user."""
    found = desk.submissions.get(submission_id)
    listed = found.listed
    st.title(listed.platform or listed.name, anchor=False)
    with st.container(horizontal=True, vertical_alignment="center"):
        label = VERDICTS[listed.reviewer_view.verdict]
        st.badge(STATES[listed.state] + (f" 第 {listed.rank} 名" if listed.rank else ""), color="blue")
        st.badge(label.word, color=label.colour)
        st.text("　".join(filter(None, (listed.applicant, listed.category, listed.city))))
    form = desk.contents.form(submission_id)
    judged = desk.contents.report(submission_id)
    left, right = st.columns([5, 2], gap="large")
    with right:
        _decide(desk, found)
        _downloads(desk, found, form, judged)
    with left:
        st.text(verdict_sentence(judged.report))
        _parts(desk, found, form, judged)


def _parts(desk: Desk, found: Submission, form: Form, judged: Judged) -> None:
    """Several views of one filing; only the one that is looked at is made."""
    rules, report = demands(NOTICE).rules, judged.report
    filed = Filed(found.id, found.latest)
    skipped = len({**report.rules_not_run, **report.rules_partly_run})
    views: dict[str, Callable[[], None]] = {
        "概要": lambda: _summary(desk, found, form, judged),
        f"问题 {len(report.findings)}": lambda: judged_findings(
            desk, filed, report, spec=form.spec, rules=rules
        ),
        "栏目": lambda: fields(form, report.findings, filed=filed),
        "更正": lambda: corrections(desk, found.id, form),
        f"未判断 {skipped}": lambda: unjudged(report, rules=rules),
        "记录": lambda: _history(desk, found),
    }
    tabs = st.tabs(list(views), key=ReviewKey.TABS, on_change="rerun")
    for tab, show in zip(tabs, views.values(), strict=True):
        if tab.open:
            with tab:
                show()


def _summary(desk: Desk, found: Submission, form: Form, judged: Judged) -> None:
    import pandas as pd

    with st.container(gap="xsmall"):
        for path in _FIRST:
            field = form.spec.by_path[path]
            st.text(f"{field.title}：{value_text(field, form[path]) or '（没有填写）'}")
    _sentences(form, judged)
    medians = _medians(desk, found)
    rows = [
        {
            "指标": f"{each.title}{f'（{each.unit}）' if each.unit else ''}",
            "本平台": form.value(each.path),
            f"中位数（{medians.scope}）": medians.values.get(each.path),
        }
        for each in indicators(form.spec)
    ]
    st.dataframe(pd.DataFrame(rows), hide_index=True, height=35 * (len(rows) + 1) + 3, placeholder="—")


def _sentences(form: Form, judged: Judged) -> None:
    """Five sentences of the narratives, each with its field: extracted, nothing is put in other words."""
    from assistant.filing.filing import Filing
    from assistant.filing.sentences import sentences
    from assistant.filing.summary import key_sentences

    chosen = key_sentences(sentences(Filing(form, judged.report)))
    if not chosen:
        return
    st.subheader("内容摘要（摘自原文）", anchor=False)
    with st.container(gap="xsmall"):
        for each in chosen:
            st.text(f"{each.text}（{each.field.title}）")


def _medians(desk: Desk, found: Submission) -> Medians:
    rows = desk.submissions.list(size=0).rows
    figures = ({**each.figures, "platform.category": each.category} for each in rows)
    nested = ({"submission": _nested(each)} for each in figures)
    return medians_of(nested, demands(NOTICE).spec, category=found.listed.category or None)


def _nested(flat: Mapping[str, object]) -> dict[str, object]:
    """The values by dotted path, as the JSON of a submission nests them."""
    whole: dict[str, object] = {}
    for path, value in flat.items():
        *above, last = path.split(".")
        at = whole
        for part in above:
            inner = at.setdefault(part, {})
            assert isinstance(inner, dict)
            at = inner
        at[last] = value
    return whole


def _decide(desk: Desk, found: Submission) -> None:
    st.subheader("审定", anchor=False)
    if found.listed.state in ("approved", "recommended", "returned"):
        last = found.decisions[-1]
        st.text(f"{STATES[found.listed.state]}（{last.by}，{last.at.astimezone():%Y-%m-%d}）")
        if last.reason:
            st.text(f"理由：{last.reason}")
        if st.button("撤销，重新审定", key=ReviewKey.DECISION):
            _do(lambda: desk.review.decide(found.id, "reopen"))
        return
    kind = st.segmented_control(
        "决定", list(_DECISIONS), format_func=_DECISIONS.__getitem__, label_visibility="collapsed"
    )
    if kind is None:
        return
    with st.form(f"decide-{kind}", border=False):
        rank = st.number_input("推荐名次", 1, 99, 1) if kind == "recommend" else None
        reason = st.text_area("理由" if kind == "return" else "理由（可不写）", height=90)
        if st.form_submit_button(f"确定{_DECISIONS[kind]}", type="primary"):
            _do(lambda: desk.review.decide(found.id, kind, reason=reason, rank=rank))


def _downloads(desk: Desk, found: Submission, form: Form, judged: Judged) -> None:
    st.subheader("审核意见", anchor=False)
    stem = f"{TITLES['reviewer']}_{found.listed.platform or found.listed.name}"
    for suffix in (".docx", ".html"):
        st.download_button(
            FORMATS[suffix].label,
            partial(_file, desk, found, form, judged, suffix),
            file_name=file_name(f"{stem}{suffix}"),
            mime=FORMATS[suffix].mime,
            key=ReviewKey.REPORT.format(suffix=suffix),
            on_click="ignore",
        )


def _file(desk: Desk, found: Submission, form: Form, judged: Judged, suffix: str) -> bytes:
    desk.submissions.note_export([found.id], f"{TITLES['reviewer']}{suffix}")
    return FORMATS[suffix].write(_draft(desk, found, form, judged))


def _draft(desk: Desk, found: Submission, form: Form, judged: Judged) -> Draft:
    return Draft(
        name=found.latest.name,
        form=form,
        report=judged.report,
        context=Context(view=judged.view, today=judged.today, adjusted=judged.adjusted),
        rules=demands(NOTICE).rules,
        notice=load(NOTICE).title,
        medians=_medians(desk, found),
    )


def _history(desk: Desk, found: Submission) -> None:
    if len(found.versions) > 1:
        change = desk.contents.mended(found.id)
        st.text(
            f"第 {change.after} 版比第 {change.before} 版：改好 {len(change.mended)} 处，"
            f"新出现 {len(change.new)} 处，还在 {len(change.still)} 处。"
        )
    for each in reversed(found.versions):
        st.text(f"第 {each.number} 版　{each.created.astimezone():%Y-%m-%d %H:%M}　{each.by}　{each.name}")
    st.subheader("操作记录", anchor=False)
    for entry in desk.audit.of_submission(found.id):
        action = _ACTIONS.get(entry.action, entry.action)
        st.text(f"{entry.at.astimezone():%Y-%m-%d %H:%M}　{entry.user}　{action}")


def _do(change: Callable[[], None]) -> None:
    try:
        change()
    except StoreError as error:
        st.error(str(error))
    else:
        st.rerun()
