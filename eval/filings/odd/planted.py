"""Faultless odd filings with one fault put in: that fault is an error, and nothing else is."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any, Final

from eval.filings.odd import (
    bundled,
    chosen,
    foreign,
    machined,
    measured,
    narrated,
    reckoned,
    renamed,
    retyped,
)
from eval.filings.odd.filing import Maker, Odd
from eval.filings.odd.paper import p, ps

__all__ = ["FILINGS"]

_MUCH: Final = "我们将继续扩大服务范围并完善工具，"


def planted(make: Maker, rule: str, field: str, swaps: Mapping[str, str], values: Mapping[str, Any]) -> Odd:
    """`swaps` are pieces of the body's XML and what stands there instead, each once."""
    odd = make()
    assert odd.faultless, make
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(odd.docx)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for item in old.infolist():
            content = old.read(item)
            if item.filename == "word/document.xml":
                content = _swapped(content.decode("utf-8"), swaps).encode()
            new.writestr(item, content)
    return replace(
        odd, docx=out.getvalue(), values={**odd.values, **values}, faultless=False, errors=((rule, field),)
    )


def _swapped(xml: str, swaps: Mapping[str, str]) -> str:
    for before, after in swaps.items():
        assert before in xml, before
        xml = xml.replace(before, after, 1)
    return xml


def _fault(
    make: Maker, rule: str, field: str, *, values: Mapping[str, Any] | None = None, **swap: str
) -> Maker:
    return partial(planted, make, rule, field, {swap["old"]: swap["new"]}, values or {})


def of(make: Maker, path: str) -> Any:
    return make().values[path]


def long_plan() -> Odd:
    """A plan of more than a thousand characters, told in the answer's own lines."""
    told = of(narrated.other_order, "next_plan")
    more = f"{told}\n" + "\n".join([_MUCH * 10] * 7)
    return planted(narrated.other_order, "LEN001", "next_plan", {ps(told): ps(more)}, {"next_plan": more})


def wrong_code() -> Odd:
    """A code whose check character is another."""
    code = of(retyped.header_over_values, "applicant.organization_code")
    other = code[:-1] + ("1" if code[-1] != "1" else "2")
    return planted(
        retyped.header_over_values,
        "IDN001",
        "applicant.organization_code",
        {code: other},
        {"applicant.organization_code": other},
    )


def other_name() -> Odd:
    """The applicant's name in the form is not the cover's; the builder is the one of the form."""
    name = of(renamed.synonyms, "applicant.name")
    other = name.replace("河北", "冀州")
    return planted(
        renamed.synonyms,
        "CON002",
        "applicant.name",
        {
            f'企业名称</w:t></w:r></w:p></w:tc><w:tc><w:tcPr><w:tcW w:w="0" w:type="auto"/><w:gridSpan w:val="3"/></w:tcPr>{p(name)}': f'企业名称</w:t></w:r></w:p></w:tc><w:tc><w:tcPr><w:tcW w:w="0" w:type="auto"/><w:gridSpan w:val="3"/></w:tcPr>{p(other)}'
        },
        {"applicant.name": other},
    )


def sum_in_sentences() -> Odd:
    """Three years told in a sentence do not make the total that the next clause gives."""
    total = of(reckoned.in_sentences, "sustainability.revenue_total") // 10_000
    return planted(
        reckoned.in_sentences,
        "SUM001",
        "sustainability.revenue_total",
        {f"累计业务收入达{total}万元": f"累计业务收入达{total + 900}万元"},
        {"sustainability.revenue_total": (total + 900) * 10_000},
    )


def sum_in_table() -> Odd:
    """The total of a column is not what the years make."""
    total = of(reckoned.years_down, "sustainability.rnd_total") // 10_000
    return planted(
        reckoned.years_down,
        "SUM001",
        "sustainability.rnd_total",
        {f"{total:.2f}": f"{total + 300:.2f}"},
        {"sustainability.rnd_total": (total + 300) * 10_000},
    )


