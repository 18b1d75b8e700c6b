"""The figures that a change is held against."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from eval.results import less_is_better
from eval.scores.figures import Rate

__all__ = ["BASELINE", "known", "worse", "written"]

BASELINE: Final = Path(__file__).with_name("baseline.json")


def written(plans: Mapping[str, Mapping[str, Rate]]) -> str:
    """The figures of each plan as JSON."""
    told = {plan: {name: _told(each) for name, each in some.items()} for plan, some in plans.items()}
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def known(plan: str) -> Mapping[str, Mapping[str, Any]]:
    """The figures of a plan in the committed baseline, by name."""
    found: Mapping[str, Mapping[str, Any]] = json.loads(BASELINE.read_text(encoding="utf-8"))[plan]
    return found


def worse(found: Mapping[str, Rate], before: Mapping[str, Mapping[str, Any]]) -> list[str]:
    """What is under the baseline by more than its error, a sentence each; so is a figure that is gone."""
    told = [f"{name} is not measured any more" for name in before if name not in found]
    for name, rate in found.items():
        if name not in before or before[name]["rate"] is None:
            continue
        if rate.value is None:
            told.append(f"{name}: nothing was counted")
            continue
        loss = before[name]["rate"] - rate.value
        if less_is_better(name):
            loss = -loss
        if loss > before[name]["error"]:
            told.append(
                f"{name}: {rate.value:.4f}, was {before[name]['rate']:.4f} ± {before[name]['error']:.4f}"
            )
    return told


def _told(rate: Rate) -> dict[str, Any]:
    return {
        "rate": None if rate.value is None else round(rate.value, 6),
        "error": round(rate.error, 6),
        "good": rate.good,
        "of": rate.total,
    }
