"""What is written for a label: behind it, under it, in the cell to its right or below, or in the passage it heads."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping

from extractors.fill.cells import Cells
from extractors.fill.flow import CellSpot, Flow, Line
from extractors.fill.labels import Hit
from extractors.fill.pieces import BOX, CHOICE, LONG, Piece, Region
from extractors.fill.tick_tables import is_tick_table
from extractors.form import Field
from extractors.text import is_blank, narrow, squeeze

__all__ = ["Regions"]

_SHORT = 60  # characters of an answer on the line under a label that has no colon
_LONGEST_NEXT = 200  # and of one that has
_LONGEST_CHOICE = 40  # letters of an option written without a box
_LONGEST_HEADING = 80
_BLANK_LEFT = re.compile("(?:[ \u3000]{2,}|[_＿]+)$")  # a blank to write on stands behind the label itself
_SENTENCE = re.compile("[。；;:：]\\s*$")
_ANNEX = re.compile(r"\s*附\s*件\s*\d{1,2}\s*(?:[:：.、\s]|$)")


class Regions:
    """Finds regions in one document, given all places where a label may stand.

    `parts` are the fields whose labels may stand inside a field's own place, by its path.
    """

    def __init__(
        self, flow: Flow, hits: list[Hit], printed: frozenset[str], parts: Mapping[str, frozenset[str]]
    ) -> None:
        self._flow = flow
        self._printed = printed
        self._parts = parts
        self.cells = Cells(flow, hits, printed, parts)
        self._by_line: dict[int, list[Hit]] = {}
        for hit in hits:
            self._by_line.setdefault(hit.line.n, []).append(hit)
        self._stops: list[tuple[int, int]] = []
        self._owners: Mapping[tuple[int, int], str] = {}
        self._inside: frozenset[str] = frozenset()

    def stop_at(self, chosen: Mapping[str, Hit], heads: Iterable[Hit]) -> None:
        """From now on regions end where a chosen label of another field, or one of these heads, stands."""
        self._owners = {hit.place: path for path, hit in chosen.items()}
        self._stops = sorted({*self._owners, *(hit.place for hit in heads)})

    def _next_stop(self, place: tuple[int, int]) -> tuple[int, int] | None:
        """The first stop behind a place; labels that may stand inside the present field's answer are none."""
        at = bisect_right(self._stops, place)
        while at < len(self._stops):
            if self._owners.get(self._stops[at], "") not in self._inside:
                return self._stops[at]
            at += 1
        return None

    def find(self, hit: Hit, field: Field) -> Region:
        """The region of a chosen hit."""
        self._inside = self._parts.get(field.path, frozenset())
        cell = hit.line.cell
        if cell is not None and self.cells.fills(hit, cell):
            if pieces := self.cells.beside(cell, field):
                return Region(hit, pieces, beside=True)
            if field.kind in LONG or field.passage:
                return Region(hit, tuple(self._below(cell)), beside=False)
            return Region(hit, (), beside=False)
        return Region(hit, tuple(self._behind(hit, field)), beside=False)

    def behind(self, hit: Hit) -> Iterator[Piece]:
        """The rest of the label's line and the lines under it, up to the next label of any kind."""
        line = hit.last or hit.line
        self._inside = frozenset()
        later = [other.start for other in self._by_line.get(line.n, ()) if other.start > hit.start]
        end = min([self._line_end(hit), *later])
        yield Piece(line, hit.end if hit.last is None else len(line.text), end)
        if end < len(line.text) or not is_blank(line.text[hit.end :]):
            return
        cell = line.cell
        for piece in self._lines(
            line.n + 1, self._limit(line.n + 1, cell.end if cell else len(self._flow.lines))
        ):
            if piece.line.n in self._by_line or len(piece.text) > 120 or piece.line.level:
                return
            yield piece

    def _below(self, cell: CellSpot) -> Iterator[Piece]:
        """What follows a cell that holds only a label: the rest of its table, or what stands after the table."""
        table = cell.table
        border = table.end if cell.end < table.end or table.parent is not None else len(self._flow.lines)
        yield from self._lines(cell.end, self._limit(cell.end, border))

    # In the label's own cell, or in the body

    def _behind(self, hit: Hit, field: Field) -> Iterator[Piece]:
        line = hit.last or hit.line
        end = self._line_end(hit)
        tail = Piece(line, hit.end if hit.last is None else len(line.text), end)
        cell = hit.line.cell
        border = cell.end if cell is not None else len(self._flow.lines)
        stop = self._limit(line.n + 1, border) if end == len(line.text) else line.n + 1
        if field.kind in LONG or field.passage:
            yield tail
            yield from self._lines(line.n + 1, stop)
        elif field.kind in CHOICE:
            yield tail
            yield from self._boxes(line.n + 1, stop, tail, field)
        elif not is_blank(tail.text) and not self._is_only_unit(tail.text, field):
            yield tail
        else:
            yield tail
            yield from self._next(line, stop, hit)

    def _is_only_unit(self, text: str, field: Field) -> bool:
        return bool(field.unit) and squeeze(narrow(text)).strip("()_:") in (
            field.unit,
            *field.unit.split("/"),
        )

    def _line_end(self, hit: Hit) -> int:
        """Where the next label on the same line begins."""
        line = hit.last or hit.line
        stop = self._next_stop((line.n, hit.start if hit.last is None else len(line.text)))
        return stop[1] if stop is not None and stop[0] == line.n else len(line.text)

    def _limit(self, first: int, border: int) -> int:
        """The line before which a region that goes on at line `first` ends."""
        stop = self._next_stop((first, -1))
        end = min(border, stop[0] if stop is not None else border)
        lines = self._flow.lines
        container = lines[first - 1].cell if first else None
        if end < border and (stopped := lines[end].cell) is not None and stopped is not container:
            end = max(first, self._outermost_start(stopped, container))
        for n in range(first, end):
            if (
                lines[n].cell is None
                and len(lines[n].text) < _LONGEST_HEADING
                and _ANNEX.match(lines[n].text)
            ):
                return n
        return end

    @staticmethod
    def _outermost_start(cell: CellSpot, inside: CellSpot | None) -> int:
        """Where the table begins that a region runs into: its first rows are not the region's any more."""
        table = cell.table
        if inside is not None and inside.table is table:
            return cell.start
        while table.parent is not None and table.parent is not inside:
            table = table.parent.table
        return table.start

    def _lines(self, start: int, end: int) -> Iterator[Piece]:
        for line in self._flow.lines[start:end]:
            yield Piece(line, 0, len(line.text))

    def _boxes(self, start: int, end: int, tail: Piece, field: Field) -> Iterator[Piece]:
        """The lines on which a choice goes on: they carry boxes, or are the only thing written."""
        empty = is_blank(tail.text)
        for piece in self._lines(start, end):
            cell = piece.line.cell
            if (
                cell is not None
                and cell is not tail.line.cell
                and is_tick_table(self._flow, cell.table, field.options)
            ):
                yield from self._lines(cell.table.start, min(cell.table.end, end))
                return
            if is_blank(piece.text):
                continue
            if BOX.search(piece.text) or (empty and len(squeeze(piece.text)) <= _LONGEST_CHOICE):
                yield piece
                empty = False
            else:
                return

    def _next(self, line: Line, stop: int, hit: Hit) -> Iterator[Piece]:
        """The answer on the line after its label, where it is no label and no heading itself."""
        for piece in self._lines(line.n + 1, stop):
            if not is_blank(piece.text):
                if self._may_answer(piece, line, hit):
                    yield piece
                return
            if piece.line.paragraph > line.paragraph + 1:
                return

    def _may_answer(self, piece: Piece, line: Line, hit: Hit) -> bool:
        if (
            piece.line.level
            or piece.line.n in self._by_line
            or piece.line.table
            or piece.line.cell is not line.cell
        ):
            return False
        if len(piece.text) > _LONGEST_NEXT or BOX.search(piece.text) or _BLANK_LEFT.search(line.text):
            return False
        if squeeze(narrow(piece.text)) in self._printed:
            return False
        if line.cell is not None or hit.manner != "whole" or _open(hit):
            return True
        near = piece.line.paragraph == line.paragraph + 1
        return near and len(piece.text) <= _SHORT and _SENTENCE.search(piece.text) is None


def _open(hit: Hit) -> bool:
    """Whether the label ends in a colon, or stands as a heading, so that its answer comes on the next line."""
    return narrow(hit.line.text).rstrip().endswith(":") or hit.line.level > 0
