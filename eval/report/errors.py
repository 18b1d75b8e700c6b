"""The errors that a person should look at: each with the file, the place, what was expected and what came."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from eval.jobs import docx_of
from eval.results import Results
from eval.scores.fields import Field
from eval.scores.findings import Judged
from eval.scores.questions import Asked

__all__ = ["write_errors"]

_SHOWN = 160  # characters of a value or quote


def write_errors(results: Results, folder: Path) -> int:
    """Write `errors.md`, `places.md` and the filings that they link to; gives the number of errors."""
    filings = folder / "filings"
    filings.mkdir(parents=True, exist_ok=True)
    for old in filings.glob("*.docx"):
        old.unlink()
    errors, places = _Page("# Errors to look at"), _Page("# Places to look at")
    for filing in results.filings:
        title = (
            f"[{filing.case}.docx](filings/{filing.case}.docx) (ticks: {filing.ticks}, hand: {filing.hand})"
        )
        told = [f"- not read: {filing.unread}"] if filing.unread else []
        told += [line for field in filing.fields for line in _of_field(field)]
        told += _of_findings(filing.judged) if filing.judged is not None else []
        where = [line for field in filing.fields for line in _of_place(field)]
        errors.add(title, told)
        places.add(title, where)
        if told or where:
            (filings / f"{filing.case}.docx").write_bytes(docx_of(filing.job))
    for job, judged in results.rules:
        errors.add(job.case, [*_of_missed(judged), *_of_findings(judged)])
    for name, some in results.asked.items():
        errors.add(f"Questions, {name}", [_of_question(each) for each in some if not each.right])
    for page, file in ((errors, "errors.md"), (places, "places.md")):
        (folder / file).write_text("\n".join(page.lines), encoding="utf-8")
    return errors.count + places.count


class _Page:
    def __init__(self, title: str) -> None:
        self.lines = [title, ""]
        self.count = 0

    def add(self, title: str, told: list[str]) -> None:
        """A heading and its errors, if there are any."""
        if told:
            self.lines += [f"## {title}", *told, ""]
            self.count += len(told)


def _of_field(field: Field) -> Iterator[str]:
    if field.verdict != "right":
        values = f"expected {_short(field.expected)}, got {_short(field.got)}"
        yield f"- `{field.path}` {field.verdict}: {values}. {_said(field)}"
    if not field.state_right:
        yield f"- `{field.path}` state: expected {field.states[0]}, got {field.states[1]}. {_said(field)}"


def _of_place(field: Field) -> Iterator[str]:
    if field.place:
        yield f"- `{field.path}`: {field.place}. {_said(field)}"


def _said(field: Field) -> str:
    return "; ".join(f"{location}: “{_short(quote)}”" for location, quote in field.quotes) or "no evidence"


def _of_missed(judged: Judged) -> list[str]:
    return [
        f"- not found: {each.rule} on `{each.field}`, {each.severity}, {each.status}"
        for each in judged.missed
    ]


def _of_question(asked: Asked) -> str:
    wanted = ", ".join(asked.question.clauses) or "no answer"
    got = ", ".join(citation.clause for citation in asked.reply.citations) or "no answer"
    return f"- {asked.question.text}: wanted {wanted}; got {got}"


def _of_findings(judged: Judged) -> list[str]:
    uncalled = [*judged.errors, *judged.warnings]
    return [f"- uncalled for, {each['severity']} {each['rule']}: {each['message']}" for each in uncalled]


def _short(value: object) -> str:
    text = " ".join(str(value).split())
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"
