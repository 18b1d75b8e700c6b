"""Telling files apart by their bytes; what a file is called says nothing."""

from __future__ import annotations

import codecs
import csv
from collections import Counter
from collections.abc import Iterable
from typing import Literal, TypeAlias

from extractors.errors import Corrupt, Empty, Encrypted, ReadError, Unsupported
from extractors.guard import compound
from extractors.guard.archive import open_ooxml
from extractors.guard.directory import member_names
from extractors.guard.faults import shown

__all__ = ["Kind", "kind_of", "refusal"]

Kind: TypeAlias = Literal[
    "docx", "xlsx", "pptx", "odt", "ods", "odp", "ofd", "zip", "broken-zip",
    "doc", "wps", "xls", "ppt", "ole", "broken-ole", "encrypted-doc", "encrypted-ooxml",
    "pdf", "png", "jpeg", "tiff", "gif", "bmp", "webp", "heic", "rtf", "html", "mhtml", "xml",
    "rar", "7z", "gzip", "csv", "text", "zeros", "empty", "unknown",
]  # fmt: skip

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
# By the entries at the root, in any case; the first that is there counts. WPS writes what Word writes.
_OLE_ENTRIES: tuple[tuple[str, Kind], ...] = (
    ("encryptedpackage", "encrypted-ooxml"),
    ("worddocument", "doc"),
    ("workbook", "xls"),
    ("book", "xls"),
    ("powerpoint document", "ppt"),
    ("matost", "wps"),  # Microsoft Works
)
_WORD, _WORD_FLAGS, _WORD_ENCRYPTED = b"\xec\xa5", slice(10, 12), 0x0100  # [MS-DOC] 2.5.2
_BMP_HEADERS = frozenset({12, 40, 52, 56, 64, 108, 124})  # sizes of the header behind the first 14 bytes
_HEIC_BRANDS = frozenset({b"heic", b"heix", b"hevc", b"hevx", b"mif1", b"msf1", b"avif"})
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
_SEPARATORS = ",\t;|"
_ROWS = 0.8  # of a list's lines that have as many fields as most: titles and notes have fewer
_HEAD = 4096
_TAIL = (1 << 16) + 22  # the end record with the longest comment


def kind_of(data: bytes) -> Kind:
    """What the bytes are. "docx" is any OOXML Word file: .docm, .dotx, .dotm and Strict too; "doc" and "xls"
    are what WPS calls .wps and .et, too.
    """
    if not data:
        return "empty"
    if data.startswith(compound.SIGNATURE):
        return _ole_kind(data)
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            return kind
    if data.startswith(b"PK\x03\x04") or b"PK\x05\x06" in data[-_TAIL:]:
        return _zip_kind(data)
    return _picture_kind(data) or _text_kind(data)


def _ole_kind(data: bytes) -> Kind:
    """By what stands at the root of the compound file, or anywhere where its directory is damaged."""
    root = compound.root_streams(data)
    for streams in (root, compound.scattered_streams(data)):
        found = {name.lower(): stream for name, stream in streams.items()}
        for name, kind in _OLE_ENTRIES:
            if name in found:
                head = compound.head_of(data, found[name]) if kind == "doc" else b""
                return "encrypted-doc" if _is_encrypted(head) else kind
    return "ole" if root else "broken-ole"


def _is_encrypted(word: bytes) -> bool:
    return word.startswith(_WORD) and bool(int.from_bytes(word[_WORD_FLAGS], "little") & _WORD_ENCRYPTED)


def _picture_kind(data: bytes) -> Kind | None:
    """Pictures whose first bytes alone could be those of a text."""
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return "webp"
    if data.startswith(b"BM") and int.from_bytes(data[14:18], "little") in _BMP_HEADERS:
        return "bmp"
    if data[4:8] == b"ftyp" and data[8:12] in _HEIC_BRANDS:
        return "heic"
    return None


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
    if "<html" in start[:1024] and not start.startswith("mime-version:"):
        return "html"
    for words, kind in _OPENINGS:
        if start.startswith(words):
            return kind
    return "csv" if _is_list(text, complete=len(data) <= _HEAD) else "text"


