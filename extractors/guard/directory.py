"""The central directory of a zip archive (PKWARE APPNOTE 6.3, 4.3.12 to 4.3.16), zip64 included."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import NamedTuple

from extractors.errors import ReadError, TooLarge
from extractors.guard.faults import damaged, shown, suspicious
from extractors.guard.limits import LIMITS, Limits

__all__ = ["Member", "extra_field", "member_names", "read_directory"]

_END = struct.Struct("<4s4H2LH")
_END64_LOCATOR = struct.Struct("<4sLQL")
_END64 = struct.Struct("<4sQ2H2L4Q")
_ENTRY = struct.Struct("<4s6H3L5H2L")
_MAX16, _MAX32 = 0xFFFF, 0xFFFFFFFF
_UTF8 = 0x800
_ZIP64_EXTRA = 1
_UNIX = 3
_LOCAL_NAMES = 1000  # enough to tell a broken archive's kind


class Member(NamedTuple):
    """One entry; `offset` of its local header from the start of the data."""

    name: str
    raw_name: bytes
    flags: int
    method: int
    crc: int
    packed: int
    size: int
    offset: int
    extra: bytes = b""
    mode: int = 0  # as Unix keeps it, where the archive was made there


def member_names(data: bytes) -> tuple[frozenset[str], bool]:
    """The names in an archive, in lower case, and whether its directory is sound.

    Where it is not, they are those of the first local headers.
    """
    try:
        members, _ = read_directory(data, file="", limits=LIMITS)
    except ReadError:
        return frozenset(_local_names(data)), False
    return frozenset(member.name.lower() for member in members), True


def _local_names(data: bytes) -> Iterator[str]:
    position = data.find(b"PK\x03\x04")
    for _ in range(_LOCAL_NAMES):
        if position < 0 or position + 30 > len(data):
            return
        length = int.from_bytes(data[position + 26 : position + 28], "little")
        yield data[position + 30 : position + 30 + length].decode("utf-8", "replace").lower()
        position = data.find(b"PK\x03\x04", position + 30)


class _End(NamedTuple):
    members: int
    size: int
    offset: int
    position: int  # where the directory must end


def read_directory(data: bytes, *, file: str, limits: Limits) -> tuple[list[Member], int]:
    """The members in directory order, and where the directory starts. `file` is for the sentences."""
    end = _end(data, file=file)
    start = end.position - end.size
    shift = start - end.offset  # bytes that were put before the archive
    # An archive that lost its end, and whose last whole member is an archive, has that one's directory.
    if start < 0 or shift < 0 or (shift and data.startswith(b"PK\x03\x04")):
        raise damaged(file)
    if end.members > limits.members:
        raise TooLarge(
            f"“{shown(file)}”内含 {end.members} 个文件，超过 {limits.members} 个，请删去无关内容后再提交。"
        )
    members: list[Member] = []
    position = start
    while position < end.position:
        member, position = _entry(data, position, shift=shift, file=file, limits=limits)
        members.append(member)
        if len(members) > end.members:
            raise damaged(file)
    if position != end.position or len(members) != end.members:
        raise damaged(file)
    _refuse_odd_names(members, file=file)
    return members, start


def _end(data: bytes, *, file: str) -> _End:
    position = data.rfind(b"PK\x05\x06", max(0, len(data) - _END.size - _MAX16))
    if position < 0 or position + _END.size > len(data):
        raise damaged(file)
    _, disk, first_disk, here, members, size, offset, _ = _END.unpack_from(data, position)
    narrow = (disk, first_disk, here, members, size, offset)
    locator = position - _END64_LOCATOR.size
    if locator < 0 or data[locator : locator + 4] != b"PK\x06\x07":
        if disk or first_disk or here != members:
            raise damaged(file)
        return _End(members, size, offset, position)
    position64 = data.rfind(b"PK\x06\x06", 0, locator)
    if position64 < 0 or position64 + _END64.size > locator:
        raise damaged(file)
    wide = _END64.unpack_from(data, position64)[4:]
    limits_of = (_MAX16, _MAX16, _MAX16, _MAX16, _MAX32, _MAX32)
    if any(n not in (w, limit) for n, w, limit in zip(narrow, wide, limits_of, strict=True)):
        raise damaged(file)
    disk, first_disk, here, members, size, offset = wide
    if disk or first_disk or here != members:
        raise damaged(file)
    return _End(members, size, offset, position64)


def _entry(data: bytes, position: int, *, shift: int, file: str, limits: Limits) -> tuple[Member, int]:
    if position + _ENTRY.size > len(data):
        raise damaged(file)
    (signature, made_by, _, flags, method, _, _, crc, packed, size, name_length, extra_length, comment_length,
     disk, _, attributes, offset) = _ENTRY.unpack_from(data, position)  # fmt: skip
    if signature != b"PK\x01\x02" or not name_length or name_length > limits.name:
        raise damaged(file)
    name_end = position + _ENTRY.size + name_length
    raw_name = data[position + _ENTRY.size : name_end]
    extra = data[name_end : name_end + extra_length]
    size, packed, offset = _widened(extra, size, packed, offset, file=file)
    if disk not in (0, _MAX16):
        raise damaged(file)
    try:
        name = raw_name.decode("utf-8" if flags & _UTF8 else "cp437")
    except UnicodeDecodeError as error:
        raise damaged(file) from error
    name = name.replace("\\", "/").lstrip("/")  # some exporters write them so; nothing goes to a disk by it
    mode = attributes >> 16 if made_by >> 8 == _UNIX else 0
    member = Member(name, raw_name, flags, method, crc, packed, size, offset + shift, extra, mode)
    return member, name_end + extra_length + comment_length


def _widened(extra: bytes, size: int, packed: int, offset: int, *, file: str) -> tuple[int, int, int]:
    """The three numbers with those that are all ones taken from the zip64 extra field."""
    if _MAX32 not in (size, packed, offset):
        return size, packed, offset
    wide = extra_field(extra, _ZIP64_EXTRA)
    numbers = [size, packed, offset]
    for index, number in enumerate(numbers):
        if number != _MAX32:
            continue
        if len(wide) < 8:
            raise damaged(file)
        numbers[index], wide = struct.unpack_from("<Q", wide)[0], wide[8:]
    return numbers[0], numbers[1], numbers[2]


def extra_field(extra: bytes, wanted: int) -> bytes:
    position = 0
    while position + 4 <= len(extra):
        tag, length = struct.unpack_from("<2H", extra, position)
        if tag == wanted:
            return extra[position + 4 : position + 4 + length]
        position += 4 + length
    return b""


def _refuse_odd_names(members: list[Member], *, file: str) -> None:
    seen: set[str] = set()
    for member in members:
        name = member.name
        if "\0" in name or name[1:2] == ":" or ".." in name.split("/"):
            raise suspicious(file, f"内含不正常的文件名“{shown(name)}”")
        key = name.lower()  # parts must differ in more than case (OPC 6.2.2.3)
        if key in seen:
            raise suspicious(file, f"内含两个同名的“{shown(name)}”")
        seen.add(key)
