"""Conversations under a name: kept, gone on with, and never lost to another process."""

import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from assistant.sessions import BadName, Stored, load_session, save_turn


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SHENBAO_HOME", str(tmp_path))
    return tmp_path


def save(name: str, number: int) -> None:
    save_turn(name, question=f"问{number}", answer="答", conversation={"field": "x"}, talk={"asked": True})


def test_a_new_session_is_empty() -> None:
    assert load_session("甲") == Stored()


def test_a_turn_is_kept_with_what_the_next_one_goes_on_from() -> None:
    save("甲-1", 1)
    kept = load_session("甲-1")
    assert [each["question"] for each in kept.turns] == ["问1"]
    assert (kept.conversation, kept.talk) == ({"field": "x"}, {"asked": True})


@pytest.mark.parametrize(
    "name", ["", "../甲", "a/b", "a\\b", ".", "con", "NUL", "甲" * 65, "a b", "a.b", "a\0"]
)
def test_a_name_that_could_lead_elsewhere_is_refused(name: str) -> None:
    with pytest.raises(BadName):
        save(name, 1)


def test_turns_of_several_at_once_are_all_kept() -> None:
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda number: save("甲", number), range(24)))
    assert {each["question"] for each in load_session("甲").turns} == {f"问{each}" for each in range(24)}


def test_only_the_last_turns_are_kept() -> None:
    for number in range(55):
        save("甲", number)
    assert [load_session("甲").turns[at]["question"] for at in (0, -1)] == ["问5", "问54"]


def test_a_file_that_is_no_session_begins_anew(home: Path) -> None:
    save("甲", 1)
    (home / "sessions" / "甲.json").write_text("{", encoding="utf-8")
    assert load_session("甲") == Stored()
    save("甲", 2)
    assert (
        json.loads((home / "sessions" / "甲.json").read_text(encoding="utf-8"))["turns"][0]["question"]
        == "问2"
    )


def test_a_lock_left_behind_is_taken_over(home: Path) -> None:
    import os

    lock = home / "sessions" / "甲.lock"
    lock.parent.mkdir(parents=True)
    lock.touch()
    os.utime(lock, (1, 1))
    save("甲", 1)
    assert not lock.exists()
