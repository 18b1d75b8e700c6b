"""Questions that go on from others, and what has to be worked out."""

from datetime import date

import pytest

from assistant.answer import ask
from assistant.conversation import Conversation
from assistant.naming import names_of
from assistant.parts import paused
from assistant.slots import put_in_place
from notices import load

NOTICE = load("hebei-2022-719")


def last(*questions: str) -> str:
    present, answer = Conversation(), ""
    for each in questions:
        reply = ask(each, notice=NOTICE, conversation=present, today=date(2022, 11, 20))
        present, answer = reply.conversation, reply.answer
    return answer


@pytest.mark.parametrize(
    ("now", "before", "merged"),
    [
        ("saas那一层呢", "iaas层能力写什么", "saas写什么"),
        ("(19)呢", "(17)标识注册量单位是什么", "(19)单位是什么"),
        ("那二级的呢", "一级标题用什么字体", "二级标题用什么字体"),
        ("那附件4呢", "附件3是什么", "附件4是什么"),
        ("那装订呢", "附件3是什么", None),
        ("那二级标题要加粗吗", "一级标题用什么字体", None),
    ],
)
def test_what_is_named_takes_the_place_of_its_like(now: str, before: str, merged: str | None) -> None:
    assert put_in_place(now, before, names_of(NOTICE)) == merged


@pytest.mark.parametrize(
    ("questions", "words"),
    [
        (("IaaS层能力写什么", "PaaS呢", "SaaS那一层呢"), "开发者社区"),
        (("一级标题用什么字体", "二级的呢", "那正文呢"), "宋体"),
        (("区域平台能推几个？", "那行业的呢？"), "不超过3个"),
        (("投资回报率怎么算", "年均利润50万，投资总额400万，那是多少"), "=12.5%"),
        (("投资回报率怎么算", "年均利润50万，投资总额400万，那是多少", "利润换成80万呢"), "=20%"),
        (("市工信局要审核吗", "最后谁审"), "专家"),
        (("截止日期是哪天", "那26号呢"), "已经晚了"),
        (("区域平台一个市能推几个", "那一共呢"), "合计不超过5个"),
        (("PaaS层能力写什么", "必填吗", "有字数限制吗"), "PaaS层能力”规定字数"),
    ],
)
def test_talks_go_on(questions: tuple[str, ...], words: str) -> None:
    assert words in last(*questions)


def test_a_question_that_goes_on_from_nothing_is_not_guessed() -> None:
    assert not ask("那区域的呢？", notice=NOTICE).answered


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("年均利润180万，投资总额1200万，投资回报率该填多少", "=15%"),
        ("三年利润总共300万，投资500万，投资回报率多少", "=20%"),
        ("研发投入我们去年是300万元，表上那一格应填什么数字", "填3000000（单位是元）"),
        ("我们去年销售1.2亿元，上年销售那栏填多少", "填12000（单位是万元）"),
        ("合同额3500000元填多少", "填350（单位是万元）"),
        ("今天是11月20日，还剩几天", "还有5天"),
    ],
)
def test_what_can_be_worked_out_is(question: str, words: str) -> None:
    reply = ask(question, notice=NOTICE, today=date(2022, 11, 7))
    assert words in reply.answer
    assert reply.citations


@pytest.mark.parametrize(
    ("question", "corrected"),
    [
        ("典型客户写两家行不行", True),
        ("典型应用企业列四家可以吗", False),
        ("每个市能推荐4个行业平台吗", True),
        ("每个市推荐2个行业平台行吗", False),
    ],
)
def test_an_amount_within_the_bound_is_not_corrected(question: str, *, corrected: bool) -> None:
    assert ask(question, notice=NOTICE).answer.startswith("不是") is corrected


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("公式是什么 填哪三年的", "公式是什么，填哪三年的"),
        ("邮  箱是多少", "邮  箱是多少"),
        ("which years of R&D", "which years of R&D"),
    ],
)
def test_a_blank_between_two_questions_is_a_pause(question: str, told: str) -> None:
    assert paused(question) == told
