"""The characters of a page with their boxes, and which of them nobody can see.

PDFium's whole text moves characters from a fallback font to the line's end and drops private-use ones, so
each is asked for on its own; nothing here costs more than two calls a character.
"""

from __future__ import annotations

import ctypes
import re
import unicodedata
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from extractors.layout.lettering import Char, runs_of
from extractors.page import Run
from extractors.readers.docx.symbols import glyph, is_symbol_font
from extractors.readers.pdf.opened import Upright

if TYPE_CHECKING:
    from pypdfium2 import PdfTextPage

__all__ = ["Letters", "letters", "turns_of"]

_TINY = 2.0  # points high and wide: nobody reads that
_STEP = 7  # every so manieth character is asked for its colour; a hidden sentence is longer
_WHITE = 245  # of 255, in all three colours
_SAMPLE = 64  # characters looked at to tell whether a page's text is sound
# What a symbol font's boxes and ticks are called where the file gives no Unicode for them.
_MAY_BE_SYMBOL = frozenset(map(ord, "onqxpPRSTQOablu3458£¨þýüû§ø\u2022")) | frozenset(range(0xF020, 0xF100))
# Private-use characters of Wingdings 2 that came without their font: ticks, where the same codes are snow and
# sun in Wingdings, which no form prints.
_OF_FORMS = {0xF050: "✓", 0xF04F: "✗", 0xF051: "☒", 0xF052: "☑", 0xF053: "☒", 0xF054: "☒"}
_LOST = frozenset("£¨þ")
_BY_LETTER = {"¨": "□", "þ": "☑", "ý": "☒", "£": "□", "R": "☑", "S": "☒", "T": "☒", "P": "✓"}
_SUBSET = re.compile(r"^[A-Z]{6}\+")
_STYLE = re.compile(r"[-,](?:Regular|Normal|Bold|Italic|Roman|Identity.*)*$", re.IGNORECASE)


class Letters:
    """What a page's text layer says: `runs`, how many characters, and whether they can be believed."""

    def __init__(self, runs: list[Run], count: int, broken: float) -> None:
        self.runs = runs
        self.count = count  # visible ones, blanks aside
        self.broken = broken  # share of a sample that is no text: no Unicode known, or nonsense


def letters(text: PdfTextPage, place: Upright, *, hide_white: bool) -> Letters:
    """Read the text page. With `hide_white`, white characters are hidden ones."""
    from pypdfium2 import raw

    count = raw.FPDFText_CountChars(text)
    handle = text.raw
    chars = _chars(raw, handle, count, place)
    hidden = _hidden(raw, handle, chars, place, hide_white=hide_white)
    if hidden:
        unseen = [char for index, char in chars if index in hidden]
        chars = [each for each in chars if each[0] not in hidden]
        more = [run._replace(hidden=True) for run in runs_of(unseen)]
    else:
        more = []
    chars = _boxes_by_letter(chars)
    seen = sum(char[0] != " " for _, char in chars)
    return Letters(
        [*_level(list(runs_of(char for _, char in chars))), *more],
        seen,
        _broken(raw, handle, chars),
    )


def _chars(raw: Any, handle: Any, count: int, place: Upright) -> list[tuple[int, Char]]:
    rect = raw.FS_RECTF()
    where = ctypes.byref(rect)
    code_of, box_of = raw.FPDFText_GetUnicode, raw.FPDFText_GetLooseCharBox
    font_of = _FontNames(raw, handle)
    chars: list[tuple[int, Char]] = []
    plain = place.turns == 0
    left, top = place.left, place.top
    for index in range(count):
        code = code_of(handle, index)
        if code < 0x20 or not box_of(handle, index, where):
            continue
        if plain:
            x0, y0, x1, y1 = rect.left - left, top - rect.top, rect.right - left, top - rect.bottom
        else:
            x0, y0, x1, y1 = place.box(rect.left, rect.bottom, rect.right, rect.top)
        if code == 0x20 or code == 0xA0:
            if x1 - x0 > 0.5:
                chars.append((index, (" ", x0, y0, x1, y1)))
            continue
        if 0x2E80 <= code < 0x2FE0 or code == 0x3B35:
            chars.append((index, (_whole(code), x0, y0, x1, y1)))
            continue
        character = chr(code) if code not in _MAY_BE_SYMBOL else font_of.shown(index, code)
        chars.append((index, (character, x0, y0, x1, y1)))
    return chars


def _boxes_by_letter(chars: list[tuple[int, Char]]) -> list[tuple[int, Char]]:
    """`£` before a Chinese character is an empty box that lost its font, Wingdings 2; then `R` is a ticked one.

    Likewise `¨` and `þ` of Wingdings.
    """
    if not any(char[0] in _LOST for _, char in chars):
        return chars
    follows = [after[1][0] for after in chars[1:]] + [""]
    before = [""] + [each[1][0] for each in chars[:-1]]
    if not any(
        char[0] in _LOST and after > "\u2e80" for (_, char), after in zip(chars, follows, strict=True)
    ):
        return chars
    return [
        (index, (_BY_LETTER[char[0]], *char[1:]))
        if char[0] in _BY_LETTER
        and not (last.isascii() and last.isalnum())
        and (after > "\u2e80" or after.isdigit())
        else (index, char)
        for (index, char), after, last in zip(chars, follows, before, strict=True)
    ]


