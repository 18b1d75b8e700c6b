"""Text objects into characters with their boxes (GB/T 33190-2016, 11)."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml.etree import _Element

from extractors.layout.lettering import units
from extractors.readers.docx.symbols import is_symbol_font, translation
from extractors.readers.ofd.geometry import Area, Matrix, area, deltas, number
from extractors.readers.ofd.package import children

__all__ = ["Letter", "letters"]

_ASCENT, _DESCENT = 0.88, 0.12  # of a Chinese font's em box
_PRETTY = re.compile(r"^[ \t]*[\r\n]\s*|\s*[\r\n][ \t]*$")  # how printers of XML set their lines
_TURNED = {"90", "270"}


class Letter(NamedTuple):
    """One character as it is drawn, in millimetres of the page; its line runs to the right after `turns`
    quarter turns to the left, or is `slanted`.
    """

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    turns: int
    slanted: bool


def letters(element: _Element, to_page: Matrix, *, font: str) -> Iterator[Letter]:
    """The characters of a text object in the order they are drawn; `to_page` leads from its own space."""
    boundary = area(element.get("Boundary"))
    size = number(element.get("Size") or element.get("size"))
    if size <= 0:
        size = boundary.height if boundary is not None else 0.0
    stretch = number(element.get("HScale"), 1.0) or 1.0
    turns, slanted = _direction(to_page)
    last: Letter | None = None
    x = y = 0.0
    for code in children(element, "TextCode"):
        x, y = number(code.get("X"), x), number(code.get("Y"), y)
        for character, at_x, at_y, width in _placed(element, code, _shown(code, font), (x, y), size, stretch):
            if last is not None:
                yield last
            box = to_page.box(at_x, at_y - _ASCENT * size, at_x + width, at_y + _DESCENT * size)
            last = Letter(character, *box, turns, slanted)
    if last is not None:
        yield _widened(last, boundary, to_page, size)


def _widened(last: Letter, boundary: Area | None, to_page: Matrix, size: float) -> Letter:
    """The last letter, behind which no step says how wide it is, as wide as the boundary leaves room; a
    Chinese one is as wide as it is high.
    """
    if boundary is None or units(last.text) >= 1 or last.turns or last.slanted or to_page.a <= 0:
        return last
    room = boundary.x + boundary.width - last.x0 if not to_page.b else 0.0
    full = size * to_page.a
    return last._replace(x1=last.x0 + room) if 0.2 * full < room < 1.05 * full else last


def _shown(code: _Element, font: str) -> str:
    text = _PRETTY.sub("", code.text or "")
    if is_symbol_font(font):
        return text.translate(translation(font, "all"))
    return text


def _direction(to_page: Matrix) -> tuple[int, bool]:
    """By how many quarter turns a line runs clockwise of level, and whether aslant as watermarks do."""
    across, along = abs(to_page.b), abs(to_page.a)
    slanted = min(across, along) > 0.2 * max(across, along)
    return round(math.atan2(to_page.b, to_page.a) / (math.pi / 2)) % 4, slanted


def _placed(
    element: _Element, code: _Element, text: str, start: tuple[float, float], size: float, stretch: float
) -> Iterator[tuple[str, float, float, float]]:
    """Each character with the place of its origin and its width."""
    right, down = code.get("DeltaX"), code.get("DeltaY")
    pairs = len(text.encode("utf-16-le", "surrogatepass")) // 2
    steps_x, steps_y = deltas(right, pairs - 1), deltas(down, pairs - 1)
    paired = pairs > len(text) and max(len(steps_x), len(steps_y)) == pairs - 1  # counted in UTF-16
    vertical = element.get("ReadDirection", "0").strip() in _TURNED
    x, y = start
    index = 0
    for character in text:
        natural = size * stretch * units(character)
        step_x = steps_x[index] if index < len(steps_x) else None
        step_y = steps_y[index] if index < len(steps_y) else None
        width = step_x if step_x is not None and 0 < step_x <= 1.05 * size * stretch else natural
        yield character, x, y, width
        if step_x is not None:
            x += step_x
        elif not vertical and (right is not None or down is None):
            x += natural
        if step_y is not None:
            y += step_y
        elif vertical and (down is not None or right is None):
            y += size
        index += 2 if paired and ord(character) > 0xFFFF else 1
