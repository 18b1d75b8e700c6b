"""A filing in some format: its files, what is in it, and where each of its pages comes from."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from eval.filings.make import as_json, make, named
from eval.filings.script import Rendered

__all__ = ["UPRIGHT", "Filed", "Filing", "Matrix", "Patch", "Sheet", "load", "save", "truth_of"]

Matrix = tuple[float, float, float, float, float, float, float, float, float]  # 3 × 3, by rows
UPRIGHT: Final[Matrix] = (1, 0, 0, 0, 1, 0, 0, 0, 1)
_SOURCES: Final = ".sources"


@dataclass(frozen=True, slots=True)
class Filing:
    """Which filing is drawn. `small` is its text in 10.5 points: as many words on fewer pages."""

    style: str
    seed: int
    small: bool = False

    @property
    def case(self) -> str:
        return f"{self.style}-{self.seed}{'-small' if self.small else ''}"


@dataclass(frozen=True, slots=True)
class Patch:
    """A page of the source as it lies on a delivered page: `matrix` maps points to points, top left both."""

    page: int  # of the source, from 1
    matrix: Matrix = UPRIGHT


Sheet = tuple[Patch, ...]


@dataclass(frozen=True, slots=True)
class Filed:
    """What is delivered. A single file is `{its name: bytes}`; more of them are a folder.

    `source` is a PDF whose text is good: it says what stands where. Without `sheets` its pages are those
    that are delivered. `paths` are the fields that can be in it at all, where it is a part of a filing.
    """

    case: str
    files: Mapping[str, bytes]
    truth: Rendered
    source: bytes | None = None
    sheets: tuple[Sheet, ...] | None = None
    paths: tuple[str, ...] | None = None
    expected: Mapping[str, Any] = field(default_factory=dict)  # what a check must say of it

    @property
    def name(self) -> str:
        """Of the file; of the folder, where there are several."""
        return next(iter(self.files)) if len(self.files) == 1 else self.case


def truth_of(filing: Filing) -> Rendered:
    return make(filing.style, filing.seed)


def save(filed: Filed, folder: Path) -> Path:
    """Write the files and, beside them, `CASE.json`; gives the path to be read."""
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / filed.name
    if len(filed.files) > 1:
        target.mkdir(exist_ok=True)
    for name, data in filed.files.items():
        path = folder / name if len(filed.files) == 1 else target / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    about = json.loads(as_json(named(filed.truth, filed.name)))
    about |= {"file": filed.name, "source": None, "expected": dict(filed.expected), "paths": filed.paths}
    if filed.source is not None:
        source = Path(_SOURCES) / f"{filed.case}.pdf"
        (folder / _SOURCES).mkdir(exist_ok=True)
        (folder / source).write_bytes(filed.source)
        about["source"] = source.as_posix()
    about["sheets"] = filed.sheets and [
        [[each.page, each.matrix] for each in sheet] for sheet in filed.sheets
    ]
    path = folder / f"{filed.case}.json"
    path.write_text(json.dumps(about, ensure_ascii=False, indent=1), encoding="utf-8")
    return target


def load(path: Path) -> tuple[Filed, Path]:
    """A filing that `save` wrote, from its .json, and the path to be read; its files stay on disk."""
    about = json.loads(path.read_text(encoding="utf-8"))
    truth = Rendered(
        docx=b"",
        values=about["values"],
        states=about["states"],
        also={key: tuple(each) for key, each in about["also"].items()},
        also_states={key: tuple(each) for key, each in about["also_states"].items()},
        notes=about["notes"],
        foreign_units=about["foreign_units"],
    )
    sheets = about["sheets"] and tuple(
        tuple(Patch(page, tuple(matrix)) for page, matrix in sheet) for sheet in about["sheets"]
    )
    source = (path.parent / about["source"]).read_bytes() if about["source"] else None
    filed = Filed(
        case=path.stem,
        files={},
        truth=truth,
        source=source,
        sheets=sheets,
        paths=tuple(about["paths"]) if about["paths"] else None,
        expected=about["expected"],
    )
    return filed, path.parent / about["file"]
