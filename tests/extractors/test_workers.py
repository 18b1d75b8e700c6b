"""A crew of workers: what a task may cost, and what becomes of the others."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from extractors.errors import Corrupt, NotFound, ReadError, TimedOut, TooLarge
from extractors.guard import LIMITS, Limits, read_bytes
from extractors.guard.limits import SETTINGS, limits_of
from extractors.isolate import limited
from extractors.workers import Crew, report
from extractors.workers.confine import Bounds
from extractors.workers.hands import Forking, Hand, Spawning, Starter, starter

ROOT = Path(__file__).resolve().parents[2]
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="there a job object ends children, not a group")
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="the kernel keeps no such limit elsewhere")
QUICK = replace(LIMITS, seconds=20.0, page_seconds=20.0)
WAYS: dict[str, Callable[[Bounds], Starter]] = {"spawning": Spawning}
if sys.platform != "win32":
    WAYS["forking"] = Forking


@pytest.fixture(scope="module", params=list(WAYS.values()), ids=list(WAYS))
def crew(request: pytest.FixtureRequest) -> Iterator[Crew]:
    with Crew(workers=2, limits=QUICK, starting=request.param) as made:
        yield made


@pytest.fixture
def brief() -> Iterator[Crew]:
    limits = replace(LIMITS, seconds=1.0, page_seconds=1.0, whole_seconds=3.0)
    with Crew(workers=1, limits=limits) as made:
        yield made


def double(number: int) -> int:
    return 2 * number


def work_through(pages: int, seconds: float) -> int:
    for page in range(1, pages + 1):
        time.sleep(seconds)
        report(page, pages)
    return pages


def start_a_child_and(end: str, told: Path) -> None:
    """Leave a child of this worker behind, as LibreOffice does when its parent is killed."""
    child = os.fork()
    if child == 0:
        time.sleep(60)
        os._exit(0)
    told.write_text(str(child), encoding="ascii")
    if end == "dies":
        os._exit(1)
    time.sleep(60)


def is_gone(process: int, *, within: float = 5.0) -> bool:
    until = time.monotonic() + within
    while time.monotonic() < until:
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return True
        status = Path(f"/proc/{process}/stat")
        if status.exists() and status.read_text(encoding="utf-8").rpartition(")")[2].split()[0] == "Z":
            return True
        time.sleep(0.05)
    return False


# --- what comes back ----------------------------------------------------------------------------------------


def test_a_task_gives_its_value_from_another_process(crew: Crew) -> None:
    assert crew.submit(double, 21).result() == 42
    assert crew.submit(os.getpid).result() != os.getpid()


def test_results_come_in_the_order_of_the_tasks(crew: Crew) -> None:
    assert list(crew.map(double, [(number,) for number in range(8)])) == list(range(0, 16, 2))


def test_a_read_error_of_a_task_is_its_outcome(crew: Crew, tmp_path: Path) -> None:
    outcome = crew.submit(read_bytes, tmp_path / "没有.docx").outcome()
    assert isinstance(outcome, NotFound)
    assert "没有.docx" in str(outcome)


def test_a_function_that_breaks_is_our_fault_and_says_where(crew: Crew) -> None:
    with pytest.raises(ReadError, match=r"“甲\.pdf”") as caught:
        crew.submit(int, "x", name="甲.pdf").result()
    assert caught.value.code == "internal"
    assert "ValueError" in str(caught.value.__cause__)


def test_a_value_of_another_package_is_not_taken(crew: Crew) -> None:
    assert isinstance(crew.submit(Path, "x").outcome(), ReadError)
    assert crew.submit(double, 1).result() == 2


def test_a_task_may_print(crew: Crew, capfd: pytest.CaptureFixture[str]) -> None:
    assert crew.submit(print, "noise").result() is None
    assert capfd.readouterr().out == ""


# --- what a task may cost -----------------------------------------------------------------------------------


def test_a_worker_that_dies_costs_one_task(crew: Crew) -> None:
    fatal = crew.submit(os._exit, 7, name="甲.pdf")
    others = [crew.submit(double, number) for number in range(20)]
    assert [task.result() for task in others] == list(range(0, 40, 2))
    with pytest.raises(Corrupt, match=r"“甲\.pdf”"):
        fatal.result()


def test_a_task_that_hangs_is_ended_and_its_worker_replaced(crew: Crew) -> None:
    hanging = [crew.submit(time.sleep, 60, seconds=0.4, name="甲.pdf") for _ in range(2)]
    with pytest.raises(TimedOut, match=r"“甲\.pdf”超过 0\.4 秒"):
        hanging[0].result()
    ended = time.monotonic()
    assert crew.submit(double, 2).result() == 4
    assert time.monotonic() - ended < 5


def test_each_part_gives_time_for_the_next(brief: Crew) -> None:
    task = brief.submit(work_through, 3, 0.6)
    assert task.result() == 3
    assert task.progress == (3, 3)


def test_a_page_that_hangs_is_told_of(brief: Crew) -> None:
    task = brief.submit(work_through, 2, 1.5, seconds=1.8)
    with pytest.raises(TimedOut, match="读到第 1 页之后"):
        task.result()


def test_no_progress_is_endless(brief: Crew) -> None:
    started = time.monotonic()
    with pytest.raises(TimedOut):
        brief.submit(work_through, 100, 0.3).result()
    assert time.monotonic() - started < 10


@LINUX
def test_a_task_that_takes_too_much_memory_is_told_the_limit(crew: Crew) -> None:
    with pytest.raises(TooLarge, match=r"1400 MB"):
        crew.submit(bytearray, 2 << 30).result()
    assert crew.submit(double, 2).result() == 4


@LINUX
def test_the_users_own_limit_is_raised_for_workers() -> None:
    # A process as small as a command's: that of the tests may hold more than the limit already.
    told = subprocess.run(
        [sys.executable, "-c", _COMMAND], capture_output=True, text=True, timeout=60, check=False
    )
    assert (told.stdout, told.stderr) == (f"{1000 << 20}\n", "")


_COMMAND = """
import math
from extractors.isolate import limited
from extractors.workers import Crew

