"""Backup and restore: there and back, from one database to another, and what is no backup."""

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from sqlalchemy import MetaData, select

from tests.ui.store.conftest import PASSWORD, people, upload
from ui.store import BadArchive, BadValue, NotThere, Places, Unusable, backup, open_store
from ui.store.archive import LEFT_OUT
from ui.store.backup import back_up
from ui.store.database import Database
from ui.store.files import files_at
from ui.store.judging import judge_each
from ui.store.restore import restore
from ui.worker import Reading


def _contents(at: Places) -> dict[str, list[str]]:
    """Every row of every table that a backup takes."""
    database = Database(at.database)
    known = MetaData()
    try:
        with database.engine.connect() as connection:
            known.reflect(connection)
            return {
                table.name: sorted(repr(dict(row)) for row in connection.execute(select(table)).mappings())
                for table in known.sorted_tables
                if table.name not in LEFT_OUT
            }
    finally:
        database.close()


def _fill(at: Places, reading: Reading) -> None:
    store = open_store(at, judge=judge_each)
    desks = people(store)
    id_ = desks["company"].submissions.put(upload(b"first"), reading, hand_in=True)
    desks["company"].submissions.put_version(id_, upload(b"second"), reading)
    desks["city"].review.correct(id_, "platform.investment", 7, reason="原件")
    desks["city"].review.decide(id_, "recommend", rank=1)
    talk = desks["company"].talks.begin(submission_id=id_)
    desks["company"].talks.add(talk, "问", {"答": ["\ud800", 1.5, None]})
    desks["city"].batches.begin("一批", ["甲"], options={"快": True})
    desks["admin"].settings.set("rules", {"NUM002": "off"})
    store.accounts.login("admin", PASSWORD)
    store.close()


@pytest.fixture
def filled(places: Places, bad: Reading) -> Places:
    """Give the places of a store that has some of everything."""
    _fill(places, bad)
    return places


@pytest.fixture
def archive(filled: Places, tmp_path: Path) -> Path:
    """Make a backup of it."""
    back_up(filled, tmp_path / "备份.zip")
    return tmp_path / "备份.zip"


def test_a_backup_comes_back_whole(filled: Places, archive: Path, tmp_path: Path) -> None:
    new = Places.under(tmp_path / "new")
    summary = restore(new, archive)
    assert (summary.submissions, summary.users, summary.files) == (1, 6, 2)
    before, after = _contents(filled), _contents(new)
    # The backup itself was written down after it was made.
    assert len(before.pop("audit")) == len(after.pop("audit")) + 1
    assert after == before
    assert sorted(files_at(new.files).names()) == sorted(files_at(filled.files).names())
    store = open_store(new, judge=judge_each)
    assert store.accounts.login("admin", PASSWORD).actor.role == "admin"
    store.close()


def test_sqlite_moves_to_postgresql_and_back(
    filled: Places, archive: Path, postgres_places: Places, tmp_path: Path
) -> None:
    restore(postgres_places, archive)
    back_up(postgres_places, tmp_path / "again.zip")
    back = Places.under(tmp_path / "back")
    restore(back, tmp_path / "again.zip")
    before, after = _contents(filled), _contents(back)
    assert len(before.pop("audit")) == len(after.pop("audit")) + 1
    assert after == before


def test_nothing_is_overwritten(filled: Places, archive: Path) -> None:
    before = _contents(filled)
    with pytest.raises(BadValue, match="已有数据"):
        restore(filled, archive)
    with pytest.raises(BadValue, match="已经存在"):
        back_up(filled, archive)
    assert _contents(filled) == before


def test_where_nothing_is_kept_there_is_nothing_to_back_up(tmp_path: Path) -> None:
    with pytest.raises(NotThere):
        back_up(Places.under(tmp_path / "none"), tmp_path / "none.zip")
    assert not (tmp_path / "none.zip").exists()
    assert not (tmp_path / "none.zip.part").exists()


def test_a_listing_tells_no_names_and_no_login_is_in_it(archive: Path) -> None:
    with zipfile.ZipFile(archive) as opened:
        names = opened.namelist()
        whole = b"".join(opened.read(each) for each in names)
    assert not [each for each in names if "申报" in each or not each.isascii()]
    assert not {"tables/login.jsonl", "tables/attempt.jsonl"} & set(names)
    assert PASSWORD.encode() not in whole


Change = Callable[[dict[str, bytes]], None]


