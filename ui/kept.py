"""What was read of submissions, kept between questions: reading a set of scans takes minutes, asking doesn't.

A record is found by the content of the submission and the version of the program that read it. It lies in the
user's own folder, as conversations do, and is dropped when others have been read since.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from assistant.home import user_folder

if TYPE_CHECKING:
    from assistant.filing.papers import Paper
    from extractors.document import Document
    from extractors.form import Form, FormSpec
    from extractors.workers import Crew

__all__ = ["Kept"]

_FOLDER: Final = "read"
_MOST: Final = 500  # records
_PAPERS: Final = "papers"


class Kept:
    """The records of one user."""

    def __init__(self) -> None:
        self._folder = user_folder() / _FOLDER
        self._version = ""

    def read(self, path: Path, *, spec: FormSpec, crew: Crew) -> tuple[Form, tuple[Paper, ...]]:
        """The form at `path` and the lines of its attachments. Raises ReadError."""
        key = self._key(path)
        found = self._found(key, path, spec) if key else None
        if found is not None:
            return found
        form, papers = _read(path, spec=spec, crew=crew)
        if key:
            self._keep(key, form, papers)
        return form, papers

    def _key(self, path: Path) -> str:
        """By content and version; nothing for what is not there, whose reading says so."""
        from extractors.submission.sources import Source, digest, in_folder

        if not path.exists():
            return ""
        content = digest(in_folder(path) if path.is_dir() else [Source(path.name, path)])
        return f"{content}-{self._of_program()}"

    def _of_program(self) -> str:
        if not self._version:
            import notices
            from extractors.batch.versions import versions_of

            self._version = versions_of(Path(notices.__file__).parent, [Path(__file__).parent]).readers[:16]
        return self._version

    def _found(self, key: str, path: Path, spec: FormSpec) -> tuple[Form, tuple[Paper, ...]] | None:
        from extractors.batch.records import unpacked_form
        from extractors.batch.store import FORM, Damaged, Store

        try:
            packed, told = Store(self._folder).read(key, FORM, _PAPERS)
            form = unpacked_form(packed, spec)
        except Damaged:  # or none: it is read anew
            return None
        return replace(form, source={**form.source, "path": path.as_posix()}), _papers(json.loads(told))

    def _keep(self, key: str, form: Form, papers: Sequence[Paper]) -> None:
        """Without a place to keep it, as on a full disk, the next question reads it again."""
        from extractors.batch.faults import CannotWrite
        from extractors.batch.records import packed_form
        from extractors.batch.store import FORM, Head, Store

        told = [[each.number, each.evidence.as_dict(), each.row] for each in papers]
        parts = {FORM: packed_form(form), _PAPERS: json.dumps(told, ensure_ascii=False).encode("utf-8")}
        try:
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            Store(self._folder).write(Head(key, "", "", "", ""), parts)
            self._drop_oldest()
        except (OSError, CannotWrite) as error:
            logging.getLogger(__name__).info("not kept: %s", error)

    def _drop_oldest(self) -> None:
        records = [each for each in self._folder.glob("*/*") if each.is_file()]
        if len(records) > _MOST:
            for each in sorted(records, key=lambda record: record.stat().st_mtime)[: len(records) - _MOST]:
                each.unlink(missing_ok=True)


def _read(path: Path, *, spec: FormSpec, crew: Crew) -> tuple[Form, tuple[Paper, ...]]:
    from assistant.filing.papers import papers_of
    from extractors.submission import extract

    documents: list[Document] = []
    form = extract(path, spec=spec, crew=crew, attend=documents.extend)
    return form, papers_of(form, documents)


def _papers(told: Sequence[Sequence[Any]]) -> tuple[Paper, ...]:
    from assistant.filing.papers import Paper
    from extractors.form import Evidence

    return tuple(
        Paper(number, Evidence(**{**each, "bbox": tuple(each["bbox"]) if each["bbox"] else None}), row)
        for number, each, row in told
    )
