"""What is known about a notice besides its words: typed facts, contradictions, how people put things.

A notice's package holds one `NOTICE`; whoever answers questions takes it as an argument.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Generic, Literal, NamedTuple, TypeVar

from notices.clauses import NoticeText

__all__ = ["Contradiction", "Fact", "Notice", "Passage", "Vocabulary"]

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


@dataclass(frozen=True, eq=False)
class Vocabulary:
    """How people put what the notice puts otherwise; the words on the right stand in the notice or in a fact.

    Equal only to itself.
    """

    synonyms: Mapping[str, tuple[str, ...]]  # a phrase of a question -> phrases to look for instead
    glossary: Mapping[str, tuple[str, ...]]  # an English term, lower case -> phrases to look for


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
