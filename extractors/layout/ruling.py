"""Ruled lines into grids: where a table's rows, columns and merged cells are.

Lines that cross are of one grid. Its edges are where lines stand; two neighbouring fields of the grid are one
cell where no line parts them. A side that nobody ruled (open tables, a table cut by the page's end) is where
the crossing lines end.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from extractors.document import Box
from extractors.page import Rule

__all__ = ["Grid", "Place", "grids"]

_SAME = 2.6  # points: lines that close together are one, double lines too
_TOUCH = 3.5  # points by which lines may miss each other and still cross
_BRIDGE = 3.0  # a gap in a line that is no gap
_PARTS = 0.5  # how much of a field's side a line must cover to be its wall
_BESIDE = 10.0  # points between a cell's side and a table inside it
_TALL = 60.0  # points: uprights without level lines are a cell's sides from that length on
_SMALLEST = 6.0  # points: what is narrower is no cell
_MOST_LINES = 4_000  # a page with more is a drawing


@dataclass(frozen=True, slots=True)
class Place:
    """One cell of a grid, maybe merged: half-open ranges of rows and columns, and its box."""

    row: int
    row_end: int
    column: int
    column_end: int
    box: Box


@dataclass(frozen=True, slots=True)
class Grid:
    """Edges in points, ascending; `places` by row, then column; `owner[row][column]` indexes them."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    places: tuple[Place, ...]
    owner: tuple[tuple[int, ...], ...] = field(repr=False)

    @property
    def box(self) -> Box:
        return self.xs[0], self.ys[0], self.xs[-1], self.ys[-1]

    def at(self, x: float, y: float) -> int | None:
        """The cell around a point, as an index of `places`."""
        if not (self.xs[0] - _SAME <= x <= self.xs[-1] + _SAME):
            return None
        if not (self.ys[0] - _SAME <= y <= self.ys[-1] + _SAME):
            return None
        column = min(max(bisect_right(self.xs, x) - 1, 0), len(self.xs) - 2)
        row = min(max(bisect_right(self.ys, y) - 1, 0), len(self.ys) - 2)
        return self.owner[row][column]


@dataclass(slots=True)
class _Line:
    """A level or upright line: where it stands, from and to where it goes."""

    at: float
    start: float
    end: float


def grids(rules: Iterable[Rule]) -> list[Grid]:
    """The grids of a page, largest first."""
    level: list[_Line] = []
    upright: list[_Line] = []
    for x0, top, x1, bottom in rules:
        if x1 - x0 >= bottom - top:
            level.append(_Line((top + bottom) / 2, x0, x1))
        else:
            upright.append(_Line((x0 + x1) / 2, top, bottom))
    level, upright = _merged(level), _merged(upright)
    if len(level) + len(upright) > _MOST_LINES:
        return []
    parts = _with_lone_sides(_crossing(level, upright))
    found = [grid for part in parts if (grid := _grid(*part)) is not None]
    found += _open(line for above, beside in parts if not above for line in beside)
    return sorted(found, key=lambda each: _area(each.box), reverse=True)


