"""One figure of all the filings, by category, with one of them marked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import streamlit as st

from ui.reports.medians import indicators
from ui.store import Desk
from ui.store.values import Filter, Listed
from ui.widgets.review.keys import ReviewKey
from ui.worker import NOTICE, demands

__all__ = ["charts"]

_WITHOUT = "（不标出）"


def charts(desk: Desk, wanted: Filter) -> None:
    """A strip for each category: a point a filing, a line at the median."""
    rows = desk.submissions.list(wanted, sort="platform", descending=False, size=0).rows
    spec = demands(NOTICE).spec
    figures = {
        each.path: f"{each.title}{f'（{each.unit}）' if each.unit else ''}" for each in indicators(spec)
    }
    extra = {"platform.investment": spec.by_path["platform.investment"]}
    figures |= {path: f"{each.title}（{each.unit}）" for path, each in extra.items()}
    left, right = st.columns([3, 2])
    path = left.selectbox(
        "看哪项指标",
        list(figures),
        index=list(figures).index("platform.indicators.connected_devices"),
        format_func=figures.__getitem__,
        key=ReviewKey.FIGURE,
    )
    names = {each.id: each.platform or each.name for each in rows}
    marked = right.selectbox(
        "标出哪份",
        ["", *names],
        format_func=lambda each: names.get(each, _WITHOUT),
        key=ReviewKey.MARKED,
    )
    told = [each for each in rows if each.figures.get(path) is not None]
    st.caption(f"{len(rows)} 份材料中有 {len(told)} 份写明了这一项；竖线是各类的中位数。")
    if told:
        logarithmic = st.toggle("按数量级（对数）", key=ReviewKey.LOGARITHM)
        st.altair_chart(_strips(told, path, figures[path], marked=marked, logarithmic=logarithmic))


def _strips(rows: Sequence[Listed], path: str, title: str, *, marked: str, logarithmic: bool) -> Any:
    import altair as alt
    import pandas as pd

    table = pd.DataFrame(
        {
            "平台": each.platform or each.name,
            "申报单位": each.applicant,
            "类别": each.category or "未写明",
            "数值": each.figures[path],
            "标出": each.id == marked,
        }
        for each in rows
    )
    if logarithmic:
        table = table[table["数值"] > 0]
    scale = alt.Scale(type="log") if logarithmic else alt.Scale(zero=False)
    across = alt.X("数值:Q", title=title, scale=scale)
    base = alt.Chart(table).encode(y=alt.Y("类别:N", title=None, axis=alt.Axis(labelLimit=200)))
    points = base.mark_circle(opacity=0.75).encode(
        x=across,
        size=alt.condition("datum.标出", alt.value(260), alt.value(70)),
        color=alt.condition("datum.标出", alt.value("#c0392b"), alt.value("#2f5d8a")),
        tooltip=["平台:N", "申报单位:N", alt.Tooltip("数值:Q", format=",")],
    )
    middles = base.mark_tick(thickness=3, size=28, color="#e08e0b").encode(
        x=alt.X("median(数值):Q", scale=scale)
    )
    return (points + middles).properties(height=alt.Step(64))
