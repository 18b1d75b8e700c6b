"""Who gets in: the posted form with its cookie, and pages that show each user their own."""

from collections.abc import Iterator
from pathlib import Path
from shutil import copytree
from unittest.mock import patch

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from tests.ui.paging import keep, page_at, texts
from ui.gate import COOKIE, ROUTES, refuse_to_others
from ui.house import house
from ui.session import Key, Param
from ui.store import Actor, Places, open_store
from ui.store.tables import UserRow
from ui.submissions import Checked

pytestmark = pytest.mark.usefixtures("own_data")
PASSWORD = "Longer-than-this-1"  # noqa: S105 - of accounts that a test makes
HERE = {"origin": "http://testserver"}


@pytest.fixture(scope="module")
def template(filed: tuple[Path, str], tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The filing in a store with accounts: an administrator and two applicants."""
    folder = tmp_path_factory.mktemp("peopled") / "data"
    copytree(filed[0], folder)
    store = open_store(Places.under(folder))
    admin = store.accounts.create_admin("admin", PASSWORD)
    users = store.as_(Actor(admin.id, admin.name, "admin")).users
    users.create("jia", "applicant", name="jia", password=PASSWORD)
    users.create("yi", "applicant", name="yi", email="yi@example.com")
    store.close()
    return folder, filed[1]


@pytest.fixture
def people(own_data: str) -> tuple[Actor, Actor, Actor]:
    """The administrator and the two applicants."""
    found = {each.login: Actor(each.id, each.name, each.role) for each in house().store.accounts.list()}
    return found["admin"], found["jia"], found["yi"]


@pytest.fixture
def client() -> Iterator[TestClient]:
    with TestClient(Starlette(routes=list(ROUTES)), follow_redirects=False) as found:
        yield found


def logged_in(user: Actor) -> str:
    """A login's token, without the second that a password takes."""
    accounts = house().store.accounts
    with accounts._core.database.writing() as session:
        return accounts._begin(session, session.get_one(UserRow, user.id), "password").token


def test_a_login_gives_a_cookie_that_no_script_reads(
    people: tuple[Actor, Actor, Actor], client: TestClient
) -> None:
    answer = client.post("/login", data={"login": "jia", "password": PASSWORD}, headers=HERE)
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=lax" in cookie
    assert "max-age" not in cookie
    assert house().store.accounts.resume(answer.cookies[COOKIE]) == people[1]


def test_a_cookie_goes_over_an_encrypted_line_alone_where_there_is_one(
    people: tuple[Actor, Actor, Actor], client: TestClient
) -> None:
    headers = {"origin": "https://testserver"}
    answer = client.post("/login", data={"login": "jia", "password": PASSWORD}, headers=headers)
    assert "secure" in answer.headers["set-cookie"].lower()


@pytest.mark.parametrize("tries", [1, 6])
def test_a_wrong_password_gives_none_and_is_slowed_down(
    people: tuple[Actor, Actor, Actor], client: TestClient, tries: int
) -> None:
    said = {"login": "jia", "password": "no"}
    answer = [client.post("/login", data=said, headers=HERE) for _ in range(tries)][-1]
    assert answer.headers["location"] == f"/?login={'failed' if tries == 1 else 'many'}"
    assert "set-cookie" not in answer.headers


@pytest.mark.parametrize("origin", ["http://evil.example", "null", ""])
def test_a_form_of_another_page_is_refused(
    people: tuple[Actor, Actor, Actor], client: TestClient, origin: str
) -> None:
    answer = client.post("/login", data={"login": "jia", "password": PASSWORD}, headers={"origin": origin})
    assert answer.status_code == 403


def test_a_form_that_is_too_long_is_refused(client: TestClient) -> None:
    answer = client.post("/login", content=b"login=" + b"a" * 10_000, headers=HERE)
    assert answer.status_code == 413


def test_a_logout_ends_the_login(people: tuple[Actor, Actor, Actor], client: TestClient) -> None:
    token = logged_in(people[1])
    client.cookies.set(COOKIE, token)
    answer = client.post("/logout", headers=HERE)
    assert answer.status_code == 303
    assert house().store.accounts.resume(token) is None


def test_with_accounts_nobody_sees_a_page_without_a_login(people: tuple[Actor, Actor, Actor]) -> None:
    page = page_at(login="failed")
    assert not page.file_uploader
    assert not page.chat_input
    assert page.error[0].value.startswith("登录名或密码不对")


def test_each_sees_their_own_filings_only(
    people: tuple[Actor, Actor, Actor], checked_faulty: Checked
) -> None:
    one = keep(checked_faulty, actor=people[1])
    first, second = logged_in(people[1]), logged_in(people[2])
    with patch("ui.session.token", lambda: first):
        assert page_at().subheader[0].value == "我的材料（1）"
    with patch("ui.session.token", lambda: second):
        assert not page_at().subheader
        page = page_at(**{Param.SUBMISSION: one})
        assert not page.tabs
        assert page.warning[0].value == "没有这份材料，或者它已被删除。"


def test_a_session_is_not_handed_from_one_user_to_the_next(
    people: tuple[Actor, Actor, Actor], checked_faulty: Checked
) -> None:
    one = keep(checked_faulty, actor=people[1])
    first, second = logged_in(people[1]), logged_in(people[2])
    with patch("ui.session.token", lambda: first):
        page = page_at(**{Param.SUBMISSION: one})
        assert page.tabs
    with patch("ui.session.token", lambda: second):
        page.query_params.clear()
        page.run()
        assert not page.exception
        assert not page.tabs
        assert page.session_state[Key.SESSION].submission == ""


def test_an_applicant_hands_in_and_takes_back(
    people: tuple[Actor, Actor, Actor], checked_faulty: Checked
) -> None:
    one = keep(checked_faulty, actor=people[1])
    token = logged_in(people[1])
    with patch("ui.session.token", lambda: token):
        page = page_at(**{Param.SUBMISSION: one})
        page.button(key=Key.HAND_IN).click().run()
        assert "状态：待审核" in texts(page)
        page.button(key=Key.TAKE_BACK).click().run()
        assert "状态：自查中" in texts(page)


def test_a_page_whose_login_has_ended_asks_for_it_again(
    people: tuple[Actor, Actor, Actor], checked_faulty: Checked
) -> None:
    one, token = keep(checked_faulty, actor=people[1]), logged_in(people[1])
    with patch("ui.session.token", lambda: token):
        page = page_at(**{Param.SUBMISSION: one})
        house().store.accounts.logout(token)
        page.button(key=Key.HAND_IN).click().run()
    assert not page.exception
    assert not page.tabs
    assert "请先登录" in page.caption[0].value


def test_what_the_store_refuses_is_told_in_a_sentence(
    people: tuple[Actor, Actor, Actor], checked_faulty: Checked
) -> None:
    one, token = keep(checked_faulty, actor=people[1]), logged_in(people[1])
    with patch("ui.session.token", lambda: token):
        page = page_at(**{Param.SUBMISSION: one})
        house().store.as_(people[1]).submissions.hand_in(one)  # in another window
        page.button(key=Key.HAND_IN).click().run()
    assert not page.exception
    assert [each.value for each in page.error] == ["这份材料已经提交。"]


def test_an_administrator_comes_to_pages_without_filings(people: tuple[Actor, Actor, Actor]) -> None:
    token = logged_in(people[0])
    with patch("ui.session.token", lambda: token):
        page = page_at()
    assert not page.exception
    assert [each.value for each in page.title] == ["问通知，问申报书"]
    assert not page.multiselect


@pytest.mark.parametrize(("address", "refused"), [("::", True), ("", True), ("127.0.0.1", False)])
def test_without_accounts_it_serves_this_machine_alone(
    address: str,
    refused: bool,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("SHENBAO_DATA", str(tmp_path / "without"))
    with patch("streamlit.config.get_option", lambda _: address):
        if refused:
            with pytest.raises(SystemExit):
                refuse_to_others()
            assert "账号" in capsys.readouterr().err
        else:
            refuse_to_others()


def test_with_accounts_it_serves_others(people: tuple[Actor, Actor, Actor]) -> None:
    with patch("streamlit.config.get_option", lambda _: "::"):
        refuse_to_others()
