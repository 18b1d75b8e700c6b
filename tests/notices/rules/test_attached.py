"""Attachments, copies and stamps: what just holds, and what just doesn't."""

from dataclasses import replace
from typing import Any

import pytest

from extractors.check import check
from extractors.document import Notice
from extractors.form import Attached, Form, Row
from extractors.rules import Context, Report
from notices.hebei_2022_719.rules import PLANNED, RULES
from tests.notices.attached import STAMPS
from tests.notices.filings import TODAY, Told, asks, error, filing, report, told, warning

DEVICES = "platform.indicators.connected_devices"
PATENTS, COPYRIGHTS = "platform.indicators.core_patents", "platform.indicators.software_copyrights"


def of(form: Form) -> Report:
    return check(form, rules=RULES, planned=PLANNED, context=Context(today=TODAY))


@pytest.mark.parametrize(
    ("overlay", "expected"),
    [
        pytest.param({5: None}, [error("ATT001", "attachments")], id="one missing"),
        pytest.param({5: None, 6: None}, [error("ATT001", "attachments")] * 2, id="two missing"),
        pytest.param({12: None}, [("ATT001", ("attachments",), "info", "fail")], id="the last is advice"),
        pytest.param(None, [asks("ATT001", "attachments")], id="none at all is one question"),
        pytest.param(
            {5: None, "unknown": ["IMG_1.jpg"]}, [asks("ATT001", "attachments")], id="a picture may be it"
        ),
        pytest.param({3: {"years": [2021]}}, [warning("ATT002", "attachments")], id="a year missing"),
        pytest.param({3: {"years": [2019, 2020, 2021]}}, [], id="a year more"),
        pytest.param(
            {3: {"years": []}}, [("ATT002", ("attachments",), "warning", "review")], id="no year read"
        ),
        pytest.param({3: None}, [error("ATT001", "attachments")], id="no reports is one gap"),
        pytest.param({3: {"codes": False}}, [warning("ATT003", "attachments")], id="no code"),
        pytest.param({9: {"years": [2020]}}, [warning("ATT003", "attachments")], id="another year's list"),
        pytest.param({9: {"years": []}}, [], id="a list without a year"),
    ],
)
def test_attachments_are_there(overlay: dict[Any, Any] | None, expected: Told) -> None:
    assert told(report({"attached": overlay})) == expected


def test_one_file_without_attachments_asks_once_and_judges_nothing_else_of_them() -> None:
    found = report({"attached": None})
    assert {"ATT002", "ATT003", "CON005", "CON008"} <= set(found.rules_not_run)
    assert found.verdict == "review"


def test_nobody_has_looked_for_attachments() -> None:
    found = of(replace(filing(), attached=None))
    assert "ATT001" in found.rules_not_run
    assert found.findings == ()


@pytest.mark.parametrize(
    ("overlay", "expected"),
    [
        pytest.param({5: {"rows": {DEVICES: 12599}}}, [warning("CON005", DEVICES)], id="one fewer"),
        pytest.param({5: {"rows": {DEVICES: 12600}}}, [], id="as many"),
        pytest.param({5: {"rows": {DEVICES: 20000}}}, [], id="more"),
        pytest.param(
            {5: {"rows": {DEVICES: None}}}, [("CON005", (DEVICES,), "warning", "review")], id="unclear"
        ),
        pytest.param({4: {"rows": {PATENTS: 17}}}, [warning("CON005", PATENTS)], id="a patent fewer"),
    ],
)
def test_indicators_are_borne_out(overlay: dict[Any, Any], expected: Told) -> None:
    assert told(report({"attached": overlay})) == expected


def with_rows(number: int, *rows: Row) -> Report:
    form = filing()
    assert form.attached is not None
    attached = replace(form.attached, rows={**form.attached.rows, number: rows})
    return of(replace(form, attached=attached))


def test_the_finding_says_both_numbers() -> None:
    finding = with_rows(5, Row("车床", 860, DEVICES)).findings[0]
    assert "12,600" in finding.message
    assert "860" in finding.message
    assert finding.evidence[-1].file == "附件5.pdf"


@pytest.mark.parametrize(
    ("count", "fields"), [(64, []), (63, [(PATENTS, COPYRIGHTS)]), (40, [(COPYRIGHTS,)])]
)
def test_rows_of_either_kind_bear_out_one_of_them(count: int, fields: list[tuple[str, ...]]) -> None:
    rows = [Row(f"成果{at}", 1) for at in range(count)]
    assert [each.fields for each in with_rows(4, *rows).findings] == fields


