"""Attachments that are not there, not of the right years, or that bear out less than is claimed; and near misses."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from eval.filings.mutant import Expected, Mutant, NearMiss, Severity
from eval.filings.mutations import CROSS, INDUSTRY, REGIONAL
from eval.filings.papers import CLAIMED, Papers, beside, small, titles_alone

__all__ = ["PAPERS", "PAPER_NEAR_MISSES"]

_CATEGORIES: Final = (CROSS, REGIONAL, INDUSTRY)
_PACKED: Final = ("numbered", "by name", "in folders", "by heading")
_STYLES: Final = ("printed_any_tick",)
_I: Final = "platform.indicators."


def _planted(rule: str, path: str, severity: Severity, cases: dict[str, Papers]) -> list[Mutant]:
    return [
        Mutant(
            name, _CATEGORIES[at % 3], small, (Expected(rule, path, severity),), None, _STYLES, beside(each)
        )
        for at, (name, each) in enumerate(cases.items())
    ]


def _near(rule: str, cases: dict[str, Papers]) -> list[NearMiss]:
    return [
        NearMiss(name, rule, _CATEGORIES[at % 3], small, None, _STYLES, beside(each))
        for at, (name, each) in enumerate(cases.items())
    ]


def _fewer(name: str, count: int, at: int) -> Papers:
    return Papers(
        listed={name: count}, packing=_PACKED[at % 4], layout=("plain", "totals", "sheets", "merged")[at % 4]
    )


_FEWER: Final = {"core_patents": 4, "software_copyrights": 6, "connected_devices": 520, "mechanism_models": 22,
                 "industrial_apps": 12, "solutions": 7, "connected_enterprises": 20}  # fmt: skip

PAPERS: Final[dict[str, list[Mutant]]] = {
    "ATT001": [
        *_planted("ATT001", "attachments", "error", {
            **{f"no attachment {number}": Papers(packing=_PACKED[number % 3]).without(number) for number in range(1, 12)},
            "no attachment 6, and a list of titles": replace(
                Papers().without(6), extra={"附件目录.docx": titles_alone()}),
        }),
        *_planted("ATT001", "attachments", "info", {"no attachment 12": Papers().without(12)}),
    ],
    "ATT002": _planted("ATT002", "attachments", "warning", {
        "the last year alone": Papers(audits=(2021,)),
        "the year before alone": Papers(audits=(2020,), packing="in folders"),
        "older years": Papers(audits=(2018, 2019), packing="by name"),
    }),
    "ATT003": _planted("ATT003", "attachments", "warning", {
        "reports without codes": Papers(coded=False),
        "a list of the year before": Papers(enterprises_of=2020, packing="in folders"),
        "a list of this year": Papers(enterprises_of=2022, packing="by name"),
    }),
    "CON008": [
        *_planted("CON008", "applicant.name", "warning", {"a licence of another firm": Papers(licence={"名称": "河北启程云联科技有限公司"})}),
        *_planted("CON008", "applicant.organization_code", "warning", {
            "a licence of another code": Papers(licence={"统一社会信用代码": "91130108MA0R7T4K88"}, packing="by name")}),
        *_planted("CON008", "applicant.registered_capital", "warning", {
            "another capital": Papers(licence={"注册资本": "叁万零柒佰万元整"}, packing="in folders")}),
    ],
    "CON005": [
        mutant
        for at, (name, count) in enumerate(_FEWER.items())
        for mutant in _planted("CON005", _I + name, "warning", {f"{name} short in attachment {CLAIMED[name]}": _fewer(name, count, at)})
    ],
}  # fmt: skip

PAPER_NEAR_MISSES: Final[tuple[NearMiss, ...]] = (
    *_near("ATT001", {f"all of them, {packing}": Papers(packing=packing) for packing in _PACKED}),
    *_near("ATT002", {"three years": Papers(audits=(2019, 2020, 2021))}),
    *_near("CON008", {"the code of nine characters is in the licence's": Papers(packing="in folders")}),
    *_near("CON005", {
        "lists with totals": Papers(layout="totals"),
        "lists on two sheets": Papers(layout="sheets", packing="in folders"),
        "lists under a merged title": Papers(layout="merged", packing="by name"),
        "one more than claimed": Papers(listed={"mechanism_models": 25, "connected_devices": 700}),
    }),
)  # fmt: skip
