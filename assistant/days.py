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
    named = day_in(words, near=due, today=today)
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
