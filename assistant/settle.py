"""Settles what a question is about: a point, a field, a list, an attachment, a rule, or nothing known."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final, NamedTuple

from assistant.asking import AMOUNT, AMOUNT_SET
from assistant.aspects import Aspect, aspect_in
from assistant.attached import about_attachment
from assistant.bounds import asks_otherwise
from assistant.days import reckoned
from assistant.fields import about_field
from assistant.leftover import TOO_MUCH, known_words, longest_shared, met_and_unmet, unheeded
from assistant.matching import Asked, Match, best, weight
from assistant.naming import Named, Names, names_of
from assistant.overviews import overview
from assistant.question import Language
from assistant.rulebook import about_rule
from assistant.said import Said
from assistant.wording import WORDING
from notices.notice import Notice, Point

__all__ = ["Settled", "point_said", "settled", "told_by"]

_WHAT_IS = re.compile("什么是|是什么意思|啥是|什么叫")
_SHORTEST_SHARED: Final = 2.9  # weight of a stretch that names a field by what its hint says
_GENERIC = re.compile("平台|服务|能力|应用|企业|方面|主要|提供|申报|情况|的|等|及|和|、")  # in any hint
_OF_THE_PAPER = re.compile("字体|字号|几号字|行距|装订|骑缝")  # no field has a font of its own
_HOW_MANY = re.compile("多少|几(?=[ 个台人套家项处])")
_WITHOUT_NUMBER: Final = frozenset({"names", "text", "longtext", "enum", "bool", "code"})
_AT_LEAST = re.compile("不少于|以上|至少")
_AT_MOST = re.compile("不超过|最多")
_LEAST: Final = 1.6  # a score under this explains no question
_FORM_WORDS = re.compile("填|写|栏|勾|必填|选填|选项|字数|单位是|表里|表中|表格|指标|一项")
_SILENCES: Final = 0.85  # a silent point has to explain this much that the best answer does not
_UNSET: Final = 0.6
_MOST_OF: Final = 0.7
_POINTS: Final = 4  # points that match best, of which the answers are compared
_SHARE: Final = 0.42  # of an answer's score: so much may go untouched
_WRITTEN: Final = 0.4  # a point was written for its question, a field answers many
_MET: Final = 0.5  # of the weight of a word that the answer speaks of, and no pattern names
_VAGUE: Final = 0.5  # 电话 is a row of the form only where the question speaks of the form


class Settled(NamedTuple):
    score: float
    said: Said
    words: str  # what a next question may go on from
    spans: tuple[tuple[int, int], ...] = ()  # of the question, that it explains
    plain: str = ""  # the question as it is understood, where it goes on from another


def settled(asked: Asked, *, notice: Notice, language: Language, today: date) -> Settled | None:
    """The best explanation of the question, or None where nothing known explains enough of it."""
    matches = sorted(best(asked, notice=notice), key=lambda each: -each[0].score)
    silent = next((each for each in matches if not each[1].passages), None)
    candidates = list(_others(asked, notice=notice, language=language))
    for match, point in [each for each in matches if each[1].passages][:_POINTS]:
        told = (
            _point(point, asked, today, language)
            if _amounts_to(point, asked.now)
            else _unset(point, language)
        )
        candidates.append(Settled(match.score + _WRITTEN, told, _kept(asked, match), match.spans))
    known = known_words(notice)
    judged = [_judged(each, asked.now, known) for each in candidates]
    top, unmet = max(judged, key=lambda each: _worth(each[0]), default=(None, ""))
    if silent is not None and _leaves_open(silent[0], top, asked.now):
        return Settled(silent[0].score, _open(silent[1], language), _kept(asked, silent[0]))
    if top is None or (top.said.answered and _misses(top, unmet, language)):
        return (
            Settled(silent[0].score, _open(silent[1], language), _kept(asked, silent[0])) if silent else None
        )
    if top.said.answered and asks_otherwise(asked.now, told_by(top.said)):
        return top._replace(said=Said(WORDING[language].unset, answered=False, topic=top.said.topic))
    return top if top.score >= _LEAST or _explains(top, asked.now) else None


def told_by(said: Said) -> str:
    return f"{said.words} {' '.join(each.quote for each in said.passages)}"


def _misses(top: Settled, unmet: str, language: Language) -> bool:
    """Whether the answer leaves too much untouched, for what it does speak of."""
    if top.said.corrects:
        return False
    return unheeded(unmet, english=language == "en") >= max(TOO_MUCH, _SHARE * top.score)


def _judged(candidate: Settled, words: str, known: re.Pattern[str]) -> tuple[Settled, str]:
    """The candidate with what else its answer speaks of counted in, and what it doesn't touch."""
    met, unmet = met_and_unmet(words, candidate.spans, told_by(candidate.said), known=known)
    return candidate._replace(score=candidate.score + _MET * weight(met)), unmet


