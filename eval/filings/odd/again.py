"""The second lot: what went wrong once, done in yet another way."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from eval.filings.odd import plain
from eval.filings.odd.bundled import empty_form
from eval.filings.odd.filing import Maker, Odd, OneOf
from eval.filings.odd.firm import DOMAINS, INDICATORS, INDUSTRIES, Facts, firm
from eval.filings.odd.paper import Cell, docx, p, ps, table
from eval.filings.odd.plain import CATEGORY, usual

__all__ = ["FILINGS"]

_I: Final = "platform.indicators."
_S: Final = "sustainability."


def platform_of(f: Facts, rows: list[tuple[str | Cell, ...]], numbers: str | None = None) -> str:
    end = (
        ("平台关键指标统计", plain.indicators(f) if numbers is None else numbers),
        ("平台典型应用企业名称", "\n".join(f["platform.typical_customers"])),
    )
    return p("申报平台信息") + p("（一）平台基础信息") + table(*rows, *end)


def basics(f: Facts) -> list[tuple[str | Cell, ...]]:
    return [tuple(row) for row in plain.basics(f)]


def yes_column() -> Odd:
    """Asked himself of each option whether it applies: 序号 | 选项 | 是否选择, with 是 or 否; and 选中 in another grid."""
    f = firm(130) | {"platform.build_status": "在建"}
    rows = basics(f)

    def asked(options: Iterable[str], chosen: object, yes: str, no: str) -> str:
        picked = chosen if isinstance(chosen, list) else [chosen]
        return table(
            ("序号", "选项", "是否选择"),
            *((str(i), each, yes if each in picked else no) for i, each in enumerate(options, 1)),
        )

    rows[3] = (rows[3][0], asked(INDUSTRIES, f["platform.industries"], "是", "否"))
    rows[5] = (rows[5][0], asked(DOMAINS, f["platform.domains"], "√", ""))
    rows[8] = ("建设状态", asked(("已建成", "在建", "拟建"), "在建", "√", "×"))
    unsure = {
        path: OneOf((f[path], [] if isinstance(f[path], list) else None))
        for path in ("platform.industries", "platform.build_status")
    }
    return Odd(docx(plain.whole(f, platform=platform_of(f, rows))), usual(f, **unsure))


def ticks_in_pairs() -> Odd:
    """Set options and their tick cells in pairs of columns, the tick before the option here and behind it there."""
    f = firm(131) | {"platform.build_status": "在建"}
    rows = basics(f)

    def pairs(options: list[str], chosen: list[str], *, before: bool) -> str:
        cells = [
            ("√" if each in chosen else "", each) if before else (each, "√" if each in chosen else "")
            for each in options
        ]
        cells += [("", "")] * (-len(cells) % 3)
        return table(*(sum(cells[i : i + 3], ()) for i in range(0, len(cells), 3)))

    rows[3] = (rows[3][0], pairs(INDUSTRIES, f["platform.industries"], before=True))
    rows[5] = (rows[5][0], pairs(DOMAINS, f["platform.domains"], before=False))
    rows[8] = ("建设状态", pairs(["已建成", "在建", "拟建"], ["在建"], before=True))
    # Which side a tick belongs to is a guess where pairs stand in a row; a wrong tick is worse than none.
    unsure = {
        path: OneOf((f[path], [] if isinstance(f[path], list) else None))
        for path in ("platform.industries", "platform.domains", "platform.build_status")
    }
    return Odd(docx(plain.whole(f, platform=platform_of(f, rows))), usual(f, **unsure))


def options_as_rows() -> Odd:
    """Gave each option a row of the big table: label merged down, option, tick."""
    f = firm(132) | {
        "platform.iaas_mode": "自建",
        "platform.iaas_provider": None,
        "platform.build_status": "在建",
    }

    def rows_of(label: str, options: Iterable[str], chosen: object) -> list[tuple[str | Cell, ...]]:
        picked = chosen if isinstance(chosen, list) else [chosen]
        return [
            (
                Cell(label if not i else "", down="continue" if i else "restart"),
                each,
                "☑" if each in picked else "□",
            )
            for i, each in enumerate(options)
        ]

    def wide(label: str, text: str) -> tuple[str | Cell, ...]:
        return (label, Cell(text, span=2))

    rows: list[tuple[str | Cell, ...]] = [
        wide("平台名称", f["platform.name"]),
        *rows_of("平台类别\n（单选）", CATEGORY.values(), CATEGORY[f["platform.category"]]),
        wide("覆盖行业数（个）", str(f["platform.industry_count"])),
        *rows_of("面向行业", INDUSTRIES, f["platform.industries"]),
        wide("覆盖领域数（个）", str(f["platform.domain_count"])),
        *rows_of("面向领域", DOMAINS, f["platform.domains"]),
        wide("建设主体", f["platform.builder"]),
        wide("建设时间", f["platform.built_period"]),
        *rows_of("建设状态", ("已建成", "在建", "拟建"), "在建"),
        wide("投资金额(万元)", str(f["platform.investment"])),
        *rows_of("建设方式", ("自建", "合作共建"), "自建"),
        *rows_of("IaaS基础设施", ("自建", "租用"), "自建"),
        wide("平台关键指标统计", plain.indicators(f)),
        wide("平台典型应用企业名称", "\n".join(f["platform.typical_customers"])),
    ]
    return Odd(
        docx(plain.whole(f, platform=p("申报平台信息") + p("（一）平台基础信息") + table(*rows))),
        usual(f),
        faultless=True,
    )


def caption_unit() -> Odd:
    """One table of the money; the unit stands in its caption （万元）, heads are bare years, rows 研发投入, 业务收入, 运营成本 and a share row."""
    f = firm(133)
    rows: list[tuple[str, ...]] = [("", "2019", "2020", "2021", "合计")]
    for name, label in (("rnd", "研发投入"), ("revenue", "业务收入"), ("cost", "运营成本")):
        rows.append((label, *(f"{f[f'{_S}{name}_{year}'] / 10_000:g}" for year in (*plain.YEARS, "total"))))
    told = (
        p("3.企业研发投入，4.主营业务收入，5.主营业务成本：")
        + p("表3  平台近三年投入产出情况（万元）")
        + table(*rows)
    )
    return Odd(
        docx(plain.whole(f, sustainability=plain.sustainability(f, sums=told))), usual(f), faultless=True
    )


def unit_beside() -> Odd:
    """The unit stands in the heading of each question （单位：万元）, the years behind colons without a unit."""
    f = firm(134)
    told = []
    for number, (name, title, total, yearly) in enumerate(plain.MONEY, 3):
        told += [
            f"{number}.{title}（单位：万元）：",
            f"近三年平台相关的{total}：{f[f'{_S}{name}_total'] // 10_000}",
            *(f"{year}年平台相关的{yearly}：{f[f'{_S}{name}_{year}'] // 10_000}" for year in plain.YEARS),
        ]
    return Odd(
        docx(plain.whole(f, sustainability=plain.sustainability(f, sums=ps("\n".join(told))))),
        usual(f),
        faultless=True,
    )


def other_sentences() -> Odd:
    """Told the money in other sentences: 依次为249、429、481万元; 2019年（249万元）; 累计…，其中…."""
    f = firm(135)

    def ten(name: str) -> list[int]:
        return [f[f"{_S}{name}_{year}"] // 10_000 for year in (*plain.YEARS, "total")]

    r, i, c = ten("rnd"), ten("revenue"), ten("cost")
    told = [
        "3.企业研发投入：",
        f"2019、2020、2021年平台相关的研发投入依次为{r[0]}、{r[1]}、{r[2]}万元，近三年平台相关的累计研发投入为{r[3]}万元（不含人员工资）。",
        "4.主营业务收入：",
        f"2019年（{i[0]}万元）、2020年（{i[1]}万元）、2021年（{i[2]}万元），近三年平台相关的累计业务收入合计{i[3]}万元。",
        "5.主营业务成本：",
        f"近三年平台相关的累计业务成本{c[3]}万元，其中2019年{c[0]}万元、2020年{c[1]}万元（较上年增长8%）、2021年{c[2]}万元。",
    ]
    return Odd(
        docx(plain.whole(f, sustainability=plain.sustainability(f, sums=ps("\n".join(told))))),
        usual(f),
        faultless=True,
    )


def year_rows_merged() -> Odd:
    """Labels merged down, the years as 其中：2019年 under the total, the unit 元 in a column of its own."""
    f = firm(136)
    rows: list[tuple[str | Cell, ...]] = [("指标", "内容", "单位", "金额")]
    for name, title, total, _ in plain.MONEY:
        rows.append(
            (Cell(title, down="restart"), f"近三年平台相关的{total}", "元", f"{f[f'{_S}{name}_total']:,}")
        )
        rows += [
            (
                Cell("", down="continue"),
                f"{'其中：' if year == 2019 else ''}{year}年",
                "元",
                f"{f[f'{_S}{name}_{year}']:,}",
            )
            for year in plain.YEARS
        ]
    told = p("3-5.研发投入、主营业务收入和成本情况：") + table(*rows)
    return Odd(
        docx(plain.whole(f, sustainability=plain.sustainability(f, sums=told))), usual(f), faultless=True
    )


def notes_behind() -> Odd:
    """Every indicator with a remark in a style of its own: ①, *, 【附件5】, ，同比+12%, [注], ——见下."""
    f = firm(137)
    remarks = (
        "（个）①",
        "*",
        "【附件5】",
        "，同比+12%",
        "[见注3]",
        "（个），见附件6",
        "（含租用）",
        "；其中自研21个",
        " （注：截至10月）",
        "（较2020年增加60家）",
        "——详见附件8",
        "，占全员35%",
        "（活跃120）",
    )
    numbers = plain.indicators(f)
    for (name, label, unit), remark in zip(INDICATORS, remarks, strict=True):
        value = f[_I + name]
        numbers = numbers.replace(
            f"{label}：{value}（{unit}）",
            f"{label}：{value}{remark}" if remark.startswith("（个）") else f"{label}：{value}{unit}{remark}",
            1,
        )
    return Odd(docx(plain.whole(f, platform=platform_of(f, basics(f), numbers))), usual(f), faultless=True)


def bracketed() -> Odd:
    """Labels in brackets of other kinds and with other partings: 〔单位名称〕, <…>, 单位名称|…, 单位名称→…, ▲."""
    f = firm(138)

    def g(name: str) -> str:
        return str(f[f"applicant.{name}"])

    lines = [
        f"〔单位名称〕{g('name')}",
        f"〔组织机构代码〕 {g('organization_code')}",
        f"成立时间 | {g('founded_on')}",
        "企业性质 | □国有 ☑民营 □三资 □其他",
        f"▲注册资本（万元）：{g('registered_capital')}",
        f"▲单位地址：{g('address')}",
        f"【联系人】 姓名：{g('contact.name')}；电话：{g('contact.phone')}；职务：{g('contact.title')}；手机：{g('contact.mobile')}；传真：{g('contact.fax')}；E-mail：{g('contact.email')}",
        f"上年销售（万元）\t{g('last_year_sales')}",
        f"上年利润（万元）\t{g('last_year_profit')}",
    ]
    one = (
        p("申报单位基本信息")
        + ps("\n".join(lines))
        + table(
            ("企业简介", plain.profile(f)),
            ("企业荣誉", plain.honors(f)),
            ("真实性承诺", plain.pledge(f)),
            ("推荐单位", plain.recommended(f)),
        )
    )
    return Odd(docx(plain.whole(f, applicant=one)), usual(f), faultless=True)


def bilingual() -> Odd:
    """English first and Chinese behind, in the platform's table: 1) Platform Name 平台名称; narratives under English and Chinese heads."""
    f = firm(139)
    rows = basics(f)
    english = {
        0: "1) Platform Name\n平台名称",
        6: "4) Builder / 建设主体",
        7: "5) Construction Period 建设时间：",
        8: "6) Status（建设状态）",
        9: "7) Investment 投资金额(万元)",
        10: "8) Mode 建设方式",
        11: "9) IaaS / IaaS基础设施",
    }
    for place, label in english.items():
        rows[place] = (label, *rows[place][1:])
    told = p("（二）平台基础能力介绍 Platform Capability")
    for name, label in plain.CAPABILITIES:
        told += (
            p(f"{label} ({name.title()})", look={"b": ""})
            + ps(f[f"capability.{name}"])
            + (p("平台建设基于 (Cloud)：□公有云 □私有云 ☑混合云 □其他") if name == "iaas" else "")
        )
    return Odd(docx(plain.whole(f, platform=platform_of(f, rows), capability=told)), usual(f), faultless=True)


