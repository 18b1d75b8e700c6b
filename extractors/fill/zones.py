"""Which section of the form each line of a document stands in."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from itertools import accumulate

from extractors.fill.flow import Flow, TableSpot
from extractors.fill.labels import Hit, digits
from extractors.form import FormSpec

__all__ = ["COVER", "Zones", "zones"]

COVER = "cover"
_ENOUGH_TEXT = 300  # characters under a heading beyond which more says nothing
_NUMBERED, _STYLED, _IN_BODY = 200, 150, 60  # what speaks for a heading, in characters of text under it
_NEAR = 2  # lines between labels that stand together
_VOTES_UNHEADED = 2  # labels that place a table whose section has no heading anywhere
_VOTES_AGAINST = 5  # labels that place a table against the heading above it


class Zones:
    """The section of each line: by the headings, and by what tables hold where the headings don't say."""

    def __init__(self, spec: FormSpec, headings: dict[str, Hit], tables: list[tuple[int, int, str]]) -> None:
        self.headings = headings
        self._parents = {each.key: each.parent for each in spec.sections}
        ordered = sorted((hit.line.n, key) for key, hit in headings.items())
        self._starts = [start for start, _ in ordered]
        self._keys = [key for _, key in ordered]
        self._tables = tables

    def of(self, n: int) -> str:
        """Key of the section of line `n`; what stands before any heading is the cover."""
        for start, end, key in self._tables:
            if start <= n < end:
                return key
        at = bisect_right(self._starts, n) - 1
        return self._keys[at] if at >= 0 else COVER

    def match(self, n: int, section: str) -> float:
        """How well a field of `section` fits at line `n`: from -10 (foreign) to 6 (its very section)."""
        zone = self.of(n)
        if zone == section:
            return 6.0
        if COVER in (zone, section):
            # A form without a heading over the applicant's part: what is no cover label may stand before it all.
            return -10.0 if section == COVER or section in self.headings else 2.0
        if section in self._lineage(zone) or zone in self._lineage(section):
            return 5.0
        return -10.0 if section in self.headings or self._is_headed_by_table(section) else 2.0

    def _is_headed_by_table(self, section: str) -> bool:
        return any(key == section for _, _, key in self._tables)

    def _lineage(self, section: str) -> tuple[str, ...]:
        lineage = [section]
        while parent := self._parents.get(lineage[-1], ""):
            lineage.append(parent)
        return tuple(lineage)


def zones(flow: Flow, hits: list[Hit], spec: FormSpec) -> Zones:
    """Choose one heading for each section, then see where tables belong that stand under another's heading."""
    headings = _headings(flow, hits, spec)
    _unheaded(flow, hits, spec, headings)
    plain = Zones(spec, headings, [])
    return Zones(spec, headings, _placed_by_content(flow, hits, spec, plain))


def _headings(flow: Flow, hits: list[Hit], spec: FormSpec) -> dict[str, Hit]:
    numbers = {each.key: digits(each.number) for each in spec.sections}
    candidates = [hit for hit in hits if hit.first and hit.manner == "whole" and _sections(hit)]
    places = [*sorted({hit.line.n for hit in candidates}), len(flow.lines)]
    written = [0, *accumulate(len(line.text) + (_ENOUGH_TEXT if line.table else 0) for line in flow.lines)]
    best: dict[str, tuple[float, int, Hit]] = {}
    for hit in candidates:
        n = hit.line.n
        following = places[bisect_right(places, n)] if n < places[-1] else places[-1]
        weight = min(written[following] - written[n + 1], _ENOUGH_TEXT)
        for section in _sections(hit):
            score = (
                weight
                + _NUMBERED * bool(numbers[section] and digits(hit.number) == numbers[section])
                + _STYLED * bool(hit.line.level)
                + _IN_BODY * (hit.line.cell is None)
            )
            # At a tie the later one: a typed table of contents comes first.
            if section not in best or (score, n) > best[section][:2]:
                best[section] = (score, n, hit)
    return {section: hit for section, (_, _, hit) in best.items()}


def _unheaded(flow: Flow, hits: list[Hit], spec: FormSpec, headings: dict[str, Hit]) -> None:
    """Where the part after the cover begins when nothing heads it: at its first labels."""
    first = next(field.section for field in spec.fields if field.section != COVER)
    if first in headings:
        return
    ends = min((hit.line.n for hit in headings.values()), default=len(flow.lines))
    labels = [hit for hit in hits if hit.first and hit.manner != "tight" and hit.line.n < ends]
    own = [hit for hit in labels if _fields_of(hit, spec) == {first}]
    if len({hit.targets for hit in own}) < _VOTES_UNHEADED + 1:
        return
    begin = own[0]
    for hit in reversed([hit for hit in labels if hit.line.n < begin.line.n]):
        if begin.line.n - hit.line.n > _NEAR or first not in _fields_of(hit, spec):
            break
        begin = hit
    if begin.line.cell is not None:
        table = begin.line.cell.table
        begin = next(hit for hit in labels if hit.line.n >= table.start)
    headings[first] = begin


def _fields_of(hit: Hit, spec: FormSpec) -> set[str]:
    return {spec.by_path[target.name].section for target in hit.targets if target.kind == "field"}


def _sections(hit: Hit) -> list[str]:
    return [target.name for target in hit.targets if target.kind == "section" and target.name != COVER]


def _placed_by_content(
    flow: Flow, hits: list[Hit], spec: FormSpec, plain: Zones
) -> list[tuple[int, int, str]]:
    sizes = Counter(field.section for field in spec.fields)
    heads = [hit.line.n for hit in plain.headings.values()]
    placed: list[tuple[int, int, str]] = []
    for table in flow.tables:
        if any(table.start <= n < table.end for n in heads):
            continue
        votes = _votes(table, hits, spec)
        if not votes:
            continue
        section, count = votes.most_common(1)[0]
        needed = max(_VOTES_AGAINST, sizes[section] // 2) if section in plain.headings else _VOTES_UNHEADED
        if count >= needed and plain.match(table.start, section) < 5.0:
            placed.append((table.start, table.end, section))
    return sorted(placed, key=lambda each: each[1] - each[0])  # the innermost first


def _votes(table: TableSpot, hits: list[Hit], spec: FormSpec) -> Counter[str]:
    """Distinct fields by section whose labels stand in a table; a label of several sections doesn't vote."""
    fields: dict[str, str] = {}
    for hit in hits:
        if table.start <= hit.line.n < table.end:
            sections = {spec.by_path[each.name].section for each in hit.targets if each.kind == "field"}
            if len(sections) == 1:
                fields[next(each.name for each in hit.targets if each.kind == "field")] = sections.pop()
    return Counter(fields.values())
