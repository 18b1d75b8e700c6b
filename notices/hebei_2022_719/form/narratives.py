"""（二）to（八）of 申报平台信息."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import BaseModel, ConfigDict

from extractors.form import Required
from notices.asks import OPTIONAL, Ask, Part
from notices.hebei_2022_719.form.words import CLOUD_OPTIONS, YES_NO_OPTIONS, CloudType

_CROSS_AND_INDUSTRY = Required(by="category", categories=("跨行业跨领域", "行业"))
_REGIONAL = Required(by="category", categories=("区域",))


class Capability(Part):
    """（二）平台基础能力介绍."""

    section: ClassVar[str] = "capability"

    architecture: Annotated[
        str | None,
        Ask("平台整体技术架构", "整体技术架构", "平台技术架构", "技术架构", "平台总体技术架构", "平台总体架构", "平台整体架构", "总体技术架构",
            kind="longtext", number="1.",
            hints=(("（主要介绍平台架构技术方案、边缘计算技术方案、工业大数据技术方案、工业微服务技术方案、工业APP开发技术方案等，"
                   "重点介绍平台亮点特色技术。）"),)),
    ] = None  # fmt: skip
    edge: Annotated[
        str | None,
        Ask("边缘层能力", "边缘层", "边缘能力", "边缘层能力介绍", "边缘计算能力", "平台边缘层能力", kind="longtext", number="2.",
            hints=(("（详细介绍平台边缘层能力，包括但不限于兼容协议情况、数据预处理情况、边缘应用能力等方面的能力，"
                   "介绍相应边缘数据接入的硬件产品能力。）"),)),
    ] = None  # fmt: skip
    iaas: Annotated[
        str | None,
        Ask("IaaS层能力", "IaaS层", "IaaS能力", "IaaS层能力介绍", "基础设施层能力", "平台IaaS层能力", kind="longtext", number="3.",
            hints=("（详细介绍平台IaaS层能力，包括但不限于虚拟化、云计算架构、存储、故障报警等方面的能力。）",)),
    ] = None  # fmt: skip
    cloud_type: Annotated[
        CloudType | None,
        Ask("平台建设基于", "建设基于", "云架构类型", "平台建设架构", "平台基于", "云架构", "云平台类型", "云类型", "平台云架构",
            group="IaaS层能力", title="3.IaaS层能力/平台建设基于", options=CLOUD_OPTIONS),
    ] = None  # fmt: skip
    paas: Annotated[
        str | None,
        Ask("PaaS层能力", "PaaS层", "PaaS能力", "PaaS层能力介绍", "平台层能力", "平台PaaS层能力", kind="longtext", number="4.",
            hints=(("（详细介绍平台PaaS层能力，包括但不限于资源部署管理、工业大数据、数据建模分析、应用开发、微服务、"
                   "工业机理模型等方面的能力。）"),)),
    ] = None  # fmt: skip
    saas: Annotated[
        str | None,
        Ask("SaaS层能力", "SaaS层", "SaaS能力", "SaaS层能力介绍", "应用层能力", "平台SaaS层能力", kind="longtext", number="5.",
            hints=(("（详细介绍平台SaaS层能力，包括但不限于面向企业设计、生产、管理、销售、服务等核心环节的软件服务能力以及工业APP、"
                   "开发者社区、应用市场等能力。）"),)),
    ] = None  # fmt: skip
    security: Annotated[
        str | None,
        Ask("平台安全防护能力", "安全防护能力", "平台安全能力", "安全防护", "平台安全防护", "安全能力", "平台安全防护能力介绍",
            kind="longtext", number="6.",
            hints=("（详细介绍平台安全防护能力，包括但不限于安全防护技术、安全工具、安全防护机制等方面。）",)),
    ] = None  # fmt: skip
    identifier_resolution: Annotated[
        str | None,
        Ask("标识解析融合应用能力", "标识解析应用能力", "标识解析能力", "标识解析融合应用", "标识解析融合能力", "标识解析",
            kind="longtext", number="7.", required=OPTIONAL,
            hints=("（详细介绍标识解析能力，如主动标识载体、应用场景、服务案例等；若没有，可不填）",)),
    ] = None  # fmt: skip


class Services(Part):
    """（三）平台应用服务能力."""

    section: ClassVar[str] = "services"

    industry: Annotated[
        str | None,
        Ask("行业服务能力", "行业服务能力介绍", "平台行业服务能力", "行业服务", kind="longtext", number="（1）", group="平台服务能力",
            title="平台服务能力/（1）行业服务能力", required=_CROSS_AND_INDUSTRY,
            hints=("（申报双跨、行业平台必填，其他选填）",)),
    ] = None  # fmt: skip
    domain: Annotated[
        str | None,
        Ask("领域服务能力", "领域服务能力介绍", "平台领域服务能力", "领域服务", kind="longtext", number="（2）", group="平台服务能力",
            title="平台服务能力/（2）领域服务能力", required=_CROSS_AND_INDUSTRY,
            hints=("（申报双跨、行业平台必填，其他选填）",)),
    ] = None  # fmt: skip
    regional: Annotated[
        str | None,
        Ask("区域服务能力", "区域服务能力介绍", "平台区域服务能力", "区域服务", kind="longtext", number="（3）", group="平台服务能力",
            title="平台服务能力/（3）区域服务能力", required=_REGIONAL,
            hints=("（申报区域平台必填，其他选填）",)),
    ] = None  # fmt: skip
    solutions: Annotated[
        str | None,
        Ask("解决方案供给能力", "解决方案供给", "解决方案能力", "平台解决方案供给能力", "解决方案供给能力介绍", "解决方案服务能力",
            kind="longtext",
            hints=("（提供解决方案列表，详细介绍3个以上解决方案情况，包括解决的痛点问题、部署方案、预期推广效益等）",)),
    ] = None  # fmt: skip


def _total(label: str, *aliases: str, group: str, number: str, title: str) -> Ask:
    """The three years' sum of one line of the money."""
    return Ask(label, *aliases, group=group, unit="元", title=f"{number}{group}/{title}")


