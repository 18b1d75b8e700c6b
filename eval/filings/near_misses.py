"""Filings at the very edge of a rule, on the right side of it."""

from __future__ import annotations

from typing import Final

from eval.filings import mutations as do
from eval.filings.mutant import NearMiss
from eval.filings.mutations import CROSS, INDUSTRY, REGIONAL

_I: Final = "platform.indicators."
_C: Final = "applicant.contact."


__all__ = ["NEAR_MISSES"]

NEAR_MISSES: Final[tuple[NearMiss, ...]] = (
    NearMiss("profile of exactly 1500", "LEN001", CROSS, do.long_profile(1500)),
    NearMiss("cases of exactly 1500", "LEN001", REGIONAL, do.long("cases", 1500)),
    NearMiss("plan of exactly 1000", "LEN001", INDUSTRY, do.long("next_plan", 1000)),
    *(
        NearMiss(f"{name} off by half a percent", "SUM001", CROSS, do.total_off(name, 0.005))
        for name in ("rnd", "revenue", "cost")
    ),
    NearMiss("return off by 0.9 points", "SUM002", CROSS, lambda truth: do.with_roi(truth, 0.9)),
    NearMiss("(15) with parks only", "REQ002", CROSS, do.parks(None, 4)),
    NearMiss("(15) with cities only", "REQ002", REGIONAL, do.parks(3, None)),
    NearMiss("(15) blank in an industry filing", "REQ002", INDUSTRY, do.parks(None, None)),
    NearMiss(
        "regional filing without industry service",
        "REQ002",
        REGIONAL,
        do.blank("services.industry", "services.domain"),
    ),
    NearMiss("industry filing without regional service", "REQ002", INDUSTRY, do.blank("services.regional")),
    NearMiss("(17) to (19) all blank", "REQ003", CROSS, do.node(None)),
    NearMiss("(17) to (19) all filled", "REQ003", CROSS, do.node(36)),
    NearMiss("no fax", "REQ001", CROSS, do.blank(_C + "fax")),
    NearMiss("no honours", "REQ001", INDUSTRY, do.blank("applicant.honors")),
    NearMiss(
        "a written zero",
        "REQ001",
        CROSS,
        do.fill({_I + "third_party_developers": 0, _I + "standards_and_projects": 0}),
    ),
    NearMiss("exactly two industries", "SEL003", CROSS, do.ticks("platform.industries", ("石化", "轻工"))),
    NearMiss(
        "exactly two domains", "SEL005", CROSS, do.ticks("platform.domains", ("安全生产", "个性化定制"))
    ),
    NearMiss(
        "other industry named",
        "SEL006",
        CROSS,
        do.ticks("platform.industries", ("石化", "其他"), other="冶金装备"),
    ),
    NearMiss(
        "one domain in an industry filing", "SEL005", INDUSTRY, do.ticks("platform.domains", ("安全生产",))
    ),
    NearMiss("a loss", "NUM001", CROSS, do.profit(-438.6)),
    NearMiss("a count of zero", "NUM001", REGIONAL, do.fill({_I + "third_party_developers": 0})),
    NearMiss(
        "full width with a separator",
        "NUM001",
        CROSS,
        do.written(_I + "connected_devices", "１，２００", 1200),
    ),
    NearMiss("exactly 10 000 yuan", "NUM002", INDUSTRY, do.year("rnd", 2019, 10_000)),
    NearMiss(
        "5000万元 in a field of 万元",
        "NUM002",
        CROSS,
        do.written("applicant.registered_capital", "5000万元", 5000),
    ),
    NearMiss("台 for 台/套", "NUM002", CROSS, do.written(_I + "connected_devices", "1200台", 1200)),
    NearMiss("filed on the last day", "DAT001", CROSS, do.fill({"cover.filed_on": "2022-11-25"})),
    NearMiss("filed on the notice's day", "DAT001", CROSS, do.fill({"cover.filed_on": "2022-11-07"})),
    NearMiss(
        "pledged after filing",
        "DAT002",
        REGIONAL,
        do.fill({"cover.filed_on": "2022-11-15", "applicant.pledge_date": "2022-11-22"}),
    ),
    NearMiss("pledged on the last day", "DAT002", REGIONAL, do.fill({"applicant.pledge_date": "2022-11-25"})),
    NearMiss(
        "founded in a leap year's February", "DAT002", CROSS, do.fill({"applicant.founded_on": "2016-02-29"})
    ),
    NearMiss(
        "exactly three customers",
        "LST001",
        CROSS,
        do.fill(
            {
                "platform.typical_customers": [
                    "唐山恒岳管业有限公司",
                    "邢台九域轴承有限公司",
                    "保定禾工电缆有限公司",
                ]
            }
        ),
    ),
    NearMiss("exactly three solutions", "LST002", REGIONAL, do.three_solutions),
    NearMiss("honours complete, one by year", "LST003", CROSS, do.honor()),
    NearMiss("nine characters with a hyphen", "IDN001", CROSS, do.nine_characters),
    NearMiss(
        "registered in 河北, address elsewhere", "IDN002", REGIONAL, do.elsewhere(code=False, address=True)
    ),
    NearMiss(
        "registered elsewhere, address in 河北", "IDN002", REGIONAL, do.elsewhere(code=True, address=False)
    ),
    NearMiss("a mobile number in the phone's place", "IDN003", CROSS, do.fill({_C + "phone": "13900001234"})),
    NearMiss(
        "双跨 on the cover",
        "CON003",
        CROSS,
        lambda truth: truth.changed(written={"cover.platform_category": "双跨"}),
    ),
    NearMiss(
        "blanks in the cover's name",
        "CON002",
        CROSS,
        lambda truth: truth.changed(written={"cover.applicant": "　".join(truth.company.name)}),
    ),
)
