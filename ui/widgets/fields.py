"""All that the form asks, with what was read: a row for each, which stacks where the page is narrow."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from extractors.form import Answer, Field, Form
from extractors.rules import Finding
from ui.grouping import fields_by_section, sections_with_fields
from ui.session import Key
from ui.widgets.evidence import places
from ui.wording import STATES, Label, finding_label, section_title, value_text

__all__ = ["fields"]

_SHOWN = 200  # characters of a long answer before one has to open it


def fields(form: Form, findings: Iterable[Finding]) -> None:
    """What `findings` object to is marked as they are."""
    objections = {path: finding_label(each) for each in findings for path in each.fields}
    titles = {each.key: section_title(each) for each in sections_with_fields(form.spec)}
    left, right = st.columns([2, 3])
    section = left.selectbox(
        "部分",
        titles,
        index=None,
        placeholder="全部",
        format_func=titles.__getitem__,
        key=Key.SECTION,
        persist_state="session",
    )
    states = right.pills(
        "状态",
        list(STATES),
        selection_mode="multi",
        format_func=lambda state: STATES[state].word,
        key=Key.STATES,
        wrap=True,
        persist_state="session",
    )
    shown = fields_by_section(form, section=section, states=states)
    if not shown:
        st.text("没有符合条件的项。")
    for title, rows in shown.items():
        with st.expander(f"{title}（{len(rows)}）", expanded=len(shown) == 1):
            for asked, answer in rows:
                _row(asked, answer, objections.get(asked.path))


def _row(asked: Field, answer: Answer, objection: Label | None) -> None:
    labels = [STATES[answer.state], *([objection] if objection else [])]
    key = asked.path.replace(".", "-")
    with st.container(key=f"field-{key}"):  # style.css draws a line under it
        left, right = st.columns([2, 3], gap="small")
        with left, st.container(horizontal=True, gap="xsmall", vertical_alignment="center"):
            st.text(asked.title)
            for word, colour in labels:
                st.badge(word, color=colour)
        with right, st.container(gap="xxsmall"):
            _value(value_text(asked, answer))
            places(answer.evidence, key=key)


def _value(text: str) -> None:
    if len(text) <= _SHOWN:
        st.text(text or "—")
        return
    with st.expander(f"共 {len(text)} 个字符，点开看全文", type="compact"):
        st.text(text)