def numbered_beneath() -> Odd:
    """No table; 1. 单位名称 on a line and the answer on the next, indented; blanks stay blank lines."""
    f = firm(140)

    def g(name: str) -> str:
        return str(f[f"applicant.{name}"])

    pairs = [
        ("单位名称", g("name")),
        ("组织机构代码", g("organization_code")),
        ("成立时间", ""),
        ("企业性质", "民营"),
        ("注册资本（万元）", g("registered_capital")),
        ("单位地址", g("address")),
        ("联系人姓名", g("contact.name")),
        ("联系人电话", ""),
        ("联系人职务", g("contact.title")),
        ("联系人手机", g("contact.mobile")),
        ("联系人传真", "无"),
        ("联系人E-mail", g("contact.email")),
        ("上年销售（万元）", ""),
        ("上年利润（万元）", g("last_year_profit")),
        ("企业简介", plain.profile(f)),
        ("企业荣誉", plain.honors(f)),
        ("真实性承诺", plain.pledge(f)),
        ("推荐单位", plain.recommended(f)),
    ]
    one = p("申报单位基本信息") + "".join(
        p(f"{i}. {label}") + (ps(f"    {value}") if value else p())
        for i, (label, value) in enumerate(pairs, 1)
    )
    gone = dict.fromkeys(("applicant.founded_on", "applicant.contact.phone", "applicant.last_year_sales"))
    return Odd(
        docx(plain.whole(f, applicant=one)),
        usual(f, **gone, **{"applicant.contact.fax": None}),
        states={**dict.fromkeys(gone, "blank"), "applicant.contact.fax": "none"},
    )


