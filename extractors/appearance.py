"""How a document is set: its paper, and the fonts, sizes and line distances of its paragraphs.

Readers whose format says so make an `Appearance`; pictures of paper have none. What comes out is what a
person sees: styles, themes and defaults are resolved, and a paged format gives what it measures.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

__all__ = ["Appearance", "Face", "Paper", "Pitch", "Setting"]


class Paper(NamedTuple):
    """The size of the paper of a section or page, in points, as it lies before the reader."""

    width: float
    height: float


class Face(NamedTuple):
    """How Chinese characters are set. Latin letters have a font of their own, which is not looked at."""

    font: str = ""  # as the file names it, without a subset's prefix; "" where it names none
    size: float = 0.0  # points; 0 where it is not known
    bold: bool = False


class Pitch(NamedTuple):
    """The distance from one line to the next.

    `exact` is set to this many points and `measured` between the lines of a page; `least` may be more, and
    `multiple` is that many times what the font wants.
    """

    rule: Literal["exact", "measured", "least", "multiple"]
    value: float


class Setting(NamedTuple):
    """One paragraph as it is set."""

    text: str  # as in `Paragraph.text`
    faces: tuple[tuple[Face, int], ...]  # Chinese characters by face, in the order in which they come
    pitch: Pitch | None = None  # None: a paragraph of one line on a page, or not known
    level: int = 0  # outline level 1-9 of a heading's style, 0 for body text and where there are no styles
    entry: int = 0  # 1-9 in a line of a generated table of contents whose style tells its level
    ordinal: int = 0  # as in `Paragraph.ordinal`; 0 in tables and text boxes

    @property
    def characters(self) -> int:
        return sum(count for _, count in self.faces)


@dataclass(frozen=True, slots=True)
class Appearance:
    """How one file is set. Paragraphs stand in reading order; those too short to matter may be left out."""

    papers: tuple[Paper, ...]  # of each section, or each page
    paragraphs: tuple[Setting, ...]
