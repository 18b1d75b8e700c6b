"""What reviewers do: correct values, accept or dismiss findings, decide."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, cast

from sqlmodel import Session, col, select

from ui.store.core import FILERS, REVIEWERS, At, Topic, composed, label_of, noted, reads, submission, writes
from ui.store.errors import BadValue, NotAllowed, NotThere
from ui.store.judging import finding_key, fitting, standing
from ui.store.packed import unpack_reading
from ui.store.settling import Looked, corrections_in_force, dismissed, kept_report, latest, look, settle
from ui.store.tables import (
    CorrectionRow,
    DecisionRow,
    ExtractionRow,
    JudgementRow,
    SubmissionRow,
    UserRow,
    now,
)
from ui.store.values import Correction, DecisionKind, Judgement, JudgementKind, State

__all__ = ["Review"]

_STATES: Final[Mapping[DecisionKind, State]] = {
    "approve": "approved",
    "return": "returned",
    "recommend": "recommended",
    "reopen": "submitted",
}
_LONGEST_REASON: Final = 2000
_LAST: Final = 10_000


class Review(Topic):
    """The work on the filings that one user may see."""

    @composed(REVIEWERS)
    def correct(self, submission_id: str, path: str, value: Any, *, reason: str) -> None:
        """Set one field of the latest version by hand; the rules run again at once.

        `value` is as in `Answer.value`, or text that is read as the form's own would be; None: nothing stands
        there. Raises BadValue where it does not fit the field.
        """
        said = _reason(reason)
        fit = fitting(self._notice(submission_id), path, value)
        self._settle(submission_id, path, said, values={path: fit})

    @composed(REVIEWERS)
    def withdraw(self, submission_id: str, path: str, *, reason: str = "") -> None:
        """Let what was read count again. Raises NotThere where nothing is corrected."""
        if path not in self._in_force(submission_id):
            raise NotThere("这一栏没有更正可以撤销。")
        self._settle(submission_id, path, reason.strip()[:_LONGEST_REASON], without=path)

    @reads(FILERS)
    def corrections(self, at: At, submission_id: str) -> tuple[Correction, ...]:
        """Every correction ever made, oldest first; those in force: `in_force`."""
        row = submission(at, submission_id)
        return tuple(
            _correction(each, by)
            for each, by in at.session.exec(
                select(CorrectionRow, UserRow.name)
                .join(UserRow, col(UserRow.id) == col(CorrectionRow.by_id))
                .where(CorrectionRow.submission_id == row.id)
                .order_by(col(CorrectionRow.at), col(CorrectionRow.id))
            )
        )

    @reads(FILERS)
    def in_force(self, at: At, submission_id: str) -> Mapping[str, Correction]:
        """The corrections that count for the latest version, by path."""
        force = _force(at.session, submission(at, submission_id))
        return {
            path: _correction(each, at.session.get_one(UserRow, each.by_id).name)
            for path, each in force.items()
        }

    @writes(REVIEWERS)
    def judge(self, at: At, submission_id: str, key: str, kind: JudgementKind, *, reason: str = "") -> None:
        """Accept or dismiss a finding of the reviewer's view, or open it again. `key`: of `finding_key`.

        To dismiss needs a reason. Raises NotThere where the latest report has no such finding.
        """
        row = submission(at, submission_id)
        report = kept_report(at.session, latest(at.session, row.id).id, "reviewer").report
        finding = next((each for each in report.findings if finding_key(each) == key), None)
        if finding is None:
            raise NotThere("没有这个问题，可能材料已经更新，请刷新页面。")
        said = _reason(reason) if kind == "dismissed" else reason.strip()[:_LONGEST_REASON]
        at.session.add(
            JudgementRow(
                submission_id=row.id, key=key, rule=finding.rule, kind=kind, reason=said, by_id=at.me.id
            )
        )
        at.session.flush()
        row.r_verdict, row.r_errors, row.r_warnings, row.r_reviews = standing(
            report, dismissed(at.session, row.id)
        )
        row.revision += 1
        row.changed = now()
        at.session.add(row)
        noted(at, kind, "finding", row.id, label_of(row), rule=finding.rule, message=finding.message)

    @reads(REVIEWERS)
    def judgements(self, at: At, submission_id: str) -> Mapping[str, Judgement]:
        """The latest judgement of each finding, by `finding_key`."""
        row = submission(at, submission_id)
        rows = at.session.exec(
            select(JudgementRow, UserRow.name)
            .join(UserRow, col(UserRow.id) == col(JudgementRow.by_id))
            .where(JudgementRow.submission_id == row.id)
            .order_by(col(JudgementRow.at), col(JudgementRow.id))
        )
        return {
            each.key: Judgement(
                key=each.key,
                rule=each.rule,
                kind=cast("JudgementKind", each.kind),
                reason=each.reason,
                by=by,
                at=each.at,
            )
            for each, by in rows
        }

    @writes(REVIEWERS)
    def decide(
        self, at: At, submission_id: str, kind: DecisionKind, *, reason: str = "", rank: int | None = None
    ) -> None:
        """通过, 退回 (needs a reason), 推荐 (needs a rank from 1), or take the decision back ("reopen").

        Raises NotAllowed for a draft, BadValue for what is missing.
        """
        row = submission(at, submission_id)
        if row.state == "draft" and at.me.role != "local":
            raise NotAllowed("这份材料还没有提交，不能审定。")
        if (kind == "recommend") != (rank is not None) or (rank is not None and not 0 < rank < _LAST):
            raise BadValue("推荐时要写从 1 开始的名次，其他决定不写名次。")
        said = _reason(reason) if kind == "return" else reason.strip()[:_LONGEST_REASON]
        row.state, row.rank = _STATES[kind], rank
        row.revision += 1
        row.changed = now()
        at.session.add(row)
        at.session.add(
            DecisionRow(
                submission_id=row.id, version=row.versions, kind=kind, rank=rank, reason=said, by_id=at.me.id
            )
        )
        noted(at, "decided", "submission", row.id, label_of(row), kind=kind, rank=rank)

    # --- inside -----------------------------------------------------------------------------------------

    @reads(REVIEWERS)
    def _notice(self, at: At, submission_id: str) -> str:
        return submission(at, submission_id).notice

    @reads(REVIEWERS)
    def _in_force(self, at: At, submission_id: str) -> frozenset[str]:
        return frozenset(_force(at.session, submission(at, submission_id)))

    @reads(REVIEWERS)
    def _look(self, at: At, submission_id: str) -> Looked:
        return look(at.session, submission(at, submission_id))

    def _settle(
        self,
        submission_id: str,
        path: str,
        reason: str,
        *,
        values: Mapping[str, Any] | None = None,
        without: str = "",
    ) -> None:
        def change(session: Session) -> None:
            row = session.get_one(SubmissionRow, submission_id)
            version = latest(session, submission_id)
            read = unpack_reading(session.get_one(ExtractionRow, version.id).data).parts["answers"]
            session.add(
                CorrectionRow(
                    submission_id=submission_id,
                    version=version.number,
                    path=path,
                    value={"value": (values or {}).get(path)},
                    was=read[path].raw,
                    reason=reason,
                    withdrawn=bool(without),
                    by_id=self._actor.id,
                )
            )
            action = "withdrew" if without else "corrected"
            noted(At(session, self._actor), action, "submission", row.id, label_of(row), path=path)

        settle(
            self._core,
            lambda: self._look(submission_id),
            change,
            values=values,
            without=(without,) if without else (),
        )


def _reason(text: str) -> str:
    said = text.strip()
    if not said:
        raise BadValue("请写明理由。")
    return said[:_LONGEST_REASON]


def _force(session: Session, row: SubmissionRow) -> Mapping[str, CorrectionRow]:
    version = latest(session, row.id)
    read = unpack_reading(session.get_one(ExtractionRow, version.id).data).parts["answers"]
    return corrections_in_force(session, row.id, version.number, read)


def _correction(row: CorrectionRow, by: str) -> Correction:
    return Correction(
        path=row.path,
        value=row.value["value"],
        reason=row.reason,
        by=by,
        at=row.at,
        withdrawn=row.withdrawn,
    )
