"""The fourth lot: what is left of a clerk's ways, and relatives of those that were misread."""

from __future__ import annotations

from typing import Final

from eval.filings.odd import plain
from eval.filings.odd.afresh import long_rows, pairs_of, platform_of
from eval.filings.odd.filing import Maker, Odd, OneOf
from eval.filings.odd.firm import DOMAINS, INDICATORS, INDUSTRIES, NEW_TECHNOLOGIES, Facts, firm
from eval.filings.odd.paper import Cell, docx, p, ps, run, table
from eval.filings.odd.plain import usual

__all__ = ["FILINGS"]

_I: Final = "platform.indicators."
_S: Final = "sustainability."


def examples_beside() -> Odd:
    """A column of examples (示例) behind the answers, one of notes (说明) before; the applicant's and the indicators' tables."""
    f = firm(170)
    eg = {
        "单位名称": "河北某某公司",
        "成立时间": "2010-10-10",
        "注册资本（万元）": "1000",
        "联系人手机": "13011112222",
        "上年销售（万元）": "5000",
        "上年利润（万元）": "200",
    }
    rows = [
        ("序号", "栏目", "说明", "填写", "示例"),
        *(
            (str(i), label, "必填" if i % 2 else "", value, eg.get(label, ""))
            for i, (label, value) in enumerate(pairs_of(f), 1)
        ),
    ]
    one = p("申报单位基本信息") + table(*rows) + table(*long_rows(f))
    numbers: list[tuple[str, ...]] = [("指标", "指标说明", "填报值", "单位", "示例值")]
    numbers += [
        (label, f"指截至2022年10月的{label}", str(f[_I + name]), unit, "100")
        for name, label, unit in INDICATORS
    ]
    rest = ps("\n".join(plain.indicators(f).split("\n")[14:]))
    return Odd(
        docx(plain.whole(f, applicant=one, platform=platform_of(f, table(*numbers) + rest))),
        usual(f),
        faultless=True,
    )


def sealed_words() -> Odd:
    """Words for the seal behind the names everywhere: （公章）, （盖章处）, (签章); 日期： before the dates."""
    f = firm(171)
    front = (
        p("河北省省级工业互联网平台申报书")
        + p(f"平台名称：{f['cover.platform_name']}")
        + p("平台类型：区域工业互联网平台")
        + p(f"申报单位：{f['cover.applicant']}（公章）")
        + p(f"推荐单位：{f['cover.recommender']}（盖章处）")
        + p(f"填报日期：{plain.chinese_day(f['cover.filed_on'])}")
    )
    one = (
        plain.applicant(f)
        .replace(
            plain.chinese_day(f["applicant.pledge_date"]),
            f"日期：{plain.chinese_day(f['applicant.pledge_date'])}",
            1,
        )
        .replace("单位公章：", f"单位公章：{f['applicant.name']}（公章）", 1)
        .replace(
            plain.chinese_day(f["applicant.recommendation_date"]),
            f"（盖章） {plain.chinese_day(f['applicant.recommendation_date'])}",
            1,
        )
    )
    return Odd(docx(plain.whole(f, cover=front, applicant=one)), usual(f), faultless=True)


def answers_said() -> Odd:
    """Began answers with 为, 是, 答案：, 填写： or →."""
    f = firm(172)
    one = plain.applicant(f)
    swaps = {
        "address": "→ {}",
        "contact.name": "填写：{}",
        "contact.title": "： {}",
        "registered_capital": "为{}万元",
        "last_year_profit": "实现利润{}万元",
    }
    for name, said in swaps.items():
        value = str(f[f"applicant.{name}"])
        one = one.replace(p(value), p(said.format(value)), 1)
    free = {
        f"applicant.{name}": OneOf((f[f"applicant.{name}"], None, said.format(f[f"applicant.{name}"])))
        for name, said in swaps.items()
        if name in ("address", "contact.name", "contact.title")
    }
    free |= {
        f"applicant.{name}": OneOf((f[f"applicant.{name}"], None))
        for name in ("registered_capital", "last_year_profit")
    }
    return Odd(docx(plain.whole(f, applicant=one)), usual(f, **free))


