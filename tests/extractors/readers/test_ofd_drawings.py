"""What is drawn on a page of an OFD file: ruled lines, boxes to tick, seals, pictures of paper."""

from __future__ import annotations

import io
from functools import partial
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw

from eval.formats.ofd import ofd_of_pictures
from extractors.errors import TooLarge
from extractors.page import Rule
from extractors.readers import ofd
from extractors.readers.ofd.drawing import Tally
from tests.extractors.readers.ofds import MM, box, ofd_file, page_of, part, path, text, texts

FILLED = 'Stroke="false" Fill="true"'
BLACK = '<ofd:FillColor Value="0 0 0"/>'


def millimetres(rules: tuple[Rule, ...]) -> list[tuple[float, ...]]:
    return sorted(tuple(round(each / MM, 1) for each in rule) for rule in rules)


LEVEL = [(20.0, 50.0, 120.0, 50.0)]
UPRIGHT = [(20.0, 50.0, 20.0, 90.0)]
RULED = {
    "a stroke": (path("M 20 50 L 120 50"), LEVEL),
    "a stroke in two pieces": (
        path("M 20 50 L 70 50 L 120 50"),
        [(20.0, 50.0, 70.0, 50.0), (70.0, 50.0, 120.0, 50.0)],
    ),
    "an upright stroke": (path("M 20 50 L 20 90"), UPRIGHT),
    "a thin rectangle": (
        path("M 20 49.9 L 120 49.9 L 120 50.1 L 20 50.1 C", attributes=FILLED, inside=BLACK),
        LEVEL,
    ),
    "a thin rectangle that is not closed": (
        path("M 19.9 50 L 20.1 50 L 20.1 90 L 19.9 90 L 19.9 50", attributes=FILLED, inside=BLACK),
        UPRIGHT,
    ),
    "a scaled stroke": (path("M 0 0 L 1000 0", x=20, y=50, attributes='CTM="0.1 0 0 0.1 0 0"'), LEVEL),
    "nearly level": (path("M 20 50 L 120 50.08"), [(20.0, 50.0, 120.0, 50.0)]),
    "a frame": (
        path("M 20 50 L 120 50 L 120 90 L 20 90 C"),
        sorted([*LEVEL, (20.0, 90.0, 120.0, 90.0), *UPRIGHT, (120.0, 50.0, 120.0, 90.0)]),
    ),
    "aslant": (path("M 20 50 L 120 90"), []),
    "white": (path("M 20 50 L 120 50", inside='<ofd:StrokeColor Value="255 255 255"/>'), []),
    "invisible": (path("M 20 50 L 120 50", attributes='Visible="false"'), []),
    "neither stroked nor filled": (path("M 20 50 L 120 50", attributes='Stroke="false"'), []),
    "a shaded cell": (path("M 20 50 L 120 50 L 120 90 L 20 90 C", attributes=FILLED, inside=BLACK), []),
    "a curve": (path("M 20 50 B 40 10 60 90 120 50"), []),
    "no numbers": (path("M 20 fifty L"), []),
}


@pytest.mark.parametrize(("drawn", "expected"), RULED.values(), ids=RULED.keys())
def test_lines_are_told_from_other_figures(drawn: str, expected: list[tuple[float, ...]]) -> None:
    assert millimetres(page_of(drawn).rules) == expected


