"""How a hand writes a value. Whatever the hand, the value that the interface promises stays the same."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from random import Random
from typing import Final

Number = int | float
NumberPen = Callable[
    [Decimal, str], str | None
]  # (value, the form's unit) -> text, or None where it does not suit
DatePen = Callable[[list[int]], str]  # [year], [year, month] or [year, month, day]

_DIGITS: Final = "零一二三四五六七八九"
_FORMAL: Final = "零壹贰叁肆伍陆柒捌玖"
_COUNT_WORDS: Final = {"台/套": "台", "个": "个", "项": "项", "家": "家"}


def bare(value: Decimal) -> str:
    """Without an exponent or trailing zeros."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def wide(text: str) -> str:
    """Digits, letters and number marks in full width."""
    return "".join(chr(ord(each) + 0xFEE0) if "!" <= each <= "~" else each for each in text)


def _plain(value: Decimal, unit: str) -> str:
    return bare(value)


def _grouped(value: Decimal, unit: str) -> str:
    return f"{value:,f}" if "." not in f"{value:f}" else f"{Decimal(bare(value)):,f}"


def _wide(value: Decimal, unit: str) -> str:
    return wide(bare(value))


def _wide_grouped(value: Decimal, unit: str) -> str:
    return wide(_grouped(value, unit))


def _about(value: Decimal, unit: str) -> str | None:
    word = _COUNT_WORDS.get(unit, unit)
    return f"约{bare(value)}{word}" if value >= 10 and unit != "%" else None


def _near(value: Decimal, unit: str) -> str | None:
    return f"近{_grouped(value, unit)}" if value >= 100 else None


def _over(value: Decimal, unit: str) -> str | None:
    return (
        f"{bare(value)}余{_COUNT_WORDS[unit]}"
        if unit in _COUNT_WORDS and value >= 100 and value % 10 == 0
        else None
    )


def _counted(value: Decimal, unit: str) -> str | None:
    return f"{bare(value)}{_COUNT_WORDS.get(unit, unit)}"


def _counted_apart(value: Decimal, unit: str) -> str | None:
    return f"{bare(value)} {_COUNT_WORDS.get(unit, unit)}"


def _loss(value: Decimal, unit: str) -> str | None:
    return f"亏损{bare(-value)}" if value < 0 else None


def _wide_minus(value: Decimal, unit: str) -> str | None:
    return f"－{bare(-value)}" if value < 0 else None


def _ten_thousands(value: Decimal, unit: str) -> str | None:
    if unit == "元" and value >= 10_000 and value % 10 == 0:
        return f"{bare(value / 10_000)}万"
    if unit in _COUNT_WORDS and value >= 10_000 and value % 100 == 0:
        return f"{bare(value / 10_000)}万"
    return None


def _ten_thousand_yuan(value: Decimal, unit: str) -> str | None:
    return f"{bare(value / 10_000)}万元" if unit == "元" and value >= 10_000 and value % 10 == 0 else None


def _hundred_millions(value: Decimal, unit: str) -> str | None:
    if unit == "万元" and value >= 10_000 and value % 10 == 0:
        return f"{bare(value / 10_000)}亿元"
    if unit == "元" and value >= 100_000_000 and value % 100_000 == 0:
        return f"{bare(value / 100_000_000)}亿元"
    return None


def _yuan_in_full(value: Decimal, unit: str) -> str | None:
    return f"{bare(value)}万元" if unit == "万元" else f"{bare(value)}元" if unit == "元" else None


def _characters(value: Decimal, unit: str) -> str | None:
    if unit not in _COUNT_WORDS or value % 1 or not 1 <= value <= 99:
        return None
    tens, ones = divmod(int(value), 10)
    head = "" if not tens else "十" if tens == 1 else f"{_DIGITS[tens]}十"
    return head + (_DIGITS[ones] if ones else "")


