"""Uploads on their way: in whose turn, taken up again, taken back, failed."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from extractors.errors import ReadError
from tests.ui.altered import faultless
from ui.jobs import Job, Jobs, TooMany
from ui.store import Actor, Places, Store, open_store
from ui.store.judging import judge_each
from ui.submissions import Checked, Upload
from ui.worker import Reading

PATIENCE = 20.0


class Reader:
    """Reads as it is told to: not before the gate is open, and not what is called `bad`."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.gate = threading.Event()
        self.order: list[str] = []

    def __call__(self, upload: Upload, *, progress: Callable[..., None], **_: str) -> Reading:
        self.order.append(upload.name)
        while not self.gate.wait(0.01):
            progress("读取文件", 1, 2)
        if "bad" in upload.name:
            raise ReadError("这个文件读不了。")
        return self.reading


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    found = open_store(Places.under(tmp_path_factory.mktemp("data")), judge=judge_each)
    found.accounts.create_admin("admin", "Longer-than-this-1")
    yield found
    found.close()


@pytest.fixture(scope="module")
def people(store: Store) -> tuple[Actor, Actor]:
    (admin,) = store.accounts.list()
    desk = store.as_(Actor(admin.id, admin.name, "admin"))
    made = [desk.users.create(name, "applicant", email=f"{name}@example.com") for name in ("jia", "yi")]
    first, second = (Actor(each.id, each.name, each.role) for each in made)
    return first, second


@pytest.fixture
def reader(checked_faulty: Checked) -> Reader:
    return Reader(checked_faulty.reading)


@pytest.fixture
def jobs(store: Store, tmp_path: Path, reader: Reader) -> Iterator[Jobs]:
    made = Jobs(store, tmp_path / "inbox", workers=1, read=reader)
    yield made
    made.close()


