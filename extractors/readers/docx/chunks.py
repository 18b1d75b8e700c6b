"""Files inside a Word file that stand in its text (`w:altChunk`): Word takes them in when it opens it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from lxml.etree import _Element

from extractors.document import Block, Paragraph
from extractors.guard import LIMITS, kind_of
from extractors.readers.docx.hypertext import hypertext_blocks
from extractors.readers.docx.names import RELATION_ID
from extractors.readers.docx.walk import Walk

__all__ = ["chunk_blocks"]


def chunk_blocks(walk: Walk, element: _Element) -> Iterable[Block]:
    """The blocks of the file that a `w:altChunk` names; a notice where it can't be read."""
    wanted = element.get(RELATION_ID)
    part = next((related.part for related in walk.package.related(walk.part) if related.id == wanted), None)
    data = b"" if part is None else walk.package.raw(part)
    kind = "mhtml" if data.lstrip()[:13].lower() == b"mime-version:" else kind_of(data)
    if kind == "docx":
        return walk.embedded(data)
    reader = _READERS.get(kind)
    if reader is None or len(data) > LIMITS.markup:
        walk.tally.tell("skipped-part", "文档中嵌入了无法读取的内容，已跳过，请把它粘贴为正文后再提交。")
        return ()
    return reader(data)


def _text_blocks(data: bytes) -> Iterable[Block]:
    lines = decoded(data).splitlines()
    return (Paragraph(ordinal, line) for ordinal, line in enumerate(lines, start=1))


def _hypertext_blocks(data: bytes) -> Iterable[Block]:
    return hypertext_blocks(decoded(data))


def _archive_blocks(data: bytes) -> Iterable[Block]:
    """The page of an .mht file, its pictures left out."""
    import email
    import email.policy

    message = email.message_from_bytes(data, policy=email.policy.default)
    body = message.get_body(("html", "plain"))
    content = b"" if body is None else body.get_payload(decode=True)
    assert isinstance(content, bytes)
    plain = body is not None and body.get_content_type() == "text/plain"
    return _text_blocks(content) if plain else _hypertext_blocks(content)


def decoded(data: bytes) -> str:
    """Text in the encodings met in China; what is in none of them keeps what can be read."""
    encodings = ("utf-16",) if data[:2] in {b"\xff\xfe", b"\xfe\xff"} else ("utf-8-sig", "gb18030")
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("utf-8", errors="replace")


_READERS: dict[str, Callable[[bytes], Iterable[Block]]] = {
    "text": _text_blocks,
    "html": _hypertext_blocks,
    "xml": _hypertext_blocks,
    "mhtml": _archive_blocks,
}
