"""Label and value share a cell."""

from __future__ import annotations

from random import Random

from eval.filings.hand import Hand
from eval.filings.layouts import applicant, attachments, cover, indicators, platform, sustainability
from eval.filings.script import Rendered
from eval.filings.styles.desk import boxed_rest, finish, script_for
from eval.filings.ticks import TICKS
from eval.filings.truth import Truth


def render(truth: Truth, hand: Hand, rng: Random) -> Rendered:
    script = script_for(truth, hand, rng, ticks=tuple(TICKS), relabel=0.4)
    rest = boxed_rest(script)
    numbering = rng.choice(indicators.NUMBERINGS)
    blocks = [
        *cover.colons(script),
        *applicant.one_cell(script),
        *platform.one_cell(script, lambda each: indicators.items(each, numbering=numbering, groups=False)),
        *rest["capability"],
        *rest["services"],
        *sustainability.printed(script),
        *rest["cases"],
        *rest["contribution"],
        *rest["next_plan"],
        *attachments.boxed(script),
    ]
    return finish(script, blocks)
