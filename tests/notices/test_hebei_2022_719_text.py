"""The notice of 2022: its words are all there, its clauses where they are printed, its quotes true."""

import hashlib
from collections import Counter
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from extractors.text import squeeze
from notices import load
from notices.clauses import NoticeText, undo
from notices.hebei_2022_719 import facts
from notices.hebei_2022_719.restorations import RESTORATIONS
from notices.hebei_2022_719.text import notice_text, printed_lines
from notices.notice import Contradiction, Fact

NOTICE = load("hebei-2022-719")
WORDS = Path(facts.__file__).with_name("notice.txt").read_text(encoding="utf-8")

# Of the flattened notice as it was received, line ends as \n.
SOURCE_SHA256 = "e567fbdde8982b98f42ca85c180b831adebea0fb85e41e8d9a761efec34f1666"

PLATFORM = "附件1/申报平台信息"
CITED_BY_FIELDS = (
    "附件1/封面",
    "附件1/申报单位基本信息",
    f"{PLATFORM}/（一）平台基础信息",
    f"{PLATFORM}/（一）平台基础信息/平台关键指标统计/1",
    f"{PLATFORM}/（一）平台基础信息/平台关键指标统计/2",
    f"{PLATFORM}/（一）平台基础信息/平台关键指标统计/3",
    f"{PLATFORM}/（二）平台基础能力介绍",
    f"{PLATFORM}/（三）平台应用服务能力",
    f"{PLATFORM}/（四）平台可持续发展能力",
    f"{PLATFORM}/（五）",
    f"{PLATFORM}/（六）平台社会贡献度",
    f"{PLATFORM}/（七）",
    f"{PLATFORM}/（八）",
)


@pytest.fixture(scope="module")
def text() -> NoticeText:
    return notice_text()


@pytest.mark.parametrize(
    "key",
    [
        *CITED_BY_FIELDS,
        "四、有关要求/2",
        "二、申报要求/（二）申报要求/2",
        "三、平台培育/1",
        "三、平台培育/2",
        "三、平台培育/3",
        *(f"附件1/填报说明/{number}" for number in "一二三四五六七八"),
        *(f"{PLATFORM}/（四）平台可持续发展能力/{number}" for number in range(1, 9)),
        *(f"{PLATFORM}/（三）平台应用服务能力/平台服务能力/（{number}）" for number in range(1, 4)),
        "附件2/注/2",
    ],
)
def test_clauses_that_others_cite_are_there(text: NoticeText, key: str) -> None:
    assert text.clause(key).key == key
    assert text.cited(key) == key


def test_the_clauses_together_are_the_whole_notice(text: NoticeText) -> None:
    assert "".join(squeeze(each.text) for each in text.walk()) == squeeze(WORDS)


def test_every_clause_has_words_a_unique_key_and_a_parent_that_knows_it(text: NoticeText) -> None:
    keys = Counter(each.key for each in text.walk())
    assert max(keys.values()) == 1
    for clause in text.walk():
        assert clause.text, clause.key
        if clause.parent is not None:
            assert clause.key in text.clause(clause.parent).children


def test_keys_of_leaves_carry_no_title_and_those_of_headings_do(text: NoticeText) -> None:
    for clause in text.walk():
        name = clause.key.rpartition("/")[2]
        if clause.number and not clause.number.startswith("附件"):
            assert (name == clause.number) == (not clause.children), clause.key


def test_numbers_run_on_among_siblings(text: NoticeText) -> None:
    order = "一二三四五六七八九"
    for clause in text.walk():
        numbers = [text.clause(key).number.strip("（）") for key in clause.children]
        ranks = [
            order.index(each) + 1 if each in order else int(each)
            for each in numbers
            if each and each[0] != "附"
        ]
        assert all(after == before + 1 for before, after in pairwise(ranks)), clause.key


def test_undoing_the_restorations_gives_the_source_back() -> None:
    source = undo(WORDS, RESTORATIONS)
    assert hashlib.sha256(source.encode()).hexdigest() == SOURCE_SHA256


def test_seventeen_boxes_are_mended(text: NoticeText) -> None:
    boxes = [each for each in RESTORATIONS if each.kind == "box"]
    assert len(boxes) == 17
    for each in boxes:
        assert each.after == "□" + each.before.removeprefix("(")
        assert text.contains(each.after)
        assert not text.contains(each.before)


