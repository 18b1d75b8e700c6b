"""What of a question an answer leaves untouched: in 企业简介可以配图吗, 配图 is no matter of its limit."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Final

from assistant.asking import ASKS, ENGLISH, WORDS
from assistant.aspects import ASPECTS
from assistant.matching import DATE
from assistant.naming import names_of
from extractors.text import fold, squeeze
from notices.notice import Notice

__all__ = ["TOO_MUCH", "known_words", "longest_shared", "met_and_unmet", "unheeded"]

TOO_MUCH: Final = 2.0  # of what an answer does not touch, for it to be one

_PIECE = re.compile(r"[\u3400-\u9fff]+|[a-z][a-z&'-]*[a-z0-9]*")
_PAUSE = re.compile(r"[,，。;；:：?？!！]")
_HAN = re.compile(r"[\u3400-\u9fff]{2,}|[a-z]{2,}")
_DATE = re.compile(rf"{DATE}|20\d\d年?")
_SHORTEST_LATIN: Final = 4  # letters
_SHORTEST: Final = 2  # characters: a single one that is left is part of nothing


@lru_cache(maxsize=4)
def known_words(notice: Notice) -> re.Pattern[str]:
    """Words that say how something is asked, and those that the notice's points, form and synonyms know."""
    written = [element for point in notice.points for each in point.asked for element in each.split()]
    patterns = [word for each in written for word in re.split(r"[|()?]", each.lstrip("~!"))]
    words = [*names_of(notice).fields, *notice.vocabulary.synonyms, *patterns]
    plain = sorted({each for each in words if _HAN.fullmatch(each)}, key=len, reverse=True)
    asking = "|".join(each.pattern for each in ASPECTS.values())
    around = sorted(_fillers(), key=len, reverse=True)
    bounded = [rf"(?<![a-z0-9]){each}(?![a-z0-9])" if each.isascii() else each for each in (*plain, *around)]
    return re.compile(rf"{'|'.join(bounded)}|{asking}|{WORDS}")


def _fillers() -> list[str]:
    lines = Path(__file__).with_name("fillers.txt").read_text(encoding="utf-8").splitlines()
    return [word for line in lines if not line.startswith("#") for word in line.split()]


def met_and_unmet(
    words: str, spans: Iterable[tuple[int, int]], told: str, *, known: re.Pattern[str]
) -> tuple[str, str]:
    """The words outside the spans: those that the answer speaks of, and those that nothing does.

    What was said before the question proper, such as who is asking, need not be touched.
    """
    masked = list(words)
    for start, end in spans:
        masked[start:end] = " " * (end - start)
    masked = list(_DATE.sub(lambda found: " " * len(found.group()), "".join(masked)))
    start = _where_it_asks(words)
    text = _folded(told)
    met, unmet = [], []
    for piece in _PIECE.finditer("".join(masked)):
        inside, outside = _told_of(piece.group(), text)
        met.append(inside)
        if piece.start() >= start:
            unmet += [each for each in _PIECE.findall(known.sub(" ", outside)) if _counts(each)]
    return "".join(met), " ".join(unmet)


def unheeded(unmet: str, *, english: bool) -> float:
    """How much is untouched, in Chinese characters: a Latin word is as much as a Chinese one of two.

    In an English question one strange word more says little: its glossary is no dictionary.
    """
    return sum((1.5 if english else 2.0) if each.isascii() else len(each) for each in unmet.split())


def _counts(piece: str) -> bool:
    return len(piece) >= (_SHORTEST_LATIN if piece.isascii() else _SHORTEST) and not ENGLISH.fullmatch(piece)


def _where_it_asks(words: str) -> int:
    """The beginning of the first clause that asks."""
    at = 0
    for pause in _PAUSE.finditer(words):
        if ASKS.search(words[at : pause.end()]):
            return at
        at = pause.end()
    return at if words[at:].strip() else 0


def _told_of(piece: str, told: str) -> tuple[str, str]:
    """The stretches of a piece that the text holds, and the rest of it."""
    if piece.isascii():
        return (piece, "") if piece in told else ("", piece)
    met, unmet, at = "", "", 0
    while at < len(piece):
        length = next((n for n in range(len(piece) - at, _SHORTEST - 1, -1) if piece[at : at + n] in told), 0)
        met += piece[at : at + length]
        unmet += " " if length else piece[at]
        at += length or 1
    return met, unmet


def longest_shared(words: str, text: str) -> str:
    """The longest stretch of Chinese characters that both hold."""
    best = ""
    for run in _HAN.findall(words):
        for start in range(len(run)):
            while start + len(best) < len(run) and run[start : start + len(best) + 1] in text:
                best = run[start : start + len(best) + 1]
    return best


@lru_cache(maxsize=512)
def _folded(text: str) -> str:
    return squeeze(fold(text)).casefold()
