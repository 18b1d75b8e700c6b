"""PDFs as office programs save them, and forms to be filled in on the screen.

Saved: each letter is placed, blanks are gaps, borders are thin fields drawn twice or many short dashes. Forms
to fill in: the boxes are check boxes with an appearance for each state.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from eval.filings.word.nodes import Block
from eval.formats.typeset import Frame, Mark, Paper, Words, typeset

__all__ = ["STYLES", "Style", "saved"]

_FONT: Final = "STSong-Light"
_DASH, _GAP = 1.8, 1.2  # points


@dataclass(frozen=True, slots=True)
class Style:
    borders: Literal["twice", "dashes", "hairlines"] = "twice"
    marks: Literal["glyphs", "fields"] = "glyphs"
    numbered: bool = True
    justified: float = 0.0  # points added behind each letter


STYLES: Final[Mapping[str, Style]] = {
    "twice": Style(),
    "dashes": Style(borders="dashes", justified=0.35),
    "hairlines": Style(borders="hairlines", numbered=False),
    "fields": Style(borders="hairlines", marks="fields"),
}


def saved(blocks: Iterable[Block], style: Style) -> bytes:
    """The filing as a PDF."""
    if _FONT not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(UnicodeCIDFont(_FONT))
    paper = Paper(
        measure=lambda text, size: float(pdfmetrics.stringWidth(text, _FONT, size)) + style.justified,
        size=12.0,
    )
    pages = typeset(blocks, paper)
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(paper.width, paper.height), invariant=1, pageCompression=1)
    made = 0
    for number, page in enumerate(pages, 1):
        for each in page:
            match each:
                case Words():
                    _words(canvas, each, paper)
                case Mark():
                    made += 1
                    _mark(canvas, each, style, paper.height - each.y, made)
                case Frame():
                    _frame(canvas, each, style, paper.height)
        if style.numbered:
            canvas.setFont(_FONT, 9)
            canvas.drawCentredString(paper.width / 2, 28, f"- {number} -")
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _words(canvas: Canvas, each: Words, paper: Paper) -> None:
    canvas.setFont(_FONT, each.size)
    x = each.x
    for letter in each.text:
        if letter.strip():
            canvas.drawString(x, paper.height - each.y, letter)
        x += paper.measure(letter, each.size)


def _mark(canvas: Canvas, each: Mark, style: Style, y: float, number: int) -> None:
    if style.marks == "fields":
        canvas.acroForm.checkbox(
            name=f"box{number}",
            x=round(each.x + 1),
            y=round(y - 1),
            size=round(each.size * 0.8),
            checked=each.ticked,
            buttonStyle="check",
        )
        return
    canvas.setFont(_FONT, each.size)
    canvas.drawString(each.x, y, "□")
    if each.ticked:
        canvas.drawString(each.x + each.size * 0.05, y + each.size * 0.05, "√")


def _frame(canvas: Canvas, each: Frame, style: Style, height: float) -> None:
    x0, x1 = each.x, each.x + each.width
    top, bottom = height - each.y, height - each.y - each.height
    sides = [(x0, bottom, x0, top), (x1, bottom, x1, top)]
    sides += [(x0, top, x1, top)] if each.above else []
    sides += [(x0, bottom, x1, bottom)] if each.below else []
    for ax, ay, bx, by in sides:
        match style.borders:
            case "twice":
                for _ in range(2):
                    canvas.rect(ax, ay, abs(bx - ax) or 0.48, abs(by - ay) or 0.48, stroke=0, fill=1)
            case "dashes":
                _dashes(canvas, (ax, ay), (bx, by))
            case "hairlines":
                canvas.setLineWidth(0)
                canvas.line(ax, ay, bx, by)


def _dashes(canvas: Canvas, start: tuple[float, float], end: tuple[float, float]) -> None:
    long = abs(end[0] - start[0]) + abs(end[1] - start[1])
    across, up = (end[0] > start[0]), (end[1] > start[1])
    at = 0.0
    while at < long:
        to = min(at + _DASH, long)
        canvas.line(start[0] + at * across, start[1] + at * up, start[0] + to * across, start[1] + to * up)
        at = to + _GAP
