"""What lies in a set beside its submissions: results of other runs, links back."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.extractors.batch.running import filing, lines, run_here


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two filings that can be read, and one that can't."""
    made = tmp_path / "一批"
    made.mkdir()
    (made / "乙.docx").write_bytes(filing(2))
    (made / "甲.docx").write_bytes(filing(1))
    (made / "坏.docx").write_text("不是文档", encoding="utf-8")
    return made


def test_the_results_of_other_runs_are_no_submissions_either(folder: Path) -> None:
    run_here(folder, folder)
    run_here(folder, folder / "前一次")
    run_here(folder, folder / "这一次")
    assert len(lines(folder / "这一次" / "results.jsonl")) == 2
    assert len(lines(folder / "这一次" / "failed.jsonl")) == 1


@pytest.mark.skipif(not hasattr(os, "symlink") or os.name == "nt", reason="links want rights on Windows")
def test_a_link_back_into_the_set_is_passed_over(folder: Path, tmp_path: Path) -> None:
    (folder / "环").symlink_to(folder)
    (folder / "上级").symlink_to(folder.parent)
    run_here(folder, tmp_path / "out")
    assert len(lines(tmp_path / "out" / "results.jsonl")) == 2
