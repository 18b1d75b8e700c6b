"""A place in a filing: the page's picture with the spot marked, else the words with the lines around them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

import streamlit as st

from extractors.form import Evidence
from ui.house import house
from ui.pictures import NoPicture, Picture
from ui.session import Key, desk
from ui.store import Version

__all__ = ["Filed", "spots"]

_MOST: Final = 9  # places of one finding; the first ones lead to the others
_QUOTED: Final = 600  # characters of the words, where there is no picture


class Filed(NamedTuple):
    """Which files a place is in."""

    submission: str
    version: Version


def spots(filed: Filed, evidence: Sequence[Evidence], *, key: str) -> None:
    """One of several places at a time; `key` tells this list from others on the page."""
    found = list(dict.fromkeys(each for each in evidence if each.quote or each.bbox))[:_MOST]
    if not found:
        st.caption("材料里没有可以指给您看的位置。")
        return
    at = 0
    if len(found) > 1:
        at = st.segmented_control(
            "第几处",
            range(len(found)),
            default=0,
            required=True,
            format_func=lambda number: f"第 {number + 1} 处",
            key=Key.PLACE.format(key=key),
            label_visibility="collapsed",
        )
    _spot(filed, found[at], key=key)


def _spot(filed: Filed, evidence: Evidence, *, key: str) -> None:
    store = desk()
    with st.spinner("正在打开原文……", show_time=False):
        (shown,) = house().shelf.pictures(store, *filed, [evidence])
    if isinstance(shown, NoPicture):
        _words(filed, evidence, shown)
        return
    st.image(shown.crop, width="stretch", alt=f"原文第 {shown.number} 页，标出了这一处")
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(_where(evidence, shown), width="stretch")
        if st.button("看整页", key=Key.WHOLE.format(key=key), type="tertiary"):
            _page(filed, evidence)


def _where(evidence: Evidence, shown: Picture) -> str:
    page = f"第 {shown.number} 页"
    return f"{page}（本机排版，页码可能与 Word 中不同）" if shown.printed else page


@st.dialog("原文", width="large")
def _page(filed: Filed, evidence: Evidence) -> None:
    with st.spinner("正在画出整页……"):
        (shown,) = house().shelf.pictures(desk(), *filed, [evidence], whole=True)
    if isinstance(shown, Picture):
        st.image(shown.page, width="stretch", alt=f"原文第 {shown.number} 页")
    else:
        st.text(shown.reason)


def _words(filed: Filed, evidence: Evidence, instead: NoPicture) -> None:
    """The quoted words in their context, where there is no page to show."""
    around = house().shelf.context(desk(), *filed, evidence) if evidence.page is None else None
    with st.container(gap="xxsmall", key=f"words-{abs(hash(evidence))}"):  # style.css
        for each in around.before if around else ():
            st.text(each)
        with st.container(key=f"quoted-{abs(hash(evidence))}"):
            st.text(evidence.quote[:_QUOTED] + ("…" if len(evidence.quote) > _QUOTED else ""))
        for each in around.after if around else ():
            st.text(each)
    st.caption(instead.reason)
