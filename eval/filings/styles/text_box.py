"""The cover's lines stand in a text box."""

from __future__ import annotations

from random import Random

from eval.filings.hand import Hand
from eval.filings.layouts import applicant, attachments, cover, indicators, platform, sustainability
from eval.filings.script import Rendered
from eval.filings.styles.desk import boxed_rest, finish, script_for
from eval.filings.ticks import LISTED
from eval.filings.truth import Truth
from eval.filings.word.ink import LivedInInk


def render(truth: Truth, hand: Hand, rng: Random) -> Rendered:
    script = script_for(truth, hand, rng, ticks=LISTED)
    rest = boxed_rest(script)
    ink = LivedInInk(rng)
    blocks = [
        *cover.text_box(script, ink),
        *cover.instructions(),
        *applicant.printed(script),
        *platform.printed(script, indicators.items),
        *rest["capability"],
        *rest["services"],
        *sustainability.printed(script),
        *rest["cases"],
        *rest["contribution"],
        *rest["next_plan"],
        *attachments.boxed(script),
    ]
    return finish(script, blocks, ink=ink)
