from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.numerals import read_numeral


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("零", "0"),
        ("五", "5"),
        ("十", "10"),
        ("十二", "12"),
        ("二十", "20"),
        ("百", "100"),
        ("两百零五", "205"),
        ("一千二百", "1200"),
        ("三千五", "3500"),
        ("一万二", "12000"),
        ("三百二十万", "3200000"),
        ("二十万三千", "203000"),
        ("一万零五十", "10050"),
        ("一亿二千万", "120000000"),
        ("一万亿", "1000000000000"),
        ("壹佰贰拾叁万肆仟伍佰陆拾柒", "1234567"),
        ("二〇一八", "2018"),
        ("十点一", "10.1"),
        ("三点零五", "3.05"),
    ],
)
def test_a_chinese_numeral_says_its_number(text: str, value: str) -> None:
    assert read_numeral(text) == Decimal(value)


@pytest.mark.parametrize("text", ["", "十百", "万", "一二十", "百千", "二点", "一" * 41, "a", "1"])
def test_what_is_no_numeral_says_none(text: str) -> None:
    assert read_numeral(text) is None


def _spelled(number: int) -> str:
    if number >= 10**4:
        rest = number % 10**4
        return _spelled(number // 10**4) + "万" + ("零" * (0 < rest < 1000) + _spelled(rest) if rest else "")
    text = ""
    for scale, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, scale)
        if digit:
            text += "零一二三四五六七八九"[digit] + name
        elif text and number and not text.endswith("零"):
            text += "零"
    return text or "零"


@given(st.integers(0, 99_999_999))
def test_every_number_spelled_out_is_read_back(number: int) -> None:
    assert read_numeral(_spelled(number)) == number
