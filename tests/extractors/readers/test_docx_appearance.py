"""How paragraphs are set, out of defaults, themes, styles on styles, tables and direct formatting."""

import pytest

from extractors.appearance import Appearance, Face, Paper, Pitch, Setting
from tests.extractors.readers.word import document, p, r, sdt, tbl, tc, tr

A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
THEME = (
    f'<a:theme {A}><a:themeElements><a:fontScheme name="x"><a:majorFont><a:latin typeface="Cambria"/>'
    '<a:ea typeface="黑体"/></a:majorFont><a:minorFont><a:latin typeface="Calibri"/><a:ea typeface=""/>'
    '<a:font script="Jpan" typeface="游明朝"/><a:font script="Hans" typeface="等线"/></a:minorFont>'
    "</a:fontScheme></a:themeElements></a:theme>"
)
LONG = "平台采用云边端协同的四层架构"
OFTEN = 60  # property lists that occur so often are cut out of the XML before it is parsed


def looks(body: str, **parts: str) -> Appearance:
    found = document(body, **parts).appearance
    assert found is not None
    return found


def only(body: str, **parts: str) -> Setting:
    """The setting of all paragraphs of a document, which are alike; also where they are many."""
    few, many = looks(body, **parts).paragraphs, looks(body * OFTEN, **parts).paragraphs
    assert len(few) == 1
    assert len(many) == OFTEN
    assert {each._replace(ordinal=few[0].ordinal) for each in many} == set(few)
    return few[0]


def style(
    identity: str, inside: str, *, kind: str = "paragraph", default: bool = False, name: str = ""
) -> str:
    usual = ' w:default="1"' if default else ""
    name = f'<w:name w:val="{name or identity}"/>'
    return f'<w:style w:type="{kind}" w:styleId="{identity}"{usual}>{name}{inside}</w:style>'


def font(**slots: str) -> str:
    return "<w:rFonts " + " ".join(f'w:{slot}="{name}"' for slot, name in slots.items()) + "/>"


def size(half_points: int) -> str:
    return f'<w:sz w:val="{half_points}"/>'


DEFAULTS = (
    f"<w:docDefaults><w:rPrDefault><w:rPr>{font(eastAsia='楷体')}{size(21)}</w:rPr></w:rPrDefault>"
    '<w:pPrDefault><w:pPr><w:spacing w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
)
SONG = style("Song", f"<w:rPr>{font(eastAsia='宋体')}{size(28)}</w:rPr>")


