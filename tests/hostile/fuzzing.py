"""Sound files with something changed, by a seed: bytes, numbers, pieces, and what stands in their parts.

`tried` runs in a worker process: what a parser does to its process must not end the tests.
"""

from __future__ import annotations

import csv
import io
import re
import tempfile
import traceback
import zipfile
from collections.abc import Callable
from copy import deepcopy
from functools import cache
from pathlib import Path
from random import Random

from lxml import etree

from extractors.errors import ReadError
from extractors.guard import kind_of
from extractors.guard.limits import LIMITS
from extractors.readers import PAGED, READERS, compose, first_look
from tests.hostile.archives import archive, entry

__all__ = ["SAMPLES", "tried"]

_EXTREMES = (0, 1, 0x7F, 0xFF, 0x7FFF, 0xFFFF, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFE, 0xFFFFFFFF)
_WORDS = (
    b"-1", b"0", b"1", b"2147483648", b"99999999999999999999", b"1e999", b"NaN", b"", b"x" * 5000, b"\0", b"<<", b"]",
    b"null", b"true", b"/Type", b"&amp;", b"\xff\xfe", "平台".encode(),
)  # fmt: skip
_VALUES = (
    "", "0", "-1", "2147483648", "9" * 40, "1e308", "NaN", "-inf", "²", "٣", "x", "g 999999999 1", "1 2 3", "0 0 0 0",
    "../../x", "/", "#", "M L Q 1 2 C", "A1:XFD1048576", "true", "[Red]0;;;", "平" * 300, "_xD800_",
)  # fmt: skip
_NUMBER = re.compile(rb"-?[0-9]+(?:\.[0-9]+)?")
_PIECE = re.compile(rb"<[^<>]*>|\d+ \d+ R|/[A-Za-z]+|\[[^\[\]]*\]|\"[^\"]*\"")


def mutated(data: bytes, rng: Random) -> bytes:
    """One to four changes."""
    for _ in range(rng.choice((1, 1, 2, 4))):
        data = rng.choice(_CHANGES)(data, rng)
    return data


def _flipped(data: bytes, rng: Random) -> bytes:
    changed = bytearray(data)
    for _ in range(rng.choice((1, 3, 30))):
        if changed:
            changed[rng.randrange(len(changed))] ^= 1 << rng.randrange(8)
    return bytes(changed)


def _cut(data: bytes, rng: Random) -> bytes:
    return data[: rng.randrange(len(data) + 1)]


def _without(data: bytes, rng: Random) -> bytes:
    start = rng.randrange(len(data) + 1)
    return data[:start] + data[start + rng.choice((1, 4, 64, 1000)) :]


def _twice(data: bytes, rng: Random) -> bytes:
    start = rng.randrange(len(data) + 1)
    end = start + rng.choice((1, 16, 300, 4000))
    return data[:end] + data[start:end] * rng.choice((1, 3, 50)) + data[end:]


def _swapped(data: bytes, rng: Random) -> bytes:
    a, b = sorted((rng.randrange(len(data) + 1), rng.randrange(len(data) + 1)))
    size = rng.choice((4, 128, 512))
    return data[:a] + data[b : b + size] + data[a + size : b] + data[a : a + size] + data[b + size :]


def _lying(data: bytes, rng: Random) -> bytes:
    """A number of two or four bytes that says something else; many stand at even places near the start."""
    if len(data) < 8:
        return data
    at = rng.randrange(0, min(len(data), rng.choice((64, 600, len(data)))) - 4, 2)
    size = rng.choice((2, 4))
    value = rng.choice(_EXTREMES) & ((1 << 8 * size) - 1)
    return data[:at] + value.to_bytes(size, rng.choice(("little", "big"))) + data[at + size :]


def _number(data: bytes, rng: Random) -> bytes:
    """A written number made another."""
    found = list(_NUMBER.finditer(data))
    if not found:
        return data
    one = rng.choice(found)
    return data[: one.start()] + rng.choice(_WORDS) + data[one.end() :]


def _piece(data: bytes, rng: Random) -> bytes:
    """A tag, a reference or an array in the place of another, or gone."""
    found = list(_PIECE.finditer(data))
    if not found:
        return data
    one, other = rng.choice(found), rng.choice(found)
    return data[: one.start()] + rng.choice((other[0], b"", other[0] * 20)) + data[one.end() :]


Change = Callable[[bytes, Random], bytes]
_CHANGES: tuple[Change, ...] = (
    _flipped,
    _cut,
    _without,
    _twice,
    _swapped,
    _lying,
    _number,
    _number,
    _piece,
    _piece,
)


