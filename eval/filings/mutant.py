"""A filing with one planted cause, and the findings that it must give."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from eval.filings.mutations import Mutation
from eval.filings.truth import Category

Severity = Literal["error", "warning", "info"]
Status = Literal["fail", "review"]


@dataclass(frozen=True)
class Expected:
    rule: str
    field: str
    severity: Severity
    status: Status = "fail"


@dataclass(frozen=True)
class Mutant:
    name: str
    category: Category
    mutate: Mutation
    expected: tuple[Expected, ...]


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