@pytest.mark.parametrize(
    ("paragraph", "styles", "face"),
    [
        (p(LONG), "", Face("", 10)),
        (p(LONG), DEFAULTS, Face("楷体", 10.5)),
        (p(r(LONG, font(eastAsia="仿宋") + size(32))), DEFAULTS, Face("仿宋", 16)),
        (p(r(LONG, font(ascii="仿宋", hAnsi="仿宋"))), DEFAULTS, Face("楷体", 10.5)),
        (p(r(LONG, "<w:b/>")), DEFAULTS, Face("楷体", 10.5, bold=True)),
        (p(r(LONG, '<w:b w:val="0"/>')), style("B", "<w:rPr><w:b/></w:rPr>", default=True), Face("", 10)),
        (p(LONG), DEFAULTS + style("N", f"<w:rPr>{size(24)}</w:rPr>", default=True), Face("楷体", 12)),
        (p(LONG, properties='<w:pStyle w:val="Song"/>'), DEFAULTS + SONG, Face("宋体", 14)),
        (p(LONG, properties='<w:pStyle w:val="Nowhere"/>'), DEFAULTS + SONG, Face("楷体", 10.5)),
        (
            p(LONG, properties='<w:pStyle w:val="Own"/>'),
            DEFAULTS + SONG + style("Own", f'<w:basedOn w:val="Song"/><w:rPr>{size(30)}</w:rPr>'),
            Face("宋体", 15),
        ),
        (
            p(r(LONG, '<w:rStyle w:val="Char"/>'), properties='<w:pStyle w:val="Song"/>'),
            SONG + style("Char", f"<w:rPr>{font(eastAsia='隶书')}</w:rPr>", kind="character"),
            Face("隶书", 14),
        ),
        (
            p(r(LONG, f'<w:rStyle w:val="Char"/>{font(eastAsia="仿宋")}')),
            style("Char", f"<w:rPr>{font(eastAsia='隶书')}{size(40)}</w:rPr>", kind="character"),
            Face("仿宋", 20),
        ),
        (p(LONG, mark=font(eastAsia="仿宋") + size(40)), DEFAULTS, Face("楷体", 10.5)),
        (p(LONG, properties='<w:pStyle w:val="A"/>'), style("A", '<w:basedOn w:val="A"/>'), Face("", 10)),
        (p(r(LONG, font(eastAsiaTheme="majorEastAsia"))), DEFAULTS, Face("黑体", 10.5)),
        (p(r(LONG, font(eastAsiaTheme="minorEastAsia", eastAsia="宋体"))), DEFAULTS, Face("等线", 10.5)),
        (p(r(LONG, font(eastAsiaTheme="minorBidi", eastAsia="宋体"))), DEFAULTS, Face("宋体", 10.5)),
        (
            p(r(LONG, font(eastAsia="宋体"))),
            f"<w:docDefaults><w:rPrDefault><w:rPr>{font(eastAsiaTheme='minorEastAsia')}</w:rPr></w:rPrDefault></w:docDefaults>",
            Face("宋体", 10),
        ),
        (p(r(LONG, '<w:sz w:val="14pt"/>')), "", Face("", 14)),
    ],
)
def test_the_face_that_comes_out(paragraph: str, styles: str, face: Face) -> None:
    found = only(paragraph, styles=styles, theme=THEME)

    assert found.faces == ((face, len(LONG)),)
    assert found.text == LONG


@pytest.mark.parametrize(
    ("properties", "styles", "pitch"),
    [
        ("", "", Pitch("multiple", 1)),
        ("", DEFAULTS, Pitch("multiple", 1.15)),
        ('<w:spacing w:line="580" w:lineRule="exact"/>', DEFAULTS, Pitch("exact", 29)),
        ('<w:spacing w:line="580" w:lineRule="atLeast"/>', DEFAULTS, Pitch("least", 29)),
        ('<w:spacing w:line="360"/>', DEFAULTS, Pitch("multiple", 1.5)),
        ('<w:spacing w:before="120"/>', DEFAULTS, Pitch("multiple", 1.15)),
        ('<w:spacing w:line="29pt" w:lineRule="exact"/>', "", Pitch("exact", 29)),
        (
            '<w:pStyle w:val="L"/><w:spacing w:line="560"/>',
            style("L", '<w:pPr><w:spacing w:line="580" w:lineRule="exact"/></w:pPr>'),
            Pitch("exact", 28),
        ),
    ],
)
def test_the_line_distance_that_comes_out(properties: str, styles: str, pitch: Pitch) -> None:
    assert only(p(LONG, properties=properties), styles=styles).pitch == pitch


GRID = style(
    "Grid",
    f'<w:pPr><w:spacing w:line="240" w:lineRule="auto"/></w:pPr><w:rPr>{size(18)}</w:rPr>',
    kind="table",
)
NORMAL = style("Normal", '<w:pPr><w:spacing w:line="580" w:lineRule="exact"/></w:pPr>', default=True)


@pytest.mark.parametrize(
    ("styles", "face", "pitch"),
    [
        (DEFAULTS + GRID, Face("楷体", 9), Pitch("multiple", 1)),
        (DEFAULTS + GRID + NORMAL, Face("楷体", 9), Pitch("exact", 29)),
        (DEFAULTS + GRID.replace("'Grid'", "'Other'"), Face("楷体", 9), Pitch("multiple", 1)),
    ],
)
def test_a_table_style_stands_over_the_defaults_and_under_the_paragraphs_own(
    styles: str, face: Face, pitch: Pitch
) -> None:
    found = only(tbl(tr(tc(LONG)), properties='<w:tblStyle w:val="Grid"/>'), styles=styles)

    assert (found.faces[0][0], found.pitch, found.ordinal) == (face, pitch, 0)


