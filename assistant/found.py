"""The clauses that speak of a question which no point of the notice was written for: looked up and quoted."""

from __future__ import annotations

from assistant.asking import AMOUNT_SET
from assistant.heard import heard
from assistant.leftover import TOO_MUCH, known_words, met_and_unmet, unheeded
from assistant.passages import telling_passages
from assistant.question import Question, understand
from assistant.retrieve import Hit, index_of
from assistant.said import Said
from assistant.wording import WORDING
from notices.notice import Notice, Passage

__all__ = ["found_in_clauses"]

ENOUGH = 0.75  # of the question has to be spoken of: measured on eval's sets of questions
CLOSE = 0.85  # of the best score: where several clauses match alike, all are shown
MOST = 3  # clauses an answer quotes


def found_in_clauses(part: str, *, notice: Notice) -> Said | None:
    """The best clauses' telling sentences, or None where none speaks of enough of the question."""
    question = understand(part, vocabulary=notice.vocabulary)
    if not question.terms:
        return Said(WORDING[question.language].unclear, answered=False)
    hits = [each for each in index_of(notice).search(question.terms) if each.coverage >= ENOUGH]
    if not hits:
        return None
    chosen = _alike(hits, notice)
    passages = tuple(p for hit in chosen for p in telling_passages(hit.entry, question.terms, notice=notice))
    if question.asks_amount and not any(AMOUNT_SET.search(each.quote) for each in passages):
        return Said(WORDING[question.language].unset, answered=False)
    said = _quoted(chosen, question, passages, notice)
    _, unmet = met_and_unmet(heard(part, notice=notice), (), said.words, known=known_words(notice))
    return None if unheeded(unmet, english=question.language == "en") >= TOO_MUCH else said


def _alike(hits: list[Hit], notice: Notice) -> list[Hit]:
    best = hits[0]
    if best.entry.fact is not None:
        return [best]
    close = [each for each in hits if each.entry.fact is None and each.score >= CLOSE * best.score]
    by_clause = {notice.text.cited(each.entry.clause.key): each for each in reversed(close)}
    return list(reversed(by_clause.values()))[:MOST]


def _quoted(hits: list[Hit], question: Question, passages: tuple[Passage, ...], notice: Notice) -> Said:
    wording = WORDING[question.language]
    fact = hits[0].entry.fact
    if fact is not None:
        return Said(wording.says(fact), passages, topic=fact.name)
    words = wording.quoting(passages, text=notice.text)
    return Said(words, passages, topic=hits[0].entry.clause.key, quoted=True)
