"""An answer with a model: the offline answer and what stands near it go in, checked sentences come out.

Whatever goes wrong, or doesn't hold, the offline answer is given, with a sentence that says so.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final, TypeVar, cast

from assistant.filing.filing import Filing
from assistant.filing.reply import Citation, told_where
from assistant.index.embedding import Embedding
from assistant.model.client import ModelFailed, streamed, within
from assistant.model.compose import SCHEMA, claims_in_json, claims_in_prose
from assistant.model.mask import Mask, names_in
from assistant.model.material import Ledger, Offline, Source, numbered, of_notice, of_reply, of_sentences
from assistant.model.settings import Settings
from assistant.model.verify import Claim, Shown, numbers, verified
from assistant.question import understand
from notices.notice import Notice
from prompts import render

__all__ = ["Assistant"]

AnyReply = TypeVar("AnyReply")
_FIVE: Final = 5  # sentences of a summary
_MATERIAL: Final = 450  # characters sent to a small model
_UNCHECKED: Final = "大模型的回答没有通过核对，以下是不用大模型的回答。"
_CUT: Final = "{reason}，大模型的话没有说完，其余是不用大模型的回答。"
_FAILED: Final = "{reason}，以下是不用大模型的回答。"


def _nobody(_: str) -> None:
    """Nobody watches the answer come."""


@dataclass(slots=True)
class Assistant:
    """A model at work for one user: settings, the notice, and the filings in talk."""

    settings: Settings
    notice: Notice
    filings: Sequence[Filing] = ()
    offline: Callable[[str], Offline] | None = None  # answers a tool's question; None: no tools
    embedding: Embedding | None = None
    _style: str = field(default="", init=False)

    def answer(self, reply: AnyReply, *, tell: Callable[[str], None] = _nobody) -> AnyReply:
        """`reply`, made offline, as the model words it; `tell` gets each sentence as soon as it is checked.

        A small model, that only gets material, doesn't answer what the offline answer declines.
        """
        given = cast("Offline", reply)
        shown: list[Shown] = []
        cut, tools = "", False
        deadline = time.monotonic() + self.settings.seconds
        try:
            tools = not _is_summary(given) and self._with_tools(deadline)
            if not given.answered and not tools:
                return reply
            ledger, leaned, claims = self._asked(given, tools=tools, deadline=deadline)
            for each in self._checked(claims, ledger, leaned, given):
                shown.append(each)
                tell(each.text)
        except ModelFailed as failure:
            cut = str(failure)
        if not shown:
            return _with_warning(reply, _FAILED.format(reason=cut) if cut else _UNCHECKED)
        whole = (tools or (_is_summary(given) and len(shown) >= _FIVE)) and not cut
        worded = self._worded(reply, shown[:_FIVE] if _is_summary(given) else shown, whole=whole)
        return _with_warning(worded, _CUT.format(reason=cut)) if cut else worded

    def _with_tools(self, deadline: float) -> bool:
        if self.offline is None or self.settings.style == "schema":
            return False
        if self.settings.style == "tools":
            return True
        if not self._style:
            from assistant.model.probe import style_of

            self._style = style_of(self.settings, seconds=max(deadline - time.monotonic(), 0.1) / 3)
        return self._style == "tools"

    def _asked(
        self, given: Offline, *, tools: bool, deadline: float
    ) -> tuple[Ledger, Source | None, Iterator[Claim]]:
        ledger = Ledger()
        names, values = names_in(self.filings)
        mask = Mask(names, values=values, on=not self.settings.share)
        left = max(deadline - time.monotonic(), 0.1)
        if tools:
            from assistant.model.agent import spoken

            assert self.offline is not None, "an agent has tools"
            pieces = spoken(self, given.question, ledger, mask, offline=self.offline)
            return ledger, None, claims_in_prose(within(left, pieces), mask)
        if _is_summary(given):
            of_sentences(self.filings, given.citations, ledger)
            prompt = render("summarise", material=mask.hide(numbered(ledger.sources)))
            pieces = streamed(self.settings, [("user", prompt)], schema=SCHEMA)
            return ledger, None, claims_in_json(within(left, pieces), mask)
        leaned = of_reply(given, ledger)[0]
        of_notice(given.question, self.notice, ledger)
        material = _fitting(ledger.sources)
        prompt = render("answer", material=mask.hide(numbered(material)), question=mask.hide(given.question))
        pieces = streamed(self.settings, [("user", prompt)], schema=SCHEMA)
        return ledger, leaned, claims_in_json(within(left, pieces), mask)

    def _checked(
        self,
        claims: Iterable[Claim],
        ledger: Ledger,
        leaned: Source | None,
        given: Offline,
    ) -> Iterator[Shown]:
        said: set[str] = set()
        for claim in claims:
            shown = verified(claim, ledger, question=given.question, notice=self.notice, leaned=leaned)
            if shown is not None and shown.text not in said:
                said.add(shown.text)
                yield shown

    def _worded(self, reply: AnyReply, shown: Sequence[Shown], *, whole: bool) -> AnyReply:
        """The sentences with their sources. A small model's go with the offline answer, not in its place."""
        given = cast("Offline", reply)
        chinese = understand(given.question, vocabulary=self.notice.vocabulary).language == "zh"
        told = "\n".join(_line(each, chinese=chinese) for each in shown)
        cited: list[Citation] = [citation for each in shown for citation in each.citations]
        if not whole:
            same = numbers(told) <= numbers(given.answer)
            told = f"{told}\n{given.answer}" if same else f"{given.answer}\n{told}"
            cited = [*given.citations, *cited]
        changed: dict[str, Any] = {"answer": told, "answered": True, "citations": tuple(dict.fromkeys(cited))}
        return _replaced(reply, mode="llm", **changed)


def _is_summary(given: Offline) -> bool:
    return getattr(given, "purpose", "answer") == "summary"


def _line(shown: Shown, *, chinese: bool) -> str:
    named = dict.fromkeys(told_where(each) for each in shown.citations[:2])
    if not named:
        return shown.text
    return f"{shown.text}（{'、'.join(named)}）" if chinese else f"{shown.text} ({', '.join(named)})"


def _fitting(sources: Sequence[Source]) -> list[Source]:
    """The first sources that are together short enough."""
    chosen, length = [], 0
    for each in sources:
        if length and length + len(each.text) > _MATERIAL:
            continue
        chosen.append(each)
        length += len(each.text)
    return chosen


def _with_warning(reply: AnyReply, warning: str) -> AnyReply:
    warnings = (*getattr(reply, "warnings", ()), warning)
    return _replaced(reply, warnings=warnings)


def _replaced(reply: AnyReply, **changes: Any) -> AnyReply:
    return cast("AnyReply", replace(cast("Any", reply), **changes))
