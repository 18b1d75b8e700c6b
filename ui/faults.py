"""What went wrong, as one sentence, one code and one exit status."""

from __future__ import annotations

import errno
import os
from typing import Final, NamedTuple

from extractors.errors import ReadError
from ui.terminal import OutputLost, complain, say_json

__all__ = ["STOPPED", "WRONG", "Fault", "UsageError", "debugging", "explain", "tell"]

WRONG: Final = 2  # exit status: wrong usage, or an input that can't be read
STOPPED: Final = 130  # by Ctrl+C, as shells count it

_NOT_THERE = frozenset(
    {errno.ENOENT, errno.ENOTDIR, errno.ELOOP, errno.ENAMETOOLONG, errno.EACCES, errno.EPERM}
)


class UsageError(Exception):
    """The command can't be carried out as it was given; `str()` of it is the sentence for the user."""

    def __init__(self, sentence: str, *, code: str = "unsupported") -> None:
        super().__init__(sentence)
        self.code = code


class Fault(NamedTuple):
    """One of the codes of the interface, and a plain Chinese sentence."""

    code: str
    message: str


def debugging() -> bool:
    return os.environ.get("SHENBAO_DEBUG", "0") not in {"", "0"}


def explain(error: Exception) -> Fault:
    """What a user is told of `error`."""
    match error:
        case ReadError() | UsageError():
            return Fault(error.code, str(error))
        case OutputLost():
            return Fault("internal", str(error))
        case MemoryError():
            return Fault("too_large", "处理这份材料所需的内存超过上限，请删去多余内容或压缩图片后重试。")
        case RecursionError():
            return Fault("corrupt", "文件的结构嵌套过深，不像正常的申报书，请用 Word 或 WPS 另存后重试。")
        case OSError(errno=int(number), filename=name) if number in _NOT_THERE:
            return Fault("not_found", f"打不开“{name}”，请检查路径是否正确、是否有权限读取。")
        case _:
            return Fault(
                "internal",
                "程序出错，没有完成，请把所用的命令和文件反馈给维护者（设 SHENBAO_DEBUG=1 可看到详情）。",
            )


def tell(error: Exception, *, as_json: bool) -> int:
    """Say what went wrong on standard error, and to scripts on standard output too; gives the exit status."""
    fault = explain(error)
    if debugging():
        import traceback

        traceback.print_exception(error)
    complain(fault.message)
    if as_json:
        say_json({"error": fault._asdict()})
    return WRONG
