"""Questions about the notice: the right clause, with its words, or the admission that it does not say."""

from __future__ import annotations

import csv
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from assistant.answer import Reply, ask
from assistant.question import understand
from assistant.retrieve import index_of
from notices.notice import Notice, Passage

__all__ = ["RETRIEVERS", "Asked", "Question", "Ranked", "asked", "questions", "ranked"]

Retriever = Callable[[str, Notice, int], list[str]]  # question, notice, how many -> clauses, best first
_DEEP: Final = 10


@dataclass(frozen=True, slots=True)
class Question:
    """`clauses` are those that answer, any of them; none where the notice does not say."""

    group: str
    text: str
    clauses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    question: Question
    reply: Reply
    right: bool  # answered from a right clause, or rightly not answered
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
    """The rows of a file with the columns round, question and clauses (`|` between any that will do)."""
    with path.open(encoding="utf-8", newline="") as file:
        return [
            Question(row["round"], row["question"], tuple(filter(None, row["clauses"].split("|"))))
            for row in csv.DictReader(file)
        ]


def asked(question: Question, notice: Notice) -> Asked:
    start = time.perf_counter()
    reply = ask(question.text, notice=notice)
    taken = time.perf_counter() - start
    clauses = [each.clause for each in reply.citations]
    return Asked(
        question=question,
        reply=reply,
        right=_leads(question, clauses) if question.clauses else not reply.answered,
        cited=bool(reply.citations) == reply.answered
        and all(_stands(each, notice) for each in reply.citations),
        milliseconds=taken * 1000,
    )


def ranked(question: Question, notice: Notice, retrieve: Retriever) -> Ranked:
    found = retrieve(question.text, notice, _DEEP)
    places = (at for at, key in enumerate(found, 1) if _leads(question, [key]))
    return Ranked(question, next(places, None))


def _leads(question: Question, clauses: Sequence[str]) -> bool:
    return any(each.startswith(question.clauses) for each in clauses)


def _stands(citation: Passage, notice: Notice) -> bool:
    return notice.text.locate(citation.quote, within=citation.clause) is not None


def _lexical(question: str, notice: Notice, limit: int) -> list[str]:
    terms = understand(question, vocabulary=notice.vocabulary).terms
    hits = index_of(notice).search(terms, limit=4 * limit)  # several entries may share a clause
    return list(dict.fromkeys(notice.text.cited(hit.entry.clause.key) for hit in hits))[:limit]


RETRIEVERS: Final[Mapping[str, Retriever]] = {
    "lexical": _lexical,
}
