"""Medians of every number of the form over a set, by category, gathered without keeping the filings."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from extractors.form import Field, FormSpec
from ui.reports.workbook.filing import at_path

__all__ = ["ALL", "Medians"]

ALL: Final = "全部"


class Medians:
    """Of what is filled in; a filing whose category is not known counts among all alone."""

    def __init__(self, spec: FormSpec, results: Iterable[Mapping[str, Any]], *, category: str) -> None:
        self.fields: tuple[Field, ...] = tuple(
            each for each in spec.fields if each.kind in ("int", "decimal")
        )
        self.paths: Final = frozenset(each.path for each in self.fields)
        self.filings = 0
        self._values: dict[tuple[str, str], array[float]] = defaultdict(lambda: array("d"))
        self._categories = tuple(each.value for each in spec.by_path[category].options)
        for result in results:
            self.filings += 1
            self._take(result["submission"], category)
        self._medians = {key: _median(values) for key, values in self._values.items()}

    def _take(self, submission: Any, category: str) -> None:
        kinds = {ALL, at_path(submission, category)}
        for field in self.fields:
            value = at_path(submission, field.path)
            if isinstance(value, int | float) and not isinstance(value, bool):
                for kind in kinds & {ALL, *self._categories}:
                    self._values[kind, field.path].append(value)

    @property
    def categories(self) -> tuple[str, ...]:
        return (ALL, *self._categories)

    def of(self, category: str, path: str) -> float | None:
        return self._medians.get((category, path))

    def count(self, category: str, path: str) -> int:
        return len(self._values.get((category, path), ()))

    def rows(self) -> Iterator[tuple[Field, tuple[tuple[float | None, int], ...]]]:
        """Each field with its median and the filings it is of, by category."""
        for field in self.fields:
            yield (
                field,
                tuple((self.of(each, field.path), self.count(each, field.path)) for each in self.categories),
            )


def _median(values: array[float]) -> float:
    ordered = sorted(values)
    middle = (ordered[(len(ordered) - 1) // 2] + ordered[len(ordered) // 2]) / 2
    return int(middle) if middle.is_integer() else middle
