"""The generic side: a text cut along an outline, keys, lookups."""

import pytest

from notices import NOTICES, UnknownNotice, load
from notices.clauses import Clause, Heading, NoticeText, Restoration, UnknownClause, grow, undo

TEXT = """关于试点的通知

一、内容
（一）甲类。支持甲。
条件
1、在本地注册。
2、有 场地。
附件1
登记表
\t名称\t
\t\t地址
"""
OUTLINE = (
    Heading("标题", "关于试点"),
    Heading("一、内容", "一、内容"),
    Heading("一、内容/（一）", "（一）甲类", "甲类"),
    Heading("二、条件", "条件"),
    Heading("二、条件/1", "1、"),
    Heading("二、条件/2", "2、"),
    Heading("附件1", "附件1", "登记表"),
    Heading("附件1/登记表", "登记表"),
    Heading("附件1/登记表/名称", "名称"),
    Heading("附件1/登记表/地址", "地址"),
)


@pytest.fixture
def text() -> NoticeText:
    return grow(TEXT, OUTLINE)


def test_a_clause_knows_its_number_title_words_and_place(text: NoticeText) -> None:
    assert text.clause("一、内容/（一）") == Clause(
        key="一、内容/（一）",
        number="（一）",
        title="甲类",
        text="（一）甲类。支持甲。",
        level=1,
        parent="一、内容",
        children=(),
    )
    assert text.clause("二、条件").children == ("二、条件/1", "二、条件/2")
    assert text.clause("附件1/登记表/名称").number == ""


def test_walking_gives_printed_order(text: NoticeText) -> None:
    assert [each.key for each in text.walk()] == [each.key for each in OUTLINE]
    assert [each.key for each in text.walk("二、条件")] == ["二、条件", "二、条件/1", "二、条件/2"]
    assert [each.key for each in text.ancestors("附件1/登记表/地址")] == ["附件1/登记表", "附件1"]


def test_an_unknown_key_is_named_in_the_error(text: NoticeText) -> None:
    with pytest.raises(UnknownClause, match="三、费用"):
        text.clause("三、费用")


@pytest.mark.parametrize(
    ("quote", "stands"),
    [
        ("有场地", True),
        ("有 场 地。", True),
        ("支持甲。条件", True),
        ("支持乙", False),
        ("", False),
        ("  ", False),
    ],
)
def test_quotes_are_compared_without_white_space(text: NoticeText, quote: str, stands: bool) -> None:
    assert text.contains(quote) is stands


@pytest.mark.parametrize(
    ("quote", "key"),
    [
        ("有场地", "二、条件/2"),
        ("在本地注册。2、有", "二、条件"),
        ("名称地址", "附件1/登记表"),
        ("（一）甲类。支持甲。", "一、内容/（一）"),
    ],
)
def test_a_quote_leads_to_the_innermost_clause_that_holds_it(text: NoticeText, quote: str, key: str) -> None:
    found = text.locate(quote)
    assert found is not None
    assert found.key == key


@pytest.mark.parametrize(
    ("quote", "within"), [("没有这句", None), ("名称", "二、条件"), ("", None), ("甲。条件", None)]
)
def test_a_quote_that_no_clause_holds_leads_nowhere(text: NoticeText, quote: str, within: str | None) -> None:
    assert text.locate(quote, within=within) is None


@pytest.mark.parametrize(
    ("key", "cited"),
    [
        ("二、条件/2", "二、条件/2"),
        ("标题", "标题"),
        ("附件1/登记表", "附件1/登记表"),
        ("附件1/登记表/地址", "附件1/登记表"),
    ],
)
def test_rows_of_a_form_are_cited_by_the_clause_they_stand_in(text: NoticeText, key: str, cited: str) -> None:
    assert text.cited(key) == cited


def test_an_outline_that_does_not_fit_the_text_is_refused() -> None:
    with pytest.raises(AssertionError, match="三、费用"):
        grow(TEXT, (*OUTLINE, Heading("三、费用", "三、费用")))
    with pytest.raises(AssertionError, match="begins before"):
        grow(TEXT, OUTLINE[1:])


def test_restorations_are_undone_line_by_line() -> None:
    restored = "一、甲\n□是 □否"
    table = (
        Restoration(1, "甲", "一、甲", "number"),
        Restoration(2, "(是", "□是", "box"),
        Restoration(2, "(否", "□否", "box"),
    )
    assert undo(restored, table) == "甲\n(是 (否"


def test_words_that_were_restored_are_not_in_the_source() -> None:
    text = grow(
        "一、甲", (Heading("一", "一、甲"),), restorations=(Restoration(1, "甲", "一、甲", "number"),)
    )
    assert text.contains("一、甲")
    assert not text.in_source("一、甲")
    assert text.in_source("甲")


def test_a_notice_is_loaded_by_its_id() -> None:
    for notice_id in NOTICES:
        assert load(notice_id).id == notice_id


def test_an_unknown_notice_is_refused_with_those_that_are_known() -> None:
    with pytest.raises(UnknownNotice, match="hebei-2022-719"):
        load("hebei-2023-1")
