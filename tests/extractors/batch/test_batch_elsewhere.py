"""Sets that lie elsewhere, and sets that are read elsewhere: an S3 server, a Dask cluster, both real."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from extractors.batch.store import Store
from tests.extractors.batch.running import filing, lines

ROOT = Path(__file__).resolve().parents[3]
OUTPUTS = ("results.jsonl", "failed.jsonl", "summary.xlsx", "summary-table.docx")
DAY = ("--today", "2022-10-20")


def package(name: str) -> Any:
    """A package of an extra; without it the test is skipped, and fails under CI=true."""
    try:
        return import_module(name)
    except ImportError as error:
        if os.environ.get("CI") == "true":
            pytest.fail(f"NOT TESTED: {error}", pytrace=False)
        pytest.skip(f"NOT TESTED: {error}")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("set")
    for seed in range(1, 9):
        (made / f"第{seed}家").mkdir()
        (made / f"第{seed}家" / "申报书.docx").write_bytes(filing(seed % 4))
    (made / "坏 100%.docx").write_bytes(b"x")
    return made


def batch(folder: str, out: Path, *more: str, **settings: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "ui.cli", "batch", folder, "--out", str(out), *DAY, *more]
    return subprocess.run(
        command,
        cwd=ROOT,
        env={**os.environ, "PYTHONUTF8": "1", **settings},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )


@pytest.fixture(scope="module")
def here(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("here") / "out"
    assert batch(str(folder), out, "--workers", "2").returncode == 1
    return out


def results(out: Path) -> list[bytes]:
    return [(out / name).read_bytes() for name in ("results.jsonl", "failed.jsonl", "summary-table.docx")]


@pytest.fixture(scope="module")
def bucket(folder: Path) -> Iterator[dict[str, str]]:
    """The settings by which the set is found at s3://filings/2022 of a server on this machine."""
    package("s3fs")
    server = package("moto.server").ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    settings = {
        "AWS_ACCESS_KEY_ID": "key",
        "AWS_SECRET_ACCESS_KEY": "secret",
        "AWS_DEFAULT_REGION": "us-east-1",
        "FSSPEC_S3_ENDPOINT_URL": f"http://{host}:{port}",
    }
    program = (
        "import sys, s3fs; system = s3fs.S3FileSystem(); system.mkdir('filings');"
        "system.put(sys.argv[1] + '/', 'filings/2022/', recursive=True)"
    )
    command = [sys.executable, "-W", "ignore", "-c", program, str(folder)]
    try:
        subprocess.run(command, env={**os.environ, **settings}, check=True, timeout=60)
        yield settings
    finally:
        server.stop()


def looks(names: list[str], settings: dict[str, str]) -> list[str]:
    """The marks of a set in a bucket, as the next run sees them."""
    program = (
        "import json; from extractors.batch.remote import scan_url;"
        "print(json.dumps({entry.name: entry.look.trusted for entry in scan_url('s3://filings/2022')}))"
    )
    told = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", program],
        cwd=ROOT,
        env={**os.environ, **settings},
        capture_output=True,
        check=True,
        timeout=60,
    )
    by_name = json.loads(told.stdout)
    return [by_name[name] for name in names]


def test_a_set_in_a_bucket_comes_to_the_same(
    bucket: dict[str, str], folder: Path, here: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    told = batch("s3://filings/2022", out, "--workers", "2", TMPDIR=str(tmp_path), **bucket)
    assert told.returncode == 1, told.stderr
    assert results(out) == results(here)
    names = [*(f"第{seed}家" for seed in range(1, 9)), "坏 100%.docx"]
    heads = [Store(out / ".shenbao" / "records").head(name) for name in names]
    assert all(head is not None and head.lasting for head in heads)
    assert [head.look for head in heads if head is not None] == looks(names, bucket)
    assert [path for path in tmp_path.iterdir() if path != out] == []  # what was fetched is gone


def test_a_bucket_that_is_not_there_is_one_sentence(bucket: dict[str, str], tmp_path: Path) -> None:
    told = batch("s3://nobody/2022", tmp_path / "out", **bucket)
    assert told.returncode == 2
    assert told.stderr.count("\n") == 1
    assert told.stderr.endswith("。\n")


def test_a_set_at_a_url_of_this_machine_comes_to_the_same(folder: Path, here: Path, tmp_path: Path) -> None:
    package("fsspec")
    told = batch(folder.as_uri(), tmp_path / "url", "--workers", "2")
    assert told.returncode == 1, told.stderr
    assert results(tmp_path / "url") == results(here)


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """The address of a scheduler on this machine, and its two workers."""
    package("distributed")
    told = tmp_path / "scheduler.json"
    program = [sys.executable, "-m", "dask"]
    quiet: dict[str, Any] = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": ROOT}
    quiet["env"] = {**os.environ, "PYTHONPATH": str(ROOT)}
    listening = ["scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard"]
    with ExitStack() as undo:
        scheduler = subprocess.Popen([*program, *listening, "--scheduler-file", str(told)], **quiet)
        undo.callback(scheduler.wait)
        undo.callback(scheduler.kill)
        until = time.monotonic() + 40
        while not told.exists() and time.monotonic() < until:
            time.sleep(0.1)
        address = json.loads(told.read_text(encoding="utf-8"))["address"]
        working = ["worker", address, "--nthreads", "1", "--no-nanny", "--no-dashboard"]
        workers = []
        for number in range(2):
            local = ["--local-directory", str(tmp_path / f"worker-{number}")]
            workers.append(subprocess.Popen([*program, *working, *local], **quiet))
            undo.callback(workers[-1].wait)
            undo.callback(workers[-1].kill)
        yield address, workers


def test_a_worker_of_a_cluster_that_is_killed_loses_nothing(
    cluster: tuple[str, list[subprocess.Popen[bytes]]], folder: Path, here: Path, tmp_path: Path
) -> None:
    address, workers = cluster
    out = tmp_path / "out"
    command = [sys.executable, "-m", "ui.cli", "batch", str(folder), "--out", str(out), *DAY]
    with subprocess.Popen(
        [*command, "--engine", "dask", "--scheduler", address],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as process:
        until = time.monotonic() + 60
        while len(list(out.glob(".shenbao/records/*/*"))) < 2 and time.monotonic() < until:
            time.sleep(0.01)
        assert process.poll() is None
        workers[0].send_signal(signal.SIGKILL)
        assert process.wait(90) == 1
    assert [each["path"] for each in lines(out / "failed.jsonl")] == ["坏 100%.docx"]
    assert results(out) == results(here)


def test_a_cluster_that_is_not_there_is_one_sentence(folder: Path, tmp_path: Path, monkeypatch: Any) -> None:
    package("distributed")
    monkeypatch.setattr("extractors.batch.cluster._PATIENCE", 1)
    from extractors.batch.cluster import DaskEngine
    from extractors.errors import NotFound

    with pytest.raises(NotFound, match="连不上"):
        DaskEngine("tcp://127.0.0.1:9", warm="")


def test_without_dask_one_sentence_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    from extractors.batch.cluster import DaskEngine
    from extractors.errors import Unsupported

    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(Unsupported, match="pip install"):
        DaskEngine("tcp://127.0.0.1:9", warm="")


def test_without_fsspec_one_sentence_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    from extractors.batch.remote import scan_url
    from extractors.errors import Unsupported

    monkeypatch.setitem(sys.modules, "fsspec", None)
    with pytest.raises(Unsupported, match="pip install"):
        scan_url("s3://filings/2022")
