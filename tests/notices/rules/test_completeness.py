"""What must be filled, and which kind of nothing is a gap."""

from typing import Any

import pytest

from tests.notices.filings import A_REGION, AN_INDUSTRY, Told, asks, error, report, told


@pytest.mark.parametrize(
    ("overlay", "expected"),
    [
        pytest.param({"applicant.address": ""}, [error("REQ001", "applicant.address")], id="blank"),
        pytest.param(
            {"applicant.contact.title": "/"}, [asks("REQ001", "applicant.contact.title")], id="none"
        ),
        pytest.param(
            {"applicant.contact.title": None}, [asks("REQ001", "applicant.contact.title")], id="absent"
        ),
        pytest.param(
            {"cover.platform_category": "综合"}, [asks("REQ001", "cover.platform_category")], id="unreadable"
        ),
        pytest.param({"applicant.contact.fax": ""}, [], id="optional blank"),
        pytest.param({"applicant.contact.fax": None}, [], id="optional absent"),
        pytest.param({"platform.indicators.standards_and_projects": "0"}, [], id="a written 0 is filled"),
        pytest.param(
            {"platform.industry_count": ""}, [error("REQ001", "platform.industry_count")], id="count blank"
        ),
        pytest.param(
            {
                "applicant.profile": "",
                "applicant.profile_introduction": "",
                "applicant.profile_competence": "",
            },
            [error("REQ001", "applicant.profile")],
            id="the whole profile blank is one gap",
        ),
        pytest.param(
            {"applicant.profile_competence": ""},
            [error("REQ001", "applicant.profile_competence")],
            id="half blank",
        ),
        pytest.param(
            {"platform.build_status": "□已建成 □在建 □拟建"},
            [error("REQ001", "platform.build_status")],
            id="no tick",
        ),
        pytest.param(
            {"platform.build_status": "☑已建成 ☑在建 □拟建"},
            [error("SEL001", "platform.build_status")],
            id="two ticks are not a blank as well",
        ),
        pytest.param(
            {"cover.filed_on": "年  月  日"}, [error("REQ001", "cover.filed_on")], id="the form's own words"
        ),
    ],
)
def test_what_every_platform_must_fill(overlay: dict[str, Any], expected: Told) -> None:
    assert told(report(overlay)) == expected


SERVICES = ("services.industry", "services.domain", "services.regional")


@pytest.mark.parametrize(
    ("overlay", "expected"),
    [
        pytest.param(A_REGION, [], id="a regional platform"),
        pytest.param(
            {**A_REGION, "services.industry": "", "services.domain": ""}, [], id="regional without the others"
        ),
        pytest.param(
            {**A_REGION, "services.regional": ""}, [error("REQ002", "services.regional")], id="regional blank"
        ),
        pytest.param(AN_INDUSTRY, [], id="an industry platform"),
        pytest.param(
            {
                **AN_INDUSTRY,
                "platform.indicators.service_cities": "",
                "platform.indicators.service_parks": "",
            },
            [],
            id="an industry platform needs no region",
        ),
        pytest.param(
            {**AN_INDUSTRY, "services.industry": "", "services.domain": "无"},
            [error("REQ002", "services.industry"), asks("REQ002", "services.domain")],
            id="one finding a field",
        ),
        pytest.param(
            {"platform.indicators.service_cities": "", "platform.indicators.service_parks": "3"},
            [],
            id="only parks",
        ),
        pytest.param(
            {"platform.indicators.service_cities": "", "platform.indicators.service_parks": ""},
            [error("REQ002", "platform.indicators.service_cities")],
            id="neither",
        ),
        pytest.param(
            {"platform.indicators.service_cities": "无", "platform.indicators.service_parks": ""},
            [asks("REQ002", "platform.indicators.service_cities")],
            id="none",
        ),
        pytest.param(
            {"platform.indicators.service_cities": "3-5", "platform.indicators.service_parks": ""},
            [error("NUM001", "platform.indicators.service_cities")],
            id="a range is not a gap as well",
        ),
        pytest.param(
            {"platform.indicators.service_contract_amount": ""},
            [error("REQ002", "platform.indicators.service_contract_amount")],
            id="(16)",
        ),
    ],
)
def test_what_a_category_must_fill(overlay: dict[str, Any], expected: Told) -> None:
    assert told(report(overlay)) == expected


@pytest.mark.parametrize(
    "category", ["", None, "☑跨行业跨领域工业互联网平台 ☑区域工业互联网平台 □行业工业互联网平台"]
)
def test_without_a_category_its_rules_are_not_run(category: str | None) -> None:
    found = report({"platform.category": category, "services.industry": ""})

    assert {"REQ002", "SEL003", "SEL004", "SEL005", "CON003"} <= set(found.rules_not_run)
    assert [each.rule for each in found.findings] == (["SEL001"] if category else ["REQ001"])


NODE = tuple(
    f"platform.indicators.{name}"
    for name in ("identifiers_registered", "identifiers_resolved", "identifier_enterprises")
)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        pytest.param(("", "", ""), [], id="all blank"),
        pytest.param(("无", "无", "无"), [], id="all none"),
        pytest.param(("无", "", "/"), [], id="blank or none"),
        pytest.param(("12", "30", "5"), [], id="all filled"),
        pytest.param(("12", "0", "5"), [], id="0 is filled"),
        pytest.param(("12", "", ""), [error("REQ003", *NODE[1:])], id="two blank"),
        pytest.param(("12", "", "无"), [error("REQ003", *NODE[1:])], id="one blank, one none"),
        pytest.param(("12", "30", "无"), [asks("REQ003", NODE[2])], id="one none"),
        pytest.param(("12", "30", "若干"), [error("NUM001", NODE[2])], id="unreadable is not blank"),
    ],
)
def test_identifier_figures_are_all_or_none(written: tuple[str, ...], expected: Told) -> None:
    assert told(report(dict(zip(NODE, written, strict=True)))) == expected


@pytest.mark.parametrize(
    ("overlay", "applicant", "reviewer"),
    [
        ({"cover.recommender": ""}, ("info", "fail"), ("error", "fail")),
        ({"applicant.recommendation_date": "年  月  日"}, ("info", "fail"), ("error", "fail")),
        ({"cover.recommender": None}, ("info", "review"), ("error", "review")),
    ],
)
def test_what_the_bureau_fills_in_is_advice_to_the_applicant(
    overlay: dict[str, Any], applicant: tuple[str, str], reviewer: tuple[str, str]
) -> None:
    [path] = overlay

    assert told(report(overlay)) == [("REQ004", (path,), *applicant)]
    assert told(report(overlay, view="reviewer")) == [("REQ004", (path,), *reviewer)]
