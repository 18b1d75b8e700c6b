"""The zip around the parts of a Word file (ECMA-376 part 2). Equal parts are equal bytes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping
from typing import Final

from lxml import etree

__all__ = ["pack", "relationship"]

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_DUBLIN = "http://purl.org/dc/elements/1.1/"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_OPC = "application/vnd.openxmlformats-package"
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)  # the first time that a zip can tell
_MAIN = "document"


def pack(parts: Mapping[str, bytes], *, title: str) -> bytes:
    """A Word file of these parts, by name without folder and ending; "document" is the one that leads to the others."""
    members = {
        "[Content_Types].xml": _content_types(parts),
        "_rels/.rels": _relationships(
            [("main", f"{_OFFICE}/officeDocument", f"word/{_MAIN}.xml"),
             ("core", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml")]
        ),
        "docProps/core.xml": _properties(title),
        f"word/_rels/{_MAIN}.xml.rels": _relationships(
            (relationship(name), f"{_OFFICE}/{name}", f"{name}.xml") for name in parts if name != _MAIN
        ),
        **{f"word/{name}.xml": content for name, content in parts.items()},
    }  # fmt: skip
    return _zip(members)


def relationship(part: str) -> str:
    """The id by which the document calls a part."""
    return f"rId_{part}"


def _zip(members: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            info = zipfile.ZipInfo(name, date_time=_EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 0  # else the bytes tell the platform
            archive.writestr(info, content)
    return out.getvalue()


def _content_types(parts: Iterable[str]) -> bytes:
    kinds = {f"/word/{name}.xml": f"{_WORD}.{name}+xml" for name in parts}
    kinds[f"/word/{_MAIN}.xml"] = f"{_WORD}.{_MAIN}.main+xml"
    kinds["/docProps/core.xml"] = f"{_OPC}.core-properties+xml"
    space = f"{_PACKAGE}/content-types"
    types = etree.XML(f'<Types xmlns="{space}"/>')
    for extension, kind in (("rels", f"{_OPC}.relationships+xml"), ("xml", "application/xml")):
        etree.SubElement(types, f"{{{space}}}Default", Extension=extension, ContentType=kind)
    for name, kind in kinds.items():
        etree.SubElement(types, f"{{{space}}}Override", PartName=name, ContentType=kind)
    return _bytes(types)


def _relationships(targets: Iterable[tuple[str, str, str]]) -> bytes:
    space = f"{_PACKAGE}/relationships"
    links = etree.XML(f'<Relationships xmlns="{space}"/>')
    for key, kind, target in targets:
        etree.SubElement(links, f"{{{space}}}Relationship", Id=key, Type=kind, Target=target)
    return _bytes(links)


def _properties(title: str) -> bytes:
    """The file's title and language, and neither author nor time."""
    space = f"{_PACKAGE}/metadata/core-properties"
    core = etree.Element(f"{{{space}}}coreProperties", nsmap={"cp": space, "dc": _DUBLIN})
    for name, words in (("title", title), ("language", "zh-CN")):
        etree.SubElement(core, f"{{{_DUBLIN}}}{name}").text = words
    return _bytes(core)


def _bytes(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
