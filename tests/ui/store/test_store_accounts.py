"""Logins: who gets in, for how long, and how often one may try."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from argon2 import PasswordHasher
from sqlmodel import select

from tests.ui.store.conftest import PASSWORD, people, upload
from ui.store import Actor, BadValue, LoginFailed, NotAllowed, NotThere, Store, TooManyTries
from ui.store.accounts import ABSOLUTE, IDLE, Accounts
from ui.store.passwords import matches, strong
from ui.store.tables import AttemptRow, AuditRow, LoginRow, UserRow
from ui.worker import Reading


class Clock:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.now = datetime(2026, 3, 2, 9, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    """Give a clock that stands still."""
    return Clock()


@pytest.fixture
def accounts(either: Store, clock: Clock) -> Accounts:
    """Give accounts with one administrator, on both databases."""
    made = Accounts(either._core, clock=clock)
    made.create_admin("Li.Lei", PASSWORD)
    return made


def test_a_login_is_known_by_its_token_until_it_ends(accounts: Accounts) -> None:
    login = accounts.login(" li.lei ", PASSWORD)
    assert accounts.resume(login.token) == login.actor
    assert login.actor.role == "admin"
    accounts.logout(login.token)
    assert accounts.resume(login.token) is None


@pytest.mark.parametrize("token", ["", "x", "0" * 64, "\ud800"])
def test_what_is_no_token_is_nobody(token: str, store: Store) -> None:
    assert store.accounts.resume(token) is None


def test_the_database_holds_neither_token_nor_password_nor_what_was_typed(store: Store) -> None:
    store.accounts.create_admin("admin", PASSWORD)
    login = store.accounts.login("admin", PASSWORD)
    with pytest.raises(LoginFailed):
        store.accounts.login("my-password-in-the-wrong-box", PASSWORD)
    with store._core.database.reading() as session:
        kinds: tuple[Any, ...] = (UserRow, LoginRow, AttemptRow, AuditRow)
        said = "".join(repr(each.model_dump()) for kind in kinds for each in session.exec(select(kind)))
    for secret in (login.token, PASSWORD, "my-password-in-the-wrong-box"):
        assert secret not in said
    assert "$argon2id$" in said


def test_a_password_is_hashed_with_what_a_server_can_spare() -> None:
    assert PasswordHasher().hash(PASSWORD).startswith("$argon2id$v=19$m=65536,t=3,p=4$")
    assert matches(PasswordHasher().hash(PASSWORD), PASSWORD)


def test_a_login_ends_without_a_sign_of_life(accounts: Accounts, clock: Clock) -> None:
    token = accounts.login("li.lei", PASSWORD).token
    clock.now += IDLE - timedelta(minutes=5)
    assert accounts.resume(token) is not None
    clock.now += IDLE - timedelta(minutes=5)
    assert accounts.resume(token) is not None
    clock.now += IDLE + timedelta(minutes=5)
    assert accounts.resume(token) is None


def test_a_login_ends_at_last_however_alive_it_is(store: Store, clock: Clock) -> None:
    accounts = Accounts(store._core, clock=clock)
    accounts.create_admin("li.lei", PASSWORD)
    token = accounts.login("li.lei", PASSWORD).token
    for _ in range(int(ABSOLUTE / timedelta(hours=1))):
        clock.now += timedelta(hours=1)
        assert accounts.resume(token) is not None
    clock.now += timedelta(minutes=1)
    assert accounts.resume(token) is None


@pytest.mark.parametrize(
    ("name", "password"),
    [("li.lei", "wrong"), ("nobody", PASSWORD), ("", ""), ("\0", "\0"), ("\ud800", "\ud800")],
)
def test_a_wrong_name_and_a_wrong_password_are_told_alike(name: str, password: str, either: Store) -> None:
    either.accounts.create_admin("li.lei", PASSWORD)
    with pytest.raises(LoginFailed, match=r"^登录名或密码不对。$"):
        either.accounts.login(name, password)


def test_who_guesses_has_to_wait_and_others_do_not(accounts: Accounts, clock: Clock) -> None:
    accounts.create_admin("han", PASSWORD)
    for _ in range(5):
        with pytest.raises(LoginFailed):
            accounts.login("li.lei", "wrong")
    with pytest.raises(TooManyTries):
        accounts.login("li.lei", PASSWORD)
    assert accounts.login("han", PASSWORD)
    clock.now += timedelta(minutes=16)
    assert accounts.login("li.lei", PASSWORD)


def test_guesses_at_the_same_moment_get_no_more_tries(store: Store) -> None:
    store.accounts.create_admin("li.lei", PASSWORD)

    def guess(_: int) -> type[Exception]:
        try:
            store.accounts.login("li.lei", "wrong")
        except (LoginFailed, TooManyTries) as error:
            return type(error)
        raise AssertionError

    with ThreadPoolExecutor(12) as crowd:
        told = list(crowd.map(guess, range(12)))
    assert (told.count(LoginFailed), told.count(TooManyTries)) == (5, 7)


def test_guesses_at_many_names_are_slowed_down_in_all(store: Store, clock: Clock) -> None:
    accounts = Accounts(store._core, clock=clock)
    accounts.create_admin("li.lei", PASSWORD)
    with store._core.database.writing() as session:
        session.add_all([AttemptRow(login_hash=f"{each:064}", at=clock.now) for each in range(200)])
    with pytest.raises(TooManyTries):
        accounts.login("li.lei", PASSWORD)
    clock.now += timedelta(minutes=16)
    assert accounts.login("li.lei", PASSWORD)


def test_who_was_disabled_is_out_at_once(store: Store) -> None:
    accounts = store.accounts
    accounts.create_admin("first", PASSWORD)
    accounts.create_admin("second", PASSWORD)
    token = accounts.login("second", PASSWORD).token
    accounts.disable("second")
    assert accounts.resume(token) is None
    with pytest.raises(LoginFailed, match="停用"):
        accounts.login("second", PASSWORD)


def test_the_last_administrator_stays(store: Store) -> None:
    made = store.accounts.create_admin("only", PASSWORD)
    desk = store.as_(Actor(made.id, made.name, "admin"))
    with pytest.raises(BadValue):
        store.accounts.disable("only")
    for change in ({"disabled": True}, {"role": "province"}):
        with pytest.raises(NotAllowed):
            desk.users.change(made.id, **change)
    assert [each.disabled for each in store.accounts.list()] == [False]


def test_a_new_password_ends_all_logins(store: Store) -> None:
    accounts = store.accounts
    made = accounts.create_admin("only", PASSWORD)
    actor = Actor(made.id, made.name, "admin")
    one, two = (accounts.login("only", PASSWORD).token for _ in range(2))
    with pytest.raises(LoginFailed):
        accounts.change_password(actor, "wrong", f"{PASSWORD}新")
    assert accounts.resume(one) is not None
    accounts.change_password(actor, PASSWORD, f"{PASSWORD}新")
    assert (accounts.resume(one), accounts.resume(two)) == (None, None)
    assert accounts.login("only", f"{PASSWORD}新")
    accounts.reset_password("only", PASSWORD)
    assert accounts.login("only", PASSWORD)
    with pytest.raises(NotThere):
        accounts.reset_password("nobody", PASSWORD)


@pytest.mark.parametrize(
    "password", ["", "short", "1234567890", "aaaaaaaaaaaaaa", "zhangsan2026", "ZhangSan!!!!", "长" * 300]
)
def test_a_weak_password_is_refused(password: str) -> None:
    with pytest.raises(BadValue):
        strong(password, login="zhangsan")


@pytest.mark.parametrize("password", ["correct horse battery", "云岭之上有清风明月一二三", "Kx9!mmQ2zw"])
def test_a_long_enough_password_of_any_letters_will_do(password: str) -> None:
    assert strong(password, login="zhangsan") == password


@pytest.mark.parametrize(
    "words",
    [
        {"login": "x"},
        {"login": "有 空格"},
        {"login": "ADMIN"},
        {"login": "new", "role": "local"},
        {"login": "new", "role": "city"},
        {"login": "new", "password": "weak"},
        {"login": "new", "password": None},
        {"login": "new", "email": "not an address"},
    ],
)
def test_an_account_is_whole_or_not_made(words: dict[str, Any], store: Store) -> None:
    made = store.accounts.create_admin("admin", PASSWORD)
    users = store.as_(Actor(made.id, made.name, "admin")).users
    with pytest.raises(BadValue):
        users.create(**{"role": "province", "password": PASSWORD, **words})
    assert [each.login for each in users.list()] == ["admin"]


def test_oidc_lets_in_whom_an_administrator_has_named(accounts: Accounts, either: Store) -> None:
    made = accounts.list()[0]
    users = either.as_(Actor(made.id, made.name, "admin")).users
    users.create("wang", "province", email="Wang@Example.gov")
    with pytest.raises(LoginFailed):
        accounts.by_oidc("https://id", "1", email="stranger@example.gov", verified=True)
    with pytest.raises(LoginFailed):
        accounts.by_oidc("https://id", "1", email="wang@example.gov", verified=False)
    assert accounts.by_oidc("https://id", "1", email="wang@example.gov", verified=True).role == "province"
    assert accounts.by_oidc("https://id", "1", email="", verified=False).name == "wang"
    # Somebody else to whom the provider gives the same address later on.
    with pytest.raises(LoginFailed):
        accounts.by_oidc("https://id", "2", email="wang@example.gov", verified=True)
    users.change(next(each.id for each in users.list() if each.login == "wang"), disabled=True)
    with pytest.raises(LoginFailed, match="停用"):
        accounts.by_oidc("https://id", "1", email="wang@example.gov", verified=True)


def test_what_was_kept_before_there_were_accounts_is_handed_to_one(either: Store, bad: Reading) -> None:
    before = either.as_(either.accounts.local())
    id_ = before.submissions.put(upload(), bad)
    talk = before.talks.begin(submission_id=id_)
    desks = people(either)
    with pytest.raises(BadValue):
        either.accounts.adopt("admin")
    assert either.accounts.adopt("Province") == 1
    assert either.accounts.adopt("company") == 0
    assert desks["province"].submissions.get(id_).listed.mine
    assert desks["province"].talks.get(talk).submission == id_


def test_an_account_without_a_password_is_not_opened_by_none(accounts: Accounts, either: Store) -> None:
    made = accounts.list()[0]
    either.as_(Actor(made.id, made.name, "admin")).users.create("wang", "province", email="w@example.gov")
    with pytest.raises(LoginFailed):
        accounts.login("wang", "")
