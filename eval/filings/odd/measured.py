"""Indicators told otherwise than on the form's nineteen lines."""

from __future__ import annotations

from typing import Any, Final

from eval.filings.odd import plain
from eval.filings.odd.filing import Maker, Odd
from eval.filings.odd.firm import INDICATORS, NEW_TECHNOLOGIES, Facts, firm
from eval.filings.odd.paper import Cell, docx, p, ps, table
from eval.filings.odd.plain import usual

__all__ = ["FILINGS"]

_I: Final = "platform.indicators."
_MORE: Final = (
    ("service_contract_amount", "平台完成服务合同额", "万元"),
    ("identifiers_registered", "二级节点标识注册量", "万条"),
    ("identifiers_resolved", "二级节点标识解析量", "万次"),
    ("identifier_enterprises", "二级节点接入企业数", "家"),
)


def platform_with(f: Facts, told: str) -> str:
    """The platform's table, and `told` (XML of blocks) for its indicators."""
    return (
        p("申报平台信息")
        + p("（一）平台基础信息")
        + table(*plain.basics(f))
        + p("平台关键指标统计")
        + told
        + table(("平台典型应用企业名称", "\n".join(f["platform.typical_customers"])))
    )


def ledger() -> Odd:
    """Made the indicators a ledger: 序号, 指标名称, 单位, 数值, 备注."""
    f = firm(30)
    rows: list[tuple[str, ...]] = [("序号", "指标名称", "单位", "数值", "备注")]
    notes = {4: "其中数控机床312台", 9: "见附件7", 3: "含团体标准2项", 12: "研发人员占六成"}
    rows += [
        (str(i), label, unit, f"{f[_I + name]:,}", notes.get(i, ""))
        for i, (name, label, unit) in enumerate(INDICATORS, 1)
    ]
    rows.append(("14", "新技术应用情况", "/", "、".join(f[_I + "new_technologies"]), ""))
    rows.append(
        (
            "15",
            "服务区域数量",
            "个",
            f"{f[_I + 'service_cities']}个设区市，{f[_I + 'service_parks']}个省级以上产业园区",
            "2022年新增1个园区",
        )
    )
    rows += [
        (str(i), label, unit, f"{f[_I + name]:,}", "") for i, (name, label, unit) in enumerate(_MORE, 16)
    ]
    return Odd(docx(plain.whole(f, platform=platform_with(f, table(*rows)))), usual(f), faultless=True)


def side_by_side() -> Odd:
    """Set the ledger in two halves beside each other, eight columns wide."""
    f = firm(31)
    cells = [(str(i), label, str(f[_I + name]), unit) for i, (name, label, unit) in enumerate(INDICATORS, 1)]
    cells.append(("14", "新技术应用情况", plain.boxes(NEW_TECHNOLOGIES, f[_I + "new_technologies"]), ""))
    cells.append(("15", "服务区域数量（设区市）", str(f[_I + "service_cities"]), "个"))
    cells.append(("15", "服务区域数量（省级以上产业园区）", str(f[_I + "service_parks"]), "个"))
    cells += [(str(i), label, str(f[_I + name]), unit) for i, (name, label, unit) in enumerate(_MORE, 16)]
    half = len(cells) // 2
    rows = [
        ("序号", "指标", "数值", "单位") * 2,
        *(a + b for a, b in zip(cells[:half], cells[half:], strict=True)),
    ]
    return Odd(docx(plain.whole(f, platform=platform_with(f, table(*rows)))), usual(f), faultless=True)


