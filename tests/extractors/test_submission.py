"""A submission is a file or a folder: which file in it is the application, and what is said of the others."""

from __future__ import annotations

import hashlib
import io
import sys
from functools import cache
from pathlib import Path
from random import Random

import pytest

from eval.filings.hand import HANDS
from eval.filings.styles import STYLES
from eval.filings.truth import draw
from extractors.errors import Corrupt, Empty, NotAnApplication, NotFound, ReadError, Unsupported
from extractors.form import Form
from extractors.submission import extract
from notices.hebei_2022_719.form import SPEC
from notices.hebei_2022_719.layout import write_form
from tests.hostile.makers import written

JUNK = (
    "~$申报书.docx",
    ".DS_Store",
    "Thumbs.db",
    "desktop.ini",
    "__MACOSX/._申报书.docx",
    ".git/申报书.docx",
)
RAR = b"Rar!\x1a\x07\x01\0" + bytes(99)
PHOTO = b"\xff\xd8\xff\xe0\0\x10JFIF" + bytes(99)
LETTER = written("<w:p><w:r><w:t>尊敬的领导：您好。</w:t></w:r></w:p>")
EQUIPMENT = written("<w:p><w:r><w:t>附件5 设备接入清单</w:t></w:r></w:p>")


@cache
def application(seed: int = 11, *, style: str = "printed") -> bytes:
    truth = draw(seed, "区域", traps=False)
    return STYLES[style](truth, HANDS["careful"], Random(seed)).docx  # noqa: S311 - a seed, no secret


def blank_form() -> bytes:
    written_to = io.BytesIO()
    write_form(written_to)
    return written_to.getvalue()


def submission(folder: Path, files: dict[str, bytes]) -> Path:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder


def kinds(form: Form) -> dict[str, str]:
    return {each["path"]: each["kind"] for each in form.files}


# --- one file -----------------------------------------------------------------------------------------------


def test_a_file_is_its_own_application(tmp_path: Path) -> None:
    path = submission(tmp_path, {"某平台.docx": application()}) / "某平台.docx"
    form = extract(path, spec=SPEC)
    assert kinds(form) == {"某平台.docx": "application"}
    assert form.source["sha256"] == hashlib.sha256(path.read_bytes()).hexdigest()
    assert form.source["path"] == path.as_posix()


def test_nothing_there_is_not_found(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="没有"):
        extract(tmp_path / "没有", spec=SPEC)


def test_a_letter_is_no_application(tmp_path: Path) -> None:
    with pytest.raises(NotAnApplication, match=r"信\.docx"):
        extract(submission(tmp_path, {"信.docx": LETTER}) / "信.docx", spec=SPEC)


# --- a folder -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["申报书.docx", "附件99.docx", "扫描件.pdf", "没有后缀", "深/层/文件.docx"])
def test_the_application_is_known_by_its_content(tmp_path: Path, name: str) -> None:
    others = {"申报书（终稿）.docx": LETTER, "附件5.docx": EQUIPMENT}
    form = extract(submission(tmp_path, {name: application(), **others}), spec=SPEC)
    assert kinds(form) == {name: "application", **dict.fromkeys(others, "attachment")}
    assert form["applicant.name"].state == "filled"
    own = (answer for field, answer in form if field.kind != "attachments")
    assert {each.file for answer in own for each in answer.evidence} == {name}
    assert [each["number"] for each in form.value("attachments") if each["found"]] == [5]


def test_what_no_person_put_there_is_passed_over(tmp_path: Path) -> None:
    files = {"申报书.docx": application(), **dict.fromkeys(JUNK, application(12))}
    form = extract(submission(tmp_path, files), spec=SPEC)
    assert kinds(form) == {"申报书.docx": "application"}
    assert form.warnings == extract(tmp_path / "申报书.docx", spec=SPEC).warnings


