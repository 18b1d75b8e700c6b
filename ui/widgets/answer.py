"""A question and what is said to it, with the clauses and the places it stands on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

import streamlit as st

from assistant.answer import Reply
from assistant.filing.reply import Citation, Grid, Place, told_where
from notices.notice import Passage
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
        if not isinstance(said.reply, Reply) and said.reply.table is not None:
            _table(said.reply.table)
        _stands_on(said.reply.citations)
        st.caption(_MODES[said.reply.mode])


def _table(grid: Grid) -> None:
    """The table, and bars where it has one column of numbers for several filings."""
    if len(grid.rows) < 2:
        return
    rows = [dict(zip(grid.columns, row, strict=True)) for row in grid.rows]
    st.dataframe(rows, hide_index=True)
    if len(grid.columns) == 2 and all(isinstance(row[1], int | float) for row in grid.rows):
        st.bar_chart(rows, x=grid.columns[0], y=grid.columns[1], horizontal=True, sort=False)


def _stands_on(found: Sequence[Citation]) -> None:
    citations(each for each in found if isinstance(each, Passage))
    places: dict[str, list[str]] = {}
    for each in found:
        if isinstance(each, Place):
            places.setdefault(told_where(each), []).append(each.quote)
    for where, quotes in places.items():
        with st.expander(f"申报书：{where}", type="compact"):
            for quote in quotes:
                st.text(f"“{quote}”")
