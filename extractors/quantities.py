"""Numbers as clerks write them: `1.2亿元`, `壹佰万元整`, `约１，２００台`, `亏损438.6`, in the form's unit.

`find_quantities` finds the numbers of a line with their units; `parse_quantity` reads the one that answers.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Literal, NamedTuple

from extractors.numerals import NUMERAL, SCALES, read_numeral
from extractors.text import narrow

__all__ = ["Found", "Problem", "Quantity", "find_quantities", "parse_quantity"]

Problem = Literal["", "negative", "fraction", "range", "not-a-number", "several"]
_Kind = Literal["money", "percent", "count", "other"]


class Quantity(NamedTuple):
    """A number in the form's unit, or why there is none.

    Only "negative" comes with a value: the reading is sure, it is the number that makes no sense there.
    """

    value: int | float | None
    problem: Problem = ""
    unit: str = ""  # as written, where it is another scale or unit than the form's: "亿元"
    text: str = ""  # as given


class Found(NamedTuple):
    """A number in running text."""

    value: int | float  # before its unit: 1.2 of 1.2亿元; a Chinese numeral whole: 1000000 of 壹佰万元
    unit: str  # as written, with its scale; "" where none follows
    span: tuple[int, int]  # of number and unit, half-open
    text: str  # that span


class _Amount(NamedTuple):
    """A number with what it is written with."""

    value: Decimal  # before the scale
    scale: str  # 万, 千万, 亿… as written behind it; of a Chinese numeral, the 万 or 亿 that it ends in
    unit: str  # 元, %, 台… as written
    factor: int  # of the scale; 1 for Chinese numerals
    chinese: bool
    sign: int | None  # None: a dash that may be a minus or a separator
    start: int
    end: int

    @property
    def kind(self) -> _Kind | None:
        return _kind(self.unit) if self.unit else None

    @property
    def absolute(self) -> bool:
        """Counted in ones, not in the form's 万: 300万 in a 万元 field is 300."""
        return bool(self.unit) or self.scale[-1:] in {"万", "亿", "萬", "億"}


_DIGITS = (
    r"[0-9]{1,3}(?:[,，][0-9]{3})++(?![0-9])(?:\.[0-9]+)?|[0-9]{1,3}(?:\ [0-9]{3})++(?![0-9])(?:\.[0-9]+)?"
    r"|[0-9]+(?:\.[0-9]+)?(?:E[+\-]?[0-9]{1,2}(?![0-9]))?|\.[0-9]+"
)
_SCALE = "[十百千拾佰仟]?万亿|[十百千拾佰仟]?[万亿萬億]|[百千佰仟]"
_PERCENT = "%|‰|个百分点"
_OTHER = (
    "个月|个季度|个年度|年度|年|月份|月|日|号|天|小时|分钟|秒|周|季度|吨|公斤|千克|克|公里|千米|平方米|米"
    "|亩|度|千瓦时|千瓦|倍|成|页|字|美元|美金|欧元|英镑|日元|港元|港币|韩元|㎡|℃|[A-Z]{1,12}+"
)
_MONEY = "元|圆|块|人民币"
_COUNTER = (
    r"台\s?/\s?套|台套|个|项|家|台|套|条|次|件|名|人|位|种|类|款|户|部|座|门|篇|份|支|只|辆|张|组|所|点|处|批"
)
_QUANTITY = re.compile(
    rf"""(?P<fraction>百分之|千分之)?\s?+
    (?:
      (?<![A-Za-z0-9.])(?P<digits>{_DIGITS})(?:\s?[余多来]?\s?(?P<scale>{_SCALE})(?!分))?
      | (?P<han>{NUMERAL})(?:[余多来](?P<han_scale>[万亿萬億]))?
    )
    (?:\s?(?:余|多|\+))?+\s{{0,3}}+(?P<unit>{_PERCENT}|{_OTHER}|{_MONEY}|{_COUNTER})?""",
    re.VERBOSE | re.IGNORECASE,
)
_DATE_UNITS = {"年", "年度", "月", "月份", "日", "号", "季度"}

