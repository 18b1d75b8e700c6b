"""附件2 推荐汇总表 from a set's results, as .docx or .xlsx: a table for each city, as the notice prints it.

What a clerk has to know before sending it in stands on a page before the form, and is given back.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from extractors.text import key
from notices import NOTICES
from ui.reports.workbook.filing import at_path
from ui.reports.workbook.spreadsheet import Book, Cell, Look, Page
from ui.worker import NOTICE

if TYPE_CHECKING:
    from notices.hebei_2022_719.summary import Printed, SummaryRow

__all__ = ["write_summary_tables"]

_LETTER: Final = re.compile("[A-Za-z@]")
_NO_CITY: Final = "未确定所在市"
_DIGIT: Final = 25.4 / 96 * 7  # mm of a spreadsheet's column that one digit takes
_POINTS: Final = 72 / 25.4  # in a millimetre
_LINE: Final = 17.0  # points from one line to the next, at 小四
_NOTES_WIDE: Final = 110  # digits


class _Entry(NamedTuple):
    rank: int
    path: str
    row: SummaryRow


def write_summary_tables(
    target: Path,
    results: Callable[[], Iterable[Mapping[str, Any]]],
    *,
    chosen: Mapping[str, int] | None = None,
) -> tuple[str, ...]:
    """Write the recommended platforms of a set to `target`, a .docx or (by its ending) an .xlsx.

    `results` gives what `check --json` prints of each filing. `chosen` are those that are recommended, by
    the path of their submission, with their ranks; without it all are. A city's stand by rank, then by path.
    Gives back what is to be looked at before it is sent in, a Chinese sentence each: a city over its quota, a
    platform listed twice, cells left empty, filings whose city nothing tells. Equal results are equal bytes.
    Raises OSError where the path can't be written.
    """
    summary = import_module(f"{NOTICES[NOTICE]}.summary")
    cities: dict[str, list[_Entry]] = defaultdict(list)
    for result in results():
        path = str(result["source"]["path"])
        if chosen is None or path in chosen:
            value = partial(at_path, result["submission"])
            rank = 0 if chosen is None else chosen[path]
            cities[summary.city(value)].append(_Entry(rank, path, summary.summary_row(value)))
    tables = {city: sorted(cities[city], key=lambda each: each[:2]) for city in _in_order(cities)}
    notes = tuple(
        note for city, entries in tables.items() for note in _notes(city, entries, summary.over_quota)
    )
    named = {city: _named(city, entries, summary.bureau) for city, entries in tables.items()}
    if target.suffix.lower() == ".xlsx":
        _write_book(target, named, summary.printed_summary(), notes)
    else:
        summary.write_summary(target, [row for rows in named.values() for row in rows], notes=notes)
    return notes


def _in_order(cities: Iterable[str]) -> list[str]:
    """As the list of cities has them, filings without one last."""
    order = list(import_module(f"{NOTICES[NOTICE]}.cities").CITIES)
    return sorted(cities, key=lambda city: order.index(city) if city in order else len(order))


def _named(city: str, entries: Sequence[_Entry], bureau: Callable[[str], str]) -> list[SummaryRow]:
    """The rows under one name of the bureau: the one that all of them write, else the notice's."""
    written = {each.row.recommender for each in entries} - {""}
    name = written.pop() if len(written) == 1 else bureau(city) if city else ""
    return [each.row._replace(recommender=name) for each in entries]


def _notes(
    city: str, entries: Sequence[_Entry], over_quota: Callable[[Mapping[str, int]], tuple[str, ...]]
) -> Iterator[str]:
    where = city or _NO_CITY
    if not city:
        listed = "、".join(f"“{each.path}”" for each in entries)
        yield f"{where}：推荐单位、单位地址和代码都看不出是哪个市的，请核对后移到该市的表中：{listed}。"
    places: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, each in enumerate(entries, 1):
        places[key(each.row.platform) or each.path, key(each.row.applicant)].append(number)
    if city:
        counts = Counter(entries[numbers[0] - 1].row.category for numbers in places.values())
        yield from (f"{where}：{each}" for each in over_quota(counts))
    for numbers in places.values():
        if len(numbers) > 1:
            yield f"{where}：序号 {'、'.join(map(str, numbers))} 是同一单位的同一平台，请只留一个。"
    names = {each.row.recommender for each in entries} - {""}
    if len(names) > 1:
        listed = "、".join(sorted(names))
        yield f"{where}：各份申报书写的推荐单位不一致（{listed}），表中按通知的称呼填写，请核对。"
    for number, each in enumerate(entries, 1):
        if lacking := [word for word, there in _asked(each.row).items() if not there]:
            yield f"{where}：序号 {number}（“{each.path}”）没有读到{'、'.join(lacking)}，请补填。"


def _asked(row: SummaryRow) -> dict[str, bool]:
    """What each cell of the row should give, and whether it does."""
    return {
        "平台名称": bool(row.platform),
        "申报单位": bool(row.applicant),
        "平台类别": bool(row.category),
        "联系人": bool(row.contact),
        # Whether it is a right one is a matter for the rules: an address without @ is there too.
        "手机": any(line and not _LETTER.search(line) for line in row.reached_by.split("\n")),
        "邮箱": _LETTER.search(row.reached_by) is not None,
    }


def _write_book(
    target: Path, tables: Mapping[str, Sequence[SummaryRow]], printed: Printed, notes: Sequence[str]
) -> None:
    with Book(target, title=printed.title) as book:
        if notes:
            sheet = book.add(Page(title="提示", widths=[_NOTES_WIDE]))
            for each in ("提示（不属于汇总表，报送前请删去本页）", *notes):
                book.write(sheet, [Cell(each, "plain")])
        for city, rows in (tables or {printed.title: ()}).items():
            _write_table(book, city or _NO_CITY, rows, printed)


def _write_table(book: Book, title: str, rows: Sequence[SummaryRow], printed: Printed) -> None:
    widths = [width / _DIGIT for width in printed.widths]
    sheet = book.add(Page(title=title, widths=widths, footer=False, centred=True))
    across = [Cell(None)] * (len(widths) - 1)
    recommender = printed.recommender + (rows[0].recommender if rows else "")
    over: tuple[tuple[str, Look, float], ...] = (
        (printed.annex, "annex", 28),
        (printed.title, "title", 44),
        (recommender, "plain", 26),
    )
    for words, look, height in over:
        book.write(sheet, [Cell(words, look), *across], height=height, merged=True)
    filled = [(str(number), *row[: len(widths) - 1]) for number, row in enumerate(rows, 1)]
    blank = [(number, *[""] * len(across)) for number in printed.numbers]
    for values in (printed.header, *(filled or blank)):
        tall = max(printed.row * _POINTS, _LINE * max(map(_lines, values, widths)) + 4)
        book.write(sheet, [Cell(each, "ruled") for each in values], height=tall)
    book.write(sheet, [Cell(printed.note, "plain"), *across], height=26, merged=True)


def _lines(text: str, width: float) -> int:
    """Lines that the text takes in a column of so many digits, at 小四."""
    room = max(1, int(width / 1.2) - 1)
    return sum(max(1, -(-_digits(line) // room)) for line in text.split("\n"))


def _digits(line: str) -> int:
    return sum(1 if each.isascii() else 2 for each in line)
