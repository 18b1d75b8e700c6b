"""Boxes that are no characters: symbols in Wingdings and Wingdings 2, runs in those fonts, overstruck EQ fields."""

from __future__ import annotations

from random import Random

from eval.filings.hand import Hand
from eval.filings.script import Rendered
from eval.filings.styles import headings, printed
from eval.filings.styles.desk import finish, script_for
from eval.filings.ticks import TICKS
from eval.filings.truth import Truth
from eval.filings.word.ink import Ink, LivedInInk


def render(truth: Truth, hand: Hand, rng: Random) -> Rendered:
    names = [name for name in TICKS if name.startswith(("sym", "font"))]
    script = script_for(truth, hand, rng, ticks=names)
    blocks = printed.pages(script) if rng.random() < 0.7 else headings.pages(script)
    return finish(script, blocks, ink=LivedInInk(rng) if rng.random() < 0.5 else Ink())


def render_overstruck(truth: Truth, hand: Hand, rng: Random) -> Rendered:
    """Ticks drawn by Word's 'enclose characters'."""
    script = script_for(truth, hand, rng, ticks=("overstruck",))
    return finish(script, printed.pages(script))
