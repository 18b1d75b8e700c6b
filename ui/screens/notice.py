"""通知原文: the notice as its clauses; `?clause=KEY&quote=WORDS` opens it where those stand."""

from __future__ import annotations

import streamlit as st

from notices import load
from ui.session import Param
from ui.widgets.clauses import into_view, whole
from ui.worker import NOTICE


def screen() -> None:
    notice = load(NOTICE)
    cited, quote = st.query_params.get(Param.CLAUSE, ""), st.query_params.get(Param.QUOTE, "")
    st.title(notice.title, anchor=False)
    with st.container(key="paper"):
        st.html(whole(notice.text, cited=cited, quote=quote))
    if cited:
        st.html(into_view(cited, quote, beside=False), unsafe_allow_javascript=True)


screen()
