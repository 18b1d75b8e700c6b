"""What the command line says where something goes wrong, and how it explains itself."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from extractors.errors import Corrupt
from tests.ui.cli.commanding import CODES, SENTENCE, Run
from ui.cli import COMMANDS, main

# --- errors of our own --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("error", "status", "code"),
    [
        (Corrupt("文件已损坏，请重新获取。"), 2, "corrupt"),
        (ValueError("boom"), 2, "internal"),
        (AssertionError(), 2, "internal"),
        (MemoryError(), 2, "too_large"),
        (RecursionError("deep"), 2, "corrupt"),
        (PermissionError(13, "no", "/x"), 2, "not_found"),
        (OSError(5, "I/O error"), 2, "internal"),
    ],
)
def test_whatever_breaks_nobody_sees_a_traceback(
    run: Run, good: Path, monkeypatch: pytest.MonkeyPatch, error: Exception, status: int, code: str
) -> None:
    def breaking(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr("extractors.submission.extract", breaking)
    told = run("check", good, "--json")
    assert told.status == status
    assert told.json["error"]["code"] == code
    assert SENTENCE.fullmatch(told.err)
    assert "boom" not in told.err


def test_the_maintainer_can_ask_for_the_traceback(
    good: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def breaking(*_: object, **__: object) -> None:
        raise ValueError("boom")

    monkeypatch.setattr("extractors.submission.extract", breaking)
    monkeypatch.setenv("SHENBAO_DEBUG", "1")
    assert main(["check", str(good)]) == 2
    assert "ValueError: boom" in capsys.readouterr().err


def test_ctrl_c_ends_with_130(run: Run, good: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("extractors.submission.extract", interrupted)
    told = run("check", good)
    assert (told.status, told.out, told.err) == (130, "", "已停止。\n")


# --- usage --------------------------------------------------------------------------------------------------


WRONG = {
    "no command": ([], "没有写命令"),
    "no such command": (["verify"], "verify"),
    "option before the command": (["--json", "check"], "--json"),
    "no path": (["check"], "路径"),
    "empty path": (["check", ""], "路径是空的"),
    "two paths": (["check", "a", "b"], "b"),
    "no such option": (["check", "a", "--quick"], "--quick"),
    "half an option": (["check", "a", "--js"], "--js"),
    "no such view": (["check", "a", "--as", "boss"], "applicant 或 reviewer"),
    "option without its value": (["check", "a", "--today"], "--today"),
    "value of a switch": (["check", "a", "--json=1"], "--json"),
    "no such day": (["check", "a", "--today", "2022-02-30"], "2022-02-30"),
    "day in words": (["check", "a", "--today", "今天"], "今天"),
    "day without dashes": (["check", "a", "--today", "20221101"], "20221101"),
    "no question": (["ask"], "问题"),
    "empty question": (["ask", "  "], "问题"),
    "two sources of questions": (["ask", "问", "--from", "a.txt"], "--from"),
    "asking a submission that is not there": (["ask", "问", "--submission", "a.docx"], "a.docx"),
    "a session that could lie elsewhere": (["ask", "问", "--session", "../a"], "../a"),
    "an endpoint that is no address": (["ask", "问", "--endpoint", "localhost", "--model", "m"], "http://"),
    "an endpoint without a model": (
        ["ask", "问", "--endpoint", "http://127.0.0.1:1", "--model", ""],
        "--model",
    ),
    "a model without an endpoint": (["ask", "问", "--endpoint", "", "--model", "m"], "--endpoint"),
    "no output": (["form"], "-o"),
    "output that Word does not open": (["form", "-o", "申报书.doc"], ".docx"),
    "no such rule": (["rules", "ABC999"], "ABC999"),
}


@pytest.mark.parametrize(("argv", "said"), WRONG.values(), ids=WRONG.keys())
def test_wrong_usage_gets_one_plain_chinese_sentence(run: Run, argv: list[str], said: str) -> None:
    told = run(*argv)
    assert told.status == 2
    assert SENTENCE.fullmatch(told.err)
    assert said in told.err
    assert not any(word in told.err for word in ("argument", "error", "usage", "expected"))


def test_wrong_usage_with_json_is_told_to_the_script_too(run: Run) -> None:
    told = run("check", "--json")
    assert told.json["error"]["code"] in CODES
    assert told.json["error"]["message"] in told.err


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself_in_chinese(run: Run, command: str) -> None:
    told = run(command, "--help")
    assert (told.status, told.err) == (0, "")
    assert told.out.startswith(f"用法：shenbao {command}")
    assert COMMANDS[command].summary in told.out
    assert not any(word in told.out for word in ("usage", "optional", "show this", "positional"))


def test_the_overview_lists_every_command_and_none_that_is_missing(run: Run) -> None:
    told = run("--help")
    assert told.status == 0
    assert re.findall(r"^  ([a-z]+) ", told.out, re.MULTILINE) == list(COMMANDS)
