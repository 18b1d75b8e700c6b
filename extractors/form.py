"""What a form asks, and what an applicant answered.

`FormSpec` is derived from a notice's model (see `notices`); `Form` is what `fill` makes of a document.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal, NamedTuple

from extractors.appearance import Appearance
from extractors.contents import Contents
from extractors.document import Box, Notice, Seal

__all__ = [
    "Answer",
    "Attached",
    "AttachmentSpec",
    "Code",
    "Evidence",
    "Field",
    "Form",
    "FormSpec",
    "Kind",
    "Method",
    "Option",
    "Part",
    "Required",
    "Row",
    "Section",
    "State",
    "Tally",
]

Kind = Literal[
    "text",
    "longtext",
    "code",
    "int",
    "decimal",
    "date",
    "bool",
    "enum",
    "enums",
    "honors",
    "names",
    "attachments",
]
State = Literal["filled", "blank", "none", "unreadable", "absent"]
Method = Literal["form", "ocr", "llm", "review"]


class Option(NamedTuple):
    """One box of a choice."""

    value: str  # the word that comes out: "区域"
    label: str  # as printed beside the box: "区域工业互联网平台"
    aliases: tuple[str, ...] = ()  # what else people write for it


@dataclass(frozen=True, slots=True, kw_only=True)
class Required:
    """Who must fill a field."""

    by: Literal["all", "optional", "recommended", "category", "option", "together"]
    categories: tuple[str, ...] = ()  # by="category": the platform categories that must
    option: tuple[str, str] | None = None  # by="option": (path of the choice, the option that asks for it)
    group: str = ""  # fields of one group: "together" = all or none; "category" = one of them is enough


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A headed part of the form."""

    key: str  # "cover" is the part before any heading, in every form
    heading: str  # without its number: "平台基础信息"
    number: str = ""  # "（一）"
    aliases: tuple[str, ...] = ()
    clause: str = ""
    parent: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One thing the form asks. Labels are without numbers and units; those are fields of their own."""

    path: str  # "platform.indicators.connected_devices"
    kind: Kind
    label: str  # "接入设备数量"
    title: str  # as people are shown it: "(4)接入设备数量"
    section: str  # key of a Section
    clause: str
    required: Required
    number: str = ""  # as printed: "(4)", "1.", "（1）"
    aliases: tuple[str, ...] = ()
    group: str = ""  # the label that stands over it and tells it from its namesakes: "联系人"
    unit: str = ""
    options: tuple[Option, ...] = ()
    limit: int | None = None  # 字
    hints: tuple[str, ...] = ()  # the form's own words at this place, as printed
    suffix: str = ""  # the words behind the blank where those tell it: "个设区市"
    year: int | None = None  # one of a series of years
    signed: bool = False  # may be negative
    passage: bool = (
        False  # the label heads a passage in which the value stands, such as a pledge and its date
    )

    @property
    def labels(self) -> tuple[str, ...]:
        return (self.label, *self.aliases)


class Tally(NamedTuple):
    """An indicator that an attachment's list bears out."""

    field: str  # its path
    words: tuple[str, ...] = ()  # of a list of several kinds: what tells that a row is of this one
    certificates: tuple[str, ...] = ()  # titles of the papers each of which counts one


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachmentSpec:
    """One attachment that a form asks for. Words are compared without blanks, widths and cases."""

    number: int
    title: str
    names: tuple[str, ...]  # what people head it or name its file by, as a whole: "设备清单"
    papers: tuple[str, ...] = ()  # titles of the papers that it is made of: "发明专利证书"
    other: bool = False  # holds what belongs nowhere else: its own number tells more than what the papers are
    optional: bool = False
    columns: tuple[str, ...] = ()  # heads of the column that names what a list lists: "设备名称"
    amounts: tuple[str, ...] = ()  # heads of a list's column that counts: "数量"
    unit: str = ""
    tallies: tuple[Tally, ...] = ()
    reports: tuple[str, ...] = ()  # titles of the papers of a year that must be there, one each year
    years: tuple[int, ...] = ()  # of those papers, or of the list
    facts: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)  # labels here by path


class Evidence(NamedTuple):
    """Where a value was read. The quote stands in the document, white space aside; boxes are □ or ☑ in it."""

    file: str
    location: str  # "表 3 行 12", "段落 40"
    quote: str
    page: int | None = None
    bbox: Box | None = None
    confidence: float = 1.0
    method: Method = "form"

    def as_dict(self) -> dict[str, Any]:
        return {
            "file": self.file,
            "page": self.page,
            "location": self.location,
            "bbox": list(self.bbox) if self.bbox else None,
            "quote": self.quote,
            "confidence": self.confidence,
            "method": self.method,
        }


@dataclass(frozen=True, slots=True)
class Answer:
    """What stands in one field, in one of the five states; only a filled one has a value."""

    state: State
    value: Any = None  # str, int, float, bool, list of these or of dicts; in the form's unit
    raw: str = ""  # as written, the form's own words taken away
    evidence: tuple[Evidence, ...] = ()
    unit: str = ""  # the unit written with the number, where it is not the form's own
    ticked: tuple[str, ...] = ()  # a choice: the values of all boxes ticked, also where that is one too many
    problem: str = ""  # unreadable: "negative" | "fraction" | "range" | "not-a-number" | "no-such-date" | ...


