"""批量: a whole set read in the background, with what failed and why."""

from __future__ import annotations

import streamlit as st

from ui.widgets.review.rounds import begin, rounds


def screen() -> None:
    st.title("批量读取", anchor=False)
    st.caption("读成的材料进入“审核”。关掉网页不影响读取；几百份以上、要留作文件的，用命令行 shenbao batch。")
    begin()
    rounds()


screen()
