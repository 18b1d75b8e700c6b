"""The only way a user's bytes come in: sized, told apart by content, unpacked and parsed under limits.

    data = read_bytes(path)
    if kind_of(data) != "docx":
        raise refusal(kind_of(data), name=path.name)
    parts = open_ooxml(data, name=path.name)
    root = parse_xml(parts["word/document.xml"], part="word/document.xml")

Everything here is linear in the size of the file and holds at most one unpacked part at a time, so that
a file is refused before it can cost more than `Limits` says. Each failure is a `ReadError` that says
what is wrong, where, and what to do.
"""

from __future__ import annotations

from extractors.guard.archive import Parts, open_ooxml
from extractors.guard.files import read_bytes
from extractors.guard.kinds import Kind, kind_of, refusal
from extractors.guard.limits import LIMITS, Limits
from extractors.guard.markup import parse_xml

__all__ = [
    "LIMITS",
    "Kind",
    "Limits",
    "Parts",
    "kind_of",
    "open_ooxml",
    "parse_xml",
    "read_bytes",
    "refusal",
]
