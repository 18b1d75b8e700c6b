"""The indicators of other filings, to lay one filing's beside them: medians by category."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple

from extractors.form import Field, FormSpec
from ui.faults import UsageError

__all__ = ["Medians", "indicators", "load_medians", "medians_of"]

_FEWEST: Final = 5  # filings of a category, as rule SET004 has it; else the whole set is compared
_CATEGORY: Final = "platform.category"
_LONGEST: Final = 64 << 20  # characters of a line
_HOW: Final = "请给出 shenbao batch 写出的 results.jsonl"


class Medians(NamedTuple):
    """Of a set's filings."""

    scope: str  # "同类 12 份", "全部 30 份"
    values: Mapping[str, float]  # by path; without those that nobody gives


def indicators(spec: FormSpec) -> tuple[Field, ...]:
    """The form's figures that platforms are compared by, in printed order."""
    return tuple(
        each for each in spec.fields if each.section == "indicators" and each.kind in ("int", "decimal")
    )


def medians_of(results: Iterable[Mapping[str, Any]], spec: FormSpec, *, category: str | None) -> Medians:
    """Over submissions (what `--json` calls so): those of `category`, or all where these are too few."""
    of_all: dict[str, list[float]] = defaultdict(list)
    alike: dict[str, list[float]] = defaultdict(list)
    count = same = 0
    for each in results:
        is_same = category is not None and _at(each, _CATEGORY) == category
        count, same = count + 1, same + is_same
        for field in indicators(spec):
            value = _at(each, field.path)
            if isinstance(value, int | float) and not isinstance(value, bool):
                of_all[field.path].append(value)
                if is_same:
                    alike[field.path].append(value)
    enough = same >= _FEWEST
    scope = f"同类 {same} 份" if enough else f"全部 {count} 份"
    return Medians(scope, {path: _median(values) for path, values in (alike if enough else of_all).items()})


def load_medians(path: Path, spec: FormSpec, *, category: str | None) -> Medians:
    """From what `batch` wrote. Raises UsageError, one sentence, for anything else."""
    try:
        with path.open(encoding="utf-8-sig") as lines:
            return medians_of(_submissions(lines), spec, category=category)
    except OSError as error:
        raise UsageError(f"打不开“{path.name}”，请检查路径和权限。", code="not_found") from error
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise UsageError(f"“{path.name}”不是一批材料的检查结果，{_HOW}。") from error


def _submissions(lines: Any) -> Iterator[Mapping[str, Any]]:
    found = False
    while line := lines.readline(_LONGEST):
        if line.strip():
            found = True
            yield json.loads(line)["submission"]
    if not found:
        raise ValueError("no line")


def _at(value: Any, path: str) -> Any:
    for part in path.split("."):
        value = None if value is None else value.get(part)
    return value


def _median(values: Iterable[float]) -> float:
    ordered = sorted(values)
    return (ordered[(len(ordered) - 1) // 2] + ordered[len(ordered) // 2]) / 2
