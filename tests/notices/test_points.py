"""What the notice is asked, as data: every pattern works, every quote stands where it is said to."""

from __future__ import annotations

from collections import Counter
from typing import get_args

import pytest

from assistant.aspects import Aspect
from assistant.matching import pattern
from notices import load
from notices.hebei_2022_719.form import SPEC
from notices.hebei_2022_719.points.examples import ways
from notices.notice import Point

NOTICE = load("hebei-2022-719")
TEXT = NOTICE.text
WAYS, SYNONYMS = ways()
_CHINESE_ONLY = {  # the oddities that only show in Chinese
    "申报书与申请书",
    "两级同名的“申报要求”",
    "两套“一、二、三、四”",
    "附件1中两套“（一）（二）”",
    "两处(1)至(3)",
}


@pytest.mark.parametrize("point", NOTICE.points, ids=lambda point: point.name)
def test_a_point_quotes_the_notice_as_received_and_says_it_in_both_languages(point: Point) -> None:
    for clause, quote in point.passages:
        assert TEXT.locate(quote, within=clause) is not None
        assert quote in TEXT.source
    assert point.says.endswith(("。", "）"))
    assert point.says_in_english.endswith((".", ".)"))


@pytest.mark.parametrize("point", NOTICE.points, ids=lambda point: point.name)
def test_no_pattern_of_a_point_matches_everything(point: Point) -> None:
    assert point.asked or point.name in WAYS
    for each in point.asked:
        made = pattern(each)
        assert made.needed, each
        assert not any(element.search("") for element in (*made.needed, *made.barred)), each


def test_what_a_point_takes_for_right_is_in_what_it_says() -> None:
    for point in NOTICE.points:
        for amounts in point.amounts.values():
            told = f"{point.says} {' '.join(quote for _, quote in point.passages)}".replace("三", "3")
            assert all(f"{amount:g}" in told for amount in amounts), point.name


def test_points_that_set_something_have_names_of_their_own() -> None:
    names = Counter(point.name for point in NOTICE.points if point.passages)
    assert [name for name, count in names.items() if count > 1] == []


def test_differences_are_told_for_every_category_and_quoted() -> None:
    categories = {each.value for each in SPEC.by_path[NOTICE.category].options}
    for each in NOTICE.differences:
        assert set(each.says) == set(each.says_in_english) == categories
        assert all(TEXT.locate(quote, within=clause) for clause, quote in each.passages.values())


def test_examples_stand_under_names_that_lead_to_an_answer() -> None:
    points = {point.name for point in NOTICE.points}
    attachments = {f"#attachment {each.value}" for each in SPEC.by_path["attachments"].options}
    lists = {f"#{each}" for each in ("attachments", "parts", "limits", "optional", "differences", "required")}
    aspects = set(get_args(Aspect))
    for name in WAYS:
        path, _, aspect = name.partition(" ")
        of_a_field = name.startswith("@") and name[1:] in aspects
        assert (
            name in points | attachments | lists or of_a_field or (path in SPEC.by_path and aspect in aspects)
        )


def test_every_point_that_is_answered_has_examples_mostly_in_both_languages() -> None:
    without = [point.name for point in NOTICE.points if point.passages and len(WAYS.get(point.name, ())) < 2]
    assert without == []
    in_english = [name for name, some in WAYS.items() if any(each.isascii() for each in some)]
    assert {point.name for point in NOTICE.points if point.passages} - {*in_english} == _CHINESE_ONLY


def test_an_example_stands_under_one_name() -> None:
    counted = Counter(example for examples in WAYS.values() for example in set(examples))
    assert [example for example, count in counted.items() if count > 1] == []


def test_an_example_of_any_field_marks_where_its_name_stands() -> None:
    assert all("◆" in each for name, some in WAYS.items() if name.startswith("@") for each in some)
    assert not any("◆" in each for name, some in WAYS.items() if not name.startswith("@") for each in some)


def test_words_that_mean_the_same_stand_with_others() -> None:
    assert all(len(words) > 1 for words in SYNONYMS.values())


def test_names_are_given_to_fields_that_are_there() -> None:
    assert {*NOTICE.vocabulary.fields, *NOTICE.vocabulary.nicknames} <= set(SPEC.by_path)
