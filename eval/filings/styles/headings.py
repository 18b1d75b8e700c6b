"""Section tables turned into headings and paragraphs, `label：value` lines throughout."""

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
from eval.filings.script import Rendered, Script
from eval.filings.styles.desk import finish, headed_chapters, script_for, without_heading_styles
from eval.filings.ticks import TICKS
from eval.filings.truth import Truth
from eval.filings.word.ink import Ink, LivedInInk
from eval.filings.word.nodes import Block


def pages(script: Script, *, numbering: str = "({})") -> list[Block]:
    return [
        *cover.colons(script),
        *applicant.lines(script),
        *platform.lines(script, lambda each: indicators.items(each, numbering=numbering)),
        *headed_chapters(script, (narratives.CAPABILITY, narratives.SERVICES)),
        *sustainability.lines(script),
        *headed_chapters(script, (narratives.CASES, narratives.CONTRIBUTION, narratives.NEXT_PLAN)),
        *attachments.listed(script),
    ]


def render(truth: Truth, hand: Hand, rng: Random) -> Rendered:
    script = script_for(truth, hand, rng, ticks=tuple(TICKS), relabel=rng.choice((0.0, 0.5)))
    blocks = pages(script, numbering=rng.choice(indicators.NUMBERINGS))
    ink = LivedInInk(rng) if rng.random() < 0.4 else Ink()
    return finish(script, blocks, ink=ink)


def render_unstyled(truth: Truth, hand: Hand, rng: Random) -> Rendered:
    """The same, with headings that are bold and nothing more."""
    script = script_for(truth, hand, rng, ticks=tuple(TICKS))
    return finish(script, without_heading_styles(pages(script)))
