"""The report's part on formats: each format with what came out of it, and how sure recognition was."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from eval.formats.judged import Delivered
from eval.formats.run import Run
from eval.report.tables import percent, table
from eval.results import share
from eval.scores.calibration import bins, expected_error
from eval.scores.fields import Field
from eval.scores.figures import rate_of

__all__ = ["TARGETS", "formats"]

TARGETS: Final = {
    "text PDF: exact match": "≥ 97 %",
    "text PDF: wrong values": "≤ 0.5 %",
    "text PDF: ticks right": "≥ 99 %",
    "text PDF: place right": "100 %",
    "Word 97, WPS, RTF: exact match": "≥ 97 %",
    "OFD: exact match": "≥ 95 %",
    "OFD: place right": "100 %",
    "scan: exact match": "≥ 92 %",
    "scan: wrong values": "≤ 2 %",
    "scan: ticks right": "≥ 97 %",
    "scan: place right": "100 %",
    "photo: exact match": "≥ 85 %",
    "differences between copies found": "100 %",
    "copies without another difference": "100 %",
}
_KEPT: Final = 15


def formats(found: Run) -> list[str]:
    """By format, the weakest fields over all of them, the errors, and calibration."""
    names = dict.fromkeys(each.format for each in found.delivered)
    rows = [_row(name, [each for each in found.delivered if each.format == name]) for name in names]
    header = ("format", "files", "exact", "wrong", "missed", "invented", "state", "ticks", "place", "of")
    absent = [f"- {name}: not made ({why})" for name, why in found.absent.items()]
    return [
        *table(header, rows),
        *(absent and [*absent, ""]),
        "### The weakest fields over all formats",
        "",
        *_weakest([field for each in found.delivered for field in each.fields]),
        "### Could not be read, or was read though it should not",
        "",
        *_unread(found.delivered),
        "### Confidence of what was recognised",
        "",
        *_confidence(found.delivered),
    ]


def _row(name: str, some: Sequence[Delivered]) -> tuple[object, ...]:
    fields = [field for each in some for field in each.fields]
    verdicts = Counter(field.verdict for field in fields)
    ticked = [field for field in fields if field.tick is not None]
    placed = [field for field in fields if field.place is not None]
    return (
        name,
        len(some),
        share(some, lambda field: field.verdict == "right"),
        *(verdicts[verdict] for verdict in ("wrong", "missed", "invented")),
        percent(rate_of(fields, lambda field: field.state_right).value),
        percent(rate_of(ticked, lambda field: field.tick == "right").value),
        percent(rate_of(placed, lambda field: not field.place).value),
        len(fields),
    )


def _weakest(fields: Sequence[Field]) -> list[str]:
    wrong = Counter(field.path for field in fields if field.verdict != "right")
    if not wrong:
        return ["All fields were read exactly in every format.", ""]
    counted = Counter(field.path for field in fields)
    rows = ((f"`{path}`", count, counted[path]) for path, count in wrong.most_common(_KEPT))
    return table(("field", "not right", "of"), rows)


def _unread(some: Sequence[Delivered]) -> list[str]:
    told = [f"- {each.format}, {each.case}: {each.unread or 'was read'}" for each in some if _is_odd(each)]
    return [*told, ""] if told else ["Nothing.", ""]


def _is_odd(each: Delivered) -> bool:
    return (bool(each.unread) or each.format == "pdf-locked") and not each.right_error


def _confidence(some: Sequence[Delivered]) -> list[str]:
    told = [
        (field.confidence, field.verdict == "right")
        for each in some
        for field in each.fields
        if each.format.startswith(("scan", "photo"))
        and field.confidence is not None
        and field.place is not None
    ]
    found = bins(told)
    rows = (
        (f"{each.low:g} to {each.high:g}", f"{each.said:.3f}", each.right, each.right.total) for each in found
    )
    error = expected_error(found)
    return [
        *table(("confidence", "mean", "right", "of"), rows),
        f"Mean distance between confidence and rate: {'–' if error is None else f'{error:.4f}'}.",
        "",
    ]
