"""What the store hands out and takes in: frozen values without a tie to the database."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Final, Literal, NamedTuple

from extractors.rules import Adjustment, Finding, Report, View

__all__ = [
    "ROLES",
    "STATES",
    "Actor",
    "AuditEntry",
    "AuditFilter",
    "Batch",
    "BatchItem",
    "Correction",
    "Decision",
    "DecisionKind",
    "Filter",
    "ItemState",
    "Judged",
    "Judgement",
    "JudgementKind",
    "Listed",
    "Login",
    "Mended",
    "Page",
    "Role",
    "Sort",
    "Standing",
    "State",
    "StoredFile",
    "Submission",
    "Talk",
    "TalkTurn",
    "UserInfo",
    "Verdict",
    "Version",
]

Role = Literal["applicant", "city", "province", "admin", "local"]
State = Literal["draft", "submitted", "returned", "approved", "recommended"]
DecisionKind = Literal["approve", "return", "recommend", "reopen"]
JudgementKind = Literal["accepted", "dismissed", "open"]
ItemState = Literal["waiting", "running", "done", "failed"]
Verdict = Literal["pass", "fail", "review"]
Sort = Literal["changed", "created", "platform", "applicant", "city", "category", "state", "verdict", "rank"]

ROLES: Final[Mapping[Role, str]] = {
    "applicant": "申报单位",
    "city": "市级审核人",
    "province": "省级审核人",
    "admin": "管理员",
    "local": "本机用户",
}
STATES: Final[Mapping[State, str]] = {
    "draft": "自查中",
    "submitted": "待审核",
    "returned": "已退回",
    "approved": "已通过",
    "recommended": "已推荐",
}


class Actor(NamedTuple):
    """Who is at work. It is told to the store with each call; the store looks its rights up itself."""

    id: str
    name: str  # as shown
    role: Role
    city: str = ""  # of a city reviewer


class Login(NamedTuple):
    """A login that has begun."""

    token: str  # random; for the browser's cookie only, it is nowhere stored
    actor: Actor
    ends: datetime  # at the latest


@dataclass(frozen=True, slots=True, kw_only=True)
class UserInfo:
    """An account as an administrator sees it."""

    id: str
    login: str
    name: str
    role: Role
    city: str
    email: str
    disabled: bool
    has_password: bool
    created: datetime
    last_login: datetime | None


class Standing(NamedTuple):
    """What the rules say of the latest version, in numbers. Dismissed findings don't count for reviewers."""

    verdict: Verdict
    errors: int
    warnings: int
    reviews: int  # findings that a person has to decide


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """One submission in a list."""

    id: str
    name: str  # of what was uploaded
    platform: str
    applicant: str
    category: str
    city: str
    state: State
    applicant_view: Standing
    reviewer_view: Standing  # to an applicant: the same as `applicant_view`
    figures: Mapping[str, float | int | None]  # every number of the form by its path, corrections applied
    versions: int
    corrections: int
    rank: int | None  # of a recommendation
    owner: str  # shown name
    mine: bool
    created: datetime
    changed: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Which submissions; what is empty does not narrow. `view` tells whose verdict is meant."""

    text: str = ""  # words, each of which stands in the platform's, applicant's, owner's or file's name
    categories: tuple[str, ...] = ()
    cities: tuple[str, ...] = ()
    states: tuple[State, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    view: View = "reviewer"
    mine: bool = False


class Page(NamedTuple):
    """A part of a list."""

    rows: tuple[Listed, ...]
    total: int  # that fit the filter, on all pages


class StoredFile(NamedTuple):
    """A file of a version. `name` is safe as a file name and is what evidence calls it."""

    name: str
    sha256: str
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One upload of a submission."""

    id: str
    number: int  # from 1
    name: str  # as its sender called it
    files: tuple[StoredFile, ...]
    by: str
    created: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What a reviewer decided."""

    kind: DecisionKind
    rank: int | None
    reason: str
    by: str  # shown name
    role: Role
    at: datetime
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Submission:
    """One submission without its texts."""

    listed: Listed
    notice: str
    versions: tuple[Version, ...]  # oldest first
    decisions: tuple[Decision, ...]  # oldest first; an applicant is told of them without the rank

    @property
    def id(self) -> str:
        return self.listed.id

    @property
    def latest(self) -> Version:
        return self.versions[-1]


class Judged(NamedTuple):
    """A report with what it was made by."""

    report: Report
    view: View
    today: date
    adjusted: Mapping[str, Adjustment]
    at: datetime


class Mended(NamedTuple):
    """What became of the findings from one version to the next."""

    mended: tuple[Finding, ...]
    new: tuple[Finding, ...]
    still: tuple[Finding, ...]
    before: int  # the numbers of the two versions
    after: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """A value set by hand. The latest of a path is in force; `withdrawn` takes the ones before it back."""

    path: str
    value: Any  # as in `Answer.value`; None: nothing stands there
    reason: str
    by: str
    at: datetime
    withdrawn: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What a reviewer made of a finding. The latest of a key is in force."""

    key: str  # `finding_key`
    rule: str
    kind: JudgementKind
    reason: str
    by: str
    at: datetime


class TalkTurn(NamedTuple):
    """A question and what was said to it."""

    question: str
    reply: Mapping[str, Any]  # plain JSON: what the page made of the reply
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk:
    """A conversation; its turns are empty in a list."""

    id: str
    title: str
    submission: str | None
    state: Mapping[str, Any]  # plain JSON: what the talk is taken up from
    created: datetime
    changed: datetime
    turns: tuple[TalkTurn, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchItem:
    """One entry of a batch."""

    number: int
    name: str
    state: ItemState
    sentence: str = ""  # why it failed, for the user
    submission: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """A batch; its items are empty in a list."""

    id: str
    name: str
    options: Mapping[str, Any]
    counts: Mapping[ItemState, int]
    created: datetime
    changed: datetime
    items: tuple[BatchItem, ...] = field(default=())


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditFilter:
    """Which entries of the audit log; what is empty does not narrow."""

    user_id: str = ""
    action: str = ""
    target: str = ""
    since: datetime | None = None
    until: datetime | None = None


class AuditEntry(NamedTuple):
    """Who did what. Entries are never changed nor deleted."""

    at: datetime
    user: str  # shown name at that time
    role: Role
    action: str  # "saw", "changed", "exported", "deleted", ...
    kind: str  # "submission", "user", "setting", ...
    target: str  # its id
    label: str  # what it was called
    detail: Mapping[str, Any]
