"""Accounts as an administrator manages them."""

from __future__ import annotations

import re
from typing import Final, cast

from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col, delete, func, select

from ui.store.core import At, Topic, noted, reads, row_of, writes
from ui.store.errors import BadValue, NotAllowed, NotThere
from ui.store.passwords import hashed, strong
from ui.store.tables import LoginRow, UserRow
from ui.store.values import Role, UserInfo

__all__ = ["Users", "end_logins", "folded_login", "new_user", "told"]

_LOGIN: Final = re.compile(r"[\w.@+-]{2,64}")
_UNFIT: Final = re.compile("[\x00\ud800-\udfff]")
_EMAIL: Final = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_GIVEN: Final[frozenset[Role]] = frozenset({"applicant", "city", "province", "admin"})
_ADMIN: Final[frozenset[Role]] = frozenset({"admin"})


class Users(Topic):
    """All accounts. They are disabled, never deleted: what somebody did keeps its name."""

    @reads(_ADMIN)
    def list(self, at: At) -> tuple[UserInfo, ...]:
        rows = at.session.exec(select(UserRow).where(UserRow.role != "local").order_by(col(UserRow.login)))
        return tuple(told(each) for each in rows)

    @writes(_ADMIN)
    def create(
        self,
        at: At,
        login: str,
        role: Role,
        *,
        name: str = "",
        city: str = "",
        email: str = "",
        password: str | None = None,
    ) -> UserInfo:
        """A new account. Without a password it can only be entered by OIDC, which knows it by its e-mail.

        Raises BadValue.
        """
        row = new_user(at.session, login, role, name=name, city=city, email=email, password=password)
        noted(at, "added", "user", row.id, row.login, role=role, city=city)
        return told(row)

    @writes(_ADMIN)
    def change(
        self,
        at: At,
        user_id: str,
        *,
        name: str | None = None,
        role: Role | None = None,
        city: str | None = None,
        email: str | None = None,
        disabled: bool | None = None,
    ) -> UserInfo:
        """Change what is given. Who is disabled is logged out. The last administrator stays one."""
        row = _account(at, user_id)
        before = told(row)
        row.name = row.name if name is None else _name(name, row.login)
        row.role = row.role if role is None else _role(role)
        row.city = row.city if city is None else city.strip()
        if email is not None and _email(email) != row.email:
            row.email = _email(email)
            row.subject = None  # whoever has the new address comes in next
            _free_email(at.session, row)
        row.disabled = row.disabled if disabled is None else disabled
        _check_city(row)
        at.session.add(row)
        at.session.flush()
        _still_managed(at.session)
        if row.disabled or row.role != before.role:
            end_logins(at.session, row.id)
        noted(at, "changed", "user", row.id, row.login, role=row.role, city=row.city, disabled=row.disabled)
        return told(row)

    @writes(_ADMIN)
    def set_password(self, at: At, user_id: str, password: str) -> None:
        """A new password, told to its owner by other means; all logins end. Raises BadValue."""
        row = _account(at, user_id)
        row.password = hashed(strong(password, login=row.login))
        at.session.add(row)
        end_logins(at.session, row.id)
        noted(at, "changed", "user", row.id, row.login, password=True)


def told(row: UserRow) -> UserInfo:
    return UserInfo(
        id=row.id,
        login=row.login,
        name=row.name,
        role=cast("Role", row.role),
        city=row.city,
        email=row.email,
        disabled=row.disabled,
        has_password=bool(row.password),
        created=row.created,
        last_login=row.last_login,
    )


def new_user(
    session: Session,
    login: str,
    role: Role,
    *,
    name: str = "",
    city: str = "",
    email: str = "",
    password: str | None = None,
) -> UserRow:
    """Add an account. Raises BadValue."""
    folded = folded_login(login)
    if not _LOGIN.fullmatch(folded):
        raise BadValue("登录名应为 2 至 64 个字母、数字、汉字或 . _ - @ +。")
    if session.exec(select(UserRow).where(UserRow.login == folded)).first() is not None:
        raise BadValue(f"登录名“{folded}”已有人使用。")
    kept = hashed(strong(password, login=folded)) if password is not None else ""
    row = UserRow(
        login=folded,
        name=_name(name, login.strip()),
        role=_role(role),
        city=city.strip(),
        email=_email(email),
        password=kept,
    )
    if not row.password and not row.email:
        raise BadValue("要设密码，或写明统一登录所用的邮箱。")
    _check_city(row)
    _free_email(session, row)
    session.add(row)
    try:
        session.flush()
    except IntegrityError as error:  # somebody was quicker by a moment
        raise BadValue(f"登录名“{folded}”已有人使用。") from error
    return row


def folded_login(login: str) -> str:
    from unicodedata import normalize

    return _UNFIT.sub("", normalize("NFKC", login)).strip().casefold()


def end_logins(session: Session, user_id: str) -> None:
    session.exec(delete(LoginRow).where(col(LoginRow.user_id) == user_id))


def _account(at: At, user_id: str) -> UserRow:
    row = row_of(at, UserRow, user_id)
    if row is None or row.role == "local":
        raise NotThere("没有这个账号。")
    return row


def _name(name: str, login: str) -> str:
    return " ".join(name.split())[:64] or login


def _role(role: Role) -> Role:
    if role not in _GIVEN:
        raise BadValue("没有这种身份。")
    return role


def _email(email: str) -> str:
    folded = email.strip().casefold()
    if folded and not _EMAIL.fullmatch(folded):
        raise BadValue(f"“{folded}”不像邮箱地址。")
    return folded


def _check_city(row: UserRow) -> None:
    if row.role == "city" and not row.city:
        raise BadValue("市级审核人要写明是哪个市。")
    if row.role != "city":
        row.city = ""


def _free_email(session: Session, row: UserRow) -> None:
    taken = select(UserRow).where(UserRow.email == row.email, UserRow.id != row.id)
    if row.email and session.exec(taken).first() is not None:
        raise BadValue(f"邮箱“{row.email}”已属于另一个账号。")


def _still_managed(session: Session) -> None:
    left = select(func.count()).where(UserRow.role == "admin", col(UserRow.disabled).is_(False))
    if session.exec(left).one() == 0:
        raise NotAllowed("至少要留一个可用的管理员账号。")
