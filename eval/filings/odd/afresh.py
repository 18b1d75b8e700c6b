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

    return [("单位名称", g("name")), ("组织机构代码", g("organization_code")), ("成立时间", g("founded_on")), ("企业性质", _OWNERS), ("注册资本（万元）", g("registered_capital")), ("单位地址", g("address")), ("联系人姓名", g("contact.name")), ("联系人电话", g("contact.phone")),
            ("联系人职务", g("contact.title")), ("联系人手机", g("contact.mobile")), ("联系人传真", g("contact.fax")), ("联系人E-mail", g("contact.email")), ("上年销售（万元）", g("last_year_sales")), ("上年利润（万元）", g("last_year_profit"))]


def long_rows(f: Facts) -> list[tuple[str, str]]:
    return [("企业简介", plain.profile(f)), ("企业荣誉", plain.honors(f)), ("真实性承诺", plain.pledge(f)), ("推荐单位", plain.recommended(f))]


def platform_of(f: Facts, told: str) -> str:
    return p("申报平台信息") + p("（一）平台基础信息") + table(*plain.basics(f)) + p("平台关键指标统计") + told + table(("平台典型应用企业名称", "\n".join(f["platform.typical_customers"])))


def for_reviewers() -> Odd:
    """Four columns: what is asked, how to fill it in, the answer, the reviewer's remark."""
    f = firm(150)
    how = {"单位名称": "按营业执照填写全称", "成立时间": "如2015-01-01", "组织机构代码": "18位", "注册资本（万元）": "保留整数，如1000", "联系人手机": "11位", "上年利润（万元）": "亏损填负数"}
    rows = [("填报项", "填写要求", "填报内容", "审核意见"), *((label, how.get(label, ""), value, "") for label, value in pairs_of(f)), *((label, "", value, "") for label, value in long_rows(f))]
    return Odd(docx(plain.whole(f, applicant=p("申报单位基本信息") + table(*rows))), usual(f), faultless=True)


def grouped() -> Odd:
    """A first column of groups merged down (基本情况, 联系人, 经营情况), then label and answer."""
    f = firm(151)
    pairs = pairs_of(f)
    groups = (("基本情况", pairs[:6]), ("联系人", [(label.removeprefix("联系人"), value) for label, value in pairs[6:12]]), ("经营情况", pairs[12:]), ("其他情况", long_rows(f)))
    rows: list[tuple[str | Cell, ...]] = []
    for group, members in groups:
        rows += [(Cell(group if not i else "", down="continue" if i else "restart"), label, value) for i, (label, value) in enumerate(members)]
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
    rest: list[tuple[str | Cell, ...]] = [title("（五）平台应用案例和效果"), (Cell(f["cases"], span=2),), title("（六）平台社会贡献度"), ("1.稳增长支撑能力", f["contribution.stable_growth"]), ("2.“双链”及“双碳”支撑能力", f["contribution.dual_chain_dual_carbon"]), ("3.支撑经济或行业运行分析", f["contribution.economic_analysis"]), title("（七）平台下一步发展计划"), (Cell(f["next_plan"], span=2),), title("（八）相关证明材料"), (Cell("见附件1至附件12", span=2),)]
    body = plain.whole(f, capability=table(*rows), services="", cases=table(*rest), contribution="", plan="", proofs="")
    return Odd(docx(body), usual(f), faultless=True)


def renamed_headings() -> Odd:
    """Numbered by chapters and renamed the narratives: 2.1 平台总体技术架构, 2.2 边缘层, 第五章 应用案例及成效."""
    f = firm(154)
    names = dict(zip([name for name, _ in plain.CAPABILITIES], ("平台整体技术架构", "边缘层能力", "IaaS 层能力", "PaaS 层能力", "SaaS 层能力", "安全防护能力", "标识解析融合应用能力"), strict=True))
    told = p("二、平台基础能力介绍", style="1")
    for number, (name, label) in enumerate(names.items(), 1):
        told += p(f"2.{number} {label}", style="2") + ps(f[f"capability.{name}"]) + (p("平台建设基于：混合云") if name == "iaas" else "")
    four = p("三、平台应用服务能力", style="1") + "".join(p(f"3.{n} {label}服务能力", style="2") + ps(f[f"services.{name}"]) for n, name, label in ((1, "industry", "行业"), (2, "domain", "领域"), (3, "regional", "区域"))) + p("3.4 解决方案供给能力", style="2") + ps(f["services.solutions"])
    five = p("五、平台应用案例和效果", style="1") + ps(f["cases"])
    six = p("六、平台社会贡献度", style="1") + p("6.1 稳增长支撑能力", style="2") + ps(f["contribution.stable_growth"]) + p("6.2 双链、双碳支撑能力", style="2") + ps(f["contribution.dual_chain_dual_carbon"]) + p("6.3 支撑经济或行业运行分析", style="2") + ps(f["contribution.economic_analysis"])
    return Odd(docx(plain.whole(f, capability=told, services=four, cases=five, contribution=six, plan=p("七、平台下一步发展计划", style="1") + ps(f["next_plan"]))), usual(f), faultless=True)


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
    more = {"capability.architecture": "主要由以下部分组成：\n（1）接入层；\n（2）平台层；\n（3）应用层。", "capability.edge": "边缘层能力体现在以下方面。\n1.协议解析\n支持多种协议。\n2.数据预处理\n就地清洗。", "cases": "（一）设备管理优化\n效果明显。\n（二）生产执行优化\n效率提升。",
            "next_plan": "1.技术创新\n增加研发力度。\n2.产业合作\n扩大伙伴。", "contribution.stable_growth": "一是稳岗。\n二是稳链。", "services.regional": "（1）服务站建设\n已建六个。\n（2）集群服务\n覆盖三个集群。"}
    f |= {path: f"{f[path]}\n{text}" for path, text in more.items()}
    body = plain.cover(f) + plain.applicant(f) + plain.platform(f) + plain.narrative(f) + plain.sustainability(f) + plain.after(f) + plain.proofs(f)
    return Odd(docx(body), usual(f), faultless=True)


