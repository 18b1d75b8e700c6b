"""A report as a Word file of A4 pages; what a document says stands in it as text and as nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Any, Final

from ui.reports.blocks import Blank, Block, Card, Facts, Grid, Heading, Image, NewPage, Paper, Span, Text

__all__ = ["write_docx"]

_MARGIN, _TIGHT_MARGIN = 20, 14  # mm
_PAGE: Final = (210, 297)  # mm
_LABEL: Final = 22  # mm
_CARD_LABEL: Final = 16  # mm
_SHADE: Final = "F0F0F0"
_COLOURS: Final = {
    "red": "B3261E",
    "orange": "9A5B00",
    "violet": "6A3D9A",
    "blue": "1F4E79",
    "green": "2E6B34",
    "gray": "555555",
}
_SONG, _HEI, _KAI = "宋体", "黑体", "楷体"
# Style: font, size in points, and the size where the report is set tight.
_STYLES: Final = {
    "Normal": (_SONG, 10.5, 9.0),
    "Title": (_HEI, 20.0, 16.0),
    "Heading 1": (_HEI, 14.0, 11.0),
    "Heading 2": (_KAI, 12.0, 10.5),
}
_SMALL: Final = 9.0
_CATEGORY: Final = "shenbao report"  # tells it from an application, whose labels it has too


def write_docx(paper: Paper) -> bytes:
    return _Writer(paper).written()


class _Writer:
    """One document that is being put together."""

    def __init__(self, paper: Paper) -> None:
        import docx
        from docx.shared import Mm

        self._paper = paper
        self._document = docx.Document()
        self._margin = _TIGHT_MARGIN if paper.tight else _MARGIN
        self._width = _PAGE[0] - 2 * self._margin
        page = self._document.sections[0]
        page.page_width, page.page_height = Mm(_PAGE[0]), Mm(_PAGE[1])
        page.left_margin = page.right_margin = Mm(self._margin)
        page.top_margin = page.bottom_margin = Mm(self._margin)
        page.header_distance = page.footer_distance = Mm(8)
        self._document.core_properties.author = ""
        self._document.core_properties.comments = ""
        self._document.core_properties.category = _CATEGORY
        self._document.core_properties.title = paper.title
        _set_styles(self._document, tight=paper.tight)
        _set_footer(page.footer.paragraphs[0], paper.footer)

    def written(self) -> bytes:
        title = self._document.add_heading(level=0)
        title.add_run(self._paper.title)
        for each in self._paper.blocks:
            self._add(each)
        made = BytesIO()
        self._document.save(made)
        return made.getvalue()

    def _add(self, block: Block) -> None:
        match block:
            case Heading(text, level):
                self._document.add_heading(text, level=level)
            case Text(spans):
                _write(self._document.add_paragraph(), spans)
            case Facts():
                self._facts(block)
            case Grid():
                self._grid(block)
            case Card():
                self._card(block)
            case Image():
                self._picture(self._document.add_paragraph(), block, self._width)
            case Blank():
                self._blank(block)
            case NewPage():
                self._document.add_paragraph().paragraph_format.page_break_before = True

    def _table(self, widths: Sequence[float]) -> Any:
        """A ruled table with columns of these widths in mm, no row yet."""
        from docx.shared import Mm

        table = self._document.add_table(rows=0, cols=len(widths), style="Table Grid")
        table.autofit = False
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Mm(width)  # LibreOffice and WPS go by these, Word by those of the cells
        _set_room(table, 10 if self._paper.tight else 40)
        return table

    def _facts(self, facts: Facts) -> None:
        each = self._width / facts.pairs
        table = self._table([_LABEL, each - _LABEL] * facts.pairs)
        for at in range(0, len(facts.rows), facts.pairs):
            group = facts.rows[at : at + facts.pairs]
            cells = _row(table).cells
            for number, (label, text) in enumerate([*group, *[("", "")] * (facts.pairs - len(group))]):
                _shade(cells[2 * number])
                _fill(cells[2 * number], (Span(label, "strong"),))
                _fill(cells[2 * number + 1], (Span(text),))
        self._gap()

    def _grid(self, grid: Grid) -> None:
        whole = sum(grid.columns.values())
        table = self._table([self._width * share / whole for share in grid.columns.values()])
        size = _SMALL - 0.5 if self._paper.tight else _SMALL
        for cell, heading in zip(_row(table, head=True).cells, grid.columns, strict=True):
            _shade(cell)
            _fill(cell, (Span(heading, "strong"),), size=size)
        for row in grid.rows:
            for cell, text in zip(_row(table).cells, row, strict=True):
                _fill(cell, (Span(text),), size=size)
        self._gap()

    def _card(self, card: Card) -> None:
        table = self._table([_CARD_LABEL, self._width - _CARD_LABEL])
        head = _row(table).cells
        whole = head[0].merge(head[1])
        _shade(whole)
        _fill(whole, card.head, keep=True)
        for number, row in enumerate(card.rows):
            label, said = _row(table).cells
            keep = number + 1 < len(card.rows)
            _fill(label, (Span(row.label, "strong"),), keep=keep)
            _fill(said, row.spans, keep=keep)
        for image in card.images:
            cells = _row(table).cells
            self._picture(cells[0].merge(cells[1]).paragraphs[0], image, self._width - 6)
        self._gap()

    def _picture(self, paragraph: Any, image: Image, width: float) -> None:
        from docx.shared import Mm

        paragraph.paragraph_format.line_spacing = 1.0
        paragraph.paragraph_format.keep_with_next = True
        paragraph.add_run().add_picture(BytesIO(image.png), width=Mm(width))
        _write(paragraph.insert_paragraph_before(), (Span(image.caption, "faint"),), size=_SMALL)

    def _blank(self, blank: Blank) -> None:
        from docx.shared import Mm

        table = self._table([self._width])
        cell = _row(table).cells[0]
        _fill(cell, (Span("\n".join(blank.top)),))
        room = cell.add_paragraph()
        room.paragraph_format.line_spacing = Mm(blank.room)
        foot = cell.add_paragraph()
        _write(foot, (Span("　　　　".join(blank.foot)),))
        self._gap()

    def _gap(self) -> None:
        """Two tables without a paragraph between them would be one."""
        from docx.shared import Pt

        between = self._document.add_paragraph()
        between.paragraph_format.space_before = between.paragraph_format.space_after = Pt(0)
        between.paragraph_format.line_spacing = Pt(3 if self._paper.tight else 7)


def _set_room(table: Any, twips: int) -> None:
    """Room above and below the words of each cell, in twentieths of a point."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    margins = OxmlElement("w:tblCellMar")
    for side in ("top", "bottom"):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), str(twips))
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    properties = table._tbl.tblPr  # noqa: SLF001 - no public way
    properties.insert_element_before(margins, "w:tblLook", "w:tblCaption", "w:tblDescription")


