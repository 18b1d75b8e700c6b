"""Tables inside a cell whose lines touch the cell's own: drawn, they look like rows of the outer table.

Two signs tell them. A strip beside them, too narrow to write in, is the cell's padding. Or a label at their
left heads the text above them, them, and the text below them.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from extractors.layout.tables import Part, PartCell

__all__ = ["unnested"]

_STRIP = 14.0  # points: no column is that narrow
_NEAR = 4.0  # points between sides that are one
_LONG = 40  # characters: an answer, no label


def unnested(part: Part) -> Part:
    """The part with inner tables put into the cell that they stand in."""
    if _all_inside(part):
        return _framed(part)
    while (found := next(_inner(part), None)) is not None:
        _put_inside(part, *found)
    return part


def _all_inside(part: Part) -> bool:
    """A strip goes down the whole left side: all that stands on this page is inside one cell."""
    strips = [cell for cell in part.cells if cell.x1 - cell.x0 < _STRIP and abs(cell.x0 - part.left) < _NEAR]
    rows = sum(cell.row_end - cell.row for cell in strips if not cell.text)
    return rows == part.rows and len(strips) < len(part.cells)


def _framed(part: Part) -> Part:
    box = (
        part.left,
        min(cell.box[1] for cell in part.cells),
        part.right,
        max(cell.box[3] for cell in part.cells),
    )
    written = [
        cell
        for cell in part.cells
        if cell.text or cell.x1 - cell.x0 >= _STRIP or part.left + _NEAR < cell.x0 < part.right - _STRIP
    ]
    inner = Part(part.rows, min(cell.x0 for cell in written), max(cell.x1 for cell in written), written)
    frame = PartCell(0, 1, part.left, part.right, part.cells[0].page, box, [unnested(inner)])
    return Part(1, part.left, part.right, [frame])


def _inner(part: Part) -> Iterator[tuple[int, int, float, float]]:
    """First and last row (half-open) and sides of what is a table inside a cell."""
    yield from _beside_strips(part)
    yield from _under_labels(part)
    yield from _between_strips(part)


def _beside_strips(part: Part) -> Iterator[tuple[int, int, float, float]]:
    strips = [cell for cell in part.cells if cell.x1 - cell.x0 < _STRIP and not cell.text]
    for strip in strips:
        left, rows = strip.x0, (strip.row, strip.row_end)
        if any(
            other is not strip and abs(other.x1 - strip.x0) < _NEAR and other.row <= strip.row < other.row_end
            for other in strips
        ):
            continue
        for other in sorted(strips, key=lambda cell: cell.row):
            if abs(other.x0 - left) < _NEAR and other.row == rows[1]:
                rows = rows[0], other.row_end
        for host in _hosts(part, rows, left):
            if abs(host.x0 - left) < _NEAR or abs(host.x1 - strip.x1) < _NEAR:
                yield *rows, host.x0, host.x1


def _hosts(part: Part, rows: tuple[int, int], x: float) -> Iterator[PartCell]:
    """Cells right above or below that take the width of several."""
    for cell in part.cells:
        beside = cell.row_end == rows[0] or cell.row == rows[1]
        if beside and cell.x0 - _NEAR < x < cell.x1 and _divided(part, rows, cell):
            yield cell


def _divided(part: Part, rows: tuple[int, int], host: PartCell) -> bool:
    inner = _within(part, rows, host.x0, host.x1)
    return len(inner) > 1 and all(rows[0] <= cell.row and cell.row_end <= rows[1] for cell in inner)


def _within(part: Part, rows: tuple[int, int], left: float, right: float) -> list[PartCell]:
    return [
        cell
        for cell in part.cells
        if cell.row < rows[1]
        and cell.row_end > rows[0]
        and cell.x0 > left - _NEAR
        and cell.x1 < right + _NEAR
    ]


def _under_labels(part: Part) -> Iterator[tuple[int, int, float, float]]:
    for label in part.cells:
        if label.row_end - label.row < 4 or not 0 < len(label.text) < _LONG:
            continue
        wide = [
            cell
            for cell in part.cells
            if label.row <= cell.row
            and cell.row_end <= label.row_end
            and abs(cell.x0 - label.x1) < _NEAR
            and abs(cell.x1 - part.right) < _NEAR
        ]
        for above, below in pairwise(wide):
            rows = above.row_end, below.row
            if rows[1] - rows[0] >= 2 and len(above.text) >= _LONG and _divided(part, rows, above):
                yield *rows, above.x0, above.x1


def _between_strips(part: Part) -> Iterator[tuple[int, int, float, float]]:
    """What goes on at the head of a page, with nothing of its cell above or below it."""
    strips = [cell for cell in part.cells if cell.row == 0 and cell.x1 - cell.x0 < _STRIP and not cell.text]
    for left, right in pairwise(sorted(strips, key=lambda cell: cell.x0)):
        rows = 0, left.row_end
        if right.row_end != left.row_end or right.x0 - left.x1 < _STRIP:
            continue
        inner = _within(part, rows, left.x0, right.x1)
        if len(inner) > 3 and all(cell.row_end <= rows[1] for cell in inner):
            yield *rows, left.x0, right.x1


def _label(part: Part, cell: PartCell) -> PartCell | None:
    """What stands at the left of a cell's first line."""
    beside = (
        other
        for other in part.cells
        if abs(other.x1 - cell.x0) < _NEAR and other.row <= cell.row < other.row_end and other is not cell
    )
    return next(beside, None)


def _is_beside(label: PartCell | None, first: int, end: int) -> bool:
    """What heads the cell heads those rows too; where nothing does, they are its own."""
    return label is None or (label.row < end and label.row_end > first)


def _put_inside(part: Part, first: int, end: int, left: float, right: float) -> None:
    inner = _within(part, (first, end), left, right)
    gone = {id(cell) for cell in inner}
    written = [cell for cell in inner if cell.text or cell.x1 - cell.x0 >= _STRIP] or inner
    table = Part(
        end - first,
        min(cell.x0 for cell in written),
        max(cell.x1 for cell in written),
        [
            PartCell(
                cell.row - first, cell.row_end - first, cell.x0, cell.x1, cell.page, cell.box, cell.blocks
            )
            for cell in written
        ],
    )
    same = [cell for cell in part.cells if abs(cell.x0 - left) < _NEAR and abs(cell.x1 - right) < _NEAR]
    above = next((cell for cell in same if cell.row_end == first), None)
    below = next((cell for cell in same if cell.row == end), None)
    if above is not None and below is not None and _label(part, above) is not _label(part, below):
        below = None
    hosts = [each for each in (above, below) if each is not None]
    if not any(_is_beside(_label(part, each), first, end) for each in hosts):
        box = (left, min(cell.box[1] for cell in inner), right, max(cell.box[3] for cell in inner))
        part.cells.append(PartCell(first, end, left, right, inner[0].page, box, [table]))
    elif above is not None:
        above.blocks.append(table)
        above.row_end = end
        if below is not None:
            above.blocks += below.blocks
            above.row_end = below.row_end
            gone.add(id(below))
            above.box = (*above.box[:3], below.box[3])
        else:
            above.box = (*above.box[:3], max(cell.box[3] for cell in inner))
    else:
        assert below is not None
        below.blocks.insert(0, table)
        below.row = first
        below.box = (below.box[0], min(cell.box[1] for cell in inner), *below.box[2:])
    part.cells[:] = [cell for cell in part.cells if id(cell) not in gone]
    part.cells.sort(key=lambda cell: (cell.row, cell.x0))
