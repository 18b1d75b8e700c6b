"""Which of a clause's words answer: single sentences of a long clause, all of a short one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from assistant.question import Term, normalise
from assistant.retrieve import Entry, grams
from extractors.text import strip_number
from notices.clauses import Clause, NoticeText
from notices.notice import Notice, Passage

__all__ = ["telling_passages"]

SHORT = 160  # characters; a clause up to this is quoted whole
ALIKE = 0.7  # of the best sentence's match: what comes near it is quoted too
LEAST = 0.5  # of a line has to stand in the source for what is left of it to be worth quoting

_SENTENCE = re.compile(r"[^。；]+[。；]?[）”]?")


def telling_passages(entry: Entry, terms: Sequence[Term], *, notice: Notice) -> list[Passage]:
    """What in the entry's clause, or for a bare heading under it, speaks of the terms, in printed order.

    Quotes stand in the notice's source as well: a number or box that was restored is left out of them.
    """
    if entry.fact is not None:
        return [Passage(entry.fact.clause, entry.fact.quote)]
    text, clause = notice.text, entry.clause
    if clause.children and len(clause.lines) == 1:
        return [found for key in clause.children for found in _opening(text.clause(key), text)]
    body = clause.lines[1:] if _is_label(clause.lines[0]) and len(clause.lines) > 1 else clause.lines
    chosen = body if len(clause.text) <= SHORT else _best(clause.lines, terms)
    return _quotable(clause, chosen, text)


def _opening(clause: Clause, text: NoticeText) -> list[Passage]:
    return _quotable(clause, clause.lines[:1], text)


def _is_label(line: str) -> bool:
    return not line.endswith(("。", "；", "：", "）")) and "□" not in line


def _best(lines: Sequence[str], terms: Sequence[Term]) -> list[str]:
    """The sentences that match best; all lines where it is the clause's own heading that does."""
    matches = [(_match(sentence, terms), at, sentence) for at, sentence in _sentences(lines)]
    best = max(match for match, _, _ in matches)
    if matches[0][0] >= best:
        return list(lines)
    chosen = [(at, sentence) for match, at, sentence in matches if match >= ALIKE * best]
    return [line for at, sentence in chosen for line in _carried_on(at, sentence, lines)]


def _sentences(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    for at, line in enumerate(lines):
        for sentence in _SENTENCE.findall(line):
            yield at, sentence.strip()


def _carried_on(at: int, sentence: str, lines: Sequence[str]) -> list[str]:
    """A numbered line that ends in a colon goes on in the next."""
    goes_on = sentence.endswith("：") and strip_number(sentence)[0]
    return [sentence, *lines[at + 1 : at + 2]] if goes_on else [sentence]


def _match(sentence: str, terms: Sequence[Term]) -> float:
    words = Counter(grams(normalise(sentence)))
    return sum(max(_share(list(grams(phrase)), words) for phrase in term.phrases) for term in terms)


def _share(phrase: Sequence[str], words: Counter[str]) -> float:
    return sum(gram in words for gram in phrase) / len(phrase) if phrase else 0.0


def _quotable(clause: Clause, lines: Sequence[str], text: NoticeText) -> list[Passage]:
    pieces = [(line, _in_source(line, text)) for line in dict.fromkeys(lines)]
    kept = [piece for line, piece in pieces if len(piece) >= LEAST * len(line)]
    longest = max((piece for _, piece in pieces), key=len)
    return [Passage(clause.key, piece) for piece in kept or [longest] if piece]


def _in_source(line: str, text: NoticeText) -> str:
    """The longest end of the line, else beginning, that stands in the source."""
    if text.in_source(line):
        return line
    ends = (line[at:].strip() for at in range(1, len(line)))
    end = next((each for each in ends if text.in_source(each)), "")
    beginnings = (line[:at].strip() for at in range(len(line) - 1, 0, -1))
    beginning = next((each for each in beginnings if text.in_source(each)), "")
    return max(end, beginning, key=len)
