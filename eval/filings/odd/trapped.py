"""Where a hasty reader would go wrong: marks that mark nothing, blanks beside answers, figures that are not the answer."""

from __future__ import annotations

from typing import Final

from eval.filings.odd import plain
from eval.filings.odd.filing import Holds, Maker, Odd, OneOf
from eval.filings.odd.firm import DOMAINS, INDUSTRIES, Facts, firm
from eval.filings.odd.paper import Cell, docx, p, ps, table
from eval.filings.odd.plain import usual

__all__ = ["FILINGS"]

_I: Final = "platform.indicators."


_S: Final = "sustainability."


def legends() -> Odd:
    """Explained the ticking in the labels: 企业性质（请在□内打√）, 注：☑表示选中，□表示未选中; one choice left unticked."""
    f: Facts = firm(100)
    one = plain.applicant(f).replace(p("企业性质"), p("企业性质\n（请在□内打√）"), 1)
    two = (
        plain.platform(f)
        .replace(ps("平台类别\n（单选）"), ps("平台类别\n（单选，在□内打“√”）"), 1)
        .replace(p("建设状态"), p("建设状态（打√）"), 1)
        .replace(p("☑已建成 □在建 □拟建"), p("□已建成 □在建 □拟建"), 1)
    )
    two = two.replace(p("（一）平台基础信息"), p("（一）平台基础信息") + p("注：☑表示选中，□表示未选中。"), 1)
    three = plain.capability(f).replace("平台建设基于：", "平台建设基于（勾选，√为选中）：", 1)
    four = plain.sustainability(f).replace(
        "1.平台是否具有专门的发展规划：☑是 □否", "1.平台是否具有专门的发展规划（请打√）：□是 □否", 1
    )
    none = {"platform.build_status": None, _S + "has_development_plan": None}
    return Odd(
        docx(plain.whole(f, applicant=one, platform=two, capability=three, sustainability=four)),
        usual(f, **none),
        states=dict.fromkeys(none, "blank"),
        errors=tuple(("REQ001", path) for path in none),
    )


def strange_marks() -> Odd:
    """Typed the tick behind the empty box (□√民营), used √ for yes and × for no, and ☑ against ☒."""
    f = firm(101)
    rows = plain.basics(f)
    rows[1] = (rows[1][0], "□跨行业跨领域工业互联网平台\n□√区域工业互联网平台\n□行业工业互联网平台")
    rows[3] = (rows[3][0], plain.boxes(INDUSTRIES, f["platform.industries"], on="√", off="×"))
    rows[5] = (rows[5][0], plain.boxes(DOMAINS, f["platform.domains"], on="☑", off="☒"))
    two = (
        p("申报平台信息")
        + p("（一）平台基础信息")
        + table(
            *rows,
            ("平台关键指标统计", plain.indicators(f)),
            ("平台典型应用企业名称", "\n".join(f["platform.typical_customers"])),
        )
    )
    one = plain.applicant(f).replace("□国有 ☑民营 □三资 □其他", "□国有 □√民营 □三资 □其他", 1)
    four = plain.sustainability(f).replace("☑是 □否", "是√ 否×", 1).replace("□是 ☑否", "×是 √否", 1)
    unsure = {
        path: OneOf((f[path], [] if isinstance(f[path], list) else None))
        for path in (
            "platform.industries",
            "platform.domains",
            _S + "has_development_plan",
            _S + "is_independent_company",
        )
    }
    return Odd(docx(plain.whole(f, applicant=one, platform=two, sustainability=four)), usual(f, **unsure))


