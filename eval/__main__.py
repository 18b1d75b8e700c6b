"""`python -m eval`: how well Shenbao reads, judges and answers, and what it costs.

Writes `eval/REPORT.md`, `eval/TIMINGS.md`, `eval/baseline.json` and `eval/images/*.svg`, and into `eval/out/`
the errors that a person should look at, with the filings. Two runs give the same files, but for the timings
and for the line that says when.
"""

from __future__ import annotations

import argparse
import os
import platform
import time
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path
from typing import Final

from eval import baseline, models
from eval.bench.__main__ import lines as timings
from eval.formats import run as formats_run
from eval.formats.run import Run
from eval.peers.compare import compare
from eval.plan import PLANS, Plan
from eval.report import pictures, sections
from eval.report.answers import questions, retrieval, retrieval_in_filings
from eval.report.errors import write_errors
from eval.report.formats import formats
from eval.report.odd import odd
from eval.report.peers import peers
from eval.results import Results, figures, gather, write_fields
from eval.scores.calibration import bins
from eval.scores.figures import Failed, Rate
from eval.scores.retrievers import in_filings
from notices import NOTICES, load

_HERE: Final = Path(__file__).resolve().parent
_PARTS: Final = ("lxml", "pydantic")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m eval", description=__doc__)
    parser.add_argument(
        "--workers", type=int, default=min(2, os.cpu_count() or 1), help="processes (default 2)"
    )
    parser.add_argument("--no-peers", action="store_true", help="leave the other tools out")
    parser.add_argument("--no-timings", action="store_true", help="leave the timings out")
    parser.add_argument(
        "--no-formats", action="store_true", help="leave PDF, scans and the other formats out"
    )
    parser.add_argument("--smoke", action="store_true", help="only the small share; writes nothing")
    models.add_arguments(parser)
    wanted = parser.parse_args()
    start = time.monotonic()
    if models.wanted(wanted):
        _put(_HERE / "MODEL.md", ["# With a model", "", _stamp(None), "", *models.lines(wanted, tell=print)])
        return
    if wanted.smoke:
        for name, each in figures(gather(PLANS["smoke"])).items():
            print(f"{name}: {each.good} of {each.total}")
        return
    results = {name: gather(plan, workers=wanted.workers, tell=print) for name, plan in PLANS.items()}
    delivered = {} if wanted.no_formats else _formats()
    _write(results, delivered, with_peers=not wanted.no_peers)
    if not wanted.no_timings:
        print("timings")
        told = timings(rounds=7, runs=7, peers=not wanted.no_peers)
        _put(_HERE / "TIMINGS.md", ["# What it costs", "", _stamp(None), "", "```", *told, "```"])
    print(f"{(time.monotonic() - start) / 60:.1f} minutes")


def _formats() -> dict[str, Run]:
    return {name: formats_run.run(batches, tell=print) for name, batches in formats_run.PLANS.items()}


def _write(results: dict[str, Results], delivered: dict[str, Run], *, with_peers: bool) -> None:
    full = results["full"]
    found = {name: figures(each) for name, each in results.items()}
    found |= {f"formats, {name}": formats_run.figures(each) for name, each in delivered.items()}
    print("odd filings")
    strange, of_strange, broken = odd()
    found["full"]["odd filings, values"] = of_strange
    print("peers")
    compared = compare() if with_peers else {}
    out = _HERE / "out"
    out.mkdir(exist_ok=True)
    errors = write_errors(full, out)
    write_fields(full, out / "fields.csv")
    _draw(full)
    lines = [
        "# How good it is",
        "",
        _stamp(PLANS["full"]),
        "",
        "Made by `make eval`; written by no hand. Invented filings are drawn from seeds kept for this,",
        "rendered by a generator that shares no code with the reader, read as by `shenbao check --json`, and",
        "compared field by field. What it costs is in [TIMINGS.md](TIMINGS.md).",
        "",
        "## All at once",
        "",
        *sections.headline(found["full"]),
        "## Reading",
        "",
        f"{len(full.filings)} filings, 97 fields each. ![Exact match by style](images/styles.svg)",
        "",
        *sections.reading(full),
        "## Other formats",
        "",
        "The same filings as other people's programs write them: printed by LibreOffice, Chromium and a",
        "report engine, turned, cropped, locked, scanned with stamps, photographed, saved in old formats. A",
        "box holds a value where a second reader of PDF finds it inside. What an engine lost is not asked.",
        "",
        *(_of_formats(found["formats, full"], delivered["full"]) if delivered else ["Not run.", ""]),
        "## Confidence",
        "",
        "![Confidence against what was right](images/calibration.svg)",
        "",
        *sections.confidence(full),
        "## Odd filings",
        "",
        "Kept by hand. They were looked at while the reader was made, so they say what works, not how often.",
        "",
        *strange,
        "## Rules",
        "",
        f"{len(full.rules)} filings with one planted cause or near miss, and the faultless ones of above.",
        "",
        *sections.rules(full),
        "## Questions",
        "",
        "The tuned set was written in rounds while the answers were made; the fresh one afterwards, unseen.",
        "",
        *questions(full),
        "## Retrieval alone",
        "",
        *retrieval(full),
        "### In filings",
        "",
        "31 questions about what long texts say, each to three filings: the first sentence of a right one.",
        "",
        *retrieval_in_filings(in_filings(load(next(iter(NOTICES))))),
        "## Other readers of the same files",
        "",
        "The printed form in every way of ticking; the same questions asked of each tool's text. A tick",
        "counts where it can be told from an empty box, in whatever character. None of them fills in fields.",
        "",
        *(peers(compared) if compared else ["Not run.", ""]),
        "## What could not be scored",
        "",
        *_failed([*full.failed, *broken]),
        "## Errors to look at",
        "",
        f"{errors}: `eval/out/errors.md` after `make eval`, with links to the filings.",
    ]
    _put(_HERE / "REPORT.md", lines)
    baseline.BASELINE.write_text(baseline.written(found), encoding="utf-8")


def _of_formats(found: Mapping[str, Rate], run: Run) -> list[str]:
    return [*sections.headline(found), *formats(run)]


def _draw(results: Results) -> None:
    images = _HERE / "images"
    images.mkdir(exist_ok=True)
    styles = pictures.rates("Exact match by style, 95 %", sections.by_style(results))
    (images / "styles.svg").write_text(styles, encoding="utf-8")
    told = [
        (field.confidence, field.verdict == "right")
        for _, field in results.fields
        if field.confidence is not None and field.place is not None
    ]
    drawn = pictures.calibration("Confidence, and what was right", bins(told))
    (images / "calibration.svg").write_text(drawn, encoding="utf-8")


def _stamp(plan: Plan | None) -> str:
    versions = ", ".join(f"{name} {metadata.version(name)}" for name in _PARTS)
    seeds = f"; seeds {plan.seeds}" if plan else ""
    today = datetime.now(UTC).date().isoformat()
    return f"{today}; Python {platform.python_version()}, {platform.system()}, {versions}{seeds}."


def _failed(failed: list[Failed]) -> list[str]:
    return (
        [*(f"- {each.scorer} on {each.case}: {each.error}" for each in failed), ""]
        if failed
        else ["Nothing.", ""]
    )


def _put(path: Path, lines: Iterable[str]) -> None:
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
