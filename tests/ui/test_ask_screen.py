"""The talk on the page: with filings, with a model, without either, and taken up again."""

from collections.abc import Iterator

import pytest
from streamlit.testing.v1 import AppTest

from assistant.desk import Desk
from notices import load
from notices.hebei_2022_719.form import SPEC  # noqa: F401 - read once, outside the page's time
from tests.assistant.model.scripted import Status, answer, serving
from tests.ui.altered import faultless
from tests.ui.conftest import checked
from tests.ui.paging import address, html, keep, page_at, texts
from ui.house import house
from ui.session import Key, Param
from ui.submissions import Checked
from ui.suggesting import OF_NOTICE
from ui.worker import NOTICE

pytestmark = pytest.mark.usefixtures("own_data")


@pytest.fixture(scope="module")
def second() -> Checked:
    return checked("乙.docx", faultless())


@pytest.fixture
def about_one(own_data: str) -> AppTest:
    """The talk of somebody who has just looked at the filing with faults."""
    page = page_at(**{Param.SUBMISSION: own_data})
    return page.switch_page("screens/ask.py").run()


def ask(page: AppTest, question: str) -> AppTest:
    page.chat_input[0].set_value(question).run()
    assert not page.exception
    return page


def captions(page: AppTest) -> Iterator[str]:
    yield from (each.value for each in page.caption)


def test_a_question_is_answered_with_the_clause() -> None:
    page = ask(page_at("ask"), "什么时候截止？")
    assert any("2022年11月25日" in each for each in texts(page))
    assert "依据：四、有关要求/2" in [each.label for each in page.expander]
    assert "离线作答，未使用大模型" in captions(page)


def test_a_citation_opens_in_its_context_and_in_the_notice_beside_it() -> None:
    page = ask(page_at("ask"), "什么时候截止？")
    before = html(page).count("<mark>")
    (key,) = [each.proto.id for each in page.expander if each.label == "依据：四、有关要求/2"]
    page.session_state[Key.CLAUSE.format(key="turn-0-0")] = True
    page.session_state[Key.SESSION].cited = ("四、有关要求/2", "于2022年11月25日前")
    page.run()
    assert key
    assert html(page).count("<mark>") > before + 1
    assert "class='near'" in html(page)


@pytest.mark.parametrize("question", OF_NOTICE)
def test_every_suggestion_has_an_answer_in_the_notice(question: str) -> None:
    assert Desk(load(NOTICE)).ask(question).answered, question


def test_what_is_offered_about_a_filing_is_answered(about_one: AppTest) -> None:
    offered = [each for each in about_one.button if (each.key or "").startswith("suggestion-")]
    assert len(offered) >= 4
    talk = about_one.session_state[Key.SESSION].talk
    assert [each.label for each in offered if not talk.offline(each.label).answered] == []


def test_suggestions_are_answered_and_the_talk_is_kept(own_data: str) -> None:
    page = page_at("ask")
    page.button(key=Key.SUGGESTION.format(number=0)).click().run()
    assert not page.exception
    page.switch_page("screens/check.py").run()
    page.switch_page("screens/ask.py").run()
    assert len(page.chat_message) == 2
    page.button(key=Key.FORGET).click().run()
    assert not page.chat_message


def test_a_reload_comes_back_to_the_talk_and_it_goes_on(about_one: AppTest) -> None:
    ask(about_one, "接入设备数量是多少？")
    again = page_at("ask", **{Param.TALK: address(about_one, Param.TALK)})
    assert texts(again)[-2:] == texts(about_one)[-2:]
    ask(again, "那专利呢？")
    assert any("专利数量" in each for each in texts(again))


def test_another_day_the_talk_is_found_among_the_earlier_ones() -> None:
    ask(page_at("ask"), "什么时候截止？")
    page = page_at("ask")
    assert not page.chat_message
    (talk,) = house().store.as_(house().store.accounts.local()).talks.list()
    page.button(key=Key.PAST.format(id=talk.id)).click().run()
    assert len(page.chat_message) == 2
    page.button(key=Key.UNTALK.format(id=talk.id)).click().run()
    assert not page.chat_message
    assert not house().store.as_(house().store.accounts.local()).talks.list()


def test_the_talk_about_the_notice_goes_on_until_a_new_one_begins() -> None:
    page = ask(ask(page_at("ask"), "每个市可以推荐几个跨行业跨领域平台？"), "那区域的呢？")
    first, second = page.session_state[Key.SESSION].turns
    assert first.reply.answered
    assert second.reply.answered
    assert any("区域" in each.quote for each in second.reply.citations)
    page.button(key=Key.FORGET).click().run()
    assert page.session_state[Key.SESSION].talk.state() == Desk(load(NOTICE)).state()


def test_a_filing_that_was_looked_at_can_be_asked(about_one: AppTest) -> None:
    ask(about_one, "还缺什么？")
    assert any("附件" in each for each in texts(about_one))
    assert any(each.label.startswith("申报书里的出处") for each in about_one.expander)


def test_another_choice_of_filings_is_another_talk(about_one: AppTest, own_data: str) -> None:
    ask(about_one, "还缺什么？")
    about_one.multiselect[0].set_value([]).run()
    assert not about_one.chat_message
    ask(about_one, "什么时候截止？")
    kept = house().store.as_(house().store.accounts.local()).talks.list()
    assert [each.submission for each in kept] == [None, own_data]


def test_several_filings_are_shown_as_a_table_and_not_kept(about_one: AppTest, second: Checked) -> None:
    other = keep(second)
    about_one.run()
    about_one.multiselect[0].set_value([*about_one.multiselect[0].value, other]).run()
    ask(about_one, "按投资金额排序")
    assert len(about_one.dataframe[0].value) == 2
    assert not house().store.as_(house().store.accounts.local()).talks.list()


def test_a_filing_that_is_deleted_takes_its_talk_along(about_one: AppTest, own_data: str) -> None:
    ask(about_one, "还缺什么？")
    desk = house().store.as_(house().store.accounts.local())
    desk.submissions.delete(own_data)
    about_one.run()
    assert not about_one.exception
    assert not about_one.chat_message
    assert not desk.talks.list()


@pytest.mark.parametrize("question", ["   ", "\u3000"])
def test_an_empty_question_gets_a_sentence(question: str) -> None:
    page = ask(page_at("ask"), question)
    assert "问题是空的，请写下想问的内容。" in texts(page)


def model_at(monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    monkeypatch.setenv("SHENBAO_ENDPOINT", url)
    monkeypatch.setenv("SHENBAO_MODEL", "tiny-1")
    monkeypatch.setenv("SHENBAO_MODEL_STYLE", "schema")


def test_the_page_says_which_model_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(answer(("申报书要一式三份。", 1, ""))) as script:
        model_at(monkeypatch, script.url)
        page = ask(page_at("ask"), "申报书要一式几份？")
    assert any("tiny-1" in each and "遮盖" in each for each in captions(page))
    assert "由大模型 tiny-1 作答，引文已逐条核对" in captions(page)


def test_a_model_that_fails_is_told_of_and_the_answer_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(Status(500)) as script:
        model_at(monkeypatch, script.url)
        page = ask(page_at("ask"), "申报书要一式几份？")
    assert any("大模型服务出错" in each for each in captions(page))
    assert any("三份" in each for each in texts(page))


def test_a_setting_that_is_wrong_is_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHENBAO_ENDPOINT", "localhost")
    assert any("http" in each.value for each in page_at("ask").warning)
