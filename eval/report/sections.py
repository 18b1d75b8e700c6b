"""The report's parts on fields and rules, each a list of Markdown lines."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Final

from eval.filings.paths import PATHS
from eval.report.formats import TARGETS as _OF_FORMATS
from eval.report.tables import percent, table
from eval.results import Results, less_is_better, share
from eval.scores.calibration import bins, expected_error
from eval.scores.fields import Field, section_of
from eval.scores.figures import Rate, rate_of
from eval.scores.findings import Judged

__all__ = ["by_style", "confidence", "headline", "reading", "rules"]

_TARGETS: Final[Mapping[str, str]] = {
    "exact match": "≥ 98 %",
    "wrong values": "≤ 0.5 %",
    "wrong ticks": "0",
    "place right": "100 %",
    "planted faults found": "100 %",
    "mutants without another error": "100 %",
    "near misses without an error": "100 %",
    "faultless filings without an error": "100 %",
    **_OF_FORMATS,
}
_KEPT = 12  # fields in the table of the weakest


def headline(found: Mapping[str, Rate]) -> list[str]:
    rows = (
        (f"{name} ↓" if less_is_better(name) else name, each, each.total, _TARGETS.get(name, ""))
        for name, each in found.items()
    )
    note = "Intervals are 95 %: resampled by filing for fields, Wilson's elsewhere. ↓: less is better."
    return [*table(("figure", "rate", "of", "target"), rows), note, ""]


def by_style(results: Results) -> dict[str, Rate]:
    """Exact match by style."""
    styles = dict.fromkeys(each.style for each in results.filings)
    return {
        style: share(
            [each for each in results.filings if each.style == style], lambda field: field.verdict == "right"
        )
        for style in styles
    }


def reading(results: Results) -> list[str]:
    fields = [(filing, field) for filing, field in results.fields]
    return [
        "### By style",
        "",
        *_sliced(((filing.style, field) for filing, field in fields), "style"),
        "### By section",
        "",
        *_sliced(((section_of(field.path), field) for _, field in fields), "section"),
        "### By way of ticking (fields that are ticked)",
        "",
        *_ticks((filing.ticks, field) for filing, field in fields if field.tick is not None),
        "### By hand",
        "",
        *_sliced(((filing.hand, field) for filing, field in fields), "hand"),
        "### The weakest fields",
        "",
        *_weakest([field for _, field in fields]),
        "### Places that are not right",
        "",
        *_places([field for _, field in fields]),
    ]


def _sliced(pairs: Iterable[tuple[str, Field]], name: str) -> list[str]:
    groups: dict[str, list[Field]] = defaultdict(list)
    for key, field in pairs:
        groups[key].append(field)
    header = (name, "exact", "wrong", "missed", "invented", "state right", "place right", "of")
    return table(header, ((key, *_row(some), len(some)) for key, some in groups.items()))


def _row(some: list[Field]) -> tuple[object, ...]:
    verdicts = Counter(field.verdict for field in some)
    placed = [field for field in some if field.place is not None]
    return (
        Rate(verdicts["right"], len(some)),
        verdicts["wrong"],
        verdicts["missed"],
        verdicts["invented"],
        percent(rate_of(some, lambda field: field.state_right).value),
        percent(rate_of(placed, lambda field: not field.place).value),
    )


def _ticks(pairs: Iterable[tuple[str, Field]]) -> list[str]:
    groups: dict[str, Counter[str]] = defaultdict(Counter)
    for key, field in pairs:
        groups[key][str(field.tick)] += 1
    rows = (
        (
            key,
            Rate(some["right"], some.total()),
            some["wrong"],
            some["unreadable"],
            some["missed"],
            some.total(),
        )
        for key, some in sorted(groups.items())
    )
    return table(("ticked by", "right", "wrong", "unreadable", "missed", "of"), rows)


def _weakest(fields: list[Field]) -> list[str]:
    by_path: dict[str, list[Field]] = {path: [] for path in PATHS}
    for field in fields:
        by_path[field.path].append(field)
    exact = {path: rate_of(some, lambda field: field.verdict == "right") for path, some in by_path.items()}
    worst = sorted(
        (each.value, path) for path, each in exact.items() if each.value is not None and each.value < 1
    )
    if not worst:
        return [f"All {len(PATHS)} fields were read exactly in every filing.", ""]
    rows = ((f"`{path}`", exact[path], exact[path].total) for _, path in worst[:_KEPT])
    return [*table(("field", "exact", "of"), rows), f"{len(worst)} of {len(PATHS)} fields had an error.", ""]


def _places(fields: list[Field]) -> list[str]:
    found = Counter((field.place, field.path) for field in fields if field.place)
    if not found:
        return ["None.", ""]
    rows = ((problem, f"`{path}`", count) for (problem, path), count in found.most_common(_KEPT))
    return table(("what is wrong", "field", "how often"), rows)


def confidence(results: Results) -> list[str]:
    told = [
        (field.confidence, field.verdict == "right")
        for _, field in results.fields
        if field.confidence is not None and field.place is not None
    ]
    found = bins(told)
    rows = (
        (f"{each.low:g} to {each.high:g}", f"{each.said:.3f}", each.right, each.right.total) for each in found
    )
    error = expected_error(found)
    return [
        *table(("confidence", "mean", "right", "of"), rows),
        f"Mean distance between confidence and rate: {'–' if error is None else f'{error:.4f}'}.",
        "",
    ]


def rules(results: Results) -> list[str]:
    groups: dict[str, list[Judged]] = defaultdict(list)
    for job, judged in results.rules:
        groups[job.rule].append(judged)
    raised = Counter(
        finding["rule"] for _, each in results.faultless for finding in (*each.errors, *each.warnings)
    )
    rows = [(code, *_rule_row(some), raised[code]) for code, some in groups.items()]
    rows += [
        (code, None, None, None, None, count) for code, count in sorted(raised.items()) if code not in groups
    ]
    header = (
        *("rule", "found", "with another error", "with another warning", "near misses taken for errors"),
        f"raised on {len(results.faultless)} faultless filings",
    )
    return table(header, rows)


def _rule_row(some: list[Judged]) -> tuple[object, ...]:
    mutants = [each for each in some if each.sort == "mutant"]
    near = [each for each in some if each.sort == "near miss"]
    found = sum(len(each.found) for each in mutants)
    return (
        Rate(found, found + sum(len(each.missed) for each in mutants)),
        _of(mutants, lambda each: bool(each.errors)),
        _of(mutants, lambda each: bool(each.warnings)),
        _of(near, lambda each: bool(each.errors)),
    )


def _of(some: list[Judged], bad: Callable[[Judged], bool]) -> str | None:
    return f"{sum(map(bad, some))} of {len(some)}" if some else None
