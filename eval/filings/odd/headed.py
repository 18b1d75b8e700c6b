"""Narratives under other headings, in rows, and full of words that look like headings."""

from __future__ import annotations

from typing import Final

from eval.filings.odd import plain
from eval.filings.odd.afresh import long_rows, pairs_of
from eval.filings.odd.filing import Maker, Odd
from eval.filings.odd.firm import firm
from eval.filings.odd.paper import Cell, docx, p, ps, table
from eval.filings.odd.plain import usual

__all__ = ["FILINGS"]

_I: Final = "platform.indicators."


def label_above_text() -> Odd:
    """Narratives as rows in turn: a merged label row, then a text row; sections as shaded title rows of one long table."""
    f = firm(153)

    def title(text: str) -> tuple[str | Cell, ...]:
        return (Cell(text, span=2, fill="D9D9D9"),)

    rows: list[tuple[str | Cell, ...]] = [title("（二）平台基础能力介绍")]
    for name, label in plain.CAPABILITIES:
        rows += [(Cell(label, span=2),), (Cell(f[f"capability.{name}"], span=2),)]
        if name == "iaas":
            rows.append(("平台建设基于", "□公有云 □私有云 ☑混合云 □其他"))
    rows += [title("（三）平台应用服务能力"), (Cell("平台服务能力", span=2),)]
    for number, name, label in ((1, "industry", "行业"), (2, "domain", "领域"), (3, "regional", "区域")):
        rows += [(f"（{number}）{label}服务能力", f[f"services.{name}"])]
    rows += [(Cell("解决方案供给能力", span=2),), (Cell(f["services.solutions"], span=2),)]
    rest: list[tuple[str | Cell, ...]] = [
        title("（五）平台应用案例和效果"),
        (Cell(f["cases"], span=2),),
        title("（六）平台社会贡献度"),
        ("1.稳增长支撑能力", f["contribution.stable_growth"]),
        ("2.“双链”及“双碳”支撑能力", f["contribution.dual_chain_dual_carbon"]),
        ("3.支撑经济或行业运行分析", f["contribution.economic_analysis"]),
        title("（七）平台下一步发展计划"),
        (Cell(f["next_plan"], span=2),),
        title("（八）相关证明材料"),
        (Cell("见附件1至附件12", span=2),),
    ]
    body = plain.whole(
        f, capability=table(*rows), services="", cases=table(*rest), contribution="", plan="", proofs=""
    )
    return Odd(docx(body), usual(f), faultless=True)


def renamed_headings() -> Odd:
    """Numbered by chapters and renamed the narratives: 2.1 平台总体技术架构, 2.2 边缘层, 第五章 应用案例及成效."""
    f = firm(154)
    names = dict(
        zip(
            [name for name, _ in plain.CAPABILITIES],
            (
                "平台整体技术架构",
                "边缘层能力",
                "IaaS 层能力",
                "PaaS 层能力",
                "SaaS 层能力",
                "安全防护能力",
                "标识解析融合应用能力",
            ),
            strict=True,
        )
    )
    told = p("二、平台基础能力介绍", style="1")
    for number, (name, label) in enumerate(names.items(), 1):
        told += (
            p(f"2.{number} {label}", style="2")
            + ps(f[f"capability.{name}"])
            + (p("平台建设基于：混合云") if name == "iaas" else "")
        )
    four = (
        p("三、平台应用服务能力", style="1")
        + "".join(
            p(f"3.{n} {label}服务能力", style="2") + ps(f[f"services.{name}"])
            for n, name, label in ((1, "industry", "行业"), (2, "domain", "领域"), (3, "regional", "区域"))
        )
        + p("3.4 解决方案供给能力", style="2")
        + ps(f["services.solutions"])
    )
    five = p("五、平台应用案例和效果", style="1") + ps(f["cases"])
    six = (
        p("六、平台社会贡献度", style="1")
        + p("6.1 稳增长支撑能力", style="2")
        + ps(f["contribution.stable_growth"])
        + p("6.2 双链、双碳支撑能力", style="2")
        + ps(f["contribution.dual_chain_dual_carbon"])
        + p("6.3 支撑经济或行业运行分析", style="2")
        + ps(f["contribution.economic_analysis"])
    )
    return Odd(
        docx(
            plain.whole(
                f,
                capability=told,
                services=four,
                cases=five,
                contribution=six,
                plan=p("七、平台下一步发展计划", style="1") + ps(f["next_plan"]),
            )
        ),
        usual(f),
        faultless=True,
    )


