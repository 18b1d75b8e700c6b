"""审核: the filings that were handed in, one of them opened, what becomes of them."""

from __future__ import annotations

from typing import Final

import streamlit as st

from ui.session import Param, desk
from ui.widgets.review.charts import charts
from ui.widgets.review.compare import MOST, compare
from ui.widgets.review.keys import ReviewKey
from ui.widgets.review.listing import chosen, filters, listing
from ui.widgets.review.opened import opened
from ui.widgets.review.recommended import recommended

_LIST: Final = "清单"
_PARTS: Final = (_LIST, "图表", "推荐汇总表")


def screen() -> None:
    one = st.query_params.get(Param.SUBMISSION, "")
    several = st.query_params.get(ReviewKey.SIDE_BY_SIDE, "")
    if not one and not several:
        _overview()
        return
    if st.button("← 回到清单", key=ReviewKey.BACK, type="tertiary"):
        _go()
    if one:
        opened(desk(), one)
    else:
        compare(desk(), several.split(",")[:MOST])


def _go(**params: str) -> None:
    """What is looked at stands in the page's address, so that a reload comes back to it."""
    st.query_params.from_dict(params)
    st.rerun()


def _overview() -> None:
    present = desk()
    st.title("审核", anchor=False)
    wanted = filters(present)
    part = st.segmented_control(
        "看什么", _PARTS, default=_LIST, required=True, key=ReviewKey.PART, label_visibility="collapsed"
    )
    if part == "图表":
        charts(present, wanted)
    elif part == "推荐汇总表":
        recommended(present, wanted)
    else:
        picked = listing(present, wanted)
        to_open, to_compare = chosen(picked, most=MOST)
        if to_open:
            _go(**{Param.SUBMISSION: picked[0].id})
        if to_compare:
            _go(**{ReviewKey.SIDE_BY_SIDE: ",".join(each.id for each in picked)})


screen()
