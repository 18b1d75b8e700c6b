"""OFD files (GB/T 33190-2016), read from their XML.

Walked here rather than by a library: the archive has to pass the guard, and what a form needs besides text,
namely ruled lines, drawn tick boxes, seals, what is hidden, is in no reader of OFD that may be used.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from extractors.document import Document
from extractors.errors import Corrupt
from extractors.guard import read_bytes
from extractors.page import Pages
from extractors.readers.ofd.drawing import Tally
from extractors.readers.ofd.outline import leaves
from extractors.readers.ofd.package import Package
from extractors.readers.ofd.pictures import picture_of
from extractors.readers.ofd.sheet import drawing_of, is_picture, page_of
from extractors.readers.ofd.stamps import stamps_of

__all__ = ["first_look", "pages", "picture_of", "read"]


def read(data: bytes, *, name: str) -> Document:
    """Read an OFD file whose pages say their text; those that are pictures are told in the notices.

    Raises Corrupt, Encrypted, TooLarge or Unsupported.
    """
    from extractors.layout import document

    found = pages(data, name=name)
    return document(
        found.read,
        name=name,
        kind="ofd",
        sha256=hashlib.sha256(data).hexdigest(),
        count=found.count,
        notices=found.notices,
    )


def first_look(path: Path) -> Pages:
    """The pages of the file at `path`."""
    return pages(read_bytes(path), name=path.name)


def pages(data: bytes, *, name: str) -> Pages:
    """The pages that say their text, and the numbers of those that are pictures of paper."""
    package = Package(data, name=name)
    tally = Tally(name)
    read, unread = [], []
    count = missing = 0
    for leaf in leaves(package):
        count = leaf.number
        missing += leaf.missing
        drawing, seals = drawing_of(leaf, tally)
        page = page_of(leaf, drawing, [*seals, *stamps_of(drawing, package.parts, leaf.number)])
        if is_picture(page, drawing):
            unread.append(leaf.number)
        else:
            read.append(page)
    if missing == count:
        raise Corrupt(f"“{name}”的页面都已缺失，无法读取，请重新导出后再提交。")
    return Pages(count, tuple(read), tuple(unread))
