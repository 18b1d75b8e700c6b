"""Plain tables made by a script with python-docx; also the printed form by the same road."""

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
from eval.filings.styles import printed
from eval.filings.styles.desk import script_for
from eval.filings.ticks import LITERAL
from eval.filings.truth import Truth
from eval.filings.word.through_python_docx import build


def render(truth: Truth, hand: Hand, rng: Random) -> Rendered:
    script = script_for(truth, hand, rng, ticks=LITERAL, relabel=0.3)
    if rng.random() < 0.5:
        return script.finish(build(printed.pages(script)))
    blocks = [
        *cover.table(script, borders=True),
        *applicant.two_columns(script),
        *platform.two_columns(script, indicators.items),
        *narratives.beside(script, narratives.CAPABILITY),
        *narratives.beside(script, narratives.SERVICES),
        *sustainability.two_columns(script),
        *narratives.beside(script, narratives.CASES),
        *narratives.beside(script, narratives.CONTRIBUTION),
        *narratives.beside(script, narratives.NEXT_PLAN),
        *attachments.listed(script),
    ]
    return script.finish(build(blocks, header=truth.company.name))
