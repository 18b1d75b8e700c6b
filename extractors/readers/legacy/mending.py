r"""What a .doc says and LibreOffice would lose or repeat, written out in it before it is converted.

- Ticks by EQ fields: Word's 带圈字符 lays a mark over a box, `{ eq \o\ac(□,√) }`, which LibreOffice drops.
- Repeated answers: LibreOffice 7 saves a content control of a .docx as a form field for each of its runs,
  with the whole text in each: the text stands there two times and more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from extractors.document import Block, Cell, Document, Paragraph, Table
from extractors.readers.docx.fields import shown_by_code
from extractors.readers.legacy.word97 import BEGIN, END, FILLER, SEPARATOR, Mark, NoWordFile, WordFile

__all__ = ["mended", "without_filler"]

_LONGEST = 200  # characters of a field that shows a box
_FORM_FIELD = "\x13 FORMTEXT \x01\x14"
_REPEATED = re.compile(
    rf"{_FORM_FIELD}(?P<whole>[^\x13-\x15]+)\x15"
    rf"(?P<again>(?:[^\x13-\x15]*{_FORM_FIELD}(?P=whole)\x15){{1,200}})"
)
_ONE_MORE = re.compile(rf"{_FORM_FIELD}[^\x13-\x15]*\x15|\x05|\r")
_KEPT = "\r\x07"  # ends of paragraphs and cells stay where they are


class _Field(NamedTuple):
    begin: Mark
    separator: Mark | None
    end: Mark


def mended(data: bytes) -> bytes:
    """The .doc with that written out; the same bytes where there is nothing to do, or nothing to be done."""
    try:
        file = WordFile(data)
        done = _write_boxes(file) | _drop_repeated(file)
    except (NoWordFile, ValueError):  # LibreOffice may still make sense of it
        return data
    return bytes(file) if done else data


def _write_boxes(file: WordFile) -> bool:
    gone: set[int] = set()
    for field in list(_fields(file.marks)):
        begin, end = field.begin.place, field.end.place
        length = end + 1 - begin
        text = file.text[begin : end + 1]
        if not 3 <= length <= _LONGEST or text[:1] != BEGIN or text[-1:] != END:
            continue
        code = text[1 : field.separator.place - begin if field.separator is not None else -1].strip()
        shown = shown_by_code(code) if code[:2].upper() == "EQ" else None
        if not shown or len(shown) > length - 2:
            continue
        # The first character is of a kind that is looked at apart: the glyph goes behind it.
        if file.write(begin, FILLER + shown + FILLER * (length - 1 - len(shown))):
            gone |= {mark.place for mark in field if mark is not None}
    if gone:
        file.forget(gone)
    return bool(gone)


def _drop_repeated(file: WordFile) -> bool:
    gone: set[int] = set()
    for found in list(_REPEATED.finditer(file.text)):
        whole, again = found["whole"], found["again"]
        # What is between is the text once more, without its first run; else whoever wrote it says it twice.
        if "\x05" not in again or not whole.replace("\r", "").endswith(_ONE_MORE.sub("", again)):
            continue
        start = found.start("again")
        if file.write(start, "".join(each if each in _KEPT else FILLER for each in again)):
            gone |= set(range(start, found.end("again")))
    if gone:
        file.forget({mark.place for mark in file.marks} & gone)
    return bool(gone)


def _fields(marks: list[Mark]) -> Iterator[_Field]:
    """The fields that hold no other."""
    begin: Mark | None = None
    separator: Mark | None = None
    for mark in marks:
        if mark.kind == BEGIN:
            begin, separator = mark, None
        elif mark.kind == SEPARATOR:
            separator = mark
        elif mark.kind == END and begin is not None:
            yield _Field(begin, separator, mark)
            begin = None


def without_filler(document: Document) -> Document:
    """The document without the characters that room was filled up with."""
    return replace(document, blocks=tuple(_cleaned(block) for block in document.blocks))


def _cleaned(block: Block) -> Block:
    if isinstance(block, Paragraph):
        return block._replace(text=block.text.replace(FILLER, "")) if FILLER in block.text else block
    if isinstance(block, Table):
        return block._replace(cells=tuple(_cleaned_cell(cell) for cell in block.cells))
    return block._replace(blocks=tuple(_cleaned(each) for each in block.blocks))


def _cleaned_cell(cell: Cell) -> Cell:
    return cell._replace(blocks=tuple(_cleaned(each) for each in cell.blocks))
