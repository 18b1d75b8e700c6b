"""Amounts of several years: on one line, a line a year, or in a table of years and items."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from extractors.fill.flow import CellSpot, Flow
from extractors.fill.labels import Hit
from extractors.fill.pieces import Piece, join
from extractors.fill.regions import Regions
from extractors.fill.zones import Zones
from extractors.form import Field, FormSpec
from extractors.quantities import find_quantities, parse_quantity
from extractors.text import is_blank, is_nothing, narrow

__all__ = ["Written", "read_series"]

_BOTH_ENDS = 2  # years that name a range
_YEAR = re.compile(r"(?<![\d.])(?<!\d,)20\d\d(?=\s*(?:年|[、,，/和及~\-—:：]|\s|$|\())\s*(?:年度?)?")
_SUM = re.compile(r"合计|累计|总计|近三年|三年")
_ALIKE = (
    1000  # times: amounts of three years that differ more are not in one unit: 16290000、4518000、1409.9万元
)
_SUM_AT_END = re.compile(r"(?:近三年|三年|以上)?(?:累计|合计|总计|共计)[^\d壹贰叁肆伍陆柒捌玖]{0,8}")
_NO_NAME = re.compile(r"(?:金额|数额|数值|元|万元|合计)?(?:\(.*\))?\$")
_LISTED = re.compile(r"[、，；;]|,(?!\d{3})")
_LEFT_BLANK = re.compile(r"元|[_＿]{2,}|[ \u3000]{3,}")  # 2019年    元；2020年300万元: a blank of its own
_YEAR_ALONE = re.compile(r"(?:其中\s*[:：]?\s*)?(20\d\d)\s*年?度?")
_IS_AMOUNT = re.compile(
    r"(?!20\d\d\s*年)[¥约近]?\s*[\d壹贰叁肆伍陆柒捌玖拾][\d,.\s亿万千元壹贰叁肆伍陆柒捌玖拾佰仟]*$"
)
_REMARK = re.compile(r"[(（][^()（）]*(?:[^()（）\d.,台套个项家条次万亿元/%][^()（）]*){2,}[)）]")
_PLAIN = re.compile(r"\d(?:[\d,]*\d)?(?:\.\d+)?")


class Written(NamedTuple):
    """What stands for one field of a series, and the pieces that show it."""

    text: str
    brackets: str
    label: Hit
    pieces: tuple[Piece, ...]
    unclear: bool = False  # several amounts, or one for several years: none of them is the field's for sure


@dataclass(slots=True)
class _Found:
    """What has been found of one series so far; what is written beats an empty place."""

    by_path: dict[str, Written] = field(default_factory=dict)

    def put(self, path: str, written: Written) -> None:
        before = self.by_path.get(path)
        if before is None or _worth(written) > _worth(before):
            self.by_path[path] = written


def _worth(written: Written) -> tuple[int, bool]:
    """What is written for sure beats what is unclear, and that an empty place; at a tie the label with years."""
    return (
        0 if not _amounts(written.text) and not is_nothing(written.text) else 1 if written.unclear else 2
    ), bool(written.label.years)


def read_series(
    flow: Flow, hits: Iterable[Hit], zones: Zones, spec: FormSpec, regions: Regions
) -> dict[str, Written]:
    """Each yearly field's text, and a total's where a table of years has a column for it."""
    yearly = {each.path: each for each in spec.fields if each.year is not None}
    if not yearly:
        return {}
    found = _Found()
    group = ""
    at = 0
    own = sorted(
        (
            hit
            for hit in hits
            if _concerns(hit, spec, yearly) and zones.match(hit.line.n, _section(yearly)) > 0
        ),
        key=lambda hit: hit.place,
    )
    lines_with_hits = {hit.line.n for hit in own}
    for hit in own:
        if group:
            _year_lines(flow, range(at, hit.line.n), lines_with_hits, group, spec, found)
        group = _group(hit, spec)
        at = hit.line.n + 1
        heads_row = hit.line.cell is not None and regions.cells.is_label(hit.line.cell) and _names(hit, group)
        fields = {
            each.year: each
            for each in yearly.values()
            if each.group == group and (heads_row or _targets(hit, each))
        }
        if not fields and hit.manner != "whole":
            _after_total(
                hit,
                {each.year: each for each in yearly.values() if each.group == group and each.year},
                regions,
                found,
            )
        if fields:
            _read(hit, {year: each for year, each in fields.items() if year}, flow, regions, spec, found)
    if group:
        stop = next(
            (n for n in range(at, len(flow.lines)) if zones.match(n, _section(yearly)) <= 0), len(flow.lines)
        )
        _year_lines(flow, range(at, stop), lines_with_hits, group, spec, found)
    return found.by_path


def _after_total(hit: Hit, fields: Mapping[int, Field], regions: Regions, found: _Found) -> None:
    """`累计业务收入达5344万元，其中2019年1731万元，2020年…`: the years behind their sum."""
    piece = next(iter(regions.behind(hit)))
    told = list(_YEAR.finditer(narrow(piece.text)))
    if len(told) > 1:
        _by_year(hit, (piece._replace(start=piece.start + told[0].start()),), fields, found)


def _section(yearly: Mapping[str, Field]) -> str:
    return next(iter(yearly.values())).section


def _targets(hit: Hit, each: Field) -> bool:
    return any(target.kind == "field" and target.name == each.path for target in hit.targets)


def _names(hit: Hit, group: str) -> bool:
    return any(target.kind == "group" and target.name == group for target in hit.targets)


def _concerns(hit: Hit, spec: FormSpec, yearly: Mapping[str, Field]) -> bool:
    groups = {each.group for each in yearly.values()}
    return any(
        (target.kind == "group" and target.name in groups)
        or (target.kind == "field" and spec.by_path[target.name].group in groups)
        for target in hit.targets
    )


def _group(hit: Hit, spec: FormSpec) -> str:
    for target in hit.targets:
        if target.kind == "group":
            return target.name
        if target.kind == "field" and spec.by_path[target.name].group:
            return spec.by_path[target.name].group
    return ""


def _read(
    hit: Hit, fields: Mapping[int, Field], flow: Flow, regions: Regions, spec: FormSpec, found: _Found
) -> None:
    cell = hit.line.cell
    if cell is not None and regions.cells.is_label(cell):
        if _read_table(hit, cell, fields, flow, spec, found):
            return
        if cell.row_span > 1 and _read_rows(hit, cell, fields, flow, found):
            return
        if cell.row_span > 1 or any(
            regions.cells.is_label(each) for each in cell.table.right_of(cell, cell.row)
        ):
            return  # the title of a group of rows
        if len(set(hit.years)) == 1 and hit.years[0] in fields:
            only = fields[hit.years[0]]
            region = regions.find(hit, only)
            found.put(only.path, Written(join(region.pieces), hit.brackets, hit, region.pieces))
            return
        right = [each for each in cell.table.right_of(cell, cell.row) if not regions.cells.is_label(each)]
        pieces = tuple(piece for each in right for piece in _pieces(flow, each))
    else:
        pieces = tuple(regions.behind(hit))
    if not pieces:
        return
    total = next(
        (each for each in spec.fields if each.group == next(iter(fields.values())).group and not each.year),
        None,
    )
    _by_year(hit, pieces, fields, found, total)


def _pieces(flow: Flow, cell: CellSpot) -> Iterator[Piece]:
    for line in flow.lines[cell.start : cell.end]:
        yield Piece(line, 0, len(line.text))


def _by_year(
    hit: Hit,
    pieces: tuple[Piece, ...],
    fields: Mapping[int, Field],
    found: _Found,
    total: Field | None = None,
) -> None:
    """Give each year its amount: the one behind its name, else the one at its place in the order."""
    text = _without_remarks(join(pieces))
    if (sum_of := _SUM_AT_END.search(narrow(text))) and _amounts(text[: sum_of.start()]):
        if total is not None:
            found.put(total.path, Written(text[sum_of.end() :], hit.brackets, hit, pieces))
        text = text[: sum_of.start()]
    parts = _parts(text, fields)
    if parts and (len(parts) > 1 or not hit.years):
        if _each_has_its_own(text, parts):
            for year, part in parts:
                found.put(fields[year].path, Written(_first_amount(part), hit.brackets, hit, pieces))
            for year in set(fields) - {
                year for year, _ in parts
            }:  # the label asks for it, and it is left out
                found.put(fields[year].path, Written("", hit.brackets, hit, pieces))
            return
        if not any(_amounts(part) for _, part in parts[:-1]):  # 2019、2020、2021年分别为100、200、300
            hit.years = tuple(year for year, _ in parts)
            text = parts[-1][1]
    _in_order(hit, pieces, text, fields, found)


def _parts(text: str, fields: Mapping[int, Field]) -> list[tuple[int, str]]:
    """Each year that a text names, with what stands between its name and the next."""
    told = [match for match in _YEAR.finditer(narrow(text)) if int(match.group()[:4]) in fields]
    ends = [*(match.start() for match in told[1:]), len(text)]
    return [(int(each.group()[:4]), text[each.end() : end]) for each, end in zip(told, ends, strict=False)]


def _each_has_its_own(text: str, parts: list[tuple[int, str]]) -> bool:
    if len({year for year, _ in parts}) < len(parts):
        return True
    first = _YEAR.search(narrow(text))
    if first is None or _amounts(text[: first.start()]):
        return False  # 718万元（2019年）、136万元（2020年）…: the year comes behind
    own = any(_amounts(part) or _LEFT_BLANK.search(part) for _, part in parts[:-1] or parts)
    return own and all(len(_amounts(part)) <= 1 for _, part in parts)


def _in_order(
    hit: Hit, pieces: tuple[Piece, ...], text: str, fields: Mapping[int, Field], found: _Found
) -> None:
    years = tuple(year for year in dict.fromkeys(hit.years) if year in fields) or tuple(sorted(fields))
    if len(years) == _BOTH_ENDS and years[-1] - years[0] == len(fields) - 1:  # 2019-2021年
        years = tuple(sorted(fields))
    amounts = _amounts(text)
    if amounts and len(amounts) == len(years):
        for year, amount in zip(years, amounts, strict=True):
            found.put(fields[year].path, Written(amount, hit.brackets, hit, pieces))
        return
    listed = [part.strip() for part in _LISTED.split(text.strip(" 。:："))]
    if len(listed) == len(years) > 1 and all(is_nothing(part) or _is_amount(part) for part in listed):
        for year, part in zip(years, listed, strict=True):  # one of them 无 or —
            found.put(fields[year].path, Written(part, hit.brackets, hit, pieces))
        return
    unclear = len(years) > 1 or len(amounts) > 1
    for year in years:  # nothing there, or what can't be told apart
        found.put(fields[year].path, Written(text, hit.brackets, hit, pieces, unclear=unclear))


def _without_remarks(text: str) -> str:
    """The text without brackets that hold words (见附件3, 同比增长15%); blanks keep every character's place."""
    return _REMARK.sub(lambda match: " " * len(match.group()), text)


