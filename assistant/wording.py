"""What an answer says in its own words, once a language."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from assistant.question import Language
from assistant.said import Said
from notices.clauses import NoticeText
from notices.notice import Contradiction, Fact, Notice, Passage

__all__ = ["WORDING", "Wording"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """The sentences around quotes, in one language."""

    language: Language
    unsaid: str
    unset: str
    this_round: str
    unclear: str
    gap: str  # between sentences
    whom: str  # goes before the notice's contact
    cut: str  # with {limit}
    stated: str  # with {fact} and {clause}
    quotes: str  # with {clause}, {row} and {words}
    row: str  # with {label}
    caution: str  # with {explanation}

    def says(self, fact: Fact[Any]) -> str:
        return fact.says if self.language == "zh" else fact.says_in_english

    def with_clauses(self, said: Said, *, notice: Notice) -> str:
        """What is said, with the clauses that it stands on."""
        clauses = dict.fromkeys(notice.text.cited(each.clause) for each in said.passages)
        if not clauses or said.quoted:
            return said.words
        return self.stated.format(
            fact=said.words, clause=("；" if self.language == "zh" else "; ").join(clauses)
        )

    def quoting(self, passages: Iterable[Passage], *, text: NoticeText) -> str:
        """The clauses' words, a clause a line."""
        told = []
        for key, group in groupby(passages, key=lambda each: each.clause):
            cited = text.cited(key)
            row = "" if cited == key else self.row.format(label=text.clause(key).title)
            words = "".join(f"“{each.quote}”" for each in group)
            told.append(self.quotes.format(clause=cited, row=row, words=words))
        return "\n".join(told)

    def conflict(self, contradiction: Contradiction) -> str:
        """That the notice says two things, and which."""
        chinese = self.language == "zh"
        explanation = contradiction.explanation if chinese else contradiction.explanation_in_english
        return self.caution.format(explanation=explanation)


WORDING: dict[Language, Wording] = {
    "zh": Wording(
        language="zh",
        unsaid="通知没有说到这一点。",
        unset="通知没有规定这个数量或限度。",
        this_round="通知只说这一次申报，没有说到其他年度或批次。",
        unclear="没有看出要问的是什么，请说明想问通知的哪一点。",
        gap="",
        whom="如与申报有关，可以另行询问：",
        cut="问题超过{limit}字，只看了前{limit}字。",
        stated="{fact}（依据：{clause}）",
        quotes="通知（{clause}{row}）：{words}",
        row="，“{label}”一栏",
        caution="请注意，通知前后不一致：{explanation}",
    ),
    "en": Wording(
        language="en",
        unsaid="The notice does not say anything on this.",
        unset="The notice does not set such a number or limit.",
        this_round="The notice speaks of this round only, not of other years.",
        unclear="It is not clear what is asked; please name the point of the notice you mean.",
        gap=" ",
        whom="Questions about applying can be put to its contact. ",
        cut="The question is longer than {limit} characters; only the first {limit} were read.",
        stated="{fact} ({clause})",
        quotes="The notice says ({clause}{row}): {words}",
        row=", row “{label}”",
        caution="Note that the notice is not consistent here: {explanation}",
    ),
}
