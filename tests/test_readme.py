"""What the READMEs show is what happens: their commands are run, their links lead somewhere."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from eval.filings.samples import write
from notices.hebei_2022_719.rules import RULES
from ui.cli import COMMANDS, main

ROOT = Path(__file__).resolve().parent.parent
READMES = ("README.md", "README.zh-CN.md")
EVERY_README = pytest.mark.parametrize("readme", READMES)
_CONSOLE = re.compile(r"```console\n\$ shenbao (.*)\n((?:.*\n)*?)```")
_LINK = re.compile(r"\]\(([^)#]+)\)")


def text(readme: str) -> str:
    return (ROOT / readme).read_text(encoding="utf-8")


def examples() -> list[Any]:
    return [
        pytest.param(command, shown, id=f"{readme}: {command}")
        for readme in READMES
        for command, shown in _CONSOLE.findall(text(readme))
    ]


def test_there_are_examples_to_run() -> None:
    assert {each.values[0].split()[0] for each in examples()} >= {"check", "extract", "ask"}


@pytest.mark.parametrize(("command", "shown"), examples())
def test_a_command_prints_what_is_shown(
    command: str,
    shown: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    write(tmp_path / "samples")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    assert main(command.split()) in {0, 1}
    printed = capsys.readouterr().out
    for part in shown.split("…\n"):
        assert part in printed


@EVERY_README
def test_every_link_leads_somewhere(readme: str) -> None:
    targets = [target for target in _LINK.findall(text(readme)) if "://" not in target]
    assert targets
    assert [target for target in targets if not (ROOT / target).exists()] == []


@EVERY_README
def test_every_command_is_named(readme: str) -> None:
    assert [name for name in COMMANDS if f"`shenbao {name}" not in text(readme)] == []


@EVERY_README
def test_the_number_of_rules_is_right(readme: str) -> None:
    assert re.search(rf"^{len(RULES)} (?:rules|条规则)", text(readme), re.MULTILINE)
