"""In which fonts and sizes a page's Chinese characters are set, told by samples.

A program that prints with a font that it does not have takes another one: such a font says nothing about
what the writer chose, and its name is left out.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from extractors.appearance import Face
from extractors.layout.lettering import Char
from extractors.page import Sample
from extractors.readers.pdf.calls import Calls

__all__ = ["faces_of", "family_of"]

_STEP: Final = 19  # every so manieth character is asked
_ROUGHLY: Final = 0.16  # points by which a width is off
_ROOM: Final = 128  # bytes of a font's name
_SUBSET: Final = re.compile(r"^[A-Z]{6}\+")
_STYLE: Final = re.compile(
    r"[-,_ ]*(?:Bold|Italic|Oblique|Regular|Normal|MT|PS|Identity-?[HV]|GBK?-EUC-[HV])+$"
)
_BOLD: Final = re.compile(r"bold|heavy|black", re.IGNORECASE)
# What is put in the place of fonts that are not there, and fonts of the PDF standard that are not embedded.
_SUBSTITUTE: Final = re.compile(
    r"noto|source ?han|wenquanyi|wqy|droid|dejavu|uming|ukai|ar ?pl|liberation|unifont|arial ?unicode|"
    r"stsong-?light|stsongstd|^msung|^mhei|heisei|kozmin|adobe|fallback|opensymbol",
    re.IGNORECASE,
)


def faces_of(call: Calls, handle: int, chars: Sequence[Char], indexes: Sequence[int]) -> tuple[Sample, ...]:
    """Samples from all over the page."""
    name, flags = ctypes.create_string_buffer(_ROOM), ctypes.c_int()
    where, flagged = ctypes.addressof(name), ctypes.addressof(flags)
    found = []
    for at in range(0, len(chars), _STEP):
        text, x0, top, x1, bottom = chars[at]
        if "\u4e00" <= text <= "\u9fff":
            if not call.font_of(handle, indexes[at], where, _ROOM, flagged):
                name.value = b""
            found.append(Sample((x0 + x1) / 2, (top + bottom) / 2, _face(name.value, round(x1 - x0, 1))))
    return tuple(found)


@lru_cache(maxsize=1024)
def _face(name: bytes, width: float) -> Face:
    half = round(2 * width) / 2  # sizes are set in half points
    family, bold = family_of(name)
    return Face(family, half if abs(half - width) < _ROUGHLY else width, bold)


def family_of(written: bytes) -> tuple[str, bool]:
    """The family that a font's name in a file means, "" where nobody chose it; and whether it is bold."""
    name = _SUBSET.sub("", written.decode("utf-8", "replace")).strip()
    try:  # Chinese names stand in files as their bytes of GBK, which are read as Latin letters
        name = name.encode("latin-1").decode("gbk")
    except UnicodeError:
        name = name.replace("\ufffd", "")
    bold = _BOLD.search(name) is not None
    return ("" if _SUBSTITUTE.search(name) else _STYLE.sub("", name)), bold
