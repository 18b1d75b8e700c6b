"""What a worker process does for a submission: all that opens a file which nobody vouches for."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple, TypeAlias

from extractors.document import Document
from extractors.errors import ReadError
from extractors.guard import kind_of, read_bytes, refusal
from extractors.page import Page, Pages
from extractors.readers import LEGACY, PAGED, READERS, compose, first_look, look
from extractors.workers import report

__all__ = [
    "Archive",
    "Examined",
    "Old",
    "Partly",
    "Whole",
    "examine",
    "put_together",
    "read_old",
    "recognise",
]


class Whole(NamedTuple):
    """A file that has been read."""

    document: Document


class Partly(NamedTuple):
    """A file some of whose pages must be recognised."""

    kind: str
    sha256: str
    pages: Pages


class Old(NamedTuple):
    """A file that LibreOffice must convert."""

    kind: str


class Archive(NamedTuple):
    """A file that holds files."""


Examined: TypeAlias = Whole | Partly | Old | Archive


def examine(path: Path, name: str) -> Examined:
    """Read what can be read at once. Raises a ReadError."""
    data = read_bytes(path)
    kind = kind_of(data)
    if kind in READERS:
        return Whole(READERS[kind](data, name=name))
    if kind in PAGED:
        sha256 = hashlib.sha256(data).hexdigest()
        del data
        pages = first_look(path, kind=kind)
        if pages.unread:
            return Partly(kind, sha256, pages)
        return Whole(compose(pages, name=name, kind=kind, sha256=sha256))
    if kind in LEGACY:
        return Old(kind)
    if kind in {"zip", "broken-zip"}:
        return Archive()
    raise refusal(kind, name=name)


def recognise(path: Path, number: int, kind: str) -> Page:
    """One page of a file, from its picture."""
    return look(path, number, kind=kind)


def put_together(name: str, partly: Partly, looked_at: Sequence[Page]) -> Document:
    """A file with its pages recognised."""
    return compose(partly.pages, looked_at, name=name, kind=partly.kind, sha256=partly.sha256)


def read_old(files: Sequence[tuple[Path, str, str]], folder: Path) -> tuple[Document | ReadError, ...]:
    """Files of old formats (path, name, kind) through LibreOffice, whose own files go to `folder`."""
    from extractors.readers.legacy import read_all

    made = []
    for at, outcome in enumerate(read_all(files, folder), start=1):
        report(at, len(files))
        made.append(outcome)
    return tuple(made)
