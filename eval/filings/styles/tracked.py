"""Tracked changes: old values deleted, new ones inserted, paragraphs moved, rows thrown out."""

from __future__ import annotations

from random import Random

from eval.filings.hand import Hand
from eval.filings.script import Rendered
from eval.filings.styles import headings, printed
from eval.filings.styles.desk import finish, script_for
from eval.filings.ticks import LISTED
from eval.filings.truth import Truth
from eval.filings.word.inks import HiddenInk, TrackedInk


def render(truth: Truth, hand: Hand, rng: Random) -> Rendered:
    script = script_for(truth, hand, rng, ticks=LISTED)
    blocks = printed.pages(script) if rng.random() < 0.6 else headings.pages(script)
    return finish(script, blocks, ink=TrackedInk(rng))


def render_hidden(truth: Truth, hand: Hand, rng: Random) -> Rendered:
    """Wrong values are there, and hidden."""
    script = script_for(truth, hand, rng, ticks=LISTED)
    blocks = printed.pages(script) if rng.random() < 0.6 else headings.pages(script)
    return finish(script, blocks, ink=HiddenInk(rng))
