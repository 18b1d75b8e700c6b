"""Every public query, as every role, on what is theirs and on what is not."""

import inspect
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests.ui.store.conftest import PASSWORD, people, upload
from ui.store import (
    Actor,
    AuditFilter,
    Desk,
    LoginNeeded,
    NotAllowed,
    NotThere,
    Places,
    Store,
    finding_key,
    open_store,
)
from ui.store.core import Topic
from ui.store.judging import judge_each
from ui.store.values import ROLES
from ui.submissions import Upload
from ui.worker import Reading


class Case(NamedTuple):
    """One public method: how it is called on somebody's handed-in submission, and whose desks it answers."""

    call: Callable[[Desk, "World"], Any]
    answers: frozenset[str]


class World(NamedTuple):
    """What the calls are made on."""

    desks: dict[str, Desk]
    handed_in: str  # of `company`, in the city of `city`
    draft: str  # of `company`
    finding: str
    talk: str  # of `company`
    batch: str  # of `city`
    reading: Reading


EVERYBODY = frozenset({"admin", "company", "rival", "city", "other-city", "province"})
OWNER = frozenset({"company"})
SEES = frozenset({"company", "city", "province"})  # the submission that `company` handed in
REVIEWS = frozenset({"city", "province"})
ADMIN = frozenset({"admin"})
FILERS = EVERYBODY - ADMIN
NOBODY: frozenset[str] = frozenset()


def _correct(desk: Desk, world: World) -> None:
    desk.review.correct(world.handed_in, "platform.investment", "3200", reason="审计报告")


def _withdraw(desk: Desk, world: World) -> None:
    world.desks["province"].review.correct(world.handed_in, "platform.investment", "3200", reason="审计报告")
    desk.review.withdraw(world.handed_in, "platform.investment")


def _returned(desk: Desk, world: World) -> None:
    world.desks["province"].review.decide(world.handed_in, "return", reason="缺附件")
    desk.submissions.hand_in(world.handed_in)


def _folder(desk: Desk, world: World) -> None:
    with desk.contents.folder(world.handed_in):
        pass


def _user(desk: Desk, world: World) -> str:
    return world.desks["rival"].actor.id


