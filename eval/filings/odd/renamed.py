"""Labels in the clerk's own words, rows that the form does not have, and answers set where nobody asked."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from eval.filings.odd import plain
from eval.filings.odd.filing import Holds, Maker, Odd
from eval.filings.odd.firm import DOMAINS, INDUSTRIES, Facts, firm
from eval.filings.odd.paper import Cell, docx, p, ps, table
from eval.filings.odd.plain import usual

__all__ = ["FILINGS"]

_MERGED: Final = Cell("", down="continue")


def synonyms() -> Odd:
    """Used the words of other forms: 企业名称, 统一社会信用代码, 成立日期, 注册资金, 通讯地址, 移动电话, 电子邮箱, 上年度销售收入."""
    f = firm(80)

    def g(name: str) -> str:
        return str(f[f"applicant.{name}"])

    one = p("一、申报单位基本信息") + table(
        ("企业名称", Cell(g("name"), span=3)),
        ("统一社会信用代码", g("organization_code"), "成立日期", g("founded_on")),
        ("企业类型", "□国有企业 ☑民营企业 □三资企业 □其他", "注册资金（万元）", g("registered_capital")),
        ("通讯地址", Cell(g("address"), span=3)),
        ("联系人", g("contact.name"), "办公电话", g("contact.phone")),
        ("职务", g("contact.title"), "移动电话", g("contact.mobile")),
        ("传真号码", g("contact.fax"), "电子邮箱", g("contact.email")),
        ("上年度销售收入（万元）", g("last_year_sales"), "上年度利润（万元）", g("last_year_profit")),
        ("企业简介", Cell(plain.profile(f), span=3)),
        ("所获荣誉", Cell(plain.honors(f), span=3)),
        ("真实性承诺", Cell(plain.pledge(f), span=3)),
        ("推荐单位", Cell(plain.recommended(f), span=3)),
    )
    return Odd(docx(plain.whole(f, applicant=one)), usual(f), faultless=True)


def more_rows() -> Odd:
    """Added rows of other forms between the form's own: 法定代表人 with a phone, 员工人数, 信用等级, 开户行, 注册地址."""
    f = firm(81)

    def g(name: str) -> str:
        return str(f[f"applicant.{name}"])

    one = p("申报单位基本信息") + table(
        ("单位名称", Cell(g("name"), span=4)),
        ("曾用名", Cell("燕山小厂", span=4)),
        ("法定代表人", Cell("别人甲", span=2), "法人联系电话", "0316-1234567"),
        ("组织机构代码", Cell(g("organization_code"), span=2), "成立时间", g("founded_on")),
        ("企业性质", Cell("□国有 ☑民营 □三资 □其他", span=2), "注册资本（万元）", g("registered_capital")),
        ("员工总数（人）", Cell("356", span=2), "研发人员（人）", "88"),
        ("注册地址", Cell("天津市滨海新区第九大街1号", span=4)),
        ("单位地址", Cell(g("address"), span=4)),
        ("开户银行", Cell("燕赵银行营业部", span=2), "账号", "6222000011112222333"),
        (Cell("联系人", down="restart"), "姓名", g("contact.name"), "电话", g("contact.phone")),
        (_MERGED, "职务", g("contact.title"), "手机", g("contact.mobile")),
        (_MERGED, "传真", g("contact.fax"), "E-mail", g("contact.email")),
        ("财务负责人", Cell("别人乙", span=2), "手机", "18800000002"),
        ("上年总资产（万元）", Cell("77777", span=2), "上年负债（万元）", "33333"),
        ("上年销售（万元）", Cell(g("last_year_sales"), span=2), "上年利润（万元）", g("last_year_profit")),
        ("上年纳税（万元）", Cell("222", span=2), "上年研发费用（万元）", "444"),
        ("企业简介", Cell(plain.profile(f), span=4)),
        ("企业荣誉", Cell(plain.honors(f), span=4)),
        ("真实性承诺", Cell(plain.pledge(f), span=4)),
        ("推荐单位", Cell(plain.recommended(f), span=4)),
    )
    extra = [
        ("平台简称", "小平台"),
        ("平台网址", "https://platform.example.com"),
        ("平台上线时间", "2017年5月"),
        ("平台负责人", "别人丙 13700000003"),
    ]
    rows = plain.basics(f)
    two = (
        p("申报平台信息")
        + p("（一）平台基础信息")
        + table(
            rows[0],
            *extra,
            *rows[1:],
            ("平台关键指标统计", plain.indicators(f)),
            ("平台典型应用企业名称", "\n".join(f["platform.typical_customers"])),
        )
    )
    return Odd(docx(plain.whole(f, applicant=one, platform=two)), usual(f), faultless=True)


