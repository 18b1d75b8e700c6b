"""The filings that all readers are asked about: the printed form, in one way of ticking each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from typing import Final

from eval.filings import wording
from eval.filings.hand import HANDS
from eval.filings.paths import CATEGORIES, KINDS, OPTIONS
from eval.filings.script import Script
from eval.filings.styles import printed
from eval.filings.styles.desk import finish
from eval.filings.ticks import LISTED, TICKS
from eval.filings.truth import Category, draw
from eval.scores.fields import TICKED

__all__ = ["Filing", "filings"]

_SEED: Final = 5800


@dataclass(frozen=True, slots=True)
class Filing:
    """What is asked of it: choices that are ticked, answers at their labels, rows of tables, paragraphs."""

    name: str
    docx: bytes
    behind: bool  # marks stand behind their options
    choices: tuple[tuple[str, tuple[str, ...], frozenset[str]], ...]  # label, options, ticked
    facts: tuple[tuple[str, str], ...]  # label, answer as written
    rows: tuple[tuple[str, ...], ...]
    text: tuple[str, ...]


def filings() -> list[Filing]:
    return [_filing(name, _SEED + at) for at, name in enumerate(LISTED)]


def _filing(name: str, seed: int) -> Filing:
    category: Category = ("跨行业跨领域", "区域", "行业")[seed % len(CATEGORIES)]
    truth = draw(seed, category)
    script = Script(truth, HANDS["plain"], Random(seed), ticks=TICKS[name])
    docx = finish(script, printed.pages(script)).docx
    pieces = [piece for path in truth.prose for piece in truth.prose[path]]
    return Filing(
        name=name,
        docx=docx,
        behind=name.endswith("behind"),
        choices=tuple(
            (wording.LABELS[path][0], *_options(path, script.chosen(path)))
            for path in sorted(TICKED)
            if path in wording.LABELS
        ),
        facts=tuple(
            (wording.LABELS[path][0], script.value(path))
            for path, kind in KINDS.items()
            if kind in ("code", "int", "decimal") and path in wording.LABELS and script.value(path)
        ),
        rows=tuple(row for piece in pieces if not isinstance(piece, str) for row in piece),
        text=tuple(piece for piece in pieces if isinstance(piece, str)),
    )


def _options(path: str, ticked: Sequence[str]) -> tuple[tuple[str, ...], frozenset[str]]:
    """All options as printed, and those of them that are ticked."""
    words = wording.CATEGORY_OPTIONS if path == "platform.category" else {}
    options = OPTIONS.get(path, ("是", "否"))
    return tuple(words.get(each, each) for each in options), frozenset(
        words.get(each, each) for each in ticked
    )
