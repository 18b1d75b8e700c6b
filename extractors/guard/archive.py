"""A zip archive read with nothing taken on trust: every size, offset and name is checked before use.

Written over the bytes rather than with `zipfile`, which before 3.11.8 and 3.12.2 does not notice
overlapping members (CVE-2024-0450), takes the last of two members of one name, and does not compare
the two headers of a member.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from extractors.errors import Unsupported
from extractors.guard.directory import Member, read_directory
from extractors.guard.faults import bomb, damaged, encrypted, file_too_large, shown, suspicious
from extractors.guard.limits import LIMITS, Limits

__all__ = ["Parts", "members_of", "open_ooxml", "unpacked"]

STORED, DEFLATED, AES = 0, 8, 99
_LOCAL = struct.Struct("<4s5H3L2H")
_ENCRYPTED_FLAGS = 0x1 | 0x40 | 0x2000
_SIZES_FOLLOW = 0x8  # sizes stand behind the data; the local header has zeros
_CHUNK = 16 << 20  # each round copies what is still packed, so few rounds


class _Span(NamedTuple):
    start: int
    data: int
    end: int
    name: str


class Parts(Mapping[str, bytes]):
    """The files of an archive by name, in any case (OPC 6.2.2.3), unpacked when asked for and not kept.

    `parts[name]` raises KeyError for a name that is not there, Corrupt for a part that is not what its
    header says, and TooLarge where what was unpacked so far would go over `Limits.read`.
    """

    def __init__(self, data: bytes, members: Iterable[Member], *, file: str, limits: Limits) -> None:
        self._data = data
        self._members = {member.name.lower(): member for member in members}
        self._file = file
        self._limits = limits
        self._read: dict[str, int] = {}  # bytes unpacked, by member; a second look costs nothing more

    def __iter__(self) -> Iterator[str]:
        return (member.name for member in self._members.values())

    def __len__(self) -> int:
        return len(self._members)

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and name.lower() in self._members

    def __getitem__(self, name: str) -> bytes:
        member = self._members[name.lower()]
        self._read[member.name] = member.size
        if sum(self._read.values()) > self._limits.read:
            raise bomb(self._file)
        return unpacked(self._data, member, file=self._file, limits=self._limits)

    def size(self, name: str) -> int:
        """Unpacked size in bytes, as announced; KeyError for a name that is not there."""
        return self._members[name.lower()].size


def open_ooxml(data: bytes, *, name: str = "该文件", limits: Limits = LIMITS) -> Parts:
    """The parts of an Office document, nothing unpacked yet. `name` is the file's, for the sentences.

    Raises Corrupt, Encrypted or TooLarge.
    """
    members = members_of(data, name=name, limits=limits)
    return Parts(data, (m for m in members if not m.name.endswith("/")), file=name, limits=limits)


def members_of(data: bytes, *, name: str, limits: Limits) -> list[Member]:
    """What an archive holds, in the order of its directory; sizes, offsets and names have been checked."""
    if len(data) > limits.file:
        raise file_too_large(name, limits=limits)
    members, directory = read_directory(data, file=name, limits=limits)
    if sum(member.size for member in members) > limits.unpacked:
        raise bomb(name)
    spans = sorted(_span(data, member, file=name) for member in members)
    starts = [span.start for span in spans]
    if any(span.end > following for span, following in zip(spans, [*starts[1:], directory], strict=False)):
        raise suspicious(name, "的压缩包内部数据互相重叠")
    return members


def _span(data: bytes, member: Member, *, file: str) -> _Span:
    """Where the member lies; its local header must say what the directory says."""
    header = data[member.offset : member.offset + _LOCAL.size]
    if len(header) < _LOCAL.size:
        raise damaged(file)
    signature, _, flags, method, _, _, crc, packed, size, name_length, extra_length = _LOCAL.unpack(header)
    start = member.offset + _LOCAL.size
    body = start + name_length + extra_length
    if signature != b"PK\x03\x04" or data[start : start + name_length] != member.raw_name:
        raise damaged(file)
    if (flags | member.flags) & _ENCRYPTED_FLAGS or AES in (method, member.method):
        raise encrypted(file)
    if method != member.method:
        raise damaged(file)
    announced = (crc, packed, size)
    stated = (member.crc, min(member.packed, 0xFFFFFFFF), min(member.size, 0xFFFFFFFF))
    wide = any(value == 0xFFFFFFFF for value in (packed, size))  # zip64: the extra field has them
    if not flags & _SIZES_FOLLOW and not wide and announced != stated:
        raise damaged(file)
    return _Span(member.offset, body, body + member.packed, member.name)


def unpacked(data: bytes, member: Member, *, file: str, limits: Limits) -> bytes:
    """The content of one member. Raises Corrupt, Unsupported, or TooLarge over `limits.read`."""
    if member.size > limits.read:
        raise bomb(file)
    if member.size > limits.ratio_from and member.size > limits.ratio * member.packed:
        raise bomb(file)
    span = _span(data, member, file=file)
    packed = memoryview(data)[span.data : span.end]
    if member.method == STORED:
        content = bytes(packed)
    elif member.method == DEFLATED:
        content = _inflated(packed, member, file=file, limits=limits)
    else:
        raise Unsupported(f"“{shown(file)}”使用了不支持的压缩方式，请用 Word 或 WPS 另存为 .docx 再提交。")
    if len(content) != member.size or zlib.crc32(content) != member.crc:
        raise damaged(file, part=member.name)
    return content


def _inflated(packed: memoryview, member: Member, *, file: str, limits: Limits) -> bytes:
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        content = inflater.decompress(packed, member.size + 1)
        if len(content) > member.size:
            _measure_the_rest(inflater, len(content), file=file, limits=limits)
            raise damaged(file, part=member.name)
        content += inflater.flush()
    except zlib.error as error:
        raise damaged(file, part=member.name) from error
    if not inflater.eof:
        raise damaged(file, part=member.name)
    return content


def _measure_the_rest(inflater: zlib._Decompress, size: int, *, file: str, limits: Limits) -> None:
    """Tell a bomb that lies about its size from mere damage, a chunk at a time."""
    while inflater.unconsumed_tail:
        size += len(inflater.decompress(inflater.unconsumed_tail, _CHUNK))
        if size > limits.read:
            raise bomb(file)