with limited(memory=900 << 20), Crew(workers=1) as crew:
    assert crew.submit(math.sqrt, 4).result() == 2
    print(crew.submit(eval, "len(bytearray(1000 << 20))").result())
"""


def test_waiting_for_workers_is_not_the_callers_time() -> None:
    with limited(seconds=1.0), Crew(workers=1) as crew:
        assert crew.submit(work_through, 1, 1.6).result() == 1


# --- what it may do, and what it leaves ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("function", "arguments"),
    [
        (socket.socket, ()),
        (socket.create_connection, (("127.0.0.1", 9),)),
        (socket.getaddrinfo, ("localhost", 80)),
        (os.system, ("true",)),
        (subprocess.run, ([sys.executable, "-c", ""],)),
    ],
)
def test_a_worker_reaches_no_network_and_starts_no_program(
    crew: Crew, function: Callable[..., object], arguments: tuple[object, ...]
) -> None:
    outcome = crew.submit(function, *arguments).outcome()
    assert isinstance(outcome, ReadError)
    assert "PermissionError" in str(outcome.__cause__)


@POSIX
@pytest.mark.parametrize("end", ["dies", "hangs"])
def test_what_a_worker_started_ends_with_it(crew: Crew, tmp_path: Path, end: str) -> None:
    told = tmp_path / "child"
    with pytest.raises(ReadError):
        crew.submit(start_a_child_and, end, told, seconds=1.0).result()
    assert is_gone(int(told.read_text(encoding="ascii")))


@POSIX
def test_a_parent_that_is_killed_leaves_no_worker(tmp_path: Path) -> None:
    told = tmp_path / "child"
    program = (
        "import sys\n"
        "from pathlib import Path\n"
        "from extractors.workers import Crew\n"
        "from tests.extractors.test_workers import start_a_child_and\n"
        "Crew(workers=1).submit(start_a_child_and, 'hangs', Path(sys.argv[1])).result()\n"
    )
    parent = subprocess.Popen([sys.executable, "-c", program, str(told)], cwd=ROOT)
    until = time.monotonic() + 20
    while not (told.exists() and told.read_text(encoding="ascii")) and time.monotonic() < until:
        time.sleep(0.05)
    os.kill(parent.pid, signal.SIGKILL)
    parent.wait()
    assert is_gone(int(told.read_text(encoding="ascii")))


def heavy() -> list[str]:
    """Modules of this process that start threads, or cost much: no worker is forked from those."""
    return sorted({"cv2", "numpy", "onnxruntime", "PIL", "pydantic", "streamlit"} & set(sys.modules))


def test_a_worker_begins_with_light_imports_alone(crew: Crew) -> None:
    fresh = crew.submit(os._exit, 1), crew.submit(os._exit, 1)
    assert all(isinstance(task.outcome(), ReadError) for task in fresh)
    assert crew.submit(heavy).result() == []


def test_nothing_starts_before_the_first_task() -> None:
    started: list[Hand] = []

    class Counting:
        def __init__(self, bounds: Bounds) -> None:
            self.inner = starter(bounds)

        def start(self) -> Hand:
            started.append(self.inner.start())
            return started[-1]

        def close(self) -> None:
            self.inner.close()

    with Crew(workers=2, limits=QUICK, starting=Counting) as crew:
        assert started == []
        crew.submit(double, 1).result()
        assert len(started) == 1


def test_what_is_not_finished_when_the_crew_closes_ends() -> None:
    with Crew(workers=1, limits=QUICK) as crew:
        tasks = [crew.submit(time.sleep, 60) for _ in range(2)]
        time.sleep(0.3)
    assert all(isinstance(task.outcome(), ReadError) for task in tasks)


def test_a_task_that_has_not_begun_can_be_left() -> None:
    with Crew(workers=1, limits=QUICK) as crew:
        begun = crew.submit(work_through, 4, 0.5)
        while not begun.progress[0]:
            time.sleep(0.01)
        waiting = [crew.submit(double, 1) for _ in range(2)]
        crew.cancel(waiting[0])
        assert isinstance(waiting[0].outcome(), ReadError)
        assert not begun.done
        crew.cancel(begun)
        assert waiting[1].result() == 2
        assert begun.result() == 4


# --- settings -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("variable", SETTINGS)
def test_every_limit_can_be_set(variable: str) -> None:
    bound, one = SETTINGS[variable]
    assert getattr(limits_of({variable: "3"}), bound) == 3 * one
    assert limits_of({variable: " "}) == Limits()


@pytest.mark.parametrize("text", ["0", "-1", "1.5", "many", "９", "9" * 9])
def test_a_limit_that_is_no_number_is_told_of(text: str) -> None:
    with pytest.raises(ReadError, match="SHENBAO_PAGES"):
        limits_of({"SHENBAO_PAGES": text})
