"""One sweep over the tree of a part: the text of all that is plain, and what needs a close look.

Nine paragraphs in ten hold nothing but runs of text, and most rows of long lists nothing but cells of such
paragraphs. Their texts are gathered while the sweep goes by; the walk then only has to look at the rest.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from lxml import etree

from extractors.errors import TooLarge
from extractors.readers.docx import names as n
from extractors.readers.docx.formatting import CUT
from extractors.readers.docx.names import VAL, W
from extractors.readers.docx.styles import Styles, look_of
from extractors.readers.docx.symbols import shown

__all__ = ["Marks", "sweep"]

# More than text in a paragraph, or more than cells of paragraphs in a row.
_TELLING = (
    *(
        W + name
        for name in (
            "sym", "del", "delText", "moveFrom", "fldChar", "fldSimple", "instrText", "sdt", "ruby",
            "drawing", "pict", "object", "contentPart", "br", "cr", "ptab", "noBreakHyphen", "numPr",
            "outlineLvl", "altChunk", "txbxContent", "gridSpan", "vMerge", "hMerge", "gridBefore",
            "gridAfter", "cellDel", "hidden", "tbl", "shd",
        )
    ),
    n.ALTERNATE,
    n.O_MATH,
)  # fmt: skip
# Only under these: a tab stop is no tab, and a wrapper around runs is read through anyway.
_CONTAINERS = frozenset({n.TC, n.TR, n.TBL, n.SDT_CONTENT, n.BODY})
_PLACES = {W + "tab": frozenset({n.R}), **dict.fromkeys((n.INS, n.MOVE_TO, n.CUSTOM_XML), _CONTAINERS)}
_DEPTH = 300


class Marks(NamedTuple):
    """What the sweep found. Elements are kept, since an element that nobody holds loses its identity."""

    texts: dict[etree._Element, str]  # of the plain paragraphs
    rows: dict[etree._Element, list[tuple[etree._Element, list[etree._Element]]]]  # of plain cells
    unclosed: set[etree._Element]  # field characters that open a field which nothing closes
    looks: bool  # run properties decide about some of the text
    # The texts of each paragraph's runs, with the numbers of their property lists (see `formatting`); where
    # nothing was cut, the element instead.
    runs: dict[etree._Element, tuple[list[str], list[str | etree._Element]]]


def sweep(root: etree._Element, styles: Styles) -> Marks:
    """Sweep over the tree of one part. Raises TooLarge for absurd nesting."""
    marks, telling = Marks({}, {}, set(), looks=False, runs={}), _Telling(styles)
    pieces: list[str] = []
    numbers: list[str | etree._Element] = []
    cells: list[tuple[etree._Element, list[etree._Element]]] = []
    paragraphs: list[etree._Element] = []
    texts, runs = marks.texts, marks.runs
    here = root  # until the first paragraph
    row = cell = None
    for element in root.iter(n.T, n.P, n.TC, n.TR, *_TELLING, *_PLACES, *_JUDGED):
        tag = element.tag
        if tag == n.T:
            pieces.append(element.text or "")
            numbers.append(element.get(CUT) or element)
        elif tag == n.P:
            text = "".join(pieces)
            texts[here] = text if text.isprintable() else shown(text)
            here, pieces, numbers = element, [], []
            runs[here] = pieces, numbers
            if element.getparent() is cell:
                paragraphs.append(element)
        elif tag == n.TC:
            cell, paragraphs = element, []
            if element.getparent() is row:
                cells.append((cell, paragraphs))
        elif tag == n.TR:
            row, cells = element, []
            marks.rows[row] = cells
        else:
            telling.look_at(element, tag)
    texts[here] = shown("".join(pieces))
    return telling.applied_to(marks)


class _Telling:
    """Gathers what turns out not to be plain."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._looks = styles.default.look.shows
        self._paragraphs: set[etree._Element] = set()
        self._rows: set[etree._Element] = set()
        self._open_fields: list[etree._Element] = []

    def look_at(self, element: etree._Element, tag: str) -> None:
        """Mark what `element` stands in, where it tells something."""
        if tag in _PLACES:
            if _parent_tag(element) not in _PLACES[tag]:
                return
        elif tag in _JUDGED:
            verdict = _JUDGED[tag](element, self._styles)
            if verdict is None:
                return
            self._looks = self._looks or verdict
        elif tag == n.FLD_CHAR:
            self._balance(element)
        elif tag == n.TXBX_CONTENT:
            self._paragraphs.update(element.iter(n.P))  # texts after it would be taken for its own
        self._mark(element)

    def applied_to(self, marks: Marks) -> Marks:
        """The marks without what is not plain."""
        if not self._styles.default.is_plain:
            marks.texts.clear()
        for paragraph in self._paragraphs:
            marks.texts.pop(paragraph, None)
        for row in self._rows:
            marks.rows.pop(row, None)
        return Marks(marks.texts, marks.rows, set(self._open_fields), self._looks, marks.runs)

    def _balance(self, element: etree._Element) -> None:
        kind = element.get(W + "fldCharType")
        if kind == "begin":
            self._open_fields.append(element)
        elif kind == "end" and self._open_fields:
            self._open_fields.pop()

    def _mark(self, element: etree._Element) -> None:
        above = element.getparent()
        for _ in range(_DEPTH):
            if above is None:
                return
            tag = above.tag
            if tag == n.P:
                self._paragraphs.add(above)
                return
            if tag == n.TR:
                self._rows.add(above)
                return
            above = above.getparent()
        raise TooLarge("文档的表格或格式嵌套过深，不像申报书，请整理后另存再提交。")


def _paragraph_style(element: etree._Element, styles: Styles) -> bool | None:
    style = styles.paragraph(element.get(VAL))
    return None if style.is_plain else style.look.shows


def _run_style(element: etree._Element, styles: Styles) -> bool | None:
    return styles.run(element.get(VAL)).shows or None


def _property(element: etree._Element, _: Styles) -> bool | None:
    return look_of([element]).shows or None


def _always(_: etree._Element, __: Styles) -> bool:
    return True


# For a property that may not matter: None where it does not, else whether it is about how runs look.
_JUDGED: dict[str, Callable[[etree._Element, Styles], bool | None]] = {
    n.P_STYLE: _paragraph_style,
    n.R_STYLE: _run_style,
    n.VANISH: _always,
    n.STRIKE: _always,
    n.DSTRIKE: _always,
    n.R_FONTS: _property,
    n.COLOR: _property,
    n.SIZE: _property,
}


def _parent_tag(element: etree._Element) -> str:
    parent = element.getparent()
    return "" if parent is None else parent.tag
