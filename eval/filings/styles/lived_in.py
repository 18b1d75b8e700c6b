"""The printed form after weeks in Word: runs cut inside labels and values, revision ids, proofing marks, bookmarks."""

from __future__ import annotations

from random import Random

from eval.filings.hand import Hand
from eval.filings.script import Rendered
from eval.filings.styles import printed
from eval.filings.styles.desk import finish, script_for
from eval.filings.ticks import LISTED
from eval.filings.truth import Truth
from eval.filings.word.ink import LivedInInk


def render(truth: Truth, hand: Hand, rng: Random) -> Rendered:
    script = script_for(truth, hand, rng, ticks=LISTED)
    ink = LivedInInk(rng, cut=rng.choice((0.03, 0.15, 0.6)))
    return finish(script, printed.pages(script), ink=ink)
