"""Archives that hold a submission, and what no packer puts beside it."""

from __future__ import annotations

import io
import stat
import struct
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import replace

from tests.extractors.test_submission import application
from tests.hostile.archives import STORED, Entry, archive, entry, full_overlap, quoted_overlap, repeated

Make = Callable[[], bytes]
GOOD = "申报书.docx"
MIB = 1 << 20


def sound() -> Entry:
    return entry(GOOD, application(), method=STORED)


def beside(*others: Entry, **named: bool) -> bytes:
    return archive([sound(), *others], **named)


def named(name: str, content: bytes = b"x") -> bytes:
    return beside(entry(name, content))


def link(target: str) -> bytes:
    """A symbolic link, as Unix packs it."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as opened:
        opened.writestr(GOOD, application())
        member = zipfile.ZipInfo("链接.docx")
        member.create_system = 3
        member.external_attr = (stat.S_IFLNK | 0o777) << 16
        opened.writestr(member, target)
    return made.getvalue()


def device() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as opened:
        opened.writestr(GOOD, application())
        member = zipfile.ZipInfo("设备.docx")
        member.create_system = 3
        member.external_attr = (stat.S_IFIFO | 0o666) << 16
        opened.writestr(member, "")
    return made.getvalue()


def nested(depth: int, *, fan: int = 1) -> bytes:
    inner = b"x"
    for _ in range(depth):
        inner = archive([entry(f"{at}.zip", inner) for at in range(fan)])
    return beside(entry("附件.zip", inner))


def bomb(mebibytes: int) -> Entry:
    return repeated("附件.bin", bytes(4096), mebibytes * 256)


def encrypted() -> bytes:
    return archive([replace(sound(), flags=0x801)])


def partly_encrypted() -> bytes:
    return beside(replace(entry("附件.docx", b"x"), flags=0x801))


def many(count: int) -> bytes:
    return beside(
        *(entry(f"{at}/{at}.txt", b"x", method=STORED) for at in range(count)), zip64=count > 65_000
    )


def deep(levels: int) -> str:
    return "a/" * levels + "b.txt"


def overlapping(pack: Callable[[Sequence[str], bytes], bytes]) -> bytes:
    return pack([f"{at}.docx" for at in range(200)], bytes(MIB))


READ = frozenset({None})
REFUSED = frozenset({"corrupt"})
HUGE = frozenset({"too_large"})
ARCHIVES: dict[str, tuple[Make, frozenset[str | None]]] = {
    "as it should be": (beside, READ),
    # --- names
    "a name upwards": (lambda: named("../../../../tmp/shenbao-canary"), REFUSED),
    "a name upwards, backslashes": (lambda: named("..\\..\\shenbao-canary"), REFUSED),
    "a name upwards in the middle": (lambda: named("a/../../shenbao-canary"), REFUSED),
    "a name from the root": (lambda: named("/shenbao-canary"), REFUSED),
    "a name on a share": (lambda: named("\\\\server\\share\\a.docx"), REFUSED),
    "a name with a drive": (lambda: named("C:\\shenbao-canary"), REFUSED),
    "a name with NUL": (lambda: named("a\0.docx"), REFUSED),
    "a device's name": (lambda: named("CON.docx"), REFUSED),
    "a device's name in a folder": (lambda: named("附件/nul"), REFUSED),
    "a name of 30 000 letters": (lambda: named("a" * 30_000), REFUSED),
    "a name of 900 letters": (lambda: named("样" * 300), READ),
    "a name in 400 folders": (lambda: named(deep(400)), READ),
    "a name of blanks and dots": (lambda: named(" . "), READ),
    "a stream's name": (lambda: named("a.docx:hidden.exe"), READ),
    "a name that steers a terminal": (lambda: named("\x1b[2J\x1b]0;x\x07.docx"), READ),
    "a name of two lines": (lambda: named("a\nb\r\n申报书.docx"), READ),
    "a name from right to left": (lambda: named("附件\u202excod.exe"), READ),
    "a name of markup": (lambda: named("<img src=x onerror=alert(1)>.docx"), READ),
    "a name that is a formula": (lambda: named("=cmd|' /C calc'!A0.docx"), READ),
    "one name twice": (lambda: beside(sound()), REFUSED),
    "one name but for case": (lambda: beside(entry("A.txt", b"1"), entry("a.TXT", b"2")), REFUSED | READ),
    # --- what is no file
    "a link to /etc": (lambda: link("/etc/passwd"), REFUSED),
    "a link upwards": (lambda: link("../../x"), REFUSED),
    "a pipe": (device, REFUSED),
    # --- bombs
    "a file of 300 MB": (lambda: beside(bomb(300)), HUGE),
    "a file of 3 000 MB, as announced": (lambda: beside(replace(bomb(30), stated_size=3_000 * MIB)), HUGE),
    "a file of 300 MB that says 1 kB": (lambda: beside(replace(bomb(300), stated_size=1000)), HUGE | REFUSED),
    "40 files of 30 MB in an archive": (
        lambda: beside(entry("附件.zip", archive([replace(bomb(30), name=f"{n}.bin") for n in range(40)]))),
        READ | HUGE,
    ),
    "overlapping": (lambda: overlapping(full_overlap), REFUSED),
    "overlapping by quotes": (lambda: overlapping(quoted_overlap), REFUSED),
    "5 000 files": (lambda: many(5_000), HUGE),
    "70 000 files": (lambda: many(70_000), HUGE),
    "archives in one another, 30": (lambda: nested(30), READ),
    "archives in one another, 10 in each of 5": (lambda: nested(5, fan=10), READ | HUGE),
    # --- the rest
    "under a password": (encrypted, frozenset({"encrypted"})),
    "a file under a password": (partly_encrypted, frozenset({"encrypted", None})),
    "packed in a way nobody knows": (
        lambda: archive([replace(sound(), method=95)]),
        frozenset({"unsupported", "corrupt"}),
    ),
    "cut": (lambda: beside()[:-40], REFUSED),
    "cut at the half": (lambda: beside()[:9_000], REFUSED),
    "a hole in it": (lambda: beside()[:2_000] + bytes(500) + beside()[2_500:], REFUSED),
    "nothing in it": (lambda: archive([]), frozenset({"empty"})),
    "folders alone": (lambda: archive([entry("附件/", b"", method=STORED)]), frozenset({"empty"})),
    "junk alone": (
        lambda: archive([entry("Thumbs.db", b"x"), entry("__MACOSX/._a", b"x")]),
        frozenset({"empty"}),
    ),
    "several parts": (
        lambda: beside()[:-22] + struct.pack("<4s4H2LH", b"PK\5\6", 3, 0, 1, 1, 9, 9, 0),
        REFUSED,
    ),
}
