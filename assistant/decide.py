"""Decides between what a question's words point to and what it is alike: two ways to understand it.

The patterns of a notice's points weigh single words (`assistant.settle`); its examples show whole questions
(`assistant.alike`). Where both agree there is nothing to decide. Where they don't, the examples win if one
comes near and none of what the patterns found does.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from assistant.matching import Asked
from assistant.question import Language
from assistant.said import Said
from assistant.settle import Settled, settled
from assistant.ways import Way, ways
from notices.notice import Notice

__all__ = ["LIKELY", "decided"]

# Nearness, from 0 to 1, measured on questions that were written apart from the examples.
LIKELY: Final = 0.30  # an example of this will do where the patterns find nothing
_APART: Final = 0.05  # ... if it is nearer than others by this
_OPENS: Final = 0.38  # an example of this has an answer though the patterns only know that it is left open
_OPENS_BY: Final = 0.18
_OVERRULES: Final = 0.58  # ... and of this it may say otherwise than the patterns
_CERTAINLY: Final = 0.66  # ... also than what takes up an amount or a day of the question
_NAMED: Final = 0.8  # ... and of this it is the question itself, in a few other words
_NEARER: Final = 0.2  # by this it has to be nearer then than the examples of what they found
_UNKNOWN: Final = 0.45  # taken for what has no examples
_WITHOUT_EXAMPLES: Final = frozenset({"units", "section", "attachment"})


def decided(
    spoken: str, asked: Asked, *, notice: Notice, language: Language, today: date, likely: float = LIKELY
) -> Settled | None:
    """What the question is about: `spoken` in its own language, `asked` in the words of patterns."""
    told = settled(asked, notice=notice, language=language, today=today)
    if notice.ways is None:
        return told
    found, by_topic = ways(spoken, asked, notice=notice, language=language, today=today)
    if not found:
        return told
    first = found[0]
    if told is None or not (told.said.topic or told.said.field):
        return first.settled if first.nearness >= likely and _apart(found) else told
    if _same(first.settled.said, told.said):
        return told
    return first.settled if _wins(first, told.said, _nearness(told.said, found, by_topic)) else told


def _apart(found: Sequence[Way]) -> bool:
    """Whether the first is clearly nearer than the next that says something else."""
    others = (each.nearness for each in found[1:] if not _same(each.settled.said, found[0].settled.said))
    return found[0].nearness - next(others, 0.0) >= _APART


def _wins(first: Way, told: Said, nearness: float) -> bool:
    if not told.answered and first.settled.said.answered:
        return first.nearness >= _OPENS and first.nearness - nearness >= _OPENS_BY
    if first.nearness >= _NAMED and nearness < _NAMED:
        return True
    least = _CERTAINLY if told.corrects else _OVERRULES
    return first.nearness >= least and first.nearness - nearness >= _NEARER


def _nearness(told: Said, found: Sequence[Way], by_topic: Mapping[str, float]) -> float:
    """How near the examples come of what the patterns found."""
    topic = f"attachment {told.attachment}" if told.attachment else told.topic
    unknown = _UNKNOWN if told.topic in _WITHOUT_EXAMPLES else 0.0
    least = unknown if told.field is not None else by_topic.get(topic, unknown)
    return max((each.nearness for each in found if _same(each.settled.said, told)), default=least)


def _same(one: Said, other: Said) -> bool:
    if one.field is not None or other.field is not None:
        return one.field == other.field and (one.aspect or "content") == (other.aspect or "content")
    return one.topic == other.topic and one.attachment == other.attachment
