"""`shenbao extract` and `check` with a model: it proposes what the reader did not find."""

import json
from pathlib import Path

import pytest

from tests.assistant.model.scripted import Status, serving
from tests.ui.cli.commanding import Run, faultless, with_words

FOUNDED = "applicant.founded_on"


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    monkeypatch.setenv("SHENBAO_TIMEOUT", "10")
    for name in ("SHENBAO_ENDPOINT", "SHENBAO_MODEL"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def worded(tmp_path: Path) -> Path:
    """A filing that words the label of its founding day in its own way."""
    path = tmp_path / "申报书.docx"
    path.write_bytes(with_words(faultless(), "成立时间", "何时成立（时间）"))
    return path


def said(run: Run, filing: Path) -> str:
    """What a model says that finds the day."""
    assert run("extract", filing, "--json").json["states"][FOUNDED] == "absent"
    return json.dumps({"value": "2001年04月07日"}, ensure_ascii=False)


@pytest.mark.parametrize("command", ["extract", "check"])
def test_a_value_that_a_model_finds_in_the_document_is_taken_and_marked(
    run: Run, worded: Path, command: str
) -> None:
    with serving(said(run, worded)) as script:
        told = run(command, worded, "--json", "--endpoint", script.url, "--model", "tiny")
    assert told.json["states"][FOUNDED] == "filled"
    assert {each["method"] for each in told.json["evidence"][FOUNDED]} == {"llm"}
    assert told.err == ""


def test_the_environment_names_a_model_which_people_are_told_of(
    run: Run, worded: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with serving(said(run, worded)) as script:
        monkeypatch.setenv("SHENBAO_ENDPOINT", script.url)
        monkeypatch.setenv("SHENBAO_MODEL", "tiny")
        told = run("extract", worded)
    assert "tiny" in told.err
    assert "2001-04-07" in told.out


def test_a_model_that_fails_costs_the_reading_nothing(run: Run, worded: Path) -> None:
    plain = run("extract", worded, "--json").json
    with serving(Status(500)) as script:
        told = run("extract", worded, "--json", "--endpoint", script.url, "--model", "tiny")
    assert (told.status, told.json) == (0, plain)
