"""All the odd filings, by name."""

from __future__ import annotations

from typing import Final

from eval.filings.odd import chosen, measured, reckoned, retyped
from eval.filings.odd.filing import Maker

__all__ = ["FILINGS"]

FILINGS: Final[dict[str, Maker]] = {**retyped.FILINGS, **chosen.FILINGS, **measured.FILINGS, **reckoned.FILINGS}