def _of_year(year: int, label: str, *aliases: str, group: str, number: str, title: str) -> Ask:
    """One year of one line of the money."""
    return Ask(label, *aliases, group=group, unit="元", year=year, title=f"{number}{group}/{year}年{title}")


_RND = {"group": "企业研发投入", "number": "3."}
_RND_YEAR = (
    "平台相关的研发投入",
    "研发投入",
    "研发费用",
    "平台研发投入",
    "平台相关研发投入",
    "研发经费",
    "研发支出",
    "平台研发费用",
)
_RND_TITLE = "平台相关的研发投入"
_REVENUE = {"group": "主营业务收入", "number": "4."}
_REVENUE_YEAR = ("平台相关的业务收入", "业务收入", "主营业务收入", "平台业务收入", "平台相关业务收入", "平台收入", "营业收入", "平台主营业务收入",
                 "平台相关的主营业务收入", "收入")  # fmt: skip
_REVENUE_TITLE = "平台相关的业务收入"
_COST = {"group": "主营业务成本", "number": "5."}
_COST_YEAR = ("平台相关的运营成本", "业务成本", "运营成本", "主营业务成本", "平台相关的业务成本", "平台运营成本", "平台业务成本", "平台成本",
              "平台相关的业务（运营）成本", "平台相关业务成本", "平台相关运营成本", "业务（运营）成本", "平台主营业务成本",
              "平台相关的主营业务成本", "成本")  # fmt: skip
_COST_TITLE = "平台相关的业务（运营）成本"


