"""Which example of a question a question is alike: by the characters, words and meanings that they share.

A notice gives examples for each of its points (`Notice.ways`). The nearest one by cosine is found; how near
it is tells whether the question may be taken for it.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

from assistant.numerals import counted
from assistant.question import normalise
from notices.notice import Notice

__all__ = ["Alike", "Examples", "examples_of"]

_HAN: Final = re.compile(r"[\u3400-\u9fff◆]+")
_LATIN: Final = re.compile(r"[a-z][a-z'&/-]*|\d+(?:\.\d+)?|#")
_AMOUNT: Final = re.compile(
    r"(?<![\d(])\d{3,}(?!\d)|\d+(?:\.\d+)?(?=[万亿%倍磅])"
)  # which one matters little
_HYPHEN: Final = re.compile("(?<=[a-z])-(?=[a-z])")
_ENDING: Final = re.compile(r"(?:ies|es|s|ed|ing|ly)$")
_SINGLE: Final = 0.35  # of a pair's weight has a character by itself
_MEANING: Final = 1.5
_STRANGE: Final = 0.8  # of the rarest word's weight has one that no example knows
_IDLE: Final = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "to",
        "in",
        "on",
        "at",
        "for",
        "is",
        "are",
        "be",
        "do",
        "does",
        "we",
        "i",
        "our",
        "my",
        "it",
        "this",
        "that",
        "with",
        "and",
        "or",
        "if",
        "you",
        "may",
        "must",
        "can",
        "have",
        "has",
        "has't",
        "what",
        "which",
        "how",
        "by",
        "as",
        "from",
        "there",
        "will",
    ]
)
_IDLE_WEIGHT: Final = 0.3
_COLLOQUIAL: Final = str.maketrans({"啥": "什么", "咋": "怎么", "俺": "我"})


class Alike(NamedTuple):
    """A name whose examples are alike, the nearest of them, and how near it is, from 0 to 1."""

    name: str
    example: str
    nearness: float


@dataclass(frozen=True, slots=True)
class Examples:
    """Examples of questions with their names, ready to be compared with."""

    names: tuple[str, ...]  # of each example
    texts: tuple[str, ...]
    rarity: Mapping[str, float]
    holding: Mapping[str, tuple[tuple[int, float], ...]]  # by feature: examples that have it, and their share
    meanings: tuple[tuple[str, re.Pattern[str]], ...]

    def nearest(
        self,
        words: str,
        *,
        limit: int = 5,
        among: str = "",
        apart_from: str = "\n",
        fits: Callable[[str], bool] = lambda example: True,
    ) -> list[Alike]:
        """The names whose examples come nearest, best first, each once.

        `among` and `apart_from` are what the names have to begin with, or must not; examples that do not
        `fits` are passed over, so that a name still goes by its others.
        """
        weights = self._weights(words.translate(_COLLOQUIAL))
        length = math.sqrt(sum(each * each for each in weights.values())) or 1.0
        shared: dict[int, float] = defaultdict(float)
        for feature, weight in weights.items():
            part = weight / length
            for number, share in self.holding.get(feature, ()):
                shared[number] += part * share
        best: dict[str, Alike] = {}
        for number in sorted(shared, key=lambda each: -shared[each]):
            name = self.names[number]
            if name in best or not name.startswith(among) or name.startswith(apart_from):
                continue
            if fits(self.texts[number]):
                best[name] = Alike(name, self.texts[number], shared[number])
                if len(best) == limit:
                    break
        return list(best.values())

    def _weights(self, words: str) -> dict[str, float]:
        strange = _STRANGE * max(self.rarity.values(), default=1.0)
        found = Counter(_features(words, self.meanings))
        return {each: _scale(each) * self.rarity.get(each, strange) for each in found}


def _scale(feature: str) -> float:
    if feature.startswith("="):
        return _MEANING
    if feature in _IDLE:
        return _IDLE_WEIGHT
    return _SINGLE if len(feature) == 1 and not feature.isascii() else 1.0


def _features(words: str, meanings: Iterable[tuple[str, re.Pattern[str]]]) -> Iterator[str]:
    for run in _HAN.findall(words):
        yield from run
        yield from (run[at : at + 2] for at in range(len(run) - 1))
    words = _AMOUNT.sub(" # ", _HYPHEN.sub(" ", words))
    latin = [_ENDING.sub("", each) if len(each) > 4 else each for each in _LATIN.findall(words)]
    yield from latin
    yield from (f"{one} {other}" for one, other in pairwise(latin) if not {one, other} <= _IDLE)
    yield from (f"={name}" for name, pattern in meanings if pattern.search(words))


@lru_cache(maxsize=4)
def examples_of(notice: Notice) -> Examples:
    """The examples of a notice; built once."""
    assert notice.ways is not None
    ways, synonyms = notice.ways()
    meanings = tuple((name, _any_of(words)) for name, words in synonyms.items())
    pairs = [(name, _plain(text)) for name, texts in ways.items() for text in texts]
    features = [Counter(_features(text, meanings)) for _, text in pairs]
    knowing: dict[str, set[str]] = defaultdict(set)
    for (name, _), found in zip(pairs, features, strict=True):
        for each in found:
            knowing[each].add(name)
    rarity = {each: math.log(1 + len(ways) / len(names)) for each, names in knowing.items()}
    holding: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for number, found in enumerate(features):
        weights = {each: _scale(each) * rarity[each] for each in found}
        length = math.sqrt(sum(each * each for each in weights.values())) or 1.0
        for each, weight in weights.items():
            holding[each].append((number, weight / length))
    return Examples(
        tuple(name for name, _ in pairs),
        tuple(text for _, text in pairs),
        rarity,
        {each: tuple(some) for each, some in holding.items()},
        meanings,
    )


def _plain(text: str) -> str:
    """As a question is heard: folded, its numbers in digits."""
    return counted(normalise(text)).translate(_COLLOQUIAL)


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    """Latin words stand by themselves; Chinese has no blanks between words."""
    return re.compile(
        "|".join(
            rf"(?<![a-z]){re.escape(each)}(?![a-z])" if each.isascii() else re.escape(each) for each in words
        )
    )
