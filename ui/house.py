"""What all sessions of this process share: the open store, the uploads on their way, the pictures.

Looked up by where the data is, so that a change of the environment opens another one.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from extractors.rules import Context, Report
from extractors.workers import Crew
from ui.jobs import Jobs
from ui.rounds import Rounds
from ui.shelf import Shelf
from ui.store import Places, Store, open_store
from ui.store.core import Judge
from ui.store.judging import judge_each
from ui.store.places import places
from ui.worker import Reading

__all__ = ["House", "close_houses", "house", "warm"]

_INBOX: Final = "inbox"
_BATCHES: Final = "batches"


@dataclass(frozen=True, slots=True)
class House:
    store: Store
    jobs: Jobs
    rounds: Rounds
    shelf: Shelf
    crew: Crew  # runs rules, and opens files to draw their pages


_houses: dict[Places, House] = {}
_opening = threading.Lock()


def house() -> House:
    """The present one, opened at the first call. Raises Unusable."""
    at = places()
    with _opening:
        if at not in _houses:
            _houses[at] = _opened(at)
        return _houses[at]


def _opened(at: Places) -> House:
    crew = Crew()

    def judge(reading: Reading, contexts: Sequence[Context]) -> Sequence[Report]:
        """In a worker that has the rules at hand already: a process of its own would take a second."""
        return crew.submit(
            judge_each, reading, tuple(contexts), name=str(reading.parts["source"]["path"])
        ).result()

    store = open_store(at, judge=judge)
    jobs, rounds = Jobs(store, at.folder / _INBOX), Rounds(store, at.folder / _BATCHES)
    return House(store, jobs, rounds, Shelf(crew), crew)


def _judging(crew: Crew) -> Judge:
    """In workers that have the rules at hand already: a process of its own would take a second."""

    def judge(reading: Reading, contexts: Sequence[Context]) -> Sequence[Report]:
        name = str(reading.parts["source"]["path"])
        return crew.submit(judge_each, reading, tuple(contexts), name=name).result()

    return judge


def warm() -> None:
    """Do beforehand what the first page and the first question would wait for."""
    from importlib import import_module

    from assistant.desk import Desk
    from notices import load
    from ui.worker import NOTICE, demands

    demands(NOTICE)
    import_module("ui.widgets.downloads")  # with all formats of reports
    house().crew.submit(demands_ready, NOTICE).wait()  # the program may be ended meanwhile
    Desk(load(NOTICE)).offline("什么时候截止？")


def demands_ready(notice_id: str) -> int:
    """In a worker: have the rules at hand; how many there are."""
    from ui.worker import demands

    return len(demands(notice_id).rules)


def close_houses() -> None:
    """End what is under way, as when the program ends: what was not finished is taken up by the next one."""
    with _opening:
        for each in _houses.values():
            each.jobs.close()
            each.rounds.close()
            each.shelf.close()
            each.crew.close()
            each.store.close()
        _houses.clear()