CASES: dict[str, Case] = {
    "submissions.put": Case(lambda desk, world: desk.submissions.put(upload(), world.reading), FILERS),
    "submissions.put_version": Case(
        lambda desk, world: desk.submissions.put_version(world.handed_in, upload(b"2"), world.reading), OWNER
    ),
    "submissions.read_again": Case(
        lambda desk, world: desk.submissions.read_again(world.handed_in, world.reading), SEES
    ),
    "submissions.judge_again": Case(lambda desk, world: desk.submissions.judge_again(world.handed_in), SEES),
    "submissions.hand_in": Case(_returned, OWNER),
    "submissions.take_back": Case(lambda desk, world: desk.submissions.take_back(world.handed_in), OWNER),
    "submissions.delete": Case(
        lambda desk, world: desk.submissions.delete(world.handed_in), OWNER | {"province"}
    ),
    "submissions.sweep": Case(lambda desk, world: desk.submissions.sweep(), FILERS),
    "submissions.list": Case(
        lambda desk, world: next(
            each for each in desk.submissions.list(size=0).rows if each.id == world.handed_in
        ),
        SEES,
    ),
    "submissions.counts": Case(
        lambda desk, world: desk.submissions.counts()["state"]["submitted"],
        SEES,
    ),
    "submissions.get": Case(lambda desk, world: desk.submissions.get(world.handed_in), SEES),
    "submissions.note_export": Case(
        lambda desk, world: desk.submissions.note_export([world.handed_in], "附件2"), SEES
    ),
    "contents.reading": Case(lambda desk, world: desk.contents.reading(world.handed_in), SEES),
    "contents.form": Case(lambda desk, world: desk.contents.form(world.handed_in), SEES),
    "contents.report": Case(lambda desk, world: desk.contents.report(world.handed_in), SEES),
    "contents.mended": Case(lambda desk, world: desk.contents.mended(world.handed_in, before=1), SEES),
    "contents.files": Case(lambda desk, world: desk.contents.files(world.handed_in), SEES),
    "contents.file": Case(lambda desk, world: desk.contents.file(world.handed_in, "申报书.docx"), SEES),
    "contents.upload": Case(lambda desk, world: desk.contents.upload(world.handed_in), SEES),
    "contents.folder": Case(_folder, SEES),
    "review.correct": Case(_correct, REVIEWS),
    "review.withdraw": Case(_withdraw, REVIEWS),
    "review.corrections": Case(lambda desk, world: desk.review.corrections(world.handed_in), SEES),
    "review.in_force": Case(lambda desk, world: desk.review.in_force(world.handed_in), SEES),
    "review.judge": Case(
        lambda desk, world: desk.review.judge(world.handed_in, world.finding, "accepted"), REVIEWS
    ),
    "review.judgements": Case(lambda desk, world: desk.review.judgements(world.handed_in), REVIEWS),
    "review.decide": Case(lambda desk, world: desk.review.decide(world.handed_in, "approve"), REVIEWS),
    "talks.begin": Case(lambda desk, world: desk.talks.begin(submission_id=world.handed_in), SEES),
    "talks.add": Case(lambda desk, world: desk.talks.add(world.talk, "问", {}), OWNER),
    "talks.list": Case(
        lambda desk, world: next(each for each in desk.talks.list() if each.id == world.talk), OWNER
    ),
    "talks.get": Case(lambda desk, world: desk.talks.get(world.talk), OWNER),
    "talks.delete": Case(lambda desk, world: desk.talks.delete(world.talk), OWNER),
    "batches.begin": Case(lambda desk, world: desk.batches.begin("批", ["一"]), REVIEWS | {"other-city"}),
    "batches.set_item": Case(
        lambda desk, world: desk.batches.set_item(world.batch, 1, "done"), frozenset({"city"})
    ),
    "batches.retry": Case(lambda desk, world: desk.batches.retry(world.batch), frozenset({"city"})),
    "batches.list": Case(
        lambda desk, world: next(each for each in desk.batches.list() if each.id == world.batch),
        frozenset({"city"}),
    ),
    "batches.get": Case(lambda desk, world: desk.batches.get(world.batch), frozenset({"city"})),
    "batches.delete": Case(lambda desk, world: desk.batches.delete(world.batch), frozenset({"city"})),
    "users.list": Case(lambda desk, world: desk.users.list(), ADMIN),
    "users.create": Case(lambda desk, world: desk.users.create("new", "admin", password=PASSWORD), ADMIN),
    "users.change": Case(lambda desk, world: desk.users.change(_user(desk, world), role="admin"), ADMIN),
    "users.set_password": Case(
        lambda desk, world: desk.users.set_password(_user(desk, world), PASSWORD), ADMIN
    ),
    "settings.all": Case(lambda desk, world: desk.settings.all(), EVERYBODY),
    "settings.set": Case(lambda desk, world: desk.settings.set("rules", {"NUM002": "off"}), ADMIN),
    "audit.list": Case(lambda desk, world: desk.audit.list(AuditFilter()), ADMIN),
    "audit.of_submission": Case(lambda desk, world: desk.audit.of_submission(world.handed_in), REVIEWS),
}
ABOUT_THE_SUBMISSION = tuple(
    name
    for name, case in CASES.items()
    if "world.handed_in" in inspect.getsource(case.call) or case.call in (_correct, _withdraw, _folder)
)


def public_methods() -> Iterator[tuple[str, Any]]:
    """Every method that a page can call on a desk: topic.method."""
    for topic, kind in _topics().items():
        for name, method in inspect.getmembers(kind, inspect.isfunction):
            if not name.startswith("_"):
                yield f"{topic}.{name}", method


def _topics() -> dict[str, type[Topic]]:
    desk = Desk(None, None)  # type: ignore[arg-type]  # it only holds its topics
    return {name: type(each) for name, each in vars(desk).items() if isinstance(each, Topic)}


class Made(NamedTuple):
    """A data folder to copy, and what is in it."""

    folder: Path
    world: World


@pytest.fixture(scope="session")
def made(template: Path, tmp_path_factory: pytest.TempPathFactory, bad: Reading) -> Made:
    """Make one submission that is handed in and one draft, a conversation, a batch."""
    folder = tmp_path_factory.mktemp("world") / "data"
    shutil.copytree(template, folder)
    store = open_store(Places.under(folder), judge=judge_each)
    desks = people(store)
    mine = desks["company"]
    handed_in = mine.submissions.put(upload(b"handed in"), bad, hand_in=True)
    finding = desks["province"].contents.report(handed_in).report.findings[0]
    world = World(
        desks=desks,
        handed_in=handed_in,
        draft=mine.submissions.put(upload(b"draft"), bad),
        finding=finding_key(finding),
        talk=mine.talks.begin(title="一段"),
        batch=desks["city"].batches.begin("一批", ["甲", "乙"]),
        reading=bad,
    )
    store.close()
    return Made(folder, world)


@pytest.fixture
def made_store(made: Made, tmp_path: Path) -> Iterator[Store]:
    """Open a copy of that folder."""
    shutil.copytree(made.folder, tmp_path / "made")
    store = open_store(Places.under(tmp_path / "made"), judge=judge_each)
    yield store
    store.close()


