"""Batches: begun, watched, gone on with, taken away as files."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

import streamlit as st

from ui.filenames import file_name
from ui.house import house
from ui.rounds import BadSet
from ui.session import actor, desk, session
from ui.store import Desk, StoreError
from ui.store.values import Batch
from ui.widgets.review.keys import ReviewKey

__all__ = ["begin", "rounds"]

_REFRESH: Final = 2.0  # seconds
_MOST: Final = 200  # failures shown
_XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def begin() -> None:
    """Where a set comes from: an archive, or on one's own machine a folder."""
    me = actor()
    assert me is not None
    key = ReviewKey.SET.format(round=session().round)
    given = st.file_uploader(
        "一批申报材料",
        type=["zip"],
        key=key,
        label_visibility="collapsed",
        help="一个 .zip，里面每个文件、文件夹或 .zip 是一份申报材料",
    )
    st.caption("放入一个 .zip：里面每个文件、文件夹或 .zip 是一份申报材料。")
    if given is not None:
        session().round += 1
        _started(lambda: house().rounds.begin_zip(me, given.name, given.getvalue()))
    if me.role == "local":
        with st.form("folder", border=False, clear_on_submit=True):
            left, right = st.columns([5, 1], vertical_alignment="bottom")
            said = left.text_input("或者写这台电脑上的文件夹", placeholder="例如 D:\\申报材料")
            if right.form_submit_button("开始") and said.strip():
                _started(lambda: house().rounds.begin_folder(me, Path(said.strip().strip('"'))))


def _started(work: Callable[[], str]) -> None:
    try:
        with st.spinner("正在清点材料……", show_time=False):
            work()
    except (BadSet, StoreError) as error:
        st.error(str(error))
    else:
        st.rerun()


def rounds() -> None:
    """All batches of this user, those under way watched."""
    batches = desk().batches.list()
    if not batches:
        st.text("还没有批量读取过。")
        return
    _watched()


@st.fragment(run_every=_REFRESH)
def _watched() -> None:
    store = desk()
    for each in store.batches.list():
        _one(store, each)


def _one(store: Desk, batch: Batch) -> None:
    total = sum(batch.counts.values())
    done, failed = batch.counts["done"], batch.counts["failed"]
    left = total - done - failed
    with st.container(border=True, gap="small"):
        st.text(f"{batch.name}　{batch.created.astimezone():%Y-%m-%d %H:%M}")
        st.progress(
            (done + failed) / total if total else 1.0, f"共 {total} 份，读成 {done}，失败 {failed}，剩 {left}"
        )
        if failed:
            with st.expander(f"失败的 {failed} 份"):
                items = [each for each in store.batches.get(batch.id).items if each.state == "failed"]
                for each in items[:_MOST]:
                    st.text(f"{each.name}：{each.sentence}")
        _actions(store, batch, unfinished=bool(left or failed))


def _actions(store: Desk, batch: Batch, *, unfinished: bool) -> None:
    me = actor()
    assert me is not None
    under_way = house().rounds.is_under_way(batch.id)
    with st.container(horizontal=True):
        if under_way:
            st.button("停下", key=f"stop-{batch.id}", on_click=house().rounds.stop, args=(me, batch.id))
        elif unfinished:
            label = "重试失败的，继续未完的"
            st.button(label, key=f"go-on-{batch.id}", on_click=house().rounds.go_on, args=(me, batch.id))
        if batch.counts["done"]:
            st.download_button(
                "Excel 工作簿",
                partial(_workbook, batch.id),
                file_name=file_name(f"{batch.name}_汇总.xlsx"),
                mime=_XLSX,
                key=f"book-{batch.id}",
                on_click="ignore",
            )
        st.button(
            "删除记录",
            key=f"delete-{batch.id}",
            type="tertiary",
            on_click=house().rounds.delete,
            args=(me, batch.id),
            help="读成的材料留在“审核”里",
        )


def _workbook(batch_id: str) -> bytes:
    """The set as a workbook, from the latest versions with their corrections."""
    from ui.reports.workbook import write_workbook

    store = desk()
    batch = store.batches.get(batch_id)
    ids = [each.submission for each in batch.items if each.submission is not None]
    unread = [
        {"path": each.name, "error": "failed", "message": each.sentence}
        for each in batch.items
        if each.state == "failed"
    ]
    store.submissions.note_export(ids, "汇总工作簿")
    with TemporaryDirectory(prefix="shenbao-", ignore_cleanup_errors=True) as folder:
        target = Path(folder) / "book.xlsx"
        write_workbook(target, lambda: _results(store, ids), lambda: unread)
        return target.read_bytes()


def _results(store: Desk, ids: list[str]) -> Iterator[dict[str, Any]]:
    from extractors.result import checked

    for each in ids:
        yield checked(store.contents.form(each), store.contents.report(each).report)
