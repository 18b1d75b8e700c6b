"""What a run over a set reads, what it leaves alone, and what stands in its files."""

from __future__ import annotations

import os
import shutil
from datetime import date
from pathlib import Path

import pytest

from eval.filings.truth import draw
from extractors.batch.reading import read
from extractors.batch.store import PARTS, Store
from extractors.batch.versions import Versions
from extractors.errors import Corrupt, Empty, NotFound, ReadError, Unsupported
from tests.extractors.batch.running import Here, filing, lines, run_here

FILES = ("results.jsonl", "failed.jsonl", "names.txt")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two filings that can be read, one of them in a folder, one that can't, and junk."""
    made = tmp_path / "一批"
    (made / "乙公司").mkdir(parents=True)
    (made / "乙公司" / "申报书.docx").write_bytes(filing(2))
    (made / "甲公司.docx").write_bytes(filing(1))
    (made / "坏.docx").write_text("不是文档", encoding="utf-8")
    (made / "Thumbs.db").write_bytes(b"junk")
    (made / "~$甲公司.docx").write_bytes(b"junk")
    for path in made.rglob("*"):
        untouched_for(path, hours=1)
    return made


def untouched_for(path: Path, *, hours: int) -> None:
    """As of a file that was laid there some time ago: a mark of one that was just touched is not trusted."""
    then = path.stat().st_mtime_ns - hours * 3_600_000_000_000
    os.utime(path, ns=(then, then))


@pytest.fixture(autouse=True)
def long_ago(monkeypatch: pytest.MonkeyPatch) -> None:
    """The disk's own time of change can't be set: let every look be at files that have lain for a while."""
    monkeypatch.setattr("extractors.batch.entries._TICK", -1)
    monkeypatch.setattr("extractors.batch.entries._COARSE_TICK", -1)


def outputs(out: Path) -> dict[str, bytes]:
    return {name: (out / name).read_bytes() for name in FILES}


def test_each_entry_is_a_submission_and_lines_are_ordered_by_path(folder: Path, tmp_path: Path) -> None:
    summary = run_here(folder, tmp_path / "out")
    results = lines(tmp_path / "out" / "results.jsonl")
    assert [each["source"]["path"] for each in results] == ["乙公司", "甲公司.docx"]
    assert results[0]["source"]["files"][0]["path"] == "申报书.docx"
    failed = lines(tmp_path / "out" / "failed.jsonl")
    assert [(each["path"], each["error"]) for each in failed] == [("坏.docx", "unsupported")]
    assert (summary.counts.total, summary.counts.unread, summary.read) == (3, 1, 3)


def test_a_line_is_what_check_prints_but_for_the_set(folder: Path, tmp_path: Path) -> None:
    from extractors.check import check
    from extractors.result import checked
    from extractors.rules import Context
    from extractors.submission import extract
    from tests.extractors.batch.running import DAY
    from ui.worker import NOTICE, demands

    run_here(folder, tmp_path / "out")
    wanted = demands(NOTICE)
    form = extract(folder / "甲公司.docx", spec=wanted.spec)
    alone = checked(form, check(form, rules=wanted.rules, context=Context(today=DAY), planned=wanted.planned))
    line = lines(tmp_path / "out" / "results.jsonl")[1]
    of_the_set = ("findings", "rules_run", "rules_not_run", "verdict", "source")
    assert {key: each for key, each in line.items() if key not in of_the_set} == {
        key: each for key, each in alone.items() if key not in of_the_set
    }
    assert [each for each in line["findings"] if not each["rule"].startswith("SET")] == alone["findings"]
    assert list(line)[: len(alone)] == list(alone)


def test_a_run_over_an_unchanged_set_does_nothing(folder: Path, tmp_path: Path) -> None:
    run_here(folder, tmp_path / "out")
    before, engine = outputs(tmp_path / "out"), Here()
    stamps = [(tmp_path / "out" / name).stat().st_mtime_ns for name in FILES]
    summary = run_here(folder, tmp_path / "out", engine=engine)
    assert engine.orders == []
    assert (summary.counts.total, summary.counts.unread, summary.read) == (3, 1, 0)
    assert outputs(tmp_path / "out") == before
    assert [(tmp_path / "out" / name).stat().st_mtime_ns for name in FILES] == stamps


