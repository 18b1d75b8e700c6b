"""Uploads on their way into the store: read in the background, one after the other, whoever watches.

An upload is first put down in an inbox folder, then read, then kept in the store; its place in the inbox is
gone after that. What a reload of the page, another page or the end of this program cuts short is taken up
again from there. One process works off an inbox.
"""

from __future__ import annotations

import json
import logging
import shutil
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final, Literal, TypeAlias
from uuid import uuid4

from extractors.errors import ReadError
from ui.store import Actor, Store, StoreError
from ui.submissions import Upload, read_upload
from ui.worker import NOTICE, Reading

__all__ = ["Job", "Jobs", "State", "Step", "TooMany"]

State = Literal["waiting", "running", "done", "failed"]
Read: TypeAlias = Callable[..., Reading]

_LOG: Final = logging.getLogger(__name__)
_WORKERS: Final = 2
_MOST: Final = 30  # uploads of one user that are not done yet
_TRIES: Final = 3  # that a program may have begun and not ended
_KEPT: Final = 200  # finished jobs that pages may still ask after
_ORDER: Final = "job.json"
_PUT: Final = "存入材料库，核对规则"


class TooMany(Exception):
    """One user has more uploads waiting than may wait; `str()` of it is the sentence for the user."""


class _Dropped(Exception):
    """Whoever put it in has taken it back."""


@dataclass(frozen=True, slots=True)
class Step:
    """Something that is being done, or has been."""

    what: str  # a few Chinese words
    done: int = 0
    total: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One upload on its way."""

    id: str
    actor: Actor
    name: str  # as its sender called it
    files: tuple[str, ...]
    submission: str | None = None  # the one it is the next version of, and once done: the one it is in
    hand_in: bool = False
    tries: int = 0
    state: State = "waiting"
    steps: tuple[Step, ...] = ()  # the last one is under way
    sentence: str = ""  # of a failed one, for the user
    put_in: datetime = field(default_factory=lambda: datetime.now(UTC))


class Jobs:
    """The uploads of all users. Each sees and touches their own."""

    def __init__(
        self, store: Store, folder: Path, *, workers: int = _WORKERS, read: Read = read_upload
    ) -> None:
        """Take up what was left in the inbox `folder`."""
        self._store = store
        self._folder = folder
        self._read = read
        self._change = threading.Condition()
        self._jobs: dict[str, Job] = {}
        self._closing = False
        self._threads = [
            threading.Thread(target=self._work, name=f"job-{number}", daemon=True)
            for number in range(workers)
        ]
        for job in _left(folder):
            self._jobs[job.id] = job
        for each in self._threads:
            each.start()

    def put(
        self, actor: Actor, upload: Upload, *, submission: str | None = None, hand_in: bool = False
    ) -> str:
        """Put an upload down; gives the job's id. Raises TooMany."""
        own = [each for each in self.of(actor) if each.state in ("waiting", "running")]
        if len(own) >= _MOST:
            raise TooMany(f"已有 {len(own)} 份材料在排队，请等它们读完再放。")
        files = upload.files or ((upload.name, upload.data),)
        job = Job(
            id=uuid4().hex,
            actor=actor,
            name=upload.name,
            files=tuple(name for name, _ in files),
            submission=submission,
            hand_in=hand_in,
        )
        place = self._folder / f"{job.id}.part"
        place.mkdir(parents=True)
        for number, (_, data) in enumerate(files):
            (place / str(number)).write_bytes(data)
        _write(place, job)
        place.rename(self._folder / job.id)  # from here on it is there as a whole
        with self._change:
            self._jobs[job.id] = job
            self._change.notify()
        return job.id

    def of(self, actor: Actor) -> tuple[Job, ...]:
        """One user's, oldest first."""
        with self._change:
            return tuple(each for each in self._jobs.values() if each.actor.id == actor.id)

    def all(self) -> tuple[Job, ...]:
        """Everybody's, oldest first: for who looks after the machine."""
        with self._change:
            return tuple(self._jobs.values())

    def ahead(self, job: Job) -> int:
        """How many wait that were put in before it."""
        with self._change:
            waiting = [each.id for each in self._jobs.values() if each.state == "waiting"]
        return waiting.index(job.id) if job.id in waiting else 0

    def retry(self, actor: Actor, job_id: str) -> None:
        """Read one that failed once more."""
        with self._change:
            job = self._jobs.get(job_id)
            if job is None or job.actor.id != actor.id or job.state != "failed":
                return
            self._keep(replace(job, state="waiting", steps=(), sentence="", tries=0))
            self._change.notify()

    def drop(self, actor: Actor, job_id: str) -> None:
        """Take one back; one that is being read is given up at its next step."""
        with self._change:
            job = self._jobs.get(job_id)
            if job is None or job.actor.id != actor.id:
                return
            del self._jobs[job_id]
        self._clear(job_id)

    def forget(self, actor: Actor, submission: str) -> None:
        """A submission is deleted: what was still on its way into it goes too."""
        for each in self.of(actor):
            if each.submission == submission:
                self.drop(actor, each.id)

    def close(self) -> None:
        """Begin nothing more; what is being read is taken up by the next one."""
        with self._change:
            self._closing = True
            self._change.notify_all()

    # --- inside -----------------------------------------------------------------------------------------

    def _work(self) -> None:
        while True:
            with self._change:
                while not self._closing and (job := self._next()) is None:
                    self._change.wait()
                if self._closing:
                    return
                assert job is not None
                job = replace(job, state="running", tries=job.tries + 1)
                self._keep(job)
            self._done(job)

    def _next(self) -> Job | None:
        """The oldest of somebody who has none under way, else the oldest."""
        busy = {each.actor.id for each in self._jobs.values() if each.state == "running"}
        waiting = [each for each in self._jobs.values() if each.state == "waiting"]
        return next((each for each in waiting if each.actor.id not in busy), next(iter(waiting), None))

    def _done(self, job: Job) -> None:
        def tell(what: str, done: int = 0, total: int = 0) -> None:
            with self._change:
                if self._closing or job.id not in self._jobs:
                    raise _Dropped
                present = self._jobs[job.id]
                self._jobs[job.id] = replace(present, steps=_with(present.steps, Step(what, done, total)))

        try:
            upload = _upload(self._folder / job.id, job)
            reading = self._read(upload, notice_id=NOTICE, progress=tell)
            tell(_PUT)
            submission = self._put_away(job, upload, reading)
        except _Dropped:
            return
        except (ReadError, StoreError) as error:
            self._failed(job, str(error))
        except FileNotFoundError:
            self._failed(job, "放入的文件不见了，请重新上传。")
        except Exception:  # noqa: BLE001 - whoever waits for it must hear of it
            _LOG.exception("job %s", job.id)
            self._failed(job, "程序出错，这份材料没有读成，请重试；仍然不行时请联系维护者。")
        else:
            self._settle(job, submission)

    def _put_away(self, job: Job, upload: Upload, reading: Reading) -> str:
        desk = self._store.as_(job.actor)
        if job.submission is None:
            return desk.submissions.put(upload, reading, hand_in=job.hand_in)
        desk.submissions.put_version(job.submission, upload, reading)
        return job.submission

    def _settle(self, job: Job, submission: str) -> None:
        with self._change:
            present = self._jobs.get(job.id)
            if present is not None:
                self._jobs[job.id] = replace(present, state="done", submission=submission)
            finished = [each.id for each in self._jobs.values() if each.state == "done"]
            for each in finished[:-_KEPT]:
                del self._jobs[each]
        self._clear(job.id)

    def _failed(self, job: Job, sentence: str) -> None:
        with self._change:
            if job.id in self._jobs:
                self._keep(replace(self._jobs[job.id], state="failed", sentence=sentence))

    def _keep(self, job: Job) -> None:
        self._jobs[job.id] = job
        place = self._folder / job.id
        if place.is_dir():
            _write(place, job)

    def _clear(self, job_id: str) -> None:
        shutil.rmtree(self._folder / job_id, ignore_errors=True)


