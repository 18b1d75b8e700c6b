"""What a worker process does for the pages: a file that nobody vouches for is read out of their reach.

A `FormSpec` holds functions, so it stays on its own side of the process border; answers and reports cross it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from importlib import import_module
from pathlib import Path
from typing import Any, Final, NamedTuple

from extractors.form import Form, FormSpec
from extractors.rules import Context, Report, Rule
from notices import NOTICES

__all__ = ["NOTICE", "Demands", "Reading", "demands", "judge", "read"]

NOTICE: Final = next(iter(NOTICES))  # the one that filings are checked against; a choice once there are two


class Demands(NamedTuple):
    """What a notice asks of a filing."""

    spec: FormSpec
    rules: Mapping[str, Rule]
    planned: Mapping[str, str]  # code -> why that rule is not run yet


@dataclass(frozen=True, slots=True)
class Reading:
    """A form without its spec, fit to be sent to another process."""

    notice: str  # its id
    parts: Mapping[str, Any]  # what else a Form is made of, by name

    @property
    def form(self) -> Form:
        return _form(demands(self.notice).spec, self.parts)


def _form(spec: FormSpec, parts: Mapping[str, Any]) -> Form:
    copies = tuple(_form(spec, copy) for copy in parts["copies"])
    return Form(spec=spec, **{**parts, "copies": copies})


def demands(notice_id: str) -> Demands:
    """The form and the rules of a notice that is known."""
    package = NOTICES[notice_id]
    rules = import_module(f"{package}.rules")
    return Demands(import_module(f"{package}.form").SPEC, rules.RULES, rules.PLANNED)


def read(
    path: Path, notice_id: str, name: str, *, progress: Callable[[str, int, int], None] | None = None
) -> Reading:
    """Read and fill; the result calls its source `name`. Raises ReadError."""
    from extractors.submission import extract

    form = extract(path, spec=demands(notice_id).spec, progress=progress)
    named = replace(form, source={**form.source, "path": name})
    return Reading(notice_id, _parts(named))


def _parts(form: Form) -> dict[str, Any]:
    parts = {each.name: getattr(form, each.name) for each in fields(form) if each.name != "spec"}
    return {**parts, "copies": tuple(_parts(copy) for copy in form.copies)}


def judge(reading: Reading, context: Context) -> Report:
    """Run the notice's rules over what was read."""
    from extractors.check import check

    wanted = demands(reading.notice)
    return check(reading.form, rules=wanted.rules, context=context, planned=wanted.planned)