def customers_told() -> Odd:
    """Customers with numbers, trades and contracts behind the names, one not a 公司."""
    f = firm(141) | {
        "platform.typical_customers": ["唐山恒铸机械有限公司", "冀东水泥二厂", "保定长丰管件集团"]
    }
    told = "（1）唐山恒铸机械有限公司（铸造行业，合同额120万元）；\n（2）冀东水泥二厂（建材行业）；\n（3）保定长丰管件集团，2021年上线。"
    two = plain.platform(f).replace(ps("\n".join(f["platform.typical_customers"])), ps(told))
    return Odd(docx(plain.whole(f, platform=two)), usual(f), faultless=True)


def blank_page_of_form() -> Odd:
    """Left only the applicant's page of the empty form behind the cover, and a spare indicator table at the end."""
    f = firm(142)
    empty = empty_form()
    start, end = empty.index(p("申报单位基本信息")), empty.index(p("申报平台信息"))
    spare = p("平台关键指标统计（空表备用）") + table(
        (
            "平台关键指标统计",
            "\n".join(f"({i}){label}：      （{unit}）" for i, (_, label, unit) in enumerate(INDICATORS, 1)),
        )
    )
    return Odd(
        docx(plain.cover(f), empty[start:end], plain.whole(f, cover=""), spare), usual(f), faultless=True
    )