def _manifest(**changed: object) -> Change:
    def change(members: dict[str, bytes]) -> None:
        members["manifest.json"] = json.dumps({**json.loads(members["manifest.json"]), **changed}).encode()

    return change


def _first(members: dict[str, bytes], start: str) -> str:
    return next(each for each in members if each.startswith(start))


def _cut(start: str) -> Change:
    def change(members: dict[str, bytes]) -> None:
        name = _first(members, start)
        members[name] = members[name][:-1]

    return change


def _changed(start: str) -> Change:
    def change(members: dict[str, bytes]) -> None:
        name = _first(members, start)
        members[name] = members[name][:-2] + b"!\n"

    return change


def _without(start: str) -> Change:
    def change(members: dict[str, bytes]) -> None:
        del members[_first(members, start)]

    return change


def _with(name: str) -> Change:
    return lambda members: members.update({name: b"x"})


@pytest.mark.parametrize(
    "change",
    [
        _with("files/../../escaped"),
        _with("/etc/escaped"),
        _with("files/" + "0" * 64),
        _with("tables/other.jsonl"),
        _without("manifest.json"),
        _without("files/"),
        _without("tables/submission"),
        _cut("files/"),
        _changed("files/"),
        _changed("tables/user"),
        _cut("tables/user"),
        _manifest(format=2),
        _manifest(format="x"),
        _manifest(revision="head"),
        _manifest(revision="../1"),
        _manifest(rows=[]),
        _manifest(files={}),
        _manifest(surprise=1),
    ],
)
def test_what_was_tampered_with_is_refused_and_leaves_nothing(
    change: Change, archive_bytes: bytes, tmp_path: Path
) -> None:
    with zipfile.ZipFile(io.BytesIO(archive_bytes)) as opened:
        members = {each: opened.read(each) for each in opened.namelist()}
    change(members)
    with zipfile.ZipFile(tmp_path / "bad.zip", "w") as made:
        for name, data in members.items():
            made.writestr(name, data)
    new = Places.under(tmp_path / "new")
    with pytest.raises(BadArchive):
        restore(new, tmp_path / "bad.zip")
    assert not list(files_at(new.files).names())
    assert not any(_contents(new).values())


def _written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


@pytest.fixture(scope="session")
def archive_bytes(template: Path, tmp_path_factory: pytest.TempPathFactory, bad: Reading) -> bytes:
    """Make the bytes of a backup."""
    folder = tmp_path_factory.mktemp("backed")
    _fill(Places.under(folder / "data"), bad)
    back_up(Places.under(folder / "data"), folder / "b.zip")
    return (folder / "b.zip").read_bytes()


@pytest.mark.parametrize("data", [b"", b"no zip at all", b"PK\x05\x06" + bytes(18)])
def test_what_is_no_archive_is_refused(data: bytes, tmp_path: Path) -> None:
    with pytest.raises(BadArchive):
        restore(Places.under(tmp_path / "new"), _written(tmp_path / "x.zip", data))
    with pytest.raises(BadArchive):
        restore(Places.under(tmp_path / "new"), tmp_path / "missing.zip")


def test_what_is_deleted_while_a_backup_is_made_does_not_spoil_it(
    places: Places, bad: Reading, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    store = open_store(places, judge=judge_each)
    desk = store.as_(store.accounts.local())
    kept, gone = (desk.submissions.put(upload(each), bad) for each in (b"kept", b"gone"))
    real = files_at(places.files)
    deleted: list[str] = []

    def read(name: str) -> bytes:
        if not deleted:
            deleted.append(gone)
            desk.submissions.delete(gone)
        return real.read(name)

    monkeypatch.setattr(backup, "files_at", lambda place: SimpleNamespace(read=read))
    assert back_up(places, tmp_path / "b.zip").submissions == 1
    store.close()
    restore(Places.under(tmp_path / "new"), tmp_path / "b.zip")
    again = open_store(Places.under(tmp_path / "new"), judge=judge_each)
    assert [each.id for each in again.as_(again.accounts.local()).submissions.list().rows] == [kept]
    again.close()


def test_a_lost_file_is_told_and_no_half_backup_is_left(filled: Places, tmp_path: Path) -> None:
    for each in files_at(filled.files).names():
        files_at(filled.files).remove(each)
    with pytest.raises(Unusable, match="备份"):
        back_up(filled, tmp_path / "b.zip")
    assert [each.name for each in tmp_path.glob("b.zip*")] == []
