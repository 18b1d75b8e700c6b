"""Narratives with a life of their own: headings, lists, tables, pictures, and words that look like other labels."""

from __future__ import annotations

from typing import Final

from eval.filings.odd import plain
from eval.filings.odd.filing import Holds, Maker, Odd
from eval.filings.odd.firm import DOMAINS, INDUSTRIES, firm
from eval.filings.odd.paper import docx, p, picture, ps, table
from eval.filings.odd.plain import CAPABILITIES, usual

__all__ = ["FILINGS"]


def nested_headings() -> Odd:
    """Wrote the capabilities as a report: headings 1.1 and 1.1.1, lists, tables and pictures among the text."""
    f = firm(50)
    told, values = p("（二）平台基础能力介绍", style="1"), {}
    for number, (name, label) in enumerate(CAPABILITIES, 1):
        one, two = f[f"capability.{name}"].split("\n")
        told += (
            p(label, style="2")
            + p(f"{number}.1 总体情况", style="3")
            + p(one)
            + p(picture())
            + p(f"图{number} 示意图")
        )
        told += (
            p(f"{number}.1.1 主要做法", style="3")
            + p("1.统一标准；")
            + p("2.分步实施。")
            + table(("环节", "做法"), ("采集", "自研终端"), ("传输", "加密通道"))
            + p(f"{number}.2 成效", style="3")
            + p(two)
        )
        values[f"capability.{name}"] = Holds(
            (
                f"{number}.1 总体情况",
                one,
                f"图{number} 示意图",
                f"{number}.1.1 主要做法",
                "2.分步实施。",
                "采集自研终端",
                two,
            )
        )
        if name == "iaas":
            told += p("平台建设基于：□公有云 □私有云 ☑混合云 □其他______架构")
    return Odd(docx(plain.whole(f, capability=told)), usual(f, **values), faultless=True)


def echoes() -> Odd:
    """Repeated labels of other fields in the narratives: 单位名称：…, 接入设备数量：800台, 投资金额, 建设时间, 联系人."""
    f = firm(51)
    echo = {
        "applicant.profile_introduction": "分公司情况如下。\n单位名称：河北远丘分公司\n成立时间：2020年5月\n注册资本：300万元\n单位地址：天津市武清区\n联系人：汤小冰",
        "capability.edge": "某铸造厂接入设备数量：800台，数据采集点数量：5200个。\n兼容协议解析数量：16个",
        "services.regional": "以清河园区为例，接入企业数量：33个。\n建设时间：2020年3月\n投资金额：260万元\n建设主体：清河园区管委会",
        "cases": "项目名称：铸造车间改造\n平台名称：铸造分平台\n建设状态：在建\n2020年平台相关的研发投入：35万元\n投资回报率：55%\n用户还看重：平台安全防护能力。",
        "next_plan": "计划到2025年，工业APP数量：3000个；工业机理模型数量：900个。\n平台类别：拟升级为跨行业跨领域平台。",
    }
    f |= {path: f"{f[path]}\n{more}" for path, more in echo.items()}
    return Odd(docx(plain.whole(f)), usual(f))


