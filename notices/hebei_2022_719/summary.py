"""附件2, the bureaus' summary table: blank, or with the platforms that a bureau recommends."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import Any, BinaryIO, Final, NamedTuple

from notices.blank import docx
from notices.blank.compose import cell, line
from notices.blank.elements import Cell, Grid, Line, Row, Sheet, StyleName, Words
from notices.hebei_2022_719.cities import city_of
from notices.hebei_2022_719.facts import QUOTAS
from notices.hebei_2022_719.text import notice_text

__all__ = [
    "COMPARED",
    "Printed",
    "SummaryRow",
    "bureau",
    "city",
    "over_quota",
    "printed_summary",
    "summary_row",
    "write_summary",
]

COMPARED: Final = "indicators"  # the section whose numbers tell how large a platform is beside the others
_WIDTHS: Final = (15, 58, 55, 36, 22, 56.9)  # mm: the width of a page on its side
_ROW: Final = 9.0  # mm
_COLUMNS: Final = len(_WIDTHS)
# Field of a row -> where the form gives it, the first that is filled.
_FROM: Final[Mapping[str, tuple[str, ...]]] = {
    "platform": ("platform.name", "cover.platform_name"),
    "applicant": ("applicant.name", "cover.applicant"),
    "category": ("platform.category", "cover.platform_category"),
    "contact": ("applicant.contact.name",),
    "recommender": ("cover.recommender",),
}
_REACHED_BY: Final = ("applicant.contact.mobile", "applicant.contact.email")

Value = Callable[[str], Any]  # dotted path -> what a filing gives there, None for nothing


class SummaryRow(NamedTuple):
    """One recommended platform, as it is to stand in the table."""

    platform: str = ""
    applicant: str = ""
    category: str = ""
    contact: str = ""
    reached_by: str = ""  # mobile and e-mail, a line each
    recommender: str = ""  # the bureau; each bureau has a sheet of its own


class Printed(NamedTuple):
    """The words of 附件2, and its measures in millimetres."""

    annex: str
    title: str
    recommender: str
    header: tuple[str, ...]
    numbers: tuple[str, ...]  # of the blank rows
    note: str
    widths: tuple[float, ...]
    row: float


def summary_row(value: Value) -> SummaryRow:
    """The row of a filing, "" for what it does not give."""
    told = {name: _first(value, paths) for name, paths in _FROM.items()}
    reached = "\n".join(filter(None, (_first(value, (path,)) for path in _REACHED_BY)))
    return SummaryRow(**told, reached_by=reached)


def _first(value: Value, paths: Sequence[str]) -> str:
    return next((str(found) for path in paths if (found := value(path))), "")


def city(value: Value) -> str:
    """The city that recommends a filing: its recommender's, else of its address, else of its code; "" for none."""
    recommender, address, code = map(
        value, ("cover.recommender", "applicant.address", "applicant.organization_code")
    )
    return city_of(recommender=recommender, address=address, code=code)


def bureau(city: str) -> str:
    """The bureau of a city (one of `CITIES`), as the notice addresses it."""
    return f"{city}改革发展局" if city.endswith("区") else f"{city}市工业和信息化局"


def over_quota(counts: Mapping[str, int]) -> tuple[str, ...]:
    """A sentence for each category of which one bureau recommends more platforms than it may."""
    return tuple(
        f"推荐{category}平台 {counts[category]} 个，超过上限 {most} 个（{QUOTAS.clause}），请按优先顺序留下不超过 {most} 个。"
        for category, most in QUOTAS.value.items()
        if counts.get(category, 0) > most
    )


def printed_summary() -> Printed:
    annex, title = _lines("附件2")
    printed = _lines("附件2/表")
    note = "".join(each for clause in ("附件2/注", "附件2/注/1", "附件2/注/2") for each in _lines(clause))
    header, numbers = printed[:_COLUMNS], printed[_COLUMNS:]
    return Printed(annex, title, _lines("附件2/推荐单位")[0], header, numbers, note, _WIDTHS, _ROW)


def write_summary(
    target: str | Path | BinaryIO, rows: Sequence[SummaryRow] = (), *, notes: Sequence[str] = ()
) -> None:
    """Write 附件2 to a path or a byte stream: blank without rows, else a sheet for each recommender in the order of
    the rows, each numbered from 1. `notes` stand on a page before, which is no part of the form. Raises OSError
    where the path can't be written.
    """
    first = {row.recommender: at for at, row in reversed(list(enumerate(rows)))}
    ordered = sorted(rows, key=lambda row: first[row.recommender])
    sheets = [_sheet(list(group), name) for name, group in groupby(ordered, key=attrgetter("recommender"))]
    before = [_notes(notes)] if notes else []
    docx.write(target, (*before, *(sheets or [_sheet([], "")])), title=_lines("附件2")[1])


def _lines(clause: str) -> tuple[str, ...]:
    return notice_text().clause(clause).lines


def _notes(notes: Sequence[str]) -> Sheet:
    told = (line(each, "body") for each in notes)
    return Sheet((line("提示（报送前请删去本页）", "subtitle"), *told), numbered=False)


def _sheet(rows: Sequence[SummaryRow], recommender: str) -> Sheet:
    printed = printed_summary()
    asked = Line((Words(printed.recommender + recommender),), "plain")
    blocks = (
        line(printed.annex, "annex"),
        line(printed.title, "subtitle"),
        asked,
        _grid(rows, printed),
        line(printed.note, "note"),
    )
    return Sheet(blocks, numbered=False, landscape=True)


def _grid(rows: Sequence[SummaryRow], printed: Printed) -> Grid:
    filled = [(str(number), *row[: _COLUMNS - 1]) for number, row in enumerate(rows, start=1)]
    blank = [(number, *[""] * (_COLUMNS - 1)) for number in printed.numbers]
    body = (Row(tuple(_cell(each, "entry") for each in values), height=_ROW) for values in filled or blank)
    return Grid(_WIDTHS, (Row(tuple(_cell(each, "label") for each in printed.header), height=_ROW), *body))


def _cell(text: str, style: StyleName) -> Cell:
    return cell(Line((Words(text),), style))
