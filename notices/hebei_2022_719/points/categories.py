"""The three kinds of platforms: what each is, and what the notice sets otherwise for each."""

from __future__ import annotations

from collections.abc import Mapping

from notices.hebei_2022_719.facts import QUOTAS
from notices.notice import Difference, Passage, Point

__all__ = ["CATEGORIES", "DIFFERENCES"]

_KINDS = "一、培育内容"
_FORM = "附件1/申报平台信息"
_BASICS = f"{_FORM}/（一）平台基础信息"
_SERVICES = f"{_FORM}/（三）平台应用服务能力/平台服务能力"
_CROSS, _REGION, _INDUSTRY = "跨行业跨领域", "区域", "行业"
_WHAT = "什么是|是什么|定义|指什么|是指|什么叫|啥叫|啥是|什么意思|何谓|概念|含义|介绍一下|解释|怎样的平台|什么样的平台|建设什么|做什么用|支持什么|定位|怎么理解|算什么"
_SAYS = (
    "公共服务|支持对象|培育内容|怎么说|怎么写的|怎么描述|如何描述|表述|支持谁|谁来建|谁建|由谁|构建|数据汇聚|服务体系|开发环境|"
    "生产组织|上下游|龙头|具备什么|具备啥|具备哪|什么能力|啥能力|哪些能力|什么特点|服务谁|服务对象|面向谁"
)
_KEYS = f"{_BASICS}/平台关键指标统计/2"

_DEFINITIONS: Mapping[str, tuple[Passage, str, str, str]] = {
    _INDUSTRY: (
        Passage(
            f"{_KINDS}/（一）",
            "支持优势行业龙头企业构建面向行业的工业互联网平台，培育新型生产组织模式，促进制造资源优化配置和产业链上下游协同，"
            "为行业企业数字化、网络化、智能化提供支撑。",
        ),
        (
            "行业工业互联网平台：支持优势行业龙头企业构建、面向行业的工业互联网平台，培育新型生产组织模式，促进制造资源优化配置和产业链上下游协同，"
            "为行业企业数字化、网络化、智能化提供支撑。"
        ),
        (
            "Industry platforms are built by leading enterprises (龙头企业) of strong industries for their industry: new ways of organising production, "
            "better use of manufacturing resources, cooperation along the industrial chain, and support for firms going digital, networked and smart."
        ),
        "行业平台|行业级|行业工业互联网平台|行业类|行业型",
    ),
    _REGION: (
        Passage(
            f"{_KINDS}/（二）",
            "支持面向全市工业企业建设特色化、专业化、市场化工业互联网平台，围绕多场景共性应用需求，为企业和用户提供节能降碳、安全生产、"
            "研发设计、智能制造等方面的公共服务，实现对本地园区、产业集群等区域工业互联网平台的数据汇聚。",
        ),
        (
            "区域工业互联网平台：面向全市工业企业建设，特色化、专业化、市场化，围绕多场景共性应用需求，提供节能降碳、安全生产、研发设计、智能制造等方面的公共服务，"
            "实现对本地园区、产业集群等区域平台的数据汇聚。"
        ),
        (
            "Regional platforms serve all industrial firms of a city with public services in energy saving and carbon reduction, work safety, R&D and "
            "design, and smart manufacturing, and pool the data of local parks and clusters."
        ),
        "区域平台|区域级|区域工业互联网平台|区域类|区域型",
    ),
    _CROSS: (
        Passage(
            f"{_KINDS}/（三）",
            "构建基于海量数据采集、汇聚、分析的服务体系，建设支撑制造资源泛在连接、弹性供给、高效配置的云基础设施和工业PaaS平台，"
            "提供基于工业知识机理的数据分析能力和开放的应用开发环境，为不同行业、不同区域工业企业提供公共服务。",
        ),
        (
            "跨行业跨领域（双跨）工业互联网平台：构建基于海量数据采集、汇聚、分析的服务体系，建设支撑制造资源泛在连接、弹性供给、"
            "高效配置的云基础设施和工业PaaS平台，提供基于工业知识机理的数据分析能力和开放的应用开发环境，为不同行业、不同区域工业企业提供公共服务。"
        ),
        (
            "Cross-industry cross-domain (双跨) platforms are service systems on mass data (海量数据), with cloud infrastructure, an industrial PaaS "
            "platform, data analysis based on industrial knowledge and an open development environment, that serve firms of different industries and regions."
        ),
        "双跨|跨行业跨领域|跨行业|跨领域",
    ),
}

