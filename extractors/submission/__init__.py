"""A submission: one file, a folder, or a .zip of one, that holds the application and its attachments.

    form = extract(path, spec=SPEC)

Files are opened by worker processes (`workers`) and nowhere else, but for a single Word file: the guard
keeps its reading bounded, and the caller holds it to the limits of `isolate.limited`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from extractors.attached import attach
from extractors.document import Document
from extractors.errors import Empty, NotAnApplication, NotFound, ReadError, Unsupported
from extractors.fill import fill, recognised
from extractors.form import Form, FormSpec
from extractors.guard import LIMITS, kind_of, read_bytes, refusal
from extractors.guard.faults import shown
from extractors.readers import LEGACY, PAGED, READERS
from extractors.submission.candidates import Candidate, candidates, chosen_of
from extractors.submission.gathering import File, Progress, gather, sources_of_archive
from extractors.submission.recognising import recognise_all, recognise_form
from extractors.submission.sources import JUNK, Source, digest, in_folder
from extractors.workers import Crew

__all__ = ["JUNK", "Progress", "extract"]

_AT_ONCE = frozenset({"docx"})  # kinds that are read in this process where nothing else is
_ARCHIVES = frozenset({"zip", "broken-zip"})


def extract(
    path: Path,
    *,
    spec: FormSpec,
    fast: bool = False,
    crew: Crew | None = None,
    progress: Progress | None = None,
) -> Form:
    """The form filled in at `path`. The application is recognised by its content, not its name.

    `fast`: pages that have to be recognised are left where the form does not stand on them, and told of in
    the warnings. `crew` opens the files (default: one of its own). `progress` is called in this thread, with
    what is being done, how much of it is done and how much there is, and twice a second meanwhile.

    Raises a `ReadError` where there is no form: its message is the sentence for the user.
    """
    if not path.exists():
        raise NotFound(f"找不到“{path.name or path}”，请检查路径和文件名是否正确。")
    tell = progress or _silent
    with ExitStack() as undo:
        crew = crew if crew is not None else undo.enter_context(Crew())
        if path.is_dir():
            sources = in_folder(path)
            return _of_many(path, sources, digest(sources), crew, spec, fast=fast, tell=tell)
        data = b"" if _is_large(path) else read_bytes(path)
        kind = kind_of(data) if data else "zip"
        if kind in _AT_ONCE:
            return _of_document(READERS[kind](data, name=path.name), path, spec)
        if kind in _ARCHIVES:
            folder = Path(undo.enter_context(_scratch()))
            sha256 = hashlib.sha256(data).hexdigest() if data else digest([Source(path.name, path)])
            del data
            source = Source(path.name, path)
            sources = sources_of_archive(source, crew, folder=folder, tell=tell)
            return _of_many(path, sources, sha256, crew, spec, fast=fast, tell=tell)
        if kind not in READERS and kind not in PAGED and kind not in LEGACY:
            raise refusal(kind, name=path.name)
        del data
        return _of_one(path, crew, spec, fast=fast, tell=tell)


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


def _of_one(path: Path, crew: Crew, spec: FormSpec, *, fast: bool, tell: Progress) -> Form:
    """A file that a worker reads."""
    with _scratch() as folder:
        files = _read([Source(path.name, path)], crew, Path(folder), spec, fast=fast, tell=tell)
    file = files[0]
    if file.document is None:
        assert file.trouble is not None
        raise file.trouble
    form = _of_document(file.document, path, spec)
    return replace(form, warnings=(*form.warnings, *_left_out(files)))


def _of_document(document: Document, path: Path, spec: FormSpec) -> Form:
    form = fill(document, spec)
    if not recognised(form):
        raise NotAnApplication(
            f"“{path.name}”能打开，但不是申报书：没有找到申报书的栏目；请确认是否选错了文件，或改用申报书模板填写。"
        )
    files = ({"path": path.name, "kind": "application", "pages": document.pages},)
    named = replace(form, files=files, source={"path": path.as_posix(), "sha256": document.sha256})
    return attach(named, (document,), spec)


def _of_many(
    path: Path,
    sources: Sequence[Source],
    sha256: str,
    crew: Crew,
    spec: FormSpec,
    *,
    fast: bool,
    tell: Progress,
) -> Form:
    """A folder or an archive."""
    place = f"{'文件夹' if path.is_dir() else '压缩包'}“{shown(path.name)}”"
    if not sources:
        raise Empty(f"{place}里没有文件，请放入申报书后重试。")
    with _scratch() as folder:
        files = _read(sources, crew, Path(folder), spec, fast=fast, tell=tell)
    found = candidates(files, spec)
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
    return attach(form, _documents(files, (chosen, *copies)), spec)


def _read(
    sources: Sequence[Source], crew: Crew, folder: Path, spec: FormSpec, *, fast: bool, tell: Progress
) -> list[File]:
    files = gather(sources, crew, folder=folder, tell=tell)
    if fast:
        recognise_form(files, crew, tell, spec=spec)
    else:
        recognise_all(files, crew, tell)
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
