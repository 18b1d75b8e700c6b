"""The steps of `fill`, in their order."""

from __future__ import annotations

from bisect import bisect_left
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from extractors.document import Document, Notice
from extractors.fill.attachments import read_attachments
from extractors.fill.choose import choose
from extractors.fill.copies import second_copy
from extractors.fill.evidence import Quoter
from extractors.fill.flow import Flow, Line, TableSpot, flow
from extractors.fill.labels import Hit, label_index
from extractors.fill.likeness import like, likeness
from extractors.fill.regions import Piece, Region, Regions, join
from extractors.fill.series import read_series
from extractors.fill.tick_tables import boxed
from extractors.fill.values import clean, read_answer
from extractors.fill.zones import Zones, zones
from extractors.form import ABSENT, Answer, Field, Form, FormSpec
from extractors.quantities import find_quantities
from extractors.text import is_blank, narrow, squeeze
from extractors.ticks import other_text

__all__ = ["fill", "recognised"]

_LONG = frozenset(["longtext", "honors", "names"])
_CHOICE = frozenset(["bool", "enum", "enums"])
_INSIDE_OF_OWN = 4.0  # against a label inside the narrative of its own section
_INSIDE = 20.0  # against one inside the narrative of another
_ONLY_COUNT = re.compile("(?:数量|数|共|为|约|总数|[:：\\s_])*[\\d一二三四五六七八九十百两]")  # 设区市：11个
_REPEATED = 0.5  # likeness of a row's label to the heading over its table
_UNIT_LINE = re.compile(r"单位\s*[:：]?\s*(?:人民币)?\s*(亿元|万元|千元|元)\s*\)?\s*$")
_PLEASE = re.compile(r"^[\s□☐☑☒■√✓✔_]*(?:[(（]?请注明[)）]?)?[\s:：_]*")
_ENOUGH = 8  # fields whose label is found make a document a filing of this form


def recognised(form: Form) -> bool:
    """Is it this form at all? A letter has one or two of its words; a filing has nearly all of its labels."""
    return sum(1 for answer in form.answers.values() if answer.state != "absent") >= _ENOUGH


def fill(document: Document, spec: FormSpec) -> Form:
    """Read every field of `spec` from `document`. Fields whose label isn't there are `absent`; nothing is guessed."""
    filling = _Filling(document, spec)
    cut = second_copy(filling.hits, spec, filling.flow)
    if cut is None:
        return filling.form()
    halves = (replace(document, blocks=document.blocks[:cut]), replace(document, blocks=document.blocks[cut:]))
    forms = [_Filling(half, spec).form() for half in halves]
    fuller = max(forms, key=lambda form: sum(answer.state == "filled" for answer in form.answers.values()))
    told = Notice("two-forms", "文件里有两份申报书，已读取填写较多的一份；请确认另一份不需要，并从文件中删去。")
    return replace(fuller, notices=(*fuller.notices, told))


@cache
def _printed(lines: tuple[str, ...]) -> frozenset[str]:
    """The form's own lines as they are compared; list numbers and boxes alone are lines too."""
    return frozenset(_compared(line) for line in lines) - {""}


def _compared(line: str) -> str:
    return squeeze(narrow(line))


