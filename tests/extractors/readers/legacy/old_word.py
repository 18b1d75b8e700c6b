"""Old Word files: made by LibreOffice, then given what only Word itself writes."""

from __future__ import annotations

import struct
import subprocess
from pathlib import Path

from extractors.readers.legacy.compound import StreamInPlace

__all__ = ["as_overlaid_field", "as_symbol", "converted"]

_FIELDS, _CHARACTER_PAGES = 282, 250  # of the Fib: fcPlcfFldMom, fcPlcfBteChpx
_EQUATION = 0x31  # the type of a field, [MS-DOC] 2.9.90
_FONT, _SYMBOL, _SPECIAL = b"\x4f\x4a", b"\x09\x6a", b"\x55\x08\x01"  # sprmCRgFtc0, CSymbol, CFSpec
_BOLD, _SIZE = b"\x35\x08\x00", b"\x43\x4a\x18\x00"  # three bytes and four: what room is filled up with


def converted(soffice: Path, *files: Path, to: str, folder: Path) -> list[Path]:
    """The files in another format, in `folder`."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [str(soffice), profile, "--headless", "--convert-to", to, "--outdir", str(folder)]
    subprocess.run([*command, *map(str, files)], check=True, capture_output=True)
    suffix = to.partition(":")[0]
    return [folder / f"{file.stem}.{suffix}" for file in files]


def as_overlaid_field(data: bytes, code: str) -> bytes:
    """The file with its first link made the field `code`, as Word keeps it."""
    changed = bytearray(data)
    main, table = StreamInPlace(changed, "WordDocument"), StreamInPlace(changed, "1Table")
    text = main.read(0, main.size)
    start = text.index(" HYPERLINK".encode("utf-16-le"))
    end = text.index("\x14".encode("utf-16-le"), start)
    room = (end - start) // 2
    assert len(code) <= room
    main.write(start, code.ljust(room).encode("utf-16-le"))
    at, size = struct.unpack("<2I", main.read(_FIELDS, 8))
    places = (size - 4) // 6 + 1
    table.write(at + 4 * places + 1, bytes([_EQUATION]))
    return bytes(changed)


def as_symbol(data: bytes, before: str, code: int) -> bytes:
    """The file with the "(" behind `before`, which stands in a symbol font, made the symbol `code`."""
    changed = bytearray(data)
    main, table = StreamInPlace(changed, "WordDocument"), StreamInPlace(changed, "1Table")
    text = main.read(0, main.size)
    place = text.index(f"{before}(".encode("utf-16-le")) + 2 * len(before)
    at, size = struct.unpack("<2I", main.read(_CHARACTER_PAGES, 8))
    count = (size - 4) // 8
    raw = table.read(at, size)
    for (page,) in struct.iter_unpack("<I", raw[4 * (count + 1) :]):
        for start, length in _formats(main.read(page * 512, 512), place):
            where = page * 512 + start
            main.write(where, _symbol(main.read(where, length), code))
    return bytes(changed)


def _formats(page: bytes, place: int) -> list[tuple[int, int]]:
    """Where in a page of character formats those of one place stand, and their length ([MS-DOC] 2.9.32)."""
    runs = page[511]
    limits = struct.unpack_from(f"<{runs + 1}I", page)
    found = [at for at in range(runs) if limits[at] <= place < limits[at + 1]]
    starts = [2 * page[4 * (runs + 1) + at] for at in found]
    return [(start + 1, page[start]) for start in starts if start]


def _symbol(formats: bytes, code: int) -> bytes:
    font = formats[formats.index(_FONT) + 2 :][:2]
    made = _SPECIAL + _SYMBOL + font + struct.pack("<H", code)
    room = len(formats) - len(made)
    threes = next(threes for threes in range(4) if (room - 3 * threes) % 4 == 0)
    return made + _BOLD * threes + _SIZE * ((room - 3 * threes) // 4)
