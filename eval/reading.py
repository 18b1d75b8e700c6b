"""The program under test, as the scorers call it: a file in, the objects that its commands print out."""

from __future__ import annotations

import atexit
from collections.abc import Mapping
from contextlib import ExitStack
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Final, NamedTuple

from eval.scores.places import Places
from extractors.check import check
from extractors.readers import docx
from extractors.result import checked
from extractors.rules import Context
from extractors.submission import extract
from extractors.workers import Crew
from notices.hebei_2022_719.form import SPEC
from notices.hebei_2022_719.rules import PLANNED, RULES

__all__ = ["TODAY", "Reading", "read"]

TODAY: Final = date(2022, 11, 18)


_UNDO: Final = ExitStack()
atexit.register(_UNDO.close)


@cache
def _crew() -> Crew:
    """One for all folders of this process: starting its workers takes longer than a folder."""
    return _UNDO.enter_context(Crew(workers=1))


class Reading(NamedTuple):
    result: Mapping[str, Any]  # what `check --json` prints
    places: Places


def read(path: Path, *, application: str = "") -> Reading:
    """Extract and check the filing at `path`; in a folder, places are those of the file `application`.

    Raises what extracting and checking raise.
    """
    form = extract(path, spec=SPEC, crew=_crew() if path.is_dir() else None)
    report = check(form, rules=RULES, context=Context(today=TODAY), planned=PLANNED)
    file = path / application if path.is_dir() else path
    data = file.read_bytes()
    return Reading(checked(form, report), Places(docx.read(data, name=file.name), data))
