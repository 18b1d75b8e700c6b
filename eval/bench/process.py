"""Runs a command several times: `python process.py TIMES COMMAND…` prints a JSON list of [seconds, bytes].

A program of its own that imports next to nothing: Linux counts what a parent held when it started a child
to the child's peak (`ru_maxrss` lives on over exec), so whoever measures must be small.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time

_DONE = (0, 1)  # 1: the check found errors
_KIB = 1 if sys.platform == "darwin" else 1024  # macOS gives bytes, others KiB


def measured(command: list[str]) -> tuple[float, int | None]:
    """Wall time in seconds and peak memory in bytes, None where the system does not tell it."""
    start = time.perf_counter()
    child = subprocess.Popen(  # noqa: S603 - the project's own command
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL
    )
    if not hasattr(os, "wait4"):
        status = child.wait()
        peak = None
    else:
        _, status, usage = os.wait4(child.pid, 0)
        status = child.returncode = os.waitstatus_to_exitcode(status)
        peak = usage.ru_maxrss * _KIB
    seconds = time.perf_counter() - start
    if status not in _DONE:
        raise SystemExit(f"{' '.join(command)} ended with {status}")
    return seconds, peak


if __name__ == "__main__":
    print(json.dumps([measured(sys.argv[2:]) for _ in range(int(sys.argv[1]))]))
