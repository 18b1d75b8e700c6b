"""How submissions are narrowed down, put in order and shown in a list."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, cast

from sqlalchemy import ColumnElement, case
from sqlmodel import Session, col, func, select

from ui.store.core import At, visible
from ui.store.settling import searched
from ui.store.tables import BlobRow, DecisionRow, FileRow, SubmissionRow, UserRow, VersionRow
from ui.store.values import Decision, Filter, Listed, Role, Sort, Standing, StoredFile, Version

__all__ = ["conditions", "decisions_of", "files_of", "listed", "order", "versions_of", "view_of"]

_RANKS: Final[Mapping[str, int]] = {"fail": 0, "review": 1, "pass": 2}
_PROGRESS: Final[Mapping[str, int]] = {
    "submitted": 0,
    "returned": 1,
    "draft": 2,
    "approved": 3,
    "recommended": 4,
}


def view_of(at: At, wanted: Filter) -> str:
    return "applicant" if at.me.role == "applicant" else wanted.view


def conditions(at: At, wanted: Filter) -> list[ColumnElement[bool]]:
    verdict = SubmissionRow.a_verdict if view_of(at, wanted) == "applicant" else SubmissionRow.r_verdict
    narrowed = {
        SubmissionRow.category: wanted.categories,
        SubmissionRow.city: wanted.cities,
        SubmissionRow.state: wanted.states,
        verdict: wanted.verdicts,
    }
    fits = [visible(at.me), *(col(column).in_(each) for column, each in narrowed.items() if each)]
    if wanted.mine:
        fits.append(col(SubmissionRow.owner_id) == at.me.id)
    found = (searched(each) for each in wanted.text.split())
    return [*fits, *(col(SubmissionRow.searched).contains(each, autoescape=True) for each in found)]


def order(sort: Sort, wanted: Filter) -> Any:
    verdict = col(SubmissionRow.a_verdict if wanted.view == "applicant" else SubmissionRow.r_verdict)
    return {
        "changed": col(SubmissionRow.changed),
        "created": col(SubmissionRow.created),
        "platform": col(SubmissionRow.platform),
        "applicant": col(SubmissionRow.applicant),
        "city": col(SubmissionRow.city),
        "category": col(SubmissionRow.category),
        "state": case(_PROGRESS, value=col(SubmissionRow.state)),
        "verdict": case(_RANKS, value=verdict),
        "rank": func.coalesce(col(SubmissionRow.rank), 10**9),
    }[sort]


def listed(at: At, row: SubmissionRow, owner: str) -> Listed:
    applicant = Standing(cast("Any", row.a_verdict), row.a_errors, row.a_warnings, row.a_reviews)
    reviewer = Standing(cast("Any", row.r_verdict), row.r_errors, row.r_warnings, row.r_reviews)
    outside = at.me.role == "applicant"
    return Listed(
        id=row.id,
        name=row.name,
        platform=row.platform,
        applicant=row.applicant,
        category=row.category,
        city=row.city,
        state=cast("Any", row.state),
        applicant_view=applicant,
        reviewer_view=applicant if outside else reviewer,
        figures=row.figures,
        versions=row.versions,
        corrections=row.corrections,
        rank=None if outside else row.rank,
        owner=owner,
        mine=row.owner_id == at.me.id,
        created=row.created,
        changed=row.changed,
    )


def versions_of(session: Session, submission_id: str) -> tuple[Version, ...]:
    rows = session.exec(
        select(VersionRow, UserRow.name)
        .join(UserRow, col(UserRow.id) == col(VersionRow.by_id))
        .where(VersionRow.submission_id == submission_id)
        .order_by(col(VersionRow.number))
    )
    return tuple(
        Version(
            id=row.id,
            number=row.number,
            name=row.name,
            files=files_of(session, row.id),
            by=by,
            created=row.created,
        )
        for row, by in rows
    )


def files_of(session: Session, version_id: str) -> tuple[StoredFile, ...]:
    rows = session.exec(
        select(FileRow.name, FileRow.sha256, BlobRow.size)
        .join(BlobRow)
        .where(FileRow.version_id == version_id)
        .order_by(col(FileRow.number))
    )
    return tuple(StoredFile(*each) for each in rows)


def decisions_of(at: At, submission_id: str) -> tuple[Decision, ...]:
    rows = at.session.exec(
        select(DecisionRow, UserRow)
        .join(UserRow, col(UserRow.id) == col(DecisionRow.by_id))
        .where(DecisionRow.submission_id == submission_id)
        .order_by(col(DecisionRow.at), col(DecisionRow.id))
    )
    outside = at.me.role == "applicant"
    return tuple(
        Decision(
            kind=cast("Any", row.kind),
            rank=None if outside else row.rank,
            reason=row.reason,
            by=by.name,
            role=cast("Role", by.role),
            at=row.at,
            version=row.version,
        )
        for row, by in rows
    )
