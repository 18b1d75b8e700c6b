"""Parsing one XML part: UTF-8 or UTF-16, no DTD of any kind, bounded in size, nodes and depth."""

from __future__ import annotations

import re

from lxml import etree

from extractors.errors import Corrupt, ReadError, TooLarge
from extractors.guard.faults import shown
from extractors.guard.limits import LIMITS, Limits, mebibytes

__all__ = ["parse_xml"]

# Entities are declared in a document type alone. Its opening, by whether the part has zero bytes (UTF-16).
_OPENINGS = {
    False: (b"<!DOCTYPE",),
    True: ("<!DOCTYPE".encode("utf-16-le"), "<!DOCTYPE".encode("utf-16-be")),
}
_DECLARED = re.compile(rb"""^<\?xml[^>]{0,200}?encoding\s{0,20}=\s{0,20}["']([^"'>]{1,40})["']""")
_ENCODINGS = frozenset({"utf-8", "utf8", "utf-16", "utf-16le", "utf-16be", "us-ascii", "ascii"})
_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")

# libxml2's own limits (depth 256, text and attribute 10 MB, names 50 kB) and memory, by its error numbers.
_LIMIT_ERRORS = frozenset({2, 110, 114})


def parse_xml(data: bytes, *, part: str = "文件内容", limits: Limits = LIMITS) -> etree._Element:
    """The root of the part; comments and processing instructions are not in the tree.

    Raises Corrupt for what is not well-formed or has a DTD, TooLarge over a limit. `part` is its name
    for the sentence.
    """
    _measure(data, part=part, limits=limits)
    if any(opening in data for opening in _OPENINGS[b"\0" in data]) or not _encoding_allowed(data):
        raise _forbidden(part)
    try:
        root = etree.fromstring(data, _parser())
    except etree.XMLSyntaxError as error:
        raise _translated(error, part=part) from error
    information = root.getroottree().docinfo  # sees what was spelled in an encoding that was not foreseen
    if information.internalDTD is not None or information.externalDTD is not None:
        raise _forbidden(part)
    return root


def _parser() -> etree.XMLParser:
    return etree.XMLParser(
        no_network=True,
        resolve_entities=False,
        load_dtd=False,
        dtd_validation=False,
        attribute_defaults=False,
        huge_tree=False,
        recover=False,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
    )


def _measure(data: bytes, *, part: str, limits: Limits) -> None:
    if len(data) > limits.markup:
        raise TooLarge(
            f"文件中的“{shown(part)}”展开后超过 {mebibytes(limits.markup)}，请删去多余内容后另存再提交。"
        )
    if len(data) <= 3 * limits.nodes:  # no tag and no attribute is shorter
        return
    if data.count(b"<") + data.count(b"=") > limits.nodes:
        raise TooLarge(f"文件中的“{shown(part)}”元素过多，请删去多余的空行和空表格后另存再提交。")


def _encoding_allowed(data: bytes) -> bool:
    if data.startswith((b"\xff\xfe\0\0", b"\0\0\xfe\xff", b"\0\0\0<", b"<\0\0\0")):  # UTF-32
        return False
    head = data[:1024]
    for bom in _BOMS:
        head = head.removeprefix(bom)
    declared = _DECLARED.match(head.replace(b"\0", b""))
    return declared is None or declared.group(1).decode("ascii", "replace").lower() in _ENCODINGS


def _forbidden(part: str) -> Corrupt:
    return Corrupt(
        f"文件中的“{shown(part)}”含有不允许的实体声明或编码，请用 Word 或 WPS 另存为新的 .docx 再提交。"
    )


def _translated(error: etree.XMLSyntaxError, *, part: str) -> ReadError:
    if getattr(error, "code", None) in _LIMIT_ERRORS:  # its stubs leave `code` out
        return TooLarge(f"文件中的“{shown(part)}”嵌套过深或单段内容过长，请整理后另存再提交。")
    return Corrupt(
        f"文件中的“{shown(part)}”已损坏，无法解析，请用 Word 或 WPS 打开修复后另存为 .docx 再提交。"
    )
