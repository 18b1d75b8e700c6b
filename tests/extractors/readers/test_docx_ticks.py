"""Every way to tick a box in Word comes out as the glyph that a person sees, or as unreadable."""

import pytest

from tests.extractors.readers.word import PICTURE, document, field, p, r, sdt, tbl, tc, text, tr

BOX = "\N{REPLACEMENT CHARACTER}"


def sym(font: str, code: str) -> str:
    return f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>'


@pytest.mark.parametrize(
    ("font", "code", "glyph"),
    [
        ("Wingdings", "F0A8", "□"),
        ("Wingdings", "00A8", "□"),
        ("Wingdings", "F06F", "□"),
        ("Wingdings", "F071", "□"),
        ("Wingdings", "F072", "□"),
        ("Wingdings", "F0FE", "☑"),
        ("Wingdings", "F0FD", "☒"),
        ("Wingdings", "F0FC", "✓"),
        ("Wingdings", "F0FB", "✗"),
        ("Wingdings", "F06E", "■"),
        ("Wingdings", "F052", "☼"),
        ("wingdings", "F0FE", "☑"),
        ("Wingdings 2", "F0A3", "□"),
        ("Wingdings 2", "F052", "☑"),
        ("Wingdings 2", "F053", "☒"),
        ("Wingdings 2", "F054", "☒"),
        ("Wingdings 2", "F051", "☒"),
        ("Wingdings 2", "F050", "✓"),
        ("Wingdings 2", "F04F", "✗"),
        ("Wingdings 2", "F0FE", BOX),
        ("Webdings", "F063", "□"),
        ("Webdings", "F061", "✔"),
        ("Symbol", "F0D6", "√"),
        ("Symbol", "F0B7", "•"),
        ("Segoe UI Symbol", "2611", "☑"),
        ("MS Gothic", "2610", "☐"),
        ("Some Lost Font", "F052", BOX),
        ("Wingdings", "nonsense", BOX),
    ],
)
def test_a_symbol_is_read_by_the_chart_of_its_font(font: str, code: str, glyph: str) -> None:
    assert text(document(p(sym(font, code), "国有"))) == glyph + "国有"


@pytest.mark.parametrize(
    ("fonts", "written", "glyphs"),
    [
        ('w:ascii="Wingdings" w:hAnsi="Wingdings"', "þ国有 ¨民营", "☑国有 □民营"),
        ('w:ascii="Wingdings" w:hAnsi="Wingdings"', "\uf0fe国有", "☑国有"),
        ('w:ascii="Wingdings 2" w:hAnsi="Wingdings 2"', "R£", "☑□"),
        ('w:ascii="Wingdings 2" w:hAnsi="Wingdings 2" w:hint="eastAsia"', "\uf052\uf0a3", "☑□"),
        ('w:ascii="Times New Roman" w:hAnsi="Wingdings"', "Rþ", "R☑"),
        ('w:ascii="宋体" w:eastAsia="Wingdings"', "R\uf0fe", "R☑"),
        ('w:ascii="宋体" w:hAnsi="宋体"', "R\uf0fe", "R☑"),
        ('w:hint="eastAsia"', "\uf0a8\uf0fe\uf0fd\uf06e", "□☑☒■"),
        ('w:hint="eastAsia"', "\uf052\uf054", BOX * 2),
    ],
)
def test_text_in_a_symbol_font_shows_that_fonts_glyphs(fonts: str, written: str, glyphs: str) -> None:
    run = r(written, f"<w:rFonts {fonts}/>")
    assert text(document(p(run))) == glyphs
    assert text(document(tbl(tr(tc(p(run)), "其他")))) == f"{glyphs}\t其他"


SYMBOL_STYLES = (
    '<w:style w:type="character" w:styleId="Box"><w:name w:val="Box"/><w:rPr>'
    '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Box2"><w:name w:val="Box2"/><w:basedOn w:val="Box"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Boxes"><w:name w:val="Boxes"/><w:rPr>'
    '<w:rFonts w:ascii="Wingdings 2" w:hAnsi="Wingdings 2"/></w:rPr></w:style>'
)
DEFAULT_FONT = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/></w:rPr>'
    "</w:rPrDefault></w:docDefaults>"
)


@pytest.mark.parametrize(
    ("styles", "paragraph", "glyphs"),
    [
        (SYMBOL_STYLES, p(r("þ", '<w:rStyle w:val="Box"/>')), "☑"),
        (SYMBOL_STYLES, p(r("þ", '<w:rStyle w:val="Box2"/>')), "☑"),
        (SYMBOL_STYLES, p(r("R"), properties='<w:pStyle w:val="Boxes"/>'), "☑"),
        (SYMBOL_STYLES, p(r("þ", '<w:rStyle w:val="Box"/>'), properties='<w:pStyle w:val="Boxes"/>'), "☑"),
        (
            SYMBOL_STYLES,
            p(r("R", '<w:rFonts w:ascii="Arial" w:hAnsi="Arial"/>'), properties='<w:pStyle w:val="Boxes"/>'),
            "R",
        ),
        (DEFAULT_FONT, p("¨"), "□"),
        (DEFAULT_FONT, p(r("R2", '<w:rFonts w:ascii="Arial" w:hAnsi="Arial"/>')), "R2"),
    ],
)
def test_a_style_can_set_the_symbol_font(styles: str, paragraph: str, glyphs: str) -> None:
    assert text(document(paragraph, styles=styles)) == glyphs


