"""Stores to work with, each new and empty: on SQLite, and on a real PostgreSQL where one is to be had."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from argon2 import PasswordHasher

from tests.ui.altered import faultless, faulty
from tests.ui.store import postgres
from ui.store import Actor, Desk, Places, Store, open_store, passwords
from ui.store.judging import judge_each
from ui.submissions import Upload
from ui.worker import NOTICE, Reading, read

PASSWORD = "云岭 correct horse 41"  # noqa: S105 - of accounts that a test makes
People = dict[str, Desk]


@pytest.fixture(scope="session", autouse=True)
def _quick_hashes() -> Iterator[None]:
    """Hash passwords as argon2id, but cheaply: a test of the real costs has its own."""
    quick = PasswordHasher(time_cost=1, memory_cost=64, parallelism=1)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(passwords, "_hasher", lambda: quick)
        yield


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a data folder with the tables in it: each test has a copy."""
    folder = tmp_path_factory.mktemp("template")
    open_store(Places.under(folder), judge=judge_each).close()
    return folder


@pytest.fixture
def places(template: Path, tmp_path: Path) -> Places:
    """Give the places of an empty store on SQLite."""
    shutil.copytree(template, tmp_path / "data")
    return Places.under(tmp_path / "data")


@pytest.fixture
def store(places: Places) -> Iterator[Store]:
    """Open an empty store on SQLite."""
    opened = open_store(places, judge=judge_each)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def postgres_host() -> Iterator[str]:
    """Start a server with a database whose tables are made."""
    postgres.require()
    with postgres.server() as host:
        postgres.execute(host, "CREATE DATABASE template2")
        made = open_store(Places(Path(), postgres.url(host, "template2"), "memory://none"), judge=judge_each)
        made.close()
        yield host


@pytest.fixture
def postgres_places(postgres_host: str, tmp_path: Path) -> Iterator[Places]:
    """Give the places of an empty store on PostgreSQL."""
    name = f"test_{uuid4().hex}"
    postgres.execute(postgres_host, f"CREATE DATABASE {name} TEMPLATE template2")
    yield Places(tmp_path, postgres.url(postgres_host, name), str(tmp_path / "files"))
    postgres.execute(postgres_host, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def postgres_store(postgres_places: Places) -> Iterator[Store]:
    """Open an empty store on PostgreSQL."""
    opened = open_store(postgres_places, judge=judge_each)
    yield opened
    opened.close()


@pytest.fixture(params=["sqlite", "postgresql"])
def either(request: pytest.FixtureRequest) -> Store:
    """Open an empty store, on one database after the other."""
    name = {"sqlite": "store", "postgresql": "postgres_store"}[request.param]
    found = request.getfixturevalue(name)
    assert isinstance(found, Store)
    return found


def _read(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> Reading:
    path = tmp_path_factory.mktemp("filing") / "申报书.docx"
    path.write_bytes(data)
    return read(path, NOTICE, "申报书.docx")


@pytest.fixture(scope="session")
def good(tmp_path_factory: pytest.TempPathFactory) -> Reading:
    """Read the filing in which nothing but attachments is missing."""
    return _read(tmp_path_factory, faultless())


@pytest.fixture(scope="session")
def bad(tmp_path_factory: pytest.TempPathFactory) -> Reading:
    """Read the filing that breaks `altered.BREAKS`."""
    return _read(tmp_path_factory, faulty())


def upload(content: bytes = b"content", name: str = "申报书.docx") -> Upload:
    """An upload; the store looks at its bytes no further than their hash."""
    return Upload(name, content)


def people(store: Store) -> People:
    """Set up an account of each role, and two applicants; gives everybody's desk."""
    admin = store.accounts.create_admin("admin", PASSWORD)
    desks = {"admin": store.as_(Actor(admin.id, admin.name, admin.role))}
    users = desks["admin"].users
    for login, role, city in (
        ("company", "applicant", ""),
        ("rival", "applicant", ""),
        ("city", "city", "张家口"),
        ("other-city", "city", "唐山"),
        ("province", "province", ""),
    ):
        made = users.create(login, role, city=city, email=f"{login}@example.com")  # type: ignore[arg-type]
        desks[login] = store.as_(Actor(made.id, made.name, made.role, made.city))
    return desks
