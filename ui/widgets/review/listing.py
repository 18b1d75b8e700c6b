"""The filings as a table: narrowed down, put in order, chosen from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

import streamlit as st

from ui.session import session
from ui.store import Desk
from ui.store.values import STATES, Filter, Listed, Page, Sort
from ui.widgets.review.keys import ReviewKey
from ui.wording import VERDICTS
from ui.worker import NOTICE, demands

__all__ = ["chosen", "filters", "listing"]

_FIGURES: Final = ("platform.investment", "platform.indicators.connected_devices")
_SIZE: Final = 50
_ROW: Final = 35  # pixels of a row of the table
_SORTS: Final[Mapping[str, tuple[Sort, bool]]] = {
    "最近有变动的在前": ("changed", True),
    "问题严重的在前": ("verdict", False),
    "待审核的在前": ("state", False),
    "按推荐名次": ("rank", False),
    "按市": ("city", False),
    "按类别": ("category", False),
    "按平台名称": ("platform", False),
    "按申报单位": ("applicant", False),
}


def filters(desk: Desk) -> Filter:
    """What the reader narrows the list by; nothing chosen is everything."""
    counts = desk.submissions.counts()
    with st.container(key="review-filters"):
        text = st.text_input(
            "查找",
            placeholder="平台、单位或文件名中的字，可写几个，用空格分开",
            key=ReviewKey.TEXT,
            label_visibility="collapsed",
        )
        columns = st.columns(4)
        categories = _several(columns[0], "类别", counts["category"], key=ReviewKey.CATEGORIES)
        cities = _several(columns[1], "市", counts["city"], key=ReviewKey.CITIES)
        states = _several(columns[2], "进度", counts["state"], key=ReviewKey.STATES, words=STATES)
        words = {verdict: label.word for verdict, label in VERDICTS.items()}
        verdicts = _several(columns[3], "检查结果", counts["verdict"], key=ReviewKey.VERDICTS, words=words)
    return Filter(
        text=text or "",
        categories=tuple(categories),
        cities=tuple(cities),
        states=tuple(states),
        verdicts=tuple(verdicts),
    )


def _several(
    place: Any, label: str, counts: Mapping[str, int], *, key: str, words: Mapping[Any, str] | None = None
) -> list[Any]:
    known = words or {}

    def said(value: str) -> str:
        return f"{known.get(value, value) or '未写明'}（{counts.get(value, 0)}）"

    picked: list[Any] = place.multiselect(
        label, sorted(counts), format_func=said, key=key, placeholder="全部", persist_state="session"
    )
    return picked


def listing(desk: Desk, wanted: Filter) -> Sequence[Listed]:
    """One page of the table; gives the rows that are ticked in it."""
    left, right = st.columns([3, 1], vertical_alignment="bottom")
    by = right.selectbox("排序", list(_SORTS), key=ReviewKey.SORT, label_visibility="collapsed")
    sort, descending = _SORTS[by]
    number = _number()
    page = desk.submissions.list(wanted, sort=sort, descending=descending, page=number, size=_SIZE)
    left.text(f"共 {page.total} 份" if page.total else "没有符合条件的材料。")
    if not page.rows:
        return ()
    picked = _table(page)
    if page.total > _SIZE:
        last = -(-page.total // _SIZE)
        st.number_input(f"第几页（共 {last} 页）", 1, last, key=ReviewKey.PAGE, width=200)
    return picked


def _number() -> int:
    said = st.session_state.get(ReviewKey.PAGE, 1)
    return said if isinstance(said, int) and said > 0 else 1


def _table(page: Page) -> Sequence[Listed]:
    import pandas as pd

    config = st.column_config
    shown = st.dataframe(
        pd.DataFrame([_row(each) for each in page.rows]),
        key=ReviewKey.TABLE.format(round=session().round),
        hide_index=True,
        height=_ROW * (min(len(page.rows), 16) + 1) + 3,
        on_select="rerun",
        selection_mode="multi-row",
        placeholder="—",
        column_config={
            "平台": config.TextColumn(width="medium", pinned=True),
            "申报单位": config.TextColumn(width="medium"),
            **{_heading(path): config.NumberColumn(format="localized") for path in _FIGURES},
            "最近变动": config.DatetimeColumn(format="YYYY-MM-DD HH:mm"),
        },
    )
    rows = shown["selection"]["rows"]
    return [page.rows[at] for at in rows if at < len(page.rows)]


def _heading(path: str) -> str:
    """The form's own label, with its unit."""
    field = demands(NOTICE).spec.by_path[path]
    return field.label if not field.unit or field.unit in field.label else f"{field.label}（{field.unit}）"


def _row(each: Listed) -> dict[str, Any]:
    standing = each.reviewer_view
    return {
        "平台": each.platform or each.name,
        "申报单位": each.applicant,
        "类别": each.category or "未写明",
        "市": each.city or "未写明",
        "进度": STATES[each.state] + (f" 第 {each.rank} 名" if each.rank else ""),
        "检查结果": VERDICTS[standing.verdict].word,
        "错误": standing.errors,
        "待确认": standing.reviews,
        "提醒": standing.warnings,
        **{_heading(path): each.figures.get(path) for path in _FIGURES},
        "更正": each.corrections,
        "最近变动": each.changed.astimezone(),
    }


def chosen(picked: Sequence[Listed], *, most: int) -> tuple[bool, bool]:
    """The two ways on from the ticked rows: whether to open one, whether to lay several side by side."""
    with st.container(horizontal=True, vertical_alignment="center"):
        opened = st.button("打开", key=ReviewKey.OPEN, type="primary", disabled=len(picked) != 1)
        compared = st.button(
            f"并排比较（2 至 {most} 份）",
            key=ReviewKey.COMPARE,
            disabled=not 2 <= len(picked) <= most,
        )
        if not picked:
            st.caption("先在表中勾选。")
    return opened, compared
