"""The tables. Only the store's own modules look at them; what goes out is in `values`.

Ids are random and begin with the time, so that rows lie in the order they came and no id can be guessed.
Large values (extraction, report, reply) are packed JSON in tables of their own: no list reads them.
"""

from __future__ import annotations

import re
import secrets
import time
from datetime import UTC, datetime
from typing import Any, Final

from sqlalchemy import (
    JSON,
    BigInteger,
    Column,
    DateTime,
    Dialect,
    ForeignKey,
    LargeBinary,
    Text,
    UniqueConstraint,
)
from sqlalchemy.types import TypeDecorator
from sqlmodel import Field, SQLModel

__all__ = [
    "AttemptRow",
    "AuditRow",
    "BatchItemRow",
    "BatchRow",
    "BlobRow",
    "CorrectionRow",
    "DecisionRow",
    "ExtractionRow",
    "FileRow",
    "JudgementRow",
    "LoginRow",
    "Moment",
    "ReportRow",
    "SettingRow",
    "SubmissionRow",
    "TalkRow",
    "TurnRow",
    "UserRow",
    "VersionRow",
    "new_id",
    "now",
]


_UNFIT: Final = re.compile("[\x00\ud800-\udfff]")


class Moment(TypeDecorator[datetime]):
    """A moment in UTC, kept without its zone: SQLite has none."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _: Dialect) -> datetime | None:
        return None if value is None else value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: Any | None, _: Dialect) -> datetime | None:
        return None if value is None else value.replace(tzinfo=UTC)


class Words(TypeDecorator[str]):
    """Text without the characters that PostgreSQL has no place for: NUL, and halves of surrogate pairs."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, _: Dialect) -> str | None:
        return None if value is None else _UNFIT.sub("\ufffd", value)

    def process_result_value(self, value: str | None, _: Dialect) -> str | None:
        return value


def now() -> datetime:
    return datetime.now(UTC)


def new_id() -> str:
    """32 hexadecimal digits: twelve of milliseconds, twenty random."""
    return f"{time.time_ns() // 1_000_000:012x}{secrets.token_hex(10)}"


def _id() -> Any:
    return Field(default_factory=new_id, primary_key=True, max_length=32)


def _at(*, index: bool = False) -> Any:
    return Field(default_factory=now, sa_column=Column(Moment, nullable=False, index=index))


def _maybe_at() -> Any:
    return Field(default=None, sa_column=Column(Moment, nullable=True))


def _packed() -> Any:
    return Field(sa_column=Column(LargeBinary, nullable=False))


def _json() -> Any:
    return Field(default_factory=dict, sa_column=Column(JSON(none_as_null=False), nullable=False))


def _words() -> Any:
    return Field(default="", sa_column=Column(Words, nullable=False))


def _of(target: str, *, primary: bool = False, nullable: bool = False) -> Any:
    """A reference; what it points to takes its rows along when it goes."""
    return Field(
        default=None,
        sa_column=Column(
            ForeignKey(target, ondelete="CASCADE"), primary_key=primary, nullable=nullable, index=not primary
        ),
    )


def _user(*, nullable: bool = False) -> Any:
    """Users are disabled, never deleted: what they did keeps their name."""
    return Field(default=None, sa_column=Column(ForeignKey("user.id"), nullable=nullable, index=True))


class UserRow(SQLModel, table=True):
    __tablename__ = "user"
    id: str = _id()
    login: str = Field(unique=True, max_length=64)  # folded: what is typed in any case is the same
    name: str = _words()
    role: str = Field(max_length=16)
    city: str = Field(default="", max_length=32)
    email: str = Field(default="", max_length=254, index=True)  # folded; "" for none
    subject: str | None = Field(
        default=None, max_length=512, unique=True
    )  # "issuer subject", once told by OIDC
    password: str = Field(default="", max_length=256)  # argon2id; "" where none is set
    disabled: bool = False
    created: datetime = _at()
    last_login: datetime | None = _maybe_at()


class LoginRow(SQLModel, table=True):
    __tablename__ = "login"
    token_hash: str = Field(primary_key=True, max_length=64)
    user_id: str = _of("user.id")
    created: datetime = _at()
    seen: datetime = _at()


class AttemptRow(SQLModel, table=True):
    """A login that failed."""

    __tablename__ = "attempt"
    id: str = _id()
    login_hash: str = Field(max_length=64, index=True)  # what was typed may be a password
    at: datetime = _at(index=True)


class SubmissionRow(SQLModel, table=True):
    __tablename__ = "submission"
    id: str = _id()
    owner_id: str = _user()
    notice: str = Field(max_length=64)
    name: str = _words()
    platform: str = _words()
    applicant: str = _words()
    category: str = Field(default="", max_length=32, index=True)
    city: str = Field(default="", max_length=32, index=True)
    state: str = Field(max_length=16, index=True)
    searched: str = _words()  # all names, folded
    versions: int = 0
    corrections: int = 0  # in force
    revision: int = 0  # goes up with each change; who judged by an older one judges again
    rank: int | None = None
    figures: dict[str, Any] = _json()
    a_verdict: str = Field(default="", max_length=8)
    a_errors: int = 0
    a_warnings: int = 0
    a_reviews: int = 0
    r_verdict: str = Field(default="", max_length=8)
    r_errors: int = 0
    r_warnings: int = 0
    r_reviews: int = 0
    created: datetime = _at()
    changed: datetime = _at(index=True)