class _Filling:
    def __init__(self, document: Document, spec: FormSpec) -> None:
        self.document = document
        self.spec = spec
        self.printed = _printed((*spec.printed, *(hint for each in spec.fields for hint in each.hints)))
        self.flow: Flow = flow(document)
        self.hits = label_index(spec).hits(self.flow)
        self.zones: Zones = zones(self.flow, self.hits, spec)
        self.regions = Regions(self.flow, self.hits, self.printed, spec.inside)
        self.quoter = Quoter(self.flow, document.name)
        self.chosen: dict[str, Hit] = {}
        self.answers: dict[str, Answer] = {}
        self.found: dict[str, Region] = {}

    def form(self) -> Form:
        fields = [each for each in self.spec.fields if each.year is None and each.kind != "attachments"]
        self._choose(fields)
        self._unforeseen(fields)
        self._stops()
        for each in fields:
            if each.path in self.chosen:
                self.found[each.path] = self.regions.find(self.chosen[each.path], each)
        for each in fields:
            self.answers[each.path] = self._answer(each)
        self._all_black(fields)
        self._series()
        for each in self.spec.fields:
            if each.required.by == "option":
                self._explanation(each)
        self._whole_of_parts()
        for each in self.spec.fields:
            if each.kind == "attachments":
                materials = self.zones.headings.get(each.section)
                last = materials or max(self.chosen.values(), key=lambda hit: hit.place, default=None)
                self.answers[each.path] = read_attachments(
                    self.flow, self.zones, each, self.document.name, after=last.line.n if last is not None else 0
                )
        return Form(
            spec=self.spec,
            answers={each.path: self.answers.get(each.path, ABSENT) for each in self.spec.fields},
            notices=self.document.notices,
        )

    # Places

    def _choose(self, fields: list[Field]) -> None:
        long = [each for each in fields if each.kind in _LONG]
        self.chosen = choose(long, self.hits, self.zones)
        self._nearest()
        self.regions.stop_at(self.chosen, self.zones.headings.values())
        inside = self._narrative_lines(long)

        def penalty(hit: Hit, field: Field) -> float:
            section = inside.get(hit.line.n)
            if section is None or field.group in section[1]:
                return 0.0
            return _INSIDE_OF_OWN if section[0] == field.section else _INSIDE

        short = [each for each in fields if each.kind not in _LONG]
        self.chosen |= choose(short, self.hits, self.zones, taken=self.chosen, penalty=penalty)

    def _unforeseen(self, fields: list[Field]) -> None:
        """Once more for what is missing, with words that are only like its label."""
        missing = [each for each in fields if each.path not in self.chosen and each.required.option is None]
        more = like(self.flow, missing, self.hits, self.zones)
        if not more:
            return
        inside = self._narrative_lines([each for each in fields if each.kind in _LONG])
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
            if line.cell is None and (is_blank(line.text) or _compared(line.text) in self.printed):
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
        """Where regions end: chosen labels and headings, and the labels of groups in their own section."""
        groups = {each.group: each.section for each in self.spec.fields if each.group}
        heads = [
            hit
            for hit in self.hits
            if hit.first
            and hit.manner == "whole"
            and any(
                target.kind == "group" and self.zones.match(hit.line.n, groups[target.name]) > 0
                for target in hit.targets
            )
        ]
        series = [
            hit
            for hit in self.hits
            if hit.first
            and any(
                target.kind == "field"
                and self.spec.by_path[target.name].year is not None
                and (hit.years or not target.alias)
                and self.zones.match(hit.line.n, self.spec.by_path[target.name].section) > 0
                for target in hit.targets
            )
        ]
        self.heads = sorted({hit.place: hit for hit in (*heads, *series)}.values(), key=lambda hit: hit.place)
        self.regions.stop_at(self.chosen, [*self.zones.headings.values(), *self.heads])

    # Answers

    def _answer(self, field: Field) -> Answer:
        region = self.found.get(field.path)
        if region is None:
            return ABSENT
        pieces = list(self._without_others(region, field))
        written = self._written(pieces, region, field)
        evidence = self.quoter.evidence(region, field)
        answer = read_answer(
            field, written, evidence=(evidence,), brackets=self._unit(region.hit, field), printed=self._hints(field)
        )
        if self.spec.parts[field.path] and is_blank(clean(written, self._headings_too(field))):
            return Answer("blank", None, "", (evidence,))
        return answer

    def _headings_too(self, field: Field) -> frozenset[str]:
        parts = self.spec.parts[field.path]
        words = {_compared(word) for each in parts for label in each.labels for word in (label, each.number + label)}
        return self.printed | words

    def _hints(self, field: Field) -> frozenset[str]:
        """What is the form's own in this answer: the headings of its parts are not."""
        parts = {_compared(f"{each.number}{each.label}") for each in self.spec.parts[field.path]}
        return self.printed - parts if parts else self.printed

    def _unit(self, hit: Hit, field: Field) -> str:
        """What the label's brackets say, or the line over its table: `单位：万元`."""
        if hit.brackets or field.kind != "decimal" or hit.line.cell is None:
            return hit.brackets
        return self._unit_over(hit.line.cell.table)

    def _unit_over(self, table: TableSpot) -> str:
        lines = self.flow.lines
        over = [line for line in lines[max(0, table.start - 3) : table.start] if line.cell is None and line.text]
        inside = lines[table.start : table.start + table.columns]
        for line in (*reversed(over), *inside):
            if len(line.text) < 40 and (found := _UNIT_LINE.search(narrow(line.text))):
                return found.group(1)
        return ""

    def _all_black(self, fields: list[Field]) -> None:
        """A row of nothing but ■ may be bullets; it is ticks where this document ticks other boxes so."""
        written = {
            each.path: join(self.found[each.path].pieces)
            for each in fields
            if each.kind in _CHOICE and each.path in self.found
        }
        for black, white in (("■", "□"), ("●", "○")):
            if not any(black in text and white in text for text in written.values()):
                continue
            for each in fields:
                text = written.get(each.path, "")
                if black not in text or white in text or self.answers[each.path].problem != "tick":
                    continue
                answer = read_answer(each, text.replace(black, "☑"), evidence=self.answers[each.path].evidence)
                if answer.problem != "tick":
                    self.answers[each.path] = replace(answer, raw=text)

    def _written(self, pieces: list[Piece], region: Region, field: Field) -> str:
        if field.suffix:
            return self._with_suffix(field, join(pieces))
        if field.kind in _LONG:
            return self.quoter.long_text(pieces, region)
        if field.kind in _CHOICE:
            cells = {id(piece.line.cell): piece.line.cell for piece in pieces if piece.line.cell is not None}
            if len(cells) > 1 and (text := boxed(self.flow, cells.values(), field.options)) is not None:
                return text
        return join(pieces)

    def _without_others(self, region: Region, field: Field) -> Iterator[Piece]:
        """The region without the short answers that stand in it, such as 平台建设基于 in the IaaS layer's cell."""
        if field.kind not in _LONG and field.kind not in _CHOICE:
            yield from region.pieces
            return
        holes = self._holes(region, field)
        for piece in region.pieces:
            start = piece.start
            for begin, end in holes.get(piece.line.n, ()):
                if begin >= piece.end or end <= start:
                    continue
                if squeeze(piece.line.text[start:begin]):
                    yield piece._replace(start=start, end=begin)
                start = max(start, end)
            if start < piece.end or (start == piece.start):
                yield piece._replace(start=start)

    def _holes(self, region: Region, field: Field) -> dict[int, list[tuple[int, int]]]:
        first, last = region.span
        holes: dict[int, list[tuple[int, int]]] = {}
        for path, hit in self.chosen.items():
            other = self.spec.by_path[path]
            if path == field.path or other.kind in _LONG or not first <= hit.line.n <= last:
                continue
            inner = self.found.get(path)
            if inner is None or (inner.hit.place < region.hit.place and not inner.beside):
                continue
            holes.setdefault(hit.line.n, []).append((self._start(hit), hit.end))
            for piece in inner.pieces:
                holes.setdefault(piece.line.n, []).append((piece.start, piece.end))
        return {n: sorted(spans) for n, spans in holes.items()}

    @staticmethod
    def _start(hit: Hit) -> int:
        return 0 if hit.first else hit.start

    def _with_suffix(self, field: Field, text: str) -> str:
        """The amount that stands before a field's own words: 11 of `11个设区市或3个省级以上产业园区`."""
        plain = " ".join(narrow(text).replace("_", " ").split())
        mine = plain.find(field.suffix)
        if mine < 0:
            others = [each.suffix for each in self.spec.fields if each.suffix and each.suffix != field.suffix]
            if any(other in plain for other in others):
                return ""
            hit = self.chosen[field.path]
            return text if self._says(hit, field) else ""
        bounds = sorted(
            at for each in self.spec.fields if each.suffix and (at := plain.find(each.suffix)) >= 0 and at != mine
        )
        start = max((at for at in bounds if at < mine), default=0)
        for part in re.split("[或和及、,，;；/]", plain[start:mine])[::-1]:
            if found := find_quantities(part):
                return found[-1].text
        end = min((at for at in bounds if at > mine), default=len(plain))
        behind = re.split("[或和及、,，;；/]", plain[mine + len(field.suffix) : end])[0]
        found = find_quantities(behind)
        return found[0].text if found and _ONLY_COUNT.match(behind) else ""

    def _says(self, hit: Hit, field: Field) -> bool:
        """Does the label itself say which of several amounts it asks for?"""
        label = squeeze(hit.line.text[hit.start : hit.end])
        return field.suffix in label

    def _series(self) -> None:
        for path, written in read_series(self.flow, self.hits, self.zones, self.spec, self.regions).items():
            field = self.spec.by_path[path]
            if field.year is None and self.answers.get(path, ABSENT).state != "absent":
                continue
            evidence = self.quoter.evidence(Region(written.label, written.pieces, beside=False), field)
            self.answers[path] = read_answer(
                field,
                written.text,
                evidence=(evidence,),
                brackets=written.brackets or self._unit(written.label, field),
                printed=self.printed,
            )
            if written.unclear and self.answers[path].state == "filled":
                self.answers[path] = Answer("unreadable", None, written.text, (evidence,), problem="several")

    def _explanation(self, field: Field) -> None:
        """What is written behind a ticked 其他, where it has no label of its own or the label's place is empty."""
        assert field.required.option is not None
        if self.answers.get(field.path, ABSENT).state not in ("absent", "blank"):
            return
        path, value = field.required.option
        region = self.found.get(path)
        parent = self.spec.by_path[path]
        if region is None:
            return
        option = next(each for each in parent.options if each.value == value)
        text = join(region.pieces)
        words = other_text(text, option, parent.options)
        if is_blank(words) and not any(
            squeeze(narrow(word)) in squeeze(narrow(text)) for word in (option.value, option.label)
        ):
            return
        words = _PLEASE.sub("", self._without_label(words, field))
        evidence = self.quoter.evidence(region, parent)
        self.answers[field.path] = read_answer(field, words, evidence=(evidence,), printed=self.printed)

    def _without_label(self, words: str, field: Field) -> str:
        for label in sorted(field.labels, key=len, reverse=True):
            if squeeze(narrow(words)).startswith(squeeze(narrow(label))):
                at = narrow(words).find(label[-1]) + 1
                return words[at:].lstrip(" :：_")
        return words

    def _whole_of_parts(self) -> None:
        """A long text whose own label is missing, and whose parts are there, is its parts together."""
        for field in self.spec.fields:
            parts = self.spec.parts[field.path]
            if field.kind != "longtext" or not parts or self.answers[field.path].state != "absent":
                continue
            found = sorted((self.found[each.path] for each in parts if each.path in self.found), key=lambda r: r.span)
            if not found:
                continue
            first, last = found[0].span[0], found[-1].span[1]
            pieces = tuple(Piece(line, 0, len(line.text)) for line in self.flow.lines[first : last + 1])
            region = Region(found[0].hit, pieces, beside=True)
            evidence = self.quoter.evidence(region, field)
            self.answers[field.path] = read_answer(
                field, self.quoter.long_text(list(pieces), region), evidence=(evidence,), printed=self._hints(field)
            )
