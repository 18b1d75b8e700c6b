"""The engine of one machine: a crew of processes that read submissions, each with workers of its own.

A process that reads waits while its workers open files, so that as many are busy as there are processes; what
kills one costs the submission that it was reading, and the next is forked from one that is warm.
"""

from __future__ import annotations

import queue
import sys
import threading
from collections.abc import Iterable, Iterator
from dataclasses import replace

from extractors.batch.orders import Brief, Done, Order
from extractors.batch.reading import SILENCE, read
from extractors.errors import ReadError
from extractors.guard.limits import LIMITS
from extractors.workers import Crew, Died
from extractors.workers.confine import Bounds
from extractors.workers.hands import Starter, starter

__all__ = ["LocalEngine", "crew_of_readers", "outcome"]

_AHEAD = 2  # orders that wait for a process, so that none waits for an order
_TICK = 1.0
_FOREVER = 1e9
# Windows counts the memory of a process with that of its children: here of its workers.
_HOLDS = LIMITS.workers + 1 if sys.platform == "win32" else 1
_LIMITS = replace(
    LIMITS,
    seconds=SILENCE,
    page_seconds=SILENCE,
    whole_seconds=_FOREVER,
    memory=_HOLDS * LIMITS.memory,
)


class LocalEngine:
    """`workers` processes; `warm` ("module:function") is called in the one that they are forked from."""

    def __init__(self, workers: int, *, warm: str) -> None:
        self._workers = workers
        self._crew = crew_of_readers(workers, warm=warm)

    def carry_out(self, brief: Brief, orders: Iterable[Order]) -> Iterator[tuple[Order, Done] | None]:
        todo = _Shared(orders)
        ended: queue.Queue[tuple[Order, Done] | BaseException | None] = queue.Queue(4 * self._workers)
        feeders = [
            threading.Thread(target=self._feed, args=(brief, todo, ended), name="feeder", daemon=True)
            for _ in range(self._workers + _AHEAD)
        ]
        for each in feeders:
            each.start()
        left = len(feeders)
        while left:
            try:
                said = ended.get(timeout=_TICK)
            except queue.Empty:
                yield None
                continue
            if said is None:
                left -= 1
            elif isinstance(said, BaseException):
                raise said
            else:
                yield said

    def _feed(
        self, brief: Brief, todo: _Shared, ended: queue.Queue[tuple[Order, Done] | BaseException | None]
    ) -> None:
        try:
            while (order := todo.next()) is not None:
                task = self._crew.submit(read, brief, order, name=order.name)
                ended.put((order, outcome(task.outcome(), order)))
            ended.put(None)
        except Exception as error:  # noqa: BLE001 - raised again where the orders were asked for
            ended.put(error)

    def close(self) -> None:
        self._crew.close()


class _Shared:
    """An iterator that several threads take from."""

    def __init__(self, orders: Iterable[Order]) -> None:
        self._orders = iter(orders)
        self._lock = threading.Lock()

    def next(self) -> Order | None:
        with self._lock:
            return next(self._orders, None)


def crew_of_readers(workers: int, *, warm: str) -> Crew:
    """Processes that `read` is called in."""

    def starting(bounds: Bounds) -> Starter:
        return starter(bounds, program=("extractors.batch", warm))

    return Crew(workers=workers, limits=_LIMITS, starting=starting)


def outcome(said: Done | ReadError, order: Order) -> Done:
    """What a process said, or what it means that it did not."""
    if isinstance(said, Done):
        return said
    if isinstance(said, Died):
        message = f"读取“{order.name}”的进程被意外终止，这一份没有结果；再运行同一命令会重新读取。"
        return Done(code="internal", message=message, lasting=order.tried)
    return Done(code=said.code, message=str(said), lasting=said.code != "internal" or order.tried)
