"""Pictures kept, let go, and made once: with originals that only count how often they are asked."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Any, ClassVar, Self

import pytest

import ui.shelf
from extractors.form import Evidence
from extractors.workers import Crew
from ui.pictures import Picture, Shown
from ui.shelf import Shelf
from ui.store import Desk, Version

PLACES = [Evidence("申报书.docx", f"段落 {number}", "字") for number in range(3)]


class Counting:
    """Stands for `Originals`: every picture is a hundred bytes."""

    opened: ClassVar[list[Path]] = []
    closed = 0
    asked: ClassVar[list[Evidence]] = []

    def __init__(self, path: Path, *, crew: Crew) -> None:
        assert crew is not None
        self.opened.append(path)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        type(self).closed += 1

    def pictures(self, evidence: Sequence[Evidence], *, whole: bool = False) -> list[Shown]:
        assert not whole
        self.asked.extend(evidence)
        return [Picture(1, b"x" * 100) for _ in evidence]


@pytest.fixture
def counting(monkeypatch: pytest.MonkeyPatch) -> type[Counting]:
    Counting.opened, Counting.closed, Counting.asked = [], 0, []
    monkeypatch.setattr(ui.shelf, "Originals", Counting)
    return Counting


@pytest.fixture
def shelf(counting: type[Counting]) -> Iterator[Shelf]:
    with Crew(workers=1) as crew:
        made = Shelf(crew)
        yield made
        made.close()


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    @contextmanager
    def folder(submission: str, version: int) -> Iterator[Path]:
        yield tmp_path / submission / str(version)

    found: Any = SimpleNamespace(contents=SimpleNamespace(folder=folder))
    return found  # type: ignore[no-any-return]


def version(name: str, *files: str) -> Version:
    stored: Any = tuple(SimpleNamespace(name=each) for each in files or ("申报书.docx",))
    return Version(id=name, number=1, name=name, files=stored, by="", created=None)  # type: ignore[arg-type]


def test_a_picture_is_made_once(shelf: Shelf, desk: Desk, counting: type[Counting]) -> None:
    for wanted in (PLACES[:2], PLACES, PLACES[:1]):
        assert len(shelf.pictures(desk, "甲", version("1"), wanted)) == len(wanted)
    assert counting.asked == PLACES
    assert len(counting.opened) == 1


@pytest.mark.parametrize(
    ("files", "opened"), [(("a.docx",), Path("甲/1/a.docx")), (("a.docx", "b.pdf"), Path("甲/1"))]
)
def test_one_file_is_opened_itself_and_several_as_their_folder(
    files: tuple[str, ...],
    opened: Path,
    shelf: Shelf,
    desk: Desk,
    counting: type[Counting],
    tmp_path: Path,
) -> None:
    shelf.pictures(desk, "甲", version("1", *files), PLACES)
    assert counting.opened == [tmp_path / opened]


def test_only_the_last_few_stay_open(shelf: Shelf, desk: Desk, counting: type[Counting]) -> None:
    for number in range(10):
        shelf.pictures(desk, "甲", version(f"{number}"), PLACES)
    assert counting.closed == 4


def test_pictures_take_no_more_memory_than_they_may(
    shelf: Shelf, desk: Desk, counting: type[Counting], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ui.shelf, "_BYTES", 250)
    shelf.pictures(desk, "甲", version("1"), PLACES[:2])
    shelf.pictures(desk, "甲", version("1"), PLACES[2:])
    shelf.pictures(desk, "甲", version("1"), PLACES[2:])
    assert counting.asked == PLACES
    shelf.pictures(desk, "甲", version("1"), PLACES[:1])
    assert counting.asked == [*PLACES, PLACES[0]]


def test_what_is_deleted_is_let_go(shelf: Shelf, desk: Desk, counting: type[Counting]) -> None:
    shelf.pictures(desk, "甲", version("1"), PLACES)
    shelf.forget([version("1")])
    assert counting.closed == 1
    shelf.pictures(desk, "甲", version("1"), PLACES[:1])
    assert counting.asked == [*PLACES, PLACES[0]]


def test_pictures_are_prepared_once_and_found(shelf: Shelf, desk: Desk, counting: type[Counting]) -> None:
    for _ in range(3):
        shelf.prepare(desk, "甲", version("1"), [*PLACES, *PLACES])
    shelf.close()
    assert counting.asked == PLACES
