"""The parent's side of one worker process: how it is started, talked to and ended, by platform."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
from pathlib import Path
from typing import IO, Protocol

from extractors.workers.confine import Bounds
from extractors.workers.nursery import MESSAGE, REPLY

__all__ = ["Forking", "Hand", "Spawning", "Starter", "starter"]

_ROOT = Path(__file__).resolve().parents[2]
Program = tuple[str, ...]  # the module that is run, and what it is told after all else
_WORKERS: Program = ("extractors.workers",)
_DESCRIPTORS = 2  # of a socket: one to read from, one to write to


class Hand(Protocol):
    """One worker process."""

    requests: IO[bytes]
    replies: IO[bytes]

    def kill(self) -> None:
        """End it and all that it started, at once; from any thread, more than once."""

    def peak(self) -> int:
        """End it; bytes of memory that it had at most, 0 where the platform does not tell."""

    def close(self) -> None:
        """End it, and close its streams."""


class Starter(Protocol):
    """Makes workers."""

    def start(self) -> Hand:
        """Raises OSError where the machine has no room for another process."""

    def close(self) -> None:
        """End all that it made."""


def starter(bounds: Bounds, *, program: Program = _WORKERS) -> Starter:
    """What suits the platform; nothing is started yet. `program` is run in place of `extractors.workers`."""
    if sys.platform == "win32":
        return Spawning(bounds, program=program)
    return Forking(bounds, program=program)


def _command(program: Program, part: str, *arguments: int) -> list[str]:
    # -P: nothing is imported from the folder that the user happens to be in.
    module, *more = program
    return [sys.executable, "-P", "-m", module, part, *map(str, arguments), *more]


def _environment() -> dict[str, str]:
    paths = [str(_ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
    return {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(paths),
        "PYTHONUTF8": "1",
        # One thread a worker: there are several workers, and waiting threads must not burn time.
        **dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1"),
        "OMP_WAIT_POLICY": "PASSIVE",
    }


class Forking:
    """Has workers forked by a process of their own kind (see `nursery`), started at the first."""

    def __init__(self, bounds: Bounds, *, program: Program = _WORKERS) -> None:
        self._bounds = bounds
        self._program = program
        self._lock = threading.Lock()
        self._nursery: tuple[subprocess.Popen[bytes], socket.socket] | None = None

    def start(self) -> Hand:
        mine, theirs = socket.socketpair()
        with mine, theirs:
            with self._lock:
                try:
                    process = self._ask_for(theirs)
                except OSError:  # the nursery has been ended from outside: once more, with another
                    self._close()
                    process = self._ask_for(theirs)
            return _Forked(self, process, os.dup(mine.fileno()))

    def _ask_for(self, theirs: socket.socket) -> int:
        if self._nursery is None:
            self._nursery = self._opened()
        control = self._nursery[1]
        socket.send_fds(control, [MESSAGE.pack(b"s", 0)], [theirs.fileno()])
        reply = control.recv(REPLY.size, socket.MSG_WAITALL)
        if len(reply) < REPLY.size:
            raise ConnectionError("the process that workers are forked from has ended")
        process: int = REPLY.unpack(reply)[0]
        return process

    def _opened(self) -> tuple[subprocess.Popen[bytes], socket.socket]:
        mine, theirs = socket.socketpair()
        with theirs:
            nursery = subprocess.Popen(  # noqa: S603 - this interpreter
                _command(self._program, "nursery", theirs.fileno(), *self._bounds),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=None if os.environ.get("SHENBAO_DEBUG", "0") != "0" else subprocess.DEVNULL,
                pass_fds=[theirs.fileno()],
                process_group=0,  # a Ctrl+C at the terminal is for the parent to act on
                env=_environment(),
            )
        return nursery, mine

    def kill(self, process: int) -> None:
        with self._lock:
            try:
                if self._nursery is not None:
                    self._nursery[1].sendall(MESSAGE.pack(b"k", process))
                    return
            except OSError:  # it has gone, and cannot have reaped the worker
                pass
        _kill_group(process)

    def peak(self, process: int) -> int:
        """End it; the bytes that it had at most, 0 where the nursery has gone."""
        with self._lock:
            if self._nursery is None:
                return 0
            try:
                self._nursery[1].sendall(MESSAGE.pack(b"p", process))
                reply = self._nursery[1].recv(REPLY.size, socket.MSG_WAITALL)
            except OSError:
                return 0
        return int(REPLY.unpack(reply)[0]) << 20 if len(reply) == REPLY.size else 0

    def close(self) -> None:
        with self._lock:
            self._close()

    def _close(self) -> None:
        if self._nursery is not None:
            process, control = self._nursery
            self._nursery = None
            control.close()  # by which it ends its workers and itself
            try:
                process.wait(timeout=5)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


class _Forked:
    def __init__(self, starter: Forking, process: int, descriptor: int) -> None:
        self._starter = starter
        self._process = process
        self._closed = False
        self.replies: IO[bytes] = os.fdopen(descriptor, "rb")
        self.requests: IO[bytes] = os.fdopen(os.dup(descriptor), "wb")

    def kill(self) -> None:
        if not self._closed:
            self._starter.kill(self._process)

    def peak(self) -> int:
        return 0 if self._closed else self._starter.peak(self._process)

    def close(self) -> None:
        self.kill()
        self._closed = True
        _close(self.requests, self.replies)


class Spawning:
    """Starts workers one by one: for Windows, and wherever nothing can be forked."""

    def __init__(self, bounds: Bounds, *, program: Program = _WORKERS) -> None:
        self._bounds = bounds
        self._program = program

    def start(self) -> Hand:
        return _Spawned(self._bounds, self._program)

    def close(self) -> None:
        """Each worker is closed by who asked for it."""


class _Spawned:
    def __init__(self, bounds: Bounds, program: Program) -> None:
        self._process = subprocess.Popen(  # noqa: S603 - this interpreter
            _command(program, "worker", *bounds),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(),
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            process_group=None if sys.platform == "win32" else 0,
        )
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self.requests: IO[bytes] = self._process.stdin
        self.replies: IO[bytes] = self._process.stdout
        if sys.platform == "win32":
            from extractors.workers.job import Job

            self._job = Job(self._process, memory=bounds.memory)

    def kill(self) -> None:
        if sys.platform == "win32":
            self._job.end()
        elif self._process.returncode is None:  # not reaped: the number is still its group's
            _kill_group(self._process.pid)

    def peak(self) -> int:
        return 0

    def close(self) -> None:
        self.kill()
        self._process.wait()
        _close(self.requests, self.replies)


def _kill_group(process: int) -> None:
    if sys.platform != "win32":
        try:
            os.killpg(process, signal.SIGKILL)
        except (ProcessLookupError, PermissionError):  # all of it has gone
            return


def _close(*streams: IO[bytes]) -> None:
    for stream in streams:
        try:
            stream.close()
        except OSError:  # what was still to be written has nobody to read it
            continue
