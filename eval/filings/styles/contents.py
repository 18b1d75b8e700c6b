"""A table of contents before the form, the attachments behind it, all in one file."""

from __future__ import annotations

from random import Random

from eval.filings.hand import Hand
from eval.filings.layouts import attachments, cover
from eval.filings.script import Rendered
from eval.filings.styles import headings, printed
from eval.filings.styles.desk import finish, headings_of, script_for
from eval.filings.ticks import LISTED
from eval.filings.truth import Truth
from eval.filings.word.ink import LivedInInk


def render(truth: Truth, hand: Hand, rng: Random) -> Rendered:
    script = script_for(truth, hand, rng, ticks=LISTED)
    form = printed.pages(script) if rng.random() < 0.5 else headings.pages(script)
    numbers = tuple(sorted(rng.sample(range(1, 13), rng.randint(5, 12))))
    behind = attachments.following(script, numbers=numbers)
    start = next(at for at, block in enumerate(form) if block == cover.PAGE_BREAK) + 1
    listing = cover.contents(rng, headings_of([*form, *behind]), field=rng.random() < 0.7)
    return finish(script, [*form[:start], *listing, *form[start:], *behind], ink=LivedInInk(rng, cut=0.02))