def _area(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def _merged(lines: list[_Line]) -> list[_Line]:
    """Pieces of one line put together; double lines become one."""
    lines.sort(key=lambda each: each.at)
    merged: list[_Line] = []
    start = 0
    for index in range(1, len(lines) + 1):
        if index < len(lines) and lines[index].at - lines[start].at <= _SAME:
            continue
        merged += _joined(lines[start:index])
        start = index
    return merged


def _joined(group: list[_Line]) -> list[_Line]:
    if len(group) == 1:
        return group
    group.sort(key=lambda each: each.start)
    done = [group[0]]
    for each in group[1:]:
        last = done[-1]
        if each.start <= last.end + _BRIDGE:
            last.end = max(last.end, each.end)
        else:
            done.append(each)
    return done


def _crossing(level: list[_Line], upright: list[_Line]) -> list[tuple[list[_Line], list[_Line]]]:
    """Level and upright lines that hang together."""
    parent = list(range(len(level) + len(upright)))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    heights = [each.at for each in level]
    for number, line in enumerate(upright, len(level)):
        first = bisect_left(heights, line.start - _TOUCH)
        last = bisect_right(heights, line.end + _TOUCH)
        x = line.at
        for index in range(first, last):
            other = level[index]
            if other.start - _TOUCH <= x <= other.end + _TOUCH:
                parent[root(number)] = root(index)
    parts: dict[int, tuple[list[_Line], list[_Line]]] = {}
    for index, line in enumerate((*level, *upright)):
        parts.setdefault(root(index), ([], []))[index >= len(level)].append(line)
    return list(parts.values())


def _with_lone_sides(parts: list[tuple[list[_Line], list[_Line]]]) -> list[tuple[list[_Line], list[_Line]]]:
    """An upright that nothing crosses goes to the grid that has another of its length, right beside it.

    Where a page cuts an outer cell at both ends, an inner table may touch only one of its sides.
    """
    lone = [beside[0] for above, beside in parts if not above and len(beside) == 1]
    kept = [part for part in parts if part[0] or len(part[1]) != 1]
    for line in lone:
        for _, beside in kept:
            twin = any(
                abs(line.start - other.start) < _TOUCH and abs(line.end - other.end) < _TOUCH
                for other in beside
            )
            near = min(abs(line.at - other.at) for other in beside) < _BESIDE if beside else False
            if twin and near:
                beside.append(line)
                break
        else:
            kept.append(([], [line]))
    return kept


def _grid(level: list[_Line], upright: list[_Line]) -> Grid | None:
    if not level or not upright or len(level) + len(upright) < 3:
        return None
    xs = _edges([line.at for line in upright], [end for line in level for end in (line.start, line.end)])
    ys = _edges([line.at for line in level], [end for line in upright for end in (line.start, line.end)])
    if len(xs) < 2 or len(ys) < 2 or xs[-1] - xs[0] < _SMALLEST or ys[-1] - ys[0] < _SMALLEST:
        return None
    beside = _walls(upright, xs, ys)
    below = _walls(level, ys, xs)
    owner = _owners(len(ys) - 1, len(xs) - 1, beside, below)
    return _named(xs, ys, owner)


def _open(lines: Iterable[_Line]) -> Iterator[Grid]:
    """Cells cut by both ends of the page, where no level line is ruled: uprights of one length, alone."""
    rows: list[list[_Line]] = []
    for line in sorted(lines, key=lambda each: (each.start, each.end)):
        for row in rows:
            if abs(row[0].start - line.start) < _TOUCH and abs(row[0].end - line.end) < _TOUCH:
                row.append(line)
                break
        else:
            rows.append([line])
    for row in rows:
        xs = sorted(line.at for line in row)
        if len(xs) > 1 and row[0].end - row[0].start > _TALL and xs[-1] - xs[0] > _TALL:
            places = tuple(
                Place(0, 1, column, column + 1, (x0, row[0].start, x1, row[0].end))
                for column, (x0, x1) in enumerate(pairwise(xs))
            )
            yield Grid(tuple(xs), (row[0].start, row[0].end), places, (tuple(range(len(places))),))


def _edges(at: Sequence[float], ends: Sequence[float]) -> tuple[float, ...]:
    """Where lines stand, and the outermost ends of those that cross them, narrow strips left out."""
    lowest, highest = min(*at, *ends), max(*at, *ends)
    wanted = sorted(at)
    if wanted[0] - lowest > _SMALLEST:
        wanted.insert(0, lowest)
    if highest - wanted[-1] > _SMALLEST:
        wanted.append(highest)
    edges = [wanted[0]]
    for each in wanted[1:]:
        if each - edges[-1] > _SAME:
            edges.append(each)
    return tuple(edges)


def _walls(lines: list[_Line], across: tuple[float, ...], along: tuple[float, ...]) -> list[list[bool]]:
    """For each edge across and each stretch along it: whether a line stands there."""
    walls = [[False] * (len(along) - 1) for _ in across]
    for line in lines:
        nearest = min(range(len(across)), key=lambda index: abs(across[index] - line.at))
        row = walls[nearest]
        for index in range(len(along) - 1):
            start, end = along[index], along[index + 1]
            if min(end, line.end) - max(start, line.start) >= _PARTS * (end - start):
                row[index] = True
    return walls


def _owners(rows: int, columns: int, beside: list[list[bool]], below: list[list[bool]]) -> list[list[int]]:
    """Fields that no wall parts have one number; what is then no rectangle falls back to its rows."""
    owner = _flooded(rows, columns, beside, below)
    spans: dict[int, list[int]] = {}
    for row in range(rows):
        for column in range(columns):
            span = spans.setdefault(owner[row][column], [row, row, column, column, 0])
            span[1] = row
            span[2], span[3] = min(span[2], column), max(span[3], column)
            span[4] += 1
    ragged = {
        number
        for number, (top, bottom, left, right, count) in spans.items()
        if count != (bottom - top + 1) * (right - left + 1)
    }
    fresh = rows * columns
    for row in range(rows):
        for column in range(columns):
            if owner[row][column] in ragged:
                together = column and owner[row][column - 1] >= rows * columns and not beside[column][row]
                if not together:
                    fresh += 1
                owner[row][column] = fresh
    return owner


def _flooded(rows: int, columns: int, beside: list[list[bool]], below: list[list[bool]]) -> list[list[int]]:
    owner = [[-1] * columns for _ in range(rows)]
    number = 0
    for row in range(rows):
        for column in range(columns):
            if owner[row][column] >= 0:
                continue
            owner[row][column] = number
            todo = [(row, column)]
            while todo:
                y, x = todo.pop()
                for other_y, other_x, wall in (
                    (y, x + 1, x + 1 < columns and beside[x + 1][y]),
                    (y, x - 1, beside[x][y]),
                    (y + 1, x, y + 1 < rows and below[y + 1][x]),
                    (y - 1, x, below[y][x]),
                ):
                    inside = 0 <= other_y < rows and 0 <= other_x < columns
                    if inside and not wall and owner[other_y][other_x] < 0:
                        owner[other_y][other_x] = number
                        todo.append((other_y, other_x))
            number += 1
    return owner


def _named(xs: tuple[float, ...], ys: tuple[float, ...], owner: list[list[int]]) -> Grid:
    numbers: dict[int, int] = {}
    spans: list[list[int]] = []
    for row, line in enumerate(owner):
        for column, old in enumerate(line):
            index = numbers.setdefault(old, len(numbers))
            if index == len(spans):
                spans.append([row, row + 1, column, column + 1])
            else:
                spans[index][1] = row + 1
                spans[index][3] = max(spans[index][3], column + 1)
            line[column] = index
    places = tuple(
        Place(top, bottom, left, right, (xs[left], ys[top], xs[right], ys[bottom]))
        for top, bottom, left, right in spans
    )
    return Grid(xs, ys, places, tuple(map(tuple, owner)))
