"""What is said about filings, with the places it stands on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, NamedTuple, TypeAlias

from notices.notice import Passage

__all__ = ["Citation", "FilingReply", "Grid", "Place", "as_citation", "told_where"]


class Place(NamedTuple):
    """Words of a submission, and where they stand. The quote stands in the file, white space aside."""

    file: str
    field: str  # its path
    quote: str
    page: int | None = None
    location: str = ""  # "表 3 行 12"


Citation: TypeAlias = Passage | Place


class Grid(NamedTuple):
    """An answer as a table; numbers are in the unit that the column's head names."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str | float | None, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FilingReply:
    """An answer about filings; as `assistant.answer.Reply`, and a table where there is one."""

    question: str
    answer: str
    answered: bool
    citations: tuple[Citation, ...] = ()
    mode: Literal["offline", "llm"] = "offline"
    warnings: tuple[str, ...] = ()
    table: Grid | None = None
    purpose: Literal["answer", "summary"] = "answer"  # of a summary, each line is a sentence of the filing

    def as_dict(self) -> dict[str, Any]:
        """The JSON object that `ask` prints; `warnings` and `table` only where there are any."""
        told: dict[str, Any] = {
            "question": self.question,
            "answer": self.answer,
            "answered": self.answered,
            "citations": [as_citation(each) for each in self.citations],
            "mode": self.mode,
        }
        if self.table is not None:
            told["table"] = {
                "columns": list(self.table.columns),
                "rows": [list(row) for row in self.table.rows],
            }
        return told | {"warnings": list(self.warnings)} if self.warnings else told


def told_where(citation: Citation) -> str:
    """Where it stands, for reading: the clause, or the file with page and place."""
    if isinstance(citation, Passage):
        return citation.clause
    page = f"第{citation.page}页" if citation.page is not None else ""
    return " ".join(filter(None, [citation.file, page, citation.location]))


def as_citation(citation: Citation) -> dict[str, Any]:
    """A citation as `--json` prints it: of the notice by clause, of a submission by file and field."""
    return dict(citation._asdict())
