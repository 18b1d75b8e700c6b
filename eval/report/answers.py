"""The report's parts on questions and on retrieval alone, each a list of Markdown lines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from eval.report.tables import table
from eval.results import Results
from eval.scores.figures import Rate, rate_of

__all__ = ["questions", "retrieval", "retrieval_in_filings"]

_NEVER: Final = 1_000  # the rank of what was not found


def questions(results: Results) -> list[str]:
    lines = []
    for name, some in results.asked.items():
        groups = dict.fromkeys(each.question.group for each in some)
        rows = []
        for group in groups:
            asked = [each for each in some if each.question.group == group]
            answerable = [each for each in asked if each.question.clauses]
            silent = [each for each in asked if not each.question.clauses]
            answered = sum(each.reply.answered for each in answerable)
            rows.append(
                (
                    group,
                    rate_of(answerable, lambda each: each.right),
                    f"{len(answerable) - answered} of {len(answerable)}",
                    f"{sum(each.reply.answered for each in silent)} of {len(silent)}",
                    rate_of(asked, lambda each: each.cited),
                    len(asked),
                )
            )
        lines += [f"### {name.capitalize()}", "", *table(_ASKED, rows)]
    return lines


_ASKED: Final = (
    "group",
    "right clause",
    "declined though it is said",
    "answered though it is not",
    "true quotes",
    "of",
)


def retrieval(results: Results) -> list[str]:
    rows = []
    for retriever, sets in results.ranked.items():
        for name, some in sets.items():
            if not some:
                continue
            ranks = [each.rank or _NEVER for each in some]
            recalls = [Rate(sum(rank <= most for rank in ranks), len(ranks)) for most in (1, 3, 5, 10)]
            mean = sum(each.reciprocal for each in some) / len(some)
            rows.append((retriever, name, *recalls, f"{mean:.3f}", len(some)))
    return table(("retriever", "questions", "recall@1", "@3", "@5", "@10", "MRR", "of"), rows)


def retrieval_in_filings(ranked: Mapping[str, Sequence[int | None]]) -> list[str]:
    rows = []
    for retriever, found in ranked.items():
        ranks = [each or _NEVER for each in found]
        recalls = [Rate(sum(rank <= most for rank in ranks), len(ranks)) for most in (1, 3, 5, 10)]
        mean = sum(1 / each for each in found if each) / len(found)
        rows.append((retriever, *recalls, f"{mean:.3f}", len(found)))
    return table(("retriever", "recall@1", "@3", "@5", "@10", "MRR", "of"), rows)
