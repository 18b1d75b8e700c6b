"""Bounds as people put them, in the field's unit."""

import pytest

from assistant.filing.amounts import bounds


@pytest.mark.parametrize(
    ("text", "unit", "expected"),
    [
        ("接入设备超过1万台的有哪些", "台/套", [(">", 10000)]),
        ("which platforms connect more than 10 000 devices?", "台/套", [(">", 10000)]),
        ("合同额不少于5000万元", "万元", [(">=", 5000)]),
        ("合同额5000万元以上", "万元", [(">=", 5000)]),
        ("投资超过1.2亿元的", "万元", [(">", 12000)]),
        ("收入超过3000万元", "元", [(">", 30_000_000)]),
        ("不到一万", "台/套", [("<", 10000)]),
        ("两千台以上", "台/套", [(">=", 2000)]),
        ("不超过100", "个", [("<=", 100)]),
        ("no more than 100", "个", [("<=", 100)]),
        ("over 10k", "个", [(">", 10000)]),
        ("1.5 million or more", "元", [(">=", 1_500_000)]),
        ("devices between 1,000 and 20,000", "台/套", [(">=", 1000), ("<=", 20000)]),
        ("在1000到5000之间", "台/套", [(">=", 1000), ("<=", 5000)]),
        ("投资回报率大于10%", "%", [(">", 10)]),
        ("2021年的研发投入是多少", "元", []),
        ("(16)必填吗", "万元", []),
    ],
)
def test_a_bound_is_read_in_the_unit_of_the_field(
    text: str, unit: str, expected: list[tuple[str, float]]
) -> None:
    assert [(each.relation, each.value) for each in bounds(text, unit=unit)] == expected


@pytest.mark.parametrize(
    ("text", "value", "holds"),
    [
        ("超过100", 100, False),
        ("超过100", 101, True),
        ("不低于100", 100, True),
        ("100以下", 100, True),
        ("少于100", 100, False),
        ("等于100", 100, True),
    ],
)
def test_the_bound_itself_counts_where_it_is_said_to(text: str, value: float, holds: bool) -> None:
    assert [each.holds(value) for each in bounds(text, unit="个")] == [holds]
