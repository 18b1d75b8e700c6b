"""How a question is taken apart."""

import pytest

from assistant.question import normalise, understand
from notices.notice import Vocabulary

VOCABULARY = Vocabulary(
    synonyms={"大学": ("高校",), "最晚": ("截止日期",), "roi": ("投资回报率",)},
    glossary={"line spacing": ("行距",), "university": ("高校",), "copy": ("一式三份",)},
)


@pytest.mark.parametrize(
    ("written", "normal"),
    [
        ("邮  箱", "邮箱"),
        ("平   台   名    称", "平台名称"),
        ("\uff32\uff2f\uff29 怎么算", "roi 怎么算"),
        ("（１５）", "(15)"),
        ("What  is\tthis", "what is this"),
    ],
)
def test_width_case_and_blanks_are_folded(written: str, normal: str) -> None:
    assert normalise(written) == normal


@pytest.mark.parametrize(
    ("question", "terms"),
    [
        ("大学可以申报吗？", [("大学", ("大学", "高校")), ("申报", ("申报",))]),
        ("请问行距要求是什么", [("行距", ("行距",))]),
        ("最晚几号", [("最晚", ("最晚", "截止日期")), ("号", ("号",))]),
        ("和平西路在哪里", [("和平西路", ("和平西路",))]),
        ("ROI怎么算", [("roi", ("roi", "投资回报率"))]),
        ("What is the line spacing?", [("line spacing", ("line spacing", "行距"))]),
        ("How many copies?", [("copies", ("copies",))]),
        ("Are universities eligible?", [("universities", ("universities",)), ("eligible", ("eligible",))]),
        ("是什么？", []),
        ("？！……", []),
    ],
)
def test_terms_are_what_is_asked_about(question: str, terms: list[tuple[str, tuple[str, ...]]]) -> None:
    understood = understand(question, vocabulary=VOCABULARY)
    assert [(each.asked, each.phrases) for each in understood.terms] == terms


@pytest.mark.parametrize(
    ("question", "language"),
    [("截止日期？", "zh"), ("deadline是哪天", "zh"), ("When is it due?", "en"), ("？", "zh"), ("2022", "zh")],
)
def test_the_language_is_the_question_s(question: str, language: str) -> None:
    assert understand(question, vocabulary=VOCABULARY).language == language


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("最多推荐几个", True),
        ("补贴多少钱", True),
        ("成立满几年", True),
        ("How many copies?", True),
        ("填哪几年的", False),
        ("几号截止", False),
        ("谁能申报", False),
    ],
)
def test_amounts_are_asked_for_in_so_many_words(question: str, asks: bool) -> None:
    assert understand(question, vocabulary=VOCABULARY).asks_amount is asks
