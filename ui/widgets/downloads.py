"""The result to take away; a file is made when it is asked for."""

from __future__ import annotations

import re
from functools import partial
from typing import Final

import streamlit as st

from ui.filenames import file_name
from ui.reports import FORMATS, Draft
from ui.session import Key

__all__ = ["downloads"]


_SUFFIX: Final = re.compile(r"\.[A-Za-z]{2,4}$")


def downloads(draft: Draft) -> None:
    st.text("报告是草稿，供修改申报书时对照，不代替推荐单位和专家的审核。")
    stem = f"自查报告_{_SUFFIX.sub('', draft.name)}_{draft.context.today:%Y%m%d}"
    with st.container(horizontal=True):
        for suffix, made in FORMATS.items():
            st.download_button(
                made.label,
                partial(made.write, draft),
                file_name=file_name(f"{stem}{suffix}"),
                mime=made.mime,
                icon=":material/download:",
                key=Key.DOWNLOAD.format(suffix=suffix),
                on_click="ignore",
            )
