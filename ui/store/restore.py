"""An archive back into a store that is empty, whatever database that is."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any, Final
from zipfile import BadZipFile, ZipFile

from sqlalchemy import Connection, MetaData, Table, func, insert, select

from ui.store.archive import FILE, MANIFEST, TABLE, Manifest, Summary, row_of, tables_of
from ui.store.database import Database
from ui.store.errors import BadArchive, BadValue
from ui.store.files import Files, files_at
from ui.store.places import Places

__all__ = ["restore"]

_AT_ONCE: Final = 100  # rows
_MOST: Final = 2**30  # bytes of one line, and of the manifest
_LONGEST: Final = 512 * 2**20
_WRONG: Final = "这不是本程序的备份文件，或者文件已损坏。"


def restore(at: Places, path: Path) -> Summary:
    """Take the archive back: all of it, or nothing.

    Raises BadValue where there is data already, BadArchive where the archive is not whole or not ours.
    """
    database = Database(at.database)
    try:
        with ZipFile(path) as archive:
            manifest = _checked(archive)
            files = files_at(at.files)
            with database.changing() as connection:
                _empty(connection)
                database.migrate(connection, manifest.revision)
                kept = _Kept(files)
                try:
                    for table in tables_of(connection):
                        _fill(archive, manifest, connection, table)
                    kept.take(archive, manifest)
                    database.migrate(connection)
                except BaseException:
                    kept.undo()
                    raise
    except (BadZipFile, EOFError, OSError, RuntimeError, NotImplementedError) as error:
        if isinstance(error, FileNotFoundError):
            raise BadArchive(f"没有“{path}”这个文件。") from error
        raise BadArchive(_WRONG) from error
    finally:
        database.close()
    counts = manifest.rows
    return Summary(counts["submission"], counts["user"], len(manifest.files), sum(manifest.files.values()))


def _checked(archive: ZipFile) -> Manifest:
    """The manifest of an archive whose members are those it names, each once and nothing besides."""
    names = [each.filename for each in archive.infolist()]
    if len(set(names)) != len(names) or MANIFEST not in names or archive.getinfo(MANIFEST).file_size > _MOST:
        raise BadArchive(_WRONG)
    manifest = Manifest.of(archive.read(MANIFEST))
    named = {MANIFEST, *manifest.hashes, *(f"files/{each}" for each in manifest.files)}
    tables = {f"tables/{each}.jsonl" for each in manifest.rows}
    if set(names) != named or tables != set(manifest.hashes) or {"submission", "user"} - set(manifest.rows):
        raise BadArchive(_WRONG)
    if not all(TABLE.fullmatch(each) or FILE.fullmatch(each) for each in named - {MANIFEST}):
        raise BadArchive(_WRONG)
    if any(archive.getinfo(f"files/{name}").file_size != size for name, size in manifest.files.items()):
        raise BadArchive(_WRONG)
    return manifest


def _empty(connection: Connection) -> None:
    """Take away tables without a row. Raises BadValue where there is one."""
    known = MetaData()
    known.reflect(connection)
    for table in known.sorted_tables:
        counted = connection.execute(select(func.count()).select_from(table)).scalar_one()
        if counted and table.name != "alembic_version":
            raise BadValue("这里已有数据，不能覆盖；请把 SHENBAO_DATA 或 SHENBAO_DATABASE 指向一个空的位置。")
    known.drop_all(connection)


def _fill(archive: ZipFile, manifest: Manifest, connection: Connection, table: Table) -> None:
    name = f"tables/{table.name}.jsonl"
    if name not in manifest.hashes:
        raise BadArchive(_WRONG)
    count, whole = 0, sha256()
    pending: list[dict[str, Any]] = []
    for line in _lines(archive, name):
        whole.update(line)
        pending.append(row_of(table, line))
        count += 1
        if len(pending) == _AT_ONCE:
            connection.execute(insert(table), pending)
            pending = []
    if pending:
        connection.execute(insert(table), pending)
    if whole.hexdigest() != manifest.hashes[name] or count != manifest.rows[table.name]:
        raise BadArchive(_WRONG)


def _lines(archive: ZipFile, name: str) -> Iterator[bytes]:
    with archive.open(name) as member:
        while line := member.readline(_LONGEST):
            if not line.endswith(b"\n"):
                raise BadArchive(_WRONG)
            yield line


class _Kept:
    """The files that were not there before, so that a restore that fails leaves none behind."""

    def __init__(self, files: Files) -> None:
        self._files = files
        self._new: list[str] = []

    def take(self, archive: ZipFile, manifest: Manifest) -> None:
        for name in manifest.files:
            data = archive.read(f"files/{name}")
            if sha256(data).hexdigest() != name:
                raise BadArchive(_WRONG)
            if not self._files.has(name):
                self._new.append(name)
                self._files.put(data)

    def undo(self) -> None:
        for name in self._new:
            self._files.remove(name)
