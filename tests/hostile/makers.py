"""Word files, sound ones and others, made the same each time and never kept.

`MARK` stands in every file that still has its content: a reading of it must find that text.
"""

from __future__ import annotations

from collections.abc import Mapping

from tests.hostile.archives import Entry, archive, entry

MARK = "河北样例云工业互联网平台"
PLATFORM = "<w:tbl><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid><w:tr>{}</w:tr></w:tbl>".format(
    "".join(f"<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>" for text in ("平台名称", MARK))
)
PARAGRAPH = f"<w:p><w:r><w:t>{MARK}</w:t></w:r></w:p>"

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
STRICT_W = "http://purl.oclc.org/ooxml/wordprocessingml/main"
STRICT_R = "http://purl.oclc.org/ooxml/officeDocument/relationships"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

DOCUMENT, STYLES, TYPES = "word/document.xml", "word/styles.xml", "[Content_Types].xml"
ROOT_RELS, DOCUMENT_RELS = "_rels/.rels", "word/_rels/document.xml.rels"
MAIN_TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
    "dotx": "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
    "docm": "application/vnd.ms-word.document.macroEnabled.main+xml",
    "dotm": "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
}


def document(body: str = PLATFORM) -> str:
    content = f"<w:body>{body}<w:sectPr/></w:body>"
    return f'{DECLARATION}<w:document xmlns:w="{W}" xmlns:r="{R}">{content}</w:document>'


def styles(content: str = "") -> str:
    normal = '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>'
    return f'{DECLARATION}<w:styles xmlns:w="{W}">{content}{normal}</w:styles>'


def types(main: str = "docx", more: str = "") -> str:
    office = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    return (
        f'{DECLARATION}<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{MAIN_TYPES[main]}"/>'
        f'<Override PartName="/word/styles.xml" ContentType="{office}.styles+xml"/>'
        f"{more}</Types>"
    )


def relationships(*entries: tuple[str, str], base: str = R, external: bool = False) -> str:
    """Each entry is the last word of the type, and the target."""
    mode = ' TargetMode="External"' if external else ""
    return (
        f'{DECLARATION}<Relationships xmlns="{PACKAGE}/relationships">'
        + "".join(
            f'<Relationship Id="rId{index}" Type="{base}/{kind}" Target="{target}"{mode}/>'
            for index, (kind, target) in enumerate(entries, 1)
        )
        + "</Relationships>"
    )


def parts(changes: Mapping[str, str | bytes | None] | None = None) -> dict[str, bytes]:
    """The parts of a sound document, with `changes` (None leaves one out)."""
    contents: dict[str, str | bytes | None] = {
        TYPES: types(),
        ROOT_RELS: relationships(("officeDocument", "word/document.xml")),
        DOCUMENT: document(),
        DOCUMENT_RELS: relationships(("styles", "styles.xml")),
        STYLES: styles(),
        **(changes or {}),
    }
    return {
        name: content if isinstance(content, bytes) else content.encode()
        for name, content in contents.items()
        if content is not None
    }


def entries(changes: Mapping[str, str | bytes | None] | None = None) -> list[Entry]:
    return [entry(name, content) for name, content in parts(changes).items()]


def docx(changes: Mapping[str, str | bytes | None] | None = None) -> bytes:
    return archive(entries(changes))


def with_entry(replacement: Entry) -> bytes:
    """A sound document with one member in the place of its namesake, or added."""
    others = [item for item in entries() if item.name != replacement.name]
    return archive([*others, replacement])


def written(body: str) -> bytes:
    """A document of that body."""
    return docx({DOCUMENT: document(body)})


def strict() -> bytes:
    """ISO 29500 Strict: other namespaces, the same words."""
    body = document().replace(W, STRICT_W).replace(R, STRICT_R)
    return docx(
        {
            DOCUMENT: body,
            STYLES: styles().replace(W, STRICT_W),
            ROOT_RELS: relationships(("officeDocument", "word/document.xml"), base=STRICT_R),
            DOCUMENT_RELS: relationships(("styles", "styles.xml"), base=STRICT_R),
        }
    )


def utf16(*, order: str) -> bytes:
    """Every part in UTF-16 with a byte order mark; `order` is "le" or "be"."""
    return archive([entry(name, in_utf16(content.decode(), order)) for name, content in parts().items()])


def in_utf16(text: str, order: str) -> bytes:
    mark = {"le": b"\xff\xfe", "be": b"\xfe\xff"}[order]
    return mark + text.replace('"UTF-8"', '"UTF-16"').encode(f"utf-16-{order}")


def alt_chunk() -> bytes:
    """A document that takes a web page in by reference."""
    return docx(
        {
            DOCUMENT: document(f'{PLATFORM}<w:altChunk r:id="rId2"/>'),
            DOCUMENT_RELS: relationships(("styles", "styles.xml"), ("aFChunk", "chunk.html")),
            TYPES: types(more='<Default Extension="html" ContentType="text/html"/>'),
            "word/chunk.html": "<html><body><p>附注</p></body></html>",
        }
    )
