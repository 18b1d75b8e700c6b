"""What styles add to paragraphs and runs: heading levels, numbering, hidden text, symbol fonts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

from lxml import etree

from extractors.readers.docx import names as n
from extractors.readers.docx.names import VAL, W
from extractors.readers.docx.symbols import is_symbol_font

__all__ = [
    "NO_LOOK",
    "PLAIN",
    "Look",
    "Numbered",
    "Style",
    "Styles",
    "has_fill",
    "look_of",
    "numbered",
    "outline_level",
]

_HEADING = re.compile(r"(?:heading|标题)\s*([1-9])", re.IGNORECASE)
_CONTENTS = re.compile(r"(?:toc|(?:wpsoffice手动)?目录)\s*([1-9])", re.IGNORECASE)
_BASES = 32  # styles on styles; Word stops at 11
_TINY = 2  # half-points
_NO_FILL = frozenset({None, "", "auto", "FFFFFF", "ffffff"})
_OVERRIDDEN = {n.R_FONTS: b"<w:rFonts", n.COLOR: b"<w:color", n.SIZE: b"<w:sz "}
_ANY_SLOT = tuple(W + slot for slot in ("ascii", "hAnsi", "asciiTheme", "hAnsiTheme"))


class Look(NamedTuple):
    """How a run is set, as far as it decides what is seen. None: nothing is said here."""

    font: tuple[str, str] | None = None  # symbol font and its scope; ("", "") is a font of letters
    vanish: bool | None = None
    strike: bool | None = None
    white: bool | None = None
    tiny: bool | None = None
    filled: bool | None = None  # on a ground of its own colour

    def over(self, base: Look) -> Look:
        """Give this look where it says something, else `base`."""
        return Look._make(below if mine is None else mine for mine, below in zip(self, base, strict=True))

    @property
    def shows(self) -> bool:
        """Whether text set so is other than its characters, or not seen at all."""
        return bool(self.vanish or self.strike or self.white or self.tiny or (self.font and self.font[0]))


class Numbered(NamedTuple):
    """A `w:numPr`: the numbering instance ("0" is none) and its level from 0. None: nothing is said."""

    instance: str | None = None
    level: int | None = None

    def over(self, base: Numbered) -> Numbered:
        """Give this where it says something, else `base`."""
        return Numbered(self.instance or base.instance, base.level if self.level is None else self.level)


class Style(NamedTuple):
    """One style with all that it inherits."""

    look: Look = Look()
    level: int = 0  # outline level 1-9, 0 for body text
    toc: int = 0  # level 1-9 of a line of a table of contents, 0 for anything else
    numbered: Numbered = Numbered()
    filled: bool = False

    @property
    def is_plain(self) -> bool:
        """Whether a paragraph in this style reads as if it had none."""
        numbered = self.numbered.instance not in {None, "0"}
        return not (self.look.shows or self.level or self.toc or numbered)


NO_LOOK = Look()
PLAIN = Style()


class Styles:
    """The styles of one document by id; an unknown id stands for the default paragraph style."""

    def __init__(self, root: etree._Element | None) -> None:
        self._elements: dict[str, etree._Element] = {}
        self._known: dict[str, Style] = {}
        self._paragraphs: dict[str, Style] = {}
        self._base = NO_LOOK
        self.default = PLAIN
        # What runs may say against a style that sets a symbol font, or white or tiny text: see `formatting`.
        self.overridden: frozenset[bytes] = frozenset()
        if root is None:
            return
        defaults = root.find(f"{W}docDefaults/{W}rPrDefault/{n.RPR}")
        self._base = NO_LOOK if defaults is None else look_of(defaults)
        default_id = ""
        for element in root.iterchildren(W + "style"):
            identity = element.get(W + "styleId", "")
            self._elements[identity] = element
            if element.get(W + "default") in {"1", "true", "on"} and element.get(W + "type") == "paragraph":
                default_id = identity
        default = self._resolved(default_id)
        self.default = default._replace(look=default.look.over(self._base))
        showing = (element for element in root.iter(*_OVERRIDDEN) if look_of([element]).shows)
        self.overridden = frozenset(_OVERRIDDEN[element.tag] for element in showing)

    def paragraph(self, identity: str | None) -> Style:
        """The style of a paragraph, with the document's defaults under it."""
        if identity is None or identity not in self._elements:
            return self.default
        if identity not in self._paragraphs:
            style = self._resolved(identity)
            self._paragraphs[identity] = style._replace(look=style.look.over(self._base))
        return self._paragraphs[identity]

    def run(self, identity: str | None) -> Look:
        """What a character style says of its runs."""
        return NO_LOOK if identity is None else self._resolved(identity).look

    def fills_cells(self, identity: str | None) -> bool:
        """Whether a table style colours the ground of cells (header rows do)."""
        seen = 0
        while identity is not None and identity in self._elements and seen < _BASES:
            element = self._elements[identity]
            if any(has_fill(shading) for shading in element.iter(n.SHD)):
                return True
            identity, seen = _value(element, "basedOn"), seen + 1
        return False

    def numbering_of(self, identity: str | None) -> str | None:
        """The numbering instance that a numbering style names (17.9.21)."""
        return None if identity is None else self._resolved(identity).numbered.instance

    def _resolved(self, identity: str, depth: int = 0) -> Style:
        if identity in self._known:
            return self._known[identity]
        element = self._elements.get(identity)
        if element is None or depth > _BASES:
            return PLAIN
        base_id = _value(element, "basedOn")
        base = PLAIN if base_id is None else self._resolved(base_id, depth + 1)
        self._known[identity] = style = _style(element, base)
        return style


