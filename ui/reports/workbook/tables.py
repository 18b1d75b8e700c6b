"""Topics on their sheets, with the head that every row begins with."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from ui.reports.workbook.filing import Filing
from ui.reports.workbook.spreadsheet import MOST_ROWS, Book, Cell, Page
from ui.reports.workbook.topics import Column, Topic

__all__ = ["Table", "add_list"]

_HEAD: Final = (Column("序号", 7), Column("申报单位", 30), Column("平台名称", 30), Column("平台类别", 16))
_FROZEN: Final = 3  # columns that stay in sight: whose row it is
_ACROSS = 220  # digits on a printed page
_HEADING_TALL = 40  # points
_ODD_PARTS: Final = str.maketrans(dict.fromkeys("[]:*?/\\", "_"))
_LONGEST_TITLE = 31  # characters of a sheet's name


class Table:
    """A topic on its sheet, and on further ones where that is full."""

    def __init__(self, book: Book, topic: Topic, *, most_rows: int = MOST_ROWS) -> None:
        self._book, self._topic, self._most = book, topic, most_rows
        self._parts = 0
        self._sheet = self._begun()

    def _begun(self) -> int:
        title = self._topic.title + (f"（续{self._parts}）" if self._parts else "")
        self._parts += 1
        return _begun(self._book, title, (*_HEAD, *self._topic.columns), frozen=_FROZEN)

    def add(self, filing: Filing) -> None:
        for row in self._topic.rows(filing):
            if self._book.rows(self._sheet) >= self._most:
                self._sheet = self._begun()
            self._book.write(self._sheet, (*filing.head, *row), height=self._topic.height)


def add_list(book: Book, title: str, columns: Sequence[Column], rows: Iterable[Sequence[Cell]]) -> None:
    """A sheet that is not by filing."""
    sheet = _begun(book, title, columns, frozen=0)
    for row in rows:
        book.write(sheet, row)


def _begun(book: Book, title: str, columns: Sequence[Column], *, frozen: int) -> int:
    widths = [each.width for each in columns]
    page = Page(
        title=title.translate(_ODD_PARTS)[:_LONGEST_TITLE],
        widths=widths,
        frozen=(1, frozen),
        filtered=True,
        pages_wide=max(1, round(sum(widths) / _ACROSS)),
    )
    sheet = book.add(page)
    book.write(sheet, [Cell(each.heading, "head") for each in columns], height=_HEADING_TALL)
    return sheet
