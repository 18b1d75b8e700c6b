"""The files of a submission, wherever they lie: their names in it, and where they can be read."""

from __future__ import annotations

import hashlib
import re
import stat
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from extractors.errors import TooLarge
from extractors.guard import LIMITS
from extractors.guard.faults import shown

__all__ = ["JUNK", "Source", "digest", "in_folder", "is_junk", "natural"]

JUNK = ("~$", ".", "Thumbs.db", "desktop.ini", "__MACOSX")  # how the names begin of what no person put there
_JUNK = tuple(each.lower() for each in JUNK)


class Source(NamedTuple):
    """One file."""

    name: str  # relative to the submission, "/" between folders
    path: Path


def is_junk(name: str) -> bool:
    return any(part.lower().startswith(_JUNK) for part in name.split("/"))


def in_folder(folder: Path) -> list[Source]:
    """The files in a folder and its folders, by name; links are not followed. Raises TooLarge."""
    found = []
    for path in folder.rglob("*"):
        name = path.relative_to(folder).as_posix()
        if not is_junk(name) and _is_plain(path):
            found.append(Source(name, path))
        if len(found) > LIMITS.files:
            raise TooLarge(
                f"文件夹“{shown(folder.name)}”里的文件超过 {LIMITS.files} 个的上限，"
                "请确认选的是一份申报材料的文件夹，并删去无关的文件。"
            )
    return sorted(found)


def _is_plain(path: Path) -> bool:
    """No folder, link, pipe or device. What can't even be asked about is left to its reader, who says why."""
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except PermissionError:
        return True
    except OSError:  # gone meanwhile
        return False


def natural(name: str) -> list[tuple[int, str]]:
    """To sort names as people count: 2 before 10."""
    return [(int(part), "") if part.isdigit() else (-1, part) for part in re.split(r"([0-9]+)", name)]


def digest(sources: Iterable[Source]) -> str:
    """One digest of a folder: of its files' names and contents, in their order."""
    whole = hashlib.sha256()
    for source in sources:
        whole.update(source.name.encode("utf-8", "surrogateescape"))
        whole.update(_of_file(source.path))
    return whole.hexdigest()


def _of_file(path: Path) -> bytes:
    """By its content; by its size where it is too large to be read, or may not be: its reader says so."""
    try:
        size = path.stat().st_size
        if size > LIMITS.archive:
            return str(size).encode("ascii")
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").digest()
    except OSError:
        return b""
