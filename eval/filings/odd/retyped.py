"""The form typed anew: other tables, or none."""

from __future__ import annotations

from typing import Any, Final

from eval.filings.odd import plain
from eval.filings.odd.filing import Maker, Odd
from eval.filings.odd.firm import DOMAINS, INDICATORS, INDUSTRIES, NEW_TECHNOLOGIES, firm
from eval.filings.odd.paper import Cell, docx, p, ps, table
from eval.filings.odd.plain import usual

__all__ = ["FILINGS"]


def copied() -> Odd:
    """Filled the form as it came."""
    f = firm(1)
    return Odd(docx(plain.whole(f)), usual(f), faultless=True)


def two_columns() -> Odd:
    """Typed the whole form anew as a single table of two columns, every label with a colon."""
    f = firm(2)
    a = "applicant."
    rows = [
        (f"{label}：", str(f[a + name]))
        for label, name in (
            ("单位名称", "name"),
            ("组织机构代码", "organization_code"),
            ("成立时间", "founded_on"),
        )
    ]
    rows += [
        ("企业性质：", plain.boxes(("国有", "民营", "三资", "其他"), f["applicant.ownership"], on="■")),
        ("注册资本（万元）：", str(f["applicant.registered_capital"])),
        ("单位地址：", f["applicant.address"]),
        ("联系人姓名：", f["applicant.contact.name"]),
        ("联系人电话：", f["applicant.contact.phone"]),
        ("联系人职务：", f["applicant.contact.title"]),
        ("联系人手机：", f["applicant.contact.mobile"]),
        ("联系人传真：", f["applicant.contact.fax"]),
        ("联系人E-mail：", f["applicant.contact.email"]),
        ("上年销售（万元）：", f"{f['applicant.last_year_sales']:,}"),
        ("上年利润（万元）：", f"{f['applicant.last_year_profit']:,}"),
        ("企业简介：", plain.profile(f)),
        ("企业荣誉：", plain.honors(f)),
        ("真实性承诺：", plain.pledge(f)),
        ("推荐单位：", plain.recommended(f)),
        ("平台名称：", f["platform.name"]),
        (
            "平台类别（单选）：",
            plain.boxes(plain.CATEGORY.values(), plain.CATEGORY[f["platform.category"]], on="■"),
        ),
        ("覆盖行业数（个）：", str(f["platform.industry_count"])),
        ("面向行业：", plain.boxes(INDUSTRIES, f["platform.industries"], on="■")),
        ("覆盖领域数（个）：", str(f["platform.domain_count"])),
        ("面向领域：", plain.boxes(DOMAINS, f["platform.domains"], on="■")),
        ("建设主体：", f["platform.builder"]),
        ("建设时间：", f["platform.built_period"]),
        ("建设状态：", plain.boxes(("已建成", "在建", "拟建"), f["platform.build_status"], on="■")),
        ("投资金额（万元）：", str(f["platform.investment"])),
        ("建设方式：", "■自建 □合作共建"),
        ("IaaS基础设施：", "□自建 ■租用"),
        ("服务商名称：", f["platform.iaas_provider"]),
    ]
    rows += [
        (f"{label}（{unit}）：", str(f[f"platform.indicators.{name}"])) for name, label, unit in INDICATORS
    ]

    def get(name: str) -> Any:
        return f[f"platform.indicators.{name}"]

    rows += [
        ("新技术应用情况：", plain.boxes(NEW_TECHNOLOGIES, get("new_technologies"), on="■")),
        ("服务区域数量：", f"{get('service_cities')}个设区市、{get('service_parks')}个省级以上产业园区"),
        ("平台完成服务合同额（万元）：", str(get("service_contract_amount"))),
        ("二级节点标识注册量（万条）：", str(get("identifiers_registered"))),
        ("二级节点标识解析量（万次）：", str(get("identifiers_resolved"))),
        ("二级节点接入企业数（家）：", str(get("identifier_enterprises"))),
        ("平台典型应用企业名称：", "、".join(f["platform.typical_customers"])),
    ]
    rows += [(f"{label[2:]}：", f[f"capability.{name}"]) for name, label in plain.CAPABILITIES]
    rows.insert(-4, ("平台建设基于：", "□公有云 □私有云 ■混合云 □其他"))
    rows += [
        (f"{label}服务能力：", f[f"services.{name}"])
        for name, label in (("industry", "行业"), ("domain", "领域"), ("regional", "区域"))
    ]
    rows += [
        ("解决方案供给能力：", f["services.solutions"]),
        ("平台是否具有专门的发展规划：", "■是 □否"),
        ("平台是否为独立公司运营：", "□是 ■否"),
    ]
    for name, _, total, yearly in plain.MONEY:
        rows.append((f"近三年平台相关的{total}（元）：", f"{f[f'sustainability.{name}_total']:,}"))
        rows += [
            (f"{year}年平台相关的{yearly}（元）：", f"{f[f'sustainability.{name}_{year}']:,}")
            for year in plain.YEARS
        ]
    rows += [
        ("投资回报率（%）：", str(f["sustainability.roi_percent"])),
        ("企业已上市或已获得VC/PE投资：", "□是 ■否"),
        ("平台组织管理结构、战略保障机制、生态运营能力及其它：", f["sustainability.organization"]),
        ("平台应用案例和效果：", f["cases"]),
        ("稳增长支撑能力：", f["contribution.stable_growth"]),
        ("“双链”及“双碳”支撑能力：", f["contribution.dual_chain_dual_carbon"]),
        ("支撑经济或行业运行分析：", f["contribution.economic_analysis"]),
        ("平台下一步发展计划：", f["next_plan"]),
    ]
    front = (
        p("河北省省级工业互联网平台申报书")
        + p(f"平台名称：\t{f['cover.platform_name']}")
        + p(f"平台类型：\t{plain.CATEGORY[f['cover.platform_category']]}")
    )
    front += (
        p(f"申报单位（盖章）：\t{f['cover.applicant']}")
        + p(f"推荐单位（盖章）：\t{f['cover.recommender']}")
        + p(f"填报日期：\t{f['cover.filed_on']}")
    )
    return Odd(docx(front, table(*rows), plain.proofs(f)), usual(f), faultless=True)


