"""Bounds in a question: `超过1万台`, `不少于5000万元`, `more than 10 000`, in a field's unit."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Final, NamedTuple

from extractors.quantities import parse_quantity

__all__ = ["Bound", "bounds", "has_bound"]


class Bound(NamedTuple):
    """A value must be `relation` to `value`."""

    relation: str  # a key of RELATIONS
    value: float
    text: str  # as asked

    def holds(self, value: float) -> bool:
        return _RELATIONS[self.relation](value, self.value)


_RELATIONS: Final[Mapping[str, Callable[[float, float], bool]]] = {
    ">": lambda one, other: one > other,
    ">=": lambda one, other: one >= other,
    "<": lambda one, other: one < other,
    "<=": lambda one, other: one <= other,
    "=": lambda one, other: one == other,
}
# First match counts: 不超过 before 超过, "no more than" before "more than".
_BEFORE: Final = (
    ("<=", r"不(?:超过|多于|高于|大于)|未超过|至多|最多|≤|<=|at most|no more than|not more than|up to"),
    (">=", r"不(?:少于|低于|小于)|至少|最少|≥|>=|at least|no (?:less|fewer) than|not (?:less|fewer) than"),
    (
        ">",
        (
            r"超过|超出|大于|多于|高于|突破|(?<!不)过|>"
            r"|(?:more|greater|larger|higher|bigger) than|over|above|exceed(?:s|ing)?"
        ),
    ),
    ("<", r"少于|小于|低于|不足|不到|不满|<|(?:less|fewer|smaller|lower) than|under|below"),
    ("=", r"等于|恰好|正好|刚好|=|equals?(?: to)?|exactly"),
)
_AFTER: Final = (
    (">=", r"(?:及|或)?(?:以上|之上)|or more|and above|or above"),
    ("<=", r"(?:及|或)?(?:以下|以内|之内|之下)|or (?:less|fewer)|or below"),
)
_SPACED: Final = r"\d{1,3}(?:[,，\s]\d{3})+(?:\.\d+)?"
_SCALE: Final = r"(?:[十百千]?[万亿]|k\b|thousand|million|billion)"
_NUMBER: Final = rf"(?:{_SPACED}|\d+(?:\.\d+)?|[一二两三四五六七八九十百千万亿]+)\s*{_SCALE}?"
_UNIT: Final = r"\s*(?:元|%|percent\b)?"
_ENGLISH: Final[Mapping[str, int]] = {"k": 10**3, "thousand": 10**3, "million": 10**6, "billion": 10**9}
_BETWEEN = re.compile(
    rf"(?:between\s+)?({_NUMBER}{_UNIT})\s*(?:到|至|~|～|-|—|\band\b|\bto\b)\s*({_NUMBER}{_UNIT})"
)
_BOUND = re.compile(
    "|".join(
        rf"(?:{words})\s*(?:了|有|过)?\s*(?P<b{at}>{_NUMBER}{_UNIT})" for at, (_, words) in enumerate(_BEFORE)
    )
    + "|"
    + "|".join(
        rf"(?P<a{at}>{_NUMBER}{_UNIT}?)\s*[一-鿿]{{0,3}}?\s*(?:{words})"
        for at, (_, words) in enumerate(_AFTER)
    )
)


def has_bound(text: str) -> bool:
    """Whether `text` (normalised) names a bound at all."""
    return _BOUND.search(text) is not None


def bounds(text: str, *, unit: str) -> list[Bound]:
    """The bounds that `text` (normalised) sets, their values in `unit`."""
    return list(_bounds(text, unit))


def _bounds(text: str, unit: str) -> Iterator[Bound]:
    between = _BETWEEN.search(text)
    if between is not None and ("between" in between.group() or re.search("之间|范围|以内", text)):
        low, high = (_value(each, unit) for each in between.groups())
        if low is not None and high is not None:
            yield Bound(">=", low, between.group(1).strip())
            yield Bound("<=", high, between.group(2).strip())
        return
    for found in _BOUND.finditer(text):
        name = str(found.lastgroup)
        relation = (_BEFORE if name[0] == "b" else _AFTER)[int(name[1:])][0]
        value = _value(found.group(name), unit)
        if value is not None:
            yield Bound(relation, value, found.group(name).strip())


def _value(text: str, unit: str) -> float | None:
    """`text` in `unit`; a bare number is in it already."""
    plain = re.sub(rf"{_SPACED}", lambda each: re.sub(r"[,，\s]", "", each.group()), text).strip()
    english = re.fullmatch(r"([\d.]+)\s*(k|thousand|million|billion)", plain)
    if english:
        return float(english.group(1)) * _ENGLISH[english.group(2)]
    plain = plain.replace("两", "二").replace("percent", "%")
    return parse_quantity(plain, unit=unit).value
