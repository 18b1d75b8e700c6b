"""A draft report as a Word file: A4 on its side, one table after the other."""

from __future__ import annotations

from io import BytesIO
from typing import Any, Final

from ui.reports.content import Draft, Sheet, facts, sheets

__all__ = ["write_docx"]

_TITLE = "自查报告（草稿）"
_WIDTH: Final = 265  # mm between the margins
_MARGIN: Final = 16  # mm


def write_docx(draft: Draft) -> bytes:
    import docx
    from docx.enum.section import WD_ORIENT
    from docx.shared import Mm

    document = docx.Document()
    page = document.sections[0]
    page.orientation = WD_ORIENT.LANDSCAPE
    page.page_width, page.page_height = Mm(297), Mm(210)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Mm(_MARGIN)
    document.core_properties.author = ""
    document.core_properties.title = _TITLE
    _set_fonts(document)
    document.add_heading(_TITLE, level=0)
    for label, text in facts(draft).items():
        paragraph = document.add_paragraph()
        paragraph.add_run(f"{label}：").bold = True
        paragraph.add_run(text)
    for each in sheets(draft):
        _add(document, each)
    written = BytesIO()
    document.save(written)
    return written.getvalue()


def _set_fonts(document: Any) -> None:
    """Chinese characters take their font from an attribute that python-docx has no word for."""
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    for name, size, font in (
        ("Normal", 10.5, "宋体"),
        ("Title", 20, "黑体"),
        ("Heading 1", 14, "黑体"),
    ):
        style = document.styles[name]
        style.font.name = "Times New Roman"
        style.font.size = Pt(size)
        style.font.color.rgb = RGBColor(0, 0, 0)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
        fonts.set(qn("w:eastAsia"), font)


def _add(document: Any, sheet: Sheet) -> None:
    from docx.shared import Mm

    document.add_heading(f"{sheet.title}（{len(sheet.rows)}）", level=1)
    if not sheet.rows:
        document.add_paragraph("无")
        return
    table = document.add_table(rows=0, cols=len(sheet.columns), style="Table Grid")
    table.autofit = False
    whole = sum(sheet.columns.values())
    widths = [Mm(_WIDTH * share / whole) for share in sheet.columns.values()]
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width  # LibreOffice and WPS go by these, Word by those of the cells
    for at, row in enumerate([tuple(sheet.columns), *sheet.rows]):
        _add_row(table, row, widths=widths, bold=at == 0)


def _add_row(table: Any, row: tuple[str, ...], *, widths: list[Any], bold: bool) -> None:
    from docx.oxml import OxmlElement
    from docx.shared import Pt

    added = table.add_row()
    for cell, text, width in zip(added.cells, row, widths, strict=True):
        cell.width = width
        run = cell.paragraphs[0].add_run(text)
        run.bold = bold
        run.font.size = Pt(9)
    if bold:  # repeated at the head of every page
        added._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001 - no public way
