"""The indicators of other filings, to lay one filing's beside them: medians by category."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple

from extractors.form import Field, FormSpec
from ui.faults import UsageError
from ui.reports.workbook.medians import ALL
from ui.reports.workbook.medians import Medians as OfSet

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
    """Over what `--json` prints: the filings of `category`, or all where these are too few."""
    among = OfSet(spec, results, category=_CATEGORY)
    figures = indicators(spec)
    alike = max((among.count(category, each.path) for each in figures), default=0) if category else 0
    enough = category is not None and alike >= _FEWEST
    whose = category if category is not None and enough else ALL
    told = {each.path: among.of(whose, each.path) for each in figures}
    return Medians(
        scope=f"同类 {alike} 份" if enough else f"全部 {among.filings} 份",
        values={path: median for path, median in told.items() if median is not None},
    )


def load_medians(path: Path, spec: FormSpec, *, category: str | None) -> Medians:
    """From what `batch` wrote. Raises UsageError, one sentence, for anything else."""
    try:
        with path.open(encoding="utf-8-sig") as lines:
            return medians_of(_results(lines), spec, category=category)
    except OSError as error:
        raise UsageError(f"打不开“{path.name}”，请检查路径和权限。", code="not_found") from error
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise UsageError(f"“{path.name}”不是一批材料的检查结果，{_HOW}。") from error


def _results(lines: Any) -> Iterator[Mapping[str, Any]]:
    found = False
    while line := lines.readline(_LONGEST):
        if line.strip():
            found = True
            result = json.loads(line)
            if not isinstance(result["submission"], Mapping):
                raise TypeError("a result's submission is an object")
            yield result
    if not found:
        raise ValueError("no line")
