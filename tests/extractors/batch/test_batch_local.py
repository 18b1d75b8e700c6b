"""The engine of one machine: forked and started readers give the same, and one that dies is told of."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

import pytest

from extractors.batch import Brief, Done, Order
from extractors.batch.local import LocalEngine, outcome
from extractors.batch.reading import _Watchful, read
from extractors.errors import NotFound, ReadError, TimedOut
from extractors.workers import Died
from extractors.workers.confine import Bounds
from extractors.workers.hands import Spawning, Starter
from tests.extractors.batch.running import DAY, filing
from ui.batching import WARM, brief_of


@pytest.fixture(params=["as the platform does", "started"])
def engine(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[LocalEngine]:
    if request.param == "started":  # as on Windows, everywhere

        def spawning(bounds: Bounds, *, program: tuple[str, ...]) -> Starter:
            return Spawning(bounds, program=program)

        monkeypatch.setattr("extractors.batch.local.starter", spawning)
    made = LocalEngine(1, warm=WARM)
    yield made
    made.close()


@pytest.fixture(scope="module")
def brief() -> Brief:
    return brief_of(Namespace(view="applicant", today=DAY, adjusted=[], fast=False))[0]


def test_orders_come_back_done_as_in_one_process(engine: LocalEngine, brief: Brief, tmp_path: Path) -> None:
    for seed in (1, 2):
        (tmp_path / f"{seed}.docx").write_bytes(filing(seed))
    (tmp_path / "3.docx").mkdir()
    orders = [Order(n, f"{n}.docx", str(tmp_path / f"{n}.docx")) for n in (1, 2, 3, 4)]
    done = {order.number: done for order, done in filter(None, engine.carry_out(brief, iter(orders)))}
    assert {number: each.code for number, each in done.items()} == {1: "", 2: "", 3: "empty", 4: "not_found"}
    for number in (1, 2):
        assert done[number].parts == read(brief, orders[number - 1]).parts


def test_what_breaks_while_orders_are_made_is_raised(engine: LocalEngine, brief: Brief) -> None:
    def orders() -> Iterator[Order]:
        yield from ()
        raise RuntimeError("no order")

    with pytest.raises(RuntimeError, match="no order"):
        list(engine.carry_out(brief, orders()))


def test_the_form_that_was_read_before_stands_for_the_file(brief: Brief, tmp_path: Path) -> None:
    path = tmp_path / "1.docx"
    path.write_bytes(filing(1))
    first = read(brief, Order(0, "1.docx", str(path)))
    path.write_bytes(b"no longer asked")
    known = Order(0, "1.docx", str(path), digest=first.digest, sure=True, form=first.form)
    second = read(brief, known)
    assert second.parts == first.parts
    assert second.form == b""
    assert read(brief, known._replace(sure=False)).code == "unsupported"


@pytest.mark.parametrize(
    ("said", "code", "lasting"),
    [
        (Died("…"), "internal", False),
        (TimedOut("读取超时。"), "timeout", True),
        (NotFound("找不到。"), "not_found", True),
        (ReadError("程序出错。"), "internal", False),
    ],
)
def test_what_no_process_lived_to_say_is_said_for_it(said: ReadError, code: str, *, lasting: bool) -> None:
    done = outcome(said, Order(0, "甲.docx", "甲.docx"))
    assert (done.code, done.lasting) == (code, lasting)
    assert done.message.endswith(("。", "…"))
    assert outcome(said, Order(0, "甲.docx", "甲.docx", tried=True)).lasting


def test_what_is_done_is_handed_on_as_it_is() -> None:
    done = Done(digest="1")
    assert outcome(done, Order(0, "甲.docx", "甲.docx")) is done


@pytest.mark.skipif(sys.platform == "win32", reason="there are no signals to send")
def test_a_reader_that_dies_takes_one_submission_with_it(brief: Brief, tmp_path: Path) -> None:
    (tmp_path / "1.docx").write_bytes(filing(1))
    engine = LocalEngine(1, warm="tests.extractors.batch.test_batch_local:end_at_the_second")
    try:
        orders = [Order(n, f"{n}.docx", str(tmp_path / "1.docx")) for n in range(3)]
        codes = [done.code for _, done in filter(None, engine.carry_out(brief, iter(orders)))]
    finally:
        engine.close()
    assert codes.count("internal") == 1
    assert codes.count("") == 2


def test_a_worker_that_a_reader_lost_is_remembered_once() -> None:
    with _Watchful(workers=1) as crew:
        assert isinstance(crew.submit(os._exit, 3).outcome(), Died)
        assert crew.has_lost_one()
        assert not crew.has_lost_one()
        assert crew.submit(abs, -3).outcome() == 3
        assert not crew.has_lost_one()


def end_at_the_second() -> None:
    """Called in the process that readers are forked from: each of them ends itself at its second order."""
    import signal

    from extractors import submission

    whole, seen = submission.extract, []

    def extract(*arguments: object, **named: object) -> object:
        seen.append(1)
        if len(seen) == 2:
            os.kill(os.getpid(), signal.SIGKILL)
        return whole(*arguments, **named)  # type: ignore[arg-type]

    submission.extract = extract  # type: ignore[assignment]
