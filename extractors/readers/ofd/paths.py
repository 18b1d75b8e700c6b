"""Path objects into shapes: straight pieces, rectangles, curves (GB/T 33190-2016, 9.1)."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

from extractors.readers.ofd.geometry import Matrix, number
from extractors.readers.ofd.paint import Colour

__all__ = ["Point", "Shape", "shapes"]

Point: TypeAlias = tuple[float, float]

_TOKEN = re.compile(r"[A-Za-z]|[-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?")
_OPERANDS = {"M": 2, "S": 2, "L": 2, "Q": 4, "B": 6, "A": 7, "C": 0, "Z": 0}
_STEPS = (0.2, 0.4, 0.6, 0.8, 1.0)  # along a curve
_MOST_POINTS = 200_000  # of one path


class Shape(NamedTuple):
    """One figure of a path, in points of the page."""

    points: tuple[Point, ...]
    closed: bool
    curved: bool
    fill: Colour | None
    stroke: Colour | None
    width: float  # of its line
    order: int  # when it is drawn, among all of the page

    @property
    def box(self) -> tuple[float, float, float, float]:
        xs, ys = [x for x, _ in self.points], [y for _, y in self.points]
        return min(xs), min(ys), max(xs), max(ys)


def shapes(
    data: str, to_page: Matrix, *, fill: Colour | None, stroke: Colour | None, width: float, order: int
) -> Iterator[Shape]:
    """The figures of `AbbreviatedData`. `to_page` gives points; a curve is a few points on it."""
    for points, closed, curved in _figures(data):
        if len(points) > 1:
            placed = tuple(to_page.at(x, y) for x, y in points)
            yield Shape(placed, closed, curved, fill, stroke, width, order)


def _figures(data: str) -> Iterator[tuple[list[Point], bool, bool]]:
    points: list[Point] = []
    curved = False
    for operator, values in _operations(data):
        if operator in "MS":
            yield points, False, curved
            points, curved = [(values[0], values[1])], False
        elif operator in "CZ":
            yield points, True, curved
            points, curved = points[:1], False
        else:
            points += _PIECES[operator](points[-1] if points else (0.0, 0.0), values)
            curved = curved or operator != "L"
    yield points, False, curved


def _line(_: Point, values: list[float]) -> list[Point]:
    return [(values[0], values[1])]


def _quadratic(start: Point, values: list[float]) -> list[Point]:
    (x0, y0), (x1, y1, x2, y2) = start, values
    weights = [((1 - t) ** 2, 2 * t * (1 - t), t * t) for t in _STEPS]
    return [(a * x0 + b * x1 + c * x2, a * y0 + b * y1 + c * y2) for a, b, c in weights]


def _cubic(start: Point, values: list[float]) -> list[Point]:
    (x0, y0), (x1, y1, x2, y2, x3, y3) = start, values
    points = []
    for t in _STEPS:
        a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
        points.append((a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3))
    return points


def _arc(start: Point, values: list[float]) -> list[Point]:
    """An elliptic arc, from its ends to its centre as SVG does it (SVG 1.1, F.6.5)."""
    rx, ry, degrees, large, sweep, x2, y2 = values
    rx, ry, end = abs(rx), abs(ry), (x2, y2)
    half_x, half_y = (start[0] - x2) / 2, (start[1] - y2) / 2
    if not rx or not ry or not (half_x or half_y):
        return [end]
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    x, y = (cos * half_x + sin * half_y) / rx, (cos * half_y - sin * half_x) / ry
    length = math.hypot(x, y)
    if length > 1:  # the radii are too short: they grow until they reach
        rx, ry, x, y, length = rx * length, ry * length, x / length, y / length, 1.0
    away = math.sqrt(max(1 - length * length, 0)) / length * (1 if bool(large) != bool(sweep) else -1)
    centre_x, centre_y = away * y, -away * x
    first = math.atan2(y - centre_y, x - centre_x)
    turn = math.atan2(-y - centre_y, -x - centre_x) - first
    turn += math.tau if sweep and turn < 0 else -math.tau if not sweep and turn > 0 else 0
    points = []
    for t in _STEPS[:-1]:
        u, v = rx * (centre_x + math.cos(first + t * turn)), ry * (centre_y + math.sin(first + t * turn))
        points.append((cos * u - sin * v + (start[0] + x2) / 2, sin * u + cos * v + (start[1] + y2) / 2))
    return [*points, end]


_PIECES = {"L": _line, "Q": _quadratic, "B": _cubic, "A": _arc}


def _operations(data: str) -> Iterator[tuple[str, list[float]]]:
    """Operators with their operands; an operator that is short of them ends the path."""
    operator, count = "", 0
    values: list[float] = []
    for token in _TOKEN.findall(data):
        if token.isalpha():
            if token.upper() not in _OPERANDS or values:
                return
            operator = token.upper()
            if not _OPERANDS[operator]:
                yield operator, []
            continue
        if not operator or not _OPERANDS[operator]:
            return
        values.append(number(token))
        if len(values) == _OPERANDS[operator]:
            yield operator, values
            operator = "L" if operator in "MS" else operator  # more operands are more of the same
            values = []
            count += 1
            if count > _MOST_POINTS:
                return
