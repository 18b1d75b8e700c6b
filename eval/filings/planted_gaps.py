"""Answers that are missing, or ticked too often or too seldom: REQ and SEL."""

from __future__ import annotations

from typing import Final

from eval.filings import mutations as do
from eval.filings.mutant import Mutant, one
from eval.filings.mutations import CROSS, INDUSTRY, REGIONAL, Mutation
from eval.filings.truth import Truth

_I: Final = "platform.indicators."
_S: Final = "sustainability."
_C: Final = "applicant.contact."
_REQUIRED: Final = (
    *("cover.filed_on", "applicant.organization_code", "applicant.founded_on", "applicant.ownership"),
    *("applicant.registered_capital", "applicant.address", _C + "name", _C + "mobile", _C + "email"),
    *(
        "applicant.last_year_profit",
        "applicant.pledge_date",
        "platform.industry_count",
        "platform.build_status",
    ),
    *("platform.built_period", "platform.iaas_mode", _I + "connected_devices", _I + "practitioners"),
    *(_I + "new_technologies", "capability.security", "capability.edge", "capability.cloud_type"),
    *("services.solutions", _S + "has_development_plan", _S + "roi_percent", _S + "organization"),
    *("cases", "contribution.economic_analysis", "next_plan"),
)


def _blank_required(path: str) -> Mutation:
    def mutate(truth: Truth) -> Truth:
        if path == "platform.iaas_mode":  # else the provider would explain a box that nobody ticked
            return truth.blank(path, "platform.iaas_provider")
        return truth.blank(path)

    return mutate


GAPS: Final[dict[str, list[Mutant]]] = {
    "REQ001": [
        *(one(f"{path} is blank", CROSS, _blank_required(path), "REQ001", path) for path in _REQUIRED),
        *(
            one(
                f"{path} is answered 无",
                INDUSTRY,
                do.blank(path, state="none"),
                "REQ001",
                path,
                status="review",
            )
            for path in (_C + "title", _I + "protocols", "contribution.stable_growth")
        ),
    ],
    "REQ002": [
        *(
            one(
                "(16) is blank",
                each,
                do.blank(_I + "service_contract_amount"),
                "REQ002",
                _I + "service_contract_amount",
            )
            for each in (CROSS, REGIONAL, INDUSTRY)
        ),
        *(
            one(
                "(15) is blank",
                each,
                do.blank(_I + "service_cities", _I + "service_parks"),
                "REQ002",
                _I + "service_cities",
            )
            for each in (CROSS, REGIONAL)
        ),
        one("no industry service", CROSS, do.blank("services.industry"), "REQ002", "services.industry"),
        one("no domain service", INDUSTRY, do.blank("services.domain"), "REQ002", "services.domain"),
        one("no regional service", REGIONAL, do.blank("services.regional"), "REQ002", "services.regional"),
    ],
    "REQ003": [
        one(
            "(19) is missing",
            CROSS,
            lambda truth: truth.blank(_I + "identifier_enterprises").changed(
                {_I + "identifiers_registered": 120, _I + "identifiers_resolved": 88.5},
                states=dict.fromkeys((_I + "identifiers_registered", _I + "identifiers_resolved"), "filled"),
            ),
            "REQ003",
            _I + "identifier_enterprises",
        ),
        one(
            "(17) is missing",
            REGIONAL,
            lambda truth: truth.blank(_I + "identifiers_registered").changed(
                {_I + "identifier_enterprises": 12, _I + "identifiers_resolved": 300},
                states=dict.fromkeys((_I + "identifier_enterprises", _I + "identifiers_resolved"), "filled"),
            ),
            "REQ003",
            _I + "identifiers_registered",
        ),
    ],
    "REQ004": [
        one("no recommender", CROSS, do.blank("cover.recommender"), "REQ004", "cover.recommender", "info"),
        one(
            "no date of the bureau",
            INDUSTRY,
            do.blank("applicant.recommendation_date"),
            "REQ004",
            "applicant.recommendation_date",
            "info",
        ),
    ],
    "SEL001": [
        one(f"two ticks in {path}", REGIONAL, do.two_ticks(path), "SEL001", path)
        for path in (
            *("applicant.ownership", "platform.category", "platform.build_status", "capability.cloud_type"),
            *(_S + "has_development_plan", _S + "is_independent_company", _S + "is_listed_or_vc_funded"),
        )
    ],
    "SEL002": [
        one(
            "industries miscounted",
            CROSS,
            do.ticks("platform.industries", ("钢铁", "汽车", "医药"), count=4),
            "SEL002",
            "platform.industry_count",
        ),
        one(
            "domains miscounted",
            INDUSTRY,
            do.ticks("platform.domains", ("安全生产", "个性化定制"), count=3),
            "SEL002",
            "platform.domain_count",
        ),
    ],
    "SEL003": [
        one(
            "one industry only",
            CROSS,
            do.ticks("platform.industries", ("钢铁",)),
            "SEL003",
            "platform.industries",
        )
    ],
    "SEL004": [
        one(
            "two industries",
            INDUSTRY,
            do.ticks("platform.industries", ("钢铁", "建材")),
            "SEL004",
            "platform.industries",
        )
    ],
    "SEL005": [
        one(
            "one domain only",
            CROSS,
            do.ticks("platform.domains", ("安全生产",)),
            "SEL005",
            "platform.domains",
        )
    ],
    "SEL006": [
        one(
            "other industry unnamed",
            CROSS,
            do.ticks("platform.industries", ("钢铁", "汽车", "其他")),
            "SEL006",
            "platform.industry_other",
        ),
        one(
            "other domain unnamed",
            REGIONAL,
            do.ticks("platform.domains", ("安全生产", "其他")),
            "SEL006",
            "platform.domain_other",
        ),
        one(
            "partner unnamed",
            INDUSTRY,
            lambda truth: truth.blank("platform.build_partners").changed({"platform.build_mode": "合作共建"}),
            "SEL006",
            "platform.build_partners",
        ),
        one(
            "provider unnamed",
            CROSS,
            lambda truth: truth.blank("platform.iaas_provider").changed({"platform.iaas_mode": "租用"}),
            "SEL006",
            "platform.iaas_provider",
        ),
    ],
}
