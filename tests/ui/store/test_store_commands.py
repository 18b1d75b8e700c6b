"""`shenbao admin`, `backup`, `restore` and what `ui` refuses."""

import io
import subprocess
import sys
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.ui.store.conftest import PASSWORD
from ui import cli
from ui.commands import serve
from ui.store import Places, open_store

ROOT = Path(__file__).resolve().parents[3]
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(places: Places, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Run:
    """Run a command line on an empty store; what is typed comes on standard input."""
    monkeypatch.setenv("SHENBAO_DATA", str(places.folder))
    monkeypatch.delenv("SHENBAO_DATABASE", raising=False)
    monkeypatch.delenv("SHENBAO_FILES", raising=False)

    def command(*words: str, typed: str = "") -> tuple[int, str, str]:
        monkeypatch.setattr("sys.stdin", io.StringIO(typed))
        status = cli.main(words)
        out, err = capfd.readouterr()
        return status, out, err

    return command


def test_the_first_administrator_is_made_by_command_line(run: Run, places: Places) -> None:
    assert run("admin", "list")[1].startswith("还没有账号")
    status, out, err = run("admin", "create", "Wang", typed=f"{PASSWORD}\n")
    assert (status, err) == (0, "")
    assert "打开网页都要登录" in out
    assert PASSWORD not in out
    store = open_store(places)
    assert store.accounts.login("wang", PASSWORD).actor.role == "admin"
    store.close()
    status, out, _ = run("admin", "list")
    assert ("wang" in out, "管理员" in out, "可用" in out) == (True, True, True)


def test_a_password_is_set_anew_and_an_account_disabled(run: Run, places: Places) -> None:
    run("admin", "create", "one", typed=f"{PASSWORD}\n")
    run("admin", "create", "two", typed=f"{PASSWORD}\n")
    assert run("admin", "passwd", "two", typed=f"{PASSWORD}!\n")[0] == 0
    assert run("admin", "disable", "one")[0] == 0
    store = open_store(places)
    assert store.accounts.login("two", f"{PASSWORD}!")
    assert [each.disabled for each in store.accounts.list()] == [True, False]
    store.close()


@pytest.mark.parametrize(
    ("words", "typed", "said"),
    [
        (("admin", "create", "wang"), "", "没有密码"),
        (("admin", "create", "wang"), "short\n", "密码至少"),
        (("admin", "create"), PASSWORD, "登录名"),
        (("admin", "list", "wang"), "", "登录名"),
        (("admin", "delete", "wang"), "", "没有“delete”"),
        (("admin", "passwd", "nobody"), PASSWORD, "没有登录名为"),
        (("restore", "missing.zip"), "", "没有“missing.zip”"),
        (("ui", "--address", "0.0.0.0"), "", "shenbao admin create"),  # noqa: S104 - that is what is refused
        (("ui", "--address", "192.0.2.7"), "", "shenbao admin create"),
        (("ui", "--address", "sb.example.gov"), "", "shenbao admin create"),
        (("ui", "--port", "0"), "", "端口"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(words: tuple[str, ...], typed: str, said: str, run: Run) -> None:
    status, out, err = run(*words, typed=typed)
    assert (status, out) == (2, "")
    assert said in err
    assert err.count("\n") == 1


def test_a_backup_is_written_and_restored(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    run("admin", "create", "wang", typed=f"{PASSWORD}\n")
    archive = tmp_path / "备份.zip"
    status, out, _ = run("backup", str(archive))
    assert (status, "账号 1 个" in out) == (0, True)
    assert run("backup", str(archive))[0] == 2
    assert run("restore", str(archive))[0] == 2
    monkeypatch.setenv("SHENBAO_DATA", str(tmp_path / "new"))
    status, out, _ = run("restore", str(archive))
    assert (status, "账号 1 个" in out) == (0, True)
    assert "wang" in run("admin", "list")[1]


@pytest.mark.parametrize(
    ("words", "served"),
    [
        ((), ["--server.address=127.0.0.1", "--server.port=8501"]),
        (("--address", "::1", "--port", "99"), ["--server.address=::1", "--server.port=99"]),
        (("--host", "a", "--host", "b"), ["--server.allowedHosts=a", "--server.allowedHosts=b"]),
        (("--address", "192.0.2.7"), ["--server.address=192.0.2.7", "--server.allowedHosts=*"]),
    ],
)
def test_the_pages_are_served_as_they_are_asked_for(
    words: tuple[str, ...], served: list[str], run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[list[str]] = []
    monkeypatch.setattr("streamlit.web.cli.main", lambda words, **_: started.append(words))
    run("admin", "create", "wang", typed=f"{PASSWORD}\n")
    status, out, _ = run("ui", *words)
    assert (status, "http://" in out) == (0, True)
    assert set(served) <= set(started[0])
    assert ("--server.allowedHosts=*" in started[0]) == ("192.0.2.7" in words)


@pytest.mark.parametrize("address", ["127.0.0.1", "127.9.9.9", "::1", "localhost"])
def test_no_account_is_needed_on_ones_own_machine(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[Any] = []
    monkeypatch.setattr("streamlit.web.cli.main", lambda words, **_: started.append(words))
    monkeypatch.setattr(serve, "_accounts", lambda: pytest.fail("it was asked"))
    assert serve.run(Namespace(address=address, port=8501, hosts=[])) == 0
    assert started


def test_the_command_line_starts_without_the_store() -> None:
    heavy = {"sqlmodel", "sqlalchemy", "alembic", "argon2", "fsspec"}
    told = f"import sys, ui.cli; print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", told], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
