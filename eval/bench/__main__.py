"""`python -m eval.bench`: what reading, filling and checking cost against the least that the bytes can cost.

Targets: read + fill + check at most 2.5 times the floor (long filing), the guard at most a tenth of reading,
`shenbao --help` under 0.3 s, `shenbao check` under 0.5 s and 80 MiB.
"""

from __future__ import annotations

import argparse
import io
import platform
import statistics
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from eval.bench.clock import alternate, ratio
from eval.bench.filings import Timed, filings
from eval.bench.pages import answer_lines, pdf_lines, scan_lines
from eval.bench.processes import cost_of
from eval.bench.stages import ALL, FLOOR, GUARDED, STAGES, UNGUARDED, WHOLE
from eval.peers.ask import PeerFailed, ask, installed

_TIMED_PEERS: Final = ("python-docx", "python-docx, by cells", "mammoth", "markitdown", "docling")
_MOST_OF_FLOOR, _MOST_OF_READING = 2.5, 0.10
_HELP, _CHECK, _MEMORY = 0.3, 0.5, 80.0  # seconds, seconds, MiB


def lines(*, rounds: int, runs: int, peers: bool) -> Iterator[str]:
    """The report, a line at a time, as it is measured."""
    yield f"Python {platform.python_version()}, {platform.system()}; {rounds} rounds, a process a stage."
    yield "Times the floor: median and the middle half of the rounds."
    timed = filings()
    for filing in timed:
        yield from _stages(filing, rounds=rounds)
    yield from _processes(timed[0], runs=runs)
    if peers:
        yield from _peers(timed[0], rounds=max(3, rounds // 4))
    yield from pdf_lines(timed[0], rounds=max(3, rounds // 2), peers=peers)
    yield from scan_lines(timed[0], rounds=max(1, rounds // 5))
    yield from answer_lines()


def _stages(filing: Timed, *, rounds: int) -> Iterator[str]:
    with zipfile.ZipFile(io.BytesIO(filing.docx)) as archive:
        xml = archive.getinfo("word/document.xml").file_size
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "filing.docx"
        path.write_bytes(filing.docx)
        seconds = alternate(ALL, path, rounds=rounds)
    floor = seconds[FLOOR]
    yield (
        f"\n{filing.name}: {filing.pages} pages, {len(filing.docx) >> 10} KiB, document.xml {xml >> 10} KiB; "
        f"floor ({FLOOR}) {statistics.median(floor) * 1000:.1f} ms"
    )
    for name in STAGES:
        yield f"  {name}: {ratio(seconds[name], floor)}"
    whole = ratio(seconds[WHOLE], floor)
    yield f"  {WHOLE}: {whole} {_judged(whole.median, _MOST_OF_FLOOR, '×')}"
    # The difference of two like amounts: the least of each, since medians differ by more than that.
    share = (min(seconds[GUARDED]) - min(seconds[UNGUARDED])) / min(seconds[STAGES[0]])
    yield f"  guard's share of reading: {share:.1%} {_judged(share * 100, _MOST_OF_READING * 100, '%')}"


def _processes(filing: Timed, *, runs: int) -> Iterator[str]:
    yield f"\nWhole processes: median of {runs}, and the slowest"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "filing.docx"
        path.write_bytes(filing.docx)
        asked = {
            "shenbao --help": (("--help",), _HELP, None),
            f"shenbao check, {filing.pages} pages": (("check", str(path)), _CHECK, _MEMORY),
        }
        for name, (arguments, most, memory) in asked.items():
            cost = cost_of(*arguments, runs=runs)
            yield f"  {name}: {cost.seconds:.3f} s ({cost.slowest:.3f} s) {_judged(cost.seconds, most, ' s')}"
            if cost.peak is None:
                yield "    memory: not told by this system"
            elif memory is not None:
                yield f"    peak memory: {cost.peak:.1f} MiB {_judged(cost.peak, memory, ' MiB')}"


def _peers(filing: Timed, *, rounds: int) -> Iterator[str]:
    yield f"\nOther readers of the same file: text alone, {rounds} rounds, each in one process with the floor"
    found = installed()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "filing.docx"
        path.write_bytes(filing.docx)
        for name in _TIMED_PEERS:
            version = found.get(name)
            if version is None:
                yield f"  {name}: not installed, not run (make eval-peers)"
                continue
            try:
                told = ask("time", name, str(path), str(rounds))
            except PeerFailed as error:
                yield f"  {name} {version}: failed ({error})"
                continue
            floor, tool = zip(*told, strict=True)
            yield f"  {name} {version}: {ratio(tool, floor)}"


def _judged(value: float, most: float, unit: str) -> str:
    return f"(target: {most:g}{unit} at most; {'met' if value <= most else 'NOT MET'})"


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m eval.bench", description=__doc__)
    parser.add_argument("--rounds", type=int, default=11, help="how often each stage is timed (default 11)")
    parser.add_argument("--runs", type=int, default=9, help="how often each process is run (default 9)")
    parser.add_argument("--no-peers", action="store_true", help="leave the other tools out")
    wanted = parser.parse_args()
    for line in lines(rounds=wanted.rounds, runs=wanted.runs, peers=not wanted.no_peers):
        print(line, flush=True)


if __name__ == "__main__":
    main()
