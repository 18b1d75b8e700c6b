"""Where an answer was read, and the document's own words there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from extractors.document import Box
from extractors.fill.flow import CellSpot, Flow, Line
from extractors.fill.pieces import Piece, Region, join
from extractors.form import Evidence, Field

__all__ = ["Quoter", "location"]

Spot: TypeAlias = tuple[int | None, Box | None]  # page, box

_CHOICES = frozenset(["bool", "enum", "enums"])
# A box is quoted as □ or ☑ whatever it looks like in the file; a √ or brackets are text and stay.
_BOXES = dict.fromkeys(map(ord, "☐◻❑❒▢◽⬜\ufffd"), "□") | dict.fromkeys(map(ord, "■☒◼⊠▣◾⬛🗹☑"), "☑")
_FAR = 6  # lines between a label and its answer beyond which the quote is the answer alone


class Quoter:
    """Makes evidence for the regions of one document."""

    def __init__(self, flow: Flow, file: str) -> None:
        self._flow = flow
        self._file = file

    def evidence(self, region: Region, field: Field) -> tuple[Evidence, ...]:
        """The label and what stands for it, as one quote, where they stand together; else the answer alone.

        An answer that goes over pages has one more for each of them, with what stands there.
        """
        pieces = self._quoted(region)
        spots = _spots(region.pieces or pieces, pieces)
        sure = _sureness(region.pieces or pieces)
        page, bbox = spots[0]
        whole = Evidence(
            file=self._file,
            location=location(pieces),
            quote=self._quote(pieces, field),
            page=page,
            bbox=bbox,
            confidence=1.0 if sure is None else sure,
            method="form" if sure is None else "ocr",
        )
        return (whole, *self._further(whole, spots[1:], region.pieces, field))

    def _further(
        self, whole: Evidence, spots: Iterable[Spot], written: Sequence[Piece], field: Field
    ) -> Iterator[Evidence]:
        for page, bbox in spots:
            there = [piece for piece in written if piece.line.page == page and piece.line.text.strip()]
            there = there or [piece for piece in written if any(each == page for each, _ in piece.line.over)]
            yield whole._replace(
                location=location(there), quote=self._quote(there, field), page=page, bbox=bbox
            )

    @staticmethod
    def _quote(pieces: list[Piece], field: Field) -> str:
        quote = join(pieces)
        if field.kind in _CHOICES or "\ufffd" in quote:
            quote = quote.translate(_BOXES)
        return quote.strip()

    def _quoted(self, region: Region) -> list[Piece]:
        hit = region.hit
        last = hit.last or hit.line
        own = [
            Piece(
                line,
                hit.start if line is hit.line else 0,
                len(line.text) if line is not last or hit.last else hit.end,
            )
            for line in self._flow.lines[hit.line.n : last.n + 1]
        ]
        written = [
            piece for piece in region.pieces if piece.start < piece.end or piece.line.table is not None
        ]
        if not written:
            return own
        if _head(hit.line) != _head(
            written[0].line
        ):  # a heading over a table: the quote stands where it is said to
            return written
        first = written[0].line
        if first is last and written[0].start >= own[-1].start:
            own[-1] = own[-1]._replace(end=written[0].end)
            return [*own, *written[1:]]
        between = self._flow.lines[last.n + 1 : first.n]
        if first.n > last.n and len(between) <= _FAR and not any(line.text.strip() for line in between):
            return [*own, *written]
        cell = hit.line.cell
        if first.n > last.n and cell is not None and first.n < cell.end:  # the label's hint stands between
            return [*own, *(Piece(line, 0, len(line.text)) for line in between), *written]
        if first.n > last.n and cell is not None and cell.end == first.n:
            rest = (Piece(line, 0, len(line.text)) for line in self._flow.lines[last.n + 1 : cell.end])
            return [*own, *rest, *written]
        return written

    def long_text(self, pieces: Iterable[Piece], region: Region) -> str:
        """A long answer: its paragraphs as lines; a table inside it a row a line, cells parted by tabs."""
        text: list[str] = []
        before: Line | None = None
        for piece in pieces:
            if before is not None:
                text.append(self._parted(before, piece.line, region))
            text.append(join([piece]))
            before = piece.line
        return "".join(text)

    def _parted(self, one: Line, other: Line, region: Region) -> str:
        a, b = one.cell, other.cell
        if a is None or b is None or a.table is not b.table:
            return "\n"
        if not self._inner(a, region):
            return "\t" if a is not b and a.row == b.row else "\n"
        if a is b:
            return " "
        return "\t" if a.row == b.row else "\n"

    @staticmethod
    def _inner(cell: CellSpot, region: Region) -> bool:
        """A table that is part of the answer, not the form's own grid."""
        label = region.hit.line.cell
        if label is not None and label.table is cell.table:
            return False
        return cell.table.columns > 1


def _spots(written: Sequence[Piece], quoted: Sequence[Piece]) -> list[Spot]:
    """Each page on which the answer stands, and the box around what stands of it there; its cell, if it is empty."""
    boxes: dict[int | None, list[Box]] = {}
    for pieces in (written, quoted):
        for piece in pieces:
            line = piece.line
            if line.bbox is not None and line.text.strip():
                boxes.setdefault(line.page, []).append(line.bbox)
                for page, box in line.over:
                    boxes.setdefault(page, []).append(box)
        if boxes:
            return [(page, _around(each)) for page, each in boxes.items()]
    place = (*written, *quoted)[0].line
    return [(place.cell.page, place.cell.bbox) if place.cell is not None else (place.page, place.bbox)]


def _around(boxes: Iterable[Box]) -> Box:
    x0, top, x1, bottom = zip(*boxes, strict=True)
    return min(x0), min(top), max(x1), max(bottom)


def _sureness(pieces: Sequence[Piece]) -> float | None:
    """How sure the recognition of the words is, a long line counting for more; None where they were not recognised."""
    known = [(piece.line.ocr, len(piece.line.text)) for piece in pieces if piece.line.ocr is not None]
    if not known:
        return None
    return round(sum(sure * length for sure, length in known) / max(sum(length for _, length in known), 1), 3)


def _head(line: Line) -> str:
    """A location without its last number: `表 3 行`, `段落`."""
    return line.location.rpartition(" ")[0]


def location(pieces: list[Piece]) -> str:
    """`表 3 行 12`, or `表 3 行 12-14` where an answer goes on over rows; `段落 40` or `段落 40-44` in the body.

    Of an answer with a table in it the paragraphs are named, the table standing among them.
    """
    first = pieces[0].line
    head, _, tail = first.location.rpartition(" ")
    last = next(piece.line for piece in reversed(pieces) if _head(piece.line) == head)
    end = last.location.rpartition(" ")[2]
    return first.location if end == tail else f"{head} {tail}-{end}"
