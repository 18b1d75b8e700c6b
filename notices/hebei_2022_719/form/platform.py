"""（一）平台基础信息, with its 平台关键指标统计."""

from __future__ import annotations

from typing import Annotated, ClassVar

from extractors.form import Required
from notices.asks import Ask, Part
from notices.hebei_2022_719.form.words import (
    CATEGORY_OPTIONS,
    DOMAIN_OPTIONS,
    IAAS_OPTIONS,
    INDUSTRY_OPTIONS,
    MODE_OPTIONS,
    STATUS_OPTIONS,
    TECHNOLOGY_OPTIONS,
    BuildMode,
    BuildStatus,
    Domain,
    IaasMode,
    Industry,
    NewTechnology,
    PlatformCategory,
)

_COMMON = "附件1/申报平台信息/（一）平台基础信息/平台关键指标统计/1"
_BY_CATEGORY = "附件1/申报平台信息/（一）平台基础信息/平台关键指标统计/2"
_IDENTIFIERS = "附件1/申报平台信息/（一）平台基础信息/平台关键指标统计/3"
_REGION = Required(by="category", categories=("跨行业跨领域", "区域"), group="service_region")
_CONTRACT = Required(by="category", categories=("跨行业跨领域", "区域", "行业"))
_NODE = Required(by="together", group="identifiers")


