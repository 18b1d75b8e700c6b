"""Putting files in: an upload area that is empty again once its files are taken, and samples to try."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final, TypeAlias

import streamlit as st
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.scriptrunner import get_script_run_ctx

from ui.session import Key, session
from ui.submissions import Upload

__all__ = ["next_version", "samples", "uploader"]

_SAMPLES: Final = Path(__file__).resolve().parents[2] / "samples"
_MOST: Final = 8
_WHAT: Final = "申报书可以是 Word、WPS、PDF、OFD、扫描件或照片；附件可一起放入，或打成一个 .zip"

Take: TypeAlias = Callable[[Sequence[Upload]], None]


def uploader(take: Take) -> None:
    """An area to drop files on; `take` gets what was dropped."""
    key = Key.UPLOADER.format(round=session().round)
    st.file_uploader(
        "把申报材料放到这里",
        help=_WHAT,
        accept_multiple_files=True,
        key=key,
        on_change=_taken,
        args=(key, take),
        label_visibility="collapsed",
    )
    st.caption(_WHAT)
    st.toggle(
        "一起放入的几个文件是同一份申报材料（申报书和它的附件）",
        value=True,
        key=Key.TOGETHER,
        persist_state="session",
    )


def next_version(take: Take) -> None:
    """The same for the next version of one submission: all files are one upload."""
    key = Key.NEXT.format(round=session().round)
    st.caption("放入改好的申报材料，会成为这份材料的新版本，并和上一版比较。")
    st.file_uploader(
        "改好的申报材料",
        help=_WHAT,
        accept_multiple_files=True,
        key=key,
        on_change=_taken,
        args=(key, take),
        kwargs={"together": True},
        label_visibility="collapsed",
    )


def _taken(key: str, take: Take, *, together: bool = False) -> None:
    # The browser may send a list that was taken once more, before it knows of the empty one.
    new = [each for each in st.session_state[key] if each.file_id not in session().taken]
    session().taken.update(each.file_id for each in new)
    files = [(each.name, each.getvalue()) for each in new]
    if not files:
        return
    _let_go([each.file_id for each in new])
    if together or st.session_state[Key.TOGETHER]:
        take([Upload.of(*files)])
    else:
        take([Upload.of(each) for each in files])
    session().round += 1


def _let_go(ids: Sequence[str]) -> None:
    """The inbox has them: Streamlit would keep them in memory for as long as the page is open."""
    context = get_script_run_ctx()
    if context is not None and isinstance(context.uploaded_file_mgr, MemoryUploadedFileManager):
        for each in ids:
            context.uploaded_file_mgr.remove_file(context.session_id, each)


def samples(take: Take) -> None:
    """A button for each sample that comes with the program."""
    found = sorted(_SAMPLES.glob("*.docx"))[:_MOST] if _SAMPLES.is_dir() else []
    if not found:
        return
    st.caption("手边没有申报书？用样例试一试：")
    with st.container(horizontal=True):
        for path in found:
            key = Key.SAMPLE.format(name=path.stem)
            st.button(path.stem.replace("_", " "), key=key, on_click=_try, args=(take, path))


def _try(take: Take, path: Path) -> None:
    take([Upload(path.name, path.read_bytes())])
