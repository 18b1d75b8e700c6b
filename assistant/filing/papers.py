"""The lines and rows of a submission's attachments, each with the attachment it belongs to and its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from extractors.document import Document, Paragraph, Table
from extractors.fill.flow import Line
from extractors.fill.places import flow_of
from extractors.form import Evidence, Form, Method, Part
from extractors.text import fold, is_blank

__all__ = ["Paper", "papers_of"]

_MOST = 20_000  # lines of a submission that are kept


class Paper(NamedTuple):
    """A line, or a row of a table with its cells parted by tabs."""

    number: int  # of the attachment
    evidence: Evidence
    row: bool = False

    @property
    def text(self) -> str:
        return self.evidence.quote


def papers_of(form: Form, documents: Iterable[Document]) -> tuple[Paper, ...]:
    """What stands in the attachments that were found in `documents`, which the form was read from."""
    if form.attached is None:
        return ()
    found = (
        paper
        for document in documents
        for paper in _of(document, form, [part for part in form.attached.parts if part.file == document.name])
    )
    return tuple(paper for paper, _ in zip(found, range(_MOST), strict=False))


def _of(document: Document, form: Form, parts: Sequence[Part]) -> Iterator[Paper]:
    """An attachment is told by its pages, else goes on from where it begins to where the next one does."""
    if not parts:
        return
    applications = [each.attached for each in (form, *form.copies) if each.attached is not None]
    begins = {each.file: each.begins for each in applications}.get(document.name, -1)
    heads = {(part.evidence.page, part.evidence.location): part.number for part in parts}
    number = parts[0].number if begins < 0 else None
    for evidence, row in _evidence(document, form, after=begins):
        number = heads.get((evidence.page, evidence.location), number)
        paged = [
            part.number
            for part in parts
            if part.pages is not None
            and evidence.page is not None
            and part.pages[0] <= evidence.page <= part.pages[1]
        ]
        at = number if number in paged or not paged else paged[0]
        if at is not None:
            yield Paper(at, evidence, row)


def _evidence(document: Document, form: Form, *, after: int) -> Iterator[tuple[Evidence, bool]]:
    lines = flow_of(document, form.spec).lines[after + 1 :]
    for row, group in groupby(lines, key=_row):
        some = list(group)
        if some[0].table is not None:
            yield from ((each, True) for each in _kept(some[0].table, document))
        elif row is None:
            yield from ((_placed(document, each, each.text), False) for each in some if not _bare(each.text))
        else:
            cells = ["\n".join(one.text for one in of) for _, of in groupby(some, key=lambda line: line.cell)]
            told = "\t".join(each.strip() for each in cells if not _bare(each))
            if told:
                yield _placed(document, some[0], told), True


def _row(line: Line) -> tuple[str, int] | int | None:
    """What lines of one row share; those of a table of one column are lines of their own."""
    if line.table is not None:
        return line.n
    if line.cell is None or line.cell.table.columns == 1:
        return None
    return line.cell.table.location, line.cell.row


def _kept(table: Table, document: Document) -> Iterator[Evidence]:
    """A long list, which is kept whole."""
    for row, cells in groupby(table.cells, key=lambda cell: cell.row):
        some = list(cells)
        texts = [
            "\n".join(block.text for block in each.blocks if isinstance(block, Paragraph)) for each in some
        ]
        told = "\t".join(each.strip() for each in texts if not _bare(each))
        if told:
            place = f"表 {table.ordinal} 行 {row + 1}"
            yield Evidence(document.name, place, told, page=some[0].page, bbox=some[0].bbox)


def _bare(text: str) -> bool:
    return is_blank(text) or not fold(text.replace("\ufffc", ""))


def _placed(document: Document, line: Line, quote: str) -> Evidence:
    page = line.page if line.page is not None or line.cell is None else line.cell.page
    method: Method = "form" if line.ocr is None else "ocr"
    return Evidence(
        document.name,
        line.location,
        quote.strip(),
        page=page,
        bbox=line.bbox,
        confidence=line.ocr or 1.0,
        method=method,
    )
