"""Documents as readers make them, of lines and grids; and the attachments that are found among them."""

from collections.abc import Iterable, Sequence
from typing import Any

from extractors.attached import attach
from extractors.document import Block, Cell, Document, Paragraph, Table
from extractors.form import ABSENT, Answer, Attached, Form, Row
from notices.hebei_2022_719.form import SPEC

Grid = Sequence[Sequence[object]]  # rows of what stands in the cells; None: merged with the cell above
PICTURE = "\ufffc"


def document(name: str, *blocks: str | tuple[int, str] | Grid, page: Sequence[int] = ()) -> Document:
    """Lines, (level, heading)s and grids, in order; `page` has the page of each block, if any."""
    pages: Sequence[int | None] = page or [None] * len(blocks)
    made: list[Block] = []
    for at, (block, number) in enumerate(zip(blocks, pages, strict=True), 1):
        if isinstance(block, str):
            made.append(Paragraph(at, block, page=number))
        elif isinstance(block, tuple) and len(block) == 2 and isinstance(block[0], int):
            made.append(Paragraph(at, str(block[1]), level=block[0], page=number))
        else:
            made.append(_table(at, block, number))
    count = max(page) if page else None
    return Document(name, "docx", "", tuple(made), pages=count)


def _table(ordinal: int, grid: Grid, page: int | None) -> Table:
    columns = max(len(row) for row in grid)
    cells: list[Cell] = []
    for at, row in enumerate(grid):
        wide = len(row) == 1
        for column, text in enumerate(row):
            if text is None:
                continue
            down = 1
            while at + down < len(grid) and column < len(grid[at + down]) and grid[at + down][column] is None:
                down += 1
            blocks = tuple(Paragraph(n, line, page=page) for n, line in enumerate(str(text).split("\n"), 1))
            cells.append(Cell(at, column, down, columns if wide else 1, blocks, page=page))
    return Table(ordinal, len(grid), columns, tuple(cells))


def attached(*documents: Document, unread: Iterable[str] = (), **more: Any) -> Attached:
    """What is attached to a form that is a file of its own, 申报书.docx."""
    form = with_attachments(*documents, unread=unread, **more)
    assert form.attached is not None
    return form.attached


def with_attachments(*documents: Document, unread: Iterable[str] = (), **more: Any) -> Form:
    answers = dict.fromkeys(SPEC.by_path, ABSENT) | {"attachments": Answer("blank", [])}
    names = [each.name for each in documents] + list(unread)
    form = Form(
        spec=SPEC,
        answers=answers,
        files=tuple({"path": name, "kind": "attachment", "pages": None} for name in names),
        attached=Attached("申报书.docx"),
    )
    return attach(form, documents, SPEC, **more)


def numbers(found: Attached) -> dict[int, list[str]]:
    """The files of each attachment that was found."""
    told: dict[int, list[str]] = {}
    for part in found.parts:
        told.setdefault(part.number, []).append(part.name)
    return told


def rows(number: int, *blocks: str | tuple[int, str] | Grid) -> tuple[Row, ...]:
    """The rows of one attachment that holds these."""
    found = attached(document(f"附件{number}.docx", f"附件{number}", *blocks))
    return found.rows[number]


def listed(number: int, *blocks: str | tuple[int, str] | Grid) -> list[tuple[str, float | None]]:
    return [(row.text, row.amount) for row in rows(number, *blocks)]