def _explains(top: Settled, words: str) -> bool:
    """Whether hardly anything of a short question is left over."""
    spoken = weight("".join(words[start:end] for start, end in top.spans))
    return top.score >= 1.0 and spoken >= _MOST_OF * weight(words)


def _worth(candidate: Settled) -> float:
    """That something is not set is said where nothing that is set explains nearly as much."""
    return candidate.score * (1.0 if candidate.said.answered else _UNSET)


def _leaves_open(silent: Match, top: Settled | None, words: str) -> bool:
    """Whether a silent point explains words of the question that its best answer does not."""
    if top is None or not top.spans:
        return top is None or silent.score >= top.score
    covered = {at for start, end in top.spans for at in range(start, end)}
    fresh = "".join(words[at] for start, end in silent.spans for at in range(start, end) if at not in covered)
    return weight(fresh) >= _SILENCES


def _kept(asked: Asked, match: Match) -> str:
    return " ".join([asked.now, *match.borrowed])


def _open(point: Point, language: Language) -> Said:
    words = point.says if language == "zh" else point.says_in_english
    return Said(words, answered=False, topic=point.name)


def point_said(point: Point, asked: Asked, today: date, language: Language) -> Said:
    """What the point says to the question; that it leaves it open, where it does."""
    if not point.passages:
        return _open(point, language)
    return _point(point, asked, today, language)


def _point(point: Point, asked: Asked, today: date, language: Language) -> Said:
    words = point.says if language == "zh" else point.says_in_english
    lead = ""
    if point.day is not None:
        lead = reckoned(asked.now, due=point.day, today=today, language=language)
    elif point.amounts:
        lead = _corrected(point, asked.now, language)
    joint = " " if lead and language == "en" else ""
    return Said(f"{lead}{joint}{words}", point.passages, topic=point.name, corrects=bool(lead))


def _amounts_to(point: Point, words: str) -> bool:
    """Whether a point says how many, where that is asked."""
    return (
        not AMOUNT.search(words)
        or AMOUNT_SET.search(f"{point.says}{''.join(each.quote for each in point.passages)}") is not None
    )


def _unset(point: Point, language: Language) -> Said:
    return Said(WORDING[language].unset, answered=False, topic=point.name)


def _corrected(point: Point, words: str, language: Language) -> str:
    """That an amount which the question takes for granted is not the one set."""
    for unit, right in point.amounts.items():
        named = [float(each) for each in re.findall(rf"(?<![\d.])(\d+(?:\.\d+)?)\s*{re.escape(unit)}", words)]
        wrong = [each for each in named if not _within(each, right, point.says)]
        if named and len(wrong) == len(named):
            amount = f"{wrong[0]:g}{unit}"
            return f"不是{amount}。" if language == "zh" else f"Not {wrong[0]:g}."
    return ""


def _within(named: float, right: Sequence[float], says: str) -> bool:
    """Whether an amount is the one set, or on the right side of a bound."""
    if named in right or not right:
        return named in right
    if _AT_LEAST.search(says) and named > max(right):
        return True
    return bool(_AT_MOST.search(says)) and named < min(right)


def _others(asked: Asked, *, notice: Notice, language: Language) -> Iterator[Settled]:
    names = names_of(notice)
    listed = overview(asked, names=names, notice=notice, language=language)
    if listed is not None:
        yield Settled(listed[0].score, listed[1], _kept(asked, listed[0]), listed[0].spans)
    attached = about_attachment(asked, names=names, notice=notice, language=language)
    if attached is not None:
        yield Settled(attached.score, attached.said, f"{asked.now} {attached.said.words}", attached.spans)
    ruled = about_rule(asked, notice=notice, language=language)
    if ruled is not None:
        yield Settled(ruled[0], ruled[1], asked.now)
    yield from _by_contents(asked, names, notice=notice, language=language)
    yield from _fields(asked, names, notice=notice, language=language)