def test_a_folder_whose_own_name_begins_with_a_dot_is_read(tmp_path: Path) -> None:
    assert kinds(extract(submission(tmp_path / ".材料", {"申报书.docx": application()}), spec=SPEC))


@pytest.mark.parametrize("files", [{}, dict.fromkeys(JUNK, b"x")], ids=["nothing", "junk"])
def test_a_folder_without_files_is_empty(tmp_path: Path, files: dict[str, bytes]) -> None:
    with pytest.raises(Empty):
        extract(submission(tmp_path, files), spec=SPEC)


def test_a_file_that_cannot_be_read_hides_no_other(tmp_path: Path) -> None:
    broken = {"损坏.docx": application()[:3000], "照片.jpg": PHOTO, "空.docx": b""}
    form = extract(submission(tmp_path, {"申报书.docx": application(), **broken}), spec=SPEC)
    assert kinds(form) == {"申报书.docx": "application", **dict.fromkeys(broken, "attachment")}
    assert [name for name in broken if not any(name in each for each in form.warnings)] == []


def test_a_blank_form_beside_the_application_gives_no_values(tmp_path: Path) -> None:
    files = {"一.docx": blank_form(), "二.docx": application()}
    form = extract(submission(tmp_path, files), spec=SPEC)
    assert kinds(form) == {"一.docx": "attachment", "二.docx": "application"}


def test_two_applications_alike_are_told_of(tmp_path: Path) -> None:
    files = {"一.docx": application(), "二.docx": application(12)}
    form = extract(submission(tmp_path, files), spec=SPEC)
    assert kinds(form) == {"一.docx": "application", "二.docx": "attachment"}
    assert any("一.docx" in each and "二.docx" in each for each in form.warnings)


UNREADABLE: dict[str, tuple[dict[str, bytes], type[ReadError]]] = {
    "one damaged photo": ({"照片.jpg": PHOTO}, Corrupt),
    "damaged photos": ({"1.jpg": PHOTO, "2.jpg": PHOTO}, NotAnApplication),
    "what no reader takes": ({"1.rar": RAR, "2.rar": RAR}, Unsupported),
    "what no reader takes and a letter": ({"1.rar": RAR, "信.docx": LETTER}, Unsupported),
    "a damaged file and a letter": ({"1.docx": application()[:3000], "信.docx": LETTER}, Corrupt),
    "two letters": ({"信一.docx": LETTER, "信二.docx": LETTER}, NotAnApplication),
    "two damaged files": ({"1.jpg": PHOTO, "2.docx": application()[:3000]}, NotAnApplication),
    "an attachment alone": ({"附件5.docx": EQUIPMENT}, NotAnApplication),
}


@pytest.mark.parametrize(("files", "error"), UNREADABLE.values(), ids=UNREADABLE.keys())
def test_a_folder_without_an_application_says_so(
    tmp_path: Path, files: dict[str, bytes], error: type[ReadError]
) -> None:
    with pytest.raises(ReadError) as raised:
        extract(submission(tmp_path, files), spec=SPEC)
    assert type(raised.value) is error
    assert str(raised.value).count("。") == 1


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    outside = submission(tmp_path / "外", {"申报书.docx": application()})
    inside = submission(tmp_path / "内", {"信.docx": LETTER})
    (inside / "申报书.docx").symlink_to(outside / "申报书.docx")
    (inside / "材料").symlink_to(outside)
    with pytest.raises(NotAnApplication):
        extract(inside, spec=SPEC)


def test_the_digest_of_a_folder_is_that_of_its_contents(tmp_path: Path) -> None:
    files = {"申报书.docx": application(), "附件/5.docx": EQUIPMENT}
    first, second = (
        extract(submission(tmp_path / name, files), spec=SPEC).source["sha256"] for name in ("甲", "乙")
    )
    changed = extract(submission(tmp_path / "丙", {**files, "附件/5.docx": LETTER}), spec=SPEC)
    assert first == second != changed.source["sha256"]
