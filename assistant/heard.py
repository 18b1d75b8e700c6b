"""A question in the words that it is matched by: folded, slips put right, English in Chinese."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.asking import ASKS, WORDS
from assistant.aspects import ASPECTS
from assistant.english import in_chinese
from assistant.naming import names_of
from assistant.numerals import counted
from assistant.question import language_of, normalise
from assistant.spelling import Ear, nearest, simplified
from notices.notice import Notice

__all__ = ["heard"]

_LATIN = re.compile(r"(?<![a-z])[a-z]{4,}(?![a-z])")
_MARK = re.compile(r"[\"'“”‘’「」《》【】\[\]`*~]")


def heard(question: str, *, notice: Notice) -> str:
    """What the question says, ready for patterns: lower case, Chinese, counted numbers as digits."""
    words = normalise(question)
    if language_of(words) == "en":
        words = in_chinese(words, vocabulary=notice.vocabulary, called=names_of(notice).called)
    else:
        words = _LATIN.sub(
            lambda found: _latin(found.group(), notice), _ear(notice).put_right(simplified(words))
        )
    return counted(_MARK.sub("", words))


def _latin(word: str, notice: Notice) -> str:
    """A Latin word in a Chinese question, such as PaaS, spelt as the form spells it."""
    known = _latin_words(notice)
    if word in known:
        return word
    return _ear(notice).from_pinyin(word) or nearest(word, known, shortest=4) or word


@lru_cache(maxsize=4)
def _latin_words(notice: Notice) -> frozenset[str]:
    names = " ".join(name for name in names_of(notice).fields)
    return frozenset(_LATIN.findall(names))


@lru_cache(maxsize=4)
def _ear(notice: Notice) -> Ear:
    names = list(names_of(notice).fields)
    written = [element for point in notice.points for each in point.asked for element in each.split()]
    patterns = [word for each in written for word in re.split(r"[|()]", each.lstrip("~!"))]
    asking = [
        word
        for each in (WORDS, *(one.pattern for one in ASPECTS.values()))
        for word in re.split(r"[|()?]", each)
    ]
    listened = [each for each in patterns if not ASKS.search(each)]
    return Ear([*names, *notice.vocabulary.synonyms, *listened], common=[*asking, *patterns])
