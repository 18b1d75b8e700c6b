"""English questions in the words that questions are matched by: known phrases in Chinese."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Final

from assistant.asking import ENGLISH
from assistant.spelling import nearest
from notices.notice import Vocabulary

__all__ = ["in_chinese"]

_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = rf"(?P<{{}}>{'|'.join(_MONTHS)})[a-z]*\.?"
_DAY_FIRST = re.compile(rf"\b(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH.format('m1')}\b")
_MONTH_FIRST = re.compile(rf"\b{_MONTH.format('m2')}\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\b(?!\d)")
_NUMBERS: Final = (
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)
_NUMBER = re.compile(rf"\b(?P<word>{'|'.join(_NUMBERS)})\b(?=\s+(?!of\b)\S)")
_PATH = re.compile("⟨(?P<path>[^⟩]+)⟩")
_WORD = re.compile(r"[a-z][a-z&'-]*[a-z]|[a-z]")


def in_chinese(words: str, *, vocabulary: Vocabulary, called: Mapping[str, str]) -> str:
    """The words of a question in lower case, all that is known in Chinese; misspelt words are mended first.

    `called` is what each field of the form is called in Chinese, by its path.
    """
    dated = _MONTH_FIRST.sub(_day, _DAY_FIRST.sub(_day, words))
    mended = _WORD.sub(lambda found: _mended(found.group(), vocabulary), dated)
    scanner, known = _scanner(vocabulary)
    told = scanner.sub(lambda found: f" {known[found.group()]} ", mended)
    told = _PATH.sub(lambda found: called[found["path"]], told)
    counted = _NUMBER.sub(lambda found: str(_NUMBERS.index(found["word"])), told)
    return " ".join(each for each in counted.split() if not ENGLISH.fullmatch(each.strip("?.,!")))


def _day(found: re.Match[str]) -> str:
    groups = {name[0]: value for name, value in found.groupdict().items() if value}
    return f" {_MONTHS.index(groups['m']) + 1}月{int(groups['d'])}日 "


def _mended(word: str, vocabulary: Vocabulary) -> str:
    known = _words(vocabulary)
    if len(word) < 4 or word in known or ENGLISH.fullmatch(word) or word.rstrip("s") in known:
        return word
    return nearest(word, known) or word


@lru_cache(maxsize=1)
def _asking() -> dict[str, str]:
    """Phrases of any question; what a notice is about stands in its glossary."""
    lines = Path(__file__).with_name("asking_in_english.txt").read_text(encoding="utf-8").splitlines()
    rows = (line.split(": ", 1) for line in lines if not line.startswith("#"))
    return {phrase: chinese for chinese, phrases in rows for phrase in phrases.split(", ")}


@lru_cache(maxsize=8)
def _phrases(vocabulary: Vocabulary) -> dict[str, str]:
    """Every English phrase with its Chinese; a field's names lead to a mark that the field is found by."""
    names = {name: f"⟨{path}⟩" for path, some in vocabulary.fields.items() for name in some}
    own = {phrase: chinese[0] for phrase, chinese in vocabulary.glossary.items()}
    return {**_asking(), **names, **own}


@lru_cache(maxsize=8)
def _words(vocabulary: Vocabulary) -> frozenset[str]:
    return frozenset(word for phrase in _phrases(vocabulary) for word in _WORD.findall(phrase))


@lru_cache(maxsize=8)
def _scanner(vocabulary: Vocabulary) -> tuple[re.Pattern[str], dict[str, str]]:
    phrases = _phrases(vocabulary)
    known = {
        form: chinese for phrase, chinese in phrases.items() for form in (f"{phrase}s", f"{phrase}es")
    } | phrases
    longest = sorted(known, key=len, reverse=True)
    return re.compile(rf"(?<![a-z0-9])(?:{'|'.join(map(re.escape, longest))})(?![a-z0-9])"), known
