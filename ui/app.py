"""The pages and how one gets from one to another; `make run` serves this."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

st.set_page_config(
    page_title="申报自查", page_icon=str(Path(__file__).with_name("icon.svg")), layout="centered"
)
st.html(Path(__file__).with_name("style.css"))
st.navigation(
    [
        st.Page(
            "screens/check.py", title="自查", icon=":material/fact_check:", url_path="check", default=True
        ),
        st.Page("screens/ask.py", title="问答", icon=":material/forum:", url_path="ask"),
        st.Page("screens/notice.py", title="通知原文", icon=":material/description:", url_path="notice"),
    ],
    position="top",
).run()
