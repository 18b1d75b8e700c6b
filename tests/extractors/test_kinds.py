"""Kinds of files, told by their bytes; and that each is either read or has its sentence."""

from __future__ import annotations

import struct
import zipfile
from io import BytesIO
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.errors import Corrupt, Empty, Encrypted, ReadError, Unsupported
from extractors.guard import Kind, kind_of, refusal
from extractors.readers import LEGACY, PAGED, READERS
from tests.hostile.archives import archive, entry
from tests.hostile.compound import compound_file
from tests.hostile.makers import TYPES, types

READ = {*READERS, *PAGED, *LEGACY}
WORD = b"\xec\xa5\xc1\0" + bytes(6)


def zipped(*names: str) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for name in names:
            made.writestr(name, b"<a/>")
    return out.getvalue()


def embedding() -> bytes:
    """A Word file in whose pool of objects a sheet stands: its entry is not at the root."""
    data = bytearray(compound_file({"WordDocument": WORD, "ObjectPool": b"", "Workbook": b"\x09\x08"}))
    pool = data.index("ObjectPool".encode("utf-16-le"))
    sheet = data.index("Workbook".encode("utf-16-le"))
    data[pool + 66] = 1  # a storage
    struct.pack_into("<I", data, pool + 76, (sheet - pool) // 128 + 2)  # whose child the sheet is
    struct.pack_into("<I", data, pool + 72, 0xFFFFFFFF)
    return bytes(data)


def unled(data: bytes) -> bytes:
    """Its directory starts beyond its end."""
    return data[:48] + b"\xff\xff\xff\0" + data[52:]


BYTES: dict[str, tuple[bytes, Kind]] = {
    "Word": (compound_file({"WordDocument": WORD, "1Table": b""}), "doc"),
    "Word with a sheet inside": (embedding(), "doc"),
    "Word in other letters": (compound_file({"WORDDOCUMENT": WORD}), "doc"),
    "Word under a password": (compound_file({"WordDocument": WORD + b"\x00\x01"}), "encrypted-doc"),
    "Works": (compound_file({"MatOST": b"", "CONTENTS": b""}), "wps"),
    "Excel 97": (compound_file({"Workbook": b"\x09\x08"}), "xls"),
    "Excel 5": (compound_file({"Book": b"\x09\x08"}), "xls"),
    "PowerPoint": (compound_file({"PowerPoint Document": b"", "Current User": b""}), "ppt"),
    "a mail": (compound_file({"__properties_version1.0": b""}), "ole"),
    "a directory that is lost": (compound_file({"Workbook": b"x"})[:700], "broken-ole"),
    "a directory that nothing leads to": (unled(compound_file({"WordDocument": WORD})), "doc"),
    "OFD": (zipped("OFD.xml", "Doc_0/Document.xml"), "ofd"),
    "files": (zipped("申报书/申报书.docx"), "zip"),
    "HEIC": (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(40), "heic"),
    "WebP": (b"RIFF\x24\0\0\0WEBPVP8 " + bytes(40), "webp"),
    "BMP": (b"BM\x46\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0" + bytes(60), "bmp"),
    "GIF": (b"GIF89a" + bytes(60), "gif"),
    "a film": (b"\0\0\0\x18ftypisom\0\0\0\0" + bytes(40), "unknown"),
    "words that begin with BM": (b"BMW and other makers of cars.\n", "text"),
    "a list": ("序号,名称,数量\n1,数控机床,12\n2,机器人,3\n".encode(), "csv"),
    "a list in GB 18030": ("序号,名称\r\n1,数控机床\r\n2,机器人\r\n".encode("gb18030"), "csv"),
    "a list in UTF-16": ("序号\t名称\n1\t数控机床\n".encode("utf-16"), "csv"),
    "a list with a title": ("附件3 设备清单\n序号,名称\n1,甲\n2,乙\n3,丙\n4,丁\n".encode(), "csv"),
    "a list with commas in quotes": ('名称,"地址"\n甲,"河北省,石家庄市"\n'.encode(), "csv"),
    "a long list": ("序号,名称\n".encode() + "1,数控机床\n".encode() * 5000, "csv"),
    "a letter": ("尊敬的领导：\n您好,来信收到。\n此致\n敬礼\n".encode(), "text"),
    "one line": ("序号,名称,数量".encode(), "text"),
    "a form as text": ("平台名称：样例\n申报单位：样例\n".encode(), "text"),
}  # fmt: skip


@pytest.mark.parametrize(("data", "kind"), BYTES.values(), ids=BYTES.keys())
def test_a_file_is_what_its_bytes_are(data: bytes, kind: Kind) -> None:
    assert kind_of(data) == kind


@pytest.mark.parametrize("main", ["docx", "docm", "dotx", "dotm"])
def test_a_main_part_in_an_unusual_folder_is_told_by_its_type(main: str) -> None:
    moved = types(main).replace("/word/", "/content/")
    members = [entry(TYPES, moved.encode("utf-16")), entry("content/document.xml", b"<a/>")]
    assert kind_of(archive(members)) == "docx"


@given(st.binary(max_size=300))
def test_any_bytes_are_of_some_kind(data: bytes) -> None:
    assert kind_of(data) in get_args(Kind)


@given(st.binary(max_size=2000), st.integers(0, 1500))
def test_any_bytes_in_a_compound_file_are_of_some_kind(data: bytes, at: int) -> None:
    whole = compound_file({"WordDocument": WORD})
    assert kind_of(whole[: at + 8] + data + whole[at + 8 + len(data) :]) in get_args(Kind)


@pytest.mark.parametrize("kind", sorted({*get_args(Kind)} - READ))
def test_every_kind_without_a_reader_has_its_sentence(kind: Kind) -> None:
    message = str(refusal(kind, name="甲.docx"))
    assert message.startswith("“甲.docx”")
    assert message.endswith("。")
    assert message.count("。") == 1


@pytest.mark.parametrize("kind", sorted(READ))
def test_a_kind_that_is_read_is_not_refused(kind: Kind) -> None:
    with pytest.raises(KeyError):
        refusal(kind)


@pytest.mark.parametrize(
    ("kind", "error"),
    [
        ("pptx", Unsupported), ("rar", Unsupported), ("heic", Unsupported),
        ("empty", Empty), ("zeros", Corrupt),
        ("broken-zip", Corrupt), ("broken-ole", Corrupt), ("encrypted-doc", Encrypted),
        ("encrypted-ooxml", Encrypted),
    ],
)  # fmt: skip
def test_the_error_says_what_is_the_matter(kind: Kind, error: type[ReadError]) -> None:
    assert type(refusal(kind)) is error


def test_a_name_in_a_sentence_cannot_break_the_line() -> None:
    message = str(refusal("pptx", name="a\n\x1b[31mb\udc80" + "长" * 300))
    assert message.isprintable()
    assert len(message) < 150
