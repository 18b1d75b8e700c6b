"""Grids with words in them into tables, and tables over page breaks into one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from extractors.document import Block, Box, Cell, Paragraph, Table
from extractors.layout.lines import closes, joined_over_break, letter_size
from extractors.text import squeeze

__all__ = ["Part", "PartCell", "goes_on", "put_together", "table_of"]

_SAME_EDGE = 4.0  # points between the edges of one table on two pages
_LONG_LABEL, _REST = 6, 4  # characters of a label that goes on over the break, and of what goes on
_LONG_ANSWER = 12  # of an answer that goes on with it
_HEADER_ROWS = 3  # so many rows may be repeated on each page


@dataclass(slots=True)
class PartCell:
    """A cell of a table that is still being put together: rows half-open, sides in points."""

    row: int
    row_end: int
    x0: float
    x1: float
    page: int
    box: Box
    blocks: list[Paragraph | Part] = field(default_factory=list)

    @property
    def text(self) -> str:
        return squeeze("".join(_words(self.blocks)))


def _words(blocks: Sequence[Paragraph | Part]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block.text
        else:
            for cell in block.cells:
                yield from _words(cell.blocks)


@dataclass(slots=True)
class Part:
    """A table, or what stands of it on one page."""

    rows: int
    left: float
    right: float
    cells: list[PartCell]  # by row, then column

    def row(self, number: int) -> list[PartCell]:
        return [cell for cell in self.cells if cell.row == number]

    @property
    def last_row(self) -> list[PartCell]:
        """The cells that reach the lower edge."""
        return [cell for cell in self.cells if cell.row_end == self.rows]


def goes_on(before: Part, after: Part) -> bool:
    """Whether a table at a page's head may be the rest of the one at the foot of the page before."""
    return abs(before.left - after.left) < _SAME_EDGE and abs(before.right - after.right) < _SAME_EDGE


def put_together(before: Part, after: Part) -> None:
    """Add the rows of `after`: without a repeated head, and with a cut row's cells made whole."""
    skip = _repeated(before, after)
    cells = [cell for cell in after.cells if cell.row >= skip]
    rest = Part(after.rows - skip, after.left, after.right, cells)
    for cell in cells:
        cell.row -= skip
        cell.row_end -= skip
    if not cells:
        return
    pairs = _pairs(before.last_row, rest.row(0))
    cut = pairs is not None and not skip and _is_cut(pairs)
    shift = before.rows - cut
    for cell in cells:
        cell.row += shift
        cell.row_end += shift
    if cut:
        assert pairs is not None
        gone = {id(lower) for _, lower in pairs}
        for upper, lower in pairs:
            _append(upper, lower)
            upper.row_end = lower.row_end
        cells = [cell for cell in cells if id(cell) not in gone]
    elif pairs is not None:
        cells = _headed_on(pairs, cells)
    before.cells += cells
    before.rows = shift + rest.rows
    before.cells.sort(key=lambda cell: (cell.row, cell.x0))


def _repeated(before: Part, after: Part) -> int:
    """How many rows at the head of `after` are the head of `before` once more."""
    if len(before.row(0)) < 2:
        return 0
    for rows in range(min(_HEADER_ROWS, before.rows - 1, after.rows), 0, -1):
        one, other = _heads(before, rows), _heads(after, rows)
        if one == other and all(cell.row_end <= rows for cell in after.cells if cell.row < rows):
            return rows
    return 0


def _heads(part: Part, rows: int) -> list[tuple[int, str]]:
    words = [(cell.row, cell.text) for cell in part.cells if cell.row < rows]
    return words if all(text for _, text in words[:2]) else [(-1, str(id(part)))]


def _pairs(upper: list[PartCell], lower: list[PartCell]) -> list[tuple[PartCell, PartCell]] | None:
    """The cells above and below the break, where they have the same sides; else None."""
    if len(upper) != len(lower):
        return None
    upper, lower = (sorted(row, key=lambda cell: cell.x0) for row in (upper, lower))
    pairs = list(zip(upper, lower, strict=True))
    same = all(abs(a.x0 - b.x0) < _SAME_EDGE and abs(a.x1 - b.x1) < _SAME_EDGE for a, b in pairs)
    return pairs if same else None


