"""The second time: what got better, told from what an earlier check printed, whoever saved it."""

from __future__ import annotations

import codecs
import json
from pathlib import Path
from typing import Any

import pytest

from extractors.rules import Finding, Report
from tests.ui.altered import BREAKS
from ui.faults import UsageError
from ui.reports.since import Earlier, EarlierFinding, changes, load_earlier
from ui.submissions import Checked
from ui.worker import NOTICE


def finding(rule: str, *fields: str, message: str = "。") -> Finding:
    return Finding(
        rule=rule,
        status="fail",
        severity="error",
        fields=fields,
        message=message,
        fix="",
        clause="",
        clause_quote="",
    )


def before(rule: str, *fields: str, message: str = "。") -> EarlierFinding:
    return EarlierFinding(rule, fields, message, "")


def report(*findings: Finding, run: tuple[str, ...], partly: tuple[str, ...] = ()) -> Report:
    return Report(findings, run, {}, dict.fromkeys(partly, "缺少内容，无法判断。"))


def earlier(*findings: EarlierFinding, run: tuple[str, ...] = ("A", "B")) -> Earlier:
    return Earlier(findings, frozenset(run), ())


def test_a_finding_that_is_gone_is_mended_only_where_its_rule_was_judged(checked_faulty: Checked) -> None:
    form = checked_faulty.form
    old = earlier(before("A", "x"), before("B", "y"), before("C", "z"))
    told = changes(old, form, report(run=("A", "B"), partly=("B",)))
    assert [each.rule for each in told.mended] == ["A"]
    assert [each.rule for each in told.unjudged] == ["B", "C"]


def test_the_same_rule_at_another_field_is_another_finding(checked_faulty: Checked) -> None:
    told = changes(earlier(before("A", "x")), checked_faulty.form, report(finding("A", "y"), run=("A",)))
    assert [each.fields for each in told.mended] == [("x",)]
    assert told.new == {0}
    assert not told.newly_judged


def test_a_finding_whose_words_changed_remains_and_of_two_the_right_one(checked_faulty: Checked) -> None:
    old = earlier(
        before("A", "x", message="写了 2 家。"), before("B", message="甲。"), before("B", message="乙。")
    )
    now = report(finding("A", "x", message="写了 1 家。"), finding("B", message="乙。"), run=("A", "B"))
    told = changes(old, checked_faulty.form, now)
    assert told.remaining == {0, 1}
    assert [each.message for each in told.mended] == ["甲。"]


def test_what_could_not_be_judged_before_is_told_from_what_is_new(checked_faulty: Checked) -> None:
    told = changes(
        earlier(run=("A",)), checked_faulty.form, report(finding("B"), finding("A"), run=("A", "B"))
    )
    assert told.new == {0, 1}
    assert told.newly_judged == {0}


@pytest.mark.parametrize(
    ("names", "other"),
    [((), False), (("别家公司", "别家平台"), True), (("别家公司", "同一平台"), False)],
)
def test_another_platforms_result_is_noticed(
    checked_faulty: Checked, names: tuple[str, ...], other: bool
) -> None:
    own = str(checked_faulty.form.value("platform.name"))
    named = tuple(own if each == "同一平台" else each for each in names)
    told = changes(Earlier((), frozenset(), named), checked_faulty.form, report(run=()))
    assert told.other is other


def result(checked: Checked) -> dict[str, Any]:
    from extractors.result import checked as as_dict

    return as_dict(checked.form, checked.report)


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [("utf-8", b""), ("utf-8", codecs.BOM_UTF8), ("utf-16-le", codecs.BOM_UTF16_LE)],
    ids=["utf-8", "utf-8 with a mark", "PowerShell"],
)
def test_a_saved_result_is_read_as_systems_save_it(
    checked_faulty: Checked, tmp_path: Path, encoding: str, mark: bytes
) -> None:
    path = tmp_path / "上次.json"
    text = json.dumps(result(checked_faulty), ensure_ascii=False)
    path.write_bytes(mark + text.encode(encoding))
    read = load_earlier(path, notice=NOTICE)
    assert sorted(each.rule for each in read.findings) == sorted(BREAKS)
    told = changes(read, checked_faulty.form, checked_faulty.report)
    assert told.remaining == set(range(len(BREAKS)))
    assert (told.mended, told.unjudged, told.new, told.other) == ((), (), frozenset(), False)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b"null",
        b"\xff\xfe\x00",
        b'{"error": {"code": "corrupt", "message": "x"}}',
        b'{"findings": 1, "rules_run": [], "submission": {}}',
        b'{"findings": [{"rule": 1}], "rules_run": [], "submission": {}}',
        b'{"notice": "other", "findings": [], "rules_run": [], "submission": {}}',
        b"[" * 200_000,
        b"%PDF-1.7",
    ],
)
def test_what_is_no_result_is_refused_in_one_sentence(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "上次.json"
    path.write_bytes(data)
    with pytest.raises(UsageError, match=r"^“上次\.json”.*。$"):
        load_earlier(path, notice=NOTICE)


def test_a_result_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="打不开“没有"):
        load_earlier(tmp_path / "没有.json", notice=NOTICE)
