"""`shenbao report`: a file that people send on, and refusals in one sentence."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest

from extractors.form import Evidence
from tests.ui.cli.commanding import SENTENCE, Run
from ui.pictures import NoPicture, Originals


@pytest.mark.parametrize(
    ("view", "suffix", "title"),
    [
        ("applicant", ".docx", "申报书自查报告"),
        ("reviewer", ".html", "申报材料审核意见"),
    ],
)
def test_a_report_is_written_where_it_is_wanted(
    run: Run, bad: Path, tmp_path: Path, view: str, suffix: str, title: str
) -> None:
    target = tmp_path / f"报告{suffix}"
    told = run("report", bad, "--out", target, "--as", view, "--no-pictures")
    assert told.status == 0
    assert title in told.out
    assert "有错误要改" in told.out
    if suffix == ".docx":
        with zipfile.ZipFile(target) as parts:
            content = parts.read("word/document.xml").decode("utf-8")
    else:
        content = target.read_text(encoding="utf-8")
    assert title in content
    assert "IDN001" in content


def test_the_second_time_it_tells_what_got_better(run: Run, bad: Path, good: Path, tmp_path: Path) -> None:
    before = tmp_path / "上次.json"
    before.write_text(run("check", bad, "--json").out, encoding="utf-8")
    target = tmp_path / "报告.html"
    run("report", good, "--since", before, "--out", target, "--no-pictures")
    assert json.loads(before.read_text(encoding="utf-8"))["verdict"] == "fail"
    assert "已经改好的" in target.read_text(encoding="utf-8")


def test_day_and_rules_are_as_in_check(run: Run, good: Path, tmp_path: Path) -> None:
    target = tmp_path / "报告.html"
    run("report", good, "--out", target, "--today", "2022-11-10", "--rule", "FMT005=off", "--no-pictures")
    content = target.read_text(encoding="utf-8")
    assert "2022-11-10" in content
    assert "按设置已关闭这条规则" in content


def test_pictures_are_put_in_unless_they_are_not_wanted(
    run: Run, bad: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []

    def none(_: Originals, evidence: Sequence[Evidence]) -> list[NoPicture]:
        asked.append(len(evidence))
        return [NoPicture("没有。")] * len(evidence)

    monkeypatch.setattr(Originals, "pictures", none)
    run("report", bad, "--out", tmp_path / "有图.html")
    assert asked[0] > 1
    run("report", bad, "--out", tmp_path / "无图.html", "--no-pictures")
    assert len(asked) == 1


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("报告.pdf", "结尾"),
        ("报告", "结尾"),
        ("没有这个文件夹/报告.docx", "文件夹"),
        ("已有.docx", "已经存在"),
        ("夹.html", "是文件夹"),
    ],
)
def test_what_cannot_be_written_is_refused_before_anything_is_read(
    run: Run, tmp_path: Path, name: str, words: str
) -> None:
    (tmp_path / "已有.docx").write_bytes(b"x")
    (tmp_path / "夹.html").mkdir()
    told = run("report", tmp_path / "没有.docx", "--out", tmp_path / name)
    assert told.status == 2
    assert words in told.err
    assert SENTENCE.fullmatch(told.err)
    assert (tmp_path / "已有.docx").read_bytes() == b"x"


def test_a_report_does_not_go_among_the_material(run: Run, good: Path) -> None:
    told = run("report", good.parent, "--out", good.parent / "报告.docx")
    assert told.status == 2
    assert "材料文件夹" in told.err
    assert SENTENCE.fullmatch(told.err)


def test_an_older_report_is_written_over_when_it_is_said_so(run: Run, good: Path, tmp_path: Path) -> None:
    target = tmp_path / "报告.html"
    target.write_text("旧的", encoding="utf-8")
    assert run("report", good, "--out", target, "--no-pictures", "--force").status == 0
    assert "旧的" not in target.read_text(encoding="utf-8")


@pytest.mark.parametrize("option", ["--since", "--among"])
def test_a_result_that_is_none_is_refused(run: Run, good: Path, tmp_path: Path, option: str) -> None:
    wrong = tmp_path / "x.json"
    wrong.write_text("{}", encoding="utf-8")
    told = run("report", good, "--out", tmp_path / "报告.html", option, wrong, "--no-pictures")
    assert told.status == 2
    assert SENTENCE.fullmatch(told.err)
    assert not (tmp_path / "报告.html").exists()