def _row(table: Any, *, head: bool = False) -> Any:
    """A new row that does not break over pages, its cells as wide as their columns."""
    from docx.oxml import OxmlElement

    row = table.add_row()
    properties = row._tr.get_or_add_trPr()  # noqa: SLF001 - no public way
    properties.append(OxmlElement("w:cantSplit"))
    if head:  # repeated at the head of every page
        properties.append(OxmlElement("w:tblHeader"))
    for cell, column in zip(row.cells, table.columns, strict=True):
        cell.width = column.width
    return row


def _fill(cell: Any, spans: Iterable[Span], *, size: float | None = None, keep: bool = False) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.keep_with_next = keep
    _write(paragraph, spans, size=size)


def _write(paragraph: Any, spans: Iterable[Span], *, size: float | None = None) -> None:
    for each in spans:
        _look(paragraph.add_run(each.text), each, size)


def _look(run: Any, span: Span, size: float | None) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    font = {"strong": _HEI, "quoted": _KAI, "plain": "", "faint": ""}[span.look]
    if font:
        run._element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), font)  # noqa: SLF001 - as above
    colour = _COLOURS[span.colour] if span.colour else "555555" if span.look == "faint" else ""
    if colour:
        run.font.color.rgb = RGBColor.from_string(colour)
    if size is not None:
        run.font.size = Pt(size)


def _shade(cell: Any) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    shading = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", _SHADE)):
        shading.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(shading)  # noqa: SLF001 - no public way


def _set_styles(document: Any, *, tight: bool) -> None:
    """Chinese characters take their font from an attribute that python-docx has no word for."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    for name, (font, size, small) in _STYLES.items():
        style = document.styles[name]
        style.font.name = "Times New Roman"
        style.font.size = Pt(small if tight else size)
        style.font.bold = False
        style.font.color.rgb = RGBColor(0, 0, 0)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
        fonts.set(qn("w:eastAsia"), font)
        style.paragraph_format.space_after = Pt(2 if name == "Normal" or tight else 4)
        style.paragraph_format.line_spacing = 1.0 if tight else 1.2
    document.styles["Heading 1"].paragraph_format.space_before = Pt(4 if tight else 16)
    document.styles["Heading 2"].paragraph_format.space_before = Pt(4 if tight else 8)
    title = document.styles["Title"]
    title.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    title.paragraph_format.space_after = Pt(4 if tight else 14)
    for border in title.element.findall(f".//{qn('w:pBdr')}"):
        border.getparent().remove(border)


def _set_footer(paragraph: Any, text: str) -> None:
    """What the report is and the page's number, in the middle of the foot."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _write(paragraph, (Span(f"{text}　第 ", "faint"),), size=_SMALL)
    for name, after in (("PAGE", " 页，共 "), ("NUMPAGES", " 页")):
        number = OxmlElement("w:fldSimple")
        number.set(qn("w:instr"), name)
        shown = paragraph.add_run("1")
        _look(shown, Span("", "faint"), _SMALL)
        number.append(shown._r)  # noqa: SLF001 - no public way
        paragraph._p.append(number)  # noqa: SLF001 - no public way
        _write(paragraph, (Span(after, "faint"),), size=_SMALL)
