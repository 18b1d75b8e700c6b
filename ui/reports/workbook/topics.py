"""The sheets of the workbook, all but the few on findings derived from the form: a row for each platform."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import Final, NamedTuple

from extractors.form import Field, FormSpec, Kind
from ui.grouping import sections_with_fields
from ui.reports.workbook.filing import Filing
from ui.reports.workbook.medians import Medians
from ui.reports.workbook.spreadsheet import Cell
from ui.wording import FINDING_LABELS, VERDICTS, section_title

__all__ = ["Column", "Topic", "of_form", "overview"]


class Column(NamedTuple):
    heading: str
    width: float  # in digits; a Chinese character takes two


class Topic(NamedTuple):
    """A sheet: its columns, and the rows that a filing has on it. The head of each row comes before them."""

    title: str
    columns: tuple[Column, ...]
    rows: Callable[[Filing], Iterable[Sequence[Cell]]]
    height: float = 0  # of a row, in points; 0: as its text wants


_WIDTHS: Final[dict[Kind, float]] = {
    "text": 24, "longtext": 60, "code": 22, "int": 14, "decimal": 16, "date": 14, "bool": 10, "enum": 18,
    "enums": 36, "honors": 44, "names": 44, "attachments": 20,
}  # fmt: skip
_TALL = 96  # points: as much of a narrative as lets the next platform be seen


def overview(spec: FormSpec) -> Topic:
    counted = tuple(Column(f"{label.word}（处）", 10) for label in FINDING_LABELS.values())
    columns = (
        Column("所在市", 12),
        Column("结论", 16),
        *counted,
        Column("已附附件（项）", 14),
        Column("未判断的规则（条）", 18),
        Column("申报材料", 44),
        Column("读取时注意到", 60),
    )
    return Topic("总览", columns, partial(_overview, spec=spec))


def _overview(filing: Filing, *, spec: FormSpec) -> Iterator[Sequence[Cell]]:
    asked = [each.number for each in spec.attachments]
    yield (
        Cell(filing.city),
        Cell(VERDICTS[filing.result["verdict"]].word),
        *(Cell(filing.counts[kind]) for kind in FINDING_LABELS),
        Cell(sum(bool(filing.attached(number)["found"]) for number in asked)),
        Cell(len(filing.result["rules_not_run"])),
        filing.file(),
        Cell("\n".join(filing.result["warnings"])),
    )


def of_form(spec: FormSpec, medians: Medians, *, compared: str) -> Iterator[Topic]:
    """A sheet for each section, its figures of several years on one of their own; `compared` is the section
    whose numbers stand beside their medians too.
    """
    for section in sections_with_fields(spec):
        fields = [each for each in spec.fields if each.section == section.key]
        yearly = [each for each in fields if each.kind in ("int", "decimal")]
        yearly = yearly if any(each.year for each in yearly) else []
        whole = _topic(section_title(section), [each for each in fields if each not in yearly])
        if fields[0].kind == "attachments":
            yield _attachments(section_title(section), spec)
        elif section.key == compared:
            yield _beside(whole, [each for each in fields if each.path in medians.paths], medians)
        else:
            yield whole
        if yearly:
            yield _topic("三年经营", yearly)


def _topic(title: str, fields: Sequence[Field]) -> Topic:
    columns = tuple(Column(_heading(each), _WIDTHS[each.kind]) for each in fields)
    height = _TALL if any(each.kind == "longtext" for each in fields) else 0
    return Topic(title, columns, lambda filing: [[filing.cell(each) for each in fields]], height)


def _heading(field: Field) -> str:
    """With its unit, which some titles have already."""
    return field.title if not field.unit or field.unit in field.title else f"{field.title}（{field.unit}）"


def _beside(topic: Topic, fields: Sequence[Field], medians: Medians) -> Topic:
    """The topic with each number as so many times the median of its category."""

    def rows(filing: Filing) -> Iterator[Sequence[Cell]]:
        of = [(filing.number_at(each.path), medians.of(filing.who.category, each.path)) for each in fields]
        times = [
            Cell(round(number / middle, 2) if number is not None and middle else None)
            for number, middle in of
        ]
        yield [*next(iter(topic.rows(filing))), *times]

    columns = tuple(Column(f"{each.title}是同类中位数的几倍", 16) for each in fields)
    return Topic(topic.title, (*topic.columns, *columns), rows)


def _attachments(title: str, spec: FormSpec) -> Topic:
    def rows(filing: Filing) -> Iterator[Sequence[Cell]]:
        entries = [filing.attached(each.number) for each in spec.attachments]
        files = ("\n".join(each["files"]) for each in entries)
        yield [*(Cell("有" if each["found"] else "未见") for each in entries), *map(Cell, files)]

    there = (Column(f"附件{each.number}：{each.title}", 18) for each in spec.attachments)
    files = (Column(f"附件{each.number}的文件", 30) for each in spec.attachments)
    return Topic(title, (*there, *files), rows)
