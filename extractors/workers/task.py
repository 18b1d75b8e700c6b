"""One call that a worker makes: what is asked, and what came of it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Generic, TypeVar, cast

from extractors.errors import ReadError
from extractors.isolate import waiting

__all__ = ["Task"]

T_co = TypeVar("T_co", covariant=True)


class Task(Generic[T_co]):
    """A call handed to a `Crew`. `name` is what its sentences call the file."""

    def __init__(
        self, function: Callable[..., T_co], arguments: tuple[object, ...], *, seconds: float, name: str
    ) -> None:
        self.function = function
        self.arguments = arguments
        self.seconds = seconds  # until its end, or until its first sign of progress
        self.name = name
        self.progress: tuple[int, int] = (0, 0)  # done, of how many: what the worker reported last
        self._ended = threading.Event()
        self._outcome: object = None

    def settle(self, outcome: object) -> None:
        """Once, by the crew."""
        self._outcome = outcome
        self._ended.set()

    @property
    def done(self) -> bool:
        return self._ended.is_set()

    def wait(self, seconds: float | None = None) -> bool:
        """Wait for the end, so long at most; whether it has come."""
        with waiting():
            return self._ended.wait(seconds)

    def outcome(self) -> T_co | ReadError:
        """The value, or the error that it ended with; waits for it."""
        self.wait()
        return cast("T_co | ReadError", self._outcome)

    def result(self) -> T_co:
        """The value; raises the ReadError that it ended with."""
        outcome = self.outcome()
        if isinstance(outcome, ReadError):
            raise outcome
        return outcome
