"""What a question asks to be worked out: a return on investment, an amount in a field's unit."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from assistant.naming import Names
from assistant.question import Language
from extractors.form import Field
from extractors.quantities import parse_quantity

__all__ = ["Reckoned", "in_unit", "rate_of_return"]

_NUMBER: Final = (
    r"\d+(?:[,，]\d{3})*(?:\.\d+)?\s*(?:[十百千]?[万亿]|million|thousand|billion|k\b)?\s*"
    r"(?:元|块|rmb|yuan|cny)?"
)
_PROFIT = re.compile(
    r"(?P<sum>(?:3|三)年(?:累计|总|一共|合计)?(?:的)?利润|累计利润|利润(?:3|三)年(?:共|合计|累计)|"
    r"total profit)|(?:年均|平均|每年|年)?(?:净|纯)?利润|profits?"
)
_INVESTED = re.compile(
    r"投资总额|投资金额|总投资|投资额|投资(?!回报)|投入(?!产出)|投了|total investment|"
    r"invest(?:ment|ed)?(?! return)"
)
_AMOUNT = re.compile(_NUMBER)
_APART: Final = 14  # characters that may stand between what it is and how much
_SCALES: Final = {"k": 10**3, "thousand": 10**3, "million": 10**6, "billion": 10**9}
_ASKS = re.compile("回报率|roi|return|多少|几|呢|怎么|吗|是不是|对不对|what|how")
_ASKS_FIGURE = re.compile(
    r"what (?:do|should) (?:we|i) (?:write|put|enter|fill)|which (?:figure|number)|"
    "填多少|填什么|填几|写多少|填成|填写多少|应填|该填|怎么填|怎么写|换算|数字|写成|填哪个数|是多少|写几|填啥|咋填"
)


class Reckoned(NamedTuple):
    said: str  # to be put before what the notice says
    words: str  # what a next question goes on from
    field: Field


def rate_of_return(words: str, before: str, names: Names, language: Language) -> Reckoned | None:
    """年均利润/投资总额 where the question, or with it the one before, names both."""
    field = next((each for each in names.spec.fields if each.path.endswith("roi_percent")), None)
    profit, invested = _amount(_PROFIT, words), _amount(_INVESTED, words)
    if field is None or (profit is None and invested is None) or not _ASKS.search(words):
        return None
    told = "回报" in words or "回报" in before or "roi" in f"{words} {before}" or "return" in words
    profit = profit if profit is not None else _amount(_PROFIT, before)
    invested = invested if invested is not None else _amount(_INVESTED, before)
    if not told or not profit or not invested:
        return None
    percent = f"{round(profit / invested * 100, 2):g}%"
    kept = f"投资回报率怎么算 年均利润{profit:.10g}元 投资总额{invested:.10g}元"
    if language == "zh":
        return Reckoned(f"按公式算：{_told(profit)}÷{_told(invested)}×100%={percent}。", kept, field)
    return Reckoned(f"By the formula: {profit:,.10g} / {invested:,.10g} × 100% = {percent}.", kept, field)


def _amount(what: re.Pattern[str], words: str) -> float | None:
    """The amount behind the words, else right before them, in 元; of several years' the mean."""
    for found in what.finditer(words):
        behind = _AMOUNT.search(words, found.end(), found.end() + _APART + 12)
        between = words[found.end() : behind.start()] if behind else ""
        if behind and len(between) <= _APART and not re.search("[利投]", between):
            value = _value(behind.group())
            several = "sum" in found.groupdict() and found["sum"] is not None
            return value / 3 if value is not None and several else value
    return None


def _value(written: str) -> float | None:
    english = re.fullmatch(r"([\d.,]+)\s*(k|thousand|million|billion).*", written.strip())
    if english:
        return float(english[1].replace(",", "")) * _SCALES[english[2]]
    plain = written.replace("块", "元").strip()
    return parse_quantity(plain if plain.endswith("元") else f"{plain}元", unit="元").value


def _told(value: float) -> str:
    return f"{value / 10000:.10g}万元" if value % 100 == 0 and value >= 10000 else f"{value:.10g}元"


def in_unit(words: str, spoken: str, names: Names, language: Language) -> Reckoned | None:
    """The figure to be written for an amount that the question names in another unit than the field's.

    `words` are the question's in Chinese, `spoken` those in its own language.
    """
    if not _ASKS_FIGURE.search(f"{words} {spoken}"):
        return None
    amounts = _amounts(spoken)
    for field in [each.field for each in names.in_words(words) if each.option is None]:
        fitting = [each for each in amounts if _fits(each, field.unit)]
        if not fitting or field.unit not in _CONVERTED:
            continue
        value = parse_quantity(fitting[0].replace("块", "元"), unit=field.unit).value
        if value is None:
            continue
        figure = f"{value:.12g}"
        if language == "zh":
            return Reckoned(f"{fitting[0]}填{figure}（单位是{field.unit}）。", words, field)
        return Reckoned(f"It is written as {figure} (in {field.unit}).", words, field)
    return None


_IN_ENGLISH = re.compile(
    r"(?P<n>\d[\d,]*(?:\.\d+)?)\s*(?P<scale>k|thousand|million|billion)?\s*(?:yuan|rmb|cny)"
)
_CONVERTED: Final = frozenset({"元", "万元", "万条", "万次"})


def _amounts(words: str) -> list[str]:
    english = [
        f"{float(each['n'].replace(',', '')) * _SCALES.get(each['scale'] or '', 1):.12g}元"
        for each in _IN_ENGLISH.finditer(words)
    ]
    return (
        english
        or [
            each.group().strip()
            for each in re.finditer(
                r"\d+(?:[,，]\d{3})*(?:\.\d+)?\s*(?:[十百千]?[万亿]|千)?\s*(?:元|块|条|次)", words
            )
        ]
        or [
            f"{each.group().strip()}元" for each in re.finditer(r"\d+(?:\.\d+)?\s*(?:[十百千]?[万亿])", words)
        ]
    )


def _fits(amount: str, unit: str) -> bool:
    return amount[-1] in unit or (amount[-1] == "块" and "元" in unit)
