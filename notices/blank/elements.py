"""What stands on a form, before anyone thinks of Word. Lengths are in millimetres, widths of blanks in 字."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

__all__ = [
    "BELOW",
    "Blank",
    "Block",
    "Box",
    "Cell",
    "Contents",
    "Grid",
    "Heading",
    "Inline",
    "Line",
    "Room",
    "Row",
    "Sheet",
    "StyleName",
    "Words",
    "headings",
]

StyleName = Literal[
    "body",  # what applicants write at length: 填报说明 五 sets its font and line spacing
    "plain",  # the same at the margin: a question with its answer behind it
    "item",  # a numbered item over a narrative
    "label",  # a cell that says what belongs beside it
    "entry",  # a cell for a short answer
    "list",  # lines of boxes and of figures inside a table
    "signature",  # where one signs, at the right
    "annex",  # "附件1" over a title
    "title",  # of the whole form, on a cover
    "subtitle",  # of a sheet, and of a page before the first heading
    "cover_label",
    "cover_entry",
    "imprint",  # who issued the form, at the foot of a cover
    "note",  # under a table
]


@dataclass(frozen=True, slots=True)
class Words:
    text: str


@dataclass(frozen=True, slots=True)
class Box:
    """A box to tick."""

    option: str  # the words it stands before


@dataclass(frozen=True, slots=True)
class Blank:
    """A ruled blank to write on; one without a width reaches to the end of its line."""

    width: int | None = None


Inline: TypeAlias = Words | Box | Blank


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph. With `stops`, its tabs divide the line into so many equal parts."""

    inlines: tuple[Inline, ...]
    style: StyleName
    stops: int = 0
    new_page: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading that the table of contents lists."""

    text: str
    level: Literal[1, 2, 3]
    new_page: bool = False
    material: bool = False  # names an attachment: a line of a list rather than a title over something


@dataclass(frozen=True, slots=True)
class Room:
    """Empty paragraphs to write in."""

    lines: int
    style: StyleName = "body"


@dataclass(frozen=True, slots=True)
class Cell:
    blocks: tuple[Line | Heading | Room, ...]
    columns: int = 1
    below: bool = False  # the cell above goes on here
    underlined: bool = False  # in a grid that is not ruled: a line to write on


BELOW = Cell((), below=True)


@dataclass(frozen=True, slots=True)
class Row:
    cells: tuple[Cell, ...]
    height: float = 0  # at least
    breaks: bool = False  # may go on on the next page


@dataclass(frozen=True, slots=True)
class Grid:
    """A table, its cells ruled on all sides or on none."""

    widths: tuple[float, ...]
    rows: tuple[Row, ...]
    ruled: bool = True


@dataclass(frozen=True, slots=True)
class Contents:
    """A table of contents of all headings, on a page of its own."""

    title: str


Block: TypeAlias = Line | Heading | Room | Grid | Contents


@dataclass(frozen=True, slots=True)
class Sheet:
    """Pages that share an orientation and a numbering; each sheet begins on a new page, numbered from 1."""

    blocks: tuple[Block, ...]
    numbered: bool = True
    landscape: bool = False


def headings(sheets: tuple[Sheet, ...]) -> Iterator[Heading]:
    """All headings in reading order, those in tables too."""
    for sheet in sheets:
        for block in sheet.blocks:
            if isinstance(block, Heading):
                yield block
            elif isinstance(block, Grid):
                inner = (each for row in block.rows for cell in row.cells for each in cell.blocks)
                yield from (each for each in inner if isinstance(each, Heading))
