"""设置: accounts, the model, rules, limits, the audit log."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from ui.session import desk
from ui.widgets.settings.rules import rules
from ui.widgets.settings.told import audit, limits, model
from ui.widgets.settings.users import users


def screen() -> None:
    present = desk()
    st.title("设置", anchor=False)
    parts: dict[str, Callable[[], None]] = {
        "大模型": lambda: model(present),
        "规则": lambda: rules(present),
        "限制": limits,
        "账号": lambda: users(present),
        "操作记录": lambda: audit(present),
    }
    for tab, show in zip(
        st.tabs(list(parts), key="settings", on_change="rerun"), parts.values(), strict=True
    ):
        if tab.open:
            with tab:
                show()


screen()
