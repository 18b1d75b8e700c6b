"""`shenbao schema`: what is printed holds to it, and what is not as promised does not."""

from __future__ import annotations

import json
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from tests.ui.altered import hostile
from tests.ui.cli.commanding import Run, letter
from ui.reports.schema import KINDS


def validator(run: Run, kind: str) -> Draft202012Validator:
    told = run("schema", kind)
    assert told.status == 0
    made = json.loads(told.out)
    Draft202012Validator.check_schema(made)
    return Draft202012Validator(made)


@pytest.mark.parametrize("kind", KINDS)
def test_real_results_hold_to_the_schema(run: Run, good: Path, bad: Path, tmp_path: Path, kind: str) -> None:
    (tmp_path / "letter.docx").write_bytes(letter())
    (tmp_path / "hostile.docx").write_bytes(hostile())
    (tmp_path / "blank.docx").unlink(missing_ok=True)
    run("form", "-o", tmp_path / "blank.docx")
    holds = validator(run, kind)
    for name in (good.name, bad.name, "letter.docx", "hostile.docx", "blank.docx", "没有.docx"):
        holds.validate(run(kind, tmp_path / name, "--json").json)


def test_a_switched_off_rule_is_in_the_schema(run: Run, good: Path) -> None:
    told = run("check", good, "--json", "--rule", "FMT005=off", "--rule", "TXT001=info").json
    assert told["rules_adjusted"]
    validator(run, "check").validate(told)


WRONG: dict[str, Any] = {
    "a key too many": lambda told: told.update(more=1),
    "a key too few": lambda told: told.pop("verdict"),
    "no such verdict": lambda told: told.update(verdict="ok"),
    "no such state": lambda told: told["states"].update({"applicant.name": "empty"}),
    "a state missing": lambda told: told["states"].pop("applicant.name"),
    "no such option": lambda told: told["submission"]["platform"].update(category="省级"),
    "words for a number": lambda told: told["submission"]["platform"]["indicators"].update(core_patents="3"),
    "a date of another form": lambda told: told["submission"]["cover"].update(filed_on="2022年11月"),
    "a box of three": lambda told: told["evidence"]["applicant.name"][0].update(bbox=[1, 2, 3]),
    "no such rule": lambda told: told["rules_run"].append("XXX001"),
    "no such field": lambda told: told["evidence"].update({"applicant.fame": []}),
}


@pytest.mark.parametrize("spoil", WRONG.values(), ids=WRONG.keys())
def test_what_is_not_as_promised_does_not_hold(run: Run, good: Path, spoil: Any) -> None:
    told = deepcopy(run("check", good, "--json").json)
    spoil(told)
    assert not validator(run, "check").is_valid(told)


def test_every_field_says_what_the_form_calls_it(run: Run) -> None:
    text = run("schema").out
    for words in ("接入设备数量", "万元", "附件1/封面", "民营"):
        assert words in text
