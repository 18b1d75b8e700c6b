"""The numbers that Word generates before paragraphs (ISO/IEC 29500-1, 17.9)."""

from __future__ import annotations

import re
from typing import NamedTuple

from lxml import etree

from extractors.readers.docx.counting import formatted
from extractors.readers.docx.names import RPR, VAL, W, is_on
from extractors.readers.docx.styles import Numbered, Styles, look_of
from extractors.readers.docx.symbols import translation, without_font

__all__ = ["Numbering"]

_LEVELS = 9
_PLACE = re.compile(r"%([1-9])")


class Level(NamedTuple):
    """One level of a list."""

    start: int
    form: str
    text: str
    legal: bool
    restart: int | None  # restarts after this level or one above it (from 1); 0 never, None after any
    style: str | None


class Instance(NamedTuple):
    """A `w:num`: the list that it counts in, and its own levels and starts."""

    abstract: str
    levels: dict[int, Level]
    starts: dict[int, int]


class Numbering:
    """Counts the numbered paragraphs of one document, in the order of asking."""

    def __init__(self, root: etree._Element | None, styles: Styles) -> None:
        self._styles = styles
        self._abstract: dict[str, dict[int, Level]] = {}
        self._links: dict[str, str] = {}
        self._instances: dict[str, Instance] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()
        if root is None:
            return
        for element in root.iterchildren(W + "abstractNum"):
            identity = element.get(W + "abstractNumId", "")
            self._abstract[identity] = _levels(element)
            link = _value(element, "numStyleLink")
            if link is not None:
                self._links[identity] = link
        for element in root.iterchildren(W + "num"):
            self._instances[element.get(W + "numId", "")] = _instance(element)

    def label(self, asked: Numbered, *, style: str | None = None) -> str:
        """The number of the next paragraph that asks for it; "" for none. `style` is the paragraph's."""
        instance = self._instances.get(asked.instance or "0")
        if instance is None:
            return ""
        instance = self._linked(instance)
        levels = self._abstract.get(instance.abstract, {}) | instance.levels
        at = asked.level
        if at is None:
            at = next((i for i, level in levels.items() if style is not None and level.style == style), 0)
        if at not in levels:
            return ""
        counts = self._counted(instance, levels, min(at, _LEVELS - 1), asked.instance or "0")
        return _label(levels, counts, at)

    def _linked(self, instance: Instance) -> Instance:
        """The instance of the numbering style that the list takes its levels from, if it does."""
        style = self._links.get(instance.abstract)
        other = self._instances.get(self._styles.numbering_of(style) or "")
        return instance if other is None else other._replace(starts=other.starts | instance.starts)

    def _counted(
        self, instance: Instance, levels: dict[int, Level], at: int, identity: str
    ) -> list[int | None]:
        counts = self._counts.setdefault(instance.abstract, [None] * _LEVELS)
        if at in instance.starts and (identity, at) not in self._begun:
            counts[at] = None
        first = instance.starts.get(at, levels[at].start)
        self._begun.add((identity, at))
        before = counts[at]
        counts[at] = first if before is None else before + 1
        for deeper in range(at + 1, _LEVELS):
            restart = levels[deeper].restart if deeper in levels else None
            if restart is None or at < restart:
                counts[deeper] = None
        return counts


def _label(levels: dict[int, Level], counts: list[int | None], at: int) -> str:
    level = levels[at]
    if level.form in {"bullet", "none"}:
        return level.text if level.form == "bullet" else _PLACE.sub("", level.text)

    def number(place: re.Match[str]) -> str:
        shown = int(place[1]) - 1
        if shown not in levels or shown > at:
            return ""
        count = counts[shown]
        form = "decimal" if level.legal else levels[shown].form
        return formatted(levels[shown].start if count is None else count, form)

    return _PLACE.sub(number, level.text)


def _levels(element: etree._Element) -> dict[int, Level]:
    found = {}
    for level in element.iterchildren(W + "lvl"):
        index = level.get(W + "ilvl", "")
        if index.isdecimal() and int(index) < _LEVELS:
            found[int(index)] = _level(level)
    return found


def _level(element: etree._Element) -> Level:
    form = element.find(W + "numFmt")
    if form is None:  # in a compatibility wrapper: its fallback names a plain format
        form = next(element.iter(W + "numFmt"), None)
    text = _value(element, "lvlText") or ""
    properties = element.find(RPR)
    font = None if properties is None else look_of(properties).font
    text = text.translate(translation(*font)) if font is not None and font[0] else without_font(text)
    legal = element.find(W + "isLgl")
    return Level(
        start=_number(_value(element, "start"), 1),
        form="decimal" if form is None else form.get(VAL, "decimal"),
        text=text,
        legal=legal is not None and is_on(legal.get(VAL)),
        restart=_optional(_value(element, "lvlRestart")),
        style=_value(element, "pStyle"),
    )


def _instance(element: etree._Element) -> Instance:
    levels: dict[int, Level] = {}
    starts: dict[int, int] = {}
    for override in element.iterchildren(W + "lvlOverride"):
        levels |= _levels(override)
        index = _optional(override.get(W + "ilvl"))
        start = _optional(_value(override, "startOverride"))
        if index is not None and index < _LEVELS and (start is not None or index in levels):
            starts[index] = levels[index].start if start is None else start
    return Instance(_value(element, "abstractNumId") or "", levels, starts)


def _number(value: str | None, default: int) -> int:
    number = _optional(value)
    return default if number is None else number


def _optional(value: str | None) -> int | None:
    return int(value) if value is not None and value.isdecimal() and len(value) < 9 else None


def _value(parent: etree._Element, name: str) -> str | None:
    child = parent.find(W + name)
    return None if child is None else child.get(VAL)
