"""Tick boxes that are drawn rather than written: small squares and rings, and the marks in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from extractors.document import Box
from extractors.layout.lettering import Char
from extractors.page import Rule, Run
from extractors.readers.ofd.paint import WHITE
from extractors.readers.ofd.paths import Shape
from extractors.readers.ofd.ruled import is_rectangle, sides_of

__all__ = ["Boxes", "drawn_boxes"]

_SMALLEST, _LARGEST = 4.5, 18.0  # points: the side of a tick box
_SQUARE = 0.78  # the shorter side to the longer one
_NEAR = 0.8  # points: sides that close together are one
_FILLED = 0.55  # of the box's side, that a blot must cover to fill it
_REACH = 0.45  # of the box's side, by which a mark may stick out of it
_MOST_BOXES, _MOST_RULES = 800, 20_000  # of a page; one with more is a drawing
_MARKS = {
    **dict.fromkeys("√✓✔vV", "☑"),
    **dict.fromkeys("×✗✘✕xX", "☒"),
    **dict.fromkeys("■●◆", "■"),
}


class Boxes(NamedTuple):
    runs: list[Run]  # a glyph for each box that is drawn
    rules: list[Rule]  # those left that draw no box
    marks: frozenset[int]  # which of the letters are the mark in a box


def drawn_boxes(shapes: Sequence[Shape], rules: Sequence[Rule], letters: Sequence[Char]) -> Boxes:
    """The boxes to tick among a page's figures, all in points."""
    if len(rules) > _MOST_RULES:
        return Boxes([], list(rules), frozenset())
    squares = list(dict.fromkeys([*_rectangles(shapes), *_of_lines(rules)]))[:_MOST_BOXES]
    squares = [each for each in squares if not _in_a_grid(each, rules)]
    rings = [
        each
        for each in islice(_rings(shapes), _MOST_BOXES)
        if not any(_inside(each, other) for other in squares)
    ]
    small = [each for each in shapes if _fits(each.box)]
    written = [(index, char) for index, char in enumerate(letters) if char[0] in _MARKS]
    runs: list[Run] = []
    marks: set[int] = set()
    for square in _outermost(squares):
        glyph = _glyph(square, small)
        for index, (text, *box) in written:
            if _inside((box[0], box[1], box[2], box[3]), square, _REACH):
                glyph = _MARKS[text]
                marks.add(index)
        runs.append(Run(glyph, *square))
    runs += [Run("●" if _blot(ring, small) else "○", *ring) for ring in _outermost(rings)]
    left = [rule for rule in rules if not any(_inside(_box(rule), square) for square in squares)]
    return Boxes(runs, left, frozenset(marks))


def _box(rule: Rule) -> Box:
    return rule.x0, rule.top, rule.x1, rule.bottom


def _is_square(box: Box) -> bool:
    width, height = box[2] - box[0], box[3] - box[1]
    return (
        min(width, height) >= _SMALLEST
        and max(width, height) <= _LARGEST
        and min(width, height) >= _SQUARE * max(width, height)
    )


def _fits(box: Box) -> bool:
    return box[2] - box[0] <= 2 * _LARGEST and box[3] - box[1] <= 2 * _LARGEST


def _rectangles(shapes: Iterable[Shape]) -> Iterator[Box]:
    for shape in shapes:
        if shape.stroke is not None and is_rectangle(shape) and len(shape.points) + shape.closed >= 5:
            box = shape.box
            if _is_square(box):
                yield box


def _of_lines(rules: Sequence[Rule]) -> Iterator[Box]:
    """Squares of four short lines."""
    level = [each for each in rules if each.top == each.bottom and each.x1 - each.x0 <= _LARGEST]
    upright = [each for each in rules if each.x0 == each.x1 and each.bottom - each.top <= _LARGEST]
    if max(len(level), len(upright)) > _MOST_BOXES:
        return
    for top in level:
        for bottom in level:
            box = (top.x0, top.top, top.x1, bottom.top)
            if (
                abs(bottom.x0 - top.x0) <= _NEAR
                and abs(bottom.x1 - top.x1) <= _NEAR
                and _is_square(box)
                and any(_side(each, top.x0, box) for each in upright)
                and any(_side(each, top.x1, box) for each in upright)
            ):
                yield box


def _side(line: Rule, x: float, box: Box) -> bool:
    return (
        abs(line.x0 - x) <= 2 * _NEAR
        and abs(line.top - box[1]) <= 2 * _NEAR
        and abs(line.bottom - box[3]) <= 2 * _NEAR
    )


