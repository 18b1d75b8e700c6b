"""What came of a file, in one sentence, and what reading it brought to light."""

from __future__ import annotations

from collections import Counter
from typing import Final

import streamlit as st

from extractors.form import Form
from ui.submissions import Checked, Outcome, Refused
from ui.wording import STATES, VERDICTS, Label, verdict_sentence

__all__ = ["headline", "refusal", "remarks", "verdict"]


_REFUSED: Final = Label("没有读成", "red")


def headline(outcome: Outcome) -> str:
    """An outcome in a list of them."""
    label = VERDICTS[outcome.report.verdict] if isinstance(outcome, Checked) else _REFUSED
    return f"{outcome.upload.name} · {label.word}"


def verdict(checked: Checked) -> None:
    form, report = checked.form, checked.report
    word, colour = VERDICTS[report.verdict]
    counted = Counter(answer.state for _, answer in form)
    states = "，".join(f"{label.word} {counted[state]}" for state, label in STATES.items() if counted[state])
    with st.container(border=True):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.badge(word, color=colour)
            st.text(checked.upload.name)
        st.text(verdict_sentence(report))
        st.caption(f"表中 {len(form.spec.fields)} 项：{states}。")


def refusal(refused: Refused) -> None:
    with st.container(border=True):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.badge(_REFUSED.word, color=_REFUSED.colour)
            st.text(refused.upload.name)
        st.text(refused.sentence)


def remarks(form: Form) -> None:
    """Hidden text and the like, before the findings: whoever looks at the document may not see it."""
    noted = [f"{each.message}{f'（{each.location}）' if each.location else ''}" for each in form.notices]
    noted += form.warnings
    if noted:
        with st.container(border=True):
            st.badge("读取时注意到", color="orange", icon=":material/visibility:")
            for each in noted:
                st.text(each)
