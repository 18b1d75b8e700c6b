"""What holds for every parser of values: no string makes it raise, and none takes long."""

import time
from collections.abc import Callable
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors import codes, contacts, dates, numerals, quantities, text, ticks


class Box(NamedTuple):
    value: str
    label: str
    aliases: tuple[str, ...] = ()


OPTIONS = (Box("是", "是"), Box("否", "否"), Box("其他", "其他（请注明）"), Box("风电/光伏", "风电/光伏"))

PARSERS: dict[str, Callable[[str], object]] = {
    "fold": text.fold,
    "narrow": text.narrow,
    "squeeze": text.squeeze,
    "key": text.key,
    "strip_number": text.strip_number,
    "count_characters": text.count_characters,
    "is_nothing": text.is_nothing,
    "is_blank": text.is_blank,
    "read_numeral": numerals.read_numeral,
    "parse_quantity": lambda each: quantities.parse_quantity(each, unit="万元", whole=True, signed=True),
    "find_quantities": quantities.find_quantities,
    "parse_date": dates.parse_date,
    "find_dates": dates.find_dates,
    "read_choice": lambda each: ticks.read_choice(each, OPTIONS),
    "canonical": lambda each: ticks.canonical(each, OPTIONS),
    "other_text": lambda each: ticks.other_text(each, OPTIONS[2], OPTIONS, below=True),
    "normalise_code": codes.normalise_code,
    "check_character": codes.check_character,
    "organization_code_ok": codes.organization_code_ok,
    "credit_code_ok": codes.credit_code_ok,
    "division": codes.division,
    "mobile_ok": contacts.mobile_ok,
    "phone_ok": contacts.phone_ok,
    "email_ok": contacts.email_ok,
}

# What these parsers look for, so that random texts come near to it.
PIECES = (
    *"0123456789 ,.，。、-—~+%￥$()（）[]【】□☑√☒×V_:：年月日万亿千百十零〇两点余多元台套个是否其他风电/光伏",
    *"负亏损约第①\n\t\u3000\ufffc\u0301\u200b𠮷",
    *("2018", "1,200", "百分之", "台/套", "其中", "至", "请注明", "Mar ", "1E9", "@a.com", "A" * 17),
)
NEAR = st.lists(st.sampled_from(PIECES), max_size=25).map("".join)


@pytest.mark.parametrize("name", PARSERS)
@settings(max_examples=60)
@given(written=st.one_of(NEAR, st.text(max_size=40)))
def test_no_string_makes_it_raise(name: str, written: str) -> None:
    PARSERS[name](written)


REPEATED = (
    *(
        "1",
        "1,",
        "1 ",
        "1,111,111,",
        "1-",
        "1万",
        "1亿2千",
        "1、",
        " ",
        "\n",
        "__ ",
        "一",
        "万",
        "年 ",
        "2018年 ",
    ),
    *("2018.", "亏损", "--", "a.", "a@", "*", "（一）", "…", "\u0301\u0316", "中  ", "1 May ", "其 他"),
    *("(", "(是", "( ", "[", "□", "√ □", "□是√"),
)


@pytest.mark.parametrize("name", PARSERS)
def test_a_long_text_takes_no_longer_than_its_length(name: str) -> None:
    """What is quadratic takes tens of seconds for this length, what is linear a tenth of one."""
    for piece in REPEATED:
        written = (piece * (40_000 // len(piece) + 1))[:40_000] + "终"
        started = time.process_time()
        PARSERS[name](written)
        assert time.process_time() - started < 3, piece