ABSENT = Answer("absent")


@dataclass(frozen=True)
class FormSpec:
    """All that one form asks, in its printed order."""

    notice: str  # "hebei-2022-719"
    fields: tuple[Field, ...]
    sections: tuple[Section, ...]
    printed: tuple[str, ...]  # every line of the blank form, as printed
    build: Callable[[Mapping[str, Any]], Any]  # dotted values -> the notice's pydantic model
    attachments: tuple[AttachmentSpec, ...] = ()
    lists: tuple[str, ...] = ()  # titles of what lists filings by the form's own labels, and is none
    unattached: tuple[str, ...] = ()  # patterns of names of what is no attachment, numbered alike or not

    @cached_property
    def by_path(self) -> Mapping[str, Field]:
        return {each.path: each for each in self.fields}

    @cached_property
    def holders(self) -> Mapping[str, Field]:
        """The long text that a field's place is a part of, by the part's path."""
        return {
            part.path: whole
            for whole in self.fields
            if whole.kind == "longtext"
            for part in self.fields
            if part.kind == "longtext" and part.group == whole.label and part.section == whole.section
        }

    @cached_property
    def inside(self) -> Mapping[str, frozenset[str]]:
        """The paths (and group labels) whose labels may stand inside a field's own place, by its path."""
        return {
            each.path: frozenset(
                {
                    part.path
                    for part in self.fields
                    if part.group == each.label and part.section == each.section
                }
                | {part.group for part in self.fields if part.group == each.label}
                | {each.path}
            )
            for each in self.fields
        }

    @cached_property
    def parts(self) -> Mapping[str, tuple[Field, ...]]:
        """The fields that stand inside a long text's answer, by the long text's path."""
        return {
            each.path: tuple(part for part in self.fields if self.holders.get(part.path) is each)
            for each in self.fields
        }


class Part(NamedTuple):
    """What belongs to one attachment: a file, or some of a file's pages or lines."""

    number: int
    file: str  # relative to the submission
    evidence: Evidence
    pages: tuple[int, int] | None = None  # first and last, where it is a part of a paged file
    readable: bool = True  # False: nothing in it could be read
    years: tuple[int, ...] = ()  # that its reports, or its list, are of
    report: bool = False  # has a report that its attachment must have

    @property
    def name(self) -> str:
        """`材料.pdf 第25-27页`."""
        if self.pages is None:
            return self.file
        first, last = self.pages
        return f"{self.file} 第{first}页" if first == last else f"{self.file} 第{first}-{last}页"


class Row(NamedTuple):
    """One thing that a list lists."""

    text: str
    amount: float | None = 1  # None: something is written that can't be read as a number
    field: str = ""  # the indicator that it counts for; "" where the list doesn't tell
    file: str = ""
    location: str = ""


class Code(NamedTuple):
    """A QR code that was found."""

    file: str
    page: int | None
    text: str


@dataclass(frozen=True)
class Attached:
    """What stands behind the application and beside it."""

    file: str = ""  # of the application
    begins: int = 0  # number of the flow's line in it behind which its attachments may stand
    parts: tuple[Part, ...] = ()
    rows: Mapping[int, tuple[Row, ...]] = field(default_factory=dict)  # by attachment, where a list was read
    facts: Mapping[str, Answer] = field(default_factory=dict)  # what a certificate says at a field, by path
    unknown: tuple[str, ...] = ()  # files of which nothing could be read and nothing is known
    codes: tuple[Code, ...] | None = None  # None: nobody has looked for them
    looked_at: frozenset[str] = frozenset()  # files in which codes were looked for

    def of(self, number: int) -> tuple[Part, ...]:
        return tuple(each for each in self.parts if each.number == number)


@dataclass(frozen=True)
class Form:
    """A filled form: one answer for each field of the spec."""

    spec: FormSpec
    answers: Mapping[str, Answer]
    notices: tuple[Notice, ...] = ()
    warnings: tuple[str, ...] = ()  # plain Chinese sentences about the submission, beside the notices
    files: tuple[Mapping[str, Any], ...] = ()  # {"path", "kind", "pages"}
    source: Mapping[str, Any] = field(default_factory=dict)  # {"path", "sha256"}
    copies: tuple[Form, ...] = ()  # the same form as other files of the submission have it: the signed scan
    attached: Attached | None = None  # None: nobody has looked for attachments
    seals: tuple[Seal, ...] = ()  # red stamps on the pages of the application that are pictures
    appearance: Appearance | None = None  # of the application; None: its format says nothing of it
    contents: Contents | None = None  # its table of contents, where it has one
    hidden: tuple[str, ...] = ()  # what a reader of the application does not see, and its comments

    def __getitem__(self, path: str) -> Answer:
        return self.answers[path]

    def value(self, path: str) -> Any:
        return self.answers[path].value

    def filled(self, path: str) -> bool:
        return self.answers[path].state == "filled"

    def __iter__(self) -> Iterator[tuple[Field, Answer]]:
        return ((each, self.answers[each.path]) for each in self.spec.fields)

    @property
    def submission(self) -> Any:
        """The values as the notice's pydantic model."""
        return self.spec.build({path: answer.value for path, answer in self.answers.items()})
