"""The catalogue: every rule of this notice, by code, and what is planned and not built yet."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from extractors.rules import Rule, collect
from notices.hebei_2022_719.rules import (
    completeness,
    consistency,
    dates,
    drafts,
    identity,
    lengths,
    lists,
    numbers,
    selections,
    sums,
)

__all__ = ["PLANNED", "RULES"]

# A rule that claims a field keeps the later ones from objecting to it again: XX in a date's place is TXT002.
RULES: Final[Mapping[str, Rule]] = collect(
    drafts, completeness, selections, numbers, sums, lengths, lists, consistency, dates, identity
)

PLANNED: Final[Mapping[str, str]] = {
    "CON005": "尚未实现：需要读取附件4至附件9的清单，与关键指标核对。",
    "CON006": "尚未实现：需要同时读取电子版和签章扫描版申报书，逐项核对。",
    "CON007": "尚未实现：需要从叙述文字中找出重复填写的总数，与关键指标核对。",
    "ATT001": "尚未实现：需要读取随申报书提交的附件。",
    "ATT002": "尚未实现：需要读取随申报书提交的审计报告。",
    "SEAL001": "尚未实现：公章和签字要在扫描件或图片上判断。",
    "FMT001": "尚未实现：需要读取文档的纸张大小。",
    "FMT002": "尚未实现：需要读取正文的字体和字号。",
    "FMT003": "尚未实现：需要读取正文的行距。",
    "FMT004": "尚未实现：需要读取标题的字体和字号。",
    "FMT005": "尚未实现：需要读取目录。",
    "TXT001": "尚未实现：需要在全文中查找第一次出现的外文名词。",
    "SET001": "尚未实现：需要同一市的全部申报材料，在批量检查时判断。",
    "SET002": "尚未实现：需要全部申报材料，在批量检查时判断。",
    "SET003": "尚未实现：需要全部申报材料，在批量检查时判断。",
    "SET004": "尚未实现：需要全部申报材料，在批量检查时判断。",
}
