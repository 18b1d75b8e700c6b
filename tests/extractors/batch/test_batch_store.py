"""Records on disk: whole or not there; one run at a time; what the disk says is one sentence."""

from __future__ import annotations

import errno
import io
import pickle
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from eval.filings.samples import SAMPLES, render
from extractors.batch.entries import look_at, scan
from extractors.batch.faults import Busy, CannotWrite, writing
from extractors.batch.lock import locked
from extractors.batch.records import packed_form, unpacked_form
from extractors.batch.scratch import scratch
from extractors.batch.store import Damaged, Head, Store, replaced
from extractors.batch.versions import versions_of
from extractors.submission import extract
from ui.batching import sources
from ui.worker import NOTICE, demands

ROOT = Path(__file__).resolve().parents[3]
HEAD = Head("甲.docx", "look", "digest", "reading", "judging")
PARTS = {"form": b"f" * 1000, "member": b"m", "body": b"", "judged": b"j" * 10}


@pytest.fixture
def store(tmp_path: Path) -> Store:
    made = Store(tmp_path / "records")
    made.open()
    return made


def record(tmp_path: Path) -> Path:
    (found,) = (path for path in (tmp_path / "records").rglob("*") if path.is_file())
    return found


def test_a_record_comes_back_as_it_was_written(store: Store) -> None:
    store.write(HEAD, PARTS)
    head = store.head("甲.docx")
    assert head is not None
    assert head._replace(parts={}) == HEAD
    assert store.read("甲.docx", "member", "judged") == (b"m", b"j" * 10)
    assert store.head("乙.docx") is None


@pytest.mark.parametrize("name", ["甲\udcff.docx", "con", "a/b", "名" * 80])
def test_any_name_has_a_record(store: Store, name: str) -> None:
    store.write(HEAD._replace(name=name), PARTS)
    head = store.head(name)
    assert head is not None
    assert head.name == name


@pytest.mark.parametrize("at", [0, 9, 30, -1, -500])
def test_a_record_with_a_wrong_byte_is_not_believed(store: Store, tmp_path: Path, at: int) -> None:
    store.write(HEAD, PARTS)
    data = bytearray(record(tmp_path).read_bytes())
    data[at] ^= 0x01
    record(tmp_path).write_bytes(data)
    with pytest.raises(Damaged):
        store.read("甲.docx", *PARTS)


@pytest.mark.parametrize("length", [0, 5, 100, -1])
def test_a_record_that_is_cut_short_is_none(store: Store, tmp_path: Path, length: int) -> None:
    store.write(HEAD, PARTS)
    record(tmp_path).write_bytes(record(tmp_path).read_bytes()[:length])
    assert store.head("甲.docx") is None


def test_what_a_killed_run_left_half_written_is_cleared_away(store: Store, tmp_path: Path) -> None:
    store.write(HEAD, PARTS)
    whole = record(tmp_path)
    whole.with_name(f".{whole.name}.part").write_bytes(b"half")
    store.open()
    assert record(tmp_path) == whole


def test_a_write_that_fails_leaves_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "results.jsonl"
    path.write_bytes(b"before")

    def fill_the_disk() -> None:
        with replaced(path) as file:
            file.write(b"after")
            raise OSError(errno.ENOSPC, "no room")

    with pytest.raises(CannotWrite):
        fill_the_disk()
    assert path.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOSPC, "磁盘已满"),
        (errno.EFBIG, "磁盘已满"),
        (errno.EACCES, "权限"),
        (errno.EROFS, "权限"),
        (errno.ENOTDIR, "同名的文件"),
        (errno.EIO, "磁盘或网络出错"),
    ],
)
def test_what_the_disk_says_is_one_sentence(tmp_path: Path, number: int, said: str) -> None:
    with pytest.raises(CannotWrite) as told, writing(tmp_path):
        raise OSError(number, "…")
    assert said in str(told.value)
    assert str(told.value).endswith("。")
    assert str(told.value).count("。") == 1


HOLD = """
import sys
from pathlib import Path
from extractors.batch.lock import locked
with locked(Path(sys.argv[1]), whose=Path('out')):
    print('held', flush=True)
    sys.stdin.read()
"""


