"""A submission: one file, or a folder that holds the application and its attachments."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from extractors.errors import Empty, NotAnApplication, NotFound, ReadError, Unsupported
from extractors.fill import fill, recognised
from extractors.form import Form, FormSpec
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


def _of_folder(folder: Path, spec: FormSpec) -> Form:
    paths = sorted(_files(folder))
    if not paths:
        raise Empty(f"文件夹“{folder.name}”里没有文件，请放入申报书后重试。")
    best: tuple[int, Form, Path] | None = None
    files: list[Mapping[str, Any]] = []
    troubles: list[ReadError] = []
    warnings: list[str] = []
    for path in paths:
        name = path.relative_to(folder).as_posix()
        try:
            document = read(path, name=name)
        except ReadError as error:  # one bad file must not hide the others; said below, or in the warnings
            troubles.append(error)
            warnings.append(f"未读取：{error}")
            files.append({"path": name, "kind": "attachment", "pages": None})
            continue
        form = fill(document, spec)
        files.append({"path": name, "kind": "attachment", "pages": document.pages})
        known = sum(1 for answer in form.answers.values() if answer.state != "absent")
        if recognised(form) and (best is None or known > best[0]):
            best = (known, form, path)
    if best is None:
        raise _nothing_found(folder, troubles)
    _, form, path = best
    chosen = path.relative_to(folder).as_posix()
    files = [{**each, "kind": "application"} if each["path"] == chosen else each for each in files]
    return replace(
        form,
        files=tuple(files),
        warnings=(*form.warnings, *warnings),
        source={"path": folder.as_posix(), "sha256": _digest(paths, folder)},
    )


def _nothing_found(folder: Path, troubles: list[ReadError]) -> ReadError:
    if len(troubles) == 1:
        return troubles[0]
    if troubles and all(isinstance(each, Unsupported) for each in troubles):
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
