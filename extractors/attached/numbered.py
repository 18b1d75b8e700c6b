"""Lists without a table: numbered paragraphs, or names in a row."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from extractors.attached.columns import head_words
from extractors.attached.items import Item
from extractors.form import AttachmentSpec, Row
from extractors.quantities import find_quantities
from extractors.text import narrow, nfkc, squeeze, strip_number

__all__ = ["rows_of_lines"]

_DIGITS = re.compile(r"\d+|[一二三四五六七八九十]+")
_DRAWN = re.compile(r"\s*(\d{1,5})[\t ]+(?=\D)")
_BLANKS = re.compile(r"\s+")
_CIRCLED = {chr(0x2460 + at): at + 1 for at in range(20)}
_HAN = {word: at for at, word in enumerate("一二三四五六七八九十", 1)}
_COUNTERS = ("台", "套", "台/套", "台套")
_PARTED = re.compile("[、；;]")
_COMPANY = re.compile(r"(?:公司|集团|厂|院|中心|社|行|店|场|矿|所)(?:\(.*\))?$")
_LEAST, _SHOWN = 2, 60
_ROW = "0 "  # the style of a table's rows that are drawn without lines
_LONGEST_NAME = 40


class _Numbered(NamedTuple):
    style: str  # "1.", "(1)", "一、": with its digits as one mark
    value: int
    item: Item
    text: str


def rows_of_lines(items: Sequence[Item], spec: AttachmentSpec, file: str) -> list[Row] | None:
    """What numbered lines list, or names parted by 、; None where there is nothing of the kind."""
    field = spec.tallies[0].field if len(spec.tallies) == 1 else ""
    numbered = _outermost([each for item in items if (each := _numbered(item)) is not None])
    if len(numbered) >= _LEAST:
        columns = any(_says_amounts(item, spec) for item in items)
        return [
            Row(
                each.text[:_SHOWN],
                _count(each.text, spec, columns=columns or each.style == _ROW),
                field or _told(each.text, spec),
                file,
                each.item.line.location,
            )
            for each in numbered
        ]
    names = _names(items)
    return [Row(text, 1, field, file, item.line.location) for text, item in names] or None


def _numbered(item: Item) -> _Numbered | None:
    if item.grid is not None or not item.written:
        return None
    if drawn := _DRAWN.match(narrow(item.text)):  # a row of a table without lines
        return _Numbered(_ROW, int(drawn.group(1)), item, squeeze(nfkc(item.text[drawn.end(1) :])))
    number, text = strip_number(item.text)
    if not number:
        number, text = item.line.number, item.text
    value = _value(number)
    if value is None:
        return None
    style = _DIGITS.sub("0" if any(char.isdigit() for char in number) else "一", narrow(number))
    return _Numbered("①" if number[:1] in _CIRCLED else style.strip(), value, item, squeeze(nfkc(text)))


def _value(number: str) -> int | None:
    if number[:1] in _CIRCLED:
        return _CIRCLED[number[0]]
    found = _DIGITS.findall(narrow(number))
    if len(found) != 1:  # 1.2 is an item of an item
        return None
    digits = found[0]
    if digits.isdigit():
        return int(digits)
    tens, ten, ones = digits.partition("十")
    return (_HAN.get(tens, 1) * 10 if ten else 0) + (_HAN.get(ones if ten else digits, 0))


def _outermost(numbered: Sequence[_Numbered]) -> list[_Numbered]:
    """The lines of the numbering that lists the things.

    Of 1. (1) (2) 2. (1) (2) it is the first: (1) begins anew. Under 一、 and 二、 as heads of groups: 1.
    """
    styles: dict[str, list[_Numbered]] = {}
    for each in numbered:
        styles.setdefault(each.style, []).append(each)
    if not styles:
        return []
    return max(styles.values(), key=_longest_run)


def _longest_run(lines: Sequence[_Numbered]) -> int:
    """How far the numbering goes on without a new start; `max` takes the first of equals, the outer."""
    best = run = 0
    before = 0
    for each in lines:
        run = run + 1 if each.value > before else 1
        before = each.value
        best = max(best, run)
    return best


def _says_amounts(item: Item, spec: AttachmentSpec) -> bool:
    """Whether a line is the heads of a table without lines, one of which counts: nobody knows its numbers."""
    words = _BLANKS.split(nfkc(item.text).strip()) if item.grid is None else []
    return len(words) > 1 and any(head_words(word) in spec.amounts for word in words)


def _count(text: str, spec: AttachmentSpec, *, columns: bool) -> float | None:
    """How many a line counts; of a table without lines nobody knows which of its numbers says that."""
    told = [found.value for found in find_quantities(text) if found.unit in _COUNTERS and found.value > 0]
    if "台" in spec.unit and told:
        return told[-1]
    return None if columns and "台" in spec.unit else 1


def _told(text: str, spec: AttachmentSpec) -> str:
    fields = [each.field for each in spec.tallies if any(re.search(word, text) for word in each.words)]
    return fields[0] if len(fields) == 1 else ""


def _names(items: Sequence[Item]) -> list[tuple[str, Item]]:
    """Names of firms, a line each or parted by 、."""
    found: list[tuple[str, Item]] = []
    for item in items:
        if item.grid is not None or not item.written:
            continue
        text = squeeze(nfkc(item.text)).rpartition(":")[2].rstrip("。等")
        parts = [part for part in _PARTED.split(text) if part]
        if parts and all(_COMPANY.search(part) and len(part) <= _LONGEST_NAME for part in parts):
            found += [(part[:_SHOWN], item) for part in parts]
    return found if len(found) >= _LEAST else []