def test_latin_text_is_not_counted() -> None:
    found = only(p(r("平台支持MQTT等12种协议", font(eastAsia="宋体"))))

    assert found.characters == len("平台支持等种协议")


def test_each_face_of_a_paragraph_is_counted() -> None:
    found = only(p(r("平台采用", font(eastAsia="宋体")), r("云边端协同架构", font(eastAsia="黑体"))))

    assert found.faces == ((Face("宋体", 10), 4), (Face("黑体", 10), 7))


@pytest.mark.parametrize(
    "unseen",
    [
        r("看不见的文字内容", "<w:vanish/>"),
        f"<w:moveFrom>{r('移走了的文字内容')}</w:moveFrom>",
        "<w:del><w:r><w:delText>删掉的文字内容</w:delText></w:r></w:del>",
    ],
)
def test_what_is_not_seen_is_not_counted(unseen: str) -> None:
    (found,) = looks(p(r(LONG), unseen)).paragraphs

    assert (found.text, found.characters) == (LONG, len(LONG))


def test_lines_of_a_paragraph_are_parted_as_the_reader_parts_them() -> None:
    (found,) = looks(p(r("第一行的文字"), "<w:r><w:br/></w:r>", r("第二行的文字"))).paragraphs

    assert found.text == "第一行的文字\n第二行的文字"


def test_headings_keep_their_level_and_lines_of_contents_theirs() -> None:
    styles = (
        style("H2", "", name="heading 2")
        + style("T3", "", name="toc 3")
        + style("W1", "", name="WPSOffice手动目录 1")
    )
    body = p("平台信息", properties='<w:pStyle w:val="H2"/>') + p(
        "技术架构", properties='<w:pStyle w:val="T3"/>'
    )
    body += p("单位信息", properties='<w:pStyle w:val="W1"/>') + p(
        "大纲", properties='<w:outlineLvl w:val="0"/>'
    )

    assert [(each.level, each.entry) for each in looks(body, styles=styles).paragraphs] == [
        (2, 0),
        (0, 3),
        (0, 1),
        (1, 0),
    ]


def test_paragraphs_of_the_body_are_counted_as_the_reader_counts_them() -> None:
    body = p("第一段") + tbl(tr(tc("表中的一段较长文字"))) + sdt(p("第二段")) + "<w:p/>" + p("第四段")
    read = document(body)
    assert read.appearance is not None

    assert [(each.text, each.ordinal) for each in read.appearance.paragraphs] == [
        ("第一段", 1),
        ("表中的一段较长文字", 0),
        ("第二段", 2),
        ("第四段", 4),
    ]


@pytest.mark.parametrize(
    ("sizes", "papers"),
    [
        ((), ()),
        ((' w:w="11906" w:h="16838"',), (Paper(595.3, 841.9),)),
        (
            (' w:w="16838" w:h="11906" w:orient="landscape"', ' w:w="11906" w:h="16838"'),
            (Paper(841.9, 595.3), Paper(595.3, 841.9)),
        ),
        ((' w:orient="portrait"',), ()),
    ],
)
def test_the_papers_of_all_sections(sizes: tuple[str, ...], papers: tuple[Paper, ...]) -> None:
    sections = [f"<w:sectPr><w:pgSz{each}/></w:sectPr>" for each in sizes]
    inner = "".join(p(LONG, properties=each) for each in sections[:-1])

    assert looks(inner + p(LONG) + "".join(sections[-1:])).papers == papers


@pytest.mark.parametrize("number", ["7", "99999", "-1", "x", "¹"])
def test_a_number_that_a_file_brings_along_is_not_believed(number: str) -> None:
    (found,) = looks(f'<w:p cut="{number}"><w:r cut="{number}"><w:t>{LONG}</w:t></w:r></w:p>').paragraphs

    assert found.faces == ((Face("", 10), len(LONG)),)


def test_a_foreign_prefix_in_a_list_that_was_cut_is_passed_over() -> None:
    strange = font(eastAsia="仿宋").replace("<w:rFonts ", '<w:rFonts w14:own="1" ')
    found = only(p(r(LONG, strange)))

    assert found.faces == ((Face("仿宋", 10), len(LONG)),)
