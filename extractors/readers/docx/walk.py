"""What the walk over one part carries with it, and what it gathers on the way."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial

from lxml import etree

from extractors.document import Block, Cell, Notice, Paragraph
from extractors.errors import TooLarge
from extractors.readers.docx.fields import Field, Phase
from extractors.readers.docx.marks import Marks
from extractors.readers.docx.numbering import Numbering
from extractors.readers.docx.package import Package
from extractors.readers.docx.styles import Style, Styles

__all__ = ["PLACEHOLDER", "UNSAID", "Flow", "Line", "Tally", "Walk", "new_cell", "new_paragraph"]

PLACEHOLDER = "placeholder"  # a content control's prompt: nobody wrote it, so it is not even hidden text
# The fields of a value in one tuple: half the time of the classes' own constructors, which take keywords.
PLAIN_REST = tuple(Paragraph._field_defaults.values())  # what a plain paragraph has beside its place and text
new_paragraph: Callable[[tuple[object, ...]], Paragraph] = partial(tuple.__new__, Paragraph)
UNSAID: tuple[object, ...] = tuple(Paragraph._field_defaults.values())  # behind ordinal and text
new_cell: Callable[[tuple[object, ...]], Cell] = partial(tuple.__new__, Cell)
_DEEPEST = 100  # tables in tables, wrappers in wrappers

# What is told of text that was left out, a reason each.
_LEFT_OUT = {
    "hidden-text": "隐藏文字",
    "invisible-text": "看不见的文字（白色或极小字号）",
    "struck-text": "加了删除线的文字",
    "deleted-text": "修订中已删除的内容",
    "moved-text": "修订中已移走的内容",
}


class Line:
    """One paragraph in the making."""

    __slots__ = ("boxes", "lost", "text", "toc")

    def __init__(self) -> None:
        self.text: list[str] = []
        self.boxes: list[etree._Element] = []  # text boxes anchored in it
        self.lost: list[tuple[str, str]] = []  # (reason, text) of what is not seen
        self.toc = False


class Flow:
    """The blocks of one container (body, cell, text box) in the making."""

    __slots__ = ("blocks", "line", "paragraphs", "tables")

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.paragraphs = 0
        self.tables = 0
        self.line: Line | None = None  # a paragraph whose mark is gone goes on in the next one


@dataclass(slots=True)
class Tally:
    """What a whole document gathers beside its blocks."""

    hidden: list[Paragraph] = field(default_factory=list)
    boxes: int = 0
    _left_out: dict[str, list[str]] = field(default_factory=dict)  # reason to places
    _told: list[Notice] = field(default_factory=list)

    def lose(self, reason: str, text: str, *, ordinal: int, place: str) -> None:
        """Keep what is not seen apart. Blanks are nothing to lose."""
        if text.strip() and reason != PLACEHOLDER:
            self.hidden.append(Paragraph(ordinal, text))
            self._left_out.setdefault(reason, []).append(place)

    def tell(self, code: str, message: str, place: str = "") -> None:
        """Note something that the user should know; once for each code and message."""
        if all((told.code, told.message) != (code, message) for told in self._told):
            self._told.append(Notice(code, message, place))

    def notices(self) -> tuple[Notice, ...]:
        """All that is to be told, what was left out first."""
        return (
            *(
                Notice(reason, f"文档中有 {len(places)} 处{_LEFT_OUT[reason]}，没有当作填报内容。", places[0])
                for reason, places in self._left_out.items()
            ),
            *self._told,
        )


@dataclass(slots=True)
class Walk:
    """The state of the walk over one part."""

    package: Package
    part: str
    styles: Styles
    numbering: Numbering
    marks: Marks
    tally: Tally
    style: Style  # of the paragraph at hand
    embedded: Callable[[bytes], tuple[Block, ...]]  # reads a Word file inside this one
    fields: list[Field] = field(default_factory=list)
    grounds: int = 0  # coloured grounds (of cells, tables, paragraphs) around the place at hand
    table: int = 0  # the outermost table around it, from 1; 0 outside tables
    row: int = 0
    _depth: int = 0

    @contextmanager
    def deeper(self) -> Iterator[None]:
        """One container further in. Raises TooLarge beyond what documents have."""
        self._depth += 1
        if self._depth > _DEEPEST:
            raise TooLarge("文档的表格或格式嵌套过深，不像申报书，请整理后另存再提交。")
        yield
        self._depth -= 1

    def place(self, ordinal: int) -> str:
        """Where the walk is, for a notice; `ordinal` is the paragraph's in its container."""
        if self.table:
            return f"表 {self.table} 行 {self.row}"
        return f"第 {ordinal} 段"

    @property
    def in_contents(self) -> bool:
        """Whether a generated table of contents is open here."""
        return any(opened.toc for opened in self.fields)

    def write(self, line: Line, text: str, gone: str | None) -> None:
        """Put `text` where it belongs: into the line, a field's code, or what is not seen."""
        for opened in reversed(self.fields):
            if opened.phase is Phase.CODE:
                opened.code.append(text)
                return
            if opened.phase is Phase.UNSEEN:
                return
        if gone is None:
            line.text.append(text)
        else:
            line.lost.append((gone, text))
