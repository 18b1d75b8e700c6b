"""The entries of a set on disk, and whether one looks as it did: by names, sizes and times of its files.

A file that is written twice within one tick of its disk's clock looks alike twice. As in git's index, the
mark of a file that was touched just now is not trusted: then the content decides.
"""

from __future__ import annotations

import hashlib
import os
import stat
import sys
import time
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from extractors.errors import NotFound, Unsupported

__all__ = ["Entry", "Look", "look_at", "mark_of", "names_in", "scan"]

_TICK, _COARSE_TICK = 100_000_000, 2_100_000_000  # ns; FAT and some network disks keep whole seconds
_SECOND = 1_000_000_000
# How much a byte costs to read, beside one of a Word file: pages of pictures are recognised.
_WEIGHTS = {".pdf": 8, ".jpg": 40, ".jpeg": 40, ".png": 10, ".tif": 10, ".tiff": 10, ".ofd": 8, ".zip": 8}
_EACH = 200_000  # bytes that a file of none would be worth


class Look(NamedTuple):
    """How a submission looks from outside."""

    mark: str
    settled: bool  # nothing of it was touched within a tick of this look
    cost: int  # of reading it, roughly

    @property
    def trusted(self) -> str:
        return self.mark if self.settled else ""


class Entry(NamedTuple):
    """One submission of a set."""

    name: str  # relative to the set
    where: str
    look: Look


def scan(folder: Path, *, leave_out: Collection[str]) -> list[Entry]:
    """What stands in `folder`, by name, junk and all. Raises NotFound or Unsupported.

    What `leave_out` names is no entry.
    """
    whole = folder.absolute()  # it may be opened by a process that is elsewhere
    paths = ((name, whole / name) for name in names_in(folder))
    return [Entry(name, str(path), look_at(path)) for name, path in paths if name not in leave_out]


def names_in(folder: Path) -> list[str]:
    """The names in `folder`, in order. Raises NotFound or Unsupported."""
    try:
        return sorted(each.name for each in os.scandir(folder))
    except NotADirectoryError as error:
        raise Unsupported(
            f"“{folder}”是一个文件，请指定装有多份申报材料的文件夹；只检查一份请用 shenbao check。"
        ) from error
    except FileNotFoundError as error:
        raise NotFound(f"找不到文件夹“{folder}”，请检查路径是否正确。") from error
    except OSError as error:
        raise NotFound(f"打不开文件夹“{folder}”，请检查是否有权限读取。") from error


def mark_of(entries: Iterable[Entry]) -> str:
    """One mark for a whole set."""
    whole = hashlib.sha256()
    for entry in entries:
        whole.update(f"{entry.name}\0{entry.look.mark}\0".encode("utf-8", "surrogateescape"))
    return whole.hexdigest()


def look_at(path: Path) -> Look:
    """How the file or folder at `path` looks now."""
    now = time.time_ns()
    marks = hashlib.sha256()
    settled, cost = True, 0
    for name, status in _files(path):
        told = "" if status is None else _told(status)
        marks.update(f"{name}\0{told}\0".encode("utf-8", "surrogateescape"))
        if status is not None:
            touched = status.st_mtime_ns if sys.platform == "win32" else status.st_ctime_ns
            settled = settled and now - touched > (_TICK if touched % _SECOND else _COARSE_TICK)
            suffix = os.path.splitext(name or path.name)[1].lower()  # noqa: PTH122 - a hundred thousand names
            cost += _EACH + status.st_size * _WEIGHTS.get(suffix, 1)
    return Look(marks.hexdigest(), settled, cost)


def _told(status: os.stat_result) -> str:
    times = f"{status.st_mtime_ns}/{status.st_ctime_ns}"  # the latter tells of permissions, and can't be set
    return f"{status.st_mode:o}/{status.st_size}/{times}/{status.st_ino}"


def _files(path: Path) -> Iterator[tuple[str, os.stat_result | None]]:
    """Names relative to `path`, with what the disk says; None for what can't be asked about."""
    try:
        status = path.stat()
    except OSError:
        yield "", None
        return
    if stat.S_ISDIR(status.st_mode):
        yield from _inside(str(path), "")
    else:
        yield "", status


def _inside(folder: str, before: str) -> Iterator[tuple[str, os.stat_result | None]]:
    try:
        found = sorted(os.scandir(folder), key=lambda each: each.name)
    except OSError:
        yield before, None
        return
    for each in found:
        name = before + each.name
        try:
            status = os.lstat(each.path)  # what a listing says on Windows can be old
        except OSError:
            yield name, None
            continue
        if stat.S_ISDIR(status.st_mode):
            yield from _inside(each.path, f"{name}/")
        else:
            yield name, status
