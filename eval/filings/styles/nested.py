"""Tables in tables: each section of the form stands in the cell of an outer frame."""

from __future__ import annotations

from random import Random

from eval.filings.hand import Hand
from eval.filings.layouts import applicant, attachments, cover, indicators, platform, sustainability
from eval.filings.script import Rendered
from eval.filings.styles.desk import boxed_rest, finish, script_for
from eval.filings.ticks import LISTED
from eval.filings.truth import Truth
from eval.filings.word.nodes import Block, Tab, cell, row, tab


def _framed(blocks: list[Block], *, own_rows: bool) -> Tab:
    """The section's heading in the frame's first row, or above its table in the same cell."""
    if own_rows:
        return tab([row(cell(blocks[0])), row(cell(*blocks[1:]))])
    return tab([row(cell(*blocks))])


def render(truth: Truth, hand: Hand, rng: Random) -> Rendered:
    script = script_for(truth, hand, rng, ticks=LISTED)
    rest = boxed_rest(script)
    sections: list[list[Block]] = [
        applicant.printed(script),
        platform.printed(script, indicators.table),
        rest["capability"],
        rest["services"],
        sustainability.printed(script),
        rest["cases"],
        rest["contribution"],
        rest["next_plan"],
        attachments.boxed(script),
    ]
    own_rows = rng.random() < 0.5
    return finish(script, [*cover.table(script), *(_framed(each, own_rows=own_rows) for each in sections)])
