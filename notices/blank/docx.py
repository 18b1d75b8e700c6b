"""The Word file of a form. Its bytes depend on what stands on the form alone: no clock, no machine, no user."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO, Final

from lxml import etree

from notices.blank.elements import Block, Contents, Grid, Heading, Sheet, headings
from notices.blank.markup import IGNORABLE, NAMESPACES, serialize, twips, w
from notices.blank.package import pack, relationship
from notices.blank.paragraphs import bookmark, contents, field, number_controls, paragraph, run
from notices.blank.styles import FOOTER, TEXT_WIDTH, styles_part
from notices.blank.tables import table

__all__ = ["write"]

_A4: Final = (210, 297)  # mm
_MARGIN, _FOOTER_MARGIN = 25.4, 17.5  # mm, above and below the text, and below the page number
_R = f"{{{NAMESPACES['r']}}}"
_COMPATIBILITY = "http://schemas.microsoft.com/office/word"
_FACES = {"宋体": "SimSun", "黑体": "SimHei", "楷体": "KaiTi"}
_GB2312: Final = 86


def write(target: str | Path | BinaryIO, sheets: tuple[Sheet, ...], *, title: str) -> None:
    """Write the form to a path or a stream that takes bytes. Raises OSError where the path can't be written."""
    content = pack(_parts(sheets), title=title)
    if isinstance(target, (str, Path)):
        Path(target).write_bytes(content)
    else:
        target.write(content)


def _parts(sheets: tuple[Sheet, ...]) -> dict[str, bytes]:
    return {
        "document": serialize(_document(sheets)),
        "styles": serialize(styles_part()),
        "settings": serialize(_settings(reckons=any(headings(sheets)))),
        "fontTable": serialize(_fonts()),
        "footer": serialize(w("ftr", w("p", w("pPr", w("pStyle", val=FOOTER.id)), *_page_number()))),
    }


def _page_number() -> list[etree._Element]:
    return [run("— "), *field("PAGE", run("1")), run(" —")]


def _document(sheets: tuple[Sheet, ...]) -> etree._Element:
    body = w("body")
    listed = tuple(headings(sheets))
    for sheet in sheets:
        width = TEXT_WIDTH + (twips(_A4[1] - _A4[0]) if sheet.landscape else 0)
        for block in sheet.blocks:
            body.extend(_block(block, width, listed))
        section = _section(sheet)
        if sheet is sheets[-1]:
            body.extend([*_after_a_table(sheet), section])
        else:
            body.append(_smallest_paragraph(section))
    document = w("document", body)
    document.set(IGNORABLE, "w14")
    number_controls(document)
    bookmark(document)
    return document


def _block(block: Block, width: int, listed: tuple[Heading, ...]) -> list[etree._Element]:
    match block:
        case Grid():
            return [table(block)]
        case Contents():
            return [contents(block, listed)]
        case _:
            return paragraph(block, width=width)


def _after_a_table(sheet: Sheet) -> list[etree._Element]:
    # Word wants a paragraph after a table.
    return [_smallest_paragraph()] if isinstance(sheet.blocks[-1], Grid) else []


def _smallest_paragraph(*properties: etree._Element) -> etree._Element:
    small = w("rPr", w("sz", val=2))
    return w("p", w("pPr", w("spacing", line=20, lineRule="exact"), small, *properties))


def _section(sheet: Sheet) -> etree._Element:
    sides = (twips(_A4[0]) - TEXT_WIDTH) // 2
    height, wide = (twips(_A4[0]), twips(_A4[1])) if sheet.landscape else (twips(_A4[1]), twips(_A4[0]))
    turned = {"orient": "landscape"} if sheet.landscape else {}
    footer = w("footerReference", type="default")
    footer.set(f"{_R}id", relationship("footer"))
    edges = {"top": twips(_MARGIN), "bottom": twips(_MARGIN), "footer": twips(_FOOTER_MARGIN)}
    return w(
        "sectPr",
        *([footer] if sheet.numbered else []),
        w("type", val="nextPage"),
        w("pgSz", w=wide, h=height, **turned),
        w("pgMar", left=sides, right=sides, header=edges["footer"], gutter=0, **edges),
        *([w("pgNumType", start=1)] if sheet.numbered else []),
    )


def _settings(*, reckons: bool) -> etree._Element:
    mode = w("compatSetting", name="compatibilityMode", uri=_COMPATIBILITY, val=15)
    return w(
        "settings",
        w("zoom", percent=100),
        w("defaultTabStop", val=420),
        w("characterSpacingControl", val="compressPunctuation"),
        *([w("updateFields", val="true")] if reckons else []),
        w("compat", w("spaceForUL"), w("balanceSingleByteDoubleByteWidth"), w("useFELayout"), mode),
        w("themeFontLang", val="zh-CN", eastAsia="zh-CN"),
    )


def _fonts() -> etree._Element:
    # The second names lead programs outside Windows to the same fonts.
    faces = (
        w("font", w("altName", val=other), w("charset", val=_GB2312), w("family", val="auto"), name=name)
        for name, other in _FACES.items()
    )
    return w("fonts", *faces)
