"""The sentences of a filing's long texts, as they stand in the file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from assistant.filing.filing import Filing
from extractors.form import Evidence, Field
from extractors.text import squeeze, strip_number

__all__ = ["Sentence", "sentences"]

_SENTENCE: Final = re.compile(r"[^。！？!?；;\n]+[。！？!?；;]?[”’）)]?")
_BULLETS: Final = "√✓●•·○◆◇■□★☆▲△➢➤-–— \t\u3000"
_SHORTEST: Final = 6  # characters; what is shorter is a heading or a number


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a long text, as it stands in the file."""

    field: Field
    text: str
    evidence: Evidence


@lru_cache(maxsize=64)
def sentences(filing: Filing) -> tuple[Sentence, ...]:
    """All sentences of the long texts, once each: a text whose parts are fields is told by its parts."""
    return tuple(_sentences(filing))


def _sentences(filing: Filing) -> Iterator[Sentence]:
    spec = filing.form.spec
    for field, answer in filing.form:
        parts = spec.parts[field.path]
        told_by_parts = any(filing.form.filled(each.path) for each in parts)
        if field.kind != "longtext" or answer.state != "filled" or told_by_parts:
            continue
        for line in answer.raw.split("\n"):
            for found in _SENTENCE.findall(line):
                evidence = _holding(found, answer.evidence)
                words = _bare(found)
                if evidence is not None and len(words) >= _SHORTEST:
                    yield Sentence(field, words, evidence)


def _bare(sentence: str) -> str:
    """Without the bullet or the number that it begins with, as long as it is still the file's own words."""
    words = sentence.lstrip(_BULLETS).strip()
    rest = strip_number(words)[1].strip()
    return rest if rest and words.endswith(rest) else words


def _holding(words: str, evidence: Sequence[Evidence]) -> Evidence | None:
    """The evidence whose quote has these very words; what none has isn't quoted."""
    wanted = squeeze(words)
    return next((each for each in evidence if wanted in squeeze(each.quote)), None) if wanted else None
