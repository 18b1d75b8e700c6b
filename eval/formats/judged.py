"""Delivered filings after reading: the fields that came out of each, scored as those of Word files are."""

from __future__ import annotations

import dataclasses
import json
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from eval.formats.filed import Filed, load
from eval.formats.places import PagedPlaces, QuotedPlaces
from eval.reading import TODAY
from eval.scores.fields import Field, judge
from extractors.check import check
from extractors.errors import ReadError
from extractors.result import checked
from extractors.rules import Context
from extractors.submission import extract
from notices.hebei_2022_719.form import SPEC
from notices.hebei_2022_719.rules import PLANNED, RULES

__all__ = ["Delivered", "Findings", "fields_of", "scored"]

_MARKS: Final = str.maketrans({**dict.fromkeys("☒✔✓√■", "☑"), **dict.fromkeys("☐❑❏", "□")})
_ENDINGS: Final = (".docx", ".pdf", ".ofd", ".doc", ".wps", ".rtf", ".tiff", ".jpg")


@dataclass(frozen=True, slots=True)
class Delivered:
    """One delivered filing after scoring. `unread` is why it could not be read: all its answers were missed.

    `right_error` says that it was not to be read, and was refused for the right reason.
    """

    format: str
    case: str
    fields: tuple[Field, ...]
    unread: str
    seconds: float
    warnings: tuple[str, ...] = ()
    right_error: bool = False
    planted: Findings | None = None  # None where none was asked for


@dataclass(frozen=True, slots=True)
class Findings:
    """Of the rules that were asked for: (rule, field) pairs."""

    found: tuple[tuple[str, str], ...]
    missed: tuple[tuple[str, str], ...]
    extra: tuple[tuple[str, str], ...]


class _Unread(Exception):
    def __init__(self, code: str, message: str) -> None:
        super().__init__(f"{code}: {message}")
        self.code = code


def scored(path: Path, *, command: bool = False) -> Delivered:
    """Read and score the filing that this .json tells of."""
    filed, target = load(path)
    start = time.perf_counter()
    told: Mapping[str, Any] = _NOTHING
    unread, right = "", False
    try:
        told = _by_command(target) if command else _in_process(target)
    except _Unread as error:
        unread, right = str(error), error.code == filed.expected.get("error", "")
    taken = time.perf_counter() - start
    fields = () if right else tuple(fields_of(filed, told))
    planted = _planted(filed.expected["findings"], told) if "findings" in filed.expected else None
    return Delivered(
        path.parent.name, filed.case, fields, unread, taken, tuple(told["warnings"]), right, planted
    )


def _planted(wanted: Mapping[str, Any], told: Mapping[str, Any]) -> Findings:
    pairs = {(rule, path) for rule, paths in wanted.items() for path in paths}
    raised = {
        (each["rule"], path)
        for each in told.get("findings", ())
        if each["rule"] in wanted
        for path in each["fields"]
    }
    return Findings(*(tuple(sorted(each)) for each in (pairs & raised, pairs - raised, raised - pairs)))


_NOTHING: Final[Mapping[str, Any]] = {
    "submission": {"attachments": []},
    "states": {},
    "evidence": {},
    "warnings": [],
}


def fields_of(filed: Filed, result: Mapping[str, Any]) -> list[Field]:
    """Every field that can be in it."""
    places = PagedPlaces(filed) if filed.source is not None else QuotedPlaces()
    truth = dataclasses.replace(filed.truth, values=_same_marks(filed.truth.values))
    told = _whole_files(result, within=filed.case)
    told = {**told, "submission": _same_marks(told["submission"]), "states": _States(told["states"])}
    found = judge(truth, told, places)
    return [each for each in found if filed.paths is None or each.path in filed.paths]


class _States(dict[str, str]):
    def __missing__(self, path: str) -> str:
        return "absent"


def _same_marks(value: Any) -> Any:
    """Texts with one character for a ticked box and one for an empty one: which it is, an engine chooses."""
    if isinstance(value, str):
        return value.translate(_MARKS)
    if isinstance(value, Mapping):
        return {key: _same_marks(each) for key, each in value.items()}
    return [_same_marks(each) for each in value] if isinstance(value, list) else value


def _whole_files(result: Mapping[str, Any], *, within: str) -> dict[str, Any]:
    """`申报书.pdf 第3-5页` names the file: which pages, no truth says; a zip may name its one folder."""
    entries = [
        {**each, "files": [_file_name(name).removeprefix(f"{within}/") for name in each["files"]]}
        if each["files"]
        else each
        for each in result["submission"]["attachments"] or []
    ]
    return {**result, "submission": {**result["submission"], "attachments": entries}}


def _file_name(name: str) -> str:
    for ending in _ENDINGS:
        head, found, _ = name.partition(ending)
        if found:
            return head + found
    return name


def _in_process(target: Path) -> Mapping[str, Any]:
    try:
        form = extract(target, spec=SPEC)
        report = check(form, rules=RULES, context=Context(today=TODAY), planned=PLANNED)
        return checked(form, report)
    except ReadError as error:
        raise _Unread(error.code, str(error)) from error
    except Exception as error:
        raise _Unread(type(error).__name__, str(error)) from error


def _by_command(target: Path) -> Mapping[str, Any]:
    done = subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-m", "ui.cli", "check", str(target), "--json"],
        capture_output=True, text=True, encoding="utf-8", timeout=900, check=False,
    )  # fmt: skip
    told: Mapping[str, Any] = json.loads(done.stdout or "{}")
    if "error" in told or done.returncode > 1:
        error = told.get("error", {"code": f"exit {done.returncode}", "message": done.stderr.strip()[-200:]})
        raise _Unread(error["code"], error["message"])
    return told
