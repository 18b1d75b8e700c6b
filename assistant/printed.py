"""Where a field is printed on the form, in words that can be cited."""

from __future__ import annotations

from collections.abc import Iterator

from extractors.form import Field
from extractors.text import squeeze
from notices.clauses import Clause, NoticeText
from notices.notice import Passage

__all__ = ["hint", "in_source", "label", "quotable"]


def label(field: Field, text: NoticeText) -> Passage:
    """The line on which the field's label is printed; the section's first line where it has none."""
    lines = list(_lines(field, text))
    wanted = squeeze(field.label)
    starting = [
        each
        for each in lines
        if squeeze(each.quote).startswith((wanted, squeeze(field.number + field.label)))
    ]
    holding = [each for each in lines if wanted in squeeze(each.quote)]
    return next(iter(starting or holding or lines))


def hint(field: Field, text: NoticeText) -> tuple[Passage, ...]:
    """The form's own words on how to fill it in."""
    found = []
    for words in field.hints:
        rows = [each.key for each in text.walk(field.clause) if field.label in each.title]
        clause = next(
            (at for key in (*rows, field.clause, None) if (at := text.locate(words, within=key))), None
        )
        if clause is not None:
            found.extend(quotable(clause, words, text))
    return tuple(found)


def quotable(clause: Clause, words: str, text: NoticeText) -> list[Passage]:
    """The clause's own lines that make up `words`, as they stand in the source."""
    wanted = squeeze(words)
    lines = [line for line in clause.lines if squeeze(line) in wanted or wanted in squeeze(line)]
    if any(wanted in squeeze(line) for line in lines) and words in text.source:
        return [Passage(clause.key, words)]
    return [Passage(clause.key, piece) for line in lines if (piece := in_source(line, text))]


def in_source(line: str, text: NoticeText) -> str:
    """The longest end of the line, else beginning, that stands in the source on one line."""
    if line in text.source:
        return line
    ends = (line[at:].strip() for at in range(1, len(line)))
    end = next((each for each in ends if each in text.source), "")
    beginnings = (line[:at].strip() for at in range(len(line) - 1, 0, -1))
    beginning = next((each for each in beginnings if each in text.source), "")
    return max(end, beginning, key=len)


def _lines(field: Field, text: NoticeText) -> Iterator[Passage]:
    """Of the rows under the field's clause, those of its group first."""
    clauses = list(text.walk(field.clause))
    mine = [each for each in clauses if field.group and squeeze(field.group) in squeeze(each.title)]
    for clause in (*mine, *clauses):
        for line in clause.lines:
            piece = in_source(line, text)
            if piece:
                yield Passage(clause.key, piece)
