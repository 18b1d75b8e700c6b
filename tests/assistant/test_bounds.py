"""Answers about the right thing that still don't answer."""

import pytest

from assistant.bounds import asks_otherwise


@pytest.mark.parametrize(
    ("question", "told", "otherwise"),
    [
        ("最少写多少字", "限1500字", True),
        ("最多写多少字", "限1500字", False),
        ("最多列几家", "不少于三家", True),
        ("至少列几家", "不少于三家", False),
        ("线上还是线下", "省工信厅组织专家审核", True),
        ("邮寄还是现场递交", "盖章后邮寄", False),
        ("要交几份", "一式三份", False),
    ],
)
def test_the_other_bound_or_another_choice_is_not_answered(question: str, told: str, otherwise: bool) -> None:
    assert asks_otherwise(question, told) is otherwise
