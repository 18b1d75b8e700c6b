"""A .zip of a submission: names as their packers meant them, and nothing that leaves its folder."""

from __future__ import annotations

import io
import sys
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.errors import Corrupt, Empty, Encrypted, ReadError, TooLarge
from extractors.guard import LIMITS
from extractors.submission import extract
from extractors.submission.unpacking import safe_name, unpack
from extractors.workers import Crew
from notices.hebei_2022_719.form import SPEC
from tests.extractors.test_submission import EQUIPMENT, JUNK, LETTER, application, kinds

APPLICATION = application()


@pytest.fixture(scope="module")
def crew() -> Iterator[Crew]:
    with Crew(workers=2) as made:
        yield made


class Named(zipfile.ZipInfo):
    """A member whose name is these bytes, without the flag that says UTF-8."""

    def __init__(self, raw: bytes) -> None:
        super().__init__(raw.hex())
        self.raw = raw

    def _encodeFilenameFlags(self) -> tuple[bytes, int]:  # noqa: N802 - zipfile's own name
        return self.raw, self.flag_bits & ~0x800


def packed(files: Mapping[str | bytes, bytes]) -> bytes:
    """An archive of these; a name of bytes stands in it as it is."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(Named(name) if isinstance(name, bytes) else name, content)
    return made.getvalue()


def write(folder: Path, content: bytes) -> Path:
    path = folder / "申报材料.zip"
    path.write_bytes(content)
    return path


# --- names --------------------------------------------------------------------------------------------------

ENCODED: dict[str, bytes | str] = {
    "GBK, as Chinese Windows writes": "某平台/申报书.docx".encode("gbk"),
    "UTF-8 without its flag, as macOS writes": "某平台/申报书.docx".encode(),
    "UTF-8 with its flag": "某平台/申报书.docx",
    "backslashes": "某平台\\申报书.docx".encode("gbk"),
}


@pytest.mark.parametrize("name", ENCODED.values(), ids=ENCODED.keys())
def test_names_come_out_as_they_were_written(tmp_path: Path, crew: Crew, name: str | bytes) -> None:
    path = write(tmp_path, packed({name: APPLICATION, "某平台/附件5 设备清单.docx": EQUIPMENT}))
    form = extract(path, spec=SPEC, crew=crew)
    assert kinds(form) == {"某平台/申报书.docx": "application", "某平台/附件5 设备清单.docx": "attachment"}
    assert {each.file for each in form["applicant.name"].evidence} == {"某平台/申报书.docx"}
    assert form.source["path"] == path.as_posix()


def test_each_entry_is_decoded_for_itself(tmp_path: Path) -> None:
    names: list[str | bytes] = ["甲.docx".encode("gbk"), "乙.docx".encode(), "丙.docx"]
    path = write(tmp_path, packed(dict.fromkeys(names, b"x")))
    found = unpack(path, tmp_path / "out", "申报材料.zip", LIMITS.unpacked)
    assert [name for name, _ in found] == ["甲.docx", "乙.docx", "丙.docx"]


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("申报书.docx", "申报书.docx"),
        ('a<b>:"c|d?e*.pdf', "a_b___c_d_e_.pdf"),
        ("CON.docx", "_CON.docx"),
        ("尾部 . .docx", "尾部.docx"),
        ("长" * 300 + ".docx", "长" * 80 + ".docx"),
        ("没有后缀", "没有后缀"),
        (".docx", "_.docx"),
    ],
)
def test_a_name_on_the_disk_is_one_that_every_disk_takes(name: str, safe: str) -> None:
    assert safe_name(name) == safe


def test_two_files_whose_safe_names_are_alike_are_both_there(tmp_path: Path) -> None:
    path = write(tmp_path, packed({"a?.txt": b"1", "a*.txt": b"2"}))
    found = unpack(path, tmp_path / "out", "申报材料.zip", LIMITS.unpacked)
    assert [Path(where).read_bytes() for _, where in found] == [b"1", b"2"]


# --- what is in it ------------------------------------------------------------------------------------------


def test_junk_is_passed_over(tmp_path: Path, crew: Crew) -> None:
    path = write(tmp_path, packed({"申报书.docx": APPLICATION, **dict.fromkeys(JUNK, b"x")}))
    assert kinds(extract(path, spec=SPEC, crew=crew)) == {"申报书.docx": "application"}


def test_an_archive_in_the_archive_is_opened(tmp_path: Path, crew: Crew) -> None:
    inner = packed({"附件5.docx": EQUIPMENT})
    path = write(tmp_path, packed({"申报书.docx": APPLICATION, "附件.zip": inner}))
    form = extract(path, spec=SPEC, crew=crew)
    assert kinds(form) == {"申报书.docx": "application", "附件.zip/附件5.docx": "attachment"}


def test_an_archive_in_a_folder_is_opened(tmp_path: Path, crew: Crew) -> None:
    write(tmp_path, packed({"申报书.docx": APPLICATION}))
    form = extract(tmp_path, spec=SPEC, crew=crew)
    assert kinds(form) == {"申报材料.zip/申报书.docx": "application"}


def test_archives_are_not_opened_endlessly(tmp_path: Path, crew: Crew) -> None:
    deep = packed({"最里面.docx": LETTER})
    for _ in range(LIMITS.nesting):
        deep = packed({"里面.zip": deep})
    path = write(tmp_path, packed({"申报书.docx": APPLICATION, "附件.zip": deep}))
    form = extract(path, spec=SPEC, crew=crew)
    assert [name for name in kinds(form) if "最里面" in name] == []
    assert any(f"超过 {LIMITS.nesting} 层" in each for each in form.warnings)


def test_a_damaged_archive_hides_no_other_file(tmp_path: Path, crew: Crew) -> None:
    path = write(tmp_path, packed({"申报书.docx": APPLICATION, "附件.zip": packed({"a": b"x"})[:40]}))
    form = extract(path, spec=SPEC, crew=crew)
    assert kinds(form) == {"申报书.docx": "application", "附件.zip": "attachment"}
    assert any("附件.zip" in each for each in form.warnings)


# --- what is refused ----------------------------------------------------------------------------------------


def linked() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        member = zipfile.ZipInfo("链接.docx")
        member.create_system = 3
        member.external_attr = 0o120777 << 16
        archive.writestr(member, "/etc/passwd")
    return made.getvalue()


def encrypted() -> bytes:
    made = bytearray(packed({"a.docx": LETTER}))
    for signature, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        made[made.index(signature) + at] |= 1
    return bytes(made)


def overlapping() -> bytes:
    """Two entries of the directory for one member, which is what a bomb without nesting is made of."""
    made = packed({"a.docx": bytes(5000), "b.docx": bytes(5000)})
    second = made.index(b"PK\x01\x02", made.index(b"PK\x01\x02") + 4)
    changed = bytearray(made)
    changed[second + 42 : second + 46] = bytes(4)
    return bytes(changed)


REFUSED: dict[str, tuple[bytes, type[ReadError]]] = {
    "a way up": (packed({"../../etc/申报书.docx": LETTER}), Corrupt),
    "a way up with backslashes": (packed({b"..\\..\\a.docx": LETTER}), Corrupt),
    "an absolute path": (packed({b"/etc/a.docx": LETTER}), Corrupt),
    "a drive": (packed({b"C:\\a.docx": LETTER}), Corrupt),
    "a device": (packed({"附件/aux.docx": LETTER}), Corrupt),
    "a link": (linked(), Corrupt),
    "encrypted": (encrypted(), Encrypted),
    "overlapping members": (overlapping(), Corrupt),
    "cut off": (packed({"a.docx": LETTER})[:-30], Corrupt),
    "a bomb": (packed({"a.docx": bytes(300 << 20)}), TooLarge),
    "nothing": (packed({}), Empty),
    "junk alone": (packed({"__MACOSX/._a": b"x"}), Empty),
}


@pytest.mark.parametrize(("content", "error"), REFUSED.values(), ids=REFUSED.keys())
def test_an_archive_that_no_packer_makes_is_refused_in_one_sentence(
    tmp_path: Path, crew: Crew, content: bytes, error: type[ReadError]
) -> None:
    path = write(tmp_path, content)
    with pytest.raises(ReadError) as raised:
        extract(path, spec=SPEC, crew=crew)
    assert type(raised.value) is error
    assert "申报材料.zip" in str(raised.value)
    assert str(raised.value).count("。") == 1
    assert sorted(tmp_path.iterdir()) == [path]


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_any_change_of_an_archive_ends_in_its_folder_or_a_sentence(data: st.DataObject) -> None:
    changed = bytearray(packed({"申报书.docx": LETTER, "附件/a.txt".encode("gbk"): b"text"}))
    for _ in range(data.draw(st.integers(1, 8))):
        at = data.draw(st.integers(0, len(changed) - 2))
        changed[at : at + 2] = data.draw(st.binary(min_size=2, max_size=2))
    with TemporaryDirectory() as name:
        folder = Path(name)
        path = write(folder, bytes(changed[: data.draw(st.sampled_from([len(changed), 300]))]))
        try:
            found = unpack(path, folder / "out", path.name, 1 << 20)
        except ReadError as error:
            assert path.name in str(error)  # noqa: PT017 - either outcome will do, an other error will not
        else:
            assert all(folder / "out" in Path(where).resolve().parents for _, where in found)


@pytest.mark.skipif(sys.platform == "win32", reason="permissions are another matter there")
def test_what_is_unpacked_is_gone_afterwards(
    tmp_path: Path, crew: Crew, monkeypatch: pytest.MonkeyPatch
) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(scratch))
    extract(write(tmp_path, packed({"申报书.docx": APPLICATION})), spec=SPEC, crew=crew)
    assert list(scratch.iterdir()) == []
