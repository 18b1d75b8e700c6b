"""What makes reading fast changes nothing of what is read."""

import gc

import pytest
from lxml import etree

from extractors.errors import ReadError
from extractors.readers import docx
from extractors.readers.docx.formatting import without_formatting
from extractors.readers.docx.styles import Styles
from tests.extractors.readers.word import p, part, r, tbl, tc, tr, word

FONT = '<w:rFonts w:ascii="宋体" w:hAnsi="宋体"/><w:color w:val="000000"/><w:sz w:val="24"/>'
LINE = '<w:spacing w:line="580" w:lineRule="exact"/><w:jc w:val="both"/>'
CELL = '<w:tcW w:w="1500" w:type="dxa"/><w:vAlign w:val="center"/>'
OFTEN = 60  # more often than `formatting` asks for


def cut(body: str, styles: str = "") -> str:
    raw = part("document", f"<w:body>{body * OFTEN}</w:body>")
    root = etree.fromstring(part("styles", styles)) if styles else None
    left = without_formatting(raw, Styles(root)).raw
    etree.fromstring(left)
    return left.decode()


def test_property_lists_that_say_nothing_are_cut() -> None:
    left = cut(p(r("甲", FONT), properties=LINE, mark=FONT) + tbl(tr(tc(p(r("乙", FONT)), properties=CELL))))
    assert left.count("甲") == left.count("乙") == OFTEN
    assert not [name for name in ("rPr", "pPr", "tcPr", "spacing") if name in left]


@pytest.mark.parametrize(
    ("body", "kept"),
    [
        (p(r("甲", FONT + "<w:vanish/>")), "<w:vanish/>"),
        (p(r("甲", FONT + "<w:strike/>")), "<w:strike/>"),
        (p(r("甲", '<w:rFonts w:ascii="Wingdings"/>')), "Wingdings"),
        (p(r("甲", '<w:color w:themeColor="background1" w:val="ffffff"/>')), "ffffff"),
        (p(r("甲", '<w:sz w:val="1"/>')), "<w:sz"),
        (p("甲", properties=LINE, mark="<w:del/>"), "<w:del/>"),
        (p("甲", properties=LINE + '<w:numPr><w:numId w:val="1"/></w:numPr>'), "<w:numPr>"),
        (p("甲", properties=LINE + '<w:outlineLvl w:val="1"/>'), "outlineLvl"),
        (p("甲", properties='<w:shd w:val="clear" w:fill="1F3864"/>'), "1F3864"),
        (p("甲", properties='<w:pStyle w:val="1"/>'), "pStyle"),
        (p(r("甲", '<w:rStyle w:val="Box"/>')), "rStyle"),
        (tbl(tr(tc("甲", properties=CELL + '<w:gridSpan w:val="2"/>'))), "gridSpan"),
        (tbl(tr(tc("甲", properties=CELL + "<w:vMerge/>"))), "vMerge"),
        (tbl(tr("甲", properties="<w:del/>")), "<w:del/>"),
        (tbl(tr("甲", properties='<w:gridBefore w:val="1"/>')), "gridBefore"),
        (p(r("甲", "<w:somethingNew/>")), "somethingNew"),
    ],
)
def test_a_property_list_that_says_something_is_kept(body: str, kept: str) -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>'
        '<w:style w:type="character" w:styleId="Box"><w:name w:val="b"/><w:rPr><w:vanish/></w:rPr></w:style>'
    )
    assert cut(body, styles).count(kept) == OFTEN


def test_a_font_is_kept_where_a_style_sets_a_symbol_font_that_it_overrides() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="2"><w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr></w:style>'
    )
    assert cut(p(r("甲", FONT)), styles).count("宋体") == 2 * OFTEN


def test_old_properties_inside_new_ones_leave_the_xml_whole() -> None:
    change = f"<w:pPrChange><w:pPr>{LINE}</w:pPr></w:pPrChange>"
    assert cut(p("甲", properties=LINE + change)).count("pPrChange>") == 2 * OFTEN


@pytest.mark.parametrize("noise", ["<!-- <w:rPr> -->", "<?word <w:rPr> ?>", "<w:t><![CDATA[<w:rPr>]]></w:t>"])
def test_nothing_is_cut_where_bytes_may_lie(noise: str) -> None:
    body = f"<w:r>{noise}</w:r>" + r("甲", FONT)
    assert "w:sz" in cut(p(body))


@pytest.mark.parametrize("collecting", [True, False])
@pytest.mark.parametrize("data", [word(p("甲")), word("")[:-30]])
def test_the_garbage_collector_is_left_as_it_was(*, collecting: bool, data: bytes) -> None:
    before = gc.isenabled()
    try:
        (gc.enable if collecting else gc.disable)()
        try:
            docx.read(data, name="x")
        except ReadError:
            assert data != word(p("甲"))
        assert gc.isenabled() is collecting
    finally:
        (gc.enable if before else gc.disable)()
