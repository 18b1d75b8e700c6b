"""What stops a whole run, as one sentence: another's run, a full disk, a folder that can't be written."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from extractors.errors import ReadError

__all__ = ["KEPT_IN", "Busy", "CannotWrite", "writing"]

KEPT_IN = ".shenbao"  # in OUT: what is kept from run to run
_NO_ROOM = frozenset({errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)})
_NOT_ALLOWED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


class Busy(ReadError):
    """Another run writes to the same folder."""


class CannotWrite(ReadError):
    """The results can't be written down."""


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Raise CannotWrite for what the disk says while `path` is written."""
    try:
        yield
    except OSError as error:
        raise CannotWrite(_sentence(error, path)) from error


def _sentence(error: OSError, path: Path) -> str:
    if KEPT_IN in path.parts:  # the names in there say nothing to anybody
        path = Path(*path.parts[: path.parts.index(KEPT_IN)])
    if error.errno in _NO_ROOM:
        return f"磁盘已满，写不下“{path}”，已停止：请清理磁盘后再运行同一命令，会接着做，已完成的不会重做。"
    if error.errno in _NOT_ALLOWED:
        return (
            f"不能写入“{path}”，请检查是否有权限、是否正被 Excel 或 Word 打开，关闭后再运行同一命令，"
            "已完成的不会重做。"
        )
    if error.errno in {errno.ENOTDIR, errno.EEXIST}:
        return f"“{path}”的位置上有一个同名的文件，不能用来存放结果，请用 --out 换一个文件夹。"
    return f"写入“{path}”时磁盘或网络出错，已停止，请检查后再运行同一命令，已完成的不会重做。"
