"""All that the form asks, with what was read: a row for each, which stacks where the page is narrow."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

import streamlit as st

from extractors.form import Answer, Field, Form, Method
from extractors.rules import Finding
from ui.grouping import fields_by_section, sections_with_fields
from ui.session import Key
from ui.widgets.evidence import places
from ui.widgets.spot import Filed, spots
from ui.wording import STATES, Label, finding_label, section_title, value_text

__all__ = ["fields"]

_SHOWN: Final = 200  # characters of a long answer before one has to open it
_METHODS: Final[Mapping[Method, str]] = {
    "form": "按表格读取",
    "ocr": "文字识别",
    "llm": "大模型提出，已在原文找到",
    "review": "人工更正",
}


def fields(form: Form, findings: Iterable[Finding], *, filed: Filed) -> None:
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
        # The number is part of the label, so of the identity: another choice begins anew.
        opened = st.expander(f"{title}（{len(rows)}）", expanded=len(shown) == 1, on_change="rerun")
        if opened.open:
            with opened:
                for asked, answer in rows:
                    _row(asked, answer, objections.get(asked.path), filed)


def _row(asked: Field, answer: Answer, objection: Label | None, filed: Filed) -> None:
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
            if answer.evidence:
                _evidence(asked, answer, filed, key=key)


def _evidence(asked: Field, answer: Answer, filed: Filed, *, key: str) -> None:
    places(answer.evidence, key=key)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.caption(_how(answer), width="content")
        if st.button("看原处", key=Key.SHOW.format(key=key), type="tertiary"):
            _place(asked, answer, filed, key=key)


def _how(answer: Answer) -> str:
    """How it was read, and how sure that is where it could be otherwise."""
    least = min(answer.evidence, key=lambda each: each.confidence)
    sure = f"，把握 {least.confidence:.0%}" if least.method != "review" else ""
    return f"{_METHODS[least.method]}{sure}"


@st.dialog("原处", width="large")
def _place(asked: Field, answer: Answer, filed: Filed, *, key: str) -> None:
    st.text(asked.title)
    _value(value_text(asked, answer))
    spots(filed, answer.evidence, key=f"field-{key}")


def _value(text: str) -> None:
    if len(text) <= _SHOWN:
        st.text(text or "—")
        return
    with st.expander(f"共 {len(text)} 个字符，点开看全文", type="compact"):
        st.text(text)
