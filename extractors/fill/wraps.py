"""Ends of drawn lines that are ends of paragraphs after all, because the form's own words stand there.

A reader of pages joins a line to the full one before it. Where the form's hint fills its last line, or a label
happens to follow a full line, only the form's words tell that a new paragraph begins.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from extractors.document import Paragraph
from extractors.form import FormSpec
from extractors.text import narrow, squeeze

__all__ = ["Wraps", "wraps_of"]

_SHORTEST = 6  # characters of printed words that are trusted to be the form's
_LONGEST = 24  # characters of a hint that are looked for
_LOOK = 60  # characters looked at behind a line's end
_ENDS = ":(_"  # what stands behind a label


class Wraps:
    """Knows the form's words; `text` of a paragraph has a line break where they begin or end."""

    def __init__(self, spec: FormSpec, printed: frozenset[str]) -> None:
        # A hint's last line may have come apart from its first.
        self._ends = frozenset(
            line[-length:] for line in printed for length in range(_SHORTEST, min(len(line), _LOOK) + 1)
        )
        # A hint in brackets that begins on a line of its own, though the line before is full.
        self._hints = tuple(
            line[:_LONGEST] for line in printed if line.startswith("(") and len(line) >= _SHORTEST
        )
        labels = {_same(word) for each in spec.fields for word in each.labels}
        heads = {line[: line.index(":")] for line in printed if ":" in line}
        self._heads = re.compile(
            rf"(?:[(]?[0-9]{{1,2}}[).、]?)?(?:{'|'.join(_longest_first(labels | heads))})[{_ENDS}]"
        )

    def text(self, block: Paragraph) -> str:
        """The paragraph's text."""
        if not block.wraps:
            return block.text
        lines: list[str] = []
        start = 0
        for end in block.wraps:
            before = _same(block.text[start:end])
            behind = _same(block.text[end : end + _LOOK])
            hint = before in self._ends
            if hint or self._heads.match(behind) or behind.startswith(self._hints):
                lines.append(block.text[start:end])
                start = end
        return "\n".join([*lines, block.text[start:]])


_KNOWN: dict[int, tuple[FormSpec, Wraps]] = {}


def wraps_of(spec: FormSpec, printed: frozenset[str]) -> Wraps:
    """For a spec and its printed lines, as they are compared; made once."""
    if id(spec) not in _KNOWN:
        _KNOWN[id(spec)] = (spec, Wraps(spec, printed))
    return _KNOWN[id(spec)][1]


def _same(text: str) -> str:
    return squeeze(narrow(text))


def _longest_first(words: Iterable[str]) -> list[str]:
    kept = {word for word in words if len(word) >= _SHORTEST}
    return [re.escape(word) for word in sorted(kept, key=lambda word: (-len(word), word))]
