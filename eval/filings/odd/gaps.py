"""Blanks beside answers and figures given in part: what is not there must not be made up."""

from __future__ import annotations

from typing import Any, Final

from eval.filings.odd import plain
from eval.filings.odd.filing import Maker, Odd, OneOf
from eval.filings.odd.firm import DOMAINS, INDICATORS, INDUSTRIES, NEW_TECHNOLOGIES, Facts, firm
from eval.filings.odd.paper import Cell, docx, p, ps, table
from eval.filings.odd.plain import usual

__all__ = ["FILINGS"]

_I: Final = "platform.indicators."


_S: Final = "sustainability."


def emptied(f: Facts, *paths: str) -> Facts:
    return {**f, **dict.fromkeys(paths, "")}


def blanks_beside() -> Odd:
    """Left out answers here and there in the form as it came: every other one of a row."""
    f = firm(104)
    gone = (
        "applicant.founded_on",
        "applicant.contact.phone",
        "applicant.contact.title",
        "applicant.contact.fax",
        "applicant.last_year_sales",
        "platform.builder",
        "platform.investment",
        _I + "connected_devices",
        _I + "protocols",
        _I + "solutions",
        _I + "service_parks",
        _I + "identifiers_resolved",
        _S + "roi_percent",
        "cases",
        "capability.edge",
        "contribution.stable_growth",
        "services.domain",
    )
    values = usual(f) | dict.fromkeys(gone)
    return Odd(docx(plain.whole(emptied(f, *gone))), values, states=dict.fromkeys(gone, "blank"))


def blanks_in_six() -> Odd:
    """Left blanks in a six-column table, in a head row over values, and between labels on one line."""
    f = firm(105)

    def g(name: str) -> str:
        return str(f[f"applicant.{name}"])

    one = (
        p("申报单位基本信息")
        + table(
            ("单位名称", Cell(g("name"), span=3), "成立时间", ""),
            (
                "组织机构代码",
                g("organization_code"),
                "企业性质",
                "□国有 □民营 □三资 □其他",
                "注册资本（万元）",
                g("registered_capital"),
            ),
        )
        + p("联系人")
        + table(
            ("姓名", "职务", "电话", "手机", "传真", "E-mail"),
            (g("contact.name"), "", "", g("contact.mobile"), "", g("contact.email")),
        )
        + table(
            ("单位地址", "上年销售（万元）", "上年利润（万元）"), (g("address"), "", g("last_year_profit"))
        )
    )
    one += table(
        ("企业简介", plain.profile(f)),
        ("企业荣誉", ""),
        ("真实性承诺", plain.pledge(f)),
        ("推荐单位", "推荐单位公章：\n      年   月   日"),
    )
    lines = [
        f"平台名称：{f['platform.name']}",
        "平台类别（单选）：□跨行业跨领域工业互联网平台 ☑区域工业互联网平台 □行业工业互联网平台",
        "建设主体：        建设时间：2019年",
        "建设状态：□已建成 □在建 □拟建    投资金额(万元)：",
        f"建设方式：☑自建 □合作共建    IaaS基础设施：□自建 ☑租用 服务商名称：{f['platform.iaas_provider']}",
    ]
    two = (
        p("申报平台信息")
        + p("（一）平台基础信息")
        + ps("\n".join(lines))
        + table(
            ("面向行业", f"覆盖行业数（个）：\n{plain.boxes(INDUSTRIES, f['platform.industries'])}"),
            ("面向领域", f"覆盖领域数（个）：{f['platform.domain_count']}\n{plain.boxes(DOMAINS, [])}"),
            ("平台关键指标统计", plain.indicators(f)),
            ("平台典型应用企业名称", ""),
        )
    )
    gone: dict[str, object] = dict.fromkeys(
        (
            *(
                f"applicant.{name}"
                for name in (
                    "founded_on",
                    "ownership",
                    "contact.title",
                    "contact.phone",
                    "contact.fax",
                    "last_year_sales",
                    "recommendation_date",
                )
            ),
            *(f"platform.{name}" for name in ("builder", "build_status", "investment", "industry_count")),
        )
    )
    gone |= {"applicant.honors": [], "platform.domains": [], "platform.typical_customers": []}
    return Odd(
        docx(plain.whole(f, applicant=one, platform=two)),
        usual(f, **gone, **{"platform.built_period": "2019年"}),
        states=dict.fromkeys(gone, "blank"),
    )


