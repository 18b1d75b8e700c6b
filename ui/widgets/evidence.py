"""Where something stands in a document. Its words are shown by `st.text`, which interprets nothing."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from extractors.form import Evidence

__all__ = ["places"]

_SHOWN = 160  # characters of a quote: enough to find it
_MOST = 4  # places; a sum over many cells has more, and the first ones lead there


def places(evidence: Iterable[Evidence], *, key: str) -> None:
    """A line for each place; `key` tells this list from others on the page."""
    found = tuple(evidence)
    if not found:
        return
    with st.container(key=f"places-{key}", gap=None):  # style.css makes it quiet
        for each in found[:_MOST]:
            st.text(f"{_place(each)}　“{_clipped(each.quote)}”")
        if len(found) > _MOST:
            st.text(f"等 {len(found)} 处")


def _place(evidence: Evidence) -> str:
    page = f"第 {evidence.page} 页 " if evidence.page is not None else ""
    return f"{page}{evidence.location}"


def _clipped(quote: str) -> str:
    line = " ".join(quote.split())
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…"
