"""Readers: from the bytes of a file to a `Document`, one reader a kind of file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from extractors.document import Document
from extractors.guard import kind_of, read_bytes, refusal
from extractors.readers import docx

__all__ = ["READERS", "Reader", "read"]

Reader: TypeAlias = Callable[..., Document]  # (data, *, name)

READERS: dict[str, Reader] = {
    "docx": docx.read,
}


def read(path: Path, *, name: str | None = None) -> Document:
    """Read the file at `path` by what its bytes are; `name` is what the document is called (default:
    the file's name). Raises a `ReadError`: Unsupported for a kind that is not in READERS.
    """
    data = read_bytes(path)
    called = path.name if name is None else name
    kind = kind_of(data)
    if kind not in READERS:
        raise refusal(kind, name=called)
    return READERS[kind](data, name=called)
