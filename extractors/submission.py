"""A submission: one file, or a folder that holds the application and its attachments."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from extractors.document import Document
from extractors.errors import Empty, NotAnApplication, NotFound, ReadError, Unsupported
from extractors.fill import fill, recognised
from extractors.fill.attachments import attachment_of_file, with_files
from extractors.form import Evidence, Form, FormSpec
from extractors.readers import read

__all__ = ["JUNK", "extract"]

JUNK = ("~$", ".", "Thumbs.db", "desktop.ini", "__MACOSX")  # how the names begin of what no person put there


def extract(path: Path, *, spec: FormSpec) -> Form:
    """The form filled in at `path`. The application is recognised by its content, not its name.

    Raises a `ReadError` where there is none: its message is the sentence for the user.
    """
    if not path.exists():
        raise NotFound(f"找不到“{path.name or path}”，请检查路径和文件名是否正确。")
    return _of_folder(path, spec) if path.is_dir() else _of_file(path, spec)


def _of_file(path: Path, spec: FormSpec) -> Form:
    form = fill(document := read(path), spec)
    if not recognised(form):
        raise NotAnApplication(
            f"“{path.name}”能打开，但不是申报书：没有找到申报书的栏目；请确认是否选错了文件，或改用申报书模板填写。"
        )
    files = ({"path": path.name, "kind": "application", "pages": document.pages},)
    return replace(form, files=files, source={"path": path.as_posix(), "sha256": document.sha256})


class _Seen(NamedTuple):
    """One file of a folder: what it gave, or why it gave nothing."""

    name: str
    pages: int | None = None
    form: Form | None = None  # where the file is an application
    trouble: ReadError | None = None
    attachment: tuple[int, Evidence] | None = None  # which one it is, where that can be told

    @property
    def written(self) -> int:
        """How many fields are filled in: the blank form beside a filing has all the labels too."""
        return sum(answer.state == "filled" for _, answer in self.form) if self.form else -1


def _of_folder(folder: Path, spec: FormSpec) -> Form:
    paths = sorted(_files(folder))
    if not paths:
        raise Empty(f"文件夹“{folder.name}”里没有文件，请放入申报书后重试。")
    seen = [_seen(path, path.relative_to(folder).as_posix(), spec) for path in paths]
    chosen = max(seen, key=lambda each: each.written)
    if chosen.form is None:
        raise _nothing_found(folder, seen)
    beside = [each.attachment for each in seen if each.attachment is not None]
    answers = {
        field.path: with_files(answer, beside) if field.kind == "attachments" else answer
        for field, answer in chosen.form
    }
    return replace(
        chosen.form,
        answers=answers,
        files=tuple(
            {
                "path": each.name,
                "kind": "application" if each is chosen else "attachment",
                "pages": each.pages,
            }
            for each in seen
        ),
        warnings=(*chosen.form.warnings, *_warnings(seen, chosen)),
        source={"path": folder.as_posix(), "sha256": _digest(paths, folder)},
    )


def _seen(path: Path, name: str, spec: FormSpec) -> _Seen:
    try:
        document = read(path, name=name)
    except ReadError as error:  # one bad file must not hide the others; told in the warnings, or raised
        return _Seen(name, trouble=error, attachment=_attachment(name, None, spec))
    form = fill(document, spec)
    if recognised(form):
        return _Seen(name, pages=document.pages, form=form)
    return _Seen(name, pages=document.pages, attachment=_attachment(name, document, spec))


def _attachment(name: str, document: Document | None, spec: FormSpec) -> tuple[int, Evidence] | None:
    field = next((each for each in spec.fields if each.kind == "attachments"), None)
    return attachment_of_file(name, document, field) if field is not None else None


def _warnings(seen: Iterable[_Seen], chosen: _Seen) -> Iterator[str]:
    for each in seen:
        if each.trouble is not None:
            yield f"未读取：{each.trouble}"
        elif each.form is not None and each is not chosen:
            yield f"“{each.name}”也是申报书，没有采用：各项内容读自“{chosen.name}”，请只保留一份。"


def _nothing_found(folder: Path, seen: list[_Seen]) -> ReadError:
    troubles = [each.trouble for each in seen if each.trouble is not None]
    damaged = [each for each in troubles if not isinstance(each, NotAnApplication)]
    if len(damaged) == 1 or len(seen) == len(troubles) == 1:  # the likeliest to be the application
        return (damaged or troubles)[0]
    if len(seen) == len(troubles) and all(isinstance(each, Unsupported) for each in troubles):
        return Unsupported(
            f"文件夹“{folder.name}”里没有能读取的申报书：目前读取 .docx 格式，请另存为 .docx 后重试。"
        )
    return NotAnApplication(
        f"文件夹“{folder.name}”里没有找到申报书，请确认其中有填好的申报书（.docx），且没有损坏或加密。"
    )


def _files(folder: Path) -> Iterator[Path]:
    for path in folder.rglob("*"):
        if any(part.startswith(JUNK) for part in path.relative_to(folder).parts):
            continue
        if path.is_file() and not path.is_symlink():
            yield path


def _digest(paths: list[Path], folder: Path) -> str:
    """One digest of a folder: of its files' names and contents, in their order."""
    whole = hashlib.sha256()
    for path in paths:
        whole.update(path.relative_to(folder).as_posix().encode())
        with path.open("rb") as file:
            whole.update(hashlib.file_digest(file, "sha256").digest())
    return whole.hexdigest()
