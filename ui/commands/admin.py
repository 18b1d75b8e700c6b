"""`shenbao admin`: accounts, by whoever may write the database's files."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Callable, Mapping
from contextlib import closing
from datetime import datetime
from typing import TYPE_CHECKING, Final

from ui.arguments import Parser
from ui.faults import UsageError
from ui.terminal import clean, say

if TYPE_CHECKING:
    from ui.store import Store

__all__ = ["add_arguments", "run"]

_LONGEST: Final = 1024  # characters of a line on standard input


def add_arguments(parser: Parser) -> None:
    parser.add_argument(
        "action",
        metavar="操作",
        help="create 新建管理员；passwd 重设密码；disable 停用账号；list 列出账号；"
        "adopt 把没有账号时存下的材料转给这个账号",
    )
    parser.add_argument("name", metavar="登录名", nargs="?", help="list 以外都要写明是哪个账号")
    parser.epilog = (
        "密码在终端上输入，不显示，也不写在命令里；脚本可以从标准输入给出一行。"
        "其他账号由管理员在网页的“设置”里建立。建立第一个账号以后，打开网页都要登录。"
    )


def run(options: Namespace) -> int:
    """Create, change or list; 0 when done. Raises UsageError."""
    if options.action not in _ACTIONS:
        raise UsageError(f"没有“{options.action}”这个操作，可用的有 {'、'.join(_ACTIONS)}。")
    if (options.action == "list") != (options.name is None):
        wanted = "不写" if options.action == "list" else "要写明"
        raise UsageError(f"shenbao admin {options.action} {wanted}登录名。")
    from ui.store import StoreError, open_store

    try:
        with closing(open_store()) as store:
            return _ACTIONS[options.action](store, options.name or "")
    except StoreError as error:
        raise UsageError(str(error)) from error


def _create(store: Store, name: str) -> int:
    first = not store.accounts.exist()
    made = store.accounts.create_admin(name, _password())
    say(
        f"已建立管理员账号“{clean(made.login)}”。"
        + ("从现在起，打开网页都要登录；以前存下的材料用 shenbao admin adopt 转给某个账号。" if first else "")
    )
    return 0


def _passwd(store: Store, name: str) -> int:
    store.accounts.reset_password(name, _password())
    say(f"“{clean(name)}”的密码已重设，原来的登录都已退出。")
    return 0


def _disable(store: Store, name: str) -> int:
    store.accounts.disable(name)
    say(f"账号“{clean(name)}”已停用，它的登录都已退出。")
    return 0


def _adopt(store: Store, name: str) -> int:
    count = store.accounts.adopt(name)
    say(f"已把没有账号时存下的 {count} 份材料转给“{clean(name)}”。")
    return 0


def _list(store: Store, _: str) -> int:
    from ui.store import ROLES
    from ui.tables import Cell, table
    from ui.terminal import columns

    rows = [
        (
            Cell(clean(each.login)),
            Cell(clean(each.name)),
            Cell(f"{ROLES[each.role]}{each.city and f'（{clean(each.city)}）'}"),
            Cell("停用" if each.disabled else "可用"),
            Cell(_moment(each.last_login)),
        )
        for each in store.accounts.list()
    ]
    if not rows:
        say("还没有账号。建立第一个管理员：shenbao admin create 登录名")
        return 0
    for line in table(rows, header=("登录名", "姓名", "身份", "状态", "最近登录"), columns=columns()):
        say(line)
    return 0


def _moment(at: datetime | None) -> str:
    return "没有登录过" if at is None else at.astimezone().strftime("%Y-%m-%d %H:%M")


_ACTIONS: Final[Mapping[str, Callable[[Store, str], int]]] = {
    "create": _create,
    "passwd": _passwd,
    "disable": _disable,
    "adopt": _adopt,
    "list": _list,
}


def _password() -> str:
    """What is typed twice without being shown; without a terminal, the first line of standard input."""
    if sys.stdin is None:
        raise UsageError("没有可以输入密码的地方，请在终端上运行。")
    if not sys.stdin.isatty():
        line = sys.stdin.readline(_LONGEST).rstrip("\r\n")
        if not line:
            raise UsageError("标准输入上没有密码。")
        return line
    from getpass import getpass

    typed = getpass("密码（不显示）：")
    if getpass("再输入一次：") != typed:
        raise UsageError("两次输入的密码不一样，没有保存。")
    return typed
