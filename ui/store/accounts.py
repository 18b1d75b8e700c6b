"""Who is at work: logins, their ends, and the one user of a machine without accounts.

A login is a random token. The browser keeps it, the store keeps its SHA-256: a copy of the database opens no
session. Failed logins are counted for each name and in all; what was typed as a name is kept as a hash only.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Final

from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col, delete, func, select, update

from ui.store.core import At, Core, accounts_exist, actor_of, noted
from ui.store.errors import BadValue, LoginFailed, LoginNeeded, NotThere, TooManyTries
from ui.store.passwords import hashed, matches, outdated, strong
from ui.store.tables import AttemptRow, BatchRow, LoginRow, SubmissionRow, TalkRow, UserRow, now
from ui.store.users import end_logins, folded_login, new_user, told
from ui.store.values import Actor, Login, UserInfo

__all__ = ["ABSOLUTE", "IDLE", "Accounts"]

IDLE: Final = timedelta(hours=2)  # without a sign of life
ABSOLUTE: Final = timedelta(hours=12)
_TOUCHED: Final = timedelta(minutes=1)  # how exactly the last sign of life is kept
_WINDOW: Final = timedelta(minutes=15)
_TRIES, _TRIES_IN_ALL = 5, 200  # failed logins in a window: by one name, by all
_LOCAL: Final = "本机"
_WRONG: Final = "登录名或密码不对。"
_DISABLED: Final = "这个账号已停用，请联系管理员。"


class Accounts:
    """Everything that happens before the store knows who asks."""

    def __init__(self, core: Core, *, clock: Callable[[], datetime] = now) -> None:
        self._core = core
        self._clock = clock

    def exist(self) -> bool:
        """Are accounts set up? Then nobody works without a login, whatever the address."""
        with self._core.database.reading() as session:
            return accounts_exist(session)

    def local(self) -> Actor:
        """The one user of a machine without accounts, who may do everything. Raises LoginNeeded."""
        with self._core.database.reading() as session:
            row = None if accounts_exist(session) else _local(session)
            if row is not None:
                return actor_of(row)
        try:
            with self._core.database.writing() as session:
                if accounts_exist(session):
                    raise LoginNeeded("请先登录。")
                row = _local(session)
                if row is None:
                    # No login can be written so: the blank is taken off what is typed.
                    row = UserRow(login=" local", name=_LOCAL, role="local")
                    session.add(row)
                    session.flush()
                return actor_of(row)
        except IntegrityError:  # somebody was quicker by a moment
            return self.local()

    def login(self, login: str, password: str) -> Login:
        """Begin a session by name and password. Raises LoginFailed, TooManyTries."""
        name = sha256(folded_login(login).encode("utf-8", "surrogatepass")).hexdigest()
        with self._core.database.writing() as session:
            self._slow_down(session, name)
            # Counted before it is looked at: many at once get no more tries than one after another.
            attempt = AttemptRow(login_hash=name, at=self._clock())
            session.add(attempt)
        with self._core.database.reading() as session:
            row = session.exec(select(UserRow).where(UserRow.login == folded_login(login))).one_or_none()
        good = matches(row.password if row is not None else "", password)
        if row is None or not good:
            raise LoginFailed(_WRONG)
        if row.disabled:
            raise LoginFailed(_DISABLED)
        with self._core.database.writing() as session:
            session.exec(delete(AttemptRow).where(col(AttemptRow.login_hash) == name))
            fresh = session.get_one(UserRow, row.id)
            if outdated(fresh.password):
                fresh.password = hashed(password)
            return self._begin(session, fresh, "password")

    def by_oidc(self, issuer: str, subject: str, *, email: str, verified: bool) -> Actor:
        """The account of somebody whom an identity provider vouches for.

        An administrator makes the account with its e-mail; the first time, its subject is noted, and from
        then on only that one gets in. Raises LoginFailed.
        """
        known, address = f"{issuer} {subject}", email.strip().casefold()
        with self._core.database.writing() as session:
            row = session.exec(select(UserRow).where(UserRow.subject == known)).one_or_none()
            if row is None and verified and address:
                row = session.exec(
                    select(UserRow).where(UserRow.email == address, col(UserRow.subject).is_(None))
                ).one_or_none()
            if row is None:
                raise LoginFailed("这个统一登录账号还没有开通，请联系管理员。")
            if row.disabled:
                raise LoginFailed(_DISABLED)
            if row.subject is None or row.last_login is None or self._clock() - row.last_login > IDLE:
                row.subject, row.last_login = known, self._clock()
                session.add(row)
                noted(At(session, actor_of(row)), "logged-in", "user", row.id, row.login, by="oidc")
            return actor_of(row)

    def resume(self, token: str) -> Actor | None:
        """Whose login this is; None where it has ended. It is a sign of life."""
        if not token:
            return None
        with self._core.database.reading() as session:
            found = session.get(LoginRow, _hash(token))
            row = session.get(UserRow, found.user_id) if found is not None else None
        if found is None or row is None or row.disabled or self._ended(found):
            return None
        if self._clock() - found.seen > _TOUCHED:
            with self._core.database.writing() as session:
                alive = session.get(LoginRow, found.token_hash)
                if alive is None:
                    return None
                alive.seen = self._clock()
                session.add(alive)
        return actor_of(row)

    def logout(self, token: str) -> None:
        """End this login."""
        with self._core.database.writing() as session:
            found = session.get(LoginRow, _hash(token))
            if found is not None:
                row = session.get_one(UserRow, found.user_id)
                noted(At(session, actor_of(row)), "logged-out", "user", row.id, row.login)
                session.delete(found)

    def change_password(self, actor: Actor, old: str, new: str) -> None:
        """One's own; all logins of that account end. Raises LoginFailed, TooManyTries, BadValue."""
        with self._core.database.reading() as session:
            row = session.get_one(UserRow, actor.id)
        self.logout(self.login(row.login, old).token)
        with self._core.database.writing() as session:
            fresh = session.get_one(UserRow, actor.id)
            fresh.password = hashed(strong(new, login=fresh.login))
            session.add(fresh)
            end_logins(session, fresh.id)
            noted(At(session, actor), "changed", "user", fresh.id, fresh.login, password=True)

    # --- by command line: whoever may write the database's file may do this ------------------------------

    def create_admin(self, login: str, password: str) -> UserInfo:
        """An administrator, the first or one more. Raises BadValue."""
        with self._core.database.writing() as session:
            row = new_user(session, login, "admin", password=password)
            noted(At(session, actor_of(row)), "added", "user", row.id, row.login, role="admin", by="命令行")
            return told(row)

    def reset_password(self, login: str, password: str) -> None:
        """Raises NotThere, BadValue."""
        with self._core.database.writing() as session:
            row = _named(session, login)
            row.password = hashed(strong(password, login=row.login))
            session.add(row)
            end_logins(session, row.id)
            noted(
                At(session, actor_of(row)), "changed", "user", row.id, row.login, password=True, by="命令行"
            )

    def disable(self, login: str) -> None:
        """Raises NotThere, BadValue for the last administrator that can log in."""
        with self._core.database.writing() as session:
            row = _named(session, login)
            row.disabled = True
            session.add(row)
            session.flush()
            left = select(UserRow).where(UserRow.role == "admin", col(UserRow.disabled).is_(False))
            if session.exec(left).first() is None:
                raise BadValue("至少要留一个可用的管理员账号。")
            end_logins(session, row.id)
            noted(
                At(session, actor_of(row)), "changed", "user", row.id, row.login, disabled=True, by="命令行"
            )

    def adopt(self, login: str) -> int:
        """Give this account what the one user had before there were any; gives the number of submissions.

        Raises NotThere, and BadValue for an administrator, who has no filings.
        """
        with self._core.database.writing() as session:
            row, local = _named(session, login), _local(session)
            if row.role == "admin":
                raise BadValue("管理员不能看申报材料，请转给申报单位或审核人的账号。")
            if local is None:
                return 0
            moved = session.exec(
                update(SubmissionRow).where(col(SubmissionRow.owner_id) == local.id).values(owner_id=row.id)
            )
            session.exec(update(TalkRow).where(col(TalkRow.user_id) == local.id).values(user_id=row.id))
            session.exec(update(BatchRow).where(col(BatchRow.owner_id) == local.id).values(owner_id=row.id))
            noted(
                At(session, actor_of(row)), "adopted", "user", row.id, row.login, submissions=moved.rowcount
            )
            return moved.rowcount

    def list(self) -> tuple[UserInfo, ...]:
        with self._core.database.reading() as session:
            rows = session.exec(select(UserRow).where(UserRow.role != "local").order_by(col(UserRow.login)))
            return tuple(told(each) for each in rows)

    # --- inside -----------------------------------------------------------------------------------------

    def _begin(self, session: Session, row: UserRow, by: str) -> Login:
        token, moment = secrets.token_urlsafe(32), self._clock()
        session.exec(delete(LoginRow).where(col(LoginRow.created) < moment - ABSOLUTE))
        session.exec(delete(LoginRow).where(col(LoginRow.seen) < moment - IDLE))
        session.add(LoginRow(token_hash=_hash(token), user_id=row.id, created=moment, seen=moment))
        row.last_login = moment
        session.add(row)
        noted(At(session, actor_of(row)), "logged-in", "user", row.id, row.login, by=by)
        return Login(token, actor_of(row), moment + ABSOLUTE)

    def _ended(self, found: LoginRow) -> bool:
        moment = self._clock()
        return moment - found.created > ABSOLUTE or moment - found.seen > IDLE

    def _slow_down(self, session: Session, name: str) -> None:
        since = self._clock() - _WINDOW
        session.exec(delete(AttemptRow).where(col(AttemptRow.at) < since))
        in_all = session.exec(select(func.count()).select_from(AttemptRow)).one()
        by_name = session.exec(select(func.count()).where(AttemptRow.login_hash == name)).one()
        if by_name >= _TRIES or in_all >= _TRIES_IN_ALL:
            minutes = int(_WINDOW.total_seconds() // 60)
            raise TooManyTries(f"登录失败的次数太多，请 {minutes} 分钟后再试。")


def _hash(token: str) -> str:
    return sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def _local(session: Session) -> UserRow | None:
    return session.exec(select(UserRow).where(UserRow.role == "local")).first()


def _named(session: Session, login: str) -> UserRow:
    row = session.exec(
        select(UserRow).where(UserRow.login == folded_login(login), UserRow.role != "local")
    ).one_or_none()
    if row is None:
        raise NotThere(f"没有登录名为“{login}”的账号。")
    return row
