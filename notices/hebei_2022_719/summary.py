"""附件2, the bureaus' summary table: blank, or with the platforms that a bureau recommends."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import BinaryIO, NamedTuple

from notices.blank import docx
from notices.blank.compose import cell, line
from notices.blank.elements import Cell, Grid, Line, Row, Sheet, StyleName, Words
from notices.hebei_2022_719.text import notice_text

__all__ = ["SummaryRow", "write_summary"]

_WIDTHS = (15, 58, 55, 36, 22, 56.9)  # mm: the width of a page on its side
_ROW = 9.0  # mm
_COLUMNS = len(_WIDTHS)


class SummaryRow(NamedTuple):
    """One recommended platform, as it is to stand in the table."""

    platform: str = ""
    applicant: str = ""
    category: str = ""
    contact: str = ""
    reached_by: str = ""  # mobile and e-mail, a line each
    recommender: str = ""  # the bureau; each bureau has a sheet of its own


def write_summary(target: str | Path | BinaryIO, rows: Sequence[SummaryRow] = ()) -> None:
    """Write 附件2 to a path or a byte stream: blank without rows, else a sheet for each recommender in the order of
    the rows, each numbered from 1. Raises OSError where the path can't be written.
    """
    first = {row.recommender: at for at, row in reversed(list(enumerate(rows)))}
    ordered = sorted(rows, key=lambda row: first[row.recommender])
    sheets = [_sheet(list(group), name) for name, group in groupby(ordered, key=attrgetter("recommender"))]
    docx.write(target, tuple(sheets) or (_sheet([], ""),), title=_lines("附件2")[1])


def _lines(clause: str) -> tuple[str, ...]:
    return notice_text().clause(clause).lines


def _sheet(rows: Sequence[SummaryRow], recommender: str) -> Sheet:
    annex, title = _lines("附件2")
    asked = Line((Words(_lines("附件2/推荐单位")[0] + recommender),), "plain")
    note = "".join(each for clause in ("附件2/注", "附件2/注/1", "附件2/注/2") for each in _lines(clause))
    blocks = (line(annex, "annex"), line(title, "subtitle"), asked, _grid(rows), line(note, "note"))
    return Sheet(blocks, numbered=False, landscape=True)


def _grid(rows: Sequence[SummaryRow]) -> Grid:
    printed = _lines("附件2/表")
    header, numbers = printed[:_COLUMNS], printed[_COLUMNS:]
    filled = [(str(number), *row[: _COLUMNS - 1]) for number, row in enumerate(rows, start=1)]
    blank = [(number, *[""] * (_COLUMNS - 1)) for number in numbers]
    body = (Row(tuple(_cell(each, "entry") for each in values), height=_ROW) for values in filled or blank)
    return Grid(_WIDTHS, (Row(tuple(_cell(each, "label") for each in header), height=_ROW), *body))


def _cell(text: str, style: StyleName) -> Cell:
    return cell(Line((Words(text),), style))
