"""Which of the places where a label may stand is the one of its field."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

from extractors.fill.labels import Hit, digits
from extractors.fill.zones import COVER, Zones
from extractors.form import Field

__all__ = ["choose"]

_CLOSE = 1.0  # points
_LOOSE = 3.0  # points against a label in the middle of a sentence
_COVER_ROWS = 8  # a table with more rows holds more than a cover
_ACCEPTED = 4.5  # an alias, set off by a blank, in a section that has no heading


def choose(
    fields: Iterable[Field],
    hits: Iterable[Hit],
    zones: Zones,
    *,
    taken: Mapping[str, Hit] | None = None,
    penalty: Callable[[Hit, Field], float] = lambda hit, field: 0.0,
    rivals: dict[str, list[Hit]] | None = None,
) -> dict[str, Hit]:
    """The best hit of each field, by path. A hit serves one field, or several that share its very label.

    `rivals`, if given, gets each field's hits that score nearly as well.
    """
    by_path = {field.path: field for field in fields}
    suffixes = {field.suffix for field in by_path.values() if field.suffix}
    candidates: dict[str, list[tuple[float, Hit]]] = defaultdict(list)
    for hit, target in ((each, target) for each in hits for target in each.targets):
        field = by_path.get(target.name) if target.kind == "field" else None
        if field is None or (field.suffix and _says_another(hit, field, suffixes)):
            continue
        score = _score(hit, field, zones, alias=target.alias) - penalty(hit, field)
        if score >= _ACCEPTED:
            candidates[field.path].append((score, hit))
    order = {path: at for at, path in enumerate(by_path)}
    best = {path: max(score for score, _ in found) for path, found in candidates.items()}
    if rivals is not None:
        rivals |= {
            path: [hit for score, hit in found if score >= best[path] - _CLOSE]
            for path, found in candidates.items()
        }
    chosen: dict[str, Hit] = {}
    used: dict[tuple[int, int], str] = {hit.place: path for path, hit in (taken or {}).items()}
    for path in sorted(candidates, key=lambda each: (-best[each], order[each])):
        ranked = sorted(candidates[path], key=lambda each: (-each[0], each[1].place))
        top = [hit for score, hit in ranked if score == ranked[0][0]]
        if len(top) > 1 and by_path[path].kind == "longtext":
            top.sort(key=lambda hit: -_in_order(hit, path, chosen, order))
        for hit in (*top, *(hit for _, hit in ranked if hit not in top)):
            owner = used.get(hit.place)
            if owner is None or (owner in by_path and _share(by_path[owner], by_path[path])):
                chosen[path] = hit
                used.setdefault(hit.place, path)
                break
    return chosen


def _says_another(hit: Hit, field: Field, suffixes: set[str]) -> bool:
    """A label that names one of several amounts is not the other's: 服务区域数量（设区市）."""
    label = hit.line.text[hit.start : hit.end]
    return field.suffix not in label and any(suffix in label for suffix in suffixes)


def _share(one: Field, other: Field) -> bool:
    """Two blanks behind one label, told apart by the words behind them."""
    return bool(one.suffix and other.suffix) and one.label == other.label


def _score(hit: Hit, field: Field, zones: Zones, *, alias: bool) -> float:
    """What speaks for a hit: its words, number, form and, above all, the section that it stands in."""
    score = 2.0 if hit.likeness < 1.0 else 3.0 if alias else 4.0
    score += 1.0 if hit.manner in ("whole", "colon") else 0.0
    if field.number and hit.number:
        score += 2.0 if digits(hit.number) == digits(field.number) else -0.5
    score += zones.match(hit.line.n, field.section)
    if field.kind == "longtext":
        score += 1.0 if hit.line.level else 0.0
        score -= 2.0 if hit.manner in ("space", "tight") and not hit.brackets else 0.0
    if field.section == COVER and hit.line.cell is not None and hit.line.cell.table.rows > _COVER_ROWS:
        score -= 2.0
    if hit.line.cell is not None and hit.first:
        if hit.line.n == hit.line.cell.start:
            score += 1.0
        elif hit.manner == "whole" and not hit.number:
            score -= 1.0  # a line in the middle of a cell: a sub-heading of somebody's prose, as like as not
    if field.unit and field.unit in hit.brackets:
        score += 0.5
    return score - (_LOOSE if hit.loose else 0.0 if hit.first else 0.5)


def _in_order(hit: Hit, path: str, chosen: Mapping[str, Hit], order: Mapping[str, int]) -> int:
    """How many fields that are already placed stand on the right side of a hit."""
    return sum(
        (other.place < hit.place) == (order[name] < order[path])
        for name, other in chosen.items()
        if name != path
    )
