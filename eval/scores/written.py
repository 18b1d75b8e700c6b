"""Numbers as they stand in a text, in whatever digits. Written apart from the extractor, which it judges."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from typing import Final

__all__ = ["digits_in", "letters", "numbers_in"]

_SAME: Final = ("〇零", "一壹", "二贰两", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖")
_DIGITS: Final = {each: at for at, group in enumerate(_SAME) for each in group}
_PLACES: Final = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_LARGE: Final = {"万": 10**4, "亿": 10**8}
_FIRST: Final = "".join((*_DIGITS, *_PLACES))
_CHINESE: Final = rf"[{_FIRST}][{_FIRST}{''.join(_LARGE)}]*"  # the 万 of 12万 is a unit, not a number
_NUMBER: Final = re.compile(rf"\d[\d,]*(?:\.\d+)?|{_CHINESE}")
_NOT_LETTERS: Final = re.compile(r"[\W_vVxX√]+")


def letters(text: str) -> str:
    """Letters, digits and Chinese characters alone, without the x of a ticked bracket."""
    return _NOT_LETTERS.sub("", unicodedata.normalize("NFKC", text)).casefold()


def numbers_in(text: str) -> list[Decimal]:
    """Every number in the text, its unit left out: 1.2 of 1.2亿元, 42 of 四十二, 2018 of 二〇一八."""
    plain = unicodedata.normalize("NFKC", text)
    return [number for match in _NUMBER.finditer(plain) for number in _readings(match[0])]


def digits_in(text: str) -> set[int]:
    """Every whole number in the text, a point parting them too: 2022, 11 and 5 of 2022.11.05."""
    plain = unicodedata.normalize("NFKC", text)
    return {int(each) for word in re.findall(rf"\d+|{_CHINESE}", plain) for each in _readings(word)}


def _readings(word: str) -> list[Decimal]:
    if word[0].isdigit() and word.isascii():
        return [Decimal(word.replace(",", ""))]
    if all(each in _DIGITS for each in word):
        return [Decimal("".join(str(_DIGITS[each]) for each in word))]
    return [Decimal(_positional(word))]


def _positional(word: str) -> int:
    """壹佰万 is 1000000, 十二 is 12."""
    whole = part = digit = 0
    for each in word:
        if each in _DIGITS:
            digit = _DIGITS[each]
        elif each in _PLACES:
            part += (digit or 1) * _PLACES[each]
            digit = 0
        elif each == "亿":
            whole, part, digit = (whole + part + digit) * _LARGE[each], 0, 0
        else:
            whole, part, digit = whole + (part + digit) * _LARGE[each], 0, 0
    return whole + part + digit
