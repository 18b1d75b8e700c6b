"""The form as printed, filled in with literal boxes."""

from __future__ import annotations

from random import Random

from eval.filings.hand import Hand
from eval.filings.layouts import applicant, attachments, cover, indicators, platform, sustainability
from eval.filings.script import Rendered, Script
from eval.filings.styles.desk import boxed_rest, finish, script_for
from eval.filings.ticks import LITERAL
from eval.filings.truth import Truth
from eval.filings.word.ink import Ink
from eval.filings.word.nodes import Block


def pages(script: Script) -> list[Block]:
    """All of the printed form, in its order."""
    rest = boxed_rest(script)
    return [
        *cover.printed(script),
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


def render(truth: Truth, hand: Hand, rng: Random) -> Rendered:
    script = script_for(truth, hand, rng, ticks=("box", "filled", "check_for_box", "heavy_check"), hints=True)
    return finish(script, pages(script), ink=Ink())


def render_any_literal(truth: Truth, hand: Hand, rng: Random) -> Rendered:
    """The printed form again, ticked in whichever way typing allows."""
    script = script_for(truth, hand, rng, ticks=LITERAL)
    return finish(script, pages(script), ink=Ink())
