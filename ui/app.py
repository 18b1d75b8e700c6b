"""The pages and how one gets from one to another; `make run` serves this."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

# For an icon of Streamlit's own (":material/...") the browser would ask a server elsewhere.
st.set_page_config(page_title="申报自查", page_icon="📋", layout="centered")
st.html(Path(__file__).with_name("style.css"))
pages = [
    st.Page("screens/check.py", title="自查", default=True),
    st.Page("screens/ask.py", title="问答", url_path="ask"),
    st.Page("screens/notice.py", title="通知原文", url_path="notice"),
]
shown = st.navigation(pages, position="hidden")
# Streamlit's own menus hide behind an arrow, or cover the page, where it is narrow.
with st.container(horizontal=True, key="menu"):
    for page in pages:
        st.page_link(page)
shown.run()
