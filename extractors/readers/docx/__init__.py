"""Word files: .docx, .docm, .dotx and .dotm, transitional and Strict, read from their XML in one pass."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from lxml import etree

from extractors.document import Document, Paragraph
from extractors.errors import Corrupt
from extractors.guard import open_ooxml
from extractors.readers.docx import names as n
from extractors.readers.docx.body import blocks_of, flat
from extractors.readers.docx.formatting import without_formatting
from extractors.readers.docx.marks import sweep
from extractors.readers.docx.names import W
from extractors.readers.docx.numbering import Numbering
from extractors.readers.docx.package import Package, Related
from extractors.readers.docx.styles import Styles
from extractors.readers.docx.walk import Tally, Walk

__all__ = ["read"]

_FURNITURE = ("header", "footer")
_NOTES = {"footnotes": "footnote", "endnotes": "endnote", "comments": "comment"}
_SEPARATORS = frozenset({"separator", "continuationSeparator", "continuationNotice"})


def read(data: bytes, *, name: str) -> Document:
    """Read a Word file. `name` is put into the document and into the sentences of errors.

    Raises Corrupt, Encrypted, TooLarge or Unsupported.
    """
    package = Package(open_ooxml(data, name=name), name)
    part = package.main()
    related = list(package.related(part))
    styles = Styles(_first(package, related, "styles"))
    numbering = Numbering(_first(package, related, "numbering"), styles)
    tally = Tally()

    def walk(part: str, root: etree._Element) -> Walk:
        return Walk(package, part, styles, numbering, sweep(root, styles), tally, styles.default)

    root = package.document(part, without_formatting(package.raw(part), styles))
    body = root.find(n.BODY)
    if body is None:
        raise Corrupt(f"“{name}”里没有正文，请用 Word 或 WPS 打开确认内容后另存为 .docx 再提交。")
    blocks = blocks_of(walk(part, root), body)
    return Document(
        name=name,
        kind="docx",
        sha256=hashlib.sha256(data).hexdigest(),
        blocks=blocks,
        hidden=tuple(tally.hidden),
        notices=tally.notices(),
    )


def _first(package: Package, related: Iterable[Related], kind: str) -> etree._Element | None:
    part = next((entry.part for entry in related if entry.kind == kind), None)
    return None if part is None else package.xml(part)
