"""Addresses of local files as a workbook may hold them: relative to it, inside the set, of documents only."""

from __future__ import annotations

import os
import re
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import Final

from ui.reports.blocks import printable

__all__ = ["Links"]

# What opens in a viewer, and runs nothing.
_DOCUMENTS: Final = frozenset(
    {".docx", ".doc", ".wps", ".wpt", ".rtf", ".pdf", ".ofd", ".xlsx", ".xls", ".et", ".csv", ".zip",
     ".jpg", ".jpeg", ".png", ".tif", ".tiff", ".bmp"}
)  # fmt: skip
_NO_PLAIN_PART: Final = re.compile(r'[\\:<>|?*"\x00-\x1f]|^\.{1,2}$')
_ESCAPED: Final = re.compile(r'[%# "<>\[\]`^{}]')


class Links:
    """Addresses in a workbook at `target` of what lies in `folder`; without a folder there are none."""

    def __init__(self, folder: Path | None, *, target: Path) -> None:
        self._folder = folder
        self._from = target.parent
        self._of = lru_cache(maxsize=256)(self._address)

    def __call__(self, submission: str, file: str) -> str:
        """The escaped address of a file of a submission, else of the submission; "" where there is none."""
        return self._of(submission, file)

    def _address(self, submission: str, file: str) -> str:
        if self._folder is None:
            return ""
        inside = self._found(f"{submission}/{file}") if file else None
        found = inside or self._found(submission)
        if found is None:
            return ""
        try:
            relative = os.path.relpath(found.absolute(), self._from.absolute())
        except ValueError:  # on another drive
            return ""
        if printable(relative) != relative:
            return ""
        return _ESCAPED.sub(lambda each: f"%{ord(each.group()):02X}", Path(relative).as_posix())

    def _found(self, path: str) -> Path | None:
        parts = PurePosixPath(path).parts
        if not parts or path.startswith("/") or any(map(_NO_PLAIN_PART.search, parts)):
            return None
        assert self._folder is not None
        there = self._folder.joinpath(*parts)
        if not there.exists() or not there.resolve().is_relative_to(self._folder.resolve()):
            return None
        return there if there.is_dir() or there.suffix.lower() in _DOCUMENTS else None
