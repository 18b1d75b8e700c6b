"""Zip archives with every header in our own hands, so that each can lie."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

STORED, DEFLATED = 0, 8


@dataclass(frozen=True)
class Entry:
    """A member. `stated_*` is what the headers say where that is not the truth."""

    name: str
    packed: bytes
    size: int
    crc: int
    method: int = DEFLATED
    flags: int = 0x800
    stated_size: int | None = None
    stated_packed: int | None = None
    stated_crc: int | None = None
    stated_offset: int | None = None  # in the directory
    local_name: str | None = None
    local_size: int | None = None  # in the local header alone
    local_method: int | None = None

    def local_header(self) -> bytes:
        name = (self.local_name or self.name).encode()
        size = self._size if self.local_size is None else self.local_size
        method = self.method if self.local_method is None else self.local_method
        fixed = (b"PK\x03\x04", 20, self.flags, method, 0, 33, self._crc, self._packed, size, len(name), 0)
        return struct.pack("<4s5H3L2H", *fixed) + name

    def directory_entry(self, offset: int) -> bytes:
        name = self.name.encode()
        place = offset if self.stated_offset is None else self.stated_offset
        numbers = (self._crc, self._packed, self._size, len(name), 0, 0, 0, 0, 0, place)
        return (
            struct.pack("<4s6H3L5H2L", b"PK\x01\x02", 20, 20, self.flags, self.method, 0, 33, *numbers) + name
        )

    @property
    def _size(self) -> int:
        return self.size if self.stated_size is None else self.stated_size

    @property
    def _packed(self) -> int:
        return len(self.packed) if self.stated_packed is None else self.stated_packed

    @property
    def _crc(self) -> int:
        return self.crc if self.stated_crc is None else self.stated_crc


def entry(name: str, content: bytes, *, method: int = DEFLATED) -> Entry:
    """An honest member."""
    return Entry(name, deflated([content]) if method else content, len(content), zlib.crc32(content), method)


def repeated(name: str, piece: bytes, times: int, *, before: bytes = b"", after: bytes = b"") -> Entry:
    """An honest member of `before`, `piece` so many times, and `after`, never held unpacked."""
    block = piece * max(1, min(times, (1 << 20) // len(piece)))
    rounds, rest = divmod(times, len(block) // len(piece))
    pieces = [before, *[block] * rounds, piece * rest, after]
    crc = 0
    for part in pieces:
        crc = zlib.crc32(part, crc)
    return Entry(name, deflated(pieces), sum(map(len, pieces)), crc)


def deflated(pieces: Iterable[bytes]) -> bytes:
    packer = zlib.compressobj(6, zlib.DEFLATED, -15)
    return b"".join([*(packer.compress(piece) for piece in pieces), packer.flush()])


def archive(entries: Sequence[Entry], *, zip64: bool = False, members: int | None = None) -> bytes:
    """The entries one after the other, their directory, and an end that states `members` of them."""
    body = bytearray()
    offsets = []
    for item in entries:
        offsets.append(len(body))
        body += item.local_header() + item.packed
    return bytes(body) + _tail(entries, offsets, len(body), zip64=zip64, members=members)


def _tail(
    entries: Sequence[Entry], offsets: Sequence[int], start: int, *, zip64: bool, members: int | None
) -> bytes:
    directory = b"".join(item.directory_entry(at) for item, at in zip(entries, offsets, strict=True))
    count = len(entries) if members is None else members
    narrow = struct.pack(
        "<4s4H2LH", b"PK\x05\x06", 0, 0, min(count, 0xFFFF), min(count, 0xFFFF), len(directory), start, 0
    )
    if not zip64:
        return directory + narrow
    wide = struct.pack("<4sQ2H2L4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, count, count, len(directory), start)
    locator = struct.pack("<4sLQL", b"PK\x06\x07", 0, start + len(directory), 1)
    return directory + wide + locator + narrow


def full_overlap(names: Sequence[str], kernel: bytes) -> bytes:
    """All the directory's entries lead to one local header and one stream."""
    one = entry(names[0], kernel)
    body = one.local_header() + one.packed
    entries = [replace(one, name=name) for name in names]
    return body + _tail(entries, [0] * len(names), len(body), zip64=False, members=None)


def quoted_overlap(names: Sequence[str], kernel: bytes) -> bytes:
    """Each stream starts with a stored block that quotes the next local header, then is the next's stream.

    After David Fifield, "A better zip bomb" (2019): all headers are true, and a kernel counts once for
    each name.
    """
    current = entry(names[-1], kernel)
    body, content = current.local_header() + current.packed, kernel
    chain = [(current, len(body))]
    for name in reversed(names[:-1]):
        header = current.local_header()
        quote = b"\0" + struct.pack("<2H", len(header), len(header) ^ 0xFFFF)
        content = header + content
        packed = quote + header + current.packed
        current = Entry(name, packed, len(content), zlib.crc32(content))
        body = current.local_header() + quote + body
        chain.append((current, len(body)))
    offsets = [len(body) - distance for _, distance in reversed(chain)]
    return body + _tail([item for item, _ in reversed(chain)], offsets, len(body), zip64=False, members=None)
