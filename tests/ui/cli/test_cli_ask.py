"""`shenbao ask` with filings, sessions and a model."""

import io
import json
import zipfile
from pathlib import Path

import pytest

from tests.assistant.model.scripted import Slow, Status, answer, serving
from tests.ui.cli.commanding import Run, faultless, faulty, letter

KEYS = {"question", "answer", "answered", "citations", "mode"}


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "home"
    monkeypatch.setenv("SHENBAO_HOME", str(folder))
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    for name in ("SHENBAO_ENDPOINT", "SHENBAO_MODEL"):
        monkeypatch.delenv(name, raising=False)
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A set of two filings, a letter and what nobody put there."""
    place = tmp_path / "材料"
    place.mkdir()
    (place / "甲.docx").write_bytes(faultless())
    (place / "乙.docx").write_bytes(faulty())
    (place / "通知.docx").write_bytes(letter())
    (place / "Thumbs.db").write_bytes(b"x")
    return place


def test_a_filing_is_asked_and_cited_by_file_field_and_page(run: Run, folder: Path) -> None:
    told = run("ask", "接入设备数量是多少", "--submission", str(folder / "甲.docx"), "--json")
    assert told.status == 0
    assert set(told.json) == KEYS
    (cited,) = told.json["citations"]
    assert (cited["file"], cited["field"], cited["page"]) == (
        "甲.docx",
        "platform.indicators.connected_devices",
        None,
    )
    assert cited["quote"]


def test_the_notice_is_still_asked_with_a_filing_at_hand(run: Run, folder: Path) -> None:
    told = run("ask", "申报材料什么时候截止？", "--submission", str(folder / "甲.docx"), "--json").json
    assert told["answered"]
    assert [each["clause"] for each in told["citations"]] == ["四、有关要求/2"]


def test_a_folder_of_filings_is_a_set_and_what_is_none_is_told_of(run: Run, folder: Path) -> None:
    told = run("ask", "有几份申报材料", "--submission", str(folder), "--json")
    assert "2 份" in told.json["answer"]
    assert {each["file"] for each in told.json["citations"]} == {"甲.docx", "乙.docx"}
    assert "通知.docx" in told.err


def test_a_folder_with_one_application_is_one_submission(run: Run, tmp_path: Path) -> None:
    place = tmp_path / "某公司"
    place.mkdir()
    (place / "申报书.docx").write_bytes(faultless("applicant.contact.mobile"))
    (place / "附件2 征信报告.docx").write_bytes(letter())
    told = run("ask", "联系人手机填了吗", "--submission", str(place), "--json").json
    assert {each["file"] for each in told["citations"]} == {"申报书.docx"}


def test_a_zip_is_one_submission(run: Run, tmp_path: Path) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("申报书.docx", faultless("applicant.contact.mobile"))
    path = tmp_path / "材料.zip"
    path.write_bytes(packed.getvalue())
    told = run("ask", "还缺什么", "--submission", str(path), "--json").json
    assert "applicant.contact.mobile" in {each.get("field") for each in told["citations"]}


def test_a_table_is_shown_as_one(run: Run, folder: Path) -> None:
    told = run("ask", "按投资金额排序", "--submission", str(folder))
    assert told.status == 0
    assert "平台" in told.out.splitlines()[0]
    assert set(told.out.splitlines()[1]) <= {"-", " "}


def test_a_session_goes_on_in_the_next_run(run: Run, folder: Path, home: Path) -> None:
    at = ("--submission", str(folder / "甲.docx"), "--session", "我的对话", "--json")
    run("ask", "接入设备数量是多少", *at)
    told = run("ask", "那专利呢？", *at).json
    assert [each["field"] for each in told["citations"]] == ["platform.indicators.core_patents"]
    assert [each.name for each in (home / "sessions").iterdir()] == ["我的对话.json"]


def test_a_session_goes_on_about_the_notice(run: Run) -> None:
    run("ask", "每个市可以推荐几个跨行业跨领域平台？", "--session", "a")
    told = run("ask", "那区域的呢？", "--session", "a", "--json").json
    assert told["answered"]
    assert any("区域" in each["quote"] for each in told["citations"])


@pytest.mark.parametrize("session", [(), ("--session", "a")], ids=["afresh", "in a session"])
def test_lines_of_a_file_go_on_from_each_other_only_in_a_session(
    run: Run, tmp_path: Path, session: tuple[str, ...]
) -> None:
    asked = tmp_path / "问题.txt"
    asked.write_text("每个市可以推荐几个跨行业跨领域平台？\n那区域的呢？\n", encoding="utf-8")
    told = [json.loads(line) for line in run("ask", "--from", asked, "--json", *session).out.splitlines()]
    alone = run("ask", "那区域的呢？", "--json").json
    assert len(told) == 2
    assert (told[1] == alone) is not bool(session)


def test_lines_about_a_filing_go_on_from_each_other_only_in_a_session(run: Run, folder: Path) -> None:
    asked = folder.parent / "问题.txt"
    asked.write_text("接入设备数量是多少\n那专利呢？\n", encoding="utf-8")
    at = ("--submission", str(folder / "甲.docx"), "--json")
    told = [json.loads(line) for line in run("ask", "--from", asked, *at).out.splitlines()]
    assert told[1] == run("ask", "那专利呢？", *at).json


def test_a_model_is_named_and_its_answer_marked(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHENBAO_MODEL_STYLE", "schema")
    with serving(answer(("申报书要一式三份。", 1, ""))) as script:
        told = run("ask", "申报书要一式几份？", "--endpoint", script.url, "--model", "tiny", "--json")
        shown = run("ask", "申报书要一式几份？", "--endpoint", script.url, "--model", "tiny")
    assert told.json["mode"] == "llm"
    assert "tiny" in shown.err


@pytest.mark.parametrize("reply", [Status(500), Status(429), Slow(4, "{}")], ids=["broken", "busy", "slow"])
def test_an_endpoint_that_fails_costs_the_answer_nothing(
    run: Run, monkeypatch: pytest.MonkeyPatch, reply: Status | Slow
) -> None:
    monkeypatch.setenv("SHENBAO_MODEL_STYLE", "schema")
    monkeypatch.setenv("SHENBAO_TIMEOUT", "1.5")
    plain = run("ask", "申报书要一式几份？", "--json").json
    with serving(reply) as script:
        told = run("ask", "申报书要一式几份？", "--endpoint", script.url, "--model", "tiny", "--json")
    assert told.status == 0
    assert {key: told.json[key] for key in KEYS} == plain
    assert "不用大模型" in told.err