def by_the_year() -> Odd:
    """Indicators with a column a year (2020年, 2021年, 截至目前) and a goal for 2025 behind them."""
    f = firm(157)
    rows: list[tuple[str, ...]] = [("序号", "指标", "单位", "2020年", "2021年", "截至目前", "2025年目标")]
    rows += [(str(i), label, unit, "1", "2", str(f[_I + name]), "999999") for i, (name, label, unit) in enumerate(INDICATORS, 1)]
    rest = ps("\n".join(plain.indicators(f).split("\n")[14:]))
    unsure = {_I + name: OneOf((f[_I + name], None)) for name, _, _ in INDICATORS}
    return Odd(docx(plain.whole(f, platform=platform_of(f, table(*rows) + rest))), usual(f, **unsure))


def with_a_goal() -> Odd:
    """Indicators as label, figure now and goal: 现状值 | 目标值."""
    f = firm(158)
    rows: list[tuple[str, ...]] = [("指标名称", "现状值", "目标值（2025年）")]
    rows += [(f"{label}（{unit}）", str(f[_I + name]), "88888") for name, label, unit in INDICATORS]
    rows += [("新技术应用情况", plain.boxes(NEW_TECHNOLOGIES, f[_I + "new_technologies"]), ""), ("服务区域数量（设区市，个）", str(f[_I + "service_cities"]), "11"), ("服务区域数量（省级以上产业园区，个）", str(f[_I + "service_parks"]), "77"), ("平台完成服务合同额（万元）", str(f[_I + "service_contract_amount"]), "66666"),
             ("二级节点标识注册量（万条）", str(f[_I + "identifiers_registered"]), "55555"), ("二级节点标识解析量（万次）", str(f[_I + "identifiers_resolved"]), "44444"), ("二级节点接入企业数（家）", str(f[_I + "identifier_enterprises"]), "333")]
    return Odd(docx(plain.whole(f, platform=platform_of(f, table(*rows)))), usual(f), faultless=True)


def boxed_category_on_cover() -> Odd:
    """Boxes for the type on the cover, the date to the month, the title broken over lines, a logo text, an English title."""
    f = firm(159, category="跨行业跨领域") | {"cover.filed_on": "2022-11"}
    front = p("编号：") + p("河北省") + p("省级工业互联网平台") + p("申 报 书") + p("APPLICATION FORM") + p(f"平台名称： {f['cover.platform_name']}") + p("平台类型： ☑跨行业跨领域  □区域  □行业") + p(f"申报单位： {f['cover.applicant']}（盖章）") + p(f"推荐单位： {f['cover.recommender']}（盖章）") + p("填报日期： 二〇二二年十一月") + p("河北省工业和信息化厅 编制")
    return Odd(docx(plain.whole(f, cover=front)), usual(f), faultless=True)


def double_cross() -> Odd:
    """Wrote the type on the cover as 双跨, and the seal's words behind the names; a second line goes on with a long name."""
    f = firm(160, category="跨行业跨领域")
    name = f["cover.applicant"]
    front = p("河北省省级工业互联网平台申报书") + table(("平台名称", f["cover.platform_name"]), ("平台类型", "双跨平台"), ("申报单位（盖章）", f"{name[:6]}\n{name[6:]}"), ("推荐单位（盖章）", f["cover.recommender"]), ("填报日期", "2022 年 11 月 17 日"))
    values = usual(f, **{"cover.filed_on": "2022-11-17", "cover.applicant": OneOf((name, f"{name[:6]}\n{name[6:]}"))})
    return Odd(docx(plain.whole(f, cover=front)), values, faultless=True)


