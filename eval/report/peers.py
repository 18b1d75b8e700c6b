"""The report's part on other readers."""

from __future__ import annotations

from collections.abc import Mapping

from eval.peers.compare import Fidelity
from eval.report.tables import table

__all__ = ["peers"]


def peers(found: Mapping[str, Fidelity | str]) -> list[str]:
    """Fidelity by tool; those that did not run are named."""
    ran = {name: each for name, each in found.items() if isinstance(each, Fidelity)}
    rows = ((name, each.ticks, each.facts, each.rows, each.text, _lost(each)) for name, each in ran.items())
    header = (
        *("reader", "choices that can be told", "answers beside their labels", "rows kept together"),
        *("paragraphs kept", "ways of ticking that it loses"),
    )
    absent = [f"- {name}: not run ({why})" for name, why in found.items() if isinstance(why, str)]
    return [*table(header, rows), *absent, *([""] if absent else [])]


def _lost(each: Fidelity) -> str:
    return ", ".join(name for name, rate in each.by_ticks.items() if rate.good < rate.total) or "none"