def miscounted() -> Odd:
    """The count of industries is not the number of ticks in a column beside."""
    count = of(chosen.tick_beside, "platform.industry_count")
    return planted(
        chosen.tick_beside,
        "SEL002",
        "platform.industry_count",
        {f"覆盖行业数（个）：{count}": f"覆盖行业数（个）：{count + 2}"},
        {"platform.industry_count": count + 2},
    )


def no_contract() -> Odd:
    """The ledger's figure for contracts is blank, which a regional platform must give."""
    amount = f"{of(measured.ledger, 'platform.indicators.service_contract_amount'):,}"
    return planted(
        measured.ledger,
        "REQ002",
        "platform.indicators.service_contract_amount",
        {p(amount): p()},
        {"platform.indicators.service_contract_amount": None},
    )


def two_customers() -> Odd:
    """Two customers where three are asked for."""
    a, b, c = of(bundled.notice_in_front, "platform.typical_customers")
    return planted(
        bundled.notice_in_front,
        "LST001",
        "platform.typical_customers",
        {p(c): ""},
        {"platform.typical_customers": [a, b]},
    )


def names_only() -> Odd:
    """Solutions as a list of names, and nothing told of them."""
    told = of(machined.split_rows, "services.solutions")
    names = "1.设备健康管理方案\n2.能源精细管理方案\n3.质量追溯方案\n4.仓储协同方案"
    return planted(
        machined.split_rows,
        "LST002",
        "services.solutions",
        {ps(told): ps(names)},
        {"services.solutions": names},
    )


def one_identifier() -> Odd:
    """One of the three figures on identifiers is given, the other two are blank."""
    one, two, three = (
        f"platform.indicators.{name}"
        for name in ("identifiers_registered", "identifiers_resolved", "identifier_enterprises")
    )
    odd = planted(measured.figure_first, "REQ003", two, {"    万条": "12万条"}, {one: 12})
    return replace(odd, states={two: "blank", three: "blank"}, errors=(("REQ003", two), ("REQ003", three)))


FILINGS: Final[dict[str, Maker]] = {
    "fault_long_plan": long_plan,
    "fault_wrong_code": wrong_code,
    "fault_other_name": other_name,
    "fault_sum_in_sentences": sum_in_sentences,
    "fault_sum_in_table": sum_in_table,
    "fault_miscounted": miscounted,
    "fault_no_contract": no_contract,
    "fault_two_customers": two_customers,
    "fault_names_only": names_only,
    "fault_late_filing": _fault(
        machined.tabled_cover,
        "DAT001",
        "cover.filed_on",
        values={"cover.filed_on": "2022-12-01"},
        old="二〇二二年十一月十六日",
        new="二〇二二年十二月一日",
    ),
    "fault_late_pledge": _fault(
        foreign.many_dates,
        "DAT002",
        "applicant.pledge_date",
        values={"applicant.pledge_date": "2022-12-02"},
        old="2022 年  11 月  12 日",
        new="2022 年  12 月  2 日",
    ),
    "fault_category": _fault(
        chosen.in_words,
        "CON003",
        "platform.category",
        values={"cover.platform_category": "行业"},
        old="平   台   类    型  区域工业互联网平台",
        new="平   台   类    型  行业级",
    ),
    "fault_draft": _fault(
        bundled.two_contacts,
        "TXT002",
        "platform.built_period",
        values={"platform.built_period": "待补充"},
        old="2019.3-2021.12",
        new="待补充",
    ),
    "fault_two_kinds": _fault(
        foreign.decorated,
        "SEL001",
        "platform.category",
        values={"platform.category": None},
        old="□跨行业跨领域工业互联网平台",
        new="☑跨行业跨领域工业互联网平台",
    ),
    "fault_no_host": _fault(
        retyped.no_tables,
        "SEL006",
        "platform.iaas_provider",
        values={"platform.iaas_provider": None},
        old=f"服务商名称：{of(retyped.no_tables, 'platform.iaas_provider')}",
        new="服务商名称：",
    ),
    "fault_one_identifier": one_identifier,
}
