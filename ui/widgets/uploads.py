"""Putting files in: an upload area that is empty again once its files are taken, and samples to try."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import streamlit as st

from ui.session import Key, Session
from ui.submissions import Upload

__all__ = ["samples", "uploader"]

_SAMPLES: Final = Path(__file__).resolve().parents[2] / "samples"
_MOST = 8


def uploader(present: Session) -> None:
    """An area to drop files on. What is dropped is taken into the session, which outlives this page."""
    key = Key.UPLOADER.format(round=present.round)
    st.toggle(
        "一起放入的几个文件是同一份申报材料（申报书和它的附件）",
        value=True,
        key=Key.TOGETHER,
        persist_state="session",
    )
    st.file_uploader(
        "把申报材料放到这里：申报书可以是 Word、WPS、PDF、OFD、扫描件或照片，附件可一起放入，或打成一个 .zip",
        accept_multiple_files=True,
        key=key,
        on_change=_take,
        args=(present, key),
    )


def _take(present: Session, key: str) -> None:
    files = [(each.name, each.getvalue()) for each in st.session_state[key]]
    if st.session_state[Key.TOGETHER] and files:
        present.put_in(Upload.of(*files))
    else:
        present.put_in(*(Upload.of(each) for each in files))
    present.round += 1


def samples(present: Session) -> None:
    """A button for each sample that comes with the program, until something was put in."""
    found = sorted(_SAMPLES.glob("*.docx"))[:_MOST] if _SAMPLES.is_dir() else []
    if not found or present.outcomes or present.pending:
        return
    st.caption("手边没有申报书？用样例试一试：")
    with st.container(horizontal=True):
        for path in found:
            key = Key.SAMPLE.format(name=path.stem)
            st.button(path.stem.replace("_", " "), key=key, on_click=_try, args=(present, path))


def _try(present: Session, path: Path) -> None:
    present.put_in(Upload(path.name, path.read_bytes()))
