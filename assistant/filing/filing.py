"""A filing as questions see it: its form, its report, and what it is called among others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from assistant.filing.papers import Paper
from assistant.filing.reply import Place
from extractors.form import Answer, Evidence, Field, Form, State
from extractors.rules import Report
from extractors.text import squeeze

__all__ = ["STATES", "Filing", "number_text", "value_text"]

_NAMES: Final = ("platform.name", "cover.platform_name", "applicant.name", "cover.applicant")
STATES: Final[Mapping[State, str]] = {
    "filled": "已填",
    "blank": "没有填写",
    "none": "填的是“无”",
    "unreadable": "有内容但没有读懂",
    "absent": "没有找到这一栏",
}


@dataclass(frozen=True, eq=False)
class Filing:
    """One filing, equal only to itself. `path` goes before its files' names where it is one of a set."""

    form: Form
    report: Report
    path: str = ""
    papers: tuple[Paper, ...] = ()  # the lines of its attachments

    @property
    def title(self) -> str:
        """The platform's name, else the applicant's, else the file's."""
        known = self.form.spec.by_path
        named = (self.form.value(each) for each in _NAMES if each in known and self.form.filled(each))
        return str(next(named, "")) or self.path or str(self.form.source.get("path", ""))

    @property
    def names(self) -> tuple[str, ...]:
        """All that it may be called by."""
        known = self.form.spec.by_path
        return tuple(
            str(self.form.value(each)) for each in _NAMES if each in known and self.form.filled(each)
        )

    def place(self, field: str, evidence: Evidence, quote: str = "") -> Place:
        """The citation of `evidence`; with `quote`, of these words in it."""
        inside = bool(self.path) and squeeze(evidence.file) != squeeze(self.path.rpartition("/")[2])
        file = f"{self.path}/{evidence.file}" if inside else self.path or evidence.file
        return Place(file, field, quote or evidence.quote, evidence.page, evidence.location)

    def places(self, *fields: str) -> tuple[Place, ...]:
        """Where each of `fields` was first read; those without a place are left out."""
        answers = ((path, self.form[path]) for path in fields)
        return tuple(self.place(path, each.evidence[0]) for path, each in answers if each.evidence)


def number_text(value: float) -> str:
    """`12,000`, `3.5`: without a needless fraction."""
    whole = float(value).is_integer()
    return f"{int(value):,}" if whole else f"{value:,.2f}".rstrip("0").rstrip(".")


def value_text(field: Field, answer: Answer) -> str:
    """What stands there, for reading, with its unit; of what is not filled, its state."""
    if answer.state != "filled":
        return STATES[answer.state]
    value: Any = answer.value
    match field.kind:
        case "bool":
            return "是" if value else "否"
        case "int" | "decimal":
            return f"{number_text(value)} {field.unit}".strip()
        case "enums" | "names":
            return "、".join(value)
        case "honors":
            return "；".join("，".join(str(part) for part in each.values() if part) for each in value)
        case "attachments":
            return "、".join(f"附件{each['number']}" for each in value if each["found"])
        case "text" | "longtext" | "code" | "date" | "enum":
            return str(value)
