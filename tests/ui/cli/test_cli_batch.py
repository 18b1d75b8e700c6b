"""`shenbao batch` as users start it: workers that die, runs that are killed, disks that fill."""

from __future__ import annotations

import json
import os
import random
import re
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.extractors.batch.running import filing
from tests.ui.cli.commanding import SENTENCE, Run, letter

ROOT = Path(__file__).resolve().parents[3]
COMMAND = (sys.executable, "-m", "ui.cli", "batch")
OUTPUTS = ("results.jsonl", "failed.jsonl", "summary.xlsx", "summary-table.docx")
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="needs signals and process groups")
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="looks for processes where Linux lists them")


def arguments(folder: Path, out: Path, *more: str) -> list[str]:
    return [*COMMAND, str(folder), "--out", str(out), "--workers", "2", "--today", "2022-10-20", *more]


def batch(folder: Path, out: Path, *more: str, **settings: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        arguments(folder, out, *more),
        cwd=ROOT,
        env={**os.environ, "PYTHONUTF8": "1", **settings},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )


@contextmanager
def running(folder: Path, out: Path) -> Iterator[subprocess.Popen[bytes]]:
    with subprocess.Popen(
        arguments(folder, out),
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "TMPDIR": str(out.parent)},  # what a killed run leaves is the next one's to clear
        start_new_session=True,
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def outputs(out: Path) -> dict[str, bytes]:
    return {name: (out / name).read_bytes() for name in OUTPUTS}


def lines(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]


def pack(path: Path, inside: dict[str, bytes]) -> None:
    """A .zip as Chinese Windows packs it: names in GBK, and nothing that says so."""
    with zipfile.ZipFile(path, "w") as archive:
        for letter_, (name, data) in zip("qxyz", inside.items(), strict=False):
            archive.writestr(letter_ * len(name.encode("gbk")), data)
    data = path.read_bytes()
    for letter_, name in zip("qxyz", inside, strict=False):
        raw = name.encode("gbk")
        data = data.replace(letter_.encode() * len(raw), raw)
    path.write_bytes(data)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("set") / "一批材料"
    made.mkdir()
    for seed in range(1, 7):
        (made / f"第{seed}家.docx").write_bytes(filing(seed))
    pack(made / "打包.zip", {"申报书.docx": filing(7), "说明材料.docx": letter()})
    (made / "信.docx").write_bytes(letter())
    return made


