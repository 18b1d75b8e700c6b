"""Whether a value stands where it is said to: the place holds the quote, and the quote the value."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any, Final

from lxml import etree

from eval.filings.paths import KINDS
from eval.scores.written import digits_in, letters, numbers_in
from extractors.document import Block, Document, Paragraph, Table, TextBox

__all__ = ["Places", "holds", "seen_in"]

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STEP: Final = re.compile(r"(文本框|表|行|段落) (\d+)(?:-(\d+))?")
_GONE: Final = frozenset({f"{_W}del", f"{_W}moveFrom"})
_ALSO_SAID: Final[Mapping[str, tuple[str, ...]]] = {"跨行业跨领域": ("双跨",)}
_ENOUGH: Final = 40  # letters of a quote that stand at its place show that it begins there
_SCALES: Final = tuple(Decimal(10) ** power for power in (-8, -4, 0, 4, 8))


def seen_in(docx: bytes) -> str:
    """The letters of all that a person sees in the body, straight from the XML."""
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    return letters("".join(text.text or "" for text in root.iter(f"{_W}t") if _is_seen(text)))


def _is_seen(text: etree._Element) -> bool:
    run = text.getparent()
    if run is not None and run.find(f"{_W}rPr/{_W}vanish") is not None:
        return False
    fonts = run.find(f"{_W}rPr/{_W}rFonts") if run is not None else None
    if fonts is not None and str(fonts.get(f"{_W}ascii", "")).startswith("Wingdings"):
        return False  # a box, whatever letter it is in the file
    return not any(each.tag in _GONE for each in text.iterancestors())


class Places:
    """The places of one document."""

    def __init__(self, document: Document, docx: bytes) -> None:
        self._document = document
        self._seen = seen_in(docx)

    def problem(self, path: str, value: Any, evidence: Sequence[Mapping[str, Any]]) -> str:
        """What is wrong with where a value is said to stand; empty where nothing is."""
        if not evidence:
            return "no evidence"
        for each in evidence:
            quote = letters(each["quote"])
            if not all(letters(line) in self._seen for line in each["quote"].split("\n")):
                return "quote is not in the document"
            at = self._text_at(each["location"])
            if at is None:
                return "place is not in the document"
            if quote[:_ENOUGH] not in letters(at):  # a long answer may go on in the next box
                return "place holds less than the quote's first words"
        if not holds("\n".join(each["quote"] for each in evidence), KINDS[path], value):
            return "quote does not hold the value"
        return ""

    def _text_at(self, location: str) -> str | None:
        blocks: list[Block] = list(self._document.blocks)
        for kind, first, last in _STEP.findall(location):
            span = range(int(first), int(last or first) + 1)
            match kind:
                case "文本框":
                    blocks = [
                        b for box in _boxes(self._document.blocks) if box.ordinal in span for b in box.blocks
                    ]
                case "段落":
                    blocks = [each for each in blocks if isinstance(each, Paragraph) and each.ordinal in span]
                case "表":
                    blocks = [each for each in blocks if isinstance(each, Table) and each.ordinal in span]
                case "行":
                    blocks = [
                        block for table in blocks if isinstance(table, Table) for block in _rows(table, span)
                    ]
        return "".join(_words(blocks)) if blocks and location else None


def _rows(table: Table, span: range) -> Iterator[Block]:
    for cell in table.cells:
        if any(row + 1 in span for row in range(cell.row, cell.row + cell.row_span)):
            yield from cell.blocks


def _words(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Paragraph():
                yield block.text
            case Table():
                for cell in block.cells:
                    yield from _words(cell.blocks)
            case TextBox():
                yield from _words(block.blocks)


def _boxes(blocks: Iterable[Block]) -> Iterator[TextBox]:
    for block in blocks:
        if isinstance(block, TextBox):
            yield block
            yield from _boxes(block.blocks)
        elif isinstance(block, Table):
            for cell in block.cells:
                yield from _boxes(cell.blocks)


def holds(quote: str, kind: str, value: Any) -> bool:
    """Whether the words of the quote say the value."""
    if isinstance(value, list):
        return all(holds(quote, "item", each) for each in value)
    if isinstance(value, dict):  # an honour; an attachment is told by its heading, not quoted in whole
        return "text" not in value or letters(value["text"]) in letters(quote)
    if isinstance(value, bool):
        return ("是" if value else "否") in quote
    if isinstance(value, (int, float)):
        wanted = abs(Decimal(str(value)))
        return any(number * scale == wanted for number in numbers_in(quote) for scale in _SCALES)
    if kind == "date":
        return {int(part) for part in value.split("-")} <= digits_in(quote)
    words = letters(quote)
    if kind == "longtext":
        return all(letters(line) in words for line in value.split("\n"))
    return any(letters(each) in words for each in (value, *_ALSO_SAID.get(value, ())))
