"""Boxes told as they are on the file's pages, for sheets that are half a page or were turned."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from extractors.document import Block, Cell, Paragraph, Table
from extractors.layout.pages import Spot

__all__ = ["placed", "there"]


def placed(blocks: Iterable[Block], spots: Mapping[int, Spot]) -> Iterator[Block]:
    """The blocks with pages and boxes of the file in place of the sheets'."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield there(block, spots)
        else:
            assert isinstance(block, Table), "pages have no text boxes"
            yield block._replace(cells=tuple(_cell(cell, spots) for cell in block.cells))


def there(block: Paragraph, spots: Mapping[int, Spot]) -> Paragraph:
    assert block.page is not None
    assert block.bbox is not None
    spot = spots[block.page]
    over = tuple((spots[page].number, spots[page].box(box)) for page, box in block.over)
    return block._replace(page=spot.number, bbox=spot.box(block.bbox), over=over)


def _cell(cell: Cell, spots: Mapping[int, Spot]) -> Cell:
    assert cell.page is not None
    assert cell.bbox is not None
    spot = spots[cell.page]
    return cell._replace(page=spot.number, bbox=spot.box(cell.bbox), blocks=tuple(placed(cell.blocks, spots)))
