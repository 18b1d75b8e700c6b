from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.dates import find_dates, parse_date


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2018", "2018"),
        ("2018年", "2018"),
        ("2018年度", "2018"),
        ("公元2018年", "2018"),
        ("2018年3月", "2018-03"),
        ("2018年03月01日", "2018-03-01"),
        ("2018年3月1号", "2018-03-01"),
        ("2018年3月1", "2018-03-01"),
        ("2018 年 3 月 1 日", "2018-03-01"),
        ("２０１８年３月", "2018-03"),
        ("2018.03.01", "2018-03-01"),
        ("2018.3", "2018-03"),
        ("2020.10.", "2020-10"),
        ("2018/3/1", "2018-03-01"),
        ("2018-03", "2018-03"),
        ("2022-11-25 10:00", "2022-11-25"),
        ("20180301", "2018-03-01"),
        ("201803", "2018-03"),
        ("二〇一八年三月", "2018-03"),
        ("二零一八年十二月三十一日", "2018-12-31"),
        ("二O一八年", "2018"),
        ("二○一八年", "2018"),
        ("贰零壹捌年", "2018"),
        ("2018年3月1日（星期四）", "2018-03-01"),
        ("（2018年3月）", "2018-03"),
        ("2018年3月成立", "2018-03"),
        ("成立于2018年3月1日", "2018-03-01"),
        ("2018年   月   日", "2018"),
        ("March 2018", "2018-03"),
        ("Mar 1, 2018", "2018-03-01"),
        ("1st March 2018", "2018-03-01"),
        ("2020年2月29日", "2020-02-29"),
        ("2018年3月1日 2018年3月1日", "2018-03-01"),
    ],
)
def test_a_date_is_read_at_the_precision_written(text: str, iso: str) -> None:
    assert parse_date(text) == (iso, "")


@pytest.mark.parametrize("text", ["", "  ", "    年   月   日", "____年__月__日", "年/月/日"])
def test_a_place_for_a_date_is_blank(text: str) -> None:
    assert parse_date(text) == (None, "")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("2022年2月30日", "no-such-date"),
        ("2021-02-29", "no-such-date"),
        ("2018年13月", "no-such-date"),
        ("2018年0月", "no-such-date"),
        ("201813", "no-such-date"),
        ("2020-2021", "range"),
        ("2019年3月-2021年12月", "range"),
        ("2018-03-01至2018-05-01", "range"),
        ("2018.03.01-2019.03.01", "range"),
        ("2018年3-5月", "range"),
        ("2018年3月1日-5日", "range"),
        ("2018年3月至今", "range"),
        ("2018、2019", "several"),
        ("18年3月", "two-digit-year"),
        ("一八年三月", "two-digit-year"),
        ("3月1日", "not-a-date"),
        ("20181", "not-a-date"),
        ("12018年", "not-a-date"),
        ("1200万元", "not-a-date"),
        ("待定", "not-a-date"),
    ],
)
def test_what_is_not_one_date_is_none(text: str, problem: str) -> None:
    assert parse_date(text) == (None, problem)


@given(
    st.dates(date(1800, 1, 1), date(2199, 12, 31)),
    st.sampled_from(
        [
            "{0.year}年{0.month}月{0.day}日",
            "{0.year}.{0.month}.{0.day}",
            "{0:%Y-%m-%d}",
            "{0.year}/{0.month:02}/{0.day:02}",
        ]
    ),
)
def test_every_day_is_read_back(day: date, form: str) -> None:
    assert parse_date(form.format(day)) == (day.isoformat(), "")


def test_dates_are_found_in_running_text() -> None:
    text = "于2018年3月1日成立，2020年2月30日获评，2018年3月5家，二〇二一年"
    found = find_dates(text)
    assert [(each.iso, each.problem) for each in found] == [
        ("2018-03-01", ""),
        (None, "no-such-date"),
        ("2018-03", ""),
        ("2021", ""),
    ]
    assert [text[slice(*each.span)] for each in found] == [each.text for each in found]
