"""Names for files that Windows, macOS and Linux all accept, made of names that nobody vouches for."""

from __future__ import annotations

import re
import unicodedata
from pathlib import PurePosixPath
from typing import Final

__all__ = ["file_name"]

_LONGEST = 60  # characters; a Chinese one takes three of the 255 bytes that a name may have
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\s]+')
_RESERVED: Final = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10))}
)


def file_name(name: str, *, suffix: str | None = None, fallback: str = "申报书") -> str:
    """The last part of `name` made safe, with `suffix` (".docx") in place of its own where one is given."""
    last = name.replace("\\", "/").rpartition("/")[2]
    own = PurePosixPath(last).suffix
    stem = last.removesuffix(own)
    ending = _clean(own if suffix is None else suffix)[:10]
    body = _clean(stem)[:_LONGEST].strip(" ._") or fallback
    return f"_{body}{ending}" if body.partition(".")[0].casefold() in _RESERVED else f"{body}{ending}"


def _clean(part: str) -> str:
    """Without control, format (such as turning the direction of writing) and forbidden characters."""
    kept = "".join(each for each in part if each == " " or unicodedata.category(each)[0] != "C")
    return _FORBIDDEN.sub("_", kept).rstrip(" .")
