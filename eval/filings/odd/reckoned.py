"""Money told in tables, sentences and other units."""

from __future__ import annotations

from typing import Final

from eval.filings.odd import plain
from eval.filings.odd.filing import Maker, Odd
from eval.filings.odd.firm import Facts, firm
from eval.filings.odd.paper import Cell, docx, p, ps, table
from eval.filings.odd.plain import usual

__all__ = ["FILINGS"]

_S: Final = "sustainability."


def sums(f: Facts, name: str) -> list[int]:
    """2019, 2020, 2021 and all three, in 元."""
    return [f[f"{_S}{name}_{year}"] for year in (*plain.YEARS, "total")]


def years_across() -> Odd:
    """Made one table of all the money with the years across, and wrote 单位：万元 above it."""
    f = firm(40)
    rows: list[tuple[str, ...]] = [("项目", "2019年", "2020年", "2021年", "近三年累计")]
    labels = {
        "rnd": "平台相关的研发投入",
        "revenue": "平台相关的业务收入",
        "cost": "平台相关的业务（运营）成本",
    }
    rows += [(label, *(f"{each // 10_000:,}" for each in sums(f, name))) for name, label in labels.items()]
    told = p("3.企业研发投入、4.主营业务收入、5.主营业务成本见下表：") + p("单位：万元") + table(*rows)
    return Odd(
        docx(plain.whole(f, sustainability=plain.sustainability(f, sums=told))), usual(f), faultless=True
    )


def years_down() -> Odd:
    """Put the years down the side, a column a kind of money, its unit in the heads, and a totals row."""
    f = firm(41)
    heads = ("年度", "企业研发投入（万元）", "主营业务收入（万元）", "主营业务成本（万元）")
    columns = [sums(f, name) for name in ("rnd", "revenue", "cost")]
    years = [*(f"{year}年" for year in plain.YEARS), "合计"]
    rows: list[tuple[str, ...]] = [
        heads,
        *((year, *(f"{column[i] / 10_000:.2f}" for column in columns)) for i, year in enumerate(years)),
    ]
    told = p("3.企业研发投入  4.主营业务收入  5.主营业务成本") + table(*rows)
    return Odd(
        docx(plain.whole(f, sustainability=plain.sustainability(f, sums=told))), usual(f), faultless=True
    )


def a_table_each() -> Odd:
    """Gave research, income and cost a small table each under its own heading, in 元 with thousands separators."""
    f = firm(42)
    told = ""
    for number, (name, title, total, _) in enumerate(plain.MONEY, 3):
        told += p(f"{number}.{title}：") + table(
            ("年度", "2019年", "2020年", "2021年", f"近三年{total}"),
            ("金额（元）", *(f"{each:,}" for each in sums(f, name))),
        )
    return Odd(
        docx(plain.whole(f, sustainability=plain.sustainability(f, sums=told))), usual(f), faultless=True
    )


