"""Batches that somebody began on the pages: each entry read in the background and put in the store.

What is to be read is put down in a folder of the batch's own first (or lies in the folder that a user of this
machine named), so a batch that the end of this program cut short is gone on with by `go_on`.
"""

from __future__ import annotations

import logging
import shutil
import threading
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple, TypeAlias
from uuid import uuid4

from extractors.errors import ReadError
from extractors.isolate import isolated
from extractors.submission.sources import in_folder, is_junk
from extractors.submission.unpacking import unpack
from ui.filenames import file_name
from ui.store import Actor, Desk, Store, StoreError
from ui.submissions import Upload, read_upload
from ui.worker import NOTICE, Reading

__all__ = ["BadSet", "Rounds"]

Read: TypeAlias = Callable[..., Reading]

_LOG: Final = logging.getLogger(__name__)
_WORKERS: Final = 2
_ROOM: Final = 8 << 30  # bytes that a set in one .zip may unpack to
_UNPACKING: Final = 600.0  # seconds that it may take
_FOLDER: Final = "folder"  # option of a batch: where its entries lie


class BadSet(Exception):
    """What was given is no set of submissions; `str()` of it is the sentence for the user."""


class _Task(NamedTuple):
    actor: Actor
    batch: str
    number: int
    path: Path


class Rounds:
    """The batches of all users, worked off by a few threads."""

    def __init__(
        self, store: Store, folder: Path, *, workers: int = _WORKERS, read: Read = read_upload
    ) -> None:
        self._store = store
        self._folder = folder
        self._read = read
        self._change = threading.Condition()
        self._tasks: deque[_Task] = deque()
        self._left: set[str] = set()  # batches that were deleted or stopped meanwhile
        self._closing = False
        self._threads = [
            threading.Thread(target=self._work, name=f"round-{number}", daemon=True)
            for number in range(workers)
        ]
        for each in self._threads:
            each.start()

    def begin_folder(self, actor: Actor, folder: Path) -> str:
        """Every entry of a folder on this machine. Raises BadSet."""
        try:
            entries = _entries(folder)
        except OSError as error:
            raise BadSet(f"打不开文件夹“{folder}”，请检查路径和权限。") from error
        return self._begin(actor, folder.name or str(folder), folder, entries)

    def begin_zip(self, actor: Actor, name: str, data: bytes) -> str:
        """Every entry of an uploaded .zip, unpacked first. Raises BadSet."""
        place = self._folder / uuid4().hex
        place.mkdir(parents=True)
        try:
            packed = place / "set.zip"
            packed.write_bytes(data)
            inside = place / "in"
            inside.mkdir()
            parts = isolated(unpack, packed, inside, name, _ROOM, seconds=_UNPACKING)
            laid = _laid_out(parts, place / "entries")
            packed.unlink()
            shutil.rmtree(inside, ignore_errors=True)
            return self._begin(actor, name, laid, _entries(laid))
        except ReadError as error:
            shutil.rmtree(place, ignore_errors=True)
            raise BadSet(str(error)) from error
        except BadSet:
            shutil.rmtree(place, ignore_errors=True)
            raise

    def go_on(self, actor: Actor, batch_id: str) -> None:
        """Read what failed or was cut off, and what still waits."""
        desk = self._store.as_(actor)
        desk.batches.retry(batch_id)
        batch = desk.batches.get(batch_id)
        folder = Path(str(batch.options[_FOLDER]))
        with self._change:
            self._left.discard(batch_id)
            known = {(each.batch, each.number) for each in self._tasks}
            waiting = [each for each in batch.items if each.state == "waiting"]
            for each in waiting:
                if (batch_id, each.number) not in known:
                    self._tasks.append(_Task(actor, batch_id, each.number, folder / each.name))
            self._change.notify_all()

    def stop(self, actor: Actor, batch_id: str) -> None:
        """Begin no further entry of it."""
        self._store.as_(actor).batches.get(batch_id)  # raises where it is not this user's
        with self._change:
            self._left.add(batch_id)
            self._tasks = deque(each for each in self._tasks if each.batch != batch_id)

    def delete(self, actor: Actor, batch_id: str) -> None:
        """Forget the batch and what was put down for it; the submissions stay."""
        desk = self._store.as_(actor)
        batch = desk.batches.get(batch_id)
        self.stop(actor, batch_id)
        desk.batches.delete(batch_id)
        laid = Path(str(batch.options[_FOLDER]))
        if self._folder in laid.parents:
            shutil.rmtree(self._folder / laid.relative_to(self._folder).parts[0], ignore_errors=True)

    def is_under_way(self, batch_id: str) -> bool:
        """Whether this program will still read something of it."""
        with self._change:
            return any(each.batch == batch_id for each in self._tasks)

    def close(self) -> None:
        with self._change:
            self._closing = True
            self._change.notify_all()

    # --- inside -----------------------------------------------------------------------------------------

    def _begin(self, actor: Actor, name: str, folder: Path, entries: Sequence[str]) -> str:
        if not entries:
            raise BadSet(f"“{name}”里没有申报材料：每个文件、文件夹或 .zip 应是一份申报材料。")
        desk = self._store.as_(actor)
        batch = desk.batches.begin(name, entries, options={_FOLDER: str(folder)})
        self.go_on(actor, batch)
        return batch

    def _work(self) -> None:
        while True:
            with self._change:
                while not self._tasks and not self._closing:
                    self._change.wait()
                if self._closing:
                    return
                task = self._tasks.popleft()
            try:
                self._one(task)
            except StoreError:  # the batch was deleted meanwhile, or its user's account was closed
                _LOG.info("batch %s: entry %d is not wanted any more", task.batch, task.number)
            except Exception:  # noqa: BLE001 - a batch goes on, whatever one entry does
                _LOG.exception("batch %s, entry %d", task.batch, task.number)

    def _one(self, task: _Task) -> None:
        desk = self._store.as_(task.actor)
        desk.batches.set_item(task.batch, task.number, "running")
        try:
            submission = self._put(desk, task.path)
        except (ReadError, StoreError) as error:
            desk.batches.set_item(task.batch, task.number, "failed", sentence=str(error))
        except OSError:
            sentence = f"打不开“{task.path.name}”，它可能已被移走或没有权限，请检查后重试。"
            desk.batches.set_item(task.batch, task.number, "failed", sentence=sentence)
        except Exception:
            desk.batches.set_item(task.batch, task.number, "failed", sentence="程序出错，没有读成，请重试。")
            raise
        else:
            desk.batches.set_item(task.batch, task.number, "done", submission_id=submission)

    def _put(self, desk: Desk, path: Path) -> str:
        upload = _upload(path)
        reading = self._read(upload, notice_id=NOTICE, progress=_silent)
        return desk.submissions.put(upload, reading, hand_in=True)


