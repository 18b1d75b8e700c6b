"""What stands on the page, before anyone decides how Word writes it down."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from eval.filings.paths import KINDS

_FACTS = ("text", "code", "enum", "int", "decimal", "date")
Role = Literal["label", "value", "hint", "plain"]


@dataclass(frozen=True)
class Text:
    """A stretch of text. `path` names the field whose value it is, so that an ink can treat values specially."""

    text: str
    role: Role = "plain"
    path: str | None = None
    bold: bool = False
    underline: bool = False
    font: str | None = None
    hidden: bool = False


@dataclass(frozen=True)
class Raw:
    """Inline WordprocessingML, for what no ink draws."""

    xml: str


Inline = Text | Raw


@dataclass(frozen=True)
class Par:
    """A paragraph. `numbering` is (list id, level): a number that Word generates and no text holds."""

    inlines: tuple[Inline, ...] = ()
    style: str | None = None
    align: Literal["left", "center", "right", "both"] | None = None
    numbering: tuple[int, int] | None = None
    indent: bool = False


@dataclass(frozen=True)
class Cell:
    blocks: tuple[Block, ...]
    span: int = 1
    merge: Literal["restart", "continue"] | None = None


@dataclass(frozen=True)
class Row:
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Tab:
    rows: tuple[Row, ...]
    borders: bool = True
    widths: tuple[int, ...] = ()


@dataclass(frozen=True)
class RawBlock:
    """Block-level WordprocessingML."""

    xml: str


Block = Par | Tab | RawBlock


def is_fact(node: Text) -> bool:
    """Whether this is the value of a field that fits on a line, and not part of a narrative or a list."""
    return node.role == "value" and bool(node.text) and KINDS.get(node.path or "") in _FACTS


def label(text: str, *, bold: bool = False) -> Text:
    return Text(text, "label", bold=bold)


def hint(text: str) -> Text:
    return Text(text, "hint")


def line(*parts: Inline | str, style: str | None = None, indent: bool = False) -> Par:
    """A paragraph of these parts; a bare string is a label."""
    return Par(
        tuple(label(part) if isinstance(part, str) else part for part in parts), style=style, indent=indent
    )


def cell(
    *parts: Inline | Block | str, span: int = 1, merge: Literal["restart", "continue"] | None = None
) -> Cell:
    """A cell; loose inlines that follow each other share a paragraph."""
    blocks: list[Block] = []
    loose: list[Inline] = []
    for part in parts:
        if isinstance(part, (Par, Tab, RawBlock)):
            if loose:
                blocks.append(Par(tuple(loose)))
                loose = []
            blocks.append(part)
        else:
            loose.append(label(part) if isinstance(part, str) else part)
    if loose or not blocks:
        blocks.append(Par(tuple(loose)))
    return Cell(tuple(blocks), span=span, merge=merge)


def row(*cells: Cell) -> Row:
    return Row(tuple(cells))


def tab(rows: Iterable[Row], *, borders: bool = True, widths: tuple[int, ...] = ()) -> Tab:
    return Tab(tuple(rows), borders=borders, widths=widths)


def visible(blocks: Iterable[Block]) -> str:
    """The text a person would see, a paragraph a line (raw XML aside)."""
    lines: list[str] = []
    for block in blocks:
        match block:
            case Par():
                lines.append(
                    "".join(part.text for part in block.inlines if isinstance(part, Text) and not part.hidden)
                )
            case Tab():
                lines += [visible(each.blocks) for one in block.rows for each in one.cells]
            case RawBlock():
                pass
    return "\n".join(lines)
