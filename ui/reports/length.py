"""About how much of a page blocks take where a report is set tight: programs' own fonts differ a little."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from ui.reports.blocks import Blank, Block, Card, Facts, Grid, Heading, Image, NewPage, Text

__all__ = ["PAGE", "height"]

PAGE: Final = 254.0  # mm that can be counted on, of the 269 between the margins
_WIDTH: Final = 182.0  # mm
_LINE: Final = 3.6  # mm
_BETWEEN: Final = 0.8  # mm after a paragraph
_ROW: Final = 1.2  # mm of a row besides its lines
_TITLE, _HEADING = 8.5, 6.6  # mm
_LETTER: Final = 3.25  # mm of a Chinese character; a Latin one has half
_SIDES: Final = 4.0  # mm of a cell besides its words
_LABEL: Final = 22.0  # mm


def height(blocks: Iterable[Block]) -> float:
    """Millimetres of what stands on a first page, its title included."""
    return _TITLE + sum(_height(each) for each in blocks)


def _height(block: Block) -> float:
    match block:
        case Heading():
            return _HEADING
        case Text(spans):
            return _lines("".join(each.text for each in spans), _WIDTH) * _LINE + _BETWEEN
        case Facts(rows, pairs):
            width = _WIDTH / pairs - _LABEL
            grouped = [rows[at : at + pairs] for at in range(0, len(rows), pairs)]
            return sum(_row([text for _, text in group], [width] * len(group)) for group in grouped)
        case Grid(columns, rows):
            whole = sum(columns.values())
            widths = [_WIDTH * share / whole for share in columns.values()]
            return sum(_row(row, widths) for row in (tuple(columns), *rows))
        case Blank(top, room, _):
            return sum(_lines(each, _WIDTH) for each in top) * _LINE + room + _LINE + 3 * _ROW
        case Card() | Image() | NewPage():
            raise ValueError("what has pictures does not stand on a first page")


def _row(cells: Sequence[str], widths: Sequence[float]) -> float:
    lines = max(_lines(text, width - _SIDES) for text, width in zip(cells, widths, strict=True))
    return lines * _LINE + _ROW


def _lines(text: str, width: float) -> int:
    return sum(max(1, -(-int(_wide(line)) // int(width))) for line in text.split("\n"))


def _wide(line: str) -> float:
    return sum(_LETTER / 2 if character.isascii() else _LETTER for character in line)
