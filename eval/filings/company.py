"""Invented companies of Hebei: names, codes with right check characters, people, telephones.

Check characters after GB 11714-1997 and GB 32100-2015. Mobile numbers have four zeros in a row and e-mail
addresses stand at example domains, so that nobody's can be hit by chance.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import Final

CITIES: Final = {
    "石家庄市": ("130108", "0311", "裕华区"),
    "唐山市": ("130202", "0315", "路南区"),
    "秦皇岛市": ("130302", "0335", "海港区"),
    "邯郸市": ("130402", "0310", "邯山区"),
    "邢台市": ("130503", "0319", "信都区"),
    "保定市": ("130602", "0312", "竞秀区"),
    "张家口市": ("130702", "0313", "桥东区"),
    "承德市": ("130802", "0314", "双桥区"),
    "沧州市": ("130902", "0317", "新华区"),
    "廊坊市": ("131002", "0316", "安次区"),
    "衡水市": ("131102", "0318", "桃城区"),
}
BRANDS: Final = (
    *("云衡", "智联", "鼎川", "燕工", "冀数", "恒岳", "启元", "拓维石", "砺行", "瀚维", "九域", "睿造"),
    *("正弘", "联冶", "易控达", "明泽", "海岳", "数坤", "博锐思", "同川", "精诚云", "天衍", "中冀联", "禾工"),
)
TRADES: Final = (
    "信息技术",
    "智能科技",
    "工业互联网",
    "数字科技",
    "自动化工程",
    "智能装备",
    "网络科技",
    "软件",
)
FORMS: Final = ("有限公司", "股份有限公司", "有限责任公司", "集团有限公司")
MAKERS: Final = (
    *(
        "钢铁",
        "重型机械",
        "水泥",
        "陶瓷",
        "管业",
        "特种材料",
        "制药",
        "乳业",
        "纺织",
        "电缆",
        "轴承",
        "汽车部件",
    ),
    *(
        "化工",
        "玻璃",
        "阀门",
        "食品",
        "铸造",
        "焦化",
        "丝网",
        "泵业",
        "光伏材料",
        "家具",
        "轨道装备",
        "橡胶制品",
    ),
)
SURNAMES: Final = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜"
GIVEN: Final = (
    "建国",
    "晓燕",
    "志强",
    "丽娜",
    "海涛",
    "雪梅",
    "文博",
    "凯",
    "静",
    "立新",
    "思远",
    "红霞",
    "宇航",
    "敏",
)
STREETS: Final = (
    "槐安东路",
    "建设大街",
    "中山路",
    "高新大道",
    "长江道",
    "兴业街",
    "创新路",
    "和平大街",
    "科技园路",
    "迎宾大道",
)
JOBS: Final = (
    "总经理",
    "副总经理",
    "平台事业部部长",
    "项目经理",
    "信息中心主任",
    "科技发展部经理",
    "申报专员",
    "技术总监",
)
PROVIDERS: Final = (
    "华北云服务有限公司",
    "燕赵数据港有限公司",
    "云途计算服务（天津）有限公司",
    "北数云基础设施有限公司",
)

_BASE_32100: Final = "0123456789ABCDEFGHJKLMNPQRTUWXY"


@dataclass(frozen=True)
class Company:
    name: str
    brand: str
    city: str
    credit_code: str
    organization_code: str
    address: str
    area_code: str


def organization_code(rng: Random) -> str:
    """Nine characters after GB 11714, without the hyphen."""
    body = "".join(rng.choice("0123456789") for _ in range(7))
    body = rng.choice("01356789M") + body if rng.random() < 0.8 else "MA" + body[:6]
    return body + _check_11714(body)


def _check_11714(body: str) -> str:
    weights = (3, 7, 9, 10, 5, 8, 4, 2)
    values = [int(each) if each.isdigit() else ord(each) - 55 for each in body]
    check = 11 - sum(value * weight for value, weight in zip(values, weights, strict=True)) % 11
    return {10: "X", 11: "0"}.get(check, str(check))


def credit_code(division: str, organization: str) -> str:
    """Eighteen characters after GB 32100: a company (91) of this division."""
    body = f"91{division}{organization}"
    total = sum(_BASE_32100.index(each) * pow(3, place, 31) for place, each in enumerate(body))
    return body + _BASE_32100[(31 - total % 31) % 31]


def company(rng: Random, *, trades: tuple[str, ...] = TRADES) -> Company:
    city = rng.choice(list(CITIES))
    division, area, district = CITIES[city]
    brand = rng.choice(BRANDS)
    organization = organization_code(rng)
    return Company(
        name=f"{rng.choice(('河北', city.removesuffix('市')))}{brand}{rng.choice(trades)}{rng.choice(FORMS)}",
        brand=brand,
        city=city,
        credit_code=credit_code(division, organization),
        organization_code=organization,
        address=f"河北省{city}{district}{rng.choice(STREETS)}{rng.randint(1, 699)}号",
        area_code=area,
    )


def customer(rng: Random) -> str:
    return company(rng, trades=MAKERS).name


def person(rng: Random) -> str:
    return rng.choice(SURNAMES) + rng.choice(GIVEN)


def mobile(rng: Random) -> str:
    return f"1{rng.choice(('39', '58', '86', '77', '30'))}0000{rng.randint(0, 9999):04d}"


def landline(rng: Random, area: str) -> str:
    return f"{area}-{rng.choice('58')}{rng.randint(0, 999999):06d}" + (
        str(rng.randint(0, 9)) if rng.random() < 0.6 else ""
    )


def email(rng: Random, name: str) -> str:
    domain = rng.choice(("example.com", "example.org", "example.net", "mail.example.com"))
    return f"{rng.choice(('shenbao', 'platform', 'iiot', 'pingtai', 'office'))}{ord(name[0]) % 97}_{rng.randint(1, 99)}@{domain}"
