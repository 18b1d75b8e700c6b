"""The workbook over a set of filings: a row for each platform, a sheet for each topic, all of it typed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any, Final

from notices import NOTICES, load
from ui.reports.workbook.filing import Filing, at_path
from ui.reports.workbook.findings import evidence, findings, unjudged
from ui.reports.workbook.links import Links
from ui.reports.workbook.medians import Medians
from ui.reports.workbook.spreadsheet import Book, Cell
from ui.reports.workbook.tables import Table, add_list
from ui.reports.workbook.topics import Column, of_form, overview
from ui.worker import NOTICE, demands

__all__ = ["Results", "write_workbook"]

Results = Callable[[], Iterable[Mapping[str, Any]]]

_TITLE: Final = "申报材料汇总"
_WITH_PLACES = 1_000  # filings up to which the place of every answer is listed: a hundred rows each
_UNREAD: Final = (Column("申报材料", 44), Column("错误代码", 20), Column("说明", 90))
_NOTES: Final = (Column("项", 16), Column("说明", 100))


def write_workbook(target: Path, results: Results, failed: Results, *, folder: Path | None = None) -> None:
    """Write the workbook of a set to `target` (.xlsx). `results` and `failed` give what `check --json` prints
    of each filing and `{"path", "error", "message"}` of what could not be read, anew at every call.

    With the `folder` that the results' paths are relative to, files are links. Nothing is kept of a filing
    but its numbers. Equal results are equal bytes. Raises OSError where `target` can't be written.
    """
    spec, summary, notice = demands(NOTICE).spec, import_module(f"{NOTICES[NOTICE]}.summary"), load(NOTICE)
    medians = Medians(spec, results(), category=notice.category)
    links = Links(folder, target=target)
    topics = [overview(spec), findings(spec), *of_form(spec, medians, compared=summary.COMPARED), unjudged()]
    places = medians.filings <= _WITH_PLACES
    with Book(target, title=_TITLE) as book:
        tables = [Table(book, each) for each in (*topics, *([evidence(spec)] if places else ()))]
        for number, result in enumerate(results(), 1):
            value = partial(at_path, result["submission"])
            filing = Filing(number, result, spec, links, summary.summary_row(value), summary.city(value))
            for each in tables:
                each.add(filing)
        add_list(book, "中位数", _medians_columns(medians), _medians_rows(medians))
        unread = [*_unread(failed(), links)]
        add_list(book, "未能读取", _UNREAD, unread)
        add_list(book, "说明", _NOTES, _notes(medians.filings, len(unread), notice.title, places=places))


def _medians_columns(medians: Medians) -> Sequence[Column]:
    of = (
        Column(heading, 16)
        for each in medians.categories
        for heading in (f"{each}的中位数", f"{each}填写家数")
    )
    return Column("栏目", 50), Column("单位", 10), *of


def _medians_rows(medians: Medians) -> Iterator[Sequence[Cell]]:
    for field, by_category in medians.rows():
        figures = (Cell(each) for pair in by_category for each in pair)
        yield Cell(field.title), Cell(field.unit), *figures


def _unread(failed: Iterable[Mapping[str, Any]], links: Links) -> Iterator[Sequence[Cell]]:
    for each in failed:
        path = str(each["path"])
        yield Cell(path, link=links(path, "")), Cell(str(each["error"])), Cell(str(each["message"]))


def _notes(filings: int, unread: int, notice: str, *, places: bool) -> Iterator[Sequence[Cell]]:
    told = {
        "依据": notice,
        "份数": f"读取 {filings} 份，未能读取 {unread} 份（见“未能读取”）。",
        "空格": "没有填写的栏目为空；写“无”的显示“无”；有内容但读不懂的、没有找到栏目的，写在括号里。",
        "数字": "以申报书该栏目的单位为准；日期按申报书写到的年、月、日。",
        "中位数": "按平台类别，只计填写了这一项的；“几倍”是本平台的数除以同类的中位数。",
        "链接": "“申报材料”“文件”列指向原文件；工作簿移走后，请连同申报材料的文件夹一起移。",
        "性质": "由程序读取和核对生成，不代替推荐单位和专家的审核。",
    }
    if not places:
        told["出处"] = f"超过 {_WITH_PLACES} 份的，不逐项列出处；问题的位置见“问题”。"
    return ([Cell(item), Cell(words)] for item, words in told.items())
