"""A Chinese font on this machine, for what is drawn rather than typeset."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path
from typing import Final

__all__ = ["NoFont", "chinese_font"]

_FOLDERS: Final = (
    Path("/usr/share/fonts"),
    Path("/System/Library/Fonts"),
    Path(os.environ.get("WINDIR", "C:/Windows")) / "Fonts",
)
_NAMES: Final = (
    "NotoSerifCJK-Regular.ttc",
    "NotoSansCJK-Regular.ttc",
    "simsun.ttc",
    "Songti.ttc",
    "msyh.ttc",
)


class NoFont(RuntimeError):
    """There is none."""


@cache
def chinese_font(*, sans: bool = False) -> Path:
    """The path of a font collection whose first face has the characters of the form."""
    names = sorted(_NAMES, key=lambda name: ("Sans" in name or "msyh" in name) is not sans)
    for name in names:
        for folder in _FOLDERS:
            found = next(folder.rglob(name), None) if folder.exists() else None
            if found is not None:
                return found
    raise NoFont("no Chinese font (Debian: apt-get install fonts-noto-cjk)")
