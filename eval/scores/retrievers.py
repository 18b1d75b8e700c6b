"""Retrieval alone, on the notice and in filings: by words, by vectors of characters, by both."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Final

from assistant.filing.filing import Filing
from assistant.filing.narrative import topic
from assistant.filing.sentences import Sentence, sentences
from assistant.index.embedding import Characters, Embedding, choose
from assistant.index.fuse import fused
from assistant.index.lexical import Lexical
from assistant.index.vectors import Vectors
from assistant.question import understand
from assistant.retrieve import index_of
from eval.filings.hand import HANDS
from eval.filings.styles import STYLES
from eval.filings.truth import Category, draw
from extractors.rules import Report
from extractors.submission import extract
from notices.hebei_2022_719.form import SPEC
from notices.notice import Notice

__all__ = ["RETRIEVERS", "Retriever", "in_filings"]

Retriever = Callable[[str, Notice, int], list[str]]  # question, notice, how many -> clauses, best first
_QUESTIONS: Final = Path(__file__).resolve().parents[1] / "filing_questions.csv"
_FILINGS: Final[tuple[tuple[int, Category], ...]] = ((5901, "区域"), (5902, "行业"), (5903, "跨行业跨领域"))
_DEEP: Final = 50


def _lexical(question: str, notice: Notice, limit: int) -> list[str]:
    terms = understand(question, vocabulary=notice.vocabulary).terms
    hits = index_of(notice).search(terms, limit=4 * limit)  # several entries may share a clause
    return list(dict.fromkeys(notice.text.cited(hit.entry.clause.key) for hit in hits))[:limit]


def _vectors(question: str, notice: Notice, limit: int) -> list[str]:
    keys, index = _clauses(notice)
    return list(dict.fromkeys(keys[each] for each in index.search(question, limit=4 * limit)))[:limit]


def _fused(question: str, notice: Notice, limit: int) -> list[str]:
    rankings = [each(question, notice, 4 * limit) for each in (_lexical, _vectors)]
    keys = list(dict.fromkeys(key for ranking in rankings for key in ranking))
    return [keys[each] for each in fused([list(map(keys.index, r)) for r in rankings], limit=limit)]


@cache
def _clauses(notice: Notice) -> tuple[list[str], Vectors]:
    """Each clause with the titles that it stands under."""
    text = notice.text
    clauses = list(text.walk())
    above = [" ".join(a.title for a in reversed(list(text.ancestors(each.key)))) for each in clauses]
    words = [f"{titles} {each.title} {each.text}" for titles, each in zip(above, clauses, strict=True)]
    return [text.cited(each.key) for each in clauses], Vectors(words, embedding=Characters())


RETRIEVERS: Final[Mapping[str, Retriever]] = {
    "lexical": _lexical,
    "characters as vectors": _vectors,
    "fused": _fused,
}


@dataclass(frozen=True, slots=True)
class _Asked:
    text: str
    fields: tuple[str, ...]  # any of which will do


def in_filings(notice: Notice) -> dict[str, list[int | None]]:
    """The rank of the first sentence from a right section, by retriever, over questions and filings.

    Where a sentence model is installed it is ranked as well; the report says which.
    """
    with _QUESTIONS.open(encoding="utf-8", newline="") as file:
        asked = [_Asked(row["question"], tuple(row["fields"].split("|"))) for row in csv.DictReader(file)]
    found: dict[str, list[int | None]] = {}
    for seed, category in _FILINGS:
        some = sentences(_filing(seed, category))
        for name, ranking in _rankings(some, notice):
            found.setdefault(name, []).extend(_rank(ranking(each.text), some, each.fields) for each in asked)
    return found


def _rankings(some: Sequence[Sentence], notice: Notice) -> Iterator[tuple[str, Callable[[str], list[int]]]]:
    titled = Lexical([f"{each.field.title}：{each.text}" for each in some])
    bare = Lexical([each.text for each in some])

    def words(index: Lexical) -> Callable[[str], list[int]]:
        return lambda text: [each.number for each in index.search(_phrases(text, notice), limit=_DEEP)]

    yield "lexical, sentences alone", words(bare)
    yield "lexical, with their section's title", words(titled)
    model = choose()
    embeddings: list[Embedding] = [Characters(), *([model] if model is not None else [])]
    for each in embeddings:
        index = Vectors([f"{one.field.title}：{one.text}" for one in some], embedding=each)
        yield f"vectors, {each.name}", lambda text, index=index: index.search(text, limit=_DEEP)  # type: ignore[misc]
        yield (
            f"fused, {each.name}",
            lambda text, index=index: fused([words(titled)(text), index.search(text, limit=_DEEP)]),  # type: ignore[misc]
        )


def _phrases(text: str, notice: Notice) -> list[str]:
    terms = topic(text, notice=notice).terms
    return [
        each for term in terms for each in (term.phrases if term.asked.isascii() else term.phrases[:1])
    ] or [text]


def _rank(ranking: Sequence[int], some: Sequence[Sentence], fields: Sequence[str]) -> int | None:
    places = (at for at, number in enumerate(ranking, 1) if some[number].field.path in fields)
    return next(places, None)


def _filing(seed: int, category: Category) -> Filing:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "申报书.docx"
        path.write_bytes(STYLES["printed"](draw(seed, category), HANDS["careful"], Random(seed)).docx)
        return Filing(extract(path, spec=SPEC), Report((), (), {}))
