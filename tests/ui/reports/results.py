"""Results of a set as `check --json` prints them: the example filing with other answers in places."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from extractors.check import check
from extractors.result import checked
from extractors.rules import Context
from notices.hebei_2022_719.rules import PLANNED, RULES
from tests.notices.filings import TODAY, Overlay, filing

Result = dict[str, Any]


def result(path: str, overlay: Overlay | None = None) -> Result:
    form = filing(overlay)
    report = check(form, rules=RULES, context=Context(today=TODAY), planned=PLANNED)
    return checked(form, report) | {"source": {"path": path, "sha256": "0" * 64, "files": []}}


def given(*results: Mapping[str, Any]) -> Callable[[], Iterator[Mapping[str, Any]]]:
    """A function that gives them anew every time."""
    return lambda: iter(results)
