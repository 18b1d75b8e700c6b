"""Every format that is read, made by somebody who means harm: a form, or one sentence with the right code."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from extractors.errors import ReadError, TooLarge
from extractors.form import Form
from extractors.guard import LIMITS
from extractors.submission import extract
from extractors.workers import Crew
from notices.hebei_2022_719.form import SPEC
from tests.hostile.bad_archives import ARCHIVES
from tests.hostile.bad_ofds import OFDS
from tests.hostile.bad_pdfs import PDFS
from tests.hostile.bad_pictures import PICTURES
from tests.hostile.bad_sheets import SHEETS
from tests.hostile.conftest import SENTENCE

Table = Mapping[str, tuple[Callable[[], bytes], frozenset[str | None]]]
# They end at the memory's limit, the sooner the lower it is.
GREEDY = ("forms in a circle", "content of 1 GiB, packed thrice")
# Seconds each, to make or to read, until a limit ends them: one of a sort is enough here.
SLOW = frozenset(
    {
        *GREEDY, "a picture of 1 GiB, packed twice", "1 000 000 characters", "PNG with 200 MB of words",
        "a file of 300 MB that says 1 kB", "forms in one another, 3^18", "forms in one another, 10^9", "content of 1 GiB", "2 000 000 drawn squares",
        "a path of 2 000 000 pieces", "a picture of 1 GiB", "a picture of 2^31 by 2^31",
        "JBIG2 of 2^31 by 2^31", "CCITT of 60 000 by 60 000", "CCITT of 2^31 columns",
        "JPEG 2000 of 60 000 by 60 000", "JPEG 2000 of 10^9 tiles", "1 000 000 letters", "300 000 objects",
        "100 000 crossing lines", "100 000 small squares", "a page 3 000 times", "a page of 300 MB",
        "PNG of 1 000 000 small pieces", "EXIF of 2^31 entries",
        "cells at both ends of 20 000 rows", "500 sheets that are one", "a list of 3 000 000 rows",
        "columns hidden 10^9 times", "40 files of 30 MB in an archive", "a file of 300 MB",
    }
)  # fmt: skip


@pytest.fixture(scope="module")
def crew() -> Iterator[Crew]:
    with Crew(workers=1) as made:
        yield made


def rows(**tables: Table) -> list[Any]:
    return [
        pytest.param(make, allowed, id=f"{kind}: {name}")
        for kind, table in tables.items()
        for name, (make, allowed) in table.items()
        if name not in SLOW
    ]


ALL = rows(pdf=PDFS, picture=PICTURES, ofd=OFDS, sheet=SHEETS, archive=ARCHIVES)


@pytest.mark.parametrize(("make", "allowed"), ALL)
def test_a_hostile_file_ends_as_it_should(
    crew: Crew, tmp_path: Path, make: Callable[[], bytes], allowed: frozenset[str | None]
) -> None:
    path = tmp_path / "内" / "申报书.docx"
    path.parent.mkdir()
    path.write_bytes(make())
    outcome = ended(path, crew)
    assert (outcome.code if isinstance(outcome, ReadError) else None) in allowed
    if isinstance(outcome, ReadError):
        assert SENTENCE.fullmatch(str(outcome))
    assert sorted(each.name for each in tmp_path.iterdir()) == ["内"]
    assert [each.name for each in path.parent.iterdir()] == ["申报书.docx"]


@pytest.mark.parametrize("name", GREEDY)
def test_what_wants_too_much_memory_is_told_of_the_limit(tmp_path: Path, name: str) -> None:
    path = tmp_path / "申报书.pdf"
    path.write_bytes(PDFS[name][0]())
    with Crew(workers=1, limits=replace(LIMITS, memory=300 << 20)) as small:
        outcome = ended(path, small)
    assert isinstance(outcome, TooLarge)
    assert "内存超过 300 MB 的上限" in str(outcome)


def ended(path: Path, crew: Crew) -> Form | ReadError:
    try:
        return extract(path, spec=SPEC, crew=crew)
    except ReadError as error:
        return error
