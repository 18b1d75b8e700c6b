"""A .zip that holds a submission, unpacked into a folder of ours under names of ours."""

from __future__ import annotations

import errno
import re
import stat
import unicodedata
import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from extractors.errors import Corrupt, Encrypted, ReadError, TooLarge
from extractors.guard import LIMITS, Limits, read_bytes
from extractors.guard.archive import members_of, unpacked
from extractors.guard.directory import Member, extra_field
from extractors.guard.faults import shown
from extractors.guard.limits import mebibytes
from extractors.submission.sources import is_junk

__all__ = ["safe_name", "unpack"]

_UTF8 = 0x800
_UNICODE_PATH = 0x7075  # Info-ZIP's extra field: a name in UTF-8, with the digest of the one it stands for
_DEVICES = frozenset(
    {"con", "prn", "aux", "nul", "clock$", "conin$", "conout$"}
    | {f"{device}{number}" for device in ("com", "lpt") for number in "0123456789¹²³"}
)
_UNFIT = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
_LONGEST = 80  # characters of a name on the disk: in UTF-8 three bytes each, of 255
_AGAIN = "请用压缩软件重新打包成 .zip 后再提交"


def unpack(path: Path, folder: Path, name: str, room: int) -> tuple[tuple[str, str], ...]:
    """Each file of the archive: its name in it, and where it is now, in `folder`.

    `name` is what the sentences call the archive; it may unpack to `room` bytes. Raises Corrupt, Encrypted
    or TooLarge, and then leaves an incomplete folder.
    """
    limits = replace(
        LIMITS, file=LIMITS.archive, read=min(LIMITS.file, room), unpacked=min(LIMITS.unpacked, room)
    )
    try:
        data = read_bytes(path, limits=limits)
        members = list(_files(members_of(data, name=name, limits=limits), name, limits))
        return tuple(_written(data, members, folder, name, limits))
    except ReadError as error:
        raise _said_of_archive(error, name, limits) from error
    except OSError as error:
        raise _no_room(error, name) from error


def _files(members: list[Member], archive: str, limits: Limits) -> Iterator[tuple[str, Member]]:
    """The archive's files with their names; junk is passed over, what no packer writes is refused."""
    files = 0
    for member in members:
        name = _name(member)
        _refuse_odd(name, member, archive)
        if name.endswith("/") or is_junk(name):
            continue
        files += 1
        if files > limits.files:
            raise TooLarge(
                f"“{shown(archive)}”里的文件超过 {limits.files} 个的上限，请删去无关的文件后再提交。"
            )
        yield name, member


def _written(
    data: bytes, members: list[tuple[str, Member]], folder: Path, archive: str, limits: Limits
) -> Iterator[tuple[str, str]]:
    for number, (name, member) in enumerate(members, start=1):
        # One folder each: two names may be made one by what is taken out of them.
        path = folder / f"{number:05}" / safe_name(name.rpartition("/")[2])
        path.parent.mkdir(parents=True)
        path.write_bytes(unpacked(data, member, file=archive, limits=limits))
        yield name, str(path)


def _name(member: Member) -> str:
    """The name as its packer meant it: each entry says for itself, and Chinese Windows says nothing."""
    raw = member.raw_name
    encodings = ["utf-8", "cp437"]
    extra = extra_field(member.extra, _UNICODE_PATH)
    if len(extra) > 5 and int.from_bytes(extra[1:5], "little") == zlib.crc32(raw):
        raw = extra[5:]
    elif not member.flags & _UTF8:
        encodings.insert(1, "gb18030")  # GBK is hardly ever sound UTF-8
    for encoding in encodings:  # the last takes every byte
        try:
            name = raw.decode(encoding)
            break
        except UnicodeDecodeError:
            continue
    return unicodedata.normalize("NFC", name.replace("\\", "/"))  # macOS writes NFD


def _refuse_odd(name: str, member: Member, archive: str) -> None:
    parts = name.removesuffix("/").split("/")
    devices = any(part.partition(".")[0].rstrip(" ").lower() in _DEVICES for part in parts)
    if "\0" in name or name[:1] == "/" or name[1:2] == ":" or ".." in parts or devices:
        raise Corrupt(f"“{shown(archive)}”内含不正常的文件名“{shown(name)}”，为安全起见没有解压，{_AGAIN}。")
    if member.mode and not (stat.S_ISREG(member.mode) or stat.S_ISDIR(member.mode)) and _kind(member.mode):
        raise Corrupt(
            f"“{shown(archive)}”里的“{shown(name)}”是链接而不是文件，为安全起见没有解压，请放入原文件后重新打包。"
        )


def _kind(mode: int) -> int:
    """The kind of file; 0 where the packer kept the permissions alone."""
    return stat.S_IFMT(mode)


def safe_name(name: str) -> str:
    """`name` as a file on any disk may be called."""
    stem, dot, suffix = _UNFIT.sub("_", name).rpartition(".")
    if not dot:
        stem, suffix = suffix, ""
    stem = stem.strip(" .")[:_LONGEST] or "_"
    if stem.partition(".")[0].lower() in _DEVICES:
        stem = f"_{stem}"
    return f"{stem}{dot}{suffix.strip(' .')[:10]}"


def _said_of_archive(error: ReadError, name: str, limits: Limits) -> ReadError:
    """The guard speaks of office files; here it is an archive that people packed."""
    archive = shown(name)
    if isinstance(error, Encrypted):
        return Encrypted(f"“{archive}”是加密的压缩包，请解压后重新打包成不带密码的 .zip 再提交。")
    if isinstance(error, TooLarge) and "解压后" in str(error):
        return TooLarge(
            f"“{archive}”解压后大得不正常，或超过 {mebibytes(limits.unpacked)} 的上限，没有解压，"
            "请删去无关的文件、压缩图片后重新打包。"
        )
    if isinstance(error, Corrupt) and "没有解压" not in str(error):
        return Corrupt(f"“{archive}”已损坏、不完整或结构不正常，没有解压，{_AGAIN}。")
    return error


def _no_room(error: OSError, name: str) -> ReadError:
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return TooLarge(f"磁盘空间不足，解压“{shown(name)}”没有完成，请清理磁盘后重试。")
    return Corrupt(f"解压“{shown(name)}”时磁盘出错，请把文件复制到本机后重试。")
