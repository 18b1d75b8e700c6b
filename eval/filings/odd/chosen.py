"""Choices marked otherwise than by a box before the option."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from eval.filings.odd import plain
from eval.filings.odd.filing import Maker, Odd, OneOf
from eval.filings.odd.firm import DOMAINS, INDUSTRIES, Facts, firm
from eval.filings.odd.paper import Cell, box, docx, p, ps, run, table
from eval.filings.odd.plain import CATEGORY, usual

__all__ = ["FILINGS"]

OWNERS: Final = ("国有", "民营", "三资", "其他")
CLOUDS: Final = ("公有云", "私有云", "混合云", "其他")


def ticked_column(options: Iterable[str], chosen: object, mark: str = "✔") -> str:
    picked = chosen if isinstance(chosen, list) else [chosen]
    return table(*((each, mark if each in picked else "") for each in options))


def tick_beside() -> Odd:
    """Drew each choice as a little table: the option, and a tick or nothing in the column beside it."""
    f = firm(10) | {
        "platform.build_status": "在建",
        "platform.build_mode": "合作共建",
        "platform.build_partners": "燕山轻工研究院",
    }

    def g(name: str) -> str:
        return str(f[f"applicant.{name}"])

    one = p("申报单位基本信息") + table(
        ("单位名称", g("name")),
        ("组织机构代码", g("organization_code")),
        ("成立时间", g("founded_on")),
        ("注册资本（万元）", g("registered_capital")),
        ("单位地址", g("address")),
    )
    one += p("企业性质") + ticked_column(OWNERS, f["applicant.ownership"])
    one += table(
        ("联系人", "姓名", g("contact.name")),
        ("", "电话", g("contact.phone")),
        ("", "职务", g("contact.title")),
        ("", "手机", g("contact.mobile")),
        ("", "传真", g("contact.fax")),
        ("", "E-mail", g("contact.email")),
    )
    one += table(
        ("上年销售（万元）", g("last_year_sales")),
        ("上年利润（万元）", g("last_year_profit")),
        ("企业简介", plain.profile(f)),
        ("企业荣誉", plain.honors(f)),
        ("真实性承诺", plain.pledge(f)),
        ("推荐单位", plain.recommended(f)),
    )
    two = (
        p("申报平台信息")
        + p("（一）平台基础信息")
        + table(("平台名称", f["platform.name"]))
        + p("平台类别（单选）")
        + ticked_column(CATEGORY.values(), CATEGORY[f["platform.category"]])
    )
    two += p(f"面向行业  覆盖行业数（个）：{f['platform.industry_count']}") + ticked_column(
        INDUSTRIES, f["platform.industries"]
    )
    two += p(f"面向领域  覆盖领域数（个）：{f['platform.domain_count']}") + ticked_column(
        DOMAINS, f["platform.domains"]
    )
    two += table(
        ("建设主体", f["platform.builder"]),
        ("建设时间", f["platform.built_period"]),
        ("投资金额(万元)", str(f["platform.investment"])),
    )
    two += (
        p("建设状态")
        + ticked_column(("已建成", "在建", "拟建"), f["platform.build_status"])
        + p("建设方式")
        + ticked_column(("自建", "合作共建"), f["platform.build_mode"])
        + p(f"合作企业名称：{f['platform.build_partners']}")
    )
    two += (
        p("IaaS基础设施")
        + ticked_column(("自建", "租用"), f["platform.iaas_mode"])
        + p(f"服务商名称：{f['platform.iaas_provider']}")
    )
    two += table(
        ("平台关键指标统计", plain.indicators(f)),
        ("平台典型应用企业名称", "\n".join(f["platform.typical_customers"])),
    )
    return Odd(docx(plain.whole(f, applicant=one, platform=two)), usual(f), faultless=True)


def tick_row_beneath() -> Odd:
    """Set the options in a row and the ticks in the row beneath, inside the answer's cell."""
    f = firm(11)

    def grid(options: Iterable[str], chosen: object) -> str:
        picked = chosen if isinstance(chosen, list) else [chosen]
        return table(tuple(options), tuple("√" if each in picked else "" for each in options))

    rows = plain.basics(f)
    rows[1] = ("平台类别\n（单选）", grid(("跨行业跨领域", "区域", "行业"), f["platform.category"]))
    rows[3] = (Cell("", down="continue"), grid(INDUSTRIES, f["platform.industries"]))
    rows[5] = (Cell("", down="continue"), grid(DOMAINS, f["platform.domains"]))
    rows[8] = ("建设状态", grid(("已建成", "在建", "拟建"), f["platform.build_status"]))
    two = (
        p("申报平台信息")
        + p("（一）平台基础信息")
        + table(
            *rows,
            ("平台关键指标统计", plain.indicators(f)),
            ("平台典型应用企业名称", "；".join(f["platform.typical_customers"])),
        )
    )
    return Odd(docx(plain.whole(f, platform=two)), usual(f), faultless=True)


