"""The package around the text: which part is the document, which parts it refers to, and their XML."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple
from urllib.parse import unquote

from lxml import etree

from extractors.errors import Corrupt, Unsupported
from extractors.guard import Parts, parse_xml
from extractors.readers.docx.names import STRICT, W

__all__ = ["Package", "Related"]

_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_OVERRIDE = "{http://schemas.openxmlformats.org/package/2006/content-types}Override"
_STRICT_MARK = "http://purl.oclc.org/ooxml/"


class Related(NamedTuple):
    """What a part refers to by a relationship; `kind` is the last word of its type ("footnotes")."""

    id: str
    kind: str
    part: str


@dataclass(slots=True)
class Package:
    """The parts of one Word file. Names of parts are compared without regard to case (OPC 6.2.2.2)."""

    parts: Parts
    file: str
    _names: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        self._names = {name.replace("\\", "/").lstrip("/").casefold(): name for name in self.parts}

    def main(self) -> str:
        """The name of the document's main part, as the package itself names it."""
        for related in self.related(""):
            if related.kind == "officeDocument":
                return related.part
        for name, kind in self._types():
            if ("wordprocessingml" in kind or "ms-word" in kind) and kind.endswith("main+xml"):
                return name
        if "word/document.xml" in self._names:
            return self._names["word/document.xml"]
        raise Corrupt(f"“{self.file}”里找不到 Word 正文，请用 Word 或 WPS 打开确认后另存为 .docx 再提交。")

    def related(self, part: str) -> Iterator[Related]:
        """What `part` ("" is the package) refers to inside the package and that is there."""
        folder, _, base = part.rpartition("/")
        rels = self._names.get(posixpath.join(folder, "_rels", base + ".rels").casefold())
        if rels is None:
            return
        for relation in parse_xml(self.parts[rels], part=rels).iter(_RELATIONSHIP):
            if relation.get("TargetMode") == "External":
                continue
            target = posixpath.normpath(posixpath.join("/", folder, unquote(relation.get("Target", ""))))
            name = self._names.get(target.lstrip("/").casefold())
            if name is not None:
                kind = relation.get("Type", "").rpartition("/")[2]
                yield Related(relation.get("Id", ""), kind, name)

    def raw(self, part: str) -> bytes:
        """The bytes of a part."""
        return self.parts[part]

    def xml(self, part: str, raw: bytes | None = None) -> etree._Element:
        """The root of a part in the transitional namespaces. Raises Corrupt, TooLarge."""
        root = parse_xml(self.parts[part] if raw is None else raw, part=part)
        if _STRICT_MARK not in root.tag:
            return root
        text = etree.tostring(root, encoding="unicode")
        for strict, transitional in STRICT:
            text = text.replace(f'"{strict}"', f'"{transitional}"')
        return parse_xml(text.encode(), part=part)

    def document(self, name: str, raw: bytes) -> etree._Element:
        """The root of the main part. Raises Unsupported where it is no Word document."""
        root = self.xml(name, raw)
        if root.tag != W + "document":
            what = "Word 2003 XML" if "wordml" in root.tag else "其他程序"
            raise Unsupported(f"“{self.file}”的正文是{what}格式，请用 Word 或 WPS 另存为 .docx 再提交。")
        return root

    def _types(self) -> Iterator[tuple[str, str]]:
        """The parts with a content type of their own. Defaults by extension never name a main part."""
        listed = self._names.get("[content_types].xml")
        if listed is None:
            return
        root = parse_xml(self.parts[listed], part=listed)
        for entry in root.iter(_OVERRIDE):
            named = self._names.get(entry.get("PartName", "").lstrip("/").casefold())
            if named is not None:
                yield named, entry.get("ContentType", "")
