"""Ends of drawn lines where the form's own words tell that a paragraph ends."""

from __future__ import annotations

import pytest

from extractors.document import Document, Paragraph
from extractors.fill.places import flow_of
from notices.hebei_2022_719.form import SPEC


def lines(*drawn: str) -> list[str]:
    """The lines of a paragraph that was drawn in these."""
    ends = [sum(map(len, drawn[:at])) for at in range(1, len(drawn))]
    block = Paragraph(1, "".join(drawn), page=1, bbox=(0, 0, 1, 1), wraps=tuple(ends))
    made = flow_of(Document("a.pdf", "pdf", "", (block,)), SPEC)
    return [line.text for line in made.lines]


ANSWERS = {
    "labels of one kind": ("平台名称：某平台平台", "平台类型：行业"),
    "a label set apart": ("平 台 名 称 某平台平台", "平 台 类 型 行业"),
    "a year's own line": ("累计研发投入：___23070000___元", "2019年平台相关的研发投入：8340000元"),
    "a label alone behind a sentence": ("做到责任到岗、任务到人。", "企业荣誉"),
    "a longer label alone": ("试点示范项目、国家级、2019/4", "真实性承诺"),
    "a hint behind its label": (
        "平台典型应用企业名称：列举不少于三家典型应用企业名称，并提供证明材料",
        "河北甲铸造有限公司，河北乙陶瓷有限公司",
    ),
}


@pytest.mark.parametrize("drawn", ANSWERS.values(), ids=ANSWERS.keys())
def test_a_label_begins_a_paragraph(drawn: tuple[str, ...]) -> None:
    assert lines(*drawn) == list(drawn)


TEXTS = {
    "a label in a sentence": ("该平台服务的用户单位名称：某公司，", "单位地址：河北省，成立时间不详。"),
    "a label's word in a sentence": ("公司共获得国家级和省级奖项，其中", "企业荣誉称号三项。"),
    "two of the form's hints": (
        "（选择工业互联网平台应用的几个特定工业场景，如设备管理优化、研发设计优化、运营管理优化、",
        "生产执行优化、产品全生命周期管理优化、供应链协同优化等，并描述相关使用情况和应用效果。）",
        "（限1500字）",
    ),
}


@pytest.mark.parametrize("drawn", TEXTS.values(), ids=TEXTS.keys())
def test_what_is_one_text_stays_one(drawn: tuple[str, ...]) -> None:
    assert lines(*drawn) == ["".join(drawn)]
