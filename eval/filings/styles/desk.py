"""What the styles share: the clerk's things, and putting the sections of a filing together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from random import Random
from typing import Protocol

from eval.filings.hand import Hand
from eval.filings.layouts import narratives
from eval.filings.layouts.narratives import Chapter
from eval.filings.script import Rendered, Script
from eval.filings.ticks import TICKS
from eval.filings.truth import Truth
from eval.filings.word.ink import Ink
from eval.filings.word.nodes import Block, Par, Text
from eval.filings.word.package import Parts, pack


class Style(Protocol):
    """Renders a truth in this style; the same arguments give the same bytes."""

    def __call__(self, truth: Truth, hand: Hand, rng: Random) -> Rendered: ...


def script_for(
    truth: Truth,
    hand: Hand,
    rng: Random,
    *,
    ticks: Sequence[str],
    relabel: float = 0.0,
    hints: bool | None = None,
) -> Script:
    """One way of ticking is drawn from `ticks`; hints stay or go by chance unless told."""
    chosen = TICKS[rng.choice(list(ticks))]
    keep = rng.random() < 0.5 if hints is None else hints
    return Script(truth, hand, rng, ticks=chosen, relabel=relabel, hints=keep)


def finish(
    script: Script, blocks: Iterable[Block], *, ink: Ink | None = None, **parts: str | int
) -> Rendered:
    body = (ink or Ink()).body(blocks)
    # Keyword parts are those of `Parts`, strings all but the number of columns.
    columns = int(parts.pop("columns", 1))
    named = {name: str(value) for name, value in parts.items()}
    return script.finish(pack(replace(Parts(body, columns=columns), **named)))  # type: ignore[arg-type]


def boxed_rest(script: Script) -> dict[str, list[Block]]:
    """The long chapters as printed, one-cell tables."""
    return {
        "capability": narratives.boxed(script, narratives.CAPABILITY),
        "services": narratives.boxed(script, narratives.SERVICES),
        "cases": narratives.boxed(script, narratives.CASES),
        "contribution": narratives.boxed(script, narratives.CONTRIBUTION),
        "next_plan": narratives.boxed(script, narratives.NEXT_PLAN),
    }


def headed_chapters(
    script: Script, chapters: Sequence[Chapter], *, generated: int | None = None
) -> list[Block]:
    return [
        block for chapter in chapters for block in narratives.headed(script, chapter, generated=generated)
    ]


def without_heading_styles(blocks: Iterable[Block]) -> list[Block]:
    """Headings that are only bold, as in files typed by people who never saw the style list."""
    return [
        Par(
            tuple(replace(part, bold=True) if isinstance(part, Text) else part for part in block.inlines),
            numbering=block.numbering,
        )
        if isinstance(block, Par) and block.style
        else block
        for block in blocks
    ]


def headings_of(blocks: Iterable[Block]) -> list[tuple[int, str]]:
    """Level and text of every styled heading, for a table of contents."""
    return [
        (int(block.style), "".join(part.text for part in block.inlines if isinstance(part, Text)))
        for block in blocks
        if isinstance(block, Par) and block.style
    ]


def numbering_part(*patterns: tuple[str, str]) -> str:
    """Word lists 1, 2, …; each is (number format, level text), such as ("decimal", "(%1)")."""
    abstracts = "".join(
        f'<w:abstractNum w:abstractNumId="{at}"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        f'<w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/></w:lvl></w:abstractNum>'
        for at, (form, text) in enumerate(patterns)
    )
    lists = "".join(
        f'<w:num w:numId="{at + 1}"><w:abstractNumId w:val="{at}"/></w:num>' for at in range(len(patterns))
    )
    return abstracts + lists
