"""Characters of symbol fonts as Unicode: what stands on paper where a run says "þ" in Wingdings.

`symbols.json` has, a font, the 224 characters from 0x20 on, sixteen a line, after the fonts' published
charts (Unicode 7.0 took the glyphs of Wingdings and Webdings in, L2/12-368). Boxes of every size and
shadow are written alike there: □ empty, ☑ ticked, ☒ crossed, ■ filled; U+FFFD is a place without a glyph.
"""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

from extractors.document import UNREADABLE_GLYPH

__all__ = ["glyph", "is_symbol_font", "shown", "translation", "without_font"]

_FONTS = {
    "wingdings": "wingdings",
    "wingdings 2": "wingdings 2",
    "wingdings2": "wingdings 2",
    "webdings": "webdings",
    "symbol": "symbol",
    "zapfdingbats": "zapfdingbats",
    "zapf dingbats": "zapfdingbats",
    "itc zapf dingbats": "zapfdingbats",
    "monotype sorts": "zapfdingbats",
}
# Symbol fonts of which only some glyphs matter here: the rest is text that nobody can read off.
_TICKS_OF_OTHER_FONTS = {
    "marlett": {0x61: "✓", 0x62: "✓", 0x68: "●", 0x69: "●", 0x6E: "●"},
    "wingdings 3": dict(enumerate("▲▼△▽◀▶◁▷", start=0x70)),
}
# Private-use characters that came without their font. What Wingdings and Wingdings 2 show alike, or only
# one of them has, is read; 0x52 is a sun in the one and a ticked box in the other: nobody can tell.
_FONTLESS = {
    0x6E: "■",
    0xFB: "✗",
    0xFC: "✓",
    0xFD: "☒",
    0xFE: "☑",
    0x6C: "●",
    0xA7: "▪",
    0xB7: "•",
    0xD8: "➢",
    **dict.fromkeys((0x6F, 0x71, 0x72, 0xA3, 0xA8), "□"),
    **dict.fromkeys((0x4F, 0x50, 0x51, 0x52, 0x53, 0x54, 0x61, 0x62, 0x63, 0xA2), UNREADABLE_GLYPH),
}
_PRIVATE_USE, _FIRST, _LAST = 0xF000, 0xF020, 0xF0FF
_PRIVATE = re.compile("[\uf020-\uf0ff]")
_SCOPES = {
    "all": range(0x20, 0x100),
    "low": range(0x20, 0x80),
    "high": range(0x80, 0x100),
    "private": range(0),
}


def is_symbol_font(font: str | None) -> bool:
    """Whether text in `font` shows other glyphs than its characters say."""
    return font is not None and _family(font) is not None


def glyph(font: str | None, code: int) -> str:
    """What one character (a `w:sym`) shows; `code` with or without the F000 of private use."""
    family = None if font is None else _family(font)
    if family is not None:
        return translation(family, "all").get(code, UNREADABLE_GLYPH)
    if _FIRST <= code <= _LAST:
        return _FONTLESS.get(code & 0xFF, UNREADABLE_GLYPH)
    return chr(code) if 0x20 <= code < 0xD800 or 0xE000 <= code <= 0x10FFFF else UNREADABLE_GLYPH


def shown(text: str) -> str:
    """`text` of a run in a font of letters as it is shown: a line break in the XML is no line break, and
    private-use characters have lost their symbol font.
    """
    if text.isprintable():
        return text
    return without_font(text.replace("\n", " "))


def without_font(text: str) -> str:
    """`text` with the private-use characters of symbol fonts read, the font being unknown."""
    return _PRIVATE.sub(lambda found: _FONTLESS.get(ord(found[0]) & 0xFF, found[0]), text)


@cache
def translation(font: str, scope: str) -> dict[int, str]:
    """For `str.translate`: the characters that the symbol font decides about, in private use always,
    as bytes in "all", below 0x80 in "low", from 0x80 on in "high", not in "private".
    """
    family = _family(font)
    assert family is not None, font
    glyphs = _glyphs(family)
    kept = {code: glyphs[code] for code in _SCOPES[scope] if code in glyphs}
    return kept | {_PRIVATE_USE + code: shape for code, shape in glyphs.items()}


def _family(font: str) -> str | None:
    folded = font.strip().casefold()
    return _FONTS.get(folded, folded if folded in _TICKS_OF_OTHER_FONTS else None)


def _glyphs(family: str) -> dict[int, str]:
    if family in _TICKS_OF_OTHER_FONTS:
        blank = dict.fromkeys(range(0x21, 0x100), UNREADABLE_GLYPH)
        return {0x20: " "} | blank | _TICKS_OF_OTHER_FONTS[family]
    return dict(enumerate("".join(_charts()[family]), start=0x20))


@cache
def _charts() -> dict[str, list[str]]:
    charts: dict[str, list[str]] = json.loads(Path(__file__).with_name("symbols.json").read_text("utf-8"))
    return charts
