"""The form laid out in several ways, as blocks: for engines that typeset it themselves."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from random import Random
from typing import Final

from eval.filings.hand import HANDS
from eval.filings.layouts import (
    applicant,
    attachments,
    cover,
    indicators,
    narratives,
    platform,
    sustainability,
)
from eval.filings.paths import CATEGORIES
from eval.filings.script import Script
from eval.filings.styles import headings, printed
from eval.filings.styles.desk import headed_chapters
from eval.filings.ticks import TICKS, Option, Ticks
from eval.filings.truth import Category, draw
from eval.filings.word.nodes import Block, Inline, Raw, Text

__all__ = ["COMPOSITIONS", "DRAWN", "OFF", "ON", "composed"]

ON: Final = Raw("ticked box")
OFF: Final = Raw("empty box")
_KNOWN: Final[Mapping[str, Category]] = {"跨行业跨领域": "跨行业跨领域", "区域": "区域", "行业": "行业"}


def _encode(option: Option, rng: Random) -> tuple[Inline, ...]:
    return (ON if option.ticked else OFF, Text(option.label), *option.after)


DRAWN: Final = Ticks("drawn", _encode, literal=False)  # whoever typesets the page draws the boxes


def _two_columns(script: Script) -> list[Block]:
    texts = (narratives.CAPABILITY, narratives.SERVICES)
    rest = (narratives.CASES, narratives.CONTRIBUTION, narratives.NEXT_PLAN)
    return [
        *cover.table(script, borders=True),
        *applicant.two_columns(script),
        *platform.two_columns(script, indicators.items),
        *(block for each in texts for block in narratives.beside(script, each)),
        *sustainability.two_columns(script),
        *(block for each in rest for block in narratives.beside(script, each)),
        *attachments.listed(script),
    ]


def _header_rows(script: Script) -> list[Block]:
    return [
        *cover.table(script, borders=True),
        *applicant.header_rows(script),
        *platform.header_rows(script, indicators.items),
        *headed_chapters(script, (narratives.CAPABILITY, narratives.SERVICES)),
        *sustainability.matrix(script),
        *headed_chapters(script, (narratives.CASES, narratives.CONTRIBUTION, narratives.NEXT_PLAN)),
        *attachments.listed(script),
    ]


def _tables(script: Script) -> list[Block]:
    """The printed form with its indicators in a table of their own."""
    return [
        *cover.table(script),
        *applicant.printed(script),
        *platform.printed(script, indicators.table),
        *narratives.boxed(script, narratives.CAPABILITY),
        *narratives.boxed(script, narratives.SERVICES),
        *sustainability.matrix(script),
        *narratives.boxed(script, narratives.CASES),
        *narratives.boxed(script, narratives.CONTRIBUTION),
        *narratives.boxed(script, narratives.NEXT_PLAN),
        *attachments.boxed(script),
    ]


COMPOSITIONS: Final[Mapping[str, Callable[[Script], list[Block]]]] = {
    "printed": printed.pages,
    "tables": _tables,
    "lines": headings.pages,
    "two_columns": _two_columns,
    "header_rows": _header_rows,
}


def composed(name: str, seed: int, *, ticks: Sequence[str] = ()) -> tuple[Script, list[Block]]:
    """The filing of this seed in this composition; boxes are drawn unless ways of ticking are given."""
    rng = Random(f"composed/{name}/{seed}")
    key = seed + sum(map(ord, name))
    truth = draw(20_000 + seed * 1000 + sum(map(ord, name)), _KNOWN[CATEGORIES[key % 3]])
    hand = HANDS[list(HANDS)[key % len(HANDS)]]
    chosen = TICKS[rng.choice(list(ticks))] if ticks else DRAWN
    script = Script(truth, hand, rng, ticks=chosen, relabel=rng.choice((0.0, 0.3)), hints=rng.random() < 0.6)
    return script, COMPOSITIONS[name](script)