def thousands_of_yuan() -> Odd:
    """Money in other units: 单位：千元 in a corner cell of the table, 百万元 in a sentence, 亿元 in a head."""
    f = firm(173)
    cells = {
        name: [f[f"{_S}{name}_{year}"] for year in (*plain.YEARS, "total")]
        for name in ("rnd", "revenue", "cost")
    }
    told = p("3.企业研发投入：") + table(
        ("单位：千元", "2019年", "2020年", "2021年", "累计"),
        ("平台相关的研发投入", *(f"{each / 1000:,.0f}" for each in cells["rnd"])),
    )
    told += p("4.主营业务收入：") + table(
        ("年份", "2019年（百万元）", "2020年（百万元）", "2021年（百万元）", "近三年累计（亿元）"),
        (
            "平台相关的业务收入",
            *(f"{each / 1e6:g}" for each in cells["revenue"][:3]),
            f"{cells['revenue'][3] / 1e8:g}",
        ),
    )
    told += p("5.主营业务成本（万元）：") + table(
        ("项目", "2019", "2020", "2021", "三年合计"),
        ("业务（运营）成本", *(f"{each // 10_000}" for each in cells["cost"])),
    )
    return Odd(
        docx(plain.whole(f, sustainability=plain.sustainability(f, sums=told))), usual(f), faultless=True
    )


