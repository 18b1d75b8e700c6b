"""The same hostile files through `shenbao extract --json`: one code, one sentence, no traceback, in time."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests.hostile import test_archives, test_markup
from tests.hostile.conftest import ROOT, SECONDS, SENTENCE
from tests.hostile.makers import docx, written
from tests.hostile.test_other_files import OTHER_FILES
from ui.cli import main

# Made or read in more than a second: `read` sees to these, and to their memory, in a process of its own.
SLOW = {
    "flat bomb",
    "flat bomb under the size limit",
    "flat bomb that says 1 kB",
    "quoted overlap of gigabytes",
    "100 000 members",
    "many parts of 30 MB",
    "text of 50 MB",
    "60 MB of tags",
    "60 MB of attributes",
    "90 MB of blanks",
    "200 MB of photographs",
    "text of 9 MB",
}
Make = Callable[[], bytes]
# Archives of files are refused by the readers; the command looks into them.
OPENED = {"zip of files": "not_an_application", "empty zip": "empty"}


class Told(NamedTuple):
    """What one command line left behind."""

    status: int
    out: str
    err: str

    @property
    def code(self) -> Any:
        error = json.loads(self.out)["error"]
        assert self.status == 2
        assert set(error) == {"code", "message"}
        assert self.err == error["message"] + "\n"
        assert SENTENCE.fullmatch(error["message"])
        return error["code"]


Extract = Callable[[bytes], Told]


@pytest.fixture
def extract(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Extract:
    def extracting(content: bytes) -> Told:
        path = tmp_path / "申报书.docx"
        path.write_bytes(content)
        status = main(["extract", str(path), "--json"])
        return Told(status, *capsys.readouterr())

    return extracting


def refused() -> list[Any]:
    made: dict[str, tuple[Make, str]] = {
        **{
            name: (partial(bytes, content), OPENED.get(name, code))
            for name, (content, code) in OTHER_FILES.items()
        },
        **test_archives.REFUSED,
        **test_markup.REFUSED,
    }
    return [pytest.param(make, code, id=name) for name, (make, code) in made.items() if name not in SLOW]


@pytest.mark.parametrize(("make", "code"), refused())
def test_what_is_refused_is_refused_by_the_command(extract: Extract, make: Make, code: str) -> None:
    assert extract(make()).code == code


LETTER = written("<w:p><w:r><w:t>尊敬的领导：您好。现就平台建设情况汇报如下。</w:t></w:r></w:p>")
NO_APPLICATIONS: dict[str, Make] = {
    "letter": lambda: LETTER,
    "no text at all": lambda: written(""),
    "one label of the form": docx,
    **test_archives.READ,
    **test_markup.READ,
}


@pytest.mark.parametrize(
    "make", [pytest.param(make, id=name) for name, make in NO_APPLICATIONS.items() if name not in SLOW]
)
def test_what_is_read_and_is_no_form_is_no_application(extract: Extract, make: Make) -> None:
    assert extract(make()).code == "not_an_application"


@pytest.mark.parametrize("make", test_markup.HUGE.values(), ids=test_markup.HUGE.keys())
def test_a_huge_document_is_judged_in_time_by_the_whole_command(tmp_path: Path, make: Make) -> None:
    path = tmp_path / "申报书.docx"
    path.write_bytes(make())
    started = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-m", "ui.cli", "extract", str(path), "--json"],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert time.monotonic() - started <= SECONDS
    assert Told(done.returncode, done.stdout, done.stderr).code in {"not_an_application", "timeout"}