def hints_kept() -> Odd:
    """Left every hint of the form standing and answered beneath it."""
    f = firm(52, category="行业")
    hints = {
        "architecture": "（主要介绍平台架构技术方案、边缘计算技术方案、工业大数据技术方案、工业微服务技术方案、工业APP开发技术方案等，重点介绍平台亮点特色技术。）",
        "edge": "（详细介绍平台边缘层能力，包括但不限于兼容协议情况、数据预处理情况、边缘应用能力等方面的能力，介绍相应边缘数据接入的硬件产品能力。）",
        "iaas": "（详细介绍平台IaaS层能力，包括但不限于虚拟化、云计算架构、存储、故障报警等方面的能力。）",
        "paas": "（详细介绍平台PaaS层能力，包括但不限于资源部署管理、工业大数据、数据建模分析、应用开发、微服务、工业机理模型等方面的能力。）",
        "saas": "（详细介绍平台SaaS层能力，包括但不限于面向企业设计、生产、管理、销售、服务等核心环节的软件服务能力以及工业APP、开发者社区、应用市场等能力。）",
        "security": "（详细介绍平台安全防护能力，包括但不限于安全防护技术、安全工具、安全防护机制等方面。）",
        "identifier_resolution": "（详细介绍标识解析能力，如主动标识载体、应用场景、服务案例等；若没有，可不填）",
    }
    rows = []
    for name, label in CAPABILITIES:
        cloud = "\n平台建设基于：□公有云 □私有云 ☑混合云 □其他______架构" if name == "iaas" else ""
        rows.append((f"{label}\n{hints[name]}{cloud}\n{f[f'capability.{name}']}",))
    three = (
        p("（二）平台基础能力介绍")
        + p("（请填写截至目前的统计数据，相关证明材料可放入第（八）部分）")
        + table(*rows)
    )
    able = "\n".join(
        (
            "平台服务能力",
            "（1）行业服务能力",
            "（申报双跨、行业平台必填，其他选填）",
            f["services.industry"],
            "领域服务能力",
            "（申报双跨、行业平台必填，其他选填）",
            f["services.domain"],
            "（3）区域服务能力",
            "（申报区域平台必填，其他选填）",
            f["services.regional"],
        )
    )
    four = p("平台应用服务能力") + table(
        (able,),
        (
            f"解决方案供给能力\n（提供解决方案列表，详细介绍3个以上解决方案情况，包括解决的痛点问题、部署方案、预期推广效益等）\n{f['services.solutions']}",
        ),
    )
    case = "（选择工业互联网平台应用的几个特定工业场景，如设备管理优化、研发设计优化、运营管理优化、生产执行优化、产品全生命周期管理优化、供应链协同优化等，并描述相关使用情况和应用效果。）（限1500字）"
    future = "（工业互联网平台下一步研发和运营计划（包含但不限于技术创新、产品升级、产业合作、商业模式拓展等。）（限1000字）"
    give = "\n".join(
        (
            "1.稳增长支撑能力",
            "（介绍平台在“六稳”“六保”、工业稳增长等方面发挥的作用）",
            f["contribution.stable_growth"],
            "2“双链”及“双碳”支撑能力",
            "（介绍“双链”、“双碳”解决方案各1个，并介绍取得的成效和下一步推广计划）",
            f["contribution.dual_chain_dual_carbon"],
            "3支撑经济或行业运行分析",
            "（介绍平台依托工业互联网平台数据支撑产业经济运行监测分析等情况）",
            f["contribution.economic_analysis"],
        )
    )
    about = "\n".join(
        (
            "（限1500字）",
            "（一）申报单位情况介绍",
            "发展历程、主营业务、市场销售、行业地位排名、市场占有率等方面基本情况。",
            f["applicant.profile_introduction"],
            "（二）申报单位核心竞争力介绍",
            "突出工业互联网平台技术、产品、解决方案等相关能力，包括优势技术、人才队伍、研发能力、实施能力、服务保障、应用效果等。",
            f["applicant.profile_competence"],
        )
    )
    honour = "企业获得两化融合、工业互联网、新一代信息技术与制造业融合发展等领域国家、省级专项或试点示范项目、贯标评定通过情况。（备注：逐条说明奖项、级别、获得时间）\n"
    one = (
        plain.applicant(f)
        .replace(ps(plain.profile(f)), ps(about))
        .replace(ps(plain.honors(f)), ps(honour + plain.honors(f)))
    )
    two = plain.platform(f).replace(
        ps("\n".join(f["platform.typical_customers"])),
        ps("列举不少于三家典型应用企业名称，并提供证明材料\n" + "\n".join(f["platform.typical_customers"])),
    )
    body = plain.whole(
        f,
        applicant=one,
        platform=two,
        capability=three,
        services=four,
        cases=p("（五）平台应用案例和效果") + table((f"{case}\n{f['cases']}",)),
        contribution=p("（六）平台社会贡献度") + table((give,)),
        plan=p("（七）平台下一步发展计划") + table((f"{future}\n{f['next_plan']}",)),
    )
    return Odd(
        docx(body),
        usual(
            f,
            **{"applicant.profile": Holds((f["applicant.profile_introduction"],), ("限1500字", "发展历程"))},
        ),
        faultless=True,
    )


