"""PDF files that loop, lie, unpack to gigabytes, or want something of whoever opens them."""

from __future__ import annotations

import zlib
from collections.abc import Callable

from tests.hostile.pdfs import (
    LINES,
    bomb,
    font,
    image,
    jbig2_page,
    jp2_codestream,
    objects,
    page,
    pdf,
    raw_stream,
    sound,
    stream,
    words,
)

Make = Callable[[], bytes]
GIB = 1 << 30
CANARY = "http://127.0.0.1:9/fetched"


def tree(kids: bytes, count: int = 1, **more: bytes) -> bytes:
    changed: dict[int, bytes | None] = {int(key[1:]): value for key, value in more.items()}
    return pdf(objects({2: b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, count), **changed}))


def deep_tree(depth: int) -> bytes:
    links = {
        100 + at: b"<</Type/Pages/Parent %d 0 R/Kids[%d 0 R]/Count 1>>" % (99 + at if at else 2, 101 + at)
        for at in range(depth)
    }
    links[100 + depth] = page(parent=99 + depth)
    return pdf(objects({2: b"<</Type/Pages/Kids[100 0 R]/Count 1>>", 3: None, **links}))


def content(data: bytes, head: bytes) -> bytes:
    return pdf(objects({4: raw_stream(data, head)}))


def nested_forms(fan: int, depth: int) -> bytes:
    """A form draws the next one so many times."""
    head = (
        b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</XObject<</X %d 0 R>>/Font<</F1 9 0 R>>>>"
    )
    forms: dict[int, bytes | None] = {
        20 + at: stream(b"/X Do " * fan, head % (21 + at)) for at in range(depth)
    }
    last = b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</Font<</F1 9 0 R>>>>"
    forms[20 + depth] = stream(words(["x"]), last)
    return pdf(
        objects({3: page(resources=b"/XObject<</X 20 0 R>>"), 4: stream(words(LINES) + b" /X Do"), **forms})
    )


def forms_in_a_circle() -> bytes:
    head = b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</XObject<</X %d 0 R>>>>"
    return pdf(
        objects(
            {
                3: page(resources=b"/XObject<</X 20 0 R>>"),
                4: stream(words(LINES) + b" /X Do"),
                20: stream(b"/X Do", head % 21),
                21: stream(b"/X Do /X Do", head % 20),
            }
        )
    )


def to_unicode(body: bytes) -> bytes:
    head = (
        b"/CIDInit/ProcSet findresource begin begincmap 1 begincodespacerange<0000><ffff>endcodespacerange "
    )
    return pdf(objects({9: font(unicode=b"/ToUnicode 10 0 R"), 10: stream(head + body + b" endcmap end")}))


def with_table(table: bytes, trailer: bytes = b"") -> bytes:
    return pdf(objects(), table=table, trailer=trailer)


def previous_loop() -> bytes:
    """The trailer's /Prev is the table itself."""
    data = pdf(objects(), trailer=b"/Prev 0000000000")
    return data.replace(b"/Prev 0000000000", b"/Prev %010d" % data.rindex(b"xref\n0"))


def table_stream(*, width: bytes, index: bytes, size: int, previous: bool = False) -> bytes:
    body = b"%PDF-1.7\n"
    at = len(body)
    more = b"/Prev %d" % at if previous else b""
    data = zlib.compress(bytes(64))
    body += (
        b"1 0 obj\n<</Type/XRef/W[%s]/Index[%s]/Size %d/Root 2 0 R%s/Filter/FlateDecode/Length %d>>stream\n"
        % (
            width,
            index,
            size,
            more,
            len(data),
        )
    )
    return body + data + b"\nendstream\nendobj\nstartxref\n%d\n%%%%EOF" % at


def object_stream_loop() -> bytes:
    """Two object streams, each said to be inside the other."""
    inner = b"5 0 6 1 1 1"
    head = b"/Type/ObjStm/N 2/First 8/Extends %d 0 R"
    return pdf(objects({5: stream(inner, head % 6), 6: stream(inner, head % 5), 4: b"6 0 R"}))


def self_reference() -> bytes:
    return pdf(objects({4: b"4 0 R"}))


def length_loop() -> bytes:
    data = zlib.compress(words(LINES))
    return pdf(objects({4: b"<</Filter/FlateDecode/Length 4 0 R>>stream\n%s\nendstream" % data}))


def many_pages(count: int) -> bytes:
    pages = {100 + at: page() for at in range(count)}
    kids = b" ".join(b"%d 0 R" % number for number in pages)
    return pdf(objects({2: b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, count), 3: None, **pages}))