def in_words() -> Odd:
    """Deleted every option that did not apply, and every box: the choices are plain words."""
    f = firm(12)
    rows = plain.basics(f)
    rows[1] = ("平台类别（单选）", "区域工业互联网平台")
    rows[3] = (Cell("", down="continue"), "、".join(f["platform.industries"]))
    rows[5] = (Cell("", down="continue"), "、".join(f["platform.domains"]))
    rows[8] = ("建设状态", "已建成")
    rows[10] = ("建设方式", "自建")
    rows[11] = ("IaaS基础设施", f"租用，服务商名称：{f['platform.iaas_provider']}")
    numbers = plain.indicators(f).split("\n")
    numbers[15] = "、".join(f["platform.indicators.new_technologies"])
    two = (
        p("申报平台信息")
        + p("（一）平台基础信息")
        + table(
            *rows,
            ("平台关键指标统计", "\n".join(numbers)),
            ("平台典型应用企业名称", "\n".join(f["platform.typical_customers"])),
        )
    )
    one = plain.applicant(f).replace("□国有 ☑民营 □三资 □其他", "民营企业")
    three = plain.capability(f).replace("□公有云 □私有云 ☑混合云 □其他______架构", "混合云架构")
    four = plain.sustainability(f).replace("☑是 □否", "是").replace("□是 ☑否", "否")
    return Odd(
        docx(plain.whole(f, applicant=one, platform=two, capability=three, sustainability=four)),
        usual(f),
        faultless=True,
    )


def only_looks() -> Odd:
    """Marked the choices by shading or bold face only; no text says which they are."""
    f = firm(13)
    shade = '<w:r><w:rPr><w:b/><w:shd w:val="clear" w:fill="FFFF00"/></w:rPr><w:t>{}</w:t></w:r>'

    def looks(options: Iterable[str], chosen: object) -> str:
        picked = chosen if isinstance(chosen, list) else [chosen]
        return p(*(shade.format(f"□{each}") if each in picked else run(f"□{each} ") for each in options))

    rows = plain.basics(f)
    rows[1] = ("平台类别\n（单选）", looks(CATEGORY.values(), CATEGORY[f["platform.category"]]))
    rows[3] = (Cell("", down="continue"), looks(INDUSTRIES, f["platform.industries"]))
    rows[5] = (Cell("", down="continue"), looks(DOMAINS, f["platform.domains"]))
    rows[8] = ("建设状态", looks(("已建成", "在建", "拟建"), f["platform.build_status"]))
    two = (
        p("申报平台信息")
        + p("（一）平台基础信息")
        + table(
            *rows,
            ("平台关键指标统计", plain.indicators(f)),
            ("平台典型应用企业名称", "\n".join(f["platform.typical_customers"])),
        )
    )
    none: dict[str, object] = {
        "platform.category": None,
        "platform.build_status": None,
        "platform.industries": [],
        "platform.domains": [],
    }
    return Odd(docx(plain.whole(f, platform=two)), usual(f, **none))


def box_gone() -> Odd:
    """Rubbed out the box of what was chosen and left those of the others."""
    f = firm(14)
    one = plain.applicant(f).replace("□国有 ☑民营 □三资 □其他", "□国有 民营 □三资 □其他")
    two = plain.platform(f).replace("☑已建成 □在建 □拟建", "已建成 □在建 □拟建")
    four = plain.sustainability(f).replace("☑是 □否", "是 □否")
    unsure = {
        "applicant.ownership": OneOf((None, "民营")),
        "platform.build_status": OneOf((None, "已建成")),
        "sustainability.has_development_plan": OneOf((None, True)),
    }
    return Odd(docx(plain.whole(f, applicant=one, platform=two, sustainability=four)), usual(f, **unsure))


