"""Chinese numerals: 一千二百, 壹佰万, 二〇一八, 两百零五, 十点一."""

from __future__ import annotations

from decimal import Decimal

__all__ = ["DIGITS", "NUMERAL", "SCALES", "read_numeral"]

_SPELLINGS = ("〇零○", "一壹弌", "二贰两貳兩", "三叁參", "四肆", "五伍", "六陆陸", "七柒", "八捌", "九玖")
DIGITS = {char: value for value, chars in enumerate(_SPELLINGS) for char in chars}
SCALES = {
    **dict.fromkeys("十拾", 10),
    **dict.fromkeys("百佰", 100),
    **dict.fromkeys("千仟", 1000),
    **dict.fromkeys("万萬", 10**4),
    **dict.fromkeys("亿億", 10**8),
}
_WRITTEN = "".join(each for each in (*DIGITS, *SCALES) if each != "○")
NUMERAL = f"[{_WRITTEN}]+(?:点[{''.join(DIGITS)}]+)?"  # a pattern; whether it is a number, read_numeral says
_LONGEST = 40


def read_numeral(text: str) -> Decimal | None:
    """The number that a Chinese numeral says, None where it says none (`十百`, `百十万千`)."""
    if not text or len(text) > _LONGEST:
        return None
    whole, point, decimals = text.partition("点")
    value = _positional(whole) if all(char in DIGITS for char in whole) else _scaled(whole)
    if value is None or not point:
        return None if value is None else Decimal(value)
    if not decimals or any(char not in DIGITS for char in decimals):
        return None
    return Decimal(f"{value}.{_positional(decimals, pad=True)}")


def _positional(text: str, *, pad: bool = False) -> int | str | None:
    digits = "".join(str(DIGITS[char]) for char in text)
    return digits if pad else int(digits) if digits else None


def _scaled(text: str) -> int | None:
    """By the rule of scales: thousands, hundreds, tens falling within each 万 and 亿; 三千五 is 3500."""
    total = 0  # what is before the last 万 or 亿, with it
    section = 0  # what is behind it
    digit: int | None = None
    scale_before = 0  # the scale right before; 0 after 零
    ceiling, large_ceiling = 10**4, 10**9
    for char in text:
        if char in DIGITS:
            if digit:
                return None
            digit = DIGITS[char]
            scale_before = scale_before if digit else 0
            continue
        scale = SCALES.get(char)
        if scale is None:
            return None
        if scale < 10**4:
            if scale >= ceiling:
                return None
            section += (digit or 1) * scale
            ceiling = scale
        else:
            section += digit or 0
            if scale >= large_ceiling or total + section == 0:
                return None
            # 一万亿: what is before 亿 may itself be counted in 万.
            total = (total + section) * scale if scale == 10**8 else total + section * scale
            section, ceiling = 0, 10**4
            large_ceiling = 10**9 if total < 10**8 else scale
        digit, scale_before = None, scale
    if digit:
        section += digit * (scale_before // 10 if scale_before > 10 else 1)
    return total + section
