"""Sheets into blocks: what is typed where becomes a table, however far away a stray cell may stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple, TypeAlias

from extractors.document import Block, Cell, Notice, Paragraph, Table

__all__ = ["Entry", "Sheet", "Span", "blocks_of", "hidden_of", "notices_of"]

MOST_ROWS: Final = 50_000
MOST_COLUMNS: Final = 256
MOST_CELLS: Final = 400_000  # of one sheet, blank ones between written ones with them

Span: TypeAlias = tuple[int, int, int, int]  # rows and columns from 0, half-open: top, bottom, left, right


class Entry(NamedTuple):
    """What a cell shows; row and column from 0."""

    row: int
    column: int
    text: str


class Sheet(NamedTuple):
    name: str
    entries: tuple[Entry, ...]  # in any order; blank ones that the file names are in it
    merged: tuple[Span, ...] = ()
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    uncounted: int = 0  # formulas that the file gives no result for


def blocks_of(sheets: Iterable[Sheet]) -> Iterator[Block]:
    """For each sheet that shows something: its name as a heading, then its titles and tables in order."""
    paragraphs = tables = 0
    for sheet in sheets:
        seen = [] if sheet.hidden else [each for each in _kept(sheet) if not _is_hidden(sheet, each)]
        if not any(each.text.strip() for each in seen):
            continue
        named = [Paragraph(1, sheet.name, level=1)] if sheet.name else []
        for block in (*named, *_parts(_grid(sheet, seen), {(each.row, each.column) for each in seen})):
            if isinstance(block, Paragraph):
                paragraphs += 1
                yield block._replace(ordinal=paragraphs)
            else:
                tables += 1
                yield block._replace(ordinal=tables)


def hidden_of(sheets: Iterable[Sheet]) -> Iterator[Paragraph]:
    """What stands in hidden sheets, rows and columns, a row a paragraph."""
    ordinal = 0
    for sheet in sheets:
        rows: dict[int, list[str]] = defaultdict(list)
        for each in sorted(_kept(sheet)):
            if each.text.strip() and (sheet.hidden or _is_hidden(sheet, each)):
                rows[each.row].append(each.text)
        for row in rows.values():
            ordinal += 1
            yield Paragraph(ordinal, "\t".join(row))


def notices_of(sheets: Iterable[Sheet]) -> Iterator[Notice]:
    for sheet in sheets:
        written = [each for each in sheet.entries if each.text.strip()]
        where = f"工作表“{sheet.name}”"
        if sheet.hidden and written:
            yield Notice("hidden-sheet", f"{where}是隐藏的，没有作为内容读取。", sheet.name)
            continue
        rows = {each.row for each in written} & sheet.hidden_rows
        columns = {each.column for each in written} & sheet.hidden_columns
        if rows or columns:
            what = "、".join(f"{len(some)} {unit}" for some, unit in ((rows, "行"), (columns, "列")) if some)
            yield Notice("hidden-text", f"{where}有 {what}被隐藏或筛选掉，没有作为内容读取。", sheet.name)
        if any(each.row >= MOST_ROWS or each.column >= MOST_COLUMNS for each in written):
            yield Notice(
                "sheet-cut",
                f"{where}太大，只读取了前 {MOST_ROWS} 行、前 {MOST_COLUMNS} 列。",
                sheet.name,
            )
        if sheet.uncounted:
            yield Notice(
                "formula",
                f"{where}有 {sheet.uncounted} 个公式没有保存结果，请用 Excel 或 WPS 打开后重新保存再提交。",
                sheet.name,
            )


def _kept(sheet: Sheet) -> list[Entry]:
    return [each for each in sheet.entries if each.row < MOST_ROWS and each.column < MOST_COLUMNS]


def _is_hidden(sheet: Sheet, entry: Entry) -> bool:
    return entry.row in sheet.hidden_rows or entry.column in sheet.hidden_columns


def _grid(sheet: Sheet, seen: list[Entry]) -> list[list[Cell]]:
    """All cells of the rows with any text, row by row; a cell that is merged over others stands for them."""
    texts = {(each.row, each.column): each.text for each in seen}
    rows, columns = _size(sheet, seen)
    spans, covered = _spans(sheet, rows, columns)
    used = sorted({each.row for each in seen if each.text.strip()} | {row for row, _ in spans})
    grid: list[list[Cell]] = []
    for row in used[: MOST_CELLS // columns]:
        grid.append([])
        for column in range(columns):
            at = row, column
            if at in covered or column in sheet.hidden_columns:
                continue
            row_span, column_span = spans.get(at, (1, 1))
            blocks = (Paragraph(1, texts.get(at, "")),)
            grid[-1].append(Cell(row, column, row_span, column_span, blocks))
    return grid


def _parts(grid: list[list[Cell]], drawn: set[tuple[int, int]]) -> Iterator[Paragraph | Table]:
    """The tables of a sheet: a row left blank parts them, unless the one below is as wide and has no title.

    The rows before a table in which one cell alone is written are its titles. `drawn` has the places that
    the file names, blank ones too.
    """
    table: list[list[Cell]] = []
    width = 0  # of the table so far
    end = 0  # the row behind all that was seen
    for row in grid:
        alone, start, own = _is_alone(row), min((cell.row for cell in row), default=end), _width([row])
        if table and start > end and (alone or own != width):
            yield _table(table, drawn)
            table, width = [], 0
        if alone and not table:
            yield Paragraph(1, next(_text(cell) for cell in row if _text(cell).strip()))
        elif row:
            table.append(row)
            width = max(width, own)
        end = max([end, *(cell.row + cell.row_span for cell in row)])
    if table:
        yield _table(table, drawn)


def _text(cell: Cell) -> str:
    return "\n".join(block.text for block in cell.blocks if isinstance(block, Paragraph))


def _is_alone(row: list[Cell]) -> bool:
    """One cell alone is written, of one row; below it another may be answered, so it must stand first."""
    written = [cell for cell in row if _text(cell).strip()]
    return len(written) == 1 and written[0].row_span == 1 and written[0] is row[0]


def _width(rows: list[list[Cell]]) -> int:
    """Columns up to the last that is written, or merged into one that is."""
    written = (cell for row in rows for cell in row if _text(cell).strip())
    return max((cell.column + cell.column_span for cell in written), default=0)


def _table(rows: list[list[Cell]], drawn: set[tuple[int, int]]) -> Table:
    """The rows counted from 0, columns up to the last that is written, or a blank one drawn behind it."""
    first = rows[0][0].row
    last = max(cell.row + cell.row_span for row in rows for cell in row)
    columns = _width(rows)
    columns += any((cell.row, columns) in drawn for row in rows for cell in row)
    cells = tuple(
        cell._replace(row=cell.row - first, column_span=min(cell.column_span, columns - cell.column))
        for row in rows
        for cell in row
        if cell.column < columns
    )
    return Table(1, last - first, columns, cells)


def _size(sheet: Sheet, seen: list[Entry]) -> tuple[int, int]:
    """Rows and columns up to the last that is written, and the blank column that is drawn behind it."""
    written = [each for each in seen if each.text.strip()]
    rows, columns = max(each.row for each in written) + 1, max(each.column for each in written) + 1
    if any(each.column == columns and each.row < rows for each in seen):
        columns += 1
    for top, bottom, left, right in sheet.merged:
        if top < rows and left < columns and (top, left) != (0, 0):
            rows, columns = max(rows, min(bottom, rows + 50)), max(columns, min(right, columns + 50))
    return min(rows, MOST_ROWS), min(columns, MOST_COLUMNS)


def _spans(
    sheet: Sheet, rows: int, columns: int
) -> tuple[dict[tuple[int, int], tuple[int, int]], set[tuple[int, int]]]:
    """The spans of merged cells by their first cell, and what they cover; what overlaps is not merged."""
    spans: dict[tuple[int, int], tuple[int, int]] = {}
    covered: set[tuple[int, int]] = set()
    looked_at = 0
    for top, bottom, left, right in sheet.merged:
        height, width = min(bottom, rows) - top, min(right, columns) - left
        if height < 1 or width < 1 or height * width == 1 or top in sheet.hidden_rows:
            continue
        looked_at += height * width  # those that overlap others count too
        if looked_at > MOST_CELLS:
            break
        inside = {(row, column) for row in range(top, top + height) for column in range(left, left + width)}
        if inside & covered or inside & spans.keys():
            continue
        inside.discard((top, left))
        covered |= inside
        spans[top, left] = height, width
    return spans, covered