def mentions() -> Odd:
    """Referred to sections and labels within sentences and lists: 详见（五）平台应用案例和效果; (4)接入…; 1.平台整体技术架构如图."""
    f = firm(155)
    more = {
        "capability.architecture": "平台整体技术架构如图1所示，边缘层能力见下节，详见（五）平台应用案例和效果。\n主要由以下部分组成：\n（1）接入层；\n（2）平台层；\n（3）应用层；\n（4）安全体系。",
        "capability.paas": "一是资源部署；二是建模分析。\n1.数据管理\n2.边缘协同\n3.模型管理",
        "services.solutions": "以上方案均已写入（七）平台下一步发展计划。",
        "cases": "（一）设备管理优化\n效果见附件11。\n（二）生产执行优化\n上线后效率明显提升。\n（三）能耗优化\n节电明显。",
        "next_plan": "1.技术创新\n增加研发力度。\n2.产品升级\n推出新终端。\n3.产业合作\n见（六）平台社会贡献度。",
        "sustainability.organization": "1.组织管理结构：设三个中心。\n2.战略保障机制：每年评估。\n3.生态运营能力：伙伴四十家。",
    }
    f |= {path: f"{f[path]}\n{text}" for path, text in more.items()}
    return Odd(docx(plain.whole(f)), usual(f), faultless=True)


def mentions_bare() -> Odd:
    """The same lists and mentions with no tables around the narratives."""
    f = firm(156)
    more = {
        "capability.architecture": "主要由以下部分组成：\n（1）接入层；\n（2）平台层；\n（3）应用层。",
        "capability.edge": "边缘层能力体现在以下方面。\n1.协议解析\n支持多种协议。\n2.数据预处理\n就地清洗。",
        "cases": "（一）设备管理优化\n效果明显。\n（二）生产执行优化\n效率提升。",
        "next_plan": "1.技术创新\n增加研发力度。\n2.产业合作\n扩大伙伴。",
        "contribution.stable_growth": "一是稳岗。\n二是稳链。",
        "services.regional": "（1）服务站建设\n已建六个。\n（2）集群服务\n覆盖三个集群。",
    }
    f |= {path: f"{f[path]}\n{text}" for path, text in more.items()}
    body = (
        plain.cover(f)
        + plain.applicant(f)
        + plain.platform(f)
        + plain.narrative(f)
        + plain.sustainability(f)
        + plain.after(f)
        + plain.proofs(f)
    )
    return Odd(docx(body), usual(f), faultless=True)


def profile_over_rows() -> Odd:
    """Spread the profile over several rows beside one merged label, and the honours over a row each."""
    f = firm(162)
    rows: list[tuple[str | Cell, ...]] = list(pairs_of(f))
    for label, text in long_rows(f)[:2]:
        rows += [
            (Cell("" if i else label, down="continue" if i else "restart"), part)
            for i, part in enumerate(text.split("\n"))
        ]
    return Odd(
        docx(plain.whole(f, applicant=p("申报单位基本信息") + table(*rows, *long_rows(f)[2:]))),
        usual(f),
        faultless=True,
    )


def hint_as_value() -> Odd:
    """Left the form's hints in place of some answers, and underscores for others."""
    f = firm(163)
    rows = plain.basics(f)
    gone = {"platform.build_partners": None, "cases": None, "capability.edge": None, "next_plan": None}
    two = (
        p("申报平台信息")
        + p("（一）平台基础信息")
        + table(
            *rows,
            (
                "平台关键指标统计",
                plain.indicators(f).replace(
                    f"(9)工业APP数量：{f[_I + 'industrial_apps']}（", "(9)工业APP数量：________（"
                ),
            ),
            ("平台典型应用企业名称", "列举不少于三家典型应用企业名称，并提供证明材料"),
        )
    )
    three = plain.capability(f).replace(
        ps(f["capability.edge"]),
        p(
            "（详细介绍平台边缘层能力，包括但不限于兼容协议情况、数据预处理情况、边缘应用能力等方面的能力，介绍相应边缘数据接入的硬件产品能力。）"
        ),
    )
    five = p("（五）平台应用案例和效果") + table(
        (
            "（选择工业互联网平台应用的几个特定工业场景，如设备管理优化、研发设计优化、运营管理优化、生产执行优化、产品全生命周期管理优化、供应链协同优化等，并描述相关使用情况和应用效果。）（限1500字）",
        )
    )
    seven = p("（七）平台下一步发展计划") + table(
        (
            "（工业互联网平台下一步研发和运营计划（包含但不限于技术创新、产品升级、产业合作、商业模式拓展等。）（限1000字）",
        )
    )
    gone |= {_I + "industrial_apps": None}
    states = {
        "cases": "blank",
        "capability.edge": "blank",
        "next_plan": "blank",
        _I + "industrial_apps": "blank",
        "platform.typical_customers": "blank",
    }
    return Odd(
        docx(plain.whole(f, platform=two, capability=three, cases=five, plan=seven)),
        usual(f, **gone, **{"platform.typical_customers": []}),
        states=states,
    )


FILINGS: Final[dict[str, Maker]] = {
    each.__name__: each
    for each in (
        label_above_text,
        renamed_headings,
        mentions,
        mentions_bare,
        hint_as_value,
        profile_over_rows,
    )
}
