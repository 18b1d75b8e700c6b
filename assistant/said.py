"""One thing that is said to a question, with the words it stands on."""

from __future__ import annotations

from dataclasses import dataclass

from notices.notice import Passage

__all__ = ["Said"]


@dataclass(frozen=True, slots=True)
class Said:
    """`topic` is the point, field or list that was asked about; what is not answered has no passages."""

    words: str
    passages: tuple[Passage, ...] = ()
    answered: bool = True
    topic: str = ""
    field: str | None = None  # path
    attachment: str | None = None
    aspect: str | None = None
    corrects: bool = False  # it takes up an amount or a day that the question names
    quoted: bool = False  # the words are the clauses' own, and name them
