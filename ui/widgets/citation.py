"""A clause of the notice that is cited: it opens in its context, with the cited words marked."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import streamlit as st

from notices import load
from notices.notice import Passage
from ui.session import Key, Param
from ui.widgets.clauses import in_context
from ui.worker import NOTICE

__all__ = ["PAGE", "citations"]

PAGE = "screens/notice.py"


def _nowhere(clause: str, quote: str) -> None:
    """There is no notice beside this list."""


def citations(passages: Iterable[Passage], *, key: str, cite: Callable[[str, str], None] = _nowhere) -> None:
    """One that opens for each clause, with all its quotes marked; `key` tells this list from others.

    `cite` is called with the clause and its first words when one is opened or closed.
    """
    by_clause: dict[str, list[str]] = {}
    for clause, quote in passages:
        by_clause.setdefault(clause, []).append(quote)
    for number, (clause, quotes) in enumerate(by_clause.items()):
        opened = st.expander(
            f"依据：{clause}",
            type="compact",
            key=Key.CLAUSE.format(key=f"{key}-{number}"),
            on_change=cite,
            args=(clause, quotes[0]),
        )
        if opened.open:
            with opened:
                st.html(in_context(load(NOTICE).text, clause, quotes))
                st.page_link(
                    PAGE,
                    label="在通知原文中查看 →",
                    query_params={Param.CLAUSE: clause, Param.QUOTE: quotes[0]},
                )
