"""BM25 over characters and their pairs, for passages of any text."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from assistant.question import normalise
from assistant.retrieve import grams

__all__ = ["Lexical", "Scored"]

_K1, _B = 1.2, 0.75


@dataclass(frozen=True, slots=True)
class Scored:
    """A passage by its number, with how well it matches."""

    number: int
    score: float
    coverage: float  # 0 to 1: how much of what is asked for it has


class Lexical:
    """An index over `texts`, known by their numbers."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._words = [Counter(grams(normalise(each))) for each in texts]

    @cached_property
    def _rarity(self) -> dict[str, float]:
        total = len(self._words)
        frequency = Counter(gram for words in self._words for gram in words)
        return {gram: math.log(1 + (total - n + 0.5) / (n + 0.5)) for gram, n in frequency.items()}

    @cached_property
    def _mean(self) -> float:
        return sum(words.total() for words in self._words) / max(len(self._words), 1) or 1.0

    def search(self, phrases: Sequence[str], *, limit: int | None = None) -> list[Scored]:
        """The passages with any gram of the phrases, best first."""
        wanted = Counter(gram for each in phrases for gram in grams(normalise(each)))
        # A gram that no passage has counts as one that a single passage has: asked for, and not there.
        strange = math.log(1 + (len(self._words) - 0.5) / 1.5) if self._words else 0.0
        weight = sum(self._rarity.get(gram, strange) for gram in wanted)
        hits = (self._scored(number, wanted, weight) for number in range(len(self._words)))
        found = [each for each in hits if each.score > 0]
        return sorted(found, key=lambda each: (-each.score, each.number))[:limit]

    def _scored(self, number: int, wanted: Counter[str], weight: float) -> Scored:
        words = self._words[number]
        damping = _K1 * (1 - _B + _B * words.total() / self._mean)
        there = [gram for gram in wanted if gram in words]
        score = sum(self._rarity[gram] * words[gram] * (_K1 + 1) / (words[gram] + damping) for gram in there)
        return Scored(number, score, sum(self._rarity[gram] for gram in there) / weight if weight else 0.0)
