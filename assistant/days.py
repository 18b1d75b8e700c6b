"""Reckoning with days: whether one is in time, which weekday it is, how many are left."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from assistant.question import Language

__all__ = ["day_in", "reckoned"]

_FULL = re.compile(
    r"(?:(?P<y>20\d\d|今|本|明|去)年)?(?P<m>\d{1,2})月(?:(?P<d>\d{1,2})[日号]?|(?P<part>底|末|初|上旬|中旬|"
    r"下旬))?"
)
_NUMERIC = re.compile(r"(?:(?P<y>20\d\d)[-/.])?(?<!\d)(?P<m>\d{1,2})[-/.](?P<d>\d{1,2})(?![\d/.%])")
_DAY = re.compile(r"(?<![\d月])(?P<d>\d{1,2})[日号](?!字|宋|黑|楷|仿|标)")
_NEAR: Final = {"今天": 0, "今日": 0, "明天": 1, "后天": 2, "today": 0, "tomorrow": 1}
_PART: Final = {"初": 5, "上旬": 10, "中旬": 20, "底": 31, "末": 31, "下旬": 30}
_WEEKDAYS: Final = ("星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日")
_ENGLISH_WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_ENGLISH_MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_ASKS_WEEKDAY = re.compile("星期几|周几|礼拜几|星期|周[一二三四五六日天]")
_TODAY_IS = re.compile(r"(?:今天|现在)(?:已经?)?(?:是|都)|today is")
_ASKS_LEFT = re.compile("还剩|还有几天|还有多少天|剩几天|剩多少|倒计时|几天|还有多久|来得及吗$|今天|现在")
_OFFSET = re.compile(
    r"(?:截止|期限|最后1天|到期|deadline|\d+月\d+[日号])\D{0,6}?(?P<side>前|后|之前|之后|以前|以后|往前推|倒推|提前|早|晚)\D{0,3}?"
    r"(?P<n>\d+)个?(?P<unit>天|日|周|星期|礼拜)(?!内)|"
    r"提前(?P<n2>\d+)个?(?P<unit2>天|日|周|星期|礼拜)|"
    r"(?P<n3>\d+)\s*个?(?P<unit3>days?|weeks?|天|周|星期)\s*(?P<side3>before|ahead|earlier|after|prior|之前|之后|前|后)"
    r".{0,12}(?:截止|期限|deadline)"
)
_FAR: Final = 3660  # days
_LATER: Final = frozenset({"后", "之后", "以后", "晚", "after"})
_BASE = re.compile(
    r"(?P<m>\d{1,2})月(?P<d>\d{1,2})[日号]\D{0,2}(?:前|后|之前|之后|以前|以后|往前|往后)"
    r"\D{0,3}\d+个?(?:天|日|周|星期)"
)
_ASKS_DAY = re.compile("几号|哪天|哪1?天|哪一天|哪日|几月|什么时候|日期|什么日子|何时|是哪|星期几|周几")


def day_in(words: str, *, near: date, today: date) -> date | None:
    """The day that the words name; a missing year or month is that of `near`; None where there is none."""
    soon = next((today + timedelta(days) for name, days in _NEAR.items() if name in words), None)
    found = _FULL.search(words) or _NUMERIC.search(words) or _DAY.search(words)
    if found is None:
        return soon
    parts = found.groupdict()
    year = {"明": near.year + 1, "去": near.year - 1}.get(parts.get("y") or "")
    year = year or (int(parts["y"]) if (parts.get("y") or "").isdigit() else near.year)
    month = int(parts.get("m") or near.month)
    ordinal = int(parts["d"]) if parts.get("d") else _PART.get(parts.get("part") or "底", 31)
    return _day(year, month, ordinal, whole=parts.get("d") is not None)


def _day(year: int, month: int, day: int, *, whole: bool) -> date | None:
    for ordinal in (day,) if whole else range(day, 27, -1) if day > 27 else (day,):
        try:
            return date(year, month, ordinal)
        except ValueError:
            continue
    return None


def reckoned(words: str, *, due: date, today: date, language: Language) -> str:
    """One sentence on the days that the words ask about, or nothing."""
    told = []
    moved = _moved(words, due)
    if moved is not None and moved != due:
        plain = _ASKS_DAY.search(words) and not _BASE.search(words)
        return _away(moved, due, language) if plain else _compared(moved, due, language)
    named = moved or day_in(words, near=due, today=today)
    if named is not None and _TODAY_IS.search(words):  # the asker says what day it is
        return _left(due, named, language)
    if named is not None and named != due:
        told.append(_compared(named, due, language))
    elif named == due:
        told.append(
            f"{_chinese(due)}当天还不算晚，是最后一天。"
            if language == "zh"
            else f"{_english(due)} itself is the last day and still in time."
        )
    if _ASKS_WEEKDAY.search(words):
        told.append(
            f"{_chinese(due)}是{_WEEKDAYS[due.weekday()]}。"
            if language == "zh"
            else f"{_english(due)} is a {_ENGLISH_WEEKDAYS[due.weekday()]}."
        )
    if _ASKS_LEFT.search(words):
        told.append(_left(due, today, language))
    return "".join(told) if language == "zh" else " ".join(told)


def _moved(words: str, due: date) -> date | None:
    """截止日前1周: the day so long before or after the last one; None where none is asked for."""
    found = _OFFSET.search(words)
    if found is None:
        return None
    groups = found.groupdict()
    number = int(groups["n"] or groups["n2"] or groups["n3"])
    unit = groups["unit"] or groups["unit2"] or groups["unit3"]
    days = number if unit in ("天", "日", "day", "days") else 7 * number
    if days > _FAR:
        return None
    later = (groups["side"] or groups["side3"] or "") in _LATER
    base = _BASE.search(words)
    start = _day(due.year, int(base["m"]), int(base["d"]), whole=True) if base is not None else due
    return (start or due) + timedelta(days if later else -days)


def _away(moved: date, due: date, language: Language) -> str:
    days = abs((moved - due).days)
    if language == "zh":
        side = "前" if moved < due else "后"
        return f"{_chinese(due)}{side}{days}天是{_chinese(moved)}（{_WEEKDAYS[moved.weekday()]}）。"
    side = "before" if moved < due else "after"
    weekday = _ENGLISH_WEEKDAYS[moved.weekday()]
    return f"{days} day{'s' * (days > 1)} {side} {_english(due)} is {weekday}, {_english(moved)}."


def _compared(named: date, due: date, language: Language) -> str:
    days = abs((named - due).days)
    if language == "zh":
        if named > due:
            return f"{_chinese(named)}已经晚了：比{_chinese(due)}晚{days}天。"
        return f"{_chinese(named)}来得及，比最后一天{_chinese(due)}早{days}天。"
    if named > due:
        return f"{_english(named)} is too late, {days} day{'s' * (days > 1)} after {_english(due)}."
    return f"{_english(named)} is in time, {days} day{'s' * (days > 1)} before {_english(due)}."


def _left(due: date, today: date, language: Language) -> str:
    days = (due - today).days
    if language == "zh":
        return (
            f"离今天（{_chinese(today)}）还有{days}天。"
            if days >= 0
            else f"今天是{_chinese(today)}，期限已过{-days}天。"
        )
    if days >= 0:
        return f"From today ({_english(today)}) {days} days are left."
    return f"Today is {_english(today)}: the deadline passed {-days} days ago."


def _chinese(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def _english(day: date) -> str:
    return f"{day.day} {_ENGLISH_MONTHS[day.month - 1]} {day.year}"