def _in_a_grid(box: Box, rules: Iterable[Rule]) -> bool:
    """Whether lines go on beyond the box: then it is a narrow cell of a table."""
    x0, top, x1, bottom = box
    for rule in rules:
        if rule.top == rule.bottom:
            meets = min(abs(rule.top - top), abs(rule.top - bottom)) <= _NEAR
            beyond = rule.x0 < x0 - 2 * _NEAR or rule.x1 > x1 + 2 * _NEAR
            touches = rule.x0 <= x1 + _NEAR and rule.x1 >= x0 - _NEAR
        else:
            meets = min(abs(rule.x0 - x0), abs(rule.x0 - x1)) <= _NEAR
            beyond = rule.top < top - 2 * _NEAR or rule.bottom > bottom + 2 * _NEAR
            touches = rule.top <= bottom + _NEAR and rule.bottom >= top - _NEAR
        if meets and beyond and touches:
            return True
    return False


def _rings(shapes: Iterable[Shape]) -> Iterator[Box]:
    for shape in shapes:
        if shape.curved and shape.stroke is not None and shape.fill is None and len(shape.points) >= 8:
            (x0, y0), (x1, y1) = shape.points[0], shape.points[-1]
            if _is_square(shape.box) and (shape.closed or abs(x0 - x1) + abs(y0 - y1) <= _NEAR):
                yield shape.box


def _inside(inner: Box, outer: Box, reach: float = 0.0) -> bool:
    room = max(_NEAR, reach * (outer[2] - outer[0]))
    return (
        inner[0] >= outer[0] - room
        and inner[1] >= outer[1] - room
        and inner[2] <= outer[2] + room
        and inner[3] <= outer[3] + room
    )


def _outermost(boxes: Sequence[Box]) -> list[Box]:
    """Each box once: a frame is drawn by its outer and inner edge."""
    wide = sorted(boxes, key=lambda box: (box[0] - box[2]) * (box[3] - box[1]))
    kept: list[Box] = []
    for box in wide:
        if not any(_inside(box, other) for other in kept):
            kept.append(box)
    return kept


def _glyph(square: Box, shapes: Iterable[Shape]) -> str:
    """Filled, crossed, ticked or blank."""
    x0, top, x1, bottom = square
    slanted: list[tuple[float, float, float, float]] = []
    for shape in shapes:
        box = shape.box
        centre = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        if not (x0 < centre[0] < x1 and top < centre[1] < bottom and _inside(box, square, _REACH)):
            continue
        if _fills(shape, square):
            return "■"
        if shape.fill is not None and shape.fill.like(WHITE):
            continue
        slanted += _slanted(shape, square)
    if not slanted:
        return "□"
    return "☒" if _crossing(slanted) else "☑"


def _fills(shape: Shape, square: Box) -> bool:
    if shape.fill is None or min(shape.fill[:3]) > 200 or not (is_rectangle(shape) or shape.curved):
        return False
    box = shape.box
    side = square[2] - square[0]
    return (
        box[2] - box[0] >= _FILLED * side
        and box[3] - box[1] >= _FILLED * side
        and (is_rectangle(shape) or len(shape.points) >= 12)
    )


def _slanted(shape: Shape, square: Box) -> Iterator[tuple[float, float, float, float]]:
    least = 0.15 * (square[2] - square[0])
    if shape.curved:  # a tick with a bend, or the outline of a printed one
        x0, top, x1, bottom = shape.box
        if min(x1 - x0, bottom - top) > 2 * least:
            yield shape.box
        return
    for (x0, y0), (x1, y1) in sides_of(shape):
        if abs(x1 - x0) > least and abs(y1 - y0) > least:
            yield x0, y0, x1, y1


def _crossing(lines: Sequence[tuple[float, float, float, float]]) -> bool:
    """Whether two of the lines cut each other well inside both."""
    for index, (ax, ay, bx, by) in enumerate(lines[:40]):
        for cx, cy, dx, dy in lines[index + 1 : 40]:
            across = (bx - ax) * (dy - cy) - (by - ay) * (dx - cx)
            if abs(across) < 1e-6:
                continue
            first = ((cx - ax) * (dy - cy) - (cy - ay) * (dx - cx)) / across
            second = ((cx - ax) * (by - ay) - (cy - ay) * (bx - ax)) / across
            if 0.2 < first < 0.8 and 0.2 < second < 0.8:
                return True
    return False


def _blot(ring: Box, shapes: Iterable[Shape]) -> bool:
    for shape in shapes:
        box = shape.box
        filled = shape.fill is not None and min(shape.fill[:3]) <= 200
        if filled and _inside(box, ring) and box[2] - box[0] >= 0.3 * (ring[2] - ring[0]):
            return True
    return False
