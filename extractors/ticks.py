"""Which boxes of a choice are ticked, read out of its text. Never a wrong tick: in doubt it is unreadable.

The text is cut into marks and options (see `boxes`), the marks are given to their options (see `pairing`),
and what a mark means is settled by its whole group: ☒ is a tick among □, a crossed-out option beside ☑.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import Literal, NamedTuple

from extractors.boxes import (
    BLANK,
    CROSSED,
    FILLED,
    TAIL,
    TICK,
    TICKED,
    Grammar,
    Option,
    Span,
    Token,
    cut,
    grammar_of,
    words_of,
)
from extractors.pairing import assign
from extractors.text import narrow

__all__ = ["Choice", "Mark", "Option", "State", "Style", "canonical", "other_text", "read_choice"]

State = Literal["ticked", "blank", "unreadable"]
Style = Literal["boxes", "brackets", "ticks", "written", "unmarked", "none"]


class Mark(NamedTuple):
    """How one option stands."""

    option: str  # its value
    state: State
    span: Span  # of the option with its boxes; where it stands twice, of the first that is marked
    boxes: tuple[Span, ...] = ()  # its glyphs or brackets


class Choice(NamedTuple):
    """What the text says of a choice.

    `written`: no boxes, only the chosen options are written; `unmarked`: all are written and none is marked;
    `none`: the text has none of the options.
    """

    marks: tuple[Mark, ...]  # one for each option found, in the form's order
    style: Style

    def _in_state(self, state: State) -> tuple[str, ...]:
        return tuple(mark.option for mark in self.marks if mark.state == state)

    @property
    def ticked(self) -> tuple[str, ...]:
        return self._in_state("ticked")

    @property
    def blank(self) -> tuple[str, ...]:
        return self._in_state("blank")

    @property
    def unreadable(self) -> tuple[str, ...]:
        return self._in_state("unreadable")


def read_choice(text: str, options: Sequence[Option]) -> Choice:
    """Read which of `options` are ticked; what is not one of them is passed over.

    An option counts where it stands beside a mark or as a word of its own: 汽车 is not in 新能源汽车. 是/否
    are read by the same function. Options without a mark in a marked group are blank, but unreadable where
    the others have boxes and none of them is ticked.
    """
    plain = narrow(text)
    grammar = grammar_of(words_of(options))
    tokens = cut(plain, grammar)
    found = [token for token in tokens if not token.is_mark]
    marks = assign(plain, tokens)
    if not marks:
        return _written(plain, grammar, found, options)
    return Choice(_marks(marks, found, options), _style(marks))


def _style(marks: Sequence[Token]) -> Style:
    kinds = {mark.kind for mark in marks}
    return "boxes" if "box" in kinds else "brackets" if "bracket" in kinds else "ticks"


def _marks(marks: Sequence[Token], found: Sequence[Token], options: Sequence[Option]) -> tuple[Mark, ...]:
    _settle(marks, {token.option for token in found}, len(options))
    by_option: dict[int, list[Token]] = defaultdict(list)
    for mark in marks:
        for owner in mark.owners:
            by_option[owner.option].append(mark)
    states = {index: _state(own) for index, own in by_option.items()}
    boxed = any(mark.kind != "tick" for mark in marks)
    unmarked: State = "unreadable" if boxed and set(states.values()) == {"blank"} else "blank"
    names = {token.option: token for token in reversed(found)}
    names |= {owner.option: owner for mark in reversed(marks) for owner in mark.owners}
    result = []
    for index, name in sorted(names.items()):
        own = by_option.get(index, [])
        beside = [mark for mark in own if mark.owners[0] is name]
        around = [name, *beside]
        span = (min(each.start for each in around), max(each.end for each in around))
        boxes = tuple(span for mark in beside if len(mark.owners) == 1 for span in mark.spans)
        result.append(Mark(options[index].value, states.get(index, unmarked), span, boxes))
    return tuple(result)


def _settle(marks: Sequence[Token], found: set[int], count: int) -> None:
    """Give the signs their meaning in this group."""
    if all(mark.filled for mark in marks) and len(marks) >= count == len(found) > 1:
        for mark in marks:
            mark.sign = "unreadable"  # bullets, or all of them ticked
    plain_tick = any(mark.sign == "ticked" for mark in marks)
    for mark in marks:
        if mark.sign == "crossed":
            mark.sign = "unreadable" if plain_tick else "ticked"
    ticked = any(mark.sign == "ticked" and len(mark.owners) == 1 for mark in marks)
    for mark in marks:
        if mark.sign == "decayed":
            mark.sign = "blank" if ticked else "unreadable"


def _state(marks: Sequence[Token]) -> State:
    doubtful = any(len(mark.owners) > 1 and mark.sign != "blank" for mark in marks)
    boxes = {mark.sign for mark in marks if mark.kind != "tick"}
    signs = {mark.sign for mark in marks}
    if doubtful or "unreadable" in signs or len(boxes) > 1:
        return "unreadable"
    return "ticked" if "ticked" in signs else "blank"


_SEPARATOR = re.compile(r"[、,;，；/|。]|和|及|与")
_REMARK = re.compile(r"\([^()]*\)?|【[^【】]*】?|《[^《》]*》?")
_ITEM_ENDS = re.compile(rf"{TAIL}\s*+(?:\(|:|$)")
_LIST_NUMBER = re.compile(r"\s*+(?:[(]?[0-9]{1,2}[.、)]\s*+)?+")


def _written(plain: str, grammar: Grammar, found: Sequence[Token], options: Sequence[Option]) -> Choice:
    """No marks at all: the chosen ones are written, or the whole list stands there untouched."""
    if not found:
        return Choice((), "none")
    indexes = sorted({token.option for token in found})
    whole_list = len(indexes) == len(options) > 1
    states: dict[int, State] = dict.fromkeys(indexes, "blank" if whole_list else "ticked")
    if not whole_list and not _is_a_list(plain, grammar):
        states = dict.fromkeys(indexes, "unreadable")
    spans = {token.option: (token.start, token.end) for token in reversed(found)}
    marks = tuple(Mark(options[index].value, states[index], spans[index]) for index in indexes)
    return Choice(marks, "unmarked" if whole_list else "written")


def _is_a_list(plain: str, grammar: Grammar) -> bool:
    """Each item is an option, maybe with a remark, or has no option's words in it (自建相结合 has)."""
    start = 0
    bare = _REMARK.sub(lambda match: "(" + " " * (len(match[0]) - 1), plain).strip()
    explained = re.search(r"[:：]", bare)
    bare = bare[: explained.start()] if explained else bare
    position = _LIST_NUMBER.match(bare)
    start = position.end() if position else 0
    while start < len(bare):
        option = grammar.option.match(bare, start)
        stop = _SEPARATOR.search(bare, option.end() if option else start)
        end = stop.start() if stop else len(bare)
        if option:
            if not _ITEM_ENDS.match(bare[option.end() : end].strip()):
                return False
        elif grammar.option.search(bare, start, end):
            return False
        start = end + 1
        while start < len(bare) and bare[start].isspace():
            start += 1
    return True


