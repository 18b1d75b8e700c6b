"""WordprocessingML elements, and the text that may stand in them (ECMA-376 part 1, 17; MS-DOCX for w14)."""

from __future__ import annotations

import re
from typing import Final

from lxml import etree

__all__ = ["IGNORABLE", "NAMESPACES", "TWIPS_A_MILLIMETRE", "clean", "serialize", "twips", "w", "w14"]

NAMESPACES: Final = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
}
IGNORABLE: Final = f"{{{NAMESPACES['mc']}}}Ignorable"
TWIPS_A_MILLIMETRE: Final = 1440 / 25.4
_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def w(tag: str, *children: etree._Element, **attributes: str | int) -> etree._Element:
    """An element of the main namespace; its attributes are of that namespace too."""
    return _element(NAMESPACES["w"], tag, children, attributes)


def w14(tag: str, *children: etree._Element, **attributes: str | int) -> etree._Element:
    """An element of Word 2010's own namespace."""
    return _element(NAMESPACES["w14"], tag, children, attributes)


def _element(
    space: str, tag: str, children: tuple[etree._Element, ...], attributes: dict[str, str | int]
) -> etree._Element:
    element = etree.Element(f"{{{space}}}{tag}", nsmap=NAMESPACES)
    for name, value in attributes.items():
        element.set(f"{{{space}}}{name}", str(value))
    element.extend(children)
    return element


def twips(millimetres: float) -> int:
    """Word's unit of length: a twentieth of a point."""
    return round(millimetres * TWIPS_A_MILLIMETRE)


def clean(text: str) -> str:
    """`text` without what XML cannot hold: an applicant's words may bring control characters."""
    return _ILLEGAL.sub("", text)


def serialize(root: etree._Element) -> bytes:
    """A part as bytes, each namespace declared once."""
    etree.cleanup_namespaces(root, top_nsmap=NAMESPACES, keep_ns_prefixes=list(NAMESPACES))
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
