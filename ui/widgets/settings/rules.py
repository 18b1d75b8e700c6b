"""Which rules are switched off or down for everybody."""

from __future__ import annotations

from typing import Any, Final

import streamlit as st

from extractors.rules import Rule
from ui.store import Desk, StoreError
from ui.worker import NOTICE, demands

__all__ = ["rules"]

_LEVELS: Final = {"": "照通知", "warning": "最多作为提醒", "info": "最多作为提示", "off": "关闭"}
_WORDS: Final = {word: level for level, word in _LEVELS.items()}
_SEVERITIES: Final = {"error": "错误", "warning": "提醒", "info": "提示"}


def rules(desk: Desk) -> None:
    """A table to change in place; what is changed counts for what is judged from then on."""
    import pandas as pd

    known = demands(NOTICE).rules
    present: dict[str, Any] = dict(desk.settings.all()["rules"])
    st.caption("关闭或调低的规则会写在每份报告里。")
    edited = st.data_editor(
        pd.DataFrame([_row(each, present.get(each.code, "")) for each in known.values()]),
        hide_index=True,
        disabled=["规则", "查什么", "程度"],
        column_config={"怎样用": st.column_config.SelectboxColumn(options=list(_WORDS), required=True)},
        height=420,
        key="rules-edited",
    )
    wanted = {
        code: level
        for code, word in zip(edited["规则"], edited["怎样用"], strict=True)
        if (level := _WORDS[word])
    }
    with st.container(horizontal=True):
        if st.button("保存", type="primary", disabled=wanted == present):
            _save(desk, wanted)
        if st.button("按现在的规则重新核对全部材料"):
            _judge_again(desk)


def _row(each: Rule, level: str) -> dict[str, str]:
    return {
        "规则": each.code,
        "查什么": each.title,
        "程度": _SEVERITIES[each.severity],
        "怎样用": _LEVELS[level],
    }


def _save(desk: Desk, wanted: dict[str, str]) -> None:
    try:
        desk.settings.set("rules", wanted)
    except StoreError as error:
        st.error(str(error))
    else:
        st.rerun()


def _judge_again(desk: Desk) -> None:
    rows = desk.submissions.list(size=0).rows
    bar = st.progress(0.0, "正在重新核对……")
    for number, each in enumerate(rows, start=1):
        desk.submissions.judge_again(each.id)
        bar.progress(number / len(rows), f"正在重新核对…… {number}/{len(rows)}")
    st.success(f"重新核对了 {len(rows)} 份。")