def renumbered() -> Odd:
    """Left out the form's order and numbers, and explained every figure behind it."""
    f = firm(32)

    def g(name: str) -> Any:
        return f[_I + name]

    told = [
        f"1、接入设备数量：{g('connected_devices'):,}台/套（其中数控机床800台、机器人96台）",
        f"2、接入企业数量：{g('connected_enterprises')}个（规上企业41家）",
        f"3、数据采集点数量：{g('data_points'):,}个，覆盖7个车间",
        f"4、平台核心软硬件技术获得的软著数量：{g('software_copyrights')}项；",
        f"5、平台核心软硬件技术获得的专利数量：{g('core_patents')}项（发明专利3项，实用新型其余）；",
        f"6、工业APP数量：{g('industrial_apps')}个（清单见附件7）",
        f"7、工业机理模型数量：{g('mechanism_models')}个（见附件6，2021年新增20个）",
        f"8、微服务组件数量：{g('microservices')}个",
        f"9、兼容协议解析数量：{g('protocols')}个（Modbus、OPC UA等）",
        f"10、解决方案数量：{g('solutions')}个",
        f"11、参与本行业省部级及以上项目建设或相关标准制定数量：{g('standards_and_projects')}项（国家标准1项）",
        f"12、第三方开发者注册总数：{g('third_party_developers')}个",
        f"13、工业互联网从业人员总数：{g('practitioners')}个（截至2022年9月末）",
        f"14、新技术应用情况：{plain.boxes(NEW_TECHNOLOGIES, g('new_technologies'))}",
        f"15、平台完成服务合同额：{g('service_contract_amount')}万元（2019年至今累计，共签订合同86份）",
        f"16、服务区域数量：{g('service_cities')}个设区市（石家庄、保定等），{g('service_parks')}个省级以上产业园区",
        f"17、二级节点接入企业数：{g('identifier_enterprises')}家",
        f"18、二级节点标识解析量：{g('identifiers_resolved')}万次（2022年1-9月）",
        f"19、二级节点标识注册量：{g('identifiers_registered')}万条",
    ]
    return Odd(docx(plain.whole(f, platform=platform_with(f, ps("\n".join(told))))), usual(f), faultless=True)


def in_ten_thousands() -> Odd:
    """Counted in 万 and 亿, with 截至…, 约, 共, full-width figures and figures in characters."""
    f = firm(33)
    known = {
        "connected_devices": 12000,
        "data_points": 355000,
        "core_patents": 26,
        "software_copyrights": 58,
        "standards_and_projects": 5,
        "protocols": 120,
        "mechanism_models": 320,
        "microservices": 1500,
        "industrial_apps": 1034,
        "connected_enterprises": 860,
        "solutions": 18,
        "practitioners": 235,
        "third_party_developers": 2300,
        "service_cities": 6,
        "service_parks": 14,
        "service_contract_amount": 12500,
        "identifiers_registered": 20000,
        "identifiers_resolved": 36.5,
        "identifier_enterprises": 52,
    }
    f |= {_I + name: value for name, value in known.items()}
    told = [
        "(1)平台核心软硬件技术获得的专利数量：共26项",
        "(2)平台核心软硬件技术获得的软著数量：截至2022年10月，获得58项",
        "(3)参与本行业省部级及以上项目建设或相关标准制定数量：五（项）",
        "(4)接入设备数量：1.2万台/套",
        "(5)数据采集点数量：３５．５万个",
        "(6)兼容协议解析数量：一百二十（个）",
        "(7)工业机理模型数量：约320个",
        "(8)微服务组件数量：１，５００（个）",
        "(9)工业APP数量：1 034（个）",
        "(10)接入企业数量：累计860家（个）",
        "(11)解决方案数量： 18 个。",
        "(12)工业互联网从业人员总数：235人",
        "(13)第三方开发者注册总数：截止2022年10月底共2300余个",
        f"(14)新技术应用情况：{plain.boxes(NEW_TECHNOLOGIES, f[_I + 'new_technologies'])}",
        "(15)服务区域数量：六个设区市或十四个省级以上产业园区",
        "(16)平台完成服务合同额：1.25亿元",
        "(17)二级节点标识注册量：2亿条",
        "(18)二级节点标识解析量：36.5（万次）",
        "(19)二级节点接入企业数：５２（家）",
    ]
    rows = [
        *plain.basics(f),
        ("平台关键指标统计", "\n".join(told)),
        ("平台典型应用企业名称", "\n".join(f["platform.typical_customers"])),
    ]
    return Odd(
        docx(plain.whole(f, platform=p("申报平台信息") + p("（一）平台基础信息") + table(*rows))),
        usual(f),
        faultless=True,
    )


