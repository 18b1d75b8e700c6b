"""The guard by itself: its limits, its sentences, and that nothing but its own errors comes out."""

from __future__ import annotations

import struct
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from extractors.errors import Corrupt, ReadError, TooLarge
from extractors.guard import Limits, open_ooxml, parse_xml, read_bytes
from extractors.guard.directory import read_directory
from tests.hostile.archives import archive, entry
from tests.hostile.makers import DOCUMENT, TYPES, docx, entries, parts

SOUND = docx()


# --- archives -----------------------------------------------------------------------------------------------


def read_all(data: bytes, *, limits: Limits = Limits()) -> dict[str, bytes]:  # noqa: B008  a frozen value
    opened = open_ooxml(data, limits=limits)
    return {name: opened[name] for name in opened}


def test_the_parts_of_a_sound_archive_are_what_went_in() -> None:
    assert read_all(SOUND) == parts()


def test_parts_are_found_in_any_case_and_missing_ones_are_not() -> None:
    opened = open_ooxml(SOUND)
    assert opened["WORD/Document.XML"] == opened[DOCUMENT]
    assert "word/none.xml" not in opened
    assert opened.get("word/none.xml") is None
    assert opened.size(DOCUMENT) == len(opened[DOCUMENT])


SIZES = [len(content) for content in parts().values()]
AT_THE_LIMIT: list[tuple[str, int]] = [
    ("file", len(SOUND)),
    ("members", len(SIZES)),
    ("name", max(map(len, parts()))),
    ("unpacked", sum(SIZES)),
    ("read", sum(SIZES)),
]


@pytest.mark.parametrize(("limit", "value"), AT_THE_LIMIT)
def test_a_limit_lets_pass_what_it_names_and_no_more(limit: str, value: int) -> None:
    assert read_all(SOUND, limits=Limits(**{limit: value}))
    with pytest.raises(ReadError):
        read_all(SOUND, limits=Limits(**{limit: value - 1}))


def test_reading_a_part_twice_counts_once() -> None:
    opened = open_ooxml(SOUND, limits=Limits(read=len(parts()[DOCUMENT])))
    assert opened[DOCUMENT] == opened[DOCUMENT]
    with pytest.raises(TooLarge):
        opened[TYPES]


def test_the_ratio_counts_from_a_size_on() -> None:
    data = archive([entry(DOCUMENT, bytes(200_000))])
    assert read_all(data, limits=Limits(ratio=50, ratio_from=200_000))
    with pytest.raises(TooLarge):
        read_all(data, limits=Limits(ratio=50, ratio_from=199_999))


def test_wide_numbers_of_a_member_are_taken_from_its_extra_field() -> None:
    """As streaming writers put them, for small members too."""
    sound = entry(DOCUMENT, b"<a/>")
    name = sound.name.encode()
    local = struct.pack(
        "<4s5H3L2H", b"PK\3\4", 45, 0x800, 8, 0, 33, sound.crc, *[0xFFFFFFFF] * 2, len(name), 20
    )
    wide = struct.pack("<2H2Q", 1, 16, sound.size, len(sound.packed))
    body = local + name + wide + sound.packed
    numbers = (sound.crc, 0xFFFFFFFF, 0xFFFFFFFF, len(name), 28, 0, 0, 0, 0, 0xFFFFFFFF)
    fixed = struct.pack("<4s6H3L5H2L", b"PK\1\2", 45, 45, 0x800, 8, 0, 33, *numbers)
    directory = fixed + name + struct.pack("<2H3Q", 1, 24, sound.size, len(sound.packed), 0)
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 1, 1, len(directory), len(body), 0)
    assert read_all(body + directory + end) == {DOCUMENT: b"<a/>"}
    with pytest.raises(Corrupt):
        read_all(
            body + directory.replace(wide[:4], b"\2\0\x10\0").replace(b"\1\0\x18\0", b"\2\0\x18\0") + end
        )


