"""The stages of a check, and the floor: unzipping `document.xml` and parsing it with lxml, nothing else."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from datetime import date
from typing import Final

from lxml import etree

from extractors.check import check
from extractors.document import Document
from extractors.fill import fill
from extractors.form import Form
from extractors.guard import kind_of, open_ooxml, parse_xml
from extractors.readers import docx
from extractors.rules import Context, Report
from notices.hebei_2022_719.form import SPEC
from notices.hebei_2022_719.rules import PLANNED, RULES

__all__ = ["ALL", "FLOOR", "GUARDED", "STAGES", "UNGUARDED", "WHOLE", "prepare"]

FLOOR: Final = "unzip and parse document.xml"
STAGES: Final = ("read", "fill", "check")
WHOLE: Final = "read + fill + check"
GUARDED: Final = "unzip and parse all parts, guarded"
UNGUARDED: Final = "unzip and parse all parts, unguarded"

_CONTEXT: Final = Context(today=date(2022, 11, 18))
_NAME: Final = "申报书.docx"


def prepare(stage: str, data: bytes) -> Callable[[], object]:
    """What is timed as this stage of this file; its input is made before. KeyError for no such stage."""
    return _PREPARE[stage](data)


def _fill(data: bytes) -> Callable[[], object]:
    document = _read(data)
    return lambda: fill(document, SPEC)


def _checked(data: bytes) -> Callable[[], object]:
    form = fill(_read(data), SPEC)
    return lambda: _check(form)


def _floor(data: bytes) -> object:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read("word/document.xml"))


def _read(data: bytes) -> Document:
    return docx.read(data, name=_NAME)


def _check(form: Form) -> Report:
    return check(form, rules=RULES, context=_CONTEXT, planned=PLANNED)


def _unguarded(data: bytes) -> list[object]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return [etree.fromstring(archive.read(name)) for name in archive.namelist() if _is_xml(name)]


def _guarded(data: bytes) -> list[object]:
    assert kind_of(data) == "docx"
    parts = open_ooxml(data, name=_NAME)
    return [parse_xml(parts[name], part=name) for name in parts if _is_xml(name)]


def _is_xml(name: str) -> bool:
    return name.endswith((".xml", ".rels"))


_PREPARE: Final[Mapping[str, Callable[[bytes], Callable[[], object]]]] = {
    FLOOR: lambda data: lambda: _floor(data),
    STAGES[0]: lambda data: lambda: _read(data),
    STAGES[1]: _fill,
    STAGES[2]: _checked,
    WHOLE: lambda data: lambda: _check(fill(_read(data), SPEC)),
    UNGUARDED: lambda data: lambda: _unguarded(data),
    GUARDED: lambda data: lambda: _guarded(data),
}
ALL: Final = tuple(_PREPARE)
