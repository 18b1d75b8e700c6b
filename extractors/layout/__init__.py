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
from dataclasses import replace
from statistics import median
from typing import Literal

from extractors.document import Block, Document, Notice, Paragraph
from extractors.layout.lines import Line, joined_over_break, paragraphs
from extractors.layout.looks import appearance_of
from extractors.layout.pages import Item, Sheet, sheets_of
from extractors.layout.placing import placed, there
from extractors.layout.tables import goes_on, put_together, table_of
from extractors.page import Page
from extractors.text import squeeze

__all__ = ["document"]

_PAGE_NUMBER = re.compile(
    r"[-—–·.~\s第]*(?:[0-9]{1,4}|[IVXivx]{1,6})(?:\s*[/／]\s*[0-9]{1,4})?[-—–·.~\s页共]*(?:[0-9]{1,4}\s*页)?"
)
_EDGE = 0.12  # share of the height, at head and foot, where running heads and page numbers stand
_REPEATED = 3  # pages on which a line at the edge is a running head
_SEVERAL = 2  # pages that have the same columns
_SAME_COLUMN = 15.0  # points
_SAID = 0.6  # share of a sheet's width from which on its widest line says where lines end
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
    sheets = _sheets(given)
    sheets, furniture = _without_furniture(sheets)
    spots = {sheet.key: sheet.spot for sheet in sheets}
    notes, hidden = _all(sheets, "notes"), _all(sheets, "hidden")
    blocks = list(_numbered(_flow(sheets)))
    if not all(spot.plain for spot in spots.values()):
        blocks = list(placed(blocks, spots))
        furniture, notes, hidden = (
            [there(each, spots) for each in layer] for layer in (furniture, notes, hidden)
        )
    return Document(
        name=name,
        kind=kind,
        sha256=sha256,
        blocks=tuple(blocks),
        furniture=tuple(furniture),
        notes=tuple(notes),
        hidden=tuple(hidden),
        notices=(*notices, *(notice for page in given for notice in page.notices)),
        pages=count if count is not None else len(given),
        seals=tuple(seal for page in given for seal in page.seals),
        appearance=appearance_of(given, blocks),
    )


def _sheets(pages: Sequence[Page]) -> list[Sheet]:
    """Where the columns of several pages part, those of the others do."""
    sheets = [sheet for page in pages for sheet in sheets_of(page)]
    found = [sheet.columns for sheet in sheets if sheet.columns is not None]
    if len(found) < _SEVERAL:
        return sheets
    (a, b), (c, d) = (
        (median(each[at][0] for each in found), median(each[at][1] for each in found)) for at in (0, 1)
    )
    same = sum(abs(left[1] - b) < _SAME_COLUMN and abs(right[0] - c) < _SAME_COLUMN for left, right in found)
    if same < _SEVERAL:
        return sheets
    return [sheet for page in pages for sheet in sheets_of(page, columns=((a, b), (c, d)))]


def _all(sheets: Sequence[Sheet], layer: Literal["notes", "hidden"]) -> list[Paragraph]:
    return [each for sheet in sheets for each in getattr(sheet, layer)]


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
        kept.append(replace(sheet, items=tuple(_items_without(sheet, aside))))
    return kept, furniture


def _items_without(sheet: Sheet, aside: set[Line]) -> Iterator[Item]:
    for item in sheet.items:
        lines = tuple(line for line in item.lines if line not in aside)
        if item.part is not None or lines:
            yield Item(item.top, item.bottom, lines, item.part, item.sides)


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
    columns = _columns(sheets)
    before: Paragraph | Item | None = None  # held back: the next page may go on with it
    previous: tuple[Sheet, Item] | None = None
    for sheet in sheets:
        left, right = columns[round(sheet.box[0]), round(sheet.box[2])]
        for index, item in enumerate(sheet.items):
            heads = index == 0 and previous is not None
            if item.part is not None:
                if heads and isinstance(before, Item) and _continues(previous, item):
                    assert before.part is not None
                    put_together(before.part, item.part)
                else:
                    yield from _finished(before)
                    before = item
            else:
                own = item.sides or (left, right)
                made = paragraphs(item.lines, left=own[0], right=own[1])
                goes_on = heads or (
                    item.sides is not None and previous is not None and previous[1].sides is not None
                )
                if goes_on and isinstance(before, Paragraph):
                    ends = (previous[1].sides if previous is not None else None) or (left, right)
                    one = joined_over_break(before, made[0], left=ends[0], right=ends[1])
                    if one is not None:
                        before, made = one, made[1:]
                for each in made:
                    yield from _finished(before)
                    before = each
            previous = sheet, item
    yield from _finished(before)


def _finished(block: Paragraph | Item | None) -> Iterator[Block]:
    if isinstance(block, Paragraph):
        yield block
    elif block is not None:
        assert block.part is not None
        yield table_of(block.part, 1)


def _continues(previous: tuple[Sheet, Item] | None, item: Item) -> bool:
    """The item before is the table at the foot of the page before."""
    if previous is None or previous[1].part is None or item.part is None:
        return False
    sheet, upper = previous
    assert upper.part is not None
    height = sheet.box[3] - sheet.box[1]
    low = upper.bottom - sheet.box[1] > (1 - _FOOT) * height
    high = item.top < _FOOT * height
    return low and high and goes_on(upper.part, item.part)


def _columns(sheets: Sequence[Sheet]) -> dict[tuple[int, int], tuple[float, float]]:
    """Left and right end of what stands on the sheets of one width: words in the open, and tables."""
    ends: dict[tuple[int, int], tuple[float, float]] = {}
    for sheet in sheets:
        key = round(sheet.box[0]), round(sheet.box[2])
        left, right = ends.get(key, (sheet.box[2], sheet.box[0]))
        for item in sheet.items:
            if item.part is not None:
                left, right = min(left, item.part.left), max(right, item.part.right)
            for line in item.lines:
                left, right = min(left, line.x0), max(right, line.x1)
        ends[key] = left, right
    return {key: (left, _widened(left, right, key[1] - key[0])) for key, (left, right) in ends.items()}


def _widened(left: float, right: float, width: float) -> float:
    """The column's right end, as lines say it; where all are short, as far from the edge as the left end."""
    return right if right - left > _SAID * width else max(right, width - left)


def _numbered(blocks: Iterable[Block]) -> Iterator[Block]:
    paragraphs_ = tables = 0
    for block in blocks:
        if isinstance(block, Paragraph):
            paragraphs_ += 1
            yield block._replace(ordinal=paragraphs_)
        else:
            tables += 1
            yield block._replace(ordinal=tables)