def test_restored_numbers_are_those_that_their_neighbours_ask_for() -> None:
    numbers = [each.after.removesuffix(each.before) for each in RESTORATIONS if each.kind == "number"]
    assert numbers == ["三、", "1、", "2、", "（三）", "（2）", "4.", "5.", "6.", "7."]


def test_headings_printed_without_a_dot_are_left_so_and_found(text: NoticeText) -> None:
    clause = text.clause(f"{PLATFORM}/（六）平台社会贡献度/2")
    assert clause.lines[0] == "2“双链”及“双碳”支撑能力"
    assert text.locate("2“双链”及“双碳”支撑能力") == clause


@pytest.mark.parametrize("contradiction", NOTICE.contradictions, ids=lambda each: each.topic)
def test_both_sides_of_a_contradiction_are_quoted_where_they_stand(
    text: NoticeText, contradiction: Contradiction
) -> None:
    assert len(set(contradiction.passages)) == len(contradiction.passages) >= 2
    assert contradiction.explanation.endswith("。")
    assert bool(contradiction.explanation_in_english) == (contradiction.kind == "demand")
    for passage in contradiction.passages:
        found = text.locate(passage.quote, within=passage.clause)
        assert found is not None
        assert found.key == passage.clause


@pytest.mark.parametrize("fact", NOTICE.facts, ids=lambda each: each.name)
def test_facts_are_quoted_where_they_stand_in_the_source_too(text: NoticeText, fact: Fact[Any]) -> None:
    found = text.locate(fact.quote, within=fact.clause)
    assert found is not None
    assert found.key == fact.clause == text.cited(fact.clause)
    assert text.in_source(fact.quote)


@pytest.mark.parametrize(
    ("fact", "value", "words"),
    [
        (facts.DEADLINE, date(2022, 11, 25), "2022年11月25日前"),
        (facts.ISSUED, date(2022, 11, 7), "2022年11月7日"),
        (facts.COPIES, 3, "一式三份"),
        (facts.FIGURE_YEARS, (2019, 2020, 2021), "2019、2020、2021年"),
        (facts.PHONE, "15930816492", "15930816492"),
        (facts.EMAIL, "ronghechu@126.com", "ronghechu@126.com"),
        (facts.ADDRESS, "河北省石家庄市新华区和平西路402号", "河北省石家庄市新华区和平西路402号"),
        (facts.CONTACT, "李志巧", "联系人：李志巧"),
    ],
)
def test_a_fact_is_what_its_words_say(fact: Fact[Any], value: object, words: str) -> None:
    assert fact.value == value
    assert words in fact.quote


@pytest.mark.parametrize(("category", "most"), [("跨行业跨领域", 1), ("区域", 1), ("行业", 3)])
def test_quotas_are_what_their_sentence_says(category: str, most: int) -> None:
    assert facts.QUOTAS.value[category] == most
    assert f"推荐{category}工业互联网平台数量不超过{most}个" in facts.QUOTAS.quote


@pytest.mark.parametrize(
    "line",
    [
        "填   报   日    期",
        "申 报 单 位（盖章）",
        "组织机构代码",
        "（限1500字）",
        "□国有 □民营 □三资 □其他",
        "□钢铁   □石化  □建材  □工程机械   □轨道交通",
        "(4)接入设备数量：        （台/套）",
        "4.主营业务收入：",
        "主营业务收入：",
        "（三）平台应用服务能力",
        "平台应用服务能力",
        "附件5：工业设备清单",
        "其他：包括但不限于以上相关证明材料。",
    ],
)
def test_the_form_s_own_lines_are_known(line: str) -> None:
    assert line in printed_lines()


def test_printed_lines_are_of_the_form_alone_and_each_once() -> None:
    lines = printed_lines()
    assert len(set(lines)) == len(lines)
    assert not any("\t" in line or line != line.strip() or not line for line in lines)
    assert not any("请各市局" in line or "推荐数量不能超过" in line for line in lines)


def test_what_people_say_leads_to_words_that_can_be_found(text: NoticeText) -> None:
    asked = squeeze("".join(phrase for fact in NOTICE.facts for phrase in (fact.name, *fact.asked)))
    words = squeeze(text.full_text("附件1")) + squeeze("".join(each.text for each in text.walk())) + asked
    # The glossary turns English words into Chinese ones that the notice need not have: Shanghai, a person.
    known = NOTICE.vocabulary.synonyms.values()
    lost = {phrase for phrases in known for phrase in phrases if squeeze(phrase) not in words}
    assert not lost
