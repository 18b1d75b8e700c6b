"""The model and what it is told, the limits, the audit log."""

from __future__ import annotations

import os
import time
from typing import Final

import streamlit as st

from assistant.model.settings import Settings, SettingsError
from extractors.guard.limits import LIMITS, SETTINGS
from ui.store import Desk, StoreError
from ui.talking import model as configured

__all__ = ["audit", "limits", "model"]

_SHOWN: Final = 200  # entries of the audit log
_MEANT: Final = {
    "seconds": "一个文件读到出第一页为止的秒数",
    "page_seconds": "其后每页的秒数",
    "whole_seconds": "一个文件总共的秒数",
    "pages": "一个文件的页数",
    "pixels": "一幅图的像素（百万）",
    "file": "一个文件的大小（MB）",
    "archive": "一个 .zip 的大小（MB）",
    "unpacked": "压缩包解开后的大小（MB）",
    "memory": "一个工作进程的内存（MB）",
    "files": "一份材料的文件数",
    "nesting": "压缩包套压缩包的层数",
    "workers": "同时工作的进程数",
}


def model(desk: Desk) -> None:
    """Which endpoint is used; its key comes from the environment alone."""
    kept = desk.settings.all()["endpoint"]
    st.text("不设大模型，一切照常在本机完成。设了以后，回答会先经程序核对引文和数字，核对不过的不显示。")
    with st.form("endpoint", border=False):
        url = st.text_input(
            "服务地址（OpenAI 兼容）", kept.get("base_url", ""), placeholder="http://127.0.0.1:11434/v1"
        )
        name = st.text_input("模型名称", kept.get("model", ""))
        saved = st.form_submit_button("保存", type="primary")
    if saved:
        try:
            desk.settings.set("endpoint", {"base_url": url.strip(), "model": name.strip()})
        except StoreError as error:
            st.error(str(error))
            return
        st.rerun()
    has_key = bool(os.environ.get("SHENBAO_API_KEY", "").strip())
    st.caption(
        f"密钥只从环境变量 SHENBAO_API_KEY 读取，不存入数据库：现在{'已设' if has_key else '没有设'}。"
    )
    try:
        chosen = configured(desk)
    except SettingsError as error:
        st.error(str(error))
        return
    if chosen is None:
        st.info("现在没有使用大模型，没有任何内容离开这台电脑。")
        return
    st.info(_leaves(chosen))
    if st.button("试一下连接"):
        _try(chosen)


def _leaves(chosen: Settings) -> str:
    masked = "姓名、电话、代码等会原样发出" if chosen.share else "姓名、电话、代码等先换成代号再发出"
    return (
        f"提问时，问题和查到的相关原文会发往 {chosen.host}（模型 {chosen.model}）；{masked}。"
        "上传的文件本身不会发出。"
    )


def _try(chosen: Settings) -> None:
    from assistant.model.reach import reachable

    start = time.perf_counter()
    with st.spinner("正在连接……", show_time=False):
        trouble = reachable(chosen)
    if trouble:
        st.error(trouble)
    else:
        st.success(f"连接正常，用了 {time.perf_counter() - start:.1f} 秒。")


def limits() -> None:
    """What a file may have; set by environment variables when the program starts."""
    import pandas as pd

    rows = [
        {"限制": _MEANT[name], "现值": round(getattr(LIMITS, name) / one), "环境变量": variable}
        for variable, (name, one) in SETTINGS.items()
    ]
    st.caption("要改，请设环境变量后重新启动程序。")
    st.dataframe(pd.DataFrame(rows), hide_index=True, height=35 * (len(rows) + 1) + 3)


def audit(desk: Desk) -> None:
    """Who did what, newest first."""
    import pandas as pd

    entries = desk.audit.list(size=_SHOWN)
    rows = [
        {
            "时间": each.at.astimezone(),
            "谁": each.user,
            "做了什么": f"{each.action} {each.kind}",
            "对象": each.label,
            "细节": "，".join(f"{key}={value}" for key, value in each.detail.items()),
        }
        for each in entries
    ]
    st.caption(f"最近 {len(rows)} 条。记录只增不改。")
    st.dataframe(pd.DataFrame(rows), hide_index=True)