def in_parts(data: bytes, rng: Random) -> bytes:
    """An archive with one of its parts changed, or itself."""
    if rng.random() < 0.2:
        return mutated(data, rng)
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        parts = {name: opened.read(name) for name in opened.namelist()}
    name = rng.choice(sorted(parts))
    parts[name] = (_tree if parts[name].startswith(b"<") and rng.random() < 0.7 else mutated)(
        parts[name], rng
    )
    return archive([entry(each, content, method=0) for each, content in parts.items()])


def _tree(data: bytes, rng: Random) -> bytes:
    """The part with elements moved, repeated, emptied, gone, or saying something else; still well-formed."""
    root = etree.fromstring(data)
    for _ in range(rng.choice((1, 2, 5))):
        inside = list(root.iter("*"))
        one, other = rng.choice(inside), rng.choice(inside)
        match rng.choice(("copy", "copy", "gone", "value", "value", "value", "text", "tag")):
            case "copy":
                again = deepcopy(other)  # once: where it holds what it is put into, it grows
                for _ in range(rng.choice((1, 1, 30)) if sum(1 for _ in again.iter()) < 100 else 0):
                    one.append(deepcopy(again))
            case "gone" if (parent := one.getparent()) is not None:
                parent.remove(one)
            case "value" if one.attrib:
                one.set(rng.choice(list(one.attrib)), rng.choice(_VALUES))
            case "text":
                one.text = rng.choice(_VALUES)
            case "tag":
                one.tag = other.tag
    return etree.tostring(root)


# --- sound files --------------------------------------------------------------------------------------------


def _docx() -> bytes:
    from tests.extractors.test_submission import application

    return application()


def _pdf() -> bytes:
    """A page with words, lines, boxes, a field, a picture and a note; nothing is packed."""
    from tests.hostile import pdfs

    drawn = b" 50 500 m 500 500 l S 50 400 100 12 re S 60 300 8 8 re B q 9 0 0 9 70 70 cm /I Do Q"
    notes = b"/Annots[<</Type/Annot/Subtype/FreeText/Rect[60 200 200 220]/Contents(note)>> 10 0 R]"
    resources = b"/XObject<</I 5 0 R>>"
    picture = b"/Type/XObject/Subtype/Image/Width 9/Height 9/ColorSpace/DeviceGray/BitsPerComponent 8"
    changed: dict[int, bytes | None] = {
        3: pdfs.page(notes, resources=resources),
        4: pdfs.stream(pdfs.words(pdfs.LINES) + drawn, packed=False),
        5: pdfs.raw_stream(bytes(81), picture),
        10: b"<</Type/Annot/Subtype/Widget/FT/Tx/T(a)/V(b)/Rect[60 100 200 120]/F 4/P 3 0 R>>",
    }
    return pdfs.pdf(pdfs.objects(changed))


def _ofd() -> bytes:
    from tests.extractors.readers.ofds import path, text
    from tests.hostile.bad_ofds import FILING, with_parts

    picture = '<ofd:ImageObject ID="7" Boundary="0 0 30 30" CTM="30 0 0 30 0 0" ResourceID="70"/>'
    used = '<ofd:CompositeObject ID="7" Boundary="0 0 9 9" ResourceID="500"/>'
    unit = (
        '<ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID="500" Width="9" Height="9"><ofd:Content>'
        f"{text('样')}{path('M 0 0 L 9 9 Q 1 2 3 4 A 3 3 0 0 1 9 9 C')}</ofd:Content></ofd:CompositeGraphicUnit>"
        '</ofd:CompositeGraphicUnits><ofd:MultiMedias><ofd:MultiMedia ID="70" Type="Image"><ofd:MediaFile>a.png'
        "</ofd:MediaFile></ofd:MultiMedia></ofd:MultiMedias>"
    )
    lines = path("M 10 10 L 200 10 M 10 20 L 200 20 M 10 10 L 10 20 M 200 10 L 200 20 M 50 10 L 50 20")
    parts = {"Doc_0/Res/a.png": _picture("PNG")}
    return with_parts(parts, body=FILING + used + picture + lines, resources=unit)


