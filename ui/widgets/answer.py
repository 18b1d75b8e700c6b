"""A question and what is said to it, with the clauses and the places it stands on."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from assistant.filing.reply import Citation, Grid, Place, told_where
from notices.notice import Passage
from ui.said import Said
from ui.session import Turn
from ui.widgets.citation import citations

__all__ = ["asked", "turn"]


def asked(question: str) -> None:
    with st.chat_message("user"):
        st.text(question)


def turn(said: Turn, *, key: str, cite: Callable[[str, str], None]) -> None:
    """`key` tells it from others; `cite` is called with the clause and the words of one that is opened."""
    asked(said.question)
    with st.chat_message("assistant"):
        if isinstance(said.reply, str):
            st.text(said.reply)
            return
        for each in said.reply.warnings:
            st.caption(each)
        st.text(said.reply.answer)
        if said.reply.table is not None:
            _table(said.reply.table)
        _stands_on(said.reply.citations, key=key, cite=cite)
        st.caption(_made_by(said.reply))


def _made_by(said: Said) -> str:
    if said.mode == "llm":
        return f"由大模型{f' {said.model} ' if said.model else ''}作答，引文已逐条核对"
    return "离线作答，未使用大模型" if not said.model else "离线作答，没有采用大模型的话"


def _table(grid: Grid) -> None:
    """The table, and bars where it has one column of numbers for several filings."""
    if len(grid.rows) < 2:
        return
    rows = [dict(zip(grid.columns, row, strict=True)) for row in grid.rows]
    st.dataframe(rows, hide_index=True)
    if len(grid.columns) == 2 and all(isinstance(row[1], int | float) for row in grid.rows):
        st.bar_chart(rows, x=grid.columns[0], y=grid.columns[1], horizontal=True, sort=False)


def _stands_on(found: Sequence[Citation], *, key: str, cite: Callable[[str, str], None]) -> None:
    citations((each for each in found if isinstance(each, Passage)), key=key, cite=cite)
    places: dict[str, list[str]] = {}
    for each in found:
        if isinstance(each, Place):
            places.setdefault(told_where(each), []).append(each.quote)
    if places:
        with st.expander(f"申报书里的出处（{len(places)} 处）", type="compact"):
            for where, quotes in places.items():
                with st.container(gap=None):
                    st.text(where)
                    for quote in quotes:
                        st.text(f"“{quote}”")
