"""Each screen by Streamlit's own test driver, with the real engine behind it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from notices import load
from tests.ui.altered import BREAKS, HOSTILE, LACKS, faultless, faulty, hostile, unrecommended, written
from ui.session import Key, Session
from ui.wording import STATES
from ui.worker import NOTICE

APP = Path(__file__).resolve().parents[2] / "ui" / "app.py"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@pytest.fixture
def page() -> AppTest:
    return AppTest.from_file(APP, default_timeout=60).run()


def put_in(page: AppTest, *files: tuple[str, bytes]) -> AppTest:
    for name, data in files:
        page.file_uploader[0].upload(name, data, WORD)
        page.run()
    assert not page.exception
    return page


def open_tab(page: AppTest, begins: str) -> AppTest:
    (label,) = [each.label for each in page.tabs if each.label.startswith(begins)]
    page.session_state[Key.TABS] = label
    page.run()
    assert not page.exception
    return page


def texts(page: AppTest) -> list[str]:
    return [each.value for each in page.text]


def markdown(page: AppTest) -> Iterator[str]:
    yield from (each.value for each in page.markdown)
    yield from (each.value for each in page.caption)
    yield from (each.value for each in (*page.title, *page.header, *page.subheader))
    yield from (each.label for each in (*page.expander, *page.tabs, *page.button))


def test_a_fresh_page_asks_for_a_file_and_shows_no_result(page: AppTest) -> None:
    assert not page.exception
    assert [each.value for each in page.title] == ["申报书自查"]
    assert not page.tabs


def test_what_to_mend_is_shown_with_its_clause_and_its_place(page: AppTest) -> None:
    put_in(page, ("某平台申报书.docx", faulty()))
    shown = texts(page)
    assert any(each.startswith("查出 2 处错误、1 处待确认、2 处提醒；核对了") for each in shown)
    assert any(each.startswith("表 1 行 4　") and "待补充" in each for each in shown)
    assert {code for code in BREAKS for each in page.caption if each.value.endswith(code)} == set(BREAKS)
    assert sum(each.label.startswith("依据：") for each in page.expander) == len(BREAKS)
    assert page.subheader[0].value == "申报单位基本信息"


def test_a_faultless_filing_shows_no_error(page: AppTest) -> None:
    put_in(page, ("申报书.docx", faultless()))
    assert any(each.startswith("查出 1 处待确认、1 处提醒；核对了") for each in texts(page))
    assert {each.value[-6:] for each in page.caption if each.value.endswith(LACKS)} == set(LACKS)


def test_all_fields_are_shown_with_their_states(page: AppTest) -> None:
    open_tab(put_in(page, ("申报书.docx", faultless())), "字段 97")
    words = [label.word for label in STATES.values()]
    badges = [each.value for each in page.markdown if any(f"[{word}]" in each.value for word in words)]
    assert len(badges) == 97
    assert written("applicant.name") in texts(page)


def test_fields_can_be_narrowed_to_a_state_and_a_section(page: AppTest) -> None:
    open_tab(put_in(page, ("申报书.docx", faultless())), "字段")
    page.pills(key=Key.STATES).select("blank").run()
    page.selectbox(key=Key.SECTION).select("basics").run()
    words = [label.word for label in STATES.values()]
    badges = [each.value for each in page.markdown if any(f"[{word}]" in each.value for word in words)]
    assert badges
    assert all("[空白]" in each for each in badges)
    assert [each.label for each in page.expander] == [f"（一）平台基础信息（{len(badges)}）"]


def test_what_was_not_judged_is_told_with_why(page: AppTest) -> None:
    open_tab(put_in(page, ("申报书.docx", faultless())), "未判断")
    assert any(each.value.startswith("SEAL001") for each in page.caption)
    assert any("扫描件" in each for each in texts(page))


def test_a_result_outlives_a_visit_to_another_page(page: AppTest) -> None:
    put_in(page, ("某平台申报书.docx", faulty()))
    page.switch_page("screens/ask.py").run()
    assert [each.value for each in page.title] == ["问通知"]
    page.switch_page("screens/check.py").run()
    assert "某平台申报书.docx" in texts(page)
    assert page.tabs[0].label == f"问题 {len(BREAKS)}"


def test_a_sample_can_be_tried(page: AppTest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "示例_有待修改.docx").write_bytes(faulty())
    monkeypatch.setattr("ui.widgets.uploads._SAMPLES", tmp_path)
    page.run()
    page.button(key=Key.SAMPLE.format(name="示例_有待修改")).click().run()
    assert not page.exception
    assert "示例_有待修改.docx" in texts(page)
    assert page.tabs[0].label == f"问题 {len(BREAKS)}"


def test_a_file_that_waits_is_read_on_the_next_run(page: AppTest) -> None:
    from ui.submissions import Upload

    present: Session = page.session_state[Key.SESSION]
    present.put_in(Upload("等着的.docx", faultless()))
    page.run()
    assert "等着的.docx" in texts(page)
    assert not present.pending


def test_of_several_files_each_can_be_looked_at_and_removed(page: AppTest) -> None:
    put_in(page, ("甲.docx", faulty()), ("乙.docx", b""), ("丙.docx", faultless()))
    chosen = page.selectbox(key=Key.CHOSEN)
    assert chosen.options == ["丙.docx · 有待人工确认", "乙.docx · 没有读成", "甲.docx · 有错误要改"]
    assert "丙.docx" in texts(page)
    chosen.select_index(1).run()
    assert not page.tabs
    assert any("乙.docx" in each and each.endswith("。") for each in texts(page))
    page.button(key=Key.REMOVE).click().run()
    assert len(page.session_state[Key.SESSION].outcomes) == 2
    assert not page.exception


def test_a_reviewer_sees_what_the_bureau_left_out_as_errors(page: AppTest) -> None:
    put_in(page, ("申报书.docx", unrecommended()))
    assert any(each.startswith("查出 1 处待确认、1 处提醒、1 处提示；") for each in texts(page))
    page.segmented_control(key=Key.VIEW).set_value("reviewer").run()
    assert not page.exception
    assert any(each.startswith("查出 1 处错误、1 处待确认、1 处提醒；") for each in texts(page))


def test_nothing_that_a_document_says_is_taken_for_markup(page: AppTest) -> None:
    put_in(page, ("**粗** :red[名] <b>.docx", hostile()))
    for tab in ("问题", "字段", "未判断", "下载"):
        open_tab(page, tab)
        assert not [each for each in markdown(page) if "evil.example" in each or "<b>" in each]
    assert any(
        "**粗体**" in each and each.startswith("“联系人/E-mail”") for each in texts(open_tab(page, "问题"))
    )
    assert any(HOSTILE in each for each in texts(open_tab(page, "字段")))
    assert "**粗** :red[名] <b>.docx" in texts(page)


def test_a_question_is_answered_with_the_clause(page: AppTest) -> None:
    page.switch_page("screens/ask.py").run()
    page.chat_input[0].set_value("什么时候截止？").run()
    assert not page.exception
    assert any("2022年11月25日" in each for each in texts(page))
    assert "依据：四、有关要求/2" in [each.label for each in page.expander]
    assert "离线作答，未使用大模型" in [each.value for each in page.caption]
    quotes = [each.strip("“”") for each in texts(page) if each.startswith("“")]
    assert quotes
    assert all(load(NOTICE).text.contains(each) for each in quotes)


def test_suggestions_are_answered_and_the_talk_is_kept(page: AppTest) -> None:
    page.switch_page("screens/ask.py").run()
    suggestions = [each for each in page.button if each.label.endswith("？")]
    assert len(suggestions) >= 4
    suggestions[0].click().run()
    page.switch_page("screens/check.py").run()
    page.switch_page("screens/ask.py").run()
    assert len(page.chat_message) == 2
    page.button(key=Key.FORGET).click().run()
    assert not page.chat_message


@pytest.mark.parametrize("question", ["   ", "\u3000"])
def test_an_empty_question_gets_a_sentence(page: AppTest, question: str) -> None:
    page.switch_page("screens/ask.py").run()
    page.chat_input[0].set_value(question).run()
    assert not page.exception
    assert "问题是空的，请写下想问的内容。" in texts(page)


@pytest.mark.parametrize("number", range(6))
def test_every_suggestion_has_an_answer_in_the_notice(page: AppTest, number: int) -> None:
    page.switch_page("screens/ask.py").run()
    page.button(key=Key.SUGGESTION.format(number=number)).click().run()
    (turn,) = page.session_state[Key.SESSION].turns
    assert turn.reply.answered, turn.question


def test_the_notice_is_shown_whole(page: AppTest) -> None:
    page.switch_page("screens/notice.py").run()
    assert not page.exception
    shown = "".join([*texts(page), *(each.value for each in (*page.header, *page.subheader))])
    assert "电子版发联系人邮箱" in shown
    assert "推荐数量不能超过规定的上限" in shown


def test_a_cited_clause_has_its_words_marked(page: AppTest) -> None:
    page.query_params["clause"] = "四、有关要求/2"
    page.query_params["quote"] = "于2022年11月25日前"
    page.switch_page("screens/notice.py").run()
    assert not page.exception
    assert [each.value for each in page.markdown if ":blue-background[于2022年11月25日前]" in each.value]


def test_a_clause_that_the_notice_does_not_have_marks_nothing(page: AppTest) -> None:
    page.query_params["clause"] = "九、没有"
    page.query_params["quote"] = "<script>"
    page.switch_page("screens/notice.py").run()
    assert not page.exception
    assert not [each for each in page.markdown if "blue-background" in each.value]
