"""One run at a time on one folder: a lock of the system's, which ends with the process that holds it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from extractors.batch.faults import Busy, writing

__all__ = ["locked"]


@contextmanager
def locked(path: Path, *, whose: Path) -> Iterator[None]:
    """Hold the lock at `path` for the block. Raises Busy where another process does; `whose` is told of.

    The file stays: one that is left by a process that was killed is no lock.
    """
    with writing(path):
        file = path.open("ab")
    with file:
        if not _taken(file.fileno()):
            raise Busy(f"另一个 shenbao batch 正在写“{whose}”，请等它完成，或用 --out 换一个文件夹。")
        yield


def _taken(descriptor: int) -> bool:
    if sys.platform == "win32":
        import msvcrt

        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
    import fcntl

    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
