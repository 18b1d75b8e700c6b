"""通知原文: the notice as its clauses; `?clause=KEY&quote=WORDS` opens it where those stand."""

from __future__ import annotations

import streamlit as st

from notices import load
from ui.widgets.clauses import clauses
from ui.worker import NOTICE


def screen() -> None:
    notice = load(NOTICE)
    st.title(notice.title, anchor=False)
    clauses(notice.text, cited=st.query_params.get("clause", ""), quote=st.query_params.get("quote", ""))


screen()
