"""One filing at a time: made, read, checked and scored. Jobs and what comes of them cross process borders."""

from __future__ import annotations

import tempfile
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from typing import Any, Final

from eval.filings.hand import HANDS
from eval.filings.make import make, named
from eval.filings.mutants import MUTANTS, NEAR_MISSES
from eval.filings.paths import PATHS
from eval.filings.planted_copies import COPIES
from eval.filings.planted_sets import SETS
from eval.filings.script import Rendered
from eval.filings.styles import STYLES
from eval.filings.truth import Category, draw
from eval.filings.word.reworks import reworked
from eval.formats.signed import judge_copy
from eval.reading import Reading, read
from eval.scores import fields, findings
from eval.scores.figures import Failed
from eval.scores.findings import Judged
from eval.scores.places import Places
from eval.scores.sets import judge_set
from extractors.document import Document

__all__ = ["COPY", "SET", "FilingJob", "RuleJob", "Scored", "docx_of", "score_filing", "score_rule"]

SET, COPY = "a set", "a signed copy"  # in a style's place, where a job is more than one file
_NOTHING: Final[Mapping[str, Any]] = {
    "submission": {},
    "states": defaultdict(lambda: "absent"),
    "evidence": {},
    "findings": [],
    "rules_not_run": {},
}
_KNOWN: Final[Mapping[str, Category]] = {"跨行业跨领域": "跨行业跨领域", "区域": "区域", "行业": "行业"}
# What these filings do lack, and no fault of the rules: attachments, and the notice's typesetting.
_LACKING: Final = frozenset(
    {"ATT001", "ATT002", "ATT003", "CON005", "CON008", "FMT001", "FMT002", "FMT003", "FMT004", "FMT005"}
)


_LACKING_ALL: Final = frozenset({"ATT001", "FMT005"})  # ... whatever their style
_NOTHING_BESIDE: Final[Mapping[str, bytes]] = {}


@dataclass(frozen=True, slots=True)
class FilingJob:
    style: str
    seed: int

    @property
    def case(self) -> str:
        return f"{self.style}-{self.seed}"


@dataclass(frozen=True, slots=True)
class RuleJob:
    """`number` counts the mutants of a rule, or the near misses of all."""

    sort: findings.Sort
    rule: str
    number: int
    style: str
    seed: int

    @property
    def case(self) -> str:
        return f"{self.rule}-{self.sort.replace(' ', '-')}-{self.number}-{self.style}-{self.seed}"


@dataclass(frozen=True, slots=True)
class Scored:
    """A filing after all scorers. `unread` is why it could not be read; then all its answers were missed."""

    job: FilingJob
    ticks: str
    hand: str
    fields: tuple[fields.Field, ...]
    judged: Judged | None  # None where the filing is not faultless
    failed: tuple[Failed, ...]
    unread: str

    @property
    def case(self) -> str:
        return self.job.case

    @property
    def style(self) -> str:
        return self.job.style


def score_filing(job: FilingJob) -> Scored:
    """Draw the filing, have it read and checked, and score all of it."""
    filing = _filing(job)
    reading, unread = _read(filing.docx, job.case)
    failed: list[Failed] = []
    judged: tuple[fields.Field, ...] = ()
    try:
        judged = tuple(fields.judge(filing, reading.result, reading.places))
    except Exception as error:  # noqa: BLE001 - a scorer that broke is told of, and is no zero
        failed.append(Failed(job.case, "fields", repr(error)))
    return Scored(
        job=job,
        ticks=filing.notes["ticks"],
        hand=filing.notes["hand"],
        fields=judged,
        judged=_faultless(filing, reading) if not unread else None,
        failed=tuple(failed),
        unread=unread,
    )


def score_rule(job: RuleJob) -> tuple[RuleJob, Judged | Failed]:
    """Plant the cause in a faultless filing, or between those of a set, and compare what was found."""
    if job.style == SET:
        return job, judge_set(SETS[job.rule][job.number], job.seed)
    if job.style == COPY:
        return job, judge_copy(COPIES[job.rule][job.number], job.seed)
    planted = MUTANTS[job.rule][job.number] if job.sort == "mutant" else NEAR_MISSES[job.number]
    expected = planted.expected if hasattr(planted, "expected") else ()
    truth = planted.mutate(draw(job.seed, planted.category))
    filing = STYLES[job.style](truth, HANDS["plain"], Random(job.case))
    docx = filing.docx if planted.rework is None else reworked(filing.docx, planted.rework)
    beside = planted.beside(truth, Random(job.case)) if planted.beside else {}
    reading, unread = _read(docx, job.case, beside)
    if unread:
        return job, Failed(job.case, "rules", unread)
    excused = _LACKING_ALL if not beside else _LACKING_ALL - {"ATT001"}
    return job, findings.judge(job.sort, job.rule, expected, reading.result, excused=excused - {job.rule})


def docx_of(job: FilingJob) -> bytes:
    return _filing(job).docx


def _filing(job: FilingJob) -> Rendered:
    return named(make(job.style, job.seed), f"{job.case}.docx")


def _read(docx: bytes, case: str, beside: Mapping[str, bytes] = _NOTHING_BESIDE) -> tuple[Reading, str]:
    """Read the application, as a file of its own or in a folder with the files beside it."""
    with tempfile.TemporaryDirectory() as folder:
        name = f"{case}.docx"
        for each, data in {name: docx, **beside}.items():
            path = Path(folder) / each
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        try:
            return read(Path(folder) if beside else Path(folder) / name, application=name), ""
        except Exception as error:  # noqa: BLE001 - whatever stops the program from reading is its result
            empty = Document(name=name, kind="docx", sha256="", blocks=())
            return Reading(_NOTHING, Places(empty, docx)), f"{type(error).__name__}: {error}"


def _faultless(filing: Rendered, reading: Reading) -> Judged | None:
    category = _KNOWN.get(str(filing.values["platform.category"]))
    if category is None or any(filing.states[path] != "filled" for path in _always(category)):
        return None  # its style leaves things out on purpose
    excused = frozenset({"NUM002"} if filing.foreign_units else ())
    return findings.judge("faultless", "", (), reading.result, excused=excused | _LACKING)


@cache
def _always(category: Category) -> frozenset[str]:
    """What is filled in every faultless filing of the category."""
    drawn = [draw(seed, category) for seed in range(6)]
    return frozenset(path for path in PATHS if all(each.states[path] == "filled" for each in drawn))
