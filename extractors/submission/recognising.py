"""Which pages are recognised, and in what order: all of them, or only those that the form stands on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from extractors.errors import ReadError
from extractors.fill import fill, recognised
from extractors.form import FormSpec
from extractors.page import Page
from extractors.submission.gathering import File, Progress, finished
from extractors.submission.sources import natural
from extractors.submission.tasks import put_together, recognise
from extractors.text import squeeze
from extractors.workers import Crew, Task

__all__ = ["recognise_all", "recognise_form"]

_LOOKING, _LAYING_OUT = "识别扫描页", "整理版面"
_TRIED = 8  # pages of a file on which nothing of the form is found, after which it is left
_FAILED = 3  # pages of a file that may fail before it is left, where more fail than not
_CONTENTS = 5  # headings of the form that no page has but its table of contents
_ROOM = 8  # characters that a heading's line may have besides it: its number, a page's


def recognise_all(files: Sequence[File], crew: Crew, tell: Progress) -> None:
    """Recognise every page that needs it and make the documents."""
    waiting = _by_name(files)
    tasks = [(file, number, _look(file, number, crew)) for file in waiting for number in _unread(file)]
    outcomes = finished([task for _, _, task in tasks], tell, _LOOKING)
    for at, ((file, number, _), outcome) in enumerate(zip(tasks, outcomes, strict=True)):
        _note(file, number, outcome)
        if _is_hopeless(file):
            for other, _, task in tasks[at + 1 :]:
                if other is file:
                    crew.cancel(task)
    _lay_out(waiting, crew, tell)


def recognise_form(files: Sequence[File], crew: Crew, tell: Progress, *, spec: FormSpec) -> None:
    """Recognise what the form needs: nothing where it was read, else the pages up to its last section.

    The others are in `File.left`.
    """
    waiting = _by_name(files)
    found = any(file.document is not None and recognised(fill(file.document, spec)) for file in files)
    for file in waiting:
        if not found:
            found = _until_the_end(file, crew, tell, spec)
        done = {*file.failed, *(page.number for page in file.pages)}
        file.left = tuple(number for number in _unread(file) if number not in done)
    _lay_out(waiting, crew, tell)


def _by_name(files: Iterable[File]) -> list[File]:
    return sorted((file for file in files if file.partly is not None), key=lambda file: natural(file.name))


def _unread(file: File) -> tuple[int, ...]:
    assert file.partly is not None
    return file.partly.pages.unread


def _look(file: File, number: int, crew: Crew) -> Task[Page]:
    assert file.partly is not None
    limits = crew.limits
    return crew.submit(
        recognise,
        file.source.path,
        number,
        file.partly.kind,
        seconds=limits.page_seconds,
        name=f"{file.name} 第 {number} 页",
    )


def _note(file: File, number: int, outcome: Page | ReadError) -> None:
    if isinstance(outcome, ReadError):
        file.trouble = file.trouble or outcome  # for good where no page could be read
        file.failed = (*file.failed, number)
    else:
        file.pages = (*file.pages, outcome)


def _is_hopeless(file: File) -> bool:
    """Whether so many pages failed that the rest would only cost their time limits."""
    return len(file.failed) > max(_FAILED, len(file.pages))


def _until_the_end(file: File, crew: Crew, tell: Progress, spec: FormSpec) -> bool:
    """Look at pages in order until the form's last section has been seen; whether anything of it was."""
    assert file.partly is not None
    headings = _Headings(spec)
    seen: set[str] = set()
    for page in file.partly.pages.read:
        seen |= headings.on(page)
    if headings.last in seen:
        return True
    numbers = list(_unread(file))
    step = crew.workers
    for at in range(0, len(numbers), step):
        batch = numbers[at : at + step]
        tasks = [_look(file, number, crew) for number in batch]

        def counted(what: str, done: int, _: int, *, before: int = at) -> None:
            tell(what, before + done, len(numbers))

        for number, outcome in zip(batch, finished(tasks, counted, _LOOKING), strict=True):
            _note(file, number, outcome)
            if not isinstance(outcome, ReadError):
                seen |= headings.on(outcome)
        if headings.last in seen or (not seen and at + step >= _TRIED) or _is_hopeless(file):
            break
    return bool(seen)


class _Headings:
    """The form's section headings as they are found on a page."""

    def __init__(self, spec: FormSpec) -> None:
        asked = {each.section for each in spec.fields}
        sections = [each for each in spec.sections if each.key in asked and each.key != "cover"]
        self.last = sections[-1].key
        self._words: list[tuple[str, str]] = [
            (squeeze(word), each.key) for each in sections for word in (each.heading, *each.aliases)
        ]

    def on(self, page: Page) -> set[str]:
        """The sections that begin on a page; none on a table of contents, which has them all."""
        lines = [squeeze(re.sub(r"[.…·]{3,}.*", "", run.text)) for run in page.runs]
        short = {line for line in lines if 0 < len(line) < 40}
        found = {
            key
            for word, key in self._words
            for line in short
            if word in line and len(line) <= len(word) + _ROOM
        }
        return found if len(found) < _CONTENTS else set()


def _lay_out(files: Sequence[File], crew: Crew, tell: Progress) -> None:
    """Make documents of pages, in workers: made-up pages can be costly."""
    made = [file for file in files if file.pages or (file.partly is not None and file.partly.pages.read)]
    tasks = [crew.submit(put_together, file.name, file.partly, file.pages, name=file.name) for file in made]
    for file, outcome in zip(made, finished(tasks, tell, _LAYING_OUT), strict=True):
        if isinstance(outcome, ReadError):
            file.trouble = outcome
            continue
        file.document = outcome
        file.trouble = None
