"""Telling files apart by their bytes; what a file is called says nothing."""

from __future__ import annotations

import codecs
from collections.abc import Iterable
from typing import Literal, TypeAlias

from extractors.errors import Corrupt, Empty, Encrypted, NotAnApplication, ReadError, Unsupported
from extractors.guard.archive import open_ooxml
from extractors.guard.directory import member_names
from extractors.guard.faults import shown

__all__ = ["Kind", "kind_of", "refusal"]

Kind: TypeAlias = Literal[
    "docx", "xlsx", "pptx", "odt", "ods", "odp", "ofd", "zip", "broken-zip", "ole", "encrypted-ooxml",
    "pdf", "png", "jpeg", "tiff", "gif", "rtf", "html", "mhtml", "xml",
    "rar", "7z", "gzip", "text", "zeros", "empty", "unknown",
]  # fmt: skip

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MAGIC: tuple[tuple[bytes, Kind], ...] = (
    (b"%PDF-", "pdf"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"II*\0", "tiff"),
    (b"MM\0*", "tiff"),
    (b"GIF8", "gif"),
    (b"Rar!\x1a\x07", "rar"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"\x1f\x8b\x08", "gzip"),
)
_OOXML_FOLDERS: dict[str, Kind] = {"word": "docx", "xl": "xlsx", "ppt": "pptx"}
_OOXML_TYPES: tuple[tuple[bytes, Kind], ...] = (
    (b"wordprocessingml", "docx"),
    (b"ms-word", "docx"),
    (b"spreadsheetml", "xlsx"),
    (b"ms-excel", "xlsx"),
    (b"presentationml", "pptx"),
    (b"ms-powerpoint", "pptx"),
)
_ODF_TYPES: dict[bytes, Kind] = {
    b"application/vnd.oasis.opendocument.text": "odt",
    b"application/vnd.oasis.opendocument.text-template": "odt",
    b"application/vnd.oasis.opendocument.spreadsheet": "ods",
    b"application/vnd.oasis.opendocument.presentation": "odp",
}
_OPENINGS: tuple[tuple[str, Kind], ...] = (
    ("{\\rtf", "rtf"),
    ("mime-version:", "mhtml"),
    ("<!doctype html", "html"),
    ("<?xml", "xml"),
)
_HEAD = 4096
_TAIL = (1 << 16) + 22  # the end record with the longest comment


def kind_of(data: bytes) -> Kind:
    """What the bytes are. "docx" is any OOXML Word file: .docm, .dotx, .dotm and Strict too."""
    if not data:
        return "empty"
    if data.startswith(_OLE):
        return "encrypted-ooxml" if _has_encrypted_package(data) else "ole"
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            return kind
    if data.startswith(b"PK\x03\x04") or b"PK\x05\x06" in data[-_TAIL:]:
        return _zip_kind(data)
    return _text_kind(data)


def _has_encrypted_package(data: bytes) -> bool:
    """Whether a directory entry of the compound file bears the name ([MS-CFB] 2.6, [MS-OFFCRYPTO] 2.3.4)."""
    name = "EncryptedPackage".encode("utf-16-le")
    entry = name.ljust(64, b"\0") + len(name + b"\0\0").to_bytes(2, "little")
    position = data.find(entry)
    while position >= 0 and position % 128:  # entries of 128 bytes in sectors of 512 or 4096
        position = data.find(entry, position + 1)
    return position >= 0


def _zip_kind(data: bytes) -> Kind:
    names, sound = member_names(data)
    if "ofd.xml" in names:
        return "ofd"
    if "mimetype" in names:
        return _ODF_TYPES.get(_member(data, "mimetype").strip(), "zip")
    folders = {name.partition("/")[0] for name in names}
    if "[content_types].xml" in folders or "word/document.xml" in names:
        return _ooxml_kind(data, folders, sound=sound)
    return "zip" if sound else "broken-zip"


def _ooxml_kind(data: bytes, folders: set[str], *, sound: bool) -> Kind:
    for folder, kind in _OOXML_FOLDERS.items():
        if folder in folders:
            return kind
    types = _member(data, "[content_types].xml").replace(b"\0", b"").lower()  # may be UTF-16
    for word, kind in _OOXML_TYPES:
        if word in types:
            return kind
    return "zip" if sound else "broken-zip"


