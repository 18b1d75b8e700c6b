"""A question and what is said to it, with the clauses it stands on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import streamlit as st

from ui.session import Turn
from ui.widgets.citation import citations

__all__ = ["turn"]

_MODES: Final[Mapping[str, str]] = {
    "offline": "离线作答，未使用大模型",
    "llm": "由大模型作答，引文已逐条核对",
}


def turn(said: Turn) -> None:
    with st.chat_message("user", avatar=":material/person:"):
        st.text(said.question)
    with st.chat_message("assistant", avatar=":material/gavel:"):
        if isinstance(said.reply, str):
            st.text(said.reply)
            return
        for each in said.reply.warnings:
            st.caption(each)
        st.text(said.reply.answer)
        citations(said.reply.citations)
        st.caption(_MODES[said.reply.mode])
