"""No boxes anywhere: only the chosen option is written."""

from __future__ import annotations

from random import Random

from eval.filings.hand import Hand
from eval.filings.script import Rendered
from eval.filings.styles import headings, printed
from eval.filings.styles.desk import finish, script_for
from eval.filings.truth import Truth


def render(truth: Truth, hand: Hand, rng: Random) -> Rendered:
    script = script_for(truth, hand, rng, ticks=("chosen_only", "chosen_with_mark"))
    return finish(script, printed.pages(script) if rng.random() < 0.5 else headings.pages(script))
