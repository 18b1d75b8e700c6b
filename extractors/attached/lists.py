"""What a list lists: the rows of its tables, with their quantities."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from statistics import median

from extractors.attached.columns import Columns, columns_of, head_words
from extractors.attached.items import Grid, Item, Spot
from extractors.form import AttachmentSpec, Row
from extractors.quantities import find_quantities, parse_quantity
from extractors.text import is_blank, is_nothing, narrow, nfkc, squeeze

__all__ = ["is_list_of", "rows_of_tables"]

_TOTAL = re.compile(
    r"(?:合计|总计|共计|小计|总数|总量|总和|汇总|累计|本页合计|本页小计|数量合计|合计数量|总合计)(?:[:(\d].*)?"
)
_RANGE = re.compile(r"\s*(\d{1,6})\s*(?:-{1,2}|~|～|—+|–|至|到)\s*(\d{1,6})\s*")
_SHOWN = 60  # characters of a row that are kept


def is_list_of(grid: Grid, spec: AttachmentSpec) -> bool:
    """Whether the heads of a grid name what this attachment lists: 设备名称, not 名称 alone."""
    own = {head_words(word) for word in spec.columns} - {"名称"}
    return any(head in own for each in columns_of(grid, spec) for head in each.heads)


def rows_of_tables(items: Sequence[Item], spec: AttachmentSpec, file: str) -> list[Row] | None:
    """The rows of all tables under one heading; None where there is no list among them.

    A table without heads, of as many columns, goes on with the list before it: over a page or a sheet.
    """
    rows: list[Row] = []
    known: list[Columns] = []
    found, caption = False, ""
    for item in items:
        if item.grid is None:
            caption = item.text if item.written else caption
            continue
        lists = columns_of(item.grid, spec)
        if not lists and known and len(known[0].heads) == len(item.grid.rows[0]):
            lists = [replace(each, body=0) for each in known]
        known = lists or known
        told = [row for each in lists for row in _rows(item.grid, each, spec, (file, caption))]
        if not lists:
            told = list(_cards(item.grid, spec, file))
        found = found or bool(lists or told)
        rows += told
    return rows if found else None


def _cards(grid: Grid, spec: AttachmentSpec, file: str) -> Iterator[Row]:
    """One thing a table, what is told of it line by line: 解决方案名称, its name beside it."""
    names = {head_words(word) for word in spec.columns}
    for at, row in enumerate(grid.rows):
        if len(row) > 1 and row[0].own and head_words(row[0].text) in names and not is_blank(row[1].text):
            yield Row(squeeze(row[1].text)[:_SHOWN], 1, _only(spec), file, grid.place(at))


def _only(spec: AttachmentSpec) -> str:
    """The indicator that every row counts for, where the list bears out one."""
    return spec.tallies[0].field if len(spec.tallies) == 1 else ""


def _rows(grid: Grid, columns: Columns, spec: AttachmentSpec, place: tuple[str, str]) -> Iterator[Row]:
    file, caption = place
    body = [(at, row) for at, row in enumerate(grid.rows) if at >= columns.body and _is_row(row, columns)]
    usual = median([_filled(row, columns) for _, row in body]) if body else 0
    for at, row in body:
        if _goes_on(row, columns, usual):
            continue
        field = _field(row, columns, spec, caption)
        if field is None:
            continue
        name = row[columns.name].text if columns.name is not None else ""
        text = squeeze(name) or " ".join(squeeze(each.text) for each in _own(row, columns))
        yield Row(text[:_SHOWN], _amount(row, columns, spec), field, file, grid.place(at))


def _own(row: Sequence[Spot], columns: Columns) -> list[Spot]:
    inside = row[slice(*columns.span)]
    return [each for each in inside if each.own and not is_blank(each.text)]


def _filled(row: Sequence[Spot], columns: Columns) -> int:
    return sum(1 for each in row[slice(*columns.span)] if not is_blank(each.text))


def _is_row(row: Sequence[Spot], columns: Columns) -> bool:
    """Something is listed: no blank row, no number alone, no heads once more, no total, no remark."""
    own = _own(row, columns)
    serial = row[columns.serial] if columns.serial is not None else None
    told = [each for each in own if each is not serial and not is_nothing(each.text)]
    if not told or any(each.wide for each in own):
        return False
    heads = sum(
        head_words(each.text) == head for each, head in zip(row, columns.heads, strict=False) if each.text
    )
    if heads >= 2 and 2 * heads > _filled(row, columns):
        return False
    first = squeeze(nfkc(own[0].text))
    name = squeeze(nfkc(row[columns.name].text)) if columns.name is not None else ""
    if _TOTAL.fullmatch(first) or _TOTAL.fullmatch(name):
        return False
    amount = row[columns.amount] if columns.amount is not None else None
    return any(each is not amount for each in told) or (
        serial is not None and serial.own and bool(serial.text)
    )


def _goes_on(row: Sequence[Spot], columns: Columns, usual: float) -> bool:
    """A row that tells more of the one before it: merged with it, or cut from it by the end of a page."""
    amount = row[columns.amount] if columns.amount is not None else None
    if amount is not None and amount.own and not is_blank(amount.text):
        return False
    if columns.serial is not None:
        serial = row[columns.serial]
        if not serial.own:
            return True
        if is_blank(serial.text):
            return 2 * _filled(row, columns) <= usual
        return False
    return columns.name is not None and not row[columns.name].own


def _amount(row: Sequence[Spot], columns: Columns, spec: AttachmentSpec) -> float | None:
    """How many a row counts; None where what is written is no number. A blank is one, as is no column."""
    if columns.amount is not None:
        spot = row[columns.amount]
        if not spot.own:
            return 0
        if is_blank(spot.text) or is_nothing(spot.text):
            return 1
        return _number(spot.text, spec.unit)
    if columns.serial is not None and (run := _RANGE.fullmatch(narrow(row[columns.serial].text))):
        return max(1, int(run.group(2)) - int(run.group(1)) + 1)
    return _beside(row, columns, spec)


def _number(text: str, unit: str) -> float | None:
    quantity = parse_quantity(text, unit=unit or "个")
    return None if quantity.problem else quantity.value


def _beside(row: Sequence[Spot], columns: Columns, spec: AttachmentSpec) -> float:
    """Machines are counted where their name is: 数控机床 12台. Of other lists a row is one thing."""
    if "台" not in spec.unit:
        return 1
    told = [
        found.value
        for each in _own(row, columns)
        for found in find_quantities(squeeze(each.text))
        if found.unit in ("台", "套", "台/套", "台套")
    ]
    return told[0] if len(told) == 1 and told[0] > 0 else 1


def _field(row: Sequence[Spot], columns: Columns, spec: AttachmentSpec, caption: str) -> str | None:
    """The indicator that a row counts for; "" where nothing tells, None where it counts for none of them.

    What its column of kinds says comes first, then its words, then the line over the table, then the heads.
    """
    if len(spec.tallies) == 1:
        return spec.tallies[0].field
    if columns.kind is not None and not is_blank(kind := row[columns.kind].text):
        return _told(kind, spec) or (None if len(squeeze(kind)) > 1 else "")
    words = " ".join(each.text for each in row[slice(*columns.span)])
    return _told(words, spec) or _told(caption, spec) or _told(" ".join(columns.heads), spec) or ""


def _told(text: str, spec: AttachmentSpec) -> str:
    """The one indicator of whose kind words are; "" where they are of none, or of several."""
    plain = squeeze(nfkc(text))
    fields = [each.field for each in spec.tallies if any(re.search(word, plain) for word in each.words)]
    return fields[0] if len(fields) == 1 else ""
