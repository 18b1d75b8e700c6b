"""Values that a model proposes where the reader found none; they count where code finds them in the file.

A proposal has to stand, once, under a label like the field's, and to read as the field's kind; then it is the
answer, by the method `llm`. Ticks, lists and long texts are never proposed: a model misreads boxes.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from assistant.filing.filing import Filing
from assistant.model.client import ModelFailed, streamed, within
from assistant.model.mask import Mask, names_in
from assistant.model.settings import Settings
from assistant.retrieve import grams
from extractors.document import Block, Document, Paragraph, Table
from extractors.fill.values import read_answer
from extractors.form import Answer, Evidence, Field, Form, Kind
from extractors.rules import Report
from extractors.text import key, squeeze
from prompts import render

__all__ = ["Spot", "proposed", "spots"]

_KINDS: Final[dict[Kind, str]] = {
    "text": "文字",
    "code": "代码",
    "int": "整数",
    "decimal": "数",
    "date": "日期",
}
_STATES: Final = frozenset({"absent", "unreadable"})
_LIKE: Final = 0.6  # of a label's pairs of characters have to stand in a line that may be its own
_BELOW: Final = 2  # lines under a label in which its answer may stand
_PLACES: Final = 3  # lines like the label that are shown to the model
_MOST: Final = 12  # fields asked for in one document
_SURE: Final = 0.5  # confidence: what code has located and a model has chosen
_SCHEMA: Final[dict[str, Any]] = {
    "type": "object",
    "properties": {"value": {"type": "string"}},
    "required": ["value"],
    "additionalProperties": False,
}


@dataclass(frozen=True, slots=True)
class Spot:
    """One line of a document, with where it stands."""

    text: str
    location: str
    page: int | None = None


def proposed(form: Form, document: Document, *, settings: Settings) -> Form:
    """The form with those proposals in it that hold. A model that fails leaves it as it was."""
    deadline = time.monotonic() + settings.seconds
    lines = spots(document)
    mask = _mask(form, on=not settings.share)
    wanted = [field for field, answer in form if answer.state in _STATES and field.kind in _KINDS]
    found: dict[str, Answer] = {}
    for field in wanted[:_MOST]:
        shown = _under_label(field, form[field.path], lines)
        left = deadline - time.monotonic()
        if shown and left > 0:
            answer = _proposal(field, shown, lines, document.name, settings=settings, mask=mask, seconds=left)
            if answer is not None:
                found[field.path] = answer
    return replace(form, answers={**form.answers, **found})


def spots(document: Document) -> list[Spot]:
    """The lines of a document in reading order; the cells of a table's row are one line, parted by tabs."""
    return list(_spots(document.blocks))


def _spots(blocks: Sequence[Block], where: str = "") -> Iterator[Spot]:
    for block in blocks:
        if isinstance(block, Paragraph):
            for line in block.text.split("\n"):
                yield Spot(line, where or f"段落 {block.ordinal}", block.page)
        elif isinstance(block, Table):
            for row in range(block.rows):
                cells = [each for each in block.cells if each.row == row]
                texts = ["\n".join(each.text for each in _spots(cell.blocks)) for cell in cells]
                page = next((cell.page for cell in cells if cell.page is not None), None)
                yield Spot("\t".join(texts), where or f"表 {block.ordinal} 行 {row + 1}", page)
        else:
            yield from _spots(block.blocks, where)


def _under_label(field: Field, answer: Answer, lines: Sequence[Spot]) -> list[Spot]:
    """Where the answer may stand: where it was read and not understood, else at lines like the label."""
    if answer.evidence:
        read = {each.location for each in answer.evidence}
        return [each for each in lines if each.location in read]
    places = [at for at, each in enumerate(lines) if _is_like(field, each.text)][:_PLACES]
    near = sorted({at + more for at in places for more in range(_BELOW + 1) if at + more < len(lines)})
    return [lines[at] for at in near]


def _is_like(field: Field, line: str) -> bool:
    words = set(grams(key(line[:200])))
    return any(_share(label, words) >= _LIKE for label in field.labels if len(label) > 1)


def _share(label: str, words: set[str]) -> float:
    own = {each for each in grams(key(label)) if len(each) > 1}
    return len(own & words) / len(own) if own else 0.0


def _proposal(
    field: Field,
    shown: Sequence[Spot],
    lines: Sequence[Spot],
    file: str,
    *,
    settings: Settings,
    mask: Mask,
    seconds: float,
) -> Answer | None:
    kind = f"{_KINDS[field.kind]}，单位{field.unit}" if field.unit else _KINDS[field.kind]
    passage = "\n".join(each.text for each in shown)
    prompt = render("propose", label=field.title, kind=kind, passage=mask.hide(passage))
    pieces = streamed(settings, [("user", prompt)], schema=_SCHEMA)
    try:
        value = mask.show(str(json.loads("".join(within(seconds, pieces)))["value"]))
    except (
        ModelFailed,
        ValueError,
        KeyError,
        TypeError,
    ):  # no proposal: the field stays as the reader left it
        return None
    spot = _located(value, shown, lines)
    if spot is None:
        return None
    evidence = Evidence(file, spot.location, spot.text.strip(), spot.page, None, _SURE, "llm")
    answer = read_answer(field, value, evidence=(evidence,), printed=frozenset())
    return answer if answer.state == "filled" else None


def _located(value: str, shown: Sequence[Spot], lines: Sequence[Spot]) -> Spot | None:
    """The one line that has the value; None where none has, or more than one."""
    wanted = squeeze(value)
    holding = [each for each in shown if wanted and squeeze(each.text).count(wanted) == 1]
    elsewhere = sum(squeeze(each.text).count(wanted) for each in shown) if wanted else 0
    return holding[0] if len(holding) == 1 and elsewhere == 1 and holding[0] in lines else None


def _mask(form: Form, *, on: bool) -> Mask:
    names, values = names_in([Filing(form, Report((), (), {}))])
    return Mask(names, values=values, on=on)
