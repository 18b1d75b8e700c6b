"""Limits that hold for a block in this process, and for a function in another."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from extractors import isolate
from extractors.errors import Corrupt, NotFound, ReadError, TimedOut, TooLarge
from extractors.guard import parse_xml, read_bytes
from extractors.isolate import isolated, limited

ROOT = Path(__file__).resolve().parents[2]
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="the platform has no timer signal")
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="the kernel keeps no such limit elsewhere")


@pytest.fixture(autouse=True)
def interruptible() -> Iterator[None]:
    """As at a terminal: what a shell starts in the background ignores SIGINT, and so do its children."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def spin() -> None:
    while True:
        pass


def test_a_block_in_time_is_left_alone() -> None:
    with limited(seconds=5):
        assert sum(range(10)) == 45


def test_a_block_that_takes_too_long_is_interrupted() -> None:
    with pytest.raises(TimedOut, match=r"0\.3 秒"), limited(seconds=0.3):
        spin()


@POSIX
def test_a_regular_expression_that_runs_away_is_interrupted() -> None:
    with pytest.raises(TimedOut), limited(seconds=0.3):
        re.match("(a*)*b", "a" * 60)


def test_without_a_timer_signal_a_thread_interrupts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(isolate, "_ring", lambda *_: False)
    with pytest.raises(TimedOut), limited(seconds=0.3):
        spin()


def test_the_users_own_interrupt_stays_one() -> None:
    with pytest.raises(KeyboardInterrupt), limited(seconds=5):
        signal.raise_signal(signal.SIGINT)


def test_limits_end_with_the_block() -> None:
    with limited(seconds=0.3):
        pass
    time.sleep(0.6)


@LINUX
def test_a_block_that_takes_too_much_memory_is_stopped() -> None:
    with pytest.raises(TooLarge), limited(memory=1 << 30):
        bytearray(3 << 29)
    assert len(bytearray(1 << 30)) == 1 << 30


@POSIX
def test_a_process_that_does_not_react_ends_with_its_last_words() -> None:
    program = (
        "import signal, sys\n"
        "from extractors import isolate\n"
        "isolate.GRACE = 0.2\n"
        "signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGALRM})\n"
        "with isolate.limited(seconds=0.3):\n"
        "    while True: pass\n"
    )
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", program], cwd=ROOT, capture_output=True, timeout=20, check=False
    )
    assert done.returncode == 2
    assert re.fullmatch(r"读取文件超过[^。]+。\s*", done.stderr.decode("utf-8"))


# --- in a process of its own --------------------------------------------------------------------------------


def test_a_worker_gives_the_functions_value() -> None:
    assert isolated(os.getpid) != os.getpid()
    assert isolated(max, "平", "台") == "平"


def test_a_worker_gives_the_functions_read_error(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="没有"):
        isolated(read_bytes, tmp_path / "没有.docx")


def test_a_worker_that_takes_too_long_is_stopped() -> None:
    with pytest.raises(TimedOut):
        isolated(time.sleep, 30, seconds=0.5)


@LINUX
def test_a_worker_that_takes_too_much_memory_is_stopped() -> None:
    markup = b"<a>" + b"<b/>" * 1_000_000 + b"</a>"
    with pytest.raises(TooLarge):
        isolated(parse_xml, markup, memory=100 << 20)


def test_a_worker_that_dies_is_a_damaged_file() -> None:
    with pytest.raises(Corrupt):
        isolated(os._exit, 7)


def test_a_function_that_breaks_is_our_fault_and_says_where() -> None:
    with pytest.raises(ReadError) as caught:
        isolated(int, "x")
    assert caught.value.code == "internal"
    assert "ValueError" in str(caught.value.__cause__)


def test_a_worker_may_print(capfd: pytest.CaptureFixture[str]) -> None:
    assert isolated(print, "noise") is None
    assert capfd.readouterr().out == ""
