"""Set in two newspaper columns, without a cover."""

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
from eval.filings.ticks import LISTED
from eval.filings.truth import Truth


def render(truth: Truth, hand: Hand, rng: Random) -> Rendered:
    script = script_for(truth, hand, rng, ticks=LISTED)
    blocks = [
        *cover.none(script),
        *applicant.lines(script),
        *platform.lines(script, indicators.items),
        *headed_chapters(script, (narratives.CAPABILITY, narratives.SERVICES)),
        *sustainability.lines(script),
        *headed_chapters(script, (narratives.CASES, narratives.CONTRIBUTION, narratives.NEXT_PLAN)),
        *attachments.left_out(script),
    ]
    return finish(script, blocks, columns=2)
