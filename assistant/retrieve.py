"""Finds the clauses and facts of a notice that speak of what is asked: BM25 over characters and their pairs.

`score` says which entry matches best, `coverage`, the share of the question that an entry speaks of, whether
it answers at all: a score grows with the question, and the best of bad matches has one too.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

from assistant.question import Term, normalise
from notices.clauses import Clause
from notices.notice import Fact, Notice

__all__ = ["Entry", "Hit", "Index", "grams", "index_of"]

_K1, _B = 1.2, 0.5  # usual k1; clauses differ in length by what they list, not by rambling, so a mild b
_STRANGE = 3.0  # weight of a character that the notice doesn't know: about that of one in 5 % of entries
_AS_LONG_AS = 3  # characters is a number or a Latin word: 2023 weighs as 产业园 does
_PIECE = re.compile(r"[\u3400-\u9fff]+|[a-z0-9]+")


_Token = tuple[tuple[str, ...], float]


class Entry(NamedTuple):
    """What can be found: a clause, or a fact with the clause that sets it."""

    clause: Clause
    fact: Fact[Any] | None
    words: Counter[str]
    length: int


class Hit(NamedTuple):
    entry: Entry
    score: float
    coverage: float  # 0 to 1


@dataclass(frozen=True, slots=True)
class Index:
    """The entries of one notice, ready to be searched."""

    entries: tuple[Entry, ...]
    rarity: dict[str, float]  # inverse document frequency by gram
    mean_length: float

    def search(self, terms: Sequence[Term], *, limit: int = 5) -> list[Hit]:
        """The entries that match best by score and coverage, best first; none without a word in common."""
        if not terms:
            return []
        prepared = [_Wanted(term, self) for term in terms]
        hits = (self._hit(entry, prepared) for entry in self.entries)
        matching = (each for each in hits if each.score > 0)
        return sorted(matching, key=lambda each: each.score * each.coverage, reverse=True)[:limit]

    def _hit(self, entry: Entry, wanted: Sequence[_Wanted]) -> Hit:
        score = sum(max(self._bm25(entry, phrase) for phrase in each.phrases) for each in wanted)
        weight = sum(each.weight for each in wanted)
        covered = sum(each.weight * each.covered_by(entry.words) for each in wanted)
        return Hit(entry, score, covered / weight)

    def _bm25(self, entry: Entry, phrase: Sequence[str]) -> float:
        damping = _K1 * (1 - _B + _B * entry.length / self.mean_length)
        found = ((gram, entry.words[gram]) for gram in phrase if gram in entry.words)
        return sum(self.rarity[gram] * count * (_K1 + 1) / (count + damping) for gram, count in found)


class _Wanted:
    """A term as the index sees it: its phrases as grams and as tokens, and its weight in the question."""

    def __init__(self, term: Term, index: Index) -> None:
        self.phrases = [list(grams(phrase)) for phrase in term.phrases]
        self.tokens = [_tokens(phrase, index) for phrase in term.phrases]
        # A known phrase weighs what its lightest counterpart does: that the notice puts it otherwise is fine.
        self.weight = min(sum(weight for _, weight in each) for each in self.tokens[1:] or self.tokens)

    def covered_by(self, words: Counter[str]) -> float:
        return max(_share(tokens, words) for tokens in self.tokens)


def _tokens(phrase: str, index: Index) -> list[_Token]:
    """The characters and Latin words of a phrase: the grams that show one in an entry, and its weight.

    A character shows by a pair that it is part of. Pairs that no entry has, such as those over a word's end,
    say nothing against an entry; a character that is in no known pair does.
    """
    tokens: list[_Token] = []
    for piece in _PIECE.findall(phrase):
        if piece.isascii():
            tokens.append(((piece,), _AS_LONG_AS * index.rarity.get(piece, _STRANGE)))
            continue
        pairs = [piece[at : at + 2] for at in range(len(piece) - 1)] or [piece]
        for at in range(len(piece)):
            around = tuple(pairs[max(at - 1, 0) : at + 1])
            known = [index.rarity[pair] for pair in around if pair in index.rarity]
            tokens.append((around, max(known, default=_STRANGE)))
    return tokens


def _share(tokens: Sequence[_Token], words: Counter[str]) -> float:
    whole = sum(weight for _, weight in tokens)
    shown = sum(weight for around, weight in tokens if any(each in words for each in around))
    return shown / whole if whole else 0.0


@lru_cache(maxsize=4)
def index_of(notice: Notice) -> Index:
    """The index of a notice; built once."""
    entries = tuple(_entries(notice))
    frequency = Counter(gram for entry in entries for gram in entry.words)
    total = len(entries)
    rarity = {gram: math.log(1 + (total - n + 0.5) / (n + 0.5)) for gram, n in frequency.items()}
    return Index(
        entries=entries,
        rarity=rarity,
        mean_length=sum(entry.length for entry in entries) / total,
    )


def grams(text: str) -> Iterator[str]:
    """Chinese characters and their pairs, Latin words and numbers whole, of normalised text."""
    for piece in _PIECE.findall(text):
        if piece.isascii():
            yield piece
            continue
        yield from piece
        yield from (piece[at : at + 2] for at in range(len(piece) - 1))


def _entries(notice: Notice) -> Iterator[Entry]:
    text = notice.text
    for clause in text.walk():
        headings = [each.title for each in text.ancestors(clause.key)]
        yield _entry(clause, None, " ".join([clause.title, clause.text, *headings]))
    for fact in notice.facts:
        yield _entry(text.clause(fact.clause), fact, " ".join([fact.name, *fact.asked, fact.quote]))


def _entry(clause: Clause, fact: Fact[Any] | None, words: str) -> Entry:
    counted = Counter(grams(normalise(words)))
    return Entry(clause, fact, counted, counted.total())
