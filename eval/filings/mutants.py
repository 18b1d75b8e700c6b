"""Faultless filings with one planted cause each, by the rule that must find it; and the near misses.

A mutant names every finding that the cause must give, and no other error may come with it.
"""

from __future__ import annotations

from typing import Final

from eval.filings import near_misses
from eval.filings.mutant import Expected, Mutant, NearMiss
from eval.filings.planted_faults import FAULTS
from eval.filings.planted_gaps import GAPS
from eval.filings.planted_looks import LOOK_NEAR_MISSES, LOOKS
from eval.filings.planted_papers import PAPER_NEAR_MISSES, PAPERS
from eval.filings.planted_words import WORD_NEAR_MISSES, WORDS

__all__ = ["MUTANTS", "NEAR_MISSES", "Expected", "Mutant", "NearMiss"]

MUTANTS: Final[dict[str, list[Mutant]]] = {**GAPS, **FAULTS, **LOOKS, **WORDS, **PAPERS}
NEAR_MISSES: Final[tuple[NearMiss, ...]] = (
    *near_misses.NEAR_MISSES,
    *LOOK_NEAR_MISSES,
    *WORD_NEAR_MISSES,
    *PAPER_NEAR_MISSES,
)
