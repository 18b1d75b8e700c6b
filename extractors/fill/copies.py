"""A form that stands twice in one file: the empty one that came with the notice, and the one filled in."""

from __future__ import annotations

from collections.abc import Iterable

from extractors.fill.flow import Flow
from extractors.fill.labels import Hit
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
                places.setdefault(f"{spec.by_path[target.name].section}/{target.name}", []).append(hit.line.n)
    twice = {name: lines for name, lines in places.items() if len(lines) > 1}
    twice = {name: lines for name, lines in twice.items() if not name.startswith("cover/")}
    if len(twice) < _ENOUGH:
        return None
    first_end = max(lines[0] for lines in twice.values())
    later = [next((n for n in lines if n > first_end), None) for lines in twice.values()]
    seconds = [n for n in later if n is not None]
    if len(seconds) < _ENOUGH:
        return None
    return _block_of(_cover_before(min(seconds), first_end, hits, flow), flow)


def _cover_before(second: int, first_end: int, hits: Iterable[Hit], flow: Flow) -> int:
    """The line at which the second copy's cover begins, if it has one; its title stands over its first label."""
    titles = [
        hit.line.n
        for hit in hits
        if first_end < hit.line.n < second
        and any(
            target.kind == "section" and target.name in ("cover", "applicant", "instructions")
            for target in hit.targets
        )
    ]
    return min(titles, default=second)


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
