"""From the words of a form to what stands on it: the few kinds of cell and line that forms are made of."""

from __future__ import annotations

import re
from dataclasses import dataclass

from notices.blank.elements import Blank, Cell, Heading, Line, Room, StyleName, Words
from notices.blank.wording import Wording, inlines

__all__ = ["Composer", "answer", "cell", "line"]

_BEFORE_BRACKET = re.compile(r"(?=[（(])")


def line(
    printed: str, style: StyleName, *, stops: int = 0, tail: bool = False, new_page: bool = False
) -> Line:
    """A printed line; with a `tail`, a blank reaches from its end to the margin."""
    return Line(
        inlines(printed, tabbed=stops > 0) + ((Blank(),) if tail else ()),
        style,
        stops=stops,
        new_page=new_page,
    )


def answer(*, columns: int = 1) -> Cell:
    """An empty cell for a short answer."""
    return Cell((Room(1, "entry"),), columns=columns)


def cell(*blocks: Line | Heading | Room, columns: int = 1) -> Cell:
    """A cell of these."""
    return Cell(blocks, columns=columns)


@dataclass(frozen=True)
class Composer:
    """Makes the cells and lines of one form by the paths of its fields."""

    words: Wording

    def label(self, path: str) -> Cell:
        """The cell that says what stands beside it; a unit or remark in brackets on a line of its own."""
        return _label(self.words.label(path))

    def group(self, path: str) -> Cell:
        """The cell that stands over several labels."""
        return _label(self.words.group(path))

    def caption(self, section: str) -> Cell:
        """The heading of a section as the label of a row."""
        return _label(self.words.heading(section))

    def asked(self, path: str, style: StyleName = "list", *, stops: int = 0, tail: bool = False) -> Line:
        """The printed line that asks for `path`."""
        return line(self.words.printed(path), style, stops=stops, tail=tail)

    def hints(self, path: str) -> tuple[Line, ...]:
        """What the form says about a narrative, in the format of the narrative: it is written over."""
        return tuple(line(each, "body") for each in self.words.hints(path))

    def narrative(self, path: str, *, room: int, listed: bool = True) -> tuple[Line | Heading | Room, ...]:
        """A narrative under its own title, which the table of contents may list."""
        title = self.words.printed(path)
        over = Heading(title, 3) if listed else line(title, "item")
        return (over, *self.hints(path), Room(room))

    def lines(self, clause: str, style: StyleName = "list", *, stops: int = 0) -> tuple[Line, ...]:
        """All printed lines of a clause."""
        return tuple(line(each, style, stops=stops) for each in self.words.lines(clause))


def _label(text: str) -> Cell:
    return Cell((Line((Words(_BEFORE_BRACKET.sub("\n", text)),), "label"),))
