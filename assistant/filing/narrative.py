"""What a filing's long texts say about something: their sentences, found and quoted as they stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from assistant.filing.filing import Filing
from assistant.filing.mentions import unmentioned
from assistant.filing.reply import Place
from assistant.filing.search import nearest, words_of
from assistant.filing.sentences import Sentence, sentences
from assistant.filing.summary import key_sentences
from assistant.filing.wording import say
from assistant.index.embedding import Embedding
from assistant.question import Question, normalise, understand
from extractors.form import Evidence, Field
from notices.notice import Notice

__all__ = ["told_place", "topic", "what_it_says"]

_ENOUGH: Final = 0.55  # of what is asked for has to stand in a sentence
_NEAR: Final = 0.6  # of the best score
_MOST: Final = 5
_NEAREST: Final = 3
_SAYING: Final = re.compile(
    r"申报书|申报材料|材料|文件|里面?|中|我们|我司|咱们?|本(?:单位|企业|公司|平台)|关于|有关|对于|方面|部分|内容|"
    r"(?:有没有|是否|都|怎么|如何|哪里|在哪)?(?:写|说|提|讲|介绍|描述|提及)(?:了|到|过|的)?(?:什么|哪些|啥|些什么|没有?|吗)?|"
    r"\b(?:what|where|how|did|do|does|has|have|we|our|us|the|this|they|their|it|is|are|was|in|on|of|to|for|any|anything|"
    r"write|wrote|written|say|says|said|mention(?:ed|s)?|describe[ds]?|state[ds]?|about|application|filing|applicant|"
    r"platform|company|submission|regarding)\b"
)


def topic(text: str, *, notice: Notice) -> Question:
    """What a question about the texts is about, without the words that ask."""
    return understand(_SAYING.sub(" ", normalise(text)), vocabulary=notice.vocabulary)


def what_it_says(
    filing: Filing,
    about: Question,
    fields: Sequence[Field],
    *,
    question: Question,
    notice: Notice,
    embedding: Embedding | None = None,
) -> tuple[str, tuple[Place, ...]]:
    """The sentences that speak of it, and where they stand; nothing where none does.

    With an embedding, sentences that come near it where none has its words; they are called that.
    """
    everything = sentences(filing)
    long = [each for each in fields if each.kind == "longtext"]
    if long and not topic(unmentioned(question.text, long), notice=notice).terms:
        return _told(filing, key_sentences(_of(everything, long)), question)
    asked = [each.phrases for each in about.terms]
    phrases = [phrase for some in asked for phrase in some[:1]]
    # An English question finds Chinese words by the notice's glossary, and by the field's own label.
    phrases += [phrase for some in asked if some[0].isascii() for phrase in some[1:]]
    if about.language == "en" or not phrases:
        phrases = [*[each for each in phrases if not each.isascii()], *(each.label for each in long)]
    chosen = _chosen(filing, phrases)
    if long and (not chosen or about.language == "en"):
        chosen = [*chosen, *key_sentences(_of(everything, long))]
    if chosen or embedding is None:
        return _told(filing, list(dict.fromkeys(chosen))[:_MOST], question)
    near = nearest(filing, phrases, query=question.text, embedding=embedding, limit=_NEAREST)
    text, places = _told(filing, near, question)
    return (f"{say(question.language, 'near')}\n{text}", places) if places else ("", ())


def _of(everything: Sequence[Sentence], fields: Sequence[Field]) -> list[Sentence]:
    """Those of the fields; a field that only has parts is told by them."""
    paths = {each.path for each in fields}
    return [
        each for each in everything if each.field.path in paths or each.field.path.rpartition("_")[0] in paths
    ]


def _told(filing: Filing, chosen: Sequence[Sentence], question: Question) -> tuple[str, tuple[Place, ...]]:
    lines = [_line(filing, each, question) for each in chosen]
    places = tuple(filing.place(each.field.path, each.evidence, each.text) for each in chosen)
    return "\n".join(lines), places


def _chosen(filing: Filing, phrases: Sequence[str]) -> list[Sentence]:
    everything = sentences(filing)
    hits = words_of(filing).search(phrases) if phrases else []
    good = [each for each in hits if each.coverage >= _ENOUGH]
    if not good:
        return []
    best = max(each.score for each in good)
    kept = sorted([each for each in good if each.score >= _NEAR * best][:_MOST], key=lambda each: each.number)
    return [everything[each.number] for each in kept]


def _line(filing: Filing, sentence: Sentence, question: Question) -> str:
    language = question.language
    file = (
        f"{filing.title}，"
        if filing.path and language == "zh"
        else f"{filing.title}, "
        if filing.path
        else ""
    )
    place = told_place(language, sentence.evidence)
    return say(language, "quote", file=file, title=sentence.field.title, place=place, quote=sentence.text)


def told_place(language: str, evidence: Evidence) -> str:
    """`（第 5 页，表 3 行 2）`, or nothing where the format has neither."""
    page = (
        (f"第 {evidence.page} 页" if language == "zh" else f"page {evidence.page}") if evidence.page else ""
    )
    where = ("，" if language == "zh" else ", ").join(filter(None, [page, evidence.location]))
    brackets = ("（", "）") if language == "zh" else (" (", ")")
    return f"{brackets[0]}{where}{brackets[1]}" if where else ""