@pytest.mark.parametrize("name", FILES)
def test_an_output_that_somebody_changed_or_removed_is_written_again(
    folder: Path, tmp_path: Path, name: str
) -> None:
    out, engine = tmp_path / "out", Here()
    run_here(folder, out)
    before = outputs(out)
    (out / name).write_bytes(b"another")
    run_here(folder, out, engine=engine)
    assert outputs(out) == before
    (out / name).unlink()
    run_here(folder, out, engine=engine)
    assert outputs(out) == before
    assert engine.orders == []


def test_what_changed_was_added_or_removed_is_all_that_is_done_again(folder: Path, tmp_path: Path) -> None:
    run_here(folder, tmp_path / "out")
    (folder / "甲公司.docx").write_bytes(filing(4))
    (folder / "丙公司.docx").write_bytes(filing(3))
    shutil.rmtree(folder / "乙公司")
    engine = Here()
    run_here(folder, tmp_path / "out", engine=engine)
    assert sorted(engine.names) == ["丙公司.docx", "甲公司.docx"]
    run_here(folder, tmp_path / "afresh")
    assert outputs(tmp_path / "out") == outputs(tmp_path / "afresh")


def test_a_file_in_a_folder_that_changed_makes_its_submission_another(folder: Path, tmp_path: Path) -> None:
    run_here(folder, tmp_path / "out")
    (folder / "乙公司" / "附件.docx").write_bytes(filing(2))
    engine = Here()
    run_here(folder, tmp_path / "out", engine=engine)
    assert engine.names == ["乙公司"]


def test_a_change_that_keeps_size_and_time_is_seen(folder: Path, tmp_path: Path) -> None:
    run_here(folder, tmp_path / "out")
    path = folder / "甲公司.docx"
    status, data = path.stat(), bytearray(path.read_bytes())
    data[-1] ^= 1
    path.write_bytes(data)
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    engine = Here()
    run_here(folder, tmp_path / "out", engine=engine)
    assert engine.names == ["甲公司.docx"]


def test_files_that_were_touched_and_say_the_same_are_not_read_again(folder: Path, tmp_path: Path) -> None:
    run_here(folder, tmp_path / "out")
    before = outputs(tmp_path / "out")
    untouched_for(folder / "甲公司.docx", hours=2)
    engine = Here()
    run_here(folder, tmp_path / "out", engine=engine)
    (order,) = engine.orders
    assert order.judged
    assert outputs(tmp_path / "out") == before
    engine = Here()
    run_here(folder, tmp_path / "out", engine=engine)
    assert engine.orders == []