# What makes a number no number: an estimate, an upper bound, another currency, less of a loss.
_VAGUE = re.compile(
    "数[十百千万亿]|几[十百千万亿]|[十百千万]几|上[百千万亿]|若干|不超过|不多于|不足|不到|低于|小于"
    "|(?<!不)少于|[<≤]|以下|以内|[减扭]亏|[$€£₩]|美元|美金|欧元|英镑|日元|港元|港币|HK|USD|EUR|JPY",
    re.IGNORECASE,
)
_REMARK = re.compile(r"[(\[【][^()\[\]【】]*+[)\]】]?")
_PART = re.compile("其中|包括|包含|含(?!税)")
_DATE = re.compile(r"[0-9]{4}([-./])[0-9]{1,2}\1[0-9]{1,2}(?![0-9])|[0-9]{4}\s?[-~～—–至到]\s?[0-9]{4}\s?年")
_TO = re.compile(r"\s*(?:-{1,2}|~|～|—{1,2}|–|至|到)\s*")
_LOSS = re.compile(r"(?:负|(?<![减扭])亏损?(?:额|金额)?(?:了|约|达|为|[:\s]|人民币)*)$")
_MINUS = re.compile(r"(?:(?P<sure>^|[\s:=(,，、;；损亏约])|.)[-–—]$", re.DOTALL)
# Behind another Chinese character a numeral is mostly part of a word (统一, 第三方), except after these.
_BEFORE_NUMERAL = re.compile(r"[约近逾超达过于为共计有仅少额币资损亏负利到即\W\dA-Za-z_]$")


def find_quantities(text: str) -> tuple[Found, ...]:
    """All numbers of a line with their units, in order; Chinese numerals only where a unit follows.

    Years, months and days are numbers with the unit 年, 月 or 日.
    """
    found = []
    for each in _amounts(_plain(text)):
        if each.unit or not each.chinese:
            unit = each.unit if each.chinese else each.scale + each.unit
            value = _number(each.value * (each.sign or 1))
            start = _sign_start(text, each)
            found.append(Found(value, unit, (start, each.end), text[start : each.end]))
    return tuple(found)


def parse_quantity(text: str, *, unit: str, whole: bool = False, signed: bool = False) -> Quantity:
    """Read the number that answers a field.

    unit: the form's own (万元, 元, 个, 台/套, 万条, %…). A scale or unit that is written counts: `300万` is
    300 in 万元 and 3000000 in 元 or 个. whole: a fraction is no answer. signed: 亏损, 负 and (438.6), as
    accountants write it, are negative. Remarks in brackets and behind 其中 are passed over, and dates.
    """
    plain = _plain(text)
    outside = _blanked(_REMARK, plain)
    in_brackets = not _QUANTITY.search(outside)
    body = plain.strip() if in_brackets else outside
    accountants = bool(in_brackets and re.fullmatch(r"\([^()]*\)", body))
    if in_brackets:
        body = body.strip("()[]【】 ")
    if _VAGUE.search(body):
        return Quantity(None, "not-a-number", text=text)
    problem, amount = _the_one(body)
    if amount is None:
        return Quantity(None, problem, text=text)
    loss = (
        signed
        and amount.sign == 1
        and (accountants or re.search(r"\(\s*净?亏损?额?\s*\)", plain) is not None)
    )
    if signed and not loss and amount.sign == 1 and "亏" in plain and "盈" not in plain:
        return Quantity(None, "not-a-number", text=text)
    sign = -1 if loss else amount.sign
    value = _in_unit(amount, unit)
    if value is None or sign is None:
        return Quantity(None, "not-a-number", text=text)
    if whole and value != value.to_integral_value():
        return Quantity(None, "fraction", text=text)
    result = _number(value * sign)
    return Quantity(result, "negative" if result < 0 and not signed else "", _other_unit(amount, unit), text)


# --- finding ---------------------------------------------------------------------------------------------


def _plain(text: str) -> str:
    """Half-width, blank-filling lines and the yuan's signs blanked; as long as the text."""
    plain = narrow(text).replace("_", " ").replace("¥", " ").replace("台(套)", "台/套 ")
    return re.sub("RMB|CNY", "   ", plain, flags=re.IGNORECASE)


def _blanked(pattern: re.Pattern[str], text: str) -> str:
    return pattern.sub(lambda match: " " * len(match[0]), text)


def _amounts(plain: str) -> list[_Amount]:
    amounts: list[_Amount] = []
    for match in _QUANTITY.finditer(plain):
        amount = _amount(match, plain)
        if amount is None:
            continue
        if amounts and _continues(amounts[-1], amount):
            amount = _sum(amounts.pop(), amount)
        amounts.append(amount)
    return amounts


def _amount(match: re.Match[str], plain: str) -> _Amount | None:
    start = match.start("digits") if match["digits"] else match.start("han")
    chinese = match["han"] is not None
    unit = match["unit"] or ""
    scale = match["scale"] or ""
    value: Decimal | None
    if chinese:
        if start and not match["fraction"] and not _BEFORE_NUMERAL.match(plain, start - 1, start):
            return None
        numeral = match["han"] + (match["han_scale"] or "")
        value = read_numeral(numeral)
        scale = (
            numeral[-1]
            if numeral[-1] in "万亿萬億"
            else "万"
            if re.search("[万亿]", numeral) and not unit
            else ""
        )
    else:
        digits = re.sub("[,， ]", "", match["digits"])
        value = Decimal(digits) if len(digits) <= 30 else None
    if value is None:
        return None
    if match["fraction"]:
        unit = "%" if match["fraction"] == "百分之" else "‰"
        start = match.start("fraction")
    factor = 1
    for char in scale if not chinese else "":
        factor *= SCALES[char]
    return _Amount(value, scale, unit, factor, chinese, _sign(plain, start), start, match.end())


