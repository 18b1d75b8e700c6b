"""One filing from a style, a seed and a category: the draws that tie truth, hand and style together."""

from __future__ import annotations

import dataclasses
import json
from random import Random

from eval.filings.hand import HANDS
from eval.filings.paths import CATEGORIES
from eval.filings.script import APPLICATION, Rendered
from eval.filings.styles import STYLES
from eval.filings.truth import Category, Value, draw

_CATEGORY: dict[str, Category] = {"跨行业跨领域": "跨行业跨领域", "区域": "区域", "行业": "行业"}


def make(style: str, seed: int, *, category: Category | None = None, hand: str | None = None) -> Rendered:
    """The filing that this style makes of this seed; category and hand are drawn unless told.

    Raises KeyError for a style or hand that does not exist.
    """
    rng = Random(f"{style}/{seed}")
    drawn = _CATEGORY[CATEGORIES[(seed + sum(map(ord, style))) % 3]]
    names = list(HANDS)
    chosen = HANDS[hand or names[(seed * 5 + sum(map(ord, style))) % len(names)]]
    truth = draw(seed * 1000 + sum(map(ord, style)), category or drawn)
    return STYLES[style](truth, chosen, rng)


def named(rendered: Rendered, file_name: str) -> Rendered:
    """The same with its own file's name where attachments stand inside the application."""
    found = rendered.values["attachments"]
    assert isinstance(found, list)
    moved: list[dict[str, object]] = []
    for each in found:
        assert isinstance(each, dict)
        files = each["files"]
        assert isinstance(files, list)
        moved.append({**each, "files": [file_name if one == APPLICATION else one for one in files]})
    values: dict[str, Value] = {**rendered.values, "attachments": moved}
    return dataclasses.replace(rendered, values=values)


def as_json(rendered: Rendered) -> str:
    """What an extractor must find, beside the file."""
    return json.dumps(
        {
            "values": dict(rendered.values),
            "states": dict(rendered.states),
            "also": {path: list(each) for path, each in rendered.also.items()},
            "also_states": {path: list(each) for path, each in rendered.also_states.items()},
            "notes": dict(rendered.notes),
            "foreign_units": rendered.foreign_units,
        },
        ensure_ascii=False,
        indent=1,
    )
