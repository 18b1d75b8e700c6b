"""PDF files, scanned pages and answers, timed: the lines of the report."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from eval.bench.clock import Ratio, ratio
from eval.bench.filings import Timed
from eval.bench.paged import BARE_TEXT, CHECKED, FORM, OURS, PLUMBER, RAPIDOCR, Taken
from eval.formats.office import NoOffice, pdfs
from eval.peers.ask import PeerFailed, ask, installed

__all__ = ["answer_lines", "pdf_lines", "scan_lines"]

_ROOT: Final = Path(__file__).resolve().parents[2]
_MOST_OF_TEXT, _LEAST_OF_PLUMBER, _MOST_OF_RAPIDOCR = 4.0, 10.0, 0.45
_WARM = 50.0  # milliseconds, for 19 answers of 20
_PEERS: Final = ("pymupdf, text and tables", "pdf_oxide, with tables")
_SCANNED: Final = (2, 4, 6)  # pages of the form: fields, indicators, narratives
_DPI: Final = 200


def pdf_lines(filing: Timed, *, rounds: int, peers: bool) -> Iterator[str]:
    """A text PDF that LibreOffice makes of the filing."""
    try:
        data = pdfs({"filing.docx": filing.docx})["filing"]
    except NoOffice as error:
        yield f"\nPDF: not run ({error})"
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "filing.pdf"
        path.write_bytes(data)
        seconds = _alternate((BARE_TEXT, FORM, CHECKED, PLUMBER), path, rounds=rounds)
        floor = _wall(seconds[BARE_TEXT])
        yield (
            f"\nText PDF of the filing, {filing.pages} pages, {len(data) >> 10} KiB; "
            f"floor ({BARE_TEXT}) {statistics.median(floor) * 1000:.0f} ms"
        )
        of_floor = {name: ratio(_wall(each), floor) for name, each in seconds.items()}
        yield f"  {FORM}: {of_floor[FORM]} {_judged(of_floor[FORM], most=_MOST_OF_TEXT)}"
        yield f"  {CHECKED}: {of_floor[CHECKED]}"
        slower = ratio(_wall(seconds[PLUMBER]), _wall(seconds[FORM]))
        yield f"  {PLUMBER}: {of_floor[PLUMBER]}; {slower} as long as ours"
        yield f"    (target: {_LEAST_OF_PLUMBER:g}× at least; {_met(slower.median >= _LEAST_OF_PLUMBER)})"
        if peers:
            yield from _peers(path, rounds=max(3, rounds // 3))


def _peers(path: Path, *, rounds: int) -> Iterator[str]:
    found = installed()
    for name in _PEERS:
        if found.get(name) is None:
            yield f"  {name}: not installed, not run (make eval-peers)"
            continue
        try:
            told = ask("time", name, str(path), str(rounds))
        except PeerFailed as error:
            yield f"  {name} {found[name]}: failed ({error})"
            continue
        floor, tool = zip(*told, strict=True)
        yield f"  {name} {found[name]}: {ratio(tool, floor)}"


def scan_lines(filing: Timed, *, rounds: int) -> Iterator[str]:
    """Clean scans of some pages, 200 dpi, against the words that the PDF has."""
    try:
        data = pdfs({"filing.docx": filing.docx})["filing"]
    except NoOffice as error:
        yield f"\nScan: not run ({error})"
        return
    yield f"\nScanned pages, {_DPI} dpi, clean: CPU seconds of each, and the share of characters got"
    with tempfile.TemporaryDirectory() as folder:
        for number in _SCANNED:
            path = _scanned(data, number, Path(folder))
            told = _alternate((OURS, RAPIDOCR), path, rounds=rounds)
            ours, theirs = (tuple(each.cpu for each in told[name]) for name in (OURS, RAPIDOCR))
            share = ratio(ours, theirs)
            yield (
                f"  page {number}: {statistics.median(ours):.2f} s, {told[OURS][0].right:.1%}; rapidocr "
                f"{statistics.median(theirs):.2f} s, {told[RAPIDOCR][0].right:.1%}; "
                f"{share} {_judged(share, most=_MOST_OF_RAPIDOCR)}"
            )


def _scanned(data: bytes, number: int, folder: Path) -> Path:
    """A PDF of nothing but the picture of one page, and its words in a file beside it."""
    import pypdfium2

    path = folder / f"page{number}.pdf"
    with pypdfium2.PdfDocument(data) as document:
        page = document[number - 1]
        path.with_suffix(".words").write_text(page.get_textpage().get_text_range(), encoding="utf-8")
        picture = page.render(scale=_DPI / 72).to_pil()
    picture.save(path, resolution=_DPI)
    return path


def answer_lines(*, most: int = 200) -> Iterator[str]:
    """Questions about the notice, one after the other in one process, after the first."""
    import csv

    from assistant.answer import ask as answered
    from notices import NOTICES, load

    notice = load(next(iter(NOTICES)))
    with (_ROOT / "eval" / "questions.csv").open(encoding="utf-8", newline="") as file:
        questions = [row["question"] for row in csv.DictReader(file)][:most]
    taken = []
    for question in questions:
        start = time.perf_counter()
        answered(question, notice=notice)
        taken.append((time.perf_counter() - start) * 1000)
    later = statistics.quantiles(taken[1:], n=20)
    yield f"\nAnswers without a model, {len(questions)} questions: first {taken[0]:.0f} ms (imports aside);"
    yield (
        f"  then half in {statistics.median(taken[1:]):.1f} ms, 19 of 20 in {later[-1]:.1f} ms "
        f"(target: {_WARM:g} ms; {_met(later[-1] <= _WARM)})"
    )


def _alternate(stages: Sequence[str], path: Path, *, rounds: int) -> dict[str, list[Taken]]:
    """Each stage in turn, each time in a process of its own."""
    taken: dict[str, list[Taken]] = {stage: [] for stage in stages}
    for _ in range(rounds):
        for stage in stages:
            command = [sys.executable, "-m", "eval.bench.paged", stage, str(path)]
            done = subprocess.run(command, cwd=_ROOT, capture_output=True, text=True, check=True)  # noqa: S603 - ours
            taken[stage].append(Taken(*json.loads(done.stdout.splitlines()[-1])))
    return taken


def _wall(taken: Sequence[Taken]) -> tuple[float, ...]:
    return tuple(each.seconds for each in taken)


def _judged(value: Ratio, *, most: float) -> str:
    return f"(target: {most:g}× at most; {_met(value.median <= most)})"


def _met(held: bool) -> str:  # noqa: FBT001 - reads as one word where it is used
    return "met" if held else "NOT MET"
