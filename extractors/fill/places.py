"""Where each field's answer stands: from all places where its label may be to the one, and the region there."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, cached_property

from extractors.document import Document
from extractors.fill.choose import choose
from extractors.fill.flow import Flow, Line, flow
from extractors.fill.labels import Hit, label_index
from extractors.fill.likeness import like, likeness
from extractors.fill.pieces import LONG, Region
from extractors.fill.regions import Regions
from extractors.fill.wraps import wraps_of
from extractors.fill.zones import zones
from extractors.form import Field, FormSpec
from extractors.text import is_blank, narrow, squeeze

__all__ = ["Places", "compared", "flow_of"]

_INSIDE_OF_OWN = 4.0  # against a label inside the narrative of its own section
_INSIDE = 20.0  # against one inside the narrative of another
_REPEATED = 0.5  # likeness of a row's label to the heading over its table


def compared(line: str) -> str:
    """A printed line as it is compared."""
    return squeeze(narrow(line))


def _hints_too(spec: FormSpec) -> frozenset[str]:
    return _printed((*spec.printed, *(hint for each in spec.fields for hint in each.hints)))


@cache
def _printed(lines: tuple[str, ...]) -> frozenset[str]:
    """The form's own lines; list numbers and boxes alone are lines too."""
    return frozenset(compared(line) for line in lines) - {""}


def flow_of(document: Document, spec: FormSpec) -> Flow:
    """The lines of a document, parted where the form's own words begin or end."""
    return flow(document, wraps=wraps_of(spec, _hints_too(spec)))


class Places:
    """The places in one document: what `chosen` says of labels and `found` of answers, by path."""

    def __init__(self, document: Document, spec: FormSpec) -> None:
        self.spec = spec
        self.printed = _hints_too(spec)
        self.flow = flow_of(document, spec)
        self.hits = label_index(spec).hits(self.flow)
        self.zones = zones(self.flow, self.hits, spec)
        self.regions = Regions(self.flow, self.hits, self.printed, spec.inside)
        self.chosen: dict[str, Hit] = {}
        self.found: dict[str, Region] = {}
        self.rivals: dict[str, list[Hit]] = {}  # hits that might be the field's label nearly as well

    def find(self, fields: list[Field]) -> None:
        """Choose the label of each field, and find the region of its answer."""
        self._choose(fields)
        self._unforeseen(fields)
        self._stops()
        for each in fields:
            if each.path in self.chosen:
                self.found[each.path] = self.regions.find(self.chosen[each.path], each)

    def other_places(self, field: Field) -> Iterator[Region]:
        """Where else the very same label stands: part of a form that stands twice, once empty."""
        hit = self.chosen[field.path]
        used = {other.place for other in self.chosen.values()}
        for rival in self.rivals.get(field.path, ()):
            same = rival.number == hit.number and (rival.number or self._both_cells(rival, hit))
            if rival.place not in used and same:
                yield self.regions.find(rival, field)

    def _both_cells(self, one: Hit, other: Hit) -> bool:
        cells = (one.line.cell, other.line.cell)
        return all(cell is not None and self.regions.cells.is_label(cell) for cell in cells)

    def _choose(self, fields: list[Field]) -> None:
        long = [each for each in fields if each.kind in LONG]
        self.chosen = choose(long, self.hits, self.zones)
        self._nearest()
        self.regions.stop_at(self.chosen, self.zones.headings.values())
        inside = self._narrative_lines(long)

        def penalty(hit: Hit, field: Field) -> float:
            section = inside.get(hit.line.n)
            if section is None or field.group in section[1]:
                return 0.0
            return _INSIDE_OF_OWN if section[0] == field.section else _INSIDE

        short = [each for each in fields if each.kind not in LONG]
        self.chosen |= choose(
            short, self.hits, self.zones, taken=self.chosen, penalty=penalty, rivals=self.rivals
        )

    def _unforeseen(self, fields: list[Field]) -> None:
        """Once more for what is missing, with words that are only like its label."""
        missing = [each for each in fields if each.path not in self.chosen and each.required.option is None]
        more = like(self.flow, missing, self.hits, self.zones)
        if not more:
            return
        inside = self._narrative_lines([each for each in fields if each.kind in LONG])
        more = [hit for hit in more if hit.line.n not in inside]
        self.hits = sorted([*self.hits, *more], key=lambda hit: hit.place)
        self.regions = Regions(self.flow, self.hits, self.printed, self.spec.inside)
        self.chosen |= choose(missing, more, self.zones, taken=self.chosen)

    def _nearest(self) -> None:
        """A heading over a table whose row repeats it: the row's label is the one that the answer stands beside."""
        for path, hit in self.chosen.items():
            if hit.line.cell is not None:
                continue
            head = self._first_cell(hit)
            if head is None:
                continue
            repeated = next(
                (
                    other
                    for other in self.hits
                    if other.line is head and any(target.name == path for target in other.targets)
                ),
                None,
            )
            field = self.spec.by_path[path]
            if repeated is None and likeness(head.text, field) > _REPEATED:
                repeated = Hit(head, 0, len(head.text), hit.targets, "whole", hit.number, "")
                self.hits = sorted([*self.hits, repeated], key=lambda each: each.place)
                self.regions = Regions(self.flow, self.hits, self.printed, self.spec.inside)
            if repeated is not None and repeated.manner == "whole":
                self.chosen[path] = repeated

    def _first_cell(self, hit: Hit) -> Line | None:
        """The only line of the first cell of a table that follows a heading, hints aside."""
        for line in self.flow.lines[hit.line.n + 1 :]:
            if line.cell is None and (is_blank(line.text) or compared(line.text) in self.printed):
                continue
            cell = line.cell
            if cell is None or line.table is not None or cell.table.columns < 2 or cell.end - cell.start > 1:
                return None
            return line
        return None

    def _narrative_lines(self, long: list[Field]) -> dict[int, tuple[str, frozenset[str]]]:
        """Lines of cells that hold a narrative: its section, and its label."""
        inside: dict[int, tuple[str, frozenset[str]]] = {}
        for each in long:
            hit = self.chosen.get(each.path)
            if hit is None or hit.line.cell is None:
                continue
            for piece in self.regions.find(hit, each).pieces:
                if piece.line.cell is not None and piece.line.n != hit.line.n:
                    inside[piece.line.n] = (each.section, frozenset(each.labels))
        return inside

    def _stops(self) -> None:
        """Where regions end: chosen labels and headings, the labels of groups, and those of series of years."""
        heads = [
            hit for hit in self.hits if hit.first and (self._heads_group(hit) or self._heads_series(hit))
        ]
        self.regions.stop_at(self.chosen, [*self.zones.headings.values(), *heads])

    def _heads_group(self, hit: Hit) -> bool:
        return hit.manner == "whole" and any(
            target.kind == "group" and self.zones.match(hit.line.n, self._sections_of_groups[target.name]) > 0
            for target in hit.targets
        )

    def _heads_series(self, hit: Hit) -> bool:
        for target in hit.targets:
            if target.kind != "field" or (target.alias and not hit.years):
                continue
            field = self.spec.by_path[target.name]
            if field.year is not None and self.zones.match(hit.line.n, field.section) > 0:
                return True
        return False

    @cached_property
    def _sections_of_groups(self) -> dict[str, str]:
        return {each.group: each.section for each in self.spec.fields if each.group}