def look_of(properties: Iterable[etree._Element]) -> Look:
    """What run properties (the children of a `w:rPr`) say directly."""
    said: dict[str, tuple[str, str] | bool | None] = {}
    for child in properties:
        what = _LOOKS.get(child.tag)
        if what is not None:
            name, read = what
            said[name] = read(child)
    return Look(**said) if said else NO_LOOK  # type: ignore[arg-type]  # each reader gives its field's type


def numbered(properties: etree._Element) -> Numbered:
    """The numbering that paragraph properties (a `w:pPr`) ask for directly."""
    asked = properties.find(n.NUM_PR)
    if asked is None:
        return Numbered()
    level = _value(asked, "ilvl")
    return Numbered(_value(asked, "numId"), int(level) if level is not None and level.isdecimal() else None)


def outline_level(properties: etree._Element) -> int | None:
    """The outline level said directly: 1-9, 0 for body text, None where nothing is said."""
    value = _value(properties, "outlineLvl")
    if value is None or not value.isdecimal():
        return None
    return int(value) + 1 if int(value) < 9 else 0


def has_fill(shading: etree._Element | None) -> bool:
    """Whether a `w:shd` gives a ground on which white text is seen."""
    if shading is None:
        return False
    themed = shading.get(W + "themeFill") not in {None, "background1", "light1"}
    solid = shading.get(VAL) not in {None, "clear", "nil"}
    return themed or solid or shading.get(W + "fill") not in _NO_FILL


def _style(element: etree._Element, base: Style) -> Style:
    name = _value(element, "name") or ""
    runs, paragraphs = element.find(n.RPR), element.find(n.PPR)
    look = base.look if runs is None else look_of(runs).over(base.look)
    level, number, filled = None, base.numbered, base.filled
    if paragraphs is not None:
        level = outline_level(paragraphs)
        number = numbered(paragraphs).over(number)
        filled = filled or has_fill(paragraphs.find(n.SHD))
    if level is None:
        heading = _HEADING.fullmatch(name.strip())
        level = int(heading[1]) if heading else base.level
    contents = _CONTENTS.fullmatch(name.strip())
    toc = int(contents[1]) if contents else base.toc
    return Style(look, level, toc, number, filled)


def _value(parent: etree._Element, name: str) -> str | None:
    child = parent.find(W + name)
    return None if child is None else child.get(VAL)


def _fonts(element: etree._Element) -> tuple[str, str] | None:
    low, high = element.get(W + "ascii"), element.get(W + "hAnsi")
    if is_symbol_font(low):
        return low or "", "all" if is_symbol_font(high) else "low"
    if is_symbol_font(high):
        return high or "", "high"
    for slot in ("eastAsia", "cs"):
        font = element.get(W + slot)
        if is_symbol_font(font):
            return font or "", "private"
    return ("", "") if any(element.get(slot) is not None for slot in _ANY_SLOT) else None


def _on(element: etree._Element) -> bool:
    return n.is_on(element.get(VAL))


def _white(element: etree._Element) -> bool:
    return (element.get(VAL) or "").upper() == "FFFFFF"


def _tiny(element: etree._Element) -> bool:
    size = element.get(VAL) or ""
    return size.isdecimal() and int(size) <= _TINY


def _highlight(element: etree._Element) -> bool:
    return element.get(VAL) not in {None, "none", "white"}


_LOOKS: dict[str, tuple[str, Callable[[etree._Element], tuple[str, str] | bool | None]]] = {
    n.R_FONTS: ("font", _fonts),
    n.VANISH: ("vanish", _on),
    n.STRIKE: ("strike", _on),
    n.DSTRIKE: ("strike", _on),
    n.COLOR: ("white", _white),
    n.SIZE: ("tiny", _tiny),
    n.SHD: ("filled", has_fill),
    W + "highlight": ("filled", _highlight),
}
