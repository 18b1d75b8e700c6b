"""The database: how it is opened, brought up to date, and worked at by many at once.

SQLite: write-ahead log, foreign keys on, a writer waits for its turn. A transaction that will write says so
when it begins (`BEGIN IMMEDIATE`): one that read first and writes later would be refused, not kept waiting.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import OperationalError
from sqlmodel import Session

from ui.store.errors import Unusable

__all__ = ["Database"]

_WAIT: Final = 60  # seconds for a turn at writing, and for a connection
_CONNECTIONS: Final = 32
_LOCK: Final = 7_192_022  # of PostgreSQL: one process at a time brings the tables up to date
_NOT_REACHED: Final = "打不开数据库，请检查 SHENBAO_DATABASE 或数据文件夹的设置和权限。"
_MIGRATIONS: Final = Path(__file__).with_name("migrations")


class Database:
    """One database. Sessions are short: one for each call of the store."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.is_sqlite = make_url(url).get_backend_name() == "sqlite"
        self.engine = _sqlite(url) if self.is_sqlite else _server(url)
        self._writing = self.engine.execution_options(writing=True)

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """One consistent look; nothing that is changed in it is kept."""
        with Session(self.engine, expire_on_commit=False) as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """One transaction: all of it is kept, or nothing."""
        with Session(self._writing, expire_on_commit=False) as session, session.begin():
            yield session

    @contextmanager
    def looking(self) -> Iterator[Connection]:
        """One long look at everything as it stood when it began. Raises Unusable."""
        with _reached(), self.engine.connect() as connection:
            if not self.is_sqlite:
                connection.execution_options(isolation_level="REPEATABLE READ")
            yield connection

    @contextmanager
    def changing(self) -> Iterator[Connection]:
        """One transaction that may change tables; others that do so wait. Raises Unusable."""
        with _reached(), self._writing.begin() as connection:
            if not self.is_sqlite:
                connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
            yield connection

    def bring_up_to_date(self) -> None:
        """Make the tables, or change them to this version's. Raises Unusable."""
        with self.changing() as connection:
            self.migrate(connection)

    def migrate(self, connection: Connection, revision: str = "head") -> None:
        """Make the tables, or change them to those of a revision. Raises Unusable."""
        from alembic import command
        from alembic.util.exc import CommandError

        try:
            command.upgrade(_configuration(connection), revision)
        except CommandError as error:
            raise Unusable("数据由更新版本的程序写入，请升级本程序后再打开。") from error

    def close(self) -> None:
        self.engine.dispose()


@contextmanager
def _reached() -> Iterator[None]:
    try:
        yield
    except OperationalError as error:
        raise Unusable(_NOT_REACHED) from error


def _configuration(connection: Connection) -> Any:
    from alembic.config import Config

    configuration = Config()
    configuration.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    configuration.attributes["connection"] = connection
    return configuration


def _server(url: str) -> Engine:
    return create_engine(
        url,
        pool_size=_CONNECTIONS,
        max_overflow=0,
        pool_timeout=_WAIT,
        pool_pre_ping=True,
        hide_parameters=True,
    )


def _sqlite(url: str) -> Engine:
    path = make_url(url).database
    if path and path != ":memory:":
        try:
            Path(path).parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise Unusable(_NOT_REACHED) from error
    engine = create_engine(
        url,
        connect_args={"timeout": _WAIT},
        pool_size=_CONNECTIONS,
        max_overflow=0,
        pool_timeout=_WAIT,
        hide_parameters=True,
    )
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: Any, _: object) -> None:
    connection.isolation_level = None  # transactions are begun below, not by the driver
    cursor = connection.cursor()
    cursor.execute("PRAGMA journal_mode=WAL")
    cursor.execute("PRAGMA synchronous=FULL")
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.close()


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writing")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
