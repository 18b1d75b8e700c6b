"""What a report on paper is made of: blocks in their order, for a Word file and a web page alike.

Every text is clean when it is put in (see `printable`): what writes it escapes it and nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, Literal, NamedTuple, TypeAlias

from ui.wording import Colour

__all__ = [
    "Blank",
    "Block",
    "Card",
    "Facts",
    "Grid",
    "Heading",
    "Image",
    "Look",
    "NewPage",
    "Paper",
    "Row",
    "Span",
    "Text",
    "numbered",
    "printable",
    "span",
]

Look: TypeAlias = Literal["plain", "strong", "faint", "quoted"]

# What XML 1.0 has no way to write (Office files are XML), and marks that turn the direction of writing.
_UNFIT: Final = re.compile(
    "[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)


def printable(text: str) -> str:
    """The text without what a file can't hold, and what would make it look other than it is."""
    return _UNFIT.sub("", text)


class Span(NamedTuple):
    """Some words of one look; a line break in them is one."""

    text: str
    look: Look = "plain"
    colour: Colour | None = None


def span(text: str, look: Look = "plain", colour: Colour | None = None) -> Span:
    return Span(printable(text), look, colour)


class Heading(NamedTuple):
    """A headline: 1 is a part's, 2 a group's in it."""

    text: str
    level: Literal[1, 2] = 1


class Text(NamedTuple):
    """A paragraph."""

    spans: tuple[Span, ...]


class Facts(NamedTuple):
    """A small table of what is known: label and text, in so many pairs a row."""

    rows: tuple[tuple[str, str], ...]
    pairs: Literal[1, 2] = 1


class Grid(NamedTuple):
    """A table with a head that is repeated on each page; `columns`: heading -> share of the width."""

    columns: Mapping[str, int]
    rows: tuple[tuple[str, ...], ...]
    tight: bool = False  # small, where much has to go on one page


class Image(NamedTuple):
    """A picture as wide as the text, and what stands under it."""

    png: bytes
    caption: str


class Row(NamedTuple):
    """A line of a card."""

    label: str
    spans: tuple[Span, ...]


class Card(NamedTuple):
    """One thing to mend: what it is in its head, everything about it below."""

    head: tuple[Span, ...]
    rows: tuple[Row, ...]
    images: tuple[Image, ...] = ()


class Blank(NamedTuple):
    """A frame to write in by hand: what is printed at its top, so much room, and lines at its foot."""

    top: tuple[str, ...]
    room: int  # mm
    foot: tuple[str, ...]


class NewPage(NamedTuple):
    """What follows stands on a page of its own."""


Block: TypeAlias = Heading | Text | Facts | Grid | Card | Image | Blank | NewPage


class Paper(NamedTuple):
    """A whole report."""

    title: str
    blocks: tuple[Block, ...]
    footer: str  # at the foot of each page
    tight: bool = False  # set small: the first page has to hold all that belongs on it


def numbered(parts: Iterable[tuple[str, Iterable[Block]]]) -> Iterator[Block]:
    """Each part under its headline with its number, `一、…`; a part without blocks is left out."""
    number = 0
    for title, blocks in parts:
        inside = tuple(blocks)
        if inside:
            number += 1
            yield Heading(f"{_NUMBERS[number]}、{title}")
            yield from inside


_NUMBERS: Final = "〇一二三四五六七八九十"
