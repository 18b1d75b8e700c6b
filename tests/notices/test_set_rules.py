"""The rules over a set: pages whose examples hold, and what is just in or just out (SET001-SET004)."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

import pytest
import yaml

from extractors.form import Evidence
from extractors.rules import Finding
from extractors.sets import Member, SetRule, check_set, member_of, member_of_result
from notices.hebei_2022_719.cities import CITIES, city_of
from notices.hebei_2022_719.form import SPEC
from notices.hebei_2022_719.rules import SET_RULES
from notices.hebei_2022_719.rules.sets import owner_of
from notices.hebei_2022_719.text import notice_text
from tests.notices.filings import filing

EVERY_RULE = pytest.mark.parametrize("rule", SET_RULES.values(), ids=list(SET_RULES))
SEVERITIES = {"SET001": "error", "SET002": "error", "SET003": "warning", "SET004": "warning"}
_BLOCK = re.compile(r"```yaml\n(.*?)```", re.DOTALL)
DEVICES = "platform.indicators.connected_devices"

Values = Mapping[str, Any]


def member(number: int, values: Values) -> Member:
    written = {
        path: each["repeat"] * each["times"] if isinstance(each, dict) else each
        for path, each in values.items()
    }
    evidence = {
        path: (Evidence("申报书.docx", f"表 1 行 {number}", str(each)),) for path, each in written.items()
    }
    return Member(f"{number}/申报书.docx", written, evidence)


def told(values: Sequence[Values], code: str = "") -> list[list[Finding]]:
    """What each of the filings is told, by one rule or all."""
    report = check_set(
        (member(n, each) for n, each in enumerate(values)), spec=SPEC, rules=SET_RULES, owner=owner_of
    )
    return [[each for each in one if not code or each.rule == code] for one in report.findings]


def codes(values: Sequence[Values]) -> list[list[str]]:
    return [[each.rule for each in one] for one in told(values)]


def examples(heading: str) -> list[Any]:
    found = []
    for code, rule in SET_RULES.items():
        _, _, rest = rule.page.partition(f"## {heading}\n")
        blocks = _BLOCK.findall(rest.partition("\n## ")[0])
        found += [pytest.param(rule, yaml.safe_load(each), id=f"{code}-{n}") for n, each in enumerate(blocks)]
    return found


@pytest.mark.parametrize(("rule", "values"), examples("反例"))
def test_a_bad_example_yields_its_rule_and_no_other(rule: SetRule, values: list[Values]) -> None:
    found = {each for one in codes(values) for each in one}

    assert found == {rule.code}


@pytest.mark.parametrize(("rule", "values"), examples("正例"))
def test_a_good_example_yields_nothing(rule: SetRule, values: list[Values]) -> None:
    assert codes(values) == [[] for _ in values]


@EVERY_RULE
def test_severity_clause_and_page_are_in_order(rule: SetRule) -> None:
    assert rule.severity == SEVERITIES[rule.code]
    assert notice_text().locate(rule.quote, within=rule.clause) is not None
    assert "".join(rule.quote.split()) in "".join(rule.page.split())
    assert re.findall(r"^## (.+)$", rule.page, re.MULTILINE) == ["为什么", "反例", "正例"]


@pytest.mark.parametrize(("rule", "values"), examples("反例"))
def test_messages_are_whole_sentences_with_a_place(rule: SetRule, values: list[Values]) -> None:
    for each in (finding for one in told(values) for finding in one):
        assert each.message.endswith("。")
        assert each.fix.endswith("。")
        assert "{" not in each.message + each.fix
        assert each.evidence


def of(city: str, category: str, number: int, **more: str) -> dict[str, Any]:
    return {
        "cover.recommender": f"{city}市工业和信息化局",
        "platform.category": category,
        "platform.name": f"第{number}平台",
        "applicant.name": f"第{number}公司",
        **more,
    }


@pytest.mark.parametrize(
    ("category", "count", "over"),
    [
        ("跨行业跨领域", 1, False),
        ("跨行业跨领域", 2, True),
        ("区域", 2, True),
        ("行业", 3, False),
        ("行业", 4, True),
    ],
)
def test_a_city_has_its_quota(category: str, count: int, over: bool) -> None:
    found = codes([of("唐山", category, n) for n in range(count)])

    assert found == [["SET001"] if over else []] * count


def test_a_platform_filed_again_does_not_use_up_the_quota() -> None:
    twice = [of("唐山", "区域", 1), of("唐山", "区域", 1)]

    assert codes(twice) == [["SET002"], ["SET002"]]


@pytest.mark.parametrize(
    ("recommender", "address", "code", "city"),
    [
        ("邯郸市工业和信息化局", "唐山市路北区1号", "91130200MA00000000", "邯郸"),
        (None, "河北省唐山市路北区1号", "91130400MA00000000", "唐山"),
        ("河北省工业和信息化厅", "唐山市路北区1号", None, "唐山"),
        (None, "长江大道88号", "91130108MA0R7T4K88", "石家庄"),
        (None, None, "91130682MA00000000", "定州"),
        (None, None, "91133100MA00000000", "雄安新区"),
        (None, "河北省保定市定州市工业路2号", None, "定州"),
        (None, "河北省石家庄市辛集市建设街3号", None, "辛集"),
        (None, "保定市容城县奥威路", None, "雄安新区"),
        (None, "石家庄市唐山路5号", None, "石家庄"),
        ("雄安新区改革发展局", None, None, "雄安新区"),
        (None, "创新路8号", "MA0R7T4K8", ""),
        (None, None, None, ""),
    ],
)
def test_the_city_of_a_filing(
    recommender: str | None, address: str | None, code: str | None, city: str
) -> None:
    assert city_of(recommender=recommender, address=address, code=code) == city


def test_the_cities_are_the_eleven_and_those_that_the_notice_addresses() -> None:
    assert len(CITIES) == 14


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ({"applicant.name": "甲公司"}, {"applicant.name": "甲公司"}, True),
        ({"applicant.name": "甲公司"}, {"applicant.name": "甲 公 司"}, True),
        (
            {"applicant.name": "甲公司", "applicant.organization_code": "91130108MA0R7T4K88"},
            {"applicant.name": "甲股份公司", "applicant.organization_code": "91130108MA0R7T4K88"},
            True,
        ),
        ({"applicant.name": "甲公司"}, {"applicant.name": "乙公司"}, False),
        ({}, {}, False),
    ],
)
def test_the_same_platform_of_the_same_applicant_is_filed_twice(
    first: Values, second: Values, same: bool
) -> None:
    found = codes([{"platform.name": "砺云平台", **first}, {"platform.name": "砺云平台", **second}])

    assert found == [["SET002"] if same else []] * 2


PASSAGE = "".join(chr(0x4E00 + (n * 7919) % 6000) for n in range(400))
OTHER = "".join(chr(0x4E00 + (n * 104729) % 6000) for n in range(400))


@pytest.mark.parametrize(("length", "shared"), [(149, False), (150, True), (300, True)])
def test_a_passage_is_told_from_150_characters_on(length: int, shared: bool) -> None:
    one = {"applicant.name": "甲公司", "cases": OTHER[:90] + PASSAGE[:length]}
    other = {"applicant.name": "乙公司", "next_plan": f"（一）{PASSAGE[:60]}\n  {PASSAGE[60:length]}"}
    found = told([one, other], "SET003")

    fields = [("cases", "next_plan"), ("next_plan", "cases")]
    assert [[each.fields for each in one] for one in found] == (
        [[each] for each in fields] if shared else [[], []]
    )


def test_a_passage_of_one_applicant_may_stand_in_both_of_its_filings() -> None:
    filed = {"applicant.organization_code": "91130108MA0R7T4K88", "cases": PASSAGE}

    assert told([filed | {"applicant.name": "甲公司"}, filed | {"applicant.name": "甲 公司"}], "SET003") == [
        [],
        [],
    ]


def test_the_forms_own_words_are_no_shared_passage() -> None:
    hint = max(SPEC.printed, key=len)
    filed = {"capability.edge": f"{hint}\n{PASSAGE[:100]}"}

    assert len(hint) + 100 >= 150
    assert told([{"applicant.name": name, **filed} for name in ("甲公司", "乙公司")], "SET003") == [[], []]


def test_a_finding_names_the_filing_that_shares_most_and_counts_the_others() -> None:
    cases = (PASSAGE[:160], PASSAGE[:300], PASSAGE)
    found = told([{"applicant.name": f"第{n}公司", "cases": each} for n, each in enumerate(cases)], "SET003")

    assert [re.findall(r"连续 (\d+) 字", each.message) for one in found for each in one] == [
        ["160"],
        ["300"],
        ["300"],
    ]
    assert all("另有 1 份也有相同的文字" in one[0].message for one in found)


def devices(*values: float, category: str = "行业") -> list[dict[str, Any]]:
    return [{DEVICES: value, "platform.category": category, "applicant.address": "邢台"} for value in values]


@pytest.mark.parametrize(
    ("values", "outlying"),
    [
        (devices(900, 1200, 1500, 2000, 1500 * 20), [4]),
        (devices(900, 1200, 1500, 2000, 1500 * 19), []),
        (devices(900, 1200, 1500, 2000, 1200 / 21), [4]),
        (devices(900, 1200, 1500, 0), []),
        (devices(900, 1200, 1500, 2000, 0), []),
        (devices(900, 1200, 1500, 1500 * 100), []),
        (devices(3, 40, 500, 6000, 90000), []),
        (devices(10, 10, 10, 10, 10, 900), [5]),
        (devices(10, 11, 12, 13, 14) + devices(900, 1000, 1100, 1200, 1300, category="区域"), []),
        (devices(10, 11, 12, 13, 14) + devices(9000, 9100, category="区域"), [5, 6]),
    ],
)
def test_an_indicator_far_from_the_others_is_told(values: list[Values], outlying: list[int]) -> None:
    found = told(values, "SET004")

    assert [n for n, one in enumerate(found) if one] == outlying
    assert all(each.fields == (DEVICES,) for one in found for each in one)


def test_where_there_is_too_little_a_rule_says_so() -> None:
    report = check_set((), spec=SPEC, rules=SET_RULES)

    assert set(report.rules_not_run) == {"SET001", "SET004"}
    assert report.rules_run == ("SET002", "SET003")


def test_rules_are_switched_off_and_down() -> None:
    twice = [member(n, of("唐山", "区域", 1)) for n in range(2)]
    report = check_set(twice, spec=SPEC, rules=SET_RULES, adjusted={"SET001": "off", "SET002": "info"})

    assert [[(each.rule, each.severity) for each in one] for one in report.findings] == [
        [("SET002", "info")]
    ] * 2
    assert "SET001" in report.rules_not_run


def test_a_form_and_what_was_printed_of_it_make_the_same_member() -> None:
    from extractors.result import extraction

    form = filing()
    one, other = member_of(form, name="一"), member_of_result(extraction(form), SPEC, name="一")
    paths = ("platform.name", "cases", DEVICES)

    assert [one.values[path] for path in paths] == [other.values[path] for path in paths]
    assert [tuple(one.evidence[path]) for path in paths] == [tuple(other.evidence[path]) for path in paths]
