"""Where each rule draws its line: what just holds, and what just doesn't."""

from datetime import date
from typing import Any

import pytest

from tests.notices.filings import report, told

CROSS = "☑跨行业跨领域工业互联网平台 □区域工业互联网平台 □行业工业互联网平台"
REGIONAL = "□跨行业跨领域工业互联网平台 ☑区域工业互联网平台 □行业工业互联网平台"
INDUSTRY = "□跨行业跨领域工业互联网平台 □区域工业互联网平台 ☑行业工业互联网平台"
ONE_INDUSTRY = {
    "platform.industry_count": "1",
    "platform.industries": "☑钢铁 □石化 □建材 □工程机械 □其他（请注明）",
}
A_REGION = {
    "cover.platform_category": "区域",
    "platform.category": REGIONAL,
    "services.regional": "服务全市企业260家。",
}
AN_INDUSTRY = {"cover.platform_category": "行业", "platform.category": INDUSTRY, **ONE_INDUSTRY}

Told = list[tuple[str, tuple[str, ...], str, str]]


def error(rule: str, *fields: str) -> tuple[str, tuple[str, ...], str, str]:
    return rule, fields, "error", "fail"


def asks(rule: str, *fields: str) -> tuple[str, tuple[str, ...], str, str]:
    return rule, fields, "error", "review"


def warning(rule: str, *fields: str) -> tuple[str, tuple[str, ...], str, str]:
    return rule, fields, "warning", "fail"


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
        pytest.param({"platform.indicators.protocols": "0"}, [], id="a written 0 is filled"),
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


@pytest.mark.parametrize(
    ("overlay", "expected"),
    [
        pytest.param(
            {"platform.industry_count": "4"},
            [error("SEL002", "platform.industry_count")],
            id="count too high",
        ),
        pytest.param({"platform.domain_count": "二"}, [], id="count in Chinese"),
        pytest.param(
            {"platform.industry_count": "2", "platform.industries": "☑钢铁 ☑建材"},
            [],
            id="a cross platform with two",
        ),
        pytest.param(ONE_INDUSTRY, [error("SEL003", "platform.industries")], id="a cross platform with one"),
        pytest.param({**A_REGION, **ONE_INDUSTRY}, [], id="a regional platform with one"),
        pytest.param(
            {"cover.platform_category": "行业", "platform.category": INDUSTRY},
            [error("SEL004", "platform.industries")],
            id="an industry platform with three",
        ),
        pytest.param(
            {"platform.domain_count": "1", "platform.domains": "☑安全生产 □个性化定制"},
            [error("SEL005", "platform.domains")],
            id="a cross platform with one domain",
        ),
        pytest.param(
            {**AN_INDUSTRY, "platform.domain_count": "1", "platform.domains": "☑安全生产 □个性化定制"},
            [],
            id="an industry platform with one domain",
        ),
        pytest.param(
            {"platform.industries": "□钢铁 □石化 □建材"},
            [error("REQ001", "platform.industries")],
            id="no industry at all",
        ),
        pytest.param(
            {"platform.build_mode": "☑自建 ☑合作共建"},
            [error("SEL001", "platform.build_mode")],
            id="no partner asked of two",
        ),
        pytest.param(
            {"platform.build_mode": "□自建 ☑合作共建"},
            [error("SEL006", "platform.build_partners")],
            id="no partner named",
        ),
        pytest.param(
            {"platform.industry_count": "2", "platform.industries": "☑钢铁 ☑其他（请注明）"},
            [error("SEL006", "platform.industry_other")],
            id="其他 among others",
        ),
        pytest.param(
            {
                "platform.industry_count": "2",
                "platform.industries": "☑钢铁 ☑其他（请注明）矿山",
                "platform.industry_other": "矿山",
            },
            [],
            id="其他 explained",
        ),
        pytest.param(
            {"capability.cloud_type": "□公有云 □私有云 □混合云 ☑其他______架构"},
            [],
            id="no line to explain on",
        ),
    ],
)
def test_ticks(overlay: dict[str, Any], expected: Told) -> None:
    assert told(report(overlay)) == expected


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


PROFILE = "（一）申报单位情况介绍\n{}\n（二）申报单位核心竞争力介绍\n{}"


@pytest.mark.parametrize(
    ("path", "text", "fails"),
    [
        ("next_plan", "字" * 1000, False),
        ("next_plan", "字" * 1001, True),
        ("cases", "字" * 1499 + "。", False),
        ("cases", "字" * 1500 + "。", True),
        ("cases", "字" * 1499 + "Transmission123", False),
        ("cases", "字 " * 1500, False),
        ("applicant.profile", PROFILE.format("字" * 1000, "字" * 500), False),
        ("applicant.profile", PROFILE.format("字" * 1000, "字" * 501), True),
        (
            "applicant.profile",
            "（一）申报单位情况介绍：" + "字" * 1000 + "\n核心竞争力\n" + "字" * 500,
            False,
        ),
        ("capability.saas", "字" * 3000, False),
    ],
)
def test_the_limit_itself_is_within_the_limit(path: str, text: str, fails: bool) -> None:
    assert told(report({path: text})) == ([error("LEN001", path)] if fails else [])


