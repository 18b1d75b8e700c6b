"""Limits on time and memory around the reading of files that nobody vouches for.

`limited` sets them on this process: for the command line, where a second process would cost a tenth of
a second and a file's worth of memory. The guard keeps the reading of Word files linear and bounded, so
these limits are its second lock.
`isolated` calls a function in a process of its own that can be killed: for pages and batches, which must
outlive a file, and for parsers without a guard.

What holds where:
- Linux: time by a signal, which also reaches a running regular expression; memory by the kernel.
- macOS: time likewise; memory by a look at it five times a second.
- Windows: time by a thread that interrupts the main thread; memory is bounded by the guard alone.
- Everywhere: a process that does not react is ended `GRACE` seconds later with exit code 2, its last
  words said by `on_hang`; a worker is killed.
"""

from __future__ import annotations

import _thread
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, cast

from extractors.errors import Corrupt, ReadError, TimedOut, TooLarge

if TYPE_CHECKING:
    import subprocess
    from queue import SimpleQueue

__all__ = ["GRACE", "MEMORY", "SECONDS", "isolated", "limited", "renewed", "waiting"]

SECONDS = 12.0  # the promise is 20: starting, unwinding and freeing the memory take their time too
GRACE = 3.0
MEMORY = 1_400 << 20  # bytes; the promise is 1.5 GiB, the program's own code included
_OWN = 256 << 20  # bytes that a command holds before it reads, at most
_LOOK = 0.2  # seconds between two looks
_NEVER = float("inf")
_ROOT = Path(__file__).resolve().parents[1]

T = TypeVar("T")


def _complain(fault: ReadError) -> None:
    sys.stderr.write(f"{fault}\n")


@contextmanager
def limited(
    *,
    seconds: float = SECONDS,
    memory: int = MEMORY,
    on_hang: Callable[[ReadError], None] = _complain,
) -> Iterator[None]:
    """Raise TimedOut or TooLarge inside the block when it takes too long or too much memory (bytes).

    For the main thread. `on_hang` is called from another thread just before the process is ended
    because the block did not react; it may print, and must not raise.
    """
    assert threading.current_thread() is threading.main_thread(), "signals reach the main thread only"
    watch = _Watch(seconds=seconds, memory=memory, on_hang=on_hang)
    try:
        with ExitStack() as undo:
            watch.start()  # first: a process that is over the limit already could not start a thread
            undo.callback(watch.done.set)
            _limit_memory(memory, undo)
            watch.rung = _ring(watch, undo)
            undo.callback(_watches.remove, watch)
            _watches.append(watch)
            yield
    except MemoryError as error:
        raise _too_large() from error
    except KeyboardInterrupt as error:  # ours where a fault was found, else the user's
        if watch.fault is None:
            raise
        raise watch.fault from error


@contextmanager
def waiting() -> Iterator[None]:
    """Stop the clock of `limited` for the block: it waits for workers, who have limits of their own."""
    stopped = [watch for watch in _watches if threading.current_thread() is watch.watched]
    for watch in stopped:
        watch.stop()
    try:
        yield
    finally:
        for watch in stopped:
            watch.go_on()


def renewed() -> None:
    """Give what follows as much time as `limited` began with: one of many files is done."""
    for watch in _watches:
        if threading.current_thread() is watch.watched:
            watch.stop()
            watch.left = watch.seconds
            watch.go_on()


class _Watch(threading.Thread):
    """Knows the limits of one block, and ends a process that does not react to them."""

    def __init__(self, *, seconds: float, memory: int, on_hang: Callable[[ReadError], None]) -> None:
        super().__init__(name="watch", daemon=True)
        self.seconds = seconds
        self.memory = memory
        self.on_hang = on_hang
        self.watched = threading.current_thread()
        self.deadline = time.monotonic() + seconds
        self.left = seconds  # while the clock is stopped
        self.done = threading.Event()
        self.fault: ReadError | None = None
        self.rung = False  # a timer makes the main thread look; else this thread does

    def stop(self) -> None:
        if self.deadline < _NEVER:
            self.left = self.deadline - time.monotonic()
            self.deadline = _NEVER

    def go_on(self) -> None:
        if self.deadline == _NEVER:
            self.deadline = time.monotonic() + self.left

    def look(self) -> ReadError | None:
        """What limit the process is over; None after the first time, so that the block can unwind."""
        if self.fault is None:
            now = time.monotonic()
            if now > self.deadline:
                self.fault = _timed_out(self.seconds)
            elif _peak_memory() > self.memory:
                self.fault = _too_large()
                self.deadline = now
            return self.fault
        return None

    def run(self) -> None:
        while not self.done.wait(_LOOK):
            if not self.rung and self.look() is not None:
                _thread.interrupt_main()
            if time.monotonic() > self.deadline + GRACE:
                self.on_hang(self.fault or _timed_out(self.seconds))
                sys.stdout.flush()
                os._exit(2)


_watches: list[_Watch] = []


def _ring(watch: _Watch, undo: ExitStack) -> bool:
    """Have the main thread look now and then; whether the platform has a timer signal for it."""

    def look(*_: object) -> None:
        fault = watch.look()
        if fault is not None:
            raise fault

    if sys.platform != "win32":
        undo.callback(signal.signal, signal.SIGALRM, signal.signal(signal.SIGALRM, look))
        undo.callback(signal.setitimer, signal.ITIMER_REAL, 0)
        signal.setitimer(signal.ITIMER_REAL, _LOOK, _LOOK)
    return sys.platform != "win32"


