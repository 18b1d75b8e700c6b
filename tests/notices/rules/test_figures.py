"""Numbers, units and sums: what just holds, and what just doesn't."""

import pytest

from tests.notices.filings import error, report, told, warning


@pytest.mark.parametrize(
    ("path", "written", "expected"),
    [
        ("platform.indicators.connected_devices", "-5", "NUM001"),
        ("platform.indicators.connected_devices", "1200.5", "NUM001"),
        ("platform.indicators.connected_devices", "1000-1200", "NUM001"),
        ("platform.indicators.connected_devices", "很多", "NUM001"),
        ("platform.indicators.connected_devices", "约1200台", None),
        ("platform.indicators.connected_devices", "１，２００", None),
        ("platform.indicators.connected_devices", "1.2万台", None),
        ("applicant.last_year_profit", "-438.6", None),
        ("applicant.last_year_sales", "-438.6", "NUM001"),
        ("applicant.registered_capital", "5000万元", None),
        ("applicant.registered_capital", "1.2亿元", "NUM002"),
        ("applicant.registered_capital", "100000000", None),
        ("applicant.registered_capital", "100000001", "NUM002"),
        ("applicant.registered_capital", "0", None),
        ("platform.indicators.practitioners", "173人", None),
    ],
)
def test_numbers(path: str, written: str, expected: str | None) -> None:
    assert [each.rule for each in report({path: written}).findings] == ([expected] if expected else [])


YEARS = {f"sustainability.rnd_{year}": "1000" for year in (2019, 2020, 2021)}


@pytest.mark.parametrize(
    ("year", "rules"),
    [("10000", []), ("9999", ["NUM002"]), ("0", []), ("300万元", ["NUM002"]), ("3000000元", [])],
)
def test_amounts_in_yuan(year: str, rules: list[str]) -> None:
    found = [
        each for each in report({"sustainability.rnd_2019": year}).findings if each.rule.startswith("NUM")
    ]

    assert [each.rule for each in found] == rules


@pytest.mark.parametrize(
    ("total", "fails"),
    [
        ("9000000", False),
        ("9045000", False),  # 0.5 % off
        ("9090909.09", False),  # a hair under 1 %
        ("8910000", True),  # a hair over 1 %
        ("9100000", True),
        ("0", True),
    ],
)
def test_three_years_make_the_cumulative_figure_to_one_percent(total: str, fails: bool) -> None:
    expected = [error("SUM001", "sustainability.rnd_total")] if fails else []

    assert [
        each for each in told(report({"sustainability.rnd_total": total})) if each[0] == "SUM001"
    ] == expected


def test_exactly_one_percent_off_is_no_finding() -> None:
    overlay = {"sustainability.rnd_total": "10000000", "sustainability.rnd_2021": "4500000"}

    assert told(report(overlay)) == []


def test_a_blank_total_is_not_a_pass() -> None:
    found = report({"sustainability.cost_total": "", "sustainability.rnd_2019": ""})

    assert "SUM001" in found.rules_run
    assert "累计业务" in found.rules_partly_run["SUM001"]
    assert "2019" in found.rules_partly_run["SUM001"]
    assert "SUM002" in found.rules_not_run


@pytest.mark.parametrize(
    ("percent", "fails"), [("10.8", False), ("11.79", False), ("9.8", False), ("11.8", True), ("-10.8", True)]
)
def test_return_on_investment_follows_the_formula_to_one_point(percent: str, fails: bool) -> None:
    expected = [warning("SUM002", "sustainability.roi_percent")] if fails else []

    assert told(report({"sustainability.roi_percent": percent})) == expected


def test_no_investment_gives_no_return_to_check() -> None:
    assert report({"platform.investment": "0"}).rules_not_run["SUM002"].startswith("投资金额填的是 0")