@pytest.mark.parametrize(
    ("customers", "expected"),
    [
        ("燕北重工装备有限公司\n滦川水泥有限公司\n沧海管业股份有限公司", []),
        ("燕北重工装备有限公司；滦川水泥有限公司", ["LST001"]),
        ("1.燕北重工装备有限公司 2.滦川水泥有限公司 3.燕北重工装备有限公司", ["LST001"]),
        ("", ["REQ001"]),
    ],
)
def test_typical_customers(customers: str, expected: list[str]) -> None:
    assert [each.rule for each in report({"platform.typical_customers": customers}).findings] == expected


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


@pytest.mark.parametrize(
    ("path", "written"),
    [
        ("platform.builder", "XX有限公司"),
        ("platform.builder", "××有限公司"),
        ("platform.builder", "ＸＸＸ公司"),
        ("platform.builder", "某某科技有限公司"),
        ("platform.builder", "○○科技有限公司"),
        ("platform.builder", "**科技有限公司"),
        ("applicant.contact.name", "待定"),
        ("applicant.contact.name", "TBD"),
        ("applicant.address", "（填写）"),
        ("applicant.address", "河北省XX市XX区"),
        ("platform.indicators.protocols", "待补充"),
        ("platform.indicators.protocols", "XX"),
        ("platform.investment", "待补充万元"),
        ("platform.investment", "约3000（待定）"),
        ("platform.typical_customers", "XX公司、XX公司、XX公司"),
        ("capability.paas", "平台沉淀模型XXX个，服务企业500家。"),
        ("capability.paas", "平台沉淀模型（待补充）个。"),
        ("capability.paas", "此处填写平台层能力。"),
        ("capability.paas", "【请插入架构图】"),
        ("capability.paas", "TODO：找研发部要数据"),
        ("capability.paas", "平台沉淀模型215个。\n待补充\n服务企业500家。"),
        ("capability.paas", "Lorem ipsum dolor sit amet."),
        ("services.solutions", "待补充"),
        ("next_plan", "包含但不限于技术创新、产品升级、产业合作、商业模式拓展等。"),
        ("cover.platform_name", "XX工业互联网平台"),
        ("applicant.organization_code", "XXXXXXXXXXXXXXXXXX"),
        ("applicant.contact.mobile", "待补充"),
        ("applicant.profile_introduction", "公司成立于XX年。"),
    ],
)
def test_a_leftover_is_the_only_error(path: str, written: str) -> None:
    assert told(report({path: written})) == [error("TXT002", path)]


def test_a_leftover_in_a_half_of_the_profile_is_told_once() -> None:
    half = "公司成立于XX年。"
    overlay = {
        "applicant.profile_introduction": half,
        "applicant.profile": PROFILE.format(half, "研发人员126人。"),
    }

    assert told(report(overlay)) == [error("TXT002", "applicant.profile_introduction")]


@pytest.mark.parametrize(
    "written",
    [
        "选用MAXX-200型网关和XXL防护服，尺寸3×4米，接口返回5XX错误时自动重试。",
        "在某钢铁企业和某装备制造企业应用。",
        "能力有待补充完善，模型待补充的物料由系统提示。",
        "订单状态分为待确认、待完善、已完成三类。",
        "二〇〇八年启动，二○一○年验收。",
        "联系人手机号以138****1234脱敏显示。",
        "支持DN-XX系列和XX-200系列管件。",
        "实现了待定点检的自动派单。",
        "员工在手机上填写点检记录，请填写完整后提交。",
        "内置Todo清单与TODO列表组件。",
        "（补充说明：数据截至十月底。）",
        "系统自动汇总待填报表单，待完善档案逐条提醒。",
        "示例说明\n下图为示例，流程从略。",
        "详细介绍平台边缘层能力，包括但不限于兼容协议情况、数据预处理情况、\n自研网关两款，内置62种协议。",
    ],
)
def test_everyday_words_are_no_leftovers(written: str) -> None:
    assert told(report({"capability.edge": written})) == []


@pytest.mark.parametrize(
    ("honors", "fails"),
    [
        ("", False),
        ("无", False),
        ("1.河北省工业互联网标杆企业，省级，2020年", False),
        ("1.工业互联网标杆企业，2020年", True),
        ("1.工业互联网标杆企业，省级", True),
    ],
)
def test_honors_are_told_in_full(honors: str, fails: bool) -> None:
    expected = [warning("LST003", "applicant.honors")] if fails else []

    assert told(report({"applicant.honors": honors})) == expected
