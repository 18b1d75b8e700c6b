"""The same page by way of python-docx, whose files differ from Word's in styles, settings and order of parts."""

from __future__ import annotations

import io
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Final

from docx import Document
from docx.document import Document as DocxDocument
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from eval.filings.word.nodes import Block, Par, Raw, RawBlock, Tab, Text
from eval.filings.word.package import restamp

_EPOCH: Final = datetime(2000, 1, 1, tzinfo=UTC)


def build(blocks: Iterable[Block], *, header: str = "") -> bytes:
    """A .docx of these blocks. Raw XML has no place here; a page break block becomes one."""
    document = Document()
    properties = document.core_properties
    properties.created = properties.modified = properties.last_printed = _EPOCH
    properties.author = properties.last_modified_by = ""
    if header:
        document.sections[0].header.paragraphs[0].text = header
    for block in blocks:
        _add(document, block)
    out = io.BytesIO()
    document.save(out)
    return restamp(out.getvalue())


def _add(where: DocxDocument | _Cell, block: Block, *, reuse: Paragraph | None = None) -> None:
    match block:
        case Par():
            _fill(reuse if reuse is not None else where.add_paragraph(), block)
        case Tab():
            columns = max(sum(cell.span for cell in row.cells) for row in block.rows)
            table = where.add_table(rows=len(block.rows), cols=columns)
            if isinstance(where, DocxDocument):
                table.style = "Table Grid"
            grid = [list(row.cells) for row in table.rows]
            _fill_table(grid, block)
        case RawBlock():
            if isinstance(where, DocxDocument):
                where.add_paragraph()


def _fill_table(grid: list[list[_Cell]], node: Tab) -> None:
    open_merges: dict[int, tuple[int, int]] = {}
    for number, row in enumerate(node.rows):
        column = 0
        for cell in row.cells:
            target = grid[number][column]
            if cell.span > 1:
                target = target.merge(grid[number][column + cell.span - 1])
            if cell.merge == "continue":
                top, left = open_merges[column]
                grid[top][left].merge(target)
            else:
                open_merges[column] = (number, column)
                for place, block in enumerate(cell.blocks):
                    _add(target, block, reuse=target.paragraphs[0] if place == 0 else None)
            column += cell.span


def _fill(paragraph: Paragraph, node: Par) -> None:
    if node.style:
        paragraph.style = f"Heading {node.style}"
    for part in node.inlines:
        if isinstance(part, Raw):
            raise TypeError("python-docx cannot write raw XML; choose a literal way of ticking")
        _run(paragraph, part)


def _run(paragraph: Paragraph, part: Text) -> None:
    run = paragraph.add_run(part.text)
    run.bold = True if part.bold else None
    run.underline = True if part.underline else None
