"""A filing with one planted cause, and the findings that it must give."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from random import Random
from typing import Literal

from eval.filings.mutations import Mutation
from eval.filings.truth import Category, Truth
from eval.filings.word.reworks import Rework

Severity = Literal["error", "warning", "info"]
Status = Literal["fail", "review"]


@dataclass(frozen=True)
class Expected:
    rule: str
    field: str  # "": the finding names none
    severity: Severity
    status: Status = "fail"


Beside = Callable[[Truth, Random], Mapping[str, bytes]]  # files of the folder that holds the application


@dataclass(frozen=True)
class Mutant:
    """`mutate` changes what is told, `rework` the file that tells it; `styles` are those that it makes sense in."""

    name: str
    category: Category
    mutate: Mutation
    expected: tuple[Expected, ...]
    rework: Rework | None = None
    styles: tuple[str, ...] = ()
    beside: Beside | None = None


@dataclass(frozen=True)
class NearMiss:
    """A filing at the very edge of a rule, on the right side of it."""

    name: str
    rule: str
    category: Category
    mutate: Mutation
    rework: Rework | None = None
    styles: tuple[str, ...] = ()
    beside: Beside | None = None


def one(
    name: str,
    category: Category,
    mutate: Mutation,
    rule: str,
    field: str,
    severity: Severity = "error",
    status: Status = "fail",
) -> Mutant:
    return Mutant(name, category, mutate, (Expected(rule, field, severity, status),))
