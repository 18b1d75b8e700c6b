"""Archives that are damaged, that lie, or that unpack to more than anyone can hold."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.hostile.archives import Entry, archive, entry, full_overlap, quoted_overlap, repeated
from tests.hostile.conftest import Read
from tests.hostile.makers import (
    DOCUMENT,
    DOCUMENT_RELS,
    MARK,
    TYPES,
    W,
    document,
    docx,
    entries,
    relationships,
    with_entry,
)

MIB = 1 << 20
MAIN = entry(DOCUMENT, document().encode())
NAMES = [TYPES, DOCUMENT, *(f"word/media/{number}.bin" for number in range(200))]


def zeros(mebibytes: int) -> Entry:
    return repeated(DOCUMENT, bytes(4096), mebibytes * MIB // 4096)


def headers(count: int, mebibytes: int) -> bytes:
    """Many parts that are each within the limits, all of them referred to."""
    head = f'<w:hdr xmlns:w="{W}">'.encode()
    times = mebibytes * MIB // 4096
    one = repeated("header", b"<w:p/>" + b" " * 4090, times, before=head, after=b"</w:hdr>")
    related = relationships(*(("header", f"header{number}.xml") for number in range(count)))
    parts = (replace(one, name=f"word/header{number}.xml") for number in range(count))
    return archive([*entries({DOCUMENT_RELS: related}), *parts])


def damaged_stream() -> bytes:
    packed = bytearray(MAIN.packed)
    packed[len(packed) // 2] ^= 0xFF
    return with_entry(replace(MAIN, packed=bytes(packed)))


REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "4 bytes of a zip": (lambda: docx()[:4], "corrupt"),
    "cut in the first header": (lambda: docx()[:40], "corrupt"),
    "cut at a quarter": (lambda: docx()[: len(docx()) // 4], "corrupt"),
    "cut at the half": (lambda: docx()[: len(docx()) // 2], "corrupt"),
    "cut in the directory": (lambda: docx()[:-100], "corrupt"),
    "cut by a byte": (lambda: docx()[:-1], "corrupt"),
    "without its beginning": (lambda: docx()[200:], "corrupt"),
    "a hole in the middle": (lambda: docx()[:300] + docx()[400:], "corrupt"),
    "no document.xml": (lambda: docx({DOCUMENT: None}), "corrupt"),
    "damaged stream": (damaged_stream, "corrupt"),
    "wrong checksum": (lambda: with_entry(replace(MAIN, stated_crc=1)), "corrupt"),
    "cut stream": (lambda: with_entry(replace(MAIN, packed=MAIN.packed[:-9])), "corrupt"),
    "password on a member": (lambda: with_entry(replace(MAIN, flags=0x801)), "encrypted"),
    "AES on a member": (lambda: with_entry(replace(MAIN, method=99)), "encrypted"),
    "bzip2": (lambda: with_entry(replace(MAIN, method=12)), "unsupported"),
    "two document.xml": (lambda: archive([*entries(), MAIN]), "corrupt"),
    "two but for case": (lambda: archive([*entries(), replace(MAIN, name="word/Document.xml")]), "corrupt"),
    "name upwards": (lambda: with_entry(replace(MAIN, name="../../document.xml")), "corrupt"),
    "name upwards, backslash": (lambda: with_entry(replace(MAIN, name="..\\a.xml")), "corrupt"),
    "name with a drive": (lambda: with_entry(replace(MAIN, name="C:\\a.xml")), "corrupt"),
    "name with NUL": (lambda: with_entry(replace(MAIN, name="word/a\0.xml")), "corrupt"),
    "two names for one": (lambda: with_entry(replace(MAIN, local_name="word/documenT.xml")), "corrupt"),
    "two methods for one": (lambda: with_entry(replace(MAIN, local_method=0)), "corrupt"),
    "two sizes for one": (lambda: with_entry(replace(MAIN, local_size=7)), "corrupt"),
    "smaller than it is": (lambda: with_entry(replace(MAIN, stated_size=100)), "corrupt"),
    "larger than it is": (lambda: with_entry(replace(MAIN, stated_size=MAIN.size + 1)), "corrupt"),
    "offset past the end": (lambda: with_entry(replace(MAIN, stated_offset=1 << 30)), "corrupt"),
    "stated count too high": (lambda: archive(entries(), members=50), "corrupt"),
    "stated count too low": (lambda: archive(entries(), members=2), "corrupt"),
    "zip64 count of 2^40": (lambda: archive(entries(), zip64=True, members=1 << 40), "too_large"),
    "flat bomb": (lambda: with_entry(zeros(300)), "too_large"),
    "flat bomb under the size limit": (lambda: with_entry(zeros(100)), "too_large"),
    "flat bomb that says 4 GB": (lambda: with_entry(replace(zeros(1), stated_size=0xFFFFFFF0)), "too_large"),
    "flat bomb that says 1 kB": (lambda: with_entry(replace(zeros(300), stated_size=1000)), "too_large"),
    "full overlap": (lambda: full_overlap(NAMES, bytes(MIB)), "corrupt"),
    "quoted overlap": (lambda: quoted_overlap(NAMES, bytes(MIB)), "corrupt"),
    "quoted overlap of gigabytes": (lambda: quoted_overlap(NAMES[:99], bytes(32 * MIB)), "too_large"),
    "100 000 members": (
        lambda: archive(
            [*entries(), *(entry(f"word/{n}.bin", b"", method=0) for n in range(100_000))], zip64=True
        ),
        "too_large",
    ),
    "many parts of 30 MB": (lambda: headers(60, 30), "too_large"),
}


@pytest.mark.parametrize(("make", "code"), REFUSED.values(), ids=REFUSED.keys())
def test_an_archive_that_is_not_what_it_says_is_refused(
    read: Read, make: Callable[[], bytes], code: str
) -> None:
    assert read(make()).code == code


READ: dict[str, Callable[[], bytes]] = {
    "as it should be": docx,
    "zip64": lambda: archive(entries(), zip64=True),
    "something before it": lambda: b"junk" * 100 + docx(),
    "something after it": lambda: docx() + b"\r\n" * 100,
    "names with backslashes": lambda: archive(
        [replace(item, name=item.name.replace("/", "\\")) for item in entries()]
    ),
    "names from the root": lambda: archive([replace(item, name="/" + item.name) for item in entries()]),
    "names in capitals": lambda: archive([replace(item, name=item.name.upper()) for item in entries()]),
    "stored": lambda: archive([*entries({DOCUMENT: None}), entry(DOCUMENT, document().encode(), method=0)]),
    "folders as members": lambda: archive([entry("word/", b"", method=0), *entries()]),
    "200 MB of photographs": lambda: archive(
        [*entries(), *(entry(f"word/media/{n}.jpeg", bytes(10 * MIB), method=0) for n in range(20))]
    ),
}


@pytest.mark.parametrize("make", READ.values(), ids=READ.keys())
def test_an_unusual_archive_is_read(read: Read, make: Callable[[], bytes]) -> None:
    assert MARK in read(make()).texts
