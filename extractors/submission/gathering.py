"""From the files of a submission to their documents: archives opened, old formats converted, pages read."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias, TypeVar

from extractors.document import Document
from extractors.errors import ReadError, TooLarge
from extractors.guard.faults import shown
from extractors.page import Page
from extractors.submission.sources import Source
from extractors.submission.tasks import Archive, Old, Partly, Whole, examine, read_old
from extractors.submission.unpacking import unpack
from extractors.workers import Crew, Task

__all__ = ["File", "Progress", "finished", "gather", "sources_of_archive"]

Progress: TypeAlias = Callable[[str, int, int], None]  # (what is being done, parts done, of how many)
T = TypeVar("T")

_TICK = 0.5  # seconds between two signs of life
_UNPACKED = 45.0  # seconds that the largest archive has on a slow disk
_EACH = 4.0  # seconds that LibreOffice has for each file after the first of a call, once it has started
_AT_ONCE = 8  # files of one call of LibreOffice
_READING, _CONVERTING, _UNPACKING = "读取文件", "转换旧格式文件", "解压"


@dataclass(slots=True)
class File:
    """One file of a submission, and what is known of it so far."""

    source: Source
    document: Document | None = None
    trouble: ReadError | None = None
    partly: Partly | None = None  # some of its pages must be recognised
    pages: tuple[Page, ...] = ()  # those that were
    left: tuple[int, ...] = ()  # those that were not, on purpose
    failed: tuple[int, ...] = ()  # those that could not be
    archive: bool = False  # what it holds stands for it

    @property
    def name(self) -> str:
        return self.source.name


def finished(tasks: Sequence[Task[T]], tell: Progress, what: str) -> Iterator[T | ReadError]:
    """The outcome of each task, in order; `tell` hears of it at each end and twice a second."""
    if not tasks:
        return
    told = time.monotonic()
    tell(what, 0, len(tasks))
    for task in tasks:
        while not task.wait(_TICK):
            tell(what, sum(each.done for each in tasks), len(tasks))
        if time.monotonic() > told + _TICK or tasks[-1].done:
            told = time.monotonic()
            tell(what, sum(each.done for each in tasks), len(tasks))
        yield task.outcome()


def gather(sources: Iterable[Source], crew: Crew, *, folder: Path, tell: Progress) -> list[File]:
    """All files of a submission, those in archives too; `folder` is for what is unpacked or converted.

    A file that can't be read has its trouble. Raises TooLarge where there are too many.
    """
    made: list[File] = []
    level = list(sources)
    for depth in range(crew.limits.nesting + 1):
        files = _examined(level, crew, folder=folder, tell=tell)
        archives = [file for file in files if file.archive]
        made += [file for file in files if not file.archive]
        level = []
        for number, file in enumerate(archives):
            inner = folder / f"zip-{depth}-{number}"
            level += _opened(file, made, crew, inner, tell, deep=depth == crew.limits.nesting)
        if len(made) + len(level) > crew.limits.files:
            raise TooLarge(f"材料里的文件超过 {crew.limits.files} 个的上限，请删去无关的文件后再提交。")
        if not level:
            break
    return sorted(made, key=lambda file: file.name)


def sources_of_archive(source: Source, crew: Crew, *, folder: Path, tell: Progress) -> list[Source]:
    """What an archive holds, unpacked into `folder`. Raises a ReadError."""
    folder.mkdir(parents=True, exist_ok=True)
    room = crew.limits.unpacked
    task = crew.submit(unpack, source.path, folder, source.name, room, seconds=_UNPACKED, name=source.name)
    for outcome in finished([task], tell, _UNPACKING):
        if isinstance(outcome, ReadError):
            raise outcome
        return [Source(name, Path(path)) for name, path in outcome]
    raise AssertionError("one task has one outcome")


def _opened(
    file: File, made: list[File], crew: Crew, folder: Path, tell: Progress, *, deep: bool
) -> list[Source]:
    """The files of an archive inside the submission; one that can't be opened is a file with a trouble."""
    try:
        if deep:
            raise TooLarge(
                f"“{shown(file.name)}”是压缩包里的压缩包，套了超过 {crew.limits.nesting} 层，请解压后再提交。"
            )
        inside = sources_of_archive(file.source, crew, folder=folder, tell=tell)
    except ReadError as error:
        made.append(File(file.source, trouble=error))
        return []
    return [Source(f"{file.name}/{each.name}", each.path) for each in inside]


def _examined(sources: Sequence[Source], crew: Crew, *, folder: Path, tell: Progress) -> list[File]:
    tasks = [crew.submit(examine, source.path, source.name, name=source.name) for source in sources]
    files = []
    old: list[tuple[File, str]] = []
    for source, outcome in zip(sources, finished(tasks, tell, _READING), strict=True):
        file = File(source)
        match outcome:
            case Whole(document):
                file.document = document
            case Partly() as partly:
                file.partly = partly
            case Old(kind):
                old.append((file, kind))
            case Archive():
                file.archive = True
            case ReadError() as error:
                file.trouble = error
        files.append(file)
    _convert(old, crew, folder=folder, tell=tell)
    return files


def _convert(old: Sequence[tuple[File, str]], crew: Crew, *, folder: Path, tell: Progress) -> None:
    """Several files in one call, since LibreOffice starts slowly; a call that fails is made file by file."""
    if not old:
        return
    batches = [list(old[at : at + _AT_ONCE]) for at in range(0, len(old), _AT_ONCE)]
    if len(batches) == 1 and len(old) > 1:  # as many calls side by side as there are workers
        share = -(-len(old) // crew.workers)
        batches = [list(old[at : at + share]) for at in range(0, len(old), share)]
    tasks = [_conversion(batch, crew, folder / f"old-{id(batch)}") for batch in batches]
    again: list[tuple[File, str]] = []
    for batch, outcome in zip(batches, finished(tasks, tell, _CONVERTING), strict=True):
        if not isinstance(outcome, ReadError):
            _settle(batch, outcome)
        elif len(batch) == 1:
            _settle(batch, (outcome,))
        else:
            again += batch
    single = [_conversion([each], crew, folder / f"old-{id(each)}") for each in again]
    for each, outcome in zip(again, finished(single, tell, _CONVERTING), strict=True):
        _settle([each], (outcome,) if isinstance(outcome, ReadError) else outcome)


def _conversion(
    batch: Sequence[tuple[File, str]], crew: Crew, folder: Path
) -> Task[tuple[Document | ReadError, ...]]:
    files = [(file.source.path, file.name, kind) for file, kind in batch]
    name = files[0][1] if len(files) == 1 else ""
    seconds = crew.limits.seconds + _EACH * (len(files) - 1)
    return crew.submit(read_old, files, folder, seconds=seconds, name=name)


def _settle(batch: Sequence[tuple[File, str]], outcomes: Sequence[Document | ReadError]) -> None:
    for (file, _), outcome in zip(batch, outcomes, strict=True):
        if isinstance(outcome, ReadError):
            file.trouble = outcome
        else:
            file.document = outcome
