"""Counted numbers as digits, so that 三份 and 3份 are one."""

from __future__ import annotations

import re

__all__ = ["counted"]

_HAN_NUMBER = {each: at for at, each in enumerate("零一二三四五六七八九十")} | {"两": 2, "俩": 2}
_COUNTED = re.compile(
    r"(?P<n>[一二两三四五六七八九]?十[一二三四五六七八九]?|[两二三四五六七八九一])(?=月|份|个|家|套|级|字|"
    r"磅|倍|号(?!标)|本|页|天|周(?![一二三四五六日天])|百字|千字|项)"
)
_ROUND = re.compile(r"(?P<n>\d+)(?P<unit>百|千|万)(?=字|家|个|元|以内)")


def counted(words: str) -> str:
    """三份 as 3份, 十二个 as 12个, 两千字 as 2000字; 一级标题 and 第三部分 are names and stay."""
    told = _COUNTED.sub(
        lambda found: str(_number(found["n"])), re.sub("[一两二三四五六七八九](?=[百千万])", _digit, words)
    )
    told = re.sub(
        r"(?<![\d月])([1-9])级(?=标题|节点)", lambda found: "零一二三四五六七八九"[int(found[1])] + "级", told
    )
    return _ROUND.sub(
        lambda found: str(int(found["n"]) * {"百": 100, "千": 1000, "万": 10000}[found["unit"]]), told
    )


def _digit(found: re.Match[str]) -> str:
    return str(_HAN_NUMBER[found.group()])


def _number(written: str) -> int:
    if "十" not in written:
        return _HAN_NUMBER[written]
    tens, _, ones = written.partition("十")
    return 10 * (_HAN_NUMBER[tens] if tens else 1) + (_HAN_NUMBER[ones] if ones else 0)
