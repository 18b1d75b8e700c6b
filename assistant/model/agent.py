"""A big model as an agent: it looks things up with our own functions; each result is a numbered source."""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from assistant.filing.filing import value_text
from assistant.filing.mentions import mentioned
from assistant.filing.search import nearest
from assistant.model.client import ModelFailed, chat_model
from assistant.model.mask import Mask
from assistant.model.material import Ledger, Offline, Source, of_notice, of_reply
from notices.clauses import UnknownClause
from notices.notice import Passage
from prompts import render

if TYPE_CHECKING:
    from assistant.model.respond import Assistant

__all__ = ["Tools", "spoken"]

_STEPS: Final = 14  # of model and tools, after which an agent has lost its way
_HITS: Final = 5
_SHOWN: Final = 500  # characters of one source
_NOTHING: Final = "没有查到。"


def spoken(
    assistant: Assistant, question: str, ledger: Ledger, mask: Mask, *, offline: Callable[[str], Offline]
) -> Callable[[], Iterator[str]]:
    """What makes the stream of the agent's words."""

    def pieces() -> Iterator[str]:
        from langchain.agents import create_agent
        from langchain_core.messages import AIMessageChunk
        from langgraph.errors import GraphRecursionError

        model = chat_model(assistant.settings, seconds=assistant.settings.seconds)
        system = render("agent", today=f"{datetime.now().astimezone():%Y-%m-%d}")
        agent = create_agent(model, tools=Tools(assistant, ledger, mask, offline).every, system_prompt=system)
        asked: Any = {"messages": [("user", mask.hide(question))]}
        try:
            for chunk, _ in agent.stream(asked, {"recursion_limit": _STEPS}, stream_mode="messages"):
                if isinstance(chunk, AIMessageChunk) and chunk.text:
                    yield str(chunk.text)
        except GraphRecursionError as error:
            raise ModelFailed("大模型反复查询而没有作答") from error

    return pieces


@dataclass(frozen=True, slots=True)
class Tools:
    """The functions an agent may call; none writes, reads files or reaches a network."""

    assistant: Assistant
    ledger: Ledger
    mask: Mask
    offline: Callable[[str], Offline]

    @property
    def every(self) -> list[Callable[..., str]]:
        always: list[Callable[..., str]] = [self.lookup, self.search_notice, self.read_clause, self.calculate]
        of_filings: list[Callable[..., str]] = [self.search_filings, self.read_fields, self.findings]
        return [*always, *of_filings] if self.assistant.filings else always

    def lookup(self, question: str) -> str:
        """Ask one whole question, in Chinese, of the assistant without a model.

        It knows what the notice demands, deadlines, quotas, required fields; what a filing lacks, whether it
        adds up; filters, orders and averages over several filings.
        """
        reply = self.offline(self.mask.show(question))
        found = self._told(of_reply(reply, self.ledger)) if reply.answered else ""
        return found or f"{_NOTHING}{reply.answer}"

    def search_notice(self, query: str) -> str:
        """Find the clauses of the notice that match Chinese keywords."""
        notice = self.assistant.notice
        return self._told(of_notice(self.mask.show(query), notice, self.ledger, limit=_HITS))

    def read_clause(self, clause: str) -> str:
        """Read a clause of the notice, such as 四、有关要求/2."""
        text = self.assistant.notice.text
        try:
            words = text.full_text(clause)
        except UnknownClause as error:
            return str(error)
        lines = [each for each in words.split("\n") if text.in_source(each)][:_HITS]
        cited = text.cited(clause)
        return self._told([self.ledger.put(f"{clause}：{each}", Passage(cited, each)) for each in lines])

    def search_filings(self, query: str) -> str:
        """Find sentences of the filings' long texts that speak of something."""
        words, filings = self.mask.show(query), self.assistant.filings
        limit, embedding = max(_HITS // len(filings), 1), self.assistant.embedding
        found = [
            (filing, each)
            for filing in filings
            for each in nearest(filing, [words], query=words, embedding=embedding, limit=limit)
        ]
        return self._told(
            [
                self.ledger.put(
                    f"{filing.title}“{each.field.title}”：{each.text}",
                    filing.place(each.field.path, each.evidence, each.text),
                )
                for filing, each in found
            ]
        )

    def read_fields(self, names: str) -> str:
        """Read what stands in fields of the filings' form, by their Chinese names."""
        vocabulary = self.assistant.notice.vocabulary
        return self._told(
            [
                self.ledger.put(
                    f"{filing.title}“{field.title}”：{value_text(field, filing.form[field.path])}",
                    *filing.places(field.path),
                )
                for filing in self.assistant.filings
                for field in mentioned(names, filing.form.spec, vocabulary)
            ]
        )

    def findings(self) -> str:
        """List what the check of the filings found wrong."""
        text = self.assistant.notice.text
        return self._told(
            [
                self.ledger.put(
                    f"{filing.title}：{each.message}{each.fix}",
                    Passage(each.clause, each.clause_quote),
                    *filing.places(*each.fields),
                )
                for filing in self.assistant.filings
                for each in filing.report.findings
                if text.contains(each.clause_quote)
            ]
        )

    def calculate(self, expression: str) -> str:
        """Work out a sum of plain numbers with + - * / and brackets."""
        try:
            value = _value(ast.parse(expression.replace(",", ""), mode="eval").body)
        except (SyntaxError, ValueError, ZeroDivisionError, RecursionError, OverflowError):
            return "这个式子算不出来。"
        used = [each for each in self.ledger.sources if each.citations]
        cited = used[-1].citations if used else ()
        return self._told([self.ledger.put(f"{expression} = {value:.6g}", *cited)])

    def _told(self, sources: Sequence[Source]) -> str:
        lines = [f"[S{each.number}] {each.text[:_SHOWN]}" for each in sources]
        return self.mask.hide("\n".join(lines)) if lines else _NOTHING


_OPERATORS: Final[Mapping[type[ast.operator], Callable[[float, float], float]]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}


def _value(node: ast.expr) -> float:
    """The value of a plain sum. Raises ValueError for anything else."""
    match node:
        case ast.Constant(value=int() | float() as value):
            return float(value)
        case ast.UnaryOp(op=ast.USub(), operand=inner):
            return -_value(inner)
        case ast.BinOp(left=left, op=op, right=right) if type(op) in _OPERATORS:
            return _OPERATORS[type(op)](_value(left), _value(right))
        case _:
            raise ValueError("no plain sum")
