"""A submission: one file, a folder, or a .zip of one, that holds the application and its attachments.

    form = extract(path, spec=SPEC)

Files are opened by worker processes (`workers`) and nowhere else, but for a single Word file: the guard
keeps its reading bounded, and the caller holds it to the limits of `isolate.limited`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple, TypeAlias

from extractors.document import Document
from extractors.errors import Empty, NotAnApplication, NotFound, ReadError, Unsupported
from extractors.fill import fill, recognised
from extractors.form import Form, FormSpec
from extractors.guard import LIMITS, kind_of, read_bytes, refusal
from extractors.guard.faults import shown
from extractors.isolate import waiting
from extractors.readers import LEGACY, PAGED, READERS
from extractors.submission.attachments import Places, with_attachments
from extractors.submission.candidates import Candidate, candidates, chosen_of, is_own_report
from extractors.submission.gathering import File, Progress, gather, sources_of_archive
from extractors.submission.recognising import recognise_all, recognise_form
from extractors.submission.sources import JUNK, Source, digest, in_folder
from extractors.workers import Crew

__all__ = ["JUNK", "Attend", "Progress", "Propose", "extract"]

Propose: TypeAlias = Callable[[Form, Document], Form]
Attend: TypeAlias = Callable[[Sequence[Document]], None]

_AT_ONCE = frozenset({"docx"})  # kinds that are read in this process where nothing else is
_ARCHIVES = frozenset({"zip", "broken-zip"})


class _Way(NamedTuple):
    """How a submission is read: what `extract` was told."""

    crew: Crew
    spec: FormSpec
    fast: bool
    tell: Progress
    propose: Propose | None
    attend: Attend | None

    def proposed(self, form: Form, document: Document) -> Form:
        if self.propose is None:
            return form
        with waiting():  # for somebody else's answer
            return self.propose(form, document)

    def attached(self, form: Form, documents: Sequence[Document], places: Places) -> Form:
        if self.attend is not None:
            self.attend(documents)
        return with_attachments(form, documents, places, spec=self.spec, crew=self.crew, tell=self.tell)


def extract(
    path: Path,
    *,
    spec: FormSpec,
    fast: bool = False,
    crew: Crew | None = None,
    progress: Progress | None = None,
    propose: Propose | None = None,
    attend: Attend | None = None,
) -> Form:
    """The form filled in at `path`. The application is recognised by its content, not its name.

    `fast`: pages that have to be recognised are left where the form does not stand on them, and told of in
    the warnings. `crew` opens the files (default: one of its own). `progress` is called in this thread, with
    what is being done, how much of it is done and how much there is, and twice a second meanwhile. `propose`
    gets the application's form and document, and gives the form with what else it found in there. `attend`
    is shown all documents that were read, those of the attachments among them.

    Raises a `ReadError` where there is no form: its message is the sentence for the user.
    """
    if not path.exists():
        raise NotFound(f"找不到“{path.name or path}”，请检查路径和文件名是否正确。")
    with ExitStack() as undo:
        crew = crew if crew is not None else undo.enter_context(Crew())
        way = _Way(crew, spec, fast, progress or _silent, propose, attend)
        if path.is_dir():
            sources = in_folder(path)
            folder = Path(undo.enter_context(_scratch()))
            return _of_many(path, sources, digest(sources), folder, way)
        data = b"" if _is_large(path) else read_bytes(path)
        kind = kind_of(data) if data else "zip"
        if kind in _AT_ONCE:
            return _of_document(READERS[kind](data, name=path.name), path, Places({path.name: path}), way)
        folder = Path(undo.enter_context(_scratch()))
        if kind in _ARCHIVES:
            sha256 = hashlib.sha256(data).hexdigest() if data else digest([Source(path.name, path)])
            del data
            source = Source(path.name, path)
            sources = sources_of_archive(source, crew, folder=folder, tell=way.tell)
            return _of_many(path, sources, sha256, folder, way)
        if kind not in READERS and kind not in PAGED and kind not in LEGACY:
            raise refusal(kind, name=path.name)
        del data
        return _of_one(path, folder, way)


def _silent(what: str, done: int, total: int) -> None:
    """For who wants to hear nothing."""


def _scratch() -> TemporaryDirectory[str]:
    # A killed worker may still hold a file open for a moment on Windows.
    return TemporaryDirectory(prefix="shenbao-", ignore_cleanup_errors=True)


def _is_large(path: Path) -> bool:
    """Whether the file is too large to be anything but an archive of files."""
    if not path.is_file() or path.stat().st_size <= LIMITS.file:
        return False
    with path.open("rb") as file:
        return file.read(4) == b"PK\x03\x04"


def _of_one(path: Path, folder: Path, way: _Way) -> Form:
    """A file that a worker reads."""
    files = _read([Source(path.name, path)], folder, way)
    file = files[0]
    if file.document is None:
        assert file.trouble is not None
        raise file.trouble
    form = _of_document(file.document, path, Places.of(files), way)
    return replace(form, warnings=(*form.warnings, *_left_out(files)))


def _of_document(document: Document, path: Path, places: Places, way: _Way) -> Form:
    if is_own_report(document, way.spec):
        raise NotAnApplication(f"“{path.name}”是本程序写出的报告，或是汇总表，不是申报书，请选择申报书本身。")
    form = fill(document, way.spec)
    if not recognised(form):
        raise NotAnApplication(
            f"“{path.name}”能打开，但不是申报书：没有找到申报书的栏目；请确认是否选错了文件，或改用申报书模板填写。"
        )
    files = ({"path": path.name, "kind": "application", "pages": document.pages},)
    named = replace(form, files=files, source={"path": path.as_posix(), "sha256": document.sha256})
    return way.attached(way.proposed(named, document), (document,), places)


def _of_many(path: Path, sources: Sequence[Source], sha256: str, folder: Path, way: _Way) -> Form:
    """A folder or an archive; `folder` is for what is unpacked, which is opened again in the end."""
    place = f"{'文件夹' if path.is_dir() else '压缩包'}“{shown(path.name)}”"
    if not sources:
        raise Empty(f"{place}里没有文件，请放入申报书后重试。")
    files = _read(sources, folder, way)
    found = candidates(files, way.spec)
    if not found:
        raise _nothing_found(place, files)
    chosen, copies = chosen_of(found)
    applications = {name for each in (chosen, *copies) for name in each.names}
    form = replace(
        chosen.form,
        copies=tuple(each.form for each in copies),
        files=tuple(
            {
                "path": file.name,
                "kind": "application" if file.name in applications else "attachment",
                "pages": file.document.pages if file.document is not None else None,
            }
            for file in files
        ),
        warnings=(*chosen.form.warnings, *_warnings(files, found, chosen, copies)),
        source={"path": path.as_posix(), "sha256": sha256},
    )
    form = way.proposed(form, chosen.document)
    joined = {name for each in (chosen, *copies) if len(each.names) > 1 for name in each.names}
    return way.attached(form, _documents(files, (chosen, *copies)), Places.of(files, joined=joined))


def _read(sources: Sequence[Source], folder: Path, way: _Way) -> list[File]:
    files = gather(sources, way.crew, folder=folder, tell=way.tell)
    if way.fast:
        recognise_form(files, way.crew, way.tell, spec=way.spec)
    else:
        recognise_all(files, way.crew, way.tell)
    return files


def _documents(files: Sequence[File], applications: Sequence[Candidate]) -> tuple[Document, ...]:
    """One document a file, by name; pictures that are pages of one application are one."""
    joined = {name: each.document for each in applications for name in each.names}
    own = [joined.get(file.name, file.document) for file in files]
    return tuple({each.name: each for each in own if each is not None}.values())


def _warnings(
    files: Sequence[File], found: Sequence[Candidate], chosen: Candidate, copies: Sequence[Candidate]
) -> Iterator[str]:
    for file in files:
        if file.trouble is not None:
            name = shown(file.name)
            named = name in str(file.trouble)
            yield f"未读取：{file.trouble}" if named else f"未读取“{name}”：{file.trouble}"
    yield from _left_out(files)
    for each in found:
        if each is not chosen and each not in copies:
            yield f"“{each.name}”也是申报书，没有采用：各项内容读自“{chosen.name}”，请只保留一份。"


def _left_out(files: Sequence[File]) -> Iterator[str]:
    """Pages that nobody has read."""
    for file in files:
        name = shown(file.name)
        if file.failed and file.trouble is None:
            yield f"“{name}”{_pages(file.failed)}没有识别出来，请人工查看。"
        if file.left:
            yield f"“{name}”{_pages(file.left)}是扫描页，快速读取时没有识别，要识别请不带 --fast 再运行一次。"


def _pages(numbers: Sequence[int]) -> str:
    """`第 3-7、9 页`."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and number == runs[-1][-1] + 1:
            runs[-1][1:] = [number]
        else:
            runs.append([number])
    told = "、".join("-".join(map(str, run)) for run in runs[:10])
    return f"第 {told} {'页' if len(runs) <= 10 else '等页'}"


def _nothing_found(place: str, files: Sequence[File]) -> ReadError:
    troubles = [file.trouble for file in files if file.trouble is not None]
    damaged = [each for each in troubles if not isinstance(each, NotAnApplication)]
    if len(damaged) == 1 or len(files) == len(troubles) == 1:  # the likeliest to be the application
        return (damaged or troubles)[0]
    if len(files) == len(troubles) and all(isinstance(each, Unsupported) for each in troubles):
        return Unsupported(
            f"{place}里没有能读取的申报书：能读取 Word、WPS、PDF、OFD 和图片，请另存为其中一种后重试。"
        )
    return NotAnApplication(f"{place}里没有找到申报书，请确认其中有填好的申报书，且没有损坏或加密。")
