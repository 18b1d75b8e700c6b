"""Draft reports: a registry of formats, each a function from a draft to a file's bytes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, NamedTuple

from ui.reports.content import Draft
from ui.reports.excel import write_xlsx
from ui.reports.record import write_json
from ui.reports.word import write_docx

__all__ = ["FORMATS", "Draft", "Format"]


class Format(NamedTuple):
    label: str
    mime: str
    write: Callable[[Draft], bytes]


_OFFICE: Final = "application/vnd.openxmlformats-officedocument"

FORMATS: Final[Mapping[str, Format]] = {
    ".docx": Format("Word 报告", f"{_OFFICE}.wordprocessingml.document", write_docx),
    ".xlsx": Format("Excel 表格", f"{_OFFICE}.spreadsheetml.sheet", write_xlsx),
    ".json": Format("JSON 数据", "application/json", write_json),
}
