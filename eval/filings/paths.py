"""The form's fields as the public interface names them: path, kind of value, and unit.

Written out here on purpose. The generator is the yardstick for the extractor, so it takes nothing from it,
not even the list of fields.
"""

from __future__ import annotations

from typing import Final, Literal

Kind = Literal[
    "text",
    "code",
    "longtext",
    "enum",
    "enums",
    "int",
    "decimal",
    "date",
    "bool",
    "texts",
    "honors",
    "attachments",
]

CATEGORIES: Final = ("跨行业跨领域", "区域", "行业")
OPTIONS: Final[dict[str, tuple[str, ...]]] = {
    "cover.platform_category": CATEGORIES,
    "applicant.ownership": ("国有", "民营", "三资", "其他"),
    "platform.category": CATEGORIES,
    "platform.industries": (
        *("钢铁", "石化", "建材", "工程机械", "轨道交通"),
        *("航空航天", "船舶", "汽车", "食品", "医药"),
        *("纺织服装", "轻工", "电子信息", "风电/光伏", "其他"),
    ),
    "platform.domains": (
        *("智能生产管控", "流程控制优化", "协同研发设计"),
        *("网络协同制造", "产品远程诊断", "安全生产"),
        *("工艺及能耗管理", "个性化定制", "设备预测性维护"),
        *("产品全生命周期管理", "其他"),
    ),
    "platform.build_status": ("已建成", "在建", "拟建"),
    "platform.build_mode": ("自建", "合作共建"),
    "platform.iaas_mode": ("自建", "租用"),
    "platform.indicators.new_technologies": (
        "5G",
        "大数据",
        "人工智能",
        "数字孪生",
        "区块链",
        "工业AR/VR技术",
    ),
    "capability.cloud_type": ("公有云", "私有云", "混合云", "其他"),
}

INDICATORS: Final[dict[int, tuple[str, ...]]] = {
    1: ("core_patents",),
    2: ("software_copyrights",),
    3: ("standards_and_projects",),
    4: ("connected_devices",),
    5: ("data_points",),
    6: ("protocols",),
    7: ("mechanism_models",),
    8: ("microservices",),
    9: ("industrial_apps",),
    10: ("connected_enterprises",),
    11: ("solutions",),
    12: ("practitioners",),
    13: ("third_party_developers",),
    14: ("new_technologies",),
    15: ("service_cities", "service_parks"),
    16: ("service_contract_amount",),
    17: ("identifiers_registered",),
    18: ("identifiers_resolved",),
    19: ("identifier_enterprises",),
}
MONEY: Final = ("rnd", "revenue", "cost")
YEARS: Final = (2019, 2020, 2021)
BOOLS: Final = ("has_development_plan", "is_independent_company", "is_listed_or_vc_funded")
NARRATIVES: Final = (
    "applicant.profile_introduction",
    "applicant.profile_competence",
    *(f"capability.{part}" for part in ("architecture", "edge", "iaas", "paas", "saas", "security")),
    "capability.identifier_resolution",
    *(f"services.{part}" for part in ("industry", "domain", "regional", "solutions")),
    "sustainability.organization",
    "cases",
    *(f"contribution.{part}" for part in ("stable_growth", "dual_chain_dual_carbon", "economic_analysis")),
    "next_plan",
)


def _kinds() -> dict[str, Kind]:
    kinds: dict[str, Kind] = {
        "cover.platform_name": "text",
        "cover.platform_category": "enum",
        "cover.applicant": "text",
        "cover.recommender": "text",
        "cover.filed_on": "date",
        "applicant.name": "text",
        "applicant.organization_code": "code",
        "applicant.founded_on": "date",
        "applicant.ownership": "enum",
        "applicant.registered_capital": "decimal",
        "applicant.address": "text",
        **{
            f"applicant.contact.{key}": "text" for key in ("name", "phone", "title", "mobile", "fax", "email")
        },
        "applicant.last_year_sales": "decimal",
        "applicant.last_year_profit": "decimal",
        "applicant.profile": "longtext",
        "applicant.profile_introduction": "longtext",
        "applicant.profile_competence": "longtext",
        "applicant.honors": "honors",
        "applicant.pledge_date": "date",
        "applicant.recommendation_date": "date",
        "platform.name": "text",
        "platform.category": "enum",
        "platform.industry_count": "int",
        "platform.industries": "enums",
        "platform.industry_other": "text",
        "platform.domain_count": "int",
        "platform.domains": "enums",
        "platform.domain_other": "text",
        "platform.builder": "text",
        "platform.built_period": "text",
        "platform.build_status": "enum",
        "platform.investment": "decimal",
        "platform.build_mode": "enum",
        "platform.build_partners": "text",
        "platform.iaas_mode": "enum",
        "platform.iaas_provider": "text",
    }
    decimals = {"service_contract_amount", "identifiers_registered", "identifiers_resolved"}
    for names in INDICATORS.values():
        for name in names:
            kind: Kind = "enums" if name == "new_technologies" else "decimal" if name in decimals else "int"
            kinds[f"platform.indicators.{name}"] = kind
    kinds["platform.typical_customers"] = "texts"
    kinds["capability.cloud_type"] = "enum"
    kinds |= dict.fromkeys(NARRATIVES, "longtext")
    kinds |= {f"sustainability.{name}": "bool" for name in BOOLS}
    for name in MONEY:
        kinds |= {f"sustainability.{name}_{column}": "decimal" for column in ("total", *YEARS)}
    kinds["sustainability.roi_percent"] = "decimal"
    kinds["attachments"] = "attachments"
    return kinds


KINDS: Final[dict[str, Kind]] = _kinds()
PATHS: Final = tuple(KINDS)

_UNIT_OF_INDICATOR: Final = {
    **dict.fromkeys(("core_patents", "software_copyrights", "standards_and_projects"), "项"),
    "connected_devices": "台/套",
    "service_contract_amount": "万元",
    "identifiers_registered": "万条",
    "identifiers_resolved": "万次",
    "identifier_enterprises": "家",
}
UNITS: Final[dict[str, str]] = {
    **{
        f"platform.indicators.{name}": _UNIT_OF_INDICATOR.get(name, "个")
        for names in INDICATORS.values()
        for name in names
        if name != "new_technologies"
    },
    "platform.industry_count": "个",
    "platform.domain_count": "个",
    "applicant.registered_capital": "万元",
    "applicant.last_year_sales": "万元",
    "applicant.last_year_profit": "万元",
    "platform.investment": "万元",
    "sustainability.roi_percent": "%",
    **{f"sustainability.{name}_{column}": "元" for name in MONEY for column in ("total", *YEARS)},
}
