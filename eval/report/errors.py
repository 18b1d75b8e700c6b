"""The errors that a person should look at: each with the file, the place, what was expected and what came."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from eval.jobs import FilingJob, docx_of
from eval.results import Results
from eval.scores.fields import Field
from eval.scores.findings import Judged

__all__ = ["write_errors"]

_SHOWN = 160  # characters of a value or quote


def write_errors(results: Results, folder: Path) -> int:
    """Write `errors.md` and the filings that it links to; gives the number of errors."""
    filings = folder / "filings"
    filings.mkdir(parents=True, exist_ok=True)
    lines = ["# Errors to look at", ""]
    count = 0
    for filing in results.filings:
        told = [line for field in filing.fields for line in _of_field(field)]
        if filing.judged is not None:
            told += _of_findings(filing.judged)
        if not told:
            continue
        count += len(told)
        job = FilingJob(filing.style, int(filing.case.rpartition("-")[2]))
        (filings / f"{filing.case}.docx").write_bytes(docx_of(job))
        link = f"[{filing.case}.docx](filings/{filing.case}.docx)"
        lines += [f"## {link} (ticks: {filing.ticks}, hand: {filing.hand})", *told, ""]
        if filing.unread:
            lines.append(f"- not read: {filing.unread}")
    for job, judged in results.rules:
        told = [f"- not found: {each.rule} on `{each.field}`, {each.severity}, {each.status}" for each in judged.missed]
        told += _of_findings(judged)
        if told:
            count += len(told)
            lines += [f"## {job.case}", *told, ""]
    for name, some in results.asked.items():
        wrong = [each for each in some if not each.right]
        count += len(wrong)
        lines.append(f"## Questions, {name}")
        for each in wrong:
            wanted = ", ".join(each.question.clauses) or "no answer"
            got = ", ".join(citation.clause for citation in each.reply.citations) or "no answer"
            lines.append(f"- {each.question.text}: wanted {wanted}; got {got}")
        lines.append("")
    (folder / "errors.md").write_text("\n".join(lines), encoding="utf-8")
    return count


def _of_field(field: Field) -> Iterator[str]:
    said = "; ".join(f"{location}: “{_short(quote)}”" for location, quote in field.quotes) or "no evidence"
    if field.verdict != "right":
        yield f"- `{field.path}` {field.verdict}: expected {_short(field.expected)}, got {_short(field.got)}. {said}"
    if not field.state_right:
        yield f"- `{field.path}` state: expected {field.states[0]}, got {field.states[1]}. {said}"
    if field.place:
        yield f"- `{field.path}` place: {field.place}. {said}"


def _of_findings(judged: Judged) -> list[str]:
    uncalled = [*judged.errors, *judged.warnings]
    return [f"- uncalled for, {each['severity']} {each['rule']}: {each['message']}" for each in uncalled]


def _short(value: object) -> str:
    text = " ".join(str(value).split())
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"