class Sustainability(Part):
    """（四）平台可持续发展能力."""

    section: ClassVar[str] = "sustainability"

    has_development_plan: Annotated[
        bool | None,
        Ask("平台是否具有专门的发展规划", "是否具有专门的发展规划", "是否有专门的发展规划", "专门的发展规划", "平台发展规划", "发展规划",
            "平台是否有专门的发展规划", "是否具有发展规划", "平台具有专门的发展规划", "是否有发展规划", "平台是否具有发展规划",
            number="1.", options=YES_NO_OPTIONS),
    ] = None  # fmt: skip
    is_independent_company: Annotated[
        bool | None,
        Ask("平台是否为独立公司运营", "是否为独立公司运营", "是否独立公司运营", "独立公司运营", "平台是否独立运营", "平台是否独立公司运营",
            "平台由独立公司运营", "是否由独立公司运营", "平台为独立公司运营", "平台是否由独立公司运营",
            number="2.", options=YES_NO_OPTIONS),
    ] = None  # fmt: skip
    rnd_total: Annotated[
        float | None,
        _total("近三年平台相关的累计研发投入", "累计研发投入", "近三年累计研发投入", "近三年研发投入", "三年累计研发投入", "近三年研发投入合计",
               "研发投入合计", "近三年平台累计研发投入", "近三年平台相关累计研发投入", "近三年研发投入总额", "平台相关的累计研发投入",
               **_RND, title="近三年平台相关的累计研发投入"),
    ] = None  # fmt: skip
    rnd_2019: Annotated[float | None, _of_year(2019, *_RND_YEAR, **_RND, title=_RND_TITLE)] = None
    rnd_2020: Annotated[float | None, _of_year(2020, *_RND_YEAR, **_RND, title=_RND_TITLE)] = None
    rnd_2021: Annotated[float | None, _of_year(2021, *_RND_YEAR, **_RND, title=_RND_TITLE)] = None
    revenue_total: Annotated[
        float | None,
        _total("近三年平台相关的累计业务收入", "累计业务收入", "近三年累计业务收入", "近三年业务收入", "三年累计业务收入", "近三年业务收入合计",
               "业务收入合计", "近三年平台累计业务收入", "近三年平台相关累计业务收入", "近三年主营业务收入", "累计主营业务收入",
               "近三年累计主营业务收入", "近三年业务收入总额", "平台相关的累计业务收入", "近三年累计收入",
               **_REVENUE, title="近三年平台相关的累计业务收入"),
    ] = None  # fmt: skip
    revenue_2019: Annotated[
        float | None, _of_year(2019, *_REVENUE_YEAR, **_REVENUE, title=_REVENUE_TITLE)
    ] = None
    revenue_2020: Annotated[
        float | None, _of_year(2020, *_REVENUE_YEAR, **_REVENUE, title=_REVENUE_TITLE)
    ] = None
    revenue_2021: Annotated[
        float | None, _of_year(2021, *_REVENUE_YEAR, **_REVENUE, title=_REVENUE_TITLE)
    ] = None
    cost_total: Annotated[
        float | None,
        _total("近三年平台相关的累计业务成本", "累计业务成本", "近三年累计业务成本", "近三年业务成本", "三年累计业务成本", "近三年业务成本合计",
               "业务成本合计", "近三年平台累计业务成本", "近三年平台相关累计业务成本", "近三年主营业务成本", "累计主营业务成本",
               "近三年累计主营业务成本", "近三年累计运营成本", "近三年运营成本", "累计运营成本", "近三年平台相关的累计运营成本",
               "近三年平台相关的累计业务（运营）成本", "近三年业务成本总额", "平台相关的累计业务成本", "近三年累计成本",
               "近三年累计业务（运营）成本",
               **_COST, title="近三年平台相关的累计业务（运营）成本"),
    ] = None  # fmt: skip
    cost_2019: Annotated[float | None, _of_year(2019, *_COST_YEAR, **_COST, title=_COST_TITLE)] = None
    cost_2020: Annotated[float | None, _of_year(2020, *_COST_YEAR, **_COST, title=_COST_TITLE)] = None
    cost_2021: Annotated[float | None, _of_year(2021, *_COST_YEAR, **_COST, title=_COST_TITLE)] = None
    roi_percent: Annotated[
        float | None,
        Ask(
            "投资回报率",
            "平台投资回报率",
            "投资回报",
            "投资收益率",
            "ROI",
            "投资回报率(ROI)",
            number="6.",
            unit="%",
            signed=True,
        ),
    ] = None
    is_listed_or_vc_funded: Annotated[
        bool | None,
        Ask("企业已上市或已获得VC/PE投资", "是否已上市或已获得VC/PE投资", "企业是否已上市或已获得VC/PE投资", "已上市或已获得VC/PE投资",
            "企业是否上市或获得VC/PE投资", "上市或获得VC/PE投资", "企业已上市或获得VC/PE投资", "是否上市或获得VC/PE投资",
            "企业是否已上市或获得VC/PE投资", "企业上市或获得VC/PE投资", "企业上市或获得VC/PE投资情况", "是否已上市或获得VC/PE投资",
            number="7.", options=YES_NO_OPTIONS),
    ] = None  # fmt: skip
    organization: Annotated[
        str | None,
        Ask("平台组织管理结构、战略保障机制、生态运营能力及其它", "平台组织管理结构、战略保障机制、生态运营能力及其他",
            "平台组织管理结构、战略保障机制、生态运营能力及其它需要说明的内容，并附相关证明材料",
            "平台组织管理结构、战略保障机制、生态运营能力及其他需要说明的内容，并附相关证明材料",
            "平台组织管理结构、战略保障机制、生态运营能力及其它需要说明的内容",
            "平台组织管理结构、战略保障机制、生态运营能力及其他需要说明的内容",
            "平台组织管理结构、战略保障机制、生态运营能力", "组织管理结构、战略保障机制、生态运营能力及其它",
            "组织管理结构、战略保障机制及生态运营能力", "组织管理结构、战略保障机制、生态运营能力", "平台组织管理结构", "组织管理结构",
            "平台组织管理结构、战略保障机制及生态运营能力", "组织管理与生态运营能力", "组织管理、战略保障及生态运营能力",
            kind="longtext", number="8."),
    ] = None  # fmt: skip


