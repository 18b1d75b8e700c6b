"""OFD files as packages: what is missing, damaged, under a password or made to hurt; and whole filings."""

from __future__ import annotations

import re
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eval.formats.ofd import STYLES, ofd_of
from extractors.document import Cell, Document, Paragraph, Table
from extractors.errors import Corrupt, Encrypted, ReadError, TooLarge, Unsupported
from extractors.guard import kind_of
from extractors.readers import ofd
from tests.extractors.readers.ofds import ofd_file, page_part, part, path, text, texts, zipped

SOUND = ofd_file(text("平台名称"), text("申报单位"))


def test_the_bytes_are_told_to_be_ofd() -> None:
    assert kind_of(SOUND) == "ofd"


def test_pages_come_in_the_order_that_the_document_lists() -> None:
    pages = ofd.pages(SOUND, name="甲.ofd")
    assert [(page.number, texts(page)) for page in pages.read] == [(1, ["平台名称"]), (2, ["申报单位"])]
    assert pages.count == 2


def test_a_page_that_is_not_there_is_told_and_the_others_are_read() -> None:
    document = (
        '<ofd:CommonData/><ofd:Pages><ofd:Page ID="100" BaseLoc="Pages/Page_0/Content.xml"/>'
        '<ofd:Page ID="900" BaseLoc="Pages/Page_9/Content.xml"/></ofd:Pages>'
    )
    body = "<ofd:DocBody><ofd:DocRoot>/Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody>"
    parts = {
        "OFD.xml": part("OFD", body),
        "Doc_0/Document.xml": part("Document", document),
        "Doc_0/Pages/Page_0/Content.xml": page_part(text("申报单位")),
    }
    pages = ofd.pages(zipped(parts), name="甲.ofd")
    assert [texts(page) for page in pages.read] == [["申报单位"], []]
    assert [[notice.code for notice in page.notices] for page in pages.read] == [[], ["missing-page"]]


