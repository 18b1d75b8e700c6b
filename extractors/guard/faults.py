"""The sentences that more than one check of the guard ends with."""

from __future__ import annotations

from extractors.errors import Corrupt, Encrypted, TooLarge
from extractors.guard.limits import Limits, mebibytes

__all__ = ["bomb", "damaged", "encrypted", "file_too_large", "shown", "suspicious"]

_SHOWN = 80  # characters of a name in a sentence


def shown(name: str) -> str:
    """`name` fit for a line of text: cut, and without what could break the line or steer a terminal."""
    cut = name if len(name) <= _SHOWN else name[:_SHOWN] + "…"
    return "".join(character if character.isprintable() else "\ufffd" for character in cut)


def damaged(file: str, *, part: str = "") -> Corrupt:
    """The archive, or one part of it, is not what it says."""
    where = f"中的“{shown(part)}”" if part else "的压缩包结构"
    return Corrupt(
        f"“{shown(file)}”{where}已损坏或不完整，请重新获取原文件，或用 Word、WPS 打开修复后另存再提交。"
    )


def suspicious(file: str, what: str) -> Corrupt:
    """The archive is put together as no office program does it."""
    return Corrupt(f"“{shown(file)}”{what}，不像 Word 或 WPS 生成的文件，请用 Word 或 WPS 重新另存后再提交。")


def bomb(file: str) -> TooLarge:
    """The archive unpacks to more than a filing can be."""
    return TooLarge(f"“{shown(file)}”解压后大得不正常，不像申报书，请用 Word 或 WPS 重新另存后再提交。")


def encrypted(file: str) -> Encrypted:
    """A password is wanted."""
    return Encrypted(f"“{shown(file)}”设有密码，请取消密码保护后再提交。")


def file_too_large(file: str, *, limits: Limits) -> TooLarge:
    """The file itself is over `limits.file`."""
    return TooLarge(f"“{shown(file)}”超过 {mebibytes(limits.file)}，请压缩其中的图片，或把附件分开后再提交。")
