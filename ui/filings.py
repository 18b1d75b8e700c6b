"""The filings that a question is about: one submission, or every submission of a folder."""

from __future__ import annotations

import re
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from extractors.errors import ReadError
from ui.reading import reading

if TYPE_CHECKING:
    from assistant.filing.filing import Filing
    from extractors.form import Form
    from extractors.rules import Context
    from extractors.workers import Crew
    from ui.kept import Kept

__all__ = ["Opened", "open_filings"]

# What no application is, by its name: an attachment, and pictures of whatever it may be.
_NO_APPLICATION: Final = re.compile(
    r"附件\s*(?:[2-9]|1[0-2])(?!\d)|证明|证书|审计报告|营业执照|\.(?:jpe?g|png|tiff?|bmp|gif|txt|md|json)$",
    re.IGNORECASE,
)
_KNOWN_BY: Final = ("applicant.name", "platform.name", "cover.applicant", "cover.platform_name")


class Opened(NamedTuple):
    """The filings, and a sentence for each entry of a set that could not be read."""

    filings: tuple[Filing, ...]
    unread: tuple[str, ...]


class _Way(NamedTuple):
    """How each of them is read."""

    as_json: bool
    context: Context | None
    crew: Crew
    kept: Kept


def open_filings(path: Path, *, as_json: bool, context: Context | None = None) -> Opened:
    """Read and check the submission at `path`, or those in it. Raises ReadError where there is none.

    A folder is a set where two of its entries are applications of different applicants or platforms; a
    submission may well hold its application twice, as a file and as a scan. What was read before, and has not
    changed, is not read again.
    """
    from extractors.workers import Crew
    from ui.kept import Kept

    entries = _entries(path) if path.is_dir() else []
    read: list[Filing] = []
    unread: list[str] = []
    with ExitStack() as undo:
        way = _Way(as_json, context, undo.enter_context(Crew()), Kept())
        if len(entries) > 1:
            for entry in entries:
                try:
                    read.append(_filing(entry, way, path_in_set=entry.name))
                except ReadError as error:  # told of; the others can still be compared
                    unread.append(f"{entry.name}：{error}")
            if len({_who(each.form) for each in read}) > 1:
                return Opened(tuple(read), tuple(unread))
        return Opened((_filing(path, way),), ())


def _entries(folder: Path) -> list[Path]:
    """What may be a submission of its own: folders, and files that may be an application."""
    from extractors.submission import JUNK

    return [
        each
        for each in sorted(folder.iterdir())
        if not each.name.startswith(tuple(JUNK)) and (each.is_dir() or not _NO_APPLICATION.search(each.name))
    ]


def _filing(path: Path, way: _Way, *, path_in_set: str = "") -> Filing:
    with reading(as_json=way.as_json) as demands:
        from assistant.filing.filing import Filing
        from extractors.check import check
        from extractors.rules import Context

        form, papers = way.kept.read(path, spec=demands.spec, crew=way.crew)
        report = check(form, rules=demands.rules, context=way.context or Context(), planned=demands.planned)
    return Filing(form, report, path_in_set, papers)


def _who(form: Form) -> tuple[str, ...]:
    return tuple(str(form.value(each) or "") for each in _KNOWN_BY)
