"""XML that declares what it must not, or has more of something than a document can have."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.hostile.archives import repeated
from tests.hostile.conftest import Read
from tests.hostile.declarations import DECLARATIONS, declared
from tests.hostile.makers import (
    DECLARATION,
    DOCUMENT,
    DOCUMENT_RELS,
    MARK,
    PARAGRAPH,
    PLATFORM,
    ROOT_RELS,
    STYLES,
    TYPES,
    alt_chunk,
    document,
    docx,
    parts,
    relationships,
    strict,
    styles,
    types,
    utf16,
    with_entry,
    written,
)

HEAD, FOOT = document().encode().split(PLATFORM.encode())


def much(piece: str, times: int, *, before: str = "", after: str = "") -> bytes:
    """The sound body, then `piece` so many times between `before` and `after`."""
    start = HEAD + PLATFORM.encode() + before.encode()
    return with_entry(repeated(DOCUMENT, piece.encode(), times, before=start, after=after.encode() + FOOT))


def nested(tables: int) -> str:
    return "<w:tbl><w:tr><w:tc>" * tables + PARAGRAPH + "<w:p/></w:tc></w:tr></w:tbl>" * tables


# --- declarations -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("part", [DOCUMENT, STYLES, ROOT_RELS, DOCUMENT_RELS])
def test_a_document_type_is_refused_in_every_part_that_is_read(read: Read, part: str, encoding: str) -> None:
    content = declared(parts()[part].decode(), "laughs", encoding=encoding)
    assert read(docx({part: content})).code == "corrupt"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be"])
def test_a_document_type_where_the_content_types_stand_does_nothing(read: Read, encoding: str) -> None:
    """A reader that finds the document by its relationship has no need of them."""
    outcome = read(docx({TYPES: declared(types(), "laughs", encoding=encoding)}))
    assert outcome.code == "corrupt" or MARK in outcome.texts


@pytest.mark.parametrize("declaration", DECLARATIONS)
def test_a_document_type_is_refused_whatever_it_declares(read: Read, declaration: str) -> None:
    content = declared(document(), declaration, encoding="utf-8")
    assert read(docx({DOCUMENT: content})).code == "corrupt"


@pytest.mark.parametrize(
    "encoding", ["utf-8-bom", "utf-16-unmarked", "no-declaration", "utf-7", "utf-7-far", "utf-32"]
)
def test_a_document_type_is_refused_however_it_is_spelled(read: Read, encoding: str) -> None:
    content = declared(document(), "external", encoding=encoding)
    assert read(docx({DOCUMENT: content})).code == "corrupt"


def styled(name: str) -> str:
    """A document with a paragraph in the style of that name."""
    return document(PLATFORM + PARAGRAPH.replace("<w:p>", f'<w:p><w:pPr><w:pStyle w:val="{name}"/></w:pPr>'))


# --- too much -----------------------------------------------------------------------------------------------

REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "not well-formed": (lambda: docx({DOCUMENT: document()[:-30]}), "corrupt"),
    "no bytes": (lambda: docx({DOCUMENT: b""}), "corrupt"),
    "NUL inside": (lambda: docx({DOCUMENT: document().replace(MARK, MARK + "\0")}), "corrupt"),
    "undeclared prefix": (lambda: docx({DOCUMENT: document().replace("xmlns:w", "xmlns:v")}), "corrupt"),
    "undeclared entity": (lambda: written(PARAGRAPH.replace(MARK, "&nbsp;")), "corrupt"),
    "not UTF-8": (lambda: docx({DOCUMENT: document().encode("gb18030")}), "corrupt"),
    "half a character of UTF-16": (lambda: docx({DOCUMENT: document().encode("utf-16-le")[:-1]}), "corrupt"),
    "a style's name not UTF-8": (lambda: docx({DOCUMENT: styled("样式").encode("gb18030")}), "corrupt"),
    "a document of another kind": (lambda: docx({DOCUMENT: DECLARATION + "<html/>"}), "unsupported"),
    "30 000 nested tables": (lambda: written(nested(30_000)), "too_large"),
    "text of 50 MB": (
        lambda: much("平台", 50_000_000 // 6, before="<w:p><w:r><w:t>", after="</w:t></w:r></w:p>"),
        "too_large",
    ),
    "attribute of 20 MB": (lambda: much("x", 20_000_000, before='<w:p w:x="', after='"/>'), "too_large"),
    "name of 1 MB": (lambda: much("x", 1_000_000, before="<w:", after="/>"), "too_large"),
    "60 MB of tags": (lambda: much("<w:t/>", 10_000_000), "too_large"),
    "60 MB of attributes": (
        lambda: much('<w:p w:a="1" w:b="1" w:c="1" w:d="1" w:e="1" w:f="1"/>', 1_000_000),
        "too_large",
    ),
    "90 MB of blanks": (lambda: much(" " * 64 + "<w:p/>", 1_400_000), "too_large"),
}


@pytest.mark.parametrize(("make", "code"), REFUSED.values(), ids=REFUSED.keys())
def test_markup_beyond_a_document_is_refused(read: Read, make: Callable[[], bytes], code: str) -> None:
    assert read(make()).code == code


def attributes(count: int) -> str:
    return "<w:p " + " ".join(f'w:a{number}="1"' for number in range(count)) + "/>"


def property_of_a_cell(markup: str) -> bytes:
    return written(PLATFORM.replace("<w:tc>", f"<w:tc><w:tcPr>{markup}</w:tcPr>"))


def property_of_a_row(markup: str) -> bytes:
    return written(PLATFORM.replace("<w:tr>", f"<w:tr><w:trPr>{markup}</w:trPr>"))


def style_loop() -> bytes:
    loop = "".join(
        f'<w:style w:type="paragraph" w:styleId="s{n}"><w:basedOn w:val="s{(n + 1) % 3}"/></w:style>'
        for n in range(3)
    )
    return docx({STYLES: styles(loop), DOCUMENT: styled("s0")})


def style_chain(length: int) -> bytes:
    chain = "".join(
        f'<w:style w:type="paragraph" w:styleId="s{n}"><w:basedOn w:val="s{n + 1}"/></w:style>'
        for n in range(length)
    )
    return docx({STYLES: styles(chain), DOCUMENT: styled("s0")})


READ: dict[str, Callable[[], bytes]] = {
    "30 nested tables": lambda: written(nested(30)),
    "gridSpan of 200 000 000": lambda: property_of_a_cell('<w:gridSpan w:val="200000000"/>'),
    "gridSpan of 10^30": lambda: property_of_a_cell(f'<w:gridSpan w:val="1{"0" * 30}"/>'),
    "gridSpan of -5": lambda: property_of_a_cell('<w:gridSpan w:val="-5"/>'),
    "gridSpan of abc": lambda: property_of_a_cell('<w:gridSpan w:val="abc"/>'),
    "gridSpan of 5 000 digits": lambda: property_of_a_cell(f'<w:gridSpan w:val="{"9" * 5000}"/>'),
    "gridBefore of 200 000 000": lambda: property_of_a_row('<w:gridBefore w:val="200000000"/>'),
    "merged with nothing above": lambda: property_of_a_cell("<w:vMerge/>"),
    "text of 9 MB": lambda: much("平台", 1_500_000, before="<w:p><w:r><w:t>", after="</w:t></w:r></w:p>"),
    "100 000 attributes": lambda: written(PLATFORM + attributes(100_000)),
    "styles in a circle": style_loop,
    "styles in a chain of 20 000": lambda: style_chain(20_000),
    "an external picture": lambda: docx(
        {DOCUMENT_RELS: relationships(("image", "http://127.0.0.1:9/a.png"), external=True)}
    ),
    "a part that refers to itself": lambda: docx(
        {DOCUMENT_RELS: relationships(("header", "document.xml"), ("styles", "document.xml"))}
    ),
    "comments and instructions": lambda: written(
        "<!-- a --><?pi b?>" + PLATFORM.replace("<w:tr>", "<w:tr><!-- c -->").replace(MARK, f"<?x y?>{MARK}")
    ),
    "the word in a comment's text": lambda: written(
        PLATFORM + PARAGRAPH.replace(MARK, "&lt;!DOCTYPE html&gt;")
    ),
    "no styles": lambda: docx({STYLES: None, DOCUMENT_RELS: None}),
    "no content types": lambda: docx({TYPES: None}),
    "UTF-16, little end first": lambda: utf16(order="le"),
    "UTF-16, big end first": lambda: utf16(order="be"),
    "Strict OOXML": strict,
    "altChunk": alt_chunk,
    ".docm": lambda: docx({TYPES: types("docm")}),
    ".dotx": lambda: docx({TYPES: types("dotx")}),
    ".dotm": lambda: docx({TYPES: types("dotm")}),
}


@pytest.mark.parametrize("make", READ.values(), ids=READ.keys())
def test_an_unusual_document_is_read(read: Read, make: Callable[[], bytes]) -> None:
    outcome = read(make())
    assert (outcome.code, MARK in "".join(outcome.texts)) == (None, True)


HUGE: dict[str, Callable[[], bytes]] = {
    "1 000 000 empty paragraphs": lambda: much("<w:p/>", 1_000_000),
    "1 000 000 empty rows": lambda: much("<w:tr/>", 1_000_000, before="<w:tbl>", after="</w:tbl>"),
    "100 000 rows": lambda: much(
        "<w:tr><w:tc><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr>", 100_000, before="<w:tbl>", after="</w:tbl>"
    ),
    "200 000 rows of merged cells": lambda: much(
        "<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr>",
        200_000,
        before="<w:tbl>",
        after="</w:tbl>",
    ),
    "a row of 100 000 cells": lambda: much(
        "<w:tc><w:p/></w:tc>", 100_000, before="<w:tbl><w:tr>", after="</w:tr></w:tbl>"
    ),
    "a paragraph of 300 000 runs": lambda: much(
        "<w:r><w:t>平</w:t></w:r>", 300_000, before="<w:p>", after="</w:p>"
    ),
    "200 000 property lists, no two alike": lambda: written(
        PLATFORM + "".join(f'<w:p><w:pPr><w:jc w:val="{n}"/></w:pPr></w:p>' for n in range(200_000))
    ),
}


@pytest.mark.parametrize("make", HUGE.values(), ids=HUGE.keys())
def test_a_huge_document_is_read_or_given_up_in_time(read: Read, make: Callable[[], bytes]) -> None:
    """Seconds where the machine has nothing else to do; a slow one may say that it took too long."""
    outcome = read(make())
    assert (outcome.code is None and MARK in outcome.texts) or outcome.code == "timeout"
