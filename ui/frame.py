"""What stands around every page: who is at work, and how one gets from one page to another."""

from __future__ import annotations

from pathlib import Path
from typing import Final, NamedTuple

import streamlit as st

from ui.gate import LOGIN, LOGOUT, REFUSALS
from ui.house import house
from ui.session import Key, Param, actor, session
from ui.store import ROLES, Actor, LoginFailed, StoreError, Unusable
from ui.store.values import Role

_SCREENS: Final = Path(__file__).with_name("screens")
_EVERYONE: Final = frozenset(ROLES)


class _Screen(NamedTuple):
    file: str
    title: str
    roles: frozenset[Role]


# In the order of the menu; the first that somebody may see is where they come in.
SCREENS: Final = (
    _Screen("check.py", "自查", frozenset({"applicant", "city", "province", "local"})),
    _Screen("review.py", "审核", frozenset({"city", "province", "local"})),
    _Screen("batch.py", "批量", frozenset({"city", "province", "local"})),
    _Screen("ask.py", "问答", _EVERYONE),
    _Screen("notice.py", "通知原文", _EVERYONE),
    _Screen("settings.py", "设置", frozenset({"admin", "local"})),
)


def frame() -> None:
    # For an icon of Streamlit's own (":material/...") the browser would ask a server elsewhere.
    st.set_page_config(page_title="申报自查", page_icon="📋", layout="wide")
    st.html(Path(__file__).with_name("style.css"))
    try:
        me = actor()
    except Unusable as error:
        st.error(str(error))
        return
    except LoginFailed as error:
        _gate(str(error))
        return
    if me is None:
        _gate(REFUSALS.get(st.query_params.get(Param.REFUSED, ""), ""))
        return
    if session().user not in ("", me.id):  # what another user had open is not for this one
        st.session_state.clear()
    session().user = me.id
    _pages(me)


def _pages(me: Actor) -> None:
    mine = [each for each in SCREENS if me.role in each.roles and (_SCREENS / each.file).is_file()]
    pages = [
        st.Page(
            _SCREENS / each.file, title=each.title, url_path=Path(each.file).stem, default=each is mine[0]
        )
        for each in mine
    ]
    shown = st.navigation(pages, position="hidden")
    # Streamlit's own menus hide behind an arrow, or cover the page, where it is narrow.
    with st.container(horizontal=True, key="menu", vertical_alignment="center", gap="xsmall"):
        for page in pages:
            st.page_link(page)
        if me.role != "local":
            _account(me)
    try:
        shown.run()
    except StoreError as error:  # no such filing, no right to it, the database is away
        st.error(str(error))


def _account(me: Actor) -> None:
    with st.popover(me.name, type="tertiary", key=Key.ACCOUNT):
        st.text(f"{ROLES[me.role]}{f'（{me.city}）' if me.city else ''}")
        if getattr(st.user, "is_logged_in", False):
            st.button("退出登录", key=Key.LOGOUT, on_click=st.logout)
            return
        if st.button("修改密码", key=Key.CHANGE):
            _password(me)
        st.html(LOGOUT)


@st.dialog("修改密码")
def _password(me: Actor) -> None:
    with st.form("password", border=False):
        old = st.text_input("现在的密码", type="password")
        new = st.text_input("新密码", type="password")
        again = st.text_input("再写一遍新密码", type="password")
        if not st.form_submit_button("保存", type="primary"):
            return
    if new != again:
        st.error("两次写的新密码不一样。")
        return
    try:
        house().store.accounts.change_password(me, old, new)
    except StoreError as error:
        st.error(str(error))
    else:
        st.success("密码已修改，请用新密码重新登录。")


def _gate(refusal: str) -> None:
    with st.container(key="gate"):
        st.title("申报自查", anchor=False)
        st.caption("请先登录。账号由管理员开通。")
        if refusal:
            st.error(refusal)
        st.html(LOGIN)
        if getattr(st.user, "is_logged_in", None) is not None:  # a provider is configured
            st.button("用统一身份登录", key=Key.PROVIDER, on_click=st.login)


frame()
