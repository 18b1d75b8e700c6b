"""Well-formed parts that no program writes: real names of elements in places where they make no sense."""

from __future__ import annotations

from contextlib import suppress

from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.errors import ReadError
from extractors.readers import READERS
from tests.hostile.makers import (
    DOCUMENT,
    DOCUMENT_RELS,
    STYLES,
    R,
    W,
    docx,
    relationships,
)

NUMBERING, FOOTNOTES, HEADER = "word/numbering.xml", "word/footnotes.xml", "word/header1.xml"
ELEMENTS = """
    body p r t tab br cr sym pPr rPr pStyle rStyle numPr ilvl numId outlineLvl vanish strike dstrike u rFonts
    tbl tblPr tblGrid gridCol tr trPr tc tcPr gridSpan vMerge hMerge gridBefore gridAfter shd color sz
    sdt sdtPr sdtContent dropDownList listItem comboBox checkBox default checked ffData fldChar fldSimple
    instrText ins del moveFrom moveTo delText hyperlink smartTag customXml bookmarkStart txbxContent pict
    object drawing footnoteReference endnoteReference commentReference noBreakHyphen softHyphen altChunk
    sectPr headerReference ruby rt rubyBase style basedOn name num abstractNum abstractNumId lvl lvlText
    numFmt start lvlOverride startOverride footnote styles numbering hdr document
"""
ATTRIBUTES = """
    w:val w:id w:font w:char w:ilvl w:numId w:fldCharType w:type r:id w:styleId w:abstractNumId w:instr w:fill
    w:displayText w:value w:ascii w:default
"""
VALUES = """
    0 1 -1 2147483648 999999999999999999999999999999 true off begin end separate restart none F0FE 00A8 XYZ
    Wingdings decimal chineseCounting %1%2%9 a rId1 rId2 ٣ ½
"""
TEXTS = ["平台", " EQ \\o\\ac(○,1) ", "SYMBOL 254 \\f Wingdings", "\t"]


def element(name: str, attributes: dict[str, str], inside: list[str]) -> str:
    written = "".join(f' {key}="{value}"' for key, value in attributes.items())
    return f"<w:{name}{written}>{''.join(inside)}</w:{name}>"


def elements(children: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    attributes = st.dictionaries(
        st.sampled_from(ATTRIBUTES.split()), st.sampled_from(["", *VALUES.split()]), max_size=3
    )
    return st.builds(element, st.sampled_from(ELEMENTS.split()), attributes, st.lists(children, max_size=5))


NONSENSE = st.recursive(st.sampled_from(TEXTS), elements, max_leaves=40)
PARTS = st.lists(NONSENSE, max_size=6).map("".join)


def part(root: str, inside: str) -> str:
    return f'<w:{root} xmlns:w="{W}" xmlns:r="{R}">{inside}</w:{root}>'


@given(body=PARTS, styles=PARTS, numbering=PARTS, notes=PARTS, header=PARTS)
@settings(max_examples=100, deadline=None)
def test_nonsense_is_read_as_something_or_refused(
    body: str, styles: str, numbering: str, notes: str, header: str
) -> None:
    data = docx(
        {
            DOCUMENT: part("document", f"<w:body>{body}</w:body>"),
            STYLES: part("styles", styles),
            NUMBERING: part("numbering", numbering),
            FOOTNOTES: part("footnotes", notes),
            HEADER: part("hdr", header),
            DOCUMENT_RELS: relationships(
                ("styles", "styles.xml"),
                ("numbering", "numbering.xml"),
                ("footnotes", "footnotes.xml"),
                ("header", "header1.xml"),
            ),
        }
    )
    with suppress(ReadError):
        assert READERS["docx"](data, name="甲.docx").kind == "docx"
