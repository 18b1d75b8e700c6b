"""PDFs as report engines write them: fonts that are named and not embedded, lines drawn one by one."""

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

__all__ = ["LOOKS", "Look", "report"]

_FONT: Final = "STSong-Light"


@dataclass(frozen=True, slots=True)
class Look:
    """`words`: by the line, by the character, or spread; `frames`: strokes, thin fillings, whole boxes."""

    words: Literal["line", "character", "spread"] = "line"
    frames: Literal["strokes", "filled", "boxes"] = "strokes"
    marks: Literal["drawn", "filled", "dingbats", "glyphs"] = "drawn"
    size: float = 10.5
    watermark: str = ""
    footer: bool = False


LOOKS: Final[Mapping[str, Look]] = {
    "strokes": Look(footer=True),
    "characters": Look(words="character", frames="filled", marks="dingbats"),
    "boxes": Look(frames="boxes", marks="filled", size=12, watermark="申报材料 仅供评审"),
    "spread": Look(words="spread", frames="filled", marks="glyphs", size=12, footer=True),
}


def report(blocks: Iterable[Block], look: Look) -> bytes:
    """The filing as a PDF. The same arguments give the same bytes."""
    if _FONT not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(UnicodeCIDFont(_FONT))
    paper = Paper(measure=lambda text, size: float(pdfmetrics.stringWidth(text, _FONT, size)), size=look.size)
    pages = typeset(blocks, paper)
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(paper.width, paper.height), invariant=1, pageCompression=1)
    for number, page in enumerate(pages, 1):
        if look.watermark:
            _watermark(canvas, look.watermark, paper)
        for each in page:
            _draw(canvas, each, look, paper.height)
        if look.footer:
            canvas.setFont(_FONT, 9)
            canvas.drawCentredString(paper.width / 2, 30, f"第 {number} 页 共 {len(pages)} 页")
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _draw(canvas: Canvas, each: Words | Mark | Frame, look: Look, height: float) -> None:
    match each:
        case Words():
            _words(canvas, each, look, height - each.y)
        case Mark():
            _mark(canvas, each, look, height - each.y)
        case Frame():
            _frame(canvas, each, look, height)


def _words(canvas: Canvas, each: Words, look: Look, y: float) -> None:
    canvas.setFont(_FONT, each.size)
    if look.words == "line":
        canvas.drawString(each.x, y, each.text)
        return
    x = each.x
    for letter in each.text:
        step = float(pdfmetrics.stringWidth(letter, _FONT, each.size))
        if look.words == "character" or letter.strip():
            canvas.drawString(x, y, letter)
        x += step


def _mark(canvas: Canvas, each: Mark, look: Look, y: float) -> None:
    edge = each.size * 0.78
    left, bottom = each.x + each.size * 0.1, y - each.size * 0.08
    match look.marks:
        case "drawn":
            canvas.setLineWidth(0.6)
            canvas.rect(left, bottom, edge, edge)
            if each.ticked:
                canvas.setLineWidth(1.1)
                path = canvas.beginPath()
                path.moveTo(left + edge * 0.15, bottom + edge * 0.5)
                path.lineTo(left + edge * 0.42, bottom + edge * 0.15)
                path.lineTo(left + edge * 0.95, bottom + edge * 1.05)
                canvas.drawPath(path)
        case "filled":
            canvas.setLineWidth(0.6)
            canvas.rect(left, bottom, edge, edge, fill=int(each.ticked))
        case "dingbats":
            canvas.setFont("ZapfDingbats", each.size)
            canvas.drawString(left, y, "✔" if each.ticked else "❑")
        case "glyphs":
            canvas.setFont(_FONT, each.size)
            canvas.drawString(each.x, y, "■" if each.ticked else "□")


def _frame(canvas: Canvas, each: Frame, look: Look, height: float) -> None:
    x0, x1 = each.x, each.x + each.width
    top, bottom = height - each.y, height - each.y - each.height
    whole = each.above and each.below
    if look.frames == "boxes" and whole:
        canvas.setLineWidth(0.5)
        canvas.rect(x0, bottom, each.width, each.height)
        return
    sides = [(x0, top, x0, bottom), (x1, top, x1, bottom)]
    sides += [(x0, top, x1, top)] if each.above else []
    sides += [(x0, bottom, x1, bottom)] if each.below else []
    for ax, ay, bx, by in sides:
        if look.frames == "filled":
            canvas.rect(min(ax, bx), min(ay, by), abs(bx - ax) or 0.5, abs(by - ay) or 0.5, stroke=0, fill=1)
        else:
            canvas.setLineWidth(0.5)
            canvas.line(ax, ay, bx, by)


def _watermark(canvas: Canvas, words: str, paper: Paper) -> None:
    canvas.saveState()
    canvas.setFillGray(0.88)
    canvas.setFont(_FONT, 48)
    canvas.translate(paper.width / 2, paper.height / 2)
    canvas.rotate(45)
    canvas.drawCentredString(0, 0, words)
    canvas.restoreState()
