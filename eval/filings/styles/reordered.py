"""Sections in an order of the clerk's own, their headings numbered anew."""

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
from eval.filings.styles.desk import finish, script_for
from eval.filings.ticks import TICKS
from eval.filings.truth import Truth
from eval.filings.word.nodes import Block, Par, Text

NUMERALS = "一二三四五六七八九十"


def _renumbered(blocks: list[Block], *, mark: str) -> list[Block]:
    """Second headings lose their printed number and get the next one."""
    out: list[Block] = []
    count = 0
    for block in blocks:
        if isinstance(block, Par) and block.style == "2" and isinstance(block.inlines[0], Text):
            text = block.inlines[0].text
            bare = text.split("）", 1)[1] if text.startswith("（") else text
            out.append(Par((Text(mark.format(NUMERALS[count % 10]) + bare, "label"),), style="2"))
            count += 1
        else:
            out.append(block)
    return out


def render(truth: Truth, hand: Hand, rng: Random) -> Rendered:
    script = script_for(truth, hand, rng, ticks=tuple(TICKS), relabel=0.2)
    long = [
        *(
            narratives.headed(script, each)
            for each in (narratives.CAPABILITY, narratives.SERVICES, narratives.CONTRIBUTION)
        ),
        narratives.boxed(script, narratives.CASES),
        narratives.headed(script, narratives.NEXT_PLAN),
        sustainability.lines(script) if rng.random() < 0.5 else sustainability.printed(script),
    ]
    rng.shuffle(long)
    who = applicant.pairs(script)
    what = platform.lines(script, indicators.items, shuffle=True)
    first = [*what, *who] if rng.random() < 0.5 else [*who, *what]
    body = [*first, *(block for each in long for block in each), *attachments.listed(script)]
    mark = rng.choice(("（{}）", "{}、", ""))
    return finish(script, [*cover.colons(script), *_renumbered(body, mark=mark)])
