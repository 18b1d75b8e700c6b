"""What the files of an upload are called where they are kept: as they were called where they were read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from ui.filenames import file_name
from ui.submissions import Upload

__all__ = ["stored_files"]


def stored_files(upload: Upload) -> tuple[tuple[str, bytes], ...]:
    """Name and bytes of each file; names are safe, and no two are the same."""
    return tuple(_named(upload.files or ((upload.name, upload.data),)))


def _named(files: tuple[tuple[str, bytes], ...]) -> Iterator[tuple[str, bytes]]:
    taken: set[str] = set()
    for name, data in files:
        free = safe = file_name(name)
        number = 2
        while free.casefold() in taken:
            free = f"{PurePath(safe).stem}（{number}）{PurePath(safe).suffix}"
            number += 1
        taken.add(free.casefold())
        yield free, data
