"""A private PostgreSQL server for one test run: on a Unix socket, as a user that is not root."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

_SECONDS = 60
_LOCALE = ("-E", "UTF8", "--locale=C", "--no-sync")


def program(name: str) -> Path | None:
    """Find a program of the server; Debian keeps them out of the way of PATH."""
    found = shutil.which(name)
    if found is not None:
        return Path(found)
    return max(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), default=None)


def require() -> None:
    """Skip the test where there is no server, or fail it under CI."""
    if sys.platform != "win32" and program("initdb") is not None and program("postgres") is not None:
        return
    reason = "NOT TESTED: PostgreSQL is not on this machine (.ci/system-packages installs it on Debian)"
    if os.environ.get("CI") == "true":
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)


def _somebody() -> dict[str, Any]:
    """Who runs the server: it refuses root."""
    if sys.platform == "win32" or os.getuid() != 0:
        return {}
    import pwd

    known = {each.pw_name for each in pwd.getpwall()}
    return {"user": next(name for name in ("postgres", "nobody") if name in known), "group": None}


@contextmanager
def server() -> Iterator[str]:
    """Start one; gives the folder of its socket. It is gone afterwards, data and all."""
    somebody = {key: value for key, value in _somebody().items() if value is not None}
    # Short: a socket's path has room for about a hundred characters.
    root = Path(tempfile.mkdtemp(prefix="pg"))
    running = None
    try:
        if somebody:
            shutil.chown(root, somebody["user"])
        _initialise(root, somebody)
        command = [str(program("postgres")), "-D", str(root / "data"), "-k", str(root)]
        settings = ("listen_addresses=", "fsync=off", "full_page_writes=off", "max_connections=100")
        for each in settings:
            command += ["-c", each]
        with (root.parent / f"{root.name}.log").open("wb") as log:
            running = subprocess.Popen(command, stdout=log, stderr=log, cwd=root, **somebody)
        _wait(root)
        yield str(root)
    finally:
        if running is not None:
            running.send_signal(signal.SIGQUIT)  # at once: nothing of it is kept
            running.wait(_SECONDS)
        (root.parent / f"{root.name}.log").unlink(missing_ok=True)
        shutil.rmtree(root, ignore_errors=True)


def _initialise(root: Path, somebody: dict[str, Any]) -> None:
    subprocess.run(
        [str(program("initdb")), "-D", str(root / "data"), "-U", "shenbao", "-A", "trust", *_LOCALE],
        check=True,
        capture_output=True,
        cwd=root,
        timeout=_SECONDS,
        **somebody,
    )


def _wait(root: Path) -> None:
    import psycopg

    ends = time.monotonic() + _SECONDS
    while True:
        try:
            psycopg.connect(host=str(root), user="shenbao", dbname="postgres").close()
        except psycopg.OperationalError:
            if time.monotonic() > ends:
                raise
            time.sleep(0.1)
        else:
            return


def url(host: str, database: str) -> str:
    return f"postgresql+psycopg://shenbao@/{database}?host={host}"


def execute(host: str, statement: str) -> None:
    """Run one statement outside of any database of a test."""
    import psycopg

    with psycopg.connect(host=host, user="shenbao", dbname="postgres", autocommit=True) as connection:
        connection.execute(statement.encode("ascii"))
