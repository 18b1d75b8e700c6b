"""Formats that Word has left behind, and its rivals' own: .doc, .wps, .rtf, .odt, web pages saved as .doc.

LibreOffice makes a .docx of each, and that is read. What it loses on the way, ticks that a .doc keeps
as fields, is taken from the file itself (`mending`).
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from extractors.document import Document
from extractors.errors import Corrupt, ReadError, Unsupported
from extractors.guard import kind_of, read_bytes
from extractors.guard.faults import shown
from extractors.readers import docx
from extractors.readers.legacy.mending import mended, without_filler
from extractors.readers.legacy.office import convert

__all__ = ["read", "read_all"]

# What LibreOffice is told a file is, by its name's end; it tells most of them by their bytes anyway.
_SUFFIXES = {
    "doc": ".doc",
    "wps": ".wps",
    "rtf": ".rtf",
    "odt": ".odt",
    "html": ".html",
    "mhtml": ".doc",
}
_BINARY = frozenset({"doc"})


def read(path: Path, *, name: str | None = None) -> Document:
    """Read one file, in this process. Raises a ReadError."""
    called = path.name if name is None else name
    with TemporaryDirectory(prefix="shenbao-", ignore_cleanup_errors=True) as folder:
        (outcome,) = read_all([(path, called, kind_of(read_bytes(path)))], Path(folder) / "work")
    if isinstance(outcome, ReadError):
        raise outcome
    return outcome


def read_all(files: Sequence[tuple[Path, str, str]], folder: Path) -> list[Document | ReadError]:
    """Files (path, name, kind) by one call of LibreOffice; its files go to `folder`, which is new.

    One that can't be read gives its ReadError. Raises Unsupported where there is no LibreOffice.
    """
    (folder / "given").mkdir(parents=True)
    given = []
    for number, (path, _, kind) in enumerate(files):
        copy = folder / "given" / f"{number}{_SUFFIXES[kind]}"
        copy.write_bytes(mended(path.read_bytes()) if kind in _BINARY else path.read_bytes())
        given.append(copy)
    try:
        made = convert(given, folder)
    except Unsupported as error:
        return [Unsupported(f"“{shown(name)}”：{error}") for _, name, _ in files]
    return [
        _outcome(path, name, kind, target) for (path, name, kind), target in zip(files, made, strict=True)
    ]


def _outcome(path: Path, name: str, kind: str, target: Path | None) -> Document | ReadError:
    if target is None:
        return Corrupt(
            f"“{shown(name)}”打不开，可能已损坏、设有密码或不是文字文档，"
            "请用 Word 或 WPS 打开确认后另存为 .docx 再提交。"
        )
    try:
        document = docx.read(read_bytes(target), name=name)
        data = read_bytes(path)
    except ReadError as error:
        return error
    if kind in _BINARY:
        document = without_filler(document)
    return replace(document, kind=kind, sha256=hashlib.sha256(data).hexdigest())
