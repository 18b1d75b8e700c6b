"""Signed copies at a fraction of a scan's cost: words from a text PDF, stamps from pictures of its pages.

What recognition makes of the words is scored with the scans; here it is the rules on copies that are scored.
"""

from __future__ import annotations

import dataclasses
import tempfile
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Final

from eval.filings.hand import HANDS
from eval.filings.mutant import Expected
from eval.filings.planted_copies import Copy
from eval.filings.script import Script
from eval.filings.styles import STYLES, printed
from eval.filings.ticks import TICKS
from eval.filings.truth import Truth, draw
from eval.formats import reports, scans, seals
from eval.formats.paper import flat, looked_at
from eval.formats.spots import spots_of
from eval.reading import TODAY
from eval.scores.findings import Judged, judge
from extractors.check import check
from extractors.document import Seal
from extractors.form import Answer, Form
from extractors.readers.picture.seals import red_of, stamps
from extractors.rules import Context
from extractors.submission import extract
from notices.hebei_2022_719.form import SPEC
from notices.hebei_2022_719.rules import RULES

__all__ = ["judge_copy"]

_DPI: Final = 150
_ACROSS: Final = 119.0  # points: 42 mm
_ASKING: Final = {"cover": ("cover.applicant",), "pledge": ("applicant.pledge_date",)}


def judge_copy(case: Copy, seed: int) -> Judged:
    """Check the Word file with its signed copy by the two rules on copies."""
    truth = draw(seed, case.category, traps=False)
    rng = Random(f"signed/{case.name}/{seed}")
    electronic = _read(".docx", STYLES["printed"](truth, HANDS["plain"], rng).docx)
    form = dataclasses.replace(electronic, copies=(_signed(truth.changed(case.says), case, rng),))
    rules = {code: RULES[code] for code in ("CON006", "SEAL001")}
    report = check(form, rules=rules, context=Context(today=TODAY))
    expected = tuple(Expected(case.rule, path, "error") for path in case.expected)
    result = {"findings": [each.as_dict() for each in report.findings], "rules_not_run": report.rules_not_run}
    return judge("mutant" if expected else "near miss", case.rule, expected, result)


def _read(ending: str, content: bytes) -> Form:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"申报书{ending}"
        path.write_bytes(content)
        return extract(path, spec=SPEC)


def _signed(truth: Truth, case: Copy, rng: Random) -> Form:
    script = Script(truth, HANDS[case.hand], rng, ticks=TICKS["filled"])
    look = dataclasses.replace(reports.LOOKS["strokes"], marks="glyphs")
    pdf = reports.report(printed.pages(script), look)
    form = _read(".pdf", pdf)
    answers = {path: _as_recognised(answer) for path, answer in form.answers.items()}
    return dataclasses.replace(form, answers=answers, seals=tuple(_seals(form, pdf, case, rng)))


def _as_recognised(answer: Answer) -> Answer:
    places = tuple(each._replace(method="ocr", confidence=0.97) for each in answer.evidence)
    return dataclasses.replace(answer, evidence=places)


def _seals(form: Form, pdf: bytes, case: Copy, rng: Random) -> Iterator[Seal]:
    """The stamps that are found on pictures of the two pages."""
    for where, paths in _ASKING.items():
        page = form[paths[0]].evidence[0].page
        assert page is not None
        for number, shot in scans.pictures(pdf, dpi=_DPI, pages=[page]):
            for spot in spots_of(pdf, number):
                if case.bureau if spot.bureau else where in case.stamped:
                    size = int(_ACROSS * _DPI / 72)
                    stamp = seals.round_seal("河北某某科技有限公司", size=size, rng=rng, ink=case.ink)
                    x, y = spot.x + rng.uniform(20, 90), spot.y + rng.uniform(-14, 14)
                    seals.over(shot.pixels, stamp, x=int(x * _DPI / 72), y=int(y * _DPI / 72))
            seen = looked_at(flat(shot.pixels, dpi=_DPI), scans.LOOKS[case.look], rng=rng)
            found, _ = stamps(red_of(seen.pixels), scale=_DPI / 72)
            for each in found:
                box = tuple(side * 72 / _DPI for side in each[:4])
                yield Seal(number, (box[0], box[1], box[2], box[3]), each.round)
