"""Text laid out for a terminal, where a Chinese character takes two columns."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ui.terminal import clean, painted

__all__ = ["Cell", "clip", "table", "width", "wrap"]

_GAP = 2
_LEAST = 8  # columns that a column is not made narrower than
# Latin letters and marks in a row stay together, and what opens stays with what it opens.
_WORD = re.compile(r"[!-~]+|\s+|[“‘（《〈【〔]+[^\s!-~]|.", re.DOTALL)
_NO_LINE_BEGINS = frozenset("，。、；：？！）】》〉”’…—,.;:?!)]}%")


class Cell(NamedTuple):
    """What stands in one cell: lines, in one colour or in none."""

    text: str
    colour: str = ""  # a name that `painted` knows


def width(text: str) -> int:
    """Columns the text takes on a terminal."""
    return len(text) if text.isascii() else sum(map(_columns, text))


def _columns(character: str) -> int:
    if unicodedata.east_asian_width(character) in "WF":
        return 2
    return 0 if unicodedata.category(character) in {"Mn", "Me", "Cf"} else 1


def clip(text: str, columns: int) -> str:
    """The text on one line, with … where it had to be cut."""
    line = " ".join(text[: columns * 4].split())
    if width(line) <= columns and len(text) <= columns * 4:
        return line
    kept = ""
    for each in line:
        if width(kept) + _columns(each) > columns - 1:
            break
        kept += each
    return f"{kept}…"


def wrap(text: str, columns: int) -> list[str]:
    """The text's lines, none wider than `columns`; a mark that ends a clause stays with it."""
    return [line for each in text.split("\n") for line in _wrapped(each, max(columns, 2))]


def _wrapped(line: str, columns: int) -> Iterator[str]:
    kept, room = "", columns
    for word in _words(line, columns):
        wide = width(word)
        hangs = word in _NO_LINE_BEGINS and room >= 0 and wide - room <= 2
        if wide > room and not hangs:
            yield kept.rstrip()
            kept, room = "", columns
        if kept or not word.isspace():
            kept, room = kept + word, room - wide
    yield kept.rstrip()


def _words(line: str, columns: int) -> Iterator[str]:
    for found in _WORD.finditer(line):
        word = found.group()
        if len(word) <= columns:
            yield word
        else:  # an address or a number longer than a line
            yield from (word[at : at + columns] for at in range(0, len(word), columns))


def table(rows: Sequence[Sequence[Cell]], *, header: Sequence[str], columns: int) -> Iterator[str]:
    """Lines of a table not wider than `columns`; cells are cleaned, and wrapped where they have to be.

    Every row has a cell for each word of `header`.
    """
    cleaned = [[cell._replace(text=clean(cell.text)) for cell in row] for row in rows]
    titles = [Cell(each) for each in header]
    widths = _widths([titles, *cleaned], columns)
    yield from _row(titles, widths)
    yield "  ".join("-" * each for each in widths)
    for row in cleaned:
        yield from _row(row, widths)


def _widths(rows: Sequence[Sequence[Cell]], columns: int) -> list[int]:
    """What each column needs, the widest ones made narrower until all of them fit."""
    needed = [
        max(width(line) for cell in column for line in cell.text.split("\n"))
        for column in zip(*rows, strict=True)
    ]
    room = columns - _GAP * (len(needed) - 1)
    while sum(needed) > room and max(needed) > _LEAST:
        needed[needed.index(max(needed))] -= 1
    return needed


def _row(cells: Sequence[Cell], widths: Sequence[int]) -> Iterator[str]:
    wrapped = [wrap(cell.text, columns) for cell, columns in zip(cells, widths, strict=True)]
    for at in range(max(map(len, wrapped))):
        parts = [lines[at] if at < len(lines) else "" for lines in wrapped]
        padded = [
            painted(part, cell.colour) + " " * (columns - width(part) + _GAP)
            for part, cell, columns in zip(parts, cells, widths, strict=True)
        ]
        yield "".join(padded).rstrip()
