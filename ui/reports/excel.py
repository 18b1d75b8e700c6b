"""A draft report as a workbook, a sheet for each table. No cell is a formula, whatever a document says."""

from __future__ import annotations

from io import BytesIO
from typing import Any, Final

from ui.reports.content import Sheet, facts, sheets
from ui.reports.draft import Draft

__all__ = ["write_xlsx"]

_LONGEST: Final = 32_000  # characters; Excel takes 32 767 in a cell
_CUT = "……（内容过长，全文见 JSON）"
_STARTS_A_FORMULA: Final = (
    "=",
    "+",
    "-",
    "@",
    "\t",
    "\r",
    "\n",
)  # in Excel, WPS and what reads exports of them
_PER_CHARACTER: Final = 2  # column widths are counted in digits; a Chinese character takes two


def write_xlsx(draft: Draft) -> bytes:
    from openpyxl import Workbook

    book = Workbook()
    summary = Sheet("概要", {"项": 10, "内容": 60}, tuple(facts(draft).items()))
    first: Any = book.active
    _fill(first, summary)
    for each in sheets(draft):
        _fill(book.create_sheet(), each)
    written = BytesIO()
    book.save(written)
    return written.getvalue()


def _fill(page: Any, sheet: Sheet) -> None:
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    page.title = sheet.title
    page.freeze_panes = "A2"
    for number, (heading, width) in enumerate(sheet.columns.items(), start=1):
        page.column_dimensions[get_column_letter(number)].width = width * _PER_CHARACTER
        _write(page.cell(1, number), heading)
        page.cell(1, number).font = Font(bold=True)
    for at, row in enumerate(sheet.rows, start=2):
        for number, text in enumerate(row, start=1):
            _write(page.cell(at, number), text)
    page.auto_filter.ref = page.dimensions


def _write(cell: Any, text: str) -> None:
    from openpyxl.styles import Alignment

    cell.value = text if len(text) <= _LONGEST else text[:_LONGEST] + _CUT
    cell.data_type = "s"  # openpyxl takes what begins with = for a formula
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    if text.startswith(_STARTS_A_FORMULA):
        cell.quotePrefix = True  # stays text when somebody edits the cell
