"""The first tables; the audit log can only be added to."""

from __future__ import annotations

from typing import Any, Final

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_FIXED: Final = "audit entries are never changed"


def upgrade() -> None:
    _people()
    _submissions()
    _review()
    _work()
    _audit()


def _words(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Text(), nullable=False)


def _short(name: str, most: int, *, index: bool = False, **more: Any) -> sa.Column[Any]:
    return sa.Column(name, sa.String(most), nullable=False, index=index, **more)


def _id() -> sa.Column[Any]:
    return sa.Column("id", sa.String(32), primary_key=True)


def _whole(name: str, *, primary_key: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Integer(), nullable=False, primary_key=primary_key)


def _at(name: str, *, index: bool = False, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.DateTime(), nullable=nullable, index=index)


def _json(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.JSON(), nullable=False)


def _packed(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.LargeBinary(), nullable=False)


def _yes(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Boolean(), nullable=False)


def _of(
    name: str, target: str, *, primary: bool = False, nullable: bool = False, goes: str = "CASCADE"
) -> sa.Column[Any]:
    reference = sa.ForeignKey(target, ondelete=goes)
    return sa.Column(
        name, sa.String(32), reference, nullable=nullable, primary_key=primary, index=not primary
    )


def _user(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.String(32), sa.ForeignKey("user.id"), nullable=False, index=True)


def _people() -> None:
    op.create_table(
        "user",
        _id(),
        _short("login", 64, unique=True),
        _words("name"),
        _short("role", 16),
        _short("city", 32),
        _short("email", 254, index=True),
        sa.Column("subject", sa.String(512), nullable=True, unique=True),
        _short("password", 256),
        _yes("disabled"),
        _at("created"),
        _at("last_login", nullable=True),
    )
    op.create_table(
        "login",
        sa.Column("token_hash", sa.String(64), primary_key=True),
        _of("user_id", "user.id"),
        _at("created"),
        _at("seen"),
    )
    op.create_table("attempt", _id(), _short("login_hash", 64, index=True), _at("at", index=True))
    op.create_table(
        "setting",
        sa.Column("key", sa.String(64), primary_key=True),
        _json("value"),
        _user("by_id"),
        _at("at"),
    )


def _submissions() -> None:
    op.create_table(
        "submission",
        _id(),
        _user("owner_id"),
        _short("notice", 64),
        *map(_words, ("name", "platform", "applicant")),
        _short("category", 32, index=True),
        _short("city", 32, index=True),
        _short("state", 16, index=True),
        _words("searched"),
        *map(_whole, ("versions", "corrections", "revision")),
        sa.Column("rank", sa.Integer(), nullable=True),
        _json("figures"),
        _short("a_verdict", 8),
        *map(_whole, ("a_errors", "a_warnings", "a_reviews")),
        _short("r_verdict", 8),
        *map(_whole, ("r_errors", "r_warnings", "r_reviews")),
        _at("created"),
        _at("changed", index=True),
    )
    op.create_table(
        "version",
        _id(),
        _of("submission_id", "submission.id"),
        _whole("number"),
        _words("name"),
        _user("by_id"),
        _at("created"),
        sa.UniqueConstraint("submission_id", "number"),
    )
    op.create_table("extraction", _of("version_id", "version.id", primary=True), _packed("data"), _at("at"))
    op.create_table(
        "report",
        _of("version_id", "version.id", primary=True),
        sa.Column("view", sa.String(16), primary_key=True),
        _packed("data"),
        _at("at"),
    )
    op.create_table(
        "blob",
        sa.Column("sha256", sa.String(64), primary_key=True),
        sa.Column("size", sa.BigInteger(), nullable=False),
        _at("unused_since", index=True, nullable=True),
    )
    op.create_table(
        "file",
        _of("version_id", "version.id", primary=True),
        _whole("number", primary_key=True),
        _words("name"),
        sa.Column("sha256", sa.String(64), sa.ForeignKey("blob.sha256"), nullable=False, index=True),
    )


def _review() -> None:
    op.create_table(
        "correction",
        _id(),
        _of("submission_id", "submission.id"),
        _whole("version"),
        _short("path", 128),
        _json("value"),
        _words("was"),
        _words("reason"),
        _yes("withdrawn"),
        _user("by_id"),
        _at("at"),
    )
    op.create_table(
        "judgement",
        _id(),
        _of("submission_id", "submission.id"),
        _short("key", 64),
        _short("rule", 16),
        _short("kind", 16),
        _words("reason"),
        _user("by_id"),
        _at("at"),
    )
    op.create_table(
        "decision",
        _id(),
        _of("submission_id", "submission.id"),
        _whole("version"),
        _short("kind", 16),
        sa.Column("rank", sa.Integer(), nullable=True),
        _words("reason"),
        _user("by_id"),
        _at("at"),
    )


def _work() -> None:
    op.create_table(
        "talk",
        _id(),
        _of("user_id", "user.id"),
        _of("submission_id", "submission.id", nullable=True),
        _words("title"),
        _json("state"),
        _at("created"),
        _at("changed"),
    )
    op.create_table(
        "turn",
        _of("talk_id", "talk.id", primary=True),
        _whole("number", primary_key=True),
        _words("question"),
        _packed("reply"),
        _at("at"),
    )
    op.create_table(
        "batch", _id(), _user("owner_id"), _words("name"), _json("options"), _at("created"), _at("changed")
    )
    op.create_table(
        "batch_item",
        _of("batch_id", "batch.id", primary=True),
        _whole("number", primary_key=True),
        _words("name"),
        _short("state", 16),
        _words("sentence"),
        _of("submission_id", "submission.id", nullable=True, goes="SET NULL"),
    )


def _audit() -> None:
    op.create_table(
        "audit",
        _id(),
        _at("at", index=True),
        _short("user_id", 32, index=True),
        _words("user"),
        _short("role", 16),
        _short("action", 16),
        _short("kind", 16),
        _short("target", 64, index=True),
        _words("label"),
        _json("detail"),
    )
    for statement in _GUARDS[op.get_bind().dialect.name]:
        op.execute(statement)


_RAISE: Final = f"$$ BEGIN RAISE EXCEPTION '{_FIXED}'; END $$"
_EACH: Final = "FOR EACH STATEMENT EXECUTE FUNCTION audit_fixed()"
_GUARDS: Final = {
    "sqlite": tuple(
        f"CREATE TRIGGER audit_no_{each.lower()} BEFORE {each} ON audit "
        f"BEGIN SELECT RAISE(ABORT, '{_FIXED}'); END"
        for each in ("UPDATE", "DELETE")
    ),
    "postgresql": (
        f"CREATE OR REPLACE FUNCTION audit_fixed() RETURNS trigger LANGUAGE plpgsql AS {_RAISE}",
        f"CREATE TRIGGER audit_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON audit {_EACH}",
    ),
}
