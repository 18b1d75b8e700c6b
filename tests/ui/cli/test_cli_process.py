"""What only shows in a whole process: encodings, pipes, signals, what is imported, the server."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from tests.ui.cli.commanding import SENTENCE

ROOT = Path(__file__).resolve().parents[3]
COMMAND = [sys.executable, "-m", "ui.cli"]


def environment(**changes: str) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), **changes}


def shenbao(*argv: str | Path, cwd: Path = ROOT, **changes: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*COMMAND, *map(str, argv)],
        cwd=cwd,
        env=environment(**changes),
        capture_output=True,
        check=False,
        timeout=60,
    )


@pytest.mark.parametrize("encoding", ["ascii", "gbk", "cp437", "latin-1", "utf-16"])
def test_json_is_utf_8_whatever_the_console_is(bad: Path, encoding: str) -> None:
    told = shenbao("check", bad, "--json", PYTHONIOENCODING=encoding)
    assert told.returncode == 1
    assert "申报" in json.loads(told.stdout.decode("utf-8"))["source"]["path"]


@pytest.mark.parametrize(
    ("encoding", "written"), [("gbk", "gbk"), ("gb18030", "gb18030"), ("ascii", "utf-8"), ("cp437", "utf-8")]
)
def test_people_get_their_own_encoding_where_it_has_chinese(bad: Path, encoding: str, written: str) -> None:
    told = shenbao("check", bad, PYTHONIOENCODING=encoding)
    assert told.returncode == 1
    assert "结论：有错误要改" in told.stdout.decode(written)
    refused = shenbao("check", "没有.docx", PYTHONIOENCODING=encoding)
    assert "找不到" in refused.stderr.decode(written)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have names in Unicode")
def test_a_path_that_is_no_text_is_told_in_sound_json(good: Path) -> None:
    path = os.fsencode(good.parent) + b"/\xc9\xea\xb1\xa8.docx"
    shutil.copy(os.fsencode(good), path)
    told = subprocess.run(
        [*COMMAND, "extract", path, "--json"],
        cwd=ROOT,
        env=environment(),
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert told.returncode == 0
    assert os.fsencode(json.loads(told.stdout.decode("utf-8"))["source"]["path"]) == path


def test_it_runs_in_any_folder(good: Path) -> None:
    told = shenbao("check", good.name, "--json", cwd=good.parent)
    assert told.returncode == 0
    assert json.loads(told.stdout)["source"]["path"] == good.name


@pytest.mark.skipif(shutil.which("sh") is None, reason="needs a POSIX shell")
@pytest.mark.parametrize("argv", ["extract {} --json", "check {}", "rules", "--help"])
def test_a_reader_that_stops_reading_is_no_failure(bad: Path, tmp_path: Path, argv: str) -> None:
    command = " ".join(f"'{each}'" for each in (*COMMAND, *argv.format(bad).split()))
    status, complaint = tmp_path / "status", tmp_path / "complaint"
    script = f"{{ {command} 2>'{complaint}'; echo $? >'{status}'; }} | true"
    subprocess.run(["sh", "-c", script], cwd=ROOT, env=environment(), check=True, timeout=60)
    assert status.read_text(encoding="ascii").strip() == ("1" if argv.startswith("check") else "0")
    assert complaint.read_bytes() == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no such device here")
def test_a_full_disk_is_said() -> None:
    with Path("/dev/full").open("wb") as full:
        told = subprocess.run(
            [*COMMAND, "rules"],
            cwd=ROOT,
            env=environment(),
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            timeout=60,
        )
    assert told.returncode == 2
    assert SENTENCE.fullmatch(told.stderr.decode("utf-8"))


@pytest.mark.skipif(sys.platform == "win32", reason="no named pipes in folders there")
def test_a_pipe_is_refused_rather_than_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "管道.docx"
    os.mkfifo(pipe)
    told = shenbao("check", pipe, "--json")
    assert told.returncode == 2
    assert json.loads(told.stdout)["error"]["code"] == "unsupported"


def test_colours_are_for_terminals_only(bad: Path) -> None:
    assert b"\x1b" not in shenbao("check", bad, TERM="xterm-256color").stdout


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals there")
@pytest.mark.parametrize(("no_colour", "coloured"), [("", True), ("1", False)])
def test_a_terminal_shows_colours_unless_told_not_to(bad: Path, no_colour: str, coloured: bool) -> None:
    import pty

    told = bytearray()
    leader, follower = pty.openpty()
    settings = environment(TERM="xterm", NO_COLOR=no_colour, COLUMNS="70")
    with subprocess.Popen([*COMMAND, "check", str(bad)], cwd=ROOT, env=settings, stdout=follower) as running:
        os.close(follower)
        while True:
            try:
                read = os.read(leader, 65536)
            except OSError:  # Linux tells so of the end
                break
            if not read:
                break
            told += read
        assert running.wait(60) == 1
    os.close(leader)
    assert (b"\x1b[31m" in told) is coloured
    plain = re.sub(rb"\x1b\[[0-9]*m", b"", told)
    assert b"\x1b" not in plain


UNWANTED = {
    "streamlit",
    "pandas",
    "numpy",
    "openpyxl",
    "docx",
    "langchain_core",
    "chromadb",
    "asyncio",
    "requests",
}


@pytest.mark.parametrize("command", ["check", "extract"])
def test_reading_a_filing_imports_no_more_than_it_needs(good: Path, command: str) -> None:
    program = "import sys; from ui.cli import main; main(sys.argv[1:]); print(*sys.modules, sep='\\n')"
    told = subprocess.run(
        [sys.executable, "-c", program, command, str(good)],
        cwd=ROOT,
        env=environment(PYTHONUTF8="1"),
        capture_output=True,
        check=True,
        timeout=60,
    )
    modules = {line.split(".")[0] for line in told.stdout.decode("utf-8").splitlines()}
    assert "lxml" in modules
    assert not UNWANTED & modules


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the peak is read from there")
def test_checking_a_filing_takes_less_than_80_mib(good: Path) -> None:
    program = (
        "import re, sys; from ui.cli import main; main(['check', sys.argv[1], '--json']);"
        "print(re.search(r'VmHWM:\\s+(\\d+)', open('/proc/self/status').read())[1], file=sys.stderr)"
    )
    told = subprocess.run(
        [sys.executable, "-c", program, str(good)],
        cwd=ROOT,
        env=environment(),
        capture_output=True,
        check=True,
        timeout=60,
    )
    assert int(told.stderr) < 80 * 1024


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def healthy(port: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=2) as reply:
            return bool(reply.read() == b"ok")
    except OSError:
        return False


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGINT for one process there")
def test_the_pages_are_served_to_this_machine_until_stopped(tmp_path: Path) -> None:
    port = free_port()
    settings = environment(HOME=str(tmp_path))
    with subprocess.Popen(
        [*COMMAND, "ui", "--port", str(port)],
        cwd=tmp_path,
        env=settings,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    ) as server:
        try:
            until = time.monotonic() + 40
            while not healthy(port) and server.poll() is None and time.monotonic() < until:
                time.sleep(0.2)
            assert healthy(port)
        finally:
            server.send_signal(signal.SIGINT)
        told, _ = server.communicate(timeout=20)
    assert server.returncode == 0
    assert f"127.0.0.1:{port}".encode() in told  # the settings beside the page hold in any folder
    assert b"Traceback" not in told
