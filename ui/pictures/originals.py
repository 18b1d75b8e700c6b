"""The files of a submission, opened once more to be shown: found by their names, handed to workers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Final, NamedTuple, Self, TypeAlias, TypeVar

from extractors.document import Box
from extractors.errors import NotFound, ReadError
from extractors.form import Evidence
from extractors.submission.gathering import Progress, finished, sources_of_archive
from extractors.submission.sources import Source, in_folder
from extractors.workers import Crew, Task
from ui.pictures.context import around
from ui.pictures.drawing import Sheet, draw
from ui.pictures.office import PRINTED, Place, places, print_pdf

__all__ = ["Context", "NoPicture", "Originals", "Picture", "Shown"]

_OFFICE_SECONDS: Final = 40.0  # for LibreOffice to start and to print one file
_ARCHIVE: Final = b"PK\x03\x04"
_NO_PAGE: Final = "这一处没有页码，没有页面图。"
_NOT_FOUND: Final = "在页面上没有找到这段文字，没有页面图。"
T = TypeVar("T")


class Picture(NamedTuple):
    """A spot of a page, as PNG bytes."""

    number: int  # of the page; of a Word file, as LibreOffice prints it
    crop: bytes  # the strip of the page around the spot, as wide as the page
    page: bytes = b""  # the whole page with the spot marked, where it was asked for
    printed: bool = False  # the page is LibreOffice's, and may be another in Word


class Context(NamedTuple):
    """The lines before and after some words, cut where they are long."""

    before: tuple[str, ...]
    after: tuple[str, ...]


class NoPicture(NamedTuple):
    """Why a spot is not shown."""

    reason: str  # one Chinese sentence


Shown: TypeAlias = Picture | NoPicture


class _Spot(NamedTuple):
    path: Path
    page: int
    bbox: Box | None
    printed: bool = False
    recognised: bool = False


class Originals:
    """The file, folder or .zip at `path`, from which `Evidence` was read. A context manager.

    `crew` opens the files (default: one of its own); `office`: whether LibreOffice, where it is there, prints
    what has no pages; `progress` is called as `extract` calls it.
    """

    def __init__(
        self, path: Path, *, crew: Crew | None = None, office: bool = True, progress: Progress | None = None
    ) -> None:
        self._path = path
        self._given = crew
        self._office = office
        self._tell = progress or _silent
        self._undo = ExitStack()
        self._files: dict[str, Path] | None = None
        self._alone = False  # one file, whatever it is called
        self._prints: dict[Path, Path | ReadError] = {}
        self._made = 0

    def __enter__(self) -> Self:
        self._crew = self._given if self._given is not None else self._undo.enter_context(Crew())
        # A killed worker may still hold a file open for a moment on Windows.
        scratch = TemporaryDirectory(prefix="shenbao-", ignore_cleanup_errors=True)
        self._folder = Path(self._undo.enter_context(scratch))
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._undo.close()

    def pictures(self, evidence: Sequence[Evidence], *, whole: bool = False) -> list[Shown]:
        """The spot of each evidence, or why it is not shown. A page is drawn once, however many are on it."""
        spots = self._spots(evidence)
        pages: dict[tuple[Path, int], list[Box | None]] = defaultdict(list)
        for spot in spots:
            if isinstance(spot, _Spot) and spot.bbox not in pages[spot.path, spot.page]:
                pages[spot.path, spot.page].append(spot.bbox)
        recognised = {(each.path, each.page) for each in spots if isinstance(each, _Spot) and each.recognised}
        tasks = [
            self._crew.submit(
                draw,
                path,
                Sheet(number, tuple(boxes), whole, (path, number) in recognised),
                seconds=self._crew.limits.page_seconds,
                name=f"{path.name} 第 {number} 页",
            )
            for (path, number), boxes in pages.items()
        ]
        outcomes = dict(zip(pages, finished(tasks, self._tell, "绘制页面图"), strict=True))
        return [
            each if isinstance(each, NoPicture) else _shown(each, outcomes[each.path, each.page], pages)
            for each in spots
        ]

    def contexts(self, evidence: Sequence[Evidence]) -> list[Context | None]:
        """The lines around each evidence in a document without pages; None where none are found."""
        by_file = self._by_file(each for each in evidence if each.page is None)
        tasks = [
            self._crew.submit(around, path, [(each.location, each.quote) for each in group], name=path.name)
            for path, group in by_file.items()
        ]
        found: dict[Evidence, Context | None] = {}
        outcomes = finished(tasks, self._tell, "查找上下文")
        for group, outcome in zip(by_file.values(), outcomes, strict=True):
            if not isinstance(outcome, ReadError):  # else the words stand alone, as they were quoted
                found |= {each: told and Context(*told) for each, told in zip(group, outcome, strict=True)}
        return [found.get(each) for each in evidence]

    def _spots(self, evidence: Sequence[Evidence]) -> list[_Spot | NoPicture]:
        printed = self._printed(each for each in evidence if each.page is None)
        spots: list[_Spot | NoPicture] = []
        for each in evidence:
            path = self._locate(each.file)
            if each.page is None:
                spots.append(printed[each])
            elif isinstance(path, ReadError):
                spots.append(NoPicture(str(path)))
            else:
                spots.append(_Spot(path, each.page, each.bbox, recognised=each.method == "ocr"))
        return spots

    def _printed(self, evidence: Iterable[Evidence]) -> Mapping[Evidence, _Spot | NoPicture]:
        """Where LibreOffice prints what was read from files without pages."""
        wanted = list(dict.fromkeys(evidence))
        if not self._office:
            return dict.fromkeys(wanted, NoPicture(_NO_PAGE))
        found: dict[Evidence, _Spot | NoPicture] = {}
        for each in wanted:
            path = self._locate(each.file)
            if isinstance(path, ReadError):
                found[each] = NoPicture(str(path))
        for path, group in self._by_file(wanted).items():
            pdf = self._pdf(path)
            if isinstance(pdf, ReadError):
                found |= dict.fromkeys(group, NoPicture(str(pdf)))
                continue
            lines = (context or Context((), ()) for context in self.contexts(group))
            quotes = [
                (each.quote, (*near.before, *near.after)) for each, near in zip(group, lines, strict=True)
            ]
            outcome = self._told(self._crew.submit(places, pdf, quotes, name=path.name), "查找位置")
            if isinstance(outcome, ReadError):
                found |= dict.fromkeys(group, NoPicture(str(outcome)))
            else:
                found |= {each: _placed(pdf, place) for each, place in zip(group, outcome, strict=True)}
        return found

    def _pdf(self, path: Path) -> Path | ReadError:
        """The file as LibreOffice prints it, once."""
        if path not in self._prints:
            self._made += 1
            folder = self._folder / f"printed-{self._made}"
            task = self._crew.submit(print_pdf, path, folder, seconds=_OFFICE_SECONDS, name=path.name)
            outcome = self._told(task, "排出页面")
            self._prints[path] = outcome if isinstance(outcome, ReadError) else folder / PRINTED
        return self._prints[path]

    def _told(self, task: Task[T], what: str) -> T | ReadError:
        (outcome,) = finished([task], self._tell, what)
        return outcome

    def _by_file(self, evidence: Iterable[Evidence]) -> dict[Path, list[Evidence]]:
        """By where they can be opened; those whose file is not found are left out."""
        groups: dict[Path, list[Evidence]] = defaultdict(list)
        for each in dict.fromkeys(evidence):
            path = self._locate(each.file)
            if not isinstance(path, ReadError):
                groups[path].append(each)
        return groups

    def _locate(self, name: str) -> Path | ReadError:
        """Where the file `name` of the submission can be opened; archives are unpacked at the first need."""
        try:
            if self._files is None:
                self._files = self._listed()
            if self._alone:
                return self._path
            while name not in self._files:
                archive = next((each for each in self._files if name.startswith(f"{each}/")), None)
                if archive is None:
                    return NotFound(f"材料里找不到“{name}”。")
                path = self._files.pop(archive)
                self._files |= {
                    f"{archive}/{each.name}": each.path for each in self._unpacked(Source(archive, path))
                }
            return self._files[name]
        except ReadError as error:
            return error

    def _listed(self) -> dict[str, Path]:
        if self._path.is_dir():
            return dict(in_folder(self._path))
        if _is_archive(self._path):
            return dict(self._unpacked(Source(self._path.name, self._path)))
        self._alone = True
        return {self._path.name: self._path}

    def _unpacked(self, source: Source) -> list[Source]:
        self._made += 1
        folder = self._folder / f"unpacked-{self._made}"
        return sources_of_archive(source, self._crew, folder=folder, tell=self._tell)


def _silent(what: str, done: int, total: int) -> None:
    """For who wants to hear nothing."""


def _placed(pdf: Path, place: Place | None) -> _Spot | NoPicture:
    return NoPicture(_NOT_FOUND) if place is None else _Spot(pdf, *place, printed=True)


def _shown(
    spot: _Spot,
    outcome: Sequence[tuple[bytes, bytes]] | ReadError,
    pages: Mapping[tuple[Path, int], Sequence[Box | None]],
) -> Shown:
    if isinstance(outcome, ReadError):
        return NoPicture(str(outcome))
    crop, page = outcome[pages[spot.path, spot.page].index(spot.bbox)]
    return Picture(spot.page, crop, page, spot.printed)


def _is_archive(path: Path) -> bool:
    """A .zip that holds files, and no office file, which is one too; by what is in it where it is small."""
    from extractors.guard import LIMITS, kind_of, read_bytes

    if path.stat().st_size > LIMITS.file:
        with path.open("rb") as file:
            return file.read(len(_ARCHIVE)) == _ARCHIVE
    return kind_of(read_bytes(path)) in {"zip", "broken-zip"}
