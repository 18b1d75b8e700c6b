"""Two columns throughout, label left and answer right; labels and order are the clerk's own."""

from __future__ import annotations

from random import Random

from eval.filings.hand import Hand
from eval.filings.layouts import (
    applicant,
    attachments,
    cover,
    indicators,
    narratives,
    platform,
    sustainability,
)
from eval.filings.script import Rendered
from eval.filings.styles.desk import finish, script_for
from eval.filings.ticks import TICKS
from eval.filings.truth import Truth
from eval.filings.word.ink import Ink, LivedInInk


def render(truth: Truth, hand: Hand, rng: Random) -> Rendered:
    script = script_for(truth, hand, rng, ticks=tuple(TICKS), relabel=0.8)
    chapters = (
        narratives.CAPABILITY,
        narratives.SERVICES,
        narratives.CASES,
        narratives.CONTRIBUTION,
        narratives.NEXT_PLAN,
    )
    texts = [narratives.beside(script, each) for each in chapters]
    blocks = [
        *cover.table(script, borders=rng.random() < 0.5),
        *applicant.two_columns(script, shuffle=True),
        *platform.two_columns(script, indicators.items, shuffle=True),
        *(block for each in texts[:2] for block in each),
        *sustainability.two_columns(script),
        *(block for each in texts[2:] for block in each),
        *attachments.listed(script),
    ]
    return finish(script, blocks, ink=LivedInInk(rng) if rng.random() < 0.3 else Ink())
