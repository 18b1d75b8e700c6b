"""How far a long reading is, on a terminal's last line; nothing where there is no terminal."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TextIO

from ui.tables import width

__all__ = ["shown_progress"]

_PATIENCE = 1.5  # seconds before anything is shown: most readings are over by then
_EVERY = 0.2


@contextmanager
def shown_progress() -> Iterator[Callable[[str, int, int], None]]:
    """What to call with what is being done, how much of it is done and how much there is."""
    stream = sys.stderr
    line = _Line(stream) if stream is not None and stream.isatty() else None
    try:
        yield line.show if line is not None else _nothing
    finally:
        if line is not None:
            line.clear()


def _nothing(what: str, done: int, total: int) -> None:
    """For who reads no progress: a file, another program."""


class _Line:
    """The terminal's last line, written over again and again."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._next = time.monotonic() + _PATIENCE
        self._wide = 0

    def show(self, what: str, done: int, total: int) -> None:
        now = time.monotonic()
        if now < self._next:
            return
        self._next = now + _EVERY
        text = f"{what} {done}/{total}" if total > 1 else f"{what}……"
        self._write(f"\r{text}{' ' * (self._wide - width(text))}")
        self._wide = width(text)

    def clear(self) -> None:
        if self._wide:
            self._write(f"\r{' ' * self._wide}\r")
            self._wide = 0

    def _write(self, text: str) -> None:
        try:
            self._stream.write(text)
            self._stream.flush()
        except OSError:  # the terminal has gone: the result may still have somewhere to go
            self._next = float("inf")
