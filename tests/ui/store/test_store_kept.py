"""What is written today is read by later versions of the program, and the other way round where it can be."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text
from sqlmodel import SQLModel

from extractors.form import Answer, Attached, Code, Evidence, Part, Row
from extractors.rules import Context
from ui.store import Places, Unusable, open_store
from ui.store.database import Database
from ui.store.files import files_at
from ui.store.packed import (
    pack,
    pack_reading,
    pack_report,
    plain,
    typed,
    unpack,
    unpack_reading,
    unpack_report,
)
from ui.worker import Reading, judge

# --- packed values ------------------------------------------------------------------------------------------


def test_a_reading_and_its_report_come_back_as_they_were(bad: Reading) -> None:
    report = judge(bad, Context())
    assert unpack_reading(pack_reading(bad)) == bad
    assert unpack_reading(pack_reading(bad)).form == bad.form
    assert unpack_report(pack_report(report)) == report


def test_everything_that_a_form_may_have_comes_back() -> None:
    evidence = Evidence("甲.pdf", "第 3 页", "\ud800\0", 3, (1.5, 2.0, 3.25, 4.0), 0.5, "ocr")
    attached = Attached(
        file="甲.pdf",
        parts=(Part(4, "乙.pdf", evidence, (2, 5), years=(2020, 2021)),),
        rows={7: (Row("设备", None), Row("软件", 2.5, "platform.x"))},
        facts={"applicant.name": Answer("filled", [{"text": "奖"}], evidence=(evidence,))},
        codes=(Code("甲.pdf", None, "码"),),
        looked_at=frozenset({"乙", "甲"}),
    )
    assert typed(unpack(pack({"kept": plain(attached)}))["kept"], Attached) == attached


class Old(NamedTuple):
    name: str
    dropped: int = 1


@dataclass(frozen=True)
class New:
    name: str
    added: tuple[int, ...] = (7,)


def test_a_field_that_was_added_has_its_default_and_one_that_was_dropped_is_passed_over() -> None:
    assert typed(plain(Old("甲")), New) == New("甲")


def test_a_part_of_a_form_that_was_not_known_then_has_its_default(good: Reading) -> None:
    kept = unpack(pack_reading(good))
    del kept["parts"]["appearance"], kept["parts"]["hidden"]
    kept["parts"]["of_another_time"] = {"x": 1}
    form = unpack_reading(pack(kept)).form
    assert (form.appearance, form.hidden) == (None, ())
    assert form.answers == good.form.answers


def test_a_newer_form_of_keeping_is_refused_with_a_sentence(good: Reading) -> None:
    with pytest.raises(Unusable, match="升级"):
        unpack(pack({"format": 2}))
    with pytest.raises(Unusable, match="备份"):
        unpack(pack_reading(good)[:-20])


@pytest.mark.parametrize("value", [object(), b"bytes", {"deep": [complex(1)]}])
def test_what_has_no_place_is_not_kept_in_silence(value: Any) -> None:
    with pytest.raises(TypeError):
        plain(value)


# --- tables -------------------------------------------------------------------------------------------------


@pytest.fixture(params=["places", "postgres_places"])
def either_places(request: pytest.FixtureRequest) -> Places:
    """Give the places of an empty store, on one database after the other."""
    found = request.getfixturevalue(request.param)
    assert isinstance(found, Places)
    return found


def test_the_migrations_make_the_tables_that_the_program_uses(either_places: Places) -> None:
    database = Database(either_places.database)
    with database.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, SQLModel.metadata) == []
    database.close()


def test_a_database_of_a_newer_version_is_left_alone(either_places: Places) -> None:
    database = Database(either_places.database)
    with database.engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    database.close()
    with pytest.raises(Unusable, match="升级"):
        open_store(either_places)


@pytest.mark.parametrize(
    "url",
    ["sqlite:////proc/none/shenbao.db", "postgresql+psycopg://x:secret@127.0.0.1:1/none?connect_timeout=2"],
)
def test_a_database_that_cannot_be_reached_is_one_sentence_without_a_password(
    url: str, tmp_path: Path
) -> None:
    at = Places(tmp_path, url, str(tmp_path / "files"))
    with pytest.raises(Unusable) as refusal:
        open_store(at)
    assert "secret" not in f"{refusal.value} {at!r}"


@pytest.mark.parametrize("name", ["数据 一", "p%20c", "q?x=1", "h#y", "a+b&c"])
def test_the_data_lies_in_the_folder_that_was_named(name: str, tmp_path: Path) -> None:
    store = open_store(Places.under(tmp_path / name))
    store.accounts.local()
    store.close()
    assert [each.name for each in tmp_path.iterdir()] == [name]
    assert (tmp_path / name / "shenbao.db").is_file()


# --- files --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("place", ["{}/files", "file://{}/remote", "memory://shenbao{}"])
def test_files_are_kept_by_their_content(place: str, tmp_path: Path) -> None:
    files = files_at(place.format(tmp_path.as_posix()))
    assert list(files.names()) == []
    names = [files.put(each) for each in (b"one", b"two", b"one")]
    assert names[0] == names[2]
    assert files.read(names[1]) == b"two"
    assert sorted(files.names()) == sorted(set(names))
    files.remove(names[0])
    files.remove(names[0])
    assert not files.has(names[0])
    with pytest.raises(Unusable):
        files.read(names[0])
    assert not list(tmp_path.rglob("*.part"))


def test_a_place_that_cannot_be_opened_is_one_sentence() -> None:
    with pytest.raises(Unusable):
        files_at("nosuch://bucket")