class Indicators(Part):
    """平台关键指标统计, (1) to (19)."""

    section: ClassVar[str] = "indicators"

    core_patents: Annotated[
        int | None,
        Ask("平台核心软硬件技术获得的专利数量", "专利数量", "核心专利数量", "核心技术专利数量", "平台核心技术专利数量", "平台专利数量",
            "获得专利数量", "专利数", "核心软硬件技术专利数量", "核心软硬件专利数量", "核心软硬件技术专利数", "平台核心软硬件技术专利数量",
            "核心专利数", number="(1)", unit="项", clause=_COMMON),
    ] = None  # fmt: skip
    software_copyrights: Annotated[
        int | None,
        Ask("平台核心软硬件技术获得的软著数量", "软著数量", "软件著作权数量", "软件著作权", "软著数", "核心软著数量", "软件著作权数",
            "平台核心软硬件技术获得的软件著作权数量", "核心软硬件技术软著数量", "核心软硬件软著数量", "核心技术软著数量",
            "平台核心软硬件技术软著数量", number="(2)", unit="项", clause=_COMMON),
    ] = None  # fmt: skip
    standards_and_projects: Annotated[
        int | None,
        Ask("参与本行业省部级及以上项目建设或相关标准制定数量", "省部级及以上项目或标准数量", "项目建设或标准制定数量",
            "参与省部级及以上项目或标准数量", "参与项目及标准数量", "参与省部级及以上项目建设或相关标准制定数量", "标准制定数量",
            "省部级及以上项目建设或标准制定数量", "参与本行业省部级及以上项目或标准数量", "参与标准及项目数量", "省部级项目或标准数量",
            "参与省部级以上项目或标准制定数量", number="(3)", unit="项", clause=_COMMON),
    ] = None  # fmt: skip
    connected_devices: Annotated[
        int | None,
        Ask("接入设备数量", "设备接入数量", "接入设备数", "接入工业设备数量", "设备接入数", "连接设备数量", "平台接入设备数量",
            "接入设备总数", "工业设备接入数量", "设备连接数量", "接入设备", number="(4)", unit="台/套", clause=_COMMON),
    ] = None  # fmt: skip
    data_points: Annotated[
        int | None,
        Ask("数据采集点数量", "数据采集点", "采集点数量", "数据采集点数", "数据点数量", "数采点数量", "采集点位数量", "数据采集点位数量",
            "采集点数", "采集点总数", number="(5)", unit="个", clause=_COMMON),
    ] = None  # fmt: skip
    protocols: Annotated[
        int | None,
        Ask("兼容协议解析数量", "协议解析数量", "兼容协议数量", "解析协议数量", "兼容协议解析数", "支持协议数量", "协议数量",
            "可解析协议数量", "兼容协议数", "协议兼容数量", "兼容工业协议数量", number="(6)", unit="个", clause=_COMMON),
    ] = None  # fmt: skip
    mechanism_models: Annotated[
        int | None,
        Ask("工业机理模型数量", "机理模型数量", "工业模型数量", "机理模型数", "工业机理模型数", "工业机理模型", "机理模型", "模型数量",
            number="(7)", unit="个", clause=_COMMON),
    ] = None  # fmt: skip
    microservices: Annotated[
        int | None,
        Ask(
            "微服务组件数量",
            "微服务数量",
            "微服务组件数",
            "微服务组件",
            "微服务数",
            number="(8)",
            unit="个",
            clause=_COMMON,
        ),
    ] = None
    industrial_apps: Annotated[
        int | None,
        Ask("工业APP数量", "工业APP数", "APP数量", "工业应用程序数量", "工业APP", "工业应用数量", "工业APP总数", "工业软件APP数量",
            number="(9)", unit="个", clause=_COMMON),
    ] = None  # fmt: skip
    connected_enterprises: Annotated[
        int | None,
        Ask("接入企业数量", "接入企业数", "企业接入数量", "服务企业数量", "上云企业数量", "接入平台企业数量", "平台接入企业数量",
            "接入企业总数", "接入企业", "入驻企业数量", number="(10)", unit="个", clause=_COMMON),
    ] = None  # fmt: skip
    solutions: Annotated[
        int | None,
        Ask("解决方案数量", "解决方案数", "方案数量", "平台解决方案数量", "工业解决方案数量", "行业解决方案数量", "解决方案总数",
            number="(11)", unit="个", clause=_COMMON),
    ] = None  # fmt: skip
    practitioners: Annotated[
        int | None,
        Ask("工业互联网从业人员总数", "从业人员总数", "工业互联网从业人员数量", "从业人员数量", "从业人员数", "工业互联网从业人数",
            "从业人数", "工业互联网从业人员数", "工业互联网从业人员", "工业互联网人员总数", number="(12)", unit="个", clause=_COMMON),
    ] = None  # fmt: skip
    third_party_developers: Annotated[
        int | None,
        Ask("第三方开发者注册总数", "第三方开发者数量", "第三方开发者总数", "注册开发者数量", "开发者注册总数", "第三方开发者注册数量",
            "第三方开发者数", "第三方开发者", "注册第三方开发者数量", "第三方注册开发者数量", "开发者数量", "第三方开发者注册数",
            number="(13)", unit="个", clause=_COMMON),
    ] = None  # fmt: skip
    new_technologies: Annotated[
        list[NewTechnology],
        Ask("新技术应用情况", "新技术应用", "新技术", "应用新技术情况", "新技术应用类型", "新一代信息技术应用情况",
            number="(14)", options=TECHNOLOGY_OPTIONS, clause=_COMMON),
    ] = []  # noqa: RUF012 - pydantic copies the default  # fmt: skip
    service_cities: Annotated[
        int | None,
        Ask("服务区域数量", "服务设区市数量", "服务设区市数", "设区市数量", "服务区域设区市数量", "服务区域", "设区市", "服务的设区市数量", "服务区域数量：设区市",
            "服务区域数量/设区市", "服务区域数量-设区市",
            "服务地市数量", "服务区域数", number="(15)", unit="个", suffix="设区市", title="(15)服务区域数量/设区市",
            required=_REGION, clause=_BY_CATEGORY),
    ] = None  # fmt: skip
    service_parks: Annotated[
        int | None,
        Ask("服务区域数量", "服务省级以上产业园区数量", "省级以上产业园区数量", "服务产业园区数量", "产业园区数量", "服务园区数量",
            "服务区域", "省级以上产业园区", "服务省级以上产业园区数", "服务区域数量：省级以上产业园区",
            "服务区域数量/省级以上产业园区", "服务区域数量-省级以上产业园区", "服务的省级以上产业园区数量", "服务区域产业园区数量", "产业园区",
            "省级以上园区数量", "服务区域数", number="(15)", unit="个", suffix="产业园区", title="(15)服务区域数量/省级以上产业园区",
            required=_REGION, clause=_BY_CATEGORY),
    ] = None  # fmt: skip
    service_contract_amount: Annotated[
        float | None,
        Ask("平台完成服务合同额", "服务合同额", "完成服务合同额", "平台服务合同额", "合同额", "完成合同额", "服务合同金额", "平台完成合同额",
            "平台完成服务合同金额", "完成服务合同金额", "平台服务合同金额",
            number="(16)", unit="万元", required=_CONTRACT, clause=_BY_CATEGORY),
    ] = None  # fmt: skip
    identifiers_registered: Annotated[
        float | None,
        Ask("二级节点标识注册量", "标识注册量", "标识注册数量", "二级节点标识注册数量", "二级节点注册量", "标识注册总量", "二级节点标识注册总量",
            number="(17)", unit="万条", required=_NODE, clause=_IDENTIFIERS),
    ] = None  # fmt: skip
    identifiers_resolved: Annotated[
        float | None,
        Ask("二级节点标识解析量", "标识解析量", "标识解析数量", "二级节点标识解析数量", "二级节点解析量", "标识解析总量", "二级节点标识解析总量",
            number="(18)", unit="万次", required=_NODE, clause=_IDENTIFIERS),
    ] = None  # fmt: skip
    identifier_enterprises: Annotated[
        int | None,
        Ask("二级节点接入企业数", "二级节点接入企业数量", "二级节点企业数", "二级节点接入企业", "标识解析接入企业数", "二级节点接入企业总数",
            number="(19)", unit="家", required=_NODE, clause=_IDENTIFIERS),
    ] = None  # fmt: skip


