"""Reckoning with days."""

from datetime import date

import pytest

from assistant.days import day_in, reckoned

DUE = date(2022, 11, 25)
TODAY = date(2022, 11, 20)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("11月26日交行吗", date(2022, 11, 26)),
        ("26号交还行吗", date(2022, 11, 26)),
        ("2023年1月5日", date(2023, 1, 5)),
        ("12月底", date(2022, 12, 31)),
        ("11月底", date(2022, 11, 30)),
        ("2022-11-24", date(2022, 11, 24)),
        ("11/30提交", date(2022, 11, 30)),
        ("明天交", date(2022, 11, 21)),
        ("11月31日", None),
        ("4号宋体", None),
        ("(16)", None),
        ("交几份", None),
    ],
)
def test_a_day_is_told_in_a_question(words: str, day: date | None) -> None:
    assert day_in(words, near=DUE, today=TODAY) == day


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("11月26日交行吗", "2022年11月26日已经晚了：比2022年11月25日晚1天。"),
        ("11月20日呢", "2022年11月20日来得及，比最后一天2022年11月25日早5天。"),
        ("11月25日当天", "2022年11月25日当天还不算晚，是最后一天。"),
        ("截止那天是星期几", "2022年11月25日是星期五。"),
        ("还剩几天", "离今天（2022年11月20日）还有5天。"),
        ("什么时候截止", ""),
        ("截止日前1周是几号", "2022年11月25日前7天是2022年11月18日（星期五）。"),
        ("提前3天寄是哪天", "2022年11月25日前3天是2022年11月22日（星期二）。"),
        ("截止后2天交可以吗", "2022年11月27日已经晚了：比2022年11月25日晚2天。"),
        ("11月20日前3天是几号", "2022年11月17日来得及，比最后一天2022年11月25日早8天。"),
    ],
)
def test_days_are_compared_with_the_last_in_time(words: str, told: str) -> None:
    assert reckoned(words, due=DUE, today=TODAY, language="zh") == told


def test_a_deadline_that_has_passed_is_told_as_passed() -> None:
    assert "期限已过6天" in reckoned("还剩几天", due=DUE, today=date(2022, 12, 1), language="zh")
    told = reckoned("11月26日 晚 星期几", due=DUE, today=TODAY, language="en")
    assert told == "26 November 2022 is too late, 1 day after 25 November 2022. 25 November 2022 is a Friday."
