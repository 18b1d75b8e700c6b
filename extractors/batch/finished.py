"""What the last run left: if nothing has changed since, there is nothing to do."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from extractors.batch.entries import look_at
from extractors.batch.faults import writing
from extractors.batch.store import put_in_place, replaced

__all__ = ["Counts", "Finished", "Outputs"]

_UNFINISHED = ".shenbao-part"


class Counts(NamedTuple):
    """How many submissions came out how."""

    passed: int = 0
    review: int = 0
    failed: int = 0  # the check found errors
    unread: int = 0

    @property
    def total(self) -> int:
        return sum(self)


class Outputs:
    """The files of a set."""

    def __init__(self, folder: Path, names: Iterable[str]) -> None:
        self._folder = folder
        self.names = tuple(names)

    @property
    def paths(self) -> tuple[Path, ...]:
        return tuple(map(self.path, self.names))

    def path(self, name: str) -> Path:
        return self._folder / name

    def look(self) -> list[str]:
        """How they look: of what somebody has opened and saved, another."""
        return [look_at(path).mark for path in self.paths]

    def written_by(self, write: Callable[..., None], name: str, *arguments: Any) -> None:
        """Have `write` write one of them, whole or not at all. Raises CannotWrite."""
        path = self.path(name)
        beside = path.with_name(f".{path.stem}{_UNFINISHED}{path.suffix}")
        with writing(path):
            try:
                write(beside, *arguments)
                put_in_place(beside, path)
            finally:
                beside.unlink(missing_ok=True)


class Finished:
    """A note of what a whole run was of, and what it came to."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def still(self, mark: Sequence[object], outputs: Outputs) -> Counts | None:
        """What the last run came to, if another would do the same all over."""
        try:
            told = json.loads(self._path.read_bytes())
            same = told["mark"] == list(mark) and told["outputs"] == outputs.look()
            return Counts(**told["counts"]) if same else None
        except (OSError, ValueError, KeyError, TypeError):  # none, or none of ours
            return None

    def forget(self) -> None:
        with writing(self._path):
            self._path.unlink(missing_ok=True)

    def note(self, mark: Sequence[object], counts: Counts, outputs: Outputs) -> None:
        told = {"mark": list(mark), "counts": counts._asdict(), "outputs": outputs.look()}
        with replaced(self._path) as file:
            file.write(json.dumps(told).encode("ascii"))