def contact_in_one() -> Odd:
    """Put all of the contact into one cell, a line each with its own label; the rest of the table as it was."""
    f = firm(82)

    def g(name: str) -> str:
        return str(f[f"applicant.{name}"])

    all_in_one = f"姓名：{g('contact.name')}    职务：{g('contact.title')}\n电话：{g('contact.phone')}    手机：{g('contact.mobile')}\n传真：{g('contact.fax')}    E-mail：{g('contact.email')}"
    one = p("申报单位基本信息") + table(
        ("单位名称", Cell(g("name"), span=3)),
        ("组织机构代码", g("organization_code"), "成立时间", g("founded_on")),
        ("企业性质", "□国有 ☑民营 □三资 □其他", "注册资本（万元）", g("registered_capital")),
        ("单位地址", Cell(g("address"), span=3)),
        ("联系人", Cell(all_in_one, span=3)),
        ("上年销售（万元）", g("last_year_sales"), "上年利润（万元）", g("last_year_profit")),
        ("企业简介", Cell(plain.profile(f), span=3)),
        ("企业荣誉", Cell(plain.honors(f), span=3)),
        ("真实性承诺", Cell(plain.pledge(f), span=3)),
        ("推荐单位", Cell(plain.recommended(f), span=3)),
    )
    return Odd(docx(plain.whole(f, applicant=one)), usual(f), faultless=True)


def numbered_rows() -> Odd:
    """Gave every table a first column of running numbers and a head row 序号 | 项目 | 填写内容."""
    f = firm(83)

    def g(name: str) -> str:
        return str(f[f"applicant.{name}"])

    pairs = [
        ("单位名称", g("name")),
        ("组织机构代码", g("organization_code")),
        ("成立时间", g("founded_on")),
        ("企业性质", "□国有 ☑民营 □三资 □其他"),
        ("注册资本（万元）", g("registered_capital")),
        ("单位地址", g("address")),
        ("联系人姓名", g("contact.name")),
        ("联系人电话", g("contact.phone")),
        ("联系人职务", g("contact.title")),
        ("联系人手机", g("contact.mobile")),
        ("联系人传真", g("contact.fax")),
        ("联系人邮箱", g("contact.email")),
        ("上年销售（万元）", g("last_year_sales")),
        ("上年利润（万元）", g("last_year_profit")),
        ("企业简介", plain.profile(f)),
        ("企业荣誉", plain.honors(f)),
        ("真实性承诺", plain.pledge(f)),
        ("推荐单位", plain.recommended(f)),
    ]
    one = p("申报单位基本信息") + table(
        ("序号", "项目", "填写内容"), *((str(i), *pair) for i, pair in enumerate(pairs, 1))
    )
    rows = plain.basics(f)
    shown = [
        ("平台名称", rows[0][1]),
        ("平台类别（单选）", rows[1][1]),
        ("面向行业/覆盖行业数（个）", str(f["platform.industry_count"])),
        ("面向行业", rows[3][1]),
        ("面向领域/覆盖领域数（个）", str(f["platform.domain_count"])),
        ("面向领域", rows[5][1]),
        *rows[6:],
    ]
    two = (
        p("申报平台信息")
        + p("（一）平台基础信息")
        + table(
            ("序号", "项目", "填写内容"),
            *(
                (str(i), *pair)
                for i, pair in enumerate(
                    [
                        *shown,
                        ("平台关键指标统计", plain.indicators(f)),
                        ("平台典型应用企业名称", "\n".join(f["platform.typical_customers"])),
                    ],
                    1,
                )
            ),
        )
    )
    return Odd(docx(plain.whole(f, applicant=one, platform=two)), usual(f), faultless=True)


