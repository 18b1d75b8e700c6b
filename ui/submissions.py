"""What somebody put in, and what became of it: read and judged in worker processes with limits."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeAlias

from extractors.errors import ReadError
from extractors.form import Form
from extractors.isolate import isolated
from extractors.rules import Context, Report
from ui.filenames import file_name
from ui.worker import Reading, judge, read

__all__ = ["Checked", "Outcome", "Refused", "Upload", "check_again", "check_upload", "read_upload"]


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it came, or several that are one submission."""

    name: str  # as its sender called it: shown, never used as a path
    data: bytes = b""
    files: tuple[tuple[str, bytes], ...] = ()  # name and bytes of each, where there are several

    @classmethod
    def of(cls, *files: tuple[str, bytes]) -> Upload:
        """These files as one submission."""
        first, data = files[0]
        return cls(first, data) if len(files) == 1 else cls(f"{first} 等 {len(files)} 个文件", files=files)

    @property
    def key(self) -> str:
        """Tells it from other files; the same file under the same name is the same upload."""
        whole = sha256()
        for name, data in self.files or ((self.name, self.data),):
            whole.update(name.encode("utf-8", "surrogatepass") + b"\0" + sha256(data).digest())
        return whole.hexdigest()


@dataclass(frozen=True, slots=True)
class Checked:
    """An upload that gave a form."""

    upload: Upload
    reading: Reading
    report: Report
    context: Context

    @property
    def form(self) -> Form:
        return self.reading.form


@dataclass(frozen=True, slots=True)
class Refused:
    """An upload that gave none."""

    upload: Upload
    sentence: str  # for the user: what is wrong and what to do


Outcome: TypeAlias = Checked | Refused


def check_upload(
    upload: Upload,
    *,
    notice_id: str,
    context: Context,
    tell: Callable[[str], None],
    progress: Callable[[str, int, int], None] | None = None,
) -> Outcome:
    """Read and judge an upload; `tell` is called with a few Chinese words as each stage begins, `progress`
    with what is being read, how much of it is and how much there is.
    """
    try:
        tell("读取文件，识别字段")
        reading = read_upload(upload, notice_id=notice_id, progress=progress or _silent)
        tell("核对规则")
        report = isolated(judge, reading, context)
    except ReadError as error:
        return Refused(upload, str(error))
    tell("完成")
    return Checked(upload, reading, report, context)


def check_again(checked: Checked, *, context: Context) -> Outcome:
    """Judge what was read once more, by another view or day."""
    try:
        return replace(checked, report=isolated(judge, checked.reading, context), context=context)
    except ReadError as error:
        return Refused(checked.upload, str(error))


def _silent(what: str, done: int, total: int) -> None:
    """For who wants to hear nothing."""


def read_upload(
    upload: Upload, *, notice_id: str, progress: Callable[[str, int, int], None] = _silent
) -> Reading:
    """Read an upload in a process of its own; what `progress` raises ends that. Raises ReadError."""
    with TemporaryDirectory(prefix="shenbao-", ignore_cleanup_errors=True) as folder:
        path = Path(folder) / (file_name(upload.name) if not upload.files else "材料")
        if upload.files:
            path.mkdir()
            for name, data in upload.files:
                _free(path, file_name(name)).write_bytes(data)
        else:
            path.write_bytes(upload.data)
        return isolated(read, path, notice_id, upload.name, told=progress)


def _free(folder: Path, name: str) -> Path:
    """A path for `name` that is not taken: of two files of one name neither is lost."""
    path = folder / name
    number = 2
    while path.exists():
        path = folder / f"{Path(name).stem}（{number}）{Path(name).suffix}"
        number += 1
    return path