_FULL = TICKED + FILLED + CROSSED + TICK
_DRAWN = str.maketrans({**dict.fromkeys(BLANK, "□"), **dict.fromkeys(_FULL, "☑")})
_BOXES_ANYWHERE = str.maketrans({**dict.fromkeys(BLANK, "□"), **dict.fromkeys(TICKED + CROSSED + "■", "☑")})


def canonical(text: str, options: Sequence[Option] = ()) -> str:
    """The text with every box as □ or ☑, as quotes have it; a box that can't be read stays as it is.

    Glyph by glyph, so that the quote can still be found: `□√国有` becomes `□☑国有`, `（√）` `（☑）`, and only
    `[x]` and `[ ]` become one glyph. With the options of the choice, √ ■ ● and brackets beside them are
    boxes too; without, only what is a box anywhere.
    """
    if not options:
        return text.translate(_BOXES_ANYWHERE)
    readable = (mark for mark in read_choice(text, options).marks if mark.state != "unreadable")
    pieces: list[str] = []
    position = 0
    for start, end in sorted(span for mark in readable for span in mark.boxes):
        pieces += [text[position:start], _drawn(text[start:end])]
        position = end
    return "".join(pieces) + text[position:]


def _drawn(box: str) -> str:
    if box.startswith(("[", "\uff3b")):
        return "☑" if box[1:-1].strip(" \u3000" + BLANK) else "□"
    return box.translate(_DRAWN)


_ASK = "请(?:具体说明|注明|说明|填写|写明|列明|列出)"
_ASKS = re.compile(rf"[（(]\s*+{_ASK}\s*+[:：)）]\s*+[)）]?\s*+[:：]?|{_ASK}\s*+(?:[:：]|$|(?=[\s_]))")
_ASKS_INSIDE = re.compile(rf"{_ASK}\s*+[:：]?")
_AROUND = " \t\u3000_:：,，;；、。.＿\u00a0"


def other_text(text: str, option: Option, options: Sequence[Option] = (), *, below: bool = False) -> str:
    """What is written behind an option that asks for words: `☑其他（请注明）：氢能装备` gives 氢能装备.

    Up to the next mark on the same line, without underscores and 请注明; "" where nothing is written. With
    `below`, the lines under it (up to the next mark) are looked at where its own has nothing. Hints of the
    form other than 请注明 are the caller's to take away.
    """
    plain = narrow(text)
    tokens = cut(plain, grammar_of(words_of(options or [option])))
    wanted = [*options].index(option) if options else 0
    marked = {id(owner) for mark in assign(plain, tokens) for owner in mark.owners}
    names = [token for token in tokens if token.option == wanted]
    if not names:
        return ""
    name = next((token for token in names if id(token) in marked), names[0])
    start = name.end
    for token in tokens:  # a box behind its option is no part of the words
        if token.is_mark and token.start >= start and name in token.owners:
            start = token.end
    stops = (each.start for each in tokens if each.start >= start and (each.is_mark or id(each) in marked))
    lines = text[start : next(stops, len(text))].split("\n")
    for line in lines if below else lines[:1]:
        if words := _explanation(line):
            return words
    return ""


def _explanation(line: str) -> str:
    line = _ASKS.sub("", line.strip(_AROUND), count=1).strip(_AROUND)
    inside = re.fullmatch(r"[（(]([^（）()]*)[)）]?", line)
    if inside:
        return _ASKS_INSIDE.sub("", inside[1].strip(_AROUND), count=1).strip(_AROUND)
    if line.endswith(("）", ")")) and not re.search("[（(]", line):
        line = line[:-1].rstrip(_AROUND)  # of a bracket that 请注明 opened
    return line