def other_order() -> Odd:
    """Put the sections in an order of his own, the platform before the applicant, the plan before the cases."""
    f = firm(53)
    body = (
        plain.cover(f)
        + plain.platform(f)
        + plain.services(f)
        + plain.capability(f)
        + plain.plan(f)
        + plain.contribution(f)
        + plain.cases(f)
        + plain.sustainability(f)
    )
    return Odd(docx(body, plain.applicant(f), plain.proofs(f)), usual(f), faultless=True)


def solutions_table() -> Odd:
    """Described the solutions in a table, the cases with sub-tables, and the honours as a table."""
    f = firm(54)
    listed = table(
        ("序号", "解决方案名称", "解决的痛点问题", "部署方案", "预期推广效益"),
        ("1", "设备健康管理方案", "停机频繁、备件积压", "边缘网关加云端模型", "减少非计划停机两成"),
        ("2", "能源精细管理方案", "能耗底数不清", "分项计量加云端分析", "能耗下降百分之六"),
        ("3", "质量追溯方案", "批次问题难以定位", "扫码采集加本地部署", "客诉处理时间缩短一半"),
    )
    four = plain.services(f).replace(ps(f["services.solutions"]), p("共有成熟方案三个，列表如下。") + listed)
    prizes = table(
        ("序号", "奖项", "级别", "获得时间"),
        *((str(i), h["text"], h["level"], h["obtained_on"]) for i, h in enumerate(f["applicant.honors"], 1)),
    )
    one = plain.applicant(f).replace(ps(plain.honors(f)), prizes)
    case = (
        p("一、设备管理优化")
        + ps(f["cases"])
        + table(("指标", "改造前", "改造后"), ("废品率", "5%", "3%"), ("接入设备数量", "0台", "96台"))
    )
    solved = Holds(
        (
            "共有成熟方案三个",
            "1设备健康管理方案停机频繁、备件积压边缘网关加云端模型减少非计划停机两成",
            "质量追溯方案",
        )
    )
    values = {
        "services.solutions": solved,
        "cases": Holds(("一、设备管理优化", f["cases"], "废品率5%3%", "接入设备数量0台96台")),
    }
    return Odd(
        docx(plain.whole(f, applicant=one, services=four, cases=p("（五）平台应用案例和效果") + case)),
        usual(f, **values),
        faultless=True,
    )


def label_in_cell() -> Odd:
    """Wrote label and answer into the same cell everywhere, two to a row, with brackets (【单位名称】)."""
    f = firm(55)

    def g(name: str) -> str:
        return f"{f[f'applicant.{name}']}"

    grid = table(
        (f"【单位名称】{g('name')}", f"【组织机构代码】{g('organization_code')}"),
        (f"【成立时间】{plain.chinese_day(g('founded_on'))}", "【企业性质】□国有 ☑民营 □三资 □其他"),
        (f"【注册资本（万元）】{g('registered_capital')}", f"【单位地址】{g('address')}"),
        (f"【联系人姓名】{g('contact.name')}", f"【电话】{g('contact.phone')}"),
        (f"【职务】{g('contact.title')}", f"【手机】{g('contact.mobile')}"),
        (f"【传真】{g('contact.fax')}", f"【E-mail】{g('contact.email')}"),
        (f"【上年销售（万元）】{g('last_year_sales')}", f"【上年利润（万元）】{g('last_year_profit')}"),
    ) + table(
        (f"【企业简介】\n{plain.profile(f)}",),
        (f"【企业荣誉】\n{plain.honors(f)}",),
        (f"【真实性承诺】\n{plain.pledge(f)}",),
        (f"【推荐单位】\n{plain.recommended(f)}",),
    )

    def b(name: str) -> str:
        return f"{f[f'platform.{name}']}"

    two = table(
        (f"平台名称：{b('name')}", f"建设主体：{b('builder')}"),
        (f"建设时间：{b('built_period')}", f"投资金额(万元)：{b('investment')}"),
        ("建设状态：☑已建成 □在建 □拟建", "建设方式：☑自建 □合作共建"),
        (
            f"IaaS基础设施：□自建 ☑租用（服务商名称：{b('iaas_provider')}）",
            f"平台类别（单选）：{plain.boxes(plain.CATEGORY.values(), plain.CATEGORY[b('category')])}",
        ),
    )
    two += table(
        (
            f"面向行业：覆盖行业数（个）：{b('industry_count')}\n{plain.boxes(INDUSTRIES, f['platform.industries'])}",
        ),
        (f"面向领域：覆盖领域数（个）：{b('domain_count')}\n{plain.boxes(DOMAINS, f['platform.domains'])}",),
        (f"平台关键指标统计\n{plain.indicators(f)}",),
        ("平台典型应用企业名称：" + "、".join(f["platform.typical_customers"]),),
    )
    return Odd(
        docx(
            plain.whole(
                f,
                applicant=p("申报单位基本信息") + grid,
                platform=p("申报平台信息") + p("（一）平台基础信息") + two,
            )
        ),
        usual(f),
        faultless=True,
    )


