"""A clause of the notice with its words, and the way to where it stands."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from notices.notice import Passage

__all__ = ["PAGE", "citations"]

PAGE = "screens/notice.py"


def citations(passages: Iterable[Passage], *, expanded: bool = False) -> None:
    """One that opens for each clause, with all its quotes."""
    by_clause: dict[str, list[str]] = {}
    for clause, quote in passages:
        by_clause.setdefault(clause, []).append(quote)
    for clause, quotes in by_clause.items():
        with st.expander(f"依据：{clause}", type="compact", expanded=expanded):
            for quote in quotes:
                st.text(f"“{quote}”")
            st.page_link(
                PAGE,
                label="在通知原文中查看",
                icon=":material/arrow_forward:",
                query_params={"clause": clause, "quote": quotes[0]},
            )
