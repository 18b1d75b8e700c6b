"""What the notice is asked, as data: every pattern works, every quote stands where it is said to."""

from __future__ import annotations

from collections import Counter

import pytest

from assistant.matching import pattern
from notices import load
from notices.hebei_2022_719.form import SPEC
from notices.notice import Point

NOTICE = load("hebei-2022-719")
TEXT = NOTICE.text


@pytest.mark.parametrize("point", NOTICE.points, ids=lambda point: point.name)
def test_a_point_quotes_the_notice_as_received_and_says_it_in_both_languages(point: Point) -> None:
    for clause, quote in point.passages:
        assert TEXT.locate(quote, within=clause) is not None
        assert quote in TEXT.source
    assert point.says.endswith(("。", "）"))
    assert point.says_in_english.endswith((".", ".)"))


@pytest.mark.parametrize("point", NOTICE.points, ids=lambda point: point.name)
def test_no_pattern_of_a_point_matches_everything(point: Point) -> None:
    assert point.asked
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


def test_names_are_given_to_fields_that_are_there() -> None:
    assert {*NOTICE.vocabulary.fields, *NOTICE.vocabulary.nicknames} <= set(SPEC.by_path)
