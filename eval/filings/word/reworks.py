"""What is done to a finished .docx: other defaults, styles and themes, direct formatting, papers, contents.

Sources: ECMA-376 part 1, 17.3.1 and 17.3.2 (properties), 17.7 (styles), 17.6 (sections), 20.1.6 (themes).
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from typing import Final

from lxml import etree

from eval.filings.word.ink import NAMESPACES, XMLNS
from eval.filings.word.package import stamp

__all__ = [
    "Package",
    "Rework",
    "both",
    "defaults",
    "direct",
    "font",
    "fragment",
    "heading_style",
    "headings",
    "normal",
    "paper",
    "reworked",
    "section",
    "size",
    "spacing",
    "tables",
    "themed",
]

W: Final = f"{{{NAMESPACES['w']}}}"
_RELATIONSHIPS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES: Final = "http://schemas.openxmlformats.org/package/2006/content-types"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_LONG = 40  # characters of a paragraph that is prose
_ORDER: Final = (  # of run properties, as the schema has them
    "rStyle", "rFonts", "b", "i", "strike", "color", "sz", "szCs", "highlight", "u", "vanish"
)  # fmt: skip


class Package:
    """The parts of a .docx that reworks touch, as trees."""

    def __init__(self, docx: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(docx)) as archive:
            self._members = {name: archive.read(name) for name in archive.namelist()}
        self.document = etree.fromstring(self._members["word/document.xml"])
        self.styles = etree.fromstring(self._members["word/styles.xml"])

    @property
    def body(self) -> etree._Element:
        found = self.document.find(f"{W}body")
        assert found is not None
        return found

    def prose(self) -> Iterator[etree._Element]:
        """Paragraphs long enough to be nothing but narratives; the printed hints and the pledge aside."""
        for each in self.document.iter(f"{W}p"):
            text = _text(each)
            if (len(text) >= _LONG or text.endswith(("。", "；", "："))) and not re.match(
                r"\s*[（(](?:主要|详细|介绍|选择|工业|请|申报|企业)|\s*我单位|.*(?:□|☑)", text
            ):
                yield each

    def add_theme(self, xml: str) -> None:
        self._add("theme", "theme/theme1", xml, "application/vnd.openxmlformats-officedocument.theme+xml")

    def add_comments(self, inside: str) -> None:
        kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
        self._add("comments", "comments", f"<w:comments {XMLNS}>{inside}</w:comments>", kind)

    def _add(self, kind: str, name: str, xml: str, content_type: str) -> None:
        self._members[f"word/{name}.xml"] = xml.encode()
        links = etree.fromstring(self._members["word/_rels/document.xml.rels"])
        attributes = {"Id": f"rId{kind}", "Type": f"{_OFFICE}/{kind}", "Target": f"{name}.xml"}
        etree.SubElement(links, f"{{{_RELATIONSHIPS}}}Relationship", attributes)
        types = etree.fromstring(self._members["[Content_Types].xml"])
        attributes = {"PartName": f"/word/{name}.xml", "ContentType": content_type}
        etree.SubElement(types, f"{{{_TYPES}}}Override", attributes)
        self._members["word/_rels/document.xml.rels"] = etree.tostring(links)
        self._members["[Content_Types].xml"] = etree.tostring(types)

    def bytes(self) -> bytes:
        parts = {"word/document.xml": self.document, "word/styles.xml": self.styles}
        return stamp({**self._members, **{name: etree.tostring(tree) for name, tree in parts.items()}})


Rework = Callable[[Package], None]


def _text(element: etree._Element) -> str:
    return "".join(each.text or "" for each in element.iter(f"{W}t"))


def reworked(docx: bytes, rework: Rework) -> bytes:
    package = Package(docx)
    rework(package)
    return package.bytes()


def both(*reworks: Rework) -> Rework:
    def each(package: Package) -> None:
        for rework in reworks:
            rework(package)

    return each


def fragment(xml: str) -> list[etree._Element]:
    """Elements of WordprocessingML, as a body or a property list takes them."""
    return list(etree.fromstring(f"<w:x {XMLNS}>{xml}</w:x>"))


def font(east: str, *, slot: str = "eastAsia", latin: str = "") -> str:
    latins = f' w:ascii="{latin}" w:hAnsi="{latin}"' if latin else ""
    return f'<w:rFonts{latins} w:{slot}="{east}"/>'


def size(points: float) -> str:
    return f'<w:sz w:val="{points * 2:g}"/>'


def spacing(line: str | int, rule: str = "exact") -> str:
    return f'<w:spacing w:line="{line}" w:lineRule="{rule}"/>'


def defaults(runs: str = "", paragraphs: str = "") -> Rework:
    """DocDefaults say this instead."""

    def rework(package: Package) -> None:
        (found,) = package.styles.iter(f"{W}docDefaults")
        found[:] = fragment(
            f"<w:rPrDefault><w:rPr>{runs}</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>{paragraphs}</w:pPr></w:pPrDefault>"
        )

    return rework


def _style(package: Package, identity: str) -> etree._Element:
    found = package.styles.find(f"{W}style[@{W}styleId='{identity}']")
    assert found is not None, identity
    return found


def restyled(identity: str, runs: str = "", paragraphs: str = "") -> Rework:
    """The style says this instead of what it said."""

    def rework(package: Package) -> None:
        style = _style(package, identity)
        for name in ("pPr", "rPr"):
            for old in style.findall(f"{W}{name}"):
                style.remove(old)
        style.extend(fragment(f"<w:pPr>{paragraphs}</w:pPr><w:rPr>{runs}</w:rPr>"))

    return rework


def normal(runs: str = "", paragraphs: str = spacing(580)) -> Rework:
    return restyled("a", runs, paragraphs)


def heading_style(level: int, runs: str) -> Rework:
    return restyled(str(level), runs, f'<w:keepNext/><w:outlineLvl w:val="{level - 1}"/>')


def added_style(xml: str) -> Rework:
    def rework(package: Package) -> None:
        package.styles.extend(fragment(xml))

    return rework


def direct(runs: str = "", paragraphs: str = "", *, share: float = 1.0) -> Rework:
    """Formatting on the paragraphs of prose themselves, on so much of their characters."""

    def rework(package: Package) -> None:
        chosen = list(package.prose())
        total = sum(len(_text(each)) for each in chosen)
        done = 0
        for paragraph in chosen:
            if done >= share * total:
                break
            done += len(_text(paragraph))
            _set(paragraph, "pPr", paragraphs)
            for run in paragraph.iter(f"{W}r"):
                _set(run, "rPr", runs)

    return rework


def _set(element: etree._Element, name: str, xml: str) -> None:
    if not xml:
        return
    properties = element.find(f"{W}{name}")
    if properties is None:
        properties = etree.Element(f"{W}{name}")
        element.insert(0, properties)
    for new in fragment(xml):
        old = properties.find(new.tag)
        if old is not None:
            properties.remove(old)
        properties.append(new)
    if name == "rPr":
        properties[:] = sorted(properties, key=lambda each: _ORDER.index(etree.QName(each).localname))
    else:
        first = [each for each in properties if etree.QName(each).localname == "pStyle"]
        properties[:] = [*first, *(each for each in properties if each not in first)]


def themed(*, major: str = "", minor: str = "", script: bool = False) -> Rework:
    """A theme with these fonts for Chinese, by `a:ea` or by the script of 简体中文."""

    def rework(package: Package) -> None:
        package.add_theme(
            f'<a:theme xmlns:a="{NAMESPACES["a"]}" name="Office"><a:themeElements><a:fontScheme name="Office">'
            f"{_scheme('major', 'Cambria', major, script=script)}{_scheme('minor', 'Calibri', minor, script=script)}"
            "</a:fontScheme></a:themeElements></a:theme>"
        )

    return rework


def _scheme(name: str, latin: str, chinese: str, *, script: bool) -> str:
    told = f'<a:ea typeface="{"" if script else chinese}"/>'
    others = f'<a:font script="Jpan" typeface="游明朝"/><a:font script="Hans" typeface="{chinese if script else "等线"}"/>'
    return f'<a:{name}Font><a:latin typeface="{latin}"/>{told}{others}</a:{name}Font>'


def paper(width: int, height: int, *, orient: str = "") -> Rework:
    """Every section on this paper (twips)."""

    def rework(package: Package) -> None:
        for each in package.document.iter(f"{W}pgSz"):
            _sized(each, width, height, orient)

    return rework


def _sized(element: etree._Element, width: int, height: int, orient: str) -> None:
    element.set(f"{W}w", str(width))
    element.set(f"{W}h", str(height))
    if orient:
        element.set(f"{W}orient", orient)


def section(width: int, height: int, *, orient: str = "") -> Rework:
    """A section on this paper in the middle: what stands before it keeps its own."""

    def rework(package: Package) -> None:
        kept = package.body.find(f"{W}sectPr")
        assert kept is not None
        places = [at for at, each in enumerate(package.body) if each.tag == f"{W}p"]
        for at, turned in ((places[-2], True), (places[len(places) // 2], False)):
            own = etree.fromstring(etree.tostring(kept))
            if turned:
                (found,) = own.iter(f"{W}pgSz")
                _sized(found, width, height, orient)
            (paragraph,) = fragment("<w:p><w:pPr/></w:p>")
            paragraph[0].append(own)
            package.body.insert(at, paragraph)

    return rework


def headings(level: int, runs: str, *, most: int = 1000) -> Rework:
    """Formatting by hand on the headings of this level."""

    def rework(package: Package) -> None:
        styled = (
            each
            for each in package.document.iter(f"{W}p")
            if (found := each.find(f"{W}pPr/{W}pStyle")) is not None and found.get(f"{W}val") == str(level)
        )
        for paragraph in list(styled)[:most]:
            for run in paragraph.iter(f"{W}r"):
                _set(run, "rPr", runs)

    return rework


def tables(style: str, identity: str) -> Rework:
    """All tables in a style."""

    def rework(package: Package) -> None:
        package.styles.extend(fragment(style))
        for properties in package.document.iter(f"{W}tblPr"):
            properties[:0] = fragment(f'<w:tblStyle w:val="{identity}"/>')

    return rework
