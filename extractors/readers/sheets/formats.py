"""Numbers as a sheet shows them: percentages, dates, leading zeros (ECMA-376 part 1, 18.8.30)."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from itertools import takewhile
from typing import Final, NamedTuple

__all__ = ["BUILT_IN", "shown"]

# What the numbers of built-in formats mean to a Chinese Excel or WPS; those left out are General.
BUILT_IN: Final[dict[int, str]] = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%",
    14: "yyyy/m/d", 15: "yyyy-m-d", 16: "m-d", 17: "yyyy-m", 18: "h:mm", 19: "h:mm:ss", 20: "h:mm",
    21: "h:mm:ss", 22: "yyyy/m/d h:mm", 27: "yyyy年m月", 28: "m月d日", 29: "m月d日",
    30: "m-d-yyyy", 31: "yyyy年m月d日",
    32: "h时mm分", 33: "h时mm分ss秒", 34: "h时mm分", 35: "h时mm分ss秒", 36: "yyyy年m月",
    37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00",
    41: "#,##0", 42: "#,##0", 43: "#,##0.00", 44: "#,##0.00",
    45: "mm:ss", 46: "h:mm:ss", 47: "mm:ss", 49: "@",
    50: "yyyy年m月", 51: "m月d日", 52: "yyyy年m月", 53: "m月d日", 54: "m月d日",
    55: "h时mm分", 56: "h时mm分ss秒", 57: "yyyy年m月", 58: "m月d日",
}  # fmt: skip

_TOKEN = re.compile(
    r"""(?P<quoted>"[^"]*")|(?P<escaped>[\\!].)|(?P<skipped>[_*].)
      |\[\$(?P<currency>[^\]-]*)(?:-[^\]]*)?\]|(?P<elapsed>\[(?:h+|m+|s+)\])|(?P<bracket>\[[^\]]*\])
      |(?P<general>General|G/通用格式)|(?P<ampm>AM/PM|A/P|上午/下午)|(?P<science>E[+-])
      |(?P<year>[yYeE]+)|(?P<month>[mM]+)|(?P<day>[dDaA]+)|(?P<hour>[hH]+)|(?P<second>[sS]+(?:\.0+)?)
      |(?P<digit>[0#?])|(?P<point>\.)|(?P<comma>,)|(?P<percent>%)|(?P<text>@)|(?P<other>.)""",
    re.VERBOSE | re.DOTALL,
)
_CALENDAR = frozenset({"year", "month", "day", "hour", "second", "elapsed", "ampm"})
_LONGEST = 255  # characters of a format; Excel allows no more
_EPOCHS = {False: datetime(1899, 12, 30), True: datetime(1904, 1, 1)}  # noqa: DTZ001  sheets know no zones
_DECIMALS = 10
_LAST_DAY = 2_958_465  # 31 December 9999


class _Piece(NamedTuple):
    kind: str
    text: str


def shown(value: float, code: str, *, from_1904: bool = False) -> str:
    """`value` as a cell with the number format `code` shows it, the year of dates in four digits.

    A format that is none of the usual ones (fractions, powers of ten) shows the number in full.
    """
    sections = _sections(code[:_LONGEST])
    section = sections[0]
    if len(sections) > 1 and value < 0:
        section, value = sections[1], -value
    elif len(sections) > 2 and value == 0:
        section = sections[2]
    kinds = {piece.kind for piece in section}
    if kinds & _CALENDAR and "digit" not in kinds and 0 <= value <= _LAST_DAY:
        return _date(value, section, from_1904=from_1904)
    if "science" in kinds or any(piece == ("other", "/") for piece in section):
        return _plain(value)
    if "digit" in kinds:
        return _number(value, section)
    if kinds & {"general", "text"}:
        return "".join(
            _plain(value) if piece.kind in ("general", "text") else _literal(piece) for piece in section
        )
    return "".join(_literal(piece) for piece in section) or _plain(value)


@lru_cache(maxsize=512)
def _sections(code: str) -> tuple[tuple[_Piece, ...], ...]:
    sections: list[list[_Piece]] = [[]]
    for found in _TOKEN.finditer(code):
        kind = found.lastgroup or "bracket"
        if kind == "other" and found.group() == ";":
            sections.append([])
        else:
            sections[-1].append(_Piece(kind, found["currency"] if kind == "currency" else found.group()))
    return tuple(map(tuple, sections))


def _literal(piece: _Piece) -> str:
    match piece.kind:
        case "quoted":
            return piece.text[1:-1]
        case "escaped":
            return piece.text[1:]
        case "other" | "currency":
            return piece.text
        case _:
            return ""


def _plain(value: float) -> str:
    """All digits, no powers of ten: what is typed as a long number is a code."""
    text = format(Decimal(format(value, ".15g")), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _number(value: float, section: tuple[_Piece, ...]) -> str:
    places = [index for index, piece in enumerate(section) if piece.kind in ("digit", "point")]
    first, last = places[0], places[-1]
    inside, behind = section[first : last + 1], section[last + 1 :]
    scale = 3 * sum(1 for _ in takewhile(lambda piece: piece.kind == "comma", behind))
    percents = sum(piece.kind == "percent" for piece in section)
    amount = Decimal(format(value, ".15g")).scaleb(2 * percents - scale)
    return "".join(
        (
            *("%" if piece.kind == "percent" else _literal(piece) for piece in section[:first]),
            _digits(amount, inside),
            *("%" if piece.kind == "percent" else _literal(piece) for piece in behind),
        )
    )


def _digits(amount: Decimal, inside: tuple[_Piece, ...]) -> str:
    """The digits that the places are for: those before the point filled from the right, any words between."""
    point = next((index for index, piece in enumerate(inside) if piece.kind == "point"), len(inside))
    parts = [piece.text for piece in inside[point:] if piece.kind == "digit"][:_DECIMALS]
    rounded = amount
    if abs(amount) < 10**15:  # what is larger has no digits to round
        rounded = amount.quantize(Decimal(1).scaleb(-len(parts)), ROUND_HALF_UP)
    integer, _, fraction = format(abs(rounded), "f").partition(".")
    kept = len(parts)
    while kept and parts[kept - 1] != "0" and fraction[kept - 1 : kept] in ("0", ""):
        kept -= 1
    whole = _whole(integer.lstrip("0"), inside[:point])
    sign = "-" if rounded < 0 else ""
    decimals = fraction[:kept].ljust(kept, "0")
    return f"{sign}{whole or ('' if kept else '0')}" + (f".{decimals}" if kept else "")


def _whole(integer: str, places: tuple[_Piece, ...]) -> str:
    if any(piece.kind == "comma" for piece in places):
        least = sum(piece.text == "0" for piece in places)
        return format(int(integer or "0"), ",") if integer else "0" * min(least, 1)
    words: list[str] = []
    left = list(integer)
    for index, piece in reversed(list(enumerate(places))):
        if piece.kind != "digit":
            words.append(_literal(piece))
        elif any(each.kind == "digit" for each in places[:index]):
            words.append(left.pop() if left else "0" if piece.text == "0" else "")
        else:  # the first place takes all that is left
            words.append("".join(left) or ("0" if piece.text == "0" else ""))
    return "".join(reversed(words))


def _date(value: float, section: tuple[_Piece, ...], *, from_1904: bool) -> str:
    moment = _EPOCHS[from_1904] + timedelta(days=int(value), seconds=round(value % 1 * 86_400))
    if value < 61 and not from_1904 and value >= 1:  # Excel counts a 29 February 1900
        moment += timedelta(days=1)
    if any(piece.kind == "month" and len(piece.text) in (3, 4, 5) for piece in section):
        return moment.date().isoformat()
    words: list[str] = []
    timed = False  # an hour came before, or seconds follow: m is minutes
    for index, piece in enumerate(section):
        follows = next((each.kind for each in section[index + 1 :] if each.kind in _CALENDAR), "")
        if piece.kind == "month":
            minutes = timed or follows == "second"
            words.append(_padded(moment.minute if minutes else moment.month, piece.text))
        else:
            words.append(_moment_part(moment, piece))
        if piece.kind in _CALENDAR:
            timed = piece.kind in ("hour", "elapsed")
    return "".join(words).strip()


def _moment_part(moment: datetime, piece: _Piece) -> str:
    match piece.kind:
        case "year":
            return f"{moment.year:04d}"
        case "day" if piece.text.lower() in ("d", "dd"):
            return _padded(moment.day, piece.text)
        case "hour":
            return _padded(moment.hour, piece.text)
        case "elapsed":
            return str(moment.hour)
        case "second":
            return _padded(moment.second, piece.text.partition(".")[0])
        case "point" | "comma":
            return piece.text
        case _:
            return _literal(piece)


def _padded(value: int, pattern: str) -> str:
    return str(value).rjust(min(len(pattern), 2), "0")
