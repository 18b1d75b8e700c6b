"""What every part of the store stands on: the database, the files, the judge, and who may do what.

A public method of a topic is declared with `reads`, `writes` or `composed`, naming the roles that may call
it. The declaration looks the user up afresh, so a role that was taken away or an account that was disabled
counts at once, whatever an open page believes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import wraps
from time import monotonic
from typing import Any, Concatenate, Final, NamedTuple, ParamSpec, TypeAlias, TypeVar, cast

from sqlalchemy import ColumnElement, and_, false, or_, true
from sqlmodel import Session, SQLModel, col, select

from extractors.rules import Context, Report
from ui.store.database import Database
from ui.store.errors import NotAllowed, NotThere
from ui.store.files import Files
from ui.store.tables import AuditRow, SubmissionRow, UserRow
from ui.store.values import ROLES, Actor, Role
from ui.worker import Reading

__all__ = [
    "ADMINS",
    "EVERYONE",
    "FILERS",
    "REVIEWERS",
    "At",
    "Core",
    "Judge",
    "Topic",
    "accounts_exist",
    "actor_of",
    "composed",
    "label_of",
    "noted",
    "owned",
    "reads",
    "row_of",
    "seen",
    "submission",
    "visible",
    "writes",
]

P = ParamSpec("P")
R = TypeVar("R")
T = TypeVar("T", bound="Topic")
Row = TypeVar("Row", bound=SQLModel)

Judge: TypeAlias = Callable[[Reading, Sequence[Context]], Sequence[Report]]

FILERS: Final[frozenset[Role]] = frozenset({"applicant", "city", "province", "local"})  # may have filings
REVIEWERS: Final[frozenset[Role]] = frozenset({"city", "province", "local"})
ADMINS: Final[frozenset[Role]] = frozenset({"admin", "local"})
EVERYONE: Final[frozenset[Role]] = frozenset(ROLES)

_SEEN_AGAIN: Final = 15 * 60  # seconds after which a look at the same submission is written down again
_MOST_SEEN: Final = 4096
_ID: Final = re.compile("[0-9a-f]{32}")


@dataclass(slots=True)
class Core:
    """One open store."""

    database: Database
    files: Files
    judge: Judge
    last_seen: dict[tuple[str, str], float] = field(default_factory=dict)


class At(NamedTuple):
    """The transaction that a method works in, and whose it is."""

    session: Session
    me: Actor
    writing: bool = True


class Topic:
    """A part of the store, as one user sees it."""

    def __init__(self, core: Core, actor: Actor) -> None:
        self._core = core
        self._actor = actor


def actor_of(row: UserRow) -> Actor:
    return Actor(row.id, row.name, cast("Role", row.role), row.city)


def accounts_exist(session: Session) -> bool:
    return session.exec(select(UserRow.id).where(UserRow.role != "local").limit(1)).first() is not None


def _admit(session: Session, actor: Actor, roles: frozenset[Role]) -> At:
    row = session.get(UserRow, actor.id)
    if row is None or row.disabled:
        raise NotAllowed("这个账号已停用，请联系管理员。")
    if row.role == "local" and accounts_exist(session):
        raise NotAllowed("已经设了账号，请登录后再操作。")
    if row.role not in roles:
        raise NotAllowed(f"{ROLES[cast('Role', row.role)]}不能进行这项操作。")
    return At(session, actor_of(row))


def reads(
    *roles: frozenset[Role],
) -> Callable[[Callable[Concatenate[T, At, P], R]], Callable[Concatenate[T, P], R]]:
    """A method that looks something up."""
    return _declared(frozenset().union(*roles), writing=False)


def writes(
    *roles: frozenset[Role],
) -> Callable[[Callable[Concatenate[T, At, P], R]], Callable[Concatenate[T, P], R]]:
    """A method that changes something: all of it, or nothing."""
    return _declared(frozenset().union(*roles), writing=True)


def _declared(
    roles: frozenset[Role], *, writing: bool
) -> Callable[[Callable[Concatenate[T, At, P], R]], Callable[Concatenate[T, P], R]]:
    def declare(method: Callable[Concatenate[T, At, P], R]) -> Callable[Concatenate[T, P], R]:
        @wraps(method)
        def call(self: T, /, *args: P.args, **kwargs: P.kwargs) -> R:
            core, actor = self._core, self._actor
            with core.database.writing() if writing else core.database.reading() as session:
                at = _admit(session, actor, roles)._replace(writing=writing)
                return method(self, at, *args, **kwargs)

        call.roles = roles  # type: ignore[attr-defined]  # a test looks at it
        return call

    return declare


def composed(
    *roles: frozenset[Role],
) -> Callable[[Callable[Concatenate[T, P], R]], Callable[Concatenate[T, P], R]]:
    """A method of several transactions: work that takes long is done between them."""
    allowed: frozenset[Role] = frozenset().union(*roles)

    def declare(method: Callable[Concatenate[T, P], R]) -> Callable[Concatenate[T, P], R]:
        @wraps(method)
        def call(self: T, /, *args: P.args, **kwargs: P.kwargs) -> R:
            with self._core.database.reading() as session:
                _admit(session, self._actor, allowed)
            return method(self, *args, **kwargs)

        call.roles = allowed  # type: ignore[attr-defined]  # a test looks at it
        return call

    return declare


def visible(me: Actor) -> ColumnElement[bool]:
    """The submissions that a user may see. A draft is its owner's alone; administrators see none."""
    mine = col(SubmissionRow.owner_id) == me.id
    handed_in = col(SubmissionRow.state) != "draft"
    match me.role:
        case "applicant":
            return mine
        case "city":
            own_city = col(SubmissionRow.city) == me.city if me.city else false()
            return or_(mine, and_(own_city, handed_in))
        case "province":
            return or_(mine, handed_in)
        case "local":
            return true()
        case "admin":
            return false()


