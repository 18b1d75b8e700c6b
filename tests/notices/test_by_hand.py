"""What is left to people: each with words of the notice that stand in the clause they are said to."""

from __future__ import annotations

import pytest

from notices import load
from notices.hebei_2022_719.by_hand import BY_HAND, DECISION, ByHand
from notices.hebei_2022_719.form import SPEC

TEXT = load("hebei-2022-719").text


@pytest.mark.parametrize("each", BY_HAND, ids=lambda each: each.what[:12])
def test_what_is_done_by_hand_quotes_the_notice_as_received(each: ByHand) -> None:
    assert each.passages
    for clause, quote in each.passages:
        assert TEXT.locate(quote, within=clause) is not None, quote
        assert TEXT.in_source(quote), quote
    assert each.what.endswith("。")
    assert each.views


def test_the_words_that_a_bureau_signs_stand_in_the_form() -> None:
    assert TEXT.locate(DECISION.quote, within=DECISION.clause) is not None


@pytest.mark.parametrize(
    "words",
    ["胶装", "骑缝章", "双面打印", "一式三份", "电子版", "法定代表人", "普通纸", "二维码", "失信"],
)
def test_what_no_file_shows_is_on_the_list_of_an_applicant(words: str) -> None:
    mine = [each for each in BY_HAND if "applicant" in each.views]
    assert any(words in f"{each.what}{''.join(quote for _, quote in each.passages)}" for each in mine)


def test_posting_and_the_quotas_are_the_bureaus_affair() -> None:
    only_theirs = [each for each in BY_HAND if each.views == {"reviewer"}]
    told = "".join(each.what for each in only_theirs)
    assert "邮寄" in told
    assert "名额" in told


def test_every_attachment_that_must_be_there_is_looked_at_by_hand() -> None:
    quoted = "".join(quote for each in BY_HAND for _, quote in each.passages)
    named = {each.number for each in SPEC.attachments if f"附件{each.number}：" in quoted}
    assert {1, 2, 4, 5, 8, 9, 10} <= named
