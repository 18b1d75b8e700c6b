"""Draws the parts of a truth, each faultless in itself."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import Final

from eval.filings import company as companies
from eval.filings.canonical import Category, Value, canonical, number
from eval.filings.company import Company
from eval.filings.paths import BOOLS, INDICATORS, MONEY, NARRATIVES, OPTIONS, YEARS
from eval.filings.prose import compose
from eval.filings.prose.compose import Piece, Setting

AWARDS: Final = (
    ("工业互联网平台创新领航应用案例", "国家级"),
    ("新一代信息技术与制造业融合发展试点示范项目", "国家级"),
    ("制造业与互联网融合发展试点示范项目", "国家级"),
    ("两化融合管理体系贯标评定证书（AAA级）", "国家级"),
    ("河北省工业互联网创新发展试点示范项目", "省级"),
    ("河北省制造业与互联网融合发展重点项目", "省级"),
    ("河北省企业上云优秀服务商", "省级"),
    ("河北省科技型中小企业创新奖", "省级"),
    ("数字化转型标杆企业", "市级"),
    ("工业软件优秀产品奖", "市级"),
)


def iso(rng: Random, year: int, month: int, day: int, *, precisions: str = "d") -> str:
    precision = rng.choice(precisions)
    return {"y": f"{year}", "m": f"{year}-{month:02d}", "d": f"{year}-{month:02d}-{day:02d}"}[precision]


def prose(rng: Random, category: Category, setting: Setting, *, traps: bool) -> dict[str, tuple[Piece, ...]]:
    sizes = {
        "applicant.profile_introduction": (380, 690),
        "applicant.profile_competence": (380, 690),
        "cases": (600, 1400),
        "next_plan": (450, 940),
    }
    skipped = {
        "跨行业跨领域": ("services.regional",),
        "区域": ("services.industry", "services.domain"),
        "行业": ("services.regional",),
    }[category]
    prose: dict[str, tuple[Piece, ...]] = {}
    for path in NARRATIVES:
        if path == "services.solutions":
            prose[path] = compose.solutions(rng, setting, count=rng.randint(3, 5))
        elif path == "contribution.dual_chain_dual_carbon":
            prose[path] = compose.dual(rng, setting)
        elif (path in skipped and rng.random() < 0.6) or (
            path == "capability.identifier_resolution" and rng.random() < 0.4
        ):
            prose[path] = ()
        else:
            low, high = sizes.get(path, (600, 1300))
            prose[path] = compose.narrative(rng, path, setting, low=low, high=high, traps=traps)
    return prose


def cover(
    rng: Random, category: Category, firm: Company, platform: str, *, recommended: bool
) -> dict[str, Value]:
    day = rng.randint(8, 24)
    return {
        "cover.platform_name": platform,
        "cover.platform_category": category,
        "cover.applicant": firm.name,
        "cover.recommender": f"{firm.city}工业和信息化局" if recommended else None,
        "cover.filed_on": iso(rng, 2022, 11, day),
        "applicant.pledge_date": iso(rng, 2022, 11, max(day - rng.randint(0, 3), 8)),
        "applicant.recommendation_date": iso(rng, 2022, 11, min(day + 1, 25)) if recommended else None,
    }


def applicant(rng: Random, firm: Company, *, recommended: bool) -> dict[str, Value]:
    contact = companies.person(rng)
    sales = rng.randint(1_800, 96_000)
    profit = round(sales * rng.uniform(-0.05, 0.16), rng.choice((0, 0, 1, 2)))
    honors: list[dict[str, object]] = [
        {
            "text": canonical(text),
            "level": level,
            "obtained_on": iso(
                rng, rng.randint(2018, 2021), rng.randint(1, 12), rng.randint(1, 28), precisions="ymmd"
            ),
        }
        for text, level in rng.sample(AWARDS, rng.randint(1, 5))
    ]
    return {
        "applicant.name": firm.name,
        "applicant.organization_code": firm.credit_code if rng.random() < 0.75 else firm.organization_code,
        "applicant.founded_on": iso(
            rng, rng.randint(1997, 2018), rng.randint(1, 12), rng.randint(1, 28), precisions="ymmdd"
        ),
        "applicant.ownership": rng.choice(("民营", "民营", "国有", "三资", "其他")),
        "applicant.registered_capital": number(
            rng.choice((rng.randint(5, 300) * 100, rng.randint(501, 29999), 3168.5))
        ),
        "applicant.address": firm.address,
        "applicant.contact.name": contact,
        "applicant.contact.phone": companies.landline(rng, firm.area_code),
        "applicant.contact.title": rng.choice(companies.JOBS),
        "applicant.contact.mobile": companies.mobile(rng),
        "applicant.contact.fax": companies.landline(rng, firm.area_code) if rng.random() < 0.6 else None,
        "applicant.contact.email": companies.email(rng, contact),
        "applicant.last_year_sales": number(rng.choice((sales, sales + 0.5, round(sales, -2)))),
        "applicant.last_year_profit": number(profit),
        "applicant.honors": honors if rng.random() < 0.85 else [],
    }


def platform(rng: Random, category: Category, firm: Company, platform: str) -> dict[str, Value]:
    industries = list(OPTIONS["platform.industries"])
    domains = list(OPTIONS["platform.domains"])
    # A 行业 platform that ticks 其他 alone is possible, but rare; here it names its industry.
    count = {"跨行业跨领域": rng.randint(2, 7), "区域": rng.randint(1, 6), "行业": 1}[category]
    ticked = _in_order(industries, rng.sample(industries if count > 1 else industries[:-1], count))
    fields = _in_order(domains, rng.sample(domains, rng.randint(2, 7)))
    mode = rng.choice(("自建", "自建", "合作共建"))
    iaas = rng.choice(("自建", "租用"))
    start = rng.randint(2016, 2019)
    return {
        "platform.name": platform,
        "platform.category": category,
        "platform.industry_count": len(ticked),
        "platform.industries": ticked,
        "platform.industry_other": rng.choice(("冶金装备", "现代物流", "矿山", "节能环保装备"))
        if "其他" in ticked
        else None,
        "platform.domain_count": len(fields),
        "platform.domains": fields,
        "platform.domain_other": rng.choice(("供应链金融", "碳资产管理", "仓储物流优化"))
        if "其他" in fields
        else None,
        "platform.builder": firm.name,
        "platform.built_period": rng.choice(
            (
                f"{start}年{rng.randint(1, 12)}月",
                f"{start}年{rng.randint(1, 12)}月至{start + 3}年{rng.randint(1, 12)}月",
                f"{start}.{rng.randint(1, 12):02d}-{start + 2}.{rng.randint(1, 12):02d}",
                f"{start}年-{start + 3}年",
            )
        ),
        "platform.build_status": rng.choice(("已建成", "已建成", "在建")),
        "platform.investment": number(rng.choice((rng.randint(6, 90) * 100, rng.randint(601, 9899), 2860.5))),
        "platform.build_mode": mode,
        "platform.build_partners": companies.customer(rng) if mode == "合作共建" else None,
        "platform.iaas_mode": iaas,
        "platform.iaas_provider": rng.choice(companies.PROVIDERS) if iaas == "租用" else None,
        "platform.typical_customers": _unique_customers(rng, rng.randint(3, 7)),
    }


def _unique_customers(rng: Random, count: int) -> list[str]:
    names: dict[str, None] = {}
    while len(names) < count:
        names[companies.customer(rng)] = None
    return list(names)


def _in_order(options: Sequence[str], chosen: Sequence[str]) -> list[str]:
    return [each for each in options if each in chosen]


def indicators(rng: Random, category: Category) -> dict[str, Value]:
    technologies = OPTIONS["platform.indicators.new_technologies"]
    secondary_node = rng.random() < 0.4
    parks_only = rng.random() < 0.25
    values: dict[str, Value] = {
        "core_patents": rng.randint(2, 60),
        "software_copyrights": rng.randint(5, 140),
        "standards_and_projects": rng.randint(0, 12),
        "connected_devices": rng.choice((rng.randint(8, 900) * 100, rng.randint(801, 99_999))),
        "data_points": rng.choice((rng.randint(2, 80) * 10_000, rng.randint(20_001, 900_000))),
        "protocols": rng.randint(9, 180),
        "mechanism_models": rng.randint(20, 900),
        "microservices": rng.randint(30, 1200),
        "industrial_apps": rng.randint(15, 600),
        "connected_enterprises": rng.randint(40, 5200),
        "solutions": rng.randint(5, 90),
        "practitioners": rng.randint(60, 700),
        "third_party_developers": rng.randint(0, 3000),
        "new_technologies": _in_order(technologies, rng.sample(technologies, rng.randint(2, 6))),
        "service_contract_amount": number(
            rng.choice((rng.randint(3, 90) * 100, rng.randint(301, 9000), 1286.75))
        ),
    }
    if category != "行业" or rng.random() < 0.3:
        values["service_cities"] = None if parks_only else rng.randint(1, 11)
        values["service_parks"] = rng.randint(1, 25) if parks_only or rng.random() < 0.6 else None
    if secondary_node:
        values["identifiers_registered"] = number(round(rng.uniform(20, 9000), rng.choice((0, 1))))
        values["identifiers_resolved"] = number(round(rng.uniform(20, 9000), rng.choice((0, 2))))
        values["identifier_enterprises"] = rng.randint(5, 300)
    known = {name for names in INDICATORS.values() for name in names}
    return {f"platform.indicators.{name}": value for name, value in values.items() if name in known}


def sustainability(rng: Random, investment: Value) -> dict[str, Value]:
    assert isinstance(investment, (int, float))
    grain = rng.choice((10_000, 10_000, 1_000, 1))
    revenue = [rng.randint(3_000_000, 30_000_000) // grain * grain for _ in YEARS]
    goal = rng.uniform(0.03, 0.18) * investment * 10_000
    yearly = min(goal, min(revenue) * 0.6)
    cost = [int(each - yearly) // grain * grain for each in revenue]
    spent = {
        "rnd": [rng.randint(900_000, 12_000_000) // grain * grain for _ in YEARS],
        "revenue": revenue,
        "cost": cost,
    }
    values: dict[str, Value] = {}
    for name in MONEY:
        values[f"sustainability.{name}_total"] = sum(spent[name])
        values |= {
            f"sustainability.{name}_{year}": each for year, each in zip(YEARS, spent[name], strict=True)
        }
    profit = (sum(revenue) - sum(cost)) / 3
    values["sustainability.roi_percent"] = number(
        round(profit / (investment * 10_000) * 100, rng.choice((1, 1, 2)))
    )
    values |= {f"sustainability.{name}": rng.random() < 0.6 for name in BOOLS}
    return values
