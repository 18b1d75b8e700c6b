"""A small share of the evaluation on every run: falling under the baseline by more than its error fails."""

from __future__ import annotations

import pytest

from eval import baseline
from eval.plan import PLANS
from eval.results import Results, figures, gather
from eval.scores.figures import Rate


@pytest.fixture(scope="module")
def results() -> Results:
    return gather(PLANS["smoke"])


def test_nothing_is_worse_than_the_baseline_by_more_than_its_error(results: Results) -> None:
    assert baseline.worse(figures(results), baseline.known("smoke")) == []


def test_no_scorer_broke_and_every_filing_could_be_read(results: Results) -> None:
    assert results.failed == ()
    assert [(each.case, each.unread) for each in results.filings if each.unread] == []


def test_the_small_share_counts_what_the_baseline_counted(results: Results) -> None:
    counted = {name: rate.total for name, rate in figures(results).items()}
    assert counted == {name: each["of"] for name, each in baseline.known("smoke").items()}


@pytest.mark.parametrize(
    ("name", "rate", "before", "is_worse"),
    [
        ("exact match", Rate(90, 100), {"rate": 0.99, "error": 0.02}, True),
        ("exact match", Rate(98, 100), {"rate": 0.99, "error": 0.02}, False),
        ("exact match", Rate(100, 100), {"rate": 0.9, "error": 0.02}, False),
        ("wrong values", Rate(9, 100), {"rate": 0.0, "error": 0.02}, True),
        ("wrong values", Rate(1, 100), {"rate": 0.0, "error": 0.02}, False),
        ("exact match", Rate(0, 0), {"rate": 0.9, "error": 0.02}, True),
    ],
)
def test_worse_means_by_more_than_the_error(
    name: str, rate: Rate, before: dict[str, float], is_worse: bool
) -> None:
    assert bool(baseline.worse({name: rate}, {name: before})) is is_worse


def test_a_figure_that_is_not_measured_any_more_is_worse() -> None:
    assert baseline.worse({}, {"exact match": {"rate": 1.0, "error": 0.01}})
