"""Numbers that Word generates: neither indicators nor headings have a typed one."""

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
from eval.filings.styles.desk import finish, headed_chapters, numbering_part, script_for
from eval.filings.ticks import LISTED
from eval.filings.truth import Truth
from eval.filings.word.ink import LivedInInk

LISTS = (("decimal", "(%1)"), ("decimal", "%1."), ("decimal", "（%1）"), ("chineseCounting", "（%1）"))


def render(truth: Truth, hand: Hand, rng: Random) -> Rendered:
    script = script_for(truth, hand, rng, ticks=LISTED)
    groups = rng.random() < 0.5
    shape = platform.printed if rng.random() < 0.5 else platform.lines
    blocks = [
        *cover.printed(script),
        *applicant.printed(script),
        *shape(script, lambda each: indicators.items(each, generated=1, groups=groups)),
        *headed_chapters(script, (narratives.CAPABILITY,), generated=2),
        *headed_chapters(script, (narratives.SERVICES,), generated=3),
        *sustainability.lines(script),
        *headed_chapters(script, (narratives.CASES,)),
        *headed_chapters(script, (narratives.CONTRIBUTION,), generated=4),
        *headed_chapters(script, (narratives.NEXT_PLAN,)),
        *attachments.listed(script),
    ]
    return finish(script, blocks, ink=LivedInInk(rng, cut=0.05), numbering=numbering_part(*LISTS))
