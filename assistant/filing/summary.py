"""A filing's long texts in five sentences of its own, chosen by how much of the rest each speaks of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from assistant.filing.sentences import Sentence
from assistant.question import normalise
from assistant.retrieve import grams

__all__ = ["FIVE", "key_sentences"]

FIVE: Final = 5
_LONGEST: Final = 160  # characters; a longer sentence is a list
_LEAD: Final = 0.25  # what the first sentence of a section is worth more
_FIGURES: Final = 0.15  # and one that gives figures
_ALIKE: Final = 0.5  # of a sentence's grams: what says this much of another's is said already


def key_sentences(everything: Sequence[Sentence], *, most: int = FIVE) -> list[Sentence]:
    """Those that tell most, in their order, from as many sections as there are."""
    some = [each for each in everything if len(each.text) <= _LONGEST] or list(everything)
    if len(some) <= most:
        return some
    words = [frozenset(each for each in grams(normalise(one.text)) if len(each) > 1) for one in some]
    ranked = _ranked(words, _bonus(some))
    return [some[at] for at in sorted(_different(ranked, words, some, most=most))]


def _ranked(words: Sequence[frozenset[str]], bonus: Sequence[float]) -> list[int]:
    """By degree (LexRank, Erkan and Radev 2004): how much of what all others say a sentence says."""
    places = {gram: at for at, gram in enumerate(dict.fromkeys(gram for each in words for gram in each))}
    bits = [sum(1 << places[gram] for gram in each) for each in words]
    sizes = [max(len(each), 1) for each in words]
    degrees = [
        sum((one & other).bit_count() / (size + its) for other, its in zip(bits, sizes, strict=True))
        for one, size in zip(bits, sizes, strict=True)
    ]
    told = [degree * (1 + more) for degree, more in zip(degrees, bonus, strict=True)]
    return sorted(range(len(words)), key=lambda at: -told[at])


def _bonus(some: Sequence[Sentence]) -> list[float]:
    leads = [True, *(a.field is not b.field for a, b in pairwise(some))]
    return [
        _LEAD * lead + _FIGURES * bool(re.search(r"\d", each.text))
        for each, lead in zip(some, leads, strict=True)
    ]


def _different(
    ranked: Sequence[int], words: Sequence[frozenset[str]], some: Sequence[Sentence], *, most: int
) -> list[int]:
    """The first that don't repeat one another, from as many sections as there are."""
    chosen: list[int] = []
    sections = len({each.field.section for each in some})
    of_one = max(1, -(-most // sections))
    for at in ranked:
        repeats = any(len(words[at] & words[each]) >= _ALIKE * max(len(words[at]), 1) for each in chosen)
        same = sum(some[each].field.section == some[at].field.section for each in chosen)
        if not repeats and same < of_one:
            chosen.append(at)
        if len(chosen) == most:
            break
    return chosen