def unit_right() -> Odd:
    """（金额单位：人民币万元） right-aligned above a table of years down; a bare 万元 in the corner of another."""
    f = firm(174)
    columns = [
        [f[f"{_S}{name}_{year}"] // 10_000 for year in (*plain.YEARS, "total")]
        for name in ("rnd", "revenue", "cost")
    ]
    rows: list[tuple[str, ...]] = [("年份", "研发投入", "业务收入", "业务成本")]
    rows += [
        (year, *(f"{column[i]:,}" for column in columns))
        for i, year in enumerate(("2019年", "2020年", "2021年", "近三年累计"))
    ]
    told = (
        p("3.企业研发投入、4.主营业务收入、5.主营业务成本：") + p("（金额单位：人民币万元）") + table(*rows)
    )
    return Odd(
        docx(plain.whole(f, sustainability=plain.sustainability(f, sums=told))), usual(f), faultless=True
    )


def unit_elsewhere() -> Odd:
    """A note on 万元 that is about another table stands before the money, which is in 元 as the form asks."""
    f = firm(175)
    note = p("2.平台是否为独立公司运营：□是 ☑否")
    other = (
        note
        + p("附表：平台资产情况")
        + p("单位：万元")
        + table(("资产", "2021年"), ("服务器", "320"), ("软件", "150"))
    )
    four = plain.sustainability(f).replace(note, other, 1)
    return Odd(docx(plain.whole(f, sustainability=four)), usual(f), faultless=True)


def merged_years() -> Odd:
    """Year rows with the kind of money merged down in the first column, no totals in the rows; totals in a table of their own."""
    f = firm(176)
    rows: list[tuple[str | Cell, ...]] = [("类别", "年度", "金额（元）")]
    for name, title, _, _ in plain.MONEY:
        rows += [
            (
                Cell(title if year == 2019 else "", down="restart" if year == 2019 else "continue"),
                f"{year}年",
                f"{f[f'{_S}{name}_{year}']:,}",
            )
            for year in plain.YEARS
        ]
    sums = [
        (f"近三年平台相关的{total}（元）", f"{f[f'{_S}{name}_total']:,}") for name, _, total, _ in plain.MONEY
    ]
    told = p("3至5.平台投入产出：") + table(*rows) + p("三年累计：") + table(*sums)
    return Odd(
        docx(plain.whole(f, sustainability=plain.sustainability(f, sums=told))), usual(f), faultless=True
    )


def english_first() -> Odd:
    """English before Chinese in the applicant's table, on one line, on two, parted by strokes."""
    f = firm(177)
    names = (
        "Company Name",
        "Organization Code",
        "Founded",
        "Ownership",
        "Capital",
        "Address",
        "Contact",
        "Tel",
        "Title",
        "Mobile",
        "Fax",
        "Mail",
        "Sales",
        "Profit",
    )
    styles = ("{e} {c}", "{e}\n{c}", "{e} / {c}", "{e}（{c}）", "{n}. {e} {c}：")
    rows = [
        (styles[n % 5].format(e=english, c=label, n=n + 1), value)
        for n, (english, (label, value)) in enumerate(zip(names, pairs_of(f), strict=True))
    ]
    return Odd(
        docx(plain.whole(f, applicant=p("Applicant 申报单位基本信息") + table(*rows, *long_rows(f)))),
        usual(f),
        faultless=True,
    )


def spare_rows() -> Odd:
    """Kept empty copies of single rows and small tables: 联系人 twice with one blank, a blank customers' row, an empty money table."""
    f = firm(178)

    def g(name: str) -> str:
        return str(f[f"applicant.{name}"])

    down = Cell("", down="continue")
    contact: list[tuple[str | Cell, ...]] = [
        (Cell("联系人", down="restart"), "姓名", g("contact.name"), "电话", g("contact.phone")),
        (down, "职务", g("contact.title"), "手机", g("contact.mobile")),
        (down, "传真", g("contact.fax"), "E-mail", g("contact.email")),
    ]
    spare: list[tuple[str | Cell, ...]] = [
        (Cell("联系人（备用）", down="restart"), "姓名", "", "电话", ""),
        (down, "职务", "", "手机", ""),
        (down, "传真", "", "E-mail", ""),
    ]
    one = p("申报单位基本信息") + table(
        *((label, Cell(value, span=4)) for label, value in pairs_of(f)[:6]),
        *contact,
        *spare,
        *((label, Cell(value, span=4)) for label, value in [*pairs_of(f)[12:], *long_rows(f)]),
    )
    empty = p("（空白表，备用）") + table(
        (
            "3.企业研发投入：\n近三年平台相关的累计研发投入：       元\n2019、2020、2021年平台相关的研发投入：       元",
        ),
        ("平台典型应用企业名称",),
        ("6.投资回报率：     %",),
    )
    return Odd(docx(plain.whole(f, applicant=one), empty), usual(f), faultless=True)


def last_before_table() -> Odd:
    """Tab-parted and colon lines, each followed at once by a table or a heading."""
    f = firm(179)
    pairs = pairs_of(f)
    parts = [p("申报单位基本信息")]
    for n, (label, value) in enumerate(pairs):
        parts.append(p(f"{label}\t{value}") if n % 2 else p(f"{label}：{value}"))
        if n in (2, 5, 9):
            parts.append(table(("附注", "本表由综合部填写")))
    one = "".join(parts) + table(*long_rows(f))
    return Odd(docx(plain.whole(f, applicant=one)), usual(f), faultless=True)


def customers_many() -> Odd:
    """More customers than asked for, in two columns with numbers, without the word 公司 in some, with 等 at the end."""
    names = [
        "石家庄恒铸机械厂",
        "邢台北岭钢铁集团",
        "衡水金麦食品股份有限公司",
        "沧州大成化纤",
        "承德长丰管件有限责任公司",
        "燕北水务局",
    ]
    f: Facts = firm(180) | {"platform.typical_customers": names}
    grid = table(*((f"{i + 1}", names[i], f"{i + 2}", names[i + 1]) for i in range(0, 6, 2)))
    two = plain.platform(f).replace(ps("\n".join(names)), grid)
    return Odd(docx(plain.whole(f, platform=two)), usual(f), faultless=True)


def customers_with_dates() -> Odd:
    """Customers followed by when and what: A公司，2020年3月上线，合同额120万元；B公司（见附件11）."""
    f = firm(181)
    a, b, c = f["platform.typical_customers"]
    two = plain.platform(f).replace(
        ps(f"{a}\n{b}\n{c}"),
        ps(f"1.{a}，2020年3月上线，合同额120万元；\n2.{b}（见附件11-1）；\n3.{c}：设备管理、能耗管理。"),
    )
    return Odd(docx(plain.whole(f, platform=two)), usual(f), faultless=True)


def coloured_words() -> Odd:
    """Runs cut inside labels and answers, colours, highlight, phonetic guides, hyperlinks on the e-mail, soft hyphens and zero-width blanks."""
    f = firm(182)
    one = plain.applicant(f)
    mail = f["applicant.contact.email"]
    one = one.replace(
        p(mail), f'<w:p><w:hyperlink w:anchor="x">{run(mail, u="single")}</w:hyperlink></w:p>', 1
    )
    for label in ("单位名称", "组织机构代码", "企业简介", "上年利润（万元）"):
        one = one.replace(p(label), p(*(run(each, color="FF0000") for each in label)), 1)
    code = f["applicant.organization_code"]
    one = one.replace(
        p(code), p(run(code[:4]), run("\u200b"), run(code[4:9], b=""), run("\ufeff"), run(code[9:])), 1
    )
    name = f["applicant.contact.name"]
    ruby = f"<w:r><w:ruby><w:rubyPr/><w:rt>{run('pinyin')}</w:rt><w:rubyBase>{run(name)}</w:rubyBase></w:ruby></w:r>"
    one = one.replace(p(name), f"<w:p>{ruby}</w:p>", 1)
    values = usual(f, **{"applicant.contact.name": OneOf((name, None))})
    return Odd(docx(plain.whole(f, applicant=one)), values)


def counted_words() -> Odd:
    """Counts told in words beside the ticks: 覆盖行业数（个）：共4个大类; 面向行业 and count in one cell; ticks over several cells of a row."""
    f = firm(183)
    rows: list[tuple[str | Cell, ...]] = [tuple(row) for row in plain.basics(f)]

    def split(options: list[str], chosen: list[str]) -> str:
        return table(
            *(
                tuple(f"{'☑' if each in chosen else '□'}{each}" for each in options[i : i + 4])
                for i in range(0, len(options), 4)
            )
        )

    rows[2:6] = [
        (Cell("面向行业", down="restart"), f"覆盖行业数（个）：共{f['platform.industry_count']}个大类"),
        (Cell("", down="continue"), split(INDUSTRIES, f["platform.industries"])),
        (Cell("面向领域", down="restart"), f"覆盖领域数（个）： {f['platform.domain_count']} 个领域"),
        (Cell("", down="continue"), split(DOMAINS, f["platform.domains"])),
    ]
    numbers = plain.indicators(f).replace(
        plain.boxes(NEW_TECHNOLOGIES, f[_I + "new_technologies"]),
        "\n".join(
            f"{'■' if each in f[_I + 'new_technologies'] else '□'} {each}" for each in NEW_TECHNOLOGIES
        ),
        1,
    )
    two = (
        p("申报平台信息")
        + p("（一）平台基础信息")
        + table(
            *rows,
            ("平台关键指标统计", numbers),
            ("平台典型应用企业名称", "\n".join(f["platform.typical_customers"])),
        )
    )
    return Odd(docx(plain.whole(f, platform=two)), usual(f), faultless=True)


FILINGS: Final[dict[str, Maker]] = {
    each.__name__: each
    for each in (
        examples_beside,
        sealed_words,
        answers_said,
        thousands_of_yuan,
        unit_right,
        unit_elsewhere,
        merged_years,
        english_first,
        spare_rows,
        last_before_table,
        customers_many,
        customers_with_dates,
        coloured_words,
        counted_words,
    )
}
