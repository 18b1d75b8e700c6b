"""Text laid out by the columns it takes on a terminal."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.tables import Cell, clip, table, width, wrap
from ui.terminal import clean

TEXT = st.text(alphabet="申报平台，。“”（）abc XY12/-:", max_size=120)


@pytest.mark.parametrize(
    ("text", "columns"),
    [("", 0), ("abc", 3), ("申报", 4), ("％，", 4), ("申a报", 5), ("□☑", 2), ("e\u0301", 1), ("𠮷", 2)],
)
def test_a_chinese_character_takes_two_columns(text: str, columns: int) -> None:
    assert width(text) == columns


@given(TEXT, st.integers(min_value=10, max_value=60))
def test_wrapping_keeps_every_character_and_the_width(text: str, columns: int) -> None:
    lines = wrap(text, columns)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(width(line) <= columns + 2 for line in lines)  # a mark that ends a clause may hang out


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("申报单位应如实填报。", ["申报单位应", "如实填报。"]),
        ("申报单位应。如实", ["申报单位应。", "如实"]),
        ("申报单位“应当”如实", ["申报单位", "“应当”如实"]),
        ("see the notice", ["see the", "notice"]),
        ("a" * 25, ["a" * 10, "a" * 10, "a" * 5]),
        ("一\n二", ["一", "二"]),
    ],
)
def test_lines_break_where_a_reader_expects_it(text: str, lines: list[str]) -> None:
    assert wrap(text, 10) == lines


@pytest.mark.parametrize(
    ("text", "clipped"),
    [("申报单位", "申报单位"), ("申报单位信息", "申报单位…"), ("申报\n单位", "申报 单位"), ("", "")],
)
def test_what_is_too_long_is_cut_and_says_so(text: str, clipped: str) -> None:
    assert clip(text, 9) == clipped


def test_columns_of_a_table_stand_under_each_other() -> None:
    rows = [(Cell("平台名称"), Cell("已填")), (Cell("fax"), Cell("空白"))]
    assert list(table(rows, header=("栏目", "状态"), columns=40)) == [
        "栏目      状态",
        "--------  ----",
        "平台名称  已填",
        "fax       空白",
    ]


def test_a_table_is_not_wider_than_the_terminal() -> None:
    rows = [(Cell("平台名称"), Cell("很长的内容" * 30), Cell("段落 4"))]
    lines = list(table(rows, header=("栏目", "内容", "位置"), columns=60))
    assert max(map(width, lines)) <= 60 + 2
    assert "".join(lines).count("很长的内容") > 20


STEERING = [
    "\x1b[31m",
    "\x07",
    "\x9b2J",
    "\r",
    "\u202e",
    "\u2066",
    "\u200b",
    "\x00",
    "\u2028",
    "\udcff",
    "\x7f",
]


@pytest.mark.parametrize("steering", STEERING)
def test_what_could_steer_a_terminal_is_written_out(steering: str) -> None:
    shown = clean(f"前{steering}后")
    assert steering[0] not in shown
    assert shown.startswith("前\\")
    assert shown.endswith("后")


def test_a_table_cleans_its_cells() -> None:
    lines = "".join(table([(Cell("a\x1b]0;x\x07b"),)], header=("栏目",), columns=40))
    assert "\x1b" not in lines
    assert "\x07" not in lines
