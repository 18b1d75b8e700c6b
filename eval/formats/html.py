"""Filings as web pages, as a portal's print view shows them: tables, grids of boxes, drawn ticks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Final, Literal

from eval.filings.word.nodes import Block, Cell, Inline, Par, Raw, RawBlock, Tab, Text
from eval.formats.compositions import OFF, ON

__all__ = ["LOOKS", "Look", "page"]

_EMPTY: Final = '<svg viewBox="0 0 20 20"><rect x="1.5" y="1.5" width="17" height="17"/></svg>'
_MARKS: Final[Mapping[str, tuple[str, str]]] = {
    "glyph": ("☑", "□"),
    "root": ("√", "□"),
    "filled": ("■", "□"),
    "svg": (_EMPTY.replace("</svg>", '<path d="M4 10 L8.5 15.5 L17 3"/></svg>'), _EMPTY),
    "cross": (_EMPTY.replace("</svg>", '<path d="M4 4 L16 16 M16 4 L4 16"/></svg>'), _EMPTY),
    "pen": (_EMPTY.replace("</svg>", '<path class="pen" d="M2 9 Q7 12 8 17 Q11 4 21 -3"/></svg>'), _EMPTY),
    "css": ('<span class="box"><span class="stroke"></span></span>', '<span class="box"></span>'),
    "over": ('<span class="box"><span class="letter">√</span></span>', '<span class="box"></span>'),
    "input": ('<input type="checkbox" checked>', '<input type="checkbox">'),
}


@dataclass(frozen=True, slots=True)
class Look:
    """`frame` is how cells are bordered; `size` the text in points."""

    frame: Literal["collapse", "separate", "hairline", "grid", "double"]
    marks: str
    size: float = 10.5
    font: str = "Noto Serif CJK SC"
    repeat_header: bool = False
    more: str = ""


LOOKS: Final[Mapping[str, Look]] = {
    "collapse": Look("collapse", "svg"),
    "separate": Look("separate", "css", font="Noto Sans CJK SC"),
    "hairline": Look("hairline", "glyph", size=9, repeat_header=True),
    "grid": Look("grid", "pen", size=12),
    "double": Look("double", "over", size=12, font="Noto Sans CJK SC"),
    "portal": Look("hairline", "input", font="Noto Sans CJK SC"),
    "crossed": Look("collapse", "cross", size=12, more="whole-rows"),
    "root": Look("collapse", "root", more="narrow"),
}


def page(title: str, blocks: Iterable[Block], look: Look) -> str:
    """The whole page."""
    style = Path(__file__).with_name("print.css").read_text(encoding="utf-8")
    body = "".join(_block(each, look) for each in blocks)
    face = f"font-family:'{look.font}';font-size:{look.size}pt"
    return (
        f'<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>{escape(title)}</title>'
        f'<style>{style}</style><body class="{look.frame} {look.more}" style="{face}">{body}</body></html>'
    )


def _block(block: Block, look: Look) -> str:
    match block:
        case Par():
            tag = f"h{block.style}" if block.style else "p"
            align = f' style="text-align:{block.align}"' if block.align in ("center", "right") else ""
            return f"<{tag}{align}>{_inlines(block.inlines, look) or '&#8203;'}</{tag}>"
        case Tab():
            return _grid(block, look) if look.frame == "grid" and block.borders else _table(block, look)
        case RawBlock() if 'w:br w:type="page"' in block.xml:
            return '<div class="break"></div>'
        case RawBlock():
            raise ValueError("only page breaks can be typeset")


def _inlines(inlines: Iterable[Inline], look: Look) -> str:
    on, off = _MARKS[look.marks]
    out = ""
    for each in inlines:
        match each:
            case Text():
                words = escape(each.text)
                words = f"<u>{words}</u>" if each.underline else words
                out += f"<b>{words}</b>" if each.bold else words
            case Raw() if each == ON:
                out += on
            case Raw() if each == OFF:
                out += off
            case Raw():
                raise ValueError("Word's own markup has no place on a web page")
    return out


def _table(table: Tab, look: Look) -> str:
    widths = "".join(f'<col style="width:{each / sum(table.widths):.1%}">' for each in table.widths)
    rows = "".join(
        "<tr>" + "".join(_td(each, rows, columns, look) for each, rows, columns in line) + "</tr>"
        for line in _placed(table)
    )
    columns = sum(each.span for each in table.rows[0].cells)
    head = ""
    if look.repeat_header and table.borders and columns == 2 and len(table.rows) > 6:
        head = "<thead><tr><th>栏目</th><th>填报内容</th></tr></thead>"
    kind = "" if table.borders else ' class="bare"'
    return f"<table{kind}><colgroup>{widths}</colgroup>{head}<tbody>{rows}</tbody></table>"


def _td(cell: Cell, rows: int, columns: int, look: Look) -> str:
    spans = (f' rowspan="{rows}"' if rows > 1 else "") + (f' colspan="{columns}"' if columns > 1 else "")
    return f"<td{spans}>{''.join(_block(each, look) for each in cell.blocks)}</td>"


def _grid(table: Tab, look: Look) -> str:
    """Boxes on a grid, no table at all."""
    count = max(sum(each.span for each in line.cells) for line in table.rows)
    shares = [f"{each}fr" for each in table.widths] if len(table.widths) == count else ["1fr"] * count
    cells = ""
    for number, line in enumerate(_placed_with_columns(table), 1):
        for cell, rows, columns, at in line:
            where = f"grid-row:{number}/span {rows};grid-column:{at + 1}/span {columns}"
            inner = "".join(_block(each, look) for each in cell.blocks)
            cells += f'<div class="cell" style="{where}">{inner}</div>'
    return f'<div class="table" style="grid-template-columns:{" ".join(shares)}">{cells}</div>'


def _placed(table: Tab) -> Iterator[list[tuple[Cell, int, int]]]:
    for line in _placed_with_columns(table):
        yield [(cell, rows, columns) for cell, rows, columns, _ in line]


def _placed_with_columns(table: Tab) -> Iterator[list[tuple[Cell, int, int, int]]]:
    """Each real cell of a row with its rows, its columns and the column it begins in."""
    grid = [_starts(line.cells) for line in table.rows]
    for number, starts in enumerate(grid):
        out = []
        for at, cell in starts.items():
            if cell.merge == "continue":
                continue
            rows = 1
            if cell.merge == "restart":
                while number + rows < len(grid) and _goes_on(grid[number + rows].get(at)):
                    rows += 1
            out.append((cell, rows, cell.span, at))
        yield out


def _goes_on(cell: Cell | None) -> bool:
    return cell is not None and cell.merge == "continue"


def _starts(cells: Iterable[Cell]) -> dict[int, Cell]:
    found, at = {}, 0
    for each in cells:
        found[at] = each
        at += each.span
    return found
