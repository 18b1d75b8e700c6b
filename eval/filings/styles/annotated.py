"""Footnotes and comments with other figures; headers and footers that repeat names and dates."""

from __future__ import annotations

from random import Random

from eval.filings.company import company
from eval.filings.hand import Hand
from eval.filings.script import Rendered
from eval.filings.styles import headings, printed
from eval.filings.styles.desk import finish, script_for
from eval.filings.ticks import LISTED
from eval.filings.truth import Truth
from eval.filings.word.annotated import AnnotatedInk
from eval.filings.word.ink import Ink
from eval.filings.word.nodes import RawBlock, line


def render(truth: Truth, hand: Hand, rng: Random) -> Rendered:
    script = script_for(truth, hand, rng, ticks=LISTED)
    ink = AnnotatedInk(rng)
    blocks = printed.pages(script) if rng.random() < 0.5 else headings.pages(script)
    body = RawBlock(ink.body(blocks))  # drawn first: only then the notes are known
    other = company(rng)
    header = Ink().body(
        [line(f"申报单位：{truth.company.name}    平台名称：{other.brand}工业互联网平台（模板）")]
    )
    footer = Ink().body([line("第 3 页 共 36 页    填报日期：2022年1月5日")])
    return finish(
        script, [body], header=header, footer=footer, footnotes=ink.footnotes(), comments=ink.comments()
    )
