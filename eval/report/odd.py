"""The report's part on the odd filings, each kept by hand with what a careful person reads in it."""

from __future__ import annotations

import tempfile
from collections import Counter
from pathlib import Path
from typing import Final

from eval.filings.odd.every import FILINGS
from eval.filings.odd.score import score
from eval.report.tables import table
from eval.scores.figures import Failed, Rate

__all__ = ["odd"]

_KINDS: Final = ("tick", "wrong", "missed", "soft", "state", "quote", "rule")


def odd() -> tuple[list[str], Rate, list[Failed]]:
    """The lines, the rate of values that are right over all of them, and the scorers that broke."""
    rows: list[tuple[object, ...]] = []
    failed: list[Failed] = []
    good = total = flawless = 0
    with tempfile.TemporaryDirectory() as folder:
        for name, make in FILINGS.items():
            try:
                found = score(make(), Path(folder) / f"{name}.docx")
            except Exception as error:  # noqa: BLE001 - told of, and no zero
                failed.append(Failed(name, "odd filings", repr(error)))
                continue
            right = round(found.exact * found.asked)
            good, total = good + right, total + found.asked
            kinds = Counter(each.kind for each in found.misses)
            if not found.misses:
                flawless += 1
                continue
            rows.append((name, Rate(right, found.asked), *(kinds[kind] for kind in _KINDS), found.asked))
    header = (
        "filing",
        "exact",
        "wrong tick",
        "wrong",
        "missed",
        "in part",
        "state",
        "no quote",
        "rule",
        "of",
    )
    said = f"{flawless} of {len(FILINGS)} without any miss; the others:"
    return [said, "", *table(header, rows)], Rate(good, total), failed