@pytest.fixture
def world(made: Made, made_store: Store) -> World:
    """Give the copy's world."""
    desks = {login: made_store.as_(desk.actor) for login, desk in made.world.desks.items()}
    return made.world._replace(desks=desks)


def test_every_public_method_has_a_case_here() -> None:
    assert {name for name, _ in public_methods()} == set(CASES)


def test_every_public_method_names_the_roles_that_may_call_it() -> None:
    for name, method in public_methods():
        assert method.roles, name
        assert method.roles <= set(ROLES), name


@pytest.mark.parametrize("name", CASES)
def test_who_may(name: str, world: World) -> None:
    # Those who may not come first: the call may well change what the others would see.
    refused = [login for login in sorted(EVERYBODY) if login not in CASES[name].answers]
    for login in refused:
        with pytest.raises((NotAllowed, NotThere, StopIteration, KeyError)):
            CASES[name].call(world.desks[login], world)
    allowed = sorted(CASES[name].answers, key=lambda login: login != "province")
    CASES[name].call(world.desks[allowed[0]], world)


@pytest.mark.parametrize("login", sorted(SEES))
def test_all_who_may_see_a_submission_do(login: str, world: World) -> None:
    for name in ("submissions.list", "submissions.get", "contents.form", "contents.report", "contents.file"):
        CASES[name].call(world.desks[login], world)


@pytest.mark.parametrize("login", sorted(EVERYBODY - OWNER))
def test_a_draft_is_there_for_its_owner_alone(login: str, world: World) -> None:
    on_draft = world._replace(handed_in=world.draft)
    for name in ABOUT_THE_SUBMISSION:
        with pytest.raises((NotAllowed, NotThere, StopIteration)):
            CASES[name].call(world.desks[login], on_draft)


def test_what_one_may_not_see_looks_like_what_is_not_there(world: World) -> None:
    told = []
    for wanted in (world.handed_in, "0" * 32):
        with pytest.raises(NotThere) as refusal:
            world.desks["rival"].submissions.get(wanted)
        told.append(str(refusal.value))
    assert told[0] == told[1]


def test_a_role_that_was_taken_away_is_gone_at_once(world: World) -> None:
    province = world.desks["province"]
    world.desks["admin"].users.change(province.actor.id, role="applicant")
    with pytest.raises(NotThere):
        province.submissions.get(world.handed_in)


def test_a_disabled_account_can_do_nothing_on_a_page_that_is_still_open(world: World) -> None:
    world.desks["admin"].users.change(world.desks["company"].actor.id, disabled=True)
    with pytest.raises(NotAllowed):
        world.desks["company"].submissions.list()


def test_a_role_made_up_by_a_page_counts_for_nothing(made_store: Store, world: World) -> None:
    made_up = made_store.as_(Actor(world.desks["rival"].actor.id, "rival", "province"))
    with pytest.raises(NotThere):
        made_up.submissions.get(world.handed_in)


def test_nobody_works_without_a_login_where_there_are_accounts(store: Store) -> None:
    before = store.accounts.local()
    store.accounts.create_admin("admin", PASSWORD)
    with pytest.raises(LoginNeeded):
        store.accounts.local()
    with pytest.raises(NotAllowed):
        store.as_(before).submissions.list()


def test_the_local_user_may_do_everything_but_accounts(store: Store, bad: Reading) -> None:
    desk = store.as_(store.accounts.local())
    id_ = desk.submissions.put(Upload("申报书.docx", b"x"), bad)
    desk.review.correct(id_, "platform.investment", 12, reason="核对原件")
    desk.review.decide(id_, "recommend", rank=1)
    desk.settings.set("rules", {"NUM002": "off"})
    assert desk.audit.list()
    with pytest.raises(NotAllowed):
        desk.users.list()


def test_an_applicant_is_not_told_ranks_nor_what_reviewers_dismissed(world: World) -> None:
    province, company = world.desks["province"], world.desks["company"]
    province.review.judge(world.handed_in, world.finding, "dismissed", reason="原件清楚")
    province.review.decide(world.handed_in, "recommend", rank=2)
    seen, theirs = (each.submissions.get(world.handed_in) for each in (company, province))
    assert theirs.listed.rank == 2
    assert theirs.listed.reviewer_view != theirs.listed.applicant_view
    assert seen.listed.rank is None
    assert seen.decisions[0].rank is None
    assert seen.listed.reviewer_view == seen.listed.applicant_view
    assert company.contents.report(world.handed_in, view="reviewer").view == "applicant"