SQUARE = "M 20 20 L 23.5 20 L 23.5 23.5 L 20 23.5 C"
CHECK = "M 20.6 21.8 L 21.5 23 L 23.2 20.5"
CROSS = "M 20.5 20.5 L 23 23 M 23 20.5 L 20.5 23"
BLOT = "M 20.5 20.5 L 23 20.5 L 23 23 L 20.5 23 C"
SIDES = "M 20 20 L 23.5 20 M 20 23.5 L 23.5 23.5 M 20 20 L 20 23.5 M 23.5 20 L 23.5 23.5"
RING = "M 20 22 B 20 20 20 20 22 20 B 24 20 24 20 24 22 B 24 24 24 24 22 24 B 20 24 20 24 20 22 C"
DOT = "M 21 22 A 1 1 0 1 1 23 22 A 1 1 0 1 1 21 22 C"
THICK_CHECK = "M 20.6 21.8 L 21 21.6 L 21.5 22.4 L 23 20.4 L 23.3 20.6 L 21.5 23.1 C"
DRAWN = {
    "blank": (path(SQUARE), "□"),
    "of four lines": (path(SIDES), "□"),
    "ticked": (path(SQUARE) + path(CHECK), "☑"),
    "of four lines, ticked": (path(SIDES) + path(CHECK), "☑"),
    "in one path": (path(f"{SQUARE} {CHECK}"), "☑"),
    "a tick with a body": (path(SQUARE) + path(THICK_CHECK, attributes=FILLED, inside=BLACK), "☑"),
    "crossed": (path(SQUARE) + path(CROSS), "☒"),
    "filled": (path(SQUARE) + path(BLOT, attributes=FILLED, inside=BLACK), "■"),
    "filled with white": (
        path(SQUARE, attributes='Fill="true"', inside='<ofd:FillColor Value="255 255 255"/>'),
        "□",
    ),
    "a written tick": (path(SQUARE) + text("√", x=20.2, y=20, size=3), "☑"),
    "a ring": (path(RING), "○"),
    "a ring with a dot": (path(RING) + path(DOT, attributes=FILLED, inside=BLACK), "●"),
}


@pytest.mark.parametrize(("drawn", "glyph"), DRAWN.values(), ids=DRAWN.keys())
def test_a_drawn_box_is_a_glyph_where_it_stands(drawn: str, glyph: str) -> None:
    page = page_of(drawn + text("民营", x=25))
    (mark,) = [run for run in page.runs if run.text != "民营"]
    assert mark.text == glyph
    assert box(mark)[:2] == pytest.approx((20, 20), abs=0.1)
    assert not page.rules


def test_a_narrow_cell_of_a_table_is_no_box() -> None:
    table = path("M 20 20 L 60 20 M 20 24 L 60 24 M 20 20 L 20 24 M 24 20 L 24 24 M 60 20 L 60 24")
    page = page_of(table + text("名称", x=30))
    assert texts(page) == ["名称"]
    assert len(page.rules) == 5


def test_seals_are_where_signatures_and_stamps_put_them() -> None:
    note = (
        '<ofd:Annot ID="1" Type="Stamp"><ofd:Appearance Boundary="120 200 20 20"/></ofd:Annot>'
        '<ofd:Annot ID="2" Type="Stamp"><ofd:Appearance Boundary="60 200.5 40 40"/></ofd:Annot>'
    )
    signature = '<ofd:StampAnnot ID="1" PageRef="100" Boundary="60 200 40 40"/>'
    data = ofd_file(
        text("（盖章）", x=60, y=210),
        body="<ofd:Signatures>Doc_0/Signs/Signatures.xml</ofd:Signatures>",
        document="<ofd:Annotations>Annots/Annotations.xml</ofd:Annotations>",
        more={
            "Doc_0/Signs/Signatures.xml": part(
                "Signatures",
                '<ofd:Signature ID="1" Type="Seal" BaseLoc="/Doc_0/Signs/Sign_0/Signature.xml"/>',
            ),
            "Doc_0/Signs/Sign_0/Signature.xml": part(
                "Signature", f"<ofd:SignedInfo>{signature}</ofd:SignedInfo>"
            ),
            "Doc_0/Annots/Annotations.xml": part(
                "Annotations", '<ofd:Page PageID="100"><ofd:FileLoc>Page_0.xml</ofd:FileLoc></ofd:Page>'
            ),
            "Doc_0/Annots/Page_0.xml": part("PageAnnot", note),
        },
    )
    (page,) = ofd.pages(data, name="甲.ofd").read
    seals = [(tuple(round(each / MM) for each in seal.bbox), seal.round) for seal in page.seals]
    assert seals == [((60, 200, 100, 240), True), ((120, 200, 140, 220), False)]


def png(draw: str, colour: tuple[int, int, int]) -> bytes:
    image = Image.new("RGBA", (200, 200), (0, 0, 0, 0))
    pen = ImageDraw.Draw(image)
    if draw == "ring":
        pen.ellipse((5, 5, 195, 195), outline=(*colour, 255), width=12)
        pen.polygon([(100, 60), (125, 140), (60, 90), (140, 90), (75, 140)], fill=(*colour, 255))
    else:
        pen.rectangle((0, 0, 199, 199), fill=(*colour, 255))
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


