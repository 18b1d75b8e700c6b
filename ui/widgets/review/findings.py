"""What was found in a filing, each to be accepted or dismissed with a reason."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from extractors.form import FormSpec
from extractors.rules import Finding, Report, Rule
from ui.grouping import by_section
from ui.store import Desk, StoreError, finding_key
from ui.store.values import Judgement
from ui.widgets.findings import card
from ui.widgets.review.keys import ReviewKey
from ui.widgets.spot import Filed

__all__ = ["judged_findings"]


def judged_findings(
    desk: Desk, filed: Filed, report: Report, *, spec: FormSpec, rules: Mapping[str, Rule]
) -> None:
    """All findings by section; what a reviewer dismissed stands below, with the reason."""
    judgements = desk.review.judgements(filed.submission)
    dismissed = [each for each in report.findings if _kind(judgements, each) == "dismissed"]
    open_ones = [each for each in report.findings if _kind(judgements, each) != "dismissed"]
    if not open_ones:
        st.text("没有要处理的问题。")
    for title, group in by_section(spec, open_ones).items():
        st.subheader(title, anchor=False)
        for each in group:
            _card(desk, each, judgements.get(finding_key(each)), title=_title(rules, each), filed=filed)
    if dismissed:
        with st.expander(f"不采纳的 {len(dismissed)} 处"):
            for each in dismissed:
                _card(desk, each, judgements.get(finding_key(each)), title=_title(rules, each), filed=filed)


def _title(rules: Mapping[str, Rule], finding: Finding) -> str:
    return rules[finding.rule].title if finding.rule in rules else ""


def _kind(judgements: Mapping[str, Judgement], finding: Finding) -> str:
    found = judgements.get(finding_key(finding))
    return found.kind if found is not None else "open"


def _card(desk: Desk, finding: Finding, judgement: Judgement | None, *, title: str, filed: Filed) -> None:
    key = finding_key(finding)
    with st.container(gap="xsmall"):
        card(finding, title=title, filed=filed, key=f"review-{key}")
        if judgement is None or judgement.kind == "open":
            _choices(desk, filed.submission, key)
        else:
            _judged(desk, filed.submission, key, judgement)


def _choices(desk: Desk, submission: str, key: str) -> None:
    with st.container(horizontal=True, horizontal_alignment="right"):
        if st.button("属实", key=ReviewKey.ACCEPT.format(key=key)):
            _judge(desk, submission, key, "accepted")
        with st.popover("不采纳", key=ReviewKey.DISMISS.format(key=key)):
            reason = st.text_input("理由", key=ReviewKey.REASON.format(key=key))
            if st.button("确定不采纳", key=f"{ReviewKey.DISMISS.format(key=key)}-sure", type="primary"):
                _judge(desk, submission, key, "dismissed", reason)


def _judged(desk: Desk, submission: str, key: str, judgement: Judgement) -> None:
    said = {"accepted": "属实", "dismissed": "不采纳"}[judgement.kind]
    why = f"：{judgement.reason}" if judgement.reason else ""
    with st.container(horizontal=True, horizontal_alignment="right", vertical_alignment="center"):
        st.badge(said, color="blue" if judgement.kind == "accepted" else "gray")
        st.text(f"{judgement.by}，{judgement.at.astimezone():%Y-%m-%d}{why}")
        if st.button("撤销", key=ReviewKey.REOPEN.format(key=key), type="tertiary"):
            _judge(desk, submission, key, "open")


def _judge(desk: Desk, submission: str, key: str, kind: str, reason: str = "") -> None:
    try:
        desk.review.judge(submission, key, kind, reason=reason)  # type: ignore[arg-type]
    except StoreError as error:
        st.error(str(error))
    else:
        st.rerun()
