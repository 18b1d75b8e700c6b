"""A protected form of Word 97 to 2003: FORMCHECKBOX and FORMTEXT; or a mail merge."""

from __future__ import annotations

from random import Random

from eval.filings.hand import Hand
from eval.filings.script import Rendered
from eval.filings.styles import printed
from eval.filings.styles.desk import finish, script_for
from eval.filings.truth import Truth
from eval.filings.word.inks import FieldInk


def render(truth: Truth, hand: Hand, rng: Random) -> Rendered:
    script = script_for(truth, hand, rng, ticks=("form_checkbox",))
    return finish(script, printed.pages(script), ink=FieldInk(rng))
