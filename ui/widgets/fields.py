"""All that the form asks, with what was read: a row for each, which stacks where the page is narrow."""

from __future__ import annotations

import streamlit as st

from extractors.form import Answer, Field, Form
from ui.grouping import fields_by_section, sections_with_fields
from ui.session import Key
from ui.widgets.evidence import places
from ui.wording import STATES, section_title, value_text

__all__ = ["fields"]

_SHOWN = 200  # characters of a long answer before one has to open it


def fields(form: Form) -> None:
    titles = {each.key: section_title(each) for each in sections_with_fields(form.spec)}
    left, right = st.columns(2)
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
        persist_state="session",
    )
    shown = fields_by_section(form, section=section, states=states)
    if not shown:
        st.text("没有符合条件的项。")
    for title, rows in shown.items():
        with st.expander(f"{title}（{len(rows)}）", expanded=len(shown) == 1):
            for asked, answer in rows:
                _row(asked, answer)


def _row(asked: Field, answer: Answer) -> None:
    word, colour = STATES[answer.state]
    with st.container(border=True):
        left, right = st.columns([2, 3])
        with left:
            st.text(asked.title)
            st.badge(word, color=colour)
        with right:
            _value(value_text(asked, answer))
            places(answer.evidence)


def _value(text: str) -> None:
    if len(text) <= _SHOWN:
        st.text(text or "—")
        return
    with st.expander(f"{len(text)} 个字符，展开看全文"):
        st.text(text)
