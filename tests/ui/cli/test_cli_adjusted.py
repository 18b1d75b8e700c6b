"""Rules switched off and down on the command line and in the environment."""

from pathlib import Path

import pytest

from tests.ui.cli.commanding import Run


def test_a_rule_is_switched_off_and_another_down(run: Run, good: Path) -> None:
    told = run("check", good, "--json", "--rule", "FMT005=off", "--rule", "FMT001=info").json

    assert told["rules_adjusted"] == {"FMT005": "off", "FMT001": "info"}
    assert "FMT005" in told["rules_not_run"]
    assert "FMT005" not in {each["rule"] for each in told["findings"]}


def test_without_settings_the_report_says_nothing_of_them(run: Run, good: Path) -> None:
    assert "rules_adjusted" not in run("check", good, "--json").json


def test_the_environment_holds_for_every_check(run: Run, good: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHENBAO_RULES", "FMT005=off, SET001=off")

    assert run("check", good, "--json").json["rules_adjusted"] == {"FMT005": "off"}
    assert "按设置已关闭" in run("check", good).out


@pytest.mark.parametrize("written", ["FMT005", "FMT005=error", "FMT999=off", "REQ004=warning"])
def test_what_cannot_be_set_is_wrong_usage(run: Run, good: Path, written: str) -> None:
    told = run("check", good, "--rule", written)

    assert told.status == 2
    assert told.err.count("\n") == 1
