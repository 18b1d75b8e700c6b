"""A line with a grey word before it that says what it is."""

from __future__ import annotations

import streamlit as st

__all__ = ["labelled"]

_WIDTH = 44  # pixels: two Chinese characters, so that lines under each other begin alike


def labelled(label: str, text: str) -> None:
    """`text` may be a document's: it is shown as it stands. `label` is one of our words."""
    with st.container(horizontal=True, gap="xsmall", wrap=False):
        st.caption(label, width=_WIDTH)
        st.text(text, width="stretch")
