"""What a character means where it does not say so itself: symbol fonts, radicals, lost fonts."""

from __future__ import annotations

import ctypes
import re
import unicodedata
from typing import Any, Final

from extractors.document import UNREADABLE_GLYPH
from extractors.readers.docx.symbols import glyph, is_symbol_font
from extractors.readers.lost_fonts import MAYBE, OF_FORMS

__all__ = ["ASK", "Meanings"]

_SUBSET: Final = re.compile(r"^[A-Z]{6}\+")
_STYLE: Final = re.compile(r"[-,](?:Regular|Normal|Bold|Italic|Roman|Identity.*)*$", re.IGNORECASE)
# Printing programs name a character that looks like its radical by the radical. NFKC knows those of the
# Kangxi block; the shapes of simplified Chinese are in the block before it (Unicode 15, chart 2E80).
_RADICALS: Final = dict(
    zip(
        "㬵⻅⻆⻉⻋⻑⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻰⺠⺒⺓⻁⼾⺟⻄⻏⻌⺷⺼",
        "胶见角贝车長长门青韦页风飞食马骨鬼鱼鸟卤麦黄黾齐齿龙民巳幺虎户母西阝辶羊月",
        strict=True,
    )
)
# Codes that mean something else in a symbol font, or that may be no more than a guess.
ASK: Final = frozenset(
    (*map(ord, "onqxpPRSTQObu3458•㬵"), *range(0x80, 0x100), *range(0x2E80, 0x2FE0), *range(0xF020, 0xF100))
)


class Meanings:
    """Of the characters of one text page, given as the numbers of their handles."""

    def __init__(self, raw: Any, unmapped: Any, handle: int) -> None:
        self._raw = raw
        self._unmapped = unmapped
        self._handle = handle
        self._name = ctypes.create_string_buffer(128)
        self._flags = ctypes.c_int()
        self.lost = False  # whether a letter came by that may be a box

    def shown(self, index: int, code: int) -> str:
        """What the character at `index` shows; its code is among `ASK`, or is a control character."""
        if 0x2E80 <= code < 0x2FE0 or code == 0x3B35:
            radical = chr(code)
            return _RADICALS.get(radical) or unicodedata.normalize("NFKC", radical)
        if code < 0x100 and self._unmapped(self._handle, index) == 1:
            return UNREADABLE_GLYPH
        if code < 0x20:
            return " "
        length = self._raw.FPDFText_GetFontInfo(
            ctypes.cast(self._handle, self._raw.FPDF_TEXTPAGE), index, self._name, 128, self._flags
        )
        name = self._name.raw[: max(length - 1, 0)].decode("utf-8", "replace")
        family = _STYLE.sub("", _SUBSET.sub("", name)).replace("OOEnc", "")
        for each in (family, family.replace(" ", "")):
            if is_symbol_font(each):
                return glyph(each, code)
        if chr(code) in OF_FORMS:
            return OF_FORMS[chr(code)]
        self.lost = self.lost or chr(code) in MAYBE
        return glyph(None, code) if 0xF020 <= code < 0xF100 else chr(code)
