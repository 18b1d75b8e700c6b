"""Everything that the scorers found, and the figures that sum it up."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Protocol, TypeVar

from eval.jobs import RuleJob, Scored, score_filing, score_rule
from eval.plan import Plan
from eval.scores.fields import Field
from eval.scores.figures import Failed, Rate, bootstrapped, rate_of
from eval.scores.findings import Judged
from eval.scores.questions import Asked, Ranked, asked, questions, ranked
from eval.scores.retrievers import RETRIEVERS
from notices import load

__all__ = ["HasFields", "Results", "figures", "gather", "less_is_better", "share"]

T = TypeVar("T")
_ROOT: Final = Path(__file__).resolve().parents[1]
_NOTICE: Final = "hebei-2022-719"
_SETS: Final = {
    "tuned": _ROOT / "tests" / "assistant" / "questions.csv",
    "fresh": Path(__file__).with_name("questions.csv"),
    "varied": Path(__file__).with_name("questions_varied.csv"),
    "held out": Path(__file__).with_name("questions_held_out.csv"),
}
_LESS_IS_BETTER: Final = ("wrong values", "wrong ticks", "invented answers")


@dataclass(frozen=True, slots=True)
class Results:
    filings: tuple[Scored, ...]
    rules: tuple[tuple[RuleJob, Judged], ...]
    asked: Mapping[str, tuple[Asked, ...]]  # by set of questions
    ranked: Mapping[str, Mapping[str, tuple[Ranked, ...]]]  # by retriever, by set
    failed: tuple[Failed, ...]

    @property
    def faultless(self) -> tuple[tuple[str, Judged], ...]:
        return tuple((each.case, each.judged) for each in self.filings if each.judged is not None)

    @property
    def fields(self) -> Iterator[tuple[Scored, Field]]:
        return ((filing, field) for filing in self.filings for field in filing.fields)


def gather(plan: Plan, *, workers: int = 1, tell: Callable[[str], None] = lambda _: None) -> Results:
    """Do all jobs of the plan; the order of results does not depend on the workers."""
    tell(f"{len(plan.filings)} filings")
    filings = _mapped(score_filing, plan.filings, workers=workers)
    tell(f"{len(plan.rules)} filings for rules")
    rules = _mapped(score_rule, plan.rules, workers=workers)
    notice = load(_NOTICE)
    sets = {name: questions(path)[:: plan.every_question] for name, path in _SETS.items() if path.exists()}
    tell(f"{sum(map(len, sets.values()))} questions")
    answerable = {name: [each for each in some if each.clauses] for name, some in sets.items()}
    return Results(
        filings=tuple(filings),
        rules=tuple((job, each) for job, each in rules if isinstance(each, Judged)),
        asked={name: tuple(asked(each, notice) for each in some) for name, some in sets.items()},
        ranked={
            retriever: {
                name: tuple(ranked(each, notice, retrieve) for each in some)
                for name, some in answerable.items()
            }
            for retriever, retrieve in RETRIEVERS.items()
        },
        failed=(
            *(failed for each in filings for failed in each.failed),
            *(each for _, each in rules if isinstance(each, Failed)),
        ),
    )


def _mapped(work: Callable[[Any], T], jobs: Sequence[Any], *, workers: int) -> list[T]:
    if workers == 1:
        return [work(job) for job in jobs]
    with ProcessPoolExecutor(workers) as pool:
        return list(pool.map(work, jobs, chunksize=8))


def less_is_better(figure: str) -> bool:
    return figure.endswith(_LESS_IS_BETTER)


class HasFields(Protocol):
    """One filing after scoring."""

    @property
    def fields(self) -> Sequence[Field]: ...


def share(
    filings: Iterable[HasFields],
    good: Callable[[Field], bool],
    counted: Callable[[Field], bool] = lambda _: True,
) -> Rate:
    """Over the fields that count, resampled by filing."""
    groups = []
    for filing in filings:
        among = [field for field in filing.fields if counted(field)]
        groups.append((sum(map(good, among)), len(among)))
    return bootstrapped(groups)


def figures(results: Results) -> dict[str, Rate]:
    """The headline figures, by name."""
    filings, judged = results.filings, [each for _, each in results.rules]
    mutants = [each for each in judged if each.sort == "mutant"]
    faultless = [each for _, each in results.faultless]
    found = {
        "exact match": share(filings, lambda each: each.verdict == "right"),
        "exact match where an answer is given": share(
            filings, lambda each: each.verdict == "right", lambda each: each.asked
        ),
        "wrong values": share(filings, lambda each: each.verdict in ("wrong", "invented")),
        "state right": share(filings, lambda each: each.state_right),
        "ticks right": share(filings, lambda each: each.tick == "right", lambda each: each.tick is not None),
        "wrong ticks": share(filings, lambda each: each.tick == "wrong", lambda each: each.tick is not None),
        "place right": share(filings, lambda each: not each.place, lambda each: each.place is not None),
        "planted faults found": Rate(
            sum(len(each.found) for each in mutants),
            sum(len(each.found) + len(each.missed) for each in mutants),
        ),
        "mutants without another error": rate_of(mutants, lambda each: not each.errors),
        "near misses without an error": rate_of(
            [each for each in judged if each.sort == "near miss"], lambda each: not each.errors
        ),
        "faultless filings without an error": rate_of(faultless, lambda each: not each.errors),
        "faultless filings without a warning": rate_of(faultless, lambda each: not each.warnings),
    }
    return {**found, **_of_questions(results)}


def _of_questions(results: Results) -> dict[str, Rate]:
    found = {}
    for name, some in results.asked.items():
        answerable = [each for each in some if each.question.clauses]
        silent = [each for each in some if not each.question.clauses]
        found[f"{name} questions answered from the right clause"] = rate_of(
            answerable, lambda each: each.right
        )
        found[f"{name} questions rightly not answered"] = rate_of(silent, lambda each: each.right)
        found[f"{name} questions with true quotes"] = rate_of(some, lambda each: each.cited)
    return found


def write_fields(results: Results, path: Path) -> None:
    """Every field of every filing as a row, to be sorted and filtered by hand."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(
            ("case", "style", "ticks", "hand", "path", "verdict", "tick", "state", "expected", "place")
        )
        for filing, field in results.fields:
            state, expected = field.states[1], field.states[0]
            about = (filing.case, filing.style, filing.ticks, filing.hand, field.path)
            rows.writerow((*about, field.verdict, field.tick, state, expected, field.place))