BROKEN = {
    "no pages": (ofd_file(), Corrupt),
    "no document": (
        zipped({"OFD.xml": part("OFD", "<ofd:DocBody><ofd:DocRoot>x.xml</ofd:DocRoot></ofd:DocBody>")}),
        Corrupt,
    ),
    "a page that is no XML": (ofd_file(b"<ofd:Page"), Corrupt),
    "entities": (ofd_file(b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'), Corrupt),
    "cut off": (SOUND[:400], Corrupt),
    "encrypted": (ofd_file(text("x"), more={"Doc_0/Encryptions.xml": b"<a/>"}), Encrypted),
}


@pytest.mark.parametrize(("data", "error"), BROKEN.values(), ids=BROKEN.keys())
def test_what_cannot_be_read_says_so(data: bytes, error: type[ReadError]) -> None:
    with pytest.raises(error) as told:
        ofd.pages(data, name="甲.ofd")
    assert str(told.value).count("。") == 1


def test_composites_that_draw_each_other_end_at_a_limit() -> None:
    units = "".join(
        f'<ofd:CompositeGraphicUnit ID="{50 + level}"><ofd:Content>'
        + f'<ofd:CompositeObject ID="1" Boundary="0 0 9 9" ResourceID="{50 + (level + 1) % 6}"/>' * 10
        + "</ofd:Content></ofd:CompositeGraphicUnit>"
        for level in range(6)
    )
    resources = f"<ofd:CompositeGraphicUnits>{units}</ofd:CompositeGraphicUnits>"
    use = '<ofd:CompositeObject ID="1" Boundary="0 0 9 9" ResourceID="50"/>'
    with pytest.raises(TooLarge):
        ofd.pages(ofd_file(use, resources=resources), name="甲.ofd")


def test_a_composite_in_itself_ends() -> None:
    unit = '<ofd:CompositeGraphicUnit ID="50"><ofd:Content>{}</ofd:Content></ofd:CompositeGraphicUnit>'
    use = '<ofd:CompositeObject ID="1" Boundary="0 0 9 9" ResourceID="50"/>'
    resources = f"<ofd:CompositeGraphicUnits>{unit.format(use + text('甲'))}</ofd:CompositeGraphicUnits>"
    (page,) = ofd.pages(ofd_file(use, resources=resources), name="甲.ofd").read
    assert texts(page) == ["甲"]


CODE = '<ofd:TextCode X="9" Y="9">甲</ofd:TextCode>'
ODD = {
    "huge numbers": text("甲", x=1e300, size=4) + path("M 1e400 0 L -1e400 nan"),
    "no size": f'<ofd:TextObject ID="1" Boundary="20 20 9 4">{CODE}</ofd:TextObject>',
    "a matrix of zeros": text("甲", attributes='CTM="0 0 0 0 0 0"'),
    "no boundary": f'<ofd:TextObject ID="1" Size="4">{CODE}</ofd:TextObject>',
    "an image without a resource": '<ofd:ImageObject ID="1" Boundary="0 0 9 9" ResourceID="7"/>',
    "ten thousand squares": path("M 1 1 L 4 1 L 4 4 L 1 4 C " * 10_000),
    "a page of no size": "",
}


@pytest.mark.parametrize("objects", ODD.values(), ids=ODD.keys())
def test_odd_objects_are_drawn_or_left_out(objects: str) -> None:
    area = "0 0 0 0" if not objects else "0 0 210 297"
    assert ofd.pages(ofd_file(page_part(objects, area=area)), name="甲.ofd").count == 1


def test_a_picture_of_an_unknown_format_is_told(tmp_path: Path) -> None:
    media = '<ofd:MultiMedia ID="40" Type="Image"><ofd:MediaFile>s.jb2</ofd:MediaFile></ofd:MultiMedia>'
    target = tmp_path / "甲.ofd"
    target.write_bytes(
        ofd_file(
            '<ofd:ImageObject ID="5" ResourceID="40" Boundary="0 0 210 297"/>',
            resources=f"<ofd:MultiMedias>{media}</ofd:MultiMedias>",
            more={"Doc_0/Res/s.jb2": b"\x97JB2\r\n\x1a\n\1"},
        )
    )
    assert ofd.first_look(target).unread == (1,)
    with pytest.raises(Unsupported, match="第 1 页"):
        ofd.picture_of(target, 1)


@given(cuts=st.tuples(st.integers(0, 4000), st.binary(max_size=30), st.integers(0, 60)))
@settings(max_examples=60, deadline=None)
def test_whatever_is_done_to_a_page_ends_in_a_read_error_or_in_pages(cuts: tuple[int, bytes, int]) -> None:
    start, inserted, length = cuts
    content = page_part(text("平台名称") + path("M 0 0 L 9 9 B 1 2 3 4 5 6 C") + text("□国有", y=60))
    start %= len(content)
    changed = content[:start] + inserted + content[start + length :]
    with suppress(ReadError):
        ofd.pages(ofd_file(changed), name="甲.ofd")


# --- whole documents ----------------------------------------------------------------------------------------


LINES = [(60, 100, 500, 100), (60, 140, 500, 140), (60, 200, 500, 200), (60, 240, 500, 240)]
UPRIGHTS = [(60, 100, 60, 240), (500, 100, 500, 240), (180, 100, 180, 240), (340, 200, 340, 240)]
WORDS = [
    (250, 60, "申报单位基本信息"),
    (70, 125, "平台名称"),
    (190, 125, "某某工业互联网平台V2.0"),
    (70, 165, "企业性质"),
    (190, 165, "□国有  ☑民营  □三资"),
    (190, 185, "（可多选）"),
    (70, 225, "联系电话"),
    (190, 225, "0311-88880000"),
    (350, 225, "a_b@mail.example.com"),
]


def printed() -> bytes:
    """A PDF of one page with a table of three columns, written by hand: no maker of OFD could be asked."""
    drawn = [f"{x0} {842 - y0} m {x1} {842 - y1} l S" for x0, y0, x1, y1 in LINES + UPRIGHTS]
    for x, y, line in WORDS:
        drawn.append(f"BT /F1 14 Tf {x} {842 - y} Td <{line.encode('utf-16-be').hex()}> Tj ET")
    content = "\n".join(drawn).encode()
    font = (
        b"<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /Identity-H /ToUnicode 6 0 R "
        b"/DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /SimSun /DW 1000 /W [32 126 500] "
        b"/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor "
        b"<< /Type /FontDescriptor /FontName /SimSun /Flags 4 /FontBBox [0 -120 1000 880] "
        b"/ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 80 >> >>] >>"
    )
    codes = b"1 begincodespacerange <0000> <ffff> endcodespacerange "
    codes += b"1 beginbfrange <0020> <ffee> <0020> endbfrange"
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R "
    page += b"/Resources << /Font << /F1 4 0 R >> >> >>"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        page,
        font,
        *(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(each), each) for each in (content, codes)),
    ]
    data = b"%PDF-1.4\n"
    places = []
    for number, each in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer << /Size 7 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % len(data)
    return data + b"xref\n0 7\n0000000000 65535 f \n" + table + end


def cells(document: Document) -> list[list[str]]:
    (table,) = [block for block in document.blocks if isinstance(block, Table)]
    rows: list[list[str]] = [[] for _ in range(table.rows)]
    for cell in table.cells:
        rows[cell.row].append(words(cell))
    return rows


def words(cell: Cell) -> str:
    """Of how many blanks a gap is, is no matter."""
    lines = [block.text for block in cell.blocks if isinstance(block, Paragraph)]
    return re.sub(" +", " ", "\n".join(lines))


@pytest.mark.parametrize("style", STYLES)
def test_a_table_is_read_however_its_maker_writes_it(style: str) -> None:
    document = ofd.read(ofd_of(printed(), style=style, seed=3), name="申报书.ofd")
    heading = next(block for block in document.blocks if isinstance(block, Paragraph))
    assert (document.kind, document.pages, heading.text) == ("ofd", 1, "申报单位基本信息")
    assert cells(document) == [
        ["平台名称", "某某工业互联网平台V2.0"],
        ["企业性质", "□国有 ☑民营 □三资\n（可多选）"],
        ["联系电话", "0311-88880000", "a_b@mail.example.com"],
    ]


def test_every_cell_has_its_page_and_a_box_around_its_words() -> None:
    document = ofd.read(ofd_of(printed(), style="scaled", seed=3), name="申报书.ofd")
    (table,) = [block for block in document.blocks if isinstance(block, Table)]
    for cell in table.cells:
        assert cell.page == 1
        assert cell.bbox is not None
        for block in cell.blocks:
            assert isinstance(block, Paragraph)
            assert block.bbox is not None
            x0, top, x1, bottom = block.bbox
            assert cell.bbox[0] <= x0 < x1 <= cell.bbox[2]
            assert cell.bbox[1] <= top < bottom <= cell.bbox[3]
