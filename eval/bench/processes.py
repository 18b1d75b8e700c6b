"""Whole processes of the command line: from pressing return to the prompt, and the most memory held."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

__all__ = ["Cost", "cost_of"]

_MEASURE = Path(__file__).with_name("process.py")
_ROOT = Path(__file__).resolve().parents[2]


class Cost(NamedTuple):
    """Medians over the runs; `peak` in MiB, None where the system does not tell it."""

    seconds: float
    slowest: float
    peak: float | None


def cost_of(*arguments: str, runs: int) -> Cost:
    """What `shenbao ARGUMENTS` costs; one run that does not count goes before."""
    command = [sys.executable, "-E", "-S", str(_MEASURE), str(runs + 1), *_shenbao(), *arguments]
    done = subprocess.run(command, cwd=_ROOT, capture_output=True, text=True, check=True)  # noqa: S603 - ours
    told = json.loads(done.stdout)[1:]
    seconds = [each[0] for each in told]
    peaks = [each[1] for each in told if each[1] is not None]
    peak = statistics.median(peaks) / 2**20 if peaks else None
    return Cost(statistics.median(seconds), max(seconds), peak)


def _shenbao() -> list[str]:
    """The installed command, or the module where it is not installed."""
    here = Path(sys.executable).parent
    installed = next((path for name in ("shenbao", "shenbao.exe") if (path := here / name).exists()), None)
    return (
        [str(installed)]
        if installed
        else [sys.executable, "-c", "from ui.cli import main; raise SystemExit(main())"]
    )
