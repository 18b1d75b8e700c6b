"""Asking the interpreter that has the peers; what is not installed there is named as not run."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

__all__ = ["PEERS", "PeerFailed", "ask", "installed"]

_ROOT: Final = Path(__file__).resolve().parents[2]
_CONVERT: Final = Path(__file__).with_name("convert.py")
_PATIENCE: Final = 600.0  # seconds for one tool over all its files
_PLACES: Final = ("bin/python", "Scripts/python.exe")


class PeerFailed(RuntimeError):
    """A peer ended without a result; `str()` of it says how."""


def _interpreter() -> Path | None:
    venv = _ROOT / ".venv-peers"
    return next((path for place in _PLACES if (path := venv / place).exists()), None)


PEERS: Final = _interpreter()  # None where `make eval-peers` was not run


def ask(*arguments: str, patience: float = _PATIENCE) -> Any:
    """What `convert.py ARGUMENTS` prints, parsed. Raises PeerFailed."""
    if PEERS is None:
        raise PeerFailed("not installed (make eval-peers)")
    command: Sequence[str] = [str(PEERS), "-E", str(_CONVERT), *arguments]
    try:
        done = subprocess.run(  # noqa: S603 - our own program
            command, capture_output=True, encoding="utf-8", timeout=patience, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise PeerFailed(f"took over {patience:.0f} s") from error
    if done.returncode:
        raise PeerFailed((done.stderr.strip().splitlines() or ["no word"])[-1])
    return json.loads(done.stdout)


def installed() -> dict[str, str | None]:
    """Version by tool, None where it is not installed."""
    return dict(ask("versions")) if PEERS is not None else {}
