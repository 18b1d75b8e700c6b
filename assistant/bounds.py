"""What an answer about the right thing still may not answer: a least number where only a greatest is set."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

__all__ = ["asks_otherwise"]

_LEAST_ASKED = re.compile("至少|最少|下限|最低|不少于|不低于|起码")
_MOST_ASKED = re.compile("最多|上限|最高|不超过|至多")
_LEAST_SET = re.compile("不少于|至少|以上|最少|没有规定|at least", re.IGNORECASE)
_MOST_SET = re.compile("不超过|最多|限\\d|限制|上限|一式|at most|limited", re.IGNORECASE)
_EITHER = re.compile(r"(?P<one>[\u3400-\u9fffa-z]{2,6})还是(?P<other>[\u3400-\u9fffa-z]{2,6})")
_ASKED_ONLY: Final = frozenset(
    ("可以", "需要", "必须", "应该", "不是", "不用", "不要", "还是", "也行", "都行")
)


def asks_otherwise(words: str, told: str) -> bool:
    """Whether the question wants the other bound, or a choice of which the answer names neither side."""
    if (
        _LEAST_ASKED.search(words)
        and not _MOST_ASKED.search(words)
        and _MOST_SET.search(told)
        and not _LEAST_SET.search(told)
    ):
        return True
    if (
        _MOST_ASKED.search(words)
        and not _LEAST_ASKED.search(words)
        and _LEAST_SET.search(told)
        and not _MOST_SET.search(told)
    ):
        return True
    either = _EITHER.search(words)
    return either is not None and not any(_named(either[side], told) for side in ("one", "other"))


def _named(side: str, told: str) -> bool:
    """Whether any two characters in a row of one side are in the answer; a side of none that tell is."""
    pairs = ["".join(each) for each in pairwise(side)]
    telling = [each for each in pairs if each not in _ASKED_ONLY]
    return not telling or any(each in told.casefold() for each in telling)
