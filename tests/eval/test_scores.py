"""The scorers judge right: what they call right, wrong, sure and unsure."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from eval.filings.make import make, named
from eval.filings.mutant import Expected
from eval.filings.planted_copies import COPIES
from eval.filings.planted_sets import SETS
from eval.formats.signed import judge_copy
from eval.jobs import FilingJob, score_filing
from eval.peers.compare import beside, told
from eval.reading import read
from eval.scores.agreement import agrees
from eval.scores.calibration import bins, expected_error
from eval.scores.fields import judge
from eval.scores.figures import Rate, bootstrapped
from eval.scores.findings import judge as judge_findings
from eval.scores.sets import judge_set
from eval.scores.written import digits_in, numbers_in


@pytest.mark.parametrize(
    ("good", "total", "low", "high"),
    # Wilson's interval for 0 of 10 and 5 of 10, as statistics books print it.
    [(0, 10, 0.0, 0.2775), (10, 10, 0.7225, 1.0), (5, 10, 0.2366, 0.7634)],
)
def test_a_rate_knows_how_sure_it_is(good: int, total: int, low: float, high: float) -> None:
    assert Rate(good, total).sure == pytest.approx((low, high), abs=1e-4)


def test_nothing_counted_is_no_score() -> None:
    assert Rate(0, 0).value is None


def test_filings_that_fail_as_a_whole_make_a_rate_less_sure() -> None:
    scattered = bootstrapped([(97, 100)] * 40)
    bunched = bootstrapped([(100, 100)] * 38 + [(40, 100)] * 2)
    assert scattered.value == bunched.value == 0.97
    assert bunched.error > scattered.error


@pytest.mark.parametrize(
    ("path", "expected", "got", "same"),
    [
        ("applicant.name", "甲公司", "甲公司", True),
        ("applicant.name", "甲公司", "甲 公司", False),
        ("cases", "一\n二", "一 二", True),
        ("cases", "一二", "一", False),
        ("platform.investment", 12000, 12000.0, True),
        ("platform.investment", 12000, 12000.1, False),
        ("platform.investment", 1, True, False),
        ("platform.investment", None, 0, False),
        ("platform.industries", [], None, True),
        ("platform.industries", ["钢铁"], ["钢铁", "石化"], False),
        ("sustainability.is_independent_company", False, None, False),
    ],
)
def test_agreement(path: str, expected: object, got: object, same: bool) -> None:
    assert agrees(path, [expected], got) is same


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("１，２００台", [1200]),
        ("1.2亿元", [Decimal("1.2")]),
        ("四十二个", [42]),
        ("二〇一八年", [2018]),
        ("陆亿叁仟万元", [630_000_000]),
        ("壹佰万元", [1_000_000]),
        ("没有", []),
    ],
)
def test_numbers_are_seen_however_they_are_written(text: str, numbers: list[Decimal]) -> None:
    assert numbers_in(text) == numbers


def test_a_date_with_points_is_three_numbers() -> None:
    assert digits_in("2022.11.05") == {2022, 11, 5}


def test_confidence_that_is_too_high_is_seen() -> None:
    found = bins([(0.9, right) for right in [True] * 5 + [False] * 5])
    assert [each.right.value for each in found] == [0.5]
    assert expected_error(found) == pytest.approx(0.4)


def test_a_finding_on_another_field_is_not_the_planted_one() -> None:
    planted = [Expected("REQ001", "applicant.name", "error")]
    other = {"rule": "REQ001", "fields": ["applicant.address"], "severity": "error", "status": "fail"}
    judged = judge_findings("mutant", "REQ001", planted, {"findings": [other], "rules_not_run": {}})
    assert judged.missed == tuple(planted)
    assert judged.errors == (other,)
    assert not judged.right


def test_a_wrong_value_a_wrong_tick_and_a_wrong_place_are_told_apart(tmp_path: Path) -> None:
    filing = named(make("printed", 5003), "a.docx")
    (tmp_path / "a.docx").write_bytes(filing.docx)
    reading = read(tmp_path / "a.docx")
    applicant = {**reading.result["submission"]["applicant"], "address": "某处", "ownership": None}
    ticked = {**reading.result["submission"]["platform"], "build_status": "拟建"}
    moved = [{**reading.result["evidence"]["applicant.name"][0], "location": "表 90 行 1"}]
    result = {
        **reading.result,
        "submission": {**reading.result["submission"], "applicant": applicant, "platform": ticked},
        "states": {**reading.result["states"], "applicant.ownership": "unreadable"},
        "evidence": {**reading.result["evidence"], "applicant.name": moved},
    }
    fields = {each.path: each for each in judge(filing, result, reading.places)}
    assert fields["applicant.address"].verdict == "wrong"
    assert fields["applicant.address"].place == "quote does not hold the value"
    assert (fields["applicant.ownership"].verdict, fields["applicant.ownership"].tick) == (
        "missed",
        "unreadable",
    )
    assert fields["platform.build_status"].tick == "wrong"
    assert fields["applicant.name"].verdict == "right"
    assert fields["applicant.name"].place == "place is not in the document"


def test_a_scorer_that_breaks_is_told_of_and_is_no_zero(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> object:
        raise RuntimeError("out of order")

    monkeypatch.setattr("eval.scores.fields.judge", broken)
    scored = score_filing(FilingJob("printed", 5003))
    assert scored.fields == ()
    assert [(each.scorer, each.error) for each in scored.failed] == [
        ("fields", "RuntimeError('out of order')")
    ]


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("性质 ☑国有 □民营", True),
        ("性质 [x] 国有 [ ] 民营", True),
        ("性质 <input type='checkbox' checked/>国有 <input type='checkbox'/>民营", True),
        ("性质 国有 民营", False),
        ("性质 国有 □民营", False),  # the tick vanished
        ("性质 □国有 □民营", False),
    ],
)
def test_a_tick_counts_where_it_can_be_told(text: str, is_told: bool) -> None:
    assert told(text, "性质", ("国有", "民营"), frozenset({"国有"})) is is_told


@pytest.mark.parametrize(("text", "is_told"), [("性质 国有√ 民营", True), ("性质 国有□ 民营□", False)])
def test_a_tick_counts_behind_its_option_where_the_filing_has_it_there(text: str, is_told: bool) -> None:
    assert told(text, "性质", ("国有", "民营"), frozenset({"国有"}), behind=True) is is_told


def test_cells_that_drifted_apart_are_no_row() -> None:
    assert beside("| 甲 | 1 |", ("甲", "1"))
    assert not beside("甲" + "乙" * 60 + "1", ("甲", "1"))


def test_a_warning_of_the_rule_that_is_nearly_broken_is_an_error_of_ours() -> None:
    found = {"rule": "FMT002", "fields": [], "severity": "warning", "status": "fail"}
    other = {"rule": "FMT003", "fields": [], "severity": "warning", "status": "fail"}
    judged = judge_findings("near miss", "FMT002", (), {"findings": [found, other], "rules_not_run": {}})
    assert judged.errors == (found,)
    assert not judged.right


def test_a_finding_that_names_no_field_is_expected_as_such() -> None:
    whole = {"rule": "FMT001", "fields": [], "severity": "warning", "status": "fail"}
    told = {"findings": [whole], "rules_not_run": {}}
    assert judge_findings("mutant", "FMT001", [Expected("FMT001", "", "warning")], told).missed == ()
    assert judge_findings("mutant", "FMT001", [Expected("FMT001", "cases", "warning")], told).missed


@pytest.mark.parametrize(("members", "missed", "false"), [((0, 1), 0, 0), ((0, 2), 1, 1), ((), 0, 2)])
def test_a_set_is_judged_by_the_filings_that_are_named(
    members: tuple[int, ...], missed: int, false: int
) -> None:
    planted = next(each for each in SETS["SET001"] if each.members == (0, 1))
    judged = judge_set(replace(planted, members=members), 1)
    assert (len(judged.missed), len(judged.errors)) == (missed, false)


def test_a_copy_without_its_stamp_is_found() -> None:
    unstamped = next(each for each in COPIES["SEAL001"] if each.stamped == frozenset({"pledge"}))
    assert judge_copy(unstamped, 3).right
    assert judge_copy(replace(unstamped, stamped=frozenset({"cover", "pledge"})), 3).missed
