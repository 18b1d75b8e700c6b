"""From a path to bytes, or to the sentence that says why not."""

from __future__ import annotations

import errno
import stat
from pathlib import Path

from extractors.errors import Corrupt, Empty, NotFound, ReadError, Unsupported
from extractors.guard.faults import file_too_large, shown
from extractors.guard.limits import LIMITS, Limits

__all__ = ["read_bytes"]

_NO_SUCH_PATH = frozenset({errno.ENOENT, errno.ENOTDIR, errno.ELOOP, errno.ENAMETOOLONG, errno.EINVAL})
_NOT_ALLOWED = frozenset({errno.EACCES, errno.EPERM})


def read_bytes(path: Path, *, limits: Limits = LIMITS) -> bytes:
    """The bytes of the regular file at `path`; a device or a pipe is refused before it can block.

    Raises NotFound, Empty, TooLarge, Unsupported (a folder or a device) or Corrupt (a failing disk, a file
    that is being written).
    """
    name = path.name or str(path)
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise _no_file(name, folder=stat.S_ISDIR(status.st_mode))
        if status.st_size > limits.file:
            raise file_too_large(name, limits=limits)
        with path.open("rb") as file:
            data = file.read(status.st_size + 1)
    except (OSError, ValueError) as error:  # ValueError: NUL in the path
        raise _translated(path, error) from error
    if len(data) != status.st_size:
        raise Corrupt(f"“{shown(name)}”正在被其他程序写入，请等它保存或下载完成后重试。")
    if not data:
        raise Empty(f"“{shown(name)}”是空文件（0 字节），请重新导出或重新上传申报书。")
    return data


def _no_file(name: str, *, folder: bool) -> Unsupported:
    what = "是文件夹" if folder else "不是普通文件"
    return Unsupported(f"“{shown(name)}”{what}，请指定申报书文件，或它所在的文件夹。")


def _translated(path: Path, error: OSError | ValueError) -> ReadError:
    name = shown(path.name or str(path))
    number = error.errno if isinstance(error, OSError) else errno.EINVAL
    if number in _NO_SUCH_PATH:
        return NotFound(f"找不到文件“{shown(str(path))}”，请检查路径和文件名是否正确。")
    if number in _NOT_ALLOWED:
        return NotFound(f"没有权限读取“{name}”，请检查文件权限，或先关闭正在使用它的程序。")
    return Corrupt(f"读取“{name}”时磁盘或网络出错，请把文件复制到本机后重试。")