def test_the_mark_of_files_that_were_touched_just_now_is_not_trusted(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("extractors.batch.entries._TICK", 3_600_000_000_000)
    run_here(folder, tmp_path / "out")
    engine = Here()
    run_here(folder, tmp_path / "out", engine=engine)
    assert len(engine.orders) == 3
    assert all(order.judged and not order.sure for order in engine.orders)


@pytest.mark.parametrize(
    "changed",
    [
        {"today": date(2022, 10, 21)},
        {"view": "reviewer"},
        {"rules": ("REQ001=off",)},
        {"versions": Versions("readers", "other rules", "other")},
    ],
)
def test_another_day_view_or_rule_asks_for_no_second_reading(
    folder: Path, tmp_path: Path, changed: dict[str, object]
) -> None:
    run_here(folder, tmp_path / "out")
    engine = Here()
    run_here(folder, tmp_path / "out", engine=engine, **changed)  # type: ignore[arg-type]
    assert sorted(engine.names) == ["乙公司", "甲公司.docx"]
    assert all(order.sure and order.form and not order.judged for order in engine.orders)
    run_here(folder, tmp_path / "afresh", **changed)  # type: ignore[arg-type]
    assert outputs(tmp_path / "out") == outputs(tmp_path / "afresh")


def test_another_version_of_the_readers_reads_everything_again(folder: Path, tmp_path: Path) -> None:
    run_here(folder, tmp_path / "out")
    engine = Here()
    run_here(folder, tmp_path / "out", engine=engine, versions=Versions("newer", "newer", "newer"))
    assert len(engine.orders) == 3
    assert not any(order.form or order.judged for order in engine.orders)


def test_a_rule_that_is_switched_off_is_said_to_be(folder: Path, tmp_path: Path) -> None:
    run_here(folder, tmp_path / "out", rules=("SET004=off", "REQ001=off"))
    for each in lines(tmp_path / "out" / "results.jsonl"):
        assert each["rules_adjusted"] == {"SET004": "off", "REQ001": "off"}
        assert {"SET004", "REQ001"} <= set(each["rules_not_run"])
        assert not {"SET004", "REQ001"} & set(each["rules_run"])


def test_what_the_set_shows_stands_with_every_member_and_counts_in_its_verdict(tmp_path: Path) -> None:
    folder = tmp_path / "一批"
    folder.mkdir()
    for name in ("甲.docx", "乙.docx"):
        (folder / name).write_bytes(filing(1))
    (folder / "丙.docx").write_bytes(filing(2))
    run_here(folder, tmp_path / "out")
    twice = {}
    for each in lines(tmp_path / "out" / "results.jsonl"):
        found = [finding for finding in each["findings"] if finding["rule"] == "SET002"]
        twice[each["source"]["path"]] = len(found)
        if found:
            assert each["verdict"] == "fail"
        assert "SET002" in each["rules_run"]
        assert "SET002" not in each["rules_not_run"]
    assert (
        draw(1, "区域", traps=False).values["platform.name"]
        != draw(2, "区域", traps=False).values["platform.name"]
    )
    assert twice == {"甲.docx": 1, "乙.docx": 1, "丙.docx": 0}


def test_findings_of_the_set_stand_among_the_others_by_how_serious_they_are(tmp_path: Path) -> None:
    folder = tmp_path / "一批"
    folder.mkdir()
    for name in ("甲.docx", "乙.docx"):
        (folder / name).write_bytes(filing(1))
    run_here(folder, tmp_path / "out")
    order = ("error", "warning", "info")
    for each in lines(tmp_path / "out" / "results.jsonl"):
        ranks = [order.index(finding["severity"]) for finding in each["findings"]]
        assert ranks == sorted(ranks)


def test_what_is_damaged_in_the_records_is_read_again(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run_here(folder, out)
    before = outputs(out)
    for at, record in enumerate(path for path in (out / ".shenbao" / "records").rglob("*") if path.is_file()):
        data = bytearray(record.read_bytes())
        data[(10, -10, len(data) // 2)[at % 3]] ^= 0xFF
        record.write_bytes(data)
    (out / "results.jsonl").unlink()
    engine = Here()
    run_here(folder, out, engine=engine)
    assert len(engine.orders) == 3
    assert outputs(out) == before


@pytest.mark.parametrize("part", ["member", "body", "judged"])
def test_what_no_run_of_ours_can_have_written_is_made_again(folder: Path, tmp_path: Path, part: str) -> None:
    out = tmp_path / "out"
    run_here(folder, out)
    before = outputs(out)
    store = Store(out / ".shenbao" / "records")
    head = store.head("甲公司.docx")
    assert head is not None
    parts = dict(zip(PARTS, store.read(head.name, *PARTS), strict=True))
    store.write(head, {**parts, part: b"no result"})
    (out / "results.jsonl").unlink()
    engine = Here()
    run_here(folder, out, engine=engine)
    assert engine.names == ["甲公司.docx"]
    assert outputs(out) == before


def test_records_of_what_left_the_set_are_removed(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run_here(folder, out)
    shutil.rmtree(folder / "乙公司")
    run_here(folder, out)
    left = [path for path in (out / ".shenbao" / "records").rglob("*") if path.is_file()]
    assert len(left) == 2


@pytest.mark.parametrize("place", ["out", "."])
def test_the_results_inside_the_set_are_no_submission(folder: Path, place: str) -> None:
    run_here(folder, folder / place)
    summary = run_here(folder, folder / place)
    assert summary.counts.total == 3
    assert summary.read == 0


def test_results_inside_one_submission_are_refused(folder: Path) -> None:
    with pytest.raises(Unsupported, match="--out"):
        run_here(folder, folder / "乙公司" / "out")


@pytest.mark.parametrize(
    ("make", "error"),
    [
        (lambda path: None, NotFound),
        (lambda path: path.mkdir(), Empty),
        (lambda path: path.write_bytes(b"a file"), Unsupported),
    ],
)
def test_a_folder_that_is_none_is_said(tmp_path: Path, make: object, error: type[ReadError]) -> None:
    assert callable(make)
    make(tmp_path / "set")
    with pytest.raises(error, match=r"。$"):
        run_here(tmp_path / "set", tmp_path / "out")
    if error is not Empty:
        assert not (tmp_path / "out").exists()


class Killing(Here):
    """Loses the process that reads a submission, as often as it is told to."""

    def __init__(self, times: int) -> None:
        super().__init__()
        self.times = times

    def carry_out(self, brief, orders):  # type: ignore[no-untyped-def]
        from extractors.batch.local import outcome
        from extractors.workers import Died

        for order in orders:
            done = read(brief, order)
            if order.name == "甲公司.docx" and self.times:
                self.times -= 1
                yield order, outcome(Died("…"), order)
            else:
                yield order, done


def test_a_submission_whose_process_was_killed_is_told_of_and_read_by_the_next_run(
    folder: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    run_here(folder, out, engine=Killing(1))
    failed = {each["path"]: each["error"] for each in lines(out / "failed.jsonl")}
    assert failed == {"坏.docx": "unsupported", "甲公司.docx": "internal"}
    engine = Here()
    run_here(folder, out, engine=engine)
    assert engine.names == ["甲公司.docx"]
    run_here(folder, tmp_path / "afresh")
    assert outputs(out) == outputs(tmp_path / "afresh")


def test_what_kills_its_process_twice_is_left_until_asked_for(folder: Path, tmp_path: Path) -> None:
    out, killing = tmp_path / "out", Killing(2)
    run_here(folder, out, engine=killing)
    run_here(folder, out, engine=killing)
    engine = Here()
    run_here(folder, out, engine=engine)
    assert engine.orders == []
    run_here(folder, out, engine=engine, again=True)
    assert sorted(engine.names) == ["坏.docx", "甲公司.docx"]
    assert [each["path"] for each in lines(out / "failed.jsonl")] == ["坏.docx"]


class Vanishing(Here):
    """A file is gone when its turn comes."""

    def carry_out(self, brief, orders):  # type: ignore[no-untyped-def]
        for order in orders:
            if order.name == "甲公司.docx":
                Path(order.where).unlink()
            yield from super().carry_out(brief, [order])


def test_a_file_that_vanishes_meanwhile_is_one_sentence(folder: Path, tmp_path: Path) -> None:
    run_here(folder, tmp_path / "out", engine=Vanishing())
    failed = {each["path"]: each for each in lines(tmp_path / "out" / "failed.jsonl")}
    assert failed["甲公司.docx"]["error"] == "not_found"
    assert failed["甲公司.docx"]["message"].endswith("。")
    assert str(folder) not in failed["甲公司.docx"]["message"]
    assert [each["source"]["path"] for each in lines(tmp_path / "out" / "results.jsonl")] == ["乙公司"]


@pytest.mark.parametrize(
    ("error", "lasting"),
    [
        (Corrupt("“a.docx”已损坏，请重新导出。"), True),
        (Corrupt("读取“a.docx”时磁盘或网络出错，请把文件复制到本机后重试。"), False),
        (NotFound("找不到。"), False),
        (ReadError("程序出错。"), False),
    ],
)
def test_only_what_would_come_out_the_same_is_kept(error: ReadError, lasting: bool) -> None:
    from extractors.batch import Order
    from extractors.batch.reading import _failed

    assert _failed(error, Order(0, "a.docx", "a.docx")).lasting is lasting
