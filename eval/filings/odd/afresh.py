"""The third lot: columns for reviewers, labels grouped and merged, headings renamed, figures by the year."""

from __future__ import annotations

from typing import Final

from eval.filings.odd import plain
from eval.filings.odd.filing import Holds, Maker, Odd, OneOf
from eval.filings.odd.firm import INDICATORS, NEW_TECHNOLOGIES, Facts, firm
from eval.filings.odd.paper import Cell, docx, p, ps, table
from eval.filings.odd.plain import usual

__all__ = ["FILINGS"]

_I: Final = "platform.indicators."


_OWNERS: Final = "□国有 ☑民营 □三资 □其他"


def pairs_of(f: Facts) -> list[tuple[str, str]]:
    """The applicant's questions and answers, a pair each."""

    def g(name: str) -> str:
        return str(f[f"applicant.{name}"])

    return [
        ("单位名称", g("name")),
        ("组织机构代码", g("organization_code")),
        ("成立时间", g("founded_on")),
        ("企业性质", _OWNERS),
        ("注册资本（万元）", g("registered_capital")),
        ("单位地址", g("address")),
        ("联系人姓名", g("contact.name")),
        ("联系人电话", g("contact.phone")),
        ("联系人职务", g("contact.title")),
        ("联系人手机", g("contact.mobile")),
        ("联系人传真", g("contact.fax")),
        ("联系人E-mail", g("contact.email")),
        ("上年销售（万元）", g("last_year_sales")),
        ("上年利润（万元）", g("last_year_profit")),
    ]


def long_rows(f: Facts) -> list[tuple[str, str]]:
    return [
        ("企业简介", plain.profile(f)),
        ("企业荣誉", plain.honors(f)),
        ("真实性承诺", plain.pledge(f)),
        ("推荐单位", plain.recommended(f)),
    ]


def platform_of(f: Facts, told: str) -> str:
    return (
        p("申报平台信息")
        + p("（一）平台基础信息")
        + table(*plain.basics(f))
        + p("平台关键指标统计")
        + told
        + table(("平台典型应用企业名称", "\n".join(f["platform.typical_customers"])))
    )


def for_reviewers() -> Odd:
    """Four columns: what is asked, how to fill it in, the answer, the reviewer's remark."""
    f = firm(150)
    how = {
        "单位名称": "按营业执照填写全称",
        "成立时间": "如2015-01-01",
        "组织机构代码": "18位",
        "注册资本（万元）": "保留整数，如1000",
        "联系人手机": "11位",
        "上年利润（万元）": "亏损填负数",
    }
    rows = [
        ("填报项", "填写要求", "填报内容", "审核意见"),
        *((label, how.get(label, ""), value, "") for label, value in pairs_of(f)),
        *((label, "", value, "") for label, value in long_rows(f)),
    ]
    return Odd(docx(plain.whole(f, applicant=p("申报单位基本信息") + table(*rows))), usual(f), faultless=True)


def grouped() -> Odd:
    """A first column of groups merged down (基本情况, 联系人, 经营情况), then label and answer."""
    f = firm(151)
    pairs = pairs_of(f)
    groups = (
        ("基本情况", pairs[:6]),
        ("联系人", [(label.removeprefix("联系人"), value) for label, value in pairs[6:12]]),
        ("经营情况", pairs[12:]),
        ("其他情况", long_rows(f)),
    )
    rows: list[tuple[str | Cell, ...]] = []
    for group, members in groups:
        rows += [
            (Cell(group if not i else "", down="continue" if i else "restart"), label, value)
            for i, (label, value) in enumerate(members)
        ]
    return Odd(docx(plain.whole(f, applicant=p("申报单位基本信息") + table(*rows))), usual(f), faultless=True)


def spacer_columns() -> Odd:
    """Pasted from a spreadsheet: empty spacer columns and rows between labels and answers, answers merged over three."""
    f = firm(152)
    rows: list[tuple[str | Cell, ...]] = [(Cell("申报单位基本信息", span=9),), tuple([""] * 9)]
    pairs = pairs_of(f)
    for left, right in zip(pairs[::2], pairs[1::2], strict=True):
        rows += [("", left[0], "", Cell(left[1], span=2), right[0], "", right[1], ""), tuple([""] * 9)]
    rows += [("", label, "", Cell(value, span=6)) for label, value in long_rows(f)]
    return Odd(docx(plain.whole(f, applicant=table(*rows))), usual(f), faultless=True)


def by_the_year() -> Odd:
    """Indicators with a column a year (2020年, 2021年, 截至目前) and a goal for 2025 behind them."""
    f = firm(157)
    rows: list[tuple[str, ...]] = [("序号", "指标", "单位", "2020年", "2021年", "截至目前", "2025年目标")]
    rows += [
        (str(i), label, unit, "1", "2", str(f[_I + name]), "999999")
        for i, (name, label, unit) in enumerate(INDICATORS, 1)
    ]
    rest = ps("\n".join(plain.indicators(f).split("\n")[14:]))
    unsure = {_I + name: OneOf((f[_I + name], None)) for name, _, _ in INDICATORS}
    return Odd(docx(plain.whole(f, platform=platform_of(f, table(*rows) + rest))), usual(f, **unsure))


