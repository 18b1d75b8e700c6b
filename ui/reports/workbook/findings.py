"""The sheets of which a filing has many rows: what was found, what was not judged, where answers stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any, Final

from extractors.form import FormSpec, Method
from ui.reports.workbook.filing import Filing, kind_of
from ui.reports.workbook.spreadsheet import Cell
from ui.reports.workbook.topics import Column, Topic
from ui.wording import FINDING_LABELS

__all__ = ["evidence", "findings", "unjudged"]

_METHODS: Final[Mapping[Method, str]] = {
    "form": "按栏目读取",
    "ocr": "图像识别",
    "llm": "大模型提出，已在原文核对",
    "review": "人工填写",
}


def findings(spec: FormSpec) -> Topic:
    columns = (
        Column("程度", 10), Column("规则", 10), Column("问题", 50), Column("怎么改", 44),
        Column("栏目", 26), Column("依据", 26), Column("条款原文", 44),
        Column("位置", 24), Column("原文", 40), Column("文件", 40),
    )  # fmt: skip
    return Topic("问题", columns, partial(_findings, spec=spec))


def _findings(filing: Filing, *, spec: FormSpec) -> Iterator[Sequence[Cell]]:
    for each in filing.findings:
        found: Sequence[Mapping[str, Any]] = each["evidence"]
        titles = (spec.by_path[path].title for path in each["fields"] if path in spec.by_path)
        yield (
            Cell(FINDING_LABELS[kind_of(each)].word),
            Cell(each["rule"]),
            Cell(each["message"]),
            Cell(each["fix"]),
            Cell("、".join(titles)),
            Cell(each["clause"]),
            Cell(each["clause_quote"]),
            Cell("；".join(dict.fromkeys(filter(None, map(_place, found))))),
            Cell(found[0]["quote"] if found else None),
            filing.file(found[0]["file"] if found else ""),
        )


def _place(found: Mapping[str, Any]) -> str:
    page = f"第 {found['page']} 页" if found["page"] is not None else ""
    return " ".join(filter(None, (page, found["location"])))


def unjudged() -> Topic:
    columns = (Column("规则", 10), Column("没有判断的原因", 90))
    return Topic("未判断的规则", columns, _unjudged)


def _unjudged(filing: Filing) -> Iterator[Sequence[Cell]]:
    for code, reason in filing.result["rules_not_run"].items():
        yield Cell(code), Cell(reason)


def evidence(spec: FormSpec) -> Topic:
    columns = (
        Column("栏目", 34), Column("内容", 44), Column("页", 8), Column("位置", 22), Column("原文", 50),
        Column("可信度", 10), Column("方式", 14), Column("文件", 40),
    )  # fmt: skip
    return Topic("出处", columns, partial(_evidence, spec=spec))


def _evidence(filing: Filing, *, spec: FormSpec) -> Iterator[Sequence[Cell]]:
    for path, places in filing.result["evidence"].items():
        field = spec.by_path.get(path)
        if field is None:
            continue
        for each in places:
            yield (
                Cell(field.title),
                filing.cell(field)._replace(look="short"),
                Cell(each["page"]),
                Cell(each["location"]),
                Cell(each["quote"], "short"),
                Cell(each["confidence"]),
                Cell(_METHODS[each["method"]]),
                filing.file(each["file"]),
            )
