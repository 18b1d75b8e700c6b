"""Reading a hostile file in a process of its own, and what must hold of every such reading.

The process reads and does not fill: what `shenbao extract --json` makes of the same files has the same
codes and sentences, and a letter or a photograph is there no application.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).resolve().parents[2]
SECONDS, BYTES = 20.0, 1536 << 20  # the promise for any file
SENTENCE = re.compile(r"[^\n。]*[\u4e00-\u9fff][^\n。]*。")


class Outcome(NamedTuple):
    code: str | None  # of the error
    message: str | None
    texts: list[str]
    seconds: float
    peak: int


Read = Callable[..., Outcome]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Read `content` under the file name `name`, or what is at a path; the promised bounds are asserted."""

    def reading(content: bytes | Path, *, name: str = "申报书.docx") -> Outcome:
        path = content if isinstance(content, Path) else tmp_path / name
        if isinstance(content, bytes):
            path.write_bytes(content)
        started = time.monotonic()
        done = subprocess.run(
            [sys.executable, "-m", "tests.hostile.probe", str(path)],
            cwd=ROOT,
            capture_output=True,
            timeout=60,
            check=False,
        )
        seconds = time.monotonic() - started
        assert done.returncode == 0, done.stderr.decode("utf-8", "replace")
        outcome = Outcome(seconds=seconds, **json.loads(done.stdout))
        assert done.stderr == b""
        assert seconds <= SECONDS
        assert outcome.peak <= BYTES
        if outcome.message is not None:
            assert SENTENCE.fullmatch(outcome.message)
        return outcome

    return reading