CATEGORIES: tuple[Point, ...] = (
    *(
        Point(
            name=f"{category}平台是什么",
            asked=(
                f"{words} {_WHAT} !指标|字|行业数|标识 !区别|不同",
                f"{words} {_SAYS} !指标|字数|行业数|标识|服务能力 !区别|不同|差异|不一样",
            ),
            says=says,
            says_in_english=english,
            passages=(passage,),
        )
        for category, (passage, says, english, words) in _DEFINITIONS.items()
    ),
    Point(
        name="三类平台",
        asked=(
            "平台 几类|哪几类|哪些类|几种|哪几种|分类|类型有|类别有|种类|分几|三类|几个类别|哪些类别 !云|指标 !市|名额",
            "培育内容|培育什么|培育哪些|培育对象 !重点培育",
            "平台类别|平台类型|申报类别 哪些|几|有什么|选项|有哪些|什么 !单选|多选|同时",
        ),
        says="分三类：行业工业互联网平台、区域工业互联网平台、跨行业跨领域工业互联网平台（双跨）。",
        says_in_english="There are three categories: industry platforms, regional platforms and cross-industry cross-domain (双跨) platforms.",
        passages=(
            Passage(f"{_KINDS}/（一）", "（一）行业工业互联网平台"),
            Passage(f"{_KINDS}/（二）", "（二）区域工业互联网平台"),
            Passage(f"{_KINDS}/（三）", "（三）跨行业跨领域工业互联网平台"),
            Passage(f"{_BASICS}/平台类别（单选）", "平台类别"),
        ),
    ),
)

_COVERS = Passage(f"{_BASICS}/面向行业", "（跨行业跨领域平台须不少于2个大类行业，行业级仅选择1个大类行业）")
_INDICATORS = Passage(
    _KEYS,
    "2.按照申报类别填写关键指标，双跨类平台必须填写(15)、(16)；行业级平台必须填写(16)；区域级平台必须填写(15)、(16)。",
)
_OF_INDUSTRY = Passage(f"{_SERVICES}/（1）", "（申报双跨、行业平台必填，其他选填）")
_OF_DOMAIN = Passage(f"{_SERVICES}/（2）", "（申报双跨、行业平台必填，其他选填）")
_OF_REGION = Passage(f"{_SERVICES}/（3）", "（申报区域平台必填，其他选填）")
_QUOTA = Passage(QUOTAS.clause, QUOTAS.quote)

DIFFERENCES: tuple[Difference, ...] = (
    Difference(
        "定位",
        "purpose",
        {
            _INDUSTRY: "面向行业，由优势行业龙头企业构建",
            _REGION: "面向全市工业企业，提供公共服务并汇聚本地数据",
            _CROSS: "面向不同行业、不同区域的工业企业",
        },
        {
            _INDUSTRY: "serves one industry, built by its leading enterprises",
            _REGION: "serves all industrial firms of a city and pools local data",
            _CROSS: "serves firms of different industries and regions",
        },
        {category: each[0] for category, each in _DEFINITIONS.items()},
    ),
    Difference(
        "每市推荐数量",
        "quota per city",
        {category: f"不超过{count}个" for category, count in QUOTAS.value.items()},
        {category: f"at most {count}" for category, count in QUOTAS.value.items()},
        dict.fromkeys(QUOTAS.value, _QUOTA),
    ),
    Difference(
        "覆盖行业和领域",
        "industries and domains covered",
        {_INDUSTRY: "仅选1个大类行业", _REGION: "没有规定个数", _CROSS: "不少于2个大类行业、2个领域"},
        {
            _INDUSTRY: "only 1 industry",
            _REGION: "no number set",
            _CROSS: "at least 2 industries and 2 domains",
        },
        {_INDUSTRY: _COVERS, _CROSS: _COVERS},
    ),
    Difference(
        "按类别必填的关键指标",
        "indicators required by category",
        {_INDUSTRY: "(16)", _REGION: "(15)、(16)", _CROSS: "(15)、(16)"},
        {_INDUSTRY: "(16)", _REGION: "(15) and (16)", _CROSS: "(15) and (16)"},
        dict.fromkeys((_INDUSTRY, _REGION, _CROSS), _INDICATORS),
    ),
    Difference(
        "必填的服务能力",
        "service capability required",
        {
            _INDUSTRY: "行业服务能力、领域服务能力",
            _REGION: "区域服务能力",
            _CROSS: "行业服务能力、领域服务能力",
        },
        {
            _INDUSTRY: "industry and domain services",
            _REGION: "regional services",
            _CROSS: "industry and domain services",
        },
        {_INDUSTRY: _OF_INDUSTRY, _REGION: _OF_REGION, _CROSS: _OF_DOMAIN},
    ),
)
