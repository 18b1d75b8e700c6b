"""What is known about a notice besides its words: typed facts, contradictions, how people put things.

A notice's package holds one `NOTICE`; whoever answers questions takes it as an argument.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Generic, Literal, NamedTuple, TypeVar

from extractors.form import FormSpec
from extractors.rules import Rule
from notices.clauses import NoticeText

__all__ = ["Contradiction", "Difference", "Fact", "Notice", "Passage", "Point", "Vocabulary"]

T = TypeVar("T")


class Passage(NamedTuple):
    """Words of the notice, verbatim, and the key of the clause that they stand in."""

    clause: str
    quote: str


@dataclass(frozen=True, slots=True)
class Fact(Generic[T]):
    """One thing that the notice sets, as a value that code can reckon with."""

    name: str
    value: T
    clause: str
    quote: str
    says: str  # one Chinese sentence
    says_in_english: str
    asked: tuple[str, ...]  # words that ask for it, beyond those of the quote


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Places of the notice that don't agree with each other."""

    topic: str
    kind: Literal[
        "demand", "name", "number"
    ]  # what the places disagree about: only demands change what to do
    passages: tuple[Passage, ...]
    explanation: str  # one Chinese sentence
    explanation_in_english: str = ""  # demands have one: answers show them


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """Something that people ask, and what the notice says to it; without passages, that it leaves it open.

    A pattern of `asked` is words parted by blanks that all have to stand in the question, in any order: `a|b` is
    either of two, `~a` is welcome and not needed, `!a` must not stand there. Words are regular expressions over
    the question in lower case; `<date>` is any day. English questions are looked at through the glossary.
    """

    name: str
    asked: tuple[str, ...]
    says: str
    says_in_english: str
    passages: tuple[Passage, ...] = ()
    amounts: Mapping[str, tuple[float, ...]] = field(default_factory=dict)  # by what is counted: {"份": (3,)}
    day: date | None = None  # the last day in time: another day is compared with it


class Difference(NamedTuple):
    """What the notice sets otherwise for each platform category."""

    topic: str
    topic_in_english: str
    says: Mapping[str, str]  # by category
    says_in_english: Mapping[str, str]
    passages: Mapping[str, Passage]


@dataclass(frozen=True, eq=False)
class Vocabulary:
    """How people put what the notice puts otherwise; the words on the right stand in the notice or in a fact.

    Equal only to itself.
    """

    synonyms: Mapping[str, tuple[str, ...]]  # a phrase of a question -> phrases to look for instead
    glossary: Mapping[
        str, tuple[str, ...]
    ]  # an English term, lower case -> phrases to look for, the best first
    fields: Mapping[str, tuple[str, ...]] = field(
        default_factory=dict
    )  # a path of the form -> its English names
    nicknames: Mapping[str, tuple[str, ...]] = field(
        default_factory=dict
    )  # ... -> what askers call it besides


@dataclass(frozen=True, eq=False)
class Notice:
    """One notice. Equal only to itself."""

    id: str
    title: str
    text: NoticeText
    facts: tuple[Fact[Any], ...]
    contradictions: tuple[Contradiction, ...]
    vocabulary: Vocabulary
    contact: Fact[str]  # whom it names to ask
    points: tuple[Point, ...] = ()  # in order of preference where two match alike
    differences: tuple[Difference, ...] = ()
    category: str = ""  # path of the form's field that says which kind of applicant it is
    form: Callable[[], FormSpec] | None = None  # both are loaded when a question is about them
    rules: Callable[[], Mapping[str, Rule]] | None = None
    # Examples of questions by the name of the point that answers them, or by `@` and what of a field, written ◆, they
    # ask; and words that mean the same, by their meaning.
    ways: Callable[[], tuple[Mapping[str, tuple[str, ...]], Mapping[str, tuple[str, ...]]]] | None = None