def run_on() -> Odd:
    """Ran all the indicators together in one paragraph, parted by semicolons."""
    f = firm(34)

    def g(name: str) -> Any:
        return f[_I + name]

    told = "；".join(
        f"({i}){label}：{g(name)}（{unit}）" for i, (name, label, unit) in enumerate(INDICATORS, 1)
    )
    told += f"；(14)新技术应用情况：{plain.boxes(NEW_TECHNOLOGIES, g('new_technologies'))}；(15)服务区域数量：{g('service_cities')}个设区市或{g('service_parks')}个省级以上产业园区；"
    told += (
        "；".join(f"({i}){label}：{g(name)}（{unit}）" for i, (name, label, unit) in enumerate(_MORE, 16))
        + "。"
    )
    rows = [
        *plain.basics(f),
        ("平台关键指标统计", told),
        ("平台典型应用企业名称", "，".join(f["platform.typical_customers"]) + "等"),
    ]
    return Odd(
        docx(plain.whole(f, platform=p("申报平台信息") + p("（一）平台基础信息") + table(*rows))),
        usual(f, **{"platform.typical_customers": f["platform.typical_customers"]}),
        faultless=True,
    )


def figure_first() -> Odd:
    """Gave each indicator a row whose first cell is the figure with its unit and whose label stands behind; some left blank."""
    f = firm(35)

    def g(name: str) -> Any:
        return f[_I + name]

    blank = ("identifiers_registered", "identifiers_resolved", "identifier_enterprises")
    f |= {_I + name: None for name in blank}
    rows = [(f"（{i}）{label}", f"{g(name)}{unit}") for i, (name, label, unit) in enumerate(INDICATORS, 1)]
    rows += [
        ("（14）新技术应用情况", plain.boxes(NEW_TECHNOLOGIES, g("new_technologies"))),
        ("（15）服务区域数量", f"{g('service_cities')}个设区市\n{g('service_parks')}个省级以上产业园区"),
    ]
    rows += [
        (f"（{i}）{label}", f"{g(name)}{unit}" if g(name) else f"    {unit}")
        for i, (name, label, unit) in enumerate(_MORE, 16)
    ]
    states = {_I + blank[0]: "blank", _I + blank[1]: "blank", _I + blank[2]: "blank"}
    return Odd(
        docx(plain.whole(f, platform=platform_with(f, table(*rows)))), usual(f), states=states, faultless=True
    )


def nested_ledger() -> Odd:
    """Put a three-column ledger inside the answer's cell, common and own indicators under merged headings; zero and 无 among the figures."""
    f = firm(36) | {
        _I + "third_party_developers": 0,
        _I + "identifiers_registered": None,
        _I + "identifiers_resolved": None,
        _I + "identifier_enterprises": None,
    }

    def g(name: str) -> Any:
        return f[_I + name]

    rows: list[tuple[str | Cell, ...]] = [(Cell("一、共性指标", span=3),), ("指标", "单位", "截至2022年10月")]
    rows += [(f"{label}", unit, str(g(name))) for name, label, unit in INDICATORS]
    rows += [
        ("新技术应用情况", "", plain.boxes(NEW_TECHNOLOGIES, g("new_technologies"))),
        (Cell("二、分类指标", span=3),),
    ]
    rows += [
        ("服务区域数量：设区市", "个", str(g("service_cities"))),
        ("服务区域数量：省级以上产业园区", "个", str(g("service_parks"))),
        ("平台完成服务合同额", "万元", str(g("service_contract_amount"))),
    ]
    rows += [(Cell("三、标识解析指标", span=3),), *((label, unit, "无") for _, label, unit in _MORE[1:])]
    whole = [
        *plain.basics(f),
        ("平台关键指标统计", table(*rows)),
        ("平台典型应用企业名称", "\n".join(f["platform.typical_customers"])),
    ]
    states = {
        _I + name: "none"
        for name in ("identifiers_registered", "identifiers_resolved", "identifier_enterprises")
    }
    return Odd(
        docx(plain.whole(f, platform=p("申报平台信息") + p("（一）平台基础信息") + table(*whole))),
        usual(f),
        states=states,
        faultless=True,
    )


FILINGS: Final[dict[str, Maker]] = {
    each.__name__: each
    for each in (ledger, side_by_side, renumbered, in_ten_thousands, run_on, figure_first, nested_ledger)
}
