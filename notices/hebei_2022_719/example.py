"""A faultless filing that nobody filed: what stands written at each field.

The examples on the rules' pages are laid over it, and tests run them. Company, people and numbers are invented;
the mobile number has four zeros in a row and the e-mail stands at an example domain.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

__all__ = ["EXAMPLE"]

_NAME = "河北砺云智联科技有限公司"
_PLATFORM = "砺云工业互联网平台"

_INTRODUCTION = """公司2014年在石家庄成立，从设备数据采集做起，2018年开始建设工业互联网平台，现有员工210人。
主营业务是平台运营、边缘网关和工业软件，产品销往全国14个省份，在省内钢铁和建材行业的同类平台中用户数居第二位，市场占有率约18%。"""
_COMPETENCE = """公司掌握异构协议解析和机理建模技术，研发人员126人，其中高级工程师21人。
可同时实施15个项目，平均上线周期40天；设有全天候服务热线，用户续订率91%。"""

_SOLUTIONS = """平台解决方案列表：高炉能耗优化、设备预测性维护、供应链集采协同，共三类28个。
（1）高炉能耗优化解决方案
痛点问题：高炉煤气放散率高，能源调度靠经验。部署方案：车间部署边缘网关，模型运行在私有云。预期推广效益：吨铁能耗降低4%，三年推广到20家钢铁企业。
（2）设备预测性维护解决方案
痛点问题：关键机组突发停机多，检修不是过度就是不足。部署方案：加装振动传感器，云端诊断。预期推广效益：非计划停机减少三成。
（3）供应链集采协同解决方案
痛点问题：上下游订单不透明，采购分散。部署方案：以订阅方式开通，三周上线。预期推广效益：采购成本降低6%，准时交付率提高一成。"""

_DUAL = """“双链”解决方案：供应链集采协同解决方案。已有配套企业86家使用，采购成本下降6%；明年推广到三个产业集群。
“双碳”解决方案：碳排放核算与能效管理系统。已有12家企业使用，年减排二氧化碳3.2万吨；下一步与省内检测机构合作推广。"""

EXAMPLE: Final[Mapping[str, str]] = {
    "cover.platform_name": _PLATFORM,
    "cover.platform_category": "跨行业跨领域",
    "cover.applicant": _NAME,
    "cover.recommender": "石家庄市工业和信息化局",
    "cover.filed_on": "2022年11月18日",
    "applicant.name": _NAME,
    "applicant.organization_code": "91130108MA0R7T4K88",
    "applicant.founded_on": "2014年3月12日",
    "applicant.ownership": "□国有 ☑民营 □三资 □其他",
    "applicant.registered_capital": "5000",
    "applicant.address": "河北省石家庄市裕华区长江大道88号",
    "applicant.contact.name": "沈静",
    "applicant.contact.phone": "0311-85550123",
    "applicant.contact.title": "平台事业部部长",
    "applicant.contact.mobile": "13900001234",
    "applicant.contact.fax": "0311-85550124",
    "applicant.contact.email": "shenjing@example.com",
    "applicant.last_year_sales": "18600",
    "applicant.last_year_profit": "1240.5",
    "applicant.profile": f"（一）申报单位情况介绍\n{_INTRODUCTION}\n（二）申报单位核心竞争力介绍\n{_COMPETENCE}",
    "applicant.profile_introduction": _INTRODUCTION,
    "applicant.profile_competence": _COMPETENCE,
    "applicant.honors": "1.河北省工业互联网标杆企业，省级，2020年9月\n2.两化融合管理体系贯标试点企业，国家级，2021年3月",
    "applicant.pledge_date": "2022年11月18日",
    "applicant.recommendation_date": "2022年11月22日",
    "platform.name": _PLATFORM,
    "platform.category": "☑跨行业跨领域工业互联网平台 □区域工业互联网平台 □行业工业互联网平台",
    "platform.industry_count": "3",
    "platform.industries": "☑钢铁 □石化 ☑建材 ☑工程机械 □轨道交通 □航空航天 □船舶 □汽车 □食品 □医药 □纺织服装 □轻工 □电子信息 "
    "□风电/光伏 □其他（请注明）",
    "platform.industry_other": "",
    "platform.domain_count": "2",
    "platform.domains": "☑智能生产管控 □流程控制优化 □协同研发设计 □网络协同制造 □产品远程诊断 □安全生产 □工艺及能耗管理 "
    "□个性化定制 ☑设备预测性维护 □产品全生命周期管理 □其他（请注明）",
    "platform.domain_other": "",
    "platform.builder": _NAME,
    "platform.built_period": "2018年5月至2021年10月",
    "platform.build_status": "☑已建成 □在建 □拟建",
    "platform.investment": "4200",
    "platform.build_mode": "☑自建 □合作共建",
    "platform.build_partners": "",
    "platform.iaas_mode": "□自建 ☑租用",
    "platform.iaas_provider": "燕赵数据港有限公司",
    "platform.indicators.core_patents": "18",
    "platform.indicators.software_copyrights": "46",
    "platform.indicators.standards_and_projects": "3",
    "platform.indicators.connected_devices": "12600",
    "platform.indicators.data_points": "183000",
    "platform.indicators.protocols": "62",
    "platform.indicators.mechanism_models": "215",
    "platform.indicators.microservices": "340",
    "platform.indicators.industrial_apps": "128",
    "platform.indicators.connected_enterprises": "860",
    "platform.indicators.solutions": "28",
    "platform.indicators.practitioners": "173",
    "platform.indicators.third_party_developers": "410",
    "platform.indicators.new_technologies": "☑5G ☑大数据 ☑人工智能 □数字孪生 □区块链 □工业AR/VR技术",
    "platform.indicators.service_cities": "6",
    "platform.indicators.service_parks": "",
    "platform.indicators.service_contract_amount": "3180",
    "platform.indicators.identifiers_registered": "",
    "platform.indicators.identifiers_resolved": "",
    "platform.indicators.identifier_enterprises": "",
    "platform.typical_customers": "燕北重工装备有限公司、滦川水泥有限公司、沧海管业股份有限公司、衡丰丝网有限公司",
    "capability.architecture": "平台采用云边端协同的四层架构，由边缘层、基础设施层、平台层和应用层组成，安全和运维贯穿各层。",
    "capability.edge": "自研两款边缘网关，内置62种协议解析包，在车间完成清洗、缓存和断点续传，新协议适配平均5天。",
    "capability.iaas": "租用的资源池有计算节点40台、存储300TB，采用虚拟化和容器双栈，主机和数据库指标实时监控，故障自动报警。",
    "capability.cloud_type": "□公有云 □私有云 ☑混合云 □其他______架构",
    "capability.paas": "平台层提供资源编排、时序数据库、建模工具和215个机理模型，微服务统一注册、发布和计量。",
    "capability.saas": "面向设计、生产、管理、销售和服务提供128个工业应用，开放应用市场和开发者社区。",
    "capability.security": "按等级保护三级建设，具备边界防护、主机加固、数据加密和审计，每半年演练一次。",
    "capability.identifier_resolution": "",
    "services.industry": "在钢铁行业围绕能源、设备和质量提供专用模型和应用，服务企业41家；在建材行业推广窑炉优化，服务企业26家。",
    "services.domain": "在设备预测性维护领域对310台关键机组在线监测，平均提前9天发现隐患；在智能生产管控领域打通排产、报工和质检。",
    "services.regional": "",
    "services.solutions": _SOLUTIONS,
    "sustainability.has_development_plan": "☑是 □否",
    "sustainability.is_independent_company": "□是 ☑否",
    "sustainability.rnd_total": "9000000",
    "sustainability.rnd_2019": "2400000",
    "sustainability.rnd_2020": "3000000",
    "sustainability.rnd_2021": "3600000",
    "sustainability.revenue_total": "46200000",
    "sustainability.revenue_2019": "11800000",
    "sustainability.revenue_2020": "15400000",
    "sustainability.revenue_2021": "19000000",
    "sustainability.cost_total": "32600000",
    "sustainability.cost_2019": "8600000",
    "sustainability.cost_2020": "10800000",
    "sustainability.cost_2021": "13200000",
    "sustainability.roi_percent": "10.8",
    "sustainability.is_listed_or_vc_funded": "□是 ☑否",
    "sustainability.organization": "平台由事业部运营，设研发、实施、运维和市场四个组，建立周调度和月通报制度，与三所高校共建实验室。",
    "cases": "在滦川水泥有限公司的窑炉优化场景中，平台接入测点3200个，建立热平衡模型，吨熟料煤耗下降3.1%，年节约燃料费用410万元。",
    "contribution.stable_growth": "平台为340家中小企业减免订阅费，保障了重点企业复工后的供应，带动上下游新增订单1.3亿元。",
    "contribution.dual_chain_dual_carbon": _DUAL,
    "contribution.economic_analysis": "平台按月汇总860家企业的开工率和用电数据，形成产业运行简报，供主管部门研判。",
    "next_plan": "明年完成平台层升级，新增机理模型60个；与两个产业园区合作推广订阅服务，开放第三方应用分成。",
}
