"""Every label in other words, rows of pairs in another order."""

from __future__ import annotations

from random import Random

from eval.filings.hand import Hand
from eval.filings.layouts import applicant, attachments, cover, indicators, platform, sustainability
from eval.filings.script import Rendered
from eval.filings.styles.desk import boxed_rest, finish, script_for
from eval.filings.ticks import TICKS
from eval.filings.truth import Truth


def render(truth: Truth, hand: Hand, rng: Random) -> Rendered:
    script = script_for(truth, hand, rng, ticks=tuple(TICKS), relabel=1.0)
    rest = boxed_rest(script)
    blocks = [
        *cover.colons(script),
        *applicant.pairs(script),
        *platform.two_columns(script, lambda each: indicators.items(each, numbering="{}.")),
        *rest["capability"],
        *rest["services"],
        *sustainability.lines(script),
        *rest["cases"],
        *rest["contribution"],
        *rest["next_plan"],
        *attachments.left_out(script),
    ]
    return finish(script, blocks)
