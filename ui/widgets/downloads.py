"""The result to take away; a file is made when it is asked for."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Final

import streamlit as st

from extractors.form import Evidence
from ui.filenames import file_name
from ui.house import house
from ui.pictures import Picture
from ui.reports import FORMATS, TITLES, Draft
from ui.session import Key, desk
from ui.store import Desk
from ui.widgets.spot import Filed

__all__ = ["downloads"]

_SUFFIX: Final = re.compile(r"\.[A-Za-z]{2,4}$")
_PICTURED: Final = frozenset({".docx", ".html"})
_PLACES: Final = 2  # of each finding
_MOST: Final = 40  # pictures in a report


def downloads(draft: Draft, *, filed: Filed | None = None) -> None:
    """`filed`: where the pages are that reports for people show; without it they show none."""
    st.text("报告是草稿，供修改申报书时对照，不代替推荐单位和专家的审核。")
    stem = f"{TITLES[draft.context.view]}_{_SUFFIX.sub('', draft.name)}_{draft.context.today:%Y%m%d}"
    store = desk()  # a file is made outside of the page's run
    with st.container(horizontal=True):
        for suffix, made in FORMATS.items():
            shown = filed if suffix in _PICTURED else None
            st.download_button(
                made.label,
                partial(_made, made.write, draft, shown, store),
                file_name=file_name(f"{stem}{suffix}"),
                mime=made.mime,
                key=Key.DOWNLOAD.format(suffix=suffix),
                on_click="ignore",
            )


def _made(write: Callable[[Draft], bytes], draft: Draft, filed: Filed | None, store: Desk) -> bytes:
    if filed is None:
        return write(draft)
    places = [place for each in draft.report.findings for place in each.evidence[:_PLACES]]
    wanted = list(dict.fromkeys(places))[:_MOST]
    pictures = _pictures(store, filed, wanted)
    around = {
        each: lines
        for each in wanted
        if each not in pictures and (lines := house().shelf.context(store, *filed, each)) is not None
    }
    return write(replace(draft, pictures=pictures, around=around))


def _pictures(store: Desk, filed: Filed, wanted: list[Evidence]) -> dict[Evidence, Picture]:
    shown = zip(wanted, house().shelf.pictures(store, *filed, wanted), strict=True)
    return {each: picture for each, picture in shown if isinstance(picture, Picture)}
