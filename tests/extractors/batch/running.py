"""Runs over small sets inside the tests' own process, and what they were asked to read."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from eval.filings.hand import HANDS
from eval.filings.styles import STYLES
from eval.filings.truth import draw
from extractors.batch import Brief, Done, Order, Plan, Summary, run
from extractors.batch.reading import read
from extractors.batch.versions import Versions
from ui.batching import brief_of

__all__ = ["DAY", "Here", "Quiet", "filing", "lines", "run_here"]

DAY = date(2022, 10, 20)


@cache
def filing(seed: int, category: str = "区域") -> bytes:
    truth = draw(seed, category, traps=False)  # type: ignore[arg-type]
    return STYLES["printed"](truth, HANDS["careful"], Random(seed)).docx  # noqa: S311 - a seed, no secret


class Here:
    """An engine that carries orders out in this process, and remembers them."""

    def __init__(self) -> None:
        self.orders: list[Order] = []

    def carry_out(self, brief: Brief, orders: Iterable[Order]) -> Iterator[tuple[Order, Done] | None]:
        for order in orders:
            self.orders.append(order)
            yield order, read(brief, order)

    def close(self) -> None:
        """Nothing was started."""

    @property
    def names(self) -> list[str]:
        return [order.name for order in self.orders]


class Quiet:
    """A listener that tells nobody."""

    def __init__(self) -> None:
        self.faults: dict[str, str] = {}

    def begins(self, total: int, todo: int, cost: int) -> None: ...
    def goes_on(self) -> None: ...
    def ended(self, name: str, cost: int, fault: str) -> None:  # noqa: ARG002 - its own signature
        if fault:
            self.faults[name] = fault

    def writes(self, name: str) -> None: ...


def run_here(
    folder: Path,
    out: Path,
    *,
    engine: Any = None,
    versions: Versions = Versions("readers", "rules", "whole"),  # noqa: B008 - frozen
    today: date = DAY,
    view: str = "applicant",
    rules: tuple[str, ...] = (),
    again: bool = False,
) -> Summary:
    options = Namespace(view=view, today=today, adjusted=list(rules), fast=False)
    plan = Plan(
        folder=str(folder),
        out=out,
        versions=versions,
        asked=[view, today.isoformat(), list(rules)],
        brief=lambda: brief_of(options),
        engine=lambda _: engine if engine is not None else Here(),
        workers=1,
        writers={"names.txt": _write_names},
        again=again,
    )
    return run(plan, Quiet())


def _write_names(target: Path, results: Any, failed: Any) -> None:
    told = [each["source"]["path"] for each in results()] + [each["path"] for each in failed()]
    target.write_text("\n".join(told), encoding="utf-8")


def lines(path: Path) -> list[Any]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
