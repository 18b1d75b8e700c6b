"""What people put onto a PDF afterwards: fields filled in, text typed over it, ticks drawn by hand.

None of it is in a page's own text. PDFium tells which pages have such annotations; those are read with
pdfplumber, which gives their entries as they stand in the file (ISO 32000-1, 12.5.6 and 12.7).
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from extractors.document import BLANK_GLYPH, TICKED_GLYPH, Box
from extractors.page import Run
from extractors.readers.pdf.opened import Upright

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

__all__ = ["Added", "added", "has_additions"]

_FREE_TEXT, _INK, _WIDGET = 3, 15, 20  # FPDF_ANNOT_*
_WANTED: Final = frozenset((_FREE_TEXT, _INK, _WIDGET))
_MOST: Final = 2_000  # annotations looked at on a page
_HIDDEN: Final = 0x02 | 0x20  # flags Hidden and NoView
_PUSH: Final = 0x10000  # of a button's flags: it does something, and tells nothing
# What pdfminer and pdfplumber raise of entries that are not what they should be: they check little.
_BROKEN: Final = (
    struct.error, zlib.error, AssertionError, AttributeError, IndexError, KeyError, OverflowError,
    RecursionError, TypeError, UnicodeError, ValueError, ZeroDivisionError,
)  # fmt: skip
_LINE: Final = 1.25  # height of a line, in sizes of its letters
_SIZE: Final = 10.5  # points, where a field does not say how large its letters are


class Added(NamedTuple):
    """Words and boxes as runs, and where ink was drawn."""

    runs: list[Run]
    ink: list[Box]


def has_additions(page: PdfPage) -> bool:
    """Whether a page has fields, typed text or ink on it."""
    from pypdfium2 import raw

    for index in range(min(raw.FPDFPage_GetAnnotCount(page), _MOST)):
        annotation = raw.FPDFPage_GetAnnot(page, index)
        try:
            if raw.FPDFAnnot_GetSubtype(annotation) in _WANTED:
                return True
        finally:
            raw.FPDFPage_CloseAnnot(annotation)
    return False


def added(path: Path, places: Mapping[int, Upright]) -> dict[int, Added]:
    """What was added to those pages, by number; a page whose annotations are damaged is left out."""
    import pdfplumber
    from pdfminer.psexceptions import PSException
    from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

    broken = (*_BROKEN, PSException, MalformedPDFException, PdfminerException)
    found: dict[int, Added] = {}
    try:
        with pdfplumber.open(path, pages=sorted(places)) as document:
            for page in document.pages:
                with suppress(*broken):
                    found[page.page_number] = _on_page(page.annots[:_MOST], places[page.page_number])
    except broken:
        return found
    return found


def _on_page(annotations: Iterable[Mapping[str, Any]], place: Upright) -> Added:
    made = Added([], [])
    for annotation in annotations:
        _put(annotation["data"], place, made)
    return made


def _put(data: Mapping[str, Any], place: Upright, made: Added) -> None:
    if _number(data.get("F")) & _HIDDEN or "Rect" not in data:
        return
    rect = [float(_resolved(each)) for each in _resolved(data["Rect"])]
    x0, y0, x1, y1 = (
        min(rect[0], rect[2]),
        min(rect[1], rect[3]),
        max(rect[0], rect[2]),
        max(rect[1], rect[3]),
    )
    box = place.box(x0, y0, x1, y1)
    sort = _name(data.get("Subtype"))
    if sort == "Ink":
        made.ink.append(box)
    elif sort == "FreeText":
        made.runs.extend(_lines(_text(data.get("Contents")), box))
    elif sort == "Widget":
        made.runs.extend(_field(data, box))


def _field(data: Mapping[str, Any], box: Box) -> Iterator[Run]:
    kind, flags = _name(_inherited(data, "FT")), _number(_inherited(data, "Ff"))
    if kind in ("Tx", "Ch"):
        yield from _lines(_text(_inherited(data, "V")), box)
    elif kind == "Btn" and not flags & _PUSH:
        on = _name(data.get("AS")) not in ("", "Off")
        yield Run(TICKED_GLYPH if on else BLANK_GLYPH, *box)


def _inherited(data: Mapping[str, Any], key: str) -> Any:
    """An entry of the field, or of the field that it is a part of."""
    for _ in range(8):
        if key in data:
            return _resolved(data[key])
        parent = _resolved(data.get("Parent"))
        if not isinstance(parent, Mapping):
            return None
        data = parent
    return None


def _lines(text: str, box: Box) -> Iterator[Run]:
    """The words at the box's top, a line below the other; a single line in its middle."""
    lines = [line.strip() for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    x0, top, x1, bottom = box
    step = min(_SIZE * _LINE, (bottom - top) / max(len(lines), 1))
    if len(lines) == 1:
        top += max((bottom - top - step) / 2, 0.0)
    for at, line in enumerate(lines):
        if line:
            yield Run(line, x0, top + at * step, x1, top + (at + 1) * step)


def _resolved(value: Any) -> Any:
    from pdfminer.pdftypes import resolve1

    return resolve1(value)


def _number(value: Any) -> int:
    value = _resolved(value)
    return value if isinstance(value, int) else 0


def _name(value: Any) -> str:
    value = _resolved(value)
    name = getattr(value, "name", value)
    return name if isinstance(name, str) else ""


def _text(value: Any) -> str:
    """A text string: UTF-16 with its mark, UTF-8 with its, else as pdfminer decodes PDFDocEncoding."""
    from pdfminer.utils import decode_text

    value = _resolved(value)
    if isinstance(value, bytes):
        if value.startswith(b"\xef\xbb\xbf"):
            return value[3:].decode("utf-8", "replace")
        return decode_text(value)
    return value if isinstance(value, str) else _name(value)
