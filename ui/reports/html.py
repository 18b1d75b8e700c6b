"""A report as one web page that needs nothing else: prints to A4, runs nothing, asks nobody for anything."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from pathlib import Path
from typing import Final

from ui.reports.blocks import Blank, Block, Card, Facts, Grid, Heading, Image, NewPage, Paper, Span, Text

__all__ = ["write_html"]

_TIGHT_PAGE: Final = "@page { margin: 12mm 14mm; }\n"
_COLOURS: Final = {
    "red": "#b3261e",
    "orange": "#9a5b00",
    "violet": "#6a3d9a",
    "blue": "#1f4e79",
    "green": "#2e6b34",
    "gray": "#555",
}
# Nothing is run or fetched, whatever stands in the page.
_POLICY: Final = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
)


def write_html(paper: Paper) -> bytes:
    body = "\n".join(_block(each) for each in paper.blocks)
    style = Path(__file__).with_name("report.css").read_text(encoding="utf-8")
    kind = ' class="tight"' if paper.tight else ""
    style += _TIGHT_PAGE if paper.tight else ""
    page = (
        '<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{escape(_POLICY)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(paper.footer)}</title>\n<style>\n{style}</style>\n</head>\n"
        f"<body{kind}>\n<h1>{escape(paper.title)}</h1>\n{body}\n"
        f"<footer>{escape(paper.footer)}</footer>\n</body>\n</html>\n"
    )
    return page.encode("utf-8")


def _block(block: Block) -> str:
    match block:
        case Heading(text, level):
            return f"<h{level + 1}>{escape(text)}</h{level + 1}>"
        case Text(spans):
            return f"<p>{_spans(spans)}</p>"
        case Facts():
            return _facts(block)
        case Grid():
            return _grid(block)
        case Card():
            return _card(block)
        case Image():
            return _image(block)
        case Blank():
            return _blank(block)
        case NewPage():
            return '<div class="page"></div>'


def _spans(spans: Iterable[Span]) -> str:
    return "".join(_span(each) for each in spans)


def _span(span: Span) -> str:
    text = escape(span.text)
    style = f' style="color: {_COLOURS[span.colour]}"' if span.colour else ""
    match span.look:
        case "strong":
            return f"<strong{style}>{text}</strong>"
        case "plain":
            return f"<span{style}>{text}</span>" if style else text
        case "faint" | "quoted":
            return f'<span class="{span.look}"{style}>{text}</span>'


def _facts(facts: Facts) -> str:
    width = 22
    columns = f'<col style="width: {width}mm"><col>' * facts.pairs
    rows = "".join(f"<tr>{''.join(_pair(*each) for each in group)}</tr>" for group in _in_rows(facts))
    return f"<table><colgroup>{columns}</colgroup><tbody>{rows}</tbody></table>"


def _in_rows(facts: Facts) -> Iterator[Sequence[tuple[str, str]]]:
    for at in range(0, len(facts.rows), facts.pairs):
        group = facts.rows[at : at + facts.pairs]
        yield [*group, *[("", "")] * (facts.pairs - len(group))]


def _pair(label: str, text: str) -> str:
    return f"<th>{escape(label)}</th><td>{escape(text)}</td>"


def _grid(grid: Grid) -> str:
    whole = sum(grid.columns.values())
    columns = "".join(f'<col style="width: {100 * share / whole:.2f}%">' for share in grid.columns.values())
    head = "".join(f"<th>{escape(each)}</th>" for each in grid.columns)
    rows = "".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>\n" for row in grid.rows)
    return (
        f'<table class="small"><colgroup>{columns}</colgroup><thead><tr>{head}</tr></thead>'
        f"<tbody>\n{rows}</tbody></table>"
    )


def _card(card: Card) -> str:
    rows = "".join(
        f'<tr><th class="label">{escape(row.label)}</th><td>{_spans(row.spans)}</td></tr>'
        for row in card.rows
    )
    images = "".join(f'<tr><td class="image" colspan="2">{_image(each)}</td></tr>' for each in card.images)
    return (
        '<table class="card"><colgroup><col style="width: 16mm"><col></colgroup><tbody>'
        f'<tr><th class="head" colspan="2">{_spans(card.head)}</th></tr>{rows}{images}</tbody></table>'
    )


def _image(image: Image) -> str:
    data = base64.b64encode(image.png).decode("ascii")
    caption = escape(image.caption)
    return (
        f'<figure><img src="data:image/png;base64,{data}" alt="{caption}">'
        f"<figcaption>{caption}</figcaption></figure>"
    )


def _blank(blank: Blank) -> str:
    top = "".join(f"<p>{escape(each)}</p>" for each in blank.top)
    foot = "".join(f"<span>{escape(each)}</span>" for each in blank.foot)
    room = f'<div style="height: {blank.room}mm"></div>'
    return f'<div class="blank">{top}{room}<div class="foot">{foot}</div></div>'