@pytest.fixture(scope="module")
def undisturbed(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("undisturbed") / "结果"
    told = batch(folder, out)
    assert told.returncode == 1, told.stderr
    return out


def test_a_set_is_read_checked_and_laid_together(folder: Path, undisturbed: Path) -> None:
    results = lines(undisturbed / "results.jsonl")
    names = sorted(path.name for path in folder.iterdir() if path.name != "信.docx")
    assert [result["source"]["path"] for result in results] == names  # type: ignore[index]
    packed = next(result for result in results if result["source"]["path"] == "打包.zip")  # type: ignore[index]
    files = [each["path"] for each in packed["source"]["files"]]  # type: ignore[index]
    assert files == ["申报书.docx", "说明材料.docx"]
    (failed,) = lines(undisturbed / "failed.jsonl")
    assert (failed["path"], failed["error"]) == ("信.docx", "not_an_application")
    assert all(zipfile.is_zipfile(undisturbed / name) for name in OUTPUTS[2:])


def test_the_second_run_has_nothing_to_do_and_says_so(folder: Path, undisturbed: Path) -> None:
    before = outputs(undisturbed)
    began = time.monotonic()
    told = batch(folder, undisturbed)
    assert time.monotonic() - began < 5
    assert told.returncode == 1
    assert told.stdout.count("\n") == 1
    assert "没有变化" in told.stdout
    assert outputs(undisturbed) == before


@POSIX
def test_a_run_that_is_killed_goes_on_and_ends_in_the_same_bytes(
    folder: Path, undisturbed: Path, tmp_path: Path
) -> None:
    moments = random.Random(7)  # noqa: S311 - no secret
    out = tmp_path / "结果"
    for _ in range(4):
        with running(folder, out) as process:
            time.sleep(moments.uniform(0.2, 2.5))
            os.killpg(process.pid, signal.SIGKILL)
    batch(folder, out)
    assert outputs(out) == outputs(undisturbed)


def readers_of(process: int) -> list[int]:
    """The processes that read submissions: grandchildren, whose parent is the one they are forked from."""

    def children(of: int) -> list[int]:
        listed = Path(f"/proc/{of}/task/{of}/children").read_text(encoding="ascii")
        return [int(each) for each in listed.split()]

    return [child for nursery in children(process) for child in children(nursery)]


@LINUX
def test_a_worker_that_is_killed_costs_at_most_its_submission(
    folder: Path, undisturbed: Path, tmp_path: Path
) -> None:
    out = tmp_path / "结果"
    with running(folder, out) as process:
        until = time.monotonic() + 30
        while not (found := readers_of(process.pid)) and time.monotonic() < until:
            time.sleep(0.005)
        os.kill(found[0], signal.SIGKILL)
        assert process.wait(60) == 1
    failed = {each["path"]: each for each in lines(out / "failed.jsonl")}
    del failed["信.docx"]
    assert len(failed) <= 1
    assert all(each["error"] == "internal" for each in failed.values())
    assert len(lines(out / "results.jsonl")) == 7 - len(failed)
    batch(folder, out)
    assert outputs(out) == outputs(undisturbed)


@POSIX
def test_a_second_run_on_one_folder_refuses(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "结果"
    with running(folder, out):
        until = time.monotonic() + 30
        while not (out / ".shenbao" / "records").exists() and time.monotonic() < until:
            time.sleep(0.01)
        told = batch(folder, out)
    assert told.returncode == 2
    assert SENTENCE.fullmatch(told.stderr)
    assert "另一个" in told.stderr


@POSIX
def test_a_disk_that_fills_is_one_sentence_and_the_next_run_goes_on(
    folder: Path, undisturbed: Path, tmp_path: Path
) -> None:
    out = tmp_path / "结果"
    script = 'ulimit -f 20; exec "$@"'  # blocks: the first of the larger files is more
    told = subprocess.run(
        ["sh", "-c", script, "sh", *arguments(folder, out)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )
    assert told.returncode == 2
    assert SENTENCE.fullmatch(told.stderr.splitlines(keepends=True)[-1])
    assert f"磁盘已满，写不下“{out}”" in told.stderr
    assert "Traceback" not in told.stderr
    batch(folder, out)
    assert outputs(out) == outputs(undisturbed)


@POSIX
def test_a_terminal_shows_a_bar_with_the_rate(folder: Path, tmp_path: Path) -> None:
    import pty

    leader, follower = pty.openpty()
    told = bytearray()
    with subprocess.Popen(
        arguments(folder, tmp_path / "结果"),
        cwd=ROOT,
        env={**os.environ, "PYTHONUTF8": "1", "COLUMNS": "100", "TERM": "xterm"},
        stdout=subprocess.PIPE,
        stderr=follower,
    ) as process:
        os.close(follower)
        while True:
            try:
                read = os.read(leader, 65536)
            except OSError:  # Linux tells so of the end
                break
            if not read:
                break
            told += read
        assert process.wait(60) == 1
    os.close(leader)
    shown = told.decode("utf-8")
    assert re.search(r"\r\[#+-+\] \d/8 份.*每分钟 \d+ 份", shown)
    assert "未读取“信.docx”" in shown


def test_elsewhere_lines_are_plain(undisturbed: Path, folder: Path, tmp_path: Path) -> None:
    told = batch(folder, tmp_path / "结果")
    assert "\r" not in told.stderr
    assert "\x1b" not in told.stderr
    assert told.stderr.startswith("共 8 份申报材料，要处理 8 份。\n")
    assert outputs(tmp_path / "结果") == outputs(undisturbed)


@pytest.mark.parametrize(
    "argv",
    [
        ["{set}"],
        ["{set}", "--out", ""],
        ["{set}", "--out", "{out}", "--workers", "0"],
        ["{set}", "--out", "{out}", "--workers", "many"],
        ["{set}", "--out", "{out}", "--engine", "ray"],
        ["{set}", "--out", "{out}", "--engine", "dask"],
        ["{set}", "--out", "{out}", "--scheduler", "tcp://127.0.0.1:1"],
        ["{set}", "--out", "{out}", "--today", "昨天"],
        ["{set}", "--out", "{out}", "--rule", "NONE=off"],
        ["{set}", "--out", "{set}/打包.zip"],
        ["{set}/没有", "--out", "{out}"],
        ["{set}/信.docx", "--out", "{out}"],
        ["nowhere://bucket/set", "--out", "{out}"],
    ],
)
def test_what_can_not_be_run_is_one_sentence(run: Run, folder: Path, tmp_path: Path, argv: list[str]) -> None:
    told = run("batch", *(each.format(set=folder, out=tmp_path / "结果") for each in argv))
    assert told.status == 2
    assert told.out == ""
    assert SENTENCE.fullmatch(told.err)
