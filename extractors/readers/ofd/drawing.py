"""One page's content, walked: every letter, figure and picture on it, and which of them nobody can see."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from lxml.etree import _Element

from extractors.document import Box
from extractors.errors import TooLarge
from extractors.readers.ofd.geometry import POINTS, Area, Matrix, area, matrix
from extractors.readers.ofd.package import child, local, text_of
from extractors.readers.ofd.paint import BLACK, WHITE, Colour, paint_of
from extractors.readers.ofd.paths import Shape, shapes
from extractors.readers.ofd.resources import Resources
from extractors.readers.ofd.text import Letter, letters

__all__ = ["Drawing", "Inked", "Placed", "Tally"]

_DEEPEST = 12  # composites and blocks in one another
_MOST_TURNED = 0.7  # of a page's letters, from which on the page itself lies on its side
_TINY = 2.0  # points: nobody reads that
_MOST_GROUNDS = 400  # coloured fields of a page; one with more is a picture
_BACKGROUND = 9.0  # points: a smaller field is no ground that text stands on


@dataclass(slots=True)
class Tally:
    """What one file may draw in all: composites drawn in composites multiply."""

    name: str
    objects: int = 400_000
    figures: int = 60_000  # a filing of 300 pages has 20 000, all the lines of its tables among them
    letters: int = 4_000_000
    points: int = 4_000_000

    def spend(self, *, objects: int = 0, figures: int = 0, letters: int = 0, points: int = 0) -> None:
        self.objects -= objects
        self.figures -= figures
        self.letters -= letters
        self.points -= points
        if min(self.objects, self.figures, self.letters, self.points) < 0:
            raise TooLarge(f"“{self.name}”里的图形或文字多得不正常，不像申报书，请重新导出后再提交。")


class Inked(NamedTuple):
    """A letter with the colour it is drawn in; None where it is drawn with nothing."""

    letter: Letter
    colour: Colour | None
    order: int


class Placed(NamedTuple):
    """A picture; `place` leads from the unit square to points of the page."""

    part: str
    place: Matrix
    order: int

    @property
    def box(self) -> Box:
        return self.place.box(0, 0, 1, 1)


@dataclass(slots=True)
class Drawing:
    """Letters are in millimetres of the page, everything else in points."""

    width: float
    height: float
    resources: Resources
    tally: Tally
    letters: list[Inked] = field(default_factory=list)
    shapes: list[Shape] = field(default_factory=list)
    pictures: list[Placed] = field(default_factory=list)
    _order: int = 0

    def content(self, content: _Element | None, to_page: Matrix) -> None:
        """Take in the layers of a page, a template or a composite."""
        for layer in content if content is not None else ():
            self.block([layer], to_page, None, 0)

    def block(self, objects: Iterable[_Element], to_page: Matrix, layer: str | None, depth: int) -> None:
        """Take in objects; `to_page` leads from the space that their boundaries are given in."""
        for element in objects:
            self.tally.spend(objects=1)
            self._order += 1
            kind = local(element)
            if kind in ("Layer", "PageBlock"):
                if depth < _DEEPEST and element.get("Visible", "true").lower() != "false":
                    self.block(element, to_page, element.get("DrawParam") or layer, depth + 1)
            elif kind == "TextObject":
                self._text(element, to_page, layer)
            elif kind == "PathObject":
                self._path(element, to_page, layer)
            elif kind == "ImageObject":
                self._picture(element, to_page)
            elif kind == "CompositeObject" and depth < _DEEPEST:
                self._composite(element, to_page, layer, depth)

    def _text(self, element: _Element, to_page: Matrix, layer: str | None) -> None:
        paint = paint_of(element, self.resources, layer, text=True)
        colour = None if paint is None else paint.fill or paint.stroke
        font = self.resources.fonts.get(element.get("Font", ""), "")
        own = _own_space(element).before(to_page)
        for letter in letters(element, own, font=font):
            self.tally.spend(letters=1)
            self.letters.append(Inked(letter, colour, self._order))

    def _path(self, element: _Element, to_page: Matrix, layer: str | None) -> None:
        paint = paint_of(element, self.resources, layer, text=False)
        if paint is None:
            return
        self.tally.spend(figures=1)
        own = _in_points(_own_space(element).before(to_page))
        data = text_of(child(element, "AbbreviatedData"))
        width = paint.width * own.scale
        for shape in shapes(data, own, fill=paint.fill, stroke=paint.stroke, width=width, order=self._order):
            self.tally.spend(points=len(shape.points))
            self.shapes.append(shape)

    def _picture(self, element: _Element, to_page: Matrix) -> None:
        part = self.resources.pictures.get(element.get("ResourceID", ""))
        boundary = area(element.get("Boundary"))
        if part is None or boundary is None or paint_of(element, self.resources, None, text=False) is None:
            return
        own = matrix(element.get("CTM"))
        if element.get("CTM") is None:
            own = Matrix(boundary.width, 0, 0, boundary.height, 0, 0)
        place = _in_points(own.moved(boundary.x, boundary.y).before(to_page))
        self.pictures.append(Placed(part, place, self._order))

    def _composite(self, element: _Element, to_page: Matrix, layer: str | None, depth: int) -> None:
        content = self.resources.composites.get(element.get("ResourceID", ""))
        if content is None or element.get("Visible", "true").lower() == "false":
            return
        inner = _own_space(element).before(to_page)
        for each in content:
            self.block([each], inner, layer, depth + 1)

    @property
    def turns(self) -> int:
        """By how many quarter turns most of the text runs clockwise of level."""
        turns = Counter(inked.letter.turns for inked in self.letters if inked.letter.text.strip())
        most, count = turns.most_common(1)[0] if turns else (0, 0)
        return most if count > _MOST_TURNED * sum(turns.values()) else 0

    def unseen(self, letters: Iterable[Inked]) -> list[bool]:
        """For each of the letters whether nobody can see it: without ink, tiny, off the page, in the colour
        of what is under it, or covered.
        """
        grounds = [shape for shape in self.shapes if _is_ground(shape)][-_MOST_GROUNDS:]
        pictures = [(picture.box, picture.order) for picture in self.pictures]
        return [_is_unseen(inked, grounds, pictures, self.width, self.height) for inked in letters]


def _own_space(element: _Element) -> Matrix:
    """From an object's own space to that of its boundary's."""
    boundary = area(element.get("Boundary")) or Area(0, 0, 0, 0)
    return matrix(element.get("CTM")).moved(boundary.x, boundary.y)


def _in_points(place: Matrix) -> Matrix:
    return Matrix(*(each * POINTS for each in place))


def _is_ground(shape: Shape) -> bool:
    if shape.fill is None or shape.fill.alpha < 250:
        return False
    x0, top, x1, bottom = shape.box
    return min(x1 - x0, bottom - top) >= _BACKGROUND


def _is_unseen(
    inked: Inked, grounds: list[Shape], pictures: list[tuple[Box, int]], width: float, height: float
) -> bool:
    letter, colour, order = inked
    if colour is None or colour.alpha <= 8:
        return True
    x, y = (letter.x0 + letter.x1) * POINTS / 2, (letter.top + letter.bottom) * POINTS / 2
    tiny = max(letter.x1 - letter.x0, letter.bottom - letter.top) * POINTS < _TINY
    if tiny or not (0 <= x <= width and 0 <= y <= height):
        return True
    ground, at = WHITE, 0
    for shape in grounds:
        if _covers(shape.box, x, y):
            if shape.order > order:
                return True
            ground, at = shape.fill or BLACK, shape.order
    if any(at < when < order and _covers(box, x, y) for box, when in pictures):
        return False
    return colour.like(ground)


def _covers(box: Box, x: float, y: float) -> bool:
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]
