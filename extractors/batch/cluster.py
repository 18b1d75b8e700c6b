"""The engine of a Dask cluster that is there already: the same orders, carried out by its workers.

Each worker of the cluster has readers of its own beside it (`local`): what kills one costs a submission, and
what kills a worker costs nothing, as the scheduler hands its orders to the others.
"""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Iterable, Iterator
from importlib import import_module
from itertools import islice
from typing import Any

from extractors.batch.local import crew_of_readers, outcome
from extractors.batch.orders import Brief, Done, Order
from extractors.batch.reading import read
from extractors.errors import NotFound, Unsupported
from extractors.workers import Crew

__all__ = ["DaskEngine"]

_AHEAD = 2  # orders for each place of the cluster, so that none waits for an order
_TICK = 1.0
_PATIENCE = 15  # seconds to find the scheduler in
_CREW: list[Crew] = []  # of the worker's process
_LOCK = threading.Lock()


class DaskEngine:
    """`address` is the scheduler's; `warm` as for `LocalEngine`."""

    def __init__(self, address: str, *, warm: str) -> None:
        try:
            distributed: Any = import_module("distributed")
        except ImportError as error:
            raise Unsupported("“--engine dask”需要另外安装：pip install shenbao[dask]。") from error
        self._warm = warm
        # What goes wrong is told in a sentence; its own lines would stand in the progress.
        logging.getLogger("distributed").setLevel(logging.CRITICAL)
        try:
            self._client: Any = distributed.Client(address, timeout=_PATIENCE, set_as_default=False)
        except (OSError, ValueError) as error:
            raise NotFound(f"连不上 Dask 集群“{address}”，请检查地址和网络，并确认集群已经启动。") from error
        try:
            self._client.wait_for_workers(1, timeout=_PATIENCE)
        except TimeoutError as error:
            self._client.close()
            raise NotFound(f"Dask 集群“{address}”里没有可用的 worker，请启动后重试。") from error

    def carry_out(self, brief: Brief, orders: Iterable[Order]) -> Iterator[tuple[Order, Done] | None]:
        waiting = iter(orders)
        ended: queue.SimpleQueue[Any] = queue.SimpleQueue()
        asked: dict[str, Order] = {}
        while True:
            room = _AHEAD * max(1, self._places()) - len(asked)
            for order in islice(waiting, max(0, room)):
                there = order._replace(scratch="")  # that folder is on this machine
                future = self._client.submit(_carried_out, brief, there, self._warm, pure=False)
                asked[future.key] = order
                future.add_done_callback(ended.put)
            if not asked:
                return
            try:
                future = ended.get(timeout=_TICK)
            except queue.Empty:
                yield None
                continue
            if future.cancelled() or future.status == "lost":
                raise NotFound(
                    "与 Dask 集群的连接断了，已停止；集群恢复后再运行同一命令会接着做，已完成的不会重做。"
                )
            order = asked.pop(future.key)
            yield order, _said(future, order)

    def _places(self) -> int:
        return sum(self._client.nthreads().values())

    def close(self) -> None:
        self._client.close()


def _said(future: Any, order: Order) -> Done:
    try:
        done: Done = future.result()
    except Exception as error:  # noqa: BLE001 - of the other side: killed too often, of another version, full
        message = (
            f"集群没能读取“{order.name}”（{type(error).__name__}），这一份没有结果；请检查集群各机器装的版本是否与"
            "本机相同、内存是否够用，再运行同一命令会重新读取。"
        )
        return Done(code="internal", message=message, lasting=False)
    return done


def _carried_out(brief: Brief, order: Order, warm: str) -> Done:
    """On a worker of the cluster."""
    with _LOCK:
        if not _CREW:
            _CREW.append(crew_of_readers(_threads(), warm=warm))
    return outcome(_CREW[0].submit(read, brief, order, name=order.name).outcome(), order)


def _threads() -> int:
    distributed: Any = import_module("distributed")
    return int(distributed.get_worker().state.nthreads)