@pytest.mark.parametrize(
    ("draw", "colour", "side", "seals"),
    [
        ("ring", (220, 20, 30), 40, 1),
        ("ring", (30, 30, 30), 40, 0),
        ("ring", (220, 20, 30), 8, 0),
        ("field", (220, 20, 30), 40, 0),
    ],
    ids=["red", "black", "small", "a red field"],
)
def test_a_red_stamp_that_is_a_picture_is_a_seal(
    draw: str, colour: tuple[int, int, int], side: int, seals: int
) -> None:
    data = ofd_file(
        f'<ofd:ImageObject ID="5" ResourceID="40" Boundary="60 200 {side} {side}"/>'
        + text("申报单位（盖章）"),
        resources='<ofd:MultiMedias><ofd:MultiMedia ID="40" Type="Image"><ofd:MediaFile>s.png</ofd:MediaFile>'
        "</ofd:MultiMedia></ofd:MultiMedias>",
        more={"Doc_0/Res/s.png": png(draw, colour)},
    )
    (page,) = ofd.pages(data, name="甲.ofd").read
    assert len(page.seals) == seals


# --- pages that are pictures --------------------------------------------------------------------------------


def scan() -> bytes:
    image = Image.new("RGB", (827, 1169), "white")
    ImageDraw.Draw(image).rectangle((413, 0, 826, 584), fill="black")
    out = io.BytesIO()
    image.save(out, "JPEG")
    return out.getvalue()


def test_a_scan_is_not_read_and_gives_its_picture(tmp_path: Path) -> None:
    target = tmp_path / "扫描.ofd"
    target.write_bytes(ofd_of_pictures([scan(), scan()]))
    pages = ofd.first_look(target)
    assert (pages.count, pages.read, pages.unread) == (2, (), (1, 2))
    image = ofd.picture_of(target, 2)
    assert image.dtype == np.uint8
    assert image.shape == (2339, 1654, 3)
    assert [int(image[y, x].mean()) for x, y in ((400, 400), (1200, 400), (1200, 1800))] == [255, 0, 255]


def test_a_picture_beside_text_does_not_keep_the_page_from_being_read() -> None:
    words = "".join(text("平台名称与申报单位", y=10 + 5 * index) for index in range(6))
    picture = '<ofd:ImageObject ID="5" ResourceID="40" Boundary="0 100 210 197"/>'
    media = '<ofd:MultiMedia ID="40" Type="Image"><ofd:MediaFile>s.jpg</ofd:MediaFile></ofd:MultiMedia>'
    data = ofd_file(
        words + picture,
        resources=f"<ofd:MultiMedias>{media}</ofd:MultiMedias>",
        more={"Doc_0/Res/s.jpg": scan()},
    )
    assert ofd.pages(data, name="甲.ofd").unread == ()


def test_letters_that_are_outlines_are_drawn_with_their_holes(tmp_path: Path) -> None:
    ring = "M 10 10 L 40 10 L 40 40 L 10 40 C M 20 20 L 30 20 L 30 30 L 20 30 C"
    dots = "".join(
        path(f"M {x} 200 L {x + 1} 200 L {x + 1} 202 C", attributes=FILLED, inside=BLACK) for x in range(200)
    )
    target = tmp_path / "转曲.ofd"
    target.write_bytes(ofd_file(path(ring, attributes=FILLED, inside=BLACK) + dots))
    assert ofd.first_look(target).unread == (1,)
    image = ofd.picture_of(target, 1, dpi=254)
    assert [int(image[10 * y, 10 * x].mean()) for x, y in ((15, 15), (25, 25), (50, 50))] == [0, 255, 255]


def test_a_page_of_more_lines_than_any_filing_has_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    page = ofd_file(path("M 20 50 L 120 50") * 4)
    assert ofd.read(page, name="图纸.ofd").pages == 1
    monkeypatch.setattr(ofd, "Tally", partial(Tally, figures=3))
    with pytest.raises(TooLarge, match="图形或文字多得不正常"):
        ofd.read(page, name="图纸.ofd")
