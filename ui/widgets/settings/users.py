"""Accounts: opened, changed, closed."""

from __future__ import annotations

from importlib import import_module
from typing import Final

import streamlit as st

from notices import NOTICES
from ui.store import ROLES, Desk, StoreError, UserInfo
from ui.store.values import Role
from ui.worker import NOTICE

__all__ = ["users"]

_GIVEN: Final[tuple[Role, ...]] = ("applicant", "city", "province", "admin")


def users(desk: Desk) -> None:
    """The accounts there are, and the form for a new one."""
    import pandas as pd

    if desk.actor.role == "local":
        st.text(
            "自己用不需要账号。要提供给别人使用，先在命令行运行 shenbao admin create 登录名，建立管理员账号。"
        )
        return
    listed = desk.users.list()
    st.dataframe(pd.DataFrame([_row(each) for each in listed]), hide_index=True)
    _change(desk, listed)
    with st.expander("开通账号", expanded=False), st.form("new-user", border=False, clear_on_submit=True):
        left, right = st.columns(2)
        login, name = left.text_input("登录名"), right.text_input("姓名或单位")
        role: Role = left.selectbox("身份", _GIVEN, format_func=ROLES.__getitem__)
        city = right.selectbox(
            "所在市（市级审核人）", ["", *import_module(f"{NOTICES[NOTICE]}.cities").CITIES]
        )
        password = left.text_input("初始密码", type="password", help="用统一身份登录的可以不设，写明邮箱即可")
        email = right.text_input("邮箱")
        if st.form_submit_button("开通", type="primary"):
            _done(
                lambda: desk.users.create(
                    login,
                    role,
                    name=name,
                    city=city if role == "city" else "",
                    email=email,
                    password=password or None,
                )
            )


def _row(each: UserInfo) -> dict[str, object]:
    return {
        "登录名": each.login,
        "姓名或单位": each.name,
        "身份": ROLES[each.role],
        "市": each.city,
        "邮箱": each.email,
        "状态": "停用" if each.disabled else "可用",
        "最近登录": each.last_login,
    }


def _change(desk: Desk, listed: tuple[UserInfo, ...]) -> None:
    by_id = {each.id: each for each in listed}
    with st.expander("修改账号"):
        chosen = st.selectbox("哪个账号", list(by_id), format_func=lambda each: by_id[each].login)
        user = by_id[chosen]
        with st.container(horizontal=True):
            said = "恢复使用" if user.disabled else "停用"
            if st.button(said, key="disable"):
                _done(lambda: desk.users.change(user.id, disabled=not user.disabled))
        with st.form("password-of-user", border=False, clear_on_submit=True):
            password = st.text_input("新密码", type="password")
            if st.form_submit_button("重设密码"):
                _done(lambda: desk.users.set_password(user.id, password))


def _done(change: object) -> None:
    assert callable(change)
    try:
        change()
    except StoreError as error:
        st.error(str(error))
    else:
        st.rerun()
