"""Examples of questions: which one a question is alike, and what is made of it."""

from datetime import date

import pytest

from assistant.alike import examples_of
from assistant.answer import ask
from assistant.decide import decided
from assistant.heard import heard
from assistant.matching import Asked
from assistant.settle import settled
from notices import load

NOTICE = load("hebei-2022-719")
TODAY = date(2022, 11, 20)


def names(words: str, **asked: object) -> list[str]:
    return [each.name for each in examples_of(NOTICE).nearest(words, **asked)]  # type: ignore[arg-type]


def test_an_example_comes_nearest_to_itself() -> None:
    found = examples_of(NOTICE).nearest("目录做到几级")[0]
    assert (found.name, found.example, round(found.nearness, 6)) == ("目录", "目录做到几级", 1.0)


def test_words_that_mean_the_same_bring_questions_near() -> None:
    near = {each.name: each.nearness for each in examples_of(NOTICE).nearest("高等院校可否来报")}
    assert max(near, key=lambda name: near[name]) == "申报主体"


def test_what_no_example_speaks_of_is_near_to_none() -> None:
    assert examples_of(NOTICE).nearest("量子纠缠态的退相干时间")[0].nearness < 0.3
    assert examples_of(NOTICE).nearest("") == []


def test_names_are_looked_for_among_those_that_begin_so() -> None:
    assert {name[0] for name in names("◆最多写多少字", among="@")} == {"@"}
    assert "@" not in {name[0] for name in names("最多写多少字", apart_from="@")}


# Written apart from the examples, in the words of clerks.
@pytest.mark.parametrize(
    ("question", "clause", "words"),
    [
        ("领导让我问问最晚能拖到几号", "四、有关要求/2", "11月25日"),
        ("想打电话核实一下，号码给我", "四、有关要求/联系方式", "15930816492"),
        ("公司户口在内蒙古，生意都在张家口，能参加不", "二、申报要求/（一）申报条件/1", "河北"),
        ("平台归集团公司所有，我们负责日常运营，能申报吗", "二、申报要求/（一）申报条件/2", "产权"),
        ("企业能自己寄到省工信厅不走市里吗", "二、申报要求/（三）申报流程/1", "市工信局"),
        ("被列为重点培育能落着什么", "三、平台培育/1", "能力提升"),
        ("公司在雄安容城，材料递给哪个单位", "四、有关要求/2", "改发局"),
        ("穿线装订成不成", "附件1/填报说明/七", "胶"),
        ("省得透墨，想单面打，行么", "附件1/填报说明/七", "双面"),
        ("文中第一次提到MQTT要不要解释全称", "附件1/填报说明/三", "全称"),
        ("打印的和发过去的电子的内容得完全一样吗", "附件1/填报说明/二", "一致"),
        ("瞒报数据有啥后果", "附件1/申报单位基本信息", "责任"),
        ("下一步计划写了1200字，超标没", "附件1/申报平台信息/（七）", "1000字"),
        ("Someone else owns the platform. Is that a problem?", "二、申报要求/（一）申报条件/2", "own"),
    ],
)  # fmt: skip
def test_what_is_put_in_other_words_is_understood(question: str, clause: str, words: str) -> None:
    reply = ask(question, notice=NOTICE)
    assert words in reply.answer
    assert clause in {each.clause for each in reply.citations}


@pytest.mark.parametrize(
    "question",
    [
        "能不能派司机送到省厅门卫",
        "盖章之前要不要市长签字",
        "申报书要不要附U盾",
        "评审时能不能找熟人打招呼",
        "Do we have to sign an NDA?",
        "Can we include a video link?",
    ],
)
def test_what_the_notice_does_not_say_is_not_answered_by_what_is_near(question: str) -> None:
    reply = ask(question, notice=NOTICE)
    assert (reply.answered, reply.citations) == (False, ())


def test_an_example_overrules_the_patterns_only_where_it_comes_much_nearer() -> None:
    question = "ROI公式是什么"
    words = heard(question, notice=NOTICE)
    by_words = settled(Asked(words), notice=NOTICE, language="zh", today=TODAY)
    told = decided(words, Asked(words), notice=NOTICE, language="zh", today=TODAY)
    assert by_words is not None
    assert told is not None
    assert by_words.said.aspect == "content"
    assert "年均利润/投资总额" in told.said.words


def test_an_example_of_another_category_says_nothing() -> None:
    assert "不超过3个" in ask("行业平台推荐几家", notice=NOTICE).answer
    assert "不超过1个" in ask("区域平台推荐几家", notice=NOTICE).answer