def _silent(*_: Any) -> None:
    """The batch tells how far it is by its entries."""


def _entries(folder: Path) -> list[str]:
    """The names of what is a submission."""
    return sorted(each.name for each in folder.iterdir() if not is_junk(each.name))


def _upload(path: Path) -> Upload:
    if not path.is_dir():
        return Upload(path.name, path.read_bytes())
    files = tuple((each.name.replace("/", "_"), each.path.read_bytes()) for each in in_folder(path))
    return Upload(path.name, files=files) if len(files) != 1 else Upload(files[0][0], files[0][1])


def _laid_out(parts: Iterable[tuple[str, str]], folder: Path) -> Path:
    """The unpacked files under safe names of their own, folder by folder; gives where the entries are.

    A .zip of a set mostly holds one folder, in which everything is.
    """
    folder.mkdir()
    for name, where in parts:
        target = folder.joinpath(*(file_name(part) for part in name.split("/")))
        target.parent.mkdir(parents=True, exist_ok=True)
        Path(where).rename(_free(target))
    inner = list(folder.iterdir())
    return inner[0] if len(inner) == 1 and inner[0].is_dir() else folder


def _free(path: Path) -> Path:
    """`path`, or with a number where it is taken: what was cleaned out may have told two names apart."""
    number = 2
    free = path
    while free.exists():
        free = path.with_name(f"{path.stem}（{number}）{path.suffix}")
        number += 1
    return free
