"""Which mark belongs to which option.

Each mark goes to the option before or behind it: where only one is there, to that one, else to the nearer
one, else as the whole group goes. A mark that could belong to either has both as its owners.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from extractors.boxes import BEFORE_OPTION, BEHIND_OPTION, Sign, Token

__all__ = ["assign"]

_BLANKS = re.compile(r"[^\S\n]*+")
_WORD_NEXT = re.compile(r"\s*+(?=\w)")
_LINE_GAP = 1000  # a line break parts more than any number of blanks


def _width(gap: str) -> int:
    return sum(char.isspace() or char == "_" for char in gap) + _LINE_GAP * gap.count("\n")


def assign(plain: str, tokens: list[Token]) -> list[Token]:
    """The marks that stand beside an option, each with its owners."""
    marks: list[Token] = []
    index = 0
    while index < len(tokens):
        run = _run_of_marks(plain, tokens, index)
        if run:
            stop = index + len(run)
            left = tokens[index - 1] if index and not tokens[index - 1].is_mark else None
            right = tokens[stop] if stop < len(tokens) and not tokens[stop].is_mark else None
            marks += _neighbours(plain, run, left, right)
        index += len(run) or 1
    marks = [mark for mark in marks if mark.before or mark.behind]
    _assign_boxes([mark for mark in marks if mark.kind != "tick"])
    _assign_ticks(marks)
    return [mark for mark in marks if mark.owners]


def _run_of_marks(plain: str, tokens: Sequence[Token], index: int) -> list[Token]:
    run: list[Token] = []
    while index < len(tokens) and tokens[index].is_mark:
        if run and not _BLANKS.fullmatch(plain, run[-1].end, tokens[index].start):
            break
        run.append(tokens[index])
        index += 1
    return run


def _neighbours(plain: str, run: list[Token], left: Token | None, right: Token | None) -> list[Token]:
    """The marks of a run, glyphs of one box made one, each knowing the options that it may belong to."""
    first, last = run[0], run[-1]
    before = behind = None
    if left and first.sign != "decayed" and BEHIND_OPTION.fullmatch(plain, left.end, first.start):
        before = left
    if right and BEFORE_OPTION.fullmatch(plain, last.end, right.start):
        behind = right
    if first.kind == "tick" and before is None and _after_a_word(plain, first):
        # 请打√ 国有: the tick is part of the words before it.
        rest = run[1:] or [right] if right else []
        if not rest or rest[0].start > first.end:
            return _neighbours(plain, run[1:], None, right) if run[1:] else []
        first.sign = "unreadable"
    return _joined(plain, run, before, behind)


def _after_a_word(plain: str, mark: Token) -> bool:
    return mark.start > 0 and plain[mark.start - 1].isalnum()


def _joined(plain: str, run: list[Token], before: Token | None, behind: Token | None) -> list[Token]:
    first, last = run[0], run[-1]
    word = _WORD_NEXT.match(plain, last.end) if behind is None else None
    next_start = behind.start if behind else word.end() if word else last.end
    to_before = _width(plain[before.end : first.start]) if before else 0
    to_behind = _width(plain[last.end : next_start])
    doubtful = False
    if len(run) > 1 and before and behind:
        between = _width(plain[first.end : run[1].start])
        if len(run) == 2 and between > to_before and (last.kind != "tick" or between > to_behind):
            first.before, last.behind = before, behind
            return run
        doubtful = len(run) > 2 or between > to_before or to_before == between >= to_behind
    mark = first if len(run) == 1 else _merged(run)
    mark.before, mark.behind, mark.unknown_behind = before, behind, word is not None
    mark.distance = (to_before, to_behind)
    if doubtful and before and behind:
        mark.owners = [before, behind]
    elif behind and before is None and to_behind and _after_a_word(plain, first):
        mark.sign = "blank" if mark.sign == "blank" else "unreadable"  # 股份制☑ 国有
    return [mark]


def _merged(run: Sequence[Token]) -> Token:
    """`□√`, `√□`, `☑√` are one box; two boxes side by side that differ can't be told."""
    boxes = {mark.sign for mark in run if mark.kind != "tick"}
    ticks = {mark.sign for mark in run if mark.kind == "tick"}
    sign: Sign
    if len(boxes) > 1 or not (boxes | ticks) <= {"ticked", "blank", "decayed"}:
        sign = "unreadable"
    else:
        sign = "ticked" if ticks else next(iter(boxes))
    return Token(
        run[0].start,
        run[-1].end,
        kind="box" if boxes else "tick",
        sign=sign,
        filled=any(mark.filled for mark in run) and not ticks,
        spans=[span for mark in run for span in mark.spans],
    )


_Side = Literal["before", "behind"]


def _own_side(mark: Token) -> _Side | None:
    """Where the mark goes by itself; None where both sides are as near."""
    if mark.before and (mark.behind or mark.unknown_behind):
        nearer, farther = mark.distance
        return None if nearer == farther else "before" if nearer < farther else "behind"
    return "before" if mark.before else "behind"


def _give(mark: Token, side: _Side | None) -> None:
    if mark.owners:
        return
    candidates = [each for each in (mark.before, mark.behind) if each is not None]
    if side is None:
        mark.owners = candidates
        mark.sign = "blank" if mark.sign == "blank" else "unreadable"
        return
    owner = mark.before if side == "before" else mark.behind
    mark.owners = [owner] if owner else []


def _group_side(marks: Sequence[Token]) -> _Side | None:
    """On which side of their options the marks stand: as those with one neighbour say, else the gaps."""
    forced: set[_Side | None] = {
        _own_side(mark) for mark in marks if not (mark.before and (mark.behind or mark.unknown_behind))
    }
    votes = forced or {_own_side(mark) for mark in marks} - {None}
    return votes.pop() if len(votes) == 1 else None


def _assign_boxes(boxes: Sequence[Token]) -> None:
    group = _group_side(boxes)
    own = [_own_side(mark) for mark in boxes]
    between = {_own_side(mark) for mark in boxes if mark.before and mark.behind}
    if group and any(side not in {group, None} for side in own):
        # The ends of the group say one thing, some gaps another: a box left at the end of a line.
        agreed = _one_each(boxes, group) and between & {group, None}
        own = [group] * len(boxes) if agreed else [None] * len(boxes)
        group = group if agreed else None
    for mark, side in zip(boxes, own, strict=True):
        _give(mark, side or group)


def _one_each(boxes: Sequence[Token], side: _Side) -> bool:
    owners = [mark.before if side == "before" else mark.behind for mark in boxes]
    return None not in owners and len({id(owner) for owner in owners}) == len(owners)


def _assign_ticks(marks: Sequence[Token]) -> None:
    """A bare tick may stand on the other side than the boxes, or in the place of a box that is gone."""
    ticks = [mark for mark in marks if mark.kind == "tick"]
    boxed = {id(mark.owners[0]) for mark in marks if mark.kind != "tick" and len(mark.owners) == 1}
    group = None if boxed else _group_side(ticks)
    for mark in ticks:
        side = _own_side(mark) or group
        if side is None and mark.before and mark.behind:
            unboxed: list[_Side] = [name for name, each in _sides(mark) if boxed and id(each) not in boxed]
            side = unboxed[0] if len(unboxed) == 1 else None
        _give(mark, side)


def _sides(mark: Token) -> list[tuple[_Side, Token | None]]:
    return [("before", mark.before), ("behind", mark.behind)]