def _with(steps: Sequence[Step], step: Step) -> tuple[Step, ...]:
    """A step that is told of again takes the place of what was told of it before."""
    for at, each in enumerate(steps):
        if each.what == step.what:
            return (*steps[:at], *steps[at + 1 :], step)
    return (*steps, step)


def _upload(place: Path, job: Job) -> Upload:
    data = [(place / str(number)).read_bytes() for number in range(len(job.files))]
    if len(data) == 1:
        return Upload(job.name, data[0])
    return Upload(job.name, files=tuple(zip(job.files, data, strict=True)))


def _write(place: Path, job: Job) -> None:
    """What another run of the program needs to take it up."""
    kept: dict[str, Any] = {
        "actor": job.actor._asdict(),
        "name": job.name,
        "files": job.files,
        "submission": job.submission,
        "hand_in": job.hand_in,
        "tries": job.tries,
        "sentence": job.sentence,
        "put_in": job.put_in.isoformat(),
    }
    passing = place / f"{_ORDER}.part"
    passing.write_text(json.dumps(kept), encoding="ascii")  # a lone surrogate of a file name has no bytes
    passing.replace(place / _ORDER)


def _left(folder: Path) -> list[Job]:
    """What an earlier run of the program had not finished, oldest first."""
    found = []
    for place in folder.iterdir() if folder.is_dir() else ():
        if place.suffix == ".part":
            shutil.rmtree(place, ignore_errors=True)
        elif (place / _ORDER).is_file():
            found.append(_taken_up(place))
    return sorted(found, key=lambda each: each.put_in)


def _taken_up(place: Path) -> Job:
    kept = json.loads((place / _ORDER).read_text(encoding="ascii"))
    sentence = kept["sentence"]
    if not sentence and kept["tries"] >= _TRIES:
        sentence = "处理这份材料时程序中断了几次，没有读成，请检查文件后重试。"
    return Job(
        id=place.name,
        actor=Actor(**kept["actor"]),
        name=kept["name"],
        files=tuple(kept["files"]),
        submission=kept["submission"],
        hand_in=kept["hand_in"],
        tries=kept["tries"],
        state="failed" if sentence else "waiting",
        sentence=sentence,
        put_in=datetime.fromisoformat(kept["put_in"]),
    )
