"""How Word writes down what stands on the page: one class a habit, the plainest first.

Sources: ECMA-376 part 1, 17.3 (runs and paragraphs), 17.4 (tables), 17.13.5 (tracked changes).
"""

from __future__ import annotations

from collections.abc import Iterable
from random import Random
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from eval.filings.word.nodes import Block, Cell, Inline, Par, Raw, RawBlock, Row, Tab, Text, is_fact

NAMESPACES: Final = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
}
XMLNS: Final = " ".join(f"xmlns:{prefix}={quoteattr(uri)}" for prefix, uri in NAMESPACES.items())
TOTAL_WIDTH: Final = 9070  # twentieths of a point between A4 margins


def text_xml(text: str, *, tag: str = "w:t") -> str:
    """Text as run content: tabs and line breaks become elements."""
    parts: list[str] = []
    for number, piece in enumerate(text.split("\n")):
        if number:
            parts.append("<w:br/>")
        for place, word in enumerate(piece.split("\t")):
            if place:
                parts.append("<w:tab/>")
            if word:
                parts.append(f'<{tag} xml:space="preserve">{escape(word)}</{tag}>')
    return "".join(parts)


class Ink:
    """Writes each text as one run, without any ornament."""

    def body(self, blocks: Iterable[Block]) -> str:
        return "".join(self.block(block) for block in blocks)

    def block(self, block: Block) -> str:
        match block:
            case Par():
                return self.par(block)
            case Tab():
                return self.tab(block)
            case RawBlock():
                return block.xml

    def par(self, node: Par) -> str:
        return f"<w:p>{self.par_properties(node)}{self.inlines(node.inlines)}</w:p>"

    def par_properties(self, node: Par) -> str:
        bits = ""
        if node.style:
            bits += f'<w:pStyle w:val="{node.style}"/>'
        if node.numbering:
            number, level = node.numbering
            bits += f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
        if node.indent:
            bits += '<w:ind w:firstLineChars="200" w:firstLine="560"/>'
        if node.align:
            bits += f'<w:jc w:val="{node.align}"/>'
        return f"<w:pPr>{bits}</w:pPr>" if bits else ""

    def inlines(self, parts: Iterable[Inline]) -> str:
        return "".join(part.xml if isinstance(part, Raw) else self.text(part) for part in parts)

    def text(self, node: Text) -> str:
        return self.run(node, node.text)

    def run_properties(self, node: Text) -> str:
        bits = ""
        if node.font:
            bits += f'<w:rFonts w:ascii="{node.font}" w:hAnsi="{node.font}" w:eastAsia="{node.font}"/>'
        bits += "<w:b/>" if node.bold else ""
        bits += "<w:vanish/>" if node.hidden else ""
        bits += '<w:u w:val="single"/>' if node.underline else ""
        return f"<w:rPr>{bits}</w:rPr>" if bits else ""

    def run(self, node: Text, text: str) -> str:
        return f"<w:r>{self.run_properties(node)}{text_xml(text)}</w:r>" if text else ""

    def tab(self, node: Tab) -> str:
        columns = max(sum(each.span for each in one.cells) for one in node.rows)
        widths = node.widths or (TOTAL_WIDTH // columns,) * columns
        edges = ("top", "left", "bottom", "right", "insideH", "insideV")
        lines = "".join(f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="auto"/>' for edge in edges)
        borders = f"<w:tblBorders>{lines}</w:tblBorders>" if node.borders else ""
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        rows = "".join(self.row(one, widths) for one in node.rows)
        return (
            f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/>{borders}<w:tblLayout w:type="fixed"/></w:tblPr>'
            f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
        )

    def row(self, node: Row, widths: tuple[int, ...]) -> str:
        cells, column = "", 0
        for each in node.cells:
            cells += self.cell(each, sum(widths[column : column + each.span]))
            column += each.span
        return f"<w:tr>{cells}</w:tr>"

    def cell_properties(self, node: Cell, width: int) -> str:
        span = f'<w:gridSpan w:val="{node.span}"/>' if node.span > 1 else ""
        merge = {None: "", "restart": '<w:vMerge w:val="restart"/>', "continue": "<w:vMerge/>"}[node.merge]
        return f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{merge}</w:tcPr>'

    def cell(self, node: Cell, width: int) -> str:
        # Word calls a cell corrupt that does not end with a paragraph.
        tail = "" if isinstance(node.blocks[-1], Par) else "<w:p/>"
        return f"<w:tc>{self.cell_properties(node, width)}{self.body(node.blocks)}{tail}</w:tc>"


class LivedInInk(Ink):
    """A file that many hands saved: revision ids everywhere, runs cut anywhere, proofing marks, bookmarks."""

    def __init__(self, rng: Random, *, cut: float = 0.16) -> None:
        self.rng = rng
        self.cut = cut
        self.marks = 0

    def _rsid(self) -> str:
        return f"00{self.rng.randrange(16**6):06X}"

    def par(self, node: Par) -> str:
        start = f'<w:p w:rsidR="{self._rsid()}" w:rsidRDefault="{self._rsid()}">'
        return f"{start}{self.par_properties(node)}{self.inlines(node.inlines)}</w:p>"

    def text(self, node: Text) -> str:
        pieces, current = [], ""
        for character in node.text:
            current += character
            if self.rng.random() < self.cut:
                pieces.append(current)
                current = ""
        pieces.append(current)
        out = ""
        for piece in filter(None, pieces):
            out += self._ornament()
            out += self.run(node, piece)
        return out

    def run(self, node: Text, text: str) -> str:
        if not text:
            return ""
        hints = '<w:rFonts w:hint="eastAsia"/>' if self.rng.random() < 0.4 and not node.font else ""
        plain = self.run_properties(node)
        inner = plain.removeprefix("<w:rPr>").removesuffix("</w:rPr>")
        properties = f"<w:rPr>{hints}{inner}</w:rPr>" if hints or inner else ""
        page = "<w:lastRenderedPageBreak/>" if self.rng.random() < 0.004 else ""
        return f'<w:r w:rsidRPr="{self._rsid()}">{properties}{page}{text_xml(text)}</w:r>'

    def _ornament(self) -> str:
        draw = self.rng.random()
        if draw < 0.02:
            self.marks += 1
            return f'<w:bookmarkStart w:id="{self.marks}" w:name="_Hlk{self.marks:08d}"/><w:bookmarkEnd w:id="{self.marks}"/>'
        if draw < 0.05:
            return '<w:proofErr w:type="gramStart"/><w:proofErr w:type="gramEnd"/>'
        return ""


class UnderlineInk(Ink):
    """Values stand on an underline, padded with blanks as one fills a printed line."""

    def __init__(self, rng: Random) -> None:
        self.rng = rng

    def text(self, node: Text) -> str:
        if not is_fact(node):
            return self.run(node, node.text)
        ruled = Text(node.text, underline=True, font=node.font)
        return (
            self.run(ruled, " " * self.rng.randint(1, 6))
            + self.run(ruled, node.text)
            + self.run(ruled, " " * self.rng.randint(1, 8))
        )
