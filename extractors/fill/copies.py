"""A form that stands twice in one file: the empty one that came with the notice, and the one filled in."""

from __future__ import annotations

from collections.abc import Iterable

from extractors.fill.flow import Flow
from extractors.fill.labels import Hit
from extractors.fill.zones import COVER
from extractors.form import FormSpec

__all__ = ["second_copy"]

_SHORT = frozenset(["text", "code", "date", "decimal", "enum", "bool"])
_ENOUGH = 14  # short fields whose very label stands twice, set off as a label: prose repeats two or three


def second_copy(hits: Iterable[Hit], spec: FormSpec, flow: Flow) -> int | None:
    """Index of the top-level block at which a second copy begins; None where there is one form."""
    places: dict[str, list[int]] = {}
    for hit in hits:
        if not hit.first or hit.manner not in ("whole", "colon"):
            continue
        for target in hit.targets:
            if target.kind == "field" and not target.alias and spec.by_path[target.name].kind in _SHORT:
                places.setdefault(target.name, []).append(hit.line.n)
    twice = {
        path: lines
        for path, lines in places.items()
        if len(lines) > 1 and spec.by_path[path].section != COVER
    }
    if len(twice) < _ENOUGH:
        return None
    first_end = max(lines[0] for lines in twice.values())
    later = [next((n for n in lines if n > first_end), None) for lines in twice.values()]
    seconds = [n for n in later if n is not None]
    if len(seconds) < _ENOUGH:
        return None
    titles = _lines_of_titles(hits, _front(spec))
    begin = min((n for n in titles if first_end < n < min(seconds)), default=min(seconds))
    return _block_of(begin, flow)


def _front(spec: FormSpec) -> frozenset[str]:
    """The sections with which a copy begins: all up to the first that asks something after the cover."""
    keys = [section.key for section in spec.sections]
    first = next(field.section for field in spec.fields if field.section != COVER)
    return frozenset(keys[: keys.index(first) + 1])


def _lines_of_titles(hits: Iterable[Hit], sections: frozenset[str]) -> list[int]:
    """Where the titles of sections stand."""
    return [
        hit.line.n
        for hit in hits
        if any(target.kind == "section" and target.name in sections for target in hit.targets)
    ]


def _block_of(n: int, flow: Flow) -> int:
    """Index of the top-level block that a line belongs to."""
    count = -1
    last: object = None
    for line in flow.lines[: n + 1]:
        cell = line.cell
        while cell is not None and cell.table.parent is not None:
            cell = cell.table.parent
        block: object = (
            cell.table if cell is not None else ("box", line.box) if line.box else ("p", line.paragraph)
        )
        if block != last:
            count += 1
            last = block
    return count
