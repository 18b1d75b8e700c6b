"""Progress is for eyes on a terminal, and for nothing else."""

from __future__ import annotations

import io
import sys

import pytest

from ui import progress
from ui.progress import shown_progress
from ui.tables import width


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """Not a fixture: pytest puts its own streams back between a test's parts."""
    made = Terminal()
    monkeypatch.setattr(sys, "stderr", made)
    monkeypatch.setattr(progress, "_EVERY", 0.0)
    return made


def test_a_long_reading_shows_its_steps_and_leaves_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(progress, "_PATIENCE", 0.0)
    stream = terminal(monkeypatch)
    with shown_progress() as tell:
        tell("识别扫描页", 12, 300)
        tell("解压", 0, 1)
    first, second, blank, end = stream.getvalue().split("\r")[1:]
    assert (first, second.rstrip(), blank.strip(), end) == ("识别扫描页 12/300", "解压……", "", "")
    assert width(second) == width(first)  # nothing of the longer line is left to see
    assert width(blank) >= width("解压……")


def test_a_short_reading_shows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = terminal(monkeypatch)
    with shown_progress() as tell:
        tell("读取文件", 1, 2)
    assert stream.getvalue() == ""


def test_what_is_no_terminal_gets_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    monkeypatch.setattr(progress, "_PATIENCE", 0.0)
    with shown_progress() as tell:
        tell("读取文件", 1, 2)
    assert isinstance(sys.stderr, io.StringIO)
    assert sys.stderr.getvalue() == ""
