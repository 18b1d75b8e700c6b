"""What LibreOffice makes of Word files: PDF in several ways, and the old formats."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Final

__all__ = ["EXPORTS", "NoOffice", "converted", "pdfs"]

_PATIENCE: Final = 90.0  # seconds for one file; LibreOffice starts in that time too
EXPORTS: Final[Mapping[str, Mapping[str, object]]] = {
    "plain": {},
    "tagged": {"UseTaggedPDF": True, "ExportBookmarks": True},
    "untagged": {"UseTaggedPDF": False, "ExportFormFields": False},
    "archive": {"SelectPdfVersion": 2},  # PDF/A-2b
    "version16": {"SelectPdfVersion": 16, "ExportFormFields": False},
    "pictures_reduced": {"ReduceImageResolution": True, "Quality": 60},
}


class NoOffice(RuntimeError):
    """LibreOffice is not on this machine, or it made nothing."""


def pdfs(files: Mapping[str, bytes], *, export: str = "plain") -> dict[str, bytes]:
    """PDFs of these files by the name without its ending; `export` is one of EXPORTS."""
    options = {
        name: {"type": "boolean" if isinstance(value, bool) else "long", "value": str(value).lower()}
        for name, value in EXPORTS[export].items()
    }
    told = f":{json.dumps(options)}" if options else ""
    return converted(files, to="pdf", how=f"pdf:writer_pdf_Export{told}")


def converted(files: Mapping[str, bytes], *, to: str, how: str) -> dict[str, bytes]:
    """The files after `--convert-to how`, by the name without its ending. Raises NoOffice."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        raise NoOffice("LibreOffice is not installed")
    with tempfile.TemporaryDirectory() as folder:
        given, made = Path(folder, "in"), Path(folder, "out")
        given.mkdir()
        for name, data in files.items():
            (given / name).write_bytes(data)
        command = [program, f"-env:UserInstallation={Path(folder, 'profile').as_uri()}", "--headless"]
        command += ["--convert-to", how, "--outdir", str(made), *(str(given / name) for name in files)]
        _run(command, seconds=_PATIENCE + 8 * len(files))
        found = {name: made / f"{Path(name).stem}.{to}" for name in files}
        missing = [name for name, path in found.items() if not path.exists()]
        if missing:
            raise NoOffice(f"LibreOffice made nothing of {', '.join(missing)}")
        return {Path(name).stem: path.read_bytes() for name, path in found.items()}


def _run(command: list[str], *, seconds: float) -> None:
    """Run it; at the limit it and its children are ended."""
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    epoch = {**os.environ, "SOURCE_DATE_EPOCH": "1668700800"}  # no clock in what comes out
    process = subprocess.Popen(  # noqa: S603 - LibreOffice, found on PATH
        command, env=epoch, start_new_session=os.name == "posix", **quiet
    )  # type: ignore[call-overload]
    try:
        process.wait(timeout=seconds)
    except subprocess.TimeoutExpired as error:
        if os.name == "posix":
            os.killpg(process.pid, signal.SIGKILL)
        process.kill()
        process.wait()
        raise NoOffice(f"LibreOffice took longer than {seconds:.0f} s") from error
