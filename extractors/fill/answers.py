"""What stands in each field's place, read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from extractors.fill.attachments import list_of_attachments
from extractors.fill.evidence import Quoter
from extractors.fill.flow import TableSpot
from extractors.fill.labels import Hit
from extractors.fill.pieces import CHOICE, LONG, Piece, Region, join
from extractors.fill.places import Places, compared
from extractors.fill.series import read_series
from extractors.fill.suffixes import before_suffix
from extractors.fill.tick_tables import boxed
from extractors.fill.values import clean, read_answer
from extractors.form import ABSENT, Answer, Field
from extractors.text import is_blank, narrow, squeeze
from extractors.ticks import other_text

__all__ = ["Answers"]

_UNIT_LINE = re.compile(
    r"(?:单位\s*[:：]?\s*|[(（]\s*(?:金额)?(?:单位\s*[:：]?)?\s*)(?:人民币)?\s*(亿元|万元|千元|元)\s*[)）]?\s*[:：]?\s*$"
)
_SURE = 0.6  # how sure the recognition of a picture must be of a value
_LONGEST_UNIT_LINE = 40  # characters
_WHITE, _ROUND = re.compile("[□☐]"), re.compile("[○◯]")
_PLEASE = re.compile(r"^[\s□☐☑☒■√✓✔_]*(?:[(（]?请注明[)）]?)?[\s:：_]*")


def _sure(answer: Answer, field: Field) -> Answer:
    """What was recognised too badly is unreadable; of a long text a bad line does not spoil the rest."""
    if answer.state != "filled" or field.kind in LONG or not answer.evidence:
        return answer
    lost = field.kind == "text" and "\ufffd" in answer.raw
    if not lost and (answer.evidence[0].method != "ocr" or answer.evidence[0].confidence >= _SURE):
        return answer
    return replace(answer, state="unreadable", value=None, problem="unsure")


class Answers:
    """Reads the answers at the places of one document, called `file`."""

    def __init__(self, places: Places, file: str) -> None:
        self._places = places
        self._spec = places.spec
        self._file = file
        self._quoter = Quoter(places.flow, file)
        self._answers: dict[str, Answer] = {}

    def all(self) -> Mapping[str, Answer]:
        """One answer for each field of the form."""
        fields = [each for each in self._spec.fields if each.year is None and each.kind != "attachments"]
        self._places.find(fields)
        for each in fields:
            self._answers[each.path] = self._answer(each)
        self._elsewhere([each for each in fields if self._answers[each.path].state == "blank"])
        self._all_black(fields)
        self._series()
        for each in self._spec.fields:
            if each.required.by == "option":
                self._explanation(each)
        self._whole_of_parts()
        for each in self._asked_for:
            self._answers[each.path] = self._attachments(each)
        return {each.path: self._answers.get(each.path, ABSENT) for each in self._spec.fields}

    @property
    def last_line(self) -> int:
        """The last line that is the form's own: its list of attachments begins there, or its last label stands."""
        heading = next((self._places.zones.headings.get(each.section) for each in self._asked_for), None)
        last = heading or max(self._places.chosen.values(), key=lambda hit: hit.place, default=None)
        return last.line.n if last is not None else 0

    @property
    def _asked_for(self) -> list[Field]:
        return [each for each in self._spec.fields if each.kind == "attachments"]

    def _attachments(self, field: Field) -> Answer:
        return list_of_attachments(
            self._places.flow, self._places.zones, field, self._file, after=self.last_line
        )

    def _answer(self, field: Field) -> Answer:
        region = self._places.found.get(field.path)
        if region is None:
            return ABSENT
        pieces = list(self._without_others(region, field))
        written = self._written(pieces, region, field)
        evidence = self._quoter.evidence(region, field)
        answer = read_answer(
            field,
            written,
            evidence=evidence,
            brackets=self._unit(region.hit, field),
            printed=self._hints(field),
        )
        if self._spec.parts[field.path] and is_blank(clean(written, self._headings_too(field))):
            return Answer("blank", None, "", evidence)
        return _sure(answer, field)

    def _elsewhere(self, blank: list[Field]) -> None:
        """What is blank here may be filled in where the same label stands again."""
        for field in blank:
            if field.kind in LONG or field.passage:
                continue
            for region in self._places.other_places(field):
                self._places.found[field.path], before = region, self._places.found[field.path]
                answer = self._answer(field)
                if answer.state != "blank":
                    self._answers[field.path] = answer
                    break
                self._places.found[field.path] = before

    def _headings_too(self, field: Field) -> frozenset[str]:
        parts = self._spec.parts[field.path]
        words = {
            compared(word) for each in parts for label in each.labels for word in (label, each.number + label)
        }
        return self._places.printed | words

    def _hints(self, field: Field) -> frozenset[str]:
        """What is the form's own in this answer: the headings of its parts are not."""
        parts = {compared(f"{each.number}{each.label}") for each in self._spec.parts[field.path]}
        return self._places.printed - parts if parts else self._places.printed

    @property
    def _suffixes(self) -> frozenset[str]:
        return frozenset(each.suffix for each in self._spec.fields if each.suffix)

    def _label(self, field: Field) -> str:
        hit = self._places.chosen[field.path]
        return hit.line.text[hit.start : hit.end]

    def _unit(self, hit: Hit, field: Field) -> str:
        """What the label's brackets say, those of its group, or the line over its table: `单位：万元`."""
        if hit.brackets or field.kind != "decimal":
            return hit.brackets
        heads = [
            each
            for each in self._places.hits
            if each.line.n <= hit.line.n
            and any(target == ("group", field.group, False) for target in each.targets)
        ]
        if field.group and heads and (found := _UNIT_LINE.search(f"({narrow(heads[-1].brackets)})")):
            return found.group(1)
        return self._unit_over(hit.line.cell.table) if hit.line.cell is not None else ""

    def _unit_over(self, table: TableSpot) -> str:
        lines = self._places.flow.lines
        over = [
            line for line in lines[max(0, table.start - 3) : table.start] if line.cell is None and line.text
        ]
        inside = lines[table.start : table.start + table.columns]
        for line in (*reversed(over), *inside):
            if len(line.text) < _LONGEST_UNIT_LINE and (found := _UNIT_LINE.search(narrow(line.text))):
                return found.group(1)
        return ""

    def _written(self, pieces: list[Piece], region: Region, field: Field) -> str:
        if field.suffix:
            return before_suffix(join(pieces), field, self._suffixes, label=self._label(field))
        if field.kind in LONG:
            return self._quoter.long_text(pieces, region)
        if field.kind in CHOICE:
            cells = {id(piece.line.cell): piece.line.cell for piece in pieces if piece.line.cell is not None}
            if (
                len(cells) > 1
                and (text := boxed(self._places.flow, cells.values(), field.options)) is not None
            ):
                return text
        return join(pieces)

    def _without_others(self, region: Region, field: Field) -> Iterator[Piece]:
        """The region without the short answers that stand in it, such as 平台建设基于 in the IaaS layer's cell."""
        if field.kind not in LONG and field.kind not in CHOICE:
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
        for path, hit in self._places.chosen.items():
            other = self._spec.by_path[path]
            if path == field.path or other.kind in LONG or not first <= hit.line.n <= last:
                continue
            inner = self._places.found.get(path)
            if inner is None or (inner.hit.place < region.hit.place and not inner.beside):
                continue
            holes.setdefault(hit.line.n, []).append((self._start(hit), hit.end))
            for piece in inner.pieces:
                holes.setdefault(piece.line.n, []).append((piece.start, piece.end))
        return {n: sorted(spans) for n, spans in holes.items()}

    @staticmethod
    def _start(hit: Hit) -> int:
        return 0 if hit.first else hit.start

    def _all_black(self, fields: list[Field]) -> None:
        """A row of nothing but ■ may be bullets; it is ticks where this document ticks other boxes so."""
        written = {
            each.path: join(self._places.found[each.path].pieces)
            for each in fields
            if each.kind in CHOICE and each.path in self._places.found
        }
        for black, white in (("■", _WHITE), ("●", _ROUND)):
            if not any(black in text and white.search(text) for text in written.values()):
                continue
            for each in fields:
                text = written.get(each.path, "")
                if black not in text or white.search(text) or self._answers[each.path].problem != "tick":
                    continue
                answer = read_answer(
                    each, text.replace(black, "☑"), evidence=self._answers[each.path].evidence
                )
                if answer.problem != "tick":
                    self._answers[each.path] = replace(answer, raw=text)

    def _series(self) -> None:
        for path, written in read_series(
            self._places.flow, self._places.hits, self._places.zones, self._spec, self._places.regions
        ).items():
            field = self._spec.by_path[path]
            if field.year is None and self._answers.get(path, ABSENT).state != "absent":
                continue
            evidence = self._quoter.evidence(Region(written.label, written.pieces, beside=False), field)
            self._answers[path] = read_answer(
                field,
                written.text,
                evidence=evidence,
                brackets=written.brackets or self._unit(written.label, field),
                printed=self._places.printed,
            )
            if written.unclear and self._answers[path].state == "filled":
                self._answers[path] = Answer("unreadable", None, written.text, evidence, problem="several")

    def _explanation(self, field: Field) -> None:
        """What is written behind a ticked 其他, where it has no label of its own or the label's place is empty."""
        assert field.required.option is not None
        if self._answers.get(field.path, ABSENT).state not in ("absent", "blank"):
            return
        path, value = field.required.option
        region = self._places.found.get(path)
        parent = self._spec.by_path[path]
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
        evidence = self._quoter.evidence(region, parent)
        self._answers[field.path] = read_answer(field, words, evidence=evidence, printed=self._places.printed)

    def _without_label(self, words: str, field: Field) -> str:
        option = field.required.option[1] if field.required.option is not None else ""
        labels = [*field.labels, *(option + label for label in field.labels)]  # 租用服务商名称：…
        for label in sorted(map(compared, labels), key=len, reverse=True):
            if compared(words).startswith(label):
                left, at = len(label), 0
                while left:
                    left -= not words[at].isspace()
                    at += 1
                return words[at:].lstrip(" :：_")
        return words

    def _whole_of_parts(self) -> None:
        """A long text whose own label is missing, and whose parts are there, is its parts together."""
        for field in self._spec.fields:
            parts = self._spec.parts[field.path]
            if field.kind != "longtext" or not parts or self._answers[field.path].state != "absent":
                continue
            found = sorted(
                (self._places.found[each.path] for each in parts if each.path in self._places.found),
                key=lambda r: r.span,
            )
            if not found:
                continue
            first, last = found[0].span[0], found[-1].span[1]
            pieces = tuple(
                Piece(line, 0, len(line.text)) for line in self._places.flow.lines[first : last + 1]
            )
            region = Region(found[0].hit, pieces, beside=True)
            evidence = self._quoter.evidence(region, field)
            self._answers[field.path] = read_answer(
                field,
                self._quoter.long_text(list(pieces), region),
                evidence=evidence,
                printed=self._hints(field),
            )
