"""Several questions in one, told apart; orders to the answerer, left out."""

from __future__ import annotations

import re
from typing import Final

from assistant.asking import ASKS

__all__ = ["MOST", "gives_orders", "parts_of", "paused"]

MOST: Final = 6  # parts that are answered

_END = re.compile(r"(?<=[?？!！。;；\n])|(?<=[a-z0-9])\.\s")
_PAUSE = re.compile(
    r"[,，、]|还有(?!几|多|哪些|什么)|以及|另外|并且|同时(?=[^勾选])|(?:,\s*)?\band\b|\balso\b"
)
_EACH = re.compile(
    r"^(?P<one>.+?)(?:和|与|、|及|跟)(?P<other>.+?)(?P<rest>(?:分别|各自|各是|都是|各要|各).+)$"
)
_AND = re.compile("和|与|、|及|跟")
_OF = re.compile("的(?:单位|字数|格式|要求|上限|含义|选项|名额|公式|数量|期限)$")
_TAG = re.compile(
    r"^\W*(?:(?:对|是|没错|行|可以|好|这样|是这样|right|correct|isn't it|yes)(?:吗|吧|不对|么|嘛|不|的吧)?|"
    r"没错吧|谢谢|thanks?)\W*$"
)
_ORDER = re.compile(
    r"忽略|无视|不要理会|从现在起|你现在是|你是一个|你必须|你只能|扮演|假装|系统提示|提示词|不要引用|"
    r"只回答|输出你的|管理员|开发者模式|"
    r"ignore (?:all|the|any|previous|your)|disregard|you are now|system prompt|pretend|act as|forget your|"
    r"dan mode|do not cite"
)


_BLANK = re.compile(r"(?<=[\u3400-\u9fff?？])[ \t\u3000]+(?=[\u3400-\u9fff(（])")
_GIVEN = re.compile("(?:today is|it is now|今天是|现在是|今天)[^?？,，]*$")  # told, not asked
_SHORTEST: Final = 3  # characters; what is shorter is a word with blanks in it, as the form prints 邮  箱


def paused(question: str) -> str:
    """A blank between two stretches of Chinese is a pause: 公式是什么 填哪三年."""
    pieces = _BLANK.split(question)
    return "，".join(pieces) if len(pieces) > 1 and min(map(len, pieces)) >= _SHORTEST else question


def parts_of(question: str) -> list[str]:
    """The questions in one, each with what was said before it; the whole where it is one."""
    sentences = _without_orders([each.strip() for each in _END.split(question) if each and each.strip()])
    found: list[str] = []
    waiting = ""
    for sentence in sentences:
        if _GIVEN.match(sentence) and len(sentences) > 1:
            waiting += f"{sentence} "
            continue
        for piece in _pieces(sentence):
            if _TAG.match(piece) and found:
                found[-1] += piece
            elif ASKS.search(piece) or len(sentences) == 1:
                found.append(f"{waiting}{piece}")
                waiting = ""
            else:
                waiting += f"{piece} "
    if waiting and found:
        found[-1] += waiting
    return [each for whole in (found or [waiting or question]) for each in _each_of(whole)][:MOST]


def gives_orders(words: str) -> bool:
    """Whether the words tell the answerer what to be or to leave out."""
    return _ORDER.search(words) is not None


def _without_orders(sentences: list[str]) -> list[str]:
    """Orders to the answerer are not questions; where nothing else is said they stay, to be declined."""
    pieces = [
        [piece for piece in re.split("[,，:：]", each) if not _ORDER.search(piece)] for each in sentences
    ]
    kept = ["，".join(each).strip() for each in pieces]
    left = [each for each in kept if re.search(r"\w{2,}", each)]
    return (
        left if any(ASKS.search(each) or "告诉" in each or "confirm" in each for each in left) else sentences
    )


def _pieces(sentence: str) -> list[str]:
    """Split at pauses where both sides ask something; an aside stays with what it belongs to."""
    pieces, at = [], 0
    for pause in _PAUSE.finditer(sentence):
        before, behind = sentence[at : pause.start()], sentence[pause.end() :]
        following = _PAUSE.split(behind)[0]
        if ASKS.search(before) and ASKS.search(following) and not _TAG.match(following):
            pieces.append(before)
            at = pause.end()
    return [*pieces, sentence[at:]]


def _each_of(question: str) -> list[str]:
    """正文字体和行距分别是什么: the same asked of two or more; 甲和乙的单位: of both."""
    found = _EACH.match(question)
    if found is None:
        return [question]
    rest = re.sub("^(?:分别|各自|各)", "", found["rest"])
    things = [found["one"], *_AND.split(found["other"])]
    of = _OF.search(things[-1])
    owned = of.group() if of is not None and not any("的" in each for each in things[:-1]) else ""
    return [f"{each}{owned}{rest}" for each in things[:-1]] + [f"{things[-1]}{rest}"]