def _by_contents(asked: Asked, names: Names, *, notice: Notice, language: Language) -> Iterator[Settled]:
    """A field whose hint has the words that are asked about: 虚拟化写在哪里."""
    aspect = aspect_in(asked.now)
    if aspect is None or aspect[0] not in ("where", "required", "content", "options"):
        return
    for field in names.spec.fields:
        stretch = longest_shared(asked.now, "".join(field.hints).casefold()) if field.hints else ""
        if weight(stretch) >= _SHORTEST_SHARED and len(_GENERIC.sub("", stretch)) > 1:
            at = asked.now.find(stretch)
            spans = ((at, at + len(stretch)), *_spans_of(aspect[1], asked.now))
            kind: Aspect = "where" if aspect[0] == "where" else "content"
            said = about_field(field, kind, notice=notice, spec=names.spec, language=language)
            told = Said(said.words, said.passages, said.answered, field.label, field.path, None, kind)
            score = 0.8 * (weight(stretch) + weight(aspect[1]))
            yield Settled(score, told, f"{asked.now} {field.label}", spans)


def _fields(asked: Asked, names: Names, *, notice: Notice, language: Language) -> Iterator[Settled]:
    here, before = names.in_words(asked.now), names.in_words(asked.before) if asked.before else []
    aspect = aspect_in(_without(asked.now, here)) or (
        aspect_in(_without(asked.before, before)) if asked.before else None
    )
    formal = bool(_FORM_WORDS.search(asked.now) or _FORM_WORDS.search(asked.before))
    if _OF_THE_PAPER.search(asked.now):
        return
    for named in here or before:
        kind, words = aspect if aspect is not None else (None, "")
        if named.option is not None and _WHAT_IS.search(asked.now):
            kind = "meaning"  # of an option: 什么是区块链 asks for no box
        elif named.option is not None and kind in (None, "content", "required", "meaning", "limit"):
            kind = "options"
        if (
            named.field.path != notice.category
            and named.field.options == names.spec.by_path[notice.category].options
        ):
            continue  # the same question put twice, as on the cover
        score = (
            named.weight
            * (1.0 if here else 0.5)
            * (1.0 if formal or not named.common else _VAGUE)
            * (0.5 if named.field.passage else 1.0)
            + min(weight(words), 3.0) * 0.8
        )
        score += 0.6 * formal + (0.5 if kind not in (None, "content") else 0.0)
        said = about_field(
            named.field, _fitting(kind, named), notice=notice, spec=names.spec, language=language
        )
        if (
            kind in (None, "content", "required")
            and _HOW_MANY.search(asked.now)
            and named.field.kind in _WITHOUT_NUMBER
        ):
            said = Said(WORDING[language].unset, answered=False)
        spans = (named.span, *_spans_of(words, asked.now)) if here else _spans_of(words, asked.now)
        yield Settled(score, _with_field(said, named, kind), _field_words(asked, named, aspect), tuple(spans))


def _fitting(kind: Aspect | None, named: Named) -> Aspect | None:
    """Which ones, of a narrative, asks for its content."""
    if kind == "options" and not named.field.options:
        return "content"
    if kind == "multiple" and named.field.kind not in ("enum", "enums"):
        return "content"
    return kind


def _with_field(said: Said, named: Named, kind: Aspect | None) -> Said:
    return Said(said.words, said.passages, said.answered, named.field.label, named.field.path, None, kind)


def _field_words(asked: Asked, named: Named, aspect: tuple[Aspect, str] | None) -> str:
    return f"{asked.now} {named.words} {aspect[1] if aspect else ''}"


def _spans_of(words: str, text: str) -> list[tuple[int, int]]:
    at = text.find(words) if words else -1
    return [(at, at + len(words))] if at >= 0 else []


def _without(words: str, named: list[Named]) -> str:
    """The words around the names: 单位名称 does not ask for a unit."""
    kept = list(words)
    for each in named:
        for at in range(*each.span):
            kept[at] = " "
    return "".join(kept)
