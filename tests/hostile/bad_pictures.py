"""Picture files whose headers announce more than anyone can hold, or something else than what follows."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable, Mapping

Make = Callable[[], bytes]
MOST = 2**31 - 1


def png(
    width: int, height: int, rows: bytes = b"", *, bits: int = 8, colour: int = 0, more: bytes = b""
) -> bytes:
    head = struct.pack(">IIBBBBB", width, height, bits, colour, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + more + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def zeros(size: int) -> bytes:
    packer = zlib.compressobj(9)
    block = bytes(1 << 20)
    return b"".join([*(packer.compress(block) for _ in range(size >> 20)), packer.flush()])


def jpeg(width: int, height: int) -> bytes:
    """The frame's header and a scan of nothing (ITU-T T.81, B.2.2)."""
    frame = b"\xff\xc2\0\x11\x08" + struct.pack(">HH", height, width) + b"\3\1\x22\0\2\x11\0\3\x11\0"
    scan = b"\xff\xda\0\x0c\3\1\0\2\0\3\0\0\0\0" + bytes(64)
    return b"\xff\xd8\xff\xe0\0\x10JFIF\0\1\1\0\0\1\0\1\0\0" + frame + scan * 2000 + b"\xff\xd9"


def tiff(tags: Mapping[int, tuple[int, int, int]], *, following: int = 0, data: bytes = b"") -> bytes:
    """One directory: tag to (type, count, value), and the place of the one that follows."""
    entries = b"".join(struct.pack("<HHII", tag, *value) for tag, value in sorted(tags.items()))
    return b"II*\0\x08\0\0\0" + struct.pack("<H", len(tags)) + entries + struct.pack("<I", following) + data


def tiff_tags(width: int, height: int, **more: tuple[int, int, int]) -> dict[int, tuple[int, int, int]]:
    named = {int(key[1:]): value for key, value in more.items()}
    return {256: (4, 1, width), 257: (4, 1, height), 258: (3, 1, 8), 259: (3, 1, 1), 262: (3, 1, 1),
            273: (4, 1, 8), 277: (3, 1, 1), 278: (4, 1, height), 279: (4, 1, 100), **named}  # fmt: skip


def many_frames(count: int) -> bytes:
    """So many directories, one after the other."""
    tags = tiff_tags(9, 9)
    one = len(tiff(tags)) - 8
    made = b"II*\0\x08\0\0\0"
    for at in range(count):
        made += tiff(tags, following=8 + one * (at + 1) if at + 1 < count else 0)[8:]
    return made


def gif(width: int, height: int) -> bytes:
    screen = b"GIF89a" + struct.pack("<HH", width, height) + b"\x80\0\0" + bytes(6)
    return screen + b"," + struct.pack("<HHHH", 0, 0, width, height) + b"\0\2\2\x44\1\0;"


def bmp(width: int, height: int) -> bytes:
    head = struct.pack("<IiiHHIIiiII", 40, width, height, 1, 8, 0, 0, 0, 0, 0, 0)
    return b"BM" + struct.pack("<IHHI", 54, 0, 0, 54) + head + bytes(99)


def noise(side: int) -> bytes:
    """A sound picture of no paper: stripes of every grey."""
    rows = b"".join(b"\0" + bytes((x * y) % 256 for x in range(side)) for y in range(side))
    return png(side, side, zlib.compress(rows))


def exif_jpeg(entries: bytes) -> bytes:
    """A sound photograph with these EXIF data."""
    from PIL import Image

    made = io.BytesIO()
    Image.new("RGB", (400, 500), "white").save(made, "JPEG", exif=b"Exif\0\0" + entries)
    return made.getvalue()


def text_bomb() -> bytes:
    """Compressed words of 200 MB beside the picture."""
    words = chunk(b"zTXt", b"note\0\0" + zeros(200 << 20))
    return png(40, 40, zlib.compress(bytes(41 * 40)), more=words)


