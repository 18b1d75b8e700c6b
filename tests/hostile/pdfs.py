"""PDF files object by object, so that each object can lie. Words stand in a Chinese font that is not embedded."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Mapping, Sequence

LINES = (
    "申报书",
    "平台名称：河北样例云工业互联网平台",
    "申报单位：河北样例云科技有限公司",
    "推荐单位：石家庄市工业和信息化局",
    "申报日期：2022年10月31日",
    "单位名称：河北样例云科技有限公司",
    "统一社会信用代码：91130100MA07XXXX9R",
    "单位地址：石家庄市样例路1号",
    "法定代表人：样甲",
    "联系人：样乙",
    "手机：13800000000",
    "传真：无",
    "注册资本：1000万元",
)
FONT = 9  # the number of the font's object
_FONT = (
    b"<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[<</Type/Font"
    b"/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 0>>"
    b"/DW 1000%s>>]%s>>"
)
Objects = Mapping[int, bytes]


def stream(content: bytes, head: bytes = b"", *, packed: bool = True) -> bytes:
    data = zlib.compress(content, 9) if packed else content
    return raw_stream(data, head + (b"/Filter/FlateDecode" if packed else b""))


def raw_stream(data: bytes, head: bytes = b"") -> bytes:
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (head, len(data), data)


def bomb(size: int, layers: int = 1, unit: bytes = b"\0") -> tuple[bytes, bytes]:
    """`size` bytes of `unit` packed so many times, and the entry that names the filters."""
    packer = zlib.compressobj(9)
    block = unit * (1 << 16)
    times = size // len(block)
    data = b"".join([*(packer.compress(block) for _ in range(times)), packer.flush()])
    for _ in range(layers - 1):
        data = zlib.compress(data, 9)
    return data, b"/Filter[%s]" % (b"/FlateDecode" * layers)


def words(
    lines: Iterable[str], *, before: str = "", size: float = 10, x: float = 60, top: float = 800
) -> bytes:
    """Lines one below the other; `before` is what the graphics state is set to."""
    shown = (
        f"BT {before} /F1 {size} Tf 1 0 0 1 {x} {top - 18 * at} Tm <{line.encode('utf-16-be').hex()}> Tj ET"
        for at, line in enumerate(lines)
    )
    return "\n".join(shown).encode()


def font(*, widths: bytes = b"", unicode: bytes = b"") -> bytes:
    return _FONT % (widths, unicode)


def page(more: bytes = b"", *, parent: int = 2, contents: int = 4, resources: bytes = b"") -> bytes:
    return (
        b"<</Type/Page/Parent %d 0 R/MediaBox[0 0 595 842]/Contents %d 0 R/Resources<</Font<</F1 %d 0 R>>%s>>%s>>"
        % (parent, contents, FONT, resources, more)
    )


def objects(
    changes: Mapping[int, bytes | None] | None = None, *, lines: Sequence[str] = LINES
) -> dict[int, bytes]:
    """1 the catalogue, 2 the page tree, 3 the page, 4 its content, 9 the font; with `changes`."""
    made: dict[int, bytes | None] = {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        3: page(),
        4: stream(words(lines)),
        FONT: font(),
        **(changes or {}),
    }
    return {number: body for number, body in made.items() if body is not None}


def pdf(
    made: Objects | None = None, *, trailer: bytes = b"", root: bytes = b"1 0 R", table: bytes = b""
) -> bytes:
    """The objects, a table of where they are (or `table` in its place), and a trailer with more in it."""
    body = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    places: dict[int, int] = {}
    for number, content in (objects() if made is None else made).items():
        places[number] = len(body)
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    size = max(places, default=0) + 1
    entries = b"".join(
        b"%010d 00000 n \n" % places[number] if number in places else b"0000000000 65535 f \n"
        for number in range(size)
    )
    start = len(body)
    body += table or b"xref\n0 %d\n%s" % (size, entries)
    body += b"trailer\n<</Size %d/Root %s%s>>\nstartxref\n%d\n%%%%EOF\n" % (size, root, trailer, start)
    return bytes(body)


def sound(lines: Sequence[str] = LINES) -> bytes:
    return pdf(objects(lines=lines))


def image(data: bytes, head: bytes, *, width: int = 1000, height: int = 1000) -> bytes:
    """A page with nothing but this picture on it."""
    entries = b"/Type/XObject/Subtype/Image/Width %d/Height %d%s" % (width, height, head)
    resources = b"/XObject<</I 5 0 R>>"
    return pdf(
        objects(
            {
                3: page(resources=resources),
                4: stream(b"q 595 0 0 842 0 0 cm /I Do Q"),
                5: raw_stream(data, entries),
            }
        )
    )


def jbig2_page(width: int, height: int) -> bytes:
    """The segment that says how large the picture is (ITU-T T.88, 7.4.8), and no other."""
    body = struct.pack(">IIIIBH", width, height, 0, 0, 0, 0)
    return struct.pack(">IBBBI", 0, 48, 0, 1, len(body)) + body


def jp2_codestream(width: int, height: int, *, tile: int) -> bytes:
    """A JPEG 2000 code stream of a header alone (ITU-T T.800, A.5)."""
    size = struct.pack(">HIIIIIIIIH", 0, width, height, 0, 0, tile, tile, 0, 0, 3) + b"\7\1\1" * 3
    coding = bytes([0, 0, 0, 1, 0, 5, 4, 4, 0, 1])
    quantised = bytes([0x40]) + bytes([0x40] * 16)
    segments = ((0xFF51, size), (0xFF52, coding), (0xFF5C, quantised))
    packed = b"".join(struct.pack(">HH", mark, len(data) + 2) + data for mark, data in segments)
    return b"\xff\x4f" + packed + b"\xff\x90\0\x0a\0\0\0\0\0\0\0\1\xff\x93\xff\xd9"
