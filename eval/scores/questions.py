"""Questions about the notice: the right clause, with its words, or the admission that it does not say."""

from __future__ import annotations

import csv
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from assistant.answer import Reply, ask
from eval.scores.retrievers import Retriever
from extractors.text import squeeze
from notices.notice import Notice, Passage

__all__ = ["Asked", "Question", "Ranked", "asked", "questions", "ranked", "scored"]

_DEEP: Final = 10


@dataclass(frozen=True, slots=True)
class Question:
    """`clauses` are those that answer, any of them (`a&b`: both); none where the notice does not say."""

    group: str
    text: str
    clauses: tuple[str, ...]
    before: tuple[str, ...] = ()  # what was asked first, where it goes on from that
    says: tuple[str, ...] = ()  # words that the answer has to have, `a|b` either


@dataclass(frozen=True, slots=True)
class Asked:
    question: Question
    reply: Reply
    right: bool  # answered from a right clause and with the right words, or rightly not answered
    cited: bool  # every quote stands in the notice under its clause, and an answer has one
    milliseconds: float


@dataclass(frozen=True, slots=True)
class Ranked:
    question: Question
    rank: int | None  # of the first right clause, from 1

    @property
    def reciprocal(self) -> float:
        return 1 / self.rank if self.rank else 0.0


def questions(path: Path) -> list[Question]:
    """The rows of a file with the columns round, question and clauses (`|` between any that will do).

    A question of several lines is a talk, of which the last line is scored. There may be a column says, with
    `&` between the words that the answer has to have.
    """
    with path.open(encoding="utf-8", newline="") as file:
        return [_question(row) for row in csv.DictReader(file)]


def _question(row: Mapping[str, str]) -> Question:
    *before, text = row["question"].split("\n")
    return Question(
        group=row["round"],
        text=text,
        clauses=tuple(filter(None, row["clauses"].split("|"))),
        before=tuple(before),
        says=tuple(filter(None, row.get("says", "").split("&"))),
    )


def asked(question: Question, notice: Notice) -> Asked:
    conversation = None
    for each in question.before:
        conversation = ask(each, notice=notice, conversation=conversation).conversation
    start = time.perf_counter()
    reply = ask(question.text, notice=notice, conversation=conversation)
    return scored(question, reply, notice, milliseconds=(time.perf_counter() - start) * 1000)


def scored(question: Question, reply: Reply, notice: Notice, *, milliseconds: float) -> Asked:
    """A reply, whoever made it."""
    clauses = [each.clause for each in reply.citations]
    return Asked(
        question=question,
        reply=reply,
        right=(_leads(question, clauses) and _says(question, reply))
        if question.clauses
        else not reply.answered,
        cited=bool(reply.citations) == reply.answered
        and all(_stands(each, notice) for each in reply.citations),
        milliseconds=milliseconds,
    )


def ranked(question: Question, notice: Notice, retrieve: Retriever) -> Ranked:
    found = retrieve(question.text, notice, _DEEP)
    places = (at for at, key in enumerate(found, 1) if _leads(question, [key]))
    return Ranked(question, next(places, None))


def _leads(question: Question, clauses: Sequence[str]) -> bool:
    """Whether one of the right clauses, or all that belong together, are among the clauses cited."""
    return any(
        all(any(cited.startswith(key) for cited in clauses) for key in right.split("&"))
        for right in question.clauses
    )


def _says(question: Question, reply: Reply) -> bool:
    answer = squeeze(reply.answer).casefold()
    return all(any(squeeze(word).casefold() in answer for word in each.split("|")) for each in question.says)


def _stands(citation: Passage, notice: Notice) -> bool:
    return notice.text.locate(citation.quote, within=citation.clause) is not None
