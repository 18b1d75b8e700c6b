"""One question of a talk: by itself, or going on from the one before."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Final

from assistant.asking import ASKS, CHANGED, OTHER_CALL, YEAR
from assistant.aspects import ASPECTS, Aspect, aspect_in
from assistant.conversation import Conversation, goes_on, is_short
from assistant.decide import LIKELY, decided
from assistant.fields import about_field
from assistant.found import found_in_clauses
from assistant.heard import heard
from assistant.matching import Asked, weight
from assistant.naming import names_of
from assistant.question import Language, normalise, understand
from assistant.reckoning import Reckoned, in_unit, rate_of_return
from assistant.said import Said
from assistant.settle import Settled, settled
from assistant.slots import put_in_place, says_nothing_else
from assistant.wording import WORDING
from notices.notice import Notice

__all__ = ["taken", "worked_out"]

_CLEARLY: Final = 0.5  # weight of words by which a question by itself has to be explained better
_SHORT_LIKELY: Final = 0.6  # nearness of an example to a short question that may go on from another
_BARE = re.compile(r"\W*(?:那|and)?\W*第?(?P<n>\d{1,2})号?呢?\W*")


def taken(part: str, present: Conversation, *, notice: Notice, language: Language, today: date) -> Settled:
    """What is said to `part`, which may go on from `present`."""
    words = _numbered(heard(part, notice=notice), present)
    if not re.search(r"\w", words):
        return Settled(0.0, Said(WORDING[language].unclear, answered=False), words)
    refused = _other_round(words, notice=notice, language=language)
    if refused is not None:
        return Settled(0.0, refused, words)
    found = worked_out(part, present, notice=notice, language=language) or _understood(
        part, words, present, notice=notice, language=language, today=today
    )
    found = found._replace(plain=found.plain or words) if found is not None else None
    if found is None and not (present.words and is_short(part)):
        said = found_in_clauses(part, notice=notice)
        found = Settled(0.0, said, words) if said is not None and said.answered else None
    return found or Settled(0.0, Said(_why_not(words, notice, language), answered=False), words)


def _understood(
    part: str, words: str, present: Conversation, *, notice: Notice, language: Language, today: date
) -> Settled | None:
    spoken = words if language == "zh" else normalise(part)
    going_on = bool(present.words) and goes_on(normalise(part))
    if present.plain and (going_on or not ASKS.search(words)):
        merged = put_in_place(words, present.plain, names_of(notice))
        found = _decided_in_place(merged, notice=notice, language=language, today=today) if merged else None
        if found is not None:
            return found._replace(plain=merged or "")
    of_field = _of_the_field_before(words, present, notice, language) if is_short(part) else None
    if of_field is not None:
        return of_field
    likely = _SHORT_LIKELY if goes_on(normalise(part)) or (present.words and is_short(part)) else LIKELY
    if going_on:
        alone = settled(Asked(words), notice=notice, language=language, today=today)
    else:
        alone = decided(spoken, Asked(words), notice=notice, language=language, today=today, likely=likely)
    if going_on or (present.words and alone is None and is_short(part)):
        before = Asked(words, _before(words, present, notice))
        both = settled(before, notice=notice, language=language, today=today)
        alone = _fuller(alone, both, words)
        if alone is None and not understand(words, vocabulary=notice.vocabulary).terms:
            alone = settled(Asked(present.words), notice=notice, language=language, today=today)
    return alone


def _of_the_field_before(
    words: str, present: Conversation, notice: Notice, language: Language
) -> Settled | None:
    """有字数限制吗, after a question about a field of the form, asks of that field."""
    names, asked = names_of(notice), aspect_in(words)
    field = names.spec.by_path.get(present.field)
    if (
        field is None
        or asked is None
        or names.in_words(words)
        or not says_nothing_else(words, ASPECTS[asked[0]])
    ):
        return None
    aspect, said_as = asked
    told = about_field(field, aspect, notice=notice, spec=names.spec, language=language)
    said = replace(told, topic=field.label, field=field.path, aspect=aspect)
    name = names.called[field.path]
    return Settled(0.0, said, f"{words} {name} {said_as}", plain=f"{name}{words}")


def _decided_in_place(merged: str, *, notice: Notice, language: Language, today: date) -> Settled | None:
    """English ones are merged in the words of patterns, which no example has."""
    if language == "en":
        return settled(Asked(merged), notice=notice, language=language, today=today)
    return decided(merged, Asked(merged), notice=notice, language=language, today=today)


def worked_out(part: str, present: Conversation, *, notice: Notice, language: Language) -> Settled | None:
    """What has to be reckoned, with what the notice says on it; None where nothing has."""
    names = names_of(notice)
    words = heard(part, notice=notice)
    spoken = words if language == "zh" else normalise(part)
    rate = rate_of_return(spoken, present.words, names, language)
    if rate is not None:
        return _with(rate, "meaning", notice, language)
    figure = in_unit(words, spoken, names, language)
    return _with(figure, "unit", notice, language) if figure is not None else None


def _with(reckoned: Reckoned, aspect: Aspect, notice: Notice, language: Language) -> Settled:
    names, field = names_of(notice), reckoned.field
    told = about_field(field, aspect, notice=notice, spec=names.spec, language=language)
    gap = "" if language == "zh" else " "
    said = replace(
        told,
        words=f"{reckoned.said}{gap}{told.words}",
        topic=field.label,
        field=field.path,
        aspect=aspect,
        corrects=True,
    )
    return Settled(0.0, said, reckoned.words)


def _fuller(alone: Settled | None, both: Settled | None, words: str) -> Settled | None:
    """What explains more of the question itself; going on from the one before where both do alike."""
    if alone is None or both is None:
        return both or alone
    spoken = [weight("".join(words[start:end] for start, end in each.spans)) for each in (alone, both)]
    return alone if spoken[0] > spoken[1] + _CLEARLY else both


def _why_not(words: str, notice: Notice, language: Language) -> str:
    wording = WORDING[language]
    return wording.unsaid if understand(words, vocabulary=notice.vocabulary).terms else wording.unclear


def _before(words: str, present: Conversation, notice: Notice) -> str:
    """The question before, without its category where this one names another."""
    names = names_of(notice)
    return names.category_scanner.sub(" ", present.words) if names.category(words) else present.words


def _numbered(words: str, present: Conversation) -> str:
    """A bare number after a question about an attachment is another one's."""
    bare = _BARE.fullmatch(words)
    return f"附件{bare['n']}" if bare and present.attachment else words


def _other_round(words: str, *, notice: Notice, language: Language) -> Said | None:
    """Of another year's call this notice knows nothing."""
    understood = understand(words, vocabulary=notice.vocabulary)
    latest = max((int(each) for each in YEAR.findall(notice.text.source)), default=9999)
    named = OTHER_CALL.search(words)
    other = understood.next_round or any(each > latest for each in understood.years)
    other = other or (named is not None and int(next(filter(None, named.groups()))) != latest)
    if other and not CHANGED.search(words):
        return Said(WORDING[language].this_round, answered=False)
    return None
