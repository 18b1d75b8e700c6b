"""Invented applicants: what each of them would answer, by the paths of the fields."""

from __future__ import annotations

from random import Random
from typing import Any, Final

__all__ = ["DOMAINS", "INDICATORS", "INDUSTRIES", "NEW_TECHNOLOGIES", "Facts", "firm"]

Facts = dict[str, Any]

INDUSTRIES: Final = [
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
DOMAINS: Final = [
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
NEW_TECHNOLOGIES: Final = ["5G", "大数据", "人工智能", "数字孪生", "区块链", "工业AR/VR技术"]

# name, label, unit as printed
INDICATORS: Final = (
    ("core_patents", "平台核心软硬件技术获得的专利数量", "项"),
    ("software_copyrights", "平台核心软硬件技术获得的软著数量", "项"),
    ("standards_and_projects", "参与本行业省部级及以上项目建设或相关标准制定数量", "项"),
    ("connected_devices", "接入设备数量", "台/套"),
    ("data_points", "数据采集点数量", "个"),
    ("protocols", "兼容协议解析数量", "个"),
    ("mechanism_models", "工业机理模型数量", "个"),
    ("microservices", "微服务组件数量", "个"),
    ("industrial_apps", "工业APP数量", "个"),
    ("connected_enterprises", "接入企业数量", "个"),
    ("solutions", "解决方案数量", "个"),
    ("practitioners", "工业互联网从业人员总数", "个"),
    ("third_party_developers", "第三方开发者注册总数", "个"),
)

_TOWNS: Final = (
    ("石家庄市", "130185", "0311", "鹿泉区上庄镇云开路"),
    ("唐山市", "130283", "0315", "迁安市木厂口镇轧一大街"),
    ("保定市", "130606", "0312", "莲池区东三环"),
    ("邯郸市", "130481", "0310", "武安市工业园北环路"),
    ("沧州市", "130922", "0317", "青县马厂镇经六路"),
    ("廊坊市", "131081", "0316", "霸州市津港工业园泰山路"),
    ("邢台市", "130533", "0319", "威县高新区世纪大街"),
    ("衡水市", "131121", "0318", "枣强县裕枣路"),
)
_WORDS: Final = (
    "云垣",
    "磐铸",
    "汇澜",
    "景砺",
    "衡仪",
    "瑞钧",
    "拓岚",
    "启砚",
    "朗铎",
    "泓碧",
    "凌枢",
    "佳穗",
)
_FAMILY: Final = ["郝", "苗", "谷", "连", "牛", "解", "冉", "柴", "阎", "晋"]
_GIVEN: Final = ["立冬", "春晓", "志刚", "海燕", "文博", "晓萌", "国梁", "静怡", "思远", "建业"]
_SPELT: Final = ["hao", "miao", "gu", "lian", "niu", "xie", "ran", "chai", "yan", "jin"]


def firm(seed: int, *, category: str = "区域") -> Facts:
    """A faultless filing's answers; `category` is 跨行业跨领域, 区域 or 行业."""
    draw = Random(f"odd {seed}")
    town, division, area, street = draw.choice(_TOWNS)
    place = town.removesuffix("市")
    word = _WORDS[seed % len(_WORDS)]
    name = f"河北{word}{draw.choice(('数字科技', '工业互联', '智能装备', '信息技术'))}有限公司"
    platform = f"{word}{draw.choice(('工业互联网平台', '云工业互联网平台', '智造工业互联网平台'))}"
    who = draw.randrange(10)
    facts: Facts = {
        "cover.platform_name": platform,
        "cover.platform_category": category,
        "cover.applicant": name,
        "cover.recommender": f"{town}工业和信息化局",
        "cover.filed_on": f"2022-11-{draw.randint(14, 18)}",
        "applicant.name": name,
        "applicant.organization_code": credit_code(f"91{division}MA{draw.randint(1000000, 9999999)}"),
        "applicant.founded_on": f"{draw.randint(2001, 2017)}-{draw.randint(1, 12):02}-{draw.randint(1, 28):02}",
        "applicant.ownership": "民营",
        "applicant.registered_capital": draw.randint(8, 95) * 100,
        "applicant.address": f"河北省{town}{street}{draw.randint(3, 380)}号",
        "applicant.contact.name": _FAMILY[who] + draw.choice(_GIVEN),
        "applicant.contact.phone": f"{area}-8{draw.randint(100000, 999999)}{draw.randint(0, 9)}",
        "applicant.contact.title": draw.choice(("总工程师", "项目申报主管", "信息化部部长", "副总经理")),
        "applicant.contact.mobile": f"15{draw.randint(100000000, 999999999)}",
        "applicant.contact.fax": f"{area}-7{draw.randint(1000000, 9999999)}",
        "applicant.contact.email": f"{_SPELT[who]}.{draw.randint(10, 99)}@example.com",
        "applicant.last_year_sales": draw.randint(9000, 68000) + 0.5,
        "applicant.last_year_profit": draw.randint(300, 2400),
        "applicant.pledge_date": f"2022-11-{draw.randint(10, 19)}",
        "applicant.recommendation_date": f"2022-11-{draw.randint(20, 24)}",
        "platform.name": platform,
        "platform.category": category,
        "platform.builder": name,
        "platform.built_period": f"2018年{draw.randint(1, 12)}月至2021年{draw.randint(1, 12)}月",
        "platform.build_status": "已建成",
        "platform.investment": draw.randint(20, 60) * 100,
        "platform.build_mode": "自建",
        "platform.iaas_mode": "租用",
        "platform.iaas_provider": draw.choice(("冀云数据中心有限公司", "燕赵算力服务有限公司")),
        "platform.typical_customers": [
            f"{place}{each}有限公司"
            for each in draw.sample(("恒铸机械", "北岭钢业", "金麦食品", "长丰管件", "大成化纤"), 3)
        ],
        "capability.cloud_type": "混合云",
        "sustainability.has_development_plan": True,
        "sustainability.is_independent_company": False,
        "sustainability.is_listed_or_vc_funded": False,
    }
    facts |= _chosen(draw, category) | _counted(draw) | _earned(draw, facts["platform.investment"] * 10_000)
    facts["applicant.honors"] = [
        {"text": "河北省工业互联网创新发展试点示范项目", "level": "省级", "obtained_on": "2021-06"},
        {"text": "国家两化融合管理体系贯标评定证书", "level": "国家级", "obtained_on": "2020-09"},
        {"text": f"{town}新一代信息技术与制造业融合标杆", "level": "市级", "obtained_on": "2022-03"},
    ]
    return facts | _told(name, platform, town)


def credit_code(body: str) -> str:
    """The 17 characters with their check character (GB 32100)."""
    marks = "0123456789ABCDEFGHJKLMNPQRTUWXY"
    total = sum(marks.index(mark) * pow(3, place, 31) for place, mark in enumerate(body))
    return body + marks[-total % 31]


def _chosen(draw: Random, category: str) -> Facts:
    industries = sorted(draw.sample(INDUSTRIES[:14], 1 if category == "行业" else 4), key=INDUSTRIES.index)
    domains = sorted(draw.sample(DOMAINS[:10], 3), key=DOMAINS.index)
    technologies = sorted(draw.sample(NEW_TECHNOLOGIES, 3), key=NEW_TECHNOLOGIES.index)
    return {
        "platform.industry_count": len(industries),
        "platform.industries": industries,
        "platform.domain_count": len(domains),
        "platform.domains": domains,
        "platform.indicators.new_technologies": technologies,
    }


def _counted(draw: Random) -> Facts:
    sizes = (40, 60, 12, 9000, 80000, 90, 300, 400, 500, 700, 60, 300, 800)
    counts = {
        f"platform.indicators.{name}": draw.randint(size // 2, size)
        for (name, _, _), size in zip(INDICATORS, sizes, strict=True)
    }
    return counts | {
        "platform.indicators.service_cities": draw.randint(3, 9),
        "platform.indicators.service_parks": draw.randint(10, 29),
        "platform.indicators.service_contract_amount": draw.randint(1000, 9000),
        "platform.indicators.identifiers_registered": draw.randint(100, 999),
        "platform.indicators.identifiers_resolved": draw.randint(1000, 3999),
        "platform.indicators.identifier_enterprises": draw.randint(31, 99),
    }


def _earned(draw: Random, invested: int) -> Facts:
    facts: Facts = {}
    for name, low in (("rnd", 200), ("revenue", 1500), ("cost", 700)):
        years = [(low + draw.randint(10, 400)) * 10_000 for _ in range(3)]
        facts |= {
            f"sustainability.{name}_{year}": each
            for year, each in zip((2019, 2020, 2021), years, strict=True)
        }
        facts[f"sustainability.{name}_total"] = sum(years)
    gained = facts["sustainability.revenue_total"] - facts["sustainability.cost_total"]
    return facts | {"sustainability.roi_percent": round(gained / 3 / invested * 100, 1)}


def _told(name: str, platform: str, town: str) -> Facts:
    place = town.removesuffix("市")
    return {
        "applicant.profile_introduction": f"{name}专注制造业现场数据服务，主营数据采集终端、产线改造和运维托管。\n公司在{place}设有总部，客户复购率居同行前列，近三年营收稳步增长。",
        "applicant.profile_competence": "公司拥有自主的数据接入和建模技术，研发团队稳定，能在两周内完成一条产线的接入。\n交付团队常驻客户现场，提供七乘二十四小时服务保障。",
        "capability.architecture": f"{platform}自下而上分为采集、承载、支撑和应用各层，各层之间以开放接口相连。\n其特色在于模型与现场数据同源，调参结果当班可见。",
        "capability.edge": "自研采集终端支持多种现场总线，断网时本地缓存，恢复后自动续传。\n数据在边侧完成清洗和对时，再按策略上送。",
        "capability.iaas": "计算和存储资源按集群管理，热数据三副本保存，单点故障自动切换。\n机房具备双路供电，告警在一分钟内推送到值班人员。",
        "capability.paas": "提供资源部署、数据建模和服务编排等公共能力，机理模型以组件形式沉淀并可复用。\n开发者以拖拽方式完成应用编排。",
        "capability.saas": "面向设计、生产、管理和服务环节提供轻量应用，中小企业按月订购。\n开发者社区提供教程和沙箱环境。",
        "capability.security": "按照网络安全等级保护三级建设，设有边界防护、主机加固和审计。\n每季度开展一次攻防演练，漏洞在两日内闭环。",
        "capability.identifier_resolution": "建成标识解析二级节点，为铸件和管件赋予统一编码。\n扫码即可追溯炉号、工序与质检记录。",
        "services.industry": "面向多个行业形成成套模板，把老师傅的经验固化为规则库。\n模板上线周期平均缩短三成。",
        "services.domain": "围绕能耗、质量和设备等领域提供专题服务，异常由系统先判、人工复核。\n服务过程留有完整台账。",
        "services.regional": f"立足{place}特色产业集群，与各县区共建服务站，开展免费诊断。\n集群企业可共享检测和仓储资源。",
        "services.solutions": "方案一：设备健康管理方案。解决停机频繁、备件积压的痛点，采用边缘网关加云端模型部署，预计减少非计划停机两成。\n方案二：能源精细管理方案。解决能耗底数不清的痛点，采用分项计量加云端分析部署，预计单位产品能耗下降百分之六。\n方案三：质量追溯方案。解决批次问题难以定位的痛点，采用扫码采集加本地部署，预计客诉处理时间缩短一半。",
        "sustainability.organization": "平台由专门事业部运营，下设产品、交付和生态三个团队，重大事项由公司办公会审定。\n公司把平台列为五年首要工程，每年安排专项预算，并与高校、园区共建生态联盟。",
        "cases": f"在{place}一家铸造企业，{platform}接入电炉与造型线，实现炉次数据自动归集。\n上线一年后，铸件废品率由百分之五降到百分之三，吨铁电耗下降明显。",
        "contribution.stable_growth": "疫情期间为集群企业免费开放远程运维，帮助企业稳住订单和岗位。\n累计带动上下游就业，助力工业经济平稳运行。",
        "contribution.dual_chain_dual_carbon": "双链方案：供应链协同方案，打通主机厂与配套企业的订单和库存，缺料停线次数明显减少，下一步推广到全部配套企业。\n双碳方案：碳排放核算方案，按工序核算排放强度，已帮助试点企业减排，下一步推广到重点用能单位。",
        "contribution.economic_analysis": "依托汇聚的用电和开工数据，按月形成产业运行简报，报送主管部门参考。\n简报能够提前预判订单变化。",
        "next_plan": "未来两年持续完善建模工具，升级终端产品，把服务延伸到更多县域产业集群。\n商业上探索按效果付费，与金融机构合作开展设备租赁。",
    }