def checkbox(state: str, shown: str) -> str:
    checked = f'<w14:checked w14:val="{state}"/>' if state else ""
    return sdt(shown, f"<w14:checkbox>{checked}</w14:checkbox>")


@pytest.mark.parametrize(
    ("state", "shown", "glyph"),
    [
        ("1", r("☒"), "☑"),
        ("true", r("☑"), "☑"),
        ("0", r("☐"), "☐"),
        ("", r("☐"), "☐"),
        ("1", "", "☑"),
        ("0", "", "☐"),
        ("1", sym("Wingdings 2", "F052"), "☑"),
        ("0", sym("Wingdings", "F0A8"), "☐"),
        ("1", r("☐"), BOX),
        ("0", r("☑"), BOX),
        ("0", sym("Wingdings", "F0FE"), BOX),
        ("1", r("★"), "☑"),
    ],
)
def test_a_check_box_control_shows_its_state_unless_its_glyph_contradicts(
    state: str, shown: str, glyph: str
) -> None:
    assert text(document(p(checkbox(state, shown), "国有"))) == glyph + "国有"


def test_a_check_box_control_may_hold_its_label_a_paragraph_or_a_cell() -> None:
    assert text(document(p(checkbox("1", r("☒国有"))))) == "☑国有"
    assert text(document(checkbox("1", p("☒国有")))) == "☑国有"
    assert text(document(tbl(tr(checkbox("1", tc("☒")), "国有")))) == "☑\t国有"


@pytest.mark.parametrize(
    ("data", "glyph"),
    [
        ("<w:checkBox><w:default w:val='1'/></w:checkBox>", "☑"),
        ("<w:checkBox><w:default w:val='0'/></w:checkBox>", "□"),
        ("<w:checkBox><w:default w:val='0'/><w:checked/></w:checkBox>", "☑"),
        ("<w:checkBox><w:default w:val='1'/><w:checked w:val='0'/></w:checkBox>", "□"),
        ("<w:checkBox/>", "□"),
    ],
)
def test_an_old_form_check_box_shows_its_state(data: str, glyph: str) -> None:
    shown = field("FORMCHECKBOX", result="", data=f"<w:ffData>{data}</w:ffData>")
    assert text(document(p(shown, "国有"))) == glyph + "国有"


def test_an_old_form_check_box_that_lost_its_data_is_unreadable() -> None:
    assert text(document(p(field("FORMCHECKBOX"), "国有"))) == BOX + "国有"


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        (r"EQ \o\ac(□,√)", "☑"),
        (r"eq \o\ac(□, √)", "☑"),
        (r"EQ \o\ac(√,□)", "☑"),
        (r"EQ \o(□,\s\up3(√))", "☑"),
        (r"EQ \o\ac(○,√)", "☑"),
        (r"EQ \o\ac(□,×)", "☒"),
        (r"EQ \o\ac(□,)", "□"),
        (r"EQ \o\ac(□)", "□"),
        (r"EQ \x(√)", "☑"),
        (r"EQ \x( )", "□"),
        (r"EQ \o\ac(○,3)", "○3"),
        (r"EQ \f(1,2)", "1/2"),
        (r"EQ \o\ac(□,√", "☑"),
        (r"EQ ", ""),
        ('SYMBOL 254 \\f "Wingdings" \\s 12', "☑"),
        ("SYMBOL 0xA3 \\f Wingdings", "○"),
        ('SYMBOL 82 \\f "Wingdings 2"', "☑"),
        ("MACROBUTTON Tick □", "□"),
    ],
)
def test_a_field_without_a_result_shows_what_its_code_says(code: str, shown: str) -> None:
    assert text(document(p(field(code), "国有"))) == shown + "国有"
    simple = f"<w:fldSimple w:instr='{code}'/>"
    assert text(document(p(simple, "国有"))) == shown + "国有"


def test_a_symbol_inside_a_fields_code_is_part_of_it() -> None:
    code = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>eq \\o\\ac(</w:instrText></w:r>'
        '<w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r><w:r><w:instrText>,√)</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    assert text(document(p(code, "国有"))) == "☑国有"


@pytest.mark.parametrize(
    ("inline", "shown"),
    [
        (PICTURE, "\ufffc"),
        ('<w:r><w:pict><v:shape><v:imagedata r:id="rId9"/></v:shape></w:pict></w:r>', "\ufffc"),
        ("<w:r><w:object><o:OLEObject/></w:object></w:r>", "\ufffc"),
        ('<w:r><w:object><w:control w:name="CheckBox1"/></w:object></w:r>', BOX),
        ('<w:r><w:pict><v:rect o:hr="t"/></w:pict></w:r>', ""),
        ("<w:r><w:pict><v:line/></w:pict></w:r>", ""),
        ("<w:r><w:pict><v:rect/></w:pict></w:r>", "\ufffc"),
    ],
)
def test_a_picture_stands_in_the_text_and_a_ruled_line_does_not(inline: str, shown: str) -> None:
    assert text(document(p(inline, "国有"))) == shown + "国有"