def _amounts(text: str) -> list[str]:
    """The amounts of a text as written; a unit behind the last one alone counts for all."""
    plain = narrow(text)
    masked = _YEAR.sub(lambda match: " " * len(match.group()), plain)
    quantities = [each for each in find_quantities(masked) if not each.unit.startswith(("年", "月"))]
    if not quantities:
        return []
    last = quantities[-1]
    values = [abs(each.value) for each in quantities if each.value]
    alike = not values or max(values) < _ALIKE * min(values)
    unit = last.unit if alike and all(not each.unit for each in quantities[:-1]) else ""
    return [
        masked[each.span[0] : each.span[1]] + (unit if each is not last and unit else "")
        for each in quantities
    ]


def _is_amount(part: str) -> bool:
    return parse_quantity(part, unit="元").value is not None


def _first_amount(part: str) -> str:
    amounts = _amounts(part)
    return amounts[0] if len(amounts) == 1 else part.strip(" ,，;；、:：\t\n")


# Lines that begin with a year, under the label of their group


def _year_lines(
    flow: Flow, lines: Iterable[int], taken: set[int], group: str, spec: FormSpec, found: _Found
) -> None:
    fields = {each.year: each for each in spec.fields if each.group == group and each.year is not None}
    for n in lines:
        line = flow.lines[n]
        if n in taken or not line.text or len(line.text) > 120:
            continue
        plain = narrow(line.text)
        told = _YEAR.match(plain.lstrip(" (　"))
        if told is None or int(told.group()[:4]) not in fields:
            continue
        if (
            line.cell is not None
            and line.cell.end - line.cell.start == 1
            and is_blank(plain.replace(told.group(), ""))
        ):
            _under_year(flow, line.cell, fields[int(told.group()[:4])], found)
            continue
        hit = Hit(line, 0, 0, (), "colon", "", "")
        _by_year(
            hit,
            (Piece(line, 0, len(line.text)),),
            {year: each for year, each in fields.items() if year},
            found,
        )


