"""Extraction by a plain prompt, as many do it: text and fields in, JSON out, nothing located or checked."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from random import Random
from typing import Any, Final

from assistant.model.client import ModelFailed, streamed, within
from assistant.model.propose import spots
from assistant.model.settings import Settings
from eval.filings.hand import HANDS
from eval.filings.script import Rendered
from eval.filings.styles import STYLES
from eval.filings.truth import Category, draw
from eval.report.tables import table
from eval.scores import fields
from eval.scores.figures import bootstrapped
from eval.scores.places import Places
from extractors.document import Document
from extractors.fill import fill
from extractors.form import Field
from extractors.readers import docx
from extractors.result import extraction
from notices.hebei_2022_719.form import SPEC
from prompts import render

__all__ = ["lines", "prompted"]

_FROM: Final = 5800
_CATEGORIES: Final[tuple[Category, ...]] = ("区域", "行业", "跨行业跨领域")
_TYPES: Final[Mapping[str, object]] = {
    "int": {"type": ["number", "null"]},
    "decimal": {"type": ["number", "null"]},
    "bool": {"type": ["boolean", "null"]},
    "enums": {"type": "array", "items": {"type": "string"}},
    "names": {"type": "array", "items": {"type": "string"}},
}
_STRING: Final = {"type": ["string", "null"]}
_NOT_ASKED: Final = frozenset({"longtext", "honors", "attachments"})  # no JSON value of one prompt


def lines(settings: Settings, *, filings: int, context: int, tell: Callable[[str], None]) -> list[str]:
    tell(f"{filings} filings by a prompt")
    asked = {field.path for field in SPEC.fields if field.kind not in _NOT_ASKED}
    ours: list[list[fields.Field]] = []
    theirs: list[list[fields.Field]] = []
    for number in range(filings):
        drawn = draw(_FROM + number, _CATEGORIES[number % len(_CATEGORIES)])
        filing = STYLES["printed"](drawn, HANDS["plain"], Random(number))
        document = docx.read(filing.docx, name="申报书.docx")
        places = Places(document, filing.docx)
        ours.append(_judged(filing, extraction(fill(document, SPEC)), places, asked))
        theirs.append(_judged(filing, prompted(document, settings, context=context), places, asked))
    rows = [_row("Shenbao", ours), _row(f"plain prompt, {settings.model}", theirs)]
    return table(("by", "right", "wrong or invented", "missed", "fields"), rows)


def _judged(
    filing: Rendered, result: Mapping[str, Any], places: Places, asked: set[str]
) -> list[fields.Field]:
    return [each for each in fields.judge(filing, result, places) if each.path in asked]


def _row(name: str, filings: Sequence[Sequence[fields.Field]]) -> tuple[object, ...]:
    def share(*verdicts: str) -> object:
        return bootstrapped([(sum(each.verdict in verdicts for each in some), len(some)) for some in filings])

    return name, share("right"), share("wrong", "invented"), share("missed"), sum(map(len, filings))


def prompted(document: Document, settings: Settings, *, context: int) -> dict[str, Any]:
    """What the model makes of a filing, as `extract --json` prints it; a call that fails gives nothing."""
    values: dict[str, Any] = {}
    for text in _pieces(document, context):
        for group in _groups():
            found = _values(text, [each for each in group if each.path not in values], settings)
            values |= {path: value for path, value in found.items() if value not in (None, "", [])}
    submission: dict[str, Any] = {}
    for path, value in values.items():
        *parents, leaf = path.split(".")
        part = submission
        for each in parents:
            part = part.setdefault(each, {})
        part[leaf] = value
    states = {each.path: "filled" if each.path in values else "blank" for each in SPEC.fields}
    return {"submission": submission, "states": states, "evidence": {}}


def _pieces(document: Document, context: int) -> Iterator[str]:
    """The text in pieces of so many characters, cut between lines."""
    piece = ""
    for line in (each.text for each in spots(document)):
        if piece and len(piece) + len(line) > context:
            yield piece
            piece = ""
        piece += f"{line}\n"
    yield piece


def _groups() -> Iterator[list[Field]]:
    """The fields that are asked for in one prompt: a section's."""
    sections = dict.fromkeys(each.section for each in SPEC.fields)
    for section in sections:
        group = [each for each in SPEC.fields if each.section == section and each.kind not in _NOT_ASKED]
        if group:
            yield group


def _values(text: str, group: Sequence[Field], settings: Settings) -> dict[str, Any]:
    if not group:
        return {}
    keys = {each.path.rpartition(".")[2]: each for each in group}
    listed = "\n".join(f"{key}：{_told(each)}" for key, each in keys.items())
    schema = {
        "type": "object",
        "properties": {key: _TYPES.get(each.kind, _STRING) for key, each in keys.items()},
        "required": list(keys),
        "additionalProperties": False,
    }
    prompt = render("extract", fields=listed, text=text)
    try:
        pieces = streamed(settings, [("user", prompt)], schema=schema)
        found = json.loads("".join(within(settings.seconds, pieces)))
    except (ModelFailed, ValueError):  # the peer has nothing to say on this part
        return {}
    return (
        {keys[key].path: value for key, value in found.items() if key in keys}
        if isinstance(found, dict)
        else {}
    )


def _told(field: Field) -> str:
    more = "、".join(each.value for each in field.options) or field.unit
    return f"{field.title}（{more}）" if more else field.title
