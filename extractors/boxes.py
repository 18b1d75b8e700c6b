"""A choice's text cut into marks and options.

Marks are boxes (□ ☑), brackets ([x], （√）), bare ticks (√) and decayed boxes, of which a converter left
a lone "(".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal, NamedTuple, Protocol, TypeAlias

from extractors.text import narrow, squeeze

__all__ = [
    "BEFORE_OPTION",
    "BEHIND_OPTION",
    "BLANK",
    "CROSSED",
    "FILLED",
    "TAIL",
    "TICK",
    "TICKED",
    "Grammar",
    "Kind",
    "Option",
    "Sign",
    "Span",
    "Token",
    "cut",
    "grammar_of",
    "words_of",
]

Span: TypeAlias = tuple[int, int]  # half-open, in the text as given


class Option(Protocol):
    """What is needed of an option: the word that comes out, what is printed, what else people write."""

    @property
    def value(self) -> str: ...
    @property
    def label(self) -> str: ...
    @property
    def aliases(self) -> tuple[str, ...]: ...


# What a mark says before the group is known. "crossed" is Word's own tick (☒, [x]), or an option crossed out.
Sign = Literal["ticked", "blank", "crossed", "unreadable", "decayed"]
Kind = Literal["box", "bracket", "tick"]

BLANK = "□☐◻◽⬜▢❏❐❑❒○◯◇🗆🔲⎕"
TICKED = "☑✅🗹▣⦿◉🔘"
FILLED = "■●◆◼◾⬛⊙◎"  # a tick among empty ones, bullets where all options have them
CROSSED = "☒⊠❎🗷🗵⮽"
TICK = "√✓✔🗸"
_CROSS = "×✗✘✕✖❌"
_LOST = (
    "\ufffc\ufffd\ue000-\uf8ff"  # a picture, a box that the reader could not tell, a symbol without its font
)

_SIGNS: dict[str, tuple[Kind, Sign]] = {
    **dict.fromkeys(BLANK + "〇口ロ", ("box", "blank")),
    **dict.fromkeys(TICKED + FILLED, ("box", "ticked")),
    **dict.fromkeys(CROSSED, ("box", "crossed")),
    **dict.fromkeys(TICK, ("tick", "ticked")),
    **dict.fromkeys(_CROSS + "Vv", ("tick", "unreadable")),
}
_IN_BRACKETS: dict[str, Sign] = {
    "": "blank",
    **dict.fromkeys(BLANK, "blank"),
    **dict.fromkeys(TICK + TICKED + FILLED + "Vv", "ticked"),
    **dict.fromkeys(CROSSED + "xX", "crossed"),
    "○": "unreadable",  # a ring in brackets is somebody's tick
    "◯": "unreadable",
}
_GLYPHS = f"{BLANK}{TICKED}{FILLED}{CROSSED}{TICK}{_CROSS}{_LOST}"
# In a pattern that ignores case, compiling a class takes a look at each of its 6400 private characters.
_MARK = rf"""
    (?-i:(?P<bracket>[\[(【〔「〖{{]\s{{0,20}}+(?P<inside>[{_GLYPHS}xXvV]?+)\ufe0f?\s{{0,20}}+[\])】〕」〗}}]))
  | (?-i:(?P<glyph>[{_GLYPHS}])\ufe0f?)
