"""Foreign terms: which are told, where, and what explains them (TXT001)."""

import pytest

from notices.hebei_2022_719.rules.terms import EVERYDAY, NAMES, TERMS
from tests.notices.filings import report

EDGE, PAAS, SAAS = "capability.edge", "capability.paas", "capability.saas"


def told(overlay: dict[str, str]) -> list[tuple[str, ...]]:
    return [each.fields for each in report(overlay).findings if each.rule == "TXT001"]


@pytest.mark.parametrize(
    "written",
    [
        "提供制造执行系统（MES）服务。",
        "提供制造执行系统（Manufacturing Execution System，MES）服务。",
        "提供制造执行系统（Manufacturing Execution System，简称MES）服务。",
        "提供制造执行系统（Manufacturing Execution System，以下简称“MES”）服务。",
        "提供制造执行系统（英文缩写：MES）服务。",
        "提供MES（制造执行系统）服务。",
        "提供MES（Manufacturing Execution System，制造执行系统）服务。",
        "提供MES（Manufacturing Execution System）服务。",
        "提供 MES (Manufacturing Execution System) 服务。",
        "提供MES系统（生产过程执行管理系统）服务。",
        "提供制造执行系统MES服务。",
        "提供MES制造执行系统服务。",
        "提供制造执行系统，简称“MES”。",
        "MES即面向车间的生产管理软件，已上线。",
        "MES是制造企业生产过程执行系统的简称。",
        "支持开放平台通信统一架构（OPC UA）和可编程逻辑控制器（PLC）。",
        "采用时间敏感网络（Time-Sensitive Networking，TSN）技术，TSN已试点。",
        "采用ABDC协议（某某数据通信协议规范）。",
        "术语\t全称\nMES\t制造执行系统",
    ],
)
def test_a_term_with_its_full_name_is_not_told(written: str) -> None:
    assert told({SAAS: written}) == []


@pytest.mark.parametrize(
    "written",
    [
        "提供MES服务。",
        "集成了企业的ERP、MES和PLM。",
        "信息系统（MES、ERP、WMS等）全部打通。",
        "信息系统（MES/ERP）全部打通。",
        "提供MES（见附件7）服务。",
        "提供MES（包括质量、设备等模块）服务。",
        "支持MQTT、Modbus等协议。",
        "支持OPC-UA协议。",
        "支持OPCUA协议。",
        "通过API接口开放能力。",
        "采集SCADA系统数据。",
        "采集西门子S7-1200 PLC数据。",
        "采用QXZT协议接入。",
        "运用Machine Learning技术。",
        "采用 NB-IoT 通信。",
        "部署ＭＥＳ系统。",
        "采用digital twin技术。",
        "排产与制造执行系统（MES）/PLM打通。",
    ],
)
def test_a_term_without_its_full_name_is_told(written: str) -> None:
    assert told({SAAS: written}) == [(SAAS,)]


@pytest.mark.parametrize(
    "written",
    [
        "IaaS、PaaS、SaaS三层，工业APP，5G，AR/VR，VC/PE，E-mail。",
        "支持TCP/IP、HTTP，IP地址统一管理，USB接口，GPS定位，Wi-Fi覆盖，4G/5G双模。",
        "通过ISO 9001、ISO/IEC 27001、GB/T 23001和CMMI5认证，容量300TB，功率20kW，温度38℃。",
        "采用MAXX-200型网关、S7-1200控制器、PLC-300终端和MES2.0。",
        "与SAP ERP对接，运行在MySQL、Kubernetes和Windows Server上，使用ABB机器人。",
        "取得《砺云MES软件V1.0》等软件著作权。",
        "砺云MES V3.0已发布。",
        "采用LYDT系列网关和HBIS产品。",
        "网址www.mes.example.com，邮箱mes@example.com。",
        "接口见https://api.example.com/v1/MES，文件在data/PLM下。",
    ],
)
def test_what_everybody_writes_and_names_are_not_told(written: str) -> None:
    assert told({SAAS: written}) == []


def test_a_term_is_told_where_it_first_stands() -> None:
    later_explained = {EDGE: "采集PLC数据。", PAAS: "兼容可编程逻辑控制器（PLC）。", SAAS: "PLC远程运维。"}
    first_explained = {EDGE: "采集可编程逻辑控制器（PLC）数据。", PAAS: "PLC建模。", SAAS: "PLC远程运维。"}

    assert told(later_explained) == [(EDGE,)]
    assert told(first_explained) == []


def test_one_finding_names_all_terms_of_a_field() -> None:
    found = [each for each in report({SAAS: "提供MES、WMS云化服务。"}).findings if each.rule == "TXT001"]

    assert len(found) == 1
    assert "“MES”“WMS”" in found[0].message
    assert "制造执行系统（Manufacturing Execution System，MES）" in found[0].fix


def test_what_stands_in_a_half_of_the_profile_is_told_of_the_half() -> None:
    half = "公司主营MES软件。"
    whole = f"（一）申报单位情况介绍\n{half}\n（二）申报单位核心竞争力介绍\n研发人员126人。"

    assert told({"applicant.profile_introduction": half, "applicant.profile": whole}) == [
        ("applicant.profile_introduction",)
    ]


def test_words_of_the_platforms_own_name_are_names() -> None:
    assert told({"platform.name": "LIYUN工业互联网平台", SAAS: "LIYUN协议开放。"}) == []


def test_the_lists_do_not_contradict_each_other() -> None:
    assert not set(TERMS) & (EVERYDAY | NAMES)
    assert all(name.count("|") == 1 and not name.startswith("|") for name in TERMS.values())
