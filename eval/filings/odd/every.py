"""All the odd filings, by name."""

from __future__ import annotations

from typing import Final

from eval.filings.odd import (
    afresh,
    again,
    bundled,
    chosen,
    foreign,
    gaps,
    headed,
    machined,
    measured,
    narrated,
    planted,
    reckoned,
    renamed,
    rest,
    retyped,
    trapped,
)
from eval.filings.odd.filing import Maker

__all__ = ["FILINGS"]

FILINGS: Final[dict[str, Maker]] = {
    **retyped.FILINGS,
    **chosen.FILINGS,
    **measured.FILINGS,
    **reckoned.FILINGS,
    **narrated.FILINGS,
    **bundled.FILINGS,
    **machined.FILINGS,
    **renamed.FILINGS,
    **foreign.FILINGS,
    **trapped.FILINGS,
    **gaps.FILINGS,
    **planted.FILINGS,
    **again.FILINGS,
    **afresh.FILINGS,
    **headed.FILINGS,
    **rest.FILINGS,
}
