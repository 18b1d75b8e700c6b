"""Who saw, changed, exported and deleted what."""

from __future__ import annotations

from typing import Final, cast

from sqlmodel import col, select

from ui.store.core import ADMINS, REVIEWERS, At, Topic, reads, submission
from ui.store.tables import AuditRow
from ui.store.values import AuditEntry, AuditFilter, Role

__all__ = ["Audit"]

_ALL: Final = AuditFilter()


class Audit(Topic):
    """The audit log, newest first. It is only ever added to."""

    @reads(ADMINS)
    def list(
        self, at: At, wanted: AuditFilter = _ALL, *, page: int = 1, size: int = 100
    ) -> tuple[AuditEntry, ...]:
        """One page of the entries that fit."""
        query = select(AuditRow).order_by(col(AuditRow.at).desc(), col(AuditRow.id).desc())
        columns = {
            AuditRow.user_id: wanted.user_id,
            AuditRow.action: wanted.action,
            AuditRow.target: wanted.target,
        }
        query = query.where(*(col(column) == each for column, each in columns.items() if each))
        if wanted.since is not None:
            query = query.where(col(AuditRow.at) >= wanted.since)
        if wanted.until is not None:
            query = query.where(col(AuditRow.at) < wanted.until)
        rows = at.session.exec(query.offset((max(page, 1) - 1) * size).limit(size))
        return tuple(_entry(each) for each in rows)

    @reads(REVIEWERS)
    def of_submission(self, at: At, submission_id: str) -> tuple[AuditEntry, ...]:
        """What was done with one submission that this user may see."""
        row = submission(at, submission_id)
        rows = at.session.exec(
            select(AuditRow)
            .where(AuditRow.target == row.id)
            .order_by(col(AuditRow.at).desc(), col(AuditRow.id).desc())
        )
        return tuple(_entry(each) for each in rows)


def _entry(row: AuditRow) -> AuditEntry:
    role = cast("Role", row.role)
    return AuditEntry(row.at, row.user, role, row.action, row.kind, row.target, row.label, row.detail)
