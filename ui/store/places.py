"""Where the data is: one folder, one database, one place for files; each can be set."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import quote

from assistant.home import user_folder

__all__ = ["Places", "places"]

_DATA: Final = "SHENBAO_DATA"  # the folder of both
_DATABASE: Final = "SHENBAO_DATABASE"  # postgresql+psycopg://user@host/name
_FILES: Final = "SHENBAO_FILES"  # a folder, or any URL that fsspec opens


@dataclass(frozen=True, slots=True)
class Places:
    """Where one store lives. The URLs may hold passwords: they are neither shown nor logged."""

    folder: Path
    database: str  # SQLAlchemy's URL
    files: str  # a path, or a URL of fsspec's

    @classmethod
    def under(cls, folder: Path) -> Places:
        """Database and files in one folder."""
        path = quote((folder / "shenbao.db").as_posix(), safe="/:")  # a folder may have % or ? in its name
        return cls(folder, f"sqlite:///{path}", str(folder / "files"))

    def __repr__(self) -> str:
        return f"Places({str(self.folder)!r})"


def places() -> Places:
    """As the environment says, else in this user's own folder."""
    chosen = os.environ.get(_DATA, "").strip()
    usual = Places.under(Path(chosen) if chosen else user_folder() / "data")
    database = os.environ.get(_DATABASE, "").strip() or usual.database
    return Places(usual.folder, database, os.environ.get(_FILES, "").strip() or usual.files)
