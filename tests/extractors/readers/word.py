"""Word files from the XML of their parts, as small as they can be."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping

from extractors.document import Block, Cell, Document, Paragraph, Table, TextBox
from extractors.readers import docx

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    f'xmlns:r="{OFFICE}" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:o="urn:schemas-microsoft-com:office:office"'
)
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def part(root: str, content: str) -> bytes:
    """One XML part in UTF-8."""
    return f"{_DECLARATION}<w:{root} {NAMESPACES}>{content}</w:{root}>".encode()


def relations(*entries: tuple[str, str]) -> bytes:
    """A .rels part: (kind, target) each; the ids are rId1, rId2 and so on."""
    lines = "".join(
        f'<Relationship Id="rId{number}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(entries, start=1)
    )
    return f'{_DECLARATION}<Relationships xmlns="{_RELATIONS}">{lines}</Relationships>'.encode()


def content_types(main: str = "/word/document.xml", kind: str = _MAIN_TYPE) -> bytes:
    """A [Content_Types].xml that names the main part."""
    return (
        f'{_DECLARATION}<Types xmlns="{_TYPES}"><Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="{main}" ContentType="{kind}"/></Types>'
    ).encode()


def pack(parts: Mapping[str, bytes]) -> bytes:
    """A zip archive of `parts`."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


def parts_of(body: str, others: Mapping[str, str] | None = None) -> dict[str, bytes]:
    """The parts of a file; `others` are further parts by the word of their relationship ("styles")."""
    others = others or {}
    return {
        "[Content_Types].xml": content_types(),
        "_rels/.rels": relations(("officeDocument", "word/document.xml")),
        "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
        "word/_rels/document.xml.rels": relations(*((kind, f"{kind}.xml") for kind in others)),
        **{f"word/{kind}.xml": part(_ROOTS.get(kind, kind), content) for kind, content in others.items()},
    }


_ROOTS = {"header": "hdr", "footer": "ftr"}


def word(body: str, **others: str) -> bytes:
    """A .docx with `body` inside its `w:body`."""
    return pack(parts_of(body, others))


def document(body: str, **others: str) -> Document:
    """`word(body, **others)`, read."""
    return docx.read(word(body, **others), name="申报书.docx")


def p(*runs: str, properties: str = "", mark: str = "") -> str:
    """A paragraph; a run that is not markup is put into `w:r` and `w:t`."""
    inside = "".join(piece if piece.startswith("<") else r(piece) for piece in runs)
    own = properties + (f"<w:rPr>{mark}</w:rPr>" if mark else "")
    return f"<w:p>{f'<w:pPr>{own}</w:pPr>' if own else ''}{inside}</w:p>"


def r(text: str, properties: str = "") -> str:
    """A run of text."""
    own = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{own}<w:t xml:space="preserve">{text}</w:t></w:r>'


def tc(*blocks: str, properties: str = "") -> str:
    """A cell; a block that is not markup is put into a paragraph."""
    inside = "".join(block if block.startswith("<") else p(block) for block in blocks) or "<w:p/>"
    return f"<w:tc>{f'<w:tcPr>{properties}</w:tcPr>' if properties else ''}{inside}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    """A row; a cell that is not markup is put into `w:tc`."""
    inside = "".join(cell if cell.startswith("<") else tc(cell) for cell in cells)
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{inside}</w:tr>"


def tbl(*rows: str, properties: str = "") -> str:
    """A table."""
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid/>{''.join(rows)}</w:tbl>"


def sdt(content: str, properties: str = "") -> str:
    """A content control around `content`."""
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def field(code: str, result: str | None = None, data: str = "") -> str:
    """A complex field: `code`, and the runs that Word shows for it."""
    begin = f'<w:r><w:fldChar w:fldCharType="begin">{data}</w:fldChar></w:r>'
    shown = "" if result is None else f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}'
    instruction = f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
    return f'{begin}{instruction}{shown}<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def box(*blocks: str) -> str:
    """A text box as Word writes it today: a drawing, and its VML twin for old readers."""
    content = f"<w:txbxContent>{''.join(blocks)}</w:txbxContent>"
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData>'
        f"<wps:wsp><wps:txbx>{content}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
        f"</mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>{content}</v:textbox></v:shape></w:pict>"
        "</mc:Fallback></mc:AlternateContent></w:r>"
    )


PICTURE = (
    "<w:r><w:drawing><wp:inline><a:graphic><a:graphicData><pic:pic/></a:graphicData></a:graphic></wp:inline>"
    "</w:drawing></w:r>"
)


def text(source: Document | Cell | TextBox) -> str:
    """All text of a document, a cell or a text box, a paragraph a line, cells parted by tabs."""
    return "\n".join(_lines(source.blocks))


def _lines(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block.text
        elif isinstance(block, Table):
            rows: dict[int, list[str]] = {}
            for cell in block.cells:
                rows.setdefault(cell.row, []).append(text(cell))
            yield from ("\t".join(cells) for cells in rows.values())
        else:
            yield "\n".join(_lines(block.blocks))


def table_of(source: Document) -> Table:
    """The only table of a document."""
    (table,) = (block for block in source.blocks if isinstance(block, Table))
    return table


def grid(table: Table) -> list[tuple[int, int, int, int, str]]:
    """Row, column, row span, column span and text of each cell."""
    return [(cell.row, cell.column, cell.row_span, cell.column_span, text(cell)) for cell in table.cells]
