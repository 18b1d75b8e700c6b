"""What came of a filing, in one sentence, and what reading it brought to light."""

from __future__ import annotations

from collections import Counter

import streamlit as st

from extractors.form import Form
from extractors.rules import Report
from ui.wording import STATES, VERDICTS, verdict_sentence

__all__ = ["remarks", "verdict"]


def verdict(form: Form, report: Report) -> None:
    word, colour = VERDICTS[report.verdict]
    counted = Counter(answer.state for _, answer in form)
    states = "，".join(f"{label.word} {counted[state]}" for state, label in STATES.items() if counted[state])
    with st.container(border=True, gap="xsmall", key=f"verdict-{report.verdict}"):  # style.css colours it
        with st.container(horizontal=True, vertical_alignment="center"):
            st.badge(word, color=colour)
            st.text(verdict_sentence(report), width="stretch")
        st.caption(f"表中 {len(form.spec.fields)} 项：{states}。")


def remarks(form: Form) -> None:
    """Hidden text and the like, before the findings: whoever looks at the document may not see it."""
    noted = [f"{each.message}{f'（{each.location}）' if each.location else ''}" for each in form.notices]
    noted += form.warnings
    if noted:
        with st.container(border=True, gap="xsmall"):
            st.badge("读取时注意到", color="orange")
            for each in noted:
                st.text(each)