def in_sentences() -> Odd:
    """Told the money in sentences: 2019年、2020年、2021年分别投入…万元，三年累计…万元."""
    f = firm(43)

    def ten(name: str) -> list[int]:
        return [each // 10_000 for each in sums(f, name)]

    r, i, c = ten("rnd"), ten("revenue"), ten("cost")
    told = [
        "3.企业研发投入：",
        f"2019年、2020年、2021年平台相关的研发投入分别为{r[0]}万元、{r[1]}万元、{r[2]}万元，近三年平台相关的累计研发投入{r[3]}万元。",
        "4.主营业务收入：",
        f"近三年平台相关的累计业务收入达{i[3]}万元，其中2019年{i[0]}万元，2020年{i[1]}万元，2021年{i[2]}万元。",
        "5.主营业务成本：",
        f"平台相关的运营成本2019年为{c[0]}万元、2020年为{c[1]}万元、2021年为{c[2]}万元，三年累计{c[3]}万元。",
    ]
    return Odd(
        docx(plain.whole(f, sustainability=plain.sustainability(f, sums=ps("\n".join(told))))),
        usual(f),
        faultless=True,
    )


def a_year_a_line() -> Odd:
    """Gave each year a line of its own, the newest first, with amounts in full, in 万元 and in 亿元."""
    f = firm(44)
    told = []
    for number, (name, title, total, yearly) in enumerate(plain.MONEY, 3):
        one, two, three, whole = sums(f, name)
        told += [
            f"{number}.{title}：",
            f"2021年平台相关的{yearly}：{three:,}.00元",
            f"2020年平台相关的{yearly}：{two // 10_000}万元",
            f"2019年平台相关的{yearly}：人民币{one}元整",
        ]
        told.append(f"近三年平台相关的{total}：{whole / 1e8:.4f}亿元")
    return Odd(
        docx(plain.whole(f, sustainability=plain.sustainability(f, sums=ps("\n".join(told))))),
        usual(f),
        faultless=True,
    )


def great_words() -> Odd:
    """Wrote the applicant's money in words: 人民币伍仟万元整, 亏损, 1.2亿元, 300.00."""
    f = firm(45) | {
        "applicant.registered_capital": 5000,
        "applicant.last_year_sales": 12300,
        "applicant.last_year_profit": -438.6,
        "platform.investment": 3000,
    }
    low = (f["sustainability.revenue_total"] - f["sustainability.cost_total"]) / 3 / 30_000_000 * 100
    f["sustainability.roi_percent"] = round(low, 2)
    one = (
        plain.applicant(f)
        .replace(">5000<", ">人民币伍仟万元整<")
        .replace(">12300<", ">1.23亿元<")
        .replace(">-438.6<", ">亏损438.6万元<")
    )
    two = plain.platform(f).replace(">3000<", ">叁仟万元<")
    four = plain.sustainability(f).replace(
        f"{f['sustainability.roi_percent']}%", f"约{f['sustainability.roi_percent']}"
    )
    return Odd(
        docx(plain.whole(f, applicant=one, platform=two, sustainability=four)), usual(f), faultless=True
    )


def with_remarks() -> Odd:
    """Added remarks behind the amounts: （见附件3）, （经审计）, 同比增长12%."""
    f = firm(46)
    sales, profit, capital = (
        f["applicant.last_year_sales"],
        f["applicant.last_year_profit"],
        f["applicant.registered_capital"],
    )
    one = (
        plain.applicant(f)
        .replace(f">{sales}<", f">{sales}（经审计，同比增长12%）<")
        .replace(f">{profit}<", f">{profit}（见附件3）<")
        .replace(f">{capital}<", f">{capital}（实缴600万元）<")
    )
    two = plain.platform(f).replace(
        f">{f['platform.investment']}<", f">{f['platform.investment']}万元（其中设备1200万元、软件及其他）<"
    )
    told = []
    for number, (name, title, total, yearly) in enumerate(plain.MONEY, 3):
        one_, two_, three, whole = sums(f, name)
        told += [
            f"{number}.{title}：",
            f"近三年平台相关的{total}：{whole}元（见附件3审计报告第12页）",
            f"2019、2020、2021年平台相关的{yearly}：{one_}元；{two_}元；{three}元（同比增长15%）",
        ]
    four = plain.sustainability(f, sums=ps("\n".join(told))).replace("%<", "%（按2021年末口径）<", 1)
    return Odd(
        docx(plain.whole(f, applicant=one, platform=two, sustainability=four)), usual(f), faultless=True
    )


def one_ledger_of_questions() -> Odd:
    """Made （四） one table of number, question, answer and remark, with merged cells for the years."""
    f = firm(47)
    rows: list[tuple[str | Cell, ...]] = [("序号", Cell("问题", span=2), "填写内容", "备注")]
    rows += [
        ("1", Cell("平台是否具有专门的发展规划", span=2), "☑是 □否", "见附件11"),
        ("2", Cell("平台是否为独立公司运营", span=2), "□是 ☑否", ""),
    ]
    for number, (name, title, total, yearly) in enumerate(plain.MONEY, 3):
        one, two, three, whole = sums(f, name)
        rows.append(
            (
                Cell(str(number), down="restart"),
                Cell(title, down="restart"),
                f"近三年平台相关的{total}（元）",
                str(whole),
                "",
            )
        )
        rows += [
            (
                Cell("", down="continue"),
                Cell("", down="continue"),
                f"{year}年平台相关的{yearly}（元）",
                str(each),
                "",
            )
            for year, each in zip(plain.YEARS, (one, two, three), strict=True)
        ]
    rows += [
        (
            "6",
            Cell("投资回报率（%）", span=2),
            f"{f['sustainability.roi_percent']}",
            "年均利润/投资总额×100%",
        ),
        ("7", Cell("企业已上市或已获得VC/PE投资", span=2), "□是 ☑否", ""),
    ]
    rows.append(
        (
            "8",
            Cell("平台组织管理结构、战略保障机制、生态运营能力及其它需要说明的内容", span=2),
            f["sustainability.organization"],
            "",
        )
    )
    return Odd(
        docx(plain.whole(f, sustainability=p("（四）平台可持续发展能力") + table(*rows))),
        usual(f),
        faultless=True,
    )


FILINGS: Final[dict[str, Maker]] = {
    each.__name__: each
    for each in (
        years_across,
        years_down,
        a_table_each,
        in_sentences,
        a_year_a_line,
        great_words,
        with_remarks,
        one_ledger_of_questions,
    )
}
