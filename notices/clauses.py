"""The text of a notice as a tree of numbered clauses, each with its words verbatim.

A key names a clause by its numbers as printed, `/` between levels. A heading that has clauses under it carries
its number and title (`四、有关要求`), a leaf just its number (`四、有关要求/2`, `附件1/申报平台信息/（五）`); what has no
number (a row of the form, the contacts) is called by its label. White space never counts when words are compared.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple

from extractors.text import squeeze

__all__ = ["Clause", "Heading", "NoticeText", "Restoration", "UnknownClause", "grow", "undo"]

_ROWS_FROM = 2  # unnumbered clauses at this level and below are rows of the form
_NUMBER = re.compile(r"附件\d+|[一二三四五六七八九十]+(?=、|$)|（[一二三四五六七八九十\d]+）|\d+$")


class UnknownClause(LookupError):
    """No clause of the notice has that key."""


class Heading(NamedTuple):
    """A row of a notice's outline: where a clause begins. It ends where the next one begins."""

    key: str
    opens: str  # its first words, verbatim
    title: str = ""  # where the key doesn't carry it


class Restoration(NamedTuple):
    """Words that the flattened source of a notice had lost, and that were put back."""

    line: int  # of the text, from 1; restorations never move a line
    before: str  # as in the source
    after: str  # as in the text
    kind: Literal["number", "box", "break"]


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause. `text` is its own words, a line of the notice or a table cell a line, its children's left out."""

    key: str
    number: str  # "四", "（一）", "2", "附件1"; "" where it is called by its label
    title: str  # "" for a numbered sentence
    text: str
    level: int  # 0 at the top
    parent: str | None
    children: tuple[str, ...]  # keys, in printed order

    @property
    def lines(self) -> tuple[str, ...]:
        return tuple(self.text.split("\n")) if self.text else ()


@dataclass(frozen=True, eq=False)
class NoticeText:
    """All clauses of a notice in printed order, and what can be looked up in them. Equal only to itself."""

    clauses: tuple[Clause, ...]
    source: str  # the words before restoration

    def clause(self, key: str) -> Clause:
        """The clause called `key`; raises UnknownClause."""
        try:
            return self._by_key[key]
        except KeyError:
            raise UnknownClause(f"通知里没有条款“{key}”。") from None

    def walk(self, under: str | None = None) -> Iterator[Clause]:
        """Every clause in printed order, or `under` and its descendants."""
        if under is None:
            yield from self.clauses
            return
        clause = self.clause(under)
        yield clause
        for child in clause.children:
            yield from self.walk(child)

    def ancestors(self, key: str) -> Iterator[Clause]:
        """The clauses that `key` stands in, nearest first."""
        parent = self.clause(key).parent
        while parent is not None:
            clause = self.clause(parent)
            yield clause
            parent = clause.parent

    def full_text(self, key: str) -> str:
        """The words of a clause and of all under it."""
        return "\n".join(each.text for each in self.walk(key) if each.text)

    def cited(self, key: str) -> str:
        """The key to cite for `key`: a row of the form has no number, so the clause it stands in is cited."""
        lineage = (self.clause(key), *self.ancestors(key))
        return next(each.key for each in lineage if each.number or each.level < _ROWS_FROM)

    def contains(self, quote: str) -> bool:
        """Whether these words stand in the notice, restorations included."""
        wanted = squeeze(quote)
        return bool(wanted) and wanted in self._squeezed

    def in_source(self, quote: str) -> bool:
        """Whether these words stand in the source too, so that anyone holding the original finds them."""
        wanted = squeeze(quote)
        return bool(wanted) and wanted in self._squeezed_source

    def locate(self, quote: str, *, within: str | None = None) -> Clause | None:
        """The innermost clause that holds all of `quote` (its first occurrence, under `within`), or None."""
        wanted = squeeze(quote)
        start, end = self._spans[self.clause(within).key] if within is not None else (0, len(self._squeezed))
        at = self._squeezed.find(wanted, start, end) if wanted else -1
        if at < 0:
            return None
        holding = (each for each in self.clauses if _holds(self._spans[each.key], at, at + len(wanted)))
        return max(holding, key=lambda each: each.level, default=None)

    @cached_property
    def _by_key(self) -> Mapping[str, Clause]:
        return {each.key: each for each in self.clauses}

    @cached_property
    def _squeezed(self) -> str:
        return "".join(squeeze(each.text) for each in self.clauses)

    @cached_property
    def _squeezed_source(self) -> str:
        return squeeze(self.source)

    @cached_property
    def _spans(self) -> Mapping[str, tuple[int, int]]:
        """Half-open, in the squeezed text; a clause's span takes in its children's."""
        spans, at = {}, 0
        for each in self.clauses:
            spans[each.key] = (at, at + sum(len(squeeze(under.text)) for under in self.walk(each.key)))
            at += len(squeeze(each.text))
        return spans


def grow(text: str, outline: Sequence[Heading], *, restorations: Sequence[Restoration] = ()) -> NoticeText:
    """Cut `text` where the outline's headings open, in their order. A heading that isn't there is our own bug."""
    starts, at = [], 0
    for heading in outline:
        at = text.find(heading.opens, at)
        assert at >= 0, f"{heading.key}: {heading.opens!r} is not in the text after the heading before"
        starts.append(at)
        at += len(heading.opens)
    assert not text[: starts[0]].strip(), "the text begins before the outline does"
    ends = [*starts[1:], len(text)]
    own = [_tidy(text[start:end]) for start, end in zip(starts, ends, strict=True)]
    clauses = tuple(_clause(heading, words, outline) for heading, words in zip(outline, own, strict=True))
    return NoticeText(clauses=clauses, source=undo(text, restorations))


def undo(text: str, restorations: Sequence[Restoration]) -> str:
    """The flattened source that `text` was restored from, line for line."""
    lines = text.split("\n")
    for each in reversed(restorations):
        line = lines[each.line - 1]
        assert each.after in line, f"line {each.line} does not hold {each.after!r}"
        lines[each.line - 1] = line.replace(each.after, each.before, 1)
    return "\n".join(lines)


def _holds(span: tuple[int, int], start: int, end: int) -> bool:
    return span[0] <= start and end <= span[1]


def _tidy(words: str) -> str:
    """Cells and lines one a line, without blank ones; blanks inside a line stay."""
    lines = (line.strip() for line in words.replace("\t", "\n").split("\n"))
    return "\n".join(line for line in lines if line)


def _clause(heading: Heading, text: str, outline: Sequence[Heading]) -> Clause:
    parent, _, name = heading.key.rpartition("/")
    found = _NUMBER.match(name)
    number = found.group() if found else ""
    return Clause(
        key=heading.key,
        number=number,
        title=heading.title or name[len(number) :].lstrip("、"),
        text=text,
        level=heading.key.count("/"),
        parent=parent or None,
        children=tuple(each.key for each in outline if each.key.rpartition("/")[0] == heading.key),
    )