def submission(at: At, submission_id: str) -> SubmissionRow:
    """The row, if this user may see it. Raises NotThere."""
    query = select(SubmissionRow).where(col(SubmissionRow.id) == submission_id, visible(at.me))
    if at.writing:
        query = query.with_for_update()
    found = at.session.exec(query).one_or_none() if _ID.fullmatch(submission_id) else None
    if found is None:
        raise NotThere("没有这份申报材料，或者您无权查看。")
    return found


def row_of(at: At, kind: type[Row], row_id: str) -> Row | None:
    """A row by its id, which may be anything: it comes from a page's address."""
    if not _ID.fullmatch(row_id):
        return None
    return at.session.get(kind, row_id, with_for_update=at.writing or None)


def owned(at: At, submission_id: str) -> SubmissionRow:
    """The row, if it is this user's own. Raises NotThere, NotAllowed."""
    found = submission(at, submission_id)
    if found.owner_id != at.me.id and at.me.role != "local":
        raise NotAllowed("只有上传这份材料的人可以这样做。")
    return found


def noted(at: At, action: str, kind: str, target: str = "", label: str = "", /, **detail: Any) -> None:
    """Write into the audit log, in the same transaction as what it tells of."""
    row = AuditRow(
        user_id=at.me.id,
        user=at.me.name,
        role=at.me.role,
        action=action,
        kind=kind,
        target=target,
        label=label,
    )
    row.detail = detail
    at.session.add(row)


def seen(core: Core, actor: Actor, row: SubmissionRow) -> None:
    """Note that somebody looked at a submission; once in a while, not at each rerun of a page."""
    key, moment = (actor.id, row.id), monotonic()
    if moment - core.last_seen.get(key, -_SEEN_AGAIN) < _SEEN_AGAIN:
        return
    with core.database.writing() as session:
        noted(At(session, actor), "saw", "submission", row.id, label_of(row))
    if len(core.last_seen) >= _MOST_SEEN:
        core.last_seen.clear()
    core.last_seen[key] = moment


def label_of(row: SubmissionRow) -> str:
    return "，".join(filter(None, (row.platform, row.applicant))) or row.name