def answered_behind_cloud() -> Odd:
    """Answered the IaaS question partly before and partly behind the line of boxes, and left a line of underscores."""
    f = firm(143)
    one, two = f["capability.iaas"].split("\n")
    cloud = "平台建设基于：□公有云 □私有云 ☑混合云 □其他______架构"
    three = plain.capability(f).replace(
        ps(f"3.IaaS层能力\n{one}\n{two}\n{cloud}"),
        ps(f"3.IaaS层能力\n{one}\n{cloud}\n________________\n{two}"),
        1,
    )
    return Odd(docx(plain.whole(f, capability=three)), usual(f), faultless=True)


def bullets_of_all_kinds() -> Odd:
    """Began labels with ●, ◆, ▪, √ and ✓ as bullets; √ before a label is no tick."""
    f = firm(144) | {"platform.build_status": "在建"}
    one, two, four = plain.applicant(f), plain.platform(f), plain.sustainability(f)
    for bullet, label in zip("●◆▪√✓", ("单位名称", "单位地址", "姓名", "企业性质", "企业荣誉"), strict=True):
        one = one.replace(p(label), p(f"{bullet}{label}"), 1)
    for bullet, label in zip("●◆✔√", ("建设主体", "建设时间", "建设状态", "建设方式"), strict=True):
        two = two.replace(p(label), p(f"{bullet} {label}"), 1)
    for label in ("1.平台是否", "2.平台是否"):
        four = four.replace(label, f"✓{label}", 1)
    values = usual(f)
    return Odd(docx(plain.whole(f, applicant=one, platform=two, sustainability=four)), values, faultless=True)


FILINGS: Final[dict[str, Maker]] = {
    each.__name__: each
    for each in (
        yes_column,
        ticks_in_pairs,
        options_as_rows,
        caption_unit,
        unit_beside,
        other_sentences,
        year_rows_merged,
        notes_behind,
        bracketed,
        bilingual,
        numbered_beneath,
        customers_told,
        blank_page_of_form,
        answered_behind_cloud,
        bullets_of_all_kinds,
    )
}
