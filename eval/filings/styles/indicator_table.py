"""Indicators in a table of their own, with columns in any order, or two indicators a row."""

from __future__ import annotations

from random import Random

from eval.filings.hand import Hand
from eval.filings.layouts import applicant, attachments, cover, indicators, platform, sustainability
from eval.filings.script import Rendered, Script
from eval.filings.styles.desk import boxed_rest, finish, script_for
from eval.filings.ticks import TICKS
from eval.filings.truth import Truth
from eval.filings.word.ink import Ink, LivedInInk
from eval.filings.word.nodes import Block

COLUMN_ORDERS = (
    ("序号", "指标", "数值", "单位"),
    ("序号", "指标", "单位", "数值"),
    ("指标", "数值", "单位"),
    ("指标", "单位", "数值"),
    ("指标", "数值"),
    ("序号", "指标", "数值"),
)


def render(truth: Truth, hand: Hand, rng: Random) -> Rendered:
    script = script_for(truth, hand, rng, ticks=tuple(TICKS), relabel=0.3)
    order = rng.choice(COLUMN_ORDERS)
    skip = rng.random() < 0.3

    def own_table(each: Script) -> list[Block]:
        if rng.random() < 0.2:
            return indicators.twin_table(each)
        return indicators.table(each, columns=order, skip_empty=skip)

    rest = boxed_rest(script)
    shape = platform.two_columns if rng.random() < 0.5 else platform.lines
    blocks = [
        *cover.table(script),
        *applicant.pairs(script, shuffle=False),
        *shape(script, own_table),
        *rest["capability"],
        *rest["services"],
        *sustainability.matrix(script, transposed=rng.random() < 0.4, unit_in_head=rng.random() < 0.5),
        *rest["cases"],
        *rest["contribution"],
        *rest["next_plan"],
        *attachments.listed(script),
    ]
    return finish(script, blocks, ink=LivedInInk(rng) if rng.random() < 0.4 else Ink())
