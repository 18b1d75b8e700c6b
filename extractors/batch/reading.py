"""What a process does that reads submissions: as `shenbao check` does, one after the other."""

from __future__ import annotations

import gc
import shutil
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from extractors.batch.entries import look_at
from extractors.batch.orders import Brief, Done, Order
from extractors.batch.records import packed_form, packed_result, unpacked_form
from extractors.batch.store import Damaged
from extractors.errors import Corrupt, NotFound, ReadError
from extractors.isolate import limited
from extractors.workers import Crew, Died, Task, report
from extractors.workers.work import last_words

if TYPE_CHECKING:
    from extractors.form import Form, FormSpec

__all__ = ["SILENCE", "read"]

SILENCE = 120.0  # seconds without a beat after which a process is taken for stuck
_BEAT = 2.0
_OBJECTS_PER_COLLECTION = 200_000  # a filing makes few cycles: looking for them took a fifth of its time
_PASSING = frozenset({"internal", "not_found"})  # codes of what may be otherwise the next time
_OF_THE_DISK = ("磁盘", "正在被其他程序写入")  # words of sentences that are, whatever their code

T = TypeVar("T")


def read(brief: Brief, order: Order) -> Done:
    """Carry out one order, in the main thread of a process that may be killed for it."""
    gc.set_threshold(_OBJECTS_PER_COLLECTION)
    with _beating(), _scratch(order) as folder:
        try:
            return _read(brief, order, _fetched(order, folder))
        except ReadError as error:
            return _failed(error, order)
        except FileNotFoundError:
            return _failed(NotFound(f"读取“{order.name}”时文件不见了，请检查它是否被移动或删除。"), order)
        except PermissionError:
            return _failed(NotFound(f"没有权限读取“{order.name}”，请检查文件权限后重试。"), order)


def _read(brief: Brief, order: Order, path: Path) -> Done:
    before = look_at(path)
    digest = order.digest if order.sure else _digest(path)
    done = Done(digest, order.look or before.trusted)
    same = digest == order.digest
    if same and order.judged:
        return done
    crew = _crew(brief)
    try:
        with limited(on_hang=last_words):
            form = _known(order, brief.demands(brief.notice).spec) if same else None
            if form is not None:
                return done._replace(parts=_judged(brief, form))
            form = _extracted(brief, order, path, crew)
            parts = _judged(brief, form)
    except RecursionError:
        fault: ReadError = Corrupt(f"“{order.name}”的结构嵌套过深，可能已损坏，请用原来的软件另存后再提交。")
        return _failed(fault, order, done, path=path)
    except ReadError as error:
        return _failed(error, order, done, path=path, died=crew.has_lost_one())
    lasting = order.tried or not crew.has_lost_one()
    touched = look_at(path).mark != before.mark
    return done._replace(form=packed_form(form), parts=parts, lasting=lasting and not touched)


def _extracted(brief: Brief, order: Order, path: Path, crew: Crew) -> Form:
    from extractors.submission import extract

    demands = brief.demands(brief.notice)
    form = extract(path, spec=demands.spec, fast=brief.fast, crew=crew)
    return replace(form, source={**form.source, "path": order.name})


def _judged(brief: Brief, form: Form) -> tuple[bytes, bytes, bytes]:
    from extractors.check import check
    from extractors.result import checked

    demands = brief.demands(brief.notice)
    report_ = check(form, rules=demands.rules, context=brief.context, planned=demands.planned)
    return packed_result(checked(form, report_), demands.spec, brief.kept)


def _known(order: Order, spec: FormSpec) -> Form | None:
    if not order.form:
        return None
    try:
        return unpacked_form(order.form, spec)
    except Damaged:  # then it is read again
        return None


def _failed(
    error: ReadError,
    order: Order,
    done: Done = Done(),  # noqa: B008 - frozen
    *,
    path: Path | None = None,
    died: bool = False,
) -> Done:
    message = str(error)
    if path is not None:  # sentences that tell a whole path tell it as it is in the set
        message = message.replace(str(path), order.name).replace(path.as_posix(), order.name)
    passing = error.code in _PASSING or any(word in message for word in _OF_THE_DISK)
    lasting = not passing and (order.tried or not died)
    return done._replace(code=error.code, message=message, lasting=lasting)


def _digest(path: Path) -> str:
    from extractors.submission.sources import Source, digest, in_folder

    path.stat()  # what has vanished has no digest
    return digest(in_folder(path) if path.is_dir() else [Source(path.name, path)])


def _fetched(order: Order, folder: Path) -> Path:
    """Where the submission lies on this machine."""
    if "://" not in order.where:
        return Path(order.where)
    from extractors.batch.remote import fetch

    return fetch(order.where, folder / "fetched", name=order.name)


class _Watchful(Crew):
    """Remembers whether one of its workers ended without a word."""

    def __init__(self, *, workers: int) -> None:
        super().__init__(workers=workers)
        self._asked: list[Task[Any]] = []

    def submit(self, *arguments: Any, **named: Any) -> Task[Any]:
        task = super().submit(*arguments, **named)
        self._asked.append(task)
        return task

    def has_lost_one(self) -> bool:
        """Since this was asked last."""
        asked, self._asked = self._asked, []
        return any(each.done and isinstance(each.outcome(), Died) for each in asked)


_crews: list[_Watchful] = []  # of this process: its workers keep what they have loaded


def _crew(brief: Brief) -> _Watchful:
    if not _crews:
        _crews.append(_Watchful(workers=brief.workers))
    _crews[0].has_lost_one()
    return _crews[0]


@contextmanager
def _scratch(order: Order) -> Iterator[Path]:
    """A folder for this order, which all temporary files go to."""
    if not order.scratch:
        with tempfile.TemporaryDirectory(prefix="shenbao-", ignore_cleanup_errors=True) as own:
            yield Path(own)
        return
    folder = Path(order.scratch)
    folder.mkdir(parents=True, exist_ok=True)
    usual, tempfile.tempdir = tempfile.tempdir, str(folder)
    try:
        yield folder
    finally:
        tempfile.tempdir = usual
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _beating() -> Iterator[None]:
    """Tell the parent now and then that this process lives: how long a submission takes is its own affair."""
    over = threading.Event()

    def beat() -> None:
        while not over.wait(_BEAT):
            report(0, 0)

    thread = threading.Thread(target=beat, name="beat", daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()
