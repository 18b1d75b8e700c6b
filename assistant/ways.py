"""Answers to the examples that a question is alike, each with how near it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache
from typing import Final, NamedTuple, get_args

from assistant.alike import Alike, examples_of
from assistant.aspects import Aspect
from assistant.attached import attachment_said, may_mean
from assistant.fields import about_field
from assistant.leftover import known_words, met_and_unmet, unheeded
from assistant.matching import Asked
from assistant.naming import Names, attachment_numbers, names_of
from assistant.overviews import listed
from assistant.question import Language
from assistant.said import Said
from assistant.settle import Settled, point_said, told_by
from extractors.form import Field
from notices.notice import Notice

__all__ = ["Resembled", "Way", "ways"]

_CERTAIN: Final = 0.76  # nearness at which words that neither the example nor its answer has say nothing
_UNTOUCHED: Final = 4.0  # of a question's weight that may else be left untouched
_LOOKED_AT: Final = 60  # names whose nearness is known
_MOST: Final = 3  # ... and whose answers are
_LEAST: Final = 0.3  # nearness
_MARK: Final = "◆"
_FIELDS: Final = "@"
_LIST: Final = "#"
_ATTACHMENT: Final = "#attachment "
_ASPECTS: Final[Mapping[str, Aspect]] = {f"{_FIELDS}{each}": each for each in get_args(Aspect)}
_OPTIONAL_ANSWER: Final = frozenset(
    {"meaning", "proof", "years"}
)  # that the notice says none is no answer to others


class Way(NamedTuple):
    """An example's answer and how near it is, from 0 to 1."""

    nearness: float
    settled: Settled


class Resembled(NamedTuple):
    """What a question is alike, the nearest first, and how near each topic's examples come."""

    ways: list[Way]
    by_topic: Mapping[str, float]


def ways(spoken: str, asked: Asked, *, notice: Notice, language: Language, today: date) -> Resembled:
    """What the question is alike; `spoken` is in its own language, `asked` in the words of patterns."""
    names = names_of(notice)
    kinds = set(names.category(asked.now)) | {
        each for each in names.categories.values() if _bare(each).search(asked.now)
    }
    numbers = attachment_numbers(asked.now)

    def fits(example: str) -> bool:
        of, numbered = _marks(example, notice)
        return (of <= kinds or language == "en") and numbered == numbers

    near = examples_of(notice).nearest(spoken, limit=_LOOKED_AT, apart_from=_FIELDS, fits=fits)
    found = (
        _way(each, asked, notice=notice, language=language, today=today)
        for each in near[:_MOST]
        if each.nearness >= _LEAST
    )
    told = [each for each in found if each is not None]
    told += _of_fields(spoken, asked, notice=notice, language=language)
    by_topic = {each.name.removeprefix(_LIST): each.nearness for each in near}
    return Resembled(sorted(told, key=lambda each: -each.nearness), by_topic)


@lru_cache(maxsize=8192)
def _marks(example: str, notice: Notice) -> tuple[frozenset[str], tuple[str, ...]]:
    """The categories and the attachments that an example names: a question has to be of the same."""
    return frozenset(names_of(notice).category(example)), attachment_numbers(example)


@lru_cache(maxsize=16)
def _bare(category: str) -> re.Pattern[str]:
    """The category where it says whose platform it is: in 面向行业 it doesn't."""
    return re.compile(rf"(?<!面向)(?<!覆盖)(?<!大类)(?<!跨){re.escape(category)}(?!数|大类|选项|服务)")


def _way(alike: Alike, asked: Asked, *, notice: Notice, language: Language, today: date) -> Way | None:
    if alike.name.startswith(_ATTACHMENT) and not may_mean(
        alike.name.removeprefix(_ATTACHMENT), asked.now, names=names_of(notice)
    ):
        return None
    said = _said(alike.name, asked, notice=notice, language=language, today=today)
    if said is None:
        return None
    way = Way(alike.nearness, Settled(0.0, said, asked.now, _shared_spans(asked.now, alike.example)))
    return way if not said.answered or _touches(way, asked.now, notice, language) else None


def _said(name: str, asked: Asked, *, notice: Notice, language: Language, today: date) -> Said | None:
    """What a name of the examples stands for: a list, an attachment, a field and an aspect, a point."""
    names = names_of(notice)
    if name.startswith(_ATTACHMENT):
        return attachment_said(name.removeprefix(_ATTACHMENT), names=names, notice=notice, language=language)
    if name.startswith(_LIST):
        return listed(name.removeprefix(_LIST), asked, names=names, notice=notice, language=language)
    path, _, aspect = name.partition(" ")
    if path in names.spec.by_path:
        return _field_said(names.spec.by_path[path], _ASPECTS[f"{_FIELDS}{aspect}"], names, notice, language)
    point = next(each for each in notice.points if each.name == name)
    return point_said(point, asked, today, language)


def _touches(way: Way, words: str, notice: Notice, language: Language) -> bool:
    """Whether the example and its answer speak of enough of the question."""
    if way.nearness >= _CERTAIN:
        return True
    told = told_by(way.settled.said)
    _, unmet = met_and_unmet(words, way.settled.spans, told, known=known_words(notice))
    return unheeded(unmet, english=language == "en") < _UNTOUCHED


def _shared_spans(words: str, example: str) -> tuple[tuple[int, int], ...]:
    pairs = {example[at : at + 2] for at in range(len(example) - 1)}
    return tuple((at, at + 2) for at in range(len(words) - 1) if words[at : at + 2] in pairs)


def _of_fields(spoken: str, asked: Asked, *, notice: Notice, language: Language) -> Iterator[Way]:
    """A field's name stands for any field's: 企业简介最多写多少字 is alike ◆最多写多少字."""
    names = names_of(notice)
    for field, (start, end) in _named(spoken, names, notice, language):
        marked = f"{spoken[:start]}{_MARK}{spoken[end:]}"
        for alike in examples_of(notice).nearest(marked, limit=2, among=_FIELDS):
            aspect = _ASPECTS[alike.name]
            said = _field_said(field, aspect, names, notice, language)
            spans = ((start, end),) if language == "zh" else ()
            settled = Settled(0.0, said, f"{asked.now} {spoken[start:end]}", spans)
            if said.answered or aspect not in _OPTIONAL_ANSWER:
                yield Way(alike.nearness, settled)


def _field_said(field: Field, aspect: Aspect, names: Names, notice: Notice, language: Language) -> Said:
    said = about_field(field, aspect, notice=notice, spec=names.spec, language=language)
    return Said(said.words, said.passages, said.answered, field.label, field.path, None, aspect)


def _named(
    spoken: str, names: Names, notice: Notice, language: Language
) -> Iterator[tuple[Field, tuple[int, int]]]:
    if language == "zh":
        yield from ((each.field, each.span) for each in names.in_words(spoken) if each.option is None)
        yield from names.whole_sections(spoken)
        return
    scanner, paths = _english_names(notice)
    for found in scanner.finditer(spoken):
        yield names.spec.by_path[paths[found.group()]], found.span()


@lru_cache(maxsize=4)
def _english_names(notice: Notice) -> tuple[re.Pattern[str], Mapping[str, str]]:
    paths = {name: path for path, some in notice.vocabulary.fields.items() for name in some}
    longest = sorted(paths, key=len, reverse=True)
    return re.compile(rf"(?<![a-z0-9])(?:{'|'.join(map(re.escape, longest))})(?![a-z0-9])"), paths
