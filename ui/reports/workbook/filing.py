"""One result of a set as its rows are made of it: values as cells, who it is of, where its files are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final, Literal, Protocol

from extractors.form import Answer, Field, FormSpec
from extractors.rules import Severity
from ui.reports.workbook.spreadsheet import Cell
from ui.wording import STATES, value_text

__all__ = ["Filing", "at_path", "kind_of"]

_NUMBERS: Final = frozenset({"int", "decimal"})


class Identity(Protocol):
    """Whose filing it is, as the summary table has it."""

    @property
    def platform(self) -> str: ...
    @property
    def applicant(self) -> str: ...
    @property
    def category(self) -> str: ...


def at_path(submission: Any, path: str) -> Any:
    """The value at a dotted path of a result's submission."""
    for part in path.split("."):
        submission = submission.get(part) if isinstance(submission, Mapping) else None
    return submission


@dataclass(frozen=True)
class Filing:
    """One line of a set's results, and its place among them."""

    number: int
    result: Mapping[str, Any]
    spec: FormSpec
    links: Callable[[str, str], str]  # path of the submission, file in it -> address, "" for none
    who: Identity
    city: str  # "" where nothing tells it

    @cached_property
    def head(self) -> tuple[Cell, ...]:
        """What every row begins with."""
        return Cell(self.number), Cell(self.who.applicant), Cell(self.who.platform), Cell(self.who.category)

    @property
    def path(self) -> str:
        return str(self.result["source"]["path"])

    def value(self, path: str) -> Any:
        return at_path(self.result["submission"], path)

    def number_at(self, path: str) -> float | None:
        value = self.value(path)
        return value if isinstance(value, int | float) and not isinstance(value, bool) else None

    def cell(self, field: Field) -> Cell:
        """A number as a number, all else as people write it; what is not filled says which nothing it is."""
        state = self.result["states"].get(field.path, "absent")
        if state == "blank" and field.kind != "attachments":
            return Cell(None)
        if state == "none":
            return Cell("无")
        value = self.value(field.path)
        if state != "filled" or value is None:
            return Cell(f"（{STATES[state].word}）" if state in ("unreadable", "absent") else None)
        if field.kind in _NUMBERS and self.number_at(field.path) is not None:
            return Cell(value)
        return Cell(value_text(field, Answer("filled", value)))

    def file(self, name: str = "") -> Cell:
        """A file of the submission (or the submission itself), leading to it where that is safe."""
        shown = f"{self.path}/{name}" if name and name != self.path.rpartition("/")[2] else self.path
        return Cell(shown, "text", self.links(self.path, name))

    @cached_property
    def findings(self) -> tuple[Mapping[str, Any], ...]:
        return tuple(self.result.get("findings", ()))

    @cached_property
    def counts(self) -> Counter[str]:
        """How many findings there are of a label's kind."""
        return Counter(kind_of(each) for each in self.findings)

    def attached(self, number: int) -> Mapping[str, Any]:
        entries = self.value("attachments") or ()
        return next((each for each in entries if each["number"] == number), {"found": False, "files": []})


def kind_of(finding: Mapping[str, Any]) -> Severity | Literal["review"]:
    """What a person must judge is no error yet."""
    severity: Severity = finding["severity"]
    return "review" if finding["status"] == "review" else severity
