"""What a model is given to answer from: numbered sources, each with the citation that it stands for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, Protocol

from assistant.filing.filing import Filing
from assistant.filing.reply import Citation, Place, told_where
from assistant.filing.sentences import sentences
from assistant.filing.summary import key_sentences
from assistant.question import understand
from assistant.retrieve import index_of
from extractors.text import squeeze
from notices.notice import Notice, Passage

__all__ = ["Ledger", "Offline", "Source", "numbered", "of_notice", "of_reply", "of_sentences"]

_CLAUSES: Final = 3  # clauses beside those that the offline answer cites
_KEY: Final = 10  # sentences that a summary is made from
_LONGEST: Final = 220  # characters of one source


class Offline(Protocol):
    """An answer that was made without a model, about the notice or about filings."""

    @property
    def question(self) -> str: ...
    @property
    def answer(self) -> str: ...
    @property
    def answered(self) -> bool: ...
    @property
    def citations(self) -> tuple[Citation, ...]: ...


@dataclass(frozen=True, slots=True)
class Source:
    """Words that may be relied on. What code worked out has no words of its own and several citations."""

    number: int
    text: str
    citations: tuple[Citation, ...]


@dataclass(slots=True)
class Ledger:
    """The sources of one answer, numbered from 1 as they are put in; the same words are one source."""

    sources: list[Source] = field(default_factory=list)

    def put(self, text: str, *citations: Citation) -> Source:
        for each in self.sources:
            if each.text == text:
                return each
        source = Source(len(self.sources) + 1, text, citations)
        self.sources.append(source)
        return source

    def get(self, number: int) -> Source | None:
        return self.sources[number - 1] if 0 < number <= len(self.sources) else None


def of_reply(reply: Offline, ledger: Ledger) -> list[Source]:
    """The offline answer as a source, and each quote that it stands on."""
    found = [ledger.put(reply.answer, *reply.citations)]
    found += [ledger.put(f"{told_where(each)}：{each.quote}"[:_LONGEST], each) for each in reply.citations]
    return found


def of_sentences(filings: Sequence[Filing], cited: Sequence[Citation], ledger: Ledger) -> list[Source]:
    """The key sentences of the filings that are cited: more of them than a summary has, to choose from."""
    files = {each.file for each in cited if isinstance(each, Place)}
    found = []
    for filing in filings:
        for each in key_sentences(sentences(filing), most=_KEY):
            place = filing.place(each.field.path, each.evidence, each.text)
            if place.file in files:
                found.append(ledger.put(f"{each.field.title}：{each.text}"[:_LONGEST], place))
    return found


def of_notice(query: str, notice: Notice, ledger: Ledger, *, limit: int = _CLAUSES) -> list[Source]:
    """The clauses that match best, each line by line, so that a quote of it stands in the notice."""
    terms = understand(query, vocabulary=notice.vocabulary).terms
    hits = index_of(notice).search(terms, limit=4 * limit)
    keys = dict.fromkeys(notice.text.cited(hit.entry.clause.key) for hit in hits)
    return [each for key in list(keys)[:limit] for each in _clause(key, notice, ledger)]


def _clause(key: str, notice: Notice, ledger: Ledger) -> Iterator[Source]:
    words = notice.text.clause(key).text
    lines = [each for each in words.split("\n") if notice.text.in_source(each)]
    for piece in _pieces(lines):
        if any(_says(each, key, piece) for each in ledger.sources):
            continue
        yield ledger.put(f"{key}：{piece}", *(Passage(key, line) for line in piece.split("\n")))


def _says(source: Source, key: str, piece: str) -> bool:
    """Whether the source quotes this piece of the clause already, or most of it."""
    quotes = [
        squeeze(each.quote) for each in source.citations if isinstance(each, Passage) and each.clause == key
    ]
    return any(squeeze(piece) in quote or 2 * len(quote) > len(piece) for quote in quotes)


def _pieces(lines: Iterable[str]) -> Iterator[str]:
    """Lines joined up to the length of one source."""
    piece = ""
    for line in lines:
        if piece and len(piece) + len(line) > _LONGEST:
            yield piece
            piece = ""
        piece = f"{piece}\n{line}" if piece else line
    if piece:
        yield piece


def numbered(sources: Sequence[Source]) -> str:
    return "\n".join(f"[{each.number}] {each.text}" for each in sources)
