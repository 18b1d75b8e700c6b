"""A scan says the same as the electronic copy, or it doesn't, or nobody can be sure."""

from typing import Any

import pytest

from extractors.agreement import agree, apart
from extractors.form import Answer, Evidence, Method
from notices.hebei_2022_719.form import SPEC

NAME, CODE, ADDRESS = "applicant.name", "applicant.organization_code", "applicant.address"
DEVICES, CAPITAL = "platform.indicators.connected_devices", "applicant.registered_capital"
PLAN = "将完成平台层升级，新增机理模型60个，与两个园区合作推广订阅服务，开放第三方应用分成，带动企业上云。"


def answer(value: Any, sure: float | None) -> Answer:
    """sure: of the recognition; None: written in the file."""
    method: Method = "form" if sure is None else "ocr"
    confidence = 1.0 if sure is None else sure
    return Answer("filled", value, str(value), (Evidence("a", "b", "c", 1, None, confidence, method),))


def found(path: str, here: Any, there: Any, sure: float | None = 0.97) -> str:
    return agree(SPEC.by_path[path], answer(here, None), answer(there, sure))


@pytest.mark.parametrize(
    ("path", "here", "there"),
    [
        (NAME, "河北砺云（石家庄）科技有限公司", "河北砺云(石家庄）科技有限公司"),
        (NAME, "河北砺云科技有限公司", "河北 砺云科技有限公司"),
        (CODE, "91130108MA0R7T4K88", "9113O108MAOR7T4K88"),
        (ADDRESS, "石家庄市裕华区长江大道88号", "石家庄市裕华区长江大道88号。"),
        (DEVICES, 1200, 1200.0),
        ("cover.filed_on", "2022-11-18", "2022-11"),
        ("platform.industries", ["钢铁", "建材"], ["建材", "钢铁"]),
        (
            "platform.typical_customers",
            ["甲钢铁有限公司", "乙水泥有限公司"],
            ["甲钢铁有限公司", "乙水坭有限公司"],
        ),
        ("next_plan", PLAN, PLAN.replace("，", ",").replace("升级", "升圾")),
    ],
)
def test_what_recognition_alone_makes_is_the_same(path: str, here: Any, there: Any) -> None:
    assert found(path, here, there) == "same"


@pytest.mark.parametrize(
    ("path", "here", "there"),
    [
        (NAME, "河北砺云科技有限公司", "河北砺云智联技术有限公司"),
        (CODE, "91130108MA0R7T4K88", "91130108MA0R7T4K96"),
        ("applicant.contact.mobile", "13900001234", "13900001243"),
        (DEVICES, 12600, 16200),
        (CAPITAL, 5000, 500),
        ("cover.filed_on", "2022-11-18", "2022-11-19"),
        ("platform.category", "区域", "行业"),
        ("platform.industries", ["钢铁", "建材"], ["钢铁", "石化"]),
        ("platform.typical_customers", ["甲钢铁有限公司", "乙水泥厂"], ["甲钢铁有限公司", "丙管业集团"]),
        ("next_plan", PLAN, PLAN.replace("开放第三方应用分成", "建设省级创新中心和实验室")),
    ],
)
def test_what_reads_clearly_and_otherwise_differs(path: str, here: Any, there: Any) -> None:
    assert found(path, here, there) == "differ"
    assert found(path, here, there, 0.85) == "unsure"
    assert found(path, here, there, 0.6) == "same"
    assert found(path, here, there, None) == "differ"


@pytest.mark.parametrize(
    ("path", "here", "there"),
    [
        (NAME, "河北砺云科技有限公司", "河北砾云科技有限公司"),
        (NAME, "河北砺云科技有限公司", "砺云科技有限公司"),
        (CAPITAL, 1240.5, 12405),
        ("next_plan", PLAN, PLAN.replace("60个", "90个")),
        ("next_plan", PLAN, PLAN + "并在三个县建设分中心，三年内实现全覆盖。"),
        ("next_plan", PLAN, "与此无关的另一段文字，也许是程序在图片里没有找对地方。"),
    ],
)
def test_what_may_be_misread_is_unsure(path: str, here: Any, there: Any) -> None:
    assert found(path, here, there) == "unsure"


def test_long_texts_are_shown_from_where_they_part() -> None:
    one, other = apart("甲" * 100 + "乙" * 100, "甲" * 100 + "丙" * 100)
    assert one.startswith("…甲")
    assert "乙" in one
    assert "丙" in other
    assert max(len(one), len(other)) < 50
