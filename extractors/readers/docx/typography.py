"""Fonts, sizes and line distances as they come out: defaults, styles on styles, themes, direct formatting.

What counts for Chinese characters is the `eastAsia` slot of `w:rFonts` (ECMA-376 part 1, 17.3.2.26), or the
theme's font where `eastAsiaTheme` names one: a program that sets `ascii` alone leaves them as they were.
From the weakest to the strongest: document defaults, table style, paragraph style, character style, direct.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from lxml import etree

from extractors.appearance import Face, Pitch
from extractors.readers.docx import names as n
from extractors.readers.docx.names import VAL, A, W, is_on

__all__ = ["Letters", "Lines", "Typography", "face_of", "letters_of", "lines_of", "pitch_of", "theme_fonts"]

_BASES = 32  # styles on styles; Word stops at 11
_STANDARD_SIZE = 20  # half-points, where nothing says a size (17.3.2.38)
_LINE = 240  # a line, in the unit of `w:line` where it is a multiple
_TWIPS, _HALF_POINTS = 20, 2  # in a point
_RULES: Final[Mapping[str, str]] = {"exact": "exact", "atLeast": "least", "auto": "multiple"}
_MEASURE: Final = re.compile(r"-?(\d{1,6}(?:\.\d{1,6})?)(pt|pc|in|cm|mm)?")
_POINTS: Final[Mapping[str, float]] = {"pt": 1, "pc": 12, "in": 72, "cm": 72 / 2.54, "mm": 72 / 25.4}
_DEFAULT: Final = frozenset({"1", "true", "on"})


class Letters(NamedTuple):
    """What is said about the characters of runs. None: nothing is."""

    font: str | None = None
    size: int | None = None  # half-points
    bold: bool | None = None

    def over(self, base: Letters) -> Letters:
        """Give this where it says something, else `base`."""
        return Letters(
            base.font if self.font is None else self.font,
            base.size if self.size is None else self.size,
            base.bold if self.bold is None else self.bold,
        )


class Lines(NamedTuple):
    """What is said about the distance of lines. None: nothing is."""

    line: int | None = None  # twips, or 240ths of a line
    rule: str | None = None

    def over(self, base: Lines) -> Lines:
        """Give this where it says something, else `base`."""
        return Lines(base.line if self.line is None else self.line, self.rule or base.rule)


class _Said(NamedTuple):
    """What one style says, with all that it inherits from other styles."""

    letters: Letters = Letters()
    lines: Lines = Lines()


class Typography:
    """The styles of one document as to how things look, by id."""

    def __init__(self, styles: etree._Element | None, theme: etree._Element | None) -> None:
        self.fonts = theme_fonts(theme)
        self._elements: dict[str, etree._Element] = {}
        self._known: dict[str, _Said] = {}
        self._defaults = _Said()
        self._usual = {"paragraph": "", "table": ""}  # ids of the default styles by type
        if styles is None:
            return
        runs = styles.find(f"{W}docDefaults/{W}rPrDefault/{n.RPR}")
        paragraphs = styles.find(f"{W}docDefaults/{W}pPrDefault/{n.PPR}")
        self._defaults = self._say(runs, paragraphs)
        for element in styles.iterchildren(W + "style"):
            identity, kind = element.get(W + "styleId", ""), element.get(W + "type", "")
            self._elements[identity] = element
            if kind in self._usual and element.get(W + "default") in _DEFAULT:
                self._usual[kind] = identity

    def under(self, paragraph: str | None, table: str | None) -> tuple[Letters, Lines]:
        """What runs and lines are like in a paragraph of this style, in a table of that style, or in none."""
        below = self._defaults
        if table is not None:
            said = self._resolved(table if table in self._elements else self._usual["table"])
            below = _Said(said.letters.over(below.letters), said.lines.over(below.lines))
        own = paragraph if paragraph in self._elements else self._usual["paragraph"]
        said = self._resolved(own or "")
        return said.letters.over(below.letters), said.lines.over(below.lines)

    def character(self, identity: str) -> Letters:
        """What a character style says."""
        return self._resolved(identity).letters

    def _resolved(self, identity: str, depth: int = 0) -> _Said:
        if identity in self._known:
            return self._known[identity]
        element = self._elements.get(identity)
        if element is None or depth > _BASES:
            return _Said()
        based = element.find(W + "basedOn")
        base = _Said() if based is None else self._resolved(based.get(VAL, ""), depth + 1)
        own = self._say(element.find(n.RPR), element.find(n.PPR))
        said = _Said(own.letters.over(base.letters), own.lines.over(base.lines))
        self._known[identity] = said
        return said

    def _say(self, runs: etree._Element | None, paragraphs: etree._Element | None) -> _Said:
        letters = Letters() if runs is None else letters_of(runs, self.fonts)
        return _Said(letters, Lines() if paragraphs is None else lines_of(paragraphs))


def theme_fonts(theme: etree._Element | None) -> Mapping[str, str]:
    """The theme's fonts for Chinese: the one it names for East Asia, else that for the script of 简体中文."""
    found: dict[str, str] = {}
    for size in ("major", "minor"):
        scheme = None if theme is None else theme.find(f".//{A}{size}Font")
        if scheme is None:
            continue
        named = scheme.find(A + "ea")
        font = "" if named is None else named.get("typeface", "")
        if not font:
            scripts = (each for each in scheme.iterchildren(A + "font") if each.get("script") == "Hans")
            font = next((each.get("typeface", "") for each in scripts), "")
        found[f"{size}EastAsia"] = font
    return found


