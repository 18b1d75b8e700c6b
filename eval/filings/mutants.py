"""Faultless filings with one planted cause each, by the rule that must find it; and the near misses.

A mutant names every finding that the cause must give, and no other error may come with it.
"""

from __future__ import annotations

from typing import Final

from eval.filings.mutant import Expected, Mutant
from eval.filings.near_misses import NEAR_MISSES, NearMiss
from eval.filings.planted_faults import FAULTS
from eval.filings.planted_gaps import GAPS

__all__ = ["MUTANTS", "NEAR_MISSES", "Expected", "Mutant", "NearMiss"]

MUTANTS: Final[dict[str, list[Mutant]]] = {**GAPS, **FAULTS}
