"""Labels that nobody foresaw: words in a label's place that are much like the label of a field still missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from extractors.fill.flow import Flow, Line
from extractors.fill.labels import Hit, Manner, Target
from extractors.fill.zones import Zones
from extractors.form import Field
from extractors.text import key, narrow, strip_number

__all__ = ["like", "likeness"]

_LONGEST = 30  # letters of a label
_ENOUGH = 0.55  # of letter pairs shared; 平台下一步工作计划 and 平台下一步发展计划 share 0.75
_MARGIN = 0.12  # to the second best field, or it can't be told which is meant


def like(flow: Flow, missing: Iterable[Field], hits: Iterable[Hit], zones: Zones) -> list[Hit]:
    """Hits for fields whose label was not found, in the section that they belong to."""
    fields = [field for field in missing if not field.suffix and field.year is None]
    if not fields:
        return []
    pairs = [(field, [_pairs(label) for label in field.labels]) for field in fields]
    taken = {hit.line.n for hit in hits}
    found: list[Hit] = []
    for line, end in _heads(flow, taken):
        near = [(field, labels) for field, labels in pairs if zones.match(line.n, field.section) >= 5.0]
        if not near:
            continue
        number, words = strip_number(line.text[:end])
        mine = _pairs(words)
        ranked = sorted(
            ((max(_dice(mine, each) for each in labels), field) for field, labels in near), key=_score
        )
        score, best = ranked[-1]
        second = ranked[-2][0] if len(ranked) > 1 else 0.0
        if score >= _ENOUGH and score - second >= _MARGIN:
            manner: Manner = "colon" if line.text[end:].strip(" :：\t\u3000_") else "whole"
            target = Target("field", best.path, alias=True)
            found.append(
                Hit(
                    line,
                    0,
                    min(end + 1, len(line.text)),
                    (target,),
                    manner,
                    number or line.number,
                    "",
                    likeness=score,
                )
            )
    return found


def _score(ranked: tuple[float, Field]) -> float:
    return ranked[0]


def _heads(flow: Flow, taken: set[int]) -> Iterator[tuple[Line, int]]:
    """Lines that may be or begin with a label, and where it ends: a short cell, a short line, words before a colon."""
    for line in flow.lines:
        if line.n in taken or not line.text or line.toc or line.table is not None:
            continue
        plain = narrow(line.text[: _LONGEST + 10])
        colon = plain.find(":")
        if 1 < colon <= _LONGEST:
            yield line, colon
        elif len(line.text) <= _LONGEST and not plain.rstrip().endswith(("。", ";", ",")):
            alone = line.cell is not None and line.cell.end - line.cell.start == 1
            if alone or line.level or (line.cell is None and strip_number(line.text)[0]):
                yield line, len(line.text)


def likeness(words: str, field: Field) -> float:
    """How like a label some words are: the share of letter pairs in common (Dice), 0 to 1."""
    mine = _pairs(words)
    return max(_dice(mine, _pairs(label)) for label in field.labels)


def _pairs(words: str) -> frozenset[str]:
    letters = key(words)
    return frozenset(letters[at : at + 2] for at in range(len(letters) - 1))


def _dice(one: frozenset[str], other: frozenset[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0
