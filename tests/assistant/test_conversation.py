"""Going on from the question before."""

import json

import pytest

from assistant.answer import ask
from assistant.conversation import Conversation, goes_on, is_short
from notices import load

NOTICE = load("hebei-2022-719")


@pytest.mark.parametrize(
    ("talk", "words"),
    [
        (("双跨平台每个市能推几个？", "那区域的呢？", "行业的呢"), "不超过3个"),
        (("双跨平台的名额是几个", "那区域和行业的呢"), "不超过3个"),
        (("企业简介限多少字？", "应用案例呢？"), "1500"),
        (("附件5是什么？", "那附件8呢"), "解决方案清单"),
        (("附件3是什么？", "要几年的"), "近两年"),
        (("研发投入填哪几年？", "单位是什么"), "单位是元"),
        (("截止日期是哪天？", "26号交行吗？"), "已经晚了"),
        (("外省企业能申报吗？", "为什么？"), "河北"),
        (("What is attachment 5?", "And 6?"), "模型清单"),
        (("How many cross-industry platforms per city?", "What about regional ones?"), "1 regional"),
    ],
)
def test_a_question_goes_on_from_the_one_before(talk: tuple[str, ...], words: str) -> None:
    conversation = Conversation()
    answer = ""
    for each in talk:
        reply = ask(each, notice=NOTICE, conversation=conversation)
        conversation, answer = reply.conversation, reply.answer
    assert words in answer


@pytest.mark.parametrize(
    "question", ["党组织情况要写吗", "Who is the governor of Hebei?", "这份通知印发于哪一天", "补贴有多少？"]
)
def test_a_question_that_stands_alone_is_answered_as_if_alone(question: str) -> None:
    before = ask("评审专家怎么审核？", notice=NOTICE).conversation
    assert ask(question, notice=NOTICE, conversation=before).answer == ask(question, notice=NOTICE).answer


def test_what_was_asked_about_is_kept_as_values() -> None:
    kept = ask("行业服务能力必须填吗", notice=NOTICE).conversation
    assert (kept.field, kept.aspect, kept.language) == ("services.industry", "required", "zh")
    assert ask("附件6是什么", notice=NOTICE).conversation.attachment == "6"
    assert ask("区域平台要填哪些指标", notice=NOTICE).conversation.category == "区域"


def test_what_was_not_understood_leaves_the_conversation_where_it_was() -> None:
    before = ask("附件6是什么", notice=NOTICE).conversation
    assert ask("……", notice=NOTICE, conversation=before).conversation == before


def test_a_conversation_is_stored_as_json_and_unknown_keys_are_passed_over() -> None:
    kept = ask("双跨平台每个市能推几个？", notice=NOTICE).conversation
    stored = json.loads(json.dumps(kept.as_dict() | {"mood": "good"}))
    assert Conversation.of(stored) == kept


@pytest.mark.parametrize(
    ("question", "goes"),
    [("那区域的呢", True), ("它的单位", True), ("这份通知谁发的", False), ("几份", False)],
)
def test_words_that_point_back_are_told(question: str, goes: bool) -> None:
    assert goes_on(question) is goes


def test_short_is_what_hardly_stands_alone() -> None:
    assert is_short("要几年的")
    assert not is_short("党组织情况要写吗")
    assert not is_short("Who is the governor?")
