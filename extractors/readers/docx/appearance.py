"""How the paragraphs of a Word file are set, by what the sweep over its tree has gathered.

The property lists that `formatting` cut out are looked up by their numbers, each resolved once: a filing has
a few dozen. Characters beyond ASCII are counted as Chinese; what is not is a quotation mark here and there.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from extractors.appearance import Appearance, Face, Paper, Pitch, Setting
from extractors.readers.docx import names as n
from extractors.readers.docx.formatting import CUT, Lean
from extractors.readers.docx.marks import Marks
from extractors.readers.docx.names import MAIN, VAL, W, is_on
from extractors.readers.docx.styles import Styles, outline_level
from extractors.readers.docx.typography import Letters, Typography, face_of, letters_of, lines_of, pitch_of

__all__ = ["appearance"]

_SHORTEST = 8  # characters of a paragraph in a table that is worth a look: a narrative's lines are longer
_BREAKS = (n.T, W + "br", W + "cr")
_TWIPS = 20  # in a point
_AROUND = f'<w:x xmlns:w="{MAIN}" xmlns:r="{n.OFFICE}" xmlns:w14="{n.W14[1:-1]}">'.encode()

# Attributes of a list may have prefixes that are declared where it stood.
_LENIENT = etree.XMLParser(recover=True, resolve_entities=False, no_network=True)


def appearance(
    root: etree._Element, lean: Lean, typography: Typography, styles: Styles, marks: Marks
) -> Appearance:
    """How the document part `root` is set; `marks` are those of the sweep over it."""
    return Appearance(tuple(_papers(root)), tuple(_Sight(lean, typography, styles).paragraphs(marks)))


def _papers(root: etree._Element) -> Iterator[Paper]:
    """The paper of each section that names one; without a size it is what the printer has."""
    for section in root.iter(W + "sectPr"):
        size = section.find(W + "pgSz")
        width, height = (None, None) if size is None else (size.get(W + "w"), size.get(W + "h"))
        if width and height and width.isdecimal() and height.isdecimal():
            yield Paper(int(width) / _TWIPS, int(height) / _TWIPS)


class _Ground(NamedTuple):
    """What a paragraph gives to runs that say nothing themselves, and what holds for all of it."""

    letters: Letters
    pitch: Pitch
    level: int
    entry: int


class _Sight:
    """Looks paragraphs and runs up, each combination of properties once."""

    def __init__(self, lean: Lean, typography: Typography, styles: Styles) -> None:
        self._lists = lean.lists
        self._typography = typography
        self._styles = styles
        self._parsed: dict[str, etree._Element | None] = {}
        self._grounds: dict[tuple[str | None, str | None], _Ground] = {}  # by number and table style
        self._faces: dict[tuple[str, Letters], Face] = {}  # by number, of the lists that were cut
        self._tables: dict[etree._Element, str | None] = {}  # styles of tables by the cells in them

    def paragraphs(self, marks: Marks) -> Iterator[Setting]:
        counted = 0
        texts = marks.texts
        for paragraph, runs in marks.runs.items():
            parent = paragraph.getparent()
            cell = parent is not None and parent.tag == n.TC
            ordinal = 0
            if not cell and _is_in_body(paragraph, parent):
                counted += 1
                ordinal = counted
            text = texts.get(paragraph)
            if text is not None and (text.isascii() or (cell and len(text) < _SHORTEST)):
                continue
            of = self._ground(paragraph, parent)
            if text is None:
                text, counts = self._closely(paragraph, of.letters)
            else:
                counts = self._counted(text, *runs, of.letters)
            if counts:
                yield Setting(text, tuple(counts.items()), of.pitch, of.level, of.entry, ordinal)

    def _counted(
        self, text: str, pieces: list[str], numbers: list[str | etree._Element], base: Letters
    ) -> dict[Face, int]:
        """Characters by face in a paragraph of nothing but runs of text; made for speed."""
        if len(set(numbers)) == 1:  # nine in ten
            return {self._face(numbers[0], base): len(text) - len(text.encode("ascii", "ignore"))}
        counts: dict[Face, int] = {}
        for said, number in zip(pieces, numbers, strict=True):
            count = len(said) - len(said.encode("ascii", "ignore"))
            if count:
                face = self._face(number, base)
                counts[face] = counts.get(face, 0) + count
        return counts

    def _closely(self, paragraph: etree._Element, base: Letters) -> tuple[str, dict[Face, int]]:
        """Text and characters of a paragraph that holds more than runs; what is not seen is not counted."""
        text: list[str] = []
        counts: dict[Face, int] = {}
        for piece in paragraph.iter(*_BREAKS):
            if piece.tag != n.T:
                text.append("\n")
                continue
            run = piece.getparent()
            if run is None or _is_gone(piece, paragraph) or self._hidden(run):
                continue
            said = piece.text or ""
            text.append(said)
            count = len(said) - len(said.encode("ascii", "ignore"))
            if count:
                face = self._face(piece.get(CUT) or piece, base)
                counts[face] = counts.get(face, 0) + count
        return "".join(text), counts

    def _ground(self, paragraph: etree._Element, parent: etree._Element | None) -> _Ground:
        """What the runs of a paragraph are set on; of a list that was cut it is resolved once."""
        table = self._table_style(parent)
        number = paragraph.get(CUT)
        if number is not None:
            properties = self._list(number)
        elif (properties := paragraph.find(n.PPR)) is not None:
            return self._resolved(properties, table)
        known = self._grounds.get((number, table))
        if known is None:
            known = self._grounds[number, table] = self._resolved(properties, table)
        return known

    def _resolved(self, properties: etree._Element | None, table: str | None) -> _Ground:
        style = None if properties is None else _value(properties, n.P_STYLE)
        letters, lines = self._typography.under(style, table)
        level = None
        if properties is not None:
            lines = lines_of(properties).over(lines)
            level = outline_level(properties)
        named = self._styles.paragraph(style)
        return _Ground(letters, pitch_of(lines), named.level if level is None else level, named.toc)

    def _face(self, text: str | etree._Element, base: Letters) -> Face:
        """The face of a run by the number of its list, or by its text."""
        if isinstance(text, str):
            known = self._faces.get((text, base))
            if known is not None:
                return known
            number: str | None = text
            properties = self._list(text)
        else:
            run = text.getparent()
            number = None if run is None else run.get(CUT)
            properties = None if run is None else run.find(n.RPR) if number is None else self._list(number)
        face = face_of(base) if properties is None else self._set(properties, base)
        if number is not None:
            self._faces[number, base] = face
        return face

    def _set(self, properties: etree._Element, base: Letters) -> Face:
        direct = letters_of(properties, self._typography.fonts)
        style = _value(properties, n.R_STYLE)
        if style is not None:
            direct = direct.over(self._typography.character(style))
        return face_of(direct.over(base))

    def _hidden(self, run: etree._Element) -> bool:
        hidden = run.find(f"{n.RPR}/{n.VANISH}")
        return hidden is not None and is_on(hidden.get(VAL))

    def _list(self, number: str) -> etree._Element | None:
        """A property list that was cut; None for a number that `formatting` has not given."""
        if number not in self._parsed:
            known = number.isdecimal() and len(number) <= 6 and int(number) < len(self._lists)
            inside = self._lists[int(number)] if known else b""
            self._parsed[number] = etree.fromstring(_AROUND + inside + b"</w:x>", _LENIENT) if known else None
        return self._parsed[number]

    def _table_style(self, parent: etree._Element | None) -> str | None:
        """The style of the table around a paragraph, by id; "" where it names none, None outside tables."""
        if parent is None or parent.tag == n.BODY:
            return None
        if parent not in self._tables:
            table = parent if parent.tag == n.TBL else next(parent.iterancestors(n.TBL), None)
            named = None if table is None else table.find(f"{n.TBLPR}/{W}tblStyle")
            self._tables[parent] = None if table is None else "" if named is None else named.get(VAL, "")
        return self._tables[parent]


def _is_in_body(paragraph: etree._Element, parent: etree._Element | None) -> bool:
    """Whether a paragraph that is no cell's own is counted among those of the body."""
    if parent is None or parent.tag == n.BODY:
        return True
    return next(paragraph.iterancestors(n.TC, n.TXBX_CONTENT), None) is None


def _is_gone(piece: etree._Element, paragraph: etree._Element) -> bool:
    """Whether text was moved away, or belongs to a text box that is anchored here."""
    for above in piece.iterancestors():
        if above is paragraph:
            return False
        if above.tag in {n.MOVE_FROM, n.DEL, n.TXBX_CONTENT, n.FALLBACK}:
            return True
    return False


def _value(parent: etree._Element, tag: str) -> str | None:
    child = parent.find(tag)
    return None if child is None else child.get(VAL)