class Contribution(Part):
    """（六）平台社会贡献度."""

    section: ClassVar[str] = "contribution"

    stable_growth: Annotated[
        str | None,
        Ask("稳增长支撑能力", "稳增长支撑", "稳增长能力", "稳增长支撑能力介绍", "平台稳增长支撑能力", kind="longtext", number="1.",
            hints=("（介绍平台在“六稳”“六保”、工业稳增长等方面发挥的作用）",)),
    ] = None  # fmt: skip
    dual_chain_dual_carbon: Annotated[
        str | None,
        Ask("“双链”及“双碳”支撑能力", "双链及双碳支撑能力", "双链双碳支撑能力", "双链、双碳支撑能力", "双链和双碳支撑能力",
            "“双链”“双碳”支撑能力", "“双链”、“双碳”支撑能力", "“双链”和“双碳”支撑能力", "双链与双碳支撑能力", "“双链”与“双碳”支撑能力",
            "“双链”及“双碳”支撑能力介绍",
            kind="longtext", number="2.",
            hints=("（介绍“双链”、“双碳”解决方案各1个，并介绍取得的成效和下一步推广计划）",)),
    ] = None  # fmt: skip
    economic_analysis: Annotated[
        str | None,
        Ask("支撑经济或行业运行分析", "经济或行业运行分析", "支撑经济运行分析", "经济运行分析支撑能力", "支撑经济和行业运行分析",
            "支撑经济或行业运行分析能力", "经济及行业运行分析", "支撑经济及行业运行分析", kind="longtext", number="3.",
            hints=("（介绍平台依托工业互联网平台数据支撑产业经济运行监测分析等情况）",)),
    ] = None  # fmt: skip


class Attachment(BaseModel, defer_build=True):
    """One of 附件1 to 附件12."""

    model_config = ConfigDict(extra="forbid")

    number: int
    title: str
    found: bool
    files: list[str]  # relative to the submission; inside the application, its name