def test_sizes_behind_the_data_are_read() -> None:
    """As a program does that cannot seek in what it writes."""
    sound = entry(DOCUMENT, b"<a/>")
    name = sound.name.encode()
    body = (
        struct.pack("<4s5H3L2H", b"PK\3\4", 20, 0x808, 8, 0, 33, 0, 0, 0, len(name), 0) + name + sound.packed
    )
    body += struct.pack("<4s3L", b"PK\7\x08", sound.crc, len(sound.packed), sound.size)
    numbers = (sound.crc, len(sound.packed), sound.size, len(name), 0, 0, 0, 0, 0, 0)
    directory = struct.pack("<4s6H3L5H2L", b"PK\1\2", 20, 20, 0x808, 8, 0, 33, *numbers) + name
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 1, 1, len(directory), len(body), 0)
    assert read_all(body + directory + end) == {DOCUMENT: b"<a/>"}


@given(position=st.integers(0, len(SOUND) - 1), value=st.integers(0, 255))
@settings(max_examples=300, deadline=None)
def test_one_wrong_byte_never_changes_a_part(position: int, value: int) -> None:
    damaged = bytearray(SOUND)
    damaged[position] = value
    with suppress(ReadError):
        assert read_all(bytes(damaged)) == parts()


@given(cuts=st.tuples(st.integers(0, len(SOUND)), st.integers(0, len(SOUND)), st.binary(max_size=40)))
@settings(max_examples=200, deadline=None)
def test_whatever_is_done_to_an_archive_ends_in_a_read_error_or_in_parts(
    cuts: tuple[int, int, bytes],
) -> None:
    first, second, inserted = cuts
    with suppress(ReadError):
        read_all(SOUND[:first] + inserted + SOUND[second:])


def test_the_directory_starts_where_it_is_said_to() -> None:
    members, start = read_directory(SOUND, file="甲", limits=Limits())
    assert [member.name for member in members] == [item.name for item in entries()]
    assert SOUND[start : start + 4] == b"PK\1\2"


# --- markup -------------------------------------------------------------------------------------------------


def test_a_tree_has_neither_comments_nor_instructions() -> None:
    root = parse_xml(b"<?a b?><r>x<!-- c -->y<?d e?>z</r>")
    assert etree.tostring(root) == b"<r>xyz</r>"


@pytest.mark.parametrize(
    ("data", "limits"),
    [
        (b"<a>" + b"<b c='1'/>" * 10 + b"</a>", Limits(nodes=21)),
        (b"<a>" + b" " * 1000 + b"</a>", Limits(markup=1006)),
        (b"<a>" * 257 + b"</a>" * 257, Limits()),
    ],
    ids=["nodes", "size", "depth"],
)
def test_markup_over_a_limit_is_too_large_and_says_which_part(data: bytes, limits: Limits) -> None:
    with pytest.raises(TooLarge, match=r"“word/甲\.xml”"):
        parse_xml(data, part="word/甲.xml", limits=limits)


@pytest.mark.parametrize(
    ("data", "limits"),
    [
        (b"<a>" + b"<b c='1'/>" * 10 + b"</a>", Limits(nodes=22)),
        (b"<a>" + b" " * 1000 + b"</a>", Limits(markup=1007)),
        (b"<a>" * 256 + b"</a>" * 256, Limits()),
    ],
    ids=["nodes", "size", "depth"],
)
def test_markup_at_a_limit_is_parsed(data: bytes, limits: Limits) -> None:
    assert parse_xml(data, limits=limits).tag == "a"


@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda text: f"<a>{text}</a>".encode()))
def test_any_bytes_are_a_tree_or_a_read_error(data: bytes) -> None:
    with suppress(ReadError):
        parse_xml(data)


# --- files --------------------------------------------------------------------------------------------------


def test_a_file_over_the_limit_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(bytes(11))
    assert read_bytes(path, limits=Limits(file=11)) == bytes(11)
    with pytest.raises(TooLarge):
        read_bytes(path, limits=Limits(file=10))


def test_a_file_that_grows_while_it_is_read_is_not_taken_for_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(b"half")
    before = path.stat()
    path.write_bytes(b"half and more")
    monkeypatch.setattr(Path, "stat", lambda _: before)
    with pytest.raises(Corrupt, match="正在被其他程序写入"):
        read_bytes(path)
