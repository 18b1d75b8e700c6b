"""Compound files ([MS-CFB]) of a few small streams: what an encrypted or an old Office file is on disk."""

from __future__ import annotations

import struct
from collections.abc import Mapping

_SECTOR = 512
_END, _FREE, _FAT, _NONE = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD, 0xFFFFFFFF
_CUTOFF = 4096  # smaller streams would live in the mini stream


def compound_file(streams: Mapping[str, bytes]) -> bytes:
    """A version 3 file with these streams in its root, each padded to at least 4096 bytes."""
    padded = {name: content.ljust(_CUTOFF, b"\0") for name, content in streams.items()}
    entries = 1 + len(padded)
    directory_sectors = -(-entries * 128 // _SECTOR)
    fat = [_FAT, *_chain(1, directory_sectors)]
    starts = {}
    body = bytearray()
    for name, content in padded.items():
        starts[name] = len(fat)
        count = -(-len(content) // _SECTOR)
        fat += _chain(len(fat), count)
        body += content.ljust(count * _SECTOR, b"\0")
    assert len(fat) <= _SECTOR // 4, "one sector of FAT is enough for tests"
    table = struct.pack("<128L", *fat, *[_FREE] * (128 - len(fat)))
    return _header() + table + _directory(padded, starts, directory_sectors) + bytes(body)


def _chain(first: int, count: int) -> list[int]:
    return [*range(first + 1, first + count), _END]


def _header() -> bytes:
    fixed = struct.pack("<8s16s5H6s", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"", 0x3E, 3, 0xFFFE, 9, 6, b"")
    numbers = struct.pack("<9L", 0, 1, 1, 0, _CUTOFF, _END, 0, _END, 0)
    return fixed + numbers + struct.pack("<109L", 0, *[_FREE] * 108)


def _directory(streams: Mapping[str, bytes], starts: Mapping[str, int], sectors: int) -> bytes:
    """The root with its children as a list to the right: a poor tree, and a legal one to walk."""
    entries = [_entry("Root Entry", 5, child=1 if streams else _NONE, start=_END, size=0)]
    for index, name in enumerate(streams, 1):
        right = index + 1 if index < len(streams) else _NONE
        entries.append(_entry(name, 2, right=right, start=starts[name], size=len(streams[name])))
    unused = sectors * _SECTOR // 128 - len(entries)
    return b"".join([*entries, *[_entry("", 0, start=0, size=0)] * unused])


def _entry(name: str, kind: int, *, right: int = _NONE, child: int = _NONE, start: int, size: int) -> bytes:
    wide = name.encode("utf-16-le")
    length = len(wide) + 2 if name else 0
    place = struct.pack("<H2B3L16sL2QLQ", length, kind, 1, _NONE, right, child, b"", 0, 0, 0, start, size)
    return wide.ljust(64, b"\0") + place