def letters_of(properties: Iterable[etree._Element], fonts: Mapping[str, str]) -> Letters:
    """What run properties (the children of a `w:rPr`) say directly."""
    font: str | None = None
    size: int | None = None
    bold: bool | None = None
    for child in properties:
        tag = child.tag
        if tag == n.R_FONTS:
            font = _east_asian(child, fonts)
        elif tag == n.SIZE:
            size = _measure(child.get(VAL), _HALF_POINTS)
        elif tag == n.BOLD:
            bold = is_on(child.get(VAL))
    return Letters(font, size, bold)


def lines_of(properties: etree._Element) -> Lines:
    """What paragraph properties (a `w:pPr`) say directly."""
    spacing = properties.find(n.SPACING)
    if spacing is None:
        return Lines()
    return Lines(_measure(spacing.get(W + "line"), _TWIPS), spacing.get(W + "lineRule"))


def face_of(letters: Letters) -> Face:
    """The face that comes out when nothing more is said."""
    size = _STANDARD_SIZE if letters.size is None else letters.size
    return Face(letters.font or "", size / _HALF_POINTS, bool(letters.bold))


def pitch_of(lines: Lines) -> Pitch:
    """The line distance that comes out when nothing more is said."""
    rule = _RULES.get(lines.rule or "auto", "multiple")
    line = _LINE if lines.line is None else lines.line
    if rule == "exact":
        return Pitch("exact", line / _TWIPS)
    return Pitch("least", line / _TWIPS) if rule == "least" else Pitch("multiple", line / _LINE)


def _east_asian(fonts: etree._Element, theme: Mapping[str, str]) -> str | None:
    themed = fonts.get(W + "eastAsiaTheme")
    if themed is not None and theme.get(themed):
        return theme[themed]
    return fonts.get(W + "eastAsia")


def _measure(value: str | None, a_point: int) -> int | None:
    """A number in the attribute's own unit, of which `a_point` make a point, or with a unit (22.9.2.15)."""
    found = None if value is None else _MEASURE.fullmatch(value)
    if found is None:
        return None
    number, unit = found.groups()
    return round(float(number) * (_POINTS[unit] * a_point if unit else 1))