def noted_blanks() -> Odd:
    """A ledger of indicators where some figures are missing while unit and remark are there; dates in the labels."""
    f = firm(106)
    gone = {"connected_devices", "industrial_apps", "mechanism_models", "third_party_developers"}
    notes = {
        "connected_devices": "2021年新增80台",
        "industrial_apps": "见附件7，共3类",
        "core_patents": "含发明2项",
    }
    rows: list[tuple[str, ...]] = [("序号", "指标名称", "单位", "数值（截至2022年10月）", "备注")]
    rows += [
        (str(i), label, unit, "" if name in gone else str(f[_I + name]), notes.get(name, ""))
        for i, (name, label, unit) in enumerate(INDICATORS, 1)
    ]
    rest = [
        "(14)新技术应用情况：",
        plain.boxes(NEW_TECHNOLOGIES, f[_I + "new_technologies"]),
        f"(15)服务区域数量：{f[_I + 'service_cities']}个设区市或   个省级以上产业园区",
        "(16)平台完成服务合同额（2019年至2022年10月）：        （万元）",
        "(17)二级节点标识注册量（截至2022年10月）：      （万条）",
        "(18)二级节点标识解析量（2022年）：      （万次）",
        "(19)二级节点接入企业数（截至10月31日）：      （家）",
    ]
    two = (
        p("申报平台信息")
        + p("（一）平台基础信息")
        + table(*plain.basics(f))
        + p("平台关键指标统计")
        + table(*rows)
        + ps("\n".join(rest))
        + table(("平台典型应用企业名称", "\n".join(f["platform.typical_customers"])))
    )
    lost = dict.fromkeys(
        [
            _I + name
            for name in (
                *sorted(gone),
                "service_parks",
                "service_contract_amount",
                "identifiers_registered",
                "identifiers_resolved",
                "identifier_enterprises",
            )
        ]
    )
    return Odd(docx(plain.whole(f, platform=two)), usual(f, **lost), states=dict.fromkeys(lost, "blank"))


def half_the_money() -> Odd:
    """Gave the money only in part: two of three years, only the total, a blank in the middle."""
    f = firm(107)

    def s(name: str) -> Any:
        return f[_S + name]

    told = [
        "3.企业研发投入：",
        f"近三年平台相关的累计研发投入：{s('rnd_total')}元",
        "2019、2020、2021年平台相关的研发投入：       元",
        "4.主营业务收入：",
        "近三年平台相关的累计业务收入：        元",
        f"2019年{s('revenue_2019')}元，2020年      元，2021年{s('revenue_2021')}元",
        "5.主营业务成本：",
        f"近三年平台相关的累计业务成本：{s('cost_total')}元",
        f"2019、2020、2021年平台相关的运营成本：{s('cost_2019')}、{s('cost_2020')}元",
    ]
    gone: dict[str, object] = dict.fromkeys(
        [_S + name for name in ("rnd_2019", "rnd_2020", "rnd_2021", "revenue_total", "revenue_2020")]
    )
    unsure = {
        _S + "cost_2019": OneOf((None, s("cost_2019"))),
        _S + "cost_2020": OneOf((None, s("cost_2020"))),
        _S + "cost_2021": None,
        _S + "revenue_2019": OneOf((None, s("revenue_2019"))),
        _S + "revenue_2021": OneOf((None, s("revenue_2021"))),
    }
    states = dict.fromkeys(
        [_S + name for name in ("rnd_2019", "rnd_2020", "rnd_2021", "revenue_total")], "blank"
    )
    return Odd(
        docx(plain.whole(f, sustainability=plain.sustainability(f, sums=ps("\n".join(told))))),
        usual(f, **gone, **unsure),
        states=states,
    )


FILINGS: Final[dict[str, Maker]] = {
    each.__name__: each
    for each in (
        blanks_beside,
        blanks_in_six,
        noted_blanks,
        half_the_money,
    )
}
