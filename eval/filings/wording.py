"""The words of the form as printed, and the words that people put in their place."""

from __future__ import annotations

from typing import Final

from eval.filings.paths import MONEY, YEARS

INDICATOR_NAMES: Final = {
    1: "平台核心软硬件技术获得的专利数量",
    2: "平台核心软硬件技术获得的软著数量",
    3: "参与本行业省部级及以上项目建设或相关标准制定数量",
    4: "接入设备数量",
    5: "数据采集点数量",
    6: "兼容协议解析数量",
    7: "工业机理模型数量",
    8: "微服务组件数量",
    9: "工业APP数量",
    10: "接入企业数量",
    11: "解决方案数量",
    12: "工业互联网从业人员总数",
    13: "第三方开发者注册总数",
    14: "新技术应用情况",
    15: "服务区域数量",
    16: "平台完成服务合同额",
    17: "二级节点标识注册量",
    18: "二级节点标识解析量",
    19: "二级节点接入企业数",
}
INDICATOR_GROUPS: Final = {
    1: "1.共性指标。所有平台均需填写。",
    15: "2.按照申报类别填写关键指标，双跨类平台必须填写(15)、(16)；行业级平台必须填写(16)；区域级平台必须填写(15)、(16)。",
    17: "3.若平台已接入标识解析二级节点，需填写以下指标，没有可不填。",
}
LABELS: Final[dict[str, tuple[str, ...]]] = {  # as printed first, then what people write instead
    "cover.platform_name": ("平台名称", "申报平台名称", "平台全称"),
    "cover.platform_category": ("平台类型", "平台类别", "申报类型"),
    "cover.applicant": ("申报单位（盖章）", "申报单位", "申报单位（公章）"),
    "cover.recommender": ("推荐单位（盖章）", "推荐单位", "推荐单位（公章）"),
    "cover.filed_on": ("填报日期", "填表日期", "申报日期"),
    "applicant.name": ("单位名称", "企业名称", "公司名称", "申报单位名称"),
    "applicant.organization_code": (
        "组织机构代码",
        "统一社会信用代码",
        "社会信用代码",
        "组织机构代码/统一社会信用代码",
    ),
    "applicant.founded_on": ("成立时间", "成立日期", "注册时间", "企业成立时间"),
    "applicant.ownership": ("企业性质", "单位性质", "企业类型"),
    "applicant.registered_capital": (
        "注册资本（万元）",
        "注册资金（万元）",
        "注册资本(万元)",
        "注册资本金（万元）",
    ),
    "applicant.address": ("单位地址", "企业地址", "通讯地址", "注册地址", "联系地址"),
    "applicant.contact.name": ("联系人姓名", "联系人", "姓名"),
    "applicant.contact.phone": ("联系电话", "办公电话", "固定电话", "电话"),
    "applicant.contact.title": ("联系人职务", "职务", "职务/职位"),
    "applicant.contact.mobile": ("手机", "手机号码", "移动电话", "手机号"),
    "applicant.contact.fax": ("传真", "传真号码"),
    "applicant.contact.email": ("E-mail", "邮箱", "电子邮箱", "电子邮件", "Email"),
    "applicant.last_year_sales": (
        "上年销售（万元）",
        "上年销售额（万元）",
        "上年度销售收入（万元）",
        "2021年销售额（万元）",
    ),
    "applicant.last_year_profit": (
        "上年利润（万元）",
        "上年利润额（万元）",
        "上年度利润总额（万元）",
        "2021年利润（万元）",
    ),
    "applicant.profile": ("企业简介", "单位简介", "公司简介"),
    "applicant.honors": ("企业荣誉", "企业获奖情况", "所获荣誉"),
    "platform.name": ("平台名称", "申报平台名称", "工业互联网平台名称"),
    "platform.category": ("平台类别（单选）", "平台类别", "平台类型"),
    "platform.industry_count": ("覆盖行业数（个）", "覆盖行业数", "覆盖行业数量（个）"),
    "platform.industries": ("面向行业", "服务行业", "覆盖行业"),
    "platform.domain_count": ("覆盖领域数（个）", "覆盖领域数", "覆盖领域数量（个）"),
    "platform.domains": ("面向领域", "服务领域", "覆盖领域"),
    "platform.builder": ("建设主体", "平台建设主体", "建设单位"),
    "platform.built_period": ("建设时间", "平台建设时间", "建设周期", "建设起止时间"),
    "platform.build_status": ("建设状态", "平台建设状态", "建设情况"),
    "platform.investment": ("投资金额(万元)", "投资金额（万元）", "投资总额（万元）", "总投资（万元）"),
    "platform.build_mode": ("建设方式", "平台建设方式"),
    "platform.build_partners": ("合作企业名称", "合作单位名称", "合作企业"),
    "platform.iaas_mode": ("IaaS基础设施", "IaaS设施", "基础设施（IaaS）"),
    "platform.iaas_provider": ("服务商名称", "IaaS服务商", "租用服务商名称"),
    "platform.typical_customers": ("平台典型应用企业名称", "典型应用企业", "平台典型应用企业"),
    "capability.architecture": ("平台整体技术架构", "平台总体技术架构", "整体技术架构"),
    "capability.edge": ("边缘层能力", "边缘层能力介绍"),
    "capability.iaas": ("IaaS层能力", "IaaS层能力介绍"),
    "capability.cloud_type": ("平台建设基于", "平台建设基于的云架构"),
    "capability.paas": ("PaaS层能力", "PaaS层能力介绍"),
    "capability.saas": ("SaaS层能力", "SaaS层能力介绍"),
    "capability.security": ("平台安全防护能力", "安全防护能力"),
    "capability.identifier_resolution": ("标识解析融合应用能力", "标识解析应用能力"),
    "services.industry": ("行业服务能力", "行业服务能力介绍"),
    "services.domain": ("领域服务能力", "领域服务能力介绍"),
    "services.regional": ("区域服务能力", "区域服务能力介绍"),
    "services.solutions": ("解决方案供给能力", "解决方案供给情况"),
    "sustainability.has_development_plan": ("平台是否具有专门的发展规划", "是否具有专门的发展规划"),
    "sustainability.is_independent_company": ("平台是否为独立公司运营", "是否独立公司运营"),
    "sustainability.roi_percent": ("投资回报率", "投资回报率（%）"),
    "sustainability.is_listed_or_vc_funded": (
        "企业已上市或已获得VC/PE投资",
        "企业是否已上市或已获得VC/PE投资",
    ),
    "sustainability.organization": (
        "平台组织管理结构、战略保障机制、生态运营能力及其它需要说明的内容，并附相关证明材料",
        "平台组织管理结构、战略保障机制、生态运营能力及其它",
    ),
    "cases": ("平台应用案例和效果", "平台应用案例及效果"),
    "contribution.stable_growth": ("稳增长支撑能力", "稳增长支撑情况"),
    "contribution.dual_chain_dual_carbon": ("“双链”及“双碳”支撑能力", "双链及双碳支撑能力"),
    "contribution.economic_analysis": ("支撑经济或行业运行分析", "支撑经济运行分析"),
    "next_plan": ("平台下一步发展计划", "下一步发展计划", "平台下一步工作计划"),
    "attachments": ("相关证明材料", "证明材料"),
}
MONEY_HEADS: Final = {"rnd": "企业研发投入", "revenue": "主营业务收入", "cost": "主营业务成本"}
MONEY_TOTALS: Final = {
    "rnd": "近三年平台相关的累计研发投入",
    "revenue": "近三年平台相关的累计业务收入",
    "cost": "近三年平台相关的累计业务成本",
}
MONEY_YEARLY: Final = {
    "rnd": "平台相关的研发投入",
    "revenue": "平台相关的业务收入",
    "cost": "平台相关的运营成本",
}
MONEY_HINTS: Final = {
    "rnd": "（企业用于平台研究和开发过程中发生的各种费用）",
    "revenue": "（从事平台相关业务所取得的收入）",
    "cost": "（公司开发和销售与平台业务有关的服务所必须投入的直接成本）",
}
HINTS: Final = {
    "applicant.profile": "（限1500字）",
    "applicant.profile_introduction": "发展历程、主营业务、市场销售、行业地位排名、市场占有率等方面基本情况。",
    "applicant.profile_competence": "突出工业互联网平台技术、产品、解决方案等相关能力，包括优势技术、人才队伍、研发能力、实施能力、服务保障、应用效果等。",
    "applicant.honors": "企业获得两化融合、工业互联网、新一代信息技术与制造业融合发展等领域国家、省级专项或试点示范项目、贯标评定通过情况。（备注：逐条说明奖项、级别、获得时间）",
    "platform.industries": "（跨行业跨领域平台须不少于2个大类行业，行业级仅选择1个大类行业）",
    "platform.domains": "（跨行业跨领域平台须不少于2个领域）",
    "platform.typical_customers": "列举不少于三家典型应用企业名称，并提供证明材料",
    "capability.architecture": "（主要介绍平台架构技术方案、边缘计算技术方案、工业大数据技术方案、工业微服务技术方案、工业APP开发技术方案等，重点介绍平台亮点特色技术。）",
    "capability.edge": "（详细介绍平台边缘层能力，包括但不限于兼容协议情况、数据预处理情况、边缘应用能力等方面的能力，介绍相应边缘数据接入的硬件产品能力。）",
    "capability.iaas": "（详细介绍平台IaaS层能力，包括但不限于虚拟化、云计算架构、存储、故障报警等方面的能力。）",
    "capability.paas": "（详细介绍平台PaaS层能力，包括但不限于资源部署管理、工业大数据、数据建模分析、应用开发、微服务、工业机理模型等方面的能力。）",
    "capability.saas": "（详细介绍平台SaaS层能力，包括但不限于面向企业设计、生产、管理、销售、服务等核心环节的软件服务能力以及工业APP、开发者社区、应用市场等能力。）",
    "capability.security": "（详细介绍平台安全防护能力，包括但不限于安全防护技术、安全工具、安全防护机制等方面。）",
    "capability.identifier_resolution": "（详细介绍标识解析能力，如主动标识载体、应用场景、服务案例等；若没有，可不填）",
    "services.industry": "（申报双跨、行业平台必填，其他选填）",
    "services.domain": "（申报双跨、行业平台必填，其他选填）",
    "services.regional": "（申报区域平台必填，其他选填）",
    "services.solutions": "（提供解决方案列表，详细介绍3个以上解决方案情况，包括解决的痛点问题、部署方案、预期推广效益等）",
    "sustainability.roi_percent": "（投资回报率=年均利润/投资总额×100%）",
    "sustainability.is_listed_or_vc_funded": "（上市是指企业通过证券交易所首次公开面向投资者增发股权、募集资金的行为；VC/PE投资是指投资非上市公司的股权）",
    "cases": "（选择工业互联网平台应用的几个特定工业场景，如设备管理优化、研发设计优化、运营管理优化、生产执行优化、产品全生命周期管理优化、供应链协同优化等，并描述相关使用情况和应用效果。）（限1500字）",
    "contribution.stable_growth": "（介绍平台在“六稳”“六保”、工业稳增长等方面发挥的作用）",
    "contribution.dual_chain_dual_carbon": "（介绍“双链”、“双碳”解决方案各1个，并介绍取得的成效和下一步推广计划）",
    "contribution.economic_analysis": "（介绍平台依托工业互联网平台数据支撑产业经济运行监测分析等情况）",
    "next_plan": "（工业互联网平台下一步研发和运营计划（包含但不限于技术创新、产品升级、产业合作、商业模式拓展等。）（限1000字）",
}
CATEGORY_OPTIONS: Final = {
    "跨行业跨领域": "跨行业跨领域工业互联网平台",
    "区域": "区域工业互联网平台",
    "行业": "行业工业互联网平台",
}
CATEGORY_BY_HAND: Final = {
    "跨行业跨领域": ("跨行业跨领域", "跨行业跨领域工业互联网平台", "双跨", "双跨平台", "跨行业跨领域平台"),
    "区域": ("区域", "区域工业互联网平台", "区域平台", "区域级", "区域级平台"),
    "行业": ("行业", "行业工业互联网平台", "行业平台", "行业级", "行业级平台"),
}
INSTRUCTIONS: Final = (
    "一、申报单位应按照填写要求和实际情况，如实填报申报书相关内容。",
    "二、提交材料包括申请书纸质材料和电子文档，申请单位必须确保纸质材料和电子文档的一致性。",
    "三、平台申报书中第一次出现外文名词时，要写清全称和缩写，再出现同一词时可以使用缩写。",
    "四、申报单位对所填报的相关内容真实性负责。",
    "五、填报格式：请用A4幅面编辑，正文字体为4号宋体，行距29磅。一级标题3号黑体，二级标题3号楷体。",
    "六、申报书中需根据实际情况添加目录（粒度应至少达到三级，并包括证明材料细分目录等内容）。",
    "七、纸质材料采用A4纸双面打印，以普通纸质材料作为封面，并于左侧装订成册（采用普通胶粘装订方式）。",
    "八、纸质材料采用A4纸双面打印，并于左侧装订成册（采用胶装方式装订成册），申报材料需加盖申报单位公章和骑缝章。",
)
PLEDGE: Final = "我单位申报的所有材料，均真实、完整，并保证所涉及的关键技术产品等内容皆为自主知识产权。如有不实，愿承担相应的责任。"
RECOMMENDATION: Final = "经我局审核，申报材料符合申报要求，同意推荐该单位申报省级工业互联网平台。"
MONEY_PATHS: Final = {
    name: tuple(f"sustainability.{name}_{column}" for column in ("total", *YEARS)) for name in MONEY
}
