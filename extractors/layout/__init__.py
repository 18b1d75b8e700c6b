"""Pages as they are drawn into a `Document` in reading order.

    document(pages, name="申报书.pdf", kind="pdf", sha256="…")

Ruled lines make tables (`ruling`, `tables`), words that stand close make lines and paragraphs (`lines`). A
table, a cell or a paragraph that a page break cuts is made whole again; running heads and page numbers are
furniture.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from extractors.document import Block, Document, Notice, Paragraph
from extractors.layout.lines import Line, joined_over_break, paragraphs
from extractors.layout.pages import Item, Sheet, sheets_of
from extractors.layout.tables import goes_on, put_together, table_of
from extractors.page import Page
from extractors.text import squeeze

__all__ = ["document"]

_PAGE_NUMBER = re.compile(
    r"[-—–·.~\s第]*(?:[0-9]{1,4}|[IVXivx]{1,6})(?:\s*[/／]\s*[0-9]{1,4})?[-—–·.~\s页共]*(?:[0-9]{1,4}\s*页)?"
)
_EDGE = 0.12  # share of the height, at head and foot, where running heads and page numbers stand
_REPEATED = 3  # pages on which a line at the edge is a running head
_FOOT = 0.45  # share of the height that may be left empty under a table that goes on


def document(
    pages: Iterable[Page],
    *,
    name: str,
    kind: str,
    sha256: str,
    count: int | None = None,
    notices: Sequence[Notice] = (),
) -> Document:
    """The pages, in any order, as one document. `count`: how many the file has, where not all are given."""
    given = sorted(pages, key=lambda page: page.number)
    sheets = [sheet for page in given for sheet in sheets_of(page)]
    sheets, furniture = _without_furniture(sheets)
    return Document(
        name=name,
        kind=kind,
        sha256=sha256,
        blocks=tuple(_numbered(_flow(sheets))),
        furniture=tuple(furniture),
        hidden=tuple(each for sheet in sheets for each in sheet.hidden),
        notices=(*notices, *(notice for page in given for notice in page.notices)),
        pages=count if count is not None else len(given),
        seals=tuple(seal for page in given for seal in page.seals),
    )


def _without_furniture(sheets: Sequence[Sheet]) -> tuple[list[Sheet], list[Paragraph]]:
    seen = Counter(key for sheet in sheets for key in {_key(line, sheet) for line in _edge_lines(sheet)})
    furniture: list[Paragraph] = []
    kept: list[Sheet] = []
    for sheet in sheets:
        aside = {
            line
            for line in _edge_lines(sheet)
            if _PAGE_NUMBER.fullmatch(line.text) or seen[_key(line, sheet)] >= _REPEATED
        }
        furniture += [Paragraph(1, line.text, page=line.page, bbox=line.box, ocr=line.ocr) for line in aside]
        kept.append(Sheet(sheet.page, sheet.box, tuple(_items_without(sheet, aside)), sheet.hidden))
    return kept, furniture


def _items_without(sheet: Sheet, aside: set[Line]) -> Iterator[Item]:
    for item in sheet.items:
        lines = tuple(line for line in item.lines if line not in aside)
        if item.part is not None or lines:
            yield Item(item.top, item.bottom, lines, item.part)


def _edge_lines(sheet: Sheet) -> Iterator[Line]:
    """Lines outside tables at the head or foot."""
    height = sheet.box[3] - sheet.box[1]
    for item in (sheet.items[0], sheet.items[-1]) if sheet.items else ():
        for line in item.lines:
            if line.bottom < _EDGE * height or line.top > (1 - _EDGE) * height:
                yield line


def _key(line: Line, sheet: Sheet) -> tuple[str, int]:
    return squeeze(line.text), round((line.top - sheet.box[1]) / 6)


def _flow(sheets: Sequence[Sheet]) -> Iterator[Block]:
    """Blocks from the first page to the last, what a page break cut made whole."""
    last: Paragraph | None = None  # held back: the next page may go on with it
    column = (0.0, 0.0)
    items = [(sheet, index, item) for sheet in sheets for index, item in enumerate(sheet.items)]
    open_table: Item | None = None
    for position, (sheet, index, item) in enumerate(items):
        if item.part is not None:
            if open_table is not None and index == 0 and _continues(items[position - 1], item):
                assert open_table.part is not None
                put_together(open_table.part, item.part)
                continue
            if last is not None:
                yield last
                last = None
            if open_table is not None and open_table.part is not None:
                yield table_of(open_table.part, 1)
            open_table = item
            continue
        if open_table is not None and open_table.part is not None:
            yield table_of(open_table.part, 1)
            open_table = None
        left, right = _column(sheet)
        made = paragraphs(item.lines, left=left, right=right)
        if last is not None and made and index == 0:
            one = joined_over_break(last, made[0], left=column[0], right=column[1])
            if one is not None:
                last, made = one, made[1:]
        if made:
            if last is not None:
                yield last
            yield from made[:-1]
            last = made[-1]
        column = left, right
    if open_table is not None and open_table.part is not None:
        if last is not None:
            yield last
            last = None
        yield table_of(open_table.part, 1)
    if last is not None:
        yield last


def _continues(before: tuple[Sheet, int, Item], item: Item) -> bool:
    """The item before is the table at the foot of the page before."""
    sheet, _, upper = before
    if upper.part is None or item.part is None:
        return False
    height = sheet.box[3] - sheet.box[1]
    low = upper.bottom - sheet.box[1] > (1 - _FOOT) * height
    high = item.top < _FOOT * height
    return low and high and goes_on(upper.part, item.part)


def _column(sheet: Sheet) -> tuple[float, float]:
    """Left and right end of what stands in the open on a page."""
    lines = [line for item in sheet.items for line in item.lines]
    return min(line.x0 for line in lines), max(line.x1 for line in lines)


def _numbered(blocks: Iterable[Block]) -> Iterator[Block]:
    paragraphs_ = tables = 0
    for block in blocks:
        if isinstance(block, Paragraph):
            paragraphs_ += 1
            yield block._replace(ordinal=paragraphs_)
        else:
            tables += 1
            yield block._replace(ordinal=tables)
