"""The program under test, as the scorers call it: a file in, the objects that its commands print out."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any, Final, NamedTuple

from eval.scores.places import Places
from extractors.check import check
from extractors.readers import docx
from extractors.result import checked
from extractors.rules import Context
from extractors.submission import extract
from notices.hebei_2022_719.form import SPEC
from notices.hebei_2022_719.rules import PLANNED, RULES

__all__ = ["TODAY", "Reading", "read"]

TODAY: Final = date(2022, 11, 18)


class Reading(NamedTuple):
    result: Mapping[str, Any]  # what `check --json` prints
    places: Places


def read(path: Path) -> Reading:
    """Extract and check the filing at `path`. Raises what these raise."""
    form = extract(path, spec=SPEC)
    report = check(form, rules=RULES, context=Context(today=TODAY), planned=PLANNED)
    data = path.read_bytes()
    return Reading(checked(form, report), Places(docx.read(data, name=path.name), data))
