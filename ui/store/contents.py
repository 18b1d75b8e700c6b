"""What is in a submission: its form, its reports, its files."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlmodel import select

from extractors.form import Form
from extractors.rules import View
from ui.store.core import FILERS, At, Topic, composed, reads, seen, submission
from ui.store.errors import NotThere
from ui.store.judging import corrected, what_became
from ui.store.listing import files_of
from ui.store.packed import unpack_reading
from ui.store.settling import corrections_in_force, kept_report
from ui.store.tables import ExtractionRow, SubmissionRow, VersionRow
from ui.store.values import Judged, Mended, StoredFile
from ui.submissions import Upload
from ui.worker import Reading

__all__ = ["Contents"]

_APPLICANT: View = "applicant"


class Contents(Topic):
    """The texts of the filings that one user may see. `version` is a number; None means the latest."""

    @composed(FILERS)
    def reading(self, submission_id: str, version: int | None = None, *, by_hand: bool = True) -> Reading:
        """What was read, with the corrections in force (`by_hand=False`: without any)."""
        reading, row = self._reading(submission_id, version, by_hand=by_hand)
        seen(self._core, self._actor, row)
        return reading

    @composed(FILERS)
    def form(self, submission_id: str, version: int | None = None, *, by_hand: bool = True) -> Form:
        """The same as a form; a corrected answer's evidence has the method `review`."""
        return self.reading(submission_id, version, by_hand=by_hand).form

    @reads(FILERS)
    def report(
        self, at: At, submission_id: str, version: int | None = None, *, view: View | None = None
    ) -> Judged:
        """The report, dismissed findings included; an applicant has the applicant's view in any case."""
        row = submission(at, submission_id)
        chosen = _APPLICANT if at.me.role == "applicant" else view or "reviewer"
        return kept_report(at.session, _version(at, row, version).id, chosen)

    @reads(FILERS)
    def mended(
        self, at: At, submission_id: str, *, before: int | None = None, after: int | None = None
    ) -> Mended:
        """What became of the applicant's findings between two versions; default: the last two."""
        row = submission(at, submission_id)
        last = row.versions if after is None else after
        first = last - 1 if before is None else before
        old, new = (
            kept_report(at.session, _version(at, row, each).id, _APPLICANT).report.findings
            for each in (first, last)
        )
        return what_became(old, new, before=first, after=last)

    @reads(FILERS)
    def files(self, at: At, submission_id: str, version: int | None = None) -> tuple[StoredFile, ...]:
        return files_of(at.session, _version(at, submission(at, submission_id), version).id)

    @composed(FILERS)
    def file(self, submission_id: str, name: str, version: int | None = None) -> bytes:
        """The bytes of one file. Raises NotThere, and Unusable where the file was lost."""
        found = next((each for each in self.files(submission_id, version) if each.name == name), None)
        if found is None:
            raise NotThere(f"这份材料里没有“{name}”。")
        return self._core.files.read(found.sha256)

    @composed(FILERS)
    def upload(self, submission_id: str, version: int | None = None) -> Upload:
        """A version as it was uploaded, to be read again."""
        name = self._name(submission_id, version)
        stored = self.files(submission_id, version)
        files = tuple((each.name, self._core.files.read(each.sha256)) for each in stored)
        return Upload(name, files[0][1]) if len(files) == 1 else Upload(name, files=files)

    @composed(FILERS)
    @contextmanager
    def folder(self, submission_id: str, version: int | None = None) -> Iterator[Path]:
        """The files of a version in a folder that is gone afterwards: to make pictures of their pages."""
        stored = self.files(submission_id, version)
        with TemporaryDirectory(prefix="shenbao-", ignore_cleanup_errors=True) as name:
            folder = Path(name)
            for each in stored:
                (folder / each.name).write_bytes(self._core.files.read(each.sha256))
            yield folder

    # --- inside -----------------------------------------------------------------------------------------

    @reads(FILERS)
    def _reading(
        self, at: At, submission_id: str, number: int | None, *, by_hand: bool
    ) -> tuple[Reading, SubmissionRow]:
        row = submission(at, submission_id)
        version = _version(at, row, number)
        reading = unpack_reading(at.session.get_one(ExtractionRow, version.id).data)
        if not by_hand:
            return reading, row
        force = corrections_in_force(at.session, row.id, version.number, reading.parts["answers"])
        return corrected(reading, {path: each.value["value"] for path, each in force.items()}), row

    @reads(FILERS)
    def _name(self, at: At, submission_id: str, number: int | None) -> str:
        return _version(at, submission(at, submission_id), number).name


def _version(at: At, row: SubmissionRow, number: int | None) -> VersionRow:
    wanted = row.versions if number is None else number
    if not 0 < wanted <= row.versions:
        raise NotThere(f"这份材料没有第 {wanted} 版。")
    return at.session.exec(
        select(VersionRow).where(VersionRow.submission_id == row.id, VersionRow.number == wanted)
    ).one()
