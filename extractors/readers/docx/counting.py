"""Numbers in the formats of lists (ISO/IEC 29500-1, 17.18.59): 3 is 三, ③, III, c, 丙 or （3）'s 3."""

from __future__ import annotations

from collections.abc import Callable

__all__ = ["formatted"]

_DIGITS = "〇一二三四五六七八九"
_LEGAL = "零壹贰叁肆伍陆柒捌玖"
_LEGAL_TRADITIONAL = "零壹貳參肆伍陸柒捌玖"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_LARGEST = 999_999
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


def formatted(value: int, form: str) -> str:
    """`value` in a list's number format; one that is not known is shown as decimal, as Word does."""
    return _FORMS.get(form, str)(value) if 0 <= value <= _LARGEST else str(value)


def _counted(value: int, digits: str, units: str, *, bare_ten: bool = False) -> str:
    """12 as 十二 (`bare_ten`) or 一十二; `units` are those of ten, hundred, thousand and ten thousand."""
    if value < 10:
        return digits[value]
    if value >= 10_000:
        high, low = divmod(value, 10_000)
        gap = digits[0] if 0 < low < 1000 else ""
        rest = _counted(low, digits, units) if low else ""
        return _counted(high, digits, units, bare_ten=bare_ten) + units[3] + gap + rest
    out, zeros = "", False
    for place in (3, 2, 1, 0):
        digit = value // 10**place % 10
        if digit == 0:
            zeros = bool(out)
            continue
        out += (digits[0] if zeros else "") + digits[digit] + (units[place - 1] if place else "")
        zeros = False
    return out[1:] if bare_ten and value < 20 else out


def _chinese(value: int) -> str:
    return _counted(value, "零" + _DIGITS[1:], "十百千万", bare_ten=True)


def _chinese_to_hundred(value: int) -> str:
    return _chinese(value) if value < 100 else _by_digits(value)


def _by_digits(value: int) -> str:
    return "".join(_DIGITS[int(digit)] for digit in str(value))


def _legal(value: int) -> str:
    return _counted(value, _LEGAL, "拾佰仟万")


def _legal_traditional(value: int) -> str:
    return _counted(value, _LEGAL_TRADITIONAL, "拾佰仟萬")


def _letter(value: int) -> str:
    """A to Z, then AA, BB: the letter is repeated."""
    return chr(0x40 + (value - 1) % 26 + 1) * ((value - 1) // 26 + 1) if 0 < value <= 780 else str(value)


def _roman(value: int) -> str:
    if value > 39_999:
        return str(value)
    out = ""
    for worth, sign in _ROMAN:
        count, value = divmod(value, worth)
        out += sign * count
    return out


def _in_row(first: str, count: int) -> Callable[[int], str]:
    """Numbers with a character of their own from 1 to `count`; beyond it, decimal."""
    return lambda value: chr(ord(first) + value - 1) if 1 <= value <= count else str(value)


def _circled(value: int) -> str:
    for low, high, first in ((1, 20, "①"), (21, 35, "㉑"), (36, 50, "㊱")):
        if low <= value <= high:
            return chr(ord(first) + value - low)
    return "⓪" if value == 0 else str(value)


def _cycle(signs: str) -> Callable[[int], str]:
    return lambda value: signs[value - 1] if 1 <= value <= len(signs) else str(value)


def _stem_and_branch(value: int) -> str:
    return _STEMS[(value - 1) % 10] + _BRANCHES[(value - 1) % 12]


def _ordinal(value: int) -> str:
    endings = {1: "st", 2: "nd", 3: "rd"}
    return f"{value}{'th' if value % 100 in (11, 12, 13) else endings.get(value % 10, 'th')}"


def _full_width(value: int) -> str:
    return str(value).translate({0x30 + digit: 0xFF10 + digit for digit in range(10)})


_FORMS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda value: f"{value:02d}",
    "upperRoman": _roman,
    "lowerRoman": lambda value: _roman(value).lower(),
    "upperLetter": _letter,
    "lowerLetter": lambda value: _letter(value).lower(),
    "ordinal": _ordinal,
    "hex": lambda value: f"{value:X}",
    "numberInDash": lambda value: f"- {value} -",
    "decimalFullWidth": _full_width,
    "decimalFullWidth2": _full_width,
    "decimalHalfWidth": str,
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalEnclosedFullstop": _in_row("⒈", 20),
    "decimalEnclosedParen": _in_row("⑴", 20),
    "ideographEnclosedCircle": _in_row("㊀", 10),
    "chineseCounting": _chinese_to_hundred,
    "chineseCountingThousand": _chinese,
    "chineseLegalSimplified": _legal,
    "taiwaneseCounting": _chinese_to_hundred,
    "taiwaneseCountingThousand": _chinese,
    "taiwaneseDigital": _by_digits,
    "japaneseCounting": _chinese,
    "japaneseLegal": _legal_traditional,
    "japaneseDigitalTenThousand": _by_digits,
    "koreanDigital2": _by_digits,
    "ideographDigital": _by_digits,
    "ideographLegalTraditional": _legal_traditional,
    "ideographTraditional": _cycle(_STEMS),
    "ideographZodiac": _cycle(_BRANCHES),
    "ideographZodiacTraditional": _stem_and_branch,
}
