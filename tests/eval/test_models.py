"""The evaluation with a model, against a scripted server: the same scorers, and a report of its own."""

import argparse
from pathlib import Path

import pytest

from assistant.model.settings import Settings, SettingsError
from eval import models
from eval.models.answers import run
from eval.models.extraction import prompted
from eval.scores.questions import Question
from extractors.document import Document, Paragraph
from notices import load
from tests.assistant.model.scripted import Reply, Status, answer, serving

NOTICE = load("hebei-2022-719")
COPIES = Question("facts", "申报书要一式几份？", ("四、有关要求/2",))
SUBSIDY = Question("silent", "补贴多少钱？", ())


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHENBAO_HOME", str(tmp_path))
    monkeypatch.setenv("SHENBAO_MODEL_STYLE", "schema")
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")


def settings(url: str) -> Settings:
    return Settings(endpoint=url, model="m", style="schema", seconds=20)


def test_a_model_is_scored_as_the_answers_without_one_are() -> None:
    with serving(answer(("申报书要一式三份。", 1, ""))) as script:
        copies, subsidy = run(settings(script.url), [COPIES, SUBSIDY], NOTICE)
    assert (copies.model.right, copies.model.cited, copies.model.reply.mode) == (True, True, "llm")
    assert (subsidy.model.right, subsidy.model.reply.answered) == (True, False)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ('{"connected_devices": 1200}', 1200),
        ('{"connected_devices": null}', None),
        ("no JSON", None),
        (Status(500), None),
        ("[1]", None),
    ],
    ids=["value", "null", "prose", "broken", "list"],
)
def test_what_a_prompt_extracts_has_the_shape_that_is_scored(said: Reply, expected: int | None) -> None:
    document = Document(name="a.docx", kind="docx", sha256="", blocks=(Paragraph(1, "接入设备数量 1200"),))
    with serving(said) as script:
        result = prompted(document, settings(script.url), context=1000)
    indicators = result["submission"].get("platform", {}).get("indicators", {})
    assert indicators.get("connected_devices") == expected
    assert result["states"]["platform.indicators.connected_devices"] == ("filled" if expected else "blank")


def test_the_report_names_the_model_and_both_sides() -> None:
    parser = argparse.ArgumentParser()
    models.add_arguments(parser)
    assert not models.wanted(parser.parse_args([]))
    with serving(answer(("申报书要一式三份。", 1, ""))) as script:
        chosen = parser.parse_args(
            [
                "--endpoint",
                script.url,
                "--model",
                "tiny",
                "--questions",
                "3",
                "--filings",
                "1",
                "--context",
                "90000",
            ]
        )
        told = models.lines(chosen, tell=lambda _: None)
    text = "\n".join(told)
    assert "Model: tiny" in text
    assert "| with |" in text
    assert "plain prompt, tiny" in text


def test_an_endpoint_without_a_model_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SHENBAO_MODEL", raising=False)
    parser = argparse.ArgumentParser()
    models.add_arguments(parser)
    with pytest.raises(SettingsError):
        models.lines(parser.parse_args(["--endpoint", "http://127.0.0.1:1/v1"]), tell=lambda _: None)