def test_a_lock_is_held_until_its_process_ends_however_it_ends(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline().strip() == b"held"
        with pytest.raises(Busy), locked(path, whose=tmp_path):
            pass
        other.kill()
    with locked(path, whose=tmp_path):
        assert path.exists()


def test_scratch_that_a_killed_run_left_is_removed_and_nothing_else(tmp_path: Path) -> None:
    note = tmp_path / "scratch"
    with scratch(note) as left:
        note_of_the_killed = note.read_text(encoding="utf-8")
    left.mkdir()
    (left / "unpacked").write_bytes(b"1")
    note.write_text(note_of_the_killed, encoding="utf-8")
    with scratch(note):
        assert not left.exists()
    precious = tmp_path / "shenbao-batch-x"
    precious.mkdir()
    note.write_text(str(precious), encoding="utf-8")
    with scratch(note):
        assert precious.exists()


@pytest.fixture(scope="module")
def form_of_a_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """With whatever a form may have: tables, lists, attachments, appearance."""
    folder = tmp_path_factory.mktemp("filing")
    for number, sample in enumerate(SAMPLES.values()):
        (folder / f"{number}.docx").write_bytes(render(sample).docx)
    return folder


def test_a_form_comes_back_as_it_was(form_of_a_folder: Path) -> None:
    spec = demands(NOTICE).spec
    for path in form_of_a_folder.iterdir():
        form = extract(path, spec=spec)
        assert unpacked_form(packed_form(form), spec) == form


class Evil:
    def __reduce__(self) -> tuple[Any, ...]:
        return (print, ("a record that runs code",))


@pytest.mark.parametrize("value", [Evil(), io.BytesIO, Store, {"answers": Evil()}, 3, {}])
def test_what_is_no_form_is_not_unpacked(value: object, capsys: pytest.CaptureFixture[str]) -> None:
    import zlib

    with pytest.raises(Damaged):
        unpacked_form(zlib.compress(pickle.dumps(value)), demands(NOTICE).spec)
    assert capsys.readouterr().out == ""


def test_a_scan_sees_every_entry_and_a_look_every_change(tmp_path: Path) -> None:
    (tmp_path / "乙").mkdir()
    (tmp_path / "乙" / "内").mkdir()
    (tmp_path / "甲.docx").write_bytes(b"1")
    assert [entry.name for entry in scan(tmp_path, leave_out={"甲.docx"})] == ["乙"]
    looks = [look_at(tmp_path / "乙").mark]
    (tmp_path / "乙" / "内" / "附件.pdf").write_bytes(b"12")
    looks.append(look_at(tmp_path / "乙").mark)
    (tmp_path / "乙" / "内" / "附件.pdf").rename(tmp_path / "乙" / "内" / "附件2.pdf")
    looks.append(look_at(tmp_path / "乙").mark)
    assert len(set(looks)) == 3


def test_scans_cost_more_than_typed_files_of_their_size(tmp_path: Path) -> None:
    for name in ("a.docx", "b.pdf", "c.jpg"):
        (tmp_path / name).write_bytes(b"1" * 1_000_000)
    costs = [entry.look.cost for entry in scan(tmp_path, leave_out=())]
    assert costs == sorted(costs)
    assert len(set(costs)) == 3


def test_versions_tell_readers_from_rules(tmp_path: Path) -> None:
    notices, (writers, *_) = tmp_path / "notices", (tmp_path / "ui", None)
    (notices / "one" / "rules").mkdir(parents=True)
    writers.mkdir()
    (notices / "one" / "form.py").write_text("1", encoding="utf-8")
    (notices / "one" / "rules" / "dates.py").write_text("1", encoding="utf-8")
    first = versions_of(notices, [writers])
    (notices / "one" / "rules" / "dates.py").write_text("2", encoding="utf-8")
    second = versions_of(notices, [writers])
    assert second.readers == first.readers
    assert second.rules != first.rules
    (notices / "one" / "form.py").write_text("2", encoding="utf-8")
    assert versions_of(notices, [writers]).readers != second.readers


def test_what_versions_are_made_of_is_there() -> None:
    notices, ours = sources()
    assert (notices / "hebei_2022_719" / "rules").is_dir()
    assert (ours / "batching.py").is_file()