def until(found: Callable[[], Any]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not found():
        assert time.monotonic() < deadline
        time.sleep(0.01)


def job(jobs: Jobs, job_id: str) -> Job:
    return next(each for each in jobs.all() if each.id == job_id)


def ended(jobs: Jobs, *ids: str) -> None:
    until(lambda: all(job(jobs, each).state in ("done", "failed") for each in ids))


def test_an_upload_ends_in_the_store_and_leaves_nothing_behind(
    store: Store, people: tuple[Actor, Actor], jobs: Jobs, reader: Reader, tmp_path: Path
) -> None:
    one = jobs.put(people[0], Upload("甲.docx", faultless()))
    until(lambda: job(jobs, one).steps)
    assert job(jobs, one).steps[-1].what == "读取文件"
    reader.gate.set()
    ended(jobs, one)
    kept = job(jobs, one).submission
    assert kept is not None
    assert store.as_(people[0]).submissions.get(kept).latest.name == "甲.docx"
    until(lambda: not list((tmp_path / "inbox").iterdir()))


def test_the_next_upload_of_a_submission_is_its_next_version(
    store: Store, people: tuple[Actor, Actor], jobs: Jobs, reader: Reader
) -> None:
    reader.gate.set()
    one = jobs.put(people[0], Upload("甲.docx", faultless()))
    ended(jobs, one)
    kept = job(jobs, one).submission or ""
    two = jobs.put(people[0], Upload("甲二.docx", faultless()), submission=kept)
    ended(jobs, two)
    assert len(store.as_(people[0]).submissions.get(kept).versions) == 2


def test_whoever_has_none_under_way_comes_before_somebodys_second(
    people: tuple[Actor, Actor], store: Store, tmp_path: Path, reader: Reader
) -> None:
    jobs = Jobs(store, tmp_path / "inbox", workers=2, read=reader)
    first = jobs.put(people[0], Upload("甲1", b"1"))
    until(lambda: job(jobs, first).state == "running")
    rest = [jobs.put(people[0], Upload(f"甲{each}", b"1")) for each in (2, 3)]
    until(lambda: job(jobs, rest[0]).state == "running")
    theirs = jobs.put(people[1], Upload("乙1", b"1"))
    jobs.drop(people[0], first)
    until(lambda: job(jobs, theirs).state == "running")
    assert job(jobs, rest[1]).state == "waiting"
    reader.gate.set()
    ended(jobs, *rest, theirs)
    assert reader.order == ["甲1", "甲2", "乙1", "甲3"]
    jobs.close()


def test_one_that_fails_says_why_and_can_be_tried_again(
    people: tuple[Actor, Actor], jobs: Jobs, reader: Reader
) -> None:
    reader.gate.set()
    one = jobs.put(people[0], Upload("bad.docx", b"1"))
    ended(jobs, one)
    assert job(jobs, one).sentence == "这个文件读不了。"
    jobs.retry(people[0], one)
    until(lambda: reader.order == ["bad.docx"] * 2)
    ended(jobs, one)


def test_others_neither_see_nor_touch_it(people: tuple[Actor, Actor], jobs: Jobs, reader: Reader) -> None:
    reader.gate.set()
    one = jobs.put(people[0], Upload("bad.docx", b"1"))
    ended(jobs, one)
    assert jobs.of(people[1]) == ()
    jobs.drop(people[1], one)
    jobs.retry(people[1], one)
    assert job(jobs, one).state == "failed"
    assert reader.order == ["bad.docx"]


def test_nobody_puts_a_version_into_somebody_elses_submission(
    people: tuple[Actor, Actor], jobs: Jobs, reader: Reader
) -> None:
    reader.gate.set()
    one = jobs.put(people[0], Upload("甲.docx", b"1"))
    ended(jobs, one)
    two = jobs.put(people[1], Upload("乙.docx", b"1"), submission=job(jobs, one).submission)
    ended(jobs, two)
    assert job(jobs, two).state == "failed"
    assert "无权" in job(jobs, two).sentence


def test_one_that_is_taken_back_is_not_kept(
    store: Store, people: tuple[Actor, Actor], jobs: Jobs, reader: Reader, tmp_path: Path
) -> None:
    before = store.as_(people[1]).submissions.list().total
    one = jobs.put(people[1], Upload("乙.docx", b"1"))
    until(lambda: job(jobs, one).state == "running")
    jobs.drop(people[1], one)
    reader.gate.set()
    assert jobs.of(people[1]) == ()
    two = jobs.put(people[1], Upload("bad.docx", b"1"))
    ended(jobs, two)
    assert store.as_(people[1]).submissions.list().total == before
    assert [each.name for each in (tmp_path / "inbox").iterdir()] == [two]


def test_what_was_cut_short_is_taken_up_with_all_its_files(
    store: Store, people: tuple[Actor, Actor], tmp_path: Path, reader: Reader
) -> None:
    before = Jobs(store, tmp_path / "inbox", workers=1, read=reader)
    one = before.put(people[0], Upload("三个文件", files=(("a.docx", b"1"), ("b.pdf", b"2"))))
    until(lambda: job(before, one).state == "running")
    before.close()
    (tmp_path / "inbox" / "half.part").mkdir()  # an upload that was cut short itself was never confirmed
    reader.gate.set()
    after = Jobs(store, tmp_path / "inbox", workers=1, read=reader)
    ended(after, one)
    kept = job(after, one).submission or ""
    assert [each.name for each in store.as_(people[0]).contents.files(kept)] == ["a.docx", "b.pdf"]
    assert not (tmp_path / "inbox" / "half.part").exists()
    after.close()


def test_what_ended_the_program_again_and_again_is_not_begun_once_more(
    store: Store, people: tuple[Actor, Actor], tmp_path: Path, reader: Reader
) -> None:
    first = Jobs(store, tmp_path / "inbox", workers=0, read=reader)
    one = first.put(people[0], Upload("甲", b"1"))
    order = tmp_path / "inbox" / one / "job.json"
    order.write_text(json.dumps({**json.loads(order.read_text()), "tries": 3}), encoding="ascii")
    second = Jobs(store, tmp_path / "inbox", workers=1, read=reader)
    assert job(second, one).state == "failed"
    assert reader.order == []
    second.close()


def test_a_fault_of_ours_is_told_of_and_stops_nothing(
    people: tuple[Actor, Actor], jobs: Jobs, reader: Reader, caplog: pytest.LogCaptureFixture
) -> None:
    reader.gate.set()
    reader.reading = None  # type: ignore[assignment]
    one = jobs.put(people[0], Upload("甲", b"1"))
    ended(jobs, one)
    assert "维护者" in job(jobs, one).sentence
    assert "Traceback" in caplog.text
    two = jobs.put(people[0], Upload("bad", b"1"))
    ended(jobs, two)


def test_a_user_can_not_fill_the_queue(people: tuple[Actor, Actor], jobs: Jobs) -> None:
    for each in range(30):
        jobs.put(people[0], Upload(f"{each}", b"1"))
    with pytest.raises(TooMany, match="30 份"):
        jobs.put(people[0], Upload("31", b"1"))
    jobs.put(people[1], Upload("乙", b"1"))