def _is_cut(pairs: list[tuple[PartCell, PartCell]]) -> bool:
    """Whether one row stands on both pages: its long answer goes on, and nothing else does."""
    if len(pairs) == 1:
        return True
    written = [bool(lower.text) for _, lower in pairs]
    if not pairs[0][0].text or sum(written) == 0:
        return False
    if written[-1] and not any(written[:-1]):
        return True
    if written[0] and _is_rest_of_label(*pairs[0]):
        others = [upper for (upper, _), there in zip(pairs[1:], written[1:], strict=True) if there]
        if all(_fills(each) and len(each.text) >= _LONG_ANSWER for each in others):
            return True
    return len(pairs) > 2 and sum(written) == 1 and _fills(pairs[written.index(True)][0])


def _is_rest_of_label(upper: PartCell, lower: PartCell) -> bool:
    """A word or a bracket is cut: 投资金额（万 / 元）."""
    open_end = upper.text[-1] not in ")）:："
    long = open_end and len(upper.text) >= _LONG_LABEL and len(lower.text) <= _REST
    return closes(upper.text, lower.text) or (long and _fills(upper))


def _fills(cell: PartCell) -> bool:
    """Its last words end where the cell does."""
    last = cell.blocks[-1] if cell.blocks else None
    if not isinstance(last, Paragraph) or last.bbox is None:
        return False
    size = letter_size(last)
    return cell.x1 - last.bbox[2] < 2.0 * size


def _append(upper: PartCell, lower: PartCell) -> None:
    blocks = lower.blocks
    last = upper.blocks[-1] if upper.blocks else None
    first = blocks[0] if blocks else None
    if isinstance(last, Part) and isinstance(first, Part) and goes_on(last, first):
        put_together(last, first)
        upper.blocks += blocks[1:]
        return
    if (
        upper.blocks
        and blocks
        and isinstance(upper.blocks[-1], Paragraph)
        and isinstance(blocks[0], Paragraph)
    ):
        inner = 6.0  # points of padding
        one = joined_over_break(upper.blocks[-1], blocks[0], left=upper.x0 + inner, right=upper.x1 - inner)
        if one is not None:
            upper.blocks[-1] = one
            blocks = blocks[1:]
    upper.blocks += blocks


def _headed_on(pairs: list[tuple[PartCell, PartCell]], cells: list[PartCell]) -> list[PartCell]:
    """A label that heads several rows, the break among them, heads those below it too."""
    (upper, lower), *others = pairs
    heads = bool(others) and bool(upper.text) and not lower.text and any(one.text for _, one in others)
    if not heads or upper.row_end - upper.row + lower.row_end - lower.row < 3:
        return cells
    upper.row_end = lower.row_end
    return [cell for cell in cells if cell is not lower]


def table_of(part: Part, ordinal: int) -> Table:
    """The finished table: columns are between all edges that any of its rows has."""
    edges = _edges(part)
    cells = []
    for cell in part.cells:
        column = _nearest(edges, cell.x0)
        end = max(_nearest(edges, cell.x1), column + 1)
        cells.append(
            Cell(
                cell.row,
                column,
                cell.row_end - cell.row,
                end - column,
                tuple(_numbered(cell.blocks)),
                cell.page,
                cell.box,
            )
        )
    return Table(ordinal, part.rows, max(len(edges) - 1, 1), tuple(cells))


def _edges(part: Part) -> list[float]:
    edges: list[float] = []
    for x in sorted({side for cell in part.cells for side in (cell.x0, cell.x1)}):
        if not edges or x - edges[-1] > _SAME_EDGE:
            edges.append(x)
    return edges


def _nearest(edges: list[float], x: float) -> int:
    return min(range(len(edges)), key=lambda index: abs(edges[index] - x))


def _numbered(blocks: Sequence[Paragraph | Part]) -> Iterator[Block]:
    paragraphs = tables = 0
    for block in blocks:
        if isinstance(block, Paragraph):
            paragraphs += 1
            yield block._replace(ordinal=paragraphs)
        else:
            tables += 1
            yield table_of(block, tables)
