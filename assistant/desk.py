"""Where a question goes: to the filings in talk, to the notice, and through a model where one is set."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any, TypeAlias

from assistant.answer import Reply, ask
from assistant.conversation import Conversation
from assistant.question import normalise
from notices.notice import Notice

if TYPE_CHECKING:
    from assistant.filing.reply import FilingReply
    from assistant.filing.talk import Talk
    from assistant.model.respond import Assistant

__all__ = ["AnyReply", "Desk"]

AnyReply: TypeAlias = "Reply | FilingReply"


def _nobody(_: str) -> None:
    """Nobody watches the answer come."""


@dataclass(slots=True)
class Desk:
    """One person's talk. Filings and a model are only imported where they are there."""

    notice: Notice
    talk: Talk | None = None
    assistant: Assistant | None = None
    conversation: Conversation = field(default_factory=Conversation)
    today: date | None = None

    def ask(self, question: str, *, tell: Callable[[str], None] = _nobody) -> AnyReply:
        """The answer; `tell` gets a model's sentences as they come. Raises EmptyQuestion."""
        reply = self.offline(question)
        return self.assistant.answer(reply, tell=tell) if self.assistant is not None else reply

    def offline(self, question: str) -> AnyReply:
        """The answer without a model. Raises EmptyQuestion."""
        about = self.talk.ask(question) if self.talk is not None and normalise(question) else None
        if about is not None:
            return about
        reply = ask(question, notice=self.notice, conversation=self.conversation, today=self.today)
        self.conversation = reply.conversation
        if reply.answered or self.talk is None:
            return reply
        # What the notice is silent on may be something that a filing says.
        about = self.talk.ask(question, surely=True)
        return about if about is not None and about.answered else reply

    def aside(self, question: str) -> AnyReply:
        """An answer that leaves no trace in the talk: what a model looks up is not what the person asked."""
        kept = self.conversation, self.talk.last if self.talk is not None else None
        try:
            return self.offline(question)
        finally:
            self.conversation = kept[0]
            if self.talk is not None and kept[1] is not None:
                self.talk.last = kept[1]

    def begin_afresh(self) -> None:
        """The next question goes on from none."""
        self.conversation = Conversation()
        if self.talk is not None:
            self.talk.last = type(self.talk.last)()

    def state(self) -> tuple[Mapping[str, Any], Mapping[str, Any]]:
        """What the talk can be taken up from: with the notice, and with filings."""
        return self.conversation.as_dict(), self.talk.last.as_dict() if self.talk is not None else {}
