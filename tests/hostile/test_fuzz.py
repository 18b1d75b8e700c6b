"""Thousands of ways to be slightly wrong: each is read or refused, in time, and no process dies of it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from extractors.workers import Crew
from tests.hostile.fuzzing import SAMPLES, tried

# Files of each kind; a docx is a whole filing, and has `test_nonsense` besides.
COUNTS = {"docx": 20, "pdf": 120, "ofd": 60, "xlsx": 60, "xls": 60, "doc": 80}
USUAL = 50
SECONDS = 20.0


@pytest.fixture(scope="module")
def crew() -> Iterator[Crew]:
    with Crew(workers=2) as made:
        yield made


@pytest.mark.parametrize("kind", SAMPLES)
def test_a_file_with_something_changed_is_read_or_refused(crew: Crew, kind: str) -> None:
    seeds = range(COUNTS.get(kind, USUAL))
    halves = (seeds[::2], seeds[1::2])
    tasks = [crew.submit(tried, kind, half, seconds=SECONDS, name=kind) for half in halves]
    outcomes = [task.result() for task in tasks]  # a worker that died or hung raises
    assert [fault for _, faults in outcomes for fault in faults] == []
    assert 0 < sum(done for done, _ in outcomes) <= len(seeds), "some are sound still"
