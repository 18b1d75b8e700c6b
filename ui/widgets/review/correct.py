"""Values set by hand, kept with who, when and why; the rules run again at once."""

from __future__ import annotations

import streamlit as st

from extractors.form import Form
from ui.store import Desk, StoreError
from ui.widgets.evidence import places
from ui.widgets.review.keys import ReviewKey
from ui.wording import STATES, value_text

__all__ = ["corrections"]


def corrections(desk: Desk, submission: str, form: Form) -> None:
    """The field to correct, and what was corrected before."""
    force = desk.review.in_force(submission)
    titles = {each.path: f"{each.clause.rpartition('/')[2]} · {each.title}" for each in form.spec.fields}
    path = st.selectbox(
        "要更正的栏目",
        list(titles),
        index=None,
        placeholder="输入几个字来找",
        format_func=titles.__getitem__,
        key=ReviewKey.FIELD,
    )
    if path is not None:
        _one(desk, submission, form, path)
    if force:
        st.subheader(f"现行的更正（{len(force)}）", anchor=False)
    for at, each in force.items():
        with st.container(border=True, horizontal=True, vertical_alignment="center"):
            st.text(
                f"{titles[at]}：{_said(each.value)}（{each.by}，{each.at.astimezone():%Y-%m-%d}：{each.reason}）"
            )
            if st.button("撤销更正", key=f"withdraw-{at}", type="tertiary"):
                _do(lambda at=at: desk.review.withdraw(submission, at))


def _one(desk: Desk, submission: str, form: Form, path: str) -> None:
    field, answer = form.spec.by_path[path], form[path]
    with st.container(horizontal=True, vertical_alignment="center"):
        st.badge(STATES[answer.state].word, color=STATES[answer.state].colour)
        st.text(value_text(field, answer) or "（没有内容）")
    places(answer.evidence, key="correcting")
    with st.form(f"correct-{path}", border=False):
        unit = f"（{field.unit}）" if field.unit else ""
        value = st.text_input(f"应为{unit}", help="留空表示这一栏没有填写")
        reason = st.text_input("理由", placeholder="例如：审计报告第 3 页写的是……")
        if st.form_submit_button("保存更正", type="primary"):
            _do(lambda: desk.review.correct(submission, path, value or None, reason=reason))


def _said(value: object) -> str:
    if isinstance(value, list | tuple):
        return "、".join(map(str, value))
    return "（没有填写）" if value is None else str(value)


def _do(change: object) -> None:
    assert callable(change)
    try:
        change()
    except StoreError as error:
        st.error(str(error))
    else:
        st.rerun()
