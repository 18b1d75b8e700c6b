"""Questions about the notice with a model and without, by the same scorer."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from assistant.answer import Reply
from assistant.desk import Desk
from assistant.model.respond import Assistant
from assistant.model.settings import Settings
from eval.report.tables import table
from eval.scores.figures import rate_of
from eval.scores.questions import Asked, Question, asked, questions, scored
from notices import NOTICES, load
from notices.notice import Notice

__all__ = ["lines", "run"]

_ROOT: Final = Path(__file__).resolve().parents[2]
_SETS: Final = (_ROOT / "tests" / "assistant" / "questions.csv", _ROOT / "eval" / "questions.csv")


@dataclass(frozen=True, slots=True)
class Pair:
    """One question, answered without a model and with it."""

    offline: Asked
    model: Asked


def run(settings: Settings, some: Sequence[Question], notice: Notice) -> list[Pair]:
    return [Pair(asked(each, notice), _with_model(each, notice, settings)) for each in some]


def _with_model(question: Question, notice: Notice, settings: Settings) -> Asked:
    desk = Desk(notice)
    desk.assistant = Assistant(settings, notice, offline=desk.aside)
    start = time.perf_counter()
    reply = desk.ask(question.text)
    taken = time.perf_counter() - start
    assert isinstance(reply, Reply), "no filing is in talk"
    return scored(question, reply, notice, milliseconds=taken * 1000)


def lines(settings: Settings, *, most: int, tell: Callable[[str], None]) -> list[str]:
    notice = load(next(iter(NOTICES)))
    every = [each for path in _SETS if path.exists() for each in questions(path)]
    some = every[:: max(1, -(-len(every) // most))]
    tell(f"{len(some)} questions")
    pairs = run(settings, some, notice)
    sides = {"without": [each.offline for each in pairs], "with": [each.model for each in pairs]}
    rows = [_row(name, side) for name, side in sides.items()]
    worse = [each for each in pairs if each.offline.right and not each.model.right]
    told = [f"- {each.model.question.text}: {each.model.reply.answer[:80]}" for each in worse]
    return [*table(_HEADER, rows), f"Right without the model and not with it: {len(worse)}.", "", *told, ""]


_HEADER: Final = (
    *("model", "right clause", "rightly declined", "true quotes", "worded by it"),
    *("seconds, median", "slowest", "of"),
)


def _row(name: str, side: Sequence[Asked]) -> tuple[object, ...]:
    answerable = [each for each in side if each.question.clauses]
    silent = [each for each in side if not each.question.clauses]
    seconds = sorted(each.milliseconds / 1000 for each in side)
    return (
        name,
        rate_of(answerable, lambda each: each.right),
        rate_of(silent, lambda each: each.right),
        rate_of(side, lambda each: each.cited),
        sum(each.reply.mode == "llm" for each in side),
        f"{seconds[len(seconds) // 2]:.2f}" if seconds else None,
        f"{seconds[-1]:.2f}" if seconds else None,
        len(side),
    )