def misleading_words() -> Odd:
    """Answered choices in sentences that name other options too."""
    f = firm(102, category="行业")
    rows = plain.basics(f)
    rows[1] = (rows[1][0], "行业级平台（拟逐步向跨行业跨领域平台发展）")
    rows[8] = ("建设状态", "一期已建成，二期在建")
    rows[10] = ("建设方式", "自建，未采用合作共建")
    rows[11] = ("IaaS基础设施", f"租用{f['platform.iaas_provider']}资源，非自建")
    two = (
        p("申报平台信息")
        + p("（一）平台基础信息")
        + table(
            *rows,
            ("平台关键指标统计", plain.indicators(f)),
            ("平台典型应用企业名称", "\n".join(f["platform.typical_customers"])),
        )
    )
    one = plain.applicant(f).replace("□国有 ☑民营 □三资 □其他", "非国有企业，民营控股", 1)
    three = plain.capability(f).replace(
        "□公有云 □私有云 ☑混合云 □其他______架构", "公有云和私有云相结合的混合云", 1
    )
    four = (
        plain.sustainability(f)
        .replace("☑是 □否", "有，见附件11", 1)
        .replace("□是 ☑否", "不是，由事业部运营", 1)
        .replace("□是 ☑否", "暂未上市", 1)
    )
    either = {
        "platform.category": "行业",
        "platform.build_mode": "自建",
        "platform.iaas_mode": "租用",
        "applicant.ownership": "民营",
        "capability.cloud_type": "混合云",
        _S + "has_development_plan": True,
        _S + "is_independent_company": False,
        _S + "is_listed_or_vc_funded": False,
    }
    unsure: dict[str, object] = {path: OneOf((value, None)) for path, value in either.items()}
    unsure |= {
        "platform.build_status": None,
        "platform.iaas_provider": OneOf(
            (f["platform.iaas_provider"], None, f"{f['platform.iaas_provider']}资源")
        ),
    }
    return Odd(
        docx(plain.whole(f, applicant=one, platform=two, capability=three, sustainability=four)),
        usual(f, **unsure),
    )


def lettered() -> Odd:
    """Lettered the options and answered with the letter: A.国有 B.民营 C.三资 D.其他 （B）."""
    f = firm(103)
    one = plain.applicant(f).replace("□国有 ☑民营 □三资 □其他", "A.国有 B.民营 C.三资 D.其他  （ B ）", 1)
    two = plain.platform(f).replace("☑已建成 □在建 □拟建", "（1）已建成（2）在建（3）拟建   选：1", 1)
    four = plain.sustainability(f).replace("☑是 □否", "①是 ②否   ①", 1)
    either = {
        "applicant.ownership": "民营",
        "platform.build_status": "已建成",
        _S + "has_development_plan": True,
    }
    return Odd(
        docx(plain.whole(f, applicant=one, platform=two, sustainability=four)),
        usual(f, **{path: OneOf((value, None)) for path, value in either.items()}),
    )


def other_years_too() -> Odd:
    """A table of the money with 2018 before and 2022（预计） behind, amounts in 万元 named in the first column, and a growth row."""
    f = firm(108)
    rows: list[tuple[str, ...]] = [
        ("指标", "2018年", "2019年", "2020年", "2021年", "2022年（预计）", "近三年（2019-2021）累计")
    ]
    for name, label in (
        ("rnd", "平台相关的研发投入（万元）"),
        ("revenue", "平台相关的业务收入（万元）"),
        ("cost", "平台相关的业务成本（万元）"),
    ):
        rows.append(
            (
                label,
                "11",
                *(f"{f[f'{_S}{name}_{year}'] // 10_000}" for year in plain.YEARS),
                "99999",
                f"{f[f'{_S}{name}_total'] // 10_000}",
            )
        )
        rows.append(("同比增长（%）", "1.1", "2.2", "3.3", "4.4", "5.5", "/"))
    told = p("3.企业研发投入；4.主营业务收入；5.主营业务成本") + table(*rows)
    return Odd(
        docx(plain.whole(f, sustainability=plain.sustainability(f, sums=told))), usual(f), faultless=True
    )


def two_units() -> Odd:
    """A table of the money in 元 and 万元 beside each other, and percentages of the year before."""
    f = firm(109)
    told = ""
    for number, (name, title, total, yearly) in enumerate(plain.MONEY, 3):
        amounts = [(f"{year}年平台相关的{yearly}", f[f"{_S}{name}_{year}"]) for year in plain.YEARS] + [
            (f"近三年平台相关的{total}", f[f"{_S}{name}_total"])
        ]
        told += p(f"{number}.{title}") + table(
            ("项目", "金额（元）", "折合（万元）", "占比（%）"),
            *((label, f"{value:,}", f"{value // 10_000:,}", "33.3") for label, value in amounts),
        )
    return Odd(
        docx(plain.whole(f, sustainability=plain.sustainability(f, sums=told))), usual(f), faultless=True
    )


