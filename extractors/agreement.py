"""Whether two papers say the same at one field, where one of them may have been read from a picture.

Recognition takes letters for their look-alikes, loses points and commas, and misses lines under a stamp. What
it is not sure of is no difference; what it reads clearly and otherwise is one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any, Final, Literal, TypeAlias

from extractors.form import Answer, Field, Kind
from extractors.text import nfkc, squeeze

__all__ = ["Agreement", "agree", "apart"]

Agreement: TypeAlias = Literal["same", "unsure", "differ"]

_SURE, _FAIR = 0.9, 0.75  # of recognition: a clear reading, and one below which nothing is said
_ALIKE, _EDITED = 0.8, 0.6  # of two names that are one, letters misread; of two passages, one of them edited
_BLOCK, _LINE = 6, 12  # letters in a row that are others: no misreading; that are more or less: a phrase
_NAME = 8  # letters of a text in which one may be misread
_LONGEST = 6000  # letters of a text that are compared
_SHOWN = 40  # letters of a text that a message repeats
_PUNCTUATION = re.compile(r"[\W_]+")
# Letters that recognition takes for each other, each for the first of its group.
_GROUPS = (
    "0o〇○q 1l|丨i 2z 5s 8b 已己巳 未末 土士 日曰 干千于 人入八 一ー 大太犬 天夭 折拆析 侯候 洲州 戊戌戍 "
    "毫豪 晴睛 暖暧 微徽 淅浙 崇祟 冶治 间问 设没 帐账 廷延 风凤 儿几 刀力 口囗 王玉壬 木本 白自 目且 贝见"
)
_LOOK_ALIKE: Final = {ord(char): group[0] for group in _GROUPS.split() for char in group}

_Compare: TypeAlias = Callable[[Any, Any], Agreement]


def agree(field: Field, one: Answer, other: Answer) -> Agreement:
    """Compare two filled answers to a field.

    unsure: they differ, and what was read from a picture may be misread.
    """
    if one.value == other.value:
        return "same"
    read = [each for answer in (one, other) for each in answer.evidence if each.method == "ocr"]
    if not read:
        return _WRITTEN[field.kind](one.value, other.value)
    sure = min(each.confidence for each in read)
    found = _READ[field.kind](one.value, other.value)
    if sure < _FAIR:
        return "same"
    return "unsure" if found == "differ" and sure < _SURE else found


def apart(one: str, other: str) -> tuple[str, str]:
    """Two texts as a message shows them: long ones from a little before where they part."""
    if max(len(one), len(other)) <= _SHOWN:
        return one, other
    at = next(
        (n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    start = max(0, at - _SHOWN // 4)
    return _cut(one, start), _cut(other, start)


def _cut(text: str, start: int) -> str:
    piece = text[start : start + _SHOWN].replace("\n", " ")
    return ("…" if start else "") + piece + ("…" if start + _SHOWN < len(text) else "")


def _bare(text: str) -> str:
    """Letters and digits alone: marks and blanks are set as people like, and read badly."""
    return _PUNCTUATION.sub("", squeeze(nfkc(text)).casefold())


def _seen(text: str) -> str:
    """The text as it looks in a bad picture."""
    return _bare(text).translate(_LOOK_ALIKE)


def _ratio(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


# --- both written ---


def _plain(one: Any, other: Any) -> Agreement:
    return "same" if one == other else "differ"


def _text(one: str, other: str) -> Agreement:
    return "same" if _bare(one) == _bare(other) else "differ"


def _number(one: float, other: float) -> Agreement:
    return "same" if abs(one - other) <= 1e-9 * max(abs(one), 1.0) else "differ"


def _date(one: str, other: str) -> Agreement:
    """2022-11 and 2022-11-18 do not contradict each other."""
    return "same" if one.startswith(other) or other.startswith(one) else "differ"


def _set(one: Sequence[str], other: Sequence[str]) -> Agreement:
    return "same" if set(one) == set(other) else "differ"


def _names(one: Sequence[str], other: Sequence[str]) -> Agreement:
    return "same" if sorted(map(_bare, one)) == sorted(map(_bare, other)) else "differ"


def _honors(one: Sequence[Mapping[str, Any]], other: Sequence[Mapping[str, Any]]) -> Agreement:
    return _names([each["text"] for each in one], [each["text"] for each in other])


# --- one of them read from a picture ---


def _text_read(one: str, other: str) -> Agreement:
    here, there = _seen(one), _seen(other)
    if here == there:
        return "same"
    if here in there or there in here:  # a line lost under a stamp, or a stamp's letters read with it
        return "unsure"
    changes = [
        each
        for each in SequenceMatcher(None, here, there, autojunk=False).get_opcodes()
        if each[0] != "equal"
    ]
    _, a, b, c, d = changes[0]
    small = len(changes) == 1 and b - a <= 1 and d - c <= 1
    return "unsure" if small and len(here) >= _NAME and not (here[a:b] + there[c:d]).isdigit() else "differ"


def _number_read(one: float, other: float) -> Agreement:
    whole = float(one).is_integer() and float(other).is_integer()
    return "unsure" if not whole and _digits(one) == _digits(other) else _number(one, other)


def _digits(value: float) -> str:
    """Without its point, which is lost or found easily, as is the comma between thousands."""
    return re.sub(r"\D", "", f"{float(value):.6f}").strip("0")


def _names_read(one: Sequence[str], other: Sequence[str]) -> Agreement:
    """Two lists of names: each has its like in the other."""
    here, there = [_seen(each) for each in one], [_seen(each) for each in other]
    added = [each for each in there if not _has_like(each, here)]
    lost = [each for each in here if not _has_like(each, there)]
    if not added and not lost:
        return "same"
    return "differ" if added and lost else "unsure"


def _has_like(name: str, names: Sequence[str]) -> bool:
    return any(name in each or each in name or _ratio(name, each) >= _ALIKE for each in names)


def _honors_read(one: Sequence[Mapping[str, Any]], other: Sequence[Mapping[str, Any]]) -> Agreement:
    return _names_read([each["text"] for each in one], [each["text"] for each in other])


def _passage_read(one: str, other: str) -> Agreement:
    """Letters here and there may be misread; a phrase that is another one, or a figure, is not.

    A text that is another one altogether may be one that was not found in the picture.
    """
    here, there = _seen(one)[:_LONGEST], _seen(other)[:_LONGEST]
    matched = SequenceMatcher(None, here, there, autojunk=False)
    if here == there:
        return "same"
    if matched.ratio() < _EDITED:
        return "unsure"
    changes = [each for each in matched.get_opcodes() if each[0] != "equal"]
    if any(kind == "replace" and min(b - a, d - c) >= _BLOCK for kind, a, b, c, d in changes):
        return "differ"
    if any(max(b - a, d - c) >= _LINE for _, a, b, c, d in changes):
        return "unsure"
    figures = [re.findall(r"\d+", nfkc(each)) for each in (one, other)]
    changed = len(figures[0]) == len(figures[1]) and figures[0] != figures[1]
    return "unsure" if changed else "same"


_WRITTEN: Final[Mapping[Kind, _Compare]] = {
    "text": _text,
    "longtext": _text,
    "code": _text,
    "int": _number,
    "decimal": _number,
    "date": _date,
    "bool": _plain,
    "enum": _plain,
    "enums": _set,
    "honors": _honors,
    "names": _names,
    "attachments": _plain,
}
_READ: Final[Mapping[Kind, _Compare]] = {
    **_WRITTEN,
    "text": _text_read,
    "longtext": _passage_read,
    "code": _text_read,
    "int": _number_read,
    "decimal": _number_read,
    "honors": _honors_read,
    "names": _names_read,
}
