"""What a backup is: one zip archive that any database takes back.

    manifest.json        format, revision of the tables, rows of each table, hash of each member
    tables/NAME.jsonl    one row a line, by column
    files/SHA256         the uploaded files

Names of people, companies and files stand inside the members alone: a listing of the archive tells nothing.
Logins that are under way are left out, so none is opened again. Passwords are in it as argon2id only, keys of
models not at all. It holds every filing: keep it as you keep those.
"""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final, NamedTuple

from sqlalchemy import Connection, DateTime, LargeBinary, MetaData, Table, inspect, text

from ui.store.errors import BadArchive

__all__ = [
    "FILE",
    "FORMAT",
    "LEFT_OUT",
    "MANIFEST",
    "TABLE",
    "Manifest",
    "Summary",
    "line_of",
    "revision_of",
    "row_of",
    "tables_of",
]

FORMAT: Final = 1
MANIFEST: Final = "manifest.json"
TABLE: Final = re.compile(r"tables/([a-z_]{1,32})\.jsonl")
FILE: Final = re.compile(r"files/([0-9a-f]{64})")
LEFT_OUT: Final = frozenset({"login", "attempt", "alembic_version"})
_REVISION: Final = re.compile(r"[0-9]{4}")
_WRONG: Final = "这不是本程序的备份文件，或者文件已损坏。"


class Summary(NamedTuple):
    """What was backed up or restored."""

    submissions: int
    users: int
    files: int
    size: int  # bytes of the files


class Manifest(NamedTuple):
    """What an archive says of itself."""

    revision: str
    rows: Mapping[str, int]  # by table
    hashes: Mapping[str, str]  # of the tables' members: member -> SHA-256
    files: Mapping[str, int]  # SHA-256 -> bytes
    made_at: str

    def as_json(self) -> bytes:
        return json.dumps({"format": FORMAT, **self._asdict()}, ensure_ascii=True, indent=1).encode("ascii")

    @classmethod
    def of(cls, data: bytes) -> Manifest:
        """Raises BadArchive."""
        try:
            said = json.loads(data)
            if said.pop("format") > FORMAT:
                raise BadArchive("这份备份由更新版本的程序生成，请升级本程序后再恢复。")
            found = cls(**said)
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            raise BadArchive(_WRONG) from error
        sorts = {"revision": str, "rows": dict, "hashes": dict, "files": dict, "made_at": str}
        if not all(isinstance(getattr(found, name), sort) for name, sort in sorts.items()):
            raise BadArchive(_WRONG)
        if not _REVISION.fullmatch(found.revision):
            raise BadArchive(_WRONG)
        return found


def tables_of(connection: Connection) -> tuple[Table, ...]:
    """The tables as they are there, each after those it points to."""
    known = MetaData()
    known.reflect(connection)
    return tuple(each for each in known.sorted_tables if each.name not in LEFT_OUT)


def revision_of(connection: Connection) -> str:
    """The revision of the tables; "" where there are none."""
    if not inspect(connection).has_table("alembic_version"):
        return ""
    return str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar() or "")


def line_of(table: Table, row: Mapping[str, Any]) -> bytes:
    """A row as one line of JSON."""
    plain = {column.name: _plain(row[column.name]) for column in table.columns}
    return json.dumps(plain, ensure_ascii=True, separators=(",", ":")).encode("ascii") + b"\n"


def _plain(value: Any) -> Any:
    if isinstance(value, bytes | memoryview):
        return base64.b64encode(bytes(value)).decode("ascii")
    if isinstance(value, datetime):
        return value.isoformat()
    return value


def row_of(table: Table, line: bytes) -> dict[str, Any]:
    """A line as the row that it was. Raises BadArchive."""
    try:
        said = json.loads(line)
        if set(said) != {each.name for each in table.columns}:
            raise BadArchive(_WRONG)
        return {each.name: _typed(each.type, said[each.name]) for each in table.columns}
    except (ValueError, TypeError) as error:
        raise BadArchive(_WRONG) from error


def _typed(kind: Any, value: Any) -> Any:
    if value is None:
        return None
    if isinstance(kind, LargeBinary):
        return base64.b64decode(value, validate=True)
    if isinstance(kind, DateTime):
        return datetime.fromisoformat(value)
    return value
