"""What the rules' messages are put together from: figures as people write them, lists, the form's printed lines."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from functools import cache

from extractors.form import Field
from extractors.text import key, strip_number
from notices.hebei_2022_719.text import notice_text

__all__ = ["figure", "listed", "printed_line"]


def figure(value: float) -> str:
    """A number with thousands parted, at most four places: `12,000`, `-438.6`."""
    rounded = round(Decimal(str(value)), 4).normalize()
    return f"{rounded:,f}"


def listed(words: Iterable[str]) -> str:
    """`“国有”“民营”`."""
    return "".join(f"“{word}”" for word in words)


@cache
def printed_line(field: Field) -> str:
    """The line of the field's clause that its label is printed on, verbatim; the clause's first line without one.

    A list number that the notice's source has lost is no part of a quote.
    """
    lines = [line for clause in notice_text().walk(field.clause) for line in clause.lines]
    line = next((line for line in lines if key(field.label) in key(line)), lines[0])
    return line if notice_text().in_source(line) else strip_number(line)[1]