def _is_list(text: str, *, complete: bool) -> bool:
    """Whether the lines are rows: nearly all of them parted into the same number of fields."""
    lines = text.lstrip("\ufeff").splitlines()
    if not complete:
        lines = lines[:-1]  # it may be cut
    for separator in _SEPARATORS:
        try:
            rows = [row for row in csv.reader(lines, delimiter=separator) if any(map(str.strip, row))]
        except csv.Error:
            continue
        widths = Counter(map(len, rows)).most_common(1)
        if len(rows) > 1 and widths[0][0] > 1 and widths[0][1] >= _ROWS * len(rows):
            return True
    return False


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


_WORD_FORMATS = "请用 Word 或 WPS 打开后另存为 .docx 或 .pdf 格式再提交"
_UNPACK = "请解压后提交其中的文件，或改用 .zip 格式压缩"
_AS_PICTURE = "请转换为 .jpg 或 .png 格式再提交"
_ANY = "请提交 .docx、.doc、.wps、.pdf、.ofd 格式的申报书，或它的扫描件"
_REFUSALS: dict[Kind, tuple[type[ReadError], str]] = {
    "pptx": (Unsupported, "是 PowerPoint 演示文稿，不能读取，请另存为 .pdf 格式再提交"),
    "ppt": (Unsupported, "是旧版 PowerPoint 演示文稿，不能读取，请另存为 .pdf 格式再提交"),
    "ods": (Unsupported, "是 OpenDocument 表格（.ods），请用 Excel 或 WPS 打开后另存为 .xlsx 格式再提交"),
    "odp": (Unsupported, "是 OpenDocument 演示文稿（.odp），不能读取，请另存为 .pdf 格式再提交"),
    "zip": (Unsupported, "是压缩包，请解压后提交其中的文件"),
    "broken-zip": (Corrupt, "的压缩包结构已损坏或不完整，请重新获取原文件后再提交"),
    "ole": (Unsupported, f"是旧版 Office 格式的文件，但看不出是文档还是表格，{_WORD_FORMATS}"),
    "broken-ole": (Corrupt, "已损坏或不完整，请重新获取原文件，或用 Word、WPS 打开修复后另存再提交"),
    "encrypted-doc": (Encrypted, "设有打开密码，请在 Word 或 WPS 中取消密码保护后再提交"),
    "encrypted-ooxml": (Encrypted, "设有打开密码，请在 Word、Excel 或 WPS 中取消密码保护后再提交"),
    "gif": (Unsupported, f"是 GIF 图片，{_AS_PICTURE}"),
    "bmp": (Unsupported, f"是 BMP 图片，{_AS_PICTURE}"),
    "webp": (Unsupported, f"是 WebP 图片，{_AS_PICTURE}"),
    "heic": (Unsupported, f"是 HEIC 照片（苹果手机默认的格式），{_AS_PICTURE}"),
    "xml": (Unsupported, f"是 XML 文件，{_WORD_FORMATS}"),
    "rar": (Unsupported, f"是 RAR 压缩包，不能读取，{_UNPACK}"),
    "7z": (Unsupported, f"是 7z 压缩包，不能读取，{_UNPACK}"),
    "gzip": (Unsupported, f"是 gzip 压缩包，不能读取，{_UNPACK}"),
    "text": (Unsupported, f"是纯文本，不能读取，{_WORD_FORMATS}"),
    "zeros": (Corrupt, "的内容全是零字节，可能没有下载或复制完整，请重新获取后再提交"),
    "empty": (Empty, "是空文件（0 字节），请重新导出或重新上传申报书"),
    "unknown": (Unsupported, f"不是能识别的文件格式，{_ANY}"),
}


def refusal(kind: Kind, *, name: str = "该文件") -> ReadError:
    """What to raise for a kind that no reader takes. Those that one takes have no refusal: KeyError."""
    error, sentence = _REFUSALS[kind]
    return error(f"“{shown(name)}”{sentence}。")
