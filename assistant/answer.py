"""Answers a question from the notice: the fact or the words that answer it, or that the notice is silent.

Offline and without a model: what is found is quoted, nothing is worded anew but a fact's own sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from assistant.asking import YEAR
from assistant.passages import Finding, telling_passages
from assistant.question import Question, Term, normalise, understand
from assistant.retrieve import index_of
from assistant.wording import WORDING, Wording
from notices.notice import Contradiction, Notice, Passage

__all__ = ["EmptyQuestion", "Reply", "ask"]

LONGEST = 2000  # characters; what is over is cut, with a warning
ENOUGH = 0.6  # of the question has to be spoken of: measured, see tests/assistant/questions.py
CLOSE = 0.85  # of the best score: where several clauses match alike, all are shown
NEAR = 0.75  # of the best score: from here on a clause that sets an amount goes before one that sets none
MOST = 3  # clauses an answer quotes

# A number with what it counts; bare ones number items, or are names like “1+21”.
_AMOUNT = re.compile(
    r"(?:\d|[一二两三四五六七八九十])\s*(?:[个家份级项名条次种类倍人字磅号万亿元度%]|式)|\d{6}|\(\d\d\)、"
)


class EmptyQuestion(ValueError):
    """Nothing was asked; `str()` of it is the sentence for the user."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """An answer with the words it stands on."""

    question: str
    answer: str
    answered: bool
    citations: tuple[Passage, ...] = ()
    mode: Literal["offline", "llm"] = "offline"
    warnings: tuple[str, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """The JSON object that `ask` prints; `warnings` only where there are any."""
        told: dict[str, Any] = {
            "question": self.question,
            "answer": self.answer,
            "answered": self.answered,
            "citations": [each._asdict() for each in self.citations],
            "mode": self.mode,
        }
        return told | {"warnings": list(self.warnings)} if self.warnings else told


def ask(question: str, *, notice: Notice) -> Reply:
    """Answer `question` from `notice`; raises EmptyQuestion."""
    if not normalise(question):
        raise EmptyQuestion("问题是空的，请写下想问的内容。")
    understood = understand(question[:LONGEST], vocabulary=notice.vocabulary)
    wording = WORDING[understood.language]
    warnings = (wording.cut.format(limit=LONGEST),) if len(question) > LONGEST else ()
    found = _found(understood, notice=notice)
    refusal = _refusal(understood, found, wording, notice=notice)
    if refusal:
        answer = f"{refusal}{wording.whom}{wording.says(notice.contact)}"
        return Reply(question=question, answer=answer, answered=False, warnings=warnings)
    citations = _cite((passage for each in found for passage in each.passages), notice=notice)
    conflicts = _conflicts(citations, understood.terms, notice=notice)
    told = [wording.finding(each, text=notice.text) for each in found]
    return Reply(
        question=question,
        answer="\n".join([*told, *(wording.conflict(each) for each in conflicts)]),
        answered=True,
        citations=_with_conflicts(citations, conflicts, notice=notice),
        warnings=warnings,
    )


def _found(question: Question, *, notice: Notice) -> list[Finding]:
    """What answers: the best fact, or the best clauses; where an amount is asked for, those that set one."""
    hits = index_of(notice).search(question.terms)
    found = [
        (hit, Finding(hit.entry.fact, tuple(telling_passages(hit.entry, question.terms, notice=notice))))
        for hit in hits
        if hit.coverage >= ENOUGH
    ]
    if question.asks_amount:
        near = [(hit, each) for hit, each in found if hit.score >= NEAR * found[0][0].score]
        found = [(hit, each) for hit, each in near if _sets_amount(each)] or found
    if not found:
        return []
    best, first = found[0]
    if first.fact is not None:
        return [first]
    close = [(hit, each) for hit, each in found if each.fact is None and hit.score >= CLOSE * best.score]
    by_clause = {notice.text.cited(hit.entry.clause.key): each for hit, each in reversed(close)}
    return list(reversed(by_clause.values()))[:MOST]


def _sets_amount(finding: Finding) -> bool:
    return any(_AMOUNT.search(each.quote) for each in finding.passages)


def _refusal(question: Question, found: Sequence[Finding], wording: Wording, *, notice: Notice) -> str:
    """Why there is no answer: another round, nothing found, or no amount set where one is asked for."""
    if not question.terms:
        return wording.unclear
    if question.next_round or any(each > _latest_year(notice) for each in question.years):
        return wording.this_round
    if not found:
        return wording.unsaid
    if question.asks_amount and not any(_sets_amount(each) for each in found):
        return wording.unset
    return ""


def _latest_year(notice: Notice) -> int:
    """The last year that the notice names: what is asked of a later one it can't know."""
    return max((int(each) for each in YEAR.findall(notice.text.source)), default=9999)


def _cite(passages: Iterable[Passage], *, notice: Notice) -> tuple[Passage, ...]:
    """The passages by the keys that citations give; each quote is looked up before it is shown."""
    cited = dict.fromkeys(Passage(notice.text.cited(key), quote) for key, quote in passages)
    for each in cited:
        assert notice.text.contains(each.quote), f"{each.clause} does not say {each.quote!r}"
    return tuple(cited)


def _conflicts(citations: Iterable[Passage], terms: Iterable[Term], *, notice: Notice) -> list[Contradiction]:
    """The contradictory demands that the quotes are part of and the question is about."""
    quotes = [each.quote for each in citations]
    phrases = [phrase for term in terms for phrase in term.phrases if len(phrase) > 1]
    demands = (each for each in notice.contradictions if each.kind == "demand")
    return [
        each
        for each in demands
        if any(side.quote in quote for side in each.passages for quote in quotes)
        and any(phrase in normalise(side.quote) for side in each.passages for phrase in phrases)
    ]


def _with_conflicts(
    citations: Sequence[Passage], conflicts: Iterable[Contradiction], *, notice: Notice
) -> tuple[Passage, ...]:
    """The citations, and of each contradiction those sides that they don't show yet."""
    sides = [passage for each in conflicts for passage in each.passages]
    missing = [side for side in sides if not any(side.quote in each.quote for each in citations)]
    return (*citations, *_cite(missing, notice=notice))
