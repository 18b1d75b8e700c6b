"""A file that somebody put in, and what became of it: read and judged in worker processes with limits."""

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

__all__ = ["Checked", "Outcome", "Refused", "Upload", "check_again", "check_upload"]


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it came."""

    name: str  # as its sender called it: shown, never used as a path
    data: bytes

    @property
    def key(self) -> str:
        """Tells it from other files; the same file under the same name is the same upload."""
        return sha256(self.name.encode("utf-8", "surrogatepass") + b"\0" + self.data).hexdigest()


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


def check_upload(upload: Upload, *, notice_id: str, context: Context, tell: Callable[[str], None]) -> Outcome:
    """Read and judge an upload; `tell` is called with a few Chinese words as each stage begins."""
    try:
        tell("读取文件，识别字段")
        reading = _read(upload, notice_id)
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


def _read(upload: Upload, notice_id: str) -> Reading:
    with TemporaryDirectory(prefix="shenbao-") as folder:
        path = Path(folder) / file_name(upload.name)
        path.write_bytes(upload.data)
        return isolated(read, path, notice_id, upload.name)
