"""A question taken apart: its language, and the terms that an answer has to speak of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from assistant.asking import AMOUNT, ENGLISH, NEXT_ROUND, WORDS, YEAR
from extractors.text import fold
from notices.notice import Vocabulary

__all__ = ["Language", "Question", "Term", "language_of", "normalise", "understand"]

Language = Literal["zh", "en"]

_HAN = r"\u3400-\u9fff"
_WORD = r"[a-z0-9]+(?:[-&./'][a-z0-9]+)*"


@dataclass(frozen=True, slots=True)
class Term:
    """Something that is asked about: as the question puts it, and all the ways the notice may put it."""

    asked: str
    phrases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Question:
    text: str
    language: Language
    terms: tuple[Term, ...]
    asks_amount: bool  # how many, how long, at most: only a number answers it
    years: tuple[int, ...]  # named in it
    next_round: bool  # about a later call than this one


def normalise(text: str) -> str:
    """Width and case folded, blanks between Chinese characters dropped, other white space one blank."""
    return " ".join(fold(text).casefold().split())


def understand(text: str, *, vocabulary: Vocabulary) -> Question:
    """Take `text` apart with the notice's vocabulary; a question of none but asking words has no terms."""
    words = normalise(text)
    return Question(
        text=text,
        language=language_of(words),
        terms=tuple(dict.fromkeys(_terms(words, vocabulary))),
        asks_amount=bool(AMOUNT.search(words)),
        years=tuple(int(each) for each in YEAR.findall(words)),
        next_round=bool(NEXT_ROUND.search(words)),
    )


def language_of(words: str) -> Language:
    """Chinese unless there are mostly Latin words; a Chinese term in an English sentence is a quote."""
    chinese = re.findall(f"[{_HAN}]", words)
    english = re.findall(r"[a-z]+", words)
    return "en" if english and len(chinese) * 2 < len(english) else "zh"


def _terms(words: str, vocabulary: Vocabulary) -> Iterator[Term]:
    for found in _scanner(vocabulary).finditer(words):
        match found.lastgroup:
            case "phrase":
                yield _known(found.group(), vocabulary)
            case "word" if not ENGLISH.fullmatch(found.group()):
                yield Term(found.group(), (found.group(),))
            case "run":
                yield Term(found.group(), (found.group(),))


def _known(phrase: str, vocabulary: Vocabulary) -> Term:
    """A phrase of the vocabulary, or the plural of one."""
    known = {**vocabulary.glossary, **vocabulary.synonyms}
    singular = next(each for each in (phrase, phrase[:-1], phrase[:-2]) if each in known)
    return Term(phrase, (phrase, *(normalise(each) for each in known[singular])))


@lru_cache(maxsize=8)
def _scanner(vocabulary: Vocabulary) -> re.Pattern[str]:
    """Known phrases first, the longest first; then asking words; what is left over is asked about."""
    chinese = sorted(vocabulary.synonyms, key=len, reverse=True)
    english = sorted(vocabulary.glossary, key=len, reverse=True)
    singular_or_plural = [rf"(?<![a-z0-9]){re.escape(each)}(?:e?s)?(?![a-z0-9])" for each in english]
    phrase = "|".join([*singular_or_plural, *(re.escape(each) for each in chinese)])
    stop = rf"(?:{phrase})|(?:{WORDS})"
    return re.compile(
        rf"(?P<phrase>{phrase})|(?P<asking>{WORDS})|(?P<word>{_WORD})|(?P<run>(?:(?!{stop})[{_HAN}])+)"
    )