def _formal(value: Decimal, unit: str) -> str | None:
    """壹佰万元; only where it is short enough for someone to write it."""
    yuan = value * (10_000 if unit == "万元" else 1)
    if unit not in ("元", "万元") or yuan % 10_000 or not 0 < yuan < 10**12:
        return None
    upper, lower = divmod(int(yuan) // 10_000, 10_000)
    text = (f"{_four(upper)}亿" if upper else "") + (f"{_four(lower)}万" if lower else "")
    if upper and 0 < lower < 1000:
        text = f"{_four(upper)}亿零{_four(lower)}万"
    return f"{text}元" if len(text) <= 8 else None


def _four(value: int) -> str:
    """1 to 9999 in formal numerals."""
    out, gap = "", False
    for place, word in ((1000, "仟"), (100, "佰"), (10, "拾"), (1, "")):
        digit = value // place % 10
        if digit:
            out += ("零" if gap and out else "") + _FORMAL[digit] + word
            gap = False
        else:
            gap = True
    return out


def _chinese_year(parts: list[int], zero: str) -> str:
    year = "".join(zero if each == "0" else _DIGITS[int(each)] for each in str(parts[0]))
    month = _characters(Decimal(parts[1]), "个") if len(parts) > 1 else ""
    day = _characters(Decimal(parts[2]), "个") if len(parts) > 2 else ""
    return f"{year}年" + (f"{month}月" if month else "") + (f"{day}日" if day else "")


def _marked(parts: list[int], *, pad: bool = False, gap: str = "") -> str:
    texts = [f"{part:02d}" if pad else str(part) for part in parts]
    return gap.join(f"{text}{gap}{mark}" for text, mark in zip(texts, "年月日", strict=False))


def _joined(parts: list[int], mark: str, *, pad: bool) -> str:
    texts = [f"{part:02d}" if pad else str(part) for part in parts]
    return mark.join(texts) if len(parts) > 1 else f"{texts[0]}年"


DATE_PENS: Final[dict[str, DatePen]] = {
    "marked": _marked,
    "marked_padded": lambda parts: _marked(parts, pad=True),
    "marked_apart": lambda parts: _marked(parts, gap=" "),
    "marked_wide": lambda parts: wide(_marked(parts)),
    "dots": lambda parts: _joined(parts, ".", pad=False),
    "dots_padded": lambda parts: _joined(parts, ".", pad=True),
    "slashes": lambda parts: _joined(parts, "/", pad=False),
    "slashes_padded": lambda parts: _joined(parts, "/", pad=True),
    "dashes": lambda parts: _joined(parts, "-", pad=True),
    "dashes_short": lambda parts: _joined(parts, "-", pad=False),
    "characters": lambda parts: _chinese_year(parts, "〇"),
    "characters_zero": lambda parts: _chinese_year(parts, "零"),
    "bare_year": lambda parts: str(parts[0]) if len(parts) == 1 else _marked(parts),
}


@dataclass(frozen=True)
class Hand:
    """A person's way of writing.

    `foreign_units` says that some amounts stand in another unit than the form's, which NUM002 remarks on.
    """

    name: str
    numbers: tuple[NumberPen, ...] = (_plain,)
    dates: tuple[str, ...] = ("marked",)
    spaced_text: float = 0.0
    wide_text: float = 0.0
    sloppy_codes: float = 0.0
    foreign_units: bool = False

    def number(self, rng: Random, value: Number, unit: str) -> str:
        exact = Decimal(str(value))
        written = [text for pen in self.numbers if (text := pen(exact, unit)) is not None]
        return rng.choice(written) if written else bare(exact)

    def date(self, rng: Random, iso: str) -> str:
        return DATE_PENS[rng.choice(self.dates)]([int(each) for each in iso.split("-")])

    def text(self, rng: Random, text: str) -> str:
        if rng.random() < self.spaced_text and text.isalpha() and not text.isascii():
            return rng.choice((" ", "  ", "\u3000")).join(text)
        return wide(text) if rng.random() < self.wide_text and "@" not in text else text

    def code(self, rng: Random, text: str) -> str:
        if rng.random() >= self.sloppy_codes:
            return text
        hyphened = f"{text[:8]}-{text[8:]}" if len(text) == 9 else text
        return rng.choice((hyphened, text.lower(), wide(text), hyphened.lower()))


_AWKWARD: Final = (_loss, _wide_minus)
HANDS: Final[Mapping[str, Hand]] = {
    hand.name: hand
    for hand in (
        Hand("plain", (_plain,), ("marked",)),
        Hand("careful", (_plain, _grouped), ("marked", "marked_padded", "bare_year"), sloppy_codes=0.2),
        Hand("wide", (_wide, _wide_grouped, _wide_minus), ("marked_wide",), wide_text=0.6, sloppy_codes=0.5),
        Hand("spoken", (_about, _near, _over, *_AWKWARD), ("dots", "marked"), spaced_text=0.1),
        Hand("counting", (_counted, _counted_apart, _yuan_in_full), ("slashes", "slashes_padded")),
        Hand(
            "big_units",
            (_ten_thousands, _ten_thousand_yuan, _hundred_millions, _plain),
            ("dots_padded", "dashes"),
            foreign_units=True,
        ),
        Hand(
            "characters",
            (_characters, _formal, _plain),
            ("characters", "characters_zero"),
            spaced_text=0.15,
            foreign_units=True,
        ),
        Hand(
            "spaced",
            (_plain, _counted_apart),
            ("marked_apart", "dashes_short"),
            spaced_text=0.7,
            sloppy_codes=0.3,
        ),
        Hand(
            "mixed",
            (
                *(_plain, _grouped, _wide, _about, _near, _over, _counted, _counted_apart, _ten_thousands),
                *(_ten_thousand_yuan, _hundred_millions, _yuan_in_full, _characters, _formal, *_AWKWARD),
            ),
            tuple(DATE_PENS),
            spaced_text=0.1,
            wide_text=0.1,
            sloppy_codes=0.4,
            foreign_units=True,
        ),
    )
}