"""
_LETTER_TICK = r"(?<![A-Za-z0-9/.])[Vv](?![A-Za-z0-9/.])"
_WORD = re.compile(r"[^\W_①-⑳]")
_BRACKET = re.compile(r"[()\n]")

# What people write behind an option's own words: 民营企业, 行业型平台, 在建项目.
TAIL = "(?:企业|公司|单位|项目|类|型|级|平台|行业|领域|建设|架构|部署|模式|方式|工业互联网|性质)*+"
_ENDS = re.compile(rf"{TAIL}(?![^\W_])")
# What may stand between an option and the mark behind it, the rest of its word (国有控股√) among that.
BEHIND_OPTION = re.compile(r"[^\W_]{0,12}+[\s_:]*+")
BEFORE_OPTION = re.compile(r"\s*+(?:(?:[0-9]{1,2}|[A-Ha-h])\s?[.、)]\s*+|[①-⑳]\s*+)?+")


@dataclass(slots=True, eq=False)
class Token:
    start: int
    end: int
    option: int = -1  # index of the option, -1 for a mark
    kind: Kind = "box"
    sign: Sign = "blank"
    filled: bool = False
    spans: list[Span] = field(default_factory=list)
    before: Token | None = None  # the option that it may belong to, standing before it
    behind: Token | None = None
    distance: tuple[int, int] = (0, 0)  # to `before`, to `behind` (or to the unknown word there)
    unknown_behind: bool = False
    owners: list[Token] = field(default_factory=list)  # two: it can't be told which

    @property
    def is_mark(self) -> bool:
        return self.option < 0


Words: TypeAlias = tuple[tuple[str, ...], ...]  # for each option all that is written for it


class Grammar(NamedTuple):
    tokens: re.Pattern[str]
    option_of: dict[str, int]
    option: re.Pattern[str]


def _same(text: str) -> str:
    return squeeze(narrow(text)).casefold()


@lru_cache(maxsize=256)
def grammar_of(words: Words) -> Grammar:
    option_of = {_same(word): index for index, group in reversed(list(enumerate(words))) for word in group}
    option_of.pop("", None)
    longest_first = sorted(option_of, key=len, reverse=True)
    spelled = (r"\s{0,4}".join(map(re.escape, word)) for word in longest_first)
    option = "|".join(each.replace(r"\ ", "").replace("#", r"\#") for each in spelled) or r"(?!)"
    begins = "".join(sorted({re.escape(word[0]) for word in option_of})) or "\0"
    # Whether an option follows is looked at when a mark is found; here it would be compiled three times.
    tokens = rf"""{_MARK}
      | (?P<soft>(?<![^\W_])[〇口ロ](?=\s{{0,3}}[{begins}]))
      | (?P<letter>{_LETTER_TICK})
      | (?P<decayed>\((?=\s{{0,8}}[{begins}]))
      | (?P<option>{option})"""
    return Grammar(
        re.compile(tokens, re.VERBOSE | re.IGNORECASE),
        option_of,
        re.compile(option, re.VERBOSE | re.IGNORECASE),
    )


def words_of(options: Iterable[Option]) -> Words:
    return tuple((each.label, each.value, *each.aliases) for each in options)


def cut(plain: str, grammar: Grammar) -> list[Token]:
    """Marks and options in the order of the text, without options that are part of longer words."""
    tokens = list(_tokens(plain, grammar))
    tokens = [
        token
        for index, token in enumerate(tokens)
        if token.is_mark or _stands_alone(plain, token, tokens[max(index - 1, 0) : index + 2])
    ]
    if any(token.is_mark and token.kind == "box" for token in tokens):
        # 其他（  ） among boxes is a place to write, no box.
        tokens = [each for each in tokens if not (each.kind == "bracket" and each.sign == "blank")]
        for each in tokens:
            if each.kind == "bracket":
                each.kind = "tick"
    return tokens


def _tokens(plain: str, grammar: Grammar) -> Iterator[Token]:
    at = 0
    while match := grammar.tokens.search(plain, at):
        at = match.end()
        if match.lastgroup in ("soft", "decayed") and not _before_option(plain, at, grammar):
            option = grammar.option.match(plain, match.start())
            if option is None:
                continue
            at = option.end()
            yield _option(option, grammar)
        elif match.lastgroup == "option":
            yield _option(match, grammar)
        elif (token := _token(match, plain)) is not None:
            yield token


def _before_option(plain: str, at: int, grammar: Grammar) -> bool:
    while plain[at].isspace():
        at += 1
    return grammar.option.match(plain, at) is not None


def _option(match: re.Match[str], grammar: Grammar) -> Token:
    return Token(*match.span(), option=grammar.option_of[_same(match[0])])


def _token(match: re.Match[str], plain: str) -> Token | None:
    start, end = match.span()
    kind: Kind = "box"
    sign: Sign = "decayed"
    filled = False
    if match["bracket"] is not None:
        kind, sign = "bracket", _IN_BRACKETS.get(match["inside"], "unreadable")
    elif match["decayed"] is None:
        glyph = match[0][0]
        kind, sign = _SIGNS.get(glyph, ("box", "unreadable"))
        filled = glyph in FILLED
    elif not _never_closed(plain, start):
        return None
    return Token(start, end, kind=kind, sign=sign, filled=filled, spans=[(start, end)])


def _never_closed(plain: str, start: int) -> bool:
    following = _BRACKET.search(plain, start + 1, start + 60)
    return following is None or following[0] != ")"


def _stands_alone(plain: str, token: Token, around: Sequence[Token]) -> bool:
    before = next((each for each in around if each.end <= token.start), None)
    behind = next((each for each in around if each.start >= token.end), None)
    marked = (
        before is not None
        and before.is_mark
        and BEFORE_OPTION.fullmatch(plain, before.end, token.start) is not None
    )
    if token.start and not marked and _WORD.match(plain[token.start - 1]):
        return False
    if behind is not None and behind.is_mark and behind.start == token.end:
        return True
    if _ENDS.match(plain, token.end):
        return True
    return marked and len(squeeze(plain[token.start : token.end])) > 1
