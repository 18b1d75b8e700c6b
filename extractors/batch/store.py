"""One record for each submission of a set, kept in a folder; each is written whole or not at all.

A record is a line of JSON, its head, and behind it the parts, whose lengths and checksums the head gives.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import sys
import time
import zlib
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO, NamedTuple

from extractors.batch.faults import writing

__all__ = ["FORM", "PARTS", "Damaged", "Head", "Store", "put_in_place", "replaced", "settled"]

FORM, MEMBER, BODY, JUDGED = PARTS = ("form", "member", "body", "judged")
_UNFINISHED = ".part"
_LONGEST_HEAD = 1 << 16


class Damaged(Exception):
    """A record is not what was written: it has to be made again."""


class Head(NamedTuple):
    """What a record is of, and what it was made with."""

    name: str
    look: str  # "" where it can't be trusted
    digest: str
    reading: str  # what was read, and by what: a digest of both
    judging: str  # the same of the result
    code: str = ""  # of the ReadError where there is no result
    message: str = ""
    lasting: bool = True
    parts: Mapping[str, tuple[int, int]] = {}  # length and checksum, in order


class Store:
    """Records by the names of submissions."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def open(self) -> None:
        """Make the folder where there is none, and clear away what a killed run left half written."""
        with writing(self._folder):
            self._folder.mkdir(parents=True, exist_ok=True)
            for path in self._folder.glob(f"*/*{_UNFINISHED}"):
                path.unlink()

    def head(self, name: str) -> Head | None:
        """The head of a record, None where there is none that is whole."""
        try:
            with self._path(name).open("rb") as file:
                head, start = _head_of(file)
                size = file.seek(0, os.SEEK_END)
        except (OSError, Damaged):
            return None
        whole = start + sum(length for length, _ in head.parts.values()) == size
        return head if whole and head.name == name else None

    def read(self, name: str, *wanted: str) -> tuple[bytes, ...]:
        """Parts of a record. Raises Damaged."""
        found = []
        try:
            with self._path(name).open("rb") as file:
                head, at = _head_of(file)
                for part, (length, checksum) in head.parts.items():
                    if part in wanted:
                        file.seek(at)
                        data = file.read(length)
                        if len(data) != length or zlib.crc32(data) != checksum:
                            raise Damaged(name)
                        found.append(data)
                    at += length
        except OSError as error:
            raise Damaged(name) from error
        if len(found) != len(wanted):
            raise Damaged(name)
        return tuple(found)

    def write(self, head: Head, parts: Mapping[str, bytes]) -> None:
        """Write a record in place of what there is. Raises CannotWrite."""
        sizes = {part: (len(data), zlib.crc32(data)) for part, data in parts.items()}
        line = json.dumps(head._replace(parts=sizes)._asdict(), ensure_ascii=True).encode("ascii")
        path = self._path(head.name)
        with writing(path):
            path.parent.mkdir(exist_ok=True)
        with replaced(path) as file:
            file.write(b"%08x %s\n" % (zlib.crc32(line), line))
            for data in parts.values():
                file.write(data)

    def discard(self, name: str) -> None:
        """Forget a record."""
        with writing(self._path(name)):
            self._path(name).unlink(missing_ok=True)

    def keep_only(self, names: Collection[str]) -> None:
        """Forget the records of all others: what has left the set is nobody's business any more."""
        wanted = {self._path(name).name for name in names}
        with writing(self._folder):
            for path in self._folder.glob("*/*"):
                if path.name not in wanted and path.is_file():
                    path.unlink()

    def _path(self, name: str) -> Path:
        key = hashlib.sha256(name.encode("utf-8", "surrogateescape")).hexdigest()[:40]
        return self._folder / key[:2] / key


def _head_of(file: IO[bytes]) -> tuple[Head, int]:
    line = file.readline(_LONGEST_HEAD)
    checksum, _, told = line.rstrip(b"\n").partition(b" ")
    if not line.endswith(b"\n") or checksum != b"%08x" % zlib.crc32(told):
        raise Damaged
    try:
        head = Head(**json.loads(told))
        parts = {name: (size, crc) for name, (size, crc) in head.parts.items()}
    except (ValueError, TypeError, AttributeError) as error:  # of another version of this program
        raise Damaged from error
    return head._replace(parts=parts), len(line)


@contextmanager
def replaced(path: Path) -> Iterator[IO[bytes]]:
    """A file to write that takes the place of `path` when the block ends well. Raises CannotWrite."""
    beside = path.with_name(f".{path.name}{_UNFINISHED}")
    with writing(path):
        try:
            with beside.open("wb") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            put_in_place(beside, path)
        except BaseException:
            with contextlib.suppress(OSError):  # it is cleared away by the next run
                beside.unlink(missing_ok=True)
            raise


def put_in_place(beside: Path, path: Path) -> None:
    """Give the file `beside` the name `path`; on Windows a virus scanner may hold either for a moment."""
    for wait in (0.05, 0.2, 1.0) if sys.platform == "win32" else ():
        try:
            beside.replace(path)
        except PermissionError:
            time.sleep(wait)
        else:
            return
    beside.replace(path)


def settled(paths: Iterable[Path]) -> None:
    """Have the disk keep the names of files that were replaced, where it can be asked to."""
    for folder in {path.parent for path in paths}:
        if hasattr(os, "O_DIRECTORY"):
            descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
            try:
                os.fsync(descriptor)
            finally:
                os.close(descriptor)
