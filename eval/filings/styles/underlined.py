"""Values on underlines: an underlined run padded with blanks, or underscores that survive on both sides."""

from __future__ import annotations

from random import Random

from eval.filings.hand import Hand
from eval.filings.script import Rendered
from eval.filings.styles import headings, printed
from eval.filings.styles.desk import finish, script_for
from eval.filings.ticks import LISTED
from eval.filings.truth import Truth
from eval.filings.word.ink import UnderlineInk
from eval.filings.word.inks import UnderscoreInk


def render(truth: Truth, hand: Hand, rng: Random) -> Rendered:
    script = script_for(truth, hand, rng, ticks=LISTED)
    blocks = printed.pages(script) if rng.random() < 0.5 else headings.pages(script)
    return finish(script, blocks, ink=UnderlineInk(rng))


def render_underscores(truth: Truth, hand: Hand, rng: Random) -> Rendered:
    script = script_for(truth, hand, rng, ticks=LISTED)
    return finish(script, headings.pages(script), ink=UnderscoreInk(rng))
