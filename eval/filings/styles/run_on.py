"""Facts run on in one paragraph, several indicators to a line."""

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
from eval.filings.styles.desk import finish, headed_chapters, script_for
from eval.filings.ticks import TICKS
from eval.filings.truth import Truth


def render(truth: Truth, hand: Hand, rng: Random) -> Rendered:
    script = script_for(truth, hand, rng, ticks=tuple(TICKS))
    a_line = rng.choice((2, 3, 30))
    blocks = [
        *cover.colons(script),
        *applicant.run_on(script),
        *platform.lines(script, lambda each: indicators.items(each, groups=False, a_line=a_line)),
        *headed_chapters(script, (narratives.CAPABILITY, narratives.SERVICES)),
        *sustainability.lines(script),
        *headed_chapters(script, (narratives.CASES, narratives.CONTRIBUTION, narratives.NEXT_PLAN)),
        *attachments.listed(script),
    ]
    return finish(script, blocks)