def mark_after() -> Odd:
    """Put marks behind the options: 民营（√）, 区域√, 是√ 否."""
    f = firm(15)

    def behind(options: Iterable[str], chosen: object, mark: str = "（√）", none: str = "（ ）") -> str:
        picked = chosen if isinstance(chosen, list) else [chosen]
        return "  ".join(each + (mark if each in picked else none) for each in options)

    rows = plain.basics(f)
    rows[1] = ("平台类别\n（单选）", behind(CATEGORY.values(), CATEGORY[f["platform.category"]]))
    rows[3] = (Cell("", down="continue"), behind(INDUSTRIES, f["platform.industries"], "☑", "□"))
    rows[5] = (Cell("", down="continue"), behind(DOMAINS, f["platform.domains"], "☑", "□"))
    rows[8] = ("建设状态", behind(("已建成", "在建", "拟建"), f["platform.build_status"]))
    two = (
        p("申报平台信息")
        + p("（一）平台基础信息")
        + table(
            *rows,
            ("平台关键指标统计", plain.indicators(f)),
            ("平台典型应用企业名称", "\n".join(f["platform.typical_customers"])),
        )
    )
    one = plain.applicant(f).replace("□国有 ☑民营 □三资 □其他", behind(OWNERS, "民营"))
    four = plain.sustainability(f).replace("☑是 □否", "是√ 否").replace("□是 ☑否", "是 否√")
    return Odd(
        docx(plain.whole(f, applicant=one, platform=two, sustainability=four)), usual(f), faultless=True
    )


def square_bullets() -> Odd:
    """Began every line of the form with the bullet ■; choices carry □ and ☑."""
    f = firm(16)
    numbers = "\n".join(f"■ {line}" for line in plain.indicators(f).split("\n"))
    two = plain.platform(f).replace(ps(plain.indicators(f)), ps(numbers))
    one = plain.applicant(f)
    for label in ("单位名称", "单位地址", "企业性质", "姓名", "电话", "企业简介"):
        one = one.replace(f'preserve">{label}</w:t>', f'preserve">■{label}</w:t>', 1)
    four = plain.sustainability(f)
    for label in ("1.平台是否", "2.平台是否", "7.企业已上市"):
        four = four.replace(label, f"■{label}")
    return Odd(
        docx(plain.whole(f, applicant=one, platform=two, sustainability=four)), usual(f), faultless=True
    )


def circles() -> Odd:
    """Used ● for what applies and ○ for what does not, and [x] or [ ] further on."""
    f = firm(17)
    rows = plain.basics(f)
    rows[1] = (
        "平台类别\n（单选）",
        plain.boxes(CATEGORY.values(), CATEGORY[f["platform.category"]], on="●", off="○"),
    )
    rows[3] = (
        Cell("", down="continue"),
        plain.boxes(INDUSTRIES, f["platform.industries"], on="[x] ", off="[ ] "),
    )
    rows[5] = (
        Cell("", down="continue"),
        plain.boxes(DOMAINS, f["platform.domains"], on="【√】", off="【 】"),
    )
    rows[8] = (
        "建设状态",
        plain.boxes(("已建成", "在建", "拟建"), f["platform.build_status"], on="◉", off="○"),
    )
    two = (
        p("申报平台信息")
        + p("（一）平台基础信息")
        + table(
            *rows,
            ("平台关键指标统计", plain.indicators(f)),
            ("平台典型应用企业名称", "\n".join(f["platform.typical_customers"])),
        )
    )
    one = plain.applicant(f).replace("□国有 ☑民营 □三资 □其他", "○国有 ●民营 ○三资 ○其他")
    return Odd(docx(plain.whole(f, applicant=one, platform=two)), usual(f), faultless=True)


def struck_out() -> Odd:
    """Struck through what does not apply in 国有/民营/三资/其他, and left it at that."""
    f = firm(18)

    def left(options: Iterable[str], chosen: str) -> str:
        return p(
            *(run(each + " ") if each == chosen else run(each, strike="") + run(" ") for each in options)
        )

    one = plain.applicant(f).replace(p("□国有 ☑民营 □三资 □其他"), left(OWNERS, "民营"))
    two = plain.platform(f).replace(p("☑已建成 □在建 □拟建"), left(("已建成", "在建", "拟建"), "已建成"))
    unsure = {"applicant.ownership": OneOf((None, "民营")), "platform.build_status": OneOf((None, "已建成"))}
    return Odd(docx(plain.whole(f, applicant=one, platform=two)), usual(f, **unsure))


