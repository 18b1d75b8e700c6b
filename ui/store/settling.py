"""A submission's latest form judged again, and the columns of the list brought in line with it.

Judging takes long for a transaction, so it is done between two: one that looks, one that writes. Where
somebody else changed the submission in between, it is done once more.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, cast

from sqlmodel import Session, col, select

from extractors.rules import Adjustment, Context, Report, View
from ui.store.core import Core
from ui.store.errors import Unusable
from ui.store.judging import Facts, corrected, facts_of, standing
from ui.store.packed import pack, plain, typed, unpack, unpack_reading
from ui.store.tables import (
    CorrectionRow,
    ExtractionRow,
    JudgementRow,
    ReportRow,
    SettingRow,
    SubmissionRow,
    UserRow,
    VersionRow,
    now,
)
from ui.store.values import Judged

__all__ = [
    "Looked",
    "contexts",
    "corrections_in_force",
    "dismissed",
    "keep_reports",
    "kept_report",
    "latest",
    "look",
    "rules_adjusted",
    "searched",
    "settle",
    "show_facts",
]

_VIEWS: Final[tuple[View, ...]] = ("applicant", "reviewer")
_TRIES: Final = 8


@dataclass(frozen=True, slots=True)
class Looked:
    """A submission as it stood at one moment."""

    id: str
    revision: int
    version: VersionRow
    extraction: bytes
    values: Mapping[str, Any]  # corrections in force, by path
    adjusted: Mapping[str, Adjustment]


def rules_adjusted(session: Session) -> Mapping[str, Adjustment]:
    """The rules that an administrator switched off or down."""
    row = session.get(SettingRow, "rules")
    return cast("Mapping[str, Adjustment]", dict(row.value["value"])) if row is not None else {}


def latest(session: Session, submission_id: str) -> VersionRow:
    return session.exec(
        select(VersionRow)
        .where(VersionRow.submission_id == submission_id)
        .order_by(col(VersionRow.number).desc())
        .limit(1)
    ).one()


def corrections_in_force(
    session: Session, submission_id: str, version: int, read: Mapping[str, Any]
) -> dict[str, CorrectionRow]:
    """By path: the latest of each, unless it was withdrawn or the applicant has changed the place since.

    `read`: the answers of that version as they were read.
    """
    rows = session.exec(
        select(CorrectionRow)
        .where(CorrectionRow.submission_id == submission_id)
        .order_by(col(CorrectionRow.at), col(CorrectionRow.id))
    )
    found = {each.path: each for each in rows}
    return {
        path: each
        for path, each in found.items()
        if not each.withdrawn and path in read and (each.version == version or each.was == read[path].raw)
    }


def look(session: Session, row: SubmissionRow) -> Looked:
    version = latest(session, row.id)
    extraction = session.get_one(ExtractionRow, version.id).data
    read = unpack_reading(extraction).parts["answers"]
    force = corrections_in_force(session, row.id, version.number, read)
    values = {path: each.value["value"] for path, each in force.items()}
    return Looked(row.id, row.revision, version, extraction, values, rules_adjusted(session))


def contexts(adjusted: Mapping[str, Adjustment]) -> tuple[Context, ...]:
    return tuple(Context(view=each, adjusted=adjusted) for each in _VIEWS)


def settle(
    core: Core,
    find: Callable[[], Looked],
    change: Callable[[Session], None],
    *,
    values: Mapping[str, Any] | None = None,
    without: Iterable[str] = (),
) -> None:
    """Judge the form with `values` added to its corrections (and those of `without` taken back), then keep
    that and make `change` in one transaction.
    """
    gone = frozenset(without)
    for _ in range(_TRIES):
        looked = find()
        force = {path: each for path, each in {**looked.values, **(values or {})}.items() if path not in gone}
        reading = corrected(unpack_reading(looked.extraction), force)
        asked = contexts(looked.adjusted)
        reports = core.judge(reading, asked)
        facts = facts_of(reading.form)
        with core.database.writing() as session:
            row = session.get(SubmissionRow, looked.id, with_for_update=True)
            if row is None or row.revision != looked.revision:
                continue
            change(session)
            row.corrections = len(force)
            keep_reports(session, row, looked.version.id, asked, reports)
            show_facts(session, row, facts)
            return
    raise Unusable("这份材料正被多人同时修改，请稍后重试。")


def keep_reports(
    session: Session,
    row: SubmissionRow,
    version_id: str,
    asked: Sequence[Context],
    reports: Sequence[Report],
) -> None:
    """Put reports in place of the version's old ones, and their numbers into the list."""
    row.revision += 1
    row.changed = now()
    for context, report in zip(asked, reports, strict=True):
        kept = pack(
            {"report": plain(report), "today": context.today.isoformat(), "adjusted": dict(context.adjusted)}
        )
        session.merge(ReportRow(version_id=version_id, view=context.view, data=kept, at=row.changed))
        _show(session, row, context.view, report)


def _show(session: Session, row: SubmissionRow, view: View, report: Report) -> None:
    if view == "applicant":
        row.a_verdict, row.a_errors, row.a_warnings, row.a_reviews = standing(report)
    else:
        gone = dismissed(session, row.id)
        row.r_verdict, row.r_errors, row.r_warnings, row.r_reviews = standing(report, gone)


def dismissed(session: Session, submission_id: str) -> frozenset[str]:
    """The keys of the findings that a reviewer dismissed."""
    rows = session.exec(
        select(JudgementRow)
        .where(JudgementRow.submission_id == submission_id)
        .order_by(col(JudgementRow.at), col(JudgementRow.id))
    )
    kinds = {each.key: each.kind for each in rows}
    return frozenset(key for key, kind in kinds.items() if kind == "dismissed")


def kept_report(session: Session, version_id: str, view: View) -> Judged:
    row = session.get_one(ReportRow, (version_id, view))
    kept = unpack(row.data)
    report: Report = typed(kept["report"], Report)
    return Judged(report, view, date.fromisoformat(kept["today"]), kept["adjusted"], row.at)


def show_facts(session: Session, row: SubmissionRow, facts: Facts) -> None:
    row.platform, row.applicant = facts.platform, facts.applicant
    row.category, row.city, row.figures = facts.category, facts.city, facts.figures
    owner = session.get_one(UserRow, row.owner_id)
    row.searched = searched(facts.platform, facts.applicant, row.name, owner.name, facts.city)
    session.add(row)


def searched(*names: str) -> str:
    from extractors.text import narrow, squeeze

    return "\n".join(squeeze(narrow(each)).casefold() for each in names)
