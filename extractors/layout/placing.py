"""Boxes told as they are on the pages of the file: for sheets that are half a page, or one that was turned."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from extractors.document import Block, Cell, Paragraph, Table
from extractors.layout.pages import Spot

__all__ = ["placed"]

B = TypeVar("B", bound=Block)


def placed(blocks: Iterable[B], spots: Mapping[int, Spot]) -> Iterator[B]:
    """The blocks with pages and boxes of the file in place of the sheets'."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield _there(block, spots)
        else:
            assert isinstance(block, Table), "pages have no text boxes"
            yield block._replace(cells=tuple(_cell(cell, spots) for cell in block.cells))


def _there(block: Paragraph, spots: Mapping[int, Spot]) -> Paragraph:
    assert block.page is not None
    assert block.bbox is not None
    spot = spots[block.page]
    return block._replace(page=spot.number, bbox=spot.box(block.bbox))


def _cell(cell: Cell, spots: Mapping[int, Spot]) -> Cell:
    assert cell.page is not None
    assert cell.bbox is not None
    spot = spots[cell.page]
    return cell._replace(page=spot.number, bbox=spot.box(cell.bbox), blocks=tuple(placed(cell.blocks, spots)))
