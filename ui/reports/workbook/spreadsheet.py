"""Spreadsheets as a stream (ECMA-376): rows go to disk as they come, and equal content is equal bytes.

No text becomes a formula, whatever it begins with; what XML or Excel cannot hold is left out or cut.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from math import isfinite
from pathlib import Path
from tempfile import TemporaryFile
from types import TracebackType
from typing import IO, Final, NamedTuple, Self
from xml.sax.saxutils import escape

from ui.reports.blocks import printable
from ui.reports.workbook.parts import LOOKS, Look, Sheet, packed, quoting, sheet_head, sheet_tail

__all__ = ["MOST_LINKS", "MOST_ROWS", "Book", "Cell", "Look", "Page", "Value"]

Value = str | int | float | None
MOST_ROWS: Final = 1_048_576  # of a sheet
MOST_LINKS: Final = 65_530  # ... that Excel opens
_LONGEST: Final = 32_767  # UTF-16 units in a cell
_CUT: Final = "……（内容过长，此处截断）"
_MOST_DIGITS: Final = 10**15  # beyond, Excel rounds a number
_STARTS_A_FORMULA: Final = tuple("=+-@\t\r\n")  # in Excel, WPS and what reads exports of them
_LIKE_AN_ESCAPE: Final = re.compile("_(?=x[0-9A-Fa-f]{4}_)")


class Cell(NamedTuple):
    """A value, how it looks (see `LOOKS`), and what it leads to: an escaped relative address."""

    value: Value
    look: Look = "text"
    link: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """How a sheet is laid out. Widths are in digits, heights in points, as Excel counts them."""

    title: str
    widths: Sequence[float]
    frozen: tuple[int, int] = (0, 0)  # rows and columns that stay in sight
    filtered: bool = False  # the last frozen row has filters; all frozen rows stand on every printed page
    landscape: bool = True
    pages_wide: int = 1
    footer: bool = True
    centred: bool = False


@dataclass(slots=True)
class _Written:
    """A sheet while it is written."""

    page: Page
    file: IO[bytes]
    rows: int = 0
    links: list[tuple[str, str]] = field(default_factory=list)  # reference, address
    merged: list[str] = field(default_factory=list)


class Book:
    """A workbook at `target`, complete there only once the block is left without an exception.

        with Book(target) as book:
            page = book.add(Page(title="总览", widths=[10]))
            book.write(page, [Cell("甲")])

    Raises OSError where the path can't be written.
    """

    def __init__(self, target: Path, *, title: str) -> None:
        self._target, self._title = target, title
        self._sheets: list[_Written] = []
        self._undo = ExitStack()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self._undo:
            if error is None:
                packed(self._target, (_finished(each) for each in self._sheets), title=self._title)

    def add(self, page: Page) -> int:
        """A sheet behind the others; gives the number by which it is written."""
        file = TemporaryFile()  # noqa: SIM115 - closed with the book
        written = _Written(page, self._undo.enter_context(file))
        written.file.write(sheet_head(page.widths, page.frozen))
        self._sheets.append(written)
        return len(self._sheets) - 1

    def rows(self, sheet: int) -> int:
        return self._sheets[sheet].rows

    def write(self, sheet: int, cells: Sequence[Cell], *, height: float = 0, merged: bool = False) -> None:
        """The next row; `merged` makes one cell of it."""
        written = self._sheets[sheet]
        written.rows += 1
        number = written.rows
        tall = f' ht="{height:g}" customHeight="1"' if height else ""
        inside = "".join(_cell(written, number, at, each) for at, each in enumerate(cells))
        written.file.write(f'<row r="{number}"{tall}>{inside}</row>'.encode())
        if merged:
            written.merged.append(f"A{number}:{_letters(len(cells) - 1)}{number}")


def _cell(written: _Written, row: int, column: int, cell: Cell) -> str:
    value, look, link = cell
    reference = f"{_letters(column)}{row}"
    if isinstance(value, int | float) and (not isfinite(value) or abs(value) >= _MOST_DIGITS):
        value = str(value)
    if value is None or value == "":
        return "" if look not in _EMPTY_ONES_SHOW else f'<c r="{reference}" s="{LOOKS[look]}"/>'
    if not isinstance(value, str):
        whole = "whole" if look == "text" and isinstance(value, int) else look
        return f'<c r="{reference}" s="{LOOKS[whole]}"><v>{value!r}</v></c>'
    text = _held(value)
    if link and len(written.links) < MOST_LINKS:
        written.links.append((reference, link))
        look = "link"
    style = quoting(look) if text.startswith(_STARTS_A_FORMULA) else LOOKS[look]
    inside = f'<is><t xml:space="preserve">{escape(text)}</t></is>'
    return f'<c r="{reference}" s="{style}" t="inlineStr">{inside}</c>'


_EMPTY_ONES_SHOW: Final = frozenset({"head", "ruled", "ruled_head"})


def _held(text: str) -> str:
    """What a cell can hold of the text."""
    lines = printable(text).replace("\r\n", "\n").replace("\r", "\n")
    if len(lines) > _LONGEST // 2 and len(lines.encode("utf-16-le")) > 2 * _LONGEST:
        room = 2 * (_LONGEST - len(_CUT))
        lines = lines.encode("utf-16-le")[:room].decode("utf-16-le", "ignore") + _CUT
    return _LIKE_AN_ESCAPE.sub("_x005F_", lines)


def _letters(column: int) -> str:
    while column >= len(_COLUMNS):
        _COLUMNS.append(_name(len(_COLUMNS)))
    return _COLUMNS[column]


def _name(column: int) -> str:
    """`A` for 0."""
    higher, letter = divmod(column, 26)
    return (_name(higher - 1) if higher else "") + chr(ord("A") + letter)


_COLUMNS: Final[list[str]] = []


def _finished(written: _Written) -> Sheet:
    page = written.page
    last = f"{_letters(len(page.widths) - 1)}{max(written.rows, page.frozen[0], 1)}"
    filtered = f"A{page.frozen[0]}:{last}" if page.filtered and page.frozen[0] else ""
    tail = sheet_tail(
        filtered=filtered,
        merged=written.merged,
        links=[reference for reference, _ in written.links],
        landscape=page.landscape,
        pages_wide=page.pages_wide,
        footer=page.footer,
        centred=page.centred,
    )
    return Sheet(
        page.title,
        _chunks(written.file, tail),
        written.file.tell() + len(tail),
        [address for _, address in written.links],
        filtered=filtered,
        repeated=page.frozen[0],
    )


def _chunks(file: IO[bytes], tail: bytes) -> Iterator[bytes]:
    file.seek(0)
    while chunk := file.read(1 << 20):
        yield chunk
    yield tail
