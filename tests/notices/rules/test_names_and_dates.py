"""Names, dates and codes: what just holds, and what just doesn't."""

from datetime import date
from typing import Any

import pytest

from tests.notices.filings import Told, error, report, told, warning


@pytest.mark.parametrize(
    ("overlay", "expected"),
    [
        pytest.param({"cover.platform_name": "砺云 工业互联网平台"}, [], id="a blank"),
        pytest.param(
            {"cover.platform_name": "砺云工业互联网"}, [error("CON001", "platform.name")], id="no 平台"
        ),
        pytest.param(
            {
                "cover.platform_name": "“砺云”工业互联网平台（V2.0）",
                "platform.name": '"砺云"工业互联网平台(v2.0)',
            },
            [],
            id="marks",
        ),
        pytest.param(
            {"cover.platform_name": ""},
            [error("REQ001", "cover.platform_name")],
            id="a blank name is one gap",
        ),
        pytest.param({"cover.applicant": "河北砺云智联科技有限公司（公章）"}, [], id="the seal's mark"),
        pytest.param(
            {"cover.applicant": "河北砺云智联科技公司"},
            [error("CON002", "applicant.name")],
            id="another legal form",
        ),
        pytest.param({"cover.platform_category": "双跨"}, [], id="another word for it"),
        pytest.param(
            {"cover.platform_category": "行业"}, [error("CON003", "platform.category")], id="another category"
        ),
        pytest.param(
            {"platform.builder": "燕北重工装备有限公司"},
            [warning("CON004", "platform.builder")],
            id="a stranger",
        ),
        pytest.param(
            {"platform.builder": "燕北重工装备有限公司、河北砺云智联科技有限公司"}, [], id="jointly"
        ),
        pytest.param({"platform.builder": "本公司"}, [], id="ourselves"),
    ],
)
def test_cover_and_form_say_the_same(overlay: dict[str, Any], expected: Told) -> None:
    assert told(report(overlay)) == expected


@pytest.mark.parametrize(
    ("overlay", "expected"),
    [
        pytest.param({"cover.filed_on": "2022年11月25日"}, [], id="the last day"),
        pytest.param({"cover.filed_on": "2022.11.26"}, [error("DAT001", "cover.filed_on")], id="a day late"),
        pytest.param({"cover.filed_on": "2022年11月"}, [], id="only the month"),
        pytest.param(
            {"cover.filed_on": "2022年12月"}, [error("DAT001", "cover.filed_on")], id="a month late"
        ),
        pytest.param({"cover.filed_on": "2022年11月7日"}, [], id="the notice's day"),
        pytest.param(
            {"cover.filed_on": "2022年11月6日"}, [warning("DAT001", "cover.filed_on")], id="before the notice"
        ),
        pytest.param(
            {"cover.filed_on": "2022年11月31日"}, [error("DAT002", "cover.filed_on")], id="no such day"
        ),
        pytest.param(
            {"cover.filed_on": "2022年XX月XX日"}, [error("TXT002", "cover.filed_on")], id="a draft's date"
        ),
        pytest.param({"applicant.pledge_date": "2022年11月25日"}, [], id="pledged last day"),
        pytest.param(
            {"applicant.pledge_date": "2022年11月26日"},
            [error("DAT002", "applicant.pledge_date")],
            id="pledged late",
        ),
        pytest.param(
            {"applicant.founded_on": "2022年11月18日"},
            [error("DAT002", "applicant.founded_on")],
            id="founded that day",
        ),
        pytest.param({"applicant.founded_on": "2022年11月17日"}, [], id="founded the day before"),
        pytest.param({"applicant.founded_on": "2022年"}, [], id="founded that year"),
    ],
)
def test_dates(overlay: dict[str, Any], expected: Told) -> None:
    assert told(report(overlay)) == expected


@pytest.mark.parametrize(
    ("today", "rules"), [(date(2022, 11, 25), ["REQ001"]), (date(2022, 11, 26), ["REQ001", "DAT001"])]
)
def test_a_filing_without_a_date_is_judged_by_today_and_only_warned(today: date, rules: list[str]) -> None:
    found = report({"cover.filed_on": ""}, today=today)

    assert [each.rule for each in found.findings] == rules
    assert [each.severity for each in found.findings][1:] in ([], ["warning"])


def test_a_filing_with_a_date_is_judged_by_that() -> None:
    assert told(report(today=date(2026, 1, 1))) == []


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("91130108MA0R7T4K88", []),
        ("91130108-MA0R7T4K8-8", []),
        ("MA0R7T4K-8", []),
        ("732146590", []),
        ("91130108MA0R7T4K89", ["IDN001"]),
        ("732146591", ["IDN001"]),
        ("130108000012345", ["IDN001"]),
        ("91130108MA0R7T4K8", ["IDN001"]),
        ("", ["REQ001"]),
    ],
)
def test_the_code_has_its_check_character(code: str, expected: list[str]) -> None:
    assert [each.rule for each in report({"applicant.organization_code": code}).findings] == expected


@pytest.mark.parametrize(
    ("code", "address", "fails"),
    [
        ("91130108MA0R7T4K88", "北京市海淀区创新路8号", False),  # moved, and still registered here
        ("91110108MA0R7T4K80", "石家庄市裕华区长江大道88号", False),
        ("91110108MA0R7T4K80", "雄安新区容城县容和塔", False),
        ("91110108MA0R7T4K80", "北京市海淀区创新路8号", True),
        ("91110108MA0R7T4K80", "上海市杨浦区邯郸路220号", True),
        ("91110108MA0R7T4K80", "天津市河北区中山路8号", True),
        ("732146590", "北京市海淀区创新路8号", True),
        ("732146590", "定州市兴业街8号", False),
    ],
)
def test_registered_in_the_province(code: str, address: str, fails: bool) -> None:
    expected = [warning("IDN002", "applicant.address")] if fails else []

    assert told(report({"applicant.organization_code": code, "applicant.address": address})) == expected


@pytest.mark.parametrize(
    ("key", "written", "fails"),
    [
        ("mobile", "13900001234", False),
        ("mobile", "139 0000 1234", False),
        ("mobile", "+86-13900001234", False),
        ("mobile", "13900001234/15900001234", False),
        ("mobile", "1390000123", True),
        ("mobile", "12900001234", True),
        ("phone", "0311-85550123", False),
        ("phone", "（0311）85550123转802", False),
        ("phone", "0311-85550123-802", False),
        ("phone", "85550123", False),
        ("phone", "13900001234", False),
        ("phone", "400-000-1234", False),
        ("phone", "12345", True),
        ("phone", "0311-855501", True),
        ("email", "shenjing@example.com", False),
        ("email", "shen.jing_01@mail.example.com", False),
        ("email", "shenjing.example.com", True),
        ("email", "shenjing@example", True),
    ],
)
def test_contacts_have_a_possible_form(key: str, written: str, fails: bool) -> None:
    path = f"applicant.contact.{key}"

    assert told(report({path: written})) == ([warning("IDN003", path)] if fails else [])