def _xlsx() -> bytes:
    import openpyxl
    from openpyxl.styles import Font

    book = openpyxl.Workbook()
    made = book.active
    assert made is not None
    made.append(["设备名称", "数量", "日期"])
    for row in range(6):
        made.append([f"数控机床{row}", row * 1.5, "2022年10月"])
    made["A1"].font = Font(name="Wingdings")
    made["B3"].number_format = "#,##0.00;[Red]-0"
    made.merge_cells("A5:B6")
    made.column_dimensions["C"].hidden = True
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _xls() -> bytes:
    from tests.hostile.bad_sheets import old

    return old(lambda _: None)


def _csv() -> bytes:
    out = io.StringIO()
    csv.writer(out).writerows([["设备名称", "数量"], ['数控"机床', 3], ["a,b", "4\n5"]] * 5)
    return out.getvalue().encode("gb18030")


def _picture(kind: str) -> bytes:
    from PIL import Image

    image = Image.radial_gradient("L").resize((48, 48)).convert("RGB")
    out = io.BytesIO()
    image.save(out, kind, dpi=(200, 200))
    return out.getvalue()


def _zip() -> bytes:
    return archive(
        [entry("附件/设备.csv", _csv()), entry("附件/清单.xlsx", _xlsx(), method=0), entry("说明/", b"")]
    )


def _old_word() -> bytes:
    """A .doc without LibreOffice: the streams that the mending of ticks looks into."""
    import struct

    from tests.hostile.compound import compound_file

    text = "平台\x13 eq \\o\\ac(□,√) \x15类别".encode("utf-16-le")
    main = bytearray(4096)
    main[:12] = struct.pack("<H8xH", 0xA5EC, 0x0200)
    main[76:80] = struct.pack("<I", len(text) // 2)
    main[282:290] = struct.pack("<2I", 0, 4 * 3 + 2 * 2)
    main[418:426] = struct.pack("<2I", 64, 5 + 4 * 2 + 8)
    main += text
    table = struct.pack("<3I4B", 2, 21, len(text) // 2, 0x13, 0, 0x15, 0).ljust(64, b"\0")
    table += b"\2" + struct.pack("<I2I2xI2x", 16, 0, len(text) // 2, 4096)
    return compound_file({"WordDocument": bytes(main), "1Table": table})


# --- reading them -------------------------------------------------------------------------------------------


def _read(data: bytes, folder: Path) -> None:
    """What `examine` does with such a file, its pictures decoded too; archives unpacked, .doc mended."""
    from extractors.readers.legacy.mending import mended
    from extractors.submission.unpacking import unpack

    path = folder / "a"
    path.write_bytes(data)
    kind = kind_of(data)
    if kind in READERS:
        READERS[kind](data, name="a")
    elif kind in PAGED:
        pages = first_look(path, kind=kind)
        compose(pages, name="a", kind=kind, sha256="")
        for number in pages.unread[:2]:
            PAGED[kind].picture_of(path, number)
    elif kind in {"zip", "broken-zip"}:
        with tempfile.TemporaryDirectory(dir=folder) as inside:
            unpack(path, Path(inside), "a", LIMITS.unpacked)
    elif kind == "doc":
        mended(data)


SAMPLES: dict[str, tuple[Callable[[], bytes], Change]] = {
    "docx": (_docx, in_parts),
    "pdf": (_pdf, mutated),
    "ofd": (_ofd, in_parts),
    "xlsx": (_xlsx, in_parts),
    "xls": (_xls, mutated),
    "csv": (_csv, mutated),
    "jpeg": (lambda: _picture("JPEG"), mutated),
    "png": (lambda: _picture("PNG"), mutated),
    "tiff": (lambda: _picture("TIFF"), mutated),
    "zip": (_zip, lambda data, rng: rng.choice((mutated, in_parts))(data, rng)),
    "doc": (_old_word, mutated),
}


@cache
def _sample(kind: str) -> bytes:
    return SAMPLES[kind][0]()


def changed(kind: str, seed: int) -> bytes:
    return SAMPLES[kind][1](_sample(kind), Random(f"{kind} {seed}"))  # noqa: S311 - a seed, no secret


def tried(kind: str, seeds: range) -> tuple[int, tuple[str, ...]]:
    """How many of the files that these seeds make were read, and what was raised that is no ReadError."""
    faults = []
    done = 0
    with tempfile.TemporaryDirectory() as folder:
        for seed in seeds:
            try:
                _read(changed(kind, seed), Path(folder))
            except ReadError:
                continue
            except Exception:  # noqa: BLE001 - that is what is looked for
                faults.append(f"{kind} {seed}: {traceback.format_exc()}")
            else:
                done += 1
    return done, tuple(faults)
