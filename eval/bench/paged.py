"""`python -m eval.bench.paged STAGE FILE`: seconds of one stage for one PDF or one scanned page.

A process of its own each time, as in `once`. Floors: PDFium's bare text of all pages; for a scan the page's
picture, made and recognised once by the models that we use too. Peers that are dependencies of ours run
here; those of `make eval-peers` in their own interpreter.

Scans are told in CPU time: a peer that burns two processors is not twice as good.
"""

from __future__ import annotations

import gc
import json
import sys
import time
from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any, Final, NamedTuple

__all__ = ["BARE_TEXT", "CHECKED", "FORM", "OURS", "PLUMBER", "RAPIDOCR", "STAGES", "Taken"]

BARE_TEXT: Final = "PDFium's text of all pages"
FORM: Final = "look + layout + fill"
CHECKED: Final = "look + layout + fill + check"
PLUMBER: Final = "pdfplumber, words and tables"
OURS: Final = "a scanned page recognised"
RAPIDOCR: Final = "rapidocr at its defaults"
_DPI: Final = 200


class Taken(NamedTuple):
    """What a stage took, and for a scan the share of the page's characters that it got."""

    seconds: float  # wall
    cpu: float
    right: float | None = None


def _bare_text(path: Path) -> object:
    import pypdfium2

    with pypdfium2.PdfDocument(path) as document:
        return [page.get_textpage().get_text_range() for page in document]


def _plumber(path: Path) -> object:
    import pdfplumber

    with pdfplumber.open(path) as document:
        return [(page.extract_words(), page.extract_tables()) for page in document.pages]


def _form(path: Path) -> Any:
    from extractors.fill import fill
    from extractors.layout import document
    from extractors.readers.pdf import first_look
    from notices.hebei_2022_719.form import SPEC

    pages = first_look(path)
    return fill(document(pages.read, name=path.name, kind="pdf", sha256=""), SPEC)


def _checked(path: Path) -> object:
    from extractors.check import check
    from extractors.rules import Context
    from notices.hebei_2022_719.rules import PLANNED, RULES

    return check(_form(path), rules=RULES, context=Context(today=date(2022, 11, 18)), planned=PLANNED)


def _ours(path: Path) -> str:
    from extractors.readers import look

    return "".join(run.text for run in look(path, 1).runs)


def _rapidocr(path: Path) -> str:
    """One page as rapidocr's own documentation shows it, the picture made by PDFium as ours is."""
    import rapidocr

    from extractors.readers.pdf import picture_of

    found: Any = rapidocr.RapidOCR()(picture_of(path, 1, dpi=_DPI))
    return "".join(found.txts or ())


STAGES: Final[Mapping[str, Callable[[Path], object]]] = {
    BARE_TEXT: _bare_text,
    FORM: _form,
    CHECKED: _checked,
    PLUMBER: _plumber,
    OURS: _ours,
    RAPIDOCR: _rapidocr,
}


def taken(stage: str, path: Path) -> Taken:
    """The second time in this process: models and patterns are loaded. A scan's words are beside it."""
    verb = STAGES[stage]
    verb(path)
    gc.collect()
    gc.disable()
    start, cpu = time.perf_counter(), time.process_time()
    made = verb(path)
    end, spent = time.perf_counter(), time.process_time()
    words = path.with_suffix(".words")
    return Taken(end - start, spent - cpu, _right(made, words) if words.exists() else None)


def _right(made: object, words: Path) -> float:
    """Characters of the page that were recognised, less those that are not there, as a share (no order)."""
    assert isinstance(made, str)
    wanted = Counter("".join(words.read_text(encoding="utf-8").split()))
    got = Counter("".join(made.split()))
    return ((wanted & got).total() - (got - wanted).total()) / wanted.total()


if __name__ == "__main__":
    print(json.dumps(taken(sys.argv[1], Path(sys.argv[2]))))
