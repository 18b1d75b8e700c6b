"""The notice clause by clause; the one that is cited is marked and brought into view."""

from __future__ import annotations

from typing import Final

import streamlit as st

from notices.clauses import Clause, NoticeText, UnknownClause
from ui.quoting import around, plain

__all__ = ["clauses"]

_CITED = "cited"  # style.css marks it
_INTO_VIEW: Final = f"""<script>
document.querySelector(".st-key-{_CITED}")?.scrollIntoView({{block: "center"}});
</script>"""


def clauses(text: NoticeText, *, cited: str, quote: str) -> None:
    """All clauses in printed order. A key or words that the notice does not have mark nothing."""
    marked = _marked(text, cited, quote)
    for number, each in enumerate(text.walk(), start=1):
        if each.key == marked:
            with st.container(key=_CITED):
                _clause(each, anchor=f"clause-{number}", quote=quote)
            st.html(_INTO_VIEW, unsafe_allow_javascript=True)
        else:
            _clause(each, anchor=f"clause-{number}")


def _marked(text: NoticeText, cited: str, quote: str) -> str:
    """The key of the clause under `cited` that holds the words: one is cited for what its rows say, too."""
    try:
        holding = text.locate(quote, within=cited)
    except UnknownClause:
        return ""
    return holding.key if holding else cited


def _clause(clause: Clause, *, anchor: str, quote: str = "") -> None:
    """A clause that others stand under opens with its heading; its own words follow."""
    heading = clause.lines[0] if clause.children else ""
    words = "\n".join(clause.lines[1:] if heading else clause.lines)
    if heading:
        (st.header if clause.level == 0 else st.subheader)(plain(heading), anchor=anchor)
    split = around(words, quote)
    if split:
        st.markdown(f"{plain(split.before)}:blue-background[{plain(split.quoted)}]{plain(split.after)}")
    elif words:
        st.text(words)
