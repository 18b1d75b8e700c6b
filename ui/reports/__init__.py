"""Reports that people send on: a registry of formats, each a function from a draft to a file's bytes.

What a Word file or a web page is, its view tells: 自查报告 for an applicant, 审核意见 for a reviewer.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, NamedTuple

from extractors.rules import View
from ui.reports.applicant import TITLE as _SELFCHECK
from ui.reports.applicant import selfcheck
from ui.reports.blocks import Paper
from ui.reports.draft import Draft
from ui.reports.excel import write_xlsx
from ui.reports.html import write_html
from ui.reports.record import write_json
from ui.reports.reviewer import TITLE as _OPINION
from ui.reports.reviewer import opinion
from ui.reports.word import write_docx

__all__ = ["FORMATS", "TITLES", "Draft", "Format", "paper"]


class Format(NamedTuple):
    label: str
    mime: str
    write: Callable[[Draft], bytes]


TITLES: Final[Mapping[View, str]] = {"applicant": _SELFCHECK, "reviewer": _OPINION}
_PAPERS: Final[Mapping[View, Callable[[Draft], Paper]]] = {"applicant": selfcheck, "reviewer": opinion}
_OFFICE: Final = "application/vnd.openxmlformats-officedocument"


def paper(draft: Draft) -> Paper:
    """The report that its view asks for."""
    return _PAPERS[draft.context.view](draft)


FORMATS: Final[Mapping[str, Format]] = {
    ".docx": Format(
        "Word 报告",
        f"{_OFFICE}.wordprocessingml.document",
        lambda draft: write_docx(paper(draft)),
    ),
    ".html": Format("网页报告（可打印）", "text/html", lambda draft: write_html(paper(draft))),
    ".xlsx": Format("Excel 表格", f"{_OFFICE}.spreadsheetml.sheet", write_xlsx),
    ".json": Format("JSON 数据", "application/json", write_json),
}