def _under_year(flow: Flow, cell: CellSpot, field: Field, found: _Found) -> None:
    """The amount under (or beside) a year, in a table of one item whose name stands over it."""
    table = cell.table
    texts = {id(each): narrow(join(tuple(_pieces(flow, each)))).strip() for each in table.cells}
    years = [each for each in table.cells if _YEAR.fullmatch(texts[id(each)])]
    in_a_row = sum(1 for each in years if each.row == cell.row) > 1
    value = (
        table.at(cell.row + cell.row_span, cell.column) if in_a_row else table.at(cell.row, cell.column + 1)
    )
    if value is None or value is cell or not (_amounts(texts[id(value)]) or is_blank(texts[id(value)])):
        return
    others = (
        [each for each in table.cells if each.row == value.row and each.column < value.column]
        if in_a_row
        else []
    )
    if any(not _amounts(texts[id(each)]) and not _NO_NAME.match(texts[id(each)] + "$") for each in others):
        return  # the row has a name of its own: _read_table's
    pieces = tuple(_pieces(flow, value))
    hit = Hit(flow.lines[cell.start], 0, 0, (), "whole", "", "")
    found.put(field.path, Written(join(pieces), "", hit, pieces))


# A table with years along one side and items along the other


def _read_table(
    hit: Hit, cell: CellSpot, fields: Mapping[int, Field], flow: Flow, spec: FormSpec, found: _Found
) -> bool:
    table = cell.table
    total = next(
        (each for each in spec.fields if each.group == next(iter(fields.values())).group and not each.year),
        None,
    )
    across = _heads(flow, [(each.column, each) for each in table.cells if each.row < cell.row])
    down = _heads(flow, [(each.row, each) for each in table.cells if each.column < cell.column])

    def place(value: CellSpot | None, head: int) -> bool:
        target = fields.get(head) if head else total
        if value is None or value is cell or target is None:
            return False
        pieces = tuple(_pieces(flow, value))
        found.put(target.path, Written(join(pieces), hit.brackets, hit, pieces))
        return True

    placed = False
    for key, head in across.items():
        placed |= place(table.at(cell.row, key), head)
    if not placed:
        for key, head in down.items():
            placed |= place(table.at(key, cell.column), head)
    return placed