def value_beneath() -> Odd:
    """No table: a label in bold on a line, the answer on the next."""
    f = firm(84)

    def g(name: str) -> str:
        return str(f[f"applicant.{name}"])

    def b(name: str) -> str:
        return str(f[f"platform.{name}"])

    pairs = [
        ("单位名称", g("name")),
        ("组织机构代码", g("organization_code")),
        ("成立时间", g("founded_on")),
        ("企业性质", "□国有 ☑民营 □三资 □其他"),
        ("注册资本（万元）", g("registered_capital")),
        ("单位地址", g("address")),
        ("联系人姓名", g("contact.name")),
        ("电话", g("contact.phone")),
        ("职务", g("contact.title")),
        ("手机", g("contact.mobile")),
        ("传真", g("contact.fax")),
        ("E-mail", g("contact.email")),
        ("上年销售（万元）", g("last_year_sales")),
        ("上年利润（万元）", g("last_year_profit")),
        ("企业简介", plain.profile(f)),
        ("企业荣誉", plain.honors(f)),
        ("真实性承诺", plain.pledge(f)),
        ("推荐单位", plain.recommended(f)),
    ]
    more = [
        ("平台名称", b("name")),
        ("平台类别（单选）", plain.boxes(plain.CATEGORY.values(), plain.CATEGORY[b("category")])),
        (
            "面向行业",
            f"覆盖行业数（个）：{b('industry_count')}\n{plain.boxes(INDUSTRIES, f['platform.industries'])}",
        ),
        ("面向领域", f"覆盖领域数（个）：{b('domain_count')}\n{plain.boxes(DOMAINS, f['platform.domains'])}"),
        ("建设主体", b("builder")),
        ("建设时间", b("built_period")),
        ("建设状态", "☑已建成 □在建 □拟建"),
        ("投资金额(万元)", b("investment")),
        ("建设方式", "☑自建 □合作共建"),
        ("IaaS基础设施", f"□自建 ☑租用\n服务商名称：{b('iaas_provider')}"),
        ("平台关键指标统计", plain.indicators(f)),
        ("平台典型应用企业名称", "\n".join(f["platform.typical_customers"])),
    ]

    def lines(all_: list[tuple[str, str]]) -> str:
        return "".join(p(label, look={"b": ""}) + ps(value) for label, value in all_)

    body = (
        plain.cover(f)
        + p("申报单位基本信息", style="1")
        + lines(pairs)
        + p("申报平台信息", style="1")
        + p("（一）平台基础信息", style="2")
        + lines(more)
        + plain.narrative(f)
        + plain.sustainability(f)
        + plain.after(f)
        + plain.proofs(f)
    )
    return Odd(docx(body), usual(f), faultless=True)


def dashed_notes() -> Odd:
    """Kept it like notes: - 单位名称: 某公司, half-width punctuation, blanks around figures, underscores left around them."""
    f = firm(85, category="行业")

    def g(name: str) -> str:
        return str(f[f"applicant.{name}"])

    def b(name: str) -> str:
        return str(f[f"platform.{name}"])

    first = [
        f"- 单位名称: {g('name')}",
        f"- 组织机构代码: {g('organization_code')}",
        f"- 成立时间: {g('founded_on')}",
        "- 企业性质: [ ] 国有 [x] 民营 [ ] 三资 [ ] 其他",
        f"- 注册资本(万元): {g('registered_capital')}",
        f"- 单位地址: {g('address')}",
        f"- 联系人姓名: {g('contact.name')}",
        f"- 电话: {g('contact.phone')}",
        f"- 职务: {g('contact.title')}",
        f"- 手机: {g('contact.mobile')}",
        f"- 传真: {g('contact.fax')}",
        f"- E-mail: {g('contact.email')}",
        f"- 上年销售(万元): {g('last_year_sales')}",
        f"- 上年利润(万元): {g('last_year_profit')}",
        "- 企业简介:",
        plain.profile(f),
        "- 企业荣誉:",
        plain.honors(f),
        "- 真实性承诺:",
        plain.pledge(f),
        "- 推荐单位:",
        plain.recommended(f),
    ]

    def box(options: Iterable[str], chosen: object) -> str:
        return plain.boxes(options, chosen, on="[x] ", off="[ ] ", sep="  ")

    numbers = plain.indicators(f).replace("：", ": ").replace("（", " (").replace("）", ")")
    for name in ("connected_devices", "industrial_apps", "solutions"):
        numbers = numbers.replace(
            f": {f[f'platform.indicators.{name}']} (", f": ___{f[f'platform.indicators.{name}']}___ (", 1
        )
    second = [
        f"- 平台名称: {b('name')}",
        f"- 平台类别(单选): {box(plain.CATEGORY.values(), plain.CATEGORY[b('category')])}",
        "- 面向行业:",
        f"覆盖行业数(个): __{b('industry_count')}__",
        box(INDUSTRIES, f["platform.industries"]),
        "- 面向领域:",
        f"覆盖领域数(个): __{b('domain_count')}__",
        box(DOMAINS, f["platform.domains"]),
        f"- 建设主体: {b('builder')}",
        f"- 建设时间: {b('built_period')}",
        "- 建设状态: [x] 已建成 [ ] 在建 [ ] 拟建",
        f"- 投资金额(万元): {b('investment')}",
        "- 建设方式: [x] 自建 [ ] 合作共建",
        f"- IaaS基础设施: [ ] 自建 [x] 租用 服务商名称: {b('iaas_provider')}",
        "- 平台关键指标统计:",
        numbers,
        "- 平台典型应用企业名称:",
        "\n".join(f"* {each}" for each in f["platform.typical_customers"]),
    ]
    body = (
        plain.cover(f)
        + p("# 申报单位基本信息")
        + ps("\n".join(first))
        + p("# 申报平台信息")
        + p("## （一）平台基础信息")
        + ps("\n".join(second))
        + plain.narrative(f)
        + plain.sustainability(f)
        + plain.after(f)
        + plain.proofs(f)
    )
    return Odd(docx(body), usual(f), faultless=True)