def six_columns() -> Odd:
    """Squeezed the applicant's facts into six columns: three pairs a row, the contact in a row of its own."""
    f = firm(3, category="行业")

    def g(name: str) -> str:
        return str(f[f"applicant.{name}"])

    def who(name: str) -> Any:
        return g(f"contact.{name}")

    grid = table(
        ("单位名称", Cell(g("name"), span=3), "成立时间", plain.chinese_day(g("founded_on"))),
        (
            "组织机构代码",
            g("organization_code"),
            "企业性质",
            "□国有☑民营□三资□其他",
            "注册资本（万元）",
            g("registered_capital"),
        ),
        ("联系人姓名", who("name"), "联系人职务", who("title"), "联系人手机", who("mobile")),
        ("联系电话", who("phone"), "传真", who("fax"), "电子邮箱", who("email")),
        (
            "单位地址",
            g("address"),
            "上年销售（万元）",
            g("last_year_sales"),
            "上年利润（万元）",
            g("last_year_profit"),
        ),
        (Cell("企业简介", span=1), Cell(plain.profile(f), span=5)),
        ("企业荣誉", Cell(plain.honors(f), span=5)),
    )
    tail = table(
        (Cell("真实性承诺", span=3), Cell("推荐单位", span=3)),
        (Cell(plain.pledge(f), span=3), Cell(plain.recommended(f), span=3)),
    )
    return Odd(docx(plain.whole(f, applicant=p("申报单位基本信息") + grid + tail)), usual(f), faultless=True)