def doubtful_figures() -> Odd:
    """Wrote figures that cannot be taken at their face: dollars, a share, two years' sums, a goal, a formula before the rate."""
    f: Facts = firm(110)
    one = plain.applicant(f).replace(p(str(f["applicant.registered_capital"])), p("500万美元"), 1)
    numbers = (
        plain.indicators(f)
        .replace(
            f"合同额：{f[_I + 'service_contract_amount']}（万元）",
            "合同额：2021年350万元，2022年1-10月420万元",
            1,
        )
        .replace(
            f"接入企业数量：{f[_I + 'connected_enterprises']}（个）", "接入企业数量：覆盖全市规上企业的80%", 1
        )
    )
    numbers = numbers.replace(
        f"(4)接入设备数量：{f[_I + 'connected_devices']}（台/套）",
        f"(4)接入设备数量：{f[_I + 'connected_devices']}台，到2025年达到30000台",
        1,
    )
    two = (
        plain.platform(f)
        .replace(ps(plain.indicators(f)), ps(numbers))
        .replace(
            p(str(f["platform.investment"])),
            p(f"总投资{f['platform.investment']}万元，其中已完成投资1111万元"),
            1,
        )
    )
    rate = f[_S + "roi_percent"]
    four = plain.sustainability(f).replace(
        f"6.投资回报率：{rate}%", f"6.投资回报率：（1600-700）/3/{f['platform.investment']}×100%={rate}%", 1
    )
    unsure = {
        "applicant.registered_capital": None,
        _I + "service_contract_amount": OneOf((None, 770)),
        _I + "connected_enterprises": None,
        _I + "connected_devices": OneOf((None, f[_I + "connected_devices"])),
        "platform.investment": OneOf((None, f["platform.investment"])),
        _S + "roi_percent": OneOf((None, rate)),
    }
    return Odd(docx(plain.whole(f, applicant=one, platform=two, sustainability=four)), usual(f, **unsure))


def joint_applicants() -> Odd:
    """Filed with a partner: a second applicant's table, smaller, stands behind the first's; the partner is named on the cover's next line."""
    f = firm(111) | {"platform.build_mode": "合作共建", "platform.build_partners": "冀北轻工研究院"}
    other = p("联合申报单位基本信息") + table(
        ("单位名称", Cell("冀北轻工研究院", span=3)),
        ("组织机构代码", "12130000400000000X", "成立时间", "1985年"),
        ("联系人", "别人丁", "手机", "13900000009"),
        ("单位地址", Cell("北京市海淀区", span=3)),
        ("上年销售（万元）", "111", "上年利润（万元）", "22"),
    )
    two = other + plain.platform(f)
    return Odd(docx(plain.whole(f, platform=two)), usual(f), faultless=True)


def sampled() -> Odd:
    """Left a worked example above the answers: 例：(4)接入设备数量：100（台/套）, 示例：☑国有, and a list of what to check."""
    f = firm(112)
    numbers = "填写示例：(4)接入设备数量：100（台/套），(9)工业APP数量：10（个）\n" + plain.indicators(f)
    two = plain.platform(f).replace(ps(plain.indicators(f)), ps(numbers))
    sure = usual(f) | {
        _I + "connected_devices": OneOf((f[_I + "connected_devices"], None)),
        _I + "industrial_apps": OneOf((f[_I + "industrial_apps"], None)),
        "applicant.profile": Holds((f["applicant.profile_introduction"],)),
    }
    return Odd(docx(plain.whole(f, platform=two)), sure)


FILINGS: Final[dict[str, Maker]] = {
    each.__name__: each
    for each in (
        legends,
        strange_marks,
        misleading_words,
        lettered,
        other_years_too,
        two_units,
        doubtful_figures,
        joint_applicants,
        sampled,
    )
}
