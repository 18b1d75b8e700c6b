"""A user's own submissions, newest first."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Final

import streamlit as st

from ui.session import Key, desk
from ui.store import STATES, Filter, Listed
from ui.wording import VERDICTS

__all__ = ["listing", "told_time"]

_SIZE: Final = 10


def listing(choose: Callable[[str], None]) -> None:
    """A card each; `choose` gets the id of the one that is opened."""
    store = desk()
    number = st.session_state.get(Key.LIST_PAGE, 1)
    page = store.submissions.list(Filter(mine=True, view="applicant"), page=number, size=_SIZE)
    if not page.total:
        return
    st.subheader(f"我的材料（{page.total}）", anchor=False)
    for each in page.rows:
        _row(each, choose, handed_over=store.actor.role != "local")
    if page.total > _SIZE:
        st.number_input(
            "第几页", min_value=1, max_value=-(-page.total // _SIZE), key=Key.LIST_PAGE, width=140
        )


def _row(listed: Listed, choose: Callable[[str], None], *, handed_over: bool) -> None:
    word, colour = VERDICTS[listed.applicant_view.verdict]
    with (
        st.container(border=True, key=f"filing-{listed.id}"),
        st.container(horizontal=True, vertical_alignment="center"),
    ):
        with st.container(gap=None, width="stretch"):
            st.text(listed.platform or listed.name)
            parts = [listed.applicant, told_time(listed.changed), f"第 {listed.versions} 版"]
            if handed_over:
                parts.append(STATES[listed.state])
            st.text(" · ".join(filter(None, parts)))
        st.badge(word, color=colour)
        st.button("打开", key=Key.OPEN.format(id=listed.id), on_click=choose, args=(listed.id,))


def told_time(moment: datetime) -> str:
    return moment.astimezone().strftime("%Y-%m-%d %H:%M")
