"""Drawings, pictures and embedded objects: their text boxes, and whether there is something to see."""

from __future__ import annotations

from typing import NamedTuple

from lxml import etree

from extractors.readers.docx import names as n
from extractors.readers.docx.names import OLE, WPS, V, W

__all__ = ["Drawing", "branch", "look_into"]

_UNDERSTOOD = frozenset(
    {
        "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
        "http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas",
        "http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing",
        "http://schemas.microsoft.com/office/word/2010/wordml",
        "http://schemas.microsoft.com/office/word/2012/wordml",
    }
)
_LINES = frozenset({"line", "straightConnector1", "bentConnector3", "curvedConnector3"})
_PICTURES = frozenset(
    {
        "{http://schemas.openxmlformats.org/drawingml/2006/picture}pic",
        "{http://purl.oclc.org/ooxml/drawingml/picture}pic",
        "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart",
        "{http://schemas.openxmlformats.org/drawingml/2006/diagram}relIds",
        n.A + "blip",
        W + "contentPart",  # ink: somebody drew
        V + "imagedata",
        OLE + "OLEObject",
    }
)
_SHAPES = frozenset(V + name for name in ("shape", "rect", "oval", "roundrect", "polyline", "curve", "arc"))


class Drawing(NamedTuple):
    """What a drawing holds. `picture`: something that no text stands for."""

    boxes: list[etree._Element]
    picture: bool


def look_into(element: etree._Element) -> Drawing:
    """The text boxes (`w:txbxContent`) of a `w:drawing`, `w:pict` or `w:object`, outermost only."""
    boxes: list[etree._Element] = []
    picture = False
    pending = [element]
    while pending:
        here = pending.pop()
        tag = here.tag
        if tag == n.TXBX_CONTENT:
            boxes.append(here)
            continue
        picture = picture or tag in _PICTURES or _is_drawn(here)
        if tag == n.ALTERNATE:
            chosen = branch(here)
            pending.extend(() if chosen is None else (chosen,))
        elif tag != V + "shapetype":  # a mould, not a shape
            pending.extend(reversed(here))
    return Drawing(boxes, picture)


def branch(element: etree._Element) -> etree._Element | None:
    """The one branch of an `mc:AlternateContent` that is shown (ISO/IEC 29500-3, 7.7)."""
    for choice in element.iterchildren(n.CHOICE):
        wanted = (choice.get("Requires") or "").split()
        if wanted and all(choice.nsmap.get(prefix) in _UNDERSTOOD for prefix in wanted):
            return choice
    return element.find(n.FALLBACK)


def _is_drawn(element: etree._Element) -> bool:
    """Whether a shape without text shows more than a line."""
    if element.tag == WPS + "wsp":
        if element.find(f".//{n.TXBX_CONTENT}") is not None:
            return False
        outline = element.find(f".//{n.A}prstGeom")
        return outline is None or outline.get("prst") not in _LINES
    if element.tag in _SHAPES:
        rule = element.get(OLE + "hr") in {"t", "true", "1"}
        return not rule and element.find(f".//{n.TXBX_CONTENT}") is None
    return False