def _member(data: bytes, name: str) -> bytes:
    """That member, or nothing where the archive is not sound: whoever opens it hears why."""
    try:
        return open_ooxml(data).get(name, b"")
    except ReadError:
        return b""


def _text_kind(data: bytes) -> Kind:
    if data.count(0) == len(data):
        return "zeros"
    head = data[:_HEAD]
    if b"%PDF-" in head[:1024]:  # readers of PDF allow that much before it
        return "pdf"
    text = _decoded(head, complete=len(data) <= _HEAD)
    if text is None:
        return "unknown"
    start = text.lstrip("\ufeff \t\r\n").lower()
    if "<html" in start[:1024]:
        return "html"
    return next((kind for words, kind in _OPENINGS if start.startswith(words)), "text")


def _decoded(head: bytes, *, complete: bool) -> str | None:
    """`head` as text in one of the encodings met in China, or None for what is no text."""
    wide = head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    encodings: Iterable[str] = ("utf-16",) if wide else ("utf-8", "gb18030")
    if not wide and b"\0" in head:
        return None
    for encoding in encodings:
        try:
            return codecs.getincrementaldecoder(encoding)().decode(head, complete)
        except UnicodeDecodeError:
            continue
    return None


_SAVE_AS = "请用 Word 或 WPS 打开后另存为 .docx 格式再提交"
_PICTURES: tuple[Kind, ...] = ("png", "jpeg", "tiff", "gif")
_REFUSALS: dict[Kind, tuple[type[ReadError], str]] = {
    **dict.fromkeys(
        _PICTURES, (NotAnApplication, "是图片，不是申报书的 Word 文件，请提交 .docx 格式的申报书")
    ),
    "xlsx": (Unsupported, "是 Excel 表格而不是 Word 文档，请提交 .docx 格式的申报书"),
    "pptx": (Unsupported, "是 PowerPoint 演示文稿而不是 Word 文档，请提交 .docx 格式的申报书"),
    "odt": (Unsupported, f"是 OpenDocument 文档（.odt），{_SAVE_AS}"),
    "ods": (Unsupported, "是 OpenDocument 表格，请提交 .docx 格式的申报书"),
    "odp": (Unsupported, "是 OpenDocument 演示文稿，请提交 .docx 格式的申报书"),
    "ofd": (Unsupported, "是 OFD 版式文件，目前还不能读取，请提交 .docx 格式的申报书"),
    "zip": (Unsupported, "是压缩包而不是 Word 文档，请解压后提交其中 .docx 格式的申报书"),
    "broken-zip": (Corrupt, "的压缩包结构已损坏或不完整，请重新获取原文件后再提交"),
    "ole": (Unsupported, f"是旧版 Office 或 WPS 文件（.doc、.wps、.xls），{_SAVE_AS}"),
    "encrypted-ooxml": (Encrypted, "设有打开密码，请在 Word 或 WPS 中取消密码保护后再提交"),
    "pdf": (Unsupported, "是 PDF 文件，目前还不能读取，请提交 .docx 格式的申报书"),
    "rtf": (Unsupported, f"是 RTF 文档，{_SAVE_AS}"),
    "html": (Unsupported, f"是网页文件，{_SAVE_AS}"),
    "mhtml": (Unsupported, f"是网页归档文件，{_SAVE_AS}"),
    "xml": (Unsupported, f"是 XML 文件，{_SAVE_AS}"),
    "rar": (Unsupported, "是 RAR 压缩包，请解压后提交其中 .docx 格式的申报书"),
    "7z": (Unsupported, "是 7z 压缩包，请解压后提交其中 .docx 格式的申报书"),
    "gzip": (Unsupported, "是 gzip 压缩包，请解压后提交其中 .docx 格式的申报书"),
    "text": (Unsupported, "是纯文本而不是 Word 文档，请提交 .docx 格式的申报书"),
    "zeros": (Corrupt, "的内容全是零字节，可能没有下载或复制完整，请重新获取后再提交"),
    "empty": (Empty, "是空文件（0 字节），请重新导出或重新上传申报书"),
    "unknown": (Unsupported, "不是能识别的文档格式，请提交 .docx 格式的申报书"),
}


def refusal(kind: Kind, *, name: str = "该文件") -> ReadError:
    """What to raise for a kind that the caller has no reader for. "docx" has no refusal: KeyError."""
    error, sentence = _REFUSALS[kind]
    return error(f"“{shown(name)}”{sentence}。")