class Platform(Part):
    """（一）平台基础信息."""

    section: ClassVar[str] = "basics"

    name: Annotated[
        str | None,
        Ask("平台名称", "申报平台名称", "平台全称", "工业互联网平台名称", "申报平台", "申报平台全称"),
    ] = None
    category: Annotated[
        PlatformCategory | None,
        Ask("平台类别", "平台类型", "申报类别", "申报类型", "申报平台类别", "平台所属类别", "申报平台类型",
            title="平台类别（单选）", options=CATEGORY_OPTIONS),
    ] = None  # fmt: skip
    industry_count: Annotated[
        int | None,
        Ask("覆盖行业数", "覆盖行业数量", "行业数", "面向行业数量", "面向行业数", "覆盖行业", "覆盖行业个数",
            group="面向行业", unit="个", title="面向行业/覆盖行业数（个）"),
    ] = None  # fmt: skip
    industries: Annotated[
        list[Industry],
        Ask(
            "面向行业",
            "面向的行业",
            "所属行业",
            "覆盖行业情况",
            "覆盖行业",
            "服务行业",
            "平台面向行业",
            "面向行业类别",
            options=INDUSTRY_OPTIONS,
        ),
    ] = []  # noqa: RUF012 - pydantic copies the default
    industry_other: Annotated[
        str | None,
        Ask("其他", "其他行业", "其它行业", "其他行业说明", "面向行业其他说明", "其他（行业）",
            group="面向行业", title="面向行业/其他（请注明）",
            required=Required(by="option", option=("platform.industries", "其他"))),
    ] = None  # fmt: skip
    domain_count: Annotated[
        int | None,
        Ask("覆盖领域数", "覆盖领域数量", "领域数", "面向领域数量", "面向领域数", "覆盖领域", "覆盖领域个数",
            group="面向领域", unit="个", title="面向领域/覆盖领域数（个）"),
    ] = None  # fmt: skip
    domains: Annotated[
        list[Domain],
        Ask(
            "面向领域",
            "面向的领域",
            "所属领域",
            "覆盖领域情况",
            "覆盖领域",
            "服务领域",
            "平台面向领域",
            "面向领域类别",
            options=DOMAIN_OPTIONS,
        ),
    ] = []  # noqa: RUF012 - pydantic copies the default
    domain_other: Annotated[
        str | None,
        Ask("其他", "其他领域", "其它领域", "其他领域说明", "面向领域其他说明", "其他（领域）",
            group="面向领域", title="面向领域/其他（请注明）",
            required=Required(by="option", option=("platform.domains", "其他"))),
    ] = None  # fmt: skip
    builder: Annotated[
        str | None,
        Ask(
            "建设主体",
            "平台建设主体",
            "建设单位",
            "平台建设单位",
            "建设运营主体",
            "建设主体名称",
            "平台建设运营主体",
            "承建主体",
            "建设主体单位",
        ),
    ] = None
    built_period: Annotated[
        str | None,
        Ask(
            "建设时间",
            "平台建设时间",
            "建设周期",
            "建设期",
            "建设起止时间",
            "建设时间段",
            "建设期限",
            "平台建设周期",
        ),
    ] = None
    build_status: Annotated[
        BuildStatus | None,
        Ask(
            "建设状态", "平台建设状态", "建设情况", "建设进度", "建设阶段", "平台状态", options=STATUS_OPTIONS
        ),
    ] = None
    investment: Annotated[
        float | None,
        Ask("投资金额", "投资总额", "平台投资金额", "总投资", "平台总投资", "投资额", "建设投资", "平台建设投资", "累计投资", "建设投资金额",
            "平台投资总额", "投资规模", "总投资额", unit="万元", title="投资金额(万元)"),
    ] = None  # fmt: skip
    build_mode: Annotated[
        BuildMode | None,
        Ask("建设方式", "平台建设方式", "建设模式", "平台建设模式", "建设形式", options=MODE_OPTIONS),
    ] = None
    build_partners: Annotated[
        str | None,
        Ask("合作企业名称", "合作企业", "合作单位", "合作单位名称", "共建企业", "共建单位", "请注明合作企业名称", "合作方", "共建企业名称", group="建设方式", title="建设方式/合作企业名称",
            required=Required(by="option", option=("platform.build_mode", "合作共建"))),
    ] = None  # fmt: skip
    iaas_mode: Annotated[
        IaasMode | None,
        Ask("IaaS基础设施", "IaaS设施", "IaaS基础设施建设方式", "IaaS基础设施来源", "基础设施", "IaaS建设方式", "云基础设施", "IaaS",
            options=IAAS_OPTIONS),
    ] = None  # fmt: skip
    iaas_provider: Annotated[
        str | None,
        Ask("服务商名称", "服务商", "云服务商", "IaaS服务商", "请注明服务商名称", "云服务商名称", "IaaS服务商名称",
            group="IaaS基础设施", title="IaaS基础设施/服务商名称",
            required=Required(by="option", option=("platform.iaas_mode", "租用"))),
    ] = None  # fmt: skip
    indicators: Indicators = Indicators.model_construct()
    typical_customers: Annotated[
        list[str],
        Ask("平台典型应用企业名称", "典型应用企业名称", "典型应用企业", "平台典型应用企业", "典型客户", "典型用户", "典型客户名称", "典型企业",
            "平台典型客户", "平台典型用户", "典型应用企业名单", "典型应用客户", "典型用户名称", "平台典型企业",
            hints=("列举不少于三家典型应用企业名称，并提供证明材料",)),
    ] = []  # noqa: RUF012 - pydantic copies the default  # fmt: skip