def header_over_values() -> Odd:
    """Wrote labels as a header row and the answers in the row beneath."""
    f = firm(4)

    def g(name: str) -> str:
        return str(f[f"applicant.{name}"])

    grid = table(
        ("单位名称", "组织机构代码", "成立时间", "企业性质"),
        (g("name"), g("organization_code"), g("founded_on"), "民营"),
        ("注册资本（万元）", "单位地址", "上年销售（万元）", "上年利润（万元）"),
        (g("registered_capital"), g("address"), g("last_year_sales"), g("last_year_profit")),
    )
    contact = p("联系人") + table(
        ("姓名", "职务", "电话", "手机", "传真", "E-mail"),
        tuple(g(f"contact.{name}") for name in ("name", "title", "phone", "mobile", "fax", "email")),
    )
    rest = table(
        ("企业简介",),
        (plain.profile(f),),
        ("企业荣誉",),
        (plain.honors(f),),
        ("真实性承诺",),
        (plain.pledge(f),),
        ("推荐单位",),
        (plain.recommended(f),),
    )
    basics = table(
        ("平台名称", "建设主体", "建设时间", "投资金额(万元)"),
        (
            f["platform.name"],
            f["platform.builder"],
            f["platform.built_period"],
            str(f["platform.investment"]),
        ),
        ("平台类别（单选）", "建设状态", "建设方式", "IaaS基础设施"),
        (
            "□跨行业跨领域\n☑区域\n□行业",
            "☑已建成\n□在建\n□拟建",
            "☑自建\n□合作共建",
            f"□自建\n☑租用\n服务商名称：{f['platform.iaas_provider']}",
        ),
    ) + table(
        (Cell("面向行业", span=2), Cell("面向领域", span=2)),
        (
            "覆盖行业数（个）",
            str(f["platform.industry_count"]),
            "覆盖领域数（个）",
            str(f["platform.domain_count"]),
        ),
        (
            Cell(plain.boxes(INDUSTRIES, f["platform.industries"]), span=2),
            Cell(plain.boxes(DOMAINS, f["platform.domains"]), span=2),
        ),
    )
    more = table(
        ("平台关键指标统计",),
        (plain.indicators(f),),
        ("平台典型应用企业名称",),
        ("\n".join(f"{i}.{c}" for i, c in enumerate(f["platform.typical_customers"], 1)),),
    )
    body = plain.whole(
        f,
        applicant=p("申报单位基本信息") + grid + contact + rest,
        platform=p("申报平台信息") + p("（一）平台基础信息") + basics + more,
    )
    return Odd(docx(body), usual(f), faultless=True)


def no_tables() -> Odd:
    """Used no table at all: each answer behind its label on a line."""
    f = firm(5, category="跨行业跨领域")

    def g(name: str) -> str:
        return str(f[f"applicant.{name}"])

    def b(name: str) -> str:
        return str(f[f"platform.{name}"])

    lines = [
        f"单位名称：{g('name')}",
        f"组织机构代码：{g('organization_code')}    成立时间：{g('founded_on')}",
        "企业性质：□国有 √民营 □三资 □其他",
        f"注册资本：{g('registered_capital')}万元",
        f"单位地址：{g('address')}",
        f"联系人：{g('contact.name')}    职务：{g('contact.title')}",
        f"电话：{g('contact.phone')}    手机：{g('contact.mobile')}",
        f"传真：{g('contact.fax')}    E-mail：{g('contact.email')}",
        f"上年销售：{g('last_year_sales')}万元    上年利润：{g('last_year_profit')}万元",
        "企业简介：",
        plain.profile(f),
        "企业荣誉：",
        plain.honors(f),
        "真实性承诺：",
        plain.pledge(f),
        "推荐单位：",
        plain.recommended(f),
    ]
    base = [
        f"平台名称：{b('name')}",
        "平台类别（单选）：√跨行业跨领域工业互联网平台 □区域工业互联网平台 □行业工业互联网平台",
        f"面向行业：覆盖行业数（个）：{b('industry_count')}",
        plain.boxes(INDUSTRIES, f["platform.industries"], on="√"),
        f"面向领域：覆盖领域数（个）：{b('domain_count')}",
        plain.boxes(DOMAINS, f["platform.domains"], on="√"),
        f"建设主体：{b('builder')}",
        f"建设时间：{b('built_period')}",
        "建设状态：√已建成 □在建 □拟建",
        f"投资金额(万元)：{b('investment')}",
        "建设方式：√自建 □合作共建",
        f"IaaS基础设施：□自建 √租用 服务商名称：{b('iaas_provider')}",
        "平台关键指标统计",
        plain.indicators(f),
        "平台典型应用企业名称：",
        *f["platform.typical_customers"],
    ]
    body = (
        plain.cover(f)
        + p("申报单位基本信息", style="1")
        + ps("\n".join(lines))
        + p("申报平台信息", style="1")
        + p("（一）平台基础信息", style="2")
        + ps("\n".join(base))
    )
    body += plain.narrative(f) + plain.sustainability(f) + plain.after(f) + plain.proofs(f)
    return Odd(docx(body), usual(f), faultless=True)


FILINGS: Final[dict[str, Maker]] = {
    "copied": copied,
    "two_columns": two_columns,
    "six_columns": six_columns,
    "header_over_values": header_over_values,
    "no_tables": no_tables,
}
