"""A row of labels stands above the row of its values."""

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
    script = script_for(truth, hand, rng, ticks=tuple(TICKS), relabel=0.3)
    blocks = [
        *cover.table(script, borders=True),
        *applicant.header_rows(script),
        *platform.header_rows(script, indicators.items),
        *headed_chapters(script, (narratives.CAPABILITY, narratives.SERVICES)),
        *sustainability.matrix(script),
        *headed_chapters(script, (narratives.CASES, narratives.CONTRIBUTION, narratives.NEXT_PLAN)),
        *attachments.listed(script),
    ]
    return finish(script, blocks)
