"""Which of a notice's points a question asks: patterns of words, weighed by how much of it they explain."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final, NamedTuple

from assistant.numerals import counted
from notices.notice import Notice, Point

__all__ = ["DATE", "Asked", "Match", "Pattern", "best", "compiled", "weight"]

DATE: Final = (
    r"(?:(?:20\d\d|今|本|明|去)年)?\d{1,2}月(?:\d{1,2}[日号]?|底|初|中旬|上旬|下旬|末)?|"
    r"(?<!\d)\d{1,2}[日号](?!字|宋|黑|楷|仿|标|的?字|附)|(?:20\d\d)[-/.]\d{1,2}[-/.]\d{1,2}|"
    r"(?<![\d/])\d{1,2}/\d{1,2}(?![\d/])|今天|明天|后天|下周[一二三四五六日天]?|元旦|年底"
)
# Words that nearly every question has say little about what is asked.
_LIGHT = re.compile(
    r"工业互联网|平台|企业|申报|材料|单位|通知|省级|要求|公司|我们|可以|需要|必须|什么|多少|怎么|如何|"
    r"哪\S?|几|能|吗|要|有|是|报|写|填|交|做|行|市|谁|选|勾|前|人|不"
)
_LATIN = re.compile(r"[a-z0-9]+")
_SOUGHT_BEFORE: Final = 0.4  # of a word's weight where it only stands in the question before
_AGAIN: Final = 0.3  # of a word's weight where another way to put it stands there too
_LIGHTLY: Final = 0.3  # of a character's weight


def weight(words: str) -> float:
    """How much words tell: a Chinese character 1, a Latin word or number 1.5, a light character 0.3."""
    light = sum(len(each) for each in _LIGHT.findall(words))
    rest = _LIGHT.sub("", words)
    latin = _LATIN.findall(rest)
    han = len(re.findall(r"[\u3400-\u9fff]", rest))
    return _LIGHTLY * light + 1.5 * len(latin) + han


@dataclass(frozen=True, slots=True)
class Asked:
    """The words of a question, and those of the one before where it goes on from that."""

    now: str
    before: str = ""


class Match(NamedTuple):
    """What explains a question, and by which of its words."""

    score: float
    spans: tuple[tuple[int, int], ...]  # in `now`
    borrowed: tuple[str, ...] = ()  # words of the question before


@dataclass(frozen=True, slots=True)
class Pattern:
    needed: tuple[re.Pattern[str], ...]
    welcome: tuple[re.Pattern[str], ...] = ()
    barred: tuple[re.Pattern[str], ...] = field(default=())

    def match(self, asked: Asked) -> Match | None:
        if any(each.search(asked.now) for each in self.barred):
            return None
        spans, also, borrowed = [], [], []
        for at, element in enumerate((*self.needed, *self.welcome)):
            here = [each.span() for each in element.finditer(asked.now) if each.group()]
            if here:
                spans.append(max(here, key=lambda each: each[1] - each[0]))
                also += here
                continue
            earlier = _longest(element, asked.before) if asked.before else None
            if earlier:
                borrowed.append(earlier.group())
            elif at < len(self.needed):
                return None
        if not spans:
            return None
        told, all_told = (
            sum(weight(asked.now[start:end]) for start, end in _merged(each)) for each in (spans, also)
        )
        score = (
            told
            + _AGAIN * (all_told - told)
            + _SOUGHT_BEFORE * sum(map(weight, borrowed))
            + 0.2 * len(self.needed)
        )
        return Match(score, tuple(_merged(also)), tuple(borrowed))


def pattern(written: str) -> Pattern:
    words = [each.replace("<date>", DATE) for each in counted(written).split()]
    groups: dict[str, list[re.Pattern[str]]] = {"": [], "~": [], "!": []}
    for each in words:
        groups[each[0] if each[0] in "~!" else ""].append(re.compile(each.lstrip("~!")))
    return Pattern(tuple(groups[""]), tuple(groups["~"]), tuple(groups["!"]))


@lru_cache(maxsize=4)
def compiled(notice: Notice) -> tuple[tuple[Point, tuple[Pattern, ...]], ...]:
    """The points of a notice with their patterns; built once."""
    return tuple((point, tuple(map(pattern, point.asked))) for point in notice.points)


def best(asked: Asked, *, notice: Notice) -> Iterator[tuple[Match, Point]]:
    """The points that match, each with its best pattern."""
    for point, patterns in compiled(notice):
        matches = [found for each in patterns if (found := each.match(asked))]
        if matches:
            yield max(matches, key=lambda each: each.score), point


def _longest(element: re.Pattern[str], words: str) -> re.Match[str] | None:
    return max(element.finditer(words), key=lambda each: len(each.group()), default=None)


def _merged(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