def _read_rows(hit: Hit, cell: CellSpot, fields: Mapping[int, Field], flow: Flow, found: _Found) -> bool:
    """An item merged over rows, each with a year and its amount: |研发投入|2019年|446万元|."""
    placed = False
    for row in range(cell.row, cell.row + cell.row_span):
        cells = [each for each in cell.table.right_of(cell, row) if each.row == row]
        texts = [narrow(join(tuple(_pieces(flow, each)))).strip() for each in cells]
        year = next((int(told.group(1)) for text in texts if (told := _YEAR_ALONE.fullmatch(text))), None)
        amount = next((each for each, text in zip(cells, texts, strict=True) if _IS_AMOUNT.match(text)), None)
        if year is not None and year in fields and amount is not None:
            pieces = tuple(_pieces(flow, amount))
            found.put(fields[year].path, Written(join(pieces), hit.brackets, hit, pieces))
            placed = True
    return placed


def _heads(flow: Flow, cells: Iterable[tuple[int, CellSpot]]) -> dict[int, int]:
    """What a column (or row) is for: a year, or 0 for the sum; the nearest head counts."""
    heads: dict[int, int] = {}
    for at, cell in cells:
        text = narrow("".join(line.text for line in flow.lines[cell.start : cell.end])).strip()
        year = re.fullmatch(r"(20\d\d)\s*年?度?(?:\s*\(.*\))?", text)
        if year:
            heads[at] = int(year.group(1))
        elif (
            len(bare := re.sub(r"\(.*?\)", "", text)) <= 12 and _SUM.search(bare) and not _PLAIN.search(bare)
        ):
            heads[at] = 0
    return heads if any(heads.values()) else {}