REFUSED = frozenset({"too_large", "corrupt"})
NOTHING = frozenset({"not_an_application", "corrupt"})
PICTURES: dict[str, tuple[Make, frozenset[str | None]]] = {
    "PNG of 2^31 by 2^31": (lambda: png(MOST, MOST, zlib.compress(b"")), REFUSED),
    "PNG of 100 000 by 100 000, 10 MB of it": (lambda: png(100_000, 100_000, zeros(10 << 20)), REFUSED),
    "PNG of 0 by 0": (lambda: png(0, 0), NOTHING),
    "PNG of 1 by 79 000 000": (lambda: png(1, 79_000_000, zlib.compress(bytes(99))), NOTHING | REFUSED),
    "PNG with 200 MB of words": (text_bomb, NOTHING | REFUSED),
    "PNG of 16 bits, its rows missing": (lambda: png(3000, 3000, b"", bits=16, colour=6), NOTHING),
    "PNG cut at the half": (lambda: noise(300)[:9000], NOTHING),
    "PNG with a wrong checksum": (lambda: noise(300).replace(b"IDAT", b"IDAT", 1)[:-30] + bytes(30), NOTHING),
    "PNG of 1 000 000 small pieces": (
        lambda: png(40, 40, zlib.compress(bytes(41 * 40)), more=chunk(b"tEXt", b"a\0b") * 1_000_000),
        NOTHING | REFUSED | {"timeout"},
    ),
    "JPEG of 65 535 by 65 535": (lambda: jpeg(65_535, 65_535), REFUSED),
    "JPEG of 8 000 by 9 000, 2 000 scans": (lambda: jpeg(8_000, 9_000), NOTHING | REFUSED | {"timeout"}),
    "JPEG of a header": (lambda: jpeg(100, 100)[:60], NOTHING),
    "EXIF that leads to itself": (
        lambda: exif_jpeg(
            b"II*\0\x08\0\0\0\1\0" + struct.pack("<HHII", 0x8769, 4, 1, 8) + struct.pack("<I", 8)
        ),
        NOTHING,
    ),
    "EXIF of 2^31 entries": (
        lambda: exif_jpeg(b"II*\0\x08\0\0\0\1\0" + struct.pack("<HHII", 0x0112, 3, MOST, 8) + bytes(4)),
        NOTHING,
    ),
    "TIFF of 2^31 by 2^31": (lambda: tiff(tiff_tags(MOST, MOST)), REFUSED),
    "TIFF whose directories go in a circle": (
        lambda: tiff(tiff_tags(9, 9), following=8, data=bytes(99)),
        NOTHING,
    ),
    "TIFF of 400 pages of 9 000 by 8 000": (
        lambda: many_frames(400).replace(
            struct.pack("<HHII", 256, 4, 1, 9), struct.pack("<HHII", 256, 4, 1, 90_000)
        ),
        NOTHING | REFUSED,
    ),
    "TIFF of 5 000 pages": (lambda: many_frames(5_000), REFUSED),
    "TIFF of 10^9 strips": (
        lambda: tiff(tiff_tags(9, 9, t273=(4, 1_000_000_000, 8), t279=(4, 1_000_000_000, 8))),
        NOTHING,
    ),
    "TIFF of 65 535 samples": (lambda: tiff(tiff_tags(5_000, 5_000, t277=(3, 1, 65_535))), NOTHING | REFUSED),
    "TIFF packed in a way nobody knows": (lambda: tiff(tiff_tags(900, 900, t259=(3, 1, 34_661))), NOTHING),
    "TIFF that says it is packed, and is not": (
        lambda: tiff(tiff_tags(5_000, 5_000, t259=(3, 1, 8)), data=bytes(2000)),
        NOTHING,
    ),
    "fax in TIFF of 60 000 by 1 000": (
        lambda: tiff(tiff_tags(60_000, 1_000, t258=(3, 1, 1), t259=(3, 1, 4)), data=bytes(2000)),
        NOTHING | {None},
    ),
    "TIFF of two bytes": (lambda: b"II*\0", frozenset({"corrupt"})),
    "GIF of 65 535 by 65 535": (lambda: gif(65_535, 65_535), frozenset({"unsupported"})),
    "BMP of 2^31 by 2^31": (lambda: bmp(MOST, MOST), frozenset({"unsupported"})),
    "stripes": (lambda: noise(64), frozenset({"not_an_application"})),
}
