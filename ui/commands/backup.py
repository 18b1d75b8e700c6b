"""`shenbao backup`: everything that the pages keep, in one archive."""

from __future__ import annotations

from argparse import Namespace

from ui.arguments import Parser, path
from ui.faults import UsageError
from ui.terminal import clean, say

__all__ = ["add_arguments", "run", "told"]


def add_arguments(parser: Parser) -> None:
    parser.add_argument("path", metavar="文件", type=path, help="写到哪里，例如 备份.zip；已有的文件不覆盖")
    parser.epilog = (
        "网页可以照常使用。备份里有全部申报材料和审核记录，请像保管申报材料一样保管；"
        "模型接口的密钥和正在进行的登录不在其中。用 shenbao restore 恢复。"
    )


def run(options: Namespace) -> int:
    """Write the archive; 0 when done. Raises UsageError."""
    from ui.store import StoreError
    from ui.store.backup import back_up
    from ui.store.places import places

    try:
        done = back_up(places(), options.path)
    except StoreError as error:
        raise UsageError(str(error)) from error
    except OSError as error:
        raise UsageError(
            f"写不出“{options.path}”，请检查文件夹是否存在、是否有权限写入、磁盘是否已满。"
        ) from error
    say(f"已备份到 {clean(str(options.path))}：{told(done.submissions, done.files, done.users)}。")
    return 0


def told(submissions: int, files: int, users: int) -> str:
    return f"申报材料 {submissions} 份，文件 {files} 个，账号 {users} 个"