def with_a_goal() -> Odd:
    """Indicators as label, figure now and goal: 现状值 | 目标值."""
    f = firm(158)
    rows: list[tuple[str, ...]] = [("指标名称", "现状值", "目标值（2025年）")]
    rows += [(f"{label}（{unit}）", str(f[_I + name]), "88888") for name, label, unit in INDICATORS]
    rows += [
        ("新技术应用情况", plain.boxes(NEW_TECHNOLOGIES, f[_I + "new_technologies"]), ""),
        ("服务区域数量（设区市，个）", str(f[_I + "service_cities"]), "11"),
        ("服务区域数量（省级以上产业园区，个）", str(f[_I + "service_parks"]), "77"),
        ("平台完成服务合同额（万元）", str(f[_I + "service_contract_amount"]), "66666"),
        ("二级节点标识注册量（万条）", str(f[_I + "identifiers_registered"]), "55555"),
        ("二级节点标识解析量（万次）", str(f[_I + "identifiers_resolved"]), "44444"),
        ("二级节点接入企业数（家）", str(f[_I + "identifier_enterprises"]), "333"),
    ]
    return Odd(docx(plain.whole(f, platform=platform_of(f, table(*rows)))), usual(f), faultless=True)


def boxed_category_on_cover() -> Odd:
    """Boxes for the type on the cover, the date to the month, the title broken over lines, a logo text, an English title."""
    f = firm(159, category="跨行业跨领域") | {"cover.filed_on": "2022-11"}
    front = (
        p("编号：")
        + p("河北省")
        + p("省级工业互联网平台")
        + p("申 报 书")
        + p("APPLICATION FORM")
        + p(f"平台名称： {f['cover.platform_name']}")
        + p("平台类型： ☑跨行业跨领域  □区域  □行业")
        + p(f"申报单位： {f['cover.applicant']}（盖章）")
        + p(f"推荐单位： {f['cover.recommender']}（盖章）")
        + p("填报日期： 二〇二二年十一月")
        + p("河北省工业和信息化厅 编制")
    )
    return Odd(docx(plain.whole(f, cover=front)), usual(f), faultless=True)


def double_cross() -> Odd:
    """Wrote the type on the cover as 双跨, and the seal's words behind the names; a second line goes on with a long name."""
    f = firm(160, category="跨行业跨领域")
    name = f["cover.applicant"]
    front = p("河北省省级工业互联网平台申报书") + table(
        ("平台名称", f["cover.platform_name"]),
        ("平台类型", "双跨平台"),
        ("申报单位（盖章）", f"{name[:6]}\n{name[6:]}"),
        ("推荐单位（盖章）", f["cover.recommender"]),
        ("填报日期", "2022 年 11 月 17 日"),
    )
    values = usual(
        f, **{"cover.filed_on": "2022-11-17", "cover.applicant": OneOf((name, f"{name[:6]}\n{name[6:]}"))}
    )
    return Odd(docx(plain.whole(f, cover=front)), values, faultless=True)


def questionnaire() -> Odd:
    """Turned the platform's part into questions with answers beneath (平台名称？ 答：)."""
    f = firm(161)

    def b(name: str) -> str:
        return str(f[f"platform.{name}"])

    asked = [
        ("平台名称", b("name")),
        ("平台类别（单选）", "☑区域工业互联网平台 □行业工业互联网平台 □跨行业跨领域工业互联网平台"),
        ("建设主体", b("builder")),
        ("建设时间", b("built_period")),
        ("建设状态", "☑已建成 □在建 □拟建"),
        ("投资金额（万元）", b("investment")),
        ("建设方式", "☑自建 □合作共建"),
        ("IaaS基础设施", f"□自建 ☑租用，服务商名称：{b('iaas_provider')}"),
    ]
    told = "".join(p(f"{i}、{label}？") + p(f"答：{value}") for i, (label, value) in enumerate(asked, 1))
    two = (
        p("申报平台信息")
        + p("（一）平台基础信息")
        + told
        + table(
            *plain.basics(f)[2:6],
            ("平台关键指标统计", plain.indicators(f)),
            ("平台典型应用企业名称", "\n".join(f["platform.typical_customers"])),
        )
    )
    either = {
        f"platform.{name}": OneOf((f[f"platform.{name}"], None))
        for name in (
            "name",
            "builder",
            "built_period",
            "build_status",
            "investment",
            "build_mode",
            "iaas_mode",
            "iaas_provider",
            "category",
        )
    }
    return Odd(docx(plain.whole(f, platform=two)), usual(f, **either))


def growing_numbers() -> Odd:
    """Figures in the narratives contradict nobody: the same labels with part figures stand before the form's own table."""
    f = firm(164)
    summary = (
        p("申报要点")
        + ps("本平台接入设备数量500台，服务企业30家，获得专利3项。\n投资金额（万元）：见正文\n联系人：见正文")
        + table(("要点", "内容"), ("接入设备数量", "500"), ("工业APP数量", "20"), ("企业性质", "见正文"))
    )
    return Odd(
        docx(plain.cover(f), summary, plain.whole(f, cover="")),
        usual(f, **{"applicant.profile": Holds((f["applicant.profile_introduction"],))}),
    )


FILINGS: Final[dict[str, Maker]] = {
    each.__name__: each
    for each in (
        for_reviewers,
        grouped,
        spacer_columns,
        by_the_year,
        with_a_goal,
        boxed_category_on_cover,
        double_cross,
        questionnaire,
        growing_numbers,
    )
}
