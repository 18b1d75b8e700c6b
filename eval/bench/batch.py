"""`python -m eval.bench.batch`: what a set costs, how it spreads over workers, and that a kill loses nothing.

Two workers are held against two bare loops that run at the same time, since a machine that others use too has
no two whole processors to give. `--sizes 100 1000 10000` shows the cost a filing by the size of the set,
`--kills 50` ends runs at random moments and compares what the last one wrote with an undisturbed run.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Final, NamedTuple

from eval.bench.clock import ratio
from eval.filings.hand import HANDS
from eval.filings.styles import STYLES
from eval.filings.truth import Category, draw

_ROOT: Final = Path(__file__).resolve().parents[2]
_OUTPUTS: Final = ("results.jsonl", "failed.jsonl", "summary.xlsx", "summary-table.docx")
_CATEGORIES: Final[tuple[Category, ...]] = ("跨行业跨领域", "区域", "行业")
_SCALING, _AGAIN = 0.9, 20.0
_LOOP_SECONDS = 5.0
_LOOP: Final = """
import sys, time
end, count = time.monotonic() + float(sys.argv[1]), 0
while time.monotonic() < end:
    sum(range(10_000))
    count += 1
print(count)
"""


class Run(NamedTuple):
    seconds: float
    peak: float | None  # MiB of the process that was started, without its workers


def lines(*, filings: int, rounds: int, sizes: list[int], kills: int) -> Iterator[str]:
    """The report, a line at a time, as it is measured."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        write_set(folder / "set", filings)
        yield from _scaling(folder, filings, rounds)
        for size in sizes:
            yield from _size(folder, size)
        if kills:
            yield from _kills(folder, kills)


def write_set(folder: Path, count: int) -> None:
    """So many filings of different companies, in all the styles in turn."""
    folder.mkdir(parents=True, exist_ok=True)
    styles = list(STYLES.values())
    for number in range(count):
        truth = draw(number, _CATEGORIES[number % len(_CATEGORIES)])
        made = styles[number % len(styles)](truth, HANDS["careful"], Random(number))
        (folder / f"{number:05}.docx").write_bytes(made.docx)


def _scaling(folder: Path, filings: int, rounds: int) -> Iterator[str]:
    yield f"{filings} Word filings, {rounds} rounds, one and two workers in turn"
    seconds: dict[int, list[float]] = {1: [], 2: []}
    again: list[float] = []
    loops: list[float] = []
    peaks: list[float] = []
    out = folder / "out"
    for _ in range(rounds):
        for workers, taken in seconds.items():
            shutil.rmtree(out, ignore_errors=True)
            run = _run(folder / "set", out, workers=workers)
            taken.append(run.seconds)
            peaks += [run.peak] if run.peak is not None else []
        again.append(_run(folder / "set", out, workers=2).seconds)
        loops.append(_loops(2) / _loops(1))
    for workers, taken in seconds.items():
        yield f"  {workers} workers: {filings / statistics.median(taken) * 60:.0f} filings a minute"
    gained = ratio(tuple(seconds[1]), tuple(seconds[2]))
    bare = statistics.median(loops)
    yield f"  two workers: {gained} as fast as one; two bare loops: {bare:.2f}×"
    yield f"  ... of what the loops reach: {_judged(gained.median / bare, _SCALING, '')}"
    yield f"  over the same set again: {_judged(ratio(tuple(seconds[2]), tuple(again)).median, _AGAIN, '×')}"
    if peaks:
        yield f"  peak memory of the process that is started: {max(peaks):.0f} MiB"


def _size(folder: Path, size: int) -> Iterator[str]:
    write_set(folder / "sized", size)
    out = folder / "out-sized"
    shutil.rmtree(out, ignore_errors=True)
    first = _run(folder / "sized", out, workers=2)
    peak = "" if first.peak is None else f", {first.peak:.0f} MiB"
    again = _run(folder / "sized", out, workers=2)
    each = first.seconds / size * 1000
    yield f"  {size} filings: {each:.1f} ms a filing{peak}; again in {again.seconds:.2f} s"


def _kills(folder: Path, kills: int) -> Iterator[str]:
    undisturbed, out = folder / "undisturbed", folder / "killed"
    whole = _run(folder / "set", undisturbed, workers=2).seconds
    moments = Random("kills")
    different = 0
    for number in range(1, kills + 1):
        if number % 5 == 1:
            shutil.rmtree(out, ignore_errors=True)
        process = _started(folder / "set", out, workers=2)
        time.sleep(moments.uniform(0, whole))
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        if number % 5 == 0 or number == kills:
            _run(folder / "set", out, workers=2)
            different += _digests(out) != _digests(undisturbed)
    yield f"  ended by SIGKILL at {kills} random moments: {different} different outcomes (target: 0)"


def _digests(out: Path) -> list[str]:
    return [hashlib.sha256((out / name).read_bytes()).hexdigest() for name in _OUTPUTS]


def _started(folder: Path, out: Path, *, workers: int) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "ui.cli", "batch", str(folder), "--out", str(out)]
    return subprocess.Popen(  # noqa: S603 - the project's own command
        [*command, "--workers", str(workers), "--today", "2022-10-20"],
        cwd=_ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def _run(folder: Path, out: Path, *, workers: int) -> Run:
    began = time.perf_counter()
    process = _started(folder, out, workers=workers)
    peak = None
    while process.poll() is None:
        peak = _peak(process.pid) or peak
        time.sleep(0.02)
    if process.returncode not in {0, 1}:
        raise SystemExit(f"shenbao batch ended with {process.returncode}")
    return Run(time.perf_counter() - began, peak)


def _peak(process: int) -> float | None:
    """MiB, where Linux tells it."""
    try:
        status = Path(f"/proc/{process}/status").read_text(encoding="ascii", errors="replace")
    except OSError:
        return None
    line = next((each for each in status.splitlines() if each.startswith("VmHWM:")), None)
    return int(line.split()[1]) / 1024 if line else None


def _loops(count: int) -> float:
    """Rounds that so many bare loops make together."""
    command = [sys.executable, "-c", _LOOP, str(_LOOP_SECONDS)]
    started = [subprocess.Popen(command, stdout=subprocess.PIPE) for _ in range(count)]  # noqa: S603 - ours
    return float(sum(int(each.communicate()[0]) for each in started))


def _judged(value: float, least: float, unit: str) -> str:
    met = "met" if value >= least else "NOT MET"
    return f"{value:.2f}{unit} (target: {least:g}{unit} at least; {met})"


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m eval.bench.batch", description=__doc__)
    parser.add_argument("--filings", type=int, default=100, help="filings of the set (default 100)")
    parser.add_argument("--rounds", type=int, default=3, help="how often it is run (default 3)")
    parser.add_argument("--sizes", type=int, nargs="*", default=[], help="sets of other sizes, one run each")
    parser.add_argument("--kills", type=int, default=0, help="runs to end at random moments (default 0)")
    wanted = parser.parse_args()
    for line in lines(filings=wanted.filings, rounds=wanted.rounds, sizes=wanted.sizes, kills=wanted.kills):
        print(line, flush=True)


if __name__ == "__main__":
    main()
