"""Ticks: how many, and what they ask to be added."""

from typing import Any

import pytest

from tests.notices.filings import A_REGION, AN_INDUSTRY, INDUSTRY, ONE_INDUSTRY, Told, error, report, told


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
