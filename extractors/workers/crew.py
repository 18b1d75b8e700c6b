"""Tasks handed out to workers, and an eye on the clock."""

from __future__ import annotations

import pickle
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from types import TracebackType
from typing import Any, Self, TypeVar

from extractors.errors import Corrupt, ReadError, TimedOut, TooLarge
from extractors.guard.faults import shown
from extractors.guard.limits import LIMITS, Limits, mebibytes
from extractors.workers.confine import Bounds
from extractors.workers.frames import (
    Broke,
    Ended,
    Fault,
    OutOfMemory,
    Progress,
    Started,
    Value,
    receive,
)
from extractors.workers.hands import Hand, Starter, starter
from extractors.workers.task import Task

__all__ = ["Crew", "Died"]

_LOOK = 0.1  # seconds between two looks at the clock
_START = 60.0  # seconds in which a worker must take a request up: the machine may be busy
_MUCH = 0.5  # share of the memory from which on a worker that died, died of asking for more
_TASKS = 200  # a worker is replaced after so many: native parsers leak

T = TypeVar("T")


class Died(Corrupt):
    """A worker ended without a word: by its file's doing, or because somebody ended it."""


class Crew:
    """`workers` processes at most, each started when there is work for it. A context manager."""

    def __init__(
        self,
        *,
        workers: int = LIMITS.workers,
        limits: Limits = LIMITS,
        starting: Callable[[Bounds], Starter] = starter,
    ) -> None:
        self.limits = limits
        self.workers = max(1, workers)
        self._starter = starting(Bounds(limits.memory, limits.written))
        self._tasks: deque[Task[Any]] = deque()
        self._change = threading.Condition()
        self._closing = False
        self._idle = 0
        self._seats: list[_Seat] = []
        self._clock: threading.Thread | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def submit(
        self, function: Callable[..., T], /, *arguments: object, seconds: float | None = None, name: str = ""
    ) -> Task[T]:
        """Have `function(*arguments)` called in a worker: both are of modules, and can be pickled.

        It has `seconds` (default: `limits.seconds`); after each `report` it has `limits.page_seconds` for
        the next part, and `limits.whole_seconds` for all.
        """
        task = Task(function, arguments, seconds=seconds or self.limits.seconds, name=name)
        with self._change:
            assert not self._closing, "this crew has been closed"
            self._tasks.append(task)
            if self._idle < len(self._tasks) and len(self._seats) < self.workers:
                self._seats.append(_Seat(self, self._starter))
                self._seats[-1].start()
            if self._clock is None:
                self._clock = threading.Thread(target=self._watch, name="crew-clock", daemon=True)
                self._clock.start()
            self._change.notify_all()
        return task

    def map(
        self,
        function: Callable[..., T],
        calls: Iterable[tuple[object, ...]],
        *,
        seconds: float | None = None,
        name: str = "",
    ) -> Iterator[T | ReadError]:
        """What comes of each call, in their order."""
        tasks = [self.submit(function, *arguments, seconds=seconds, name=name) for arguments in calls]
        return (task.outcome() for task in tasks)

    def cancel(self, task: Task[Any]) -> None:
        """Leave a task that no worker has begun; it ends as a ReadError. One that has begun goes on."""
        with self._change:
            if task not in self._tasks:
                return
            self._tasks.remove(task)
        task.settle(_cancelled())

    def close(self) -> None:
        """End all workers; what they had not finished ends as a ReadError."""
        with self._change:
            self._closing = True
            left = list(self._tasks)
            self._tasks.clear()
            self._change.notify_all()
        for task in left:
            task.settle(_cancelled())
        for seat in self._seats:
            seat.leave()
        for seat in self._seats:
            seat.join()
        self._starter.close()
        if self._clock is not None:
            self._clock.join()

    def next_task(self) -> Task[Any] | None:
        """For a seat: what to do next, or None when the crew closes."""
        with self._change:
            self._idle += 1
            while not self._tasks and not self._closing:
                self._change.wait()
            self._idle -= 1
            self._change.notify_all()
            return self._tasks.popleft() if self._tasks else None

    def _watch(self) -> None:
        """End what is over its time; asleep while there is nothing to watch."""
        while True:
            with self._change:
                while self._idle == len(self._seats) and not self._tasks and not self._closing:
                    self._change.wait()
                if self._closing:
                    return
            now = time.monotonic()
            for seat in self._seats:
                seat.look(now)
            time.sleep(_LOOK)


