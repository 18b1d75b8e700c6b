"""Printed lines of a form, parted into what stands on paper."""

import pytest

from notices.blank.elements import Blank, Box, Inline, Words
from notices.blank.wording import inlines


@pytest.mark.parametrize(
    ("printed", "parts"),
    [
        ("单位公章：", (Words("单位公章："),)),
        ("(4)接入设备数量：        （台/套）", (Words("(4)接入设备数量："), Blank(8), Words("（台/套）"))),
        ("□是 □否", (Box("是"), Words("是"), Words(" "), Box("否"), Words("否"))),
        ("□协同    □安全", (Box("协同"), Words("协同"), Words("    "), Box("安全"), Words("安全"))),
        ("□其他______架构", (Box("其他"), Words("其他"), Blank(3), Words("架构"))),
        ("□其他（请注明）   ", (Box("其他"), Words("其他（请注明）"))),
        ("年   月   日", (Words("年   月   日"),)),
    ],
)
def test_a_printed_line_is_parted_into_words_boxes_and_blanks(
    printed: str, parts: tuple[Inline, ...]
) -> None:
    assert inlines(printed) == parts


def test_the_gaps_before_boxes_become_tabs_where_boxes_stand_in_columns() -> None:
    assert inlines("□协同    □安全", tabbed=True)[2] == Words("\t")


def test_a_box_without_an_option_is_a_mistake_in_the_layout() -> None:
    with pytest.raises(AssertionError, match="without an option"):
        inlines("平台类别 □")
