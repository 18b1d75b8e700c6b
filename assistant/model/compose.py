"""A model's words as claims, sentence by sentence as they come: JSON where it keeps to it, else prose."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any, Final

from assistant.model.mask import Mask
from assistant.model.verify import Claim

__all__ = ["SCHEMA", "claims_in_json", "claims_in_prose"]

SCHEMA: Final[dict[str, Any]] = {
    "type": "object",
    "properties": {
        "answered": {"type": "boolean"},
        "sentences": {
            "type": "array",
            "maxItems": 6,
            "items": {
                "type": "object",
                "properties": {
                    "text": {"type": "string"},
                    "source": {"type": "integer"},
                    "quote": {"type": "string"},
                },
                "required": ["text", "source", "quote"],
                "additionalProperties": False,
            },
        },
    },
    "required": ["answered", "sentences"],
    "additionalProperties": False,
}
_OBJECT: Final = re.compile(r"\{[^{}]*\}")
_SENTENCE: Final = re.compile(
    r".+?(?:[。！？!?](?:\s*\[S?\d+(?:[,，、]\s*S?\d+)*\])*|\n|(?<=[a-z\])])\.(?=\s|$))", re.DOTALL
)
_MARKS: Final = re.compile(r"\s*[\[【(（](?:S|来源|材料)?\s*(\d+(?:\s*[,，、]\s*S?\d+)*)\s*[\]】)）]")
_THOUGHT: Final = re.compile(r"<think>.*?(?:</think>|\Z)", re.DOTALL)
_LONGEST: Final = 20_000  # characters; no answer is longer


def claims_in_json(pieces: Iterable[str], mask: Mask) -> Iterator[Claim]:
    """Each sentence as soon as its object is whole; text that has no objects is read as prose at its end."""
    whole, done = "", 0
    for piece in pieces:
        whole += piece
        for found in _OBJECT.finditer(_THOUGHT.sub(lambda each: " " * len(each.group()), whole), done):
            done = found.end()
            yield from _claim(found.group(), mask)
        if len(whole) > _LONGEST:
            return
    if done == 0 and '"sentences"' not in whole:
        yield from claims_in_prose([whole], mask)


def _claim(text: str, mask: Mask) -> Iterator[Claim]:
    try:
        found = json.loads(text)
    except ValueError:
        return
    said, source, quote = found.get("text"), found.get("source"), found.get("quote", "")
    if isinstance(said, str) and said.strip():
        sources = (source,) if isinstance(source, int) else ()
        claim = Claim(mask.show(said), sources, mask.show(quote) if isinstance(quote, str) else "")
        if not mask.leftover(claim.text):
            yield claim


def claims_in_prose(pieces: Iterable[str], mask: Mask) -> Iterator[Claim]:
    """Sentences, with the sources that they name in brackets."""
    rest, length = "", 0
    for piece in pieces:
        rest += piece
        length += len(piece)
        if "<think>" in rest and "</think>" not in rest:
            continue
        rest = _THOUGHT.sub("", rest)
        # The last sentence may go on: a mark can stand behind its full stop.
        sentences = list(_SENTENCE.finditer(rest))[:-1]
        for found in sentences:
            yield from _spoken(found.group(), mask)
        rest = rest[sentences[-1].end() :] if sentences else rest
        if length > _LONGEST:
            return
    for found in _SENTENCE.finditer(_THOUGHT.sub("", rest) + "\n"):
        yield from _spoken(found.group(), mask)


def _spoken(sentence: str, mask: Mask) -> Iterator[Claim]:
    sources = tuple(int(n) for found in _MARKS.findall(sentence) for n in re.findall(r"\d+", found))
    text = mask.show(_MARKS.sub("", sentence)).strip().strip("*#").strip()
    if re.search(r"[\w一-鿿]{2}", text) and not mask.leftover(text):
        yield Claim(text, sources)