def one_page_often(count: int) -> bytes:
    return tree(b"3 0 R " * count, count)


def annotated(annotation: bytes, **more: bytes) -> bytes:
    changed: dict[int, bytes | None] = {int(key[1:]): value for key, value in more.items()}
    return pdf(objects({3: page(b"/Annots[%s]" % annotation), **changed}))


def parents_in_a_circle() -> bytes:
    """Fields of a form, each the parent of the other."""
    field = b"<</Type/Annot/Subtype/Widget/Rect[60 100 200 120]/Parent %d 0 R/Kids[%d 0 R]>>"
    return annotated(b"20 0 R 21 0 R", o20=field % (21, 21), o21=field % (20, 20))


def action(entries: str) -> bytes:
    """What the catalogue and a link on the page do when they are opened or clicked."""
    done = f"<</S{entries}>>".encode()
    return pdf(
        objects(
            {
                1: b"<</Type/Catalog/Pages 2 0 R/OpenAction %s/AA<</WC %s>>>>" % (done, done),
                3: page(
                    b"/AA<</O %s>>/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 595 842]/A %s>>]" % (done, done)
                ),
            }
        )
    )


def outlines_in_a_circle() -> bytes:
    item = b"<</Title(x)/Parent 20 0 R/Next %d 0 R/Prev %d 0 R/First 21 0 R/Last 22 0 R/Count 999999999>>"
    return pdf(
        objects(
            {
                1: b"<</Type/Catalog/Pages 2 0 R/Outlines 20 0 R>>",
                20: b"<</Type/Outlines/First 21 0 R/Last 22 0 R/Count 999999999>>",
                21: item % (22, 22),
                22: item % (21, 21),
            }
        )
    )


def many_annotations(count: int) -> bytes:
    one = b"<</Type/Annot/Subtype/FreeText/Rect[0 0 9 9]/Contents(x)>>"
    return annotated(b"20 0 R " * count, o20=one)


def deep_array(depth: int) -> bytes:
    return pdf(objects({5: b"[" * depth + b"]" * depth, 3: page(b"/PieceInfo 5 0 R")}))


def huge_page(sides: bytes) -> bytes:
    return pdf(objects({3: page().replace(b"0 0 595 842", sides)}))


def pattern_of_patterns() -> bytes:
    head = (
        b"/Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 1 1]/XStep 0.001/YStep 0.001"
        b"/Resources<</Pattern<</P %d 0 R>>>>"
    )
    drawn = b"/Pattern cs /P scn 0 0 595 842 re f"
    return pdf(
        objects(
            {
                3: page(resources=b"/Pattern<</P 20 0 R>>"),
                4: stream(words(LINES) + b" " + drawn),
                20: stream(drawn, head % 21),
                21: stream(drawn, head % 20),
            }
        )
    )


def mask_of_itself() -> bytes:
    head = (
        b"/Type/XObject/Subtype/Image/Width 9/Height 9/ColorSpace/DeviceGray/BitsPerComponent 8/SMask 5 0 R"
    )
    return image(bytes(81), head[len(b"/Type/XObject/Subtype/Image/Width 9/Height 9") :], width=9, height=9)


_GREY = b"/ColorSpace/DeviceGray/BitsPerComponent 8"
_BITS = b"/ColorSpace/DeviceGray/BitsPerComponent 1"


def image_bomb(side: int, layers: int) -> bytes:
    data, filters = bomb(GIB, layers)
    return image(data, _GREY + filters, width=side, height=side)


def polyglot_zip() -> bytes:
    """A PDF with an archive behind it: which of the two a reader takes is what attackers play with."""
    from tests.hostile.makers import docx

    return sound() + docx()


ANY = frozenset({None, "corrupt", "too_large", "timeout", "not_an_application"})
READ = frozenset({None})
BROKEN = frozenset({"corrupt", "not_an_application"})
HEAVY = frozenset({None, "too_large", "timeout", "corrupt", "not_an_application"})

