"""Fonts, pictures, composites, drawing parameters: what pages name by number (GB/T 33190-2016, 7.9, 8.2)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lxml.etree import _Element

from extractors.readers.ofd.package import Package, child, local, text_of

__all__ = ["Resources"]

_SUBSET = re.compile(r"^[A-Z]{6}\+")
_STYLE = re.compile(r"(?:[-,](?:Regular|Bold|Italic|BoldItalic|Normal))+$|MT$")
_LONGEST_CHAIN = 8  # of drawing parameters that build on one another


class Resources:
    """Everything by its ID; a part that is named and not there is passed over, as readers of OFD do."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._seen: set[str] = set()
        self.fonts: dict[str, str] = {}
        self.font_files: dict[str, str] = {}
        self.pictures: dict[str, str] = {}  # to the part that holds it
        self.composites: dict[str, _Element] = {}
        self._parameters: dict[str, _Element] = {}

    def add(self, locations: Iterable[_Element], *, near: str) -> None:
        """Take in the resource parts that the elements point at."""
        for location in locations:
            part = self._package.find(text_of(location), near=near)
            if part is None or part in self._seen:
                continue
            self._seen.add(part)
            self._read(part)

    def _read(self, part: str) -> None:
        root = self._package.xml(part)
        base = f"{root.get('BaseLoc', '').strip('/')}/"
        for group in root:
            for entry in group:
                number, kind = entry.get("ID", ""), local(entry)
                if kind == "Font":
                    self.fonts[number] = _font_name(entry)
                elif kind == "DrawParam":
                    self._parameters[number] = entry
                elif kind == "CompositeGraphicUnit" and (content := child(entry, "Content")) is not None:
                    self.composites[number] = content
                elif kind == "MultiMedia":
                    self._add_file(self.pictures, number, child(entry, "MediaFile"), base, part)
                if kind == "Font":
                    self._add_file(self.font_files, number, child(entry, "FontFile"), base, part)

    def _add_file(
        self, into: dict[str, str], number: str, location: _Element | None, base: str, part: str
    ) -> None:
        written = text_of(location)
        for each in (base + written.lstrip("/"), written):
            if written and (found := self._package.find(each, near=part)) is not None:
                into[number] = found
                return

    def parameters(self, number: str | None) -> list[_Element]:
        """The drawing parameters of that ID, then those it builds on."""
        chain: list[_Element] = []
        while number is not None and len(chain) < _LONGEST_CHAIN:
            element = self._parameters.get(number)
            if element is None:
                break
            chain.append(element)
            number = element.get("Relative")
        return chain


def _font_name(entry: _Element) -> str:
    name = entry.get("FontName") or entry.get("FamilyName") or ""
    return _STYLE.sub("", _SUBSET.sub("", name.strip()))
