"""HTML that stands in a Word file: its paragraphs, and its tables as grids."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from lxml import etree
from lxml.etree import _Element

from extractors.document import BLANK_GLYPH, PICTURE_GLYPH, TICKED_GLYPH, Block, Cell, Paragraph, Table
from extractors.errors import TooLarge

__all__ = ["hypertext_blocks"]

_BLANKS = re.compile(r"[ \t\r\n\f]+")
_UNSEEN = frozenset({"head", "script", "style", "title", "template", "del", "s", "strike"})
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_LINES = frozenset(
    [
        *(
            "address",
            "article",
            "blockquote",
            "body",
            "center",
            "dd",
            "div",
            "dl",
            "dt",
            "fieldset",
            "footer",
        ),
        *("form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li", "main", "nav", "ol", "p"),
        *("pre", "section", "ul"),
    ]
)
_HEADING = re.compile(r"h([1-6])")
_DEEPEST: Final = 100
_WIDEST: Final = 1000
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")


class _Page:
    """Blocks of one container in the making."""

    def __init__(self, depth: int = 0) -> None:
        self.blocks: list[Block] = []
        self._line: list[str] = []
        self._paragraphs = self._tables = 0
        self._depth = depth

    def read(self, element: _Element) -> None:
        tag = element.tag
        if tag in _UNSEEN or _HIDDEN.search(element.get("style") or "") or element.get("hidden") is not None:
            return
        if tag == "table":
            self.end_line()
            self._tables += 1
            self.blocks.append(_table(element, self._tables, self._depth + 1))
        elif tag in _SHOWN:
            self._line.append(_SHOWN[tag](element))
        else:
            self._through(element, tag)

    def _through(self, element: _Element, tag: str) -> None:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise TooLarge("文档中嵌入的网页内容嵌套过深，请把它粘贴为正文后再提交。")
        heading = _HEADING.fullmatch(tag)
        if tag in _LINES:
            self.end_line()
        self._write(element.text)
        for child in element:
            if isinstance(child.tag, str):
                self.read(child)
            self._write(child.tail)
        if tag in _LINES:
            self.end_line(int(heading[1]) if heading else 0)
        self._depth -= 1

    def _write(self, text: str | None) -> None:
        if text:
            self._line.append(_BLANKS.sub(" ", text))

    def end_line(self, level: int = 0) -> None:
        text = "\n".join(line.strip(" ") for line in "".join(self._line).split("\n"))
        self._line.clear()
        if text.strip():
            self._paragraphs += 1
            self.blocks.append(Paragraph(self._paragraphs, text, level=level))


def hypertext_blocks(page: str) -> tuple[Block, ...]:
    """The blocks of an HTML page. Raises TooLarge for absurd nesting."""
    parser = etree.HTMLParser(no_network=True, remove_comments=True, remove_pis=True)
    root = etree.fromstring(_DECLARATION.sub("", page), parser)
    return () if root is None else _blocks(root, 0)


def _blocks(element: _Element, depth: int) -> tuple[Block, ...]:
    page = _Page(depth)
    page._through(element, "body")  # noqa: SLF001 (its own module)
    return tuple(page.blocks)


def _table(element: _Element, ordinal: int, depth: int) -> Table:
    cells: list[Cell] = []
    reach: dict[int, int] = {}  # column to the first row that is free there
    columns = row = 0
    for line in element.iter("tr"):
        if next(line.iterancestors("table")) is not element:
            continue
        column = 0
        for cell in line.iterchildren("td", "th"):
            while reach.get(column, 0) > row:
                column += 1
            wide, high = _span(cell, "colspan"), _span(cell, "rowspan")
            cells.append(Cell(row, column, high, wide, _blocks(cell, depth) or (Paragraph(1, ""),)))
            reach |= dict.fromkeys(range(column, column + wide), row + high)
            column += wide
        columns, row = max(columns, column), row + 1
    return Table(ordinal, row, columns, tuple(cells))


def _span(cell: _Element, name: str) -> int:
    value = cell.get(name) or "1"
    return max(1, min(int(value), _WIDEST)) if value.isdecimal() and len(value) < 9 else 1


def _input(element: _Element) -> str:
    if element.get("type", "").lower() in {"checkbox", "radio"}:
        return BLANK_GLYPH if element.get("checked") is None else TICKED_GLYPH
    return "" if element.get("type", "").lower() == "hidden" else element.get("value") or ""


def _select(element: _Element) -> str:
    options = list(element.iter("option"))
    chosen = next((option for option in options if option.get("selected") is not None), None)
    return "" if chosen is None else (chosen.text or "").strip()


_SHOWN: dict[str, Callable[[_Element], str]] = {
    "br": lambda _: "\n",
    "img": lambda _: PICTURE_GLYPH,
    "input": _input,
    "select": _select,
}
