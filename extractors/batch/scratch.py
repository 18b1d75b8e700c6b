"""A folder for what is unpacked while a run lasts; the next run clears away what a killed one left."""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from extractors.batch.faults import writing

__all__ = ["scratch"]

_PREFIX = "shenbao-batch-"


@contextmanager
def scratch(note: Path) -> Iterator[Path]:
    """A folder of the system's for temporary files; `note` is a file that remembers which."""
    usual = Path(tempfile.gettempdir())
    if note.exists():
        left = Path(note.read_bytes().decode("utf-8", "replace"))
        if left.name.startswith(_PREFIX) and left.parent == usual:  # nothing else is ours to remove
            shutil.rmtree(left, ignore_errors=True)
    with writing(usual):
        folder = Path(tempfile.mkdtemp(prefix=_PREFIX))
    try:
        with writing(note):
            note.write_text(str(folder), encoding="utf-8")
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        with contextlib.suppress(OSError):  # it names a folder that is gone
            note.unlink(missing_ok=True)
