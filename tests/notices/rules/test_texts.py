"""Lengths, lists and leftovers: what just holds, and what just doesn't."""

import pytest

from tests.notices.filings import error, report, told, warning

PROFILE = "（一）申报单位情况介绍\n{}\n（二）申报单位核心竞争力介绍\n{}"


@pytest.mark.parametrize(
    ("path", "text", "fails"),
    [
        ("next_plan", "字" * 1000, False),
        ("next_plan", "字" * 1001, True),
        ("cases", "字" * 1499 + "。", False),
        ("cases", "字" * 1500 + "。", True),
        ("cases", "字" * 1499 + "Transmission123", False),
        ("cases", "字 " * 1500, False),
        ("applicant.profile", PROFILE.format("字" * 1000, "字" * 500), False),
        ("applicant.profile", PROFILE.format("字" * 1000, "字" * 501), True),
        (
            "applicant.profile",
            "（一）申报单位情况介绍：" + "字" * 1000 + "\n核心竞争力\n" + "字" * 500,
            False,
        ),
        ("capability.saas", "字" * 3000, False),
    ],
)
def test_the_limit_itself_is_within_the_limit(path: str, text: str, fails: bool) -> None:
    assert told(report({path: text})) == ([error("LEN001", path)] if fails else [])


@pytest.mark.parametrize(
    ("customers", "expected"),
    [
        ("燕北重工装备有限公司\n滦川水泥有限公司\n沧海管业股份有限公司", []),
        ("燕北重工装备有限公司；滦川水泥有限公司", ["LST001"]),
        ("1.燕北重工装备有限公司 2.滦川水泥有限公司 3.燕北重工装备有限公司", ["LST001"]),
        ("", ["REQ001"]),
    ],
)
def test_typical_customers(customers: str, expected: list[str]) -> None:
    assert [each.rule for each in report({"platform.typical_customers": customers}).findings] == expected


@pytest.mark.parametrize(
    ("path", "written"),
    [
        ("platform.builder", "XX有限公司"),
        ("platform.builder", "××有限公司"),
        ("platform.builder", "ＸＸＸ公司"),
        ("platform.builder", "某某科技有限公司"),
        ("platform.builder", "○○科技有限公司"),
        ("platform.builder", "**科技有限公司"),
        ("applicant.contact.name", "待定"),
        ("applicant.contact.name", "TBD"),
        ("applicant.address", "（填写）"),
        ("applicant.address", "河北省XX市XX区"),
        ("platform.indicators.protocols", "待补充"),
        ("platform.indicators.protocols", "XX"),
        ("platform.investment", "待补充万元"),
        ("platform.investment", "约3000（待定）"),
        ("platform.typical_customers", "XX公司、XX公司、XX公司"),
        ("capability.paas", "平台沉淀模型XXX个，服务企业500家。"),
        ("capability.paas", "平台沉淀模型（待补充）个。"),
        ("capability.paas", "此处填写平台层能力。"),
        ("capability.paas", "【请插入架构图】"),
        ("capability.paas", "TODO：找研发部要数据"),
        ("capability.paas", "平台沉淀模型215个。\n待补充\n服务企业500家。"),
        ("capability.paas", "Lorem ipsum dolor sit amet."),
        ("services.solutions", "待补充"),
        ("next_plan", "包含但不限于技术创新、产品升级、产业合作、商业模式拓展等。"),
        ("cover.platform_name", "XX工业互联网平台"),
        ("applicant.organization_code", "XXXXXXXXXXXXXXXXXX"),
        ("applicant.contact.mobile", "待补充"),
        ("applicant.profile_introduction", "公司成立于XX年。"),
    ],
)
def test_a_leftover_is_the_only_error(path: str, written: str) -> None:
    assert told(report({path: written})) == [error("TXT002", path)]


def test_a_leftover_in_a_half_of_the_profile_is_told_once() -> None:
    half = "公司成立于XX年。"
    overlay = {
        "applicant.profile_introduction": half,
        "applicant.profile": PROFILE.format(half, "研发人员126人。"),
    }

    assert told(report(overlay)) == [error("TXT002", "applicant.profile_introduction")]


@pytest.mark.parametrize(
    "written",
    [
        "选用MAXX-200型网关和XXL防护服，尺寸3×4米，接口返回5XX错误时自动重试。",
        "在某钢铁企业和某装备制造企业应用。",
        "能力有待补充完善，模型待补充的物料由系统提示。",
        "订单状态分为待确认、待完善、已完成三类。",
        "二〇〇八年启动，二○一○年验收。",
        "联系人手机号以138****1234脱敏显示。",
        "支持DN-XX系列和XX-200系列管件。",
        "实现了待定点检的自动派单。",
        "员工在手机上填写点检记录，请填写完整后提交。",
        "内置Todo清单与TODO列表组件。",
        "（补充说明：数据截至十月底。）",
        "系统自动汇总待填报表单，待完善档案逐条提醒。",
        "示例说明\n下图为示例，流程从略。",
        "详细介绍平台边缘层能力，包括但不限于兼容协议情况、数据预处理情况、\n自研网关两款，内置62种协议。",
    ],
)
def test_everyday_words_are_no_leftovers(written: str) -> None:
    assert told(report({"capability.edge": written})) == []


@pytest.mark.parametrize(
    ("honors", "fails"),
    [
        ("", False),
        ("无", False),
        ("1.河北省工业互联网标杆企业，省级，2020年", False),
        ("1.工业互联网标杆企业，2020年", True),
        ("1.工业互联网标杆企业，省级", True),
    ],
)
def test_honors_are_told_in_full(honors: str, fails: bool) -> None:
    expected = [warning("LST003", "applicant.honors")] if fails else []

    assert told(report({"applicant.honors": honors})) == expected
