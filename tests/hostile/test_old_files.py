"""Old Word files that are no such thing, or whose sectors lead in circles: LibreOffice must end, and be told of."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from tests.extractors.readers.legacy.old_word import converted
from tests.extractors.test_submission import application
from tests.hostile.archives import archive, entry
from tests.hostile.bad_pdfs import PDFS
from tests.hostile.bad_sheets import circle, put, tree_circle
from tests.hostile.makers import docx
from tests.hostile.test_folders import GOOD, folder, left_behind, told

pytestmark = pytest.mark.needs_libreoffice


def flipped(seed: int) -> Callable[[bytearray], None]:
    def flipping(data: bytearray) -> None:
        rng = Random(seed)  # noqa: S311 - a seed, no secret
        for _ in range(200):
            data[rng.randrange(512, len(data))] ^= 1 << rng.randrange(8)

    return flipping


def halved(data: bytearray) -> None:
    del data[len(data) // 2 :]


def locked(data: bytearray) -> None:
    """Says that it is under a password, and is not."""
    start = (int.from_bytes(data[48:52], "little") + 1) * 512
    for at in range(start, len(data) - 128, 128):
        if data[at : at + 24] == "WordDocument".encode("utf-16-le"):
            main = (int.from_bytes(data[at + 116 : at + 120], "little") + 1) * 512
            data[main + 11] |= 1


CHANGES: dict[str, Callable[[bytearray], None]] = {
    "环": circle,
    "目录环": tree_circle,
    "扇区": put(30, 60, 2),
    "分配表数": put(44, 0x7FFFFFFF),
    "分配表链": put(68, 0),
    "小扇区链": put(60, 0),
    "半个": halved,
    "改动一": flipped(1),
    "改动二": flipped(2),
}
TEXT = rb"{\rtf1\ansi "
LIES: dict[str, bytes] = {
    "其实是新格式.doc": docx(),
    "其实是PDF.doc": PDFS["as it should be"][0](),
    "深.rtf": TEXT + b"{" * 100_000 + b"x" + b"}" * 100_000 + b"}",
    "炸弹.odt": archive(
        [
            entry("mimetype", b"application/vnd.oasis.opendocument.text", method=0),
            entry("content.xml", b'<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;">]><a>&b;</a>'),
        ]
    ),
}


HANGS = b"<html><body>" + b"<table><tr><td>" * 300 + b"x"  # LibreOffice lays it out for minutes


@pytest.fixture(scope="module")
def old(tmp_path_factory: pytest.TempPathFactory, libreoffice: Path) -> bytes:
    at = tmp_path_factory.mktemp("old")
    (at / "a.docx").write_bytes(application())
    try:
        return converted(libreoffice, at / "a.docx", to="doc:MS Word 97", folder=at)[0].read_bytes()
    except subprocess.CalledProcessError as error:
        raise AssertionError(error.stderr) from error


def test_old_files_that_lie_cost_no_other_file(tmp_path: Path, old: bytes) -> None:
    files = dict(LIES)
    for name, change in CHANGES.items():
        data = bytearray(old)
        change(data)
        files[f"{name}.doc"] = bytes(data)
    outcome = told(folder(tmp_path, files))
    assert outcome.status == 0
    assert outcome.result["submission"]["applicant"]["name"]
    assert {each["path"] for each in outcome.result["source"]["files"]} == {GOOD, *files}
    for name in ("半个.doc", "炸弹.odt"):
        assert name in outcome.warnings
    assert "程序出错" not in outcome.warnings
    assert left_behind(tmp_path) == []


def test_a_file_that_libreoffice_never_ends_with_is_given_up(tmp_path: Path, old: bytes) -> None:
    """The other is read all the same, and nothing of it goes on."""
    files = {"无尽.doc": HANGS, "好的.doc": old}
    outcome = told(folder(tmp_path, files), SHENBAO_SECONDS="6")
    assert outcome.status == 0
    (warning,) = [each for each in outcome.result["warnings"] if "无尽.doc" in each]
    assert "超过 6 秒的时间上限" in warning
    assert "未读取：读取“好的.doc”" not in outcome.warnings
    assert left_behind(tmp_path) == []


def test_an_old_file_under_a_password_is_told_of(tmp_path: Path, old: bytes) -> None:
    data = bytearray(old)
    locked(data)
    path = tmp_path / "申报书.wps"
    path.write_bytes(data)
    outcome = told(path)
    assert (outcome.status, outcome.result["error"]["code"]) == (2, "encrypted")


def test_an_old_file_by_another_name_is_read(tmp_path: Path, old: bytes) -> None:
    path = tmp_path / "申报书.docx"
    path.write_bytes(old)
    outcome = told(path)
    assert outcome.status == 0
    assert outcome.result["states"]["applicant.name"] == "filled"