def only_the_chosen() -> Odd:
    """Kept of every choice only what was ticked; ticked 其他 and said what."""
    f: Facts = firm(19) | {
        "applicant.ownership": "其他",
        "platform.build_mode": "合作共建",
        "platform.build_partners": "燕山轻工研究院",
    }
    f["platform.industries"] = [*f["platform.industries"][:3], "其他"]
    rows = plain.basics(f)
    rows[1] = ("平台类别\n（单选）", "☑区域工业互联网平台")
    rows[3] = (
        Cell("", down="continue"),
        "".join(f"☑{each} " for each in f["platform.industries"][:3]) + "☑其他（皮革制品）",
    )
    rows[5] = (Cell("", down="continue"), "\n".join(f"☑{each}" for each in f["platform.domains"]))
    rows[8], rows[10] = ("建设状态", "☑已建成"), ("建设方式", "☑合作共建（合作企业名称：燕山轻工研究院）")
    rows[11] = ("IaaS基础设施", f"☑租用（服务商名称：{f['platform.iaas_provider']}）")
    two = (
        p("申报平台信息")
        + p("（一）平台基础信息")
        + table(
            *rows,
            ("平台关键指标统计", plain.indicators(f)),
            ("平台典型应用企业名称", "\n".join(f["platform.typical_customers"])),
        )
    )
    one = plain.applicant(f).replace("□国有 □民营 □三资 ☑其他", "☑其他（事业单位）")
    four = plain.sustainability(f).replace("☑是 □否", "☑是").replace("□是 ☑否", "☑否")
    return Odd(
        docx(plain.whole(f, applicant=one, platform=two, sustainability=four)),
        usual(f, **{"platform.industry_other": "皮革制品"}),
        faultless=True,
    )


def every_machine() -> Odd:
    """Ticked by content controls, by legacy form fields and by Wingdings characters, a kind a question."""
    f = firm(20)

    def legacy(on: int) -> str:
        return f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="k"/><w:checkBox><w:sizeAuto/><w:default w:val="{int(on)}"/></w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'

    def sym(on: int) -> str:
        return f'<w:r><w:sym w:font="Wingdings" w:char="{"F0FE" if on else "F0A8"}"/></w:r>'

    def marked(kind: Callable[[int], str], options: Iterable[str], chosen: object) -> str:
        picked = chosen if isinstance(chosen, list) else [chosen]
        return p(*(kind(each in picked) + run(f"{each} ") for each in options))

    rows = plain.basics(f)
    rows[1] = ("平台类别\n（单选）", marked(sym, CATEGORY.values(), CATEGORY[f["platform.category"]]))
    rows[3] = (Cell("", down="continue"), marked(legacy, INDUSTRIES, f["platform.industries"]))
    rows[5] = (Cell("", down="continue"), marked(sym, DOMAINS, f["platform.domains"]))
    rows[8] = (
        "建设状态",
        p(*(box(ticked=each == "已建成") + run(f"{each} ") for each in ("已建成", "在建", "拟建"))),
    )
    two = (
        p("申报平台信息")
        + p("（一）平台基础信息")
        + table(
            *rows,
            ("平台关键指标统计", plain.indicators(f)),
            ("平台典型应用企业名称", "\n".join(f["platform.typical_customers"])),
        )
    )
    return Odd(docx(plain.whole(f, platform=two)), usual(f), faultless=True)


def two_ticks() -> Odd:
    """Ticked two where one is asked for, and crossed ☒ what was meant elsewhere."""
    f = firm(21)
    one = plain.applicant(f).replace("□国有 ☑民营 □三资 □其他", "☑国有 ☑民营 □三资 □其他")
    two = plain.platform(f).replace("☑已建成 □在建 □拟建", "☒已建成 □在建 □拟建")
    doubt = {"applicant.ownership": None}
    return Odd(
        docx(plain.whole(f, applicant=one, platform=two)),
        usual(f, **doubt),
        states={"applicant.ownership": "unreadable"},
        errors=(("SEL001", "applicant.ownership"),),
    )


FILINGS: Final[dict[str, Maker]] = {
    each.__name__: each
    for each in (
        tick_beside,
        tick_row_beneath,
        in_words,
        only_looks,
        box_gone,
        mark_after,
        square_bullets,
        circles,
        struck_out,
        only_the_chosen,
        every_machine,
        two_ticks,
    )
}
