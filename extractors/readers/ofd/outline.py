"""The file's pages, templates, notes and seals: what `Document.xml` and the parts around it list."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from lxml.etree import _Element

from extractors.errors import Corrupt, TooLarge
from extractors.guard import LIMITS
from extractors.readers.ofd.geometry import Area, area
from extractors.readers.ofd.package import Package, child, children, text_of
from extractors.readers.ofd.resources import Resources

__all__ = ["Leaf", "Stamp", "leaves"]

_A4 = Area(0, 0, 210, 297)
_BOXES = ("PhysicalBox", "ApplicationBox", "ContentBox")  # the first that is given counts


class Stamp(NamedTuple):
    """Where a seal is shown, in millimetres of the page."""

    place: Area


class Leaf(NamedTuple):
    """One page: its parts, whose content is drawn in this order, and what is put on top of it."""

    number: int
    sheet: Area
    contents: tuple[_Element, ...]  # `Content` of templates below, of the page, of templates above
    notes: tuple[_Element, ...]  # `Annot`
    stamps: tuple[Stamp, ...]
    resources: Resources
    missing: bool  # the part that holds the page is not there


def leaves(package: Package, *, only: int | None = None) -> Iterator[Leaf]:
    """The pages in order, of all documents in the file; or that one. One page's XML is held at a time.

    Raises Corrupt where nothing says what the pages are, TooLarge over `Limits.pages`.
    """
    count = 0
    for body in children(package.root(), "DocBody"):
        part = package.find(text_of(child(body, "DocRoot")), near="OFD.xml")
        if part is None:
            raise Corrupt(f"“{package.name}”缺少正文索引，不是完整的 OFD 文件，请重新导出后再提交。")
        document = _Document(package, part, text_of(child(body, "Signatures")))
        if count + len(document.pages) > LIMITS.pages:
            raise TooLarge(f"“{package.name}”超过 {LIMITS.pages} 页的上限，请拆成几个文件后再提交。")
        for page in document.pages:
            count += 1
            if only in (None, count):
                yield document.leaf(page, count)
    if not count:
        raise Corrupt(f"“{package.name}”里没有页面，请重新导出后再提交。")


class _Document:
    def __init__(self, package: Package, part: str, signatures: str) -> None:
        self._package = package
        self._part = part
        self._root = package.xml(part)
        common = child(self._root, "CommonData")
        self._common = common
        self._resources = Resources(package)
        for kind in ("PublicRes", "DocumentRes"):
            self._resources.add(children(common, kind), near=part)
        self._templates = {each.get("ID", ""): each for each in children(common, "TemplatePage")}
        self.pages = list(children(child(self._root, "Pages"), "Page"))
        self._drawn: dict[str, tuple[_Element | None, Area | None]] = {}
        self._notes = dict(self._noted())
        self._stamps = self._stamped(package.find(signatures, near="OFD.xml"))

    def leaf(self, page: _Element, position: int) -> Leaf:
        part = self._package.find(page.get("BaseLoc", ""), near=self._part)
        identity = page.get("ID", "")
        root = None if part is None else self._package.xml(part)
        if root is not None and part is not None:
            self._resources.add(children(root, "PageRes"), near=part)
        below: list[_Element] = []
        above: list[_Element] = []
        sheet = _box(child(root, "Area") if root is not None else None)
        for used in children(root, "Template"):
            template = self._templates.get(used.get("TemplateID", ""))
            if template is None:
                continue
            content, area_of = self._template(template)
            order = used.get("ZOrder") or template.get("ZOrder") or "Background"
            if content is not None:
                (above if order == "Foreground" else below).append(content)
            sheet = sheet or area_of
        own = child(root, "Content")
        middle = [own] if own is not None else []
        return Leaf(
            position,
            sheet or _box(child(self._common, "PageArea")) or _A4,
            (*below, *middle, *above),
            tuple(self._annotations(identity)),
            tuple(self._stamps.get(identity, ())),
            self._resources,
            missing=root is None,
        )

    def _template(self, template: _Element) -> tuple[_Element | None, Area | None]:
        identity = template.get("ID", "")
        if identity not in self._drawn:
            part = self._package.find(template.get("BaseLoc", ""), near=self._part)
            root = None if part is None else self._package.xml(part)
            if root is not None and part is not None:
                self._resources.add(children(root, "PageRes"), near=part)
            self._drawn[identity] = child(root, "Content"), _box(child(root, "Area"))
        return self._drawn[identity]

    def _noted(self) -> Iterator[tuple[str, str]]:
        """The part with the annotations of each page, by the page's ID."""
        part = self._package.find(text_of(child(self._root, "Annotations")), near=self._part)
        if part is None:
            return
        for page in children(self._package.xml(part), "Page"):
            found = self._package.find(text_of(child(page, "FileLoc")), near=part)
            if found is not None:
                yield page.get("PageID", ""), found

    def _annotations(self, identity: str) -> Iterator[_Element]:
        if identity in self._notes:
            yield from children(self._package.xml(self._notes[identity]), "Annot")

    def _stamped(self, part: str | None) -> dict[str, list[Stamp]]:
        """Where the signatures show their seals, by the page's ID."""
        stamps: dict[str, list[Stamp]] = defaultdict(list)
        for signature in children(None if part is None else self._package.xml(part), "Signature"):
            found = self._package.find(signature.get("BaseLoc", ""), near=part or "")
            if found is None:
                continue
            for entry in children(child(self._package.xml(found), "SignedInfo"), "StampAnnot"):
                place = area(entry.get("Boundary"))
                if place is not None:
                    stamps[entry.get("PageRef", "")].append(Stamp(_clipped(place, area(entry.get("Clip")))))
        return stamps


def _clipped(place: Area, clip: Area | None) -> Area:
    """The part of a seal that a page shows: one that goes over several pages' edges is cut."""
    if clip is None or clip.width <= 0 or clip.height <= 0:
        return place
    return Area(
        place.x + clip.x, place.y + clip.y, min(clip.width, place.width), min(clip.height, place.height)
    )


def _box(element: _Element | None) -> Area | None:
    for name in _BOXES:
        found = area(text_of(child(element, name)))
        if found is not None and found.width > 0 and found.height > 0:
            return found
    return None