def test_a_list_that_was_not_read_is_not_judged() -> None:
    form = filing()
    assert form.attached is not None
    rows = {number: each for number, each in form.attached.rows.items() if number != 5}
    found = of(replace(form, attached=replace(form.attached, rows=rows)))
    assert found.findings == ()
    assert "附件5" in found.rules_partly_run["CON005"]


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"applicant.name": "河北砺云智联科技集团有限公司"}, [warning("CON008", "applicant.name")]),
        ({"applicant.registered_capital": "伍仟万元整"}, []),
        ({"applicant.registered_capital": "伍佰万元整"}, [warning("CON008", "applicant.registered_capital")]),
        ({"applicant.address": "石家庄市裕华区长江大道88号"}, []),
        (
            {"applicant.organization_code": "91130108MA0R7T4K98"},
            [warning("CON008", "applicant.organization_code")],
        ),
        (
            {"applicant.address": "石家庄市高新区湘江道1号"},
            [("CON008", ("applicant.address",), "warning", "review")],
        ),
    ],
)
def test_the_licence_says_what_the_form_says(facts: dict[str, str], expected: Told) -> None:
    assert told(report({"attached": {1: {"facts": facts}}})) == expected


@pytest.mark.parametrize(("written", "expected"), [("MA0R7T4K-8", []), ("MA0R7T4L-6", ["CON008"])])
def test_an_organization_code_is_that_inside_the_licences_unified_code(
    written: str, expected: list[str]
) -> None:
    facts = {"applicant.organization_code": "91130108MA0R7T4K88"}
    overlay = {"applicant.organization_code": written, "attached": {1: {"facts": facts}}}
    assert [each.rule for each in report(overlay).findings if each.rule == "CON008"] == expected


@pytest.mark.parametrize(
    ("overlay", "expected"),
    [
        pytest.param({"scan": {DEVICES: "16200"}}, [error("CON006", DEVICES)], id="a number"),
        pytest.param(
            {"scan": {"applicant.name": "燕北重工装备公司"}}, [error("CON006", "applicant.name")], id="a name"
        ),
        pytest.param(
            {"scan": {"platform.build_status": "□已建成 ☑在建 □拟建"}},
            [error("CON006", "platform.build_status")],
            id="a tick",
        ),
        pytest.param(
            {"scan": {"applicant.contact.title": "平台事业部部长（限1500字）"}}, [], id="the form's words"
        ),
        pytest.param({"scan": {"applicant.contact.fax": ""}}, [], id="overlooked in the picture"),
        pytest.param({"scan": {"applicant.contact.fax": None}}, [], id="not found in the picture"),
        pytest.param(
            {"applicant.pledge_date": "2022年11月", "scan": {"applicant.pledge_date": "2022年11月18日"}}, [],
            id="dated by hand",
        ),
        pytest.param(
            {"applicant.contact.fax": "", "scan": {"applicant.contact.fax": "0311-85550124"}},
            [asks("CON006", "applicant.contact.fax")],
            id="only in the scan",
        ),
        pytest.param(
            {"scan": {"applicant.profile_introduction": "公司2011年成立，主要经营钢材贸易，没有平台业务。"}},
            [asks("CON006", "applicant.profile_introduction")],
            id="a half of the profile is one finding",
        ),
    ],
)  # fmt: skip
def test_the_copies_say_the_same(overlay: dict[str, Any], expected: Told) -> None:
    assert told(report(overlay)) == expected


def test_an_only_copy_is_not_compared_and_its_seals_not_judged() -> None:
    found = of(replace(filing(), copies=()))
    assert {"CON006", "SEAL001"} <= set(found.rules_not_run)
    assert found.findings == ()


@pytest.mark.parametrize(
    ("stamps", "expected", "partly"),
    [
        (["封面", "承诺", "名章", "推荐"], [], False),
        (["封面", "承诺", "推荐"], [], True),  # whose signature it is a machine cannot tell
        (["承诺", "名章", "推荐"], [error("SEAL001", "cover.applicant")], False),
        (["封面", "名章", "推荐"], [asks("SEAL001", "cover.applicant")], False),
        (["封面", "推荐"], [error("SEAL001", "cover.applicant")], False),
        (["推荐"], [error("SEAL001", "cover.applicant")] * 2, False),
        (["封面", "承诺", "名章"], [("REQ004", ("cover.recommender",), "info", "review")], False),
    ],
)
def test_stamps_stand_where_they_must(stamps: list[str], expected: Told, *, partly: bool) -> None:
    found = report({"seals": stamps})
    assert told(found) == expected
    assert not partly or "签字" in found.rules_partly_run["SEAL001"]
    assert set(stamps) <= set(STAMPS)


def test_a_scan_of_its_own_is_judged_for_seals() -> None:
    form = filing()
    scan = replace(form.copies[0], attached=Attached("签章扫描版.pdf"), seals=())
    found = of(scan)
    assert [each.rule for each in found.findings if each.rule == "SEAL001"] == ["SEAL001"] * 2


def test_a_scan_without_colour_is_not_judged_for_seals() -> None:
    """Red is how a stamp is told: on grey pages a ring may be one."""
    form = filing()
    pages = {
        each.page
        for path in ("cover.applicant", "applicant.pledge_date")
        for each in form.copies[0][path].evidence
    }
    notices = tuple(Notice("grey-scan", "黑白", f"第 {page} 页") for page in pages)
    grey = replace(form.copies[0], attached=Attached("签章扫描版.pdf"), seals=(), notices=notices)
    found = of(grey)
    assert "SEAL001" not in {each.rule for each in found.findings}
    assert "黑白" in {**found.rules_partly_run, **found.rules_not_run}["SEAL001"]
