"""Sheets: .xlsx and .xlsm, .xls and WPS's .et, .csv. One table a sheet, each cell as the sheet shows it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from extractors.document import Document
from extractors.errors import Unsupported
from extractors.guard import Kind, kind_of
from extractors.readers.sheets import delimited, xls, xlsx
from extractors.readers.sheets.grid import Sheet, blocks_of, hidden_of, notices_of

__all__ = ["read", "read_csv", "read_xls", "read_xlsx"]


def read(data: bytes, *, name: str) -> Document:
    """Read a workbook or a list, by what its bytes are. Hidden sheets, rows and columns are in `hidden`,
    not in the tables.

    Raises Corrupt, Encrypted, TooLarge or Unsupported.
    """
    kind = kind_of(data)
    if kind not in _READERS:
        raise Unsupported(f"“{name}”不是表格文件，请提交 .xlsx、.xls 或 .csv 格式的清单。")
    return _READERS[kind](data, name=name)


def read_xlsx(data: bytes, *, name: str) -> Document:
    return _document(data, xlsx.sheets_of(data, name=name), name=name, kind="xlsx")


def read_xls(data: bytes, *, name: str) -> Document:
    return _document(data, xls.sheets_of(data, name=name), name=name, kind="xls")


def read_csv(data: bytes, *, name: str) -> Document:
    return _document(data, [delimited.sheet_of(data, name=name)], name=name, kind="csv")


_READERS = {"xlsx": read_xlsx, "xls": read_xls, "csv": read_csv}


def _document(data: bytes, sheets: Iterable[Sheet], *, name: str, kind: Kind) -> Document:
    found = tuple(sheets)
    return Document(
        name=name,
        kind=kind,
        sha256=hashlib.sha256(data).hexdigest(),
        blocks=tuple(blocks_of(found)),
        hidden=tuple(hidden_of(found)),
        notices=tuple(notices_of(found)),
    )
