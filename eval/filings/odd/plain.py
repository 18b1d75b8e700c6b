"""The sections of the form as an ordinary clerk fills them; an odd filing swaps some for its own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from eval.filings.odd.filing import Holds
from eval.filings.odd.firm import DOMAINS, INDICATORS, INDUSTRIES, NEW_TECHNOLOGIES, Facts
from eval.filings.odd.paper import Cell, p, ps, table

__all__ = [
    "applicant",
    "boxes",
    "capability",
    "chinese_day",
    "contribution",
    "cover",
    "honors",
    "indicators",
    "lines",
    "money",
    "narrative",
    "plan",
    "platform",
    "pledge",
    "profile",
    "proofs",
    "recommended",
    "services",
    "spaced",
    "sustainability",
    "usual",
    "whole",
]
CATEGORY = {each: f"{each}工业互联网平台" for each in ("跨行业跨领域", "区域", "行业")}
YEARS = (2019, 2020, 2021)
CAPABILITIES = (
    ("architecture", "1.平台整体技术架构"),
    ("edge", "2.边缘层能力"),
    ("iaas", "3.IaaS层能力"),
    ("paas", "4.PaaS层能力"),
    ("saas", "5.SaaS层能力"),
    ("security", "6.平台安全防护能力"),
    ("identifier_resolution", "7.标识解析融合应用能力"),
)
MONEY = (
    ("rnd", "企业研发投入", "累计研发投入", "研发投入"),
    ("revenue", "主营业务收入", "累计业务收入", "业务收入"),
    ("cost", "主营业务成本", "累计业务成本", "运营成本"),
)


def usual(f: Facts, **other: object) -> dict[str, object]:
    """What is beyond doubt in any filing of these facts."""
    told = (f["applicant.profile_introduction"], f["applicant.profile_competence"])
    return {
        **f,
        "applicant.profile": Holds(told),
        "cover.platform_category": f["cover.platform_category"],
        **other,
    }


def boxes(options: Iterable[str], chosen: object, *, on: str = "☑", off: str = "□", sep: str = " ") -> str:
    picked = chosen if isinstance(chosen, list) else [chosen]
    return sep.join(f"{on if each in picked else off}{each}" for each in options)


def yes_no(answer: object, **glyphs: str) -> str:
    return boxes(("是", "否"), "是" if answer else "否", **glyphs)


def chinese_day(date: str) -> str:
    year, month, day = date.split("-")
    return f"{year}年{int(month)}月{int(day)}日"


def cover(f: Facts) -> str:
    return "".join(
        (
            p("河北省省级工业互联网平台申报书"),
            p(f"平   台   名    称  {f['cover.platform_name']}"),
            p(f"平   台   类    型  {CATEGORY[f['cover.platform_category']]}"),
            p(f"申 报 单 位（盖章）  {f['cover.applicant']}"),
            p(f"推 荐 单 位（盖章）  {f['cover.recommender']}"),
            p(f"填   报   日    期  {chinese_day(f['cover.filed_on'])}"),
            p("河北省工业和信息化厅编制"),
        )
    )


def profile(f: Facts) -> str:
    return "\n".join(
        (
            "（一）申报单位情况介绍",
            f["applicant.profile_introduction"],
            "（二）申报单位核心竞争力介绍",
            f["applicant.profile_competence"],
        )
    )


def honors(f: Facts) -> str:
    return "\n".join(
        f"{i}.{h['text']}，{h['level']}，{h['obtained_on'].replace('-0', '年')}月"
        for i, h in enumerate(f["applicant.honors"], 1)
    )


def pledge(f: Facts) -> str:
    return f"我单位申报的所有材料，均真实、完整，并保证所涉及的关键技术产品等内容皆为自主知识产权。如有不实，愿承担相应的责任。\n法定代表人签章：\n单位公章：\n{chinese_day(f['applicant.pledge_date'])}"


def recommended(f: Facts) -> str:
    return f"经我局审核，申报材料符合申报要求，同意推荐该单位申报省级工业互联网平台。\n推荐单位公章：\n{chinese_day(f['applicant.recommendation_date'])}"


def applicant(f: Facts) -> str:
    """The four-column table of the form, contact included."""

    def get(name: str) -> str:
        return str(f[f"applicant.{name}"])

    merged = Cell("", down="continue")
    return p("申报单位基本信息") + table(
        ("单位名称", Cell(get("name"), span=4)),
        ("组织机构代码", Cell(get("organization_code"), span=2), "成立时间", get("founded_on")),
        (
            "企业性质",
            Cell(boxes(("国有", "民营", "三资", "其他"), f["applicant.ownership"]), span=2),
            "注册资本（万元）",
            get("registered_capital"),
        ),
        ("单位地址", Cell(get("address"), span=4)),
        (Cell("联系人", down="restart"), "姓名", get("contact.name"), "电话", get("contact.phone")),
        (merged, "职务", get("contact.title"), "手机", get("contact.mobile")),
        (merged, "传真", get("contact.fax"), "E-mail", get("contact.email")),
        (
            "上年销售（万元）",
            Cell(get("last_year_sales"), span=2),
            "上年利润（万元）",
            get("last_year_profit"),
        ),
        ("企业简介", Cell(profile(f), span=4)),
        ("企业荣誉", Cell(honors(f), span=4)),
        ("真实性承诺", Cell(pledge(f), span=4)),
        ("推荐单位", Cell(recommended(f), span=4)),
    )


def indicators(f: Facts) -> str:

    def get(name: str) -> Any:
        return f[f"platform.indicators.{name}"]

    common = [f"({i}){label}：{get(name)}（{unit}）" for i, (name, label, unit) in enumerate(INDICATORS, 1)]
    return "\n".join(
        (
            "1.共性指标。所有平台均需填写。",
            *common,
            "(14)新技术应用情况：",
            boxes(NEW_TECHNOLOGIES, get("new_technologies")),
            "2.按照申报类别填写关键指标，双跨类平台必须填写(15)、(16)；行业级平台必须填写(16)；区域级平台必须填写(15)、(16)。",
            f"(15)服务区域数量：{get('service_cities')}个设区市或{get('service_parks')}个省级以上产业园区",
            f"(16)平台完成服务合同额：{get('service_contract_amount')}（万元）",
            "3.若平台已接入标识解析二级节点，需填写以下指标，没有可不填。",
            f"(17)二级节点标识注册量：{get('identifiers_registered')}（万条）",
            f"(18)二级节点标识解析量：{get('identifiers_resolved')}（万次）",
            f"(19)二级节点接入企业数：{get('identifier_enterprises')}（家）",
        )
    )


def platform(f: Facts) -> str:
    return (
        p("申报平台信息")
        + p("（一）平台基础信息")
        + table(
            *basics(f),
            ("平台关键指标统计", indicators(f)),
            ("平台典型应用企业名称", "\n".join(f["platform.typical_customers"])),
        )
    )


def basics(f: Facts) -> list[Sequence[str | Cell]]:

    def get(name: str) -> Any:
        return f.get(f"platform.{name}", "")

    merged = Cell("", down="continue")
    return [
        ("平台名称", get("name")),
        ("平台类别\n（单选）", boxes(CATEGORY.values(), CATEGORY[get("category")], sep="\n")),
        (Cell("面向行业", down="restart"), f"覆盖行业数（个）：{get('industry_count')}"),
        (merged, boxes([*INDUSTRIES[:-1], "其他（请注明）"], get("industries"))),
        (Cell("面向领域", down="restart"), f"覆盖领域数（个）：{get('domain_count')}"),
        (merged, boxes([*DOMAINS[:-1], "其他（请注明）"], get("domains"))),
        ("建设主体", get("builder")),
        ("建设时间", get("built_period")),
        ("建设状态", boxes(("已建成", "在建", "拟建"), get("build_status"))),
        ("投资金额(万元)", str(get("investment"))),
        (
            "建设方式",
            boxes(("自建", "合作共建"), get("build_mode"), sep="\n")
            + f"\n请注明合作企业名称{get('build_partners')}",
        ),
        (
            "IaaS基础设施",
            boxes(("自建", "租用"), get("iaas_mode"), sep="\n") + f"\n请注明服务商名称{get('iaas_provider')}",
        ),
    ]


def capability(f: Facts) -> str:
    cloud = (
        f"平台建设基于：{boxes(('公有云', '私有云', '混合云', '其他______架构'), f['capability.cloud_type'])}"
    )
    rows = []
    for name, label in CAPABILITIES:
        text = f"{label}\n{f[f'capability.{name}']}"
        rows.append((f"{text}\n{cloud}" if name == "iaas" else text,))
    return p("（二）平台基础能力介绍") + table(*rows)


def services(f: Facts) -> str:
    able = "\n".join(
        (
            "平台服务能力",
            "（1）行业服务能力",
            f["services.industry"],
            "（2）领域服务能力",
            f["services.domain"],
            "（3）区域服务能力",
            f["services.regional"],
        )
    )
    return p("（三）平台应用服务能力") + table((able,), (f"解决方案供给能力\n{f['services.solutions']}",))


def lines(f: Facts, *, scale: int = 1, unit: str = "元") -> str:
    """The questions of （四） on money, a line each."""
    told = []
    for number, (name, title, total, yearly) in enumerate(MONEY, start=3):
        years = "、".join(f"{f[f'sustainability.{name}_{year}'] // scale}" for year in YEARS)
        told += [
            f"{number}.{title}：",
            f"近三年平台相关的{total}：{f[f'sustainability.{name}_total'] // scale}{unit}",
        ]
        told += [f"2019、2020、2021年平台相关的{yearly}：{years}{unit}"]
    return "\n".join(told)


def money(f: Facts) -> str:
    return lines(f)


def sustainability(f: Facts, *, sums: str | None = None) -> str:
    """`sums` is XML of blocks that stand for questions 3 to 5."""
    return "".join(
        (
            p("（四）平台可持续发展能力"),
            p(f"1.平台是否具有专门的发展规划：{yes_no(f['sustainability.has_development_plan'])}"),
            p(f"2.平台是否为独立公司运营：{yes_no(f['sustainability.is_independent_company'])}"),
            ps(lines(f)) if sums is None else sums,
            p(f"6.投资回报率：{f['sustainability.roi_percent']}%"),
            p("（投资回报率=年均利润/投资总额×100%）"),
            p(f"7.企业已上市或已获得VC/PE投资：{yes_no(f['sustainability.is_listed_or_vc_funded'])}"),
            p("8.平台组织管理结构、战略保障机制、生态运营能力及其它需要说明的内容，并附相关证明材料。"),
            ps(f["sustainability.organization"]),
        )
    )


def cases(f: Facts) -> str:
    return p("（五）平台应用案例和效果") + table((f["cases"],))


def contribution(f: Facts) -> str:
    return p("（六）平台社会贡献度") + table(
        (f"1.稳增长支撑能力\n{f['contribution.stable_growth']}",),
        (f"2.“双链”及“双碳”支撑能力\n{f['contribution.dual_chain_dual_carbon']}",),
        (f"3.支撑经济或行业运行分析\n{f['contribution.economic_analysis']}",),
    )


def plan(f: Facts) -> str:
    return p("（七）平台下一步发展计划") + table((f["next_plan"],))


PROOFS = (
    "企业法人营业执照及组织机构代码证书",
    "企业征信情况报告",
    "近两年年度审计报告、近两年项目专项审计报告",
    "产品专利和知识产权证书",
    "工业设备清单",
    "工业模型清单",
    "工业APP清单",
    "解决方案清单",
    "2021年度实际服务企业上云上平台清单",
    "平台运行日志、平台截图",
    "申报书中需要提供的相关证明材料",
    "其他有助于说明项目情况和服务能力的资质证书、奖励证书等相关材料。",
)


def proofs(_: Facts) -> str:
    return (
        p("（八）相关证明材料")
        + p("材料清单（作为附件放后）：")
        + "".join(p(f"附件{i}：{each}") for i, each in enumerate(PROOFS, 1))
    )


def narrative(f: Facts) -> str:
    """（二）, （三） and （五） to （八） with no table at all."""
    cloud = (
        f"平台建设基于：{boxes(('公有云', '私有云', '混合云', '其他______架构'), f['capability.cloud_type'])}"
    )
    told = [p("（二）平台基础能力介绍", style="2")]
    for name, label in CAPABILITIES:
        told += [p(label, style="3"), ps(f[f"capability.{name}"]), p(cloud) if name == "iaas" else ""]
    told += [p("（三）平台应用服务能力", style="2"), p("平台服务能力", style="3")]
    for number, name, label in ((1, "industry", "行业"), (2, "domain", "领域"), (3, "regional", "区域")):
        told += [p(f"（{number}）{label}服务能力"), ps(f[f"services.{name}"])]
    told += [p("解决方案供给能力", style="3"), ps(f["services.solutions"])]
    return "".join(told)


def after(f: Facts) -> str:
    return "".join(
        (
            p("（五）平台应用案例和效果", style="2"),
            ps(f["cases"]),
            p("（六）平台社会贡献度", style="2"),
            p("1.稳增长支撑能力", style="3"),
            ps(f["contribution.stable_growth"]),
            p("2.“双链”及“双碳”支撑能力", style="3"),
            ps(f["contribution.dual_chain_dual_carbon"]),
            p("3.支撑经济或行业运行分析", style="3"),
            ps(f["contribution.economic_analysis"]),
            p("（七）平台下一步发展计划", style="2"),
            ps(f["next_plan"]),
        )
    )


def spaced(label: str) -> str:
    return " ".join(label)


def whole(f: Facts, **swapped: str) -> str:
    """All sections in their order; `swapped` gives the XML of those that this clerk did otherwise."""
    usual = {
        "cover": cover,
        "applicant": applicant,
        "platform": platform,
        "capability": capability,
        "services": services,
        "sustainability": sustainability,
        "cases": cases,
        "contribution": contribution,
        "plan": plan,
        "proofs": proofs,
    }
    unknown = swapped.keys() - usual.keys()
    assert not unknown, unknown
    return "".join(swapped[name] if name in swapped else make(f) for name, make in usual.items())
