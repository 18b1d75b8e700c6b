"""What is no Word file, is under a password, or is not there at all."""

from __future__ import annotations

import io
import os
import sys
import zipfile
from pathlib import Path

import pytest

from tests.hostile.archives import archive, entry
from tests.hostile.compound import compound_file
from tests.hostile.conftest import Read
from tests.hostile.makers import MARK, TYPES, docx, types, written


def office(folder: str, main: str) -> bytes:
    kind = f"application/vnd.openxmlformats-officedocument.{main}.main+xml"
    more = f'<Override PartName="/{folder}/main.xml" ContentType="{kind}"/>'
    return archive([entry(TYPES, types(more=more).encode()), entry(f"{folder}/main.xml", b"<main/>")])


def open_document(kind: str) -> bytes:
    mimetype = f"application/vnd.oasis.opendocument.{kind}".encode()
    return archive([entry("mimetype", mimetype, method=0), entry("content.xml", b"<office/>")])


def zipped(**members: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as made:
        for name, content in members.items():
            made.writestr(name, content)
    return buffer.getvalue()


PACKAGE = {
    "EncryptionInfo": b"\x04\0\x04\0\x40\0\0\0<encryption/>",
    "EncryptedPackage": b"\x10" + bytes(9000),
}

OTHER_FILES = {
    "0 bytes": (b"", "empty"),
    "zeros": (bytes(5000), "corrupt"),
    "one zero byte": (b"\0", "corrupt"),
    "text": ("申报书\n平台名称：样例\n".encode(), "unsupported"),
    "text in GB 18030": ("申报书\r\n平台名称：样例".encode("gb18030"), "unsupported"),
    "text in UTF-16": ("申报书".encode("utf-16"), "unsupported"),
    "noise": (bytes(range(256)) * 40, "unsupported"),
    "XML": (b'<?xml version="1.0"?><a/>', "unsupported"),
    "PDF of nothing": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "corrupt"),
    "photo of nothing": (b"\xff\xd8\xff\xe0\0\x10JFIF" + bytes(99), "corrupt"),
    "picture of nothing": (b"\x89PNG\r\n\x1a\n" + bytes(99), "corrupt"),
    "RAR": (b"Rar!\x1a\x07\x01\0" + bytes(99), "unsupported"),
    "7z": (b"7z\xbc\xaf\x27\x1c\0\x04" + bytes(99), "unsupported"),
    "zip of files": (zipped(**{"申报书.docx": docx()}), "unsupported"),
    "empty zip": (zipped(), "unsupported"),
    "xlsx of nothing": (office("xl", "spreadsheetml.sheet"), "corrupt"),
    "pptx": (office("ppt", "presentationml.presentation"), "unsupported"),
    "ods": (open_document("spreadsheet"), "unsupported"),
    "OFD of nothing": (zipped(**{"OFD.xml": b"<ofd/>", "Doc_0/Document.xml": b"<a/>"}), "corrupt"),
    "old Excel of nothing": (compound_file({"Workbook": b""}), "corrupt"),
    "old PowerPoint": (compound_file({"PowerPoint Document": b""}), "unsupported"),
    "old Word under a password": (
        compound_file({"WordDocument": b"\xec\xa5\xc1\0" + bytes(6) + b"\0\1"}),
        "encrypted",
    ),
    "under a password": (compound_file(PACKAGE), "encrypted"),
}


@pytest.mark.parametrize(("content", "code"), OTHER_FILES.values(), ids=OTHER_FILES.keys())
def test_what_cannot_be_read_says_what_it_is(read: Read, content: bytes, code: str) -> None:
    assert read(content).code == code


@pytest.mark.parametrize("name", ["申报书.doc", "申报书.pdf", "申报书.zip", "申报书", "a b‘’&;$(x).txt"])
def test_a_word_file_is_read_whatever_it_is_called(read: Read, name: str) -> None:
    assert MARK in read(docx(), name=name).texts


def test_a_letter_is_read_as_the_document_it_is(read: Read) -> None:
    """That it is no application is found when a form is filled from it: through the command line, later."""
    letter = written("<w:p><w:r><w:t>尊敬的领导：您好。</w:t></w:r></w:p>")
    assert read(letter).texts == ["尊敬的领导：您好。"]


@pytest.mark.parametrize("name", ["没有.docx", "a/b/c.docx", "x" * 5000 + ".docx"])
def test_nothing_there_is_not_found(read: Read, tmp_path: Path, name: str) -> None:
    assert read(tmp_path / name).code == "not_found"


def test_a_folder_is_no_file(read: Read, tmp_path: Path) -> None:
    assert read(tmp_path).code == "unsupported"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the platform has no named pipes")
def test_a_pipe_is_refused_before_it_blocks(read: Read, tmp_path: Path) -> None:
    if sys.platform != "win32":
        os.mkfifo(tmp_path / "pipe.docx")
    assert read(tmp_path / "pipe.docx").code == "unsupported"


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
def test_links_in_a_circle_lead_nowhere(read: Read, tmp_path: Path) -> None:
    (tmp_path / "a.docx").symlink_to(tmp_path / "b.docx")
    (tmp_path / "b.docx").symlink_to(tmp_path / "a.docx")
    assert read(tmp_path / "a.docx").code == "not_found"
