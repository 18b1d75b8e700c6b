"""Totals in the narratives against the indicators: what is one, and what is not (CON007).

The example has 12 600 devices, 183 000 data points, 62 protocols, 215 models, 340 microservices, 128 apps,
860 enterprises, 28 solutions, 410 developers, 6 cities and a contract amount of 3180 万元.
"""

import time

import pytest

from tests.notices.filings import report

I = "platform.indicators."  # noqa: E741 - the paths below are read, not the letter
PAAS, CASES, PLAN = "capability.paas", "cases", "next_plan"


def told(written: str, path: str = PAAS) -> list[str]:
    found = [each for each in report({path: written}).findings if each.rule == "CON007"]
    return [field.removeprefix(I) for each in found for field in each.fields]


@pytest.mark.parametrize(
    ("written", "indicator"),
    [
        ("平台已接入设备1.6万台。", "connected_devices"),
        ("平台累计接入各类工业设备16000余台（套）。", "connected_devices"),
        ("截至2022年10月底，平台接入设备数量达到1.6万台。", "connected_devices"),
        ("目前，砺云工业互联网平台已接入1.6万台设备，运行稳定。", "connected_devices"),
        ("平台设备接入总数为1.6万台套。", "connected_devices"),
        ("平台接入设备超过2万台。", "connected_devices"),
        ("平台接入设备超过8000台。", "connected_devices"),
        ("平台共连接工业设备8,000台，接入企业860家。", "connected_devices"),
        ("平台接入设备一万六千台。", "connected_devices"),
        ("数据采集点数量：28万个。", "data_points"),
        ("平台支持80种主流工业协议。", "protocols"),
        ("平台兼容协议80种。", "protocols"),
        ("PaaS层沉淀工业机理模型300个。", "mechanism_models"),
        ("平台拥有300个机理模型。", "mechanism_models"),
        ("形成微服务组件500个。", "microservices"),
        ("上线工业APP 200个。", "industrial_apps"),
        ("平台已开发200款工业APP。", "industrial_apps"),
        ("平台累计接入企业1200家。", "connected_enterprises"),
        ("平台已接入工业企业近1200户。", "connected_enterprises"),
        ("平台累计形成解决方案45个。", "solutions"),
        ("平台注册第三方开发者900名。", "third_party_developers"),
        ("平台服务11个设区市。", "service_cities"),
        ("平台累计服务合同额5180万元。", "service_contract_amount"),
        ("平台服务合同金额0.52亿元。", "service_contract_amount"),
        ("截至2022年10月，平台连接设备数突破1.6万。", "connected_devices"),
        ("平台设备接入量达1.6万台套。", "connected_devices"),
        ("平台现已实现16000台设备上云。", "connected_devices"),
        ("目前已有1200家企业接入平台。", "connected_enterprises"),
        ("应用市场现有工业APP 200个，可按月订阅。", "industrial_apps"),
        ("协议库共兼容80种通信协议。", "protocols"),
        ("注册的第三方开发者已有900人。", "third_party_developers"),
        ("平台微服务组件数量为500，均已容器化。", "microservices"),
    ],
)
def test_a_total_unlike_its_indicator_is_told(written: str, indicator: str) -> None:
    assert told(written) == [indicator]


@pytest.mark.parametrize(
    "written",
    [
        "平台已接入设备1.26万台。",
        "平台已接入设备1.3万台。",
        "平台接入设备12600台（套）、数据采集点18.3万个、工业机理模型215个。",
        "平台接入设备超过1万台，接入企业800余家，机理模型200多个。",
        "平台接入设备近1.3万台，接入企业近900家。",
        "在钢铁行业，平台接入设备4120台。",
        "钢铁行业接入设备4120台，建材行业接入设备3800台。",
        "平台已接入设备，其中钢铁行业4120台。",
        "平台接入设备4120台（钢铁行业）。",
        "今年新增接入设备2300台。",
        "2021年平台接入设备9000台。",
        "计划到2025年接入设备5万台。",
        "平台力争接入企业2000家。",
        "平台每年接入设备2000台。",
        "为滦川水泥有限公司接入设备320台。",
        "某轧钢厂通过平台接入设备320台。",
        "在石家庄高新区产业园区，平台接入企业120家。",
        "一期工程接入设备800台。",
        "对标的恒岳平台接入设备数量：3200台，工业APP数量：90个，可供参考。",
        "外省同类的恒岳工业互联网平台公布其接入企业数量：3000家。",
        "（4）接入设备数量：3200台（系参观学习的恒岳平台数据，与本平台无关）。",
        "全国接入设备8000万台套。",
        "面向接入设备500台以上的企业提供专属服务。",
        "平台服务企业1.5万家次。",
        "公司拥有专利120项，员工210人。",
        "示范产线接入设备56台。",
        "其中接入设备4120台。",
        "单个网关可接入设备200台。",
        "用户名称\t接入设备数量（台）\n甲公司\t320",
        "平台提供3个解决方案。",
        "平台新开发工业APP 30个。",
        "经压力测试，平台可接入设备50万台以上。",
        "平台最大可连接50万台设备。",
        "平台具备50万台设备接入能力。",
        "石家庄市已有120家企业接入平台。",
        "目前已有120家企业接入平台的能源管理模块。",
        "采用微服务架构，首批拆分30个微服务。",
        "截至2022年10月，平台日均处理设备数突破5万。",
    ],
)
def test_a_part_a_plan_or_anothers_figure_is_no_total(written: str) -> None:
    assert told(written) == []


@pytest.mark.parametrize(
    ("path", "written", "expected"),
    [
        (CASES, "公司接入设备320台，三周上线。", []),
        (CASES, "平台累计接入设备2万台。在滦川水泥有限公司接入测点3200个。", ["connected_devices"]),
        (PLAN, "接入设备达到3万台，工业APP达到300个。", []),
        (PLAN, "目前平台接入设备2万台。明年再翻一番。", ["connected_devices"]),
    ],
)
def test_where_others_or_the_future_are_spoken_of_only_what_is_marked_counts(
    path: str, written: str, expected: list[str]
) -> None:
    assert told(written, path) == expected


def test_an_indicator_that_is_blank_has_nothing_to_differ_from() -> None:
    overlay = {I + "connected_devices": "", PAAS: "平台已接入设备1.6万台。"}

    assert [each.rule for each in report(overlay).findings] == ["REQ001"]


def test_a_total_that_stands_in_two_places_is_told_once_with_its_words() -> None:
    overlay = {"capability.edge": "平台已接入设备2万台。", PAAS: "平台已接入设备3万台。"}
    (found,) = (each for each in report(overlay).findings if each.rule == "CON007")

    assert "接入设备2万台" in found.message
    assert "12,600" in found.message
    assert [each.location for each in found.evidence] == ["“(4)接入设备数量”一栏", "“2.边缘层能力”一栏"]


@pytest.mark.parametrize(
    "text", ["接入设备" + "1" * 20_000, "平台已接入设备1.6万台，" * 1_500, "接入" + "1,1" * 6_000]
)
def test_hostile_text_is_read_in_no_time(text: str) -> None:
    start = time.process_time()
    told(text)
    assert time.process_time() - start < 5
