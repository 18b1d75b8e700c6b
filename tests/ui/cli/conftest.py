"""The command line run in the tests' own process, and two filings to run it on."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ui.cli.commanding import Outcome, Run, faultless, faulty
from ui.cli import main


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def running(*argv: str | Path) -> Outcome:
        status = main([str(each) for each in argv])
        told = capsys.readouterr()
        assert "Traceback" not in told.err
        return Outcome(status, told.out, told.err)

    return running


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "申报书.docx"
    path.write_bytes(faultless())
    return path


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    path = tmp_path / "有错误的申报书.docx"
    path.write_bytes(faulty())
    return path
