"""Compound files ([MS-CFB]): what the old Office formats, and encrypted new ones, are wrapped in.

Only the names at the root and the first bytes of a stream are looked at, which is what tells kinds apart: a
Word file with an embedded sheet has a `Workbook`, too, but not at its root.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import Final, NamedTuple

__all__ = ["SIGNATURE", "Stream", "head_of", "root_streams", "scattered_streams"]

SIGNATURE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENTRY = 128
_NONE = 0xFFFF_FFFA  # sector and entry numbers from here on are none
_STREAM, _STORAGE, _ROOT = 2, 1, 5
_MOST_ENTRIES = 100_000
_MOST_TABLES = 2_000  # sectors that list the table's own sectors: enough for 16 GiB
_SMALL = 4096  # a shorter stream is kept elsewhere


class Stream(NamedTuple):
    """An entry of the directory; a storage has no bytes of its own."""

    name: str
    start: int
    size: int
    left: int
    right: int
    child: int
    kind: int


def root_streams(data: bytes) -> dict[str, Stream]:
    """The entries at the root by their names; none where the directory is lost."""
    entries = list(_entries(_directory(data)))
    if not entries or entries[0].kind != _ROOT:
        return {}
    found: dict[str, Stream] = {}
    todo, seen = [entries[0].child], set[int]()
    while todo:
        index = todo.pop()
        if index >= len(entries) or index in seen:
            continue
        seen.add(index)
        entry = entries[index]
        found[entry.name] = entry
        todo += (entry.left, entry.right)
    return found


def scattered_streams(data: bytes) -> dict[str, Stream]:
    """Entries of a directory wherever they stand: in a file that was cut off, the way to them is lost."""
    return {entry.name: entry for entry in _scattered(data)}


def head_of(data: bytes, stream: Stream) -> bytes:
    """The first sector of a stream; nothing for one that is kept among the small ones."""
    if stream.kind != _STREAM or stream.size < _SMALL:
        return b""
    size = _sector_size(data)
    return data[(stream.start + 1) * size : (stream.start + 2) * size]


def _sector_size(data: bytes) -> int:
    shift = int.from_bytes(data[30:32], "little")
    return 1 << shift if shift in (9, 12) else 512


def _directory(data: bytes) -> bytes:
    """The sectors of the directory, in their order."""
    size = _sector_size(data)
    if len(data) < 512:
        return b""
    table = _Table(data, size)
    sector = int.from_bytes(data[48:52], "little")
    pieces: list[bytes] = []
    seen: set[int] = set()
    while sector < _NONE and sector not in seen and len(pieces) * size < _MOST_ENTRIES * _ENTRY:
        seen.add(sector)
        piece = data[(sector + 1) * size : (sector + 2) * size]
        if not piece:
            break
        pieces.append(piece)
        sector = table.after(sector)
    return b"".join(pieces)


class _Table:
    """Which sector follows which."""

    def __init__(self, data: bytes, size: int) -> None:
        self._data, self._size = data, size
        self._sectors = list(struct.unpack_from("<109I", data, 76))
        further = int.from_bytes(data[68:72], "little")
        seen: set[int] = set()
        while further < _NONE and further not in seen and len(seen) < _MOST_TABLES:
            seen.add(further)
            piece = data[(further + 1) * size : (further + 2) * size]
            if len(piece) < size:
                break
            numbers = struct.unpack(f"<{size // 4}I", piece)
            self._sectors += numbers[:-1]
            further = numbers[-1]

    def after(self, sector: int) -> int:
        in_one = self._size // 4
        index = sector // in_one
        if index >= len(self._sectors) or self._sectors[index] >= _NONE:
            return _NONE
        at = (self._sectors[index] + 1) * self._size + sector % in_one * 4
        piece = self._data[at : at + 4]
        return int.from_bytes(piece, "little") if len(piece) == 4 else _NONE


def _entries(directory: bytes) -> Iterator[Stream]:
    for position in range(0, len(directory) - _ENTRY + 1, _ENTRY):
        yield _entry(directory[position : position + _ENTRY])


def _entry(raw: bytes) -> Stream:
    length = min(int.from_bytes(raw[64:66], "little"), 64)
    name = raw[: max(length - 2, 0)].decode("utf-16-le", "replace")
    left, right, child = struct.unpack_from("<3I", raw, 68)
    return Stream(
        name,
        start=int.from_bytes(raw[116:120], "little"),
        size=int.from_bytes(raw[120:124], "little"),
        left=left,
        right=right,
        child=child,
        kind=raw[66],
    )


def _scattered(data: bytes) -> Iterator[Stream]:
    for position in range(512, min(len(data), 512 + _MOST_ENTRIES * _ENTRY), _ENTRY):
        raw = data[position : position + _ENTRY]
        length = int.from_bytes(raw[64:66], "little")
        if len(raw) == _ENTRY and raw[66] in (_STREAM, _STORAGE) and 4 <= length <= 64 and not length % 2:
            entry = _entry(raw)
            if entry.name.isprintable() and raw[length - 2 : length] == b"\0\0":
                yield entry