def _limit_memory(memory: int, undo: ExitStack) -> None:
    """Have the kernel refuse more, where it does: its data limit counts all private memory on Linux.

    What the process holds already comes on top: next to nothing for a command, much for whoever calls it
    from a process that does other things too.
    """
    if sys.platform == "linux":
        import resource

        soft, hard = resource.getrlimit(resource.RLIMIT_DATA)
        wanted = memory + _held()
        lowest = min(limit for limit in (wanted, soft, hard) if limit != resource.RLIM_INFINITY)
        resource.setrlimit(resource.RLIMIT_DATA, (lowest, hard))
        undo.callback(resource.setrlimit, resource.RLIMIT_DATA, (soft, hard))


def _held() -> int:
    """Bytes that count for the limit by now; a command's own are in what MEMORY leaves."""
    told = Path("/proc/self/status").read_text(encoding="ascii", errors="replace")
    found = next((line for line in told.splitlines() if line.startswith("VmData:")), "")
    held = int(found.split()[1]) << 10 if found else 0
    return held if held > _OWN else 0


def _peak_memory() -> int:
    """Bytes the process has held at most, where that has to be watched; else 0."""
    if sys.platform == "darwin":
        import resource

        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    else:
        peak = 0
    return peak


def isolated(
    function: Callable[..., T],
    /,
    *arguments: object,
    seconds: float = SECONDS,
    memory: int = MEMORY,
    told: Callable[..., None] | None = None,
) -> T:
    """`function(*arguments)` in a worker process: its value, or the ReadError that it raised.

    `function` is of a module; arguments and value can be pickled. With `told`, the function is given
    `progress=`, and what it calls that with arrives at `told`, in this thread; then `seconds` are what may
    pass without a word. Raises TimedOut, TooLarge, Corrupt when the worker died, and a plain ReadError (code
    "internal") with the cause when the function broke.
    """
    import pickle
    import subprocess
    from queue import Empty, SimpleQueue
    from tempfile import TemporaryFile

    paths = [str(_ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
    said: SimpleQueue[tuple[str, object]] = SimpleQueue()
    with (
        TemporaryFile() as complaint,
        subprocess.Popen(
            # -P: nothing is imported from the folder that the user happens to be in.
            [sys.executable, "-P", "-m", "extractors.isolate"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=complaint,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(paths), "PYTHONUTF8": "1"},
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),  # Windows would open a console
        ) as worker,
    ):
        request = pickle.dumps((function, arguments, seconds, memory, told is not None))
        talk = threading.Thread(target=_talk, args=(worker, request, said), daemon=True)
        talk.start()
        try:
            what, value = _listen(said, seconds + GRACE, told)
        except Empty as error:
            raise _timed_out(seconds) from error
        finally:
            worker.kill()  # what it started ends with it: see `workers`
            talk.join()
        if what == "ended":
            complaint.seek(0)
            raise _end(worker.wait(), complaint.read())
    if what == "failed":
        assert isinstance(value, ReadError)
        raise value
    return cast("T", value)


def _listen(
    said: SimpleQueue[tuple[str, object]], patience: float, told: Callable[..., None] | None
) -> tuple[str, object]:
    """The last that the worker says; the rest goes to `told`. Raises Empty after so long without a word."""
    while True:
        what, value = said.get(timeout=patience)
        if what != "told":
            return what, value
        assert told is not None
        assert isinstance(value, tuple)
        told(*value)


def _talk(worker: subprocess.Popen[bytes], request: bytes, said: SimpleQueue[tuple[str, object]]) -> None:
    """Hand the request over, and what comes back on: (what, value), the last one not "told"."""
    import pickle

    assert worker.stdin is not None
    assert worker.stdout is not None
    try:
        with worker.stdin as requests:
            requests.write(request)
        what = "told"
        while what == "told":
            what, value = pickle.load(worker.stdout)  # noqa: S301  written by `_work` below
            said.put((what, value))
    except (EOFError, OSError, pickle.UnpicklingError):
        worker.wait()
        said.put(("ended", None))


def _end(code: int, complaint: bytes) -> ReadError:
    """What it means that the worker ended without an outcome."""
    sentence = (
        ReadError("读取文件时程序出错，请把文件用 Word 或 WPS 另存为新的 .docx 后重试。")
        if code == 1
        else Corrupt("读取文件时进程意外终止，文件可能已损坏，请用 Word 或 WPS 另存为新的 .docx 后重试。")
    )
    sentence.__cause__ = RuntimeError(complaint.decode("utf-8", "replace"))
    return sentence


def _work() -> None:
    """The worker's side: a request on standard input, words and the outcome on standard output."""
    import pickle

    with os.fdopen(os.dup(1), "wb") as reply:
        os.dup2(2, 1)  # what a library prints must not mix with it
        function, arguments, seconds, memory, talks = pickle.load(sys.stdin.buffer)  # noqa: S301  from `isolated`

        def progress(*words: object) -> None:
            pickle.dump(("told", words), reply)
            reply.flush()

        named = {"progress": progress} if talks else {}
        outcome: tuple[str, object]
        try:
            with limited(seconds=seconds, memory=memory):
                outcome = ("done", function(*arguments, **named))
        except ReadError as error:
            outcome = ("failed", error)
        pickle.dump(outcome, reply)


def _timed_out(seconds: float) -> TimedOut:
    return TimedOut(
        f"读取文件超过 {seconds:g} 秒仍未完成，已停止，请用 Word 或 WPS 另存为新的 .docx，或拆分后再提交。"
    )


def _too_large() -> TooLarge:
    return TooLarge("读取文件所需的内存超过上限，已停止，请删去多余内容或压缩图片后再提交。")


if __name__ == "__main__":
    _work()
