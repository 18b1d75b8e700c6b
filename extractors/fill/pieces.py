"""Parts of a document that answer a label, and their text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from extractors.fill.flow import Line
from extractors.fill.labels import Hit

__all__ = ["BOX", "CHOICE", "LONG", "Piece", "Region", "join"]

LONG = frozenset(["longtext", "honors", "names", "attachments"])  # kinds whose answers go on over lines
CHOICE = frozenset(["bool", "enum", "enums"])
BOX = re.compile(r"[□☐◻◇○❑❒▢☑✓✔√■☒✗●◉⊠▣✅\ufffd\ufffc]|[\[(【〔（][ \u3000xX√✓]*[\])】〕）]")


class Piece(NamedTuple):
    """Part of a line: `start` to `end` (half-open) of its text."""

    line: Line
    start: int
    end: int

    @property
    def text(self) -> str:
        return self.line.text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Region:
    """Where the answer to one label stands: `pieces` in reading order, the label left out."""

    hit: Hit
    pieces: tuple[Piece, ...]
    beside: bool  # in other cells than the label's

    @property
    def span(self) -> tuple[int, int]:
        """First and last line, the label's included."""
        lines = [self.hit.line.n, *(piece.line.n for piece in self.pieces)]
        return min(lines), max(lines)


def join(pieces: Iterable[Piece]) -> str:
    """The pieces' text: cells of a row parted by tabs, everything else by line breaks."""
    text: list[str] = []
    before: Line | None = None
    for piece in pieces:
        if before is not None:
            text.append(_separator(before, piece.line))
        text.append(piece.text if piece.line.table is None else _list_text(piece.line))
        before = piece.line
    return "".join(text)


def _separator(one: Line, other: Line) -> str:
    a, b = one.cell, other.cell
    beside = a is not None and b is not None and a is not b and a.table is b.table and a.row == b.row
    return "\t" if beside else "\n"


def _list_text(line: Line) -> str:
    """A long list, a row a line."""
    assert line.table is not None
    rows: dict[int, list[str]] = {}
    for cell in line.table.cells:
        words = "\n".join(getattr(block, "text", "") for block in cell.blocks)
        rows.setdefault(cell.row, []).append(words)
    return "\n".join("\t".join(row) for row in rows.values())
