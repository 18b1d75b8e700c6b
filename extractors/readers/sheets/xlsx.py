"""Excel workbooks (.xlsx, .xlsm), read from their XML: links to other files are never followed.

Walked here rather than by openpyxl: its streaming mode knows neither merged cells nor hidden rows, its other
mode makes an object of every cell of a merged range, of which a file may claim 17 thousand million.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml.etree import _Element

from extractors.errors import Corrupt, TooLarge, Unsupported
from extractors.guard import Parts, open_ooxml, parse_xml
from extractors.readers.docx.symbols import is_symbol_font, translation, without_font
from extractors.readers.sheets.formats import BUILT_IN, shown
from extractors.readers.sheets.grid import Entry, Sheet, Span

__all__ = ["sheets_of"]

_REFERENCE = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_HIDDEN = frozenset({"hidden", "veryHidden"})
_MOST_SHEETS = 500
_MOST_CELLS = 500_000  # of all sheets
_MOST_TEXT = 30_000_000  # characters of a sheet: a long string may be shown by many cells


class _Look(NamedTuple):
    """How a cell shows its value: number format and font."""

    code: str = "General"
    font: str = ""


class _Book(NamedTuple):
    strings: list[list[tuple[str, str]]]  # of each shared string: pieces with their fonts
    looks: list[_Look]
    from_1904: bool


def sheets_of(data: bytes, *, name: str) -> Iterator[Sheet]:
    """The sheets in their order. Raises Corrupt, Encrypted, TooLarge or Unsupported."""
    parts = open_ooxml(data, name=name)
    main = _main_part(parts, name)
    root = parse_xml(parts[main], part=main)
    related = {number: part for number, kind, part in _related(parts, main)}
    kinds = {kind: part for _, kind, part in _related(parts, main)}
    properties = _first(root, "workbookPr")
    book = _Book(
        list(_strings(parts, kinds.get("sharedStrings"))),
        _looks(parts, kinds.get("styles")),
        properties is not None and properties.get("date1904") in ("1", "true"),
    )
    cells = 0
    for entry in list(_all(_first(root, "sheets"), "sheet"))[:_MOST_SHEETS]:
        number = next((value for key, value in entry.items() if str(key).endswith("}id")), "")
        part = related.get(str(number))
        if part is None or part not in parts:
            continue
        sheet = parse_xml(parts[part], part=part)
        if _local(sheet) == "worksheet":
            made = _sheet(sheet, book, str(entry.get("name", "")), hidden=entry.get("state") in _HIDDEN)
            cells += len(made.entries)
            if cells > _MOST_CELLS:
                raise _too_much()
            yield made


def _main_part(parts: Parts, name: str) -> str:
    named = (part for _, kind, part in _related(parts, "") if kind == "officeDocument")
    part = next(named, "xl/workbook.xml")
    if part.endswith(".bin") or "xl/workbook.bin" in parts:
        raise Unsupported(f"“{name}”是二进制格式的 Excel 表格（.xlsb），请另存为 .xlsx 格式再提交。")
    if part not in parts:
        raise Corrupt(f"“{name}”里没有工作簿，请用 Excel 或 WPS 打开确认内容后另存为 .xlsx 再提交。")
    return part


def _related(parts: Parts, part: str) -> Iterator[tuple[str, str, str]]:
    """The parts that a part names: number, kind, name; what is outside the file is left out."""
    folder, file = posixpath.split(part)
    listing = posixpath.join(folder, "_rels", f"{file}.rels")
    if listing not in parts:
        return
    for entry in parse_xml(parts[listing], part=listing):
        if entry.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", folder, str(entry.get("Target", "")))).lstrip("/")
            yield str(entry.get("Id", "")), str(entry.get("Type", "")).rpartition("/")[2], target


def _local(element: _Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _all(element: _Element | None, name: str) -> Iterator[_Element]:
    if element is not None:
        yield from (each for each in element if _local(each) == name)


def _first(element: _Element | None, name: str) -> _Element | None:
    return next(_all(element, name), None)


def _strings(parts: Parts, part: str | None) -> Iterator[list[tuple[str, str]]]:
    if part is None or part not in parts:
        return
    for item in _all(parse_xml(parts[part], part=part), "si"):
        yield list(_pieces(item))


def _pieces(item: _Element) -> Iterator[tuple[str, str]]:
    """The text of a string with its fonts; how it is pronounced is no part of it."""
    for each in item:
        kind = _local(each)
        if kind == "t":
            yield _unescaped(each.text or ""), ""
        elif kind == "r":
            font = _first(_first(each, "rPr"), "rFont")
            text = _first(each, "t")
            if text is not None:
                yield _unescaped(text.text or ""), "" if font is None else str(font.get("val", ""))


def _unescaped(text: str) -> str:
    if "_x" in text:
        text = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _looks(parts: Parts, part: str | None) -> list[_Look]:
    if part is None or part not in parts:
        return []
    root = parse_xml(parts[part], part=part)
    codes = {
        _number(entry.get("numFmtId")): str(entry.get("formatCode", ""))
        for entry in _all(_first(root, "numFmts"), "numFmt")
    }
    fonts = []
    for font in _all(_first(root, "fonts"), "font"):
        named = _first(font, "name")
        fonts.append("" if named is None else str(named.get("val", "")))
    looks = []
    for entry in _all(_first(root, "cellXfs"), "xf"):
        code, font_number = _number(entry.get("numFmtId")), _number(entry.get("fontId"))
        looks.append(
            _Look(
                codes.get(code) or BUILT_IN.get(code, "General"),
                fonts[font_number] if 0 <= font_number < len(fonts) else "",
            )
        )
    return looks


def _number(written: str | None, default: int = 0) -> int:
    return int(written) if written is not None and written.isdecimal() and len(written) < 10 else default


def _sheet(root: _Element, book: _Book, name: str, *, hidden: bool) -> Sheet:
    entries: list[Entry] = []
    hidden_rows: set[int] = set()
    uncounted = length = 0
    row = -1
    for line in _all(_first(root, "sheetData"), "row"):
        row = _number(line.get("r"), row + 2) - 1
        if line.get("hidden") in ("1", "true"):
            hidden_rows.add(row)
        column = -1
        for cell in line:
            at = _place(cell.get("r"))
            row, column = at if at is not None else (row, column + 1)
            text = _text(cell, book)
            if text is None:
                uncounted += 1
            length += len(text or "")
            if length > _MOST_TEXT:
                raise _too_much()
            entries.append(Entry(row, column, text or ""))
    return Sheet(
        name,
        tuple(entries),
        tuple(_merged(root)),
        hidden,
        frozenset(hidden_rows),
        frozenset(_hidden_columns(root)),
        uncounted,
    )


def _too_much() -> TooLarge:
    return TooLarge("表格里的单元格或文字多得不正常，不像清单，请删去多余的工作表和内容后再提交。")


def _place(reference: str | None) -> tuple[int, int] | None:
    found = _REFERENCE.fullmatch(reference or "")
    if found is None:
        return None
    column = 0
    for letter in found[1].upper():
        column = column * 26 + ord(letter) - 64
    return max(int(found[2]) - 1, 0), column - 1


def _text(cell: _Element, book: _Book) -> str | None:
    """What the cell shows; None for a formula without a result."""
    kind, value, formula = cell.get("t", "n"), None, False
    for each in cell:
        name = _local(each)
        if name == "v":
            value = each.text or ""
        elif name == "is":
            return _in_fonts(list(_pieces(each)), _look(cell, book))
        elif name == "f":
            formula = True
    if not value:
        return None if formula and kind != "str" else ""
    if kind == "s":
        index = _number(value, -1)
        known = 0 <= index < len(book.strings)
        return _in_fonts(book.strings[index], _look(cell, book)) if known else ""
    if kind == "b":
        return "TRUE" if value.strip() == "1" else "FALSE"
    if kind != "n":
        return _in_fonts([(_unescaped(value), "")], _look(cell, book))
    return _numeral(value, _look(cell, book), book)


def _numeral(written: str, look: _Look, book: _Book) -> str:
    try:
        value = float(written)
    except ValueError:
        return written
    return shown(value, look.code, from_1904=book.from_1904) if abs(value) < 1e300 else written


def _look(cell: _Element, book: _Book) -> _Look:
    index = _number(cell.get("s"))
    return book.looks[index] if index < len(book.looks) else _Look()


def _in_fonts(pieces: list[tuple[str, str]], look: _Look) -> str:
    return "".join(_in_font(text, font or look.font) for text, font in pieces)


def _in_font(text: str, font: str) -> str:
    if is_symbol_font(font):
        return text.translate(translation(font, "all"))
    return text if text.isprintable() else without_font(text)


def _merged(root: _Element) -> Iterator[Span]:
    for entry in _all(_first(root, "mergeCells"), "mergeCell"):
        first, _, last = str(entry.get("ref", "")).partition(":")
        start, end = _place(first), _place(last or first)
        if start is not None and end is not None:
            (top, left), (bottom, right) = start, end
            yield top, bottom + 1, left, right + 1


def _hidden_columns(root: _Element) -> Iterator[int]:
    for entry in _all(_first(root, "cols"), "col"):
        if entry.get("hidden") in ("1", "true"):
            first, last = _number(entry.get("min"), 1), _number(entry.get("max"), 1)
            yield from range(first - 1, min(last, 16_384))
