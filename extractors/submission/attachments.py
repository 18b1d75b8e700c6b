"""The attachments of a submission: found in its documents, and their codes looked for by workers."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from extractors.attached import attach
from extractors.attached.codes import Found, codes_on, pages_wanted, with_codes
from extractors.document import Document
from extractors.errors import ReadError
from extractors.form import Form, FormSpec
from extractors.submission.gathering import File, Progress, finished
from extractors.workers import Crew

__all__ = ["Places", "with_attachments"]

_LOOKING = "查找附件上的二维码"


class Places(NamedTuple):
    """Where the files of a submission can be opened, and which of them were not read to the end."""

    paths: Mapping[str, Path]  # by name
    partly: Collection[str] = ()

    @classmethod
    def of(cls, files: Iterable[File], *, joined: Collection[str] = ()) -> Places:
        """`joined`: pictures that are pages of one document, whose page numbers are not their own."""
        files = tuple(files)
        return cls(
            {file.name: file.source.path for file in files if file.name not in joined},
            tuple(file.name for file in files if file.left or file.failed),
        )


def with_attachments(
    form: Form, documents: Iterable[Document], places: Places, *, spec: FormSpec, crew: Crew, tell: Progress
) -> Form:
    """The form with its attachments and the codes on those that must have them.

    No worker starts where there is nothing to look at; a file that fails counts as not looked at.
    """
    form = attach(form, documents, spec, partly=places.partly)
    wanted = [each for each in pages_wanted(form) if each.file in places.paths]
    if not wanted:
        return form
    tasks = [crew.submit(codes_on, places.paths[each.file], each.pages, name=each.file) for each in wanted]
    found: dict[str, Found | None] = {}
    for each, outcome in zip(wanted, finished(tasks, tell, _LOOKING), strict=True):
        if not isinstance(outcome, ReadError):
            found[each.file] = outcome
    return with_codes(form, found)
