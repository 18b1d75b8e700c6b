"""`shenbao restore`: a backup back into an empty store."""

from __future__ import annotations

from argparse import Namespace

from ui.arguments import Parser, path
from ui.commands.backup import told
from ui.faults import UsageError
from ui.terminal import say

__all__ = ["add_arguments", "run"]


def add_arguments(parser: Parser) -> None:
    parser.add_argument("path", metavar="文件", type=path, help="shenbao backup 写出的备份")
    parser.epilog = (
        "只恢复到空的位置，不覆盖已有的数据；先停止网页。备份也可以恢复到另一种数据库："
        "从 SQLite 换到 PostgreSQL 时，设好 SHENBAO_DATABASE 再恢复。"
    )


def run(options: Namespace) -> int:
    """Take the archive back; 0 when done. Raises UsageError."""
    from ui.store import StoreError
    from ui.store.places import places
    from ui.store.restore import restore

    try:
        done = restore(places(), options.path)
    except StoreError as error:
        raise UsageError(str(error)) from error
    say(f"已恢复：{told(done.submissions, done.files, done.users)}。所有人要重新登录。")
    return 0