class VersionRow(SQLModel, table=True):
    __tablename__ = "version"
    __table_args__ = (UniqueConstraint("submission_id", "number"),)
    id: str = _id()
    submission_id: str = _of("submission.id")
    number: int
    name: str = _words()
    by_id: str = _user()
    created: datetime = _at()


class ExtractionRow(SQLModel, table=True):
    __tablename__ = "extraction"
    version_id: str = _of("version.id", primary=True)
    data: bytes = _packed()
    at: datetime = _at()


class ReportRow(SQLModel, table=True):
    __tablename__ = "report"
    version_id: str = _of("version.id", primary=True)
    view: str = Field(primary_key=True, max_length=16)
    data: bytes = _packed()
    at: datetime = _at()


class BlobRow(SQLModel, table=True):
    """A file's content, once for all versions that have it."""

    __tablename__ = "blob"
    sha256: str = Field(primary_key=True, max_length=64)
    size: int = Field(ge=0, sa_type=BigInteger)
    unused_since: datetime | None = Field(default=None, sa_column=Column(Moment, nullable=True, index=True))


class FileRow(SQLModel, table=True):
    __tablename__ = "file"
    version_id: str = _of("version.id", primary=True)
    number: int = Field(primary_key=True)
    name: str = _words()
    sha256: str = Field(foreign_key="blob.sha256", index=True, max_length=64)


class CorrectionRow(SQLModel, table=True):
    __tablename__ = "correction"
    id: str = _id()
    submission_id: str = _of("submission.id")
    version: int
    path: str = Field(max_length=128)
    value: dict[str, Any] = _json()  # {"value": ...}
    was: str = _words()  # as it was read there, to tell whether a later version says the same
    reason: str = _words()
    withdrawn: bool = False
    by_id: str = _user()
    at: datetime = _at()


class JudgementRow(SQLModel, table=True):
    __tablename__ = "judgement"
    id: str = _id()
    submission_id: str = _of("submission.id")
    key: str = Field(max_length=64)
    rule: str = Field(max_length=16)
    kind: str = Field(max_length=16)
    reason: str = _words()
    by_id: str = _user()
    at: datetime = _at()


class DecisionRow(SQLModel, table=True):
    __tablename__ = "decision"
    id: str = _id()
    submission_id: str = _of("submission.id")
    version: int
    kind: str = Field(max_length=16)
    rank: int | None = None
    reason: str = _words()
    by_id: str = _user()
    at: datetime = _at()


class TalkRow(SQLModel, table=True):
    __tablename__ = "talk"
    id: str = _id()
    user_id: str = _of("user.id")
    submission_id: str | None = _of("submission.id", nullable=True)
    title: str = _words()
    state: dict[str, Any] = _json()
    created: datetime = _at()
    changed: datetime = _at()


class TurnRow(SQLModel, table=True):
    __tablename__ = "turn"
    talk_id: str = _of("talk.id", primary=True)
    number: int = Field(primary_key=True)
    question: str = _words()
    reply: bytes = _packed()
    at: datetime = _at()


class BatchRow(SQLModel, table=True):
    __tablename__ = "batch"
    id: str = _id()
    owner_id: str = _user()
    name: str = _words()
    options: dict[str, Any] = _json()
    created: datetime = _at()
    changed: datetime = _at()


class BatchItemRow(SQLModel, table=True):
    __tablename__ = "batch_item"
    batch_id: str = _of("batch.id", primary=True)
    number: int = Field(primary_key=True)
    name: str = _words()
    state: str = Field(max_length=16)
    sentence: str = _words()
    submission_id: str | None = Field(
        default=None, sa_column=Column(ForeignKey("submission.id", ondelete="SET NULL"), index=True)
    )


class SettingRow(SQLModel, table=True):
    __tablename__ = "setting"
    key: str = Field(primary_key=True, max_length=64)
    value: dict[str, Any] = _json()  # {"value": ...}
    by_id: str = _user()
    at: datetime = _at()


class AuditRow(SQLModel, table=True):
    """Append-only: triggers refuse any change (see the first migration). No foreign keys: it outlives all."""

    __tablename__ = "audit"
    id: str = _id()
    at: datetime = _at(index=True)
    user_id: str = Field(max_length=32, index=True)
    user: str = _words()
    role: str = Field(max_length=16)
    action: str = Field(max_length=16)
    kind: str = Field(max_length=16)
    target: str = Field(default="", max_length=64, index=True)
    label: str = _words()
    detail: dict[str, Any] = _json()
