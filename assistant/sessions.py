"""Conversations kept under a name, each a small JSON file in the user's own folder."""

from __future__ import annotations

import json
import os
import re
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final

from assistant.home import user_folder

__all__ = ["BadName", "Locked", "Stored", "load_session", "save_turn"]

_FOLDER: Final = "sessions"
_NAME: Final = re.compile(r"[\w\-]{1,64}")
# Names that Windows keeps for devices, whatever stands behind them.
_DEVICES: Final = re.compile(r"con|prn|aux|nul|(?:com|lpt)[0-9]", re.IGNORECASE)
_MOST: Final = 50  # turns kept
_WAIT: Final = 5.0  # seconds for another process to finish writing
_STALE: Final = 30.0  # seconds after which a lock is of a process that has gone
_LOOK: Final = 0.02


class BadName(ValueError):
    """A name that no session can have; `str()` of it is the sentence for the user."""


class Locked(OSError):
    """Another process keeps the session's file; `str()` of it is the sentence for the user."""


@dataclass(frozen=True, slots=True)
class Stored:
    """What a conversation is taken up from."""

    turns: tuple[Mapping[str, str], ...] = ()  # question and answer, oldest first
    conversation: Mapping[str, Any] = field(default_factory=dict)  # with the notice
    talk: Mapping[str, Any] = field(default_factory=dict)  # with filings


def load_session(name: str) -> Stored:
    """What is kept under `name`; a new session is empty. Raises BadName."""
    return _read(_path(name))


def save_turn(
    name: str, *, question: str, answer: str, conversation: Mapping[str, Any], talk: Mapping[str, Any]
) -> None:
    """Put a turn behind those that are kept, whoever put them there. Raises BadName, Locked, OSError."""
    path = _path(name)
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with _locked(path):
        turns = (*_read(path).turns, {"question": question, "answer": answer})[-_MOST:]
        _write(path, Stored(turns, conversation, talk))


def _path(name: str) -> Path:
    if not _NAME.fullmatch(name) or _DEVICES.fullmatch(name):
        raise BadName(f"会话名称“{name}”不能用，请用 1 到 64 个字以内的汉字、字母、数字、- 和 _。")
    return user_folder() / _FOLDER / f"{name}.json"


def _read(path: Path) -> Stored:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError):  # new, or half a file of a version that is no more: begun anew
        return Stored()
    if not isinstance(found, dict):
        return Stored()
    turns = tuple(each for each in found.get("turns", ()) if isinstance(each, dict))
    kept = {key: found[key] for key in ("conversation", "talk") if isinstance(found.get(key), dict)}
    return replace(Stored(turns), **kept)


def _write(path: Path, stored: Stored) -> None:
    """Under a name of its own first, so that a reader finds the old file or the new one."""
    value = {
        "turns": list(stored.turns),
        "conversation": dict(stored.conversation),
        "talk": dict(stored.talk),
    }
    fresh = path.with_suffix(f".{os.getpid()}.part")
    fresh.write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")
    fresh.chmod(0o600)
    fresh.replace(path)


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    """Hold the session's lock file; one left behind by a process that was killed is taken over."""
    lock = path.with_suffix(".lock")
    until = time.monotonic() + _WAIT
    while not _taken(lock):
        if time.monotonic() > until:
            raise Locked(f"会话“{path.stem}”正被另一个程序使用，请稍后再试。")
        time.sleep(_LOOK)
    try:
        yield
    finally:
        lock.unlink(missing_ok=True)


def _taken(lock: Path) -> bool:
    try:
        os.close(os.open(lock, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except FileExistsError:
        _drop_if_stale(lock)
        return False
    except PermissionError:  # Windows says so while the other one is deleting it
        return False
    return True


def _drop_if_stale(lock: Path) -> None:
    try:
        if time.time() - lock.stat().st_mtime > _STALE:
            lock.unlink(missing_ok=True)
    except FileNotFoundError:  # gone meanwhile
        return