def short_profile() -> Odd:
    """Wrote the profile as one text without its two headings, and customers and honours as tables with more columns."""
    f = firm(86)
    one = plain.applicant(f).replace(ps(plain.profile(f)), ps(f["applicant.profile_introduction"]))
    firms = table(
        ("序号", "企业名称", "所属行业", "合同编号", "证明材料"),
        *(
            (str(i), each, "铸造", f"HT-2021-0{i}", "见附件11")
            for i, each in enumerate(f["platform.typical_customers"], 1)
        ),
    )
    two = plain.platform(f).replace(ps("\n".join(f["platform.typical_customers"])), firms)
    values = usual(f)
    del values["applicant.profile_introduction"], values["applicant.profile_competence"]
    values["applicant.profile"] = Holds((f["applicant.profile_introduction"],))
    return Odd(docx(plain.whole(f, applicant=one, platform=two)), values)


def wordy_honors() -> Odd:
    """Told the honours in sentences, the customers in a sentence with 等, the yes-or-no questions with reasons."""
    f: Facts = firm(87)
    honours = [
        {"text": Holds(("河北省工业互联网创新发展试点示范项目",)), "level": "省级", "obtained_on": "2021-06"},
        {"text": Holds(("两化融合管理体系贯标",)), "level": "国家级", "obtained_on": "2020"},
        {"text": Holds(("技术创新示范企业",)), "level": "市级", "obtained_on": "2022-03-18"},
    ]
    told = "1.2021年6月，入选河北省工业互联网创新发展试点示范项目（省级）；\n2.国家级：通过两化融合管理体系贯标，2020年；\n3.邯郸市技术创新示范企业（市级，2022年3月18日）。"
    one = plain.applicant(f).replace(ps(plain.honors(f)), ps(told))
    a, b, c = f["platform.typical_customers"]
    two = plain.platform(f).replace(ps(f"{a}\n{b}\n{c}"), p(f"平台已服务{a}、{b}、{c}等企业。"))
    four = (
        plain.sustainability(f)
        .replace("☑是 □否", "☑是 □否（规划文本见附件11-3）")
        .replace("□是 ☑否", "□是 ☑否，由公司事业部运营", 1)
    )
    return Odd(
        docx(plain.whole(f, applicant=one, platform=two, sustainability=four)),
        usual(f, **{"applicant.honors": honours}),
        faultless=True,
    )


FILINGS: Final[dict[str, Maker]] = {
    each.__name__: each
    for each in (
        synonyms,
        more_rows,
        contact_in_one,
        numbered_rows,
        value_beneath,
        dashed_notes,
        short_profile,
        wordy_honors,
    )
}