def questionnaire() -> Odd:
    """Turned the platform's part into questions with answers beneath (平台名称？ 答：)."""
    f = firm(161)

    def b(name: str) -> str:
        return str(f[f"platform.{name}"])

    asked = [("平台名称", b("name")), ("平台类别（单选）", "☑区域工业互联网平台 □行业工业互联网平台 □跨行业跨领域工业互联网平台"), ("建设主体", b("builder")), ("建设时间", b("built_period")), ("建设状态", "☑已建成 □在建 □拟建"), ("投资金额（万元）", b("investment")), ("建设方式", "☑自建 □合作共建"), ("IaaS基础设施", f"□自建 ☑租用，服务商名称：{b('iaas_provider')}")]
    told = "".join(p(f"{i}、{label}？") + p(f"答：{value}") for i, (label, value) in enumerate(asked, 1))
    two = p("申报平台信息") + p("（一）平台基础信息") + told + table(*plain.basics(f)[2:6], ("平台关键指标统计", plain.indicators(f)), ("平台典型应用企业名称", "\n".join(f["platform.typical_customers"])))
    either = {f"platform.{name}": OneOf((f[f"platform.{name}"], None)) for name in ("name", "builder", "built_period", "build_status", "investment", "build_mode", "iaas_mode", "iaas_provider", "category")}
    return Odd(docx(plain.whole(f, platform=two)), usual(f, **either))


def profile_over_rows() -> Odd:
    """Spread the profile over several rows beside one merged label, and the honours over a row each."""
    f = firm(162)
    rows: list[tuple[str | Cell, ...]] = list(pairs_of(f))
    for label, text in long_rows(f)[:2]:
        rows += [(Cell("" if i else label, down="continue" if i else "restart"), part) for i, part in enumerate(text.split("\n"))]
    return Odd(docx(plain.whole(f, applicant=p("申报单位基本信息") + table(*rows, *long_rows(f)[2:]))), usual(f), faultless=True)


def hint_as_value() -> Odd:
    """Left the form's hints in place of some answers, and underscores for others."""
    f = firm(163)
    rows = plain.basics(f)
    gone = {"platform.build_partners": None, "cases": None, "capability.edge": None, "next_plan": None}
    two = p("申报平台信息") + p("（一）平台基础信息") + table(*rows, ("平台关键指标统计", plain.indicators(f).replace(f"(9)工业APP数量：{f[_I + 'industrial_apps']}（", "(9)工业APP数量：________（")), ("平台典型应用企业名称", "列举不少于三家典型应用企业名称，并提供证明材料"))
    three = plain.capability(f).replace(ps(f["capability.edge"]), p("（详细介绍平台边缘层能力，包括但不限于兼容协议情况、数据预处理情况、边缘应用能力等方面的能力，介绍相应边缘数据接入的硬件产品能力。）"))
    five = p("（五）平台应用案例和效果") + table(("（选择工业互联网平台应用的几个特定工业场景，如设备管理优化、研发设计优化、运营管理优化、生产执行优化、产品全生命周期管理优化、供应链协同优化等，并描述相关使用情况和应用效果。）（限1500字）",))
    seven = p("（七）平台下一步发展计划") + table(("（工业互联网平台下一步研发和运营计划（包含但不限于技术创新、产品升级、产业合作、商业模式拓展等。）（限1000字）",))
    gone |= {_I + "industrial_apps": None}
    states = {"cases": "blank", "capability.edge": "blank", "next_plan": "blank", _I + "industrial_apps": "blank", "platform.typical_customers": "blank"}
    return Odd(docx(plain.whole(f, platform=two, capability=three, cases=five, plan=seven)), usual(f, **gone, **{"platform.typical_customers": []}), states=states)


def growing_numbers() -> Odd:
    """Figures in the narratives contradict nobody: the same labels with part figures stand before the form's own table."""
    f = firm(164)
    summary = p("申报要点") + ps("本平台接入设备数量500台，服务企业30家，获得专利3项。\n投资金额（万元）：见正文\n联系人：见正文") + table(("要点", "内容"), ("接入设备数量", "500"), ("工业APP数量", "20"), ("企业性质", "见正文"))
    return Odd(docx(plain.cover(f), summary, plain.whole(f, cover="")), usual(f, **{"applicant.profile": Holds((f["applicant.profile_introduction"],))}))


FILINGS: Final[dict[str, Maker]] = {
    each.__name__: each
    for each in (for_reviewers, grouped, spacer_columns, label_above_text, renamed_headings, mentions, mentions_bare, by_the_year, with_a_goal, boxed_category_on_cover, double_cross, questionnaire, hint_as_value, growing_numbers, profile_over_rows)
}
