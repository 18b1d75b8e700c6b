"""The formats of a plan: made, read and scored, one maker at a time."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from eval.formats.browser import NoBrowser
from eval.formats.filed import Filing, save
from eval.formats.fonts import NoFont
from eval.formats.judged import Delivered, scored
from eval.formats.kinds import FORMATS
from eval.formats.office import NoOffice
from eval.results import share
from eval.scores.figures import Rate, rate_of

__all__ = ["PLANS", "Batch", "Run", "figures", "run"]

_NOT_HERE: Final = (NoBrowser, NoFont, NoOffice)
FAMILIES: Final[Mapping[str, tuple[str, ...]]] = {
    "text PDF": ("pdf-",),
    "Word 97, WPS, RTF": ("doc", "wps", "rtf"),
    "OFD": ("ofd",),
    "scan": ("scan-",),
    "photo": ("photo",),
    "folder or archive": ("submission-",),
}


@dataclass(frozen=True, slots=True)
class Batch:
    """These filings in this format."""

    format: str
    filings: tuple[Filing, ...]


@dataclass(frozen=True, slots=True)
class Run:
    """`absent` says of a format why it was not made: a program that is not on this machine."""

    delivered: tuple[Delivered, ...]
    absent: Mapping[str, str]


def _batch(name: str, styles: str, *, seed: int, small: bool = False) -> Batch:
    return Batch(name, tuple(Filing(style, seed, small=small) for style in styles.split()))


PLANS: Final[Mapping[str, tuple[Batch, ...]]] = {
    "full": (
        _batch(
            "pdf-libreoffice",
            "printed printed_any_tick headings two_columns header_rows underlined nested one_cell run_on"
            " contents lived_in symbols fields numbered reordered gaps unreadable chosen_only relabelled",
            seed=6001,
        ),
        _batch("pdf-tagged", "printed headings", seed=6002),
        _batch("pdf-archive", "printed lived_in", seed=6003),
        _batch(
            "pdf-chromium", "printed tables lines two_columns header_rows printed tables printed", seed=6004
        ),
        _batch(
            "pdf-reportlab", "printed tables lines two_columns header_rows printed tables lines", seed=6005
        ),
        _batch("pdf-turned", "printed", seed=6006),
        _batch("pdf-sideways", "printed", seed=6007),
        _batch("pdf-cropped", "printed", seed=6008),
        _batch("pdf-twoup", "printed", seed=6009),
        _batch("pdf-owner-locked", "printed", seed=6010),
        _batch("pdf-wingdings", "printed", seed=6011),
        _batch("pdf-nameless-boxes", "printed", seed=6012),
        _batch("pdf-locked", "printed", seed=6013),
        _batch("pdf-unmapped", "printed", seed=6014),
        _batch("doc", "printed headings symbols fields nested contents two_columns header_rows", seed=6015),
        _batch("wps", "printed_any_tick lived_in", seed=6016),
        _batch("rtf", "printed one_cell", seed=6017),
        _batch(
            "ofd", "printed headings two_columns header_rows underlined nested one_cell contents", seed=6018
        ),
        _batch("scan-clean", "printed", seed=6019, small=True),
        _batch("scan-office", "two_columns", seed=6020, small=True),
        _batch("photo", "printed", seed=6021, small=True),
        _batch("submission-folder", "printed", seed=6022),
        _batch("submission-zip", "printed", seed=6023),
        _batch("submission-copies", "printed", seed=6024),
    ),
    "smoke": (
        _batch("pdf-reportlab", "tables", seed=6030),
        _batch("ofd-reportlab", "printed", seed=6031),
        _batch("doc", "printed", seed=6032),
        _batch("scan-first-pages", "printed", seed=6033),
    ),
}


def run(batches: Sequence[Batch], *, tell: Callable[[str], None] = lambda _: None) -> Run:
    """Make, read and score all of them. A format whose maker is not on this machine is named in `absent`."""
    delivered: list[Delivered] = []
    absent: dict[str, str] = {}
    for batch in batches:
        tell(f"{batch.format}: {len(batch.filings)} filings")
        with tempfile.TemporaryDirectory() as folder:
            try:
                delivered += _scored(batch, Path(folder) / batch.format)
            except _NOT_HERE as error:
                absent[batch.format] = str(error)
    return Run(tuple(delivered), absent)


def _scored(batch: Batch, folder: Path) -> Iterator[Delivered]:
    for filed in FORMATS[batch.format](batch.filings):
        save(filed, folder)
        yield scored(folder / f"{filed.case}.json")


def figures(found: Run) -> dict[str, Rate]:
    """The headline figures of each family of formats, by name."""
    told = {}
    for family, starts in FAMILIES.items():
        some = [each for each in found.delivered if each.format.startswith(starts) and not each.right_error]
        if not some:
            continue
        told[f"{family}: exact match"] = share(some, lambda each: each.verdict == "right")
        told[f"{family}: wrong values"] = share(some, lambda each: each.verdict in ("wrong", "invented"))
        told[f"{family}: ticks right"] = share(
            some, lambda each: each.tick == "right", lambda each: each.tick is not None
        )
        told[f"{family}: place right"] = share(
            some, lambda each: not each.place, lambda each: each.place is not None
        )
    refused = [each for each in found.delivered if each.format == "pdf-locked"]
    if refused:
        told["locked files refused with the right reason"] = rate_of(refused, lambda each: each.right_error)
    planted = [each.planted for each in found.delivered if each.planted is not None]
    if planted:
        wanted = sum(len(each.found) + len(each.missed) for each in planted)
        told["differences between copies found"] = Rate(sum(len(each.found) for each in planted), wanted)
        told["copies without another difference"] = rate_of(planted, lambda each: not each.extra)
    return told
