"""Filings: put in, listed, opened, deleted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final, NamedTuple

from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, col, func, select

from extractors.rules import Context, Report
from ui.store.core import (
    FILERS,
    At,
    Topic,
    composed,
    label_of,
    noted,
    owned,
    reads,
    seen,
    submission,
    writes,
)
from ui.store.errors import NotAllowed
from ui.store.judging import Facts, facts_of
from ui.store.listing import conditions, decisions_of, listed, order, versions_of, view_of
from ui.store.naming import stored_files
from ui.store.packed import pack_reading
from ui.store.settling import (
    Looked,
    contexts,
    corrections_in_force,
    keep_reports,
    latest,
    look,
    rules_adjusted,
    settle,
    show_facts,
)
from ui.store.tables import (
    BlobRow,
    ExtractionRow,
    FileRow,
    SubmissionRow,
    UserRow,
    VersionRow,
    new_id,
    now,
)
from ui.store.values import (
    Filter,
    Page,
    Sort,
    Submission,
)
from ui.submissions import Upload
from ui.worker import Reading

__all__ = ["Submissions"]

_ALL: Final = Filter()
_LAST_PAGE: Final = 10**6
_SETTLED: Final = frozenset({"approved", "recommended"})


class _Made(NamedTuple):
    """All that takes time, done before the transaction that others wait for."""

    name: str
    notice: str
    packed: bytes
    facts: Facts
    files: tuple[tuple[str, bytes], ...]
    asked: Sequence[Context]
    reports: Sequence[Report]


class Submissions(Topic):
    """The filings that one user may see."""

    @composed(FILERS)
    def put(self, upload: Upload, reading: Reading, *, hand_in: bool = False) -> str:
        """Keep a new submission with its first version, judged for both views; gives its id.

        Without `hand_in` it is a draft that only its owner sees. Raises ReadError where judging fails.
        """
        return self._put(upload, reading, None, "submitted" if hand_in else "draft")

    @composed(FILERS)
    def put_version(self, submission_id: str, upload: Upload, reading: Reading) -> int:
        """Keep what its owner uploads next for the same submission; gives the version's number.

        Raises NotAllowed after it was approved or recommended: that has to be taken back first.
        """
        self._open_to_change(submission_id)
        self._put(upload, reading, submission_id, "draft")
        return self.get(submission_id).latest.number

    @composed(FILERS)
    def read_again(self, submission_id: str, reading: Reading) -> None:
        """Put a new extraction of the latest version's own files in place of the old one.

        Corrections stay in force.
        """
        self._replace(submission_id, reading)

    @composed(FILERS)
    def judge_again(self, submission_id: str) -> None:
        """Run the rules anew, as they are set today."""
        settle(self._core, lambda: self._look(submission_id), self._told("judged-again", submission_id))

    @writes(FILERS)
    def hand_in(self, at: At, submission_id: str) -> None:
        """Show a draft or a returned submission to the reviewers."""
        row = owned(at, submission_id)
        if row.state not in ("draft", "returned"):
            raise NotAllowed("这份材料已经提交。")
        _to_state(at, row, "submitted", "handed-in")

    @writes(FILERS)
    def take_back(self, at: At, submission_id: str) -> None:
        """Make what was handed in a draft again, as long as nothing is decided."""
        row = owned(at, submission_id)
        if row.state != "submitted":
            raise NotAllowed("只有待审核的材料可以撤回。")
        _to_state(at, row, "draft", "taken-back")

    @composed(FILERS)
    def delete(self, submission_id: str) -> None:
        """Delete it for good, with its versions, reports and talks, and the files that nothing else uses."""
        self._delete(submission_id)
        self.sweep()

    @composed(FILERS)
    def sweep(self) -> int:
        """Delete the files that no version uses any more; gives their number."""
        with self._core.database.writing() as session:
            unused = session.exec(
                select(BlobRow).where(col(BlobRow.unused_since).is_not(None)).with_for_update()
            ).all()
            for each in unused:
                self._core.files.remove(each.sha256)
                session.delete(each)
            return len(unused)

    @reads(FILERS)
    def list(
        self,
        at: At,
        wanted: Filter = _ALL,
        *,
        sort: Sort = "changed",
        descending: bool = True,
        page: int = 1,
        size: int = 50,
    ) -> Page:
        """One page of the submissions that fit; `size=0` gives all of them."""
        fits = conditions(at, wanted)
        total = at.session.exec(select(func.count()).select_from(SubmissionRow).where(*fits)).one()
        key = order(sort, wanted)
        query = (
            select(SubmissionRow, UserRow.name)
            .join(UserRow, col(UserRow.id) == col(SubmissionRow.owner_id))
            .where(*fits)
            .order_by(key.desc() if descending else key.asc(), col(SubmissionRow.id).desc())
        )
        if size:
            query = query.offset((min(max(page, 1), _LAST_PAGE) - 1) * size).limit(size)
        return Page(tuple(listed(at, row, owner) for row, owner in at.session.exec(query)), total)

    @reads(FILERS)
    def counts(self, at: At, wanted: Filter = _ALL) -> dict[str, dict[str, int]]:
        """How many fit, by "category", "city", "state" and "verdict"."""
        verdict = SubmissionRow.a_verdict if view_of(at, wanted) == "applicant" else SubmissionRow.r_verdict
        columns = {
            "category": SubmissionRow.category,
            "city": SubmissionRow.city,
            "state": SubmissionRow.state,
            "verdict": verdict,
        }
        fits = conditions(at, wanted)
        return {
            name: dict(at.session.exec(select(column, func.count()).where(*fits).group_by(col(column))).all())
            for name, column in columns.items()
        }

    @composed(FILERS)
    def get(self, submission_id: str) -> Submission:
        """One submission with its versions and decisions; that it was looked at is noted. Raises NotThere."""
        found, row = self._get(submission_id)
        seen(self._core, self._actor, row)
        return found

    @writes(FILERS)
    def note_export(self, at: At, ids: Iterable[str], what: str) -> None:
        """Write down that these submissions left the store, and as what ("附件2", "审核意见.docx")."""
        for each in ids:
            row = submission(at, each)
            noted(at, "exported", "submission", row.id, label_of(row), what=what)

    # --- inside -----------------------------------------------------------------------------------------

    @reads(FILERS)
    def _get(self, at: At, submission_id: str) -> tuple[Submission, SubmissionRow]:
        row = submission(at, submission_id)
        owner = at.session.get_one(UserRow, row.owner_id).name
        found = Submission(
            listed=listed(at, row, owner),
            notice=row.notice,
            versions=versions_of(at.session, row.id),
            decisions=decisions_of(at, row.id),
        )
        return found, row

    @reads(FILERS)
    def _open_to_change(self, at: At, submission_id: str) -> None:
        if owned(at, submission_id).state in _SETTLED:
            raise NotAllowed("这份材料已经审定，不能再上传新的版本。")

    @reads(FILERS)
    def _look(self, at: At, submission_id: str) -> Looked:
        return look(at.session, submission(at, submission_id))

    @reads(FILERS)
    def _adjusted(self, at: At) -> Mapping[str, Any]:
        return rules_adjusted(at.session)

    def _put(self, upload: Upload, reading: Reading, submission_id: str | None, state: str) -> str:
        asked = contexts(self._adjusted())
        made = _Made(
            name=upload.name,
            notice=reading.notice,
            packed=pack_reading(reading),
            facts=facts_of(reading.form),
            files=stored_files(upload),
            asked=asked,
            reports=self._core.judge(reading, asked),
        )
        for _, data in made.files:
            self._core.files.put(data)
        written = self._write(made, submission_id, state)
        if submission_id is not None:  # what a reviewer corrected may still hold
            settle(self._core, lambda: self._look(written), lambda _: None)
        return written

    @writes(FILERS)
    def _write(self, at: At, made: _Made, submission_id: str | None, state: str) -> str:
        if submission_id is None:
            row = SubmissionRow(
                id=new_id(), owner_id=at.me.id, notice=made.notice, name=made.name, state=state
            )
            at.session.add(row)
        else:
            row = owned(at, submission_id)
            row.name = made.name
        row.versions += 1
        version = VersionRow(submission_id=row.id, number=row.versions, name=made.name, by_id=at.me.id)
        at.session.add(version)
        at.session.flush()
        at.session.add(ExtractionRow(version_id=version.id, data=made.packed))
        self._keep_files(at.session, version.id, made.files)
        keep_reports(at.session, row, version.id, made.asked, made.reports)
        show_facts(at.session, row, made.facts)
        noted(at, "added", "submission", row.id, label_of(row), version=version.number)
        return row.id

    def _keep_files(self, session: Session, version_id: str, named: Iterable[tuple[str, bytes]]) -> None:
        from hashlib import sha256

        for number, (name, data) in enumerate(named, start=1):
            digest = sha256(data).hexdigest()
            insert = sqlite.insert if self._core.database.is_sqlite else postgresql.insert
            session.exec(
                insert(BlobRow)
                .values(sha256=digest, size=len(data))
                .on_conflict_do_update(index_elements=["sha256"], set_={"unused_since": None})
            )
            self._core.files.put(data)  # again: a sweep may have taken it since
            session.add(FileRow(version_id=version_id, number=number, name=name, sha256=digest))

    def _told(self, action: str, submission_id: str) -> Callable[[Session], None]:
        def note(session: Session) -> None:
            row = session.get_one(SubmissionRow, submission_id)
            noted(At(session, self._actor), action, "submission", row.id, label_of(row))

        return note

    def _replace(self, submission_id: str, reading: Reading) -> None:
        packed = pack_reading(reading)

        def find() -> Looked:
            looked = self._look(submission_id)
            with self._core.database.reading() as session:
                force = corrections_in_force(
                    session, submission_id, looked.version.number, reading.parts["answers"]
                )
            values = {path: each.value["value"] for path, each in force.items()}
            return Looked(looked.id, looked.revision, looked.version, packed, values, looked.adjusted)

        def change(session: Session) -> None:
            version = latest(session, submission_id)
            session.merge(ExtractionRow(version_id=version.id, data=packed, at=now()))
            self._told("read-again", submission_id)(session)

        settle(self._core, find, change)

    @writes(FILERS)
    def _delete(self, at: At, submission_id: str) -> None:
        row = submission(at, submission_id)
        if at.me.role not in ("province", "local"):
            owned(at, submission_id)
            if row.state in _SETTLED:
                raise NotAllowed("这份材料已经审定，不能删除。")
        held = select(FileRow.sha256).join(VersionRow).where(VersionRow.submission_id == row.id)
        names = set(at.session.exec(held))
        noted(at, "deleted", "submission", row.id, label_of(row), versions=row.versions)
        at.session.delete(row)
        at.session.flush()
        still = set(at.session.exec(select(FileRow.sha256).where(col(FileRow.sha256).in_(names))))
        for name in names - still:
            at.session.get_one(BlobRow, name).unused_since = now()


def _to_state(at: At, row: SubmissionRow, state: str, action: str) -> None:
    row.state = state
    row.changed = now()
    row.revision += 1
    at.session.add(row)
    noted(at, action, "submission", row.id, label_of(row))
