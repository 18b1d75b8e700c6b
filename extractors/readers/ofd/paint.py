"""What an object is drawn with: colours, line width, whether at all (GB/T 33190-2016, 8.2, 8.3)."""

from __future__ import annotations

from typing import NamedTuple

from lxml.etree import _Element

from extractors.readers.ofd.geometry import number
from extractors.readers.ofd.package import child
from extractors.readers.ofd.resources import Resources

__all__ = ["BLACK", "WHITE", "Colour", "Paint", "paint_of"]

_LINE_WIDTH = 0.353  # millimetres: what is not said is that


class Colour(NamedTuple):
    """0-255 each; alpha 0 is not to be seen."""

    red: float = 0
    green: float = 0
    blue: float = 0
    alpha: float = 255

    def like(self, other: Colour) -> bool:
        """No eye tells the two apart on paper."""
        return all(abs(mine - theirs) <= 12 for mine, theirs in zip(self[:3], other[:3], strict=True))


BLACK = Colour()
WHITE = Colour(255, 255, 255)
PATTERN = Colour(128, 128, 128)  # patterns and shadings are of no one colour


class Paint(NamedTuple):
    fill: Colour | None
    stroke: Colour | None
    width: float  # of lines, in millimetres of the object's own space


def paint_of(element: _Element, resources: Resources, layer: str | None, *, text: bool) -> Paint | None:
    """What the object is drawn with, None for one that is not to be seen.

    Text is filled unless it says otherwise, a path is stroked. `layer` is the drawing parameters' ID that
    holds for all objects of the layer.
    """
    if element.get("Visible", "true").lower() == "false" or number(element.get("Alpha"), 255) <= 0:
        return None
    sources = [element, *resources.parameters(element.get("DrawParam")), *resources.parameters(layer)]
    fill = _colour(sources, "FillColor", BLACK if text else None)
    stroke = _colour(sources, "StrokeColor", BLACK)
    if not _wanted(element, "Fill", text):
        fill = None
    if not _wanted(element, "Stroke", not text):
        stroke = None
    if fill is None and stroke is None:
        return None
    written = next((each.get("LineWidth") for each in sources if each.get("LineWidth")), None)
    return Paint(fill, stroke, number(written, _LINE_WIDTH))


def _wanted(element: _Element, name: str, default: bool) -> bool:  # noqa: FBT001  what the standard says
    written = element.get(name)
    return default if written is None else written.strip().lower() in ("true", "1")


def _colour(sources: list[_Element], name: str, default: Colour | None) -> Colour | None:
    for source in sources:
        if (element := child(source, name)) is not None:
            colour = _read(element)
            return colour if colour.alpha > 0 else None
    return default


def _read(element: _Element) -> Colour:
    alpha = number(element.get("Alpha"), 255)
    written = element.get("Value")
    if written is None:
        return (PATTERN if len(element) else BLACK)._replace(alpha=alpha)
    parts = [_component(each) for each in written.replace(",", " ").split()]
    if len(parts) == 1:
        return Colour(parts[0], parts[0], parts[0], alpha)
    if len(parts) == 3:
        return Colour(parts[0], parts[1], parts[2], alpha)
    if len(parts) == 4:
        rest = 1 - parts[3] / 255
        red, green, blue = ((255 - each) * rest for each in parts[:3])
        return Colour(red, green, blue, alpha)
    return BLACK._replace(alpha=alpha)


def _component(written: str) -> float:
    if written.startswith("#"):
        try:
            return float(int(written[1:], 16))
        except ValueError:
            return 0.0
    return number(written)