# Printing programs name a character that looks like its radical by the radical. NFKC knows those of the Kangxi
# block; the shapes of simplified Chinese are in the block before it (Unicode 15, chart 2E80).
_RADICALS = dict(
    zip(
        "㬵⻅⻆⻉⻋⻑⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻰⺠⺒⺓⻁⼾⺟⻄⻏⻌⺷⺼",
        "胶见角贝车長长门青韦页风飞食马骨鬼鱼鸟卤麦黄黾齐齿龙民巳幺虎户母西阝辶羊月",
        strict=True,
    )
)


def _whole(code: int) -> str:
    """The character that a radical stands for."""
    radical = chr(code)
    return _RADICALS.get(radical) or unicodedata.normalize("NFKC", radical)


class _FontNames:
    """Names of fonts, for the few characters that a symbol font may mean otherwise."""

    def __init__(self, raw: Any, handle: Any) -> None:
        self._raw, self._handle = raw, handle
        self._name = ctypes.create_string_buffer(128)
        self._flags = ctypes.c_int()

    def shown(self, index: int, code: int) -> str:
        length = self._raw.FPDFText_GetFontInfo(self._handle, index, self._name, 128, self._flags)
        name = self._name.raw[: max(length - 1, 0)].decode("utf-8", "replace")
        family = _STYLE.sub("", _SUBSET.sub("", name)).replace("OOEnc", "")
        for each in (family, family.replace(" ", "")):
            if is_symbol_font(each):
                return glyph(each, code)
        if code in _OF_FORMS:
            return _OF_FORMS[code]
        return glyph(None, code) if 0xF020 <= code < 0xF100 else chr(code)


def turns_of(text: PdfTextPage, place: Upright) -> int:
    """By how many quarter turns the page must be turned further for most of its text to stand upright."""
    from pypdfium2 import raw

    handle = text.raw
    count = raw.FPDFText_CountChars(text)
    if count < 8:
        return 0
    turns = [0, 0, 0, 0]
    for index in range(0, count, max(count // 12, 1)):
        angle = raw.FPDFText_GetCharAngle(handle, index)
        if angle >= 0:
            turns[round(angle / 1.5707963) % 4] += 1
    most = max(range(4), key=lambda each: turns[each])
    clockwise = (4 - most) % 4  # PDFium counts the angle against the clock
    return (clockwise - place.turns) % 4 if turns[most] > 0.7 * sum(turns) else 0


def _level(runs: list[Run]) -> list[Run]:
    """Without watermarks set aslant, whose characters come apart: each stands beside and below the one before."""
    aslant: set[int] = set()
    for index in range(2, len(runs)):
        if len(runs[index].text) == 1 and all(_steps(runs[at - 1], runs[at]) for at in (index - 1, index)):
            aslant.update((index - 2, index - 1, index))
    return [run for index, run in enumerate(runs) if index not in aslant] if aslant else runs


def _steps(one: Run, other: Run) -> bool:
    height = one.bottom - one.top
    right, down = abs(other.x0 - one.x0), abs(other.top - one.top)
    return len(one.text) == 1 and 0.2 * height < right < 2 * height and 0.2 * height < down < 2 * height


def _hidden(
    raw: Any, handle: Any, chars: list[tuple[int, Char]], place: Upright, *, hide_white: bool
) -> set[int]:
    """Indexes of characters that are tiny, off the page, or white."""
    width, height = place.width, place.height
    hidden = {
        index
        for index, (_, x0, y0, x1, y1) in chars
        if max(y1 - y0, x1 - x0) < _TINY or x1 < 0 or y1 < 0 or x0 > width or y0 > height
    }
    if hide_white:
        is_white = _whiteness(raw, handle)
        if any(is_white(index) for index, _ in chars[::_STEP]):
            hidden |= {index for index, _ in chars if is_white(index)}
    return hidden


def _whiteness(raw: Any, handle: Any) -> Callable[[int], bool]:
    r, g, b, a = (ctypes.c_uint() for _ in range(4))
    colour_of = raw.FPDFText_GetFillColor

    def is_white(index: int) -> bool:
        known = colour_of(handle, index, r, g, b, a)
        return bool(known) and (a.value == 0 or min(r.value, g.value, b.value) >= _WHITE)

    return is_white


def _broken(raw: Any, handle: Any, chars: list[tuple[int, Char]]) -> float:
    sample = chars[:: max(len(chars) // _SAMPLE, 1)]
    if not sample:
        return 0.0
    mapped = raw.FPDFText_HasUnicodeMapError
    bad = sum(_is_no_text(text) or mapped(handle, index) == 1 for index, (text, *_) in sample)
    chinese = [text for _, (text, *_) in sample if "\u4e00" <= text <= "\u9fff"]
    rare = sum(not _is_common(text) for text in chinese)
    if len(chinese) >= 16 and rare > 0.5 * len(chinese):  # Chinese by number, not by sense
        bad = max(bad, rare)
    return bad / len(sample)


def _is_no_text(text: str) -> bool:
    code = ord(text[0])
    private = 0xE000 <= code < 0xF8FF or code > 0xF0000
    return private or code in (0xFFFD, 0xFFFE, 0xFFFF) or 0x80 <= code < 0xA0 or 0xC0 <= code < 0x250


def _is_common(character: str) -> bool:
    """Among the 3 755 of GB 2312's first level, of which nine in ten characters of any text are."""
    try:
        return 0xB0 <= character.encode("gb2312")[0] <= 0xD7
    except UnicodeEncodeError:
        return False
