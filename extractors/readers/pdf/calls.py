"""The calls into PDFium for each character and object, with as little around them as ctypes can do.

A page has thousands of characters, and half the cost of a call is ctypes making sure of its arguments
and giving up the interpreter's lock. Here handles and addresses are plain numbers and the lock is kept:
a call is shorter than a microsecond.
"""

from __future__ import annotations

import ctypes
from ctypes import c_float, c_int, c_uint, c_ulong, c_void_p
from functools import cache
from typing import Any, Final, NamedTuple

__all__ = ["Calls", "address", "calls"]

_RESULTS: Final[dict[str, tuple[Any, tuple[Any, ...]]]] = {
    "FPDFText_GetUnicode": (c_uint, (c_void_p, c_int)),
    "FPDFText_GetLooseCharBox": (c_int, (c_void_p, c_int, c_void_p)),
    "FPDFText_IsGenerated": (c_int, (c_void_p, c_int)),
    "FPDFText_GetCharOrigin": (c_int, (c_void_p, c_int, c_void_p, c_void_p)),
    "FPDFText_GetFontInfo": (c_ulong, (c_void_p, c_int, c_void_p, c_ulong, c_void_p)),
    "FPDFText_GetCharAngle": (c_float, (c_void_p, c_int)),
    "FPDFText_HasUnicodeMapError": (c_int, (c_void_p, c_int)),
    "FPDFText_GetFillColor": (c_int, (c_void_p, c_int, c_void_p, c_void_p, c_void_p, c_void_p)),
    "FPDFPage_GetObject": (c_void_p, (c_void_p, c_int)),
    "FPDFPageObj_GetType": (c_int, (c_void_p,)),
    "FPDFTextObj_GetTextRenderMode": (c_int, (c_void_p,)),
    "FPDFPageObj_GetClipPath": (c_void_p, (c_void_p,)),
    "FPDFPageObj_CountMarks": (c_int, (c_void_p,)),
    "FPDFPageObj_GetMark": (c_void_p, (c_void_p, c_ulong)),
    "FPDFPageObjMark_GetName": (c_int, (c_void_p, c_void_p, c_ulong, c_void_p)),
}


class Calls(NamedTuple):
    unicode_of: Any  # (text page, index) -> code
    box_of: Any  # (text page, index, address of four floats: left, top, right, bottom) -> whether it has one
    made_up: Any  # (text page, index) -> 1 where PDFium put it in, and the page does not have it
    origin_of: Any  # (text page, index, addresses of two doubles) -> whether it has one: on the base line
    font_of: (
        Any  # (text page, index, address, room, address of an int) -> length of its name, UTF-8, with a NUL
    )
    angle_of: Any  # (text page, index) -> radians, -1 where unknown
    unmapped: Any  # (text page, index) -> 1 where the code is no more than a guess
    colour_of: Any  # (text page, index, four addresses of unsigned) -> whether it is known
    object_of: Any  # (page, index) -> handle
    kind_of: Any  # (object) -> FPDF_PAGEOBJ_*
    mode_of: Any  # (text object) -> FPDF_TEXTRENDERMODE_*
    clip_of: Any  # (object) -> handle of what it is cut by, None where nothing does
    marks_of: Any  # (object) -> how many marks it stands between
    mark_of: Any  # (object, index) -> handle
    name_of: Any  # (mark, address, room, address of the length) -> whether it has one; UTF-16, ends with NUL


@cache
def calls() -> Calls:
    """The functions of the library that pypdfium2 has loaded."""
    from pypdfium2 import raw

    def bound(name: str) -> Any:
        result, arguments = _RESULTS[name]
        place = ctypes.cast(getattr(raw, name), c_void_p).value
        assert place is not None, name
        return ctypes.PYFUNCTYPE(result, *arguments)(place)

    return Calls(*map(bound, _RESULTS))


def address(handle: Any) -> int:
    """A pypdfium2 handle as the number that it is."""
    place = ctypes.cast(handle, c_void_p).value
    assert place is not None, "an open page has a handle"
    return place
