"""What a file says, and where: the frozen value that every reader makes and everything else reads.

The classes are tuples rather than models because a filing has tens of thousands of them and reading
may cost no more than about twice the parsing of its XML.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from extractors.appearance import Appearance

__all__ = ["Block", "Box", "Cell", "Document", "Notice", "Paragraph", "Seal", "Table", "TextBox"]

Box: TypeAlias = tuple[float, float, float, float]  # x0, top, x1, bottom in points from the page's top left

TICKED_GLYPH = "☑"
BLANK_GLYPH = "□"
UNREADABLE_GLYPH = "\ufffd"  # a box is there and cannot be told
PICTURE_GLYPH = "\ufffc"  # an inline picture stands here


class Paragraph(NamedTuple):
    """One paragraph as a person sees it: deleted and hidden text is not in it, inserted text is."""

    ordinal: int  # from 1, among the paragraphs of the same container (body, cell, text box)
    text: str  # as written; line breaks are "\n", tabs "\t", every tick encoding is a Unicode glyph
    number: str = ""  # what Word generates before it ("1.", "（一）"): not part of the text
    level: int = 0  # outline level 1-9 of a heading (style or direct), 0 for body text
    toc: bool = False  # a line of a generated table of contents
    page: int | None = None
    bbox: Box | None = None
    wraps: tuple[int, ...] = ()  # offsets in the text where a drawn line ended, of paged formats
    over: tuple[tuple[int, Box], ...] = ()  # page and box of what stands on the pages after it
    ocr: float | None = None  # how sure the recognition is, 0-1; None for text that the file itself says


class Cell(NamedTuple):
    """A cell with its place in the grid: `row` and `column` from 0, spans from 1."""

    row: int
    column: int
    row_span: int
    column_span: int
    blocks: tuple[Block, ...]
    page: int | None = None
    bbox: Box | None = None


class Table(NamedTuple):
    """A grid. `cells` holds each real cell once, by row, then column; a merged one spans the others."""

    ordinal: int  # from 1, among the tables of the same container
    rows: int
    columns: int
    cells: tuple[Cell, ...]


class TextBox(NamedTuple):
    """A text box or shape, standing in the flow where it is anchored."""

    ordinal: int  # from 1, in the whole document
    blocks: tuple[Block, ...]


class Seal(NamedTuple):
    """A red stamp: found by colour and shape, whoever's it is."""

    page: int
    bbox: Box
    round: bool = True  # an official seal is; a square one is mostly a person's


Block: TypeAlias = Paragraph | Table | TextBox


class Notice(NamedTuple):
    """Something about the reading that its user should know: skipped, repaired, hidden."""

    code: str  # "hidden-text", "picture", "struck-text", ...
    message: str  # one plain Chinese sentence
    location: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """One file, read. Blocks stand in reading order; what is not content is kept apart."""

    name: str  # relative to the submission
    kind: str  # "docx"
    sha256: str
    blocks: tuple[Block, ...]
    furniture: tuple[Paragraph, ...] = ()  # headers and footers
    notes: tuple[Paragraph, ...] = ()  # footnotes, endnotes, comments
    hidden: tuple[Paragraph, ...] = ()  # hidden, deleted and moved-away text
    notices: tuple[Notice, ...] = ()
    pages: int | None = None  # where the format has pages
    seals: tuple[Seal, ...] = ()  # red stamps, where the file has pictures of pages
    appearance: Appearance | None = None  # None: the format says nothing of it