def starred_english() -> Odd:
    """Labels with stars, numbers, line breaks, blanks and English (*1. 单位名称 (Company Name)：)."""
    f = firm(56)

    def g(name: str) -> str:
        return f"{f[f'applicant.{name}']}"

    grid = table(
        (
            "*1. 单位\n名称 (Company Name)：",
            g("name"),
            "*2. 组织机构代码\n(Organization Code)：",
            g("organization_code"),
        ),
        (
            "*3. 成立时间 (Founded)：",
            g("founded_on"),
            "*4. 企业性质 (Ownership)：",
            "□国有 ☑民营 □三资 □其他",
        ),
        (
            "*5. 注册资本 (Registered Capital, 万元)：",
            g("registered_capital"),
            "*6. 单 位 地 址 (Address)：",
            g("address"),
        ),
        ("*7. 联系人姓名 (Contact)：", g("contact.name"), "*8. 电  话 (Tel)：", g("contact.phone")),
        ("9. 职 务 (Title)：", g("contact.title"), "*10. 手  机 (Mobile)：", g("contact.mobile")),
        ("11. 传  真 (Fax)：", g("contact.fax"), "*12. 电子邮件 (E-mail)：", g("contact.email")),
        (
            "*13. 上年销售\n(Sales, 万元)：",
            g("last_year_sales"),
            "*14. 上年利润\n(Profit, 万元)：",
            g("last_year_profit"),
        ),
    ) + table(
        ("*15. 企业\n简介 (Profile)：", plain.profile(f)),
        ("16. 企业荣誉 (Honors)：", plain.honors(f)),
        ("*17. 真实性承诺 (Pledge)：", plain.pledge(f)),
        ("18. 推荐单位 (Recommender)：", plain.recommended(f)),
    )
    two = plain.platform(f)
    for label, english in (
        ("平台名称", "Platform Name"),
        ("建设主体", "Builder"),
        ("建设时间", "Period"),
        ("建设状态", "Status"),
        ("投资金额(万元)", "Investment"),
        ("建设方式", "Mode"),
    ):
        two = two.replace(f'preserve">{label}</w:t>', f'preserve">★{label} ({english})：</w:t>', 1)
    return Odd(
        docx(plain.whole(f, applicant=p("一、申报单位基本信息 (Applicant)") + grid, platform=two)),
        usual(f),
        faultless=True,
    )


def upright_labels() -> Odd:
    """Set the labels of the tall rows upright: a character a line; and signed with full sentences about dates."""
    f = firm(57)
    one, two = plain.applicant(f), plain.platform(f)
    for label in ("企业简介", "企业荣誉", "真实性承诺", "推荐单位", "联系人"):
        one = one.replace(p(label), ps("\n".join(label)), 1)
    for label in ("平台关键指标统计", "平台典型应用企业名称", "面向行业", "面向领域"):
        two = two.replace(p(label), ps("\n".join(label)), 1)
    one = one.replace("单位名称<", "单　位　名　称<", 1).replace("单位地址<", "地　　　　址<", 1)
    return Odd(docx(plain.whole(f, applicant=one, platform=two)), usual(f), faultless=True)


FILINGS: Final[dict[str, Maker]] = {
    each.__name__: each
    for each in (
        nested_headings,
        echoes,
        hints_kept,
        other_order,
        solutions_table,
        label_in_cell,
        starred_english,
        upright_labels,
    )
}
