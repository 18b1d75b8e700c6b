"""Text with separators (.csv, .tsv): in which encoding, by which separator."""

from __future__ import annotations

import codecs
import csv
import io
from typing import Final

from extractors.errors import Corrupt, TooLarge
from extractors.readers.sheets.grid import MOST_COLUMNS, MOST_ROWS, Entry, Sheet

__all__ = ["sheet_of"]

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SEPARATORS: Final = ",\t;|，"
_SAMPLE = 200  # rows by which the separator is told
_LONGEST = 1 << 20  # characters of one field


def sheet_of(data: bytes, *, name: str) -> Sheet:
    """The rows as one sheet without a name. Raises Corrupt or TooLarge."""
    text = _decoded(data, name)
    separator = _separator(text)
    entries: list[Entry] = []
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        for row, fields in enumerate(lines):
            if row > MOST_ROWS:
                break
            entries += (
                Entry(row, column, _shown(field)) for column, field in enumerate(fields[: MOST_COLUMNS + 1])
            )
    except csv.Error as error:  # a field over the module's own bound: an unclosed quote
        raise TooLarge(
            f"“{name}”有一格内容过长，可能缺少配对的引号，请用 Excel 或 WPS 另存后再提交。"
        ) from error
    return Sheet("", tuple(entries))


def _decoded(data: bytes, name: str) -> str:
    encoding = next((encoding for bom, encoding in _BOMS if data.startswith(bom)), None)
    for each in (encoding,) if encoding else ("utf-8", "gb18030"):
        try:
            return data.decode(each).replace("\0", "")
        except UnicodeDecodeError:
            continue
    raise Corrupt(f"“{name}”的文字编码无法识别，请用 Excel 或 WPS 另存为 .xlsx 再提交。")


def _separator(text: str) -> str:
    """The one that parts most rows into the same number of fields, and more than one."""
    sample = "\n".join(text.split("\n", _SAMPLE)[:_SAMPLE])
    return max(_SEPARATORS, key=lambda each: (_agreement(sample, each), -_SEPARATORS.index(each)))


def _agreement(sample: str, separator: str) -> float:
    counts: dict[int, int] = {}
    try:
        for fields in csv.reader(io.StringIO(sample, newline=""), delimiter=separator):
            if any(fields):
                counts[len(fields)] = counts.get(len(fields), 0) + 1
    except csv.Error:
        return 0.0
    parted = {width: count for width, count in counts.items() if width > 1}
    return max(parted.values(), default=0) / max(sum(counts.values()), 1)


def _shown(field: str) -> str:
    """Excel's guard against its own guessing (`="0123"`) is not what was meant; a field is a line or more."""
    if field.startswith('="') and field.endswith('"') and len(field) > 2:
        field = field[2:-1]
    return field.replace("\r\n", "\n").replace("\r", "\n").strip(" \t")
