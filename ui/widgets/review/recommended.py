"""附件2 from the decisions: who is recommended in which city, how far the quota is filled, the files."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import partial
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

import streamlit as st

from notices import NOTICES
from ui.session import kept
from ui.store import Desk
from ui.store.values import Filter, Listed
from ui.widgets.review.keys import ReviewKey
from ui.worker import NOTICE

__all__ = ["recommended"]

_OFFICE: Final = "application/vnd.openxmlformats-officedocument"
_FILES: Final[Mapping[str, tuple[str, str]]] = {
    ".docx": ("Word 汇总表", f"{_OFFICE}.wordprocessingml.document"),
    ".xlsx": ("Excel 汇总表", f"{_OFFICE}.spreadsheetml.sheet"),
}


def recommended(desk: Desk, wanted: Filter) -> None:
    """The recommended platforms by city and rank, with what each category may still have."""
    narrowed = Filter(text=wanted.text, cities=wanted.cities, states=("recommended",))
    rows = desk.submissions.list(narrowed, sort="rank", descending=False, size=0).rows
    if not rows:
        st.text("还没有推荐的平台：打开一份材料，在“审定”里选“推荐”并写名次，就会列在这里。")
        return
    cities: dict[str, list[Listed]] = defaultdict(list)
    for each in rows:
        cities[each.city].append(each)
    for city, group in cities.items():
        st.subheader(city or "未写明所在市", anchor=False)
        _quota(group)
        _table(group)
    _downloads(desk, rows)


def _quota(group: Sequence[Listed]) -> None:
    facts = import_module(f"{NOTICES[NOTICE]}.facts")
    counts = Counter(each.category for each in group)
    with st.container(horizontal=True):
        for category, most in facts.QUOTAS.value.items():
            used = counts.get(category, 0)
            st.badge(f"{category} {used}/{most}", color="red" if used > most else "green" if used else "gray")
    over = import_module(f"{NOTICES[NOTICE]}.summary").over_quota(counts)
    for sentence in over:
        st.warning(sentence)


def _table(group: Sequence[Listed]) -> None:
    import pandas as pd

    rows = [
        {
            "名次": each.rank,
            "平台": each.platform or each.name,
            "申报单位": each.applicant,
            "类别": each.category,
        }
        for each in group
    ]
    st.dataframe(pd.DataFrame(rows), hide_index=True)


def _downloads(desk: Desk, rows: Sequence[Listed]) -> None:
    stamp = tuple((each.id, each.rank, each.changed) for each in rows)
    written = {
        suffix: kept(("summary", suffix, stamp), partial(_written, desk, rows, suffix)) for suffix in _FILES
    }
    with st.container(horizontal=True):
        for suffix, (label, mime) in _FILES.items():
            st.download_button(
                label,
                written[suffix][0],
                file_name=f"推荐汇总表{suffix}",
                mime=mime,
                key=ReviewKey.SUMMARY.format(suffix=suffix),
                on_click=desk.submissions.note_export,
                args=([each.id for each in rows], f"推荐汇总表{suffix}"),
            )
    if notes := written[".docx"][1]:
        st.caption("报送前请看一看：")
        for each in notes:
            st.text(f"· {each}")


def _written(desk: Desk, rows: Sequence[Listed], suffix: str) -> tuple[bytes, tuple[str, ...]]:
    from extractors.result import extraction
    from ui.reports.summary_table import write_summary_tables

    results: list[dict[str, Any]] = []
    ranks: dict[str, int] = {}
    for each in rows:
        name = each.platform or each.name
        name = name if name not in ranks else f"{name}（{each.applicant}）{len(ranks)}"
        found = extraction(desk.contents.form(each.id))
        results.append({**found, "source": {**found["source"], "path": name}})
        ranks[name] = each.rank or 0
    with TemporaryDirectory(prefix="shenbao-", ignore_cleanup_errors=True) as folder:
        target = Path(folder) / f"summary{suffix}"
        notes = write_summary_tables(target, lambda: results, chosen=ranks)
        return target.read_bytes(), notes
