"""The talk on the page: with filings, with a model, and without either."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from extractors.rules import Context
from notices.hebei_2022_719.form import SPEC  # noqa: F401 - read once, outside the page's time
from tests.assistant.model.scripted import Status, answer, serving
from tests.ui.cli.commanding import faultless, faulty
from ui.session import Key, Session
from ui.submissions import Checked, Upload, check_upload
from ui.worker import NOTICE

APP = Path(__file__).resolve().parents[2] / "ui" / "app.py"


@pytest.fixture(scope="module")
def checked() -> list[Checked]:
    found = []
    for name, data in (("甲.docx", faulty()), ("乙.docx", faultless())):
        outcome = check_upload(Upload(name, data), notice_id=NOTICE, context=Context(), tell=lambda _: None)
        assert isinstance(outcome, Checked)
        found.append(outcome)
    return found


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHENBAO_HOME", str(tmp_path))
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    for name in ("SHENBAO_ENDPOINT", "SHENBAO_MODEL"):
        monkeypatch.delenv(name, raising=False)


def page(*outcomes: Checked) -> AppTest:
    app = AppTest.from_file(str(APP), default_timeout=30)
    present = Session()
    for each in outcomes:
        present.keep(each)
    app.session_state[Key.SESSION] = present
    return app.run().switch_page("screens/ask.py").run()


def texts(app: AppTest) -> list[str]:
    return [each.value for each in app.text]


def ask(app: AppTest, question: str) -> AppTest:
    app.chat_input[0].set_value(question).run()
    assert not app.exception
    return app


def test_a_filing_that_was_checked_can_be_asked(checked: list[Checked]) -> None:
    app = ask(page(checked[0]), "还缺什么？")
    assert any("联系人/手机" in each for each in texts(app))
    assert any(each.label.startswith("申报书：甲.docx") for each in app.expander)


def test_several_filings_are_shown_as_a_table(checked: list[Checked]) -> None:
    app = page(*checked)
    app.multiselect[0].set_value([each.upload.key for each in checked]).run()
    ask(app, "按投资金额排序")
    assert len(app.dataframe[0].value) == 2


def test_the_talk_goes_on_from_the_question_before(checked: list[Checked]) -> None:
    app = ask(ask(page(checked[0]), "接入设备数量是多少？"), "那专利呢？")
    assert any("专利数量" in each for each in texts(app))


def test_the_talk_about_the_notice_goes_on_until_it_is_put_away() -> None:
    app = ask(ask(page(), "每个市可以推荐几个跨行业跨领域平台？"), "那区域的呢？")
    first, second = app.session_state[Key.SESSION].turns
    assert second.reply.answered
    assert any("区域" in each.quote for each in second.reply.citations)
    app.button(key=Key.FORGET).click().run()
    ask(app, "那区域的呢？")
    (alone,) = app.session_state[Key.SESSION].turns
    assert alone.reply.as_dict() != second.reply.as_dict()
    assert first.reply.answered


def test_without_a_filing_only_the_notice_is_asked() -> None:
    app = page()
    assert not app.multiselect
    assert not [each for each in app.button if each.label == "还缺什么？"]


def test_the_page_says_which_model_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(answer(("申报书要一式三份。", 1, ""))) as script:
        monkeypatch.setenv("SHENBAO_ENDPOINT", script.url)
        monkeypatch.setenv("SHENBAO_MODEL", "tiny-1")
        monkeypatch.setenv("SHENBAO_MODEL_STYLE", "schema")
        app = ask(page(), "申报书要一式几份？")
    captions = [each.value for each in app.caption]
    assert any("tiny-1" in each and "遮盖" in each for each in captions)
    assert "由大模型作答，引文已逐条核对" in captions


def test_a_model_that_fails_is_told_of_and_the_answer_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(Status(500)) as script:
        monkeypatch.setenv("SHENBAO_ENDPOINT", script.url)
        monkeypatch.setenv("SHENBAO_MODEL", "tiny-1")
        monkeypatch.setenv("SHENBAO_MODEL_STYLE", "schema")
        app = ask(page(), "申报书要一式几份？")
    assert any("大模型服务出错" in each.value for each in app.caption)
    assert any("三份" in each for each in texts(app))


def test_a_setting_that_is_wrong_is_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHENBAO_ENDPOINT", "localhost")
    assert any("SHENBAO" in each.value or "http" in each.value for each in page().warning)
