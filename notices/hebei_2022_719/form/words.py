"""The form's closed choices: each word as it comes out, as printed beside its box, and as people write it."""

from __future__ import annotations

from typing import Literal

from extractors.form import Option

PlatformCategory = Literal["跨行业跨领域", "区域", "行业"]
Ownership = Literal["国有", "民营", "三资", "其他"]
BuildStatus = Literal["已建成", "在建", "拟建"]
BuildMode = Literal["自建", "合作共建"]
IaasMode = Literal["自建", "租用"]
CloudType = Literal["公有云", "私有云", "混合云", "其他"]
Industry = Literal[
    "钢铁",
    "石化",
    "建材",
    "工程机械",
    "轨道交通",
    "航空航天",
    "船舶",
    "汽车",
    "食品",
    "医药",
    "纺织服装",
    "轻工",
    "电子信息",
    "风电/光伏",
    "其他",
]
Domain = Literal[
    "智能生产管控",
    "流程控制优化",
    "协同研发设计",
    "网络协同制造",
    "产品远程诊断",
    "安全生产",
    "工艺及能耗管理",
    "个性化定制",
    "设备预测性维护",
    "产品全生命周期管理",
    "其他",
]
NewTechnology = Literal["5G", "大数据", "人工智能", "数字孪生", "区块链", "工业AR/VR技术"]


def _by_value(*options: Option) -> dict[str, Option]:
    return {each.value: each for each in options}


CATEGORY_OPTIONS = _by_value(
    Option(
        "跨行业跨领域",
        "跨行业跨领域工业互联网平台",
        ("双跨", "双跨类", "双跨型", "双跨级", "双跨平台", "双跨类平台", "双跨工业互联网平台", "跨行业、跨领域",
         "跨行业、跨领域工业互联网平台", "跨行业跨领域平台", "跨行业跨领域类", "跨行业跨领域型", "跨行业跨领域级", "跨行业领域",
         "综合型(跨行业跨领域)", "跨行业/跨领域"),
    ),
    Option(
        "区域",
        "区域工业互联网平台",
        ("区域级", "区域型", "区域类", "区域平台", "区域级平台", "区域型平台", "区域类平台", "区域级工业互联网平台",
         "区域型工业互联网平台", "区域性", "区域性平台", "区域性工业互联网平台"),
    ),
    Option(
        "行业",
        "行业工业互联网平台",
        ("行业级", "行业型", "行业类", "行业平台", "行业级平台", "行业型平台", "行业类平台", "行业级工业互联网平台",
         "行业型工业互联网平台", "行业性", "行业性工业互联网平台"),
    ),
)  # fmt: skip
OWNERSHIP_OPTIONS = _by_value(
    Option("国有", "国有", ("国有企业", "国企", "国有控股", "国有独资", "国有及国有控股")),
    Option("民营", "民营", ("民营企业", "私营", "民企", "私营企业")),
    Option("三资", "三资", ("三资企业", "外资", "中外合资", "外商投资")),
    Option("其他", "其他", ("其它", "其他（事业单位、科研院所等）", "事业单位", "科研院所")),
)
STATUS_OPTIONS = _by_value(
    Option("已建成", "已建成", ("建成", "已建", "已投运", "已建成运行", "已建成投用")),
    Option("在建", "在建", ("建设中", "正在建设")),
    Option("拟建", "拟建", ("计划建设", "待建")),
)
MODE_OPTIONS = _by_value(
    Option("自建", "自建", ("自主建设", "自行建设")),
    Option("合作共建", "合作共建", ("合作建设", "共建", "联合建设")),
)
IAAS_OPTIONS = _by_value(
    Option("自建", "自建", ("自主建设", "自有")),
    Option("租用", "租用", ("租赁", "租用云服务", "租用公有云")),
)
CLOUD_OPTIONS = _by_value(
    Option("公有云", "公有云", ("公有云架构", "公共云")),
    Option("私有云", "私有云", ("私有云架构", "专有云")),
    Option("混合云", "混合云", ("混合云架构",)),
    Option("其他", "其他", ("其它", "其他架构")),
)
INDUSTRY_OPTIONS = _by_value(
    Option("钢铁", "钢铁", ("钢铁行业",)),
    Option("石化", "石化", ("石油化工", "石化行业", "石化化工")),
    Option("建材", "建材", ("建材行业", "建筑材料")),
    Option("工程机械", "工程机械"),
    Option("轨道交通", "轨道交通", ("轨道交通装备",)),
    Option("航空航天", "航空航天"),
    Option("船舶", "船舶"),
    Option("汽车", "汽车", ("汽车行业",)),
    Option("食品", "食品", ("食品行业",)),
    Option("医药", "医药", ("医药行业",)),
    Option("纺织服装", "纺织服装", ("纺织", "服装")),
    Option("轻工", "轻工"),
    Option("电子信息", "电子信息"),
    Option("风电/光伏", "风电/光伏", ("风电光伏", "风电、光伏", "光伏/风电", "风电", "光伏")),
    Option("其他", "其他（请注明）", ("其他", "其它", "其它（请注明）", "其他行业")),
)
DOMAIN_OPTIONS = _by_value(
    Option("工艺及能耗管理", "工艺及能耗管理", ("工艺与能耗管理", "工艺和能耗管理")),
    Option("产品全生命周期管理", "产品全生命周期管理", ("全生命周期管理",)),
    Option("设备预测性维护", "设备预测性维护", ("预测性维护",)),
    Option("其他", "其他（请注明）", ("其他", "其它", "其它（请注明）", "其他领域")),
)
TECHNOLOGY_OPTIONS = _by_value(
    Option("5G", "5G", ("5G技术",)),
    Option("工业AR/VR技术", "工业AR/VR技术", ("工业AR/VR", "AR/VR", "AR/VR技术", "工业AR、VR技术")),
)
YES_NO_OPTIONS: dict[str, Option] = _by_value(
    Option("是", "是", ("有", "具有", "yes")),
    Option("否", "否", ("no", "不是")),
)
