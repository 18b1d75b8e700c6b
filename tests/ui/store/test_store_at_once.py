"""Many people at once, many filings, many uploads."""

import gc
import shutil
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from time import process_time

import pytest
from sqlmodel import select

from tests.ui.store.conftest import people, upload
from ui.store import Desk, Filter, Places, Store, open_store
from ui.store.judging import judge_each
from ui.store.settling import contexts
from ui.store.tables import SubmissionRow, new_id
from ui.worker import Reading

USERS = 20
ROOT = Path(__file__).resolve().parents[3]


def _session(desk: Desk, reading: Reading, number: int) -> int:
    """What one person does in a few minutes; gives how many submissions they see at the end."""
    id_ = desk.submissions.put(upload(f"{number}".encode()), reading, hand_in=True)
    desk.submissions.list(Filter(text="云"), sort="platform")
    desk.submissions.get(id_)
    talk = desk.talks.begin(submission_id=id_)
    for each in range(3):
        desk.talks.add(talk, f"问{each}", {"n": each})
    desk.submissions.note_export([id_], "报告")
    desk.submissions.take_back(id_)
    desk.submissions.hand_in(id_)
    assert len(desk.talks.get(talk).turns) == 3
    return desk.submissions.list(Filter(mine=True)).total


def test_twenty_people_at_once_do_not_get_in_each_others_way(either: Store, bad: Reading) -> None:
    desks = people(either)
    crowd = [desks[each] for each in ("company", "rival", "city", "province")]
    with ThreadPoolExecutor(USERS) as pool:
        counts = list(pool.map(lambda n: _session(crowd[n % len(crowd)], bad, n), range(USERS)))
    assert all(1 <= each <= USERS // len(crowd) for each in counts)
    assert desks["province"].submissions.list(size=0).total == USERS
    assert len(set(either._core.files.names())) == USERS


def test_corrections_made_at_the_same_moment_are_all_kept_and_all_judged(either: Store, bad: Reading) -> None:
    desks = people(either)
    id_ = desks["company"].submissions.put(upload(), bad, hand_in=True)
    paths = [
        "platform.investment",
        "applicant.registered_capital",
        "platform.industry_count",
        "applicant.address",
    ]
    values = [11, 22, 3, "河北省张家口市桥东区一号"]
    reviewers = (desks["city"], desks["province"])

    def correct(n: int) -> None:
        reviewers[n % 2].review.correct(id_, paths[n], values[n], reason="原件")

    with ThreadPoolExecutor(len(paths)) as pool:
        list(pool.map(correct, range(len(paths))))
    listed = desks["province"].submissions.get(id_).listed
    assert listed.corrections == len(paths)
    kept = desks["province"].contents.report(id_).report
    desks["province"].submissions.judge_again(id_)
    assert desks["province"].contents.report(id_).report == kept


def test_processes_share_a_store(store: Store, places: Places, bad: Reading) -> None:
    local = store.as_(store.accounts.local())
    first = local.submissions.put(upload(), bad)
    script = textwrap.dedent(
        """
        import sys
        from pathlib import Path
        from ui.store import Places, open_store
        store = open_store(Places.under(Path(sys.argv[1])))
        desk = store.as_(store.accounts.local())
        for n in range(15):
            desk.talks.add(desk.talks.begin(submission_id=sys.argv[2]), "问", {"n": n})
            desk.submissions.note_export([sys.argv[2]], "报告")
        store.close()
        """
    )
    command = [sys.executable, "-c", script, str(places.folder), first]
    running = [
        subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True, encoding="utf-8")
        for _ in range(2)
    ]
    assert [(each.communicate(timeout=120)[1], each.returncode) for each in running] == [("", 0)] * 2
    assert sum(each.action == "exported" for each in local.audit.list(size=500)) == 30


@pytest.fixture(scope="session")
def crowded(template: Path, tmp_path_factory: pytest.TempPathFactory, bad: Reading) -> Iterator[Store]:
    """Fill a store with a thousand submissions."""
    folder = tmp_path_factory.mktemp("crowded") / "data"
    shutil.copytree(template, folder)
    store = open_store(Places.under(folder), judge=judge_each)
    desk = store.as_(store.accounts.local())
    made = desk.submissions.put(upload(), bad)
    with store._core.database.writing() as session:
        row = session.exec(select(SubmissionRow)).one()
        for n in range(999):
            copied = row.model_dump() | {
                "id": new_id(),
                "platform": f"平台{n}",
                "searched": f"平台{n}\n公司{n}",
            }
            session.add(SubmissionRow(**copied))
    assert made
    yield store
    store.close()


def test_a_thousand_submissions_are_listed_in_no_time(crowded: Store) -> None:
    desk = crowded.as_(crowded.accounts.local())
    desk.submissions.list()
    began = process_time()
    page = desk.submissions.list(Filter(text="平台1", verdicts=("fail",)), sort="verdict")
    desk.submissions.counts()
    one = process_time() - began
    everything = desk.submissions.list(size=0)
    whole = process_time() - began - one
    assert page.total == 111
    assert len(everything.rows) == 1000
    # A page may take a second for all it does; these are its looks into the store, in seconds of work.
    assert one < 0.2
    assert whole < 0.3


def test_nothing_is_held_on_to_from_one_upload_to_the_next(places: Places, bad: Reading) -> None:
    ready = judge_each(bad, contexts({}))
    store = open_store(places, judge=lambda reading, asked: ready)
    desk = store.as_(store.accounts.local())

    def work(rounds: int) -> int:
        for n in range(rounds):
            id_ = desk.submissions.put(upload(f"{n}".encode()), bad)
            desk.submissions.get(id_)
            desk.contents.form(id_)
            desk.submissions.delete(id_)
        gc.collect()
        return len(gc.get_objects())

    before = work(10)
    grown = work(20) - before
    store.close()
    assert grown < 20 * 10  # a reading alone is thousands of objects; the note of who looked is one
