"""Questions with filings at hand: about one of them, about all of them, or about the notice after all."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

from assistant.filing.attachments import Wanted, of_attachments, wanted_attachment
from assistant.filing.filing import Filing
from assistant.filing.intents import INTENTS, Intent, SetWish, about_filings, intent, set_wish
from assistant.filing.mentions import by_name, mentioned
from assistant.filing.reply import FilingReply, Place
from assistant.filing.several import compared, said_of_several
from assistant.filing.single import Asked, Said, said_of_one
from assistant.index.embedding import Embedding
from assistant.question import Question, normalise, understand
from extractors.rules import Rule
from extractors.text import squeeze
from notices.notice import Notice

__all__ = ["Last", "Talk"]

_LONGEST: Final = 2000  # characters of a question that are looked at
_EACH: Final = 3  # filings that are answered one by one where none is named
_SHORTEST_NAME: Final = 3  # characters by which a filing can be called
# These say that a filing is meant even where a field isn't named.
_SPEAKING: Final[frozenset[Intent]] = frozenset({"missing", "problems", "summary", "compare", "adds_up"})
# Only a text that somebody filed says things; the notice is asked what it demands.
_SAYS: Final = re.compile("写|提到|提及|讲到|说到|mention|write|wrote|written|say|said")
_SHORT: Final = 40  # characters; a longer question stands alone
# How a wish over several is put, where a question that goes on leaves it out.
_WISHED: Final[Mapping[SetWish, str]] = {
    "average": "平均",
    "total": "合计",
    "most": "最多",
    "least": "最少",
    "sorted": "排序",
    "grouped": "分别多少",
    "count": "几家",
    "listed": "哪些",
}
_FOLLOWS: Final = ("那", "还有", "它", "and ", "what about", "how about", "呢")


@dataclass(frozen=True, slots=True)
class Last:
    """What was asked last, as far as a question can go on from it; all of it can be stored as JSON."""

    asked: bool = False
    wanted: Intent | None = None
    fields: tuple[str, ...] = ()  # paths
    wish: str = ""  # the words of the last question about several: `那专利呢` is to be averaged too

    def as_dict(self) -> dict[str, Any]:
        return {"asked": self.asked, "wanted": self.wanted, "fields": list(self.fields), "wish": self.wish}

    @classmethod
    def of(cls, stored: Mapping[str, Any]) -> Last:
        """From what `as_dict` gave; what is none of its words is passed over."""
        wanted = next((each for each in INTENTS if each == stored.get("wanted")), None)
        fields = stored.get("fields", ())
        paths = tuple(map(str, fields)) if isinstance(fields, list) else ()
        wish = str(stored.get("wish", ""))
        return cls(asked=bool(stored.get("asked")), wanted=wanted, fields=paths, wish=wish)


@dataclass(slots=True)
class Talk:
    """Filings in talk: what was asked last goes on in `那专利呢？`."""

    filings: Sequence[Filing]
    notice: Notice
    rules: Mapping[str, Rule]
    embedding: Embedding | None = None
    last: Last = field(default_factory=Last)

    def ask(self, text: str, *, surely: bool = False) -> FilingReply | None:
        """The answer from the filings; None where the question is not about them, unless it `surely` is."""
        question = understand(text[:_LONGEST], vocabulary=self.notice.vocabulary)
        plain = normalise(question.text)
        spec = self.filings[0].form.spec
        fields = mentioned(self._nameless(plain), spec, self.notice.vocabulary)
        wanted = intent(plain)
        goes_on = self.last.asked and len(plain) <= _SHORT and any(each in plain for each in _FOLLOWS)
        if goes_on:
            wanted = wanted or self.last.wanted
            fields = fields or tuple(spec.by_path[each] for each in self.last.fields if each in spec.by_path)
            if set_wish(plain) in (None, "listed") and len(self.filings) > 1:
                question = replace(question, text=f"{self.last.wish} {question.text}")
        if wanted == "required" and not fields and INTENTS["missing"].search(plain):
            wanted = "missing"  # 还有哪些必填项没填
        asked = Asked(question, fields, self.notice, self.rules, self.embedding)
        inside = wanted_attachment(self._nameless(plain), spec)
        if inside is not None:
            return replace(self._of_attachment(inside, plain, asked), question=text)
        if not (surely or goes_on or self._meant(plain, wanted, asked)):
            return None
        wish = set_wish(normalise(question.text))
        paths = tuple(each.path for each in fields)
        self.last = Last(asked=True, wanted=wanted, fields=paths, wish=_WISHED[wish] if wish else "")
        named = self._named(plain)
        if len(named) == 1:
            reply = self._one(named[0], wanted, asked)
        else:
            reply = self._several(named or list(self.filings), wanted, asked)
        return replace(reply, question=text)

    def _of_attachment(self, inside: Wanted, plain: str, asked: Asked) -> FilingReply:
        """What the attachments of one or of all say."""
        self.last = Last(asked=True)
        lines, cited = [], list[Place]()
        filings = self._named(plain) or self.filings
        for each in filings:
            said = of_attachments(inside, each, asked.question, self.notice)
            if said is not None:
                lines.append(f"【{each.title}】\n{said[0]}" if len(filings) > 1 else said[0])
                cited += said[1]
        if not lines:
            read = any(one.number == inside.number for each in filings for one in each.papers)
            title = next(
                each.title for each in filings[0].form.spec.attachments if each.number == inside.number
            )
            what = "paper_unsaid" if read else "paper_absent"
            lines = [asked.say(what, number=inside.number, title=title)]
        return FilingReply(
            question=asked.question.text,
            answer="\n".join(lines),
            answered=bool(cited),
            citations=tuple(dict.fromkeys(cited)),
        )

    def _meant(self, plain: str, wanted: Intent | None, asked: Asked) -> bool:
        """Whether a filing is meant: said so, or by what only a filing can answer."""
        told, spec = about_filings(plain), self.filings[0].form.spec
        if told is not None:
            return told and bool(wanted or asked.fields or len(self.filings) > 1)
        if wanted in _SPEAKING or (wanted in ("required", "length", "said") and asked.fields):
            return True
        if wanted == "said" and _SAYS.search(plain):
            return True
        if len(self.filings) > 1 and said_of_several(self.filings, asked) is not None:
            return True
        if not asked.fields or not _asks_for_value(plain):
            return False
        # What only a synonym of the notice leads to (大学, apply) may as well be asked of the notice.
        return by_name(plain, spec) or asked.question.language == "zh"

    def _nameless(self, plain: str) -> str:
        """The question without the filings' names, in which labels of the form may stand."""
        names = sorted(
            {normalise(each) for filing in self.filings for each in filing.names}, key=len, reverse=True
        )
        for name in names:
            plain = plain.replace(name, " ") if len(name) >= _SHORTEST_NAME else plain
        return plain

    def _named(self, plain: str) -> list[Filing]:
        """The filings called by their name, or the only one there is."""
        if len(self.filings) == 1:
            return list(self.filings)
        wanted = squeeze(plain)
        return [
            each
            for each in self.filings
            if any(len(name) >= _SHORTEST_NAME and squeeze(normalise(name)) in wanted for name in each.names)
        ]

    def _one(self, filing: Filing, wanted: Intent | None, asked: Asked) -> FilingReply:
        reply = _reply(said_of_one(wanted, filing, asked), asked.question)
        return replace(reply, purpose="summary") if wanted == "summary" and reply.answered else reply

    def _several(self, filings: Sequence[Filing], wanted: Intent | None, asked: Asked) -> FilingReply:
        found = compared(filings, asked) if wanted == "compare" else None
        if found is None and wanted in (None, "length", "problems"):
            found = said_of_several(filings, asked)
        if found is not None:
            text, table, cited = found
            answered = table is not None
            return FilingReply(
                question=asked.question.text, answer=text, answered=answered, citations=cited, table=table
            )
        return self._each(filings, wanted, asked)

    def _each(self, filings: Sequence[Filing], wanted: Intent | None, asked: Asked) -> FilingReply:
        """One after the other, where they are few; of many, those that have something to say."""
        all_said = [(each, said_of_one(wanted, each, asked)) for each in filings]
        telling = [(each, said) for each, said in all_said if said.known] or all_said[:1]
        if len(telling) > _EACH and wanted not in ("missing", "problems", "said", None):
            names = "、".join(each.title for each in filings)
            text = asked.say("which", count=len(filings), names=names)
            return FilingReply(question=asked.question.text, answer=text, answered=False)
        known = any(said.known for _, said in telling)
        text = "\n".join(f"【{each.title}】\n{said.text}" if known else said.text for each, said in telling)
        cited = tuple(dict.fromkeys(citation for _, said in telling for citation in said.citations))
        return FilingReply(
            question=asked.question.text, answer=text, answered=known, citations=cited if known else ()
        )


def _asks_for_value(plain: str) -> bool:
    words = (
        "多少",
        "是什么",
        "是谁",
        "几",
        "吗",
        "哪",
        "何时",
        "what",
        "who",
        "when",
        "where",
        "how",
        "is ",
        "?",
        "？",
    )
    return len(plain) <= 20 or any(each in plain for each in words)


def _reply(said: Said, question: Question) -> FilingReply:
    cited = said.citations if said.known else ()
    return FilingReply(question=question.text, answer=said.text, answered=said.known, citations=cited)