# What is made, and as what it may end; None is a filled form.
PDFS: dict[str, tuple[Make, frozenset[str | None]]] = {
    "as it should be": (sound, READ),
    # --- damaged
    "cut at the half": (lambda: sound()[: len(sound()) // 2], BROKEN),
    "its first 20 bytes": (lambda: sound()[:20], frozenset({"corrupt"})),
    "without its end": (lambda: sound()[:-60], ANY),
    "no table": (lambda: pdf(table=b"none"), ANY),
    "no catalogue": (lambda: pdf(objects({1: None})), frozenset({"corrupt"})),
    "no pages": (lambda: tree(b"", 0), frozenset({"corrupt"})),
    "no content": (lambda: pdf(objects({4: None})), frozenset({"not_an_application"})),
    "a page that is not there": (lambda: tree(b"77 0 R"), BROKEN),
    "content that is no stream": (lambda: pdf(objects({4: b"(words)"})), frozenset({"not_an_application"})),
    "content that does not unpack": (
        lambda: content(b"\x78\x9c" + b"\xff" * 99, b"/Filter/FlateDecode"),
        frozenset({"not_an_application"}),
    ),
    "a filter that nobody knows": (
        lambda: content(b"x" * 99, b"/Filter/NoneSuch"),
        frozenset({"not_an_application"}),
    ),
    "words before it": (lambda: b"junk\n" * 100 + sound(), ANY),
    "an archive behind it": (polyglot_zip, READ),
    "a version of 99": (lambda: sound().replace(b"%PDF-1.7", b"%PDF-9.9"), READ),
    # --- loops
    "a page tree in itself": (lambda: tree(b"2 0 R"), BROKEN),
    "a page tree in itself, and a page": (lambda: tree(b"3 0 R 2 0 R", 2), ANY),
    "a page tree in a circle": (
        lambda: tree(b"5 0 R", 9, o5=b"<</Type/Pages/Kids[2 0 R 5 0 R]/Count 9/Parent 5 0 R>>"),
        BROKEN,
    ),
    "a page tree of 900 levels": (lambda: deep_tree(900), ANY),
    "a page tree of 20 000 levels": (lambda: deep_tree(20_000), ANY),
    "a page that is its own parent": (lambda: pdf(objects({3: page(parent=3)})), ANY),
    "an object that is itself": (self_reference, frozenset({"not_an_application"})),
    "a length that is its own stream": (length_loop, ANY),
    "tables in a circle": (previous_loop, ANY),
    "a table stream in a circle": (
        lambda: table_stream(width=b"1 2 1", index=b"0 3", size=3, previous=True),
        frozenset({"corrupt"}),
    ),
    "object streams in a circle": (object_stream_loop, ANY),
    "forms in a circle": (forms_in_a_circle, HEAVY),
    "forms in one another, 3^18": (lambda: nested_forms(3, 18), HEAVY),
    "forms in one another, 10^9": (lambda: nested_forms(10, 9), HEAVY),
    "patterns in a circle": (pattern_of_patterns, HEAVY),
    "a picture that is its own mask": (mask_of_itself, ANY),
    "fields in a circle": (parents_in_a_circle, ANY),
    "bookmarks in a circle": (outlines_in_a_circle, READ),
    # --- lies
    "a count of 10^9": (lambda: tree(b"3 0 R", 1_000_000_000), ANY | {"too_large"}),
    "a count of -1": (lambda: tree(b"3 0 R", -1), ANY),
    "3 000 pages": (lambda: many_pages(3_000), frozenset({"too_large"})),
    "a page 3 000 times": (lambda: one_page_often(3_000), frozenset({"too_large"})),
    "a length of 10^9": (
        lambda: pdf(objects({4: stream(words(LINES)).replace(b"/Length ", b"/Length 1000000000 ")})),
        ANY,
    ),
    "a table of 10^9 entries": (lambda: with_table(b"xref\n0 1000000000\n0000000000 65535 f \n"), ANY),
    "a table stream of 10^9 entries": (
        lambda: table_stream(width=b"1 8 2", index=b"0 1000000000", size=1_000_000_000),
        frozenset({"corrupt"}),
    ),
    "a table stream of wide numbers": (
        lambda: table_stream(width=b"2147483647 2147483647 2147483647", index=b"0 9", size=9),
        frozenset({"corrupt"}),
    ),
    "a size of 2^31": (lambda: sound().replace(b"/Size 10", b"/Size 2147483647"), ANY),
    "a predictor of 10^9 columns": (
        lambda: content(
            zlib.compress(bytes(99)), b"/Filter/FlateDecode/DecodeParms<</Predictor 15/Columns 999999999>>"
        ),
        ANY,
    ),
    "ranges of 10^9 widths": (
        lambda: pdf(objects({9: font(widths=b"/W[0 1000000000 500]")})),
        ANY,
    ),
    "ranges of 10^9 characters": (
        lambda: to_unicode(b"1 beginbfrange<00000000><ffffffff><0041>endbfrange"),
        ANY,
    ),
    "arrays in arrays, 100 000": (lambda: deep_array(100_000), ANY),
    "2 000 000 points wide": (lambda: huge_page(b"0 0 2000000 2000000"), ANY),
    "a page of no size": (lambda: huge_page(b"0 0 0 0"), ANY),
    "a page of no numbers": (lambda: huge_page(b"/a (b) [] null"), ANY),
    "a page of 10^38": (lambda: huge_page(b"-1e38 -1e38 1e38 1e38"), ANY),
    # --- bombs
    "content of 1 GiB": (lambda: content(*bomb(GIB, unit=b"0 0 m ")), HEAVY),
    "content of 1 GiB, packed thrice": (lambda: content(*bomb(GIB, 3, unit=b" ")), HEAVY),
    "2 000 000 drawn squares": (lambda: content(*bomb(24 << 20, unit=b"0 0 9 9 re f ")), HEAVY),
    "2 000 000 lines": (lambda: content(*bomb(40 << 20, unit=b"0 0 m 500 0 l S ")), HEAVY),
    "a path of 2 000 000 pieces": (
        lambda: content(zlib.compress(b"0 0 m " + b"9 9 l " * 2_000_000 + b" S"), b"/Filter/FlateDecode"),
        HEAVY,
    ),
    "1 000 000 characters": (
        lambda: pdf(objects({4: stream(b"BT /F1 1 Tf " + b"<5e73> Tj " * 1_000_000 + b" ET")})),
        HEAVY,
    ),
    "graphics states in one another, 10^6": (
        lambda: content(zlib.compress(b"q " * 1_000_000), b"/Filter/FlateDecode"),
        HEAVY,
    ),
    "20 000 annotations": (lambda: many_annotations(20_000), HEAVY),
    "a picture of 1 GiB": (lambda: image_bomb(30_000, 1), HEAVY),
    "a picture of 1 GiB, packed twice": (lambda: image_bomb(1_000, 2), HEAVY),
    "a picture of 2^31 by 2^31": (
        lambda: image(
            zlib.compress(bytes(9)), _GREY + b"/Filter/FlateDecode", width=2**31 - 1, height=2**31 - 1
        ),
        HEAVY,
    ),
    "JBIG2 of 2^31 by 2^31": (
        lambda: image(jbig2_page(2**31 - 1, 2**31 - 1), _BITS + b"/Filter/JBIG2Decode"),
        HEAVY,
    ),
    "JBIG2 of 60 000 by 60 000": (
        lambda: image(
            jbig2_page(60_000, 60_000), _BITS + b"/Filter/JBIG2Decode", width=60_000, height=60_000
        ),
        HEAVY,
    ),
    "CCITT of 60 000 by 60 000": (
        lambda: image(
            bytes(999),
            _BITS + b"/Filter/CCITTFaxDecode/DecodeParms<</K -1/Columns 60000/Rows 60000>>",
            width=60_000,
            height=60_000,
        ),
        HEAVY,
    ),
    "CCITT of 2^31 columns": (
        lambda: image(
            bytes(999),
            _BITS + b"/Filter/CCITTFaxDecode/DecodeParms<</K -1/Columns 2147483647/Rows 2147483647>>",
        ),
        HEAVY,
    ),
    "JPEG 2000 of 60 000 by 60 000": (
        lambda: image(
            jp2_codestream(60_000, 60_000, tile=60_000), b"/Filter/JPXDecode", width=60_000, height=60_000
        ),
        HEAVY,
    ),
    "JPEG 2000 of 10^9 tiles": (
        lambda: image(
            jp2_codestream(40_000, 40_000, tile=1), b"/Filter/JPXDecode", width=40_000, height=40_000
        ),
        HEAVY,
    ),
    # --- what a document wants of its reader
    "a script": (lambda: action("/JavaScript/JS(while\\(1\\);app.alert\\(1\\))"), READ),
    "a program to start": (
        lambda: action("/Launch/F(/bin/touch canary)/Win<</F(cmd.exe)/P(/c calc)>>"),
        READ,
    ),
    "an address to open": (lambda: action(f"/URI/URI({CANARY})"), READ),
    "another file to go to": (lambda: action(f"/GoToR/F<</FS/URL/F({CANARY})>>/D[0/Fit]"), READ),
    "a form to send": (lambda: action(f"/SubmitForm/F<</FS/URL/F({CANARY})>>/Flags 0"), READ),
    "content in another file": (
        lambda: pdf(objects({4: b"<</Length 0/F<</FS/URL/F(%s)>>>>stream\n\nendstream" % CANARY.encode()})),
        frozenset({"not_an_application"}),
    ),
}
