"""Answers that are there and wrong: numbers, sums, lengths, lists, contradictions, dates, identity, leftovers."""

from __future__ import annotations

from typing import Final

from eval.filings import mutations as do
from eval.filings.mutant import Mutant, one
from eval.filings.mutations import CROSS, INDUSTRY, REGIONAL

_I: Final = "platform.indicators."
_S: Final = "sustainability."
_C: Final = "applicant.contact."


FAULTS: Final[dict[str, list[Mutant]]] = {
    "NUM001": [
        one("a negative count", CROSS, do.written(_I + "protocols", "-5", -5), "NUM001", _I + "protocols"),
        one(
            "half an app",
            REGIONAL,
            do.unreadable(_I + "industrial_apps", "12.5"),
            "NUM001",
            _I + "industrial_apps",
        ),
        one(
            "a range",
            INDUSTRY,
            do.unreadable(_I + "connected_devices", "1000-1200"),
            "NUM001",
            _I + "connected_devices",
        ),
        one(
            "a word for a number",
            CROSS,
            do.unreadable("applicant.registered_capital", "详见营业执照"),
            "NUM001",
            "applicant.registered_capital",
        ),
        one(
            "a negative sum",
            CROSS,
            do.written(_I + "service_contract_amount", "-300", -300),
            "NUM001",
            _I + "service_contract_amount",
        ),
    ],
    "NUM002": [
        one(
            "capital in 亿元",
            CROSS,
            do.written("applicant.registered_capital", "1.2亿元", 12_000),
            "NUM002",
            "applicant.registered_capital",
            "warning",
        ),
        one(
            "contracts in 元",
            REGIONAL,
            do.written(_I + "service_contract_amount", "3000000元", 300),
            "NUM002",
            _I + "service_contract_amount",
            "warning",
        ),
        one(
            "R&D in 万元 by mistake",
            INDUSTRY,
            do.year("rnd", 2019, 320),
            "NUM002",
            _S + "rnd_2019",
            "warning",
        ),
        one(
            "capital in 元 by mistake",
            CROSS,
            do.fill({"applicant.registered_capital": 200_000_000}),
            "NUM002",
            "applicant.registered_capital",
            "warning",
        ),
    ],
    "SUM001": [
        one(f"{name} does not add up", CROSS, do.total_off(name, share), "SUM001", f"{_S}{name}_total")
        for name, share in (("rnd", 0.05), ("revenue", -0.03), ("cost", 0.015))
    ],
    "SUM002": [
        one(
            "return too high",
            CROSS,
            lambda truth: do.with_roi(truth, 5),
            "SUM002",
            _S + "roi_percent",
            "warning",
        ),
        one(
            "return too low",
            INDUSTRY,
            lambda truth: do.with_roi(truth, -1.5),
            "SUM002",
            _S + "roi_percent",
            "warning",
        ),
    ],
    "LEN001": [
        one("profile of 1501", CROSS, do.long_profile(1501), "LEN001", "applicant.profile"),
        one("cases of 1501", REGIONAL, do.long("cases", 1501), "LEN001", "cases"),
        one("plan of 1001", INDUSTRY, do.long("next_plan", 1001), "LEN001", "next_plan"),
    ],
    "LST001": [
        one(
            "two customers",
            CROSS,
            do.fill({"platform.typical_customers": ["唐山恒岳管业有限公司", "邢台九域轴承有限公司"]}),
            "LST001",
            "platform.typical_customers",
        ),
    ],
    "LST002": [one("two solutions described", REGIONAL, do.few_solutions, "LST002", "services.solutions")],
    "LST003": [
        one(
            "an honour without a date",
            CROSS,
            do.honor(obtained_on=None),
            "LST003",
            "applicant.honors",
            "warning",
        ),
        one(
            "an honour without a level",
            INDUSTRY,
            do.honor(level=None),
            "LST003",
            "applicant.honors",
            "warning",
        ),
    ],
    "LST004": [
        one(
            "no solution for carbon",
            CROSS,
            do.no_dual_carbon,
            "LST004",
            "contribution.dual_chain_dual_carbon",
            "warning",
        )
    ],
    "CON001": [
        one(
            "another name on the cover",
            CROSS,
            do.renamed("cover.platform_name", "2.0"),
            "CON001",
            "platform.name",
        )
    ],
    "CON002": [
        one(
            "another applicant on the cover",
            REGIONAL,
            do.renamed("cover.applicant", "唐山分公司"),
            "CON002",
            "applicant.name",
        )
    ],
    "CON003": [one("another category on the cover", CROSS, do.other_category, "CON003", "platform.category")],
    "CON004": [
        one(
            "another builder",
            INDUSTRY,
            do.fill({"platform.builder": "廊坊正弘软件有限公司"}),
            "CON004",
            "platform.builder",
            "warning",
        )
    ],
    "DAT001": [
        one("filed late", CROSS, do.fill({"cover.filed_on": "2022-11-28"}), "DAT001", "cover.filed_on"),
        one(
            "filed before the notice",
            REGIONAL,
            do.fill({"cover.filed_on": "2022-11-03"}),
            "DAT001",
            "cover.filed_on",
            "warning",
        ),
    ],
    "DAT002": [
        one(
            "founded after filing",
            CROSS,
            do.fill({"applicant.founded_on": "2023-05-01"}),
            "DAT002",
            "applicant.founded_on",
        ),
        one(
            "pledged after the deadline",
            REGIONAL,
            do.fill({"applicant.pledge_date": "2022-12-05"}),
            "DAT002",
            "applicant.pledge_date",
        ),
        one(
            "no such day",
            INDUSTRY,
            do.unreadable("applicant.founded_on", "2018年2月30日"),
            "DAT002",
            "applicant.founded_on",
        ),
        one(
            "no such month",
            INDUSTRY,
            do.unreadable("applicant.founded_on", "2018年13月"),
            "DAT002",
            "applicant.founded_on",
        ),
    ],
    "IDN001": [
        one("wrong check character", CROSS, do.wrong_code, "IDN001", "applicant.organization_code"),
    ],
    "IDN002": [
        one(
            "neither code nor address in 河北",
            REGIONAL,
            do.elsewhere(code=True, address=True),
            "IDN002",
            "applicant.address",
            "warning",
        )
    ],
    "IDN003": [
        one("ten digits", CROSS, do.fill({_C + "mobile": "1390000123"}), "IDN003", _C + "mobile", "warning"),
        one(
            "a short telephone number",
            REGIONAL,
            do.fill({_C + "phone": "12345"}),
            "IDN003",
            _C + "phone",
            "warning",
        ),
        one(
            "no at sign",
            INDUSTRY,
            do.fill({_C + "email": "shenbao.example.com"}),
            "IDN003",
            _C + "email",
            "warning",
        ),
    ],
    "TXT002": [
        one("XX for a job", CROSS, do.fill({_C + "title": "XX"}), "TXT002", _C + "title"),
        one(
            "XXXX for a period",
            REGIONAL,
            do.fill({"platform.built_period": "XXXX年XX月"}),
            "TXT002",
            "platform.built_period",
        ),
        one(
            "待补充",
            INDUSTRY,
            lambda truth: truth.changed(prose={"capability.security": ("待补充",)}),
            "TXT002",
            "capability.security",
        ),
        one(
            "TODO", CROSS, lambda truth: truth.changed(prose={"next_plan": ("TODO",)}), "TXT002", "next_plan"
        ),
    ],
}
