"""The text and the fields of a binary Word file ([MS-DOC]: 2.5 Fib, 2.8.25 PlcFld, 2.9.177 Pcdt), in place.

Characters can be written over others of the same number, and fields be made plain text: enough to say
before a conversion what the conversion would lose.
"""

from __future__ import annotations

import struct
from array import array
from itertools import pairwise
from typing import NamedTuple

from extractors.readers.legacy.compound import StreamInPlace

__all__ = ["BEGIN", "END", "FILLER", "SEPARATOR", "Mark", "NoWordFile", "WordFile"]

FILLER = "\u2060"  # for room that is left over: joins words, and is not to be seen
BEGIN, SEPARATOR, END = "\x13", "\x14", "\x15"
_WORD = 0xA5EC
_SECOND_TABLE, _ENCRYPTED = 0x0200, 0x0100
_LENGTH, _FIELDS, _PIECES = 76, 282, 418  # where the Fib has ccpText, fcPlcfFldMom and fcClx
_COMPRESSED = 1 << 30
_MOST_PIECES = 1_000_000


class NoWordFile(Exception):
    """The bytes are not put together as Word does it, or nothing can be written in them."""


class Mark(NamedTuple):
    """A character that begins, parts or ends a field; `place` counts characters from 0."""

    place: int
    raw: bytes

    @property
    def kind(self) -> str:
        return chr(self.raw[0] & 0x1F)


class _Piece(NamedTuple):
    start: int
    end: int
    at: int  # bytes into the stream
    width: int  # bytes a character


class WordFile:
    """The main text of a .doc, and its fields."""

    def __init__(self, data: bytes) -> None:
        """Raises NoWordFile."""
        self._data = bytearray(data)
        try:
            self._open()
        except (KeyError, ValueError, struct.error, OverflowError) as error:
            raise NoWordFile(str(error)) from error

    def _open(self) -> None:
        self._main = StreamInPlace(self._data, "WordDocument")
        ident, flags = struct.unpack("<H8xH", self._main.read(0, 12))
        if ident != _WORD or flags & _ENCRYPTED:
            raise ValueError("another program's, or encrypted")
        self._table = StreamInPlace(self._data, "1Table" if flags & _SECOND_TABLE else "0Table")
        (length,) = struct.unpack("<I", self._main.read(_LENGTH, 4))
        self._pieces = self._read_pieces(length)
        self.text = "".join(self._read(piece) for piece in self._pieces)
        self.marks = self._read_marks()

    def write(self, place: int, characters: str) -> bool:
        """Put these where others are; False where they do not go into one piece of wide characters."""
        end = place + len(characters)
        piece = next((each for each in self._pieces if each.start <= place and end <= each.end), None)
        if piece is None or piece.width == 1:
            return False
        raw = characters.encode("utf-16-le", "surrogatepass")
        self._main.write(piece.at + 2 * (place - piece.start), raw)
        self.text = self.text[:place] + characters + self.text[end:]
        return True

    def forget(self, gone: set[int]) -> None:
        """Make the marks of these places plain characters."""
        kept = [each for each in self.marks if each.place not in gone]
        last = self._fields[-1]
        written = struct.pack(f"<{len(kept) + 1}I", *(each.place for each in kept), last)
        written += b"".join(each.raw for each in kept)
        (start,) = struct.unpack("<I", self._main.read(_FIELDS, 4))
        self._table.write(start, written)
        self._main.write(_FIELDS + 4, struct.pack("<I", len(written) if kept else 0))
        self.marks = kept

    def __bytes__(self) -> bytes:
        return bytes(self._data)

    def _read_marks(self) -> list[Mark]:
        start, size = struct.unpack("<2I", self._main.read(_FIELDS, 8))
        count = max(0, (size - 4) // 6)
        if not count:
            return []
        raw = self._table.read(start, size)
        self._fields = struct.unpack_from(f"<{count + 1}I", raw)
        kinds = raw[4 * (count + 1) :]
        marks = [Mark(self._fields[at], kinds[2 * at : 2 * at + 2]) for at in range(count)]
        if any(a.place >= b.place for a, b in pairwise(marks)):
            raise ValueError("fields out of order")
        return marks

    def _read_pieces(self, length: int) -> list[_Piece]:
        start, size = struct.unpack("<2I", self._main.read(_PIECES, 8))
        raw = self._table.read(start, size)
        at = 0
        while raw[at : at + 1] == b"\x01":  # formatting that pieces share
            at += 3 + int.from_bytes(raw[at + 1 : at + 3], "little")
        count = (int.from_bytes(raw[at + 1 : at + 5], "little") - 4) // 12
        if raw[at : at + 1] != b"\x02" or not 0 < count <= _MOST_PIECES:
            raise ValueError("no table of pieces")
        places = struct.unpack_from(f"<{count + 1}I", raw, at + 5)
        made = []
        for number, (begin, end) in enumerate(pairwise(places)):
            (where,) = struct.unpack_from("<2xI2x", raw, at + 5 + 4 * (count + 1) + 8 * number)
            narrow = bool(where & _COMPRESSED)
            where &= _COMPRESSED - 1
            if begin < length:
                made.append(
                    _Piece(begin, min(end, length), where // 2 if narrow else where, 1 if narrow else 2)
                )
        if any(each.end < each.start for each in made) or any(a.end != b.start for a, b in pairwise(made)):
            raise ValueError("pieces out of order")
        return made

    def _read(self, piece: _Piece) -> str:
        raw = self._main.read(piece.at, (piece.end - piece.start) * piece.width)
        if piece.width == 1:
            return raw.decode("latin-1")
        units = array("H", raw)
        if struct.pack("=H", 1) != b"\x01\0":
            units.byteswap()
        return "".join(map(chr, units))  # one character each, halves of pairs too
