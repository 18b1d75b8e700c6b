"""One stream of a compound file ([MS-CFB] 2.1 to 2.6), read and written in place."""

from __future__ import annotations

import struct
from itertools import islice

from extractors.guard.compound import root_streams

__all__ = ["StreamInPlace"]

_LAST = 0xFFFFFFFA  # sector numbers from here on are none
_SMALL = 4096  # a shorter stream is kept among the small ones, which are not looked into


class StreamInPlace:
    """The bytes of one stream of `data`; writing changes `data`. Raises KeyError for one that is not there,
    ValueError for one that is broken or small.
    """

    def __init__(self, data: bytearray, name: str) -> None:
        stream = root_streams(bytes(data))[name]
        if stream.size < _SMALL or stream.size > len(data):
            raise ValueError(f"{name}: {stream.size} bytes")
        self._data = data
        self._sector = 1 << int.from_bytes(data[30:32], "little")
        if self._sector not in (512, 4096):
            raise ValueError(f"sectors of {self._sector} bytes")
        self.size = stream.size
        self._chain = self._sectors(stream.start, -(-stream.size // self._sector))

    def read(self, start: int, size: int) -> bytes:
        """Raises ValueError for what is not inside the stream."""
        return b"".join(bytes(self._data[a:b]) for a, b in self._ranges(start, size))

    def write(self, start: int, content: bytes) -> None:
        at = 0
        for a, b in self._ranges(start, len(content)):
            self._data[a:b] = content[at : at + b - a]
            at += b - a

    def _ranges(self, start: int, size: int) -> list[tuple[int, int]]:
        if start < 0 or size < 0 or start + size > self.size:
            raise ValueError(f"{size} bytes from {start} of {self.size}")
        found = []
        while size:
            index, inside = divmod(start, self._sector)
            length = min(size, self._sector - inside)
            at = (self._chain[index] + 1) * self._sector + inside
            found.append((at, at + length))
            start, size = start + length, size - length
        return found

    def _sectors(self, first: int, count: int) -> list[int]:
        """The numbers of the stream's sectors, in order."""
        table = self._table()
        chain = []
        sector = first
        for _ in range(count):
            if sector >= len(table) or (sector + 2) * self._sector > len(self._data) + self._sector:
                raise ValueError("a chain of sectors that leads out of the file")
            chain.append(sector)
            sector = table[sector]
        return chain

    def _table(self) -> list[int]:
        """The file allocation table: the sector that follows each."""
        numbers = list(struct.unpack_from("<109I", self._data, 76))
        further = int.from_bytes(self._data[68:72], "little")
        in_one = self._sector // 4
        for _ in range(len(self._data) // self._sector):
            if further >= _LAST:
                break
            *more, further = self._numbers(further)
            numbers += more
        used = (number for number in islice(numbers, len(self._data) // self._sector // in_one + 2))
        return [each for number in used if number < _LAST for each in self._numbers(number)]

    def _numbers(self, sector: int) -> tuple[int, ...]:
        start = (sector + 1) * self._sector
        if start + self._sector > len(self._data):
            raise ValueError("a sector behind the file's end")
        return struct.unpack_from(f"<{self._sector // 4}I", self._data, start)
