"""A page as it is drawn: runs of text with their boxes and the lines ruled around them.

What PDF, OFD and pictures of paper have in common. `extractors.layout` makes a `Document` of pages; how a
format's pages come about is its reader's affair. All measures are points (1/72 inch), from the top left
corner of the page as a person sees it (cropped, and turned so that its text stands upright).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from extractors.appearance import Face
from extractors.document import Notice, Seal

__all__ = ["Page", "Pages", "Rule", "Run", "Sample", "Seal"]


class Run(NamedTuple):
    """Words that stand on one line and in one cell; boxes are glyphs in the text as in `Paragraph`."""

    text: str  # blanks that are drawn or seen are in it
    x0: float
    top: float
    x1: float
    bottom: float
    ocr: float | None = None  # 0-1, how sure the recognition is; None where the file says the text itself
    hidden: bool = False  # not to be seen: white, tiny, off the page


class Rule(NamedTuple):
    """A ruled line, upright or level: its width is no matter. x0 <= x1, top <= bottom; one pair is equal."""

    x0: float
    top: float
    x1: float
    bottom: float


class Sample(NamedTuple):
    """A Chinese character's middle, and how it is set."""

    x: float
    y: float
    face: Face


@dataclass(frozen=True, slots=True)
class Page:
    """One page. Runs stand in any order."""

    number: int  # from 1
    width: float
    height: float
    runs: tuple[Run, ...]
    rules: tuple[Rule, ...] = ()
    seals: tuple[Seal, ...] = ()
    notices: tuple[Notice, ...] = ()
    faces: tuple[Sample, ...] = ()  # from all over the page, where the format says how its text is set
    turns: int = (
        0  # quarter turns clockwise that made its text upright: boxes are told as on the page unturned
    )


@dataclass(frozen=True, slots=True)
class Pages:
    """What a first look at a paged file gives: the pages that say their text, and those to be looked at."""

    count: int
    read: tuple[Page, ...]
    unread: tuple[int, ...] = ()  # numbers of pages without good text: for `look`, which recognises it
    notices: tuple[Notice, ...] = ()
