"""Excel workbooks of before 2007 (.xls, WPS's .et), read by xlrd."""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from extractors.errors import Corrupt, Encrypted
from extractors.readers.docx.symbols import is_symbol_font, translation, without_font
from extractors.readers.sheets.formats import shown
from extractors.readers.sheets.grid import Entry, Sheet

if TYPE_CHECKING:
    from xlrd.book import Book
    from xlrd.sheet import Cell as XlsCell
    from xlrd.sheet import Sheet as XlsSheet

__all__ = ["sheets_of"]

# What xlrd raises of a file that is not what it says: it checks little.
_BROKEN = (
    struct.error, AssertionError, AttributeError, IndexError, KeyError, OverflowError,
    RecursionError, TypeError, UnicodeError, ValueError, ZeroDivisionError,
)  # fmt: skip


def sheets_of(data: bytes, *, name: str) -> Iterator[Sheet]:
    """The sheets in their order. Raises Corrupt or Encrypted."""
    import xlrd
    from xlrd.biffh import XLRDError
    from xlrd.compdoc import CompDocError

    try:
        book = xlrd.open_workbook(
            file_contents=data, formatting_info=True, ragged_rows=True, logfile=io.StringIO()
        )
        sheets = [_sheet(book, book.sheet_by_index(index)) for index in range(book.nsheets)]
    except (XLRDError, CompDocError, *_BROKEN) as error:
        if "encrypted" in str(error).lower():
            raise Encrypted(f"“{name}”设有密码，请取消密码保护后再提交。") from error
        raise Corrupt(f"“{name}”已损坏或不完整，请用 Excel 或 WPS 打开后另存为 .xlsx 再提交。") from error
    yield from sheets


def _sheet(book: Book, sheet: XlsSheet) -> Sheet:
    entries = [
        Entry(row, column, _text(book, sheet, row, column, sheet.cell(row, column)))
        for row in range(sheet.nrows)
        for column in range(sheet.row_len(row))
    ]
    return Sheet(
        sheet.name,
        tuple(entries),
        tuple(sheet.merged_cells),
        sheet.visibility != 0,
        frozenset(row for row, information in sheet.rowinfo_map.items() if information.hidden),
        frozenset(column for column, information in sheet.colinfo_map.items() if information.hidden),
    )


def _text(book: Book, sheet: XlsSheet, row: int, column: int, cell: XlsCell) -> str:
    import xlrd

    look = book.xf_list[cell.xf_index or 0]
    value: Any = cell.value  # its type goes with ctype
    match cell.ctype:
        case xlrd.XL_CELL_TEXT:
            return _in_fonts(book, value, look.font_index, sheet.rich_text_runlist_map.get((row, column), []))
        case xlrd.XL_CELL_NUMBER | xlrd.XL_CELL_DATE:
            return shown(value, book.format_map[look.format_key].format_str, from_1904=bool(book.datemode))
        case xlrd.XL_CELL_BOOLEAN:
            return "TRUE" if value else "FALSE"
        case xlrd.XL_CELL_ERROR:
            return str(xlrd.error_text_from_code.get(value, "#N/A"))
        case _:
            return ""


def _in_fonts(book: Book, text: str, font: int, runs: list[tuple[int, int]]) -> str:
    """Each run from its offset on is in its own font; what is before the first is in the cell's."""
    starts = [(0, font), *runs]
    ends = [offset for offset, _ in starts[1:]] + [len(text)]
    return "".join(
        _in_font(text[start:end], book.font_list[number].name)
        for (start, number), end in zip(starts, ends, strict=True)
    )


def _in_font(text: str, font: str) -> str:
    if is_symbol_font(font):
        return text.translate(translation(font, "all"))
    return text if text.isprintable() else without_font(text)
