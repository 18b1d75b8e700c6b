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
_WHOLE = 12  # characters of a hint that may stand behind its label
_SHORT = 4  # characters of a label that is trusted where more speaks for it
_LONGEST = 24  # characters of a hint that are looked for
_LOOK = 60  # characters looked at behind a line's end
_ENDS = ":(_"  # what stands behind a label
_GOES_ON = frozenset(",、;")  # before a line's end: a sentence with such words in it goes on
_SENTENCE = ("。", "!", "?")
_SPACED = re.compile(r"(?:[\u4e00-\u9fff][ \u3000]+){2,}[\u4e00-\u9fff]")  # 平 台 类 型, as covers have it


class Wraps:
    """Knows the form's words; `text` of a paragraph has a line break where they begin or end."""

    def __init__(self, spec: FormSpec, printed: frozenset[str]) -> None:
        self._printed = "\n".join(line for line in printed if len(line) >= 2 * _SHORTEST)
        # A hint's last line may have come apart from its first.
        self._ends = frozenset(
            line[-length:] for line in printed for length in range(_SHORTEST, min(len(line), _LOOK) + 1)
        )
        # A hint in brackets that begins on a line of its own, though the line before is full.
        self._hints = tuple(
            line[:_LONGEST] for line in printed if line.startswith("(") and len(line) >= _SHORTEST
        )
        self._hint_ends = tuple(
            each for line in printed if len(line) >= _WHOLE for each in {line, line.removesuffix("。")}
        )
        labels = {_same(word) for each in spec.fields for word in each.labels}
        heads = labels | {line[: line.index(":")] for line in printed if ":" in line}
        number = r"(?:[(]?[0-9]{1,2}[).、]?|20[0-9]{2}年)?"
        self._heads = re.compile(rf"{number}(?:{_any_of(heads, _SHORTEST)})[{_ENDS}]")
        # What is short may well stand in running text: more has to speak for it.
        self._short = re.compile(rf"{number}(?:{_any_of(heads, _SHORT)})(?=[{_ENDS}])")
        self._spaced = re.compile(rf"(?:{_any_of(heads, _SHORT)})")
        self._alone = frozenset(label for label in labels if len(label) >= _SHORT)

    def text(self, block: Paragraph) -> str:
        """The paragraph's text."""
        if not block.wraps:
            return block.text
        lines: list[str] = []
        start = 0
        for end in block.wraps:
            if self._parts(block.text, start, end):
                lines.append(block.text[start:end])
                start = end
        return "\n".join([*lines, block.text[start:]])

    def _parts(self, text: str, start: int, end: int) -> bool:
        """Whether a paragraph ends at `end`, where a drawn line does; `start`: where the one before ended."""
        before, behind = _same(text[start:end]), _same(text[end : end + _LOOK])
        if before and behind and before[-_SHORTEST:] + behind[:_SHORTEST] in self._printed:
            return False
        if before in self._ends or self._heads.match(behind) or behind.startswith(self._hints):
            return True
        if _SPACED.match(text, end) and self._spaced.match(behind):
            return True
        if before[-1:] not in _GOES_ON and self._short.match(behind) and self._short.match(before):
            return True
        if before.endswith(self._hint_ends):
            return True
        rest = _same(text[end:])
        return rest in self._alone and (len(rest) > _SHORT or before.endswith(_SENTENCE))


_KNOWN: dict[int, tuple[FormSpec, Wraps]] = {}


def wraps_of(spec: FormSpec, printed: frozenset[str]) -> Wraps:
    """For a spec and its printed lines, as they are compared; made once."""
    if id(spec) not in _KNOWN:
        _KNOWN[id(spec)] = (spec, Wraps(spec, printed))
    return _KNOWN[id(spec)][1]


def _same(text: str) -> str:
    return squeeze(narrow(text))


def _any_of(words: Iterable[str], shortest: int) -> str:
    """A pattern, the longest first."""
    kept = {word for word in words if len(word) >= shortest}
    return "|".join(re.escape(word) for word in sorted(kept, key=lambda word: (-len(word), word)))
