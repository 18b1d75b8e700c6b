"""Word files: .docx, .docm, .dotx and .dotm, transitional and Strict, read from their XML in one pass."""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TypeAlias

from lxml.etree import _Element

from extractors.document import Block, Document, Paragraph
from extractors.errors import Corrupt, TooLarge
from extractors.guard import open_ooxml
from extractors.readers.docx import names as n
from extractors.readers.docx.appearance import appearance
from extractors.readers.docx.body import blocks_of, flat
from extractors.readers.docx.formatting import without_formatting
from extractors.readers.docx.marks import sweep
from extractors.readers.docx.names import W
from extractors.readers.docx.numbering import Numbering
from extractors.readers.docx.package import Package, Related
from extractors.readers.docx.styles import Styles
from extractors.readers.docx.typography import Typography
from extractors.readers.docx.walk import Tally, Walk

__all__ = ["read"]

Walker: TypeAlias = Callable[[str, _Element], Walk]

_FILES = 3  # in one another
_FURNITURE = frozenset({"header", "footer"})
_NOTES = {"footnotes": "footnote", "endnotes": "endnote", "comments": "comment"}
_SEPARATORS = frozenset({"separator", "continuationSeparator", "continuationNotice"})


def read(data: bytes, *, name: str) -> Document:
    """Read a Word file. `name` is put into the document and into the sentences of errors.

    Raises Corrupt, Encrypted, TooLarge or Unsupported.
    """
    with _no_collection():
        return _read(data, name=name, files=1)


@contextmanager
def _no_collection() -> Iterator[None]:
    """Keep the garbage collector from searching tens of thousands of new values, none in a cycle, again
    and again: a third of the time that reading takes.
    """
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def _read(data: bytes, *, name: str, files: int) -> Document:
    """Read a file that stands inside `files` - 1 others."""
    if files > _FILES:
        raise TooLarge(f"“{name}”里嵌入的文档层数过多，请把嵌入的内容粘贴到正文后再提交。")
    package = Package(open_ooxml(data, name=name), name)
    part = package.main()
    related = list(package.related(part))
    sheet = _first(package, related, "styles")
    styles = Styles(sheet)
    numbering = Numbering(_first(package, related, "numbering"), styles)
    tally = Tally()

    def embedded(data: bytes) -> tuple[Block, ...]:
        return _read(data, name=name, files=files + 1).blocks

    def walk(part: str, root: _Element) -> Walk:
        marks = sweep(root, styles)
        return Walk(package, part, styles, numbering, marks, tally, styles.default, embedded)

    lean = without_formatting(package.raw(part), styles)
    root = package.document(part, lean.raw)
    body = root.find(n.BODY)
    if body is None:
        raise Corrupt(f"“{name}”里没有正文，请用 Word 或 WPS 打开确认内容后另存为 .docx 再提交。")
    walking = walk(part, root)
    typography = Typography(sheet, _first(package, related, "theme"))
    return Document(
        name=name,
        kind="docx",
        sha256=hashlib.sha256(data).hexdigest(),
        blocks=blocks_of(walking, body),
        furniture=_paragraphs(_furniture(package, related, walk)),
        notes=_paragraphs(_notes(package, related, walk)),
        hidden=tuple(tally.hidden),
        notices=tally.notices(),
        appearance=appearance(root, lean, typography, styles, walking.marks),
    )


def _first(package: Package, related: Iterable[Related], kind: str) -> _Element | None:
    part = next((entry.part for entry in related if entry.kind == kind), None)
    return None if part is None else package.xml(part)


def _furniture(package: Package, related: Iterable[Related], walk: Walker) -> Iterator[Block]:
    for part in dict.fromkeys(entry.part for entry in related if entry.kind in _FURNITURE):
        root = package.xml(part)
        yield from blocks_of(walk(part, root), root)


def _notes(package: Package, related: Iterable[Related], walk: Walker) -> Iterator[Block]:
    for kind, part in dict.fromkeys((entry.kind, entry.part) for entry in related):
        if kind in _NOTES:
            root = package.xml(part)
            walking = walk(part, root)
            for note in root.iterchildren(W + _NOTES[kind]):
                if note.get(W + "type") not in _SEPARATORS:
                    yield from blocks_of(walking, note)


def _paragraphs(blocks: Iterable[Block]) -> tuple[Paragraph, ...]:
    """The paragraphs with text, counted through."""
    written = (paragraph for paragraph in flat(blocks) if paragraph.text.strip())
    return tuple(paragraph._replace(ordinal=ordinal) for ordinal, paragraph in enumerate(written, start=1))
