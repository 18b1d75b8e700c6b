"""The whole store into one archive, as it stood at one moment, while others go on working."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import IO, Final
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from sqlalchemy import Connection, Table, select

from ui.store.archive import MANIFEST, Manifest, Summary, line_of, revision_of, tables_of
from ui.store.database import Database
from ui.store.errors import BadValue, NotThere, Unusable
from ui.store.files import Files, files_at
from ui.store.places import Places
from ui.store.tables import AuditRow, now

__all__ = ["back_up"]

_TRIES: Final = 3
_AT_ONCE: Final = 100  # rows
_WHO: Final = "命令行"


def back_up(at: Places, path: Path) -> Summary:
    """Write the archive.

    Raises BadValue where `path` is taken, NotThere where there is no store, Unusable where files are lost.
    """
    if path.exists():
        raise BadValue(f"“{path}”已经存在，请换一个文件名。")
    database = Database(at.database)
    try:
        files = files_at(at.files)
        for last in (*[False] * (_TRIES - 1), True):
            try:
                summary = _write(database, files, path)
            except Unusable:  # something was deleted under our hands, unless it is so again and again
                if last:
                    raise
            else:
                return summary
        raise AssertionError
    finally:
        database.close()


def _write(database: Database, files: Files, path: Path) -> Summary:
    with _passing(path) as stream, ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        with database.looking() as connection:
            revision = revision_of(connection)
            if not revision:
                raise NotThere("这里还没有数据，没有可备份的内容。")
            rows: dict[str, int] = {}
            hashes: dict[str, str] = {}
            sizes: dict[str, int] = {}
            for table in tables_of(connection):
                name = f"tables/{table.name}.jsonl"
                rows[table.name], hashes[name] = _table(archive, connection, table, name)
                if table.name == "blob":
                    used = select(table.c.sha256, table.c.size).where(table.c.unused_since.is_(None))
                    sizes = {row.sha256: row.size for row in connection.execute(used)}
        for name in sizes:
            _member(archive, f"files/{name}", files.read(name))
        made = Manifest(revision, rows, hashes, sizes, now().isoformat())
        _member(archive, MANIFEST, made.as_json())
    _note(database)
    return Summary(rows["submission"], rows["user"], len(sizes), sum(sizes.values()))


def _table(archive: ZipFile, connection: Connection, table: Table, name: str) -> tuple[int, str]:
    count, whole = 0, sha256()
    query = select(table).execution_options(yield_per=_AT_ONCE)
    if table.name == "blob":
        query = query.where(table.c.unused_since.is_(None))
    with archive.open(_info(name, ZIP_DEFLATED), "w", force_zip64=True) as member:
        for row in connection.execute(query).mappings():
            line = line_of(table, dict(row))
            member.write(line)
            whole.update(line)
            count += 1
    return count, whole.hexdigest()


def _member(archive: ZipFile, name: str, data: bytes) -> None:
    with archive.open(_info(name, ZIP_STORED if name != MANIFEST else ZIP_DEFLATED), "w") as member:
        member.write(data)


def _info(name: str, kind: int) -> ZipInfo:
    info = ZipInfo(name)
    info.compress_type = kind
    return info


@contextmanager
def _passing(path: Path) -> Iterator[IO[bytes]]:
    """A file beside `path`, for this user alone, that takes its place when it is whole."""
    beside = path.with_name(f"{path.name}.part")
    beside.unlink(missing_ok=True)
    number = os.open(beside, os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    try:
        with os.fdopen(number, "w+b") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        beside.rename(path)
    finally:
        beside.unlink(missing_ok=True)


def _note(database: Database) -> None:
    with database.writing() as session:
        session.add(
            AuditRow(user_id="", user=_WHO, role="local", action="exported", kind="store", label="备份")
        )
