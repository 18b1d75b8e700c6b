"""Answers a question from the notice: what it sets, with the words that set it, or that it leaves that open.

Offline and without a model: what is known is looked up, what is found is quoted, nothing else is worded anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any, Literal

from assistant.conversation import Conversation, goes_on
from assistant.naming import names_of
from assistant.parts import parts_of, paused
from assistant.question import Language, language_of, normalise
from assistant.said import Said
from assistant.settle import Settled
from assistant.turn import taken, worked_out
from assistant.wording import WORDING, Wording
from notices.notice import Contradiction, Notice, Passage

__all__ = ["EmptyQuestion", "Reply", "ask"]

LONGEST = 2000  # characters; what is over is cut, with a warning


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
    conversation: Conversation = field(default_factory=Conversation)  # to be given with the next question

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


def ask(
    question: str, *, notice: Notice, conversation: Conversation | None = None, today: date | None = None
) -> Reply:
    """Answer `question` from `notice`, going on from `conversation`; raises EmptyQuestion.

    `today` is the day that days left are counted from. The reply's `conversation` is for the next question.
    """
    if not normalise(question):
        raise EmptyQuestion("问题是空的，请写下想问的内容。")
    asked = question[:LONGEST]
    language = language_of(normalise(asked))
    wording = WORDING[language]
    said: list[Said] = []
    present = conversation or Conversation()
    whole = normalise(paused(asked))
    # 年均利润50万，投资400万，回报率多少 is one question, whatever its pauses.
    reckoned = worked_out(whole, present, notice=notice, language=language)
    for part in [whole] if reckoned is not None else _parts(whole, present, notice):
        settled_part = taken(part, present, notice=notice, language=language, today=today or _today())
        if settled_part.said not in said:
            said.append(settled_part.said)
        present = _gone_on(present, settled_part, notice=notice, language=language)
    warnings = (wording.cut.format(limit=LONGEST),) if len(question) > LONGEST else ()
    reply = _reply(question, said, wording, notice=notice)
    return replace(reply, warnings=warnings, conversation=present)


def _today() -> date:
    return datetime.now().astimezone().date()


def _parts(question: str, present: Conversation, notice: Notice) -> list[str]:
    """The questions in one; 那区域和行业的呢 asks of each category what was asked before."""
    categories = names_of(notice).category(question) if present.words and goes_on(question) else ()
    return [f"{each}的呢" for each in categories] if len(categories) > 1 else parts_of(question)


def _gone_on(present: Conversation, last: Settled, *, notice: Notice, language: Language) -> Conversation:
    """The conversation after an answer; what was not understood leaves it as it was."""
    if not last.said.topic:
        return replace(present, language=language)
    categories = names_of(notice).category(last.words)
    return Conversation(
        plain=last.plain or last.words,
        words=last.words,
        topic=last.said.topic,
        category=categories[-1] if categories else "",
        field=last.said.field or "",
        attachment=last.said.attachment or "",
        aspect=last.said.aspect or "",
        language=language,
    )


def _reply(question: str, said: Sequence[Said], wording: Wording, *, notice: Notice) -> Reply:
    answered = any(each.answered for each in said)
    citations = _cite((passage for each in said for passage in each.passages), notice=notice)
    conflicts = _conflicts(citations, notice=notice) if answered else []
    lines = [wording.with_clauses(each, notice=notice) for each in said]
    if not answered:
        lines = [wording.gap.join([*dict.fromkeys(lines), f"{wording.whom}{wording.says(notice.contact)}"])]
    return Reply(
        question=question,
        answer="\n".join([*lines, *(wording.conflict(each) for each in conflicts)]),
        answered=answered,
        citations=_with_conflicts(citations, conflicts, notice=notice),
    )


def _cite(passages: Iterable[Passage], *, notice: Notice) -> tuple[Passage, ...]:
    """The passages by the keys that citations give; each quote is looked up before it is shown."""
    cited = dict.fromkeys(Passage(notice.text.cited(key), quote) for key, quote in passages)
    for each in cited:
        assert notice.text.locate(each.quote, within=each.clause), (
            f"{each.clause} does not say {each.quote!r}"
        )
    return tuple(cited)


def _conflicts(citations: Sequence[Passage], *, notice: Notice) -> list[Contradiction]:
    """The contradictory demands of which one side, and nothing much besides it, is what is quoted."""
    demands = (each for each in notice.contradictions if each.kind == "demand")
    return [
        each
        for each in demands
        if sum(
            any(side.quote in cited.quote or cited.quote in side.quote for cited in citations)
            for side in each.passages
        )
        > 1
    ]


def _with_conflicts(
    citations: Sequence[Passage], conflicts: Iterable[Contradiction], *, notice: Notice
) -> tuple[Passage, ...]:
    """The citations, and of each contradiction those sides that they don't show yet."""
    sides = [passage for each in conflicts for passage in each.passages]
    missing = [side for side in sides if not any(side.quote in each.quote for each in citations)]
    return (*citations, *_cite(missing, notice=notice))