def _sign(plain: str, start: int) -> int | None:
    before = plain[max(0, start - 12) : start].rstrip()
    if _LOSS.search(before):
        return -1
    minus = _MINUS.search(before)
    if not minus:
        return 1
    return (
        -1
        if minus["sure"] is not None and (before[-1] == "-" or not plain[:start].rstrip()[:-1].strip())
        else None
    )


def _sign_start(text: str, amount: _Amount) -> int:
    """Where the minus or 亏损 before a negative number begins."""
    offset = max(0, amount.start - 12)
    before = _plain(text[offset : amount.start])
    signed = _LOSS.search(before) or re.search(r"[-–—]\s*$", before) if amount.sign == -1 else None
    return offset + signed.start() if signed else amount.start


def _continues(first: _Amount, second: _Amount) -> bool:
    """1亿2000万: a number goes on behind its scale with what is smaller."""
    return (
        not first.chinese
        and not second.chinese
        and first.factor >= 10**4
        and not first.unit
        and first.end == second.start
        and second.value * second.factor < first.factor
        and (second.factor > 1 or 10 * second.value >= first.factor)
    )


def _sum(first: _Amount, second: _Amount) -> _Amount:
    ones = first.value * first.factor + second.value * second.factor
    counted = second if second.scale else first
    return second._replace(
        value=ones / counted.factor,
        scale=counted.scale,
        factor=counted.factor,
        sign=first.sign,
        start=first.start,
    )


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


# --- choosing --------------------------------------------------------------------------------------------


def _the_one(body: str) -> tuple[Problem, _Amount | None]:
    """The number that answers: the only one that is no date and no part (其中…) of another."""
    body = _blanked(_DATE, body)
    part = _PART.search(body)
    if part and _amounts(body[: part.start()]):
        body = body[: part.start()]
    amounts = _amounts(body)
    if any(char.isdigit() and char.isascii() for char in _uncovered(body, amounts)):
        return "not-a-number", None
    if any(each.chinese and not each.unit for each in amounts):
        amounts = [each for each in amounts if not each.chinese or each.unit or _ends_after(body, each)]
    for first, second in pairwise(amounts):
        between = body[first.end : second.start]
        if _TO.fullmatch(between) and second.start > first.end:
            return "range", None
        if between in {",", "，"} and not first.unit:
            return "not-a-number", None
    amounts = [each for each in amounts if each.unit not in _DATE_UNITS]
    if not amounts:
        return "not-a-number", None
    if len({(each.value, each.scale, each.unit, each.sign) for each in amounts}) > 1:
        return "several", None
    return "", amounts[0]


def _uncovered(body: str, amounts: Sequence[_Amount]) -> str:
    pieces = []
    position = 0
    for each in amounts:
        pieces.append(body[position : each.start])
        position = each.end
    return "".join(pieces) + body[position:]


def _ends_after(body: str, amount: _Amount) -> bool:
    return (
        re.match(r"\s*(?:整|正|以上|左右|许|上下)?\s*(?:$|[,，;；。、(])", body[amount.end :][:20])
        is not None
    )


# --- units -----------------------------------------------------------------------------------------------


def _kind(unit: str) -> _Kind:
    if unit in {"%", "‰", "个百分点"}:
        return "percent"
    if unit in {"元", "圆", "块", "人民币"}:
        return "money"
    return "other" if re.fullmatch(_OTHER, unit, re.IGNORECASE) else "count"


def _in_unit(amount: _Amount, unit: str) -> Decimal | None:
    """The value in the form's unit; None where something else is counted (% in a number of enterprises)."""
    thousands = 10**4 if unit.startswith("万") else 1
    if amount.kind not in {None, _kind(unit.removeprefix("万"))}:
        return None
    value = amount.value * amount.factor
    if amount.unit == "‰":
        return value / 10
    return value / thousands if amount.absolute else value


def _other_unit(amount: _Amount, unit: str) -> str:
    """The unit as written where it is not the form's: 亿元 for 万元, 万 for 个; any counting word will do."""
    written = amount.scale + amount.unit
    scale = {"萬": "万", "億": "亿"}.get(amount.scale[-1:], amount.scale[-1:])
    own = unit[:1] if unit.startswith("万") else ""
    same = amount.unit != "‰" and (not amount.absolute or scale == own or (amount.chinese and not own))
    return "" if same else written
