"""The parts of an OFD file and how they name each other (GB/T 33190-2016, 7)."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import Final

from lxml.etree import _Element

from extractors.errors import Corrupt, Encrypted
from extractors.guard import open_ooxml, parse_xml

__all__ = ["Package", "child", "children", "local", "text_of"]

_ROOT: Final = "OFD.xml"


def local(element: _Element) -> str:
    """An element's name without its namespace: of these, makers write four."""
    return str(element.tag).rpartition("}")[2]


def children(element: _Element | None, name: str) -> Iterator[_Element]:
    if element is not None:
        yield from (each for each in element if local(each) == name)


def child(element: _Element | None, *names: str) -> _Element | None:
    """The first child of that name, and of it the first of the next name."""
    for name in names:
        element = next(children(element, name), None)
    return element


def text_of(element: _Element | None) -> str:
    return "" if element is None else (element.text or "").strip()


class Package:
    """An archive that passed the guard; everything in it is looked up here and nowhere else."""

    def __init__(self, data: bytes, *, name: str) -> None:
        """Raises Corrupt, Encrypted or TooLarge."""
        self.name = name
        self.parts = open_ooxml(data, name=name)
        if any(each.lower().rpartition("/")[2] == "encryptions.xml" for each in self.parts):
            raise Encrypted(f"“{name}”是加密的 OFD 文件，请在 OFD 阅读器中解密后另存，再提交。")
        if _ROOT not in self.parts:
            raise Corrupt(f"“{name}”里没有 OFD.xml，不是完整的 OFD 文件，请重新导出后再提交。")

    def root(self) -> _Element:
        return self.xml(_ROOT)

    def xml(self, part: str) -> _Element:
        """The root of a part that `find` gave."""
        return parse_xml(self.parts[part], part=part)

    def find(self, location: str, *, near: str) -> str | None:
        """The name of the part at `location`, as the part `near` writes it; None where there is none.

        Locations count from the folder of the part they stand in; makers also count from the folders
        above it, so these are looked in too, the nearest first.
        """
        wanted = location.strip().replace("\\", "/")
        if not wanted:
            return None
        folder = "" if wanted.startswith("/") else posixpath.dirname(near)
        while True:
            part = posixpath.normpath(posixpath.join(folder, wanted.lstrip("/")))
            if part in self.parts:
                return part
            if not folder:
                return None
            folder = posixpath.dirname(folder)
