"""A reply as pages show it and the store keeps it: plain JSON, and back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, cast

from assistant.answer import Reply
from assistant.desk import AnyReply
from assistant.filing.reply import Citation, Grid, Place
from notices.notice import Passage

__all__ = ["Said"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What was answered, and what that stands on."""

    answer: str
    answered: bool = True
    citations: tuple[Citation, ...] = ()
    warnings: tuple[str, ...] = ()
    table: Grid | None = None
    mode: Literal["offline", "llm"] = "offline"
    model: str = ""  # which one was asked; "" where none was

    @classmethod
    def of(cls, reply: AnyReply, *, model: str = "") -> Said:
        return cls(
            answer=reply.answer,
            answered=reply.answered,
            citations=tuple(reply.citations),
            warnings=reply.warnings,
            table=None if isinstance(reply, Reply) else reply.table,
            mode=reply.mode,
            model=model,
        )

    def as_dict(self) -> dict[str, Any]:
        """Plain JSON; `from_dict` makes it a `Said` again."""
        return {
            "answer": self.answer,
            "answered": self.answered,
            "citations": [each._asdict() for each in self.citations],
            "warnings": list(self.warnings),
            "table": self.table._asdict() if self.table is not None else None,
            "mode": self.mode,
            "model": self.model,
        }

    @classmethod
    def from_dict(cls, stored: Mapping[str, Any]) -> Said:
        table = stored.get("table")
        return cls(
            answer=stored["answer"],
            answered=stored.get("answered", True),
            citations=tuple(_citation(each) for each in stored.get("citations", ())),
            warnings=tuple(stored.get("warnings", ())),
            table=Grid(tuple(table["columns"]), tuple(map(tuple, table["rows"]))) if table else None,
            mode=cast("Any", stored.get("mode", "offline")),
            model=stored.get("model", ""),
        )


def _citation(stored: Mapping[str, Any]) -> Citation:
    """Of the notice by its clause, of a filing by its file."""
    kind = Passage if "clause" in stored else Place
    return kind(**{name: stored[name] for name in kind._fields if name in stored})