class _Seat(threading.Thread):
    """One place in a crew: a thread that talks to one worker at a time."""

    def __init__(self, crew: Crew, starting: Starter) -> None:
        super().__init__(name="crew-seat", daemon=True)
        self._crew = crew
        self._starter = starting
        self._hand: Hand | None = None
        self._served = 0
        self._deadline = float("inf")
        self._end = float("inf")
        self._late = False
        self._leaving = False

    def run(self) -> None:
        while (task := self._crew.next_task()) is not None:
            try:
                task.settle(self._made(task))
            except Exception as error:  # noqa: BLE001 - whoever waits for the task must hear of it
                task.settle(_internal(error))
        self._retire()

    def look(self, now: float) -> None:
        """From the crew's clock: end a worker that is over its time."""
        hand = self._hand
        if now > self._deadline and hand is not None:
            self._late = True
            self._deadline = float("inf")
            hand.kill()

    def leave(self) -> None:
        """From whoever closes the crew: break off what is being done."""
        self._leaving = True
        hand = self._hand
        if hand is not None:
            hand.kill()

    def _made(self, task: Task[Any]) -> object:
        """The outcome. A worker that died while it was idle is replaced, and the task asked again."""
        ended = None
        while ended is None:
            fresh = self._hand is None
            if self._hand is None:
                self._hand = self._starter.start()
                self._served = 0
            if self._leaving:
                self._hand.kill()
            started, ended = self._asked(self._hand, task)
            if ended is None:
                peak = self._hand.peak()
                self._retire()
                if started or fresh or self._late or self._leaving:
                    return self._lost(task, peak)
        self._served += 1
        if isinstance(ended, OutOfMemory) or self._served >= _TASKS:
            self._retire()
        return _outcome(ended, task, self._crew.limits)

    def _asked(self, hand: Hand, task: Task[Any]) -> tuple[bool, Ended | None]:
        """Whether the worker took the request up, and what it said in the end, if it lived to say it."""
        request = pickle.dumps((task.function, task.arguments), protocol=pickle.HIGHEST_PROTOCOL)
        limits = self._crew.limits
        started = self._late = False
        self._end = float("inf")
        self._deadline = time.monotonic() + _START
        try:
            hand.requests.write(request)
            hand.requests.flush()
            while True:
                match receive(hand.replies):
                    case Started():
                        started = True
                        self._end = time.monotonic() + max(task.seconds, limits.whole_seconds)
                        self._deadline = time.monotonic() + task.seconds
                    case Progress() as progress:
                        task.progress = progress
                        ahead = max(self._deadline, time.monotonic() + limits.page_seconds)
                        self._deadline = min(ahead, self._end)
                    case Value() | Fault() | OutOfMemory() | Broke() as ended:
                        return True, ended
                    case _:
                        return started, None
        except (EOFError, OSError, pickle.UnpicklingError, AttributeError, IndexError, ImportError):
            return started, None  # what a stream that ends anywhere may look like
        finally:
            self._deadline = float("inf")

    def _lost(self, task: Task[Any], peak: int) -> ReadError:
        limits = self._crew.limits
        if self._leaving:
            return _cancelled()
        if self._late:
            return _timed_out(task)
        return _too_large(task, limits) if peak > _MUCH * limits.memory else _died(task)

    def _retire(self) -> None:
        hand, self._hand = self._hand, None
        if hand is not None:
            hand.close()


def _outcome(ended: Ended, task: Task[Any], limits: Limits) -> object:
    match ended:
        case Value(value):
            return value
        case Fault(error) if isinstance(error, ReadError):
            return error
        case OutOfMemory():
            return _too_large(task, limits)
        case Broke(traceback):
            return _internal(RuntimeError(traceback), task)
        case _:
            return _died(task)


def _cancelled() -> ReadError:
    return ReadError("读取已被取消，请重新提交。")


def _named(task: Task[Any] | None) -> str:
    return f"“{shown(task.name)}”" if task is not None and task.name else "文件"


def _timed_out(task: Task[Any]) -> TimedOut:
    at = task.progress[0]
    where = f"（读到第 {at} 页之后）" if at else f"超过 {task.seconds:g} 秒的时间上限"
    return TimedOut(
        f"读取{_named(task)}{where}仍未完成，已停止，请用原来的软件另存为新文件，或拆成几个文件后再提交。"
    )


def _too_large(task: Task[Any], limits: Limits) -> TooLarge:
    return TooLarge(
        f"读取{_named(task)}所需的内存超过 {mebibytes(limits.memory)} 的上限，已停止，"
        "请删去多余内容、压缩图片或拆成几个文件后再提交。"
    )


def _died(task: Task[Any]) -> Died:
    return Died(
        f"读取{_named(task)}时进程意外终止，文件可能已损坏，请用原来的软件打开确认后另存为新文件再提交。"
    )


def _internal(error: Exception, task: Task[Any] | None = None) -> ReadError:
    sentence = ReadError(f"读取{_named(task)}时程序出错，请用原来的软件另存为新文件后重试。")
    sentence.__cause__ = error
    return sentence
